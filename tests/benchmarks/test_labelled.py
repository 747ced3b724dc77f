"""Labelled sets are read, drawn and measured as the benchmark says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.cli.judge import Judge
from bot.language.languages import LanguageIdentifier
from bot.understanding.quality import measure
from bot.understanding.reader import Reader
from tests.benchmarks.contenders import TODAY
from tests.benchmarks.labelled import LabelledSet, from_folder, our_own
from tests.language.support import the_morphology
from tests.understanding.builders import MemoryCache

ENGLISH: Mapping[str, tuple[str, ...]] = {
    "weather": tuple(f"what is the weather like in town {word}" for word in "one two three four five".split()),
    "music": tuple(f"please play me the song number {word}" for word in "one two three four five".split()),
}


def write(folder: Path, name: str, lines: Iterable[tuple[str, str | None]]) -> None:
    """Write a file of questions."""
    text = "".join(json.dumps({"text": text, "intent": intent}) + "\n" for text, intent in lines)
    (folder / f"{name}.jsonl").write_text(text, "utf-8")


def english(folder: Path, *, foreign: bool = True) -> Path:
    """Write a small set."""
    write(folder, "train", [(text, intent) for intent, texts in ENGLISH.items() for text in texts])
    write(folder, "test", [("how is the weather today", "weather"), ("play a song", "music")])
    if foreign:
        write(folder, "oos", [("quarks and leptons", None)])
    return folder


def test_so_many_examples_are_drawn_of_each_intent(tmp_path: Path) -> None:
    """The same ones for the same seed, others for another, all of them where there are no more."""
    folder = english(tmp_path)
    drawn = [from_folder(folder, 3, seed).examples for seed in (1, 1, 2)]

    assert [intent for _, intent in drawn[0]] == ["music"] * 3 + ["weather"] * 3
    assert drawn[0] == drawn[1] != drawn[2]
    assert len(from_folder(folder, 99, 1).examples) == 10


def test_a_set_knows_its_language_and_its_foreign_questions(tmp_path: Path) -> None:
    """Where it brings no foreign ones, our own questions of that language are foreign to it."""
    with_own = from_folder(english(tmp_path), 3, 1)
    (tmp_path / "oos.jsonl").unlink()
    without = from_folder(tmp_path, 3, 1)

    assert with_own.language == without.language == "en"
    assert with_own.foreign == ("quarks and leptons",)
    assert len(without.foreign) > 50


def test_a_sample_is_smaller_and_the_same_every_time(tmp_path: Path) -> None:
    """Examples stay as they are."""
    whole = from_folder(english(tmp_path, foreign=False), 3, 1)

    assert len(whole.sampled(1, 1).asked) == len(whole.sampled(1, 1).foreign) == 1
    assert whole.sampled(1, 1) == whole.sampled(1, 1)
    assert whole.sampled(None, 1) == whole
    assert whole.sampled(1, 1).examples == whole.examples


def test_our_own_set_is_our_intents_and_their_test_sentences() -> None:
    """Sentences for what is out of scope are among them, and known to be."""
    own = our_own()

    assert {intent for _, intent in own.asked} <= set(own.catalogue.intents)
    assert len(own.asked) > 300
    assert "off-topic" in own.outside


def test_the_bots_own_reader_can_be_measured_on_a_set(tmp_path: Path) -> None:
    """Without an encoder, and without anything from the group `benchmark`."""
    labelled: LabelledSet = from_folder(english(tmp_path), 5, 1)
    reader = Reader(labelled.catalogue, the_morphology(), LanguageIdentifier(), None, MemoryCache())
    judge = Judge(reader, labelled.catalogue, TODAY)

    assert measure([judge.judged(text, wanted) for text, wanted in labelled.asked]).first == 1.0
