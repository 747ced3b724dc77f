"""Everything staff can get wrong in their files, as problems with file and line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.knowledge import Problem, read
from bot.model.catalogue import Catalogue
from bot.workshop.mending import TEXTS_FOLDER, mended_crisis, mended_texts
from bot.workshop.texts import text_problems


@dataclass(frozen=True, slots=True)
class Folders:
    """Where content and intents are, and how staff see these folders."""

    content: Path
    intents: Path

    @property
    def content_name(self) -> str:
        """The name of the content folder."""
        return self.content.resolve().name

    @property
    def intents_name(self) -> str:
        """The name of the intents folder."""
        return self.intents.resolve().name


@dataclass(frozen=True, slots=True)
class Checked:
    """What could be read, and what is wrong in the files."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]


def check(folders: Folders) -> Checked:
    """Read both folders and say what is wrong in them.

    Raises `MissingFolder`, `NothingToAsk`, and `BrokenTexts` where there are no German sentences.
    """
    knowledge = read(folders.content, folders.intents)
    catalogue, about_texts = mended_texts(knowledge.catalogue, folders.content)
    catalogue, about_crisis = mended_crisis(catalogue, folders.content)
    compared = text_problems(catalogue.texts, f"{folders.content_name}/{TEXTS_FOLDER}")
    return Checked(catalogue, (*knowledge.problems, *about_texts, *compared, *about_crisis))


def counted(catalogue: Catalogue) -> str:
    """Return in German how much there is: topics, intents, examples, test sentences."""
    intents = catalogue.intents.values()
    examples = sum(len(texts) for intent in intents for texts in intent.examples.values())
    tests = sum(1 for intent in intents for sentences in intent.tests.values() for _ in sentences)
    return f"{len(catalogue.topics)} Einträge, {len(intents)} Fragen, {examples} Beispiele, {tests} Testsätze"
