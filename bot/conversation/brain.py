"""The frozen snapshot a turn answers from: knowledge, fitted reader, texts, policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import partial

from bot.answers.compose import Composer
from bot.answers.texts import Texts
from bot.dialogue.policy import Policy
from bot.language.dictionary import ArrayCache
from bot.language.languages import LanguageIdentifier
from bot.language.morphology import Morphology
from bot.model.catalogue import Catalogue
from bot.model.intents import UNWELL
from bot.model.kept import Operator
from bot.understanding.beside import Beside, at_once, in_second_thread
from bot.understanding.crisis import CrisisDetector
from bot.understanding.crisis_lessons import Lesson, lessons_of
from bot.understanding.crisis_net import CrisisNet, net_of
from bot.understanding.making import Making, Told, is_asked_alike, is_told_alike
from bot.understanding.reader import Reader
from bot.understanding.semantic import Encoder, OneReading
from bot.understanding.sight import Sight
from bot.understanding.vocabulary import SplitTexts, TextsReadBefore
from bot.understanding.wanted import IsWanted, WhileWanted


@dataclass(frozen=True)
class Brain:
    """One consistent state of everything the bot knows; swapped as one reference."""

    catalogue: Catalogue
    texts: Texts
    reader: Reader
    crisis: CrisisDetector
    policy: Policy
    composer: Composer
    learn: Callable[[IsWanted], Brain] | None = None
    """Returns this brain when it compares questions with all that is told now, and has learnt distress from all examples.

    Until then both are those of the brain before. Raises `InVain` soon after nobody wants that any more.
    """

    @property
    def version(self) -> str:
        """The hash of the files this was made from."""
        return self.catalogue.version


@dataclass(frozen=True, slots=True)
class Tools:
    """What brains are built with, made once for all of them; without an *encoder* the lexical view stands alone.

    *operator* runs the bot; *cache* keeps what was computed, *split* how texts were taken apart, *texts* how they were read.
    The pieces of a first start are done *in_turn*.
    """

    morphology: Morphology
    identifier: LanguageIdentifier
    encoder: Encoder | None
    cache: ArrayCache
    operator: Operator | None = None
    split: SplitTexts = field(default_factory=SplitTexts)
    texts: TextsReadBefore = field(default_factory=TextsReadBefore)
    in_turn: Beside = at_once


def build_brain(catalogue: Catalogue, tools: Tools, before: Brain | None = None, *, soon: bool = False) -> Brain:
    """Fit a brain to a catalogue.

    The sentences, and what tells distress, of a brain built *before* with the same tools serve again where nobody edited them.
    One that is wanted *soon* may have something left to learn, as long as that changes next to nothing in what is understood:
    it answers with all that is told now, whatever finds out what is meant.

    Raises BrokenTexts where the bot's own sentences are not readable, PhraseError where a crisis phrase is not, ValueError
    where no intent has an example.
    """
    texts = before.texts if before and before.catalogue.texts == catalogue.texts else Texts(catalogue.texts)
    ruled = before.crisis if before and before.catalogue.crisis == catalogue.crisis else None
    # First of all: where a phrase cannot be read, nothing is fitted in vain.
    crisis = ruled or CrisisDetector(catalogue.crisis, tools.morphology.is_known)
    lessons, known = crisis_lessons(catalogue), before.crisis.net if before else None
    learnt = known.lessons if soon and ruled and known else lessons
    once = replace(tools, cache=OneReading(tools.cache))
    # What is fitted before anybody is answered takes its memory one after the other.
    with in_second_thread() if before else nullcontext(tools.in_turn) as beside:
        net = beside(partial(_net, learnt, once, known))
        making = Making(tools.split, tools.texts, beside, _told(before, catalogue) if soon else None)
        reader = Reader(catalogue, tools.morphology, tools.identifier, tools.encoder, once.cache, making)
        brain = Brain(
            catalogue=catalogue,
            texts=texts,
            reader=reader,
            crisis=crisis.with_net(net()),
            policy=Policy(catalogue),
            composer=Composer(catalogue, texts, tools.operator),
        )
    is_whole = learnt == lessons and (making.told is None or _is_told_alike(before, catalogue))
    return brain if is_whole else replace(brain, learn=partial(_learnt, brain, lessons, tools))


def _told(before: Brain | None, catalogue: Catalogue) -> Told | None:
    """Return what was told before, if for a while it serves as well as what is told now."""
    return before.reader.told if before and is_asked_alike(before.catalogue, catalogue) else None


def _is_told_alike(before: Brain | None, catalogue: Catalogue) -> bool:
    return before is not None and before.learn is None and is_told_alike(before.catalogue, catalogue)


def _net(lessons: tuple[Lesson, ...], tools: Tools, known: CrisisNet | None) -> CrisisNet | None:
    """Return the net for *lessons*: the one that is *known* where it learnt the same."""
    return known if known and known.lessons == lessons else net_of(lessons, tools.encoder, tools.cache)


def _learnt(brain: Brain, lessons: tuple[Lesson, ...], tools: Tools, is_wanted: IsWanted) -> Brain:
    piece_by_piece = WhileWanted(is_wanted, OneReading(tools.cache))
    net = _net(lessons, replace(tools, cache=piece_by_piece), brain.crisis.net)
    sight = Sight(tools.morphology.stem, tools.encoder, piece_by_piece, piece_by_piece)
    reader = brain.reader.retold(sight, tools.split)
    return replace(brain, reader=reader, crisis=brain.crisis.with_net(net))


def crisis_lessons(catalogue: Catalogue) -> tuple[Lesson, ...]:
    """Return what the bot learns distress from: the crisis examples, and what people ask it every day."""
    return lessons_of(catalogue.crisis, _everyday(catalogue))


def _everyday(catalogue: Catalogue) -> Iterator[str]:
    """Yield what people ask; who is not well says much as those in distress do, and is no example of what is harmless."""
    for intent in catalogue.intents.values():
        if intent.id in UNWELL:
            continue
        yield from (text for texts in intent.examples.values() for text in texts)
        yield from (sentence.ask for sentences in intent.tests.values() for sentence in sentences)
    for topic in catalogue.topics.values():
        yield from (text for texts in topic.questions.values() for text in texts)
