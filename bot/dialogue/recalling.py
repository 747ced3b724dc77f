"""Who or what something was, asked once more: "wer war das nochmal", "who is he again"."""

from __future__ import annotations

from bot.language.languages import of_any
from bot.model.answerable import what_it_is
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import AnswerIntent
from bot.model.reading import Reading
from bot.model.topics import Person, Topic

_AGAIN = of_any(lambda grammar: grammar.returning - grammar.back)
_WHO, _WHAT = of_any(lambda grammar: grammar.who), of_any(lambda grammar: grammar.interrogatives & grammar.happening)
_OTHERWISE = of_any(lambda grammar: grammar.interrogatives - grammar.happening - grammar.who)
_POINTING = of_any(lambda grammar: (grammar.there & grammar.subjects) | grammar.them | grammar.particular) - _WHO
_EMPTY = of_any(lambda grammar: grammar.stop_words | grammar.asking | grammar.joining)


def recalled(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return who or what was talked about last, where nothing but that is asked, in words that tell nothing else."""
    words = {word for _, word in reading.words}
    again = not words.isdisjoint(_AGAIN)
    plain = words <= _EMPTY | _AGAIN | _WHO | _POINTING and words.isdisjoint(_OTHERWISE) and not reading.mentions
    if not plain or words.isdisjoint(_POINTING):
        return None
    if not words.isdisjoint(_WHO):
        topic = _latest(catalogue, context, of_people=True) or (_latest(catalogue, context) if again else None)
    else:
        topic = _latest(catalogue, context) if again and not words.isdisjoint(_WHAT) else None
    told = what_it_is(catalogue, topic) if topic else None
    return AnswerIntent(told.id, topic.id) if topic and told else None


def _latest(catalogue: Catalogue, context: Context, *, of_people: bool = False) -> Topic | None:
    """Return what was named last, the one person of the last reply before what it was about."""
    named = (*context.listed[:1], *context.topics[:1]) if of_people else context.topics[:1]
    topics = (topic for name in named if (topic := catalogue.topic(name)))
    return next((topic for topic in topics if not of_people or isinstance(topic, Person)), None)
