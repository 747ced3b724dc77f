"""The bot as its own process, against the strict local Bot API server in another."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from bot.channels.telegram.run import MOMENT
from bot.cli import main
from bot.service.web import listen
from tests.cli.processes import ROOT, TOKEN, Server, a_data_folder, a_process
from tests.cli.test_main import unwired
from tests.house import small_house
from tests.ports import free_port


@pytest.mark.parametrize("mode", ["polling", "webhook"])
def test_a_question_on_telegram_is_answered_with_date_and_source(server: Server, tmp_path: Path, mode: str) -> None:
    """In both modes a question gets the past date named as past, the follow-up its place, and SIGTERM ends the bot."""
    log = tmp_path / "bot.log"
    environment = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": server.api, "DATA_DIR": str(a_data_folder(tmp_path)),
                   "BOT_TODAY": "2026-11-22"}
    if mode == "webhook":
        port = str(free_port())
        environment |= {"WEBHOOK_URL": f"http://127.0.0.1:{port}/hook", "HOST": "127.0.0.1", "PORT": port}
    arguments = ["-m", "bot", "run", *(["--poll"] if mode == "polling" else [])]

    with a_process(*arguments, environment=environment, log=log) as bot:
        server.act("say", user=7, text="wann war der letzte wasserstoffkurs")
        first = server.texts(1)
        server.act("say", user=7, text="und wo?")
        second = server.texts(2)
        bot.send_signal(signal.SIGTERM)
        code = bot.wait(timeout=10)

    assert "4. März 2024" in first
    assert "vorbei" in first
    assert "Quelle" in first
    assert "Lübbenau" in second
    assert code == 0
    assert TOKEN not in log.read_text("utf-8")


@pytest.mark.parametrize(
    ("token", "webhook", "told"),
    [("1:not-the-token", False, "Telegram kennt diesen Token nicht."), (TOKEN, True, "Für diesen Bot ist noch ein Webhook eingetragen")],
)
def test_what_telegram_has_against_us_is_told_before_anything_is_loaded(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], token: str, webhook: bool, told: str
) -> None:
    """Loading takes seconds, in which a wrong token would look like a right one."""
    if webhook:
        with urllib.request.urlopen(f"{server.api}{TOKEN}/setWebhook?url=https://example.org/hook"):
            pass
    for name, value in (("TELEGRAM_BOT_TOKEN", token), ("TELEGRAM_API_URL", server.api), ("DATA_DIR", str(tmp_path / "data"))):
        monkeypatch.setenv(name, value)

    assert main(unwired, ["run", "--poll"]) == 2
    assert told in capsys.readouterr().err


def test_what_a_slow_telegram_has_against_us_ends_the_loading(server: Server, tmp_path: Path) -> None:
    """Whoever forgot a webhook does not wait until all is learnt, here: for a file that is never read to its end."""
    house, log = small_house(tmp_path / "house"), tmp_path / "bot.log"
    os.mkfifo(house.root / "intents" / "slow.yaml")
    environment = {**house.environment, "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": server.api, "DATA_DIR": str(tmp_path / "data")}
    with urllib.request.urlopen(f"{server.api}{TOKEN}/setWebhook?url=https://example.org/hook"):
        pass
    server.act("fail", method="getMe", fault="slow", seconds=MOMENT + 1)

    with a_process("-m", "bot", "run", "--poll", environment=environment, log=log) as bot:
        code = bot.wait(timeout=30)

    assert code == 2
    assert "knowledge_loading" in log.read_text("utf-8")
    assert log.read_text("utf-8").splitlines()[-1].startswith("Für diesen Bot ist noch ein Webhook eingetragen")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_while_it_loads_the_bot_does_not_load_on(server: Server, tmp_path: Path, number: signal.Signals) -> None:
    """Whoever changed his mind waits for nothing that takes long, here: a file that is never read to its end."""
    house, log = small_house(tmp_path / "house"), tmp_path / "bot.log"
    os.mkfifo(house.root / "intents" / "slow.yaml")
    environment = {**house.environment, "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": server.api, "DATA_DIR": str(tmp_path / "data")}

    with a_process("-m", "bot", "run", "--poll", environment=environment, log=log) as bot:
        while "knowledge_loading" not in log.read_text("utf-8"):
            assert bot.poll() is None
        bot.send_signal(number)
        code = bot.wait(timeout=10)

    assert code == 0
    assert "Traceback" not in log.read_text("utf-8")


@pytest.mark.parametrize("mode", ["--poll", "webhook"])
def test_a_port_that_somebody_else_has_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], mode: str
) -> None:
    """Two processes with one PORT do not start quietly beside each other."""
    port = free_port()
    names = {"TELEGRAM_BOT_TOKEN": TOKEN, "DATA_DIR": str(tmp_path), "HOST": "127.0.0.1", "PORT": str(port)}
    for name, value in {**names, "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook"}.items():
        monkeypatch.setenv(name, value)
    with listen("127.0.0.1", port):
        code = main(unwired, ["run", *([mode] if mode == "--poll" else [])])

    assert code == 2
    assert f"An 127.0.0.1:{port} kann der Bot keine Anfragen annehmen." in capsys.readouterr().err


def test_a_missing_token_is_one_sentence_and_code_2(tmp_path: Path) -> None:
    """Without a token `run` says which variable is missing and stops, without a traceback."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TELEGRAM")}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run", "--poll"],
        cwd=ROOT, env={**environment, "DATA_DIR": str(tmp_path)}, capture_output=True, timeout=60, check=False,
    )

    assert done.returncode == 2
    assert b"TELEGRAM_BOT_TOKEN" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["CONTENT_DIR", "INTENTS_DIR"])
def test_a_missing_folder_is_told_before_telegram_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Nobody waits for a network to learn of a slip in a path."""
    api = f"http://127.0.0.1:{free_port()}/bot"
    for variable, value in (("TELEGRAM_BOT_TOKEN", TOKEN), ("TELEGRAM_API_URL", api), ("DATA_DIR", str(tmp_path / "data"))):
        monkeypatch.setenv(variable, value)
    monkeypatch.setenv(name, str(tmp_path / "nope"))

    assert main(unwired, ["run", "--poll"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Der Ordner mit den ")
    assert f" fehlt: {tmp_path / 'nope'}. Hole ihn aus der letzten Fassung zurück" in told
    assert told.count("\n") == 1
