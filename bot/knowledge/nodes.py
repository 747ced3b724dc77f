"""A YAML file as a tree of texts, lists and blocks that remember where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from bot.knowledge.problems import TOP, Loc, Position

Plain = str | list["Plain"] | dict[str, "Plain"]


class Mark(Protocol):
    """A place as YAML counts it: line and column from 0."""

    line: int
    column: int


class Scalar(NamedTuple):
    """A single value; always text. A large folder has a third of a million, and a tuple is made fastest.

    Hardly one is ever asked where it stands.
    """

    mark: Mark | None
    text: str

    @property
    def at(self) -> Position:
        """Where it stands."""
        return place(self.mark)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of values."""

    at: Position
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Values by key; ``keys`` are the keys as they stand there."""

    at: Position
    keys: Mapping[str, Scalar]
    values: Mapping[str, Node]


Node = Scalar | Listing | Block


def place(mark: Mark | None) -> Position:
    """Return the place of *mark* as people count it: from 1."""
    return Position(mark.line + 1, mark.column + 1) if mark else TOP


def values(block: Block, without: frozenset[Loc] = frozenset(), here: Loc = ()) -> dict[str, Plain]:
    """Return the values of a block by key, leaving out those at the paths *without*."""
    entries = [(key, (*here, key)) for key in block.values]
    return {key: _plain(block.values[key], without, loc) for key, loc in entries if loc not in without}


def _plain(node: Node, without: frozenset[Loc], here: Loc) -> Plain:
    match node:
        case Scalar():
            return node.text
        case Listing():
            places = [(item, (*here, index)) for index, item in enumerate(node.items)]
            return [_plain(item, without, loc) for item, loc in places if loc not in without]
        case Block():
            return values(node, without, here)


def step(node: Node, piece: str | int) -> Node | None:
    """Return the value one step below *node*, or None."""
    if isinstance(node, Block):
        return node.values.get(str(piece))
    if isinstance(node, Listing) and isinstance(piece, int) and piece < len(node.items):
        return node.items[piece]
    return None


def trail(root: Node, loc: Loc) -> Loc:
    """Return the part of *loc* that the file really has.

    The classes may see a value one level deeper than it is written (the text of a fact,
    the only item of a list); such steps are passed over.
    """
    node, path = root, []
    for piece in loc:
        below = step(node, piece)
        if below is not None:
            node = below
            path.append(piece)
    return tuple(path)


def node_at(root: Node, loc: Loc) -> Node:
    """Return the value at *loc*, or the nearest one around it."""
    node = root
    for piece in trail(root, loc):
        node = step(node, piece) or node
    return node


def position(root: Node, loc: Loc) -> Position:
    """Return where the value at *loc* stands, or the nearest one around it."""
    return node_at(root, loc).at


def key_position(root: Node, loc: Loc) -> Position:
    """Return where the key at the end of *loc* stands; without such a key, the value's place."""
    path = trail(root, loc)
    holder = node_at(root, path[:-1])
    if path and isinstance(holder, Block):
        return holder.keys[str(path[-1])].at
    return position(root, loc)
