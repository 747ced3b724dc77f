"""What of a question an answer does not tell: then it says so first.

A topic is often named in passing: what is asked of it may be something that no source has ("hat die Akademie eine
Kantine"), somebody else ("Praktikum bei Siemens") or another place. What is known of the topic is told all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.dialogue.finer import another_name, asked_more_finely, of_what_they_did
from bot.dialogue.reaching import unknown_way
from bot.dialogue.subjects import empty_fields
from bot.dialogue.telling_words import full_name
from bot.dialogue.topics import takes_any_name
from bot.language.fold import folded_words
from bot.language.languages import GRAMMARS, of_any
from bot.language.remembering import remembered
from bot.model.answer_texts import answer_texts
from bot.model.answerable import WHAT_IT_IS, can_answer
from bot.model.catalogue import Catalogue
from bot.model.intents import Intent
from bot.model.moves import AnswerIntent, Doubt, Move
from bot.model.places import covers, has_a_place, serves
from bot.model.reading import STRANGER, Mention, Reading
from bot.model.topics import Topic

_SURE = 0.85
"""From this confidence on a word that nobody ever asked us with does not matter."""
_UNSURE, _NEAR = 0.65, 0.9
"""Below this one the thing that is asked for does, of a topic that is named or as near as this."""
_MOST_WORDS, _SHORTEST, _NAMED, _IN_FULL, _BY_NAME = 12, 5, 0.5, 0.9, 1.0
_SAME = 5
"""So many letters at the beginning or end make two words alike enough: "Handwerksberufe" and "Ausbildungsberufe"."""

_REMEMBERED = 64
"""Of so many topics, answers and intents asked for last it is remembered which words they say."""
_AT = of_any(lambda grammar: grammar.at)
_DOING = of_any(lambda grammar: grammar.doing)
_COUNTING = of_any(lambda grammar: grammar.counting)
_PEOPLE = of_any(lambda grammar: grammar.people)
_SAME_THINGS = tuple(words for grammar in GRAMMARS.values() for words in grammar.same_things)
_ASKING = of_any(lambda grammar: grammar.asking)
_SMALL = of_any(lambda grammar: grammar.stop_words)
_DEFINITE = of_any(lambda grammar: grammar.definite)
_WHICH = of_any(lambda grammar: grammar.which & grammar.measuring)
_NUMBERS, _INFINITIVE = "how-many", "en"

_RARELY_OURS, _HARDLY_OURS, _WHETHER_THERE_IS = 0.2, 0.05, 0.7
"""So few of our own questions are as near to everyday life: few, hardly any, and so few at most where it is asked whether
something is there."""
_TOLD = 0.6
"""From this confidence on an answer tells what is asked, unless that is hardly ours or only a name was understood."""
_SHORTEST_THING, _KEYWORDS = 4, 3
_NO_WORDS = (("", ""),) * 2
_THERE_IS = of_any(lambda grammar: (grammar.asking & grammar.which) - grammar.measuring) | _DOING
_THERE = of_any(lambda grammar: grammar.which & grammar.subjects)
"""What a question begins with that asks whether somebody has or does something: "gibt es bei QLEE Rabatt", "is there …"."""
_EMPTY = of_any(
    lambda grammar: grammar.stop_words | grammar.asking | grammar.doing | grammar.happening | grammar.counting | grammar.people
    | grammar.past | grammar.own | grammar.meaning | grammar.heard | grammar.relative.keys() | grammar.ordinals.keys()
    | grammar.kinds.keys()
)


class Doubts:
    """Knows which fields of work nobody of ours has to do with."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._empty = empty_fields(catalogue)
        self._said_of = remembered(self._words_of, _REMEMBERED)
        self._told = remembered(self._words_told, _REMEMBERED)
        self._asked_with = remembered(self._words_asked_with, _REMEMBERED)
        self._asked_of = remembered(self._words_asked_of, _REMEMBERED)

    def noted(self, move: Move, reading: Reading) -> Move:
        """Return *move* with what it does not tell of the question, where it answers one about a topic."""
        if not isinstance(move, AnswerIntent) or move.doubt:
            return move
        intent, topic = self._catalogue.intents[move.intent], self._catalogue.topic(move.topic)
        if intent.answer.list is not None:
            return replace(move, doubt=_sort(reading))
        if topic is None or intent.kind != "question" or takes_any_name(intent) or not can_answer(topic, intent):
            return move
        doubt = unknown_way(self._catalogue, intent, topic, reading) or self._elsewhere(topic, reading)
        doubt = doubt or self._in_town(topic, reading) or _somebody(reading)
        doubt = doubt or self._field(topic, reading) or self._number(topic, move, reading)
        told, asked_with = self._told(topic.id, intent.id), self._asked_with(intent.id)
        doubt = doubt or asked_more_finely(topic, intent, told, asked_with, reading)
        doubt = doubt or another_name(self._known(topic, move), reading)
        doubt = doubt or self._detail(move, reading) or self._asked_for(move, intent, reading)
        return replace(move, doubt=doubt or self._something(topic, move, reading))

    def _elsewhere(self, topic: Topic, reading: Reading) -> Doubt | None:
        """A place elsewhere that nothing we say of the topic names; who names one of ours too has only been there."""
        places = [place for place in reading.named("elsewhere") if place.score <= STRANGER or not reading.named("place")]
        unknown = [place.ids[0] for place in places if self._said_of(topic.id).isdisjoint(folded_words(place.ids[0]))]
        return Doubt("doubt-place", unknown[0]) if unknown else None

    def _in_town(self, topic: Topic, reading: Reading) -> Doubt | None:
        """A place of ours, but none where the topic is or that it covers, nor one that is named in what we say of it."""
        places = [name for mention in reading.named("place") for name in mention.ids]
        there = any(serves(self._catalogue, topic, each) or covers(self._catalogue, topic, each) for each in places)
        if not places or not has_a_place(self._catalogue, topic) or there:
            return None
        titles = self._catalogue.topics[places[0]].title.values()
        said = any(not self._said_of(topic.id).isdisjoint(folded_words(title)) for title in titles)
        return None if said else Doubt("doubt-town", places[0])

    def _field(self, topic: Topic, reading: Reading) -> Doubt | None:
        """A field of work that we have nothing in, "bei der Polizei", or the sort of what is asked for: a "Programmierkurs".

        Beside a topic it is who asks, as a rule, unless nothing else is said: "Praktikum mit Tieren".
        """
        named = () if _names_topic(reading) and not reading.bare else reading.named("theme")
        sorts = [(kind.first, kind.last) for kind in reading.named("kind")]
        empty = (mention for mention in named if mention.score >= _IN_FULL and self._empty.intersection(mention.ids))
        other = (mention for mention in named if (mention.first, mention.last) in sorts and not _covers(mention, topic))
        field = next((mention for mention in (*empty, *other) if topic.id not in mention.ids), None)
        words = reading.words[field.first : field.last] if field else ()
        return Doubt("doubt-name", " ".join(written for written, _ in words)) if words else None

    def _detail(self, move: AnswerIntent, reading: Reading) -> Doubt | None:
        """A short question that names the topic, is not clear, and holds a word nobody asked us with and we do not say."""
        if not _names_topic(reading) or move.confidence >= _SURE or len(reading.words) > _MOST_WORDS:
            return None
        unasked = [word for word in reading.unasked if len(word) >= _SHORTEST and _may_be_noun(word, reading)]
        return Doubt("doubt-detail") if unasked and not self._tells(move, unasked) else None

    def _asked_for(self, move: AnswerIntent, intent: Intent, reading: Reading) -> Doubt | None:
        """The thing asked for by "which" that neither the answer says nor any question like it: "in welchem Saal war das"."""
        near = any(fact.topic == move.topic and fact.nearness >= _NEAR for fact in reading.facts[:1])
        if not (near or _names_topic(reading)) or move.confidence >= _UNSURE:
            return None
        words = [word for _, word in reading.words]
        behind = [at for at in range(1, len(words)) if words[at - 1] in _WHICH and not _covered(at, reading)]
        things = [words[at] for at in behind if words[at] not in _SMALL]
        told = not things or self._tells(move, things) or self._is_asked_with(intent, things)
        return None if told else Doubt("doubt-detail")

    def _something(self, topic: Topic, move: AnswerIntent, reading: Reading) -> Doubt | None:
        """A thing that nobody asks us for like this and nothing we say of the topic names: "gibt es im BiZ WLAN".

        What is asked sounds little like ours then, or it is asked whether there is such a thing.
        """
        unlikely = reading.ours < (_WHETHER_THERE_IS if _asks_whether_there_is(reading) else _RARELY_OURS)
        by_name = reading.bare and move.intent in WHAT_IT_IS
        told = move.confidence >= _TOLD and not by_name and reading.ours >= _HARDLY_OURS
        named = any(topic.id in mention.ids for mention in reading.named("topic"))
        described = any(fact.topic == topic.id for fact in reading.facts[:1]) and reading.ours < _HARDLY_OURS
        if told or not (unlikely and (named or described)) or len(reading.words) > _MOST_WORDS:
            return None
        new = (thing for thing in _things(topic, reading) if not any(_holds(known, thing) for known in self._known(topic, move)))
        return Doubt("doubt-detail") if any(new) else None

    def _known(self, topic: Topic, move: AnswerIntent) -> Iterator[frozenset[str]]:
        """Yield the words that are said of *topic*, and that it or the question is asked with, what takes longest last."""
        yield self._said_of(topic.id)
        yield self._told(topic.id, move.intent)
        yield self._asked_with(move.intent)
        yield self._asked_of(topic.id)

    def _number(self, topic: Topic, move: AnswerIntent, reading: Reading) -> Doubt | None:
        """A number of what the number we have does not count, nor what is told besides."""
        if move.intent != _NUMBERS:
            return None
        counted = _counted(reading)
        if counted is None or counted in _PEOPLE:
            return of_what_they_did(topic, self._told(topic.id, _NUMBERS) | self._asked_with(_NUMBERS), reading)
        asked = (_NUMBERS, *([move.also[0]] if move.also and move.also[1] == topic.id else []))
        same = next((words for words in _SAME_THINGS if counted in words), frozenset((counted,)))
        told = {word for name in asked for word in self._told(topic.id, name)}
        return None if any(_holds(told, each) for each in same) else Doubt("doubt-number")

    def _tells(self, move: AnswerIntent, words: list[str]) -> bool:
        """Tell whether the answer says all these *words*, however inflected."""
        topic = self._catalogue.topic(move.topic)
        told = self._told(topic.id, move.intent) if topic else frozenset[str]()
        return all(_holds(told, said) for said in folded_words(" ".join(words)))

    def _is_asked_with(self, intent: Intent, things: list[str]) -> bool:
        return any(_holds(self._asked_with(intent.id), thing) for thing in things)

    def _words_of(self, topic: str) -> frozenset[str]:
        return _said_of(self._catalogue.topics[topic])

    def _words_told(self, topic: str, intent: str) -> frozenset[str]:
        texts = answer_texts(self._catalogue, self._catalogue.topics[topic], self._catalogue.intents[intent])
        return frozenset(word for text in texts for word in folded_words(text))

    def _words_asked_of(self, topic: str) -> frozenset[str]:
        questions = (text for texts in self._catalogue.topics[topic].questions.values() for text in texts)
        return frozenset(word for text in questions for word in folded_words(text))

    def _words_asked_with(self, intent: str) -> frozenset[str]:
        examples = (text for texts in self._catalogue.intents[intent].examples.values() for text in texts)
        return frozenset(word for text in examples for word in folded_words(text))


