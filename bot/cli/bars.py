"""Progress bars: on a terminal only, and on standard error, so that lines that go to a file or pipe stay clean."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


class Step(Protocol):
    """Is told that one more step was made."""

    def __call__(self, note: str = "") -> None:
        """Move the bar on, and show *note* behind it."""
        ...


@contextmanager
def bar(what: str, steps: int) -> Iterator[Step]:
    """Show how far *what* is, of so many *steps*."""
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    console = Console(stderr=True)
    beside, nowhere = sys.stdout.isatty(), not sys.stderr.isatty()
    with Progress(*columns, console=console, transient=True, redirect_stdout=beside, disable=nowhere) as progress:
        task = progress.add_task("", total=steps)

        def step(note: str = "") -> None:
            progress.update(task, advance=1, description=note)

        yield step
