"""The bot put together (`bot.app`)."""

from __future__ import annotations

import pytest

from bot.app import load_brain
from bot.errors import NoHelp
from tests.house import House


@pytest.mark.parametrize("content", ["", "kinds:\n\tdespair: {}\n", "kinds: {}\nhelp: []\n"])
def test_without_crisis_rules_nothing_starts(house: House, content: str) -> None:
    """A slip in the file of all files must not silence the help unnoticed."""
    house.write("content/crisis.yaml", content)

    with pytest.raises(NoHelp, match=r"content/crisis\.yaml fehlt oder ist nicht lesbar"):
        load_brain(house.settings)
