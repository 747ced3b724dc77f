"""What is asked more finely than an answer tells: not how many there are but how many did it, not the house but the room."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from bot.language.fold import folded_words
from bot.language.languages import GRAMMARS, of_any
from bot.model.answerable import runs_of
from bot.model.intents import Intent
from bot.model.moves import Doubt
from bot.model.reading import MentionKind, Reading
from bot.model.topics import Topic

_NUMBERS = "how-many"
_SHORTEST, _STEM, _STEM_OF_FOUNDING = 4, 5, 6
"""So many letters tell a word, and two alike: "gruen" alone is a colour."""
_WITHIN = ("place", "contact")
"""What tells where somebody is found."""
_APPLYING = ("registration", "steps", "contact")
_NAMING: tuple[MentionKind, ...] = ("topic", "place", "period")
_PRICE, _DEFINITE = "cost", of_any(lambda grammar: grammar.definite)
_DURATION, _HOURS = "duration", of_any(lambda grammar: grammar.working_hours)
_ROOMS, _COUNTING, _PEOPLE = of_any(lambda g: g.rooms), of_any(lambda g: g.counting), of_any(lambda g: g.people)
_WHICH = of_any(lambda grammar: grammar.measuring & grammar.which)
_SMALL = of_any(lambda grammar: grammar.stop_words)
_HOW = of_any(lambda grammar: grammar.measuring - grammar.counting - grammar.which)
_CLOSING, _UNTIL = of_any(lambda grammar: grammar.closing), frozenset(pair for g in GRAMMARS.values() for pair in g.until)
_FOUNDING = of_any(lambda grammar: grammar.founding)
_CLOCK = of_any(lambda grammar: grammar.clock)
_ASKING_HOW = of_any(lambda grammar: grammar.interrogatives | grammar.measuring | grammar.counting)
_EMPTY = of_any(
    lambda grammar: grammar.stop_words | grammar.asking | grammar.counting | grammar.people | grammar.past | grammar.doing
    | grammar.happening | grammar.measuring | grammar.lasting | grammar.over
)


def asked_more_finely(
    topic: Topic, intent: Intent, told: frozenset[str], asked_with: frozenset[str], reading: Reading
) -> Doubt | None:
    """Return what is asked more finely than the words *told*; people ask the *intent* with the words *asked_with*."""
    return (
        _time_of_day(topic, intent, reading)
        or _room(intent, told, reading)
        or _last_day(intent, told, reading)
        or _hours_of_work(intent, told, reading)
        or _founding(intent, told, reading)
        or _something_beside(topic, intent, told | asked_with, reading)
    )


def _time_of_day(topic: Topic, intent: Intent, reading: Reading) -> Doubt | None:
    """Return that the time of day is not known of what we know only the day of: "um wie viel Uhr"."""
    words = [word for _, word in reading.words]
    asked = any(word in _CLOCK and before in _ASKING_HOW for before, word in pairwise(words))
    timeless = "dates" in intent.answer.show and bool(runs_of(topic)) and not any(run.time for run in runs_of(topic))
    return Doubt("doubt-detail") if asked and timeless else None


def _room(intent: Intent, told: Iterable[str], reading: Reading) -> Doubt | None:
    """Return that a room is not known that is asked for, where an answer tells only the house, or the day: "in welchem Raum"."""
    words = [word for _, word in reading.words]
    within = not set(_WITHIN).isdisjoint(intent.answer.show)
    by_day = "dates" in intent.answer.show
    asked = any(word in _ROOMS and (within or (by_day and before in _WHICH)) for before, word in pairwise(("", *words)))
    return Doubt("doubt-detail") if asked and not any(word in each for word in _ROOMS for each in told) else None


def _something_beside(topic: Topic, intent: Intent, known: Iterable[str], reading: Reading) -> Doubt | None:
    """Return that it is not known what something else costs that belongs to the topic: "was kostet die Fahrt zum Zukunftstag".

    It stands before the name of the topic, by a word that none of the *known* hold.
    """
    named = [mention.first for mention in reading.named("topic") if topic.id in mention.ids] if intent.id == _PRICE else []
    words = [word for _, word in reading.words[: min(named, default=0)]]
    at = next((at for at in range(len(words) - 1, 0, -1) if words[at] not in _SMALL), 0)
    beside = words[at - 1 : at] if 0 < at < len(words) - 1 and _tells(words[at]) else []
    covered = any(mention.first <= at < mention.last for mention in reading.mentions)
    told = covered or _DEFINITE.isdisjoint(beside) or words[at][:_STEM] in {each[:_STEM] for each in known}
    return None if told else Doubt("doubt-detail")


def _hours_of_work(intent: Intent, told: Iterable[str], reading: Reading) -> Doubt | None:
    """Return that nothing is known of fewer hours, where only how long something goes on is told: "Teilzeit?"."""
    asked = [written for written, word in reading.words if word in _HOURS] if intent.id == _DURATION else []
    return Doubt("doubt-name", asked[0]) if asked and _HOURS.isdisjoint(told) else None


def _founding(intent: Intent, told: Iterable[str], reading: Reading) -> Doubt | None:
    """Return that it is not known when something was founded whose history is of other things: "wann wurde die BTU gegründet"."""
    asked = "history" in intent.answer.show and any(word in _FOUNDING for _, word in reading.words)
    begins = {word[:_STEM_OF_FOUNDING] for word in _FOUNDING}
    return Doubt("doubt-detail") if asked and not any(word[:_STEM_OF_FOUNDING] in begins for word in told) else None


def another_name(known: Iterable[frozenset[str]], reading: Reading) -> Doubt | None:
    """Return that what is named beside a town alone is not known, by a word that none of the *known* hold: "OSZ Cottbus"."""
    covered = {at for mention in reading.mentions for at in range(mention.first, mention.last)}
    free = [each for at, each in enumerate(reading.words) if at not in covered]
    alone = len(free) == 1 and bool(covered) and {mention.kind for mention in reading.mentions} == {"place"}
    if not alone or free[0][1] in _EMPTY:
        return None
    begins = free[0][1][:_STEM]
    return None if any(each[:_STEM] == begins for words in known for each in words) else Doubt("doubt-name", free[0][0])


def _last_day(intent: Intent, told: Iterable[str], reading: Reading) -> Doubt | None:
    """Return that the last day is not known, where only how to apply is told: "bis wann muss man sich bewerben"."""
    words = [word for _, word in reading.words]
    asked = intent.id in _APPLYING and (bool(_CLOSING.intersection(words)) or any(each in _UNTIL for each in pairwise(words)))
    return Doubt("doubt-detail") if asked and _CLOSING.isdisjoint(told) else None


def of_what_they_did(topic: Topic, known: Iterable[str], reading: Reading) -> Doubt | None:
    """Return that it is not known how many people did what is neither told nor ever asked with that: "… haben sich beworben".

    So it is with the size of something that belongs to the topic: "wie groß sind die Zimmer".
    """
    words = [word for _, word in reading.words]
    people = next((at + 1 for at, word in enumerate(words) if word in _COUNTING and set(words[at + 1 : at + 2]) & _PEOPLE), None)
    size = next((at + 1 for at, word in enumerate(words[:-1]) if word in _HOW and words[at + 1] not in _COUNTING), None)
    start = people if people is not None else size
    if start is None:
        return None
    covered = {at for each in reading.mentions if _names(each.kind, each.ids, topic) for at in range(each.first, each.last)}
    done = [words[at] for at in range(start + 1, len(words)) if at not in covered and _tells(words[at])]
    asked = (word for texts in topic.questions.get(_NUMBERS, ()) for word in folded_words(texts))
    held = frozenset(each[:_STEM] for each in (*known, *asked))
    return Doubt("doubt-number") if done and not any(word[:_STEM] in held for word in done) else None


def _names(kind: MentionKind, ids: tuple[str, ...], topic: Topic) -> bool:
    return kind in _NAMING and (kind != "topic" or topic.id in ids)


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and word not in _EMPTY
