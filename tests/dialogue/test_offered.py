"""What a body's own courses and events tell."""

from __future__ import annotations

import pytest

from bot.dialogue.offered import its_own
from tests.dialogue.world import WORLD


@pytest.mark.parametrize(
    ("asked", "body", "told_by"),
    [("cost", "firma", "windkurs"), ("cost", "uni", "uni"), ("contact", "firma", "firma"), ("cost", "lehre", "lehre")],
)
def test_what_bodies_do_not_have_is_told_by_the_one_course_of_theirs_that_does(asked: str, body: str, told_by: str) -> None:
    """"Aufzeichnung QLEE" means its event; where none or something that can be asked itself is meant, nothing changes."""
    assert its_own(WORLD, WORLD.intents[asked], WORLD.topics[body]).id == told_by
