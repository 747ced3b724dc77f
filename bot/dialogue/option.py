"""One way a question can be answered."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import compress, takewhile
from operator import attrgetter

from bot.dialogue.chatting import share_of
from bot.dialogue.topics import About, accepted_kinds, takes_any_name
from bot.model.answerable import WHAT_IT_IS, can_answer, is_told
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import END_WISHES, Intent
from bot.model.moves import AnswerIntent, Move, OfferChoices
from bot.model.reading import Reading
from bot.model.topics import Topic

ANSWER_FROM = 0.33
"""From this weight on the best option is answered, however close the next."""
CHOICES_FROM = 0.27
"""Below this weight the bot says that it does not know."""

_OFFERED, _SURELY_OURS, _NEARLY = 3, 0.5, 0.8
"""So many choices are offered; so probable (0–1) all questions of ours together make it that one of them is asked; from such a
share of the best weight on advice is given, which needs no topic."""
_RARELY_OURS, _LEAST_ADVISED = 0.1, 0.13
"""Where so few of our own questions are as near to everyday life nobody is advised, nor below this weight."""
_CLEARLY_ASKED, _AS_LIKELY = 0.5, 0.2
"""So sure it is what is asked that nothing else is told first; what is as likely, beside the likeliest, may be asked as well."""
_BY_LIKENESS = 1.5
"""What the likeness of the nearest question of a topic speaks for what it asks, where the topic is talked about and not named."""
_GUESSED = 0.45
"""Below this one it goes behind what the topic is, however unlikely that is asked, unless it was just talked about: "wer ist
eigentlich die WFBB"."""
_OF_ONE, _OF_ONE_UNSURE, _IN_VAIN, _OF_ANOTHER = 0.6, 0.5, 0.85, 0.9
"""An answer is told beside a heavier one from such a share of its weight on: of the same topic, of that where the heavier is not
sure, that it has none, of another topic."""
_SURE = 0.7
"""From this weight on an answer is sure."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to answer: an intent, what it would be about, and its weight (about 0–1)."""

    intent: Intent
    about: About
    weight: float

    @property
    def topic(self) -> Topic | None:
        """The topic, where there is just one."""
        return self.about.clear

    @property
    def asked(self) -> tuple[str, str | None]:
        """The ids of the intent and of the topic, where there is just one."""
        return self.intent.id, self.topic.id if self.topic else None

    def weighing(self, weight: float) -> Option:
        """Return this option with another *weight*: dozens are weighed for an answer, each in a tenth of what `replace` takes."""
        return Option(self.intent, self.about, weight)

    @property
    def is_foreign(self) -> bool:
        """Whether what is asked is not ours to answer."""
        return self.intent.kind == "out_of_scope"

    @property
    def can_be_offered(self) -> bool:
        """Only what can be answered is worth a question back."""
        if self.intent.kind != "question":
            return False
        return not self.intent.needs or (self.topic is not None and can_answer(self.topic, self.intent))


def is_in_vain(option: Option) -> bool:
    """Tell whether a question would be asked of a topic which has no answer to it."""
    return option.intent.kind == "question" and option.topic is not None and not can_answer(option.topic, option.intent)


def told_first(options: tuple[Option, ...], reading: Reading) -> tuple[Option, ...]:
    """Return *options*, the heaviest first; before one its topic has no answer to the next of it that has, where that is close.

    Which of the two is asked must be open; and what is told instead of the one, where there is such, helps as much.
    """
    best, surest = (options[0] if options else None), max((each.confidence for each in reading.ranked), default=0.0)
    if best is None or not is_in_vain(best) or best.intent.told_instead or surest >= _CLEARLY_ASKED:
        return options
    likely = {each.intent for each in reading.ranked if each.confidence >= _AS_LIKELY * surest}
    close = takewhile(lambda each: each.weight >= _IN_VAIN * best.weight, options[1:])
    near = (each for each in close if each.topic == best.topic and each.can_be_offered and each.intent.id in likely)
    told = next(near, None)
    return (told, *(each for each in options if each != told)) if told else options


def advice(catalogue: Catalogue, options: Sequence[Option], reading: Reading) -> Option | None:
    """Return what of *options* is advice and nearly the best, where a question of ours is asked for sure, only which is open."""
    near = takewhile(lambda each: each.weight >= max(options[0].weight * _NEARLY, _LEAST_ADVISED), options)
    plain = (each for each in near if not each.intent.needs and each.intent.answer.list is None and each.can_be_offered)
    ours = reading.ours >= _RARELY_OURS and share_of(catalogue, reading, "question") >= _SURELY_OURS
    return next(plain, None) if ours else None


