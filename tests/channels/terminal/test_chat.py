"""The loop around a talk."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date

import pytest
from rich.console import Console

from bot.channels.terminal import PlainScreen, RichScreen, Talk, chat, typed
from bot.conversation.brain import Brain
from bot.conversation.turn import Conversation
from bot.service.clocks import clock_of
from bot.store import MemoryStore


@pytest.fixture
def talk(small_brain: Brain) -> Talk:
    """Begin a talk."""
    return Talk(Conversation(small_brain, MemoryStore()), clock_of(date(2026, 11, 22)))


def test_each_line_is_answered_until_the_end(talk: Talk) -> None:
    """Blank lines are skipped, and after /ende nothing is read."""
    out = io.StringIO()
    chat(talk, ["was ist der schweißkurs\n", "\n", "/why x\n", "/ende\n", "moin\n"], PlainScreen(out))

    assert out.getvalue().count("Du lernst das Schweißen.") == 1
    assert "Geantwortet:" in out.getvalue()
    assert "Hallo." not in out.getvalue()


def test_ctrl_c_ends_quietly(talk: Talk) -> None:
    """An interrupt at the prompt is a way to leave."""

    def lines() -> Iterator[str]:
        yield "moin"
        raise KeyboardInterrupt

    out = io.StringIO()
    chat(talk, lines(), PlainScreen(out))

    assert out.getvalue().startswith("Hallo.")


def test_the_prompt_ends_at_ctrl_d() -> None:
    """Lines are asked for until there are none."""
    answers = iter(["eins", "zwei"])

    def ask(prompt: str) -> str:
        assert prompt.strip()
        try:
            return next(answers)
        except StopIteration:
            raise EOFError from None

    assert list(typed(ask)) == ["eins", "zwei"]


def test_people_see_frames_and_remarks(talk: Talk) -> None:
    """On a screen answers are framed, remarks are not."""
    console = Console(file=io.StringIO(), width=60)
    chat(talk, ["moin", "/heute 1.3.2027"], RichScreen(console))
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()

    assert "│ Hallo." in shown
    assert "\nIch tue jetzt so, als wäre heute Montag, 1. März 2027." in shown
