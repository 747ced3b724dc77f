"""The bot and the strict local Bot API server, each as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.house import OWN_DATA
from tests.ports import free_port

ROOT = Path(__file__).parents[2]
TOKEN = "123456:TEST-token_of-the-strict-local-server"


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
        with urllib.request.urlopen(request, timeout=180) as reply:
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
        """Return what the bot sent, once there are *count* messages: in a fresh clone it learns first, beside other tests."""
        return json.dumps(self.act("wait", sent=count, seconds=150), ensure_ascii=False)


@contextmanager
def a_server(folder: Path) -> Iterator[Server]:
    """Run a strict server; its log is in *folder*."""
    port = free_port()
    with a_process("-m", "tests.botapi", "--port", str(port), environment={}, log=folder / "api.log"):
        running = Server(port)
        running.until_up()
        yield running
