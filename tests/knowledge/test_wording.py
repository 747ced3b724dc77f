"""Sentences for slips that no class of ours can report yet."""

from __future__ import annotations

import pytest
import yaml
from pydantic import Field, ValidationError

from bot.knowledge.parsing import parse
from bot.knowledge.problems import Unreadable
from bot.knowledge.shape import Draft
from bot.model.values import Frozen


class Small(Frozen):
    """A class with limits that content classes do not have today."""

    name: str = Field(default="", min_length=2, max_length=4)
    words: tuple[str, ...] = Field(default=(), max_length=1)
    size: int = Field(default=0, ge=1)
    share: float = 0
    code: str = Field(default="", pattern="^x$")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name: Wasserstoff", "Bei «name» steht zu viel, erlaubt sind 4. Kürze es."),
        ("name: W", "Bei «name» steht zu wenig, nötig sind 2. Ergänze etwas."),
        ("words: [a, b]", "Bei «words» steht zu viel, erlaubt sind 1. Kürze es."),
        ("size: viele", "«viele» ist hier keine passende Zahl."),
        ("size: 0", "«0» ist hier keine passende Zahl."),
        ("share: viel", "«viel» passt bei «share» nicht. Sieh dir eine Nachbardatei an."),
        ("share: [1]", "Bei «share» steht etwas Falsches. Sieh dir eine Nachbardatei an."),
        ("code: y", "«y» passt bei «code» nicht. Sieh dir eine Nachbardatei an."),
    ],
)
def test_any_limit_a_class_may_get_has_a_german_sentence(text: str, told: str) -> None:
    """Whoever adds a limit to a class finds the sentence there already."""
    draft = Draft(Small, lambda: parse(text)[0], {})

    with pytest.raises(ValidationError) as error:
        draft.fit()

    assert [" ".join(spot.wording[:2]).rstrip() for spot in draft.misfits(error.value)] == [told]


def test_a_letter_that_does_not_exist_is_no_crash() -> None:
    """The slow reader of PyYAML fails on it in its own way."""
    with pytest.raises(Unreadable) as slip:
        parse('title: "\\UFFFFFFFF"\n', yaml.BaseLoader)

    assert str(slip.value) == "Diese Datei kann der Bot nicht lesen."
