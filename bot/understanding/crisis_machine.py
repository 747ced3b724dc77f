"""Runs all phrases of the crisis rules over a message at the same time.

Every place of every phrase is one bit of one large integer: a set bit says that a phrase has been
followed up to there. One shift takes all phrases one word further (Baeza-Yates and Gonnet 1992;
places that may be missing: Navarro and Raffinot 2002), so hundreds of phrases cost hardly more
than one, and no message can make the work explode.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.language.remembering import remembered
from bot.understanding.crisis_phrases import Step, What

_REMEMBERED = 256
"""So many of the words read last need not be looked up again; a few kilobytes each."""


@dataclass(slots=True)
class _Tree:
    """Turns of several words, by their first words."""

    children: dict[str, _Tree] = field(default_factory=dict)
    places: int = 0

    def add(self, turn: str, places: int) -> None:
        node = self
        for word in turn.split():
            node = node.children.setdefault(word, _Tree())
        node.places = places


@dataclass(frozen=True, slots=True)
class Token:
    """One word or break of a message, as the phrases see it.

    ``meant`` are the words and stems it stands for; ``takes`` the places that may take it;
    ``begins`` the turns of several words it may begin; ``passes``: phrases may also go on over it;
    ``is_break`` and ``ends_gaps``: a part of a sentence, or a whole one with its open gaps, ends here.
    """

    meant: tuple[str, ...]
    takes: int
    begins: tuple[_Tree, ...] = ()
    passes: bool = False
    is_break: bool = False
    ends_gaps: bool = False


class Machine:
    """All phrases, laid out in one *row* of places; None stands before each sequence and starts it."""

    def __init__(self, row: Sequence[Step | None]) -> None:
        self._starts = _bits(i for i, step in enumerate(row) if step is None)
        self._optional = _bits(i for i, step in enumerate(row) if step and step.optional)
        self._hops = _longest_run(bool(step and step.optional) for step in row)
        self._anything = _bits(i for i, step in enumerate(row) if step and step.what is What.ANYTHING)
        self._breaks = _bits(i for i, step in enumerate(row) if step and step.what is What.BREAK)
        self._edges = _bits(i for i, step in enumerate(row) if step and step.what is What.EDGE)
        places = _places_of_turns(row)
        self._single = {turn: bits for turn, bits in places.items() if " " not in turn}
        self._turns = _Tree()
        for turn, bits in places.items():
            if " " in turn:
                self._turns.add(turn, bits)
        self.words = frozenset(word for turn in places for word in turn.split())
        self.token = remembered(self._token, _REMEMBERED)

    def _token(self, meant: tuple[str, ...], *, passes: bool = False) -> Token:
        """Return a word that stands for the words and stems *meant*; without any, it only fills gaps."""
        takes = self._anything
        for word in meant:
            if word in self._single:
                takes |= self._single[word]
        return Token(meant, takes, _following((self._turns,), meant), passes=passes)

    def break_token(self, *, ends_gaps: bool) -> Token:
        """Return the end of a part of a sentence, or of a whole one."""
        return self._break(self._breaks, ends_gaps=ends_gaps)

    def edge_token(self) -> Token:
        """Return the beginning or end of the message."""
        return self._break(self._breaks | self._edges, ends_gaps=True)

    @staticmethod
    def _break(takes: int, *, ends_gaps: bool) -> Token:
        return Token((), takes, passes=True, is_break=True, ends_gaps=ends_gaps)

    def run(self, tokens: Sequence[Token]) -> Run:
        """Follow all phrases through *tokens*."""
        run = Run(tokens, self)
        for index, token in enumerate(tokens):
            run.take(index, token)
        return run

    def ready(self, state: int) -> int:
        """Return the places before which a phrase in *state* may go on, starts included."""
        if first_skipped := (state << 1) & self._optional:
            # Adding to a run of ones flips all of them from there on: every place that may be skipped after it.
            rest = (self._optional + first_skipped) ^ self._optional
            state |= (rest | first_skipped) & self._optional
        return state | self._starts

    def came_from(self, state: int) -> int:
        """Return the places from which the places in *state* may have been reached."""
        before = state >> 1
        for _ in range(self._hops):
            before |= (before & self._optional) >> 1
        return before

    def without_gaps(self, state: int) -> int:
        """Return *state* with all open gaps closed."""
        return state & ~self._anything



class Run:
    """How far the phrases got after each word of one message."""

    def __init__(self, tokens: Sequence[Token], machine: Machine) -> None:
        self._tokens = tokens
        self._machine = machine
        self._states = [0] * len(tokens)
        self._turns: list[list[tuple[int, int]]] = [[] for _ in tokens]
        self.reached = 0
        """Every place that any phrase got to."""

    def take(self, index: int, token: Token) -> None:
        """Go on over the *token* at *index*, and begin the turns that start there."""
        before = self._states[index - 1] if index else 0
        ready = self._machine.ready(before) << 1
        for last, places in _turns(self._tokens, index):
            if taken := ready & places:
                self._states[last] |= taken
                self._turns[last].append((index, taken))
        state = self._states[index] | (ready & token.takes)
        if token.passes:
            state |= before
        self._states[index] = self._machine.without_gaps(state) if token.ends_gaps else state
        self.reached |= self._states[index]

    def covered(self, ends: int) -> set[int]:
        """Return the indexes of all words that a sequence ending at one of the places *ends* names.

        Words in gaps are left out: there may stand anything, distress too.
        """
        found: set[int] = set()
        if not self.reached & ends:
            return found
        wanted = [state & ends for state in self._states]
        for index in range(len(self._tokens) - 1, -1, -1):
            if wanted[index]:
                self._want_before(index, wanted, found)
        return {index for index in found if not self._tokens[index].is_break}

    def _want_before(self, index: int, wanted: list[int], found: set[int]) -> None:
        """Note in *wanted* which states lead to those wanted at *index*; turns are *found* as a whole."""
        for first, places in self._turns[index]:
            if here := wanted[index] & places:
                found.update(range(first, index + 1))
                self._want(first - 1, self._machine.came_from(here), wanted)
        here = wanted[index] & self._tokens[index].takes
        if self._machine.without_gaps(here):
            found.add(index)
        self._want(index - 1, self._machine.came_from(here), wanted)
        if self._tokens[index].passes:
            self._want(index - 1, wanted[index], wanted)

    def _want(self, index: int, places: int, wanted: list[int]) -> None:
        if index >= 0:
            wanted[index] |= places & self._states[index]


def _turns(tokens: Sequence[Token], start: int) -> Iterator[tuple[int, int]]:
    """Yield the index of the last word and the places of every turn that begins at *start*."""
    nodes = tokens[start].begins
    index = start
    while nodes:
        yield from ((index, node.places) for node in nodes if node.places)
        index += 1
        if index == len(tokens):
            return
        token = tokens[index]
        waiting = tuple(node for node in nodes if node.children) if token.passes else ()
        nodes = _following(nodes, token.meant) + waiting


def _following(nodes: Iterable[_Tree], meant: Iterable[str]) -> tuple[_Tree, ...]:
    return tuple(node.children[word] for node in nodes for word in meant if word in node.children)


def _places_of_turns(row: Sequence[Step | None]) -> dict[str, int]:
    places: dict[str, list[int]] = {}
    for index, step in enumerate(row):
        for turn in step.turns if step else ():
            places.setdefault(turn, []).append(index)
    bits = {indexes: _bits(indexes) for indexes in {*map(tuple, places.values())}}  # of many turns the same: 1 KB each
    return {turn: bits[tuple(indexes)] for turn, indexes in places.items()}


def _bits(places: Iterable[int]) -> int:
    """Return an integer with the bits of all *places* set."""
    places = list(places)
    row = bytearray(max(places, default=0) // 8 + 1)
    for place in places:
        row[place // 8] |= 1 << place % 8
    return int.from_bytes(row, "little")


def _longest_run(flags: Iterable[bool]) -> int:
    longest = current = 0
    for flag in flags:
        current = current + 1 if flag else 0
        longest = max(longest, current)
    return longest