def _asks_whether_there_is(reading: Reading) -> bool:
    first, second = [word for _, word in (*reading.words, *_NO_WORDS)][:2]
    return first in _THERE_IS or (first in _ASKING and second in _THERE)


def _things(topic: Topic, reading: Reading) -> list[str]:
    """Return the nouns that name neither a topic, in full, nor a place, a time or a field the topic is in."""
    covering = (each for each in reading.mentions if _covers(each, topic))
    covered = {at for each in covering for at in range(each.first, each.last)}
    telling = ((at, each) for at, each in enumerate(reading.words) if at not in covered and each[1] not in _EMPTY)
    return [word for _, (written, word) in telling if len(word) >= _SHORTEST_THING and _may_be_noun(written, reading)]


def _covers(mention: Mention, topic: Topic) -> bool:
    match mention.kind:
        case "theme":
            return not set(mention.ids).isdisjoint(topic.themes)
        case "topic":
            return mention.score >= _IN_FULL
        case _:
            return True


def _names_topic(reading: Reading) -> bool:
    return any(mention.score >= _NAMED for mention in reading.named("topic"))


def speaks_of_place(topic: Topic, reading: Reading) -> bool:
    """Tell whether a place elsewhere that is named stands in what is said of *topic*."""
    return any(not _said_of(topic).isdisjoint(folded_words(place.ids[0])) for place in reading.named("elsewhere"))


