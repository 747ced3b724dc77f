"""`new` and `schema` from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli import main
from tests.cli.support import stream_of
from tests.cli.test_main import unwired
from tests.house import House

DAY = ("--today", "2026-11-22")
TYPED = "Löten\nSoldering\n\n1\n\n\nDu lötest.\nYou solder.\nhttps://example.org\nSeite\nPage\n\nAnna\n"


def test_a_file_is_asked_for_and_written(here: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Then staff are told how to look at it."""
    monkeypatch.setattr("sys.stdin", stream_of(TYPED))

    assert main(unwired, ["new", "offer", *DAY]) == 0
    assert 'summary: {de: "Du lötest.", en: "You solder."}' in here.read("content/offers/loeten.yaml")
    assert "Ansehen: python -m bot preview loeten" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", stream_of(""))
    assert main(unwired, ["preview", "loeten", *DAY]) == 0
    assert "Du lötest." in capsys.readouterr().out


def test_who_stops_in_the_middle_has_written_nothing(
    here: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence says so."""
    monkeypatch.setattr("sys.stdin", stream_of("Löten\n"))

    assert main(unwired, ["new", "offer"]) == 2
    assert "Abgebrochen, es wurde nichts geschrieben." in capsys.readouterr().err
    assert not (here.root / "content/offers/loeten.yaml").exists()


def test_a_page_becomes_a_draft(here: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is left to do is told; a second draft does not overwrite the first."""
    page = tmp_path / "seite.txt"
    page.write_text("Lötkurs\nDer Kurs startet am 4. März 2027.\n", "utf-8")
    call = ["new", "offer", "--from-text", str(page), "--url", "https://example.org/kurs", *DAY]

    assert main(unwired, [*call, "--id", "loeten"]) == 0
    assert "start: 2027-03-04" in here.read("content/offers/loeten.yaml")
    assert "Hier steht noch «bitte prüfen»." in capsys.readouterr().out
    assert main(unwired, [*call, "--id", "loeten"]) == 2
    assert "gibt es schon" in capsys.readouterr().err
    assert main(unwired, call) == 0
    assert (here.root / "content/offers/loetkurs.yaml").exists()
    assert main(unwired, ["new", "network", *call[2:], "--id", "loeten"]) == 2
    assert "«loeten» gibt es schon." in capsys.readouterr().err
    capsys.readouterr()
    assert main(unwired, [*call[:4], "--id", "neu", *DAY]) == 0
    assert "Fehler" in (shown := capsys.readouterr().out)
    assert shown.endswith("Ist das behoben, ansehen: python -m bot preview neu\n")
    page.write_text("Fachgespräch über die Zukunft der Region Lausitzer Seenland\n", "utf-8")
    assert main(unwired, call) == 0
    assert (here.root / "content/offers/fachgespraech-ueber-die-zukunft-der.yaml").exists()


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (["new", "ofer"], "Die Art «ofer» geht hier nicht, nur: offer, event,"),
        (["new", "ofer"], "Meintest du offer?"),
        (["new", "person", "--from-text", "x"], "Die Art «person» geht hier nicht, nur: offer, event, network, organisation."),
        (["new", "offer", "--from-text", "gibtsnicht.txt"], "Die Datei mit dem Text lässt sich nicht öffnen: gibtsnicht.txt."),
        (["new"], "Hier fehlt etwas: python -m bot new ART."),
    ],
)
def test_a_wrong_call_is_a_sentence(here: House, capsys: pytest.CaptureFixture[str], call: list[str], told: str) -> None:
    """With what would be right."""
    assert main(unwired, call) == 2
    assert told in capsys.readouterr().err


def test_an_empty_or_foreign_text_is_a_sentence(here: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written."""
    page = tmp_path / "seite.txt"
    for raw, told in ((b"\n", "steht kein Text"), (b"L\xf6tkurs", "nicht als UTF-8 gespeichert")):
        page.write_bytes(raw)
        assert main(unwired, ["new", "offer", "--from-text", str(page)]) == 2
        assert told in capsys.readouterr().err
    page.write_text("Kurs", "utf-8")
    assert main(unwired, ["new", "offer", "--from-text", str(page), "--id", "Mein Kurs"]) == 2
    assert "«Mein Kurs» ist keine Kennung. Meintest du mein-kurs?" in capsys.readouterr().err


def test_schemas_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One per kind of file; a folder that cannot be made is a sentence."""
    assert main(unwired, ["schema", str(tmp_path / "schemas")]) == 0
    assert (tmp_path / "schemas/offer.json").exists()
    (tmp_path / "datei").write_text("", "utf-8")
    assert main(unwired, ["schema", str(tmp_path / "datei" / "x")]) == 2
    assert "lässt sich nicht schreiben" in capsys.readouterr().err


def test_a_new_question_says_what_comes_next(
    here: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where its answers belong, and how the waiting questions come to it; the file is sound."""
    asked = "".join(f"parken {letter}\n" for letter in "abcdefghij")
    monkeypatch.setattr("sys.stdin", stream_of(f"Parken?\nParking?\n\n1\nWeiß ich nicht.\nNo idea.\n{asked}\n\nwo parke ich\n\n"))

    assert main(unwired, ["new", "intent", *DAY]) == 0
    shown = capsys.readouterr().out
    assert "Die Antworten kommen in die Einträge: facets, darunter parken: mit de: und en:" in shown
    assert "python -m bot inbox to parken NUMMER …" in shown
    monkeypatch.setattr("sys.stdin", stream_of(""))
    assert main(unwired, ["check", *DAY]) == 0
    assert here.read("intents/parken.yaml").count('- "') == 11
