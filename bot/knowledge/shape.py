"""Fits the tree of a file into its model class and tells in German where it does not fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from bot.knowledge.fields import ID, key_names, list_of
from bot.knowledge.nodes import Block, Plain, key_position, node_at, position, trail, values
from bot.knowledge.problems import Loc, Position, Spot, Wording
from bot.knowledge.wording import Case, meant_key, wording

Model = TypeVar("Model", bound=BaseModel)
_IN_ENTRY = 3  # pieces of the way to a key of a list entry
MOST = 50  # complaints of one file that are put into words
_KEY_MARK = "[key]"  # how pydantic says that a key, not its value, is wrong
_OWN_ID = Wording("«id» gehört nicht in die Datei: Die Kennung ist ihr Name.", "Lösche die Zeile.")


@dataclass(frozen=True)
class Draft(Generic[Model]):
    """The class a file should fit, and what gives its tree; ``given`` are fields from outside the file."""

    model: type[Model]
    tree: Callable[[], Block]
    given: Mapping[str, Plain]

    @cached_property
    def root(self) -> Block:
        """The tree of the file."""
        return self.tree()

    def fit(self, cuts: frozenset[Loc] = frozenset()) -> Model:
        """Return the instance, *cuts* left out; raises pydantic's ValidationError."""
        return self.model.model_validate({**values(self.root, cuts), **self.given})

    def trimmed(self, cuts: frozenset[Loc]) -> Model | None:
        """Return the instance without *cuts*, widened until the rest fits; None where all must go."""
        while () not in cuts:
            try:
                return self.fit(cuts)
            except ValidationError:
                cuts = frozenset(loc[:-1] for loc in cuts)
        return None

    def misfits(self, error: ValidationError, told: tuple[Spot, ...] = ()) -> tuple[Spot, ...]:
        """Return every complaint in German at its place, but none about what was *told* already."""
        places = frozenset(spot.at for spot in told if spot.severity == "error")
        complaints = self._with_strays_as_one(_complaints(error))[:MOST]
        misspelt = {self._meant(complaint) for complaint in complaints if complaint.kind == "extra_forbidden"}
        return tuple(
            self._spot(complaint)
            for complaint in complaints
            if not self._is_told(complaint, places) and (complaint.kind != "missing" or complaint.loc not in misspelt)
        )

    def _with_strays_as_one(self, complaints: list[_Complaint]) -> list[_Complaint]:
        """Return the complaints, but of an entry that stands under another list than its own only that it does."""
        unknown: defaultdict[Loc, list[str]] = defaultdict(list)
        for each in complaints:
            if each.kind == "extra_forbidden" and len(each.loc) == _IN_ENTRY and isinstance(each.loc[1], int):
                unknown[each.loc[:2]].append(str(each.loc[2]))
        homes = {loc: {list_of(self.model, key) for key in keys} for loc, keys in unknown.items() if len(keys) > 1}
        strays = {loc: home for loc, (home, *more) in homes.items() if home and not more}
        rest = [each for each in complaints if each.loc[:2] not in strays]
        return [*rest, *(_Complaint("stray", loc, at_key=False, context={"home": home}) for loc, home in strays.items())]

    def misfitting(self, error: ValidationError) -> frozenset[Loc]:
        """Return the parts of the file that do not fit."""
        return frozenset(trail(self.root, complaint.loc) for complaint in _complaints(error))

    def own_id(self) -> tuple[Spot, ...]:
        """Return the complaint about a file that names its own id."""
        has_key = ID in self.given and ID in self.root.keys
        return (Spot(self.root.keys[ID].at, _OWN_ID),) if has_key else ()

    def _spot(self, complaint: _Complaint) -> Spot:
        loc = complaint.loc
        where = key_position(self.root, loc) if complaint.at_key else position(self.root, loc)
        key = next((piece for piece in reversed(trail(self.root, loc)) if isinstance(piece, str)), "")
        case = Case(complaint.kind, loc, key, node_at(self.root, loc), self.model, complaint.context)
        return Spot(where, wording(case))

    def _meant(self, complaint: _Complaint) -> Loc:
        """Return the way to the key an unknown one was meant to be: it is not missing besides."""
        *above, word = complaint.loc
        return (*above, meant_key(str(word), key_names(self.model, tuple(above))) or "")

    def _is_told(self, complaint: _Complaint, places: frozenset[Position]) -> bool:
        loc = complaint.loc
        if places and str(complaint.context.get("error")) == "prose-empty":
            return True  # pydantic says it of the block around the empty text
        return not places.isdisjoint({position(self.root, loc), key_position(self.root, loc)})


@dataclass(frozen=True, slots=True)
class _Complaint:
    """What pydantic says about one value."""

    kind: str
    loc: Loc
    at_key: bool
    context: Mapping[str, object]


def _complaints(error: ValidationError) -> list[_Complaint]:
    return [
        _Complaint(
            kind=details["type"],
            loc=tuple(piece for piece in details["loc"] if piece != _KEY_MARK),
            at_key=details["type"] == "extra_forbidden" or _KEY_MARK in details["loc"],
            context=details.get("ctx", {}),
        )
        for details in error.errors(include_url=False)
    ]
