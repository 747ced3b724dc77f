"""Explains a turn in plain German: what was read, why it was answered as it was, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import groupby
from types import MappingProxyType

from bot.answers.dates import local_day, say_language
from bot.channels.terminal.leave_one_out import Counted, counted
from bot.conversation.brain import Brain
from bot.conversation.turn import Turn
from bot.language.fold import fold
from bot.model.catalogue import Catalogue
from bot.model.reading import Candidate, Mention, MentionKind, Reading, Verdict
from bot.model.reply import Reply
from bot.model.values import DEFAULT_LANGUAGE, in_language

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
        "yes": "ja", "no": "nein", "other": "das andere", "else": "was noch", "more": "mehr", "back": "zurück",
        "stop": "aufhören", "heard": "zur Kenntnis genommen", "ordinal": "eine Nummer",
    }
)
_VIEWS = ("nach Wörtern", "nach Sinn")
_NEARBY = 3
_DESCRIBED = 0.3
"""From this probability on a topic that was described without its name is told."""
_OWN = MappingProxyType({"not-known": "«Das weiß ich nicht»", "crisis": "die Hilfe mit ihren Nummern", "": "eine Rückfrage"})
Lines = Iterator[tuple[str, str]]


def explain(turn: Turn, brain: Brain, text: str, now: datetime) -> str:
    """Return the reasons of a *turn* that answered *text* at *now*, one a line."""
    lines = [*_read(turn, brain, text, now), ("Geantwortet", _answered(turn.reply, brain.catalogue))]
    if turn.reply.also:
        lines.append(("Dazu", f"{_title(turn.reply.also, brain.catalogue)}, fast ebenso wahrscheinlich gemeint"))
    if turn.reading is not None and turn.reading.words:
        lines += _hung_on(counted(brain, text, turn, turn.before, now) if turn.before else Counted(), turn, brain.catalogue)
        lines += [("Ändern", advice) for advice in _advice(turn, turn.reading)]
    width = max(len(label) for label, _ in lines) + 1
    return "\n".join(f"{label + ':':<{width}} {line}" for label, line in lines)


def _read(turn: Turn, brain: Brain, text: str, now: datetime) -> Lines:
    reading, catalogue = turn.reading, brain.catalogue
    if reading is None:
        yield "Gelesen", _distress(brain, text) if turn.reply.intent == "crisis" else "keine Frage, sondern ein Knopf oder Befehl"
        return
    yield from _words(reading)
    yield from (("Erkannt", _mention(mention, reading, catalogue)) for mention in reading.mentions)
    if not reading.named("topic"):
        near = (fact for fact in reading.facts[:1] if fact.nearness >= _DESCRIBED)
        yield from (("Beschrieben", f"{_title(fact.topic, catalogue)}, {_percent(fact.nearness)} sicher") for fact in near)
    if reading.unread:
        yield "Unbekannt", ", ".join(reading.unread)
    if reading.command:
        yield "Steuerwort", _CONTROLS[reading.command.control]
    yield from _ranked(reading, brain, now)


def _distress(brain: Brain, text: str) -> str:
    alarm = brain.crisis.explain(text)
    if alarm is None:
        return "eine Notlage, nach crisis.yaml"
    shown = f"wegen «{alarm.phrase}»" if alarm.phrase else f"ähnlich dem Beispiel «{alarm.example}»"
    sureness = "vielleicht " if alarm.wavers else ""
    return f"{sureness}eine Notlage ({alarm.kind}), {shown} in crisis.yaml"


def _words(reading: Reading) -> Lines:
    yield "Gelesen", " ".join(read for _, read in reading.words) or "nichts"
    parts = [(written, " ".join(read for _, read in some)) for written, some in groupby(reading.words, lambda pair: pair[0])]
    changed = {f"{written} → {read}" for written, read in parts if fold(written) != read}
    if changed:
        yield "Verbessert", ", ".join(sorted(changed))
    told = reading.language or reading.tongue
    yield "Sprache", say_language(told, DEFAULT_LANGUAGE) if told else "nicht eindeutig, die bisherige bleibt"


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


def _ranked(reading: Reading, brain: Brain, now: datetime) -> Lines:
    if not reading.ranked:
        return
    first, *others = reading.ranked[:_NEARBY]
    yield "Frage", _candidate(first, reading, brain, now)
    yield from (("Knapp dahinter", _candidate(other, reading, brain, now)) for other in others)
    yield "Urteil", _VERDICTS[reading.verdict]


def _candidate(candidate: Candidate, reading: Reading, brain: Brain, now: datetime) -> str:
    """Name the question, how sure it is, and how near its best example is to each of the two views."""
    told = f"{_title(candidate.intent, brain.catalogue)}, Sicherheit {_percent(candidate.confidence)}"
    nearest = brain.reader.nearest(reading, candidate.intent, local_day(now))
    near = ", ".join(f"{view} {_percent(share)}" for view, share in zip(_VIEWS, nearest.alike, strict=False))
    return f"{told}, ähnlichstes Beispiel «{nearest.example}» ({near} gleich)"


def _answered(reply: Reply, catalogue: Catalogue) -> str:
    about = ", ".join(_title(topic, catalogue) for topic in reply.topics)
    what = _OWN.get(reply.intent or "") or _title(reply.intent or "", catalogue)
    return f"{what} – {about}" if about else what


def _hung_on(found: Counted, turn: Turn, catalogue: Catalogue) -> Lines:
    """Tell the words that counted, and what there would have been without those that decided."""
    if found.weighty:
        words = ", ".join(f"«{each.word}» (ohne das Wort {_percent(each.reply.confidence)})" for each in found.weighty)
        yield "Gezählt", words
    for each in found.deciding:
        nothing = ", ohne Eintrag" if turn.reply.topics and not each.reply.topics else ""
        yield "Entschieden", f"«{each.word}», ohne das Wort wäre es {_answered(each.reply, catalogue)}{nothing}"


def _advice(turn: Turn, reading: Reading) -> Iterator[str]:
    """Say what staff can do where the answer is not the right one."""
    if not reading.ranked or turn.reply.intent == "crisis":
        return
    first, *others = reading.ranked
    if reading.verdict == "answer" and turn.reply.intent == first.intent:
        other = f", zum Beispiel {others[0].intent}.yaml" if others else ""
        yield f"Gehört der Satz woanders hin? Dann als Beispiel in die richtige Datei unter intents{other}."
    else:
        yield f"Meint der Satz eine Frage, die es gibt? Dann als Beispiel in ihre Datei, vielleicht intents/{first.intent}.yaml."
    if not reading.named("topic"):
        yield "Geht es um einen Eintrag, der hier nicht erkannt ist? Dann unter also_called oder questions in dessen Datei."
    yield "Was sich damit noch ändert, zeigt: python -m bot diff HEAD"


def _title(identifier: str, catalogue: Catalogue) -> str:
    thing = catalogue.intent(identifier) or catalogue.topic(identifier)
    return f"«{in_language(thing.title, 'de')}» ({identifier})" if thing else identifier


def _percent(share: float) -> str:
    return f"{share:.0%}"
