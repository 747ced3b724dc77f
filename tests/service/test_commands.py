"""What people type with a slash."""

from __future__ import annotations

import pytest

from bot.model.choices import CANCEL
from bot.model.message import Message
from bot.service.commands import typed


@pytest.mark.parametrize(
    ("text", "choice"),
    [("/start", "q:greeting"), ("/START", "q:greeting"), (" /hilfe bitte", "q:abilities"), ("/abbrechen@unser_bot", CANCEL)],
)
def test_a_command_is_what_its_button_does(text: str, choice: str) -> None:
    """However it is written, and whatever stands behind it."""
    assert typed("chat", text) == Message("chat", choice=choice)


def test_an_unknown_command_is_told() -> None:
    """It is no question."""
    assert typed("chat", "/wetter") == Message("chat", notice="unknown-command")


@pytest.mark.parametrize("text", ["wo ist das", "/", "und/oder", "1/2", ""])
def test_anything_else_is_a_question(text: str) -> None:
    """A slash alone makes no command."""
    assert typed("chat", text) == Message("chat", text=text)
