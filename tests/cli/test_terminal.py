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


def test_people_talk_at_a_prompt(house: House) -> None:
    """In a terminal there is a greeting, a prompt and a frame; Ctrl-D says goodbye."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "chat"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=ROOT,
        env=environment({**house.environment, "TERM": "xterm"}),
    )
    os.close(slave)
    shown = read_until(master, "› ")
    os.write(master, "was kostet der schweißkurs\n".encode())
    shown += read_until(master, "╯")
    shown += read_until(master, "› ")
    os.write(master, b"\x04")
    shown += read_until(master, "Bis bald.")

    assert process.wait(30) == 0
    assert "Frag mich etwas" in shown
    assert "╭" in shown
    assert "Der Kurs kostet 50 Euro." in shown


def read_until(terminal: int, sign: str) -> str:
    """Return what the terminal shows up to *sign*; fails if it does not come within a minute."""
    shown = b""
    while sign.encode() not in shown:
        ready, _, _ = select.select([terminal], [], [], 60)
        assert ready, f"{sign!r} never came, only {shown!r}"
        shown += os.read(terminal, 4096)
    return shown.decode(errors="replace")
