"""Members, parts and history: what networks and their like are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.dates import say_date
from bot.answers.scope import NOTHING, Piece, Scope
from bot.model.context import ListView
from bot.model.topics import Milestone, Network, Section, Topic

LINES, _OF_ALL = 6, 9
"""A list shows this many lines, and so many where all of it was asked for; "mehr" goes on."""


def lines_of(view: ListView) -> int:
    """Return how many lines a page of a list has."""
    return _OF_ALL if view.whole else LINES


def member_ids(topic: Topic) -> tuple[str, ...]:
    """Return the ids on a network's member list, in the list's order."""
    groups = topic.members.groups if isinstance(topic, Network) and topic.members else ()
    return tuple(identifier for group in groups for identifier in group.who)


def members(scope: Scope, topic: Topic, view: ListView) -> Piece:
    """Name members, a page at a time, after those the *view* says were shown; of one group where it names one."""
    page = _in_view(topic, view)[view.shown : view.shown + lines_of(view)]
    if not isinstance(topic, Network) or topic.members is None or not page:
        return NOTHING
    lines = tuple(scope.title_of(identifier) for identifier in page)
    piece = Piece(_members_head(scope, topic, view), lines, cited=((topic.id, topic.members.source),), listed=page)
    whole = view.group is None and not view.shown
    if not whole or topic.members.note is None:
        return piece
    return piece.and_then(scope.fact(topic, topic.members.note), Piece(scope.say("members-first")))


def _members_head(scope: Scope, topic: Network, view: ListView) -> str:
    if topic.members is not None and view.group is not None:
        group = topic.members.groups[view.group].title
        return scope.say("members-group", title=scope.title(topic), group=scope.prose(group))
    key = "members-more" if view.shown else "members"
    return scope.say(key, title=scope.title(topic), count=len(member_ids(topic)))


def members_go_on(topic: Topic, view: ListView) -> bool:
    """Tell whether there are members after the page of the *view*."""
    return len(_in_view(topic, view)) > view.shown + lines_of(view)


def _in_view(topic: Topic, view: ListView) -> tuple[str, ...]:
    """Return the members a view is of: one group, else all; none where the group is no more."""
    if view.group is None:
        return member_ids(topic)
    groups = topic.members.groups if isinstance(topic, Network) and topic.members else ()
    return groups[view.group].who if view.group < len(groups) else ()


def membership(scope: Scope, topic: Topic, others: Sequence[str], name: str | None) -> Piece:
    """Say who of those asked for is on the member list; *name* is a word no topic bears."""
    if not isinstance(topic, Network) or topic.members is None or not (others or name):
        return NOTHING
    listed = member_ids(topic)
    asked = dict.fromkeys(others)
    members = [scope.title_of(other) for other in asked if other in listed]
    strangers = [scope.title_of(other) for other in asked if other not in listed]
    strangers += [_as_a_name(name)] if name else []
    no = "member-not" if members else "member-no"
    text = " ".join(_on_list(scope, topic, key, who) for key, who in (("member-yes", members), (no, strangers)) if who)
    join = topic.facets.get("join")
    piece = Piece(text, cited=((topic.id, topic.members.source),))
    return piece.and_then(scope.fact(topic, join)) if join and strangers else piece


def _as_a_name(words: str) -> str:
    """Return *words* with capitals, where they were typed without: "energie cottbus" is "Energie Cottbus"."""
    return " ".join(word[:1].upper() + word[1:] for word in words.split()) if words.islower() else words[:1].upper() + words[1:]


def _on_list(scope: Scope, topic: Topic, key: str, who: list[str]) -> str:
    names = scope.say("people-and", first=", ".join(who[:-1]), last=who[-1]) if len(who) > 1 else who[0]
    return scope.say(key, who=names, count=len(who), title=scope.title(topic))


def parts(scope: Scope, topic: Topic, only: int | None = None) -> Piece:
    """Name the parts of a topic, such as working groups; *only* is the position of the one asked for."""
    if not topic.parts:
        return NOTHING
    if only is not None and only < len(topic.parts):
        return _part(scope, topic, topic.parts[only], only + 1)
    text = scope.say("parts", title=scope.title(topic), count=len(topic.parts))
    lines = tuple(
        f"{scope.prose(part.title)}: {scope.prose(part.text.text)}" if part.text else scope.prose(part.title)
        for part in topic.parts[:LINES]
    )
    listed = tuple(part.topic for part in topic.parts if part.topic)
    return Piece(text, lines, cited=((topic.id, None),), listed=listed)


def _part(scope: Scope, topic: Topic, part: Section, number: int) -> Piece:
    text = scope.say("part", number=number, title=scope.title(topic), part=scope.prose(part.title))
    rest = scope.fact(topic, part.text) if part.text else Piece(scope.say("part-no-more"))
    return Piece(text, cited=((topic.id, None),)).and_then(rest)


def history(scope: Scope, topic: Topic) -> Piece:
    """Say what happened when, oldest first, with what is to come marked; the beginning and the latest where there is too much."""
    events = _asked_for(scope, topic)
    return _told(scope, topic, events if len(events) <= LINES else [events[0], *events[1 - LINES :]])


def planned(scope: Scope, topic: Topic) -> Piece:
    """Say what of the history is still to come: who asks for the next date, or when something opens, asks for that."""
    return _told(scope, topic, [event for event in _asked_for(scope, topic) if _is_ahead(scope, event)])


def milestone(scope: Scope, event: Milestone) -> str:
    """Say what happened when; where that is still to come, that too."""
    said = _plainly(scope, event)
    return scope.say("milestone-ahead", said=said) if _is_ahead(scope, event) else said


def _plainly(scope: Scope, event: Milestone) -> str:
    return f"{say_date(event.when, scope.language)}: {scope.prose(event.what)}"


def _is_ahead(scope: Scope, event: Milestone) -> bool:
    return event.when.first_day >= scope.today


def _asked_for(scope: Scope, topic: Topic) -> list[Milestone]:
    """Return what is known of the period asked for, else all, oldest first."""
    events = sorted(topic.history, key=lambda event: event.when.first_day)
    return [event for event in events if scope.days and scope.days[0] <= event.when.first_day < scope.days[1]] or events


def _told(scope: Scope, topic: Topic, events: Sequence[Milestone]) -> Piece:
    """Return the lines of *events*; where all are still to come, the heading says so for them.

    Of many sources only the first are named: those of the beginning and of the latest, which are asked for most.
    """
    if not events:
        return NOTHING
    plans = all(_is_ahead(scope, event) for event in events)
    said = scope.say("planned" if plans else "history", title=scope.title(topic))
    ends_first = (events[0], events[-1], *events[1:-1])
    cited = tuple(dict.fromkeys((topic.id, event.source) for event in ends_first))
    line = _plainly if plans else milestone
    return Piece(said, tuple(line(scope, event) for event in events), cited=cited)
