"""What somebody tells or asks of a person: their own age, what they do not want, or a name nobody here knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.dialogue.refusing import besides_the_refused
from bot.language.fold import folded_words
from bot.language.languages import of_any
from bot.model.answerable import can_answer
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import AnswerIntent, Move, NotKnown
from bot.model.reading import MentionKind, Reading
from bot.model.topics import Person

_YOUNGEST, _OLDEST = 10, 99
_OF_AGE = ("requirements", "audience")
_YOUNG, _BEGINNING, _GROWN = 25, "after-school", "who-helps"
_AGE = of_any(lambda grammar: grammar.age)
_LEADING_TO_AGE = _AGE | of_any(lambda grammar: grammar.own | grammar.joining)
"""Words before a number that may be an age: others make it a class, a time or a date, "in der 10", "um 17", "seit 17"."""
_WHO = of_any(lambda grammar: grammar.who)
_LOWEST, _HIGHEST = 5, 13
_FULL = 2
"""Words of a full name."""
_CLASS = of_any(lambda grammar: grammar.school_class)
_CLASS_BEFORE = _CLASS | of_any(lambda grammar: grammar.definite)
"""Words before the number of a class: "in der 10", "in grade 10"."""
_OWN = of_any(lambda grammar: grammar.own)
_OF = of_any(lambda grammar: grammar.at | grammar.origin)
_EMPTY, _NO = of_any(lambda grammar: grammar.stop_words), of_any(lambda grammar: grammar.no)
_WHERE: tuple[MentionKind, ...] = ("place", "elsewhere")
_NO_NAME, _OF_ONES_CLASS = _EMPTY | _WHO, _AGE | _EMPTY | _CLASS


def told(catalogue: Catalogue, reading: Reading, context: Context) -> Move | None:
    """Return what to say to an age, of somebody unknown, or to what is not wanted; None where nothing of that was told."""
    if tells_age(reading) or _tells_class(reading):
        return _of_an_age(catalogue, reading, context)
    return _nobody(catalogue, reading) or _somebody_else(catalogue, reading) or besides_the_refused(catalogue, reading, context)


def tells_age(reading: Reading) -> bool:
    """Tell whether nothing is said but how old somebody is: "bin 17", "I am 16 years old", "schade, meine Schwester ist 20"."""
    words = [read_as for _, read_as in reading.words]
    numbers = [at for at, word in enumerate(words) if word.isdecimal()]
    if len(numbers) != 1 or not _YOUNGEST <= int(words[numbers[0]]) <= _OLDEST or reading.mentions:
        return False
    rest, before = [word for word in words if not word.isdecimal()], words[: numbers[0]]
    of_oneself = bool(_AGE & set(rest)) and _LEADING_TO_AGE.issuperset(before[-1:])
    somebody = set(before[-2:-1]) - _CLASS if not _OWN.isdisjoint(before[-3:-2]) else set[str]()
    plain = _AGE | _EMPTY | _NO | somebody
    return bool(of_oneself or somebody) and plain.issuperset(rest) and not reading.text.rstrip().endswith("?")


def _tells_class(reading: Reading) -> bool:
    """Tell whether nothing is said but which class somebody is in: "bin in der 12", "ich geh in die 9. Klasse".

    "Meine Klasse 8" is that of a teacher.
    """
    words = [read_as for _, read_as in reading.words]
    at = named_class(words) or 0
    if not (_CLASS.isdisjoint(words[max(0, at - 1) : at]) or _OWN.isdisjoint(words[max(0, at - 2) : at - 1])):
        return False
    led = at > 1 and bool(_AGE & set(words[:at]) or _OWN & set(words[:at]))
    beside = (word for word in words if word != words[at])
    return led and not reading.mentions and _OF_ONES_CLASS.issuperset(beside)


def named_class(words: Sequence[str]) -> int | None:
    """Return where the number of a class at school stands: "nach der 10", "in grade 10"."""
    numbers = (at for at, word in enumerate(words) if at and word.isdecimal() and _LOWEST <= int(word) <= _HIGHEST)
    return next((at for at in numbers if words[at - 1] in _CLASS_BEFORE), None)


def _of_an_age(catalogue: Catalogue, reading: Reading, context: Context) -> Move | None:
    """Tell for whom the thing talked about is; with nothing talked about, what there is after school, or who helps."""
    topic = catalogue.topic(context.topics[0] if context.topics else None)
    intents = [intent for name in _OF_AGE if (intent := catalogue.intent(name))]
    able = next((intent for intent in intents if topic and can_answer(topic, intent)), None)
    if able and topic:
        return AnswerIntent(able.id, topic.id)
    age = next(int(word) for _, word in reading.words if word.isdecimal())
    beginning = catalogue.intent(_BEGINNING if age <= _YOUNG else _GROWN)
    return AnswerIntent(beginning.id) if beginning else None


def _nobody(catalogue: Catalogue, reading: Reading) -> Move | None:
    """Who is asked for by a name nobody knows is not known, whatever was talked about: "wer ist X", "wer ist der Chef von X"."""
    words = [read_as for _, read_as in reading.words]
    unread = {word.casefold() for word in reading.unread}
    if reading.mentions or not unread or not words or words[0] not in _WHO:
        return None
    strange = next(at for at, (written, _) in enumerate(reading.words) if written.casefold() in unread)
    beside = [read_as for written, read_as in reading.words if written.casefold() not in unread]
    rest = [] if words[strange - 1] in _OF else beside
    best = catalogue.intent(reading.ranked[0].intent if reading.ranked else None)
    no_question = best is not None and best.kind != "question" and reading.verdict == "answer"
    return NotKnown(name=" ".join(reading.unread)) if not no_question and all(word in _EMPTY for word in rest) else None


def _somebody_else(catalogue: Catalogue, reading: Reading) -> NotKnown | None:
    """Who shares but one name with one of ours is somebody else; of the same surname ours is offered: "wer ist Peter Heusler"."""
    places = {reading.words[each.last - 1][1] for kind in _WHERE for each in reading.named(kind)}
    names = {person.id: folded_words(person.title["de"]) for person in catalogue.of_class(Person)}
    for (written, first), (behind, surname) in pairwise(reading.words):
        called = NotKnown(name=f"{written} {behind}")
        if behind in reading.unread and any(_is_another(name, first, surname) for name in names.values()):
            return called
        family = tuple(each for each, name in names.items() if name[-1] == surname and surname not in places)
        other = written in reading.unread or any(first in name[:-1] for name in names.values())
        if family and other and not any(_alike(first, part) for each in family for part in names[each]):
            return replace(called, near=family)
    return _other_surname(reading, list(names.values()))


def _is_another(name: Sequence[str], first: str, surname: str) -> bool:
    return first in name[:-1] and not _alike(surname, name[-1])


def _alike(word: str, name: str) -> bool:
    """Tell whether a word that begins and ends like a name is a slip in it: "Freitag" for Freytag."""
    return (word[0], word[-1]) == (name[0], name[-1])


def _other_surname(reading: Reading, names: Sequence[Sequence[str]]) -> NotKnown | None:
    """Return who is asked for by nothing but a first name of ours and a word behind it we know: "Thomas Müller"."""
    at = [at for at, (_, word) in enumerate(reading.words) if word not in _NO_NAME]
    if len(at) != _FULL or at[1] != at[0] + 1 or reading.named("topic"):
        return None
    first, surname = (reading.words[each][1] for each in at)
    alike = [name for name in names if first in name[:-1]]
    known = any(_alike(surname, name[-1]) for name in alike) or any(place.first == at[1] for place in reading.named("place"))
    return NotKnown(name=" ".join(reading.words[each][0] for each in at)) if alike and not known else None
