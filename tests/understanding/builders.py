"""A small hand-written world to understand, and stand-ins for the encoder and its cache."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from zlib import crc32

import numpy as np

from bot.language.dictionary import Numbers
from bot.model.catalogue import Catalogue
from bot.model.intents import Intent
from bot.model.synonyms import Synonyms
from bot.model.topics import Event, Network, Offer, Organisation, Person, Place, Theme, Topic
from bot.understanding.head import Matrix
from tests import builders
from tests.language.support import the_morphology

CONCEPTS = (
    frozenset("preis kosten kostet teuer zahlen euro gebühr gebuehr".split()),
    frozenset("wann beginn start termin startet los".split()),
)
"""Words that mean the same to the tiny encoder, though they share no letters."""

WIDTH = 16


class TinyEncoder:
    """Knows a few concepts and spreads all other words by their checksum; remembers what it was asked."""

    def __init__(self, name: str = "tiny 1") -> None:
        self.name = name
        self.asked: list[tuple[str, ...]] = []

    def encode(self, sentences: Sequence[str]) -> Matrix:
        """Return one unit row per sentence."""
        self.asked.append(tuple(sentences))
        rows = np.zeros((len(sentences), WIDTH), dtype=np.float32)
        for row, sentence in zip(rows, sentences, strict=True):
            for word in sentence.casefold().rstrip("?").split():
                row[_axis(word)] += 1.0
        return np.asarray(
            rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32
        )


def _axis(word: str) -> int:
    known = (number for number, concept in enumerate(CONCEPTS) if word in concept)
    return next(known, len(CONCEPTS) + crc32(word.encode()) % (WIDTH - len(CONCEPTS)))


def unit_rows(*rows: Sequence[float]) -> Matrix:
    """Return *rows* brought to unit length."""
    plain = np.array(rows, dtype=np.float32)
    return np.asarray(plain / np.linalg.norm(plain, axis=1, keepdims=True), dtype=np.float32)


class MemoryCache:
    """Keeps arrays for as long as a test runs."""

    def __init__(self) -> None:
        self.kept: dict[str, Numbers] = {}

    def load(self, key: str) -> Numbers | None:
        """Return what was kept under *key*."""
        return self.kept.get(key)

    def save(self, key: str, numbers: Numbers) -> None:
        """Keep *numbers*."""
        self.kept[key] = numbers


def stem(word: str) -> str:
    """Return the stem of a folded word."""
    return str(the_morphology().stem(word))


def an_intent(name: str, *examples: str, **more: object) -> Intent:
    """Return an intent asked for by German *examples*."""
    return builders.an_intent(name, *examples, **{"answer": {"text": "Antwort."}, **more})


def an_offer(name: str, title: object, *also_called: str, **more: object) -> Offer:
    """Return a course."""
    return builders.an_offer(name, title=title, also_called=also_called, **more)


def an_event(name: str, title: object, *also_called: str, **more: object) -> Event:
    """Return a session."""
    return builders.an_event(name, **{"title": title, "also_called": also_called, "type": "session", **more})


def a_network(name: str, title: object, *also_called: str, **more: object) -> Network:
    """Return a network."""
    return builders.a_network(name, title=title, also_called=also_called, **more)


def an_organisation(name: str, title: object, *also_called: str, **more: object) -> Organisation:
    """Return a chamber."""
    return builders.an_organisation(name, **{"title": title, "also_called": also_called, "type": "chamber", **more})


def a_person(name: str, title: str, *also_called: str, **more: object) -> Person:
    """Return a person."""
    return builders.a_person(name, title=title, also_called=also_called, **more)


def a_place(name: str, title: str, *also_called: str) -> Place:
    """Return a town."""
    return builders.a_place(name, f"in {title}", title=title, also_called=also_called, type="town")


def a_theme(name: str, title: object, *also_called: str) -> Theme:
    """Return a theme."""
    return builders.a_theme(name, title=title, also_called=also_called)


def a_catalogue(
    topics: Iterable[Topic] = (), intents: Iterable[Intent] = (), synonyms: Mapping[str, object] | None = None
) -> Catalogue:
    """Return the catalogue of *topics* and *intents*."""
    return Catalogue(
        topics={topic.id: topic for topic in topics},
        intents={intent.id: intent for intent in intents},
        synonyms=Synonyms.model_validate(synonyms or {}),
    )
