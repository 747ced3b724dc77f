"""What keeps a message within the talk, though something is named in it: what it names may be known, or no subject of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.describing import described
from bot.dialogue.topics import CERTAINLY
from bot.language.languages import of_any
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.places import has_a_place, serves
from bot.model.reading import Mention, Reading
from bot.model.topics import Offer, Organisation, Topic

_DEFINITE = of_any(lambda grammar: grammar.definite)
_THERE = of_any(lambda grammar: grammar.there)
_THERE_OR_THEM = of_any(lambda grammar: (grammar.there - grammar.definite) | grammar.them)
_ONE = of_any(lambda grammar: grammar.one)
_LIKENING, _OWN = of_any(lambda grammar: grammar.likening), of_any(lambda grammar: grammar.own)
_BODY = "organisation/"
"""How the kinds of those who may ask begin."""


def kept_to_the_talk(catalogue: Catalogue, reading: Reading, context: Context) -> Reading:
    """Return *reading* without the name of something general that means what is talked about: "was kostet das Studium".

    That is one word behind an article: the name of an offer of the same type, that also stands in what is said of this one; or
    what is asked of it: "welche Berufe kann ich da lernen", "ist das eine Ausbildung".
    """
    latest = catalogue.topic(context.topics[0] if context.topics else None)
    if isinstance(latest, Organisation):
        return replace(reading, mentions=tuple(_given_there(catalogue, each, reading, latest) for each in reading.mentions))
    if not isinstance(latest, Offer):
        return reading
    words = [read_as for _, read_as in reading.words]
    told = described(catalogue, latest, context)
    kept = tuple(
        mention for mention in reading.mentions
        if not (_is_general(catalogue, mention, words, latest, told) or _is_asked_of_it(catalogue, mention, words, latest))
    )
    return replace(reading, mentions=kept) if len(kept) < len(reading.mentions) else reading


def _given_there(catalogue: Catalogue, mention: Mention, reading: Reading, body: Organisation) -> Mention:
    """Return the mention of what the *body* gives of a sort, where one points at it: "kann ich da eine Ausbildung machen"."""
    named = catalogue.topic(mention.ids[0]) if mention.kind == "topic" else None
    if not any(word in _THERE_OR_THEM for _, word in reading.words) or not isinstance(named, Offer) or named.provider is not None:
        return mention
    own = [offer.id for offer in catalogue.of_class(Offer) if offer.type == named.type and offer.provider == body.id]
    return replace(mention, ids=(own[0],)) if len(own) == 1 else mention


def _is_general(
    catalogue: Catalogue, mention: Mention, words: Sequence[str], latest: Offer, told: frozenset[str]
) -> bool:
    named = catalogue.topic(mention.ids[0]) if mention.kind == "topic" else None
    alone = mention.last - mention.first == 1 and not _DEFINITE.isdisjoint(words[max(0, mention.first - 1) : mention.first])
    alone = alone and any(words[mention.first] in word for word in told)
    return alone and isinstance(named, Offer) and named != latest and named.type == latest.type


def _is_asked_of_it(catalogue: Catalogue, mention: Mention, words: Sequence[str], latest: Offer) -> bool:
    """Tell whether something general is hardly named beside "da", or stands behind "das eine"."""
    named = catalogue.topic(mention.ids[0]) if mention.kind == "topic" else None
    if not isinstance(named, Offer) or named.provider is not None or named == latest:
        return False
    hardly = mention.score < CERTAINLY and not _THERE.isdisjoint(words)
    that, one = ("", "", *words)[mention.first : mention.first + 2]
    return hardly or (that in _THERE and one in _ONE)


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
            return latest is None or not (anywhere or any(serves(catalogue, latest, name) for name in mention.ids))
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
