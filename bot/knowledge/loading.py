"""One file at a time: from its bytes to an instance of its class, or to its problems."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from hashlib import sha256
from typing import Generic, cast

from pydantic import BaseModel, ValidationError

from bot.knowledge.fields import ID
from bot.knowledge.files import SourceFile, contents, text_of, without_tabs
from bot.knowledge.letters import odd_letters
from bot.knowledge.nodes import Block, Scalar, key_position, node_at, trail
from bot.knowledge.parsing import EMPTY, parse
from bot.knowledge.problems import TOP, Flaw, Problem, Spot, Unreadable, Wording
from bot.knowledge.shape import Draft, Model
from bot.knowledge.walk import Inside
from bot.language.remembering import Rounds

_EMPTY_BUT_NEEDED = Wording(EMPTY.message, "Der Bot braucht sie: Hole sie aus der letzten Fassung zurück, lösche sie nicht.")


@dataclass(frozen=True)
class Loaded(Generic[Model]):
    """A file that fits its class, with the bytes and the tree it was written as."""

    file: SourceFile
    raw: bytes
    draft: Draft[Model]
    thing: Model

    @cached_property
    def inside(self) -> Inside:
        """Every value in it."""
        return Inside(self.thing)

    def problem(self, flaw: Flaw) -> Problem:
        """Return the flaw as a problem at its line."""
        root = self.draft.root
        path = trail(root, flaw.loc)
        node = node_at(root, path)
        where = node.at if isinstance(node, Scalar) and not flaw.at_key else key_position(root, path)
        return Spot(where if path else TOP, flaw.wording, flaw.severity).in_file(self.file.name)

    def without(self, flaws: Iterable[Flaw]) -> Model | None:
        """Return the instance without the parts the flaws cut; None where nothing sound is left."""
        cuts = frozenset(trail(self.draft.root, flaw.cut) for flaw in flaws if flaw.cut is not None)
        return self.draft.trimmed(cuts) if cuts else self.thing

    def at_rest(self) -> Loaded[Model]:
        """Return the same, whose tree is read again where somebody asks for it: that of all files takes 14 MB."""
        return replace(self, draft=replace(self.draft, tree=partial(_tree_of, self.raw)))


@dataclass(frozen=True)
class Unchanged:
    """What reads found in each file: the next looks again only at files that changed, or that it had to complain of."""

    entries: Rounds[tuple[SourceFile, type[BaseModel], bytes], Loaded[BaseModel]] = field(default_factory=Rounds)
    flaws: Rounds[tuple[SourceFile, bytes, frozenset[str]], tuple[Flaw, ...]] = field(default_factory=Rounds)

    def next_round(self) -> None:
        """Let go what the last read had no use for."""
        self.entries.next_round()
        self.flaws.next_round()


@dataclass
class Reading:
    """Collects the bytes and the problems of all files while they are read."""

    problems: list[Problem] = field(default_factory=list)
    read: dict[str, bytes] = field(default_factory=dict)
    unchanged: Unchanged = field(default_factory=Unchanged)

    def note(self, *problems: Problem) -> None:
        """Remember problems."""
        self.problems.extend(problems)

    def plain_text(self, file: SourceFile) -> str | None:
        """Return the text of a file, None where it cannot be read."""
        try:
            text = text_of(self._raw(file))
        except Unreadable as slip:
            self.note(slip.spot.in_file(file.name))
            return None
        self.note(*(spot.in_file(file.name) for spot in odd_letters(text)))
        return text

    def load(self, file: SourceFile, model: type[Model], *, salvage: bool = False) -> Loaded[Model] | None:
        """Return what the file says, None where it has errors; with *salvage*, what fits in spite of them.

        What is salvaged is needed: of an empty file staff hear that it must not be deleted.
        """
        try:
            raw = self._raw(file)
            if kept := self.unchanged.entries.known((file, model, raw)):
                return cast("Loaded[Model]", kept)
            root, told = parse(without_tabs(text_of(raw)))
        except Unreadable as slip:
            needed = salvage and slip.spot.wording == EMPTY
            self.note((replace(slip.spot, wording=_EMPTY_BUT_NEEDED) if needed else slip.spot).in_file(file.name))
            return None
        draft = Draft(model, lambda: root, {ID: file.id} if ID in model.model_fields else {})
        told = tuple(spot for spot in told if _broken((spot,)) or not salvage)
        thing, spots = _fitted(draft, (*told, *draft.own_id()), salvage=salvage)
        self.note(*(spot.in_file(file.name) for spot in spots))
        if thing is None or (_broken(spots) and not salvage):
            return None
        loaded = Loaded(file, raw, draft, thing)
        if not spots:
            self.unchanged.entries.keep((file, model, raw), cast("Loaded[BaseModel]", loaded.at_rest()))
        return loaded

    def version(self) -> str:
        """Return a short hash over the names and bytes of everything read."""
        total = sha256()
        for name, raw in sorted(self.read.items()):
            total.update(f"{name}\0{len(raw)}\0".encode())
            total.update(raw)
        return total.hexdigest()[:12]

    def _raw(self, file: SourceFile) -> bytes:
        raw = self.read[file.name] = contents(file)
        return raw


def _tree_of(raw: bytes) -> Block:
    return parse(without_tabs(text_of(raw)))[0]


def _broken(spots: tuple[Spot, ...]) -> bool:
    return any(spot.severity == "error" for spot in spots)


def _fitted(
    draft: Draft[Model], told: tuple[Spot, ...], *, salvage: bool
) -> tuple[Model | None, tuple[Spot, ...]]:
    """Return the instance, where there is one, and all that was wrong."""
    try:
        return draft.fit(), told
    except ValidationError as error:
        rest = draft.trimmed(draft.misfitting(error)) if salvage else None
        return rest, (*told, *draft.misfits(error, told))
