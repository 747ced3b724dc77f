"""What a guided path knows of its own steps."""

from __future__ import annotations

import pytest

from bot.model.answerable import way_to
from bot.model.paths import PathEnd
from tests.builders import a_catalogue, a_path, an_intent, an_offer, showing

ROUND = {"say": "Hier", "choices": [{"label": "dort", "to": "dort"}]}
PATH = a_path(
    start={"say": "Was magst du?", "choices": [{"label": "Lernen", "to": "lernen"}, {"label": "Kurs", "to": "windkurs"}]},
    lernen={"say": "Und wo?", "choices": [{"label": "Zurück", "to": "start"}, {"label": "Hier", "to": "hier"}]},
    hier="Dann ruf an.",
    allein="Hierher führt nichts.",
)


def test_the_first_step_written_is_the_first_said() -> None:
    """The order of the file counts."""
    assert PATH.first == "start"


def test_back_leads_to_the_step_one_came_from_on_the_shortest_way() -> None:
    """From the beginning there is no way back."""
    assert [PATH.before(step) for step in ("start", "lernen", "hier")] == [None, "start", "lernen"]


def test_steps_nothing_leads_to_are_seen() -> None:
    """All but these can be reached."""
    assert set(PATH.steps) - PATH.reached() == {"allein"}


def test_a_loop_without_an_exit_is_seen() -> None:
    """Two steps that lead to each other alone lead nowhere; a topic outside is a way out."""
    closed = a_path(hier=ROUND, dort={"say": "Dort", "choices": [{"label": "hier", "to": "hier"}]})

    assert not closed.leading_out()
    assert PATH.leading_out() == set(PATH.steps)


def test_choices_lead_to_steps_questions_paths_and_entries() -> None:
    """Each has the data of a button; what nobody can tell about has none."""
    catalogue = a_catalogue(
        an_offer("windkurs", summary="Ein Kurs."), an_offer("leer"), showing("overview", "overview"), an_intent("cost", answer={"facet": True}), PATH
    )

    found = [way_to(catalogue, PATH, target) for target in ("lernen", "cost", "weg", "windkurs", "leer", "nirgends")]

    assert found == ["p:weg:lernen", "q:cost", "q:weg", "q:overview:windkurs", None, None]


def test_an_end_leads_somewhere() -> None:
    """To somebody or to a page."""
    with pytest.raises(ValueError, match="path-end-empty"):
        PathEnd()
