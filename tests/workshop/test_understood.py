"""What the fitted reader makes of its own examples and titles."""

from __future__ import annotations

from datetime import date

import pytest

from bot.app import fit
from bot.conversation.brain import Brain
from bot.knowledge import read
from bot.workshop.sentences import tried
from bot.workshop.understood import in_intent, misread_examples, never_first, unrecognised_titles
from tests.house import NEEDS, House, intent, small_house

TODAY = date(2026, 11, 22)


def fitted(house: House) -> Brain:
    """Return the brain of the house as it is now."""
    return fit(read(house.folders.content, house.folders.intents).catalogue, house.settings)


@pytest.fixture(scope="module")
def torn(tmp_path_factory: pytest.TempPathFactory) -> tuple[House, Brain]:
    """Give a house with a question that is another one in other words, and a topic without a name."""
    house = small_house(tmp_path_factory.mktemp("torn"))
    house.write("intents/price.yaml", intent("Preis?", "{facet: true}", "was kostet {topic}", "preis {topic}", more=NEEDS))
    house.write("content/places/leer.yaml", 'title: "?!"\ntype: town\nwhere: dort\n')
    return house, fitted(house)


def test_a_sound_house_is_understood(small_brain: Brain, house: House) -> None:
    """Nothing to tell."""
    results = tuple(tried(small_brain, TODAY))

    assert list(misread_examples(small_brain.reader.misread(), house.folders)) == []
    assert list(never_first(small_brain.catalogue.intents.values(), (), results, house.folders)) == []
    assert list(unrecognised_titles(small_brain, TODAY, house.folders)) == []


def test_an_example_that_another_question_wins_is_told_at_its_line(torn: tuple[House, Brain]) -> None:
    """Ten of its like stand with the other question."""
    house, brain = torn
    told = [str(problem) for problem in misread_examples(brain.reader.misread(), house.folders)]

    assert "intents/price.yaml:5:7  Warnung\n  Das Beispiel «was kostet {topic}» landet trotzdem bei «cost»." in told[0]
    assert len(told) == 2


def test_a_question_that_never_wins_is_told(torn: tuple[House, Brain]) -> None:
    """Nobody will ever get its answer."""
    house, brain = torn
    told = [str(problem) for problem in never_first(brain.catalogue.intents.values(), brain.reader.misread(), tuple(tried(brain, TODAY)), house.folders)]

    assert [line.split("\n")[0] for line in told] == ["intents/price.yaml:3:1  Warnung"]
    assert "gewinnt keinen einzigen ihrer eigenen Sätze" in told[0]


def test_a_topic_that_is_not_found_by_its_title_is_told(torn: tuple[House, Brain]) -> None:
    """It needs another name."""
    house, brain = torn
    told = [str(problem) for problem in unrecognised_titles(brain, TODAY, house.folders)]

    assert told == [
        "content/places/leer.yaml:1:1  Warnung\n  Den eigenen Titel «?!» erkennt der Bot in Fragen nicht. Ergänze unter also_called, wie Leute es nennen."
    ]


def test_a_sentence_of_a_path_is_told_in_the_file_of_the_path(house: House) -> None:
    """A path is asked for like a question, and lies elsewhere."""
    house.write("content/paths/weg.yaml", "title: Weg\nexamples:\n  de:\n    - geh mit mir\n")

    assert str(in_intent(house.folders, "weg", "geh mit mir", "x", "y")).startswith("content/paths/weg.yaml:4:7  Warnung")
