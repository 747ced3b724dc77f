"""Goes on talking until the person leaves."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterable, Iterator

from bot.channels.terminal.screens import Screen
from bot.channels.terminal.talk import Remark, Talk

PROMPT = "› "


def chat(talk: Talk, lines: Iterable[str], screen: Screen) -> None:
    """Answer each of *lines* on *screen*; ends with the lines, at ``/ende`` or at Ctrl-C."""
    with contextlib.suppress(KeyboardInterrupt), asyncio.Runner() as runner:
        for line in lines:
            if not line.strip():
                continue
            heard = runner.run(talk.hear(line))
            if heard is None:
                return
            if isinstance(heard, Remark):
                screen.remark(heard.text)
            else:
                screen.show(heard)


def typed(ask: Callable[[str], str]) -> Iterator[str]:
    """Yield what is typed after a prompt, until Ctrl-D."""
    while True:
        try:
            yield ask(PROMPT)
        except EOFError:
            return
