"""Finds the files staff wrote and turns their bytes into text."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge.problems import TOP, Position, Problem, Severity, Unreadable, unreadable
from bot.model.values import ID_PATTERN

LIMIT = 2 * 1024 * 1024  # bytes a file may have; the crisis examples take half of it
_USUAL = 1 << 16
"""Most files are smaller: room for more takes longer to get than they take to read."""
LINE_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")  # what YAML counts as the end of a line
UNPRINTABLE = re.compile(r"[^\t\r\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST = 40  # an id, as in ID_PATTERN
_YAML_LIKE = re.compile(r"\.(?:yaml|yml|txt)(?:\.txt)?$", re.IGNORECASE)
_DOCUMENT = re.compile(r"\.(?:docx?|odt|rtf|pages|pdf|xlsx?|ods|csv|html?)$", re.IGNORECASE)
_STRANGE_INDENT = re.compile(r"^ *([\t\xa0])[\t\xa0 ]*[^\s#]", re.MULTILINE)
_LONGEST_LETTER = 4  # bytes
_CONFLICT_SIGNS = tuple(7 * sign for sign in "<>|=")
_CONFLICT = re.compile(r"^(?:[<>|]{7}(?: .*)?|={7})$", re.MULTILINE)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: where it is, how it is called in problems, and its id."""

    path: Path
    name: str
    id: str

    def problem(self, message: str, suggestion: str = "", severity: Severity = "error") -> Problem:
        """Return a problem of the file as a whole."""
        return Problem(self.name, *TOP, severity, message, suggestion)


@dataclass(frozen=True, slots=True)
class Listed:
    """The usable files of a folder in the order of their names, and what is wrong with the others.

    ``misnamed`` are the names of files that are not read, by the id they were meant to have.
    """

    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]
    misnamed: Mapping[str, str]


def slug(text: str) -> str:
    """Return *text* as an id: small letters, digits and hyphens, at most 40; a longer one ends with a whole word."""
    plain = text.strip().lower().translate(_UMLAUTS)
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return name if len(name) <= _LONGEST else name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]


def at(path: Path, above: str) -> SourceFile:
    """Return the file at *path*, shown as ``above/file``."""
    shown = path.name.encode(errors="replace").decode()
    return SourceFile(path, f"{above}/{shown}", path.name.partition(".")[0])


def entries(folder: Path, shown: str) -> Listed:
    """Return the YAML files of a folder; one that cannot be listed or is missing has none."""
    files = [at(path, shown) for path in inside(folder)]
    misnamed = {file.name: problem for file in files if (problem := _misnamed(file))}
    good = [file for file in files if file.name not in misnamed and file.path.name.endswith(".yaml")]
    meant = {slug(file.id): file.name for file in files if file.name in misnamed and not file.path.is_dir()}
    return Listed(tuple(good), tuple(misnamed.values()), meant)


def inside(folder: Path) -> list[Path]:
    """Return what lies in a folder, hidden things left out; nothing where it cannot be listed."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return []


def _misnamed(file: SourceFile) -> Problem | None:
    name = file.path.name
    if not _YAML_LIKE.search(name):
        return _subfolder(file) if file.path.is_dir() else _document(file)
    stem = _YAML_LIKE.sub("", name)
    better = slug(stem)
    advice = f"Nenne sie {better}.yaml." if better else "Nenne sie zum Beispiel mein-eintrag.yaml."
    if not name.endswith(".yaml"):
        return file.problem("Die Datei wird nicht gelesen: Ihr Name muss auf .yaml enden.", advice)
    if not re.fullmatch(ID_PATTERN, stem):
        rule = "Im Dateinamen sind nur a–z, Ziffern und Bindestriche erlaubt, höchstens 40 Zeichen."
        return file.problem(rule, advice)
    return None


def _document(file: SourceFile) -> Problem | None:
    """Other files are left alone: an editor's copies, notes."""
    if not _DOCUMENT.search(file.path.name):
        return None
    better = slug(_DOCUMENT.sub("", file.path.name)) or "mein-eintrag"
    advice = f"Kopiere ihren Text in eine Textdatei {better}.yaml."
    return file.problem("Solche Dateien liest der Bot nicht.", advice, "warning")


def _subfolder(file: SourceFile) -> Problem:
    return file.problem(
        "In Unterordnern liest der Bot nicht.", "Lege die Dateien eine Ebene höher.", "warning"
    )


