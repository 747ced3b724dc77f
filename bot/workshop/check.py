"""Everything staff can get wrong in their files, as problems with file and line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.conversation.mending import mended_crisis, mended_texts
from bot.knowledge import Problem, read
from bot.knowledge.problems import shown
from bot.knowledge.shelves import CRISIS, TEXTS
from bot.model.catalogue import Catalogue
from bot.workshop.advice import advise
from bot.workshop.advice.own_sentences import own_sentence_advice
from bot.workshop.crisis_help import crisis_help_problems, lacking_help, unbacked_help
from bot.workshop.cut_off import cut_off
from bot.workshop.folders import Folders
from bot.workshop.renames import Rename, renames
from bot.workshop.tenses import unsaid_past
from bot.workshop.texts import ENDS, text_problems


@dataclass(frozen=True, slots=True)
class Checked:
    """What could be read, and what is wrong in the files."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    renames: tuple[Rename, ...] = ()


def check(folders: Folders, today: date) -> Checked:
    """Read both folders and say what is wrong in them on the day *today*.

    Raises `MissingFolder`, `NothingToAsk`, and `BrokenTexts` where there are no German sentences.
    """
    knowledge = read(folders.content, folders.intents)
    catalogue, about_texts = mended_texts(knowledge, folders.content)
    catalogue, about_crisis = mended_crisis(catalogue, folders.content)
    about_help = (
        *lacking_help(knowledge, f"{folders.content_name}/{CRISIS}"),
        *cut_off(knowledge, folders.content),
        *crisis_help_problems(catalogue.crisis, folders.content),
        *unbacked_help(catalogue, folders.content),
    )
    compared = tuple(text_problems(knowledge.catalogue.texts, f"{folders.content_name}/{TEXTS}"))
    ends = {problem.file: problem.line for problem in compared if problem.message.startswith(ENDS)}
    about_texts = tuple(slip for slip in about_texts if slip.line < ends.get(slip.file, slip.line + 1))
    about_own = (catalogue.texts, f"{folders.content_name}/{TEXTS}")
    spoken = (*own_sentence_advice(*about_own), *unsaid_past(*about_own))
    problems = (*knowledge.problems, *about_texts, *compared, *spoken, *about_crisis, *about_help, *advise(knowledge, today))
    renamed = tuple(renames(knowledge, folders))
    told = shown((*problems, *(rename.problem for rename in renamed)))
    return Checked(catalogue, causes_first(told), renamed)


def causes_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return errors before warnings, each in the order of files and lines."""
    return tuple(sorted(problems, key=lambda problem: (problem.severity, problem)))


def numbers_of(catalogue: Catalogue) -> dict[str, int]:
    """Return how much there is."""
    intents = catalogue.intents.values()
    return {
        "topics": len(catalogue.topics),
        "intents": len(intents),
        "examples": sum(len(texts) for intent in intents for texts in intent.examples.values()),
        "tests": sum(len(sentences) for intent in intents for sentences in intent.tests.values()),
    }


def counted(catalogue: Catalogue) -> str:
    """Return in German how much there is: topics, intents, examples, test sentences."""
    return "{topics} Einträge, {intents} Fragen, {examples} Beispiele, {tests} Testsätze".format(**numbers_of(catalogue))
