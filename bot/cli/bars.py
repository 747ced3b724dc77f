"""Progress bars: on a terminal only, and on standard error, so that lines that go to a file or pipe stay clean."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)


class Step(Protocol):
    """Is told that one more step was made, from whichever thread."""

    def __call__(self, note: object = "") -> None:
        """Move the bar on, and show *note* behind it."""
        ...


class Bars(Protocol):
    """Shows one bar below the other."""

    def __call__(self, what: str, steps: int) -> Step:
        """Show how far *what* is, of so many *steps*; until the first one the bar moves to and fro."""
        ...


@contextmanager
def bars() -> Iterator[Bars]:
    """Show bars as long as this lasts."""
    said = TextColumn("{task.description}"), TextColumn("{task.fields[note]}")
    columns = (said[0], BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn(), said[1])
    console = Console(stderr=True)
    beside, nowhere = sys.stdout.isatty(), not sys.stderr.isatty()
    with Progress(*columns, console=console, transient=True, redirect_stdout=beside, disable=nowhere) as progress:

        def show(what: str, steps: int) -> Step:
            task = progress.add_task(what, start=False, total=steps, note="")

            def step(note: object = "") -> None:
                progress.start_task(task)
                progress.update(task, advance=1, note=note)

            return step

        yield show


@contextmanager
def bar(what: str, steps: int) -> Iterator[Step]:
    """Show how far *what* is, of so many *steps*."""
    with bars() as show:
        yield show(what, steps)
