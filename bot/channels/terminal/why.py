"""Explains a turn in plain German: what was read, and why it was answered as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from bot.conversation.turn import Turn
from bot.language.fold import fold
from bot.model.catalogue import Catalogue
from bot.model.reading import Candidate, Mention, MentionKind, Reading, Verdict
from bot.model.values import in_language

_KINDS: Mapping[MentionKind, str] = MappingProxyType(
    {
        "topic": "Eintrag",
        "theme": "Thema",
        "place": "Ort",
        "period": "Zeitraum",
        "elsewhere": "Ort außerhalb der Lausitz",
        "kind": "Art",
    }
)
_VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {
        "answer": "sicher genug zum Antworten",
        "choices": "unsicher, lieber nachfragen",
        "refuse": "zu unsicher zum Antworten",
    }
)
_CONTROLS = MappingProxyType(
    {
        "yes": "ja", "no": "nein", "other": "das andere", "more": "mehr", "back": "zurück", "stop": "aufhören",
        "ordinal": "eine Nummer",
    }
)
_NEARBY = 3


def explain(turn: Turn, catalogue: Catalogue) -> str:
    """Return the reasons of a turn, one a line."""
    lines = [*_read(turn, catalogue), ("Geantwortet", _answered(turn, catalogue))]
    width = max(len(label) for label, _ in lines) + 1
    return "\n".join(f"{label + ':':<{width}} {text}" for label, text in lines)


def _read(turn: Turn, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    reading = turn.reading
    if reading is None:
        crisis = turn.reply.intent == "crisis"
        yield "Gelesen", "eine Notlage, nach crisis.yaml" if crisis else "keine Frage, sondern ein Knopf oder Befehl"
        return
    yield from _words(reading)
    yield from (("Erkannt", _mention(mention, reading, catalogue)) for mention in reading.mentions)
    if reading.unread:
        yield "Unbekannt", ", ".join(reading.unread)
    if reading.command:
        yield "Steuerwort", _CONTROLS[reading.command.control]
    yield from _ranked(reading, catalogue)


def _words(reading: Reading) -> Iterator[tuple[str, str]]:
    yield "Gelesen", " ".join(read for _, read in reading.words) or "nichts"
    changed = {f"{written} → {read}" for written, read in reading.words if fold(written) != read}
    if changed:
        yield "Verbessert", ", ".join(sorted(changed))
    yield "Sprache", reading.language or "nicht eindeutig, die bisherige bleibt"


def _mention(mention: Mention, reading: Reading, catalogue: Catalogue) -> str:
    said = " ".join(read for _, read in reading.words[mention.first : mention.last])
    kind = _KINDS[mention.kind]
    if mention.days:
        first, end = mention.days
        return f"{kind} «{said}»: {first.isoformat()} bis vor {end.isoformat()}"
    if mention.kind == "period":
        return f"{kind} «{said}»: kein Tag im Kalender"
    names = ", ".join(_title(name, catalogue) for name in mention.ids)
    return f"{kind} «{said}»: {names}" if names else f"{kind} «{said}»"


def _ranked(reading: Reading, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    if not reading.ranked:
        return
    first, *others = reading.ranked[:_NEARBY]
    yield "Frage", _candidate(first, catalogue)
    yield from (("Knapp dahinter", _candidate(other, catalogue)) for other in others)
    yield "Urteil", _VERDICTS[reading.verdict]


def _candidate(candidate: Candidate, catalogue: Catalogue) -> str:
    near = f", ähnlichstes Beispiel «{candidate.example}» ({candidate.likeness:.0%})" if candidate.example else ""
    return f"{_title(candidate.intent, catalogue)}, Sicherheit {candidate.confidence:.0%}{near}"


def _answered(turn: Turn, catalogue: Catalogue) -> str:
    reply = turn.reply
    about = ", ".join(_title(topic, catalogue) for topic in reply.topics)
    what = _title(reply.intent, catalogue) if reply.intent else "eine Rückfrage"
    return f"{what} – {about}" if about else what


def _title(identifier: str, catalogue: Catalogue) -> str:
    thing = catalogue.intent(identifier) or catalogue.topic(identifier)
    return f"«{in_language(thing.title, 'de')}» ({identifier})" if thing else identifier
