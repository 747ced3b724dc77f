"""Recognises messages of people in distress, before and without the matcher.

The rules are written by staff in content/crisis.yaml; `bot.understanding.crisis_phrases` explains
the notation. Recognising goes in rounds: what is only quoted is blanked out, behind words that say so (``quoted``: "the
song is called …"), and the words of figures of speech that are not meant (``not_crisis``); then the kinds of distress are
tried in the order of the file, and what no rule finds may still be like the examples of the file (`crisis_net`). The
examples also outvote a rule where the message sounds clearly harmless to them, but never a phrase of ``always``.

The work grows with the length of the message alone, whatever it says (see `crisis_machine`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from types import MappingProxyType

from bot.language.fold import fold
from bot.language.languages import GRAMMARS
from bot.model.crisis import CrisisKind, CrisisRules
from bot.model.values import Language
from bot.understanding.crisis_machine import Machine, Token
from bot.understanding.crisis_masks import unmasked
from bot.understanding.crisis_net import CrisisNet
from bot.understanding.crisis_passages import Passage, parts, passages, unmarked
from bot.understanding.crisis_phrases import PhraseReader, Step
from bot.understanding.crisis_phrases import Sequence as Steps
from bot.understanding.crisis_words import PAUSE, STOP, CrisisWords, read_words, spelt_out
from bot.understanding.semantic import Ahead, nothing

_NOT_CRISIS, _QUOTED = "", '"'
_GOING_ON = frozenset((PAUSE, STOP)).union(*(grammar.joining | grammar.contrasting for grammar in GRAMMARS.values()))
"""What ends a quotation: who goes on may well mean what they say, "the song is called Hurt and I want to die too"."""
_A_FIGURE = 0.2
"""How much a figure of speech counts against what the examples tell, as a phrase of the rules counts for it. What is left
beside one is no proof: of "in among us bin ich der Mörder und keiner merkt's" it is the saddest part, and the game is covered."""
_CLIPPED = MappingProxyType({spoken: spelt for grammar in GRAMMARS.values() for spoken, spelt in grammar.clipped.items()})
_FEW = 6
"""In so few words the spelling of the small ones weighs too much: "ich hab n Kind" was distress, "ich habe ein Kind" not."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A recognised message: the kind of distress, and the phrase that showed it or the *example* it is like.

    ``language`` is the one that phrase or example is written in. ``is_sure``: no example outvotes it.
    ``wavers``: little more, and the message would have been taken for harmless.
    """

    kind: str
    phrase: str = ""
    example: str = ""
    language: Language = ""
    is_sure: bool = False
    wavers: bool = False


@dataclass(frozen=True, slots=True)
class _Heard:
    """A message without its masks, its words, what the rules find, and the places of words that figures of speech cover."""

    text: str
    words: tuple[str, ...]
    alarm: Alarm | None
    covered: Collection[int]


class CrisisDetector:
    """Tells which kind of distress a message shows, if any.

    *is_known* tells whether a folded word exists in a language the bot knows
    (see `bot.language.morphology`); such a word is never taken for a typo. Without a *net* the
    rules stand alone. Raises PhraseError, with a German message, for a phrase that cannot be read.
    """

    def __init__(
        self, rules: CrisisRules, is_known: Callable[[str], bool], net: CrisisNet | None = None
    ) -> None:
        self.net = net
        self._is_known = is_known
        self._signs = rules.signs
        self._phrases = _phrases_of(rules)
        self._machine = Machine(self._phrases.row)
        # A sign may stand anywhere in a phrase, so it is passed over like a filler.
        passed = (*_in_all_languages(rules.fillers), *rules.signs.values())
        self._fillers = frozenset(fold(word) for word in passed)
        self._words = CrisisWords(self._machine.words | self._fillers, is_known)

    def with_net(self, net: CrisisNet | None) -> CrisisDetector:
        """Return a detector with the same rules, which take long to read, and another *net*."""
        other = copy(self)
        other.net = net
        return other

    def detect(self, text: str) -> str | None:
        """Return the id of the kind of distress *text* shows, the first in the order of the rules; else nothing."""
        alarm = self.explain(text)
        return alarm.kind if alarm else None

    def explain(self, text: str, ahead: Ahead = nothing) -> Alarm | None:
        """Like `detect`, with what showed it. If the encoder is asked, then in one go with the sentences *ahead*."""
        heard = self._heard(text)
        if heard.alarm is not None:
            return self._beside_all_else(heard, heard.alarm)
        if self.net is None or (loudest := self._like_distress(self.net, heard, ahead)) is None:
            return None
        margin, passage = loudest
        likeness = self.net.likeness(passage.text, passage.words)
        return Alarm(likeness.kind, example=likeness.example, language=likeness.language, wavers=self.net.wavers(margin))

    def notices(self, text: str) -> bool:
        """Tell whether `detect` finds any kind, without asking what *text* is most like: a quarter of the time."""
        heard = self._heard(text)
        if heard.alarm is not None:
            return self._beside_all_else(heard, heard.alarm) is not None
        return self.net is not None and self._like_distress(self.net, heard) is not None

    def by_rule(self, text: str) -> Alarm | None:
        """Return what the rules alone find."""
        return self._heard(text).alarm

    def _heard(self, text: str) -> _Heard:
        text = unmasked(text, self._is_known)
        words = self._words_of(text)
        return _Heard(text, words, *self._by_rule(words))

    def _words_of(self, text: str) -> tuple[str, ...]:
        return self._words.regroup(read_words(spelt_out(text, self._signs)))

    def _by_rule(self, words: Sequence[str]) -> tuple[Alarm | None, Collection[int]]:
        """Return what the rules find, and the places of words that are quoted or that figures of speech cover."""
        tokens = self._tokens(words)
        run = self._machine.run(tokens)
        quoted = _quoted(words, run.covered(self._phrases.ends_of(_QUOTED)))
        if quoted:
            run = self._machine.run(tokens := self._without(tokens, quoted))
        covered = run.covered(self._phrases.ends_of(_NOT_CRISIS))
        at_once = self._phrases.first_reached(run.reached)
        if covered and not (at_once and at_once.is_sure):
            run = self._machine.run(self._without(tokens, covered))
        return self._phrases.first_reached(run.reached), covered | quoted

    def _without(self, tokens: Sequence[Token], places: Collection[int]) -> list[Token]:
        blank = self._machine.token(())
        return [blank if at in places else token for at, token in enumerate(tokens)]

    def _beside_all_else(self, heard: _Heard, alarm: Alarm) -> Alarm | None:
        """Return the *alarm* of a rule, unless the message is harmless by everything else."""
        if alarm.is_sure or self.net is None:
            return alarm
        margin = _loudest(self.net, heard.text, heard.words, heard.covered, bonus=self.net.a_rule)[0]
        return replace(alarm, wavers=self.net.wavers(margin)) if margin >= 0 else None

    @staticmethod
    def _like_distress(net: CrisisNet, heard: _Heard, ahead: Ahead = nothing) -> tuple[float, Passage] | None:
        """Return where a message is like distress and how much; a figure of speech is one voice, its words count half."""
        margin, passage = _loudest(net, heard.text, heard.words, heard.covered, ahead)
        if margin < 0:
            return None
        if heard.covered and (margin < _A_FIGURE or margin + _left_beside(net, heard) < 0):
            return None
        return None if _is_by_spelling(net, heard) else (margin, passage)

    def _tokens(self, words: Sequence[str]) -> list[Token]:
        tokens = {word: self._token(word) for word in set(words)}
        edge = self._machine.edge_token()
        return [edge, *(tokens[word] for word in words[1:-1]), edge]

    def _token(self, word: str) -> Token:
        if word in (PAUSE, STOP):
            return self._machine.break_token(ends_gaps=word == STOP)
        meant = self._words.meant(word)
        return self._machine.token(meant, passes=not self._fillers.isdisjoint(meant))


def _quoted(words: Sequence[str], saying_so: Collection[int]) -> set[int]:
    """Return the places of the words *saying_so* and of the one part of a sentence behind them, maybe behind a colon."""
    quoted = set(saying_so)
    for last in (at for at in saying_so if at + 1 not in saying_so):
        first = next(at for at in range(last + 1, len(words)) if words[at] != PAUSE)
        end = next(at for at in range(first, len(words)) if words[at] in _GOING_ON)
        quoted.update(range(first, end))
    return quoted


def _loudest(
    net: CrisisNet, text: str, words: Sequence[str], covered: Collection[int], ahead: Ahead = nothing, bonus: float = 0.0
) -> tuple[float, Passage]:
    """Return the highest margin of the whole message and of its parts, with a *bonus* for all, and where it is.

    No part has words that a figure of speech covers: on its own, it would sound meant.
    """
    whole, together = Passage(text, unmarked(words)), passages(text, words)
    if net.is_taught(text):
        return max(net.margins(together, ahead, bonus), default=-1.0), whole
    beside = parts(text, ["" if at in covered else word for at, word in enumerate(words)])
    margins = net.margins((*together, *beside), ahead, bonus)  # in one go: the encoder takes half the time
    loudest = max(margins[: len(together)], default=-1.0), whole
    if loudest[0] >= 0:
        return loudest
    return max([loudest, *zip(margins[len(together) :], beside, strict=True)], key=lambda pair: pair[0])


def _left_beside(net: CrisisNet, heard: _Heard) -> float:
    """Return the margin of what a message says beside figures of speech; a single word says nothing."""
    left = [word for at, word in enumerate(heard.words) if at not in heard.covered]
    plain = unmarked(left)
    return _loudest(net, " ".join(plain), left, ())[0] if len(plain) > 1 else -1.0


def _is_by_spelling(net: CrisisNet, heard: _Heard) -> bool:
    """Tell whether few words, not taught as they stand, are like distress only as long as their small ones are clipped."""
    spelt = tuple(_CLIPPED.get(word, word) for word in heard.words)
    plain = unmarked(spelt)
    if spelt == heard.words or len(plain) > _FEW or net.is_taught(heard.text):
        return False
    return _loudest(net, " ".join(plain), spelt, heard.covered)[0] < 0


def _in_all_languages(by_language: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    return (phrase for phrases in by_language.values() for phrase in phrases)


def _phrases_of(rules: CrisisRules) -> _Phrases:
    reader = PhraseReader(rules.words)
    phrases = _Phrases()
    for harmless, by_language in ((_NOT_CRISIS, rules.not_crisis), (_QUOTED, rules.quoted)):
        for phrase in _in_all_languages(by_language):
            phrases.add(Alarm(harmless, phrase), reader.read(phrase))
    for name, kind in rules.kinds.items():
        for alarm in _alarms_of(name, kind):
            phrases.add(alarm, reader.read(alarm.phrase))
    return phrases


def _alarms_of(name: str, kind: CrisisKind) -> Iterator[Alarm]:
    """Yield the alarm of each phrase of a *kind*, the sure ones last: the last one found is named."""
    for is_sure, by_language in ((False, kind.phrases), (True, kind.always)):
        for language, phrases in by_language.items():
            yield from (Alarm(name, phrase, language=language, is_sure=is_sure) for phrase in phrases)


class _Phrases:
    """Lays all sequences of all phrases out in one row of places, a starting place (None) before each."""

    def __init__(self) -> None:
        self.row: list[Step | None] = []
        self._first_places: list[int] = []
        self._alarms: list[Alarm] = []
        self._ends: dict[str, int] = {}

    def add(self, alarm: Alarm, sequences: Iterable[Steps]) -> None:
        """Append the *sequences* of the phrase of an *alarm*."""
        self._first_places.append(len(self.row))
        self._alarms.append(alarm)
        for steps in dict.fromkeys(sequences):
            self.row += (None, *steps)
            self._ends[alarm.kind] = self._ends.get(alarm.kind, 0) | 1 << (len(self.row) - 1)

    def ends_of(self, kind: str) -> int:
        """Return the last places of all sequences of *kind*."""
        return self._ends.get(kind, 0)

    def first_reached(self, reached: int) -> Alarm | None:
        """Return an alarm whose end is among the *reached* places: a sure one, else of the first kind."""
        told = ((kind, reached & ends) for kind, ends in self._ends.items())
        found = [self._at(here.bit_length() - 1) for kind, here in told if here and kind not in (_NOT_CRISIS, _QUOTED)]
        return next((alarm for alarm in found if alarm.is_sure), found[0] if found else None)

    def _at(self, place: int) -> Alarm:
        return self._alarms[bisect_right(self._first_places, place) - 1]
