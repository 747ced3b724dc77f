"""What our sources call over, replaced or not ours is never told as if it held today."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.conversation.brain import Brain
from bot.model.moves import AnswerIntent
from bot.model.reply import plain_text

TODAY = date(2026, 11, 22)
CONTENT = Path(__file__).parents[2] / "content"
GIVEN_UP = (
    "qlee.de/", "Am Turm 14", "28890402", "info@wirtschaftsregion-lausitz.de", "Am Spreeufer", "Straße des Friedens",
    "619 1010", "7835-", "365-3404", "Mühlstraße 28", "An der Schraube", "120 Euro", "120 euros",
)
"""Old addresses and numbers, and money that exists elsewhere only (R-002, R-015, R-044, R-052, R-053, R-066, R-113, R-123)."""
OVER = "nächste Termin von"
ANSWERS = (
    ("S-01", "dates", "landtag-2026", "13. Februar 2026, 10 Uhr. Das ist vorbei", OVER),
    ("S-03", "duration", "landtag-2026", "13. Februar 2026, 10 Uhr. Das ist vorbei", OVER),
    ("S-06", "recording", "landtag-2026", "Livestream lief am 13. Februar 2026 auf landtag.brandenburg.de und ist vorbei", "öffnen"),
    ("S-07", "recording", "landtag-2026", "nur bis 14. August 2026 angekündigt. Das ist vorbei", "öffnen"),
    ("S-24", "dates", "infoveranstaltung-2024", "14. Februar 2024. Das ist vorbei", OVER),
    ("S-27", "content", "infoveranstaltung-2024", "14. Februar 2024. Das ist vorbei", OVER),
    ("S-30", "dates", "kooperation-leag-ihk", "10. Januar 2024", OVER),
    ("S-31", "signatories", "kooperation-leag-ihk", "Personalvorstand der LEAG, im Januar 2024", "ist Personalvorstand"),
    ("S-34", "history", "wasserstoff-fachexperte", "10. Januar 2024: Die 15 Teilnehmenden", OVER),
    ("S-35", "dates", "wasserstoff-fachexperte", "4. März 2024. Der ist vorbei", OVER),
    ("S-36", "registration", "wasserstoff-fachexperte", "geschlossen", "idloom"),
    ("S-40", "place", "wasserstoff-fachexperte", "Schwarze Pumpe", "findest du im LEAG-Qualifizierungszentrum"),
    ("S-42", "overview", "werkstatt-kultur", "Kreativwirtschaft", "Kunst, Kultur, Tourismus und Marketing"),
    ("R-022", "dates", "praktikum", "das ganze Jahr über", OVER),
    ("R-055", "history", "durch2atmen", "2023: Ende dieser Förderung", "wird gefördert"),
    ("R-060", "duration", "qlee", "2029", "2025"),
    ("R-066", "place", "qlee", "Schwarze Pumpe", "Lübbenau"),
    ("R-067", "history", "qlee", "12. September 2025", OVER),
    ("R-070", "content", "ausbildung-leag", "dort bildet jetzt die Deutsche Bahn aus", "Boxberg"),
    ("R-077", "history", "leistungszentrum-lausitz", "Geplant: 2028: Eröffnung", "2026:"),
    ("R-088", "history", "medizinstudium", "25. März 2026", OVER),
    ("R-101", "dates", "schulabschluss-cottbus", "10. Februar 2025. Der ist vorbei", OVER),
    ("R-112", "history", "azubi-ticket", "31. Dezember 2024: Das VBB-Abo Azubi (365-Euro-Ticket) endet", OVER),
    ("R-113", "pay", "praktikum", "in Brandenburg nennen unsere Quellen nicht", "Euro"),
    ("R-126", "dates", "konferenz-fachkraefte-2024", "16. Juli 2024. Das ist vorbei", OVER),
    ("R-145", "history", "domoj", "26. Oktober 2025: Bewerbungsschluss", OVER),
)
"""The fact, the question and topic it would turn up in, what is true today, and what must not be said."""


@pytest.mark.parametrize(("fact", "intent", "topic", "says", "never"), ANSWERS, ids=[fact for fact, *_ in ANSWERS])
def test_what_is_over_or_replaced_is_told_as_such(
    own_brain: Brain, fact: str, intent: str, topic: str, says: str, never: str
) -> None:
    """The answer holds what is true today, and not what was true once."""
    said = plain_text(own_brain.composer.compose(AnswerIntent(intent, topic), "de", TODAY))

    assert says in said, fact
    assert never not in said, fact


def test_no_content_file_holds_what_was_given_up() -> None:
    """Nothing that is not written can be said."""
    files = [*CONTENT.glob("*/*.yaml"), *CONTENT.glob("*.yaml")]
    held = [(file.name, old) for file in files for old in GIVEN_UP if old in file.read_text("utf-8")]

    assert held == []
