"""`inbox` and `report` from the command line."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from bot.app import builder
from bot.cli import main
from bot.conversation.brain import Brain
from bot.errors import BotError
from bot.knowledge import Problem
from bot.service.reloading import Build
from bot.settings import Settings
from bot.store.opening import open_store
from bot.store.questions import Question, Tally
from tests.cli.support import ReadyWiring
from tests.cli.test_main import unwired
from tests.house import HOUSE_DATA, House

TODAY = date(2026, 11, 22)
STRANGE = Question("habt ihr eine mensa …", "de", "refused", TODAY, 3)


class BuildingWiring(ReadyWiring):
    """A composition root that reads the folders it is told, again and again."""

    def builder(self, settings: Settings, *, soon: bool = False) -> Build:
        """Return what builds from the folders of *settings*."""
        return builder(settings.model_copy(update={"data_dir": HOUSE_DATA}))


@pytest.fixture
def data(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give folders that the environment points to, and a store of their own."""
    for name, folder in (house.environment | {"DATA_DIR": str(tmp_path / "data"), "BOT_TODAY": "2026-11-22"}).items():
        monkeypatch.setenv(name, folder)
    return tmp_path / "data"


def keep(data: Path, asked: Sequence[Question], tallies: Sequence[Tally] = ()) -> None:
    """Let these wait."""

    async def put() -> None:
        async with open_store(None, data) as store:
            await store.questions.keep(asked, tallies)

    asyncio.run(put())


@pytest.mark.parametrize("command", ["inbox", "report"])
def test_looking_where_nothing_is_says_where_and_leaves_nothing_behind(
    data: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """A database there would look like the one that was meant."""
    assert main(unwired, [command]) == 0

    assert f"Gesucht ist in {data}." in capsys.readouterr().err
    assert not data.exists()


def test_an_ignored_question_never_comes_back(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is listed, ignored by its number, asked again and not listed any more."""
    keep(data, [STRANGE])
    assert main(unwired, ["inbox"]) == 0
    assert "1  3×  «habt ihr eine mensa …»" in capsys.readouterr().out

    assert main(unwired, ["inbox", "ignore", "1"]) == 0
    keep(data, [STRANGE])
    assert main(unwired, ["inbox"]) == 0
    out, err = capsys.readouterr()
    assert "Es gibt keine unbeantworteten Fragen." in out
    assert f"Gesucht ist in {data}." in err


def test_a_question_becomes_an_example_and_what_changes_is_shown(
    house: House, data: Path, small_brain: Brain, capsys: pytest.CaptureFixture[str]
) -> None:
    """The example stands in the file, the test sentences were tried before and after, and the question waits no more."""
    keep(data, [STRANGE])

    assert main(BuildingWiring(small_brain), ["inbox", "to", "cost", "1"]) == 0
    shown = capsys.readouterr().out
    assert "In cost.yaml steht jetzt das Beispiel «habt ihr eine mensa»." in shown
    assert "Kein Testsatz ändert sich." in shown
    assert "- habt ihr eine mensa\n" in house.read("intents/cost.yaml")
    main(unwired, ["inbox"])
    assert "keine unbeantworteten" in capsys.readouterr().out


def test_several_questions_become_examples_at_once(
    house: House, data: Path, small_brain: Brain, capsys: pytest.CaptureFixture[str]
) -> None:
    """The states are compared once, however many there are."""
    keep(data, [STRANGE, Question("wo kann ich parken", "en", "refused", TODAY, 1)])

    assert main(BuildingWiring(small_brain), ["inbox", "to", "cost", "1", "2", "1"]) == 0
    shown = capsys.readouterr().out
    assert shown.count("In cost.yaml steht jetzt das Beispiel") == 2
    assert shown.count("Testsätze:") == 1
    main(unwired, ["inbox"])
    assert "keine unbeantworteten" in capsys.readouterr().out


class BreakingWiring(BuildingWiring):
    """A composition root whose second brain cannot be built."""

    def builder(self, settings: Settings, *, soon: bool = False) -> Build:
        """Return what builds once."""
        build, brains = super().builder(settings), iter((1,))

        def once() -> tuple[Brain, tuple[Problem, ...]]:
            if next(brains, None) is None:
                raise BotError("Aus.")
            return build()

        return once


def test_a_question_that_was_taught_waits_no_more_even_if_the_comparison_breaks(
    house: House, data: Path, small_brain: Brain, capsys: pytest.CaptureFixture[str]
) -> None:
    """The example is in the file: nobody shall write it there twice."""
    keep(data, [STRANGE])

    assert main(BreakingWiring(small_brain), ["inbox", "to", "cost", "1"]) != 0
    assert "- habt ihr eine mensa\n" in house.read("intents/cost.yaml")
    assert main(unwired, ["inbox"]) == 0
    assert "keine unbeantworteten" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (["inbox", "ignore", "eins"], "«eins» ist keine Nummer"),
        (["inbox", "ignore", "9"], "mit der Nummer 9 wartet nicht"),
        (["inbox", "weg"], "So geht es: inbox"),
        (["inbox", "to", "kosten", "1"], "Die Frage kosten gibt es nicht"),
    ],
)
def test_a_wrong_call_is_a_sentence_and_changes_nothing(
    data: Path, small_brain: Brain, capsys: pytest.CaptureFixture[str], call: list[str], sentence: str
) -> None:
    """The question still waits."""
    keep(data, [STRANGE])

    assert main(BuildingWiring(small_brain), call) == 2
    assert sentence in capsys.readouterr().err
    main(unwired, ["inbox"])
    assert "mensa" in capsys.readouterr().out


def test_the_week_is_printed_or_written_as_a_page(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the store alone: no brain is fitted."""
    keep(data, [STRANGE], [Tally(TODAY, "outcome", "refused", 3), Tally(TODAY, "topic", "schweisskurs", 2)])

    assert main(unwired, ["report", "--week"]) == 0
    shown = capsys.readouterr().out
    assert "16.11.2026 bis 22.11.2026: 3 Fragen" in shown
    assert "2×  Schweißkurs" in shown
    assert main(unwired, ["report", "--html", str(tmp_path / "woche.html")]) == 0
    assert "<svg" in (tmp_path / "woche.html").read_text("utf-8")
    assert main(unwired, ["report", "--html", str(tmp_path / "x" / "y.html")]) == 2