def doubled(files: Iterable[SourceFile]) -> Iterator[tuple[SourceFile, Problem]]:
    """Yield each file whose id an earlier file already has, with the problem that names both."""
    first: dict[str, SourceFile] = {}
    for file in files:
        earlier = first.setdefault(file.id, file)
        if earlier is not file:
            message = f"Die Kennung «{file.id}» gibt es zweimal: {earlier.name} und {file.name}."
            yield file, file.problem(message, "Benenne eine der beiden Dateien um.")


def contents(file: SourceFile) -> bytes:
    """Return the bytes of the file; raises Unreadable when that is not possible or it is too large."""
    try:
        with file.path.open("rb") as stream:
            raw = stream.read(_USUAL)
            raw += stream.read(LIMIT + 1 - _USUAL) if len(raw) == _USUAL else b""
    except OSError:
        raise _closed(file.path) from None
    if len(raw) > LIMIT:
        raise unreadable(TOP, "Die Datei ist größer als 2 MiB.", "Teile sie in mehrere Einträge auf.")
    return raw


def _closed(path: Path) -> Unreadable:
    """Say why the file at *path* cannot be opened."""
    if path.is_dir():
        return unreadable(TOP, "Das ist ein Ordner und keine Datei.", "Lege die Dateien darin eine Ebene höher und lösche ihn.")
    if path.is_symlink() and not path.exists():
        return unreadable(TOP, "Das ist nur ein Verweis, der ins Leere führt.", "Ersetze ihn durch die Datei selbst.")
    return unreadable(TOP, "Die Datei lässt sich nicht öffnen.", "Prüfe, ob du sie lesen darfst.")


def text_of(raw: bytes) -> str:
    """Return the text of a file saved as UTF-8; raises Unreadable for anything else."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _wrong_encoding(TOP, "Die Datei ist als UTF-16 gespeichert, nicht als UTF-8.")
    body = raw.removeprefix(BOM_UTF8)
    before, null, _ = body.partition(b"\0")
    if null:
        where = position_at(before.decode(errors="replace"), len(before))
        message = "Das ist keine Textdatei, sie enthält Null-Bytes."
        raise unreadable(where, message, "Speichere sie als reinen Text in UTF-8.")
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise _not_utf8(body, error.start) from None
    if found := UNPRINTABLE.search(text):
        raise _unprintable(text, found.start())
    if any(sign in text for sign in _CONFLICT_SIGNS) and (found := _CONFLICT.search(text)):
        raise _conflict(position_at(text, found.start()))
    return text


def without_tabs(text: str) -> str:
    """Return *text* again; raises Unreadable where a line is indented by anything but blanks."""
    if ("\t" in text or "\xa0" in text) and (found := _STRANGE_INDENT.search(text)):
        where = position_at(text, found.start(1))
        what = "einem Tabulator" if found[1] == "\t" else "einem geschützten Leerzeichen"
        raise unreadable(where, f"Die Zeile ist mit {what} eingerückt.", "Nimm dafür normale Leerzeichen.")
    return text


def position_at(text: str, index: int) -> Position:
    """Return line and column of a character."""
    lines = LINE_BREAK.split(text[:index])
    return Position(len(lines), len(lines[-1]) + 1)


def _not_utf8(raw: bytes, index: int) -> Unreadable:
    where, rest = position_at(raw[:index].decode(), index), raw[index:]
    if len(rest) < _LONGEST_LETTER and not raw[:index].isascii() and rest.decode(errors="replace") == "\ufffd":
        message = "Hier hört die Datei mitten in einem Buchstaben auf."
        return unreadable(where, message, "Hole sie aus der letzten Fassung zurück.")
    letter = raw[index : index + 1].decode("cp1252", errors="replace")
    return _wrong_encoding(where, f"Die Datei ist nicht als UTF-8 gespeichert (hier steht wohl «{letter}»).")


def _wrong_encoding(where: Position, message: str) -> Unreadable:
    return unreadable(where, message, "Speichere sie mit der Kodierung UTF-8.")


def _unprintable(text: str, index: int) -> Unreadable:
    message = f"Hier steht ein unsichtbares Zeichen (U+{ord(text[index]):04X})."
    return unreadable(position_at(text, index), message, "Lösche es und tippe die Stelle neu.")


def _conflict(where: Position) -> Unreadable:
    message = "Hier stehen zwei Fassungen nebeneinander, zwischen denen git nicht entscheiden konnte."
    return unreadable(where, message, "Behalte eine und lösche die Zeilen mit <<<<<<<, ======= und >>>>>>>.")
