"""YAML errors in plain German.

PyYAML knows where the reading stopped, seldom why. So the sentence comes from the line itself;
the parser's own words only choose the family. They differ between libyaml and pure Python, hence
the short fragments that both have.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from bot.knowledge.problems import Position, Spot, Wording
from bot.knowledge.quoting import (
    KEY,
    QUOTE,
    QUOTES_IN_TEXT,
    after_quote,
    comma_or_quote,
    mistyped,
    open_bracket,
    opened_above,
    quote_value,
    strange_sign,
    without_blank,
    without_blank_after_dash,
)

_KEY_LINE = re.compile(rf"^\s*(?:- +)*{KEY}:(?:\s|$)")
_BEFORE_KEY = re.compile(rf"^\s*(?:- +)*{KEY}$")
_PLACEHOLDER_FIRST = re.compile(rf"^\s*(?:- +)*(?:{KEY}: +)?\{{\w*\}}\s*$")
_HASH = re.compile(r"\s(#[^\s,}\]]*)")
_MARKDOWN_LINK = re.compile(r"\((https?://[^\s)]+)\)")
UNKNOWN = Wording("Diese Stelle kann der Bot nicht lesen.", "Setze Texte in Anführungszeichen und prüfe die Einrückung.")
_NOTHING_BEFORE = Wording("Vor dem Doppelpunkt fehlt ein Wort.", "Schreib zum Beispiel: title: …")
_OR_QUOTE = "Gehört beides zum Text? Dann setze ihn in Anführungszeichen."
_COLON = "Der Text enthält einen Doppelpunkt und steht nicht in Anführungszeichen."
_ALIGN = "Zeilen, die zusammengehören, beginnen in derselben Spalte."


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where the parser stopped (``at``), where that part had begun, and in which words it complained."""

    lines: tuple[str, ...]
    at: Position
    began: Position
    complaint: str

    @property
    def line(self) -> str:
        """The line at which the parser stopped."""
        return self.line_of(self.at)

    @property
    def before(self) -> str:
        """What stands before that place in its line."""
        return self.line[: self.at.column - 1]

    @property
    def rest(self) -> str:
        """What stands from there to the end of its line."""
        return self.line[self.at.column - 1 :]

    def line_of(self, at: Position) -> str:
        """Return the line of a place; empty after the last one."""
        return self.lines[at.line - 1] if at.line <= len(self.lines) else ""


def explained(error: yaml.MarkedYAMLError, lines: tuple[str, ...]) -> Spot:
    """Return where and what is wrong, in German."""
    at = _place(error.problem_mark or error.context_mark)
    began = _place(error.context_mark) if error.context_mark else at
    trouble = Trouble(lines, at, began, f"{error.context or ''}: {error.problem or ''}")
    for fragment, explain in _FAMILIES:
        if fragment in trouble.complaint:
            return explain(trouble)
    return Spot(at, UNKNOWN)


def _place(mark: yaml.Mark | None) -> Position:
    return Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)


def _open_quote(trouble: Trouble) -> Position | None:
    """Return where a double quote begins that swallows the following keys, else None."""
    opened: Position | None = None
    for number, line in enumerate(trouble.lines[: trouble.at.line], 1):
        if opened and _KEY_LINE.match(line):
            return opened
        if line.replace('\\"', "").count('"') % 2:
            opened = None if opened else Position(number, line.index('"') + 1)
    return None


def _unclosed_quote(trouble: Trouble, opened: Position | None = None) -> Spot:
    where = opened or _open_quote(trouble) or trouble.began
    sign = trouble.line_of(where)[where.column - 1 :][:1] or '"'
    return Spot(
        where,
        Wording("Hier fehlt das schließende Anführungszeichen.", f"Setze {sign} an das Ende des Textes."),
    )


def _colon(trouble: Trouble) -> Spot:
    """Explain a colon where none may stand: in a text, or because the line is misplaced."""
    if not _BEFORE_KEY.match(trouble.before):
        return Spot(trouble.at, Wording(_COLON, quote_value(trouble.line)))
    above = _line_above(trouble)
    if above and (missing := without_blank(above[1]) or without_blank_after_dash(above[1])):
        return Spot(Position(above[0], 1), missing)
    if above and _indent(trouble.line) > _indent(above[1]):
        advice = f"Beginne sie in derselben Spalte wie Zeile {above[0]}."
        return Spot(_first(trouble), Wording("Die Zeile ist zu weit eingerückt.", advice))
    return Spot(trouble.at, Wording(_COLON, quote_value(trouble.line)))


