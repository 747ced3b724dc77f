"""Broken sentences and crisis phrases are left out and told; the rest stays."""

from __future__ import annotations

import pytest

from bot.answers.texts import BrokenTexts
from bot.app import load_brain
from bot.conversation.mending import mended_crisis, mended_texts
from bot.knowledge import Knowledge, read
from bot.model.catalogue import Catalogue
from tests.house import House


def knowledge_of(house: House) -> Knowledge:
    """Return what the reader makes of the folders."""
    return read(house.folders.content, house.folders.intents)


def catalogue_of(house: House) -> Catalogue:
    """Return what could be read."""
    return knowledge_of(house).catalogue


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_unreadable_sentence_costs_only_itself(house: House, line_end: str) -> None:
    """The entry is told with its line, all others stay, whatever ends the lines."""
    house.write("content/texts/en.ftl", line_end.join(["one = One", "two = { $x", "three = Three", ""]))
    catalogue, problems = mended_texts(knowledge_of(house), house.folders.content)

    assert [str(problem).split("\n")[0] for problem in problems] == ["content/texts/en.ftl:2:7  Fehler"]
    assert problems[0].message == "Die Klammer { wird nicht geschlossen."
    assert "one = One" in catalogue.texts["en"]
    assert "three = Three" in catalogue.texts["en"]
    assert "two" not in catalogue.texts["en"]


def test_without_german_sentences_nothing_can_be_said(house: House) -> None:
    """One sentence says which file is missing."""
    (house.root / "content/texts/de.ftl").unlink()

    with pytest.raises(BrokenTexts, match=r"de\.ftl fehlt\. Hole die Datei aus der letzten Fassung zurück\.$"):
        mended_texts(knowledge_of(house), house.folders.content)


def test_german_sentences_in_a_wrong_encoding_are_told_with_their_place(house: House) -> None:
    """The reason stands beside: where it is, and what to do."""
    path = house.root / "content/texts/de.ftl"
    path.write_bytes(b"gut = Gut\nschoen = Sch\xf6n\n")

    with pytest.raises(BrokenTexts, match="nicht lesbar") as broken:
        mended_texts(knowledge_of(house), house.folders.content)
    place, told = broken.value.details[0].split("\n")
    assert place == "content/texts/de.ftl:2:13  Fehler"
    assert told == "  Die Datei ist nicht als UTF-8 gespeichert (hier steht wohl «ö»). Speichere sie mit der Kodierung UTF-8."


def with_rules(house: House, old: str, new: str) -> House:
    """Change the crisis rules."""
    return house.write("content/crisis.yaml", house.read("content/crisis.yaml").replace(old, new))


def test_an_unreadable_phrase_costs_only_itself(house: House) -> None:
    """The other phrases of its kind still help people."""
    with_rules(house, "[ich will nicht mehr leben]", '[ich will nicht mehr leben, "kaputt (weil offen"]')
    catalogue, problems = mended_crisis(catalogue_of(house), house.folders.content)

    assert catalogue.crisis.kinds["despair"].phrases["de"] == ("ich will nicht mehr leben",)
    assert [(problem.file, problem.line) for problem in problems] == [("content/crisis.yaml", 3)]
    assert "kaputt (weil offen" in problems[0].message


def test_an_unreadable_plain_phrase_costs_only_itself(house: House) -> None:
    """What stands under always: and quoted: is mended like the rest."""
    with_rules(house, "    phrases: {de", '    always: {pl: [chcę umrzeć, "zabiję (się"]}\n    phrases: {de')
    with_rules(house, "kinds:\n", 'quoted: {de: [das lied heißt, "der film (heißt"]}\nkinds:\n')
    catalogue, problems = mended_crisis(catalogue_of(house), house.folders.content)

    assert catalogue.crisis.kinds["despair"].always == {"pl": ("chcę umrzeć",)}
    assert catalogue.crisis.quoted == {"de": ("das lied heißt",)}
    assert len(problems) == 2


def test_an_unreadable_group_costs_the_phrases_that_use_it(house: House) -> None:
    """A broken group of words is told; of the phrases it breaks nothing is said, for they are right."""
    with_rules(house, "kinds:", "words: {gut: (a|b), schlecht: (a|b}\nkinds:")
    with_rules(house, "[ich will nicht mehr leben]", "[ich will nicht mehr leben, <gut> satz, <schlecht> satz]")
    catalogue, problems = mended_crisis(catalogue_of(house), house.folders.content)

    assert set(catalogue.crisis.words) == {"gut"}
    assert catalogue.crisis.kinds["despair"].phrases["de"] == ("ich will nicht mehr leben", "<gut> satz")
    assert len(problems) == 1


def test_a_bot_with_broken_rules_and_texts_still_starts(house: House) -> None:
    """One bad file never stops the others: crises are recognised, questions answered, slips told."""
    with_rules(house, "[ich will nicht mehr leben]", '[ich will nicht mehr leben, "("]')
    house.write("content/texts/en.ftl", "kaputt {\n")
    house.write("content/offers/kaputt.yaml", "title: [")
    brain, problems = load_brain(house.settings)

    assert brain.crisis.detect("ich will echt nicht mehr leben") == "despair"
    assert brain.texts.say("en", "terminal-bye") == "Bis bald."
    assert {"content/crisis.yaml", "content/texts/en.ftl", "content/offers/kaputt.yaml"} <= {
        problem.file for problem in problems
    }


def test_a_group_of_words_that_cannot_be_read_is_told_where_it_stands_and_once(house: House) -> None:
    """It runs over several lines, and the phrases that use it are right."""
    words = "(leben|weiterleben|am leben bleiben|auf der welt sein|\n    auf dieser erde sein"
    with_rules(house, "kinds:", f"words:\n  leben: {words}\nkinds:")
    with_rules(house, "[ich will nicht mehr leben]", "[ich will nicht mehr <leben>]")

    _, problems = mended_crisis(catalogue_of(house), house.folders.content)

    lines = house.read("content/crisis.yaml").splitlines()
    assert [lines[problem.line - 1][: problem.column - 1] for problem in problems] == ["  leben: "]
