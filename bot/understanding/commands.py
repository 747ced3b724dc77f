"""Short words that steer the talk: yes, no, the other one, what else, more, back, stop, I see, the second."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.language.languages import GRAMMARS, of_any
from bot.model.reading import Command, Control

_LONGEST, _LONGEST_QUESTION = 5, 7


class CommandReader:
    """Recognises commands in all languages the bot answers in."""

    def __init__(self) -> None:
        grammars = tuple(GRAMMARS.values())
        self._ordinals: Mapping[str, int] = {word: n for grammar in grammars for word, n in grammar.ordinals.items()}
        self._classes: tuple[tuple[Control, frozenset[str]], ...] = (
            ("other", of_any(lambda grammar: grammar.other)),
            ("back", of_any(lambda grammar: grammar.back)),
            ("stop", of_any(lambda grammar: grammar.stop)),
            ("more", of_any(lambda grammar: grammar.more)),
            ("no", of_any(lambda grammar: grammar.no)),
            ("yes", of_any(lambda grammar: grammar.yes)),
            ("heard", of_any(lambda grammar: grammar.heard)),
        )
        kinds = frozenset(word for grammar in grammars for word in grammar.kinds)
        stop_words = of_any(lambda grammar: grammar.stop_words)
        dwelling = of_any(lambda grammar: grammar.dwelling)
        self._empty = stop_words | kinds | dwelling | _CHOOSING
        self._numbering = frozenset({"nummer", "number", "option", "nr"})
        self._steering = frozenset[str]().union(*(words for _, words in self._classes))
        self._asking = of_any(lambda grammar: grammar.asking)
        self._addressing = of_any(lambda grammar: grammar.addressing)
        self._agreeing = of_any(lambda grammar: grammar.agreeing)
        self._subjects = of_any(lambda grammar: grammar.subjects)
        self._besides = of_any(lambda grammar: grammar.besides)
        self._more = of_any(lambda grammar: grammar.more)
        self._negating = of_any(lambda grammar: grammar.negating)
        self._one = of_any(lambda grammar: grammar.one)
        self._joining = of_any(lambda grammar: grammar.joining)
        self._anything = of_any(lambda grammar: grammar.anything)
        self._demonstratives = of_any(lambda grammar: grammar.demonstratives)
        self._still = frozenset(word for grammar in grammars for word, told in grammar.relative.items() if told == "still")
        self._particular = of_any(lambda grammar: grammar.particular) - self._anything

    def is_empty(self, words: Iterable[str]) -> bool:
        """Tell whether *words* ask nothing by themselves."""
        return all(word in self._empty and word not in _QUESTION_WORDS for word in words)

    def read(self, words: Sequence[str]) -> Command | None:
        """Return the command that *words* are, or None where they say more than that."""
        if self._asks_what_else(words):
            return Command("else")
        if not words or len(words) > _LONGEST or any(word in _QUESTION_WORDS for word in words):
            return None
        if not all(self._is_steering(word) for word in words):
            return None
        number = next((self._number(word) for word in words if self._number(word)), 0)
        if number:
            return Command("ordinal", number)
        control = next((control for control, known in self._classes if known & set(words)), None)
        denied = bool(self._negating & set(words)) and (control == "more" or bool(self._agreeing & set(words)))
        if denied or (control == "no" and _MYSELF & set(words)):
            # "nicht mehr", "no more", "noch nicht": the very opposite of going on, but of what? "Vergiss mich" refuses nothing;
            # "das stimmt nicht" does not either.
            return None
        return Command(control) if control and not (control in ("yes", "no") and self._asks(words)) else None

    def _asks(self, words: Sequence[str]) -> bool:
        """Tell whether a question begins so, "ist das sicher", "bist du sicher", "stimmt das", or a saying: "du bist ja gut"."""
        subject = frozenset(words[1:2])
        if words[0] in self._addressing and subject and not subject & (self._subjects | self._steering):
            return True
        asks_back = bool(subject & self._addressing) or (words[0] in self._agreeing and bool(subject & self._subjects))
        return words[0] in self._asking or asks_back

    def _asks_what_else(self, words: Sequence[str]) -> bool:
        """Tell whether *words* ask for more of the sort: "noch eins", "gibt es andere"; "das andere" is the other of two.

        "gibt's die noch" asks whether it is still there.
        """
        said = set(words)
        if said & self._more and said & self._one and said <= self._more | self._one | self._joining:
            return True
        if len(words) > _LONGEST_QUESTION or said & self._particular or not (said & self._anything and said & self._besides):
            return False
        still_there = len(said & self._besides) == 1 and bool(said & self._still and said & self._demonstratives)
        return not still_there and self.is_empty(said - self._besides - self._anything)

    def _is_steering(self, word: str) -> bool:
        return word in self._empty | self._numbering or word in self._steering or bool(self._number(word))

    def _number(self, word: str) -> int:
        if word.isdecimal() and len(word) <= 2:
            return int(word)
        return self._ordinals.get(word, 0)


_CHOOSING = frozenset({
    "zeig", "zeige", "show", "erzaehl", "erzaehle", "tell", "nimm", "lieber", "rather", "stattdessen", "instead",
}) | of_any(lambda grammar: grammar.meaning)
_MYSELF = frozenset({"mich", "uns", "me", "us"})
_QUESTION_WORDS = of_any(lambda grammar: grammar.interrogatives)
