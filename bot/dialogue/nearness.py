"""How near topics are to a message within a talk: few words that name nothing may well mean what is talked about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.dialogue.describing import called
from bot.dialogue.pointing import points_back
from bot.dialogue.staying import names_something_new
from bot.dialogue.telling import named_class
from bot.dialogue.topics import accepted_kinds
from bot.language.fold import folded_words
from bot.language.languages import of_any
from bot.model.answerable import is_given_by
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.places import serves
from bot.model.reading import FactMatch, Reading
from bot.model.topics import Topic, type_of

FEW, IN_FRONT = 8, 2
"""Of what is talked about so few words may tell a fact; a no corrects in front."""
_TALKED_ABOUT, _CHAT = 0.3, 0.33
"""How near such words are to the latest topic at least, unless they are no question with such a confidence."""
_NO_OTHER, _HARDLY_ANOTHER = 0.05, 0.2
"""As near as this at most is anything else then, where what is talked about may be asked so, and where it is only described."""
_ELLIPSIS, _SHORTEST, _ENDING = 4, 4, 2
"""So few words describe nothing new, they name it; so long is a word of a name at least, but for its inflection."""
_BY_ITS_PLACE = 0.3
"""What is left of the nearness of something called after the place that is named."""
_OTHER, _NO = of_any(lambda grammar: grammar.other), of_any(lambda grammar: grammar.no)
_GOING_ON = of_any(lambda grammar: grammar.joining)
_IF, _OWN = of_any(lambda grammar: grammar.subordinating), of_any(lambda grammar: grammar.own)
_ARTICLES = of_any(lambda grammar: grammar.definite | grammar.which)
_THERE = of_any(lambda grammar: grammar.there - grammar.definite)
_THAT = of_any(lambda grammar: grammar.there & grammar.subjects)
TELLING_NOTHING = of_any(lambda grammar: grammar.stop_words | grammar.asking | grammar.leading | grammar.counting | grammar.age)
"""Words that describe nothing, however like a fact about something else they sound: "ab wie viel Jahren"."""


def as_near(catalogue: Catalogue, reading: Reading, context: Context) -> Reading:
    """Return *reading* with the latest topic among those near to it, and others no nearer than they can be meant."""
    chats = any(catalogue.intents[each.intent].kind != "question" for each in reading.ranked[:1] if each.confidence >= _CHAT)
    if not reading.asks or chats or not may_mean_the_latest(catalogue, reading, context, FEW):
        return reading
    latest = context.topics[0]
    nearness = max([_TALKED_ABOUT, *(fact.nearness for fact in reading.facts if fact.topic == latest)])
    near = (_by_more_than_its_place(catalogue, fact, reading) for fact in reading.facts if fact.topic != latest)
    near = (replace(fact, nearness=min(fact.nearness, most)) for fact, most in _with_most(catalogue, near, reading, latest))
    return replace(reading, facts=tuple(sorted((FactMatch(latest, nearness), *near), key=lambda fact: -fact.nearness)))


def may_mean_the_latest(catalogue: Catalogue, reading: Reading, context: Context, longest: int) -> bool:
    """Tell whether so few words name nothing new and correct nothing: "nein, das mit dem Fluss" means something else."""
    words = [word for _, word in reading.words]
    apart = not (_OTHER.isdisjoint(words) and _NO.isdisjoint(words[:IN_FRONT])) or named_class(words) is not None
    apart = apart or has_name(reading) or names_something_new(catalogue, reading, context)
    return bool(context.topics) and len(reading.words) <= longest and not apart


def has_name(reading: Reading) -> bool:
    """Tell whether a message holds words that nobody knows: a name, as a rule."""
    return any(word not in reading.unasked for word in reading.unread)


def _with_most(
    catalogue: Catalogue, near: Iterable[FactMatch], reading: Reading, latest: str
) -> Iterator[tuple[FactMatch, float]]:
    """Return what else is *near* with what that can count at most beside the *latest* topic.

    What describes nothing means nothing else; what points back, and an ellipsis, hardly, unless they name it or it is given
    by the latest: "welche Fächer" behind dual study. Nor does what points there mean another of the sort.
    """
    words = [word for _, word in reading.words]
    plain = all(word in TELLING_NOTHING for word in words) or _sets_a_condition(reading)
    leans = points_back(words) or len(words) <= _ELLIPSIS or _speaks_of(catalogue.topics[latest], words)
    leans = leans or _is_there(catalogue, catalogue.topics[latest], reading)
    least = _NO_OTHER if plain and _is_apt(catalogue, reading, latest) else _TALKED_ABOUT if plain else _HARDLY_ANOTHER
    there, sort = not _THERE.isdisjoint(words), _sort(catalogue.topics[latest])
    for fact in near:
        topic = catalogue.topics[fact.topic]
        away = leans or (there and _sort(topic) == sort)
        meant = not away or is_given_by(topic, latest) or _is_named(catalogue, fact, words)
        yield fact, 1.0 if meant and not plain else least


def _is_there(catalogue: Catalogue, topic: Topic, reading: Reading) -> bool:
    """Tell whether nothing is named but a place where *topic* is: "dann die Adresse in Forst"."""
    places = [name for mention in reading.mentions for name in mention.ids if mention.kind == "place"]
    alone = bool(places) and {mention.kind for mention in reading.mentions} == {"place"}
    return alone and all(serves(catalogue, topic, name) for name in places)


def _sort(topic: Topic) -> tuple[str, str | None]:
    return topic.kind, type_of(topic)


def _is_apt(catalogue: Catalogue, reading: Reading, latest: str) -> bool:
    """Tell whether what is likeliest asked is asked of topics such as the *latest*."""
    asked, topic = catalogue.intent(reading.ranked[0].intent if reading.ranked else None), catalogue.topic(latest)
    return asked is not None and topic is not None and topic.kind in accepted_kinds(asked)


def _speaks_of(topic: Topic, words: Sequence[str]) -> bool:
    """Tell whether all nouns behind an article stand in what is said of *topic*: "die Schule" of a language course."""
    telling = ((before, word) for before, word in pairwise(words) if word not in TELLING_NOTHING and len(word) > _SHORTEST)
    nouns = [word for before, word in telling if before in _ARTICLES]
    facts = [*topic.facets.values(), *([topic.summary] if topic.summary else [])] if nouns else []
    said = {word for fact in facts for text in fact.text.values() for word in folded_words(text)}
    return bool(nouns) and said.issuperset(nouns)


def _is_named(catalogue: Catalogue, fact: FactMatch, words: Sequence[str]) -> bool:
    """Tell whether few *words* hold one of the names of what is near, but for its ending; "ist das dual" asks it of *that*."""
    telling = [word for before, word in pairwise(("", *words)) if word not in TELLING_NOTHING and before not in _THAT]
    begun = [word[: max(_SHORTEST, len(word) - _ENDING)] for word in telling if len(word) >= _SHORTEST]
    names = called(catalogue.topics[fact.topic]) if begun and len(words) <= _ELLIPSIS else ()
    return any(name.startswith(word) for word in begun for name in names)


def _sets_a_condition(reading: Reading) -> bool:
    """Tell whether a message only goes on with a case of somebody's own, naming nothing: "und wenn ich kein Abi hab"."""
    words = [word for _, word in reading.words]
    at = next((at for at, word in enumerate(words[:IN_FRONT]) if word in _IF), IN_FRONT)
    return not reading.mentions and all(word in _GOING_ON for word in words[:at]) and not _OWN.isdisjoint(words[at + 1 : at + 2])


def _by_more_than_its_place(catalogue: Catalogue, fact: FactMatch, reading: Reading) -> FactMatch:
    """Return *fact* less near where its topic is called after the place that is named: any question with it sounds like that."""
    topic = catalogue.topic(fact.topic)
    title = {word for text in topic.title.values() for word in folded_words(text)} if topic else set[str]()
    named = any(reading.words[at][1] in title for place in reading.named("place") for at in range(place.first, place.last))
    return replace(fact, nearness=_BY_ITS_PLACE * fact.nearness) if named else fact
