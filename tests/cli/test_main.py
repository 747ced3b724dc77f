"""Calls, help and exit codes: whatever goes wrong is one German sentence, never a traceback."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.names import COMMANDS, ENVIRONMENT
from bot.cli.wiring import Wiring
from bot.errors import BotError
from bot.settings import Settings
from bot.store.errors import FolderInUse
from tests.cli.support import ReadyWiring


def unwired() -> Wiring:
    """Fail where a command needs the house though it should not."""
    raise AssertionError


def failing_with(fault: BaseException) -> Callable[[], Wiring]:
    """Return a way to load the house that does not work."""

    def load() -> Wiring:
        raise fault

    return load


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_lists_commands_and_environment(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Without a command, or when asked, all there is is listed in German."""
    assert main(unwired, arguments) == 0
    shown = capsys.readouterr().out

    assert all(name in shown for name in (*COMMANDS, *ENVIRONMENT))
    assert not any(word in shown for word in ("Usage", "Options", "Show this message"))


def test_the_listed_environment_is_the_one_that_is_read() -> None:
    """Each variable that is read is explained, and no other."""
    assert set(ENVIRONMENT) == {name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("chat", ["--today TAG", "--lang SPRACHE"]),
        ("ask", ["[FRAGE]", "--why", "--jsonl", "--lang", "--today"]),
        ("check", ["--full", "--today"]),
        ("evaluate", ["--intents ORDNER", "--questions DATEI", "--json", "--today"]),
        ("link", ["link EINTRAG", "--campaign KENNUNG", "--qr DATEI", "--bot NAME", "--today"]),
        ("run", ["--poll", "--remove-webhook", "--today"]),
        ("migrate", ["--today"]),
    ],
)
def test_each_command_explains_itself(command: str, options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Every option is listed with a German word about it."""
    assert main(unwired, [command, "--help"]) == 0
    shown = capsys.readouterr().out

    assert COMMANDS[command] in shown
    assert all(option in shown for option in options)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["frag"], "Diesen Aufruf verstehe ich nicht: frag. Hilfe: python -m bot --help"),
        (["ask", "--wy", "x"], "Meintest du --why? Hilfe: python -m bot ask --help"),
        (["ask", "--zzz", "x"], "Die Option --zzz gibt es hier nicht."),
        (["check", "--today"], "Die Option --today ist nicht richtig benutzt."),
        (["check", "x"], "Diesen Aufruf verstehe ich nicht"),
        (["diff"], "Hier fehlt etwas: python -m bot diff ALT [NEU]. Zeigen, welche Testsätze"),
        (["new", "--today", "1.3.2027"], "Hier fehlt etwas: python -m bot new ART. Eine neue Datei anlegen: offer, "),
        (["ask"], "Stell eine Frage"),
        (["ask", " "], "Stell eine Frage"),
        (["ask", "--jsonl", "x"], "Standardeingabe"),
        (["ask", "x", "--today", "31.2.2027"], "«31.2.2027» ist keiner"),
        (["evaluate"], "Welche Fragen?"),
        (["evaluate", "--questions"], "Die Option --questions ist nicht richtig benutzt."),
        (["evaluate", "--questions", "nirgends.jsonl"], "lässt sich nicht öffnen: nirgends.jsonl."),
        (["run"], "TELEGRAM_BOT_TOKEN fehlt."),
    ],
)
def test_a_wrong_call_is_one_german_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says what is wrong, ends with code 2, and costs no time: the house is not even opened."""
    assert main(unwired, arguments) == 2
    shown = capsys.readouterr()

    assert sentence in shown.err
    assert shown.out == ""
    assert shown.err.count("\n") == 1


def test_a_wrong_environment_is_one_sentence_per_variable(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The names are told, the values are not."""
    monkeypatch.setenv("PORT", "achtzig")
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "geheim")

    assert main(unwired, ["ask", "x"]) == 2
    told = capsys.readouterr().err
    assert "PORT ist nicht brauchbar" in told
    assert "TELEGRAM_BOT_TOKEN ist nicht brauchbar" in told
    assert "geheim" not in told
    assert "achtzig" not in told


def test_an_error_for_people_is_printed_with_its_details(capsys: pytest.CaptureFixture[str]) -> None:
    """First the sentence, then the lines that explain it."""
    assert main(failing_with(BotError("Es fehlt etwas.", ("dies", "das"))), ["ask", "x"]) == 2
    assert capsys.readouterr().err == "Es fehlt etwas.\ndies\ndas\n"


def test_an_error_can_have_a_code_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever finds the work being done already ends with 3, so that a script can tell."""
    assert main(failing_with(FolderInUse(Path("data"))), ["ask", "x"]) == 3
    assert "arbeitet schon ein Bot" in capsys.readouterr().err


def test_a_fault_of_ours_is_told_without_traceback(
    wiring: ReadyWiring, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The log line names the place in the code, not what was in the message; the exit code is 70."""
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123456:geheim")

    assert main(failing_with(RuntimeError("123456:geheim")), ["ask", "x"]) == 70
    told = capsys.readouterr().err
    assert "schiefgegangen" in told
    assert "RuntimeError" in told
    assert "Traceback" not in told
    assert "geheim" not in told


def test_a_full_disk_is_no_fault_of_ours(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever writes a long list to a file hears that it is cut off, and why."""
    assert main(failing_with(OSError(errno.ENOSPC, "No space left on device")), ["ask", "x"]) == 2
    assert capsys.readouterr().err.startswith("Der Datenträger ist voll, das Ende der Ausgabe fehlt.")


def test_closed_streams_are_no_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Started with nowhere to write to (``>&-``), a command does its work and ends as ever."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)

    assert main(failing_with(FolderInUse(Path("data"))), ["ask", "x"]) == 3
    assert main(failing_with(RuntimeError()), ["--help"]) == 0
    sys.stdout.close()
    sys.stderr.close()


def test_ctrl_c_is_no_error_message(capsys: pytest.CaptureFixture[str]) -> None:
    """An interrupted command ends with 130 and says nothing."""
    assert main(failing_with(KeyboardInterrupt()), ["ask", "x"]) == 130
    assert capsys.readouterr().err == ""


def test_removing_a_webhook_belongs_to_polling(
    monkeypatch: pytest.MonkeyPatch, wiring: ReadyWiring, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever serves a webhook does not remove it."""
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123456:abc")
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example.org")

    assert main(wiring, ["run", "--remove-webhook"]) == 2
    assert "--poll" in capsys.readouterr().err
