"""Standard streams as we need them: UTF-8 everywhere, and no noise when a reader goes away."""

from __future__ import annotations

import io
import os
import sys


def use_utf8() -> None:
    """Read and write UTF-8 whatever the system thinks; unreadable bytes become replacement signs."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def is_for_people() -> bool:
    """Tell whether a person sits at both ends: nothing is piped in or out."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def let_go_of_stdout() -> None:
    """After the reader of our output went away: let Python's last flush go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
