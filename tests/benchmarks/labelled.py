"""Labelled questions to measure with: any folder of JSON lines, or our own intents.

A folder holds ``train.jsonl``, ``test.jsonl`` and, where it has questions that belong nowhere,
``oos.jsonl``: one ``{"text", "intent"}`` a line. Without ``oos.jsonl`` our own test questions are
the foreign ones.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.knowledge import read
from bot.knowledge.examples import asked_for
from bot.language.languages import GRAMMARS, LanguageIdentifier
from bot.model.catalogue import Catalogue
from bot.model.synonyms import Synonyms
from bot.model.values import Language
from bot.workshop.sentences import sentences_of
from tests.questions.scoring import questions

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class LabelledSet:
    """Questions with the intent they mean, foreign ones, the language most are in, and the intents."""

    name: str
    asked: tuple[tuple[str, str], ...]
    foreign: tuple[str, ...]
    language: Language
    catalogue: Catalogue

    @property
    def examples(self) -> list[tuple[str, str]]:
        """The examples of all languages with their intents, in the order of the intents."""
        intents = sorted(self.catalogue.intents.values(), key=lambda intent: intent.id)
        return [(text, intent.id) for intent in intents for texts in intent.examples.values() for text in texts]

    @property
    def outside(self) -> frozenset[str]:
        """The intents that stand for what does not belong here."""
        return frozenset(intent.id for intent in self.catalogue.intents.values() if intent.kind == "out_of_scope")

    def sampled(self, count: int | None, seed: int) -> LabelledSet:
        """Return the set with at most *count* questions of its own and as many foreign ones."""
        if count is None:
            return self
        chance = random.Random(f"{seed} sample")
        asked = chance.sample(self.asked, min(count, len(self.asked)))
        foreign = chance.sample(self.foreign, min(count, len(self.foreign)))
        return replace(self, asked=tuple(asked), foreign=tuple(foreign))

    def with_synonyms(self, synonyms: Synonyms) -> LabelledSet:
        """Return the set with other words for words."""
        return replace(self, catalogue=replace(self.catalogue, synonyms=synonyms))


def from_folder(folder: Path, examples: int, seed: int) -> LabelledSet:
    """Read a folder; of each intent *examples* are drawn."""
    drawn = _drawn(_lines(folder / "train.jsonl"), examples, seed)
    asked = tuple((text, intent or "") for text, intent in _lines(folder / "test.jsonl"))
    language = _language_of([text for texts in drawn.values() for text in texts])
    outside = folder / "oos.jsonl"
    foreign = tuple(text for text, _ in _lines(outside)) if outside.exists() else _our_questions(language)
    intents = {name: asked_for(name, {language: texts}) for name, texts in drawn.items()}
    return LabelledSet(folder.name, asked, foreign, language, Catalogue({}, intents))


def our_own() -> LabelledSet:
    """Return our intents with all their examples, and their test sentences as questions."""
    catalogue = read(ROOT / "content", ROOT / "intents").catalogue
    asked = tuple(
        (sentence.ask, intent.id) for intent in catalogue.intents.values() for _, sentence in sentences_of(intent)
    )
    foreign = tuple(question["question"] for question in questions("foreign"))
    return LabelledSet("own", asked, foreign, "de", catalogue)


def _lines(path: Path) -> Iterator[tuple[str, str | None]]:
    for line in path.read_text("utf-8").splitlines():
        fields: Mapping[str, str] = json.loads(line)
        yield fields["text"], fields.get("intent")


def _drawn(lines: Iterator[tuple[str, str | None]], examples: int, seed: int) -> Mapping[str, tuple[str, ...]]:
    by_intent: dict[str, list[str]] = defaultdict(list)
    for text, intent in lines:
        by_intent[intent or ""].append(text)
    chance = random.Random(f"{seed} examples")
    return {intent: _sample(texts, examples, chance) for intent, texts in sorted(by_intent.items())}


def _sample(texts: Sequence[str], count: int, chance: random.Random) -> tuple[str, ...]:
    return tuple(chance.sample(texts, min(count, len(texts))))


def _language_of(texts: Sequence[str]) -> Language:
    """Return the language most of *texts* are clearly in."""
    identifier = LanguageIdentifier()
    found = [identifier.identify(tuple(text.casefold().split())) for text in texts]
    return max(GRAMMARS, key=found.count)


def _our_questions(language: Language) -> tuple[str, ...]:
    asked = (question for name in ("german", "english", "foreign") for question in questions(name))
    return tuple(question["question"] for question in asked if question["lang"] == language)
