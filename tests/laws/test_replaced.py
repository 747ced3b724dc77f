"""What our sources call over, replaced or not ours is never told as if it held today."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.conversation.brain import Brain
from bot.conversation.turn import answer
from bot.model.context import fresh
from bot.model.message import Message
from bot.model.reply import plain_text

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CONTENT = Path(__file__).parents[2] / "content"
GIVEN_UP = (
    "qlee.de/", "Am Turm 14", "28890402", "info@wirtschaftsregion-lausitz.de", "Am Spreeufer", "Straße des Friedens",
    "619 1010", "7835-", "365-3404", "Mühlstraße 28", "An der Schraube", "120 Euro", "120 euros",
)
"""Old addresses and numbers, and money that exists elsewhere only (R-002, R-015, R-044, R-052, R-053, R-066, R-113, R-123)."""
QUESTIONS = (
    ("wann wird qlee im landtag vorgestellt", "vorbei", "nächste Termin von"),
    ("kann ich die aufzeichnung aus dem landtag noch sehen", "14. August 2026", "öffnen"),
    ("wann ist die infoveranstaltung zum strukturwandel", "vorbei", "nächste Termin von"),
    ("wann wird die vereinbarung von leag und ihk unterschrieben", "10. Januar 2024", "nächste Termin von"),
    ("wann startet der wasserstoffkurs", "vorbei", "idloom"),
    ("wo findet der wasserstoffkurs statt", "Schwarze Pumpe", "Straße des Friedens"),
    ("praktikumswoche südbrandenburg 2024", "2024", "nächste Termin von"),
    ("wann ist der online-workshop von qlee für kommunen", "2025", "nächste Termin von"),
    ("wann ist die infoveranstaltung zum medizinstudium", "2026", "nächste Termin von"),
    ("wann beginnt der vorkurs an der schule des zweiten bildungsweges in cottbus", "vorbei", "nächste Termin von"),
    ("gibt es das 365-euro-ticket für azubis noch", "31. Dezember 2024", "kostet 365"),
    ("wann ist die konferenz fachkräftesicherung", "16. Juli 2024", "nächste Termin von"),
    ("bis wann wird qlee gefördert", "2029", "12/2025"),
    ("sitzt qlee noch in lübbenau", "Schwarze Pumpe", "findest du in Lübbenau"),
    ("wo bildet die leag aus", "Schwarze Pumpe", "Boxberg"),
    ("wem gehört die ausbildungswerkstatt in jänschwalde", "Bahn", "gehört der LEAG"),
    ("wie lange wird am leistungszentrum lausitz gebaut", "2028", "August 2026"),
    ("gibt es in brandenburg eine praktikumsprämie", "kennen wir für Brandenburg nicht", "Euro"),
    ("wie heißt die werkstatt für kultur", "Kreativwirtschaft", "Kunst, Kultur, Tourismus und Marketing"),
    ("kann ich mich für domoj bewerben", "zari-domowina.de", "nächste Termin von"),
)


@pytest.mark.parametrize(("question", "says", "never"), QUESTIONS, ids=[question for question, *_ in QUESTIONS])
def test_what_is_over_or_replaced_is_told_as_such(own_brain: Brain, question: str, says: str, never: str) -> None:
    """The answer holds what is true today, and not what was true once."""
    reply = answer(own_brain, Message("test", text=question), fresh("de", NOW), NOW).reply
    said = plain_text(reply)

    assert says in said
    assert never not in said
    assert not any(old in said for old in GIVEN_UP)


def test_no_content_file_holds_what_was_given_up() -> None:
    """Nothing that is not written can be said."""
    files = [*CONTENT.glob("*/*.yaml"), *CONTENT.glob("*.yaml")]
    held = [(file.name, old) for file in files for old in GIVEN_UP if old in file.read_text("utf-8")]

    assert held == []
