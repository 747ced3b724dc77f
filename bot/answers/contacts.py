"""Whom to ask: phones, mails, pages; a topic's own, else its contact's, else its provider's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from bot.answers.scope import NOTHING, Piece, Scope
from bot.model.answerable import GENERAL_CONTACT
from bot.model.reply import ContactCard, Link
from bot.model.topics import Dated, Network, Person, Topic
from bot.model.values import Reach

_ONLY_FROM_HERE = ("0800", "0180", "0900")


def reachable(topic: Topic) -> bool:
    """Tell whether *topic* itself has a phone, mail or page."""
    return bool(topic.phone or topic.mail or topic.links)


def whom_to_ask(scope: Scope, topic: Topic) -> Topic | None:
    """Return the nearest one that can be asked: topic, contact, provider, the general office. Never the press."""
    return next((who for who in _chain(scope, topic) if reachable(who) and not _is_for_press(who)), None)


def _chain(scope: Scope, topic: Topic) -> Iterator[Topic]:
    """A page alone asks nobody: those behind it come first, unless it is their own."""
    by_page_alone = isinstance(topic, Dated) and not (topic.phone or topic.mail)
    if not by_page_alone:
        yield topic
    for start in (topic.contact, topic.provider if isinstance(topic, Dated | Network) else None):
        yield from _contacts(scope, start, topic)
    yield topic
    yield from _contacts(scope, GENERAL_CONTACT, topic)


def _contacts(scope: Scope, start: str | None, topic: Topic) -> Iterator[Topic]:
    """Yield *start*, its contact, the contact's contact."""
    seen: set[str] = {topic.id}
    current = scope.catalogue.topic(start)
    while current and current.id not in seen:
        seen.add(current.id)
        yield current
        current = scope.catalogue.topic(current.contact)


def _is_for_press(topic: Topic) -> bool:
    return isinstance(topic, Person) and topic.press_only


def contact(scope: Scope, topic: Topic) -> Piece:
    """Say whom to ask about *topic* and how to reach them."""
    if _is_for_press(topic):
        return press(scope, topic)
    who = whom_to_ask(scope, topic)
    if who is None:
        return NOTHING
    ways, text = _ways(scope, who), _whom(scope, topic, who)
    own = NOTHING if who.id == topic.id or _pages_of(who)[:1] == _pages_of(topic)[:1] else _own_page(scope, topic)
    asked = Piece(text, listed=(who.id,))
    if who.id != topic.id:
        # What others cannot be asked by is no news: nobody asked for them.
        ways = replace(ways, text="")
    return _door(scope, topic, who).and_then(asked, _named_people(scope, topic), own, ways)


def _whom(scope: Scope, topic: Topic, who: Topic) -> str:
    """Say how *topic* is reached, or who else is; nothing where it is its own and only has a page."""
    by_page_alone = not (who.phone or who.mail)
    if who.id == topic.id:
        key = "contact-self" if who.phone else "contact-self-no-phone"
        return "" if by_page_alone else scope.say(key, title=scope.title(topic))
    key = "contact-other-page" if by_page_alone and who.links else "contact-other"
    return scope.say(key, title=scope.title(topic), who=scope.title(who))


def _pages_of(topic: Topic) -> list[str]:
    return [host(link.url) for link in topic.links]


def _door(scope: Scope, topic: Topic, who: Topic) -> Piece:
    """Where only others can be called or written to, one can still walk in: the address, unless theirs is told."""
    if topic.address is None or reachable(topic) or who.address:
        return NOTHING
    address = scope.with_note(topic, topic.address.value, topic.address)
    return Piece(scope.say("contact-visit", title=scope.title(topic), address=address), cited=((topic.id, topic.address.source),))


def _own_page(scope: Scope, topic: Topic) -> Piece:
    """Where others are to be asked, its own page is still worth a look."""
    if not topic.links:
        return NOTHING
    line = scope.say("page", page=host(topic.links[0].url))
    return Piece(lines=(line,), links=_pages(scope, topic)[:1], cited=((topic.id, topic.links[0].source),))


