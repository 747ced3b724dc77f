"""The notation in which staff write what people in distress say.

A phrase is words in order. Case, umlaut spelling and punctuation do not matter.

======================  ==============================================================
``ich will sterben``    these words in this order; filler words may stand between them
``suizid*``             any ending: Suizidgedanken, suizidal
``*tabletten``          any beginning: Schlaftabletten
``(will|möchte gern)``  one of these, each one or several words
``wirklich?``           may be missing; also after a bracket or a group
``ich … sterben``       up to four further words between (``...`` is the same)
``kann nicht mehr .``   here the sentence starts or ends: punctuation, emoji, message
``! bin traurig !``     here the whole message starts or ends: nothing else is said
``<ich>``               a group of words, written once under ``words:`` and used by name
======================  ==============================================================

A phrase is read into one or more plain sequences of `Step`, which `bot.understanding.crisis`
runs side by side. Fixed turns of several words (``möchte gern``) count as one word of a step,
so that brackets do not multiply.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from itertools import product
from math import prod

from bot.language.fold import fold

GAP_WORDS = 4
"""How many further words ``…`` lets pass."""

MOST_SEQUENCES = 64
"""A phrase that stands for more sequences than this is refused: it slows every message down."""

MOST_TURNS = 64
"""A choice of several words that multiplies to more turns than this stays a sequence of its own."""

_SHOWN = 60
_REMEMBERED_WORDS = 20_000
_TOKEN = re.compile(r"\s+|<[a-zäöüß-]+>\??|\.\.\.|…|\.|\(|\)\??|\||\*?[^\s()<>|.…*?]+\*?\??|.")
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"['’`´]")


class PhraseError(ValueError):
    """A phrase of the crisis rules that cannot be read; the message is German and names the phrase."""

    def __init__(self, phrase: str, problem: str) -> None:
        shown = phrase if len(phrase) <= _SHOWN else f"{phrase[:_SHOWN]} …"
        super().__init__(f"Krisenregel «{shown}»: {problem}")
        self.phrase = phrase
        self.problem = problem


class What(Enum):
    """What a step takes."""

    WORD = auto()
    ANYTHING = auto()
    BREAK = auto()
    EDGE = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """One place in a sequence: any word, a break, an end of the message, or one of ``turns``.

    A turn is a folded word, a beginning (``suizid*``) or an ending (``*tabletten``) of words, or
    several of these with blanks between.
    """

    what: What = What.WORD
    turns: frozenset[str] = frozenset()
    optional: bool = False


Sequence = tuple[Step, ...]

_BREAK, _EDGE = Step(What.BREAK), Step(What.EDGE)
_GAP: Sequence = (Step(What.ANYTHING, optional=True),) * GAP_WORDS


class PhraseReader:
    """Reads phrases; *groups* are the named groups, each may use those written before it.

    Raises PhraseError for a group that cannot be read.
    """

    def __init__(self, groups: Mapping[str, str]) -> None:
        self._groups: dict[str, tuple[Sequence, ...]] = {}
        for name, text in groups.items():
            self._groups[name] = self._sequences(text)

    def read(self, phrase: str) -> tuple[Sequence, ...]:
        """Return the sequences *phrase* stands for; raises PhraseError where it makes no sense."""
        sequences = tuple(ending for sequence in self._sequences(phrase) for ending in _endings(sequence))
        if any(not _has_fixed_word(sequence) for sequence in sequences):
            raise PhraseError(phrase, "Mindestens ein Wort muss immer vorkommen, sonst passt sie auf alles.")
        return sequences

    def _sequences(self, phrase: str) -> tuple[Sequence, ...]:
        return _Reading(phrase, self._groups).sequences()


class _Reading:
    """One pass over one phrase, from left to right."""

    def __init__(self, phrase: str, groups: Mapping[str, tuple[Sequence, ...]]) -> None:
        self._phrase = phrase
        self._groups = groups
        self._tokens = [token for token in _TOKEN.findall(phrase) if not token.isspace()]
        self._position = 0

    def sequences(self) -> tuple[Sequence, ...]:
        found = self._alternatives()
        if self._position < len(self._tokens):
            raise self._error("Eine Klammer wird geschlossen, die nie geöffnet wurde. Lösche sie oder ergänze die öffnende.")
        return found

    def _error(self, problem: str) -> PhraseError:
        return PhraseError(self._phrase, problem)

    def _next(self) -> str:
        return self._tokens[self._position] if self._position < len(self._tokens) else ""

    def _alternatives(self) -> tuple[Sequence, ...]:
        found = [*self._in_order()]
        while self._next() == "|":
            self._position += 1
            found += self._in_order()
        return tuple(_merged(found))

    def _in_order(self) -> tuple[Sequence, ...]:
        """Read up to ``|``, ``)`` or the end, multiplying the choices of each part."""
        found: tuple[Sequence, ...] = ((),)
        start = self._position
        while (token := self._next()) and token != "|" and not token.startswith(")"):
            self._position += 1
            part = self._part(token)
            found = tuple(before + after for before in found for after in part)
            if len(found) > MOST_SEQUENCES:
                raise self._error(f"Sie steht für mehr als {MOST_SEQUENCES} Wortfolgen. Bitte teile sie auf.")
        if self._position == start:
            raise self._error("Zwischen Klammern und Strichen fehlt ein Wort. Ergänze es oder lösche den Strich.")
        return found

    def _part(self, token: str) -> tuple[Sequence, ...]:
        if token in ("…", "..."):
            return (_GAP,)
        if token in (".", "!"):
            return ((_BREAK if token == "." else _EDGE,),)
        if token == "(":
            return self._bracket()
        if token.startswith("<") and token != "<":
            return _maybe(self._group(token.strip("<>?")), optional=token.endswith("?"))
        return _maybe((self._word(token.removesuffix("?")),), optional=token.endswith("?"))

    def _bracket(self) -> tuple[Sequence, ...]:
        inside = self._alternatives()
        closing = self._next()
        if not closing:
            raise self._error("Eine Klammer wird nicht geschlossen. Ergänze die schließende.")
        self._position += 1
        return _maybe(inside, optional=closing.endswith("?"))

    def _group(self, name: str) -> tuple[Sequence, ...]:
        if name not in self._groups:
            raise self._error(f"Die Wortgruppe <{name}> gibt es nicht (oder sie steht unter words: erst weiter unten).")
        return self._groups[name]

    def _word(self, token: str) -> Sequence:
        folded = _folded(token.strip("*"))
        if not _WORD.fullmatch(folded) or (token.startswith("*") and token.endswith("*")):
            raise self._error(f"Das Zeichen oder Wort «{token}» kann ich nicht lesen.")
        return (Step(turns=frozenset({"*" * token.startswith("*") + folded + "*" * token.endswith("*")})),)


@lru_cache(_REMEMBERED_WORDS)
def _folded(word: str) -> str:
    return fold(_APOSTROPHES.sub("", word))


def _maybe(sequences: tuple[Sequence, ...], *, optional: bool) -> tuple[Sequence, ...]:
    """Let *sequences* be left out where *optional*: a single step by its mark, longer ones by an empty choice."""
    if not optional:
        return sequences
    marked = tuple((replace(one[0], optional=True),) if len(one) == 1 else one for one in sequences)
    return marked if any(len(one) == 1 for one in marked) else ((), *marked)


def _merged(sequences: Iterable[Sequence]) -> Iterator[Sequence]:
    """Gather the choices that are plain words or turns in one step, so that they do not multiply."""
    turns: set[str] = set()
    optional = False
    for sequence in sequences:
        if sequence and (found := _as_turns(sequence)):
            turns.update(found)
            optional |= sequence[0].optional
        else:
            yield sequence
    if turns:
        yield (Step(turns=frozenset(turns), optional=optional),)


def _as_turns(sequence: Sequence) -> list[str]:
    """Return the turns *sequence* stands for; nothing where it holds gaps, breaks, missing or too many words."""
    if len(sequence) == 1:
        only = sequence[0]
        return list(only.turns) if only.what is What.WORD and len(only.turns) <= MOST_TURNS else []
    if any(step.what is not What.WORD or step.optional for step in sequence):
        return []
    if prod(len(step.turns) for step in sequence) > MOST_TURNS:
        return []
    return [" ".join(words) for words in product(*(sorted(step.turns) for step in sequence))]


def _endings(sequence: Sequence) -> Iterator[Sequence]:
    """Yield *sequence* without what may be missing at its ends, and with each word that may follow there.

    What may be missing at the beginning changes nothing and is dropped.
    """
    fixed = [index for index, step in enumerate(sequence) if not step.optional]
    if not fixed:
        yield ()
        return
    yield sequence[fixed[0] : fixed[-1] + 1]
    for index in range(fixed[-1] + 1, len(sequence)):
        if sequence[index].what is What.WORD:
            yield (*sequence[fixed[0] : index], replace(sequence[index], optional=False))


def _has_fixed_word(sequence: Sequence) -> bool:
    return any(step.what is What.WORD and not step.optional for step in sequence)
