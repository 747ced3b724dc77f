"""How to write a text so that YAML leaves it alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.knowledge.problems import Position, Wording

KEY = r"[\w.-]+"
QUOTE = "Setze den ganzen Text in Anführungszeichen."
QUOTES_IN_TEXT = "Anführungszeichen im Text schreib als „…“."
_SHOWN = 80  # letters of a line that are worth repeating
_NO_BLANK = re.compile(rf"^\s*(?:- +)*({KEY}):([^\s:/].*)$")
_NO_BLANK_AFTER_DASH = re.compile(r"^\s*-([^\s-].*)$")
_OTHER_DASH = re.compile(r"^\s*([–—•]|\*(?=\s))\s*(.*)$")
_FOREIGN_COMMENT = re.compile(r"^\s*//\s*(.*)$")
_HARD_BLANK = re.compile(rf"^\s*(?:- +)*({KEY}):[\xa0\u202f]+(.*)$")
_EQUALS = re.compile(rf"^\s*(?:- +)*({KEY})\s*=\s*(.*)$")
_LAST_WORD = re.compile(r"[^\s{,:] +([a-z_]+)$")
_FENCE = re.compile(r"^\s*```")
_BOLD_KEY = re.compile(rf"^\s*(?:- +)*\*+({KEY}?):?\*+:?\s*(.*)$")
_OPENS_TEXT = re.compile(rf"^\s*(?:- +)*(?:{KEY}: +)?[\"']$")
_VALUE = re.compile(r"^\s*(?:- +)*(?:[a-z][a-z_]*: +)?(.*)$")


def in_quotes(line: str, column: int) -> str:
    """Return the advice to quote the text that starts at *column* (from 1) of *line*."""
    before, text = line[: column - 1], line[column - 1 :]
    inside_flow = before.count("{") + before.count("[") > before.count("}") + before.count("]")
    text = re.split(r"[,}\]]", text)[0] if inside_flow else text
    return f"Schreib es in Anführungszeichen: {quoted(text)}" if len(text) <= _SHOWN else QUOTE


def strange_sign(line: str, column: int) -> Wording:
    """Return what to say about a value at *column* (from 1) that begins with a sign YAML keeps for itself."""
    if _FENCE.match(line):
        return Wording("Zeilen mit ``` gehören nicht in die Datei.", "Lösche sie, auch die am Ende.")
    if found := _BOLD_KEY.match(line):
        return Wording("Die Sterne um den Namen der Angabe sind zu viel.", f"Schreib: {found[1]}: {found[2]}".rstrip())
    if wording := mistyped(line):
        return wording
    return Wording(f"Ein Wert darf nicht mit «{line[column - 1 :][:1]}» anfangen.", in_quotes(line, column))


def quoted(text: str) -> str:
    """Return *text* as a quoted YAML value."""
    text = text.strip()
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def without_blank(line: str) -> Wording | None:
    """Return what to say where the blank after a key's colon is missing, else None."""
    found = _NO_BLANK.match(line)
    if not found:
        return None
    return Wording("Nach dem Doppelpunkt fehlt ein Leerzeichen.", f"Schreib: {found[1]}: {found[2].strip()}")


def quote_value(line: str) -> str:
    """Return the advice to quote what stands after the key or the dash of *line*."""
    found = _VALUE.match(line)
    text = found[1].strip() if found else line
    start = line.strip().removesuffix(text)
    return f"Schreib: {start}{quoted(text)}" if start and len(text) <= _SHOWN else QUOTE


def mistyped(line: str) -> Wording | None:
    """Return what to say where an editor put in a sign that looks like the right one, else None."""
    if found := _OTHER_DASH.match(line):
        return Wording(f"Die Zeile beginnt mit «{found[1]}» statt mit einem kurzen Strich.", f"Schreib: - {found[2]}")
    if found := _EQUALS.match(line):
        message = "Zwischen Name und Wert steht = statt eines Doppelpunkts."
        return Wording(message, f"Schreib: {found[1]}: {found[2]}".rstrip())
    if found := _FOREIGN_COMMENT.match(line):
        return Wording("Ein Kommentar beginnt hier mit #, nicht mit //.", f"Schreib: # {found[1]}")
    if found := _HARD_BLANK.match(line):
        message = "Nach dem Doppelpunkt steht ein geschütztes Leerzeichen."
        return Wording(message, f"Tippe ein normales: {found[1]}: {found[2].strip()}")
    return None


def without_blank_after_dash(line: str) -> Wording | None:
    """Return what to say where the blank after the dash of a list entry is missing, else None."""
    found = _NO_BLANK_AFTER_DASH.match(line)
    return Wording("Nach dem Strich fehlt ein Leerzeichen.", f"Schreib: - {found[1]}") if found else None


def open_bracket(lines: Sequence[str]) -> tuple[Position, str] | None:
    """Return place and sign of the last bracket that opens; None where there is none."""
    places = ((Position(row, line.rindex(sign) + 1), sign) for row, line in enumerate(lines, 1) for sign in "[{" if sign in line)
    return max(places, default=None)


def opened_above(lines: Sequence[str], before: str) -> Position | None:
    """Return the place of the quotation mark that is still open above, where *before* ends with one that should open.

    *lines* are those above; None where the last sign of *before* does close what its own line opened.
    """
    sign = before[-1:]
    if not _OPENS_TEXT.match(before):
        return None
    odd = (row for row in range(len(lines), 0, -1) if lines[row - 1].count(sign) % 2)
    return next((Position(row, lines[row - 1].index(sign) + 1) for row in odd), None)


def after_quote(before: str, rest: str) -> Wording:
    """Return what to say where a text goes on with *rest* after the quotation mark that ends *before*."""
    is_apostrophe = before[-1:] == "'" and before[-2:-1].isalpha() and rest[:1].isalpha()
    advice = 'Für einen Apostroph im Text nimm außen "…".' if is_apostrophe else QUOTES_IN_TEXT
    return Wording("Nach dem schließenden Anführungszeichen geht der Text weiter.", advice)


def comma_or_quote(before: str) -> str:
    """Return what may be missing in a line ``{a: b c: d}``: the comma before the key that *before* ends with, or quotes."""
    found = _LAST_WORD.search(before)
    return f"Fehlt vor «{found[1]}» ein Komma? Sonst setze den ganzen Text in Anführungszeichen." if found else QUOTE
