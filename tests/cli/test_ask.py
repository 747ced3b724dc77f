"""One question from the command line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.cli import main
from bot.knowledge import Problem
from tests.cli.support import ReadyWiring

WARNING = Problem("content/offers/x.yaml", 1, 1, "warning", "Etwas fehlt.")
ERROR = replace(WARNING, severity="error")


def test_the_answer_is_printed_with_its_next_steps(wiring: ReadyWiring, capsys: pytest.CaptureFixture[str]) -> None:
    """Words need no quotes; the buttons follow, numbered."""
    assert main(wiring, ["ask", "was", "kostet", "der", "schweißkurs"]) == 0
    shown = capsys.readouterr()

    assert shown.out.startswith("Der Kurs kostet 50 Euro.")
    assert "Quelle: Seite der Schule" in shown.out
    assert "[1] " in shown.out
    assert shown.err == ""


@pytest.mark.parametrize(
    ("day", "expected"), [("2027-03-03", "nächste Termin"), ("4.3.2027", "ist heute"), ("2027-03-05", "war am")]
)
def test_the_day_can_be_chosen(
    wiring: ReadyWiring, capsys: pytest.CaptureFixture[str], day: str, expected: str
) -> None:
    """The same question on the day before, of and after."""
    assert main(wiring, ["ask", "--today", day, "wann startet der schweißkurs"]) == 0
    assert expected in capsys.readouterr().out


def test_the_environment_can_set_the_day_and_the_option_wins(
    wiring: ReadyWiring, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """BOT_TODAY holds unless --today says otherwise."""
    monkeypatch.setenv("BOT_TODAY", "2027-03-05")
    main(wiring, ["ask", "wann startet der schweißkurs"])
    assert "war am" in capsys.readouterr().out

    main(wiring, ["ask", "wann startet der schweißkurs", "--today", "2027-03-03"])
    assert "nächste Termin" in capsys.readouterr().out


def test_the_language_can_be_chosen(wiring: ReadyWiring, capsys: pytest.CaptureFixture[str]) -> None:
    """A German question is answered in English where that was asked for."""
    assert main(wiring, ["ask", "was kostet der schweißkurs", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("The course costs 50 euros.")


@pytest.mark.parametrize("call", [["ask", "x", "--lang", "fr"], ["chat", "--lang", "DE"], ["ask", "--jsonl", "--lang", "fr"]])
def test_a_language_without_texts_is_a_wrong_call(
    wiring: ReadyWiring, capsys: pytest.CaptureFixture[str], call: list[str]
) -> None:
    """Which there are is said."""
    assert main(wiring, call) == 2
    assert f"«{call[-1]}». Es gibt: de, de-simple, en." in capsys.readouterr().err


def test_reasons_follow_the_answer(wiring: ReadyWiring, capsys: pytest.CaptureFixture[str]) -> None:
    """With --why the reader can follow what was understood."""
    assert main(wiring, ["ask", "--why", "wan startet der schweiskurs"]) == 0
    shown = capsys.readouterr().out

    assert shown.index("Quelle:") < shown.index("Verbessert:") < shown.index("Geantwortet:")


@pytest.mark.parametrize(
    ("problems", "told"), [((WARNING,), "0 Fehler und 1 Warnung."), ((ERROR, WARNING), "1 Fehler und 1 Warnung, der Rest antwortet.")]
)
def test_slips_in_the_files_are_a_hint_and_no_obstacle(
    wiring: ReadyWiring, capsys: pytest.CaptureFixture[str], problems: tuple[Problem, ...], told: str
) -> None:
    """The answer comes all the same; where to look is told on standard error."""
    assert main(replace(wiring, problems=problems), ["ask", "moin"]) == 0
    shown = capsys.readouterr()

    assert shown.out.startswith("Hallo.")
    assert told in shown.err
    assert "python -m bot check" in shown.err


@pytest.mark.parametrize("asked", ["wann startet der schweiskurs \udcff", "wann startet der schwei\udcc3\udc9fkurs"])
def test_a_question_with_bytes_that_are_no_letters_is_answered(
    wiring: ReadyWiring, capsys: pytest.CaptureFixture[str], asked: str
) -> None:
    """Another encoding, or a system that knows ASCII alone: what can be read is read, as through a pipe."""
    assert main(wiring, ["ask", asked]) == 0
    assert "4. März 2027" in capsys.readouterr().out
