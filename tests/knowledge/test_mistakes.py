"""Every slip in ``mistakes/`` with the exact sentence staff see."""

from __future__ import annotations

from pathlib import Path
from typing import NotRequired, TypedDict

import pytest
import yaml
from _pytest.mark.structures import ParameterSet

from bot.knowledge.files import without_tabs
from bot.knowledge.parsing import LOADER, Loader, parse
from bot.knowledge.problems import Unreadable
from tests.knowledge.support import OFFER, Folders, sentence

TABLES = Path(__file__).parent / "mistakes"
NEW = "content/offers/neu.yaml"


class Mistake(TypedDict):
    """One slip: what is written where, and what is told."""

    name: str
    file: NotRequired[str]
    text: NotRequired[str]
    added: NotRequired[str]
    severity: NotRequired[str]
    told: list[str]


def _mistakes(*tables: str) -> list[ParameterSet]:
    texts = [(TABLES / f"{table}.yaml").read_text("utf-8") for table in tables]
    mistakes: list[Mistake] = [mistake for text in texts for mistake in yaml.safe_load(text)]
    return [pytest.param(mistake, id=mistake["name"]) for mistake in mistakes]


def _sentences(text: str, loader: Loader) -> list[str]:
    try:
        spots = parse(without_tabs(text), loader)[1]
    except Unreadable as slip:
        spots = (slip.spot,)
    return [sentence(spot.in_file(NEW)) for spot in spots]


@pytest.mark.parametrize("mistake", _mistakes("syntax"))
def test_yaml_that_cannot_be_read_is_explained_in_german(mistake: Mistake) -> None:
    """The sentence names the line and what to write, in the words of people."""
    assert mistake["told"] == _sentences(mistake["text"], LOADER)


@pytest.mark.parametrize("mistake", _mistakes("syntax"))
def test_without_libyaml_the_same_is_said(mistake: Mistake) -> None:
    """The slow reader finds the same slips; only its columns may differ by one."""
    told = [line.partition(" ")[2] for line in mistake["told"]]

    assert told == [line.partition(" ")[2] for line in _sentences(mistake["text"], yaml.BaseLoader)]


@pytest.mark.parametrize("mistake", _mistakes("syntax"))
def test_no_word_of_the_parser_reaches_staff(mistake: Mistake) -> None:
    """The English of PyYAML is never shown."""
    said = " ".join(_sentences(mistake["text"], LOADER))

    assert not any(word in said for word in ("expected", "found", "while", "mapping", "scalar", "token"))


@pytest.mark.parametrize("mistake", _mistakes("fields", "rules", "references"))
def test_a_wrong_value_is_explained_in_german_at_its_place(folders: Folders, mistake: Mistake) -> None:
    """The sentence stands at the line and column of the slip and nowhere else."""
    name = mistake.get("file", NEW)
    folders.write(name, mistake["text"] if "text" in mistake else OFFER + mistake["added"])

    problems = folders.read().problems

    assert mistake["told"] == [sentence(problem) for problem in problems]
    assert {name} == {problem.file for problem in problems}
    assert {mistake.get("severity", "error")} == {problem.severity for problem in problems}
