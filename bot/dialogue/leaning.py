"""How likely each question is within a talk: what names nothing is asked, as a rule, of what is talked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.dialogue.describing import called
from bot.dialogue.nearness import FEW, TELLING_NOTHING, as_near, has_name, may_mean_the_latest
from bot.dialogue.option import Option
from bot.dialogue.pointing import points_at_him, points_back
from bot.dialogue.staying import is_definite, names_something_new
from bot.dialogue.telling import named_class
from bot.dialogue.topics import accepted_kinds
from bot.dialogue.wishing import is_a_wish
from bot.language.fold import folded_words
from bot.language.languages import of_any
from bot.model.answer_texts import answer_texts
from bot.model.answerable import can_answer, what_it_is
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import Intent
from bot.model.reading import Mention, Reading
from bot.model.topics import Dated, Person, Topic, is_of

_LONGEST, _SHORTEST = 12, 3
"""A message of more words stands for itself."""
_SILENT, _OF_ANOTHER_KIND = 0.8, 0.3
"""What counts a question that what is talked about does not answer, and one that is asked of other kinds of things."""
_OF_NOTHING: Mapping[str, float] = {"question": 0.2, "out_of_scope": 0.4, "small_talk": 0.5}
"""What counts, by its kind, a message that is about no topic."""
_HARDLY_LIGHTER, _DESCRIBED = 0.85, 0.4
"""An option that weighs so much of the best is hardly lighter; from this nearness on the words describe a topic."""
_BEHIND = 0.97
"""What is left of the options about other topics then: none is so close that one would have to ask which is meant."""
_OTHER, _ANYTHING = of_any(lambda grammar: grammar.other), of_any(lambda grammar: grammar.anything)
_SAME_AS: Mapping[str, str] = {
    "requirements": "audience", "opening-hours": "dates", "who-helps": "contact", "content": "help-with",
    "join": "registration",
}
"""What a question means that is asked of another kind of thing: from which age on one may come, and at what time; and what
one means that by itself is about nothing: who helps, asked of a course, is whom to ask about it."""
_FUNCTION, _OF_PEOPLE = "function", frozenset({"overview", "history", "duration", "dates", "place", "content", "fields-of-work"})
"""What all of these ask of a person: what they do, since when and where."""
_AS_WELL = frozenset({"content"})
"""What may be asked of a thing in other words, where it has no answer in these: what one does there is what it helps with."""
_SURELY_AT_LARGE = 0.6
"""So sure it is that a question asked of nothing means nothing that is talked about."""
_ONE, _IF = of_any(lambda grammar: grammar.one), of_any(lambda grammar: grammar.subordinating)
_BACK = of_any(lambda grammar: grammar.there | grammar.them - grammar.definite)
_GOING_ON = of_any(lambda grammar: grammar.joining)
_JOIN, _WHOM, _WHO = "join", "audience", of_any(lambda grammar: grammar.who)
_OF_MEASURE, _MEASURED_OF_SOMEBODY = frozenset({"pay", "cost", "duration", "dates", "deadline", "how-many"}), 0.2
"""What is hardly asked with a preposition and a person: "bei wem kriegt man die" asks for no money."""
_WHOM_ASKED = of_any(lambda grammar: grammar.whom)
_WISH, _SOURCES, _RARELY = "wish", "sources", 0.5
"""Where something is from may be asked of everything, and rarely is."""
_LEADING, _WHAT = of_any(lambda grammar: grammar.leading), of_any(lambda grammar: grammar.interrogatives)
_TOGETHER, _POINTED_AT, _AT_LEAST, _OF_OUR_WORLD = 0.4, 0.25, 0.16, 0.05
"""What is talked about is meant where all that can be asked of it weighs so much together, or so much where a pronoun does so,
the likeliest so much alone, and without one the message may well be of our world: fewer of our own questions than this are as
near to everyday life."""


def in_the_talk(catalogue: Catalogue, reading: Reading, context: Context) -> Reading:
    """Return *reading* as it is meant within the talk: each question as likely as by itself, times what it counts there.

    This is Bayes' rule; the confidences keep their sum. A message that names something, speaks of something of its own or is
    long stands for itself.
    """
    if has_its_own_subject(catalogue, reading) or is_a_wish(catalogue, reading):
        return reading
    reading, few = as_near(catalogue, reading, context), len(reading.words) <= FEW
    meant = meant_by_kind(catalogue, reading, context)
    talked = (meant,) if meant else _talked_about(catalogue, reading, context)
    if not talked or has_name(reading) or len(reading.words) > _LONGEST:
        return reading
    weighed: dict[str, float] = {}
    words = [word for _, word in reading.words]
    asks_of_somebody = any(before in _LEADING and word in _WHOM_ASKED for before, word in pairwise(words))
    of_a_thing = _names_a_thing(words)
    listing = meant is None and bool(_listed(catalogue, context))
    for each in reading.ranked:
        intent = _of_whom(catalogue, catalogue.intents[each.intent], talked, reading)
        intent = _of_the_one(catalogue, intent, meant, reading)
        name, counts = _as_asked(catalogue, intent, talked, listing=listing, few=few)
        counts = 1.0 if of_a_thing and intent.kind == "out_of_scope" else counts
        counts *= _MEASURED_OF_SOMEBODY if intent.id in _OF_MEASURE and asks_of_somebody else 1.0
        weighed[name] = weighed.get(name, 0.0) + counts * each.confidence
    by_itself = {each.intent: each for each in reading.ranked}
    scale = sum(each.confidence for each in reading.ranked) / (sum(weighed.values()) or 1.0)
    ranked = [
        replace(by_itself.get(name, reading.ranked[0]), intent=name, confidence=min(scale * weight, 1.0))
        for name, weight in weighed.items()
    ]
    return replace(reading, ranked=tuple(sorted(ranked, key=lambda each: -each.confidence)))


def has_its_own_subject(catalogue: Catalogue, reading: Reading) -> bool:
    """Tell whether a message is about no topic at all: "was mach ich nach der 10.", "ich suche Arbeit".

    It names a class, or what is asked of nothing is surely asked, and it neither points back nor goes on ("und", "ab
    welcher Klasse"); or it says that it is about something else.
    """
    words = [word for _, word in reading.words]
    if any(one in _ANYTHING and then in _OTHER for one, then in pairwise(words)):
        return True
    goes_on = not _GOING_ON.isdisjoint(words[:1]) or (not _LEADING.isdisjoint(words[:1]) and not _WHAT.isdisjoint(words[1:2]))
    if goes_on or not _BACK.isdisjoint(words):
        return False
    at_large = (each.confidence for each in reading.ranked if _is_at_large(catalogue.intents[each.intent]))
    return named_class(words) is not None or sum(at_large) >= _SURELY_AT_LARGE


def _names_a_thing(words: Sequence[str]) -> bool:
    """Tell whether a message asks of a thing, and neither points back nor sets a condition: "wie teuer ist ein Führerschein"."""
    named = any(one in _ONE and then not in TELLING_NOTHING for one, then in pairwise(words))
    return named and (_BACK | _IF).isdisjoint(words)


def _is_at_large(intent: Intent) -> bool:
    """Tell whether a question is about everybody, and is not asked in the talk of what it is about."""
    told = intent.answer.text is not None or intent.answer.path is not None
    return intent.kind == "question" and not intent.needs and told and intent.id not in _SAME_AS


def of_the_talk(catalogue: Catalogue, options: Sequence[Option], reading: Reading, context: Context) -> Option | None:
    """Return the likeliest of weak *options* about the latest topic where all of them together mean that.

    A follow-up says little: which question it is may be open where it is clear what it is asked of.
    """
    back = points_back([word for _, word in reading.words])
    if (reading.ours < _OF_OUR_WORLD and not back) or not may_mean_the_latest(catalogue, reading, context, _LONGEST):
        return None
    about = [option for option in options if option.topic and option.topic.id == context.topics[0]]
    able = [option for option in about if option.can_be_offered]
    together = sum(option.weight for option in about)
    surely = together >= (_POINTED_AT if back else _TOGETHER) and bool(able) and able[0].weight >= _AT_LEAST
    return able[0] if surely else None


def latest_first(
    catalogue: Catalogue, options: tuple[Option, ...], reading: Reading, context: Context
) -> tuple[Option, ...]:
    """Return *options* with the best about the latest topic in front, where few words name and describe nothing else.

    It may be hardly lighter than the best of all.
    """
    best = next((option for option in options[:1] if option.intent.kind == "question"), None)
    topic = best.topic if best else None
    is_described = topic and any(fact.topic == topic.id and fact.nearness >= _DESCRIBED for fact in reading.facts)
    is_told = best and is_described and _tells_that_too(catalogue, best.intent, reading, context)
    is_named = isinstance(topic, Person)
    if best is None or (is_described and not is_told) or is_named or not may_mean_the_latest(catalogue, reading, context, FEW):
        return options
    near = (option for option in options if option.weight >= _HARDLY_LIGHTER * best.weight and option.can_be_offered)
    latest = next((option for option in near if option.topic and option.topic.id == context.topics[0]), None)
    if latest is None:
        return options
    others = (each if each.topic is latest.topic else each.weighing(_BEHIND * each.weight) for each in options)
    return (latest.weighing(best.weight), *(each for each in others if each is not latest))


def _tells_that_too(catalogue: Catalogue, asked: Intent, reading: Reading, context: Context) -> bool:
    """Tell whether the latest topic answers what is *asked* with the very words that describe another: "in welcher Halle"."""
    latest = catalogue.topic(next(iter(context.topics), None))
    telling = [word for _, word in reading.words if word not in TELLING_NOTHING]
    told = {word for text in answer_texts(catalogue, latest, asked) for word in folded_words(text)} if latest else set[str]()
    return bool(telling) and all(any(word in said for said in told) for word in telling)


def meant_by_kind(catalogue: Catalogue, reading: Reading, context: Context) -> Topic | None:
    """Return what was talked about and is called by its kind alone: "wer leitet das Netzwerk"; None where more is named.

    The latest may be called by another sort of its kind: "that course" behind a degree.
    """
    kinds = reading.named("kind")
    words = [read_as for _, read_as in reading.words]
    if not kinds or len(kinds) < len(reading.mentions) or not all(is_definite(words, kind.first) for kind in kinds):
        return None
    talked = [topic for name in (*context.topics, *context.listed) if (topic := catalogue.topic(name))]
    exactly = (topic for topic in talked if any(is_of(topic, name) for kind in kinds for name in kind.ids))
    sorts = {name.partition("/")[0] for kind in kinds for name in kind.ids}
    return next(exactly, None) or next((topic for topic in talked[:1] if topic.kind in sorts), None)


def returned_to(catalogue: Catalogue, opening: str, named: Sequence[Mention], context: Context) -> str | None:
    """Return the id of what the talk goes back to: what is *named*, else the latest of a kind that is, or called so.

    "Zurück zur Uni" may be a degree: it is what that or its provider is called, however short.
    """
    topics = (mention.ids[0] for mention in named if mention.kind == "topic")
    kinds = {name for mention in named if mention.kind == "kind" for name in mention.ids}
    talked = (topic for name in context.topics if (topic := catalogue.topic(name)))
    of_kind = (topic.id for topic in talked if any(is_of(topic, kind) for kind in kinds))
    back = [word for word in folded_words(opening) if len(word) >= _SHORTEST and word not in TELLING_NOTHING]
    given = ((name, _names_of(catalogue, name)) for name in context.topics)
    alike = (name for name, names in given if any(each.startswith(word) for word in back for each in names))
    return next(topics, None) or next(of_kind, None) or next(alike, None)


def _names_of(catalogue: Catalogue, name: str) -> frozenset[str]:
    """Return the words a topic and whoever gives it are called by."""
    topic = catalogue.topic(name)
    provider = catalogue.topic(topic.provider) if isinstance(topic, Dated) else None
    return frozenset[str]().union(*(called(each) for each in (topic, provider) if each))


def _talked_about(catalogue: Catalogue, reading: Reading, context: Context) -> tuple[Topic, ...]:
    """Return what was listed last, else the topic talked about; nothing where something new is named.

    Beside a person it is the body they were named for too, "wo sitzen die", unless a pronoun stands for them alone.
    """
    names = _listed(catalogue, context) or context.topics[:2]
    talked = tuple(topic for name in names if (topic := catalogue.topic(name)))
    talked = () if names_something_new(catalogue, reading, context) else talked
    apart = len(talked) < 2 or not isinstance(talked[0], Person) or all(role.who != talked[0].id for role in talked[1].people)
    alone = apart or points_at_him([word for _, word in reading.words])
    return talked if _listed(catalogue, context) else talked[: 1 if alone else 2]


def _listed(catalogue: Catalogue, context: Context) -> tuple[str, ...]:
    """Return the ids of what was listed, where a list was shown last."""
    listing = catalogue.intent(context.list_view.intent) if context.list_view else None
    return context.listed if listing and listing.answer.list else ()


def _of_the_one(catalogue: Catalogue, intent: Intent, meant: Topic | None, reading: Reading) -> Intent:
    """Return what is asked instead of a list where the one *meant* is called so: "wie heißt die Werkstatt richtig"."""
    kinds = {word for kind in reading.named("kind") for _, word in reading.words[kind.first : kind.last]}
    one = intent.answer.list is not None and meant is not None and not kinds.isdisjoint(called(meant))
    told = what_it_is(catalogue, meant) if one and meant else None
    return told or intent


def _of_whom(catalogue: Catalogue, intent: Intent, talked: tuple[Topic, ...], reading: Reading) -> Intent:
    """Return what is asked instead of how one joins where it is asked who does, of what is no club: "wer kann mitmachen"."""
    who = intent.id == _JOIN and not _WHO.isdisjoint(word for _, word in reading.words)
    whom = catalogue.intent(_WHOM) if who and not any(topic.kind in accepted_kinds(intent) for topic in talked) else None
    return whom or intent


def _as_asked(
    catalogue: Catalogue, intent: Intent, talked: tuple[Topic, ...], *, listing: bool, few: bool
) -> tuple[str, float]:
    """Return what *intent* means of those talked about, by its id, and what it counts there.

    Behind a list another may follow; to be told later, or not any more, nobody wishes by the way. What by itself is about
    nothing is asked, in *few* words, of the one thing talked about.
    """
    if _WISH in intent.answer.show:
        return intent.id, _OF_ANOTHER_KIND
    if _SOURCES in intent.answer.show:
        return intent.id, _RARELY
    of_them = intent.id in _OF_PEOPLE and len(talked) == 1 and isinstance(talked[0], Person)
    same = catalogue.intent(_FUNCTION if of_them else _SAME_AS.get(intent.id))
    told = same.id if same and any(can_answer(topic, same) for topic in talked) else None
    if not intent.needs:
        if told and few and len(talked) == 1:
            return told, 1.0
        return intent.id, 1.0 if listing and intent.answer.list else _OF_NOTHING[intent.kind]
    if any(can_answer(topic, intent) for topic in talked):
        return intent.id, 1.0
    if any(topic.kind in accepted_kinds(intent) for topic in talked):
        return (told, 1.0) if told and (intent.id in _AS_WELL or told == _FUNCTION) else (intent.id, _SILENT)
    return (told, 1.0) if told else (intent.id, _OF_ANOTHER_KIND)