def _flow(trouble: Trouble) -> Spot:
    """Explain a ``{…}`` or ``[…]`` that does not go on as it must."""
    opening = trouble.line_of(trouble.began)[trouble.began.column - 1 :][:1]
    closing = {"{": "}", "[": "]"}.get(opening, "}")
    if _open_quote(trouble):
        return _unclosed_quote(trouble)
    if trouble.at.line != trouble.began.line:
        return Spot(trouble.began, _unclosed_bracket(trouble, opening, closing))
    return Spot(trouble.at, _inside_flow(trouble))


def _unclosed_bracket(trouble: Trouble, opening: str, closing: str) -> Wording:
    if hidden := _HASH.search(trouble.line_of(trouble.began)):
        message = f"Ab «{hidden[1]}» liest der Bot nicht weiter, denn mit # beginnt ein Kommentar."
        return Wording(message, "Setze den Text mit dem # in Anführungszeichen.")
    return Wording(f"Die Klammer {opening} wird nicht geschlossen.", f"Ergänze {closing} am Ende der Zeile.")


def _inside_flow(trouble: Trouble) -> Wording:
    if trouble.rest.startswith(":"):
        return Wording(_COLON, comma_or_quote(trouble.before))
    if trouble.rest.startswith(("{", "[")):
        return Wording("Der Text enthält eine Klammer und steht nicht in Anführungszeichen.", QUOTE)
    return Wording(
        "Hier fehlt ein Komma oder ein Anführungszeichen.", f"Sieh dir die Zeile an. {QUOTES_IN_TEXT}"
    )


def _block(trouble: Trouble) -> Spot:
    """Explain a line that fits neither as a key nor as a list entry."""
    if _open_quote(trouble):
        return _unclosed_quote(trouble)
    if trouble.rest.startswith(("}", "]")):
        return Spot(trouble.at, _closing(trouble))
    if not trouble.before.strip():
        return Spot(trouble.at, _misplaced(trouble))
    if _PLACEHOLDER_FIRST.match(trouble.before):
        message = "Ein Text, der mit { anfängt, muss in Anführungszeichen stehen."
        return Spot(_first(trouble), Wording(message, quote_value(trouble.line)))
    if opened := opened_above(trouble.lines[: trouble.at.line - 1], trouble.before.rstrip()):
        return _unclosed_quote(trouble, opened)
    return Spot(trouble.at, _goes_on(trouble))


def _goes_on(trouble: Trouble) -> Wording:
    last = trouble.before.rstrip()[-1:]
    if last in {'"', "'"}:
        return after_quote(trouble.before.rstrip(), trouble.rest)
    if found := _MARKDOWN_LINK.match(trouble.rest):
        return Wording("So schreibt man einen Link nur in Markdown.", f"Schreib hier nur die Adresse: {found[1]}")
    if last in {"}", "]"}:
        return Wording(
            f"Nach der Klammer {last} geht die Zeile weiter.", f"Lösche, was dahinter steht. {_OR_QUOTE}"
        )
    return UNKNOWN


def _misplaced(trouble: Trouble) -> Wording:
    if trouble.rest.startswith(":"):
        return _NOTHING_BEFORE
    if "block collection" in trouble.complaint:
        return Wording(
            "Die Zeile passt nicht in die Liste darüber.", "Beginne sie mit „- “ oder rücke sie anders ein."
        )
    if trouble.rest.startswith("-"):
        return Wording(
            "Die Liste steht an der falschen Stelle.", f"Über ihr fehlt eine Angabe wie «runs:». {_ALIGN}"
        )
    return Wording("Die Einrückung passt nicht zu den Zeilen darüber.", _ALIGN)


def _no_colon(trouble: Trouble) -> Spot:
    """Explain a line that should be ``key: value`` and has no colon."""
    line = trouble.line_of(trouble.began)
    if slip := mistyped(line) or without_blank(line) or without_blank_after_dash(line):
        return Spot(trouble.began, slip)
    advice = "Schreib sie wie «title: …», oder rücke sie ein, wenn sie zum Text darüber gehört."
    return Spot(trouble.began, Wording("In dieser Zeile fehlt ein Doppelpunkt.", advice))


