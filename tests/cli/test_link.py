"""`link`: a start link to hand out."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import app
from bot.cli import main
from tests.cli.support import ReadyWiring
from tests.house import House


def shown(wiring: ReadyWiring, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what `link` prints."""
    assert main(wiring, ["link", *arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("words", ["schweisskurs", "Schweißkurs", "welding course", "SCHWEISSLEHRGANG"])
def test_a_link_is_found_by_id_title_or_alias(wiring: ReadyWiring, capsys: pytest.CaptureFixture[str], words: str) -> None:
    """The first line is the link alone, ready to be copied."""
    out = shown(wiring, capsys, words, "--bot", "@lausitz_bot")

    assert out.splitlines()[0] == "https://t.me/lausitz_bot?start=schweisskurs"


def test_the_code_and_the_dated_facts_follow(wiring: ReadyWiring, capsys: pytest.CaptureFixture[str]) -> None:
    """What the link tells on that day, with its source."""
    ahead = shown(wiring, capsys, "schweisskurs", "--bot", "lausitz_bot", "--today", "2027-03-01", "--campaign", "messe-1")
    over = shown(wiring, capsys, "schweisskurs", "--bot", "lausitz_bot", "--today", "2027-03-05")

    assert "?start=schweisskurs_messe-1" in ahead
    assert "█ ▄▄▄▄▄ █" in ahead
    assert "Der nächste Termin von „Schweißkurs“: Donnerstag, 4. März 2027" in ahead
    assert "Quelle: Seite der Schule" in ahead
    assert "Der ist vorbei." in over


def test_a_question_has_a_link_too(
    wiring: ReadyWiring, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the bot's name can stand in the environment."""
    monkeypatch.setenv("TELEGRAM_BOT_NAME", "lausitz_bot")

    assert shown(wiring, capsys, "list-offers").splitlines()[0] == "https://t.me/lausitz_bot?start=Q-list-offers"


@pytest.mark.parametrize(("name", "start"), [("code.svg", b"<?xml"), ("code.PNG", b"\x89PNG")])
def test_the_code_is_written_where_wanted(
    wiring: ReadyWiring, capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, start: bytes
) -> None:
    """As a drawing or a picture, by the end of the file's name; that this was done stands behind the link and its facts."""
    out = shown(wiring, capsys, "schweisskurs", "--bot", "lausitz_bot", "--qr", str(tmp_path / name)).splitlines()

    assert out[0] == "https://t.me/lausitz_bot?start=schweisskurs"
    assert out[-1] == f"Geschrieben: {tmp_path / name}"
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["schweisskurs"], "TELEGRAM_BOT_NAME"),
        (["schweisskurs", "--bot", "t.me/x"], "«t.me/x» ist kein Name eines Bots"),
        (["--bot", "lausitz_bot"], "Wohin soll der Link führen?"),
        (["schweiskurs", "--bot", "lausitz_bot"], "Meintest du schweisskurs?"),
        (["qqqq", "--bot", "lausitz_bot"], "Einen Eintrag «qqqq» gibt es nicht."),
        (["schweisskurs", "--bot", "lausitz_bot", "--campaign", "März"], "höchstens 18 Zeichen"),
        (["schweisskurs", "--bot", "lausitz_bot", "--qr", "code.gif"], "nicht «code.gif»"),
        (["schweisskurs", "--bot", "lausitz_bot", "--qr", "/nowhere/at/all.svg"], "/nowhere/at/all.svg lässt sich nicht schreiben"),
    ],
)
def test_what_is_wrong_is_one_sentence(
    wiring: ReadyWiring, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    """And nothing is printed that could be taken for a link."""
    assert main(wiring, ["link", *arguments]) == 2
    told = capsys.readouterr()

    assert sentence in told.err
    assert told.out == ""


def test_several_things_of_one_name_are_told_apart(
    here: House, capsys: pytest.CaptureFixture[str]
) -> None:
    """Their ids are named; the real composition root reads the folders without fitting a brain."""
    here.write("content/offers/anderer.yaml", "title: Schweißkurs\ntype: study\n")

    assert main(lambda: app, ["link", "schweißkurs", "--bot", "lausitz_bot"]) == 2
    assert "anderer, schweisskurs" in capsys.readouterr().err