def _named_people(scope: Scope, topic: Topic) -> Piece:
    advisers = [role for role in topic.people if role.part == "adviser"]
    if not advisers:
        return NOTHING
    names = ", ".join(scope.title_of(role.who) for role in advisers)
    return Piece(scope.say("contact-adviser", names=names), cited=((topic.id, advisers[0].source),))


def ask_them(scope: Scope, topic: Topic) -> Piece:
    """Say in one sentence whom to ask about something our sources do not tell."""
    who = whom_to_ask(scope, topic)
    return ask(scope, who, is_named=who.id == topic.id) if who else NOTHING


def ask(scope: Scope, who: Topic, *, is_named: bool = False) -> Piece:
    """Say in one sentence to ask *who*, whose title is left out where the reply is about them."""
    reach = who.mail.value if who.mail else host(who.links[0].url) if who.links else who.phone.value if who.phone else ""
    cited = ((who.id, who.mail.source if who.mail else None),)
    key = "ask-them" if not reach else "ask-them-self" if is_named else "ask-them-at"
    return Piece(scope.say(key, who=scope.title(who), reach=reach), links=_pages(scope, who)[:1], cited=cited)


def general(scope: Scope) -> Piece:
    """Say to ask the office that helps with everything."""
    office = scope.catalogue.topic(GENERAL_CONTACT)
    return ask(scope, office) if office else NOTHING


def _ways(scope: Scope, who: Topic) -> Piece:
    ways = [("phone", who.phone), ("mail", who.mail), ("address", who.address)]
    lines = tuple(_way(scope, who, key, reach) for key, reach in ways if reach)
    lines += tuple(scope.say("page", page=host(link.url)) for link in who.links[:1])
    text = "" if who.phone or who.mail else scope.say("no-phone-or-mail", title=scope.title(who))
    cited = tuple((who.id, reach.source) for _, reach in ways if reach) or ((who.id, None),)
    return Piece(text, lines, _pages(scope, who)[:2], cited, attached=_card(scope, who))


def _card(scope: Scope, who: Topic) -> tuple[ContactCard, ...]:
    """A card has no room for "please check first" or "press only": only a number that is sure and for all."""
    if who.phone is None or who.phone.status == "to_confirm" or _is_for_press(who):
        return ()
    return (ContactCard(scope.say("card-label"), scope.title(who), international(who.phone.value)),)


def international(phone: str) -> str:
    """Return a German number with its country; short numbers and freephone numbers only work as they are."""
    digits = "".join(letter for letter in phone if letter.isdigit() or letter == "+")
    if not digits.startswith("0") or digits.startswith(_ONLY_FROM_HERE):
        return digits
    return f"+{digits[2:]}" if digits.startswith("00") else f"+49{digits[1:]}"


def _way(scope: Scope, who: Topic, key: str, reach: Reach) -> str:
    return scope.with_note(who, scope.say(key, **{key: reach.value}), reach)


def press(scope: Scope, topic: Topic) -> Piece:
    """Name the press contact, for press only."""
    roles = [role for role in topic.people if role.part == "press"]
    person = scope.catalogue.topic(roles[0].who) if roles else topic if _is_for_press(topic) else None
    if person is None:
        return NOTHING
    said = Piece(scope.say("press", name=scope.title(person)), cited=((person.id, None),), listed=(person.id,))
    if person is topic and person.summary:
        # Who asks for the person by name may want advice: staff say there who gives it.
        said = replace(scope.fact(person, person.summary), listed=(person.id,))
    return said.and_then(_ways(scope, person))


def links(scope: Scope, topic: Topic) -> Piece:
    """Name the topic's pages."""
    if not topic.links:
        return NOTHING
    text = scope.say("links", title=scope.title(topic), page=host(topic.links[0].url))
    return Piece(text, links=_pages(scope, topic)[:3], cited=((topic.id, topic.links[0].source),))


def _pages(scope: Scope, topic: Topic) -> tuple[Link, ...]:
    return tuple(Link(scope.prose(link.title), link.url) for link in topic.links)


def host(url: str) -> str:
    """Return a page's address as people say it: without scheme and www."""
    parts = urlsplit(url)
    return (parts.netloc.removeprefix("www.") + parts.path).rstrip("/")
