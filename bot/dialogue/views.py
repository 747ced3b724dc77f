"""What a list is filtered by."""

from __future__ import annotations

from bot.model.context import ListView
from bot.model.intents import Intent
from bot.model.reading import Reading

def view_of(intent: Intent, reading: Reading) -> ListView:
    """Return what a list is filtered by: themes, places and a period named; the whole region is no filter."""
    themes = tuple(name for mention in reading.named("theme") for name in mention.ids)
    places = tuple(name for mention in reading.named("place") for name in mention.ids if name != "lausitz")
    days = next((mention.days for mention in reading.named("period") if mention.days), None)
    of = intent.answer.list.of if intent.answer.list else ()
    nouns = (name.partition("/") for mention in reading.named("kind") for name in mention.ids)
    types = tuple(type_name for kind, _, type_name in nouns if type_name and kind in of)
    span = (days[0].isoformat(), days[1].isoformat()) if days else None
    return ListView(intent.id, types, themes, places, span)

