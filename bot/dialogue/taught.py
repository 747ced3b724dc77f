"""Questions that staff wrote for a topic, asked in their very words."""

from __future__ import annotations

from bot.dialogue.topics import takes_any_name
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import AnswerIntent
from bot.model.reading import Reading


def as_taught(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return the answer that staff wrote this very question for: whoever adds a question sees it answered so.

    In a talk about something else it must name its topic; a question for somebody's name is not answered without one.
    """
    topic, intent = reading.taught or ("", "")
    asked = catalogue.intent(intent)
    named = not context.topics or any(topic in mention.ids for mention in reading.named("topic"))
    if asked is None or takes_any_name(asked) or not (named or topic in context.topics):
        return None
    return AnswerIntent(intent, topic, confidence=1.0)
