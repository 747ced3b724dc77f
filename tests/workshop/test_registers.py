"""A text and the same text in Einfache Sprache: what differs is told, and what is too long."""

from __future__ import annotations

from datetime import date

import pytest

from bot.workshop.check import check
from bot.workshop.registers import different_facts, long_sentences
from tests.house import House

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "simpler"),
    [
        ("Rund 3.076 Plätze in acht Berufen.", "Es gibt etwa 3076 Plätze. Das sind 8 Berufe."),
        ("Ruf an: 0800 111 0 111 (Tag und Nacht).", "Die Nummer ist 0800/1110111. Dort ist immer jemand."),
        ("Mehr auf https://www.qlee.eu/ und per Mail an info@qlee.eu.", "Schreib an info@qlee.eu. Oder lies qlee.eu."),
        ("Bis 31. Oktober, immer um 10:00 Uhr.", "Der letzte Tag ist der 31. Oktober. Es beginnt um 10 Uhr."),
        ("Nach der 10. Klasse dauert es 2,5 Jahre.", "Das geht nach der 10. Klasse. Es dauert 2,5 Jahre."),
    ],
)
def test_the_same_facts_in_other_words_are_no_difference(text: str, simpler: str) -> None:
    """Numbers as words or digits, phones with other gaps, pages with or without https."""
    assert list(different_facts(text, simpler)) == []


@pytest.mark.parametrize(
    ("text", "simpler", "told"),
    [
        ("12 Plätze.", "Es gibt 13 Plätze.", ["Zahl «12» fehlt in der einfachen Fassung.", "Zahl «13» steht nur in der einfachen Fassung."]),
        ("Neun Monate.", "Viele Monate.", ["Zahl «Neun» fehlt in der einfachen Fassung."]),
        ("Ruf 116 111 an.", "Ruf an.", ["Telefonnummer «116 111» fehlt in der einfachen Fassung."]),
        ("Schreib uns.", "Schreib an a@b.de.", ["Mailadresse «a@b.de» steht nur in der einfachen Fassung."]),
        ("Lies auf qlee.eu/kurse.", "Lies auf qlee.eu.", [
            "Link «qlee.eu/kurse» fehlt in der einfachen Fassung.", "Link «qlee.eu» steht nur in der einfachen Fassung.",
        ]),
        ("Seit März 2022.", "Seit 2022.", [
            "Datum «März 2022» fehlt in der einfachen Fassung.", "Zahl «2022» steht nur in der einfachen Fassung.",
        ]),
    ],
)  # fmt: skip
def test_what_one_says_and_the_other_does_not_is_told(text: str, simpler: str, told: list[str]) -> None:
    """By its kind and as it is written."""
    assert list(different_facts(text, simpler)) == told


def test_a_sentence_with_too_many_words_is_told() -> None:
    """An abbreviation or an ordinal ends no sentence, a colon does; what is filled in is one word."""
    long = "Nach der 10. Klasse kannst du z. B. in der Lausitz bei { $title } einen Beruf lernen und Geld verdienen."
    short = "Das geht so: Du suchst dir einen Beruf aus, der dir gefällt. Dann fragst du bei { $title } nach einem Platz."

    assert list(long_sentences(f"{short} {long}")) == ["«Nach der 10 Klasse …» hat 19 Wörter, in Einfacher Sprache höchstens 15."]


