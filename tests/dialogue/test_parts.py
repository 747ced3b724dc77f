"""The one part of a whole that a theme means."""

from __future__ import annotations

import pytest

from bot.dialogue.parts import part_by_theme
from bot.model.moves import AnswerIntent
from tests.builders import a_catalogue, a_mention, a_network, a_reading, a_theme, an_organisation

WORLD = a_catalogue(
    an_organisation("verband", summary="Ein Verband."),
    a_network("runden", summary="Alle.", provider="verband", parts=[{"title": each, "topic": each} for each in ("bau", "bild")]),
    a_network("bau", summary="Eine.", themes=["bauen", "wege"]),
    a_network("bild", summary="Die andere.", themes=["schule", "wege"]),
    *map(a_theme, ("bauen", "schule", "wege", "wind")),
)


def asked(text: str, whole: str, theme: str) -> AnswerIntent | None:
    """Return what is told of the part, where the second word names the whole and the last the theme."""
    last = len(text.split()) - 1
    return part_by_theme(WORLD, a_reading(text, a_mention("topic", whole, at=1), a_mention("theme", theme, at=last)))


@pytest.mark.parametrize("whole", ["runden", "verband"])
def test_which_part_has_a_theme_is_answered_with_that_part(whole: str) -> None:
    """However it is named: all of them, or who gives them."""
    assert asked("welche runde macht schule", whole, "schule") == AnswerIntent("overview", "bild")


def test_a_theme_of_several_parts_or_of_none_means_no_part() -> None:
    """Nor does a question that asks for no part."""
    assert asked("welche runde macht wege", "runden", "wege") is None
    assert asked("welche runde macht wind", "runden", "wind") is None
    assert asked("wann redet runde ueber schule", "runden", "schule") is None
