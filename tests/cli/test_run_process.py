"""The bot as its own process, against the strict local Bot API server in another."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.house import OWN_DATA

ROOT = Path(__file__).parents[2]
TOKEN = "123456:TEST-token_of-the-strict-local-server"


def a_free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def a_data_folder(folder: Path) -> Path:
    """Return a data folder without a database, in which what takes long to compute is there already."""
    (OWN_DATA / "fitted").mkdir(parents=True, exist_ok=True)
    (folder / "data").mkdir()
    (folder / "data" / "fitted").symlink_to(OWN_DATA / "fitted")
    return folder / "data"


@contextmanager
def a_process(*arguments: str, environment: Mapping[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run python with *arguments*; whatever happens, it is gone afterwards."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env={**os.environ, **environment}, stdout=out, stderr=out
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()


class Server:
    """The strict server's side for people."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.api = f"http://127.0.0.1:{port}/bot"

    def act(self, what: str, **body: object) -> object:
        """Do one thing as a person; raises URLError while the server is not up."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/admin/{what}",
            data=json.dumps(body).encode(),
            headers={"content-type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as reply:
            return json.load(reply)["result"]

    def until_up(self) -> None:
        """Wait until the server answers, at most 20 seconds."""
        ends = time.monotonic() + 20
        while True:
            try:
                self.act("state")
                return
            except OSError:
                if time.monotonic() > ends:
                    raise

    def texts(self, count: int) -> str:
        """Return what the bot sent, once there are *count* messages."""
        return json.dumps(self.act("wait", sent=count, seconds=60), ensure_ascii=False)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Return a strict server in its own process."""
    port = a_free_port()
    with a_process("-m", "tests.botapi", "--port", str(port), environment={}, log=tmp_path / "api.log"):
        running = Server(port)
        running.until_up()
        yield running


@pytest.mark.parametrize("mode", ["polling", "webhook"])
def test_a_question_on_telegram_is_answered_with_date_and_source(server: Server, tmp_path: Path, mode: str) -> None:
    """In both modes a question gets the past date named as past, the follow-up its place, and SIGTERM ends the bot."""
    log = tmp_path / "bot.log"
    environment = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": server.api, "DATA_DIR": str(a_data_folder(tmp_path)),
                   "BOT_TODAY": "2026-11-22"}
    if mode == "webhook":
        port = str(a_free_port())
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
