"""Intents that are nothing but examples: a folder to measure with, no content needed.

Such folders come from anywhere, so any file name is an id, whatever else a file says is passed
over, and a slip costs its sentence, not the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, field_validator

from bot.errors import MissingFolder, NothingToAsk
from bot.knowledge import files
from bot.knowledge.files import SourceFile
from bot.knowledge.loading import Reading
from bot.knowledge.problems import TOP, Problem, shown
from bot.knowledge.reader import Knowledge
from bot.model.catalogue import Catalogue
from bot.model.intents import Answer, Intent, Kind
from bot.model.values import DEFAULT_LANGUAGE, Language

_YAML = frozenset({".yaml", ".yml"})
_SAYS_NOTHING = Answer(text={DEFAULT_LANGUAGE: "–"})

Sentences = Mapping[Language, tuple[str, ...]]


class _ExampleFile(BaseModel):
    """What is read of a file."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    kind: Kind = "question"
    examples: Sentences

    @field_validator("examples", mode="before")
    @classmethod
    def _plain_list(cls, value: object) -> object:
        return {DEFAULT_LANGUAGE: value} if isinstance(value, list) else value

    def told(self) -> Sentences:
        """Return the examples without blank ones and without languages that have none."""
        kept = {code: tuple(filter(str.strip, texts)) for code, texts in self.examples.items()}
        return {code: texts for code, texts in kept.items() if texts}


def read_examples(folder: Path) -> Knowledge:
    """Read the examples of every YAML file of *folder* into a catalogue without topics and answers.

    Raises MissingFolder, and NothingToAsk where no file holds an example.
    """
    if not folder.is_dir():
        raise MissingFolder(f"Der Ordner mit den Fragen fehlt: {folder}.")
    reading = Reading()
    intents = {intent.id: intent for intent in _intents(folder, reading)}
    problems = shown(reading.problems)
    if not intents:
        raise NothingToAsk(f"In {folder} steht kein einziges Beispiel.", tuple(map(str, problems)))
    return Knowledge(Catalogue({}, intents, version=reading.version()), problems)


def asked_for(name: str, examples: Sentences, kind: Kind = "question") -> Intent:
    """Return an intent that can be asked for and says nothing; its *name* need not be an id of ours."""
    title = {DEFAULT_LANGUAGE: name}
    return Intent.model_construct(id=name, title=title, kind=kind, examples=examples, answer=_SAYS_NOTHING)


def _intents(folder: Path, reading: Reading) -> Iterator[Intent]:
    sources = [_source(path, folder) for path in files.inside(folder) if _is_yaml(path)]
    doubles = dict(files.doubled(sources))
    reading.note(*doubles.values())
    for file in sources:
        loaded = reading.load(file, _ExampleFile, salvage=True) if file not in doubles else None
        examples = loaded.thing.told() if loaded else {}
        if loaded and examples:
            yield asked_for(file.id, examples, loaded.thing.kind)
        elif loaded and file.name not in {problem.file for problem in reading.problems}:
            reading.note(Problem(file.name, *TOP, "error", "Unter «examples» steht kein Beispiel."))


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in _YAML and path.is_file()


def _source(path: Path, folder: Path) -> SourceFile:
    """Return the file at *path*; its whole name before the ending is its id."""
    return SourceFile(path, files.at(path, folder.resolve().name).name, path.stem)
