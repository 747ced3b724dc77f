"""How old somebody is, told beside what is asked."""

from __future__ import annotations

import pytest

from bot.language.ages import age_aside, lowest_age, own_age, without_ages_aside


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


@pytest.mark.parametrize(
    ("told", "limit"),
    [
        ("du musst zwischen 16 und 27 jahre alt sein", 16),
        ("fuer leute ab 14 jahren", 14),
        ("from age 15", 15),
        ("etwa zwischen 14 und 35 jahre", None),
        ("ab 17 uhr", None),
        ("eine altersgrenze gilt nur fuers fsj 16 bis 27", None),
    ],
)
def test_the_lowest_age_is_read_only_where_it_is_told_exactly(told: str, limit: int | None) -> None:
    """A rough age, a time and what holds for something else are no limit."""
    assert lowest_age(told) == limit


@pytest.mark.parametrize(
    ("said", "age"), [("bin 15", 15), ("i am 15", 15), ("15 years old", 15), ("am 15 dezember", None), ("klasse 10", None)]
)
def test_the_age_somebody_tells_is_known(said: str, age: int | None) -> None:
    """By the words around it."""
    assert own_age(said.split()) == age