def _said_of(topic: Topic) -> frozenset[str]:
    facts = (*topic.facets.values(), *([topic.summary] if topic.summary else ()))
    past = (text for milestone in topic.history for text in milestone.what.values())
    prose = (*topic.title.values(), *topic.also_called, *(text for fact in facts for text in fact.text.values()), *past)
    return frozenset(word for text in prose for word in folded_words(text))


def _sort(reading: Reading) -> Doubt | None:
    """A sort of a kind by a word that nobody ever asked us with, where nothing else tells what is meant: "Fotokurs"."""
    kinds = [mention for mention in reading.named("kind")[:1] if mention.score < _BY_NAME]
    words = [written for mention in kinds for written, _ in reading.words[mention.first : mention.last]]
    words += reading.unread if len(reading.words) <= _KEYWORDS else ()
    new = [written for written in words if written in reading.unasked]
    described = any(fact.nearness >= _NAMED for fact in reading.facts[:1])
    return Doubt("doubt-name", new[0]) if new and not (reading.named("topic") or described) else None


def _somebody(reading: Reading) -> Doubt | None:
    """Somebody nobody ever asked us for: "bei Siemens", "macht die Sparkasse …", "wie viel zahlt Amazon".

    A genitive follows what is no name: "bei der Premiere der Schulung".
    """
    read = [word for _, word in reading.words]
    if name := full_name(reading):
        return Doubt("doubt-name", name)
    for at, (written, _) in enumerate(reading.words):
        before = at - 1
        while before > 0 and read[before] in _DEFINITE - _AT:
            before -= 1
        with_them = before >= 0 and read[before] in _AT and not _DEFINITE.intersection(read[at + 1 : at + 2])
        does = 0 <= before < at and read[before] in _DOING and (before == 0 or not _COUNTING.isdisjoint(read[:before]))
        if (with_them or does) and written in reading.unasked:
            return Doubt("doubt-name", " ".join(reading.unread) if written in reading.unread else written)
    return None


