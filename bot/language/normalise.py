"""From what was written to the words that are compared: short forms, repair, compounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.language.fold import Word, folded_words, without_umlauts
from bot.language.remembering import remembered
from bot.language.repair import Repairer

_LONGEST_SHORT_FORM = 3


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a question.

    ``written`` is the person's spelling, ``text`` the repaired folded word, ``parts`` the words
    a compound is made of (empty for simple words),
    ``natural`` is the word in lower case with its umlauts, ``repaired`` tells that no language knows it as
    it was written: it may be a typo, or a name.
    """

    written: str
    text: str
    parts: tuple[str, ...] = ()
    natural: str = ""
    repaired: bool = False


class Normaliser:
    """Turns text into tokens with the words people use in one language and a vocabulary to repair to.

    *spelling* holds the folded words that are spelt with umlauts.
    """

    def __init__(
        self,
        replace: Mapping[str, str],
        fillers: Iterable[str],
        repairer: Repairer,
        spelling: Mapping[str, str] | None = None,
    ) -> None:
        self._replace = {folded_words(short): folded_words(meant) for short, meant in replace.items()}
        self._openers = frozenset(short[0] for short in self._replace if short)
        self._fillers = frozenset(word for filler in fillers for word in folded_words(filler))
        self.own = self._openers | self._fillers
        """Words that only this language's short forms or fillers can explain.

        Where no language has one, our own words are the same tokens in all of them.
        """
        self._repairer = repairer
        self._spelling = spelling or {}
        self._token = remembered(self._made_token)

    def tokens(self, written: tuple[Word, ...]) -> tuple[Token, ...]:
        """Return the tokens of the words *written*; fillers are dropped unless nothing else is there."""
        if self._openers.isdisjoint([word.folded for word in written]):
            found = tuple([self._token(word.written, word.folded) for word in written])
        else:
            found = tuple(self._expand(written))
        if self._fillers.isdisjoint([token.text for token in found]):
            return found
        telling = tuple(token for token in found if token.text not in self._fillers)
        return telling or found

    def guess(self, token: Token) -> str:
        """Return the word of ours that is most likely meant by one that is none, spelt as we do; empty where none is near."""
        meant = self._repairer.guess(token.text)
        return self._spelling.get(meant, meant)

    def _expand(self, written: tuple[Word, ...]) -> Iterable[Token]:
        position = 0
        while position < len(written):
            word = written[position]
            if word.folded not in self._openers:
                yield self._token(word.written, word.folded)
                position += 1
                continue
            length, meant = self._short_form(written, position)
            spelling = " ".join(each.written for each in written[position : position + length])
            yield from (self._token(spelling, folded) for folded in meant)
            position += length

    def _short_form(self, written: tuple[Word, ...], position: int) -> tuple[int, tuple[str, ...]]:
        """Return how many words the longest short form at *position* covers, and what is meant."""
        for length in range(min(_LONGEST_SHORT_FORM, len(written) - position), 0, -1):
            key = tuple(word.folded for word in written[position : position + length])
            if key in self._replace:
                return length, self._replace[key]
        return 1, (written[position].folded,)

    def _made_token(self, written: str, folded: str) -> Token:
        if folded.startswith("{"):
            return Token(written, folded, natural=folded)
        repaired = self._repairer.repair(folded)
        parts, natural = self._repairer.parts(repaired), self._natural(written, repaired)
        return Token(written, repaired, parts, natural, repaired=repaired != folded)

    def _natural(self, written: str, text: str) -> str:
        """Return *text* as our texts spell it, else as it was written where that is the same word."""
        lower = written.lower()
        return self._spelling.get(text) or (lower if without_umlauts(lower) == text else text)