def with_second(move: Move, options: Sequence[Option], context: Context) -> Move:
    """Return the *move* to the best of *options* (the heaviest first) with another that may be meant, and takes few words.

    Who meant either is helped, and nobody has to be asked back: one about the same topic first, which is told, not only offered.
    What the last reply told is not told again beside another answer.
    """
    best, *others = options
    if not isinstance(move, AnswerIntent) or (move.intent, move.topic) != best.asked:
        return move
    topic = best.asked[1]
    least = best.weight * (_OF_ONE if best.weight >= _SURE else _OF_ONE_UNSURE)
    near = takewhile(lambda each: each.weight >= least, others)
    new = (each for each in near if not context.has_just_heard(*each.asked))
    likely = (each for each in new if each.asked[1] == topic or each.weight >= best.weight * _OF_ANOTHER)
    brief = (each for each in likely if not (each.intent.has_pages or each.intent.answer.path or takes_any_name(each.intent)))
    worth = [each for each in brief if _is_worth_telling(each, best)]
    second = next((each for each in worth if each.asked[1] == topic), worth[0] if worth else None)
    if second is None and not context.topics and best.weight < _GUESSED and is_in_vain(best):
        known = any(each.asked == (WHAT_IT_IS[0], topic) and each.can_be_offered for each in others)
        return replace(move, intent=WHAT_IT_IS[0], also=best.asked) if known else move
    return replace(move, also=second.asked) if second else move


def _is_worth_telling(second: Option, best: Option) -> bool:
    """Tell whether *second* is told beside the *best*: what it holds, or that nobody told us what may be meant instead.

    What nobody asks of such a topic ("mitmachen" at an apprenticeship) is not missed; nobody ends reminders by the way.
    """
    if second.intent.id == END_WISHES:
        return False
    if second.can_be_offered:
        return second.topic is None or is_told(second.topic, second.intent)
    sensible = second.topic is not None and second.topic.kind in accepted_kinds(second.intent)
    likely = second.asked[1] == best.asked[1] and second.weight >= best.weight * _IN_VAIN
    return best.can_be_offered and sensible and likely and is_in_vain(second)


def offered(close: list[Option]) -> OfferChoices:
    """Let the person choose between options that are *close*."""
    return OfferChoices(tuple(option.asked for option in close[:_OFFERED]), round(close[0].weight, 4))


def weighed_by_words(options: Iterable[Option], reading: Reading, context: Context) -> Iterable[Option]:
    """Weigh *options* by what their answers say as well.

    Where a topic is named or talked about, that tells which of its answers is meant, not which topic.
    It never tells whether any is right: the best weight stays.
    """
    held = bool(reading.named("topic") or context.topics)
    alike = _BY_LIKENESS if context.topics and not reading.named("topic") else 0.0
    groups: dict[str | None, list[tuple[Option, Topic | None]]] = {}
    for option in options:
        topic = option.topic
        groups.setdefault(topic.id if held and topic else None, []).append((option, topic))
    for group in groups.values():
        said = _said(group, reading, alike)
        if not any(said):
            yield from [each for each, _ in group]
            continue
        told = [each.weight * math.exp(words) for (each, _), words in zip(group, said, strict=True)]
        scale = max([each.weight for each, _ in group]) / (max(told) or 1.0)
        yield from [each.weighing(scale * weight) for (each, _), weight in zip(group, told, strict=True)]


def weighed_by_asking(options: Iterable[Option], reading: Reading) -> Iterable[Option]:
    """Weigh *options* about one topic by its "when" or "where", where that means another of its answers.

    Else what may be meant besides keeps its weight; and the best weight stays, as `weighed_by_words` has it.
    """
    if not reading.asked_with:
        yield from options
        return
    groups: dict[str | None, list[Option]] = {}
    for option in options:
        groups.setdefault(option.asked[1], []).append(option)
    for topic, group in groups.items():
        asked = [option.weight * math.exp(reading.asked_with.get(option.intent.id, 0.0)) for option in group]
        best, meant = max(group, key=attrgetter("weight")), group[asked.index(max(asked))]
        stays, scale = topic is None or meant.weight == best.weight, best.weight / (max(asked) or 1.0)
        yield from (each if stays else each.weighing(scale * weight) for each, weight in zip(group, asked, strict=True))


def _said(group: Sequence[tuple[Option, Topic | None]], reading: Reading, alike: float) -> Sequence[float]:
    """Return what speaks for each option by the words its answer says (log-odds), for what has no answer what usually does.

    How like the question the nearest of its own is counts *alike* times as much.
    """
    asked = [(topic.id if topic else "", option.intent.id) for option, topic in group]
    said = [reading.answers.get(each, 0.0) for each in asked]
    if alike:
        said = [by_words + alike * reading.alike.get(each, 0.0) for by_words, each in zip(said, asked, strict=True)]
    if not any(said):
        return said
    able = [  # only an answer says anything
        each > 0.0 or (topic is not None and can_answer(topic, option.intent))
        for each, (option, topic) in zip(said, group, strict=True)
    ]
    usual = sum(compress(said, able)) / max(sum(able), 1)
    return [each if speaks else usual if topic else 0.0 for (_, topic), each, speaks in zip(group, said, able, strict=True)]
