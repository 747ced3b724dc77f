"""Intents: what a question's file may say."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.model.intents import Intent
from tests.builders import an_intent, showing


@pytest.mark.parametrize(
    "answer",
    [{}, {"show": ["dates"], "facet": True}, {"facet": True, "text": "Ja."}, {"list": {"of": ["offer"]}, "text": "Ja."}],
)
def test_an_intent_is_answered_in_exactly_one_way(answer: dict[str, object]) -> None:
    """Parts, a facet, a list or a text: not none, not two."""
    with pytest.raises(ValidationError, match="answer-exactly-one"):
        an_intent("frage", answer=answer)


def test_only_known_parts_can_be_shown() -> None:
    """A slip in the name of a part is found when the file is read."""
    with pytest.raises(ValidationError):
        showing("frage", "date")


def test_a_role_takes_one_kind_or_several() -> None:
    """``name: any`` needs no list."""
    intent = an_intent("frage", answer={"text": "Ja."}).model_dump() | {"needs": {"topic": ["offer", "event"], "name": "any"}}

    assert Intent.model_validate(intent).needs == {"topic": ("offer", "event"), "name": ("any",)}


def test_examples_without_language_are_german() -> None:
    """A plain list is enough for the first language."""
    intent = Intent.model_validate({"id": "frage", "title": "Frage", "examples": ["wann"], "answer": {"facet": True}})

    assert intent.examples == {"de": ("wann",)}


def test_a_test_sentence_is_plain_or_names_its_topic() -> None:
    """Both ways of writing stand side by side in one list."""
    intent = an_intent("frage", answer={"facet": True}, tests={"de": ["und wann", {"ask": "wann ist messe", "topic": "messe"}]})

    assert [(test.ask, test.topic) for test in intent.tests["de"]] == [("und wann", None), ("wann ist messe", "messe")]


@pytest.mark.parametrize("wrong", [{"needs": "offer"}, {"tests": ["wann"]}, {"tests": {"de": "wann"}}, {"examples": 3}])
def test_what_has_another_shape_is_refused(wrong: dict[str, object]) -> None:
    """Neither needs nor tests nor examples may be something else."""
    with pytest.raises(ValidationError):
        an_intent("frage", answer={"facet": True}, **wrong)