def _sign(trouble: Trouble) -> Spot:
    """Explain a value that begins with a character that YAML keeps for itself."""
    if trouble.rest.startswith("\t"):
        return _tab(trouble)
    where = trouble.began if trouble.began.line == trouble.at.line else trouble.at
    return Spot(where, strange_sign(trouble.line_of(where), where.column))


def _tab(trouble: Trouble) -> Spot:
    return Spot(trouble.at, Wording("Hier steht ein Tabulator.", "Nimm dafür normale Leerzeichen."))


def _escape(trouble: Trouble) -> Spot:
    advice = "Schreib \\\\ statt \\ oder nimm einfache Anführungszeichen '…'."
    return Spot(trouble.at, Wording('Zwischen "…" hat der Rückstrich \\ eine eigene Bedeutung.', advice))


def _closing(trouble: Trouble) -> Wording:
    return Wording(
        f"Die Klammer {trouble.rest[:1]} hat keine öffnende.",
        "Lösche sie oder setze den Text in Anführungszeichen.",
    )


def _content(trouble: Trouble) -> Spot:
    """Explain a place where a value should begin and does not."""
    if trouble.rest.startswith(","):
        return Spot(
            trouble.at, Wording("Zwischen zwei Kommas steht nichts.", "Lösche ein Komma oder trag etwas ein.")
        )
    if trouble.rest.startswith(("}", "]")):
        return Spot(trouble.at, _closing(trouble))
    if trouble.rest.startswith(":"):
        return Spot(trouble.at, _NOTHING_BEFORE)
    if not trouble.rest and (opened := open_bracket(trouble.lines)):
        closing = {"{": "}", "[": "]"}[opened[1]]
        message = f"Die Klammer {opened[1]} wird nicht geschlossen."
        return Spot(opened[0], Wording(message, f"Ergänze {closing} am Ende der Zeile."))
    return Spot(trouble.at, UNKNOWN)


def _second_document(trouble: Trouble) -> Spot:
    above = _line_above(trouble)
    if above and _indent(above[1]) > _indent(trouble.line) and not trouble.line.startswith(("---", "...")):
        advice = f"Lösche die Leerzeichen vor «{above[1].split()[0]}». {_ALIGN}"
        return Spot(Position(above[0], 1), Wording("Diese Zeile ist eingerückt, die darunter nicht.", advice))
    message = "In einer Datei steht nur ein Eintrag, hier beginnt ein zweiter."
    return Spot(trouble.at, Wording(message, "Lösche die Zeile mit --- oder ... davor."))


def _list_in_line(trouble: Trouble) -> Spot:
    sign = trouble.rest[:1] or "-"
    message = f"Ein Wert darf nicht mit «{sign} » anfangen."
    return Spot(
        trouble.at,
        Wording(message, "Eine Liste beginnt in der nächsten Zeile; einen Text setze in Anführungszeichen."),
    )


def _line_above(trouble: Trouble) -> tuple[int, str] | None:
    """Return number and text of the last line above that says something."""
    for number in range(trouble.at.line - 1, 0, -1):
        line = trouble.lines[number - 1]
        if line.strip() and not line.lstrip().startswith("#"):
            return number, line
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _first(trouble: Trouble) -> Position:
    return Position(trouble.at.line, _indent(trouble.line) + 1)


_FAMILIES: tuple[tuple[str, Callable[[Trouble], Spot]], ...] = (
    ("unexpected end of stream", _unclosed_quote),
    ("mapping values are not allowed", _colon),
    ("flow mapping", _flow),
    ("flow sequence", _flow),
    ("could not find expected ':'", _no_colon),
    ("unknown escape", _escape),
    ("tab character", _tab),
    ("cannot start any token", _sign),
    ("scanning an alias", _sign),
    ("scanning an anchor", _sign),
    ("tag", _sign),
    ("block scalar", _sign),
    ("directive", _sign),
    ("entries are not allowed", _list_in_line),
    ("keys are not allowed", _list_in_line),
    ("document start", _second_document),
    ("document", _second_document),
    ("node content", _content),
    ("block mapping", _block),
    ("block collection", _block),
)
