"""What there is: at a time that is named alone, or of a kind."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.views import for_whom, uncovered, view_of
from bot.language.languages import GRAMMARS, of_any
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import AnswerIntent
from bot.model.reading import MentionKind, Reading

_LIST, _DATES = "list-events", "dates"
_MORE_THAN_A_TIME: tuple[MentionKind, ...] = ("topic", "kind", "elsewhere")
_HAPPENING = of_any(lambda grammar: grammar.happening)
_WHICH = of_any(lambda grammar: grammar.which)
_THAT, _DEFINITE = of_any(lambda grammar: grammar.demonstratives), of_any(lambda grammar: grammar.definite)
_SUBJECT = (1, 2)
"""Where the subject of a question stands: behind the verb, which may be written as two words."""
_LEADING = of_any(lambda grammar: grammar.leading)
_INTERROGATIVES = of_any(lambda grammar: grammar.interrogatives)
_PARTICULAR = of_any(lambda grammar: grammar.particular)
_WHAT_ABOUT = tuple(frozenset(opening) for grammar in GRAMMARS.values() for opening in grammar.what_about)
_THEM = of_any(lambda grammar: grammar.them)
_MOVING, _TOO = of_any(lambda grammar: grammar.moving), of_any(lambda grammar: grammar.too)
_JOINING, _ONE = of_any(lambda grammar: grammar.joining), of_any(lambda grammar: grammar.one)
_STOP_WORDS = of_any(lambda grammar: grammar.stop_words)
_LASTING = of_any(lambda grammar: grammar.lasting)
_AUDIENCES = of_any(lambda grammar: frozenset(grammar.audiences))
_EMPTY = of_any(lambda grammar: grammar.stop_words | grammar.asking)
_PLAIN, _PLAIN_MOVING = _HAPPENING | _EMPTY, _MOVING | _HAPPENING | _WHICH | _ONE | _STOP_WORDS


def whats_on(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return the list of what has a date in the time named; None where something else is asked.

    "13.02.2026", "ist heute was los", "was war letzte Woche", also in a place or about a theme: nothing but
    words that ask what goes on stands beside it. Who is asked back and names a time does not ask this, nor who says goodbye.
    """
    intent = catalogue.intent(_LIST)
    timed = any(mention.days for mention in reading.named("period"))
    if intent is None or intent.answer.list is None or not timed or context.awaiting:
        return None
    if any(reading.named(kind) for kind in _MORE_THAN_A_TIME) or not _asks_what_happens(reading):
        return None
    if (context.topics and _asks_of_that(reading)) or _is_surely_chat(catalogue, reading):
        return None
    return AnswerIntent(intent.id, view=replace(view_of(intent, reading), dated=True))


def _is_surely_chat(catalogue: Catalogue, reading: Reading) -> bool:
    """Tell whether a time belongs to small talk: "bis morgen"."""
    best = catalogue.intents[reading.ranked[0].intent] if reading.ranked else None
    return best is not None and best.kind == "small_talk" and reading.verdict == "answer"


def next_of_list(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return the list of several last shown as what of it is to come, where only that is asked: "wann ist die nächste"."""
    view = context.list_view
    listing = catalogue.intent(view.intent if view else None)
    if view is None or listing is None or listing.answer.list is None or listing.id != context.intent:
        return None
    asked = reading.ranked[0].intent if reading.ranked else None
    said = {grammar.relative.get(word) for _, word in reading.words for grammar in GRAMMARS.values()}
    follows = asked in (_DATES, view.intent) and "next" in said and not reading.mentions
    return AnswerIntent(view.intent, view=replace(view, ahead=True, shown=0)) if follows and len(context.listed) > 1 else None


def _asks_of_that(reading: Reading) -> bool:
    """Tell whether the subject behind the verb points at something: "findet der dieses Jahr statt", not "ist die Woche was"."""
    words = [read_as for _, read_as in reading.words]
    timed = {at for mention in reading.named("period") for at in range(mention.first, mention.last)}
    at = next((at for at in _SUBJECT if words[at : at + 1] and words[at] in _THAT and at not in timed), None)
    behind = words[at + 1] if at is not None and at + 1 in timed else None
    return at is not None and (behind is None or behind in _DEFINITE or behind.isdecimal())


def asks_in_another_place(reading: Reading) -> bool:
    """Tell whether nothing but another place is asked for: "wenn ich nach Forst ziehe", "oder gibts was in Forst".

    So it is by one more: "gibt es auch eins in Forst".
    """
    rest = uncovered(reading)
    if reading.named("place") and (rest in _WHAT_ABOUT or (rest & _JOINING and asks_whats_there(reading))):
        return True
    moves = not (_MOVING.isdisjoint(rest) and _TOO.isdisjoint(rest)) and rest <= _PLAIN_MOVING
    return bool(reading.named("place")) and moves


def asks_which(reading: Reading) -> bool:
    """Tell whether nothing is asked but what there is of a kind: "welche Messen gibt es", "Messen für Schüler"."""
    return bool(reading.named("kind")) and (asks_only_which(reading) or asks_for_whom(reading))


def asks_for_whom(reading: Reading) -> bool:
    """Tell whether beside what is named nothing is said but whom it is for: "Messen für Schüler", "und für Schüler"."""
    rest = uncovered(reading)
    return bool(for_whom(reading)) and rest <= _EMPTY | _WHICH | _AUDIENCES and not rest & _PARTICULAR


def asks_only_which(reading: Reading) -> bool:
    """Tell whether beside what is named nothing is said but "welche gibt es".

    "Ab welcher Klasse" asks of something, and "gibt es DOMOJ noch" whether that goes on; "welche gibt es noch" asks for more.
    """
    rest = uncovered(reading)
    words = [read_as for _, read_as in reading.words]
    if not _LEADING.isdisjoint(words[:1]) and not _INTERROGATIVES.isdisjoint(words[1:2]):
        return False
    if not _LASTING.isdisjoint(words[-1:]) and _INTERROGATIVES.isdisjoint(words):
        return False
    return bool(rest & _WHICH) and rest <= _EMPTY | _WHICH and not rest & _PARTICULAR


def asks_for_sorts(reading: Reading) -> bool:
    """Tell whether nothing is asked but which there are, of what was spoken of: "was für welche gibts"."""
    words = {read_as for _, read_as in reading.words}
    which, there_are = words & _WHICH & _INTERROGATIVES, words & _WHICH - _INTERROGATIVES
    return bool(which and there_are) and not reading.mentions and asks_only_which(reading)


def asks_which_one(reading: Reading) -> bool:
    """Tell whether one of several is asked for by what it does: "welche davon kümmert sich um Radwege".

    "Welche Berufe haben die" asks it of all.
    """
    words = [word for _, word in reading.words]
    return bool(words) and words[0] in _WHICH & _INTERROGATIVES and words[-1] not in _THEM


def asks_whats_there(reading: Reading) -> bool:
    """Tell whether nothing is asked but what there is in a place, and perhaps an age told: "was gibts in Forst, bin 16"."""
    if {mention.kind for mention in reading.mentions} != {"place"}:
        return False
    rest = frozenset(word for word in uncovered(reading) if not word.isdecimal())
    return bool(rest & _WHICH) and rest <= _PLAIN and not rest & _PARTICULAR


def _asks_what_happens(reading: Reading) -> bool:
    rest = uncovered(reading)
    only_a_time = {mention.kind for mention in reading.mentions} == {"period"}
    if rest & _PARTICULAR or not rest <= _PLAIN:
        return False
    return bool(rest & _HAPPENING) or (only_a_time and reading.bare)
