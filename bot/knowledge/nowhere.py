"""What to say about an id that leads nowhere, and whom or what it was probably meant to name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.knowledge.addresses import MAIL
from bot.knowledge.fields import choices_at, class_at, keys_of
from bot.knowledge.files import slug
from bot.knowledge.german import value_for
from bot.knowledge.index import INTENT, PATH, Index
from bot.knowledge.loading import Loaded
from bot.knowledge.problems import Fix, Loc, Wording
from bot.model.intents import Intent
from bot.model.paths import Path
from bot.model.topics import TOPIC_CLASSES, Topic
from bot.model.values import ID_PATTERN

_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?:und|&|/)\s+")
_COMMENT = re.compile(r"(\S+)\s+//\s*(.*)")
_FILE_NAME = re.compile(r"\.ya?ml$", re.IGNORECASE)
_PAGE_OR_NUMBER = re.compile(r"https?://\S+|www\.\S+|[+0][\d\s/()–-]{5,}")
_LOOKED_FOR: Mapping[tuple[str, ...], str] = {
    ("place",): "Einen Ort",
    ("theme",): "Ein Thema",
    (INTENT,): "Eine Frage",
    (PATH,): "Einen Weg",
}
_LONGEST = 40
_FOLDERS: Mapping[str, str] = {**{each.kind: f"{each.folder}/" for each in TOPIC_CLASSES}, INTENT: "intents/", PATH: "paths/"}


def unknown_id(
    entry: Loaded[Topic | Intent | Path], loc: Loc, value: str, index: Index, kinds: tuple[str, ...], nearby: Iterable[str] = ()
) -> Wording:
    """Return what to say about *value* at *loc*, which names nothing; *nearby* are names that would do as well."""
    name = _FILE_NAME.sub("", value.rpartition("/")[2])
    known = index.called(name, kinds)
    if wording := None if known or re.fullmatch(ID_PATTERN, value) else _no_id(value, loc, index):
        return wording
    message = f"{_LOOKED_FOR.get(kinds, 'Einen Eintrag')} «{value[:_LONGEST]}{'…' * (len(value) > _LONGEST)}» gibt es nicht."
    if known:
        return Wording(message, f"Meintest du {known}?", Fix(value, known) if known == slug(name) else None)
    if elsewhere := _of_another_key(entry, loc, value):
        return Wording(message, f"Meintest du {elsewhere}?")
    meant = index.meant(name, kinds, nearby)
    return Wording(message, f"Meintest du {meant}?" if meant else _new_file(slug(name), kinds))


def _new_file(name: str, kinds: tuple[str, ...]) -> str:
    folder = _FOLDERS[kinds[0]] if len(kinds) == 1 else ""
    return f"Lege die Datei {folder}{name}.yaml an oder ändere die Kennung."


def unknown_question(key: str, index: Index, answered: Sequence[str]) -> Wording:
    """Return what to say about a *key* under ``questions`` that names none, in an entry by which others are *answered*."""
    meant = index.meant(key, (INTENT,))
    if meant in answered:
        return Wording(_no_question(key), f"Meintest du {meant}?")
    these = f"auf: {', '.join(answered)}" if answered else "auf nichts"
    known = f"Antworten hat dieser Eintrag {these}."
    return Wording(_no_question(key), f"Meintest du {meant}? {known}" if meant else known)


def unknown_facet(key: str, index: Index) -> Wording:
    """Return what to say about a *key* under ``facets`` that names no question."""
    meant, known = index.meant(key, (INTENT,)), sorted(index.facets)
    new = "Eine neue legst du unter intents an (answer: {facet: true})."
    return Wording(_no_question(key), f"Meintest du {meant}?" if meant in known else f"Es gibt: {', '.join(known)}. {new}")


def _no_question(key: str) -> str:
    return f"Eine Frage «{key}» gibt es nicht."


def _no_id(value: str, loc: Loc, index: Index) -> Wording | None:
    """Return what to say about what cannot be an id and tells what it is instead."""
    if MAIL.fullmatch(value) or _PAGE_OR_NUMBER.fullmatch(value):
        key = next(piece for piece in reversed(loc) if isinstance(piece, str))
        message = f"Bei «{key}» gehört die Kennung eines Eintrags hin, nicht «{value}»."
        return Wording(message, "Die Kennung ist sein Dateiname ohne .yaml; dort steht auch, wie man ihn erreicht.")
    message = f"«{value}» ist keine Kennung."
    if found := _COMMENT.fullmatch(value):
        return Wording(message, f"Ein Kommentar beginnt mit #. Schreib: {found[1]}  # {found[2]}")
    parts = [slug(part) for part in _BETWEEN.split(value)]
    if len(parts) == 1 and all(part in index.things for part in value.split()):
        parts = value.split()
    if len(parts) > 1 and all(parts):
        several = f"Mehrere gehören mit Kommas in eckige Klammern: [{', '.join(parts)}]"
        return Wording(message, several if _takes_several(loc) else f"Hier passt nur eine, zum Beispiel {parts[0]}.")
    return None


def _takes_several(loc: Loc) -> bool:
    return isinstance(loc[-1], int)


def _of_another_key(entry: Loaded[Topic | Intent | Path], loc: Loc, value: str) -> str:
    """Return key and value where the same block has a key that takes just this word: ``place: online``; else nothing."""
    model, above = type(entry.thing), loc[:-1]
    owner = class_at(model, above)
    meant = {value.lower(), value_for(value)}
    for key in keys_of(owner) if owner else ():
        if chosen := next((choice for choice in choices_at(model, (*above, key)) if choice in meant), None):
            return f"{key}: {chosen}"
    return ""
