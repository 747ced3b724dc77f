"""Who leads, signed, spoke; what somebody's function was. Always as of a date."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.scope import NOTHING, Cited, Piece, Scope
from bot.model.topics import Function, Part, Person, Role, Topic

_PEOPLE_SAID = 6


def people(scope: Scope, topic: Topic, parts: Sequence[Part] = ()) -> Piece:
    """Name those who had one of *parts* in the topic, in the order of *parts*; without parts all but the press."""
    wanted = parts or tuple(dict.fromkeys(role.part for role in topic.people if role.part != "press"))
    return NOTHING.and_then(*(_part(scope, topic, part) for part in wanted))


def asked_for(scope: Scope, topic: Topic, parts: Sequence[Part]) -> Piece:
    """Name the same where they are asked for: who led it on a day may do so no more, and that is said."""
    then = "lead" in parts and any(role.part == "lead" and role.as_of for role in topic.people)
    named = people(scope, topic, parts)
    return named.and_then(Piece(scope.say("function-today-unknown"))) if named and then else named


def _part(scope: Scope, topic: Topic, part: Part) -> Piece:
    roles = [role for role in topic.people if role.part == part][:_PEOPLE_SAID]
    if not roles:
        return NOTHING
    cited: tuple[Cited, ...] = tuple((topic.id, role.source) for role in roles)
    listed = tuple(role.who for role in roles)
    if len(roles) == 1:
        return Piece(scope.say(f"people-{part}", who=_line(scope, roles[0])), cited=cited, listed=listed)
    names = scope.say("people-and", first="; ".join(_line(scope, role) for role in roles[:-1]),
                      last=_line(scope, roles[-1]))
    return Piece(scope.say(f"people-{part}", who=names), cited=cited, listed=listed)


def _line(scope: Scope, role: Role) -> str:
    """Return "Martin Heusler (Projektleiter von QLEE, Februar 2026)"."""
    who = scope.catalogue.topic(role.who)
    what = scope.prose(role.what) if role.what else ""
    when = scope.in_time(role.as_of) if role.as_of else ""
    beside = ", ".join(part for part in (what, when) if part)
    name = scope.title(who) if who else role.who
    return f"{name} ({beside})" if beside else name


def functions(scope: Scope, topic: Topic) -> Piece:
    """Say which public function a person had, and when that was so."""
    if not isinstance(topic, Person) or not topic.functions:
        return NOTHING
    latest = max(topic.functions, key=lambda function: function.as_of.first_day)
    earlier = [function for function in topic.functions if function != latest]
    piece = _function(scope, topic, latest, "function")
    told = (_function(scope, topic, each, _beside(each, latest)) for each in earlier[:2])
    return piece.and_then(*told, Piece(scope.say("function-today-unknown")))


def _beside(other: Function, latest: Function) -> str:
    """Return how another function is told: it was before, or in the same time."""
    return "function-earlier" if other.as_of.first_day < latest.as_of.first_day else "function-too"


def _function(scope: Scope, topic: Topic, function: Function, key: str) -> Piece:
    text = scope.say(key, name=scope.title(topic), what=scope.prose(function.what), when=scope.in_time(function.as_of))
    return Piece(text, cited=((topic.id, function.source),))
