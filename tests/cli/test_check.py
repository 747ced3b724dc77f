"""`check`: what staff see, and the exit code that stops a release."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.problems import annotation
from bot.knowledge import Problem, read
from tests.cli.support import ReadyWiring
from tests.cli.test_main import unwired
from tests.house import REVIEW, House

DAY = ("--today", "2026-11-22")
COURSE = "content/offers/schweisskurs.yaml"


def test_sound_files_are_one_line(here: House, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing wrong: how much there is, and exit code 0."""
    assert main(unwired, ["check", *DAY]) == 0
    shown = capsys.readouterr().out

    assert shown.startswith("Geprüft: 3 Einträge, 9 Fragen, ")
    assert shown.endswith(" 2 Testsätze. 0 Fehler und 0 Warnungen.\n")


def test_a_slip_is_shown_with_its_place(here: House, capsys: pytest.CaptureFixture[str]) -> None:
    """File, line and column, a German sentence, and exit code 1."""
    course = here.read("content/offers/schweisskurs.yaml").replace("2027-03-04", "13.02.206")
    here.write("content/offers/schweisskurs.yaml", course)

    assert main(unwired, ["check", *DAY]) == 1
    shown = capsys.readouterr().out
    assert "content/offers/schweisskurs.yaml:8:26  Fehler\n  «13.02.206» ist kein Datum." in shown
    assert "1 Fehler und" in shown


def test_a_sentence_of_the_bot_that_cannot_be_read_is_a_slip(
    here: House, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken entry in the texts is told with its line."""
    here.write("content/texts/en.ftl", "more = { $x\n" + here.read("content/texts/en.ftl"))

    assert main(unwired, ["check", *DAY]) == 1
    assert "content/texts/en.ftl:1:8  Fehler\n  Die Klammer { wird nicht geschlossen." in capsys.readouterr().out


def test_a_crisis_phrase_that_cannot_be_read_is_a_slip(here: House, capsys: pytest.CaptureFixture[str]) -> None:
    """The rule is told with its line."""
    rules = here.read("content/crisis.yaml").replace("[ich will nicht", "[ich (will nicht")
    here.write("content/crisis.yaml", rules)

    assert main(unwired, ["check", *DAY]) == 1
    shown = capsys.readouterr().out
    assert "content/crisis.yaml:3:20  Fehler" in shown
    assert "Klammer" in shown


def test_without_a_readable_question_everything_wrong_is_shown(
    here: House, capsys: pytest.CaptureFixture[str]
) -> None:
    """No question left is an error of the files, not of the call."""
    for path in (here.root / "intents").iterdir():
        path.write_text("kaputt: [", encoding="utf-8")

    assert main(unwired, ["check", *DAY]) == 1
    shown = capsys.readouterr().out
    assert shown.count("intents/") >= 9
    assert "ist keine Frage lesbar" in shown


def test_a_missing_folder_is_a_wrong_environment(
    here: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is nothing to check: one sentence and exit code 2."""
    monkeypatch.setenv("INTENTS_DIR", str(here.root / "nichts"))

    assert main(unwired, ["check", *DAY]) == 2
    assert "Der Ordner mit den Fragen fehlt" in capsys.readouterr().err


def test_without_german_sentences_there_is_no_bot(here: House, capsys: pytest.CaptureFixture[str]) -> None:
    """The file everything is said from must be there."""
    (here.root / "content/texts/de.ftl").unlink()

    assert main(unwired, ["check", *DAY]) == 2
    assert "de.ftl" in capsys.readouterr().err


def test_the_full_check_tells_how_well_sentences_are_understood(
    here: House, wiring: ReadyWiring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The shares of test sentences that reach their question stand in the last line; as long as nothing changes, at once."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    for load in (wiring, unwired):
        assert main(load, ["check", "--full", "--today", "2026-11-22"]) == 0
        shown = capsys.readouterr()
        assert "Testsätze richtig: 100% an erster Stelle, 100% unter den ersten drei." in shown.out
        assert shown.err == ""


def test_the_full_check_tells_how_to_see_what_an_edit_changed(
    here: House, wiring: ReadyWiring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where sentences go astray, most did before: nobody has to look for their own among them."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    here.write("intents/dates.yaml", here.read("intents/dates.yaml").replace('{de: ["wann fängt', '{de: [moin, "wann fängt'))
    edited = ReadyWiring(replace(wiring.brain, catalogue=read(here.root / "content", here.root / "intents").catalogue))

    main(edited, ["check", "--full", "--today", "2026-11-22"])

    assert capsys.readouterr().out.rstrip().endswith("zeigt: python -m bot diff HEAD")


def test_problems_as_json_are_one_object(here: House, capsys: pytest.CaptureFixture[str]) -> None:
    """For programs: every problem with its place, and the numbers."""
    here.write(COURSE, here.read(COURSE) + "sumary: x\n")

    assert main(unwired, ["check", "--json", *DAY]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["problems"][0] == {
        "file": COURSE,
        "line": here.read(COURSE).count("\n"),
        "column": 1,
        "severity": "error",
        "message": "Die Angabe «sumary» gibt es hier nicht.",
        "suggestion": "Meintest du summary?",
    }
    assert {name: told[name] for name in ("errors", "intents", "tests")} == {"errors": 1, "intents": 9, "tests": 2}


def test_problems_for_github_stand_at_their_line(here: House, capsys: pytest.CaptureFixture[str]) -> None:
    """One annotation a line, its signs escaped."""
    here.write("content/offers/neu.yaml", "title: {de: 100%: neu}\n")

    assert main(unwired, ["check", "--github", *DAY]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("::error file=content/offers/neu.yaml,line=1,col=17::Der Text enthält einen Doppelpunkt")
    assert annotation(Problem("a,b:c", 1, 2, "warning", "1 %\n2")) == "::warning file=a%2Cb%3Ac,line=1,col=2::1 %25%0A2"


def test_json_and_github_do_not_go_together(here: House, capsys: pytest.CaptureFixture[str]) -> None:
    """One of them."""
    assert main(unwired, ["check", "--json", "--github"]) == 2
    assert "Entweder --json oder --github" in capsys.readouterr().err


def test_nothing_to_check_is_json_too(here: House, capsys: pytest.CaptureFixture[str]) -> None:
    """A program can read why."""
    for path in (here.root / "intents").iterdir():
        path.write_text("kaputt: [", encoding="utf-8")

    assert main(unwired, ["check", "--json"]) == 1
    assert "ist keine Frage lesbar" in json.loads(capsys.readouterr().out)["error"]


def test_fix_tells_what_it_changed_and_what_is_left(here: House, capsys: pytest.CaptureFixture[str]) -> None:
    """What was put right is no problem any more."""
    here.write(COURSE, here.read(COURSE).replace(REVIEW, "") + "review_by: 2027-3-1\nsumary: x\n")

    assert main(unwired, ["check", "--fix", *DAY]) == 1
    shown = capsys.readouterr().out
    assert "berichtigt\n  «2027-3-1» heißt jetzt «2027-03-01».\n" in shown
    assert "1 Fehler und 0 Warnungen" in shown


def test_causes_come_before_warnings(here: House, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the files are called."""
    here.write("content/events/a.yaml", "title: {de: A}\ntype: fair\n").write("intents/cost.yaml", "title: [\n")
    main(unwired, ["check", *DAY])
    places = [line for line in capsys.readouterr().out.splitlines() if "  Fehler" in line or "  Warnung" in line]

    assert [place.split("  ")[1] for place in places] == ["Fehler", *["Warnung"] * (len(places) - 1)]
    assert places[0].startswith("intents/cost.yaml")
