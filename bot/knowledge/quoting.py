"""How to write a text so that YAML leaves it alone."""

from __future__ import annotations

import re

from bot.knowledge.problems import Wording

KEY = r"[\w.-]+"
QUOTE = "Setze den ganzen Text in Anführungszeichen."
_SHOWN = 80  # letters of a line that are worth repeating
_NO_BLANK = re.compile(rf"^\s*(?:- +)*({KEY}):([^\s:/].*)$")
_VALUE = re.compile(r"^\s*(?:- +)*(?:[a-z][a-z_]*: +)?(.*)$")


def in_quotes(line: str, column: int) -> str:
    """Return the advice to quote the text that starts at *column* (from 1) of *line*."""
    before, text = line[: column - 1], line[column - 1 :]
    inside_flow = before.count("{") + before.count("[") > before.count("}") + before.count("]")
    text = re.split(r"[,}\]]", text)[0] if inside_flow else text
    return f"Schreib es in Anführungszeichen: {quoted(text)}" if len(text) <= _SHOWN else QUOTE


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
