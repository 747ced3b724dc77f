"""By which way somebody is to be reached that no source names."""

from __future__ import annotations

import pytest

from bot.dialogue.reaching import unknown_way
from bot.model.moves import Doubt
from tests.builders import a_catalogue, a_reading, an_offer, an_organisation, showing

CONTACT, DATES = showing("contact", "contact", needs=("offer",)), showing("dates", "dates", needs=("offer",))
WORLD = a_catalogue(
    CONTACT, an_organisation("amt", phone="1"), an_organisation("post", mail="a@b.de"), an_organisation("niemand"),
    an_offer("kurs", provider="amt"), an_offer("brief", provider="post"), an_offer("still", provider="niemand"),
)


@pytest.mark.parametrize(("text", "topic", "unknown"), [
    ("und die mail", "amt", True), ("email bitte", "kurs", True), ("und das telefon", "amt", False),
    ("und die mail", "brief", False), ("und die mail", "still", False),
])
def test_an_address_to_write_to_that_is_asked_for_is_not_known_of_whom_only_a_phone_is(
    text: str, topic: str, *, unknown: bool
) -> None:
    """Of an offer it is that of who gives it; of whom nothing is known that is told anyway."""
    assert unknown_way(WORLD, CONTACT, WORLD.topics[topic], a_reading(text)) == (Doubt("doubt-mail") if unknown else None)


def test_only_who_asks_whom_to_ask_asks_for_it() -> None:
    """"wann kommt die mail" asks for something else."""
    assert unknown_way(WORLD, DATES, WORLD.topics["amt"], a_reading("wann kommt die mail")) is None
