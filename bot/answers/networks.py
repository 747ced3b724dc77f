"""Members, parts and history: what networks and their like are asked for."""

from __future__ import annotations

from bot.answers.dates import say_date
from bot.answers.scope import NOTHING, Piece, Scope
from bot.language.fold import folded_words
from bot.model.topics import MemberGroup, Network, Topic

_SAME_START = 6
LINES = 6
"""A list shows this many lines; "mehr" goes on."""


def member_ids(topic: Topic) -> tuple[str, ...]:
    """Return the ids on a network's member list, in the list's order."""
    groups = topic.members.groups if isinstance(topic, Network) and topic.members else ()
    return tuple(identifier for group in groups for identifier in group.who)


def members(scope: Scope, topic: Topic, shown: int = 0, words: tuple[str, ...] = ()) -> Piece:
    """Name members, six at a time, after the *shown* already said; one group where *words* name it."""
    everyone = member_ids(topic)
    if not isinstance(topic, Network) or topic.members is None or not everyone:
        return NOTHING
    group = next((group for group in topic.members.groups if _is_named(group, words)), None)
    if group and not shown:
        text = scope.say("members-group", title=scope.title(topic), group=scope.prose(group.title))
        lines = tuple(scope.title_of(identifier) for identifier in group.who)
        return Piece(text, lines, cited=((topic.id, topic.members.source),), listed=group.who)
    page = everyone[shown : shown + LINES]
    key = "members-more" if shown else "members"
    text = scope.say(key, title=scope.title(topic), count=len(everyone))
    piece = Piece(text, tuple(scope.title_of(identifier) for identifier in page), cited=((topic.id, topic.members.source),), listed=page)
    return piece if shown or not topic.members.note else piece.and_then(scope.fact(topic, topic.members.note))


def _is_named(group: MemberGroup, words: tuple[str, ...]) -> bool:
    """Tell whether a question speaks of this group: "Hochschulen" begins like a word of its title."""
    title = [word for prose in group.title.values() for word in folded_words(prose)]
    return any(len(word) >= _SAME_START and word[:_SAME_START] == name[:_SAME_START] for word in words for name in title)


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
