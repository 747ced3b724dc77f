"""Members, parts and history: what networks and their like are asked for."""

from __future__ import annotations

from bot.answers.dates import say_date
from bot.answers.scope import NOTHING, Piece, Scope
from bot.model.context import ListView
from bot.model.topics import Network, Topic

LINES = 6
"""A list shows this many lines; "mehr" goes on."""


def member_ids(topic: Topic) -> tuple[str, ...]:
    """Return the ids on a network's member list, in the list's order."""
    groups = topic.members.groups if isinstance(topic, Network) and topic.members else ()
    return tuple(identifier for group in groups for identifier in group.who)


def members(scope: Scope, topic: Topic, view: ListView) -> Piece:
    """Name members, six at a time, after those the *view* says were shown; of one group where it names one."""
    page = _in_view(topic, view)[view.shown : view.shown + LINES]
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
    return len(_in_view(topic, view)) > view.shown + LINES


def _in_view(topic: Topic, view: ListView) -> tuple[str, ...]:
    """Return the members a view is of: one group, else all; none where the group is no more."""
    if view.group is None:
        return member_ids(topic)
    groups = topic.members.groups if isinstance(topic, Network) and topic.members else ()
    return groups[view.group].who if view.group < len(groups) else ()


def membership(scope: Scope, topic: Topic, other: str | None, name: str | None) -> Piece:
    """Say whether somebody is on the member list; *name* is a word no topic bears."""
    if not isinstance(topic, Network) or topic.members is None:
        return NOTHING
    who = scope.title_of(other) if other else name
    if not who:
        return NOTHING
    is_member = other in member_ids(topic)
    text = scope.say("member-yes" if is_member else "member-no", who=who, title=scope.title(topic))
    join = topic.facets.get("join")
    piece = Piece(text, cited=((topic.id, topic.members.source),))
    return piece.and_then(scope.fact(topic, join)) if join and not is_member else piece


def parts(scope: Scope, topic: Topic) -> Piece:
    """Name the parts of a topic, such as working groups."""
    if not topic.parts:
        return NOTHING
    text = scope.say("parts", title=scope.title(topic), count=len(topic.parts))
    lines = tuple(
        f"{scope.prose(part.title)}: {scope.prose(part.text.text)}" if part.text else scope.prose(part.title)
        for part in topic.parts[:LINES]
    )
    listed = tuple(part.topic for part in topic.parts if part.topic)
    return Piece(text, lines, cited=((topic.id, None),), listed=listed)


def history(scope: Scope, topic: Topic) -> Piece:
    """Say what happened when, oldest first; the beginning and the latest where there is too much."""
    events = sorted(topic.history, key=lambda milestone: milestone.when.first_day)
    if not events:
        return NOTHING
    said = events if len(events) <= LINES else [events[0], *events[1 - LINES :]]
    lines = tuple(f"{say_date(event.when, scope.language)}: {scope.prose(event.what)}" for event in said)
    cited = tuple(dict.fromkeys((topic.id, event.source) for event in said))
    return Piece(scope.say("history", title=scope.title(topic)), lines, cited=cited)
