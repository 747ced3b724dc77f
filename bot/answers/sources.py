"""The last line of a reply: where its facts are from, and of when."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.dates import month_of, say_short
from bot.answers.scope import Cited, Scope
from bot.model.reply import SourceNote
from bot.model.values import MOST_SOURCES, Source


def source_note(scope: Scope, cited: Iterable[Cited]) -> SourceNote | None:
    """Return "Quelle: … · Stand …" for at most `MOST_SOURCES`, and how many more there are; None where nothing was cited."""
    found = sources_of(scope, cited)
    said = "; ".join(describe(scope, source) for source in found[:MOST_SOURCES])
    if more := len(found[MOST_SOURCES:]):
        return SourceNote(scope.say("source-more", sources=said, count=more))
    return SourceNote(scope.say("source", sources=said)) if said else None


def sources_of(scope: Scope, cited: Iterable[Cited]) -> list[Source]:
    """Return the pages that are cited, each once."""
    found = (source for source in (_source(scope, *cite) for cite in cited) if source)
    return list({source.url: source for source in found}.values())


def _source(scope: Scope, topic_id: str, identifier: str | None) -> Source | None:
    topic = scope.catalogue.topic(topic_id)
    if topic is None or not topic.sources:
        return None
    return topic.sources.get(identifier or "") or next(iter(topic.sources.values()))


def describe(scope: Scope, source: Source) -> str:
    """Return a source with its date: the one printed on the page, else when it was read."""
    title = scope.prose(source.title)
    if source.published:
        return scope.say("source-dated", title=title, when=say_short(source.published, scope.language))
    return scope.say("source-undated", title=title, when=say_short(month_of(source.read), scope.language))
