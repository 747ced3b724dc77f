"""How old somebody is, told beside what is asked."""

from __future__ import annotations

import pytest

from bot.language.ages import age_aside, without_ages_aside


@pytest.mark.parametrize(
    ("text", "rest", "age"),
    [
        ("mein Sohn (16) sucht was", "mein Sohn sucht was", 16),
        ("mein Sohn (16 Jahre alt) sucht was", "mein Sohn sucht was", 16),
        ("Lea, 17, sucht was", "Lea sucht was", 17),
        ("my son, 16 years old, needs help", "my son needs help", 16),
        ("mein Sohn, 16", "mein Sohn, 16", None),
        ("nach Klasse 8, 10, 12", "nach Klasse 8, 10, 12", None),
        ("bin 17, was nun", "bin 17, was nun", None),
        ("der Kurs (2024) war gut", "der Kurs (2024) war gut", None),
    ],
)
def test_an_age_that_only_tells_who_is_meant_is_no_part_of_the_question(text: str, rest: str, age: int | None) -> None:
    """In brackets or between commas, behind a word and before more; other numbers are kept."""
    assert (without_ages_aside(text), age_aside(text)) == (rest, age)
