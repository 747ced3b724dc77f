"""What is kept of an unanswered question tells nothing of who asked it."""

from __future__ import annotations

import pytest

from bot.understanding.scrubbing import Scrubber
from tests.language.support import the_morphology

OURS = frozenset("qlee leag wasserstoff lausitz kompetenzregion cottbus kurs".split())


def scrub(text: str) -> str:
    """Scrub with a small vocabulary of our own."""
    return Scrubber(OURS.__contains__, the_morphology().is_known).scrub(text)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("ich heiße peter lehmann und suche kekse", "lehmann"),
        ("Ich bin Jana Nowak, gibt es Kekse", "nowak"),
        ("mein name ist koch, gibt es kekse", "koch"),
        ("hier ist der herr fischer, gibt es kekse", "fischer"),
        ("gibt es kekse bei Werner Schmidt", "schmidt"),
        ("gibt es kekse, lg mandy", "mandy"),
        ("my name is wolf, are there cookies", "wolf"),
        ("ruf mich an 0355 12 34 56 wegen der kekse", "12"),
        ("ich bin 17 und will kekse", "17"),
        ("schreib an anna.lehmann@example.org wegen kekse", "lehmann"),
        ("schreib @lehmann_cb wegen kekse", "lehmann"),
        ("gibt es kekse auf www.lehmann-kekse.de/x?id=9", "lehmann"),
        ("ich wohne in der Bahnhofstraße 12a, gibt es kekse", "bahnhof"),
        ("ich wohne am alten weg 7, gibt es kekse", "weg"),
        ("was kostet kekse bei Xqzwertz", "xqzw"),
        ("rückruf bei +49 (0)170/1234567 bitte", "170"),
    ],
)
def test_what_tells_who_asked_is_taken_out(text: str, secret: str) -> None:
    """Names, numbers, handles, addresses and links go; something to learn from stays."""
    found = scrub(text)

    assert secret not in found
    assert "…" in found
    assert len(found.replace("…", "").split()) >= 2


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Gibt es beim QLEE eine Kantine?", "gibt es beim qlee eine kantine ?"),
        ("Kompetenzregion Lausitz und Wasserstoff", "kompetenzregion lausitz und wasserstoff"),
        ("wo kann ich parken", "wo kann ich parken"),
    ],
)
def test_the_question_stays(text: str, kept: str) -> None:
    """What anybody could have written is kept word for word, in small letters."""
    assert scrub(text) == kept


@pytest.mark.parametrize("text", ["", "😀", "0355 123", "@jemand", "peter lehmann"])
def test_where_nothing_is_left_nothing_is_kept(text: str) -> None:
    """A lone name or number is no question."""
    assert scrub(text) == ""
