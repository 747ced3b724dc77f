"""What to do about a question that nothing answers: it is of another world, or one of ours that we cannot read."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from bot.dialogue.chatting import share_of
from bot.dialogue.option import Option
from bot.dialogue.telling_words import full_name
from bot.language.languages import of_any
from bot.model import choices
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import OFF_TOPIC
from bot.model.moves import AnswerIntent, AskWhich, Move, NotKnown, OfferChoices
from bot.model.reading import MentionKind, Reading
from bot.model.topics import Place

_OURS: tuple[MentionKind, ...] = ("topic", "theme", "kind")
_SURELY_NAMED = 0.7
_WORTH_NAMING, _WORTH_NAMING_OF_OURS = 0.18, 0.13
"""From this nearness on a topic is named beside what is not known; a weaker one only where the question is surely ours."""
_SURELY_OURS = 0.5
_FOREIGN, _FOREIGN_THOUGH_NEAR, _FOREIGN_IN_TALK = 0.22, 0.28, 0.38
"""From this share of what is foreign on, among all that a message may be, nobody is sent to the careers advice with it.

It takes more where one of our facts is near or a field of work is named, and within a talk, whose follow-ups name little.
"""
_RARELY_OURS, _HARDLY_OURS = 0.1, 0.04
"""Where so few of our own questions are as near to everyday life, it is foreign by that alone, or against a weak answer."""
_NOT_FOREIGN = 0.05
_GUESSED, _BESIDE_A_GUESS, _NEAR_A_GUESS = 0.46, 2, 0.1
"""Below this confidence an answer to what names nothing is a guess, two of three are right: so many other topics are told too,
from this nearness on."""
_NEAR_ADVICE = 0.3
"""From this nearness on a topic is told beside advice."""
_DOUBTFUL = 0.5
"""Below this weight an answer is weak."""
_DOUBTFUL_BY_TOWN, _RARELY_OURS_BY_TOWN = 0.7, 0.15
"""The same, and where so few of our own questions are as near to everyday life, where a town alone is named."""
_SURELY_MEANT = 0.95
"""From this nearness on a topic is meant, not only its town or a word of everyday life."""
_FEW, _ASKED = 5, 0.3
"""So few words lean on the talk, where they ask something with such a confidence."""
_BACK, _NO = of_any(lambda grammar: grammar.there | grammar.them), of_any(lambda grammar: grammar.no)
_TO_PEOPLE = 3
"""The miss in a row from which on people are nearer than another question back."""


def off_topic(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return the reply to what nothing answers and is not about work or learning at all; None where it may be."""
    intent, share = catalogue.intent(OFF_TOPIC), share_of(catalogue, reading, "out_of_scope")
    if intent is None or reading.named("topic") or reading.named("kind"):
        return None
    near = _near(reading) or reading.named("theme")
    needed = _FOREIGN_IN_TALK if _talks(context) else _FOREIGN_THOUGH_NEAR if near else _FOREIGN
    by_world = reading.ours < _RARELY_OURS and not (_talks(context) or _near(reading))
    return AnswerIntent(intent.id, confidence=round(min(share, 1.0), 4)) if by_world or share >= needed else None


def off_topic_though(
    best: Option, catalogue: Catalogue, reading: Reading, context: Context
) -> AnswerIntent | NotKnown | None:
    """Return the same for what this option answers *best*: nothing that is ours may be named, and much be foreign.

    Who asks for somebody we do not know hears that; a chat is as far from what is ours, and no question.
    """
    weight, named = best.weight, any(reading.named(kind) for kind in _OURS)
    if best.intent.kind == "small_talk":
        return None
    if weight < _DOUBTFUL and not named and (name := full_name(reading)):
        return NotKnown(name=name, misses=context.misses + 1)
    town = _names_a_town_alone(catalogue, reading)
    doubtful, foreign = (_DOUBTFUL_BY_TOWN, _RARELY_OURS_BY_TOWN) if town else (_DOUBTFUL, _HARDLY_OURS)
    ours = named or _is_surely_near(reading) or _asked_alike(catalogue, reading)
    if weight >= doubtful or ours or _talks(context) or reading.ours >= foreign:
        return None
    return off_topic(catalogue, reading, context)


