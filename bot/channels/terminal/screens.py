"""Where a talk is shown: framed for people, plain for pipes."""

from __future__ import annotations

from typing import Protocol, TextIO

from rich.console import Console
from rich.text import Text as Styled

from bot.channels.terminal.render import clean, framed, plain
from bot.model.reply import Reply


class Screen(Protocol):
    """What a talk needs of the place where it is shown."""

    def show(self, reply: Reply) -> None:
        """Show an answer."""
        ...

    def remark(self, text: str) -> None:
        """Show a sentence that is no answer."""
        ...


class PlainScreen:
    """Writes text without colours or frames, one blank line after each part."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def show(self, reply: Reply) -> None:
        """Write an answer."""
        self._write(plain(reply))

    def remark(self, text: str) -> None:
        """Write a sentence."""
        self._write(clean(text))

    def _write(self, text: str) -> None:
        self._stream.write(f"{text}\n\n")
        self._stream.flush()


class RichScreen:
    """Shows answers in frames."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def show(self, reply: Reply) -> None:
        """Show an answer in a frame."""
        self._console.print(framed(reply, self._console.width))

    def remark(self, text: str) -> None:
        """Show a sentence without a frame."""
        self._console.print(Styled(clean(text), style="dim"))
