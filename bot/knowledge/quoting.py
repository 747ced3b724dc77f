"""How to write a text so that YAML leaves it alone."""

from __future__ import annotations

import re

from bot.knowledge.problems import Wording

KEY = r"[\w.-]+"
QUOTE = "Setze den ganzen Text in Anführungszeichen."
_SHOWN = 80  # letters of a line that are worth repeating
_NO_BLANK = re.compile(rf"^\s*(?:- +)*({KEY}):([^\s:/].*)$")
_NO_BLANK_AFTER_DASH = re.compile(r"^\s*-([^\s-].*)$")
_OTHER_DASH = re.compile(r"^\s*([–—•]|\*(?=\s))\s*(.*)$")
_FOREIGN_COMMENT = re.compile(r"^\s*//\s*(.*)$")
_HARD_BLANK = re.compile(rf"^\s*(?:- +)*({KEY}):[\xa0\u202f]+(.*)$")
_FENCE = re.compile(r"^\s*```")
_BOLD_KEY = re.compile(rf"^\s*(?:- +)*\*+({KEY}?):?\*+:?\s*(.*)$")
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