def test_check_compares_every_text_of_a_file(house: House) -> None:
    """A fact, a button and the crisis help: each difference stands at its line."""
    course = house.read("content/offers/schweisskurs.yaml")
    house.write("content/offers/schweisskurs.yaml", course.replace(
        'cost: {de: "Der Kurs kostet 50 Euro."', 'cost: {de: "Der Kurs kostet 50 Euro.", de-simple: "Du zahlst 60 Euro."'
    ))  # fmt: skip
    crisis = house.read("content/crisis.yaml")
    house.write("content/crisis.yaml", crisis.replace("{de: 'Hilfe: 0800 111 0 111'", "{de: 'Hilfe: 0800 111 0 111', de-simple: 'Ruf an: 0800 111'"))

    told = [f"{p.file}:{p.line} {p.severity} {p.message}" for p in check(house.folders, TODAY).problems if p.severity == "error"]
    assert told == [
        "content/crisis.yaml:7 error Telefonnummer «0800 111 0 111» fehlt in der einfachen Fassung.",
        "content/crisis.yaml:7 error Telefonnummer «0800 111» steht nur in der einfachen Fassung.",
        "content/offers/schweisskurs.yaml:10 error Zahl «50» fehlt in der einfachen Fassung.",
        "content/offers/schweisskurs.yaml:10 error Zahl «60» steht nur in der einfachen Fassung.",
    ]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("0800 111 0 112", "Telefonnummer «0800 111 0 112» steht in keinem Eintrag. Meintest du 0800 111 0 111?"),
        ("Schulnetz 0800 111 0 119", "Telefonnummer «0800 111 0 119» steht nicht im Eintrag «Schulnetz». Meintest du 0800 111 0 111?"),
        ("Schulnetz 50", "Zahl «50» steht nicht im Eintrag «Schulnetz»."),
        ("0800 111 0 111, exemple.net", "Link «exemple.net» steht in keinem Eintrag. Meintest du https://example.net?"),
        ("Schulnetz: 0800/1110111, example.net", ""),
        ("der Kurs für 50 Euro", ""),
    ],
)
def test_what_the_help_names_stands_in_an_entry_with_its_source(house: House, written: str, told: str) -> None:
    """Of a line that names an office, in that one's: a number with a slip would ring nowhere."""
    crisis = house.read("content/crisis.yaml")
    house.write("content/crisis.yaml", crisis.replace("0800 111 0 111", written))

    errors = [problem for problem in check(house.folders, TODAY).problems if problem.severity == "error"]

    assert [(problem.file, problem.line) for problem in errors] == [("content/crisis.yaml", 7)] * bool(told)
    assert all(f"{problem.message} {problem.suggestion}".startswith(told) for problem in errors)


@pytest.mark.parametrize(("lacking", "told"), [("help", ["help"]), ("kinds", ["kinds"]), ("", ["help", "kinds"])])
def test_a_bot_that_would_not_start_without_help_is_told(house: House, lacking: str, told: list[str]) -> None:
    """`run` refuses to start without help for people in distress: who deploys hears that before."""
    crisis = house.read("content/crisis.yaml").splitlines(keepends=True)
    begins = next((at for at, line in enumerate(crisis) if lacking and line.startswith(f"{lacking}:")), None)
    ends = next((at for at in range((begins or 0) + 1, len(crisis)) if not crisis[at].startswith(" ")), None)
    house.write("content/crisis.yaml", "{}\n" if begins is None else "".join([*crisis[:begins], *crisis[ends:]]))

    problems = [problem for problem in check(house.folders, TODAY).problems if problem.file == "content/crisis.yaml"]

    assert {problem.severity for problem in problems} == {"error"}
    assert [problem.message.split("»")[0].removeprefix("«") for problem in problems] == told


def test_a_sentence_without_the_register_the_file_has_is_told(house: House) -> None:
    """A file nobody translated stays as it is; in one that was, a sentence without was forgotten. Names need none."""
    course = house.read("content/offers/schweisskurs.yaml")
    house.write("content/offers/schweisskurs.yaml", course.replace('Schweißen."', 'Schweißen.", de-simple: "Du lernst schweißen."'))

    told = [str(problem) for problem in check(house.folders, TODAY).problems]

    assert [sentence.splitlines()[0] for sentence in told if "de-simple" in sentence] == [
        "content/offers/schweisskurs.yaml:10:3  Warnung"
    ]
    house.write("content/offers/schweisskurs.yaml", course)
    assert not [problem for problem in check(house.folders, TODAY).problems if "de-simple" in str(problem)]