def _names_a_town_alone(catalogue: Catalogue, reading: Reading) -> bool:
    """Tell whether nothing of ours is named but a town: all that is there is near by its name, the tax office too."""
    towns = (catalogue.topic(name) for mention in reading.named("place") for name in mention.ids)
    return any(isinstance(each, Place) and each.type == "town" for each in towns)


def _is_surely_near(reading: Reading) -> bool:
    return any(fact.nearness >= _SURELY_MEANT for fact in reading.facts[:1])


def _asked_alike(catalogue: Catalogue, reading: Reading) -> bool:
    """Tell whether all it may be are questions of ours, only which of them is open."""
    return reading.verdict == "answer" and share_of(catalogue, reading, "out_of_scope") < _NOT_FOREIGN


def not_known(reading: Reading, context: Context) -> NotKnown:
    """Return that it is not known: of what or whom was named, else with the topics near to it."""
    named = reading.named("topic")
    topic = named[0].ids[0] if named and named[0].score >= _SURELY_NAMED else None
    if topic is None and (name := full_name(reading)):
        return NotKnown(name=name, misses=context.misses + 1)
    least = _WORTH_NAMING_OF_OURS if reading.ours >= _SURELY_OURS else _WORTH_NAMING
    return NotKnown(topic, _near(reading, least), misses=context.misses + 1)


def not_of_the_latest(move: Move, reading: Reading, context: Context) -> Move:
    """Return *move*; what few words ask back of what is meant, or do not know, is not known of what is talked about.

    "gibts das auch online" behind an office means that office, of which nobody asks such a thing as a rule.
    """
    words = [word for _, word in reading.words]
    open_ = isinstance(move, AskWhich) or (isinstance(move, NotKnown) and not (move.topic or move.near or move.name))
    leans = len(words) <= _FEW and not (_BACK.isdisjoint(words) and not isinstance(move, AskWhich))
    if not open_ or not leans or not context.topics or reading.mentions or reading.unread or context.awaiting:
        return move
    asks = bool(reading.ranked) and reading.ranked[0].confidence >= _ASKED
    denies = not _NO.isdisjoint(words[:1])
    listed = isinstance(move, AskWhich) and not {*context.topics[:1], *context.listed}.isdisjoint(move.topics)
    return move if listed or denies or not asks else NotKnown(context.topics[0], misses=context.misses + 1)


def asks_the_same_again(move: Move, context: Context) -> bool:
    """Tell whether *move* asks back what was just asked back."""
    match move:
        case AskWhich(intent=intent):
            return context.awaiting == intent
        case OfferChoices(options=options):
            return choices.NONE in context.offered and {choices.ask(*each) for each in options} <= set(context.offered)
        case _:
            return False


def instead_of_asking(move: Move, context: Context) -> NotKnown | None:
    """Return what sends to people instead of asking back the same a third time; None for every other move."""
    in_vain = asks_the_same_again(move, context) and context.misses + 2 >= _TO_PEOPLE
    return NotKnown(misses=max(context.misses + 1, _TO_PEOPLE)) if in_vain else None


def beside_a_guess(catalogue: Catalogue, move: Move, reading: Reading, context: Context) -> Move:
    """Return the *move*; a weak answer to a question that names nothing with the other topics near to it.

    Beside advice, however sure, stands the one thing that is clearly near: who regrets having no certificate wants more than to
    hear what there is after school.
    """
    if not isinstance(move, AnswerIntent) or move.view or reading.named("topic") or context.topics:
        return move
    intent = catalogue.intents[move.intent]
    guessed, advises = move.confidence < _GUESSED, move.topic is None and intent.answer.text is not None
    if intent.kind != "question" or not (guessed or advises):
        return move
    least, most = (_NEAR_A_GUESS, _BESIDE_A_GUESS) if guessed else (_NEAR_ADVICE, 1)
    near = (topic for topic in _near(reading, least) if topic not in (move.topic, *move.others))
    return replace(move, near=tuple(islice(near, most)))


def _near(reading: Reading, least: float = _WORTH_NAMING) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact.topic for fact in reading.facts if fact.nearness >= least))


def _talks(context: Context) -> bool:
    return bool(context.topics or context.intent)
