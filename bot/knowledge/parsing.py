"""Turns YAML text into nodes, event by event.

The events of libyaml are used rather than its finished tree: the depth stays bounded while
reading, and an alias, a doubled key or a value lost behind ``#`` is seen where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from bot.knowledge.files import LINE_BREAK, UNPRINTABLE
from bot.knowledge.letters import odd_letters
from bot.knowledge.nodes import Block, Listing, Node, Scalar, place
from bot.knowledge.problems import TOP, Position, Severity, Spot, Unreadable, Wording, unreadable
from bot.knowledge.quoting import strange_sign, without_blank
from bot.knowledge.syntax import explained

DEPTH = 20  # levels a file may nest
Loader = type[yaml.BaseLoader] | type[yaml.CBaseLoader]
LOADER: Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_RARE_BREAKS = "\r\x85\u2028\u2029"
_HIDING_COMMENT = re.compile(r"\s*(#\S+)")
EMPTY = Wording("Die Datei ist leer.", "Schreib den Eintrag hinein oder lösche die Datei.")


def parse(text: str, loader: Loader = LOADER) -> tuple[Block, tuple[Spot, ...]]:
    """Return the tree of one YAML file and the slips after which reading could go on.

    Raises Unreadable for the first slip after which it cannot.
    """
    lines = tuple(LINE_BREAK.split(text) if any(sign in text for sign in _RARE_BREAKS) else text.split("\n"))
    commented = frozenset([number for number, line in enumerate(lines) if "#" in line]) if "#" in text else frozenset()
    try:
        events = iter(loader(text).get_event, None)  # what yaml.parse does, without asking twice for each event
        builder = _Builder(events, lines, commented, "\\" in text)
        root = builder.document()
    except yaml.MarkedYAMLError as error:
        raise Unreadable(explained(error, lines)) from None
    except (yaml.YAMLError, ValueError, OverflowError):
        raise unreadable(
            TOP, "Diese Datei kann der Bot nicht lesen.", "Lege sie als reinen Text neu an."
        ) from None
    return root, (*builder.spots, *odd_letters(text))


@dataclass
class _Builder:
    """Builds nodes from the events of one file and collects slips.

    *commented* are the numbers (from 0) of the lines with a ``#``; without a backslash nothing is *escaped*.
    """

    events: Iterator[yaml.Event]
    lines: tuple[str, ...]
    commented: frozenset[int]
    escaped: bool
    spots: list[Spot] = field(default_factory=list)

    def document(self) -> Block:
        """Return the only document of the stream."""
        next(self.events)
        if not isinstance(next(self.events), yaml.DocumentStartEvent):
            raise Unreadable(Spot(TOP, EMPTY))
        root = self._node(next(self.events), 1)
        next(self.events)
        after = next(self.events)
        if isinstance(after, yaml.DocumentStartEvent):
            message = "In einer Datei steht nur ein Eintrag, hier beginnt mit --- ein zweiter."
            raise unreadable(_at(after), message, "Lösche die Zeile oder lege eine zweite Datei an.")
        if not isinstance(root, Block):
            raise Unreadable(Spot(root.at, self._no_block(root)))
        return root

    def _no_block(self, root: Scalar | Listing) -> Wording:
        if isinstance(root, Scalar) and not root.text:
            return EMPTY
        if missing := without_blank(self._line(root.at.line)):
            return missing
        return Wording("Die Datei muss aus Zeilen wie «title: …» bestehen.", "Sieh dir eine Nachbardatei an.")

    def _node(self, event: yaml.Event, depth: int) -> Node:
        # Nearly all there is, by a third of a million: nothing is asked that a plain value answers by its class.
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None and depth <= DEPTH:
            return self._scalar(event)
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            self._refuse_sign(event)
        if depth > DEPTH:
            raise unreadable(
                _at(event),
                f"Hier sind mehr als {DEPTH} Ebenen ineinander verschachtelt.",
                "Schreib es flacher.",
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._listing(event, depth)
        return self._block(event, depth)

    def _refuse_sign(self, event: yaml.Event) -> None:
        """Refuse aliases, anchors and tags: they make bombs and cycles, and staff never mean them."""
        where = _at(event)
        raise Unreadable(Spot(where, strange_sign(self._line(where.line), where.column)))

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        if not event.style:
            if self.commented and event.end_mark and event.end_mark.line in self.commented:
                self._see_comment(event)
        elif self.escaped and UNPRINTABLE.search(event.value):
            self._note(
                _at(event), "Im Text steht ein unsichtbares Zeichen.", "Lösche die Folge mit dem Rückstrich \\."
            )
        return Scalar(event.start_mark, event.value)

    def _see_comment(self, event: yaml.ScalarEvent) -> None:
        end = event.end_mark
        hidden = _HIDING_COMMENT.match(self._line(end.line + 1), end.column) if end else None
        if hidden:
            message = f"Ab «{hidden[1]}» liest der Bot nicht weiter, denn mit # beginnt ein Kommentar."
            advice = (
                "Setze den ganzen Text in Anführungszeichen; für einen Kommentar lass nach # ein Leerzeichen."
            )
            self._note(_at(event), message, advice)

    def _listing(self, start: yaml.Event, depth: int) -> Listing:
        listing = Listing(_at(start), tuple(self._items(depth)))
        if not listing.items:
            self._note(listing.at, "Die Liste ist leer.", "Trag etwas ein oder lösche die Zeile.", "warning")
        return listing

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            node = self._node(event, depth + 1)
            if _is_empty(node):
                self._note(
                    node.at, "In der Liste steht ein leerer Eintrag.", "Trag etwas ein oder lösche ihn."
                )
            yield node

    def _block(self, start: yaml.Event, depth: int) -> Block:
        keys: dict[str, Scalar] = {}
        values: dict[str, Node] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event, depth)
            node = self._node(next(self.events), depth + 1)
            if key.text in keys:
                self._doubled(key, keys[key.text])
                continue
            keys[key.text], values[key.text] = key, node
            if _is_empty(node) and not self._told(node.at):
                flow = getattr(start, "flow_style", False) and self._char(node.at) not in {'"', "'"}
                self._nothing_after(key, flow=bool(flow))
        return Block(_at(start), keys, values)

    def _key(self, event: yaml.Event, depth: int) -> Scalar:
        node = self._node(event, depth + 1)
        if isinstance(node, Scalar):
            return node
        message = "Vor einem Doppelpunkt darf nur ein einfaches Wort stehen."
        raise unreadable(node.at, message, "Setze Texte mit Klammern in Anführungszeichen.")

    def _doubled(self, key: Scalar, first: Scalar) -> None:
        message = f"«{key.text}» steht zweimal da, in Zeile {first.at.line} und in Zeile {key.at.line}."
        self._note(key.at, message, "Lösche eine der beiden Zeilen oder fasse sie zusammen.")

    def _nothing_after(self, key: Scalar, *, flow: bool) -> None:
        if (flow or ":" in key.text) and (missing := without_blank(key.text)):
            self._note(key.at, missing.message, missing.suggestion)
        elif flow:
            advice = "Beginnt der Text mit { oder steht ein Komma darin? Dann setze ihn in Anführungszeichen."
            self._note(key.at, f"Nach «{key.text}» fehlt der Wert.", advice)
        else:
            message = f"Hinter «{key.text}:» steht nichts."
            self._note(key.at, message, "Trag etwas ein oder lösche die Zeile.")

    def _char(self, at: Position) -> str:
        return self._line(at.line)[at.column - 1 :][:1]

    def _line(self, number: int) -> str:
        """Return a line; events may stand behind the last one."""
        return self.lines[number - 1] if number <= len(self.lines) else ""

    def _told(self, at: Position) -> bool:
        return any(spot.at == at for spot in self.spots[-1:])

    def _note(self, at: Position, message: str, suggestion: str, severity: Severity = "error") -> None:
        self.spots.append(Spot(at, Wording(message, suggestion), severity))


def _at(event: yaml.Event) -> Position:
    return place(event.start_mark)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and (not node.text or node.text.isspace())