def _counted(reading: Reading) -> str | None:
    """Return the noun that is counted; a verb follows in "wie viele lernen da", a word later in "wie viele frauen lernen"."""
    read = [word for _, word in reading.words]
    at = next((at + 1 for at, word in enumerate(read) if word in _COUNTING), len(read))
    if at >= len(read) or read[at] in _SMALL or _covered(at, reading):
        return None
    behind = read[at + 1] if at + 1 < len(read) else ""
    a_verb_follows = behind.endswith(_INFINITIVE) and behind not in _SMALL
    cased = reading.words[at][0][:1].isupper() or reading.language == "en"
    is_noun = cased or not read[at].endswith(_INFINITIVE) or a_verb_follows
    return read[at] if is_noun or (at + 1 < len(read) and read[at + 1] in _ASKING) else None


def _covered(at: int, reading: Reading) -> bool:
    return any(mention.first <= at < mention.last for mention in reading.mentions if mention.kind == "topic")


def _holds(told: Iterable[str], word: str) -> bool:
    """Tell whether one of the words *told* is alike *word*, however inflected."""
    begins, ends = word[:_SAME], word[-_SAME:] if len(word) > _SAME else None
    return any(each[:_SAME] == begins or (each[-_SAME:] == ends and len(each) > _SAME) for each in told)


def _may_be_noun(word: str, reading: Reading) -> bool:
    """Tell whether a word is one: written with a capital, unless the message has none or begins with it."""
    plain = reading.text == reading.text.lower() or reading.language == "en"
    return word.isalpha() and (plain or (word[:1].isupper() and word != reading.words[0][0]))
