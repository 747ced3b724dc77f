"""What did not change is not read again, and what is wrong is told all the same."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.knowledge import Knowledge, Unchanged, read
from tests.knowledge.support import INTENT, OFFER, Folders, sentence

COURSE = "content/offers/kurs.yaml"
NAMING = OFFER + "place: cottbus\n"


def again(folders: Folders, unchanged: Unchanged) -> Knowledge:
    """Read the folders, knowing what was read before."""
    return read(folders.root / "content", folders.root / "intents", unchanged)


def test_only_what_changed_is_read_again(folders: Folders) -> None:
    """The others are the very same things, and all is as if everything had been read."""
    unchanged = Unchanged()
    before = again(folders, unchanged).catalogue
    folders.write(COURSE, OFFER.replace("Kurs", "Lehrgang"))

    after = again(folders, unchanged).catalogue

    assert after.topics["kurs"].title["de"] == "Lehrgang"
    assert after.topics["cottbus"] is before.topics["cottbus"]
    assert after == folders.read().catalogue


def test_what_was_read_later_says_so(folders: Folders) -> None:
    """Calendars on phones take what is newer, whatever day it is of; all else being equal, it is the same knowledge."""
    began = datetime.now(UTC)
    first, second = folders.read().catalogue, folders.read().catalogue

    assert began <= first.read_at < second.read_at <= datetime.now(UTC)
    assert first == second


def test_what_another_file_breaks_is_told_at_its_line(folders: Folders) -> None:
    """The file that names a deleted one did not change itself."""
    unchanged = Unchanged()
    folders.write(COURSE, NAMING)
    again(folders, unchanged)
    again(folders, unchanged)
    (folders.root / "content/places/cottbus.yaml").unlink()

    knowledge = again(folders, unchanged)

    assert knowledge.problems == folders.read().problems
    assert [sentence(problem)[:4] for problem in knowledge.problems] == ["5:8 "]
    assert not knowledge.catalogue.topics["kurs"].model_dump()["place"]


def test_a_slip_is_told_every_time(folders: Folders) -> None:
    """Whether it costs a file, or nothing but a warning; a language that staff take away makes new ones."""
    unchanged = Unchanged()
    folders.write("content/texts/pl.ftl", "hello = Cześć\n")
    folders.write(COURSE, OFFER.replace("{de: Kurs, en: Course}", "{de: Kurs, en: Course, pl: Kurs}"))
    folders.write("intents/cost.yaml", INTENT.replace("zehn]", ""))
    folders.write("intents/hello.yaml", INTENT + "x: \u200b1\n")
    first = again(folders, unchanged)
    assert first.problems == again(folders, unchanged).problems == folders.read().problems
    (folders.root / "content/texts/pl.ftl").unlink()

    assert len(again(folders, unchanged).problems) == len(first.problems) + 1
