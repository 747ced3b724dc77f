"""What keeps a message within the talk, though something is named in it: what it names may be known, or no subject of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.dialogue.asking_as import for_those_who_ask, of_what_one_signs, of_who_stands_for_it
from bot.dialogue.describing import called, described
from bot.dialogue.known import of_what_is_known
from bot.dialogue.pointing import points_at_them
from bot.dialogue.topics import CERTAINLY
from bot.dialogue.unmeant import without_the_unmeant
from bot.dialogue.views import WHOLE_REGION
from bot.dialogue.whats_on import asks_in_another_place
from bot.language.fold import folded_words
from bot.language.languages import GRAMMARS, of_any
from bot.model.answerable import can_answer
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.places import has_a_place, serves
from bot.model.reading import FactMatch, Mention, MentionKind, Reading
from bot.model.topics import Dated, Event, Offer, Organisation, Person, Topic

_DEFINITE = of_any(lambda grammar: grammar.definite)
_BEFORE_KNOWN = of_any(lambda grammar: grammar.definite | grammar.counting)
_THERE = of_any(lambda grammar: grammar.there)
_THERE_BY_ITSELF = _THERE - _DEFINITE
_THERE_OR_THEM = of_any(lambda grammar: (grammar.there - grammar.definite) | grammar.them)
_THEM, _ASKING = of_any(lambda grammar: grammar.them), of_any(lambda grammar: grammar.asking - grammar.interrogatives)
_ONE = of_any(lambda grammar: grammar.one)
_ONESELF = of_any(lambda grammar: grammar.own | grammar.to_me)
_LIKENING, _OWN = of_any(lambda grammar: grammar.likening), of_any(lambda grammar: grammar.own)
_NO, _EMPTY = of_any(lambda grammar: grammar.negating), of_any(lambda grammar: grammar.stop_words - grammar.asking)
_BEING = of_any(lambda grammar: grammar.age & grammar.stop_words)
_WHAT_ABOUT = tuple(opening for grammar in GRAMMARS.values() for opening in grammar.what_about)
_MORE = of_any(lambda grammar: grammar.more)
_BODY, _EVENT, _ELLIPSIS, _SURELY = "organisation/", "event", 4, 0.8
"""How the kinds of those who may ask begin, and of dates; so few words ask for any date; so near is what has the one that is."""
_NEAR = 0.3
"""From this nearness on the words are those of what is talked about."""
_SUBJECT = 3
"""Where the subject of a question ends: behind its verb, and perhaps a word before that."""
_TELLING: tuple[MentionKind, ...] = ("topic", "theme", "place")


def kept_to_the_talk(catalogue: Catalogue, reading: Reading, context: Context) -> Reading:
    """Return *reading* with what it names as it is meant within the talk; what names nothing then says more than names."""
    kept = _without_givers(catalogue, _without_the_denied(without_the_unmeant(catalogue, reading, context)))
    kept = for_those_who_ask(catalogue, of_what_one_signs(catalogue, of_who_stands_for_it(catalogue, kept)))
    kept = _without_its_dates(catalogue, of_what_is_known(catalogue, kept, context), context)
    kept = _without_the_general(catalogue, kept, context)
    if kept.bare and reading.mentions and not kept.mentions:
        return replace(kept, bare=False)
    there = bool(context.topics) and {each.kind for each in kept.mentions} == {"place"} and asks_in_another_place(kept)
    return replace(kept, bare=True) if there or _asks_about_a_name(kept) else kept


def _asks_about_a_name(reading: Reading) -> bool:
    """Tell whether the same is asked of a name that alone is said: "was ist mit der LEAG", "how about LEAG"."""
    words = [read_as for _, read_as in reading.words]
    opening = next((len(some) for some in _WHAT_ABOUT if tuple(words[: len(some)]) == some), 0)
    covered = {at for mention in reading.named("topic") for at in range(mention.first, mention.last)}
    rest = [at for at in range(opening, len(words)) if at not in covered]
    return bool(opening and covered) and all(words[at] in _EMPTY for at in rest)


def _without_the_denied(reading: Reading) -> Reading:
    """Return *reading* without what it says is not meant, where it names something else: "nicht BTU, ich mein Wildau"."""
    words = [read_as for _, read_as in reading.words]
    kept = tuple(mention for mention in reading.mentions if mention.kind == "kind" or not _is_denied(words, mention))
    less = len(kept) < len(reading.mentions) and any(each.kind in _TELLING for each in kept)
    return replace(reading, mentions=kept) if less else reading


def _is_denied(words: Sequence[str], mention: Mention) -> bool:
    before = [word for word in words[: mention.first] if word not in _DEFINITE]
    return not _NO.isdisjoint(before[-1:]) and all(word in _EMPTY for word in before)


def _without_givers(catalogue: Catalogue, reading: Reading) -> Reading:
    """Return *reading* without the facts of who gives something that is named too: "the summer camp of the chamber"."""
    named = [topic for mention in reading.named("topic") for name in mention.ids if (topic := catalogue.topic(name))]
    givers = {topic.provider for topic in named if isinstance(topic, Dated)} & {topic.id for topic in named}
    return replace(reading, facts=tuple(fact for fact in reading.facts if fact.topic not in givers)) if givers else reading


def _without_the_general(catalogue: Catalogue, reading: Reading, context: Context) -> Reading:
    """Return *reading* without the name of something general that means what is talked about: "was kostet das Studium".

    That is one word behind an article: the name of an offer of the same type, that also stands in what is said of this one; or
    what is asked of it: "welche Berufe kann ich da lernen", "ist das eine Ausbildung".
    """
    latest = catalogue.topic(context.topics[0] if context.topics else None)
    words = [read_as for _, read_as in reading.words]
    reading = reading if latest is None else _asked_of_them(catalogue, _without_ones_own(catalogue, reading, words), latest)
    if not reading.mentions:
        return reading
    if latest is None:
        return replace(reading, mentions=tuple(_of_the_list(catalogue, each, words, context) for each in reading.mentions))
    body = catalogue.topic(latest.provider) if isinstance(latest, Event) else latest
    if isinstance(body, Organisation):
        return replace(reading, mentions=tuple(_given_there(catalogue, each, reading, body) for each in reading.mentions))
    if not isinstance(latest, Offer):
        return reading
    past = (word for each in latest.history for text in each.what.values() for word in folded_words(text))
    told = described(catalogue, latest, context).union(past)
    kept = tuple(
        mention for mention in reading.mentions
        if not (_is_general(catalogue, mention, reading, latest, told) or _is_asked_of_it(catalogue, mention, reading, latest))
    )
    return replace(reading, mentions=kept) if len(kept) < len(reading.mentions) else reading


def _without_its_dates(catalogue: Catalogue, reading: Reading, context: Context) -> Reading:
    """Return *reading* without the kind of a date that is among those of what is talked about: "wann war das letzte Treffen".

    In a few words so is any: "gabs Infotermine". Beside a person it is what they were named for.
    """
    talked = (topic for name in context.topics[:2] if (topic := catalogue.topic(name)) and not isinstance(topic, Person))
    topic = next(talked, None)
    dates = [mention for mention in reading.named("kind") if all(name.startswith(_EVENT) for name in mention.ids)]
    past = " ".join(text for each in (topic.history if topic and dates else ()) for text in each.what.values())
    said, alone = folded_words(past), len(reading.mentions) == 1 and len(reading.words) <= _ELLIPSIS
    own = [each for each in dates if (alone and each.ids == (_EVENT,)) or reading.words[each.first][1] in said] if said else []
    if topic is None or not own:
        return reading
    near = (FactMatch(topic.id, _SURELY), *(fact for fact in reading.facts if fact.topic != topic.id))
    return replace(reading, mentions=tuple(each for each in reading.mentions if each not in own), facts=near)


def _without_ones_own(catalogue: Catalogue, reading: Reading, words: Sequence[str]) -> Reading:
    """Return *reading* without what is somebody's own, where it points back: "kann da auch mein Azubi hin".

    So is what somebody is: "ich bin Schlosser, muss ich das bezahlen", and whether or not it points back as what they ask: "nix
    für mich als Azubi".
    """
    back = not (_THERE.isdisjoint(words) and _THERE_OR_THEM.isdisjoint(words))
    apart = (each for each in reading.mentions if not _is_what_asks(each, words))
    return replace(reading, mentions=tuple(each for each in apart if not (back and _is_ones_own(catalogue, each, words))))


def _asked_of_them(catalogue: Catalogue, reading: Reading, latest: Topic) -> Reading:
    """Return *reading* without its themes, where it asks something of those it points at: "haben die ein Büro".

    What else points at something, or says of what is talked about, as if it were known, "das Büro", has to ask surely
    what that can answer; or its words are those of what is talked about, which it points at, or has the theme of.
    """
    words = [read_as for _, read_as in reading.words]
    of_them = not (_ASKING.isdisjoint(words[:1]) or _THEM.isdisjoint(words[1:2]))
    of_them = of_them or (not (_ASKING.isdisjoint(words[1:2]) or _THEM.isdisjoint(words[2:3])) and points_at_them(words))
    its_own = all(mention.ids[:1] == latest.themes[:1] for mention in reading.named("theme"))
    near = any(fact.topic == latest.id and fact.nearness >= _NEAR for fact in reading.facts[:1])
    near = near and not reading.bare and (its_own or not _THERE_BY_ITSELF.isdisjoint(words))
    likely = catalogue.intent(reading.ranked[0].intent if reading.ranked else None)
    points = not _THERE_OR_THEM.isdisjoint(words[1:_SUBJECT]) or _names_its_own(reading, words)
    points = points and reading.verdict == "answer"
    surely = points and likely is not None and bool(likely.needs) and can_answer(latest, likely)
    if not (of_them or surely or near):
        return reading
    return replace(reading, mentions=tuple(mention for mention in reading.mentions if mention.kind != "theme"))


def _names_its_own(reading: Reading, words: Sequence[str]) -> bool:
    """Tell whether the one thing that is named is known to both, an article alone being before it: "wo ist das Büro"."""
    known = all(not _DEFINITE.isdisjoint(words[max(0, mention.first - 1) : mention.first]) for mention in reading.mentions)
    return known and [mention.kind for mention in reading.mentions] == ["theme"]


def _is_what_asks(mention: Mention, words: Sequence[str]) -> bool:
    """Tell whether somebody asks as such a one: "kann ich als Azubi hin"; "besser als Ausbildung" names it."""
    before = pairwise(words[max(0, mention.first - _SUBJECT) : mention.first])
    return any(who in _ONESELF and then in _LIKENING for who, then in before)


def _is_ones_own(catalogue: Catalogue, mention: Mention, words: Sequence[str]) -> bool:
    before = words[max(0, mention.first - 2) : mention.first]
    is_that = mention.kind == "theme" and not _OWN.isdisjoint(before[:1]) and not _BEING.isdisjoint(before[1:])
    return is_that or (_general_offer(catalogue, mention) is not None and not _OWN.isdisjoint(before[-1:]))


def _general_offer(catalogue: Catalogue, mention: Mention) -> Offer | None:
    """Return the offer that is named where nobody in particular makes it."""
    named = catalogue.topic(mention.ids[0]) if mention.kind == "topic" else None
    return named if isinstance(named, Offer) and named.provider is None else None


def _given_there(catalogue: Catalogue, mention: Mention, reading: Reading, body: Organisation) -> Mention:
    """Return the mention of what the *body* gives of a sort, where one points at it: "kann ich da eine Ausbildung machen"."""
    named = _general_offer(catalogue, mention)
    if named is None or not any(word in _THERE_OR_THEM for _, word in reading.words):
        return mention
    given = [offer for offer in catalogue.of_class(Offer) if offer.provider == body.id]
    said = {word for _, word in reading.words[mention.first : mention.last]}
    own = [offer for offer in given if offer.type == named.type] or [offer for offer in given if said & called(offer)]
    return replace(mention, ids=(own[0].id,)) if len(own) == 1 else mention


def _of_the_list(catalogue: Catalogue, mention: Mention, words: Sequence[str], context: Context) -> Mention:
    """Return the mention of the only one of its sort that was listed, by something general: "wie lange dauert die Ausbildung"."""
    named = _general_offer(catalogue, mention)
    before = words[max(0, mention.first - 1) : mention.first]
    known = named is not None and context.list_view is not None and not _DEFINITE.isdisjoint(before)
    listed = [topic for name in context.listed if isinstance(topic := catalogue.topic(name), Offer)] if known else []
    own = [topic for topic in listed if named and topic.type == named.type]
    return replace(mention, ids=(own[0].id,)) if len(own) == 1 else mention


def _is_general(
    catalogue: Catalogue, mention: Mention, reading: Reading, latest: Offer, told: frozenset[str]
) -> bool:
    """Tell whether one word behind an article or "how many" names another of the sort, or a date asked about, that this has."""
    words = [read_as for _, read_as in reading.words]
    named = catalogue.topic(mention.ids[0]) if mention.kind == "topic" else None
    alone = mention.last - mention.first == 1 and not _BEFORE_KNOWN.isdisjoint(words[max(0, mention.first - 1) : mention.first])
    of_the_sort = isinstance(named, Offer) and named != latest and named.type == latest.type
    alone = alone and (of_the_sort or (isinstance(named, Event) and not reading.bare))
    return alone and any(words[mention.first] in word for word in told)


def _is_asked_of_it(catalogue: Catalogue, mention: Mention, reading: Reading, latest: Offer) -> bool:
    """Tell whether something general is hardly named beside "da", or stands behind "das eine"."""
    named, words = catalogue.topic(mention.ids[0]) if mention.kind == "topic" else None, [read_as for _, read_as in reading.words]
    if not isinstance(named, Offer) or latest.id in mention.ids:
        return False
    hardly = named.provider is None and mention.score < CERTAINLY and not _THERE.isdisjoint(words)
    that, one = ("", "", *words)[mention.first : mention.first + 2]
    return hardly or (that in _THERE and one in _ONE and (named.provider is None or len(reading.mentions) == 1))


def asks_there(catalogue: Catalogue, reading: Reading, context: Context) -> bool:
    """Tell whether a message points at what is talked about, and names nothing but its place: "gibts da in Spremberg was"."""
    words = [read_as for _, read_as in reading.words]
    subject = words[1:_SUBJECT] if all(mention.first >= _SUBJECT for mention in reading.mentions) else []
    points = not (_THERE_BY_ITSELF.isdisjoint(words) and _THEM.isdisjoint(subject)) and _MORE.isdisjoint(words)
    return bool(context.topics) and points and not names_something_new(catalogue, reading, context)


def names_something_new(catalogue: Catalogue, reading: Reading, context: Context) -> bool:
    """Tell whether a message names what is not in the talk; a time is, and so is the place where the latest topic is."""
    latest = catalogue.topic(context.topics[0] if context.topics else None)
    return any(_is_new(catalogue, mention, reading, latest) for mention in reading.mentions)


def _is_new(catalogue: Catalogue, mention: Mention, reading: Reading, latest: Topic | None) -> bool:
    """Tell whether *mention* is more than when or where something is, or who asks: "kann ich als Firma dazukommen"."""
    match mention.kind:
        case "period":
            return latest is None
        case "place":
            words = {read_as for _, read_as in reading.words}
            anywhere = latest is not None and not has_a_place(catalogue, latest) and not words.isdisjoint(_THERE_OR_THEM)
            here = anywhere or WHOLE_REGION in mention.ids
            return latest is None or not (here or any(serves(catalogue, latest, name) for name in mention.ids))
        case "kind":
            return not (all(name.startswith(_BODY) for name in mention.ids) and _tells_who_asks(reading, mention))
        case _:
            return True


def _tells_who_asks(reading: Reading, body: Mention) -> bool:
    """Tell whether a *body* is that of somebody who asks: "als Firma", "mein Onkel hat einen Betrieb"."""
    words = [read_as for _, read_as in reading.words]
    return not (_LIKENING.isdisjoint(words[max(0, body.first - 2) : body.first]) and _OWN.isdisjoint(words[:2]))


def is_definite(words: Sequence[str], at: int) -> bool:
    """Tell whether an article stands before a noun, or before its adjective: "das ganze Netzwerk"."""
    return not _DEFINITE.isdisjoint(words[max(0, at - 2) : at])
