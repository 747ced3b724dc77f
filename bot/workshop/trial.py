"""Puts a brain to the test before it is let out: its sentences, and every reply it can give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bot.conversation.brain import Brain
from bot.knowledge import Problem
from bot.knowledge.positions import position_of
from bot.knowledge.shelves import CRISIS
from bot.model.catalogue import Catalogue
from bot.model.crisis import HARMLESS
from bot.understanding.crisis_trial import left_out, shares_of
from bot.workshop.folders import Folders
from bot.workshop.inspection import Found
from bot.workshop.laws import Breach
from bot.workshop.revisions import earlier_texts
from bot.workshop.sentences import Lost, Progress, Tried, false_alarms, missed_crises, silent, strayed, tried
from bot.workshop.understood import Misread, in_intent, misread_examples, never_first, unrecognised_titles

FIRST_AT_LEAST = 0.60
NEAR_AT_LEAST = 0.80
"""Shares of the test sentences; below them the bot understands too little to be let out."""
MANY_LOST, _SEVERAL = 1 / 3, 3
"""The share of its sentences from which on a question is poorly understood, and how many are told together."""
DISTRESS_AT_LEAST = 0.82
FALSE_ALARMS_AT_MOST = 0.2
"""Shares of the crisis examples, each judged as if it were not one. They are hard by design: messages
of people the bot does not know are told apart better."""


_TEACH = "Gib dieser Frage ähnliche Beispiele."
_FATES: Mapping[Lost, tuple[str, str]] = MappingProxyType({
    "stolen": ("passt besser zu «{instead}»", "Verschiebe den Satz oder gib dieser Frage ähnliche Beispiele."),
    "foreign": ("hält der Bot für fremd und lehnt ab («{instead}»)", _TEACH),
    "asked back": ("ist dem Bot nicht klar, er fragt zurück", f"Schreib genauer, was gemeint ist. Oder: {_TEACH}"),
    "unknown": ("kann der Bot nicht einordnen, er weiß darauf nichts", _TEACH),
    "remark": ("hält der Bot für keine Frage, er sagt nur etwas Kurzes dazu", "Nimm einen Satz, der mehr sagt."),
    "distress": ("hält der Bot für eine Notlage", f"Ergänze ähnliche Sätze in {CRISIS} unter examples: none."),
    "no answer": (
        "gehört hierher, aber «{topic}» hat darauf keine Antwort, der Bot sagt «{instead}»",
        "Trag die Antwort bei diesem Eintrag ein, oder frag im Test nach einem anderen.",
    ),
})  # fmt: skip
"""What is said of a lost test sentence, and what to do."""


@dataclass(frozen=True, slots=True)
class Shares:
    """How the test sentences fared: how many there are, the shares ranked first and among the first three, and which are lost.

    Each lost one stands behind its question.
    """

    sentences: int
    first: float
    near: float
    lost: tuple[tuple[str, str], ...] = ()


def sentence_steps(catalogue: Catalogue) -> int:
    """Return how many steps `try_sentences` takes."""
    return sum(len(texts) for intent in catalogue.intents.values() for texts in intent.tests.values()) + len(catalogue.topics)


def crisis_steps(catalogue: Catalogue) -> int:
    """Return how many steps `try_crises` takes."""
    examples = sum(len(texts) for by_language in catalogue.crisis.examples.values() for texts in by_language.values())
    return examples + len(catalogue.intents)


def try_sentences(
    brain: Brain, folders: Folders, today: date, progress: Progress = silent
) -> tuple[tuple[Problem, ...], Shares]:
    """Put all test sentences to *brain*; returns what went wrong and the shares of what went right."""
    results = tuple(tried(brain, today, progress))
    shares, misread = _shares(results), brain.reader.misread()
    problems = (
        *_too_few(shares, folders),
        *_lost(results, folders),
        *_strayed(brain, folders, today),
        *misread_examples(_of_the_other_kind(misread, brain), folders),
        *never_first(brain.catalogue.intents.values(), misread, results, folders),
        *unrecognised_titles(brain, today, folders, progress),
    )
    return problems, shares


def _of_the_other_kind(misread: Misread, brain: Brain) -> Misread:
    """Return what is *misread*, but not what is declined either way."""
    kinds = {intent.id: intent.kind for intent in brain.catalogue.intents.values()}
    return [(example, winner) for example, winner in misread if {kinds[example.intent], kinds[winner]} != {"out_of_scope"}]


def try_crises(brain: Brain, folders: Folders, progress: Progress = silent) -> tuple[Problem, ...]:
    """Put every crisis example and every everyday sentence to the crisis rules; returns what went wrong."""
    return tuple(_crises(brain, folders, progress))


def _shares(results: tuple[Tried, ...]) -> Shares:
    total = len(results) or 1
    first, near = sum(each.is_first for each in results), sum(each.is_near for each in results)
    lost = tuple((each.intent, each.sentence) for each in results if each.lost)
    return Shares(len(results), first / total, near / total, lost)


def _too_few(shares: Shares, folders: Folders) -> Iterator[Problem]:
    if shares.sentences and (shares.first < FIRST_AT_LEAST or shares.near < NEAR_AT_LEAST):
        message = (
            f"Nur {shares.first:.0%} der Testsätze landen bei ihrer Frage und {shares.near:.0%} unter den ersten drei; "
            f"verlangt sind {FIRST_AT_LEAST:.0%} und {NEAR_AT_LEAST:.0%}."
        )
        yield Problem(folders.intents_name, 1, 1, "error", message)


def _lost(results: Iterable[Tried], folders: Folders) -> Iterator[Problem]:
    """Yield what becomes of the lost sentences of each question that loses many of its own, and of those that are new.

    How many of the others are lost says how well the bot understands what it never heard: nobody need act on one of them.
    """
    by_intent: defaultdict[str, list[Tried]] = defaultdict(list)
    for each in results:
        by_intent[each.intent].append(each)
    earlier = earlier_texts(folders.intents)
    for intent, own in by_intent.items():
        lost = [each for each in own if each.lost]
        is_poor = len(lost) >= len(own) * MANY_LOST
        if is_poor and len(lost) >= _SEVERAL:
            yield _lost_together(lost, len(own), folders)
            continue
        before = earlier.get(f"{intent}.yaml")
        for each in lost:
            if is_poor or (before is not None and each.sentence not in before):
                yield _lost_alone(each, folders)


def _lost_together(lost: Sequence[Tried], of: int, folders: Folders) -> Problem:
    told = "; ".join(f"«{each.sentence}» {_fate_of(each)[0]}" for each in lost)
    message = f"Von {of} Testsätzen verfehlen {len(lost)} diese Frage: {told}."
    return in_intent(folders, lost[0].intent, lost[0].sentence, message, _TEACH)


def _lost_alone(each: Tried, folders: Folders) -> Problem:
    fate, advice = _fate_of(each)
    return in_intent(folders, each.intent, each.sentence, f"«{each.sentence}» {fate}.", advice)


def _fate_of(each: Tried) -> tuple[str, str]:
    """Return what is said of a lost sentence, and what to do."""
    fate, advice = _FATES[each.lost or "stolen"]
    return fate.format(instead=each.instead, topic=each.topic), advice


def _strayed(brain: Brain, folders: Folders, today: date) -> Iterator[Problem]:
    for slip in strayed(brain, today):
        message = f"«{slip.sentence}» steht unter not_this und landet doch hier."
        yield in_intent(folders, slip.under, slip.sentence, message, "Gib der richtigen Frage ähnliche Beispiele.")


def _crises(brain: Brain, folders: Folders, progress: Progress) -> Iterator[Problem]:
    for slip in missed_crises(brain, progress):
        line, column = position_of(folders.content / CRISIS, slip.sentence)
        message = f"«{slip.sentence}» steht unter examples: {slip.under} und wird trotzdem als {slip.read_as} erkannt."
        advice = "Ergänze ähnliche Beispiele" + (" oder not_crisis." if slip.under == HARMLESS else " oder eine Regel.")
        yield Problem(f"{folders.content_name}/{CRISIS}", line, column, "error", message, advice)
    for slip in false_alarms(brain, progress):
        message = f"«{slip.sentence}» löst einen Krisenhinweis aus ({slip.read_as})."
        advice = f"Ergänze in {CRISIS} ähnliche Sätze unter examples: none oder eine Redewendung unter not_crisis."
        yield in_intent(folders, slip.under, slip.sentence, message, advice)
    yield from _untaught_crises(brain, folders)


def _untaught_crises(brain: Brain, folders: Folders) -> Iterator[Problem]:
    results = left_out(brain.crisis)
    found, false = shares_of(results)
    if results and (found < DISTRESS_AT_LEAST or false > FALSE_ALARMS_AT_MOST):
        message = (
            f"Wären sie keine Beispiele, würden {found:.0%} der Notlagen erkannt und {false:.0%} der harmlosen Sätze "
            f"dafür gehalten; verlangt sind mindestens {DISTRESS_AT_LEAST:.0%} und höchstens {FALSE_ALARMS_AT_MOST:.0%}."
        )
        advice = "Ergänze Beispiele, die sich voneinander unterscheiden, gleich viele harmlose wie ernste."
        yield Problem(f"{folders.content_name}/{CRISIS}", 1, 1, "error", message, advice)


def broken_replies(found: Iterable[Found], catalogue: Catalogue, folders: Folders) -> tuple[Problem, ...]:
    """Return what was *found* that must not be said, each kind of slip once."""
    return tuple(_breach(each.first, each.times, catalogue, folders) for each in found)


def _breach(breach: Breach, times: int, catalogue: Catalogue, folders: Folders) -> Problem:
    topic = catalogue.topic(breach.topic)
    place = f"{folders.content_name}/{topic.folder}/{topic.id}" if topic else f"{folders.intents_name}/{breach.intent}"
    more = f" (und {times - 1} weitere Male)" if times > 1 else ""
    asked = f"Auf die Frage «{breach.intent}» am {breach.day.isoformat()} ({breach.language}){more}:"
    return Problem(f"{place}.yaml", 1, 1, "error", f"{asked} {breach.wrong}")
