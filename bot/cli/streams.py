"""Standard streams as we need them: UTF-8 everywhere, and no noise when a reader goes away."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from pathlib import Path


def fill_closed() -> None:
    """Let what goes to a stream that was closed before we began (``>&-``) go nowhere."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open as long as the process
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def use_utf8() -> None:
    """Read and write UTF-8 whatever the system thinks; unreadable bytes become replacement signs."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def readable(argument: str) -> str:
    """Return what stood in the call as the streams would have read it: Python keeps bytes that it cannot read as no letters."""
    return argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def is_for_people() -> bool:
    """Tell whether a person sits at both ends: nothing is piped in or out."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def let_go_of_stdout() -> None:
    """After the reader of our output went away or its disk is full: let Python's last flush go nowhere."""
    with suppress(OSError):  # where it is no file of the system there is nothing to flush
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
