"""The bot in a real terminal."""

from __future__ import annotations

import os
import select
import subprocess
import sys

import pytest

from tests.cli.support import ROOT, environment
from tests.house import House

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")


class Terminal:
    """One end of a terminal: types, and waits for what is shown."""

    def __init__(self, end: int) -> None:
        self._end = end
        self._unread = b""

    def until(self, sign: str) -> str:
        """Return what is shown next, up to and with *sign*; fails if it does not come within a minute."""
        wanted = sign.encode()
        while wanted not in self._unread:
            ready, _, _ = select.select([self._end], [], [], 60)
            assert ready, f"{sign!r} never came, only {self._unread!r}"
            self._unread += os.read(self._end, 4096)
        shown, _, self._unread = self._unread.partition(wanted)
        return shown.decode(errors="replace") + sign

    def type(self, keys: str) -> None:
        """Press *keys*."""
        os.write(self._end, keys.encode())


def test_people_talk_at_a_prompt(house: House) -> None:
    """In a terminal there is a greeting, a prompt and a frame; Ctrl-D says goodbye."""
    ours, theirs = pty.openpty()
    terminal = Terminal(ours)
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env=environment({**house.environment, "TERM": "xterm"}),
    ) as process:
        os.close(theirs)
        greeting = terminal.until("› ")
        terminal.type("was kostet der schweißkurs\n")
        answer = terminal.until("› ")
        terminal.type("\x04")
        terminal.until("Bis bald.")
    os.close(ours)

    assert process.returncode == 0
    assert "Frag mich etwas" in greeting
    assert "╭" in answer
    assert "Der Kurs kostet 50 Euro." in answer
