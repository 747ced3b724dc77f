"""Whether a message is small talk of some sort, and nothing of ours."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.languages import of_any
from bot.language.questions import begins_to_ask
from bot.model.catalogue import Catalogue
from bot.model.intents import GOOD_NEWS, OFF_TOPIC, Intent, Kind
from bot.model.moves import AnswerIntent, AskWhich, Move, NotKnown
from bot.model.reading import Reading

CERTAIN = 0.5
"""Confidence from which small talk is believed as it is."""
_HARDLY_OURS = 0.1
"""Where so few of our own questions are as near to everyday life, small talk is one whatever its sort."""
_PERHAPS, _RATHER, _FEW = 0.1, 0.4, 6
"""Confidence from which small talk is likelier than nothing, and than what is named, where so few words are spoken to the bot."""
_YOU, _OWN = of_any(lambda grammar: grammar.addressing - grammar.them), of_any(lambda grammar: grammar.own)
_ASKED = 0.25
"""Confidence from which a list is asked for behind a greeting."""
_SURE_ALONE, _SORT_ALONE = 0.6, 0.3
"""From this share of all small talk, and this confidence in one sort of it, on a part of a message is some."""
_NAME = 2
"""So few words name something at most, they tell nothing of what is wanted."""
_A_GUESS = 0.3
"""Below this confidence an answer is a guess beside a part that is surely small talk."""
_OURS = 0.1
"""The nearness of a fact from which something of ours may well be meant."""


def share_of(catalogue: Catalogue, reading: Reading, *kinds: Kind) -> float:
    """Return how probable (0–1) it is, by the examples alone, that something of these *kinds* is said, whichever it is."""
    return sum(each.confidence for each in reading.ranked if catalogue.intents[each.intent].kind in kinds)


def as_chat(catalogue: Catalogue, intent: Intent, reading: Reading) -> float:
    """Weigh the likeliest small talk by all of it, where only its sort is open: "schlaf gut, bot" is nothing else.

    Who is congratulated for what is no good news is hurt: that it is must be sure.
    """
    if intent.id == GOOD_NEWS or intent.id != reading.ranked[0].intent:
        return 0.0
    if intent.kind != "small_talk" or reading.mentions or is_near_ours(reading):
        return 0.0
    chat = share_of(catalogue, reading, "small_talk")
    return CERTAIN if chat >= CERTAIN and reading.ours < _HARDLY_OURS and _can_be_read(reading) else 0.0


def about_the_bot(catalogue: Catalogue, move: Move, reading: Reading) -> Move:
    """Return small talk instead of a *move* that asks back or knows nothing, where a few words ask that of us: "wo wohnst du"."""
    best = next((each for each in reading.ranked if catalogue.intents[each.intent].kind == "small_talk"), None)
    if not is_in_vain(move, reading) or best is None or best.confidence < _PERHAPS or not speaks_to_the_bot(reading):
        return move
    return AnswerIntent(best.intent, confidence=round(best.confidence, 4))


def is_in_vain(move: Move, reading: Reading) -> bool:
    """Tell whether a *move* asks back or knows nothing, and nothing of ours was named."""
    foreign = isinstance(move, AnswerIntent) and move.intent == OFF_TOPIC
    return (foreign or isinstance(move, AskWhich | NotKnown)) and not reading.mentions


def is_hardly_meant(move: Move, reading: Reading) -> bool:
    """Tell the same, or whether a *move* answers what is most unlikely to be meant."""
    guess = isinstance(move, AnswerIntent) and move.confidence < _A_GUESS and not reading.mentions
    return guess or is_in_vain(move, reading)


def surest_chat(catalogue: Catalogue, parts: Sequence[Reading]) -> Reading | None:
    """Return the one of the *parts* of a message that is surely small talk, if no other asks or is about what is foreign to us.

    What stands beside it is no question then: "muss los, Bus kommt" says goodbye.
    """
    chats = {at: part.ranked[0].confidence for at, part in enumerate(parts) if _is_chat_alone(catalogue, part)}
    surest = max(chats, key=lambda at: chats[at], default=None)
    others = (part for at, part in enumerate(parts) if at != surest)
    return None if surest is None or any(_asks(catalogue, part) for part in others) else parts[surest]


def _asks(catalogue: Catalogue, part: Reading) -> bool:
    """Tell whether a part of a message begins like a question, surely is one of ours, or is about what is foreign to us."""
    surely = bool(part.ranked) and part.ranked[0].confidence >= CERTAIN
    ours = surely and catalogue.intents[part.ranked[0].intent].kind == "question"
    return ours or begins_to_ask(part.text) or share_of(catalogue, part, "out_of_scope") >= CERTAIN


def surest_of_ours(catalogue: Catalogue, parts: Sequence[Reading]) -> Reading | None:
    """Return the one of the *parts* of a message that surely is about us, and no small talk: "danke, ich such was mit Holz"."""
    ours = [part for part in parts if part.ranked and share_of(catalogue, part, "question") >= _SURE_ALONE]
    surest = max(ours, key=lambda part: part.ranked[0].confidence, default=None)
    likely = surest is not None and len(surest.words) > _NAME and catalogue.intents[surest.ranked[0].intent].kind == "question"
    return surest if likely else None


def _is_chat_alone(catalogue: Catalogue, part: Reading) -> bool:
    """Tell whether a part names nothing and is surely small talk, likely of one sort."""
    if part.mentions or part.unread or not part.ranked:
        return False
    best = part.ranked[0]
    likely = catalogue.intents[best.intent].kind == "small_talk" and best.confidence >= _SORT_ALONE
    return likely and share_of(catalogue, part, "small_talk") >= _SURE_ALONE


def speaks_to_the_bot(reading: Reading) -> bool:
    """Tell whether a few words speak to the bot and of nobody else: "gehörst du zur LEAG"."""
    words = {word for _, word in reading.words}
    return len(words) <= _FEW and not words.isdisjoint(_YOU) and words.isdisjoint(_OWN) and _can_be_read(reading)


def is_surely_about_the_bot(catalogue: Catalogue, reading: Reading) -> bool:
    """Tell whether it is likeliest small talk with the bot, though something of ours is named: "gehörst du zur LEAG"."""
    best = reading.ranked[0] if reading.ranked else None
    chats = best is not None and catalogue.intents[best.intent].kind == "small_talk" and best.confidence >= _RATHER
    return chats and speaks_to_the_bot(reading)


def greets_and_asks(catalogue: Catalogue, reading: Reading) -> bool:
    """Tell whether small talk leads up to a question for something of a kind: "guten Morgen, gibt es Messen"."""
    asked = (each.confidence for each in reading.ranked[:2] if catalogue.intents[each.intent].answer.list)
    return bool(reading.named("kind")) and any(sure >= _ASKED for sure in asked)


def is_near_ours(reading: Reading) -> bool:
    """Tell whether a topic of ours may well be meant."""
    return bool(reading.facts) and reading.facts[0].nearness >= _OURS


def _can_be_read(reading: Reading) -> bool:
    """Tell whether all words are of a language, and some of ours: "blubb bla" is nothing at all."""
    ours = any(word not in reading.unread for word, _ in reading.words)
    return ours and all(word in reading.unasked for word in reading.unread)
