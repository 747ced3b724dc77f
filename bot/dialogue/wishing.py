"""What taps on the bell, and questions like it, lead to."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.option import Option
from bot.language.languages import of_any
from bot.model.catalogue import Catalogue
from bot.model.intents import END_WISHES, WISHES, Intent
from bot.model.moves import EndWishes, MakeWish, Move, ShowWishes
from bot.model.reading import Reading
from bot.model.topics import Dated, Topic
from bot.model.wishes import LEADS

WISHING = frozenset({"wish", "lead", "end"})
SURE = 0.6
"""From this confidence on a typed sentence is taken like a tap: it leads to messages that nobody may expect."""
_SURELY = 0.75
"""So sure it is by the words alone that somebody wants to be told, though not to whom."""
_AS_LIKELY = 0.9
"""So much of the likeliest a wish to be told weighs at least where it is meant among all that is about such wishes."""
_ASKING_OR_ENDING = of_any(lambda grammar: grammar.interrogatives | grammar.negating | grammar.stop)
_TO_ME = of_any(lambda grammar: grammar.to_me)


def unless_unasked(options: tuple[Option, ...], reading: Reading) -> tuple[Option, ...]:
    """Return *options*; where a wish is not sure and nothing is to be done for "me", what is told of the dates goes before it.

    "Ist ein neuer Termin bekannt" asks for one: nobody is to be written to who did not want that.
    """
    best = next(iter(options), None)
    sure = any(each.confidence >= _SURELY for each in reading.ranked[:1])
    if best is None or "wish" not in best.intent.answer.show or sure or any(word in _TO_ME for _, word in reading.words):
        return options
    told = next((each for each in options if "dates" in each.intent.answer.show and each.topic == best.topic), None)
    return (replace(told, weight=best.weight), *(each for each in options if each != told)) if told else options


def as_a_wish(catalogue: Catalogue, reading: Reading) -> Reading:
    """Return *reading* as a wish to be told where it surely is about such wishes, and as likely one as any: "erinnere mich dran".

    Something is to be done for "me"; who asks a question or says no asks for the wishes there are, or ends one.
    """
    words = {word for _, word in reading.words}
    about = [each for each in reading.ranked if _is_of_wishes(catalogue.intents[each.intent])]
    makes = next((each for each in about if _makes(catalogue.intents[each.intent])), None)
    plain = not words.isdisjoint(_TO_ME) and words.isdisjoint(_ASKING_OR_ENDING)
    sure = min(sum(each.confidence for each in about), 1.0)
    if not plain or makes is None or sure < SURE or makes.confidence < _AS_LIKELY * about[0].confidence:
        return reading
    others = (each for each in reading.ranked if each not in about)
    return replace(reading, ranked=(replace(makes, confidence=sure), *others), verdict="answer")


def is_a_wish(catalogue: Catalogue, reading: Reading) -> bool:
    """Tell whether somebody surely wants to be told."""
    return any(_makes(catalogue.intents[each.intent]) and each.confidence >= SURE for each in reading.ranked[:1])


def _makes(intent: Intent) -> bool:
    return "wish" in intent.answer.show and intent.id != END_WISHES


def _is_of_wishes(intent: Intent) -> bool:
    return "wish" in intent.answer.show or intent.id in (WISHES, END_WISHES)


def wished(catalogue: Catalogue, action: str, rest: str) -> Move | None:
    """Return the move of a tap; None where it names nothing that has dates."""
    lead, _, name = rest.partition(":") if action == "lead" else ("", "", rest)
    if action == "end" and not rest:
        return EndWishes()
    topic = catalogue.topic(name)
    if not isinstance(topic, Dated):
        return None
    if action == "end":
        return EndWishes(topic.id)
    leads = tuple(each for each in LEADS if lead in ("", each))
    return MakeWish(topic.id, leads) if leads else None


def asked(intent: Intent, topic: Topic | None, confidence: float) -> Move | None:
    """Return the move of a question about wishes; None where it is another question, or not sure enough to act."""
    sure = confidence >= SURE and topic is not None
    if intent.id == WISHES or (intent.id == END_WISHES and not sure):
        return ShowWishes()
    if not sure or topic is None:
        return None
    if intent.id == END_WISHES:
        return EndWishes(topic.id)
    return MakeWish(topic.id) if "wish" in intent.answer.show and isinstance(topic, Dated) else None
