"""Every slip in ``mistakes/`` that a file can be read with, and the exact sentence staff see."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest
import yaml

from bot.workshop.advice import advise
from bot.workshop.edits import EditErrors
from tests.knowledge.support import INTENT, OFFER, Folders, good_folders, sentence

NEW = "content/offers/neu.yaml"
NEW_OFFER = OFFER.replace("Kurs", "Neu").replace("Course", "New")
TODAY = date(2026, 11, 22)


class Repeat(TypedDict):
    """A text too long to be written out."""

    text: str
    times: int


class Mistake(TypedDict):
    """One slip: what is written where, and what is told."""

    name: str
    file: NotRequired[str]
    text: NotRequired[str]
    added: NotRequired[str]
    repeat: NotRequired[Repeat]
    severity: NotRequired[str]
    unkept: NotRequired[bool]
    told: list[str]


MISTAKES: list[Mistake] = yaml.safe_load((Path(__file__).parent / "mistakes/advice.yaml").read_text("utf-8"))


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Give two folders in which nothing is wrong, each question with examples of its own."""
    good = good_folders(tmp_path)
    for name in ("overview", "cost", "hello"):
        text = (tmp_path / f"intents/{name}.yaml").read_text("utf-8")
        good.write(f"intents/{name}.yaml", text if name == "hello" else text.replace("eins, zwei", f"{name}, auch {name}").replace(
            "drei, vier, fünf, sechs, sieben, acht, neun, zehn", ", ".join(f"{name} {word}" for word in "abcdefgh")
        ))
    known = "summary: {de: a, en: b}\nquestions: {overview: [was lern ich da]}\n"
    return good.write("content/offers/kurs.yaml", kept(OFFER + known))


def kept(text: str) -> str:
    """Return the text of a file with who keeps it and until when, where it states facts and does not say so."""
    lines = ("review_by: 2027-02-01\n", "owner: Redaktion\n")
    return text + "".join(line for line in lines if "sources:" in text and line.partition(" ")[0] not in text)


def written(folders: Folders, mistake: Mistake) -> str:
    """Make the mistake; return the name of its file."""
    name, repeat = mistake.get("file", NEW), mistake.get("repeat") or Repeat(text="", times=0)
    text = mistake["text"] if "text" in mistake else NEW_OFFER + mistake["added"]
    text = text.replace("REPEATED", repeat["text"] * repeat["times"])
    folders.write(name, text if mistake.get("unkept") else kept(text))
    return name


@pytest.mark.parametrize("mistake", [pytest.param(each, id=each["name"]) for each in MISTAKES])
def test_what_can_be_read_and_is_not_good_is_told_at_its_place(folders: Folders, mistake: Mistake) -> None:
    """The sentence stands at the line and column of the slip and nowhere else."""
    name = written(folders, mistake)
    knowledge = folders.read()

    problems = list(advise(knowledge, TODAY))
    assert [problem for problem in knowledge.problems if problem.severity == "error"] == []
    assert mistake["told"] == [sentence(problem) for problem in problems]
    assert {name} >= {problem.file for problem in problems}
    assert {mistake.get("severity", "warning")} >= {problem.severity for problem in problems}


@pytest.mark.parametrize("mistake", [pytest.param(each, id=each["name"]) for each in MISTAKES if each.get("severity") == "error"])
def test_an_error_is_one_of_the_edit_that_makes_it(folders: Folders, mistake: Mistake) -> None:
    """A running bot turns it down, whatever kind of error it is; one that was there at the start stops nothing."""
    edits, there_before = EditErrors(), EditErrors()
    assert edits.of(folders.read(), TODAY) == ()
    written(folders, mistake)
    knowledge = folders.read()
    errors = tuple(advise(knowledge, TODAY))

    assert edits.of(knowledge, TODAY) == errors != ()
    assert edits.of(knowledge, TODAY) == errors
    assert there_before.of(knowledge, TODAY) == there_before.of(knowledge, TODAY) == ()


def test_an_error_that_time_mends_is_gone_by_then(folders: Folders) -> None:
    """What was read tomorrow can be taken over tomorrow."""
    edits = EditErrors()
    edits.of(folders.read(), TODAY)
    folders.write(NEW, kept(NEW_OFFER.replace("2026-11-21", "2026-11-23")))
    knowledge = folders.read()

    assert len(edits.of(knowledge, TODAY)) == 1
    assert edits.of(knowledge, date(2026, 11, 23)) == ()


def test_what_only_time_has_made_wrong_turns_down_no_edit(folders: Folders) -> None:
    """A link that was good when the file was taken over may lead to a registration that has closed since."""
    edits, page = EditErrors(), "https://example.org/anmeldung"
    edits.of(folders.read(), TODAY)
    link = f"links: [{{title: Anmelden, url: {page}}}]\n"
    folders.write(NEW, kept(f"{NEW_OFFER}runs:\n  - {{id: a, start: 2026-11-24, registration: {page}}}\n{link}"))
    knowledge, later = folders.read(), date(2026, 12, 1)

    assert edits.of(knowledge, TODAY) == ()
    assert [problem.severity for problem in advise(knowledge, later)].count("error") == 1
    assert edits.of(knowledge, later) == ()


def test_a_source_that_is_named_wrongly_is_told_once(folders: Folders) -> None:
    """Not that the text says not where it is from: that follows."""
    text = INTENT.replace("show: [overview]", "text: {de: Im Kurs lernst du 9 Dinge., en: Learn 9 things.}, about: [kurz]")
    folders.write("intents/hello.yaml", text.replace("[eins, zwei", "[hallo, na").replace("Worum geht es?", "Hallo?"))

    assert [str(problem).splitlines()[-1].strip() for problem in folders.read().problems] == [
        "Einen Eintrag «kurz» gibt es nicht. Meintest du kurs?"
    ]
    assert list(advise(folders.read(), TODAY)) == []


def test_good_files_need_no_advice(folders: Folders) -> None:
    """Every other test changes one thing about them."""
    assert list(advise(folders.read(), TODAY)) == []


def test_what_may_follow_from_an_error_is_not_told(folders: Folders) -> None:
    """A building nobody names may be named by the file that cannot be read."""
    folders.write("content/places/halle.yaml", "title: Halle\ntype: building\nwhere: in der Halle\n")
    assert len(list(advise(folders.read(), TODAY))) == 1

    folders.write(NEW, "kaputt: [")
    assert list(advise(folders.read(), TODAY)) == []
