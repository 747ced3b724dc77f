"""Two states of the files, asked the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.answers.compose import Composer
from bot.app import converse
from bot.conversation.brain import Brain
from bot.model.topics import Offer
from bot.workshop.difference import Answered, Difference, differences, in_words, sentences_to_ask

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def with_course(brain: Brain, **fields: object) -> Brain:
    """Return the brain with another course, read as before."""
    course = brain.catalogue.topics["schweisskurs"]
    other = Offer.model_validate(course.model_dump(by_alias=True) | fields)
    catalogue = replace(brain.catalogue, topics={**brain.catalogue.topics, "schweisskurs": other})
    return replace(brain, catalogue=catalogue, composer=Composer(catalogue, brain.texts))


def test_all_test_sentences_are_asked_once(small_brain: Brain) -> None:
    """Those of both states."""
    asked = sentences_to_ask(small_brain.catalogue, small_brain.catalogue)

    assert asked == (("de", "wann fängt der schweißkurs an"), ("de", "termin schweißlehrgang"))


@pytest.mark.asyncio
async def test_the_same_state_answers_the_same(small_brain: Brain) -> None:
    """No difference is told where there is none."""
    asked = sentences_to_ask(small_brain.catalogue)

    assert await differences(converse(small_brain), converse(small_brain), asked, NOW) == ()


@pytest.mark.asyncio
async def test_another_date_is_another_answer(small_brain: Brain) -> None:
    """The same was understood, another day is said."""
    other = with_course(small_brain, runs=[{"id": "2027-03", "start": "2027-05-04"}])
    found = await differences(converse(small_brain), converse(other), [("de", "wann fängt der schweißkurs an")], NOW)
    told = "\n".join(in_words(found))

    assert not found[0].is_read_otherwise
    assert "«wann fängt der schweißkurs an» (de)\n  − " in told
    assert "4. März 2027" in told.split("  + ")[0]
    assert "4. Mai 2027" in told.split("  + ")[1]


def test_what_is_read_otherwise_stands_first() -> None:
    """It matters more than another wording."""
    same = Difference("de", "a", Answered("dates", ("x",), "eins"), Answered("dates", ("x",), "zwei"))
    other = Difference("en", "b", Answered("dates", ("x",), "eins"), Answered("", (), "zwei"))

    assert list(in_words([same, other])) == [
        "«b» (en)", "  vorher: dates · x", "  jetzt:  nicht verstanden", "",
        "«a» (de)", "  − eins", "  + zwei", "",
    ]  # fmt: skip
