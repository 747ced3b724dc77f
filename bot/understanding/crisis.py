"""Recognises messages of people in distress, before and without the matcher.

The rules are written by staff in content/crisis.yaml; `bot.understanding.crisis_phrases` explains
the notation. Recognising goes in two rounds: figures of speech that are not meant (``not_crisis``)
blank out the words they cover, then the kinds of distress are tried in the order of the file.

The work grows with the length of the message alone, whatever it says (see `crisis_machine`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bot.language.fold import fold
from bot.model.crisis import CrisisRules
from bot.understanding.crisis_machine import Machine, Token
from bot.understanding.crisis_phrases import PhraseReader, Sequence, Step
from bot.understanding.crisis_words import PAUSE, STOP, CrisisWords, read_words

_NOT_CRISIS = ""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A recognised message: the kind of distress and the phrase that showed it."""

    kind: str
    phrase: str


class CrisisDetector:
    """Tells which kind of distress a message shows, if any.

    *is_known* tells whether a folded word exists in a language the bot knows
    (see `bot.language.morphology`); such a word is never taken for a typo.
    Raises PhraseError, with a German message, for a phrase that cannot be read.
    """

    def __init__(self, rules: CrisisRules, is_known: Callable[[str], bool]) -> None:
        reader = PhraseReader(rules.words)
        self._phrases = _Phrases()
        for phrase in _in_all_languages(rules.not_crisis):
            self._phrases.add(_NOT_CRISIS, phrase, reader.read(phrase))
        for kind, rule in rules.kinds.items():
            for phrase in _in_all_languages(rule.phrases):
                self._phrases.add(kind, phrase, reader.read(phrase))
        self._machine = Machine(self._phrases.row)
        self._fillers = frozenset(fold(word) for word in _in_all_languages(rules.fillers))
        self._words = CrisisWords(self._machine.words | self._fillers, is_known)

    def detect(self, text: str) -> str | None:
        """Return the id of the kind of distress *text* shows, the first in the order of the rules; else nothing."""
        alarm = self.explain(text)
        return alarm.kind if alarm else None

    def explain(self, text: str) -> Alarm | None:
        """Like `detect`, with the phrase that matched; for staff who test their rules."""
        tokens = self._tokens(text)
        run = self._machine.run(tokens)
        if covered := run.covered(self._phrases.ends_of(_NOT_CRISIS)):
            blank = self._machine.token(())
            run = self._machine.run([blank if i in covered else token for i, token in enumerate(tokens)])
        return self._phrases.first_reached(run.reached)

    def _tokens(self, text: str) -> list[Token]:
        words = self._words.regroup(read_words(text))
        tokens = {word: self._token(word) for word in set(words)}
        return [tokens[word] for word in words]

    def _token(self, word: str) -> Token:
        if word in (PAUSE, STOP):
            return self._machine.break_token(ends_gaps=word == STOP)
        meant = self._words.meant(word)
        return self._machine.token(meant, passes=not self._fillers.isdisjoint(meant))


def _in_all_languages(by_language: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    return (phrase for phrases in by_language.values() for phrase in phrases)


class _Phrases:
    """Lays all sequences of all phrases out in one row of places, a starting place (None) before each."""

    def __init__(self) -> None:
        self.row: list[Step | None] = []
        self._first_places: list[int] = []
        self._alarms: list[Alarm] = []
        self._ends: dict[str, int] = {}

    def add(self, kind: str, phrase: str, sequences: Iterable[Sequence]) -> None:
        """Append the *sequences* of one *phrase*."""
        self._first_places.append(len(self.row))
        self._alarms.append(Alarm(kind, phrase))
        for steps in dict.fromkeys(sequences):
            self.row += (None, *steps)
            self._ends[kind] = self._ends.get(kind, 0) | 1 << (len(self.row) - 1)

    def ends_of(self, kind: str) -> int:
        """Return the last places of all sequences of *kind*."""
        return self._ends.get(kind, 0)

    def first_reached(self, reached: int) -> Alarm | None:
        """Return the alarm whose end is among the *reached* places; kinds in the order they were added."""
        for kind, ends in self._ends.items():
            if kind != _NOT_CRISIS and (hit := reached & ends):
                place = hit.bit_length() - 1
                return self._alarms[bisect_right(self._first_places, place) - 1]
        return None
