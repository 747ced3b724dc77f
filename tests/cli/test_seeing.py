"""`preview`, `calendar` and `diff` from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.app import load_brain
from bot.cli import main
from bot.conversation.brain import Brain
from bot.knowledge import Problem
from bot.settings import Settings
from tests.cli.support import ReadyWiring
from tests.cli.test_main import unwired
from tests.house import House

COURSE = "content/offers/schweisskurs.yaml"


class LoadingWiring(ReadyWiring):
    """A composition root that reads the folders it is told."""

    def load_brain(self, settings: Settings) -> tuple[Brain, tuple[Problem, ...]]:
        """Return the brain of the folders of *settings*."""
        return load_brain(settings)


def test_a_preview_is_printed(here: House, capsys: pytest.CaptureFixture[str]) -> None:
    """With the day that was set, in the language that was asked for; no brain is fitted."""
    assert main(unwired, ["preview", "schweisskurs", "--today", "2026-11-22", "--lang", "en"]) == 0
    shown = capsys.readouterr().out

    assert shown.startswith("── Was ist das?  (overview)\nYou learn to weld. The next date of “Welding course”")
    assert "[ Open page → https://example.org ]" in shown


def test_who_asks_for_a_file_with_an_error_hears_which(here: House, capsys: pytest.CaptureFixture[str]) -> None:
    """Not that there is no such entry."""
    here.write(COURSE, here.read(COURSE).replace("type:", "art:"))

    assert main(unwired, ["preview", "schweisskurs", "--today", "2026-11-22"]) == 2
    told = capsys.readouterr().err
    assert "So kann der Bot diese Datei nicht lesen:\ncontent/offers/schweisskurs.yaml:" in told
    assert "  Die Angabe «art» gibt es hier nicht." in told


def test_a_preview_of_everything_is_a_page(here: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the terminal it would be too much."""
    assert main(unwired, ["preview", "--html", str(tmp_path / "alles.html")]) == 0
    assert "Schweißkurs" in (tmp_path / "alles.html").read_text("utf-8")
    assert main(unwired, ["preview"]) == 2
    assert "Welcher Eintrag? Nenne seine Kennung" in capsys.readouterr().err


def test_a_page_that_cannot_be_written_is_a_sentence(here: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder is not there."""
    assert main(unwired, ["preview", "--html", str(tmp_path / "x" / "y.html")]) == 2
    assert "lässt sich nicht schreiben" in capsys.readouterr().err


def test_the_calendar_is_text_json_or_a_file(here: House, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """For people, programs and calendars."""
    asked = ("--today", "2027-02-20")
    assert main(unwired, ["calendar", *asked]) == 0
    assert "4.3.2027  Schweißkurs (schweisskurs): danach gilt der Termin als vorbei" in capfdbinary.readouterr().out.decode()
    assert main(unwired, ["calendar", "--json", *asked]) == 0
    (told,) = json.loads(capfdbinary.readouterr().out)
    assert (told["topic"], told["day"], told["kind"]) == ("schweisskurs", "2027-03-04", "run")
    assert main(unwired, ["calendar", "--ics", *asked]) == 0
    assert capfdbinary.readouterr().out.startswith(b"BEGIN:VCALENDAR\r\n")
    assert main(unwired, ["calendar", "--days", "5", *asked]) == 0
    assert capfdbinary.readouterr().out.decode() == "In den nächsten 5 Tagen ist nichts fällig.\n"
    assert main(unwired, ["calendar", "--days", "0", *asked]) == 0
    assert capfdbinary.readouterr().out.decode() == "Heute ist nichts fällig.\n"
    for days in ("-5", "4000"):
        assert main(unwired, ["calendar", "--days", days]) == 2
        assert "sieht der Kalender nicht: --days 0 bis 3650." in capfdbinary.readouterr().err.decode()
    assert main(unwired, ["calendar", "--ics", "--json"]) == 2


def test_a_folder_is_compared_with_the_files_as_they_are(
    here: House, tmp_path: Path, small_brain: Brain, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each test sentence that is answered otherwise is shown."""
    before = House(tmp_path / "before")
    for path in (here.root / "content", here.root / "intents"):
        for file in path.rglob("*.*"):
            before.write(str(file.relative_to(here.root)), file.read_text("utf-8"))
    here.write(COURSE, here.read(COURSE).replace("2027-03-04", "2027-05-04"))

    assert main(LoadingWiring(small_brain), ["diff", str(before.root), "--today", "2026-11-22"]) == 0
    shown = capsys.readouterr().out
    assert "4. Mai 2027" in shown
    assert "2 Testsätze: 0 besser, 0 schlechter, 0 anders verstanden, 2 nur anders beantwortet, 0 nur mit anderen Knöpfen." in shown


def test_a_state_nobody_knows_is_a_sentence(here: House, small_brain: Brain, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a folder nor a revision."""
    assert main(LoadingWiring(small_brain), ["diff", "gestern"]) == 2
    assert "Einen Stand «gestern» kennt git hier nicht" in capsys.readouterr().err
