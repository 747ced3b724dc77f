"""Guided paths walked in a chat: by taps and words, with questions in between, left and taken up again."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.conversation.brain import Brain, Tools, build_brain
from bot.conversation.turn import answer
from bot.dialogue.walking import Walker
from bot.model.choices import BACK, STOP
from bot.model.context import fresh
from bot.model.message import Message
from bot.model.reply import Reply, SourceNote, plain_text
from tests.builders import HELP, NOW, a_catalogue, a_path, a_reading
from tests.conversation.world import QUESTIONS, TOPICS, Chat, Forgetful
from tests.language.support import the_identifier, the_morphology

PATH = a_path(
    "mein-weg",
    start={
        "say": {"de": "Was magst du lieber?", "en": "What do you prefer?"},
        "choices": [
            {"label": {"de": "Draußen sein", "en": "Being outside"}, "to": "draussen"},
            {"label": {"de": "Tiere", "en": "Animals"}, "to": "imkerkurs"},
        ],
    },
    draussen={
        "say": {"de": "Dann schau dir Wind an.", "en": "Then look at wind."}, "about": ["windkurs"],
        "choices": [{"label": {"de": "Wer hilft?", "en": "Who helps?"}, "to": "ende"}],
    },
    ende={"say": {"de": "Ruf dort an.", "en": "Call there."}, "end": {"contact": "akademie"}},
)


@cache
def the_brain_with_a_path() -> Brain:
    """Return the small brain, and one path in it."""
    catalogue = replace(a_catalogue(*TOPICS, *QUESTIONS, PATH, crisis=HELP), version="with a path")
    return build_brain(catalogue, Tools(the_morphology(), the_identifier(), None, Forgetful()))


class Walk(Chat):
    """A chat with that brain."""

    def says_to(self, message: Message) -> str:
        """Take one turn; return all that is said."""
        turn = answer(the_brain_with_a_path(), message, self.context, self.now)
        self.context, self.last = turn.context, turn.reply
        return plain_text(turn.reply)

    def types(self, text: str) -> str:
        """Type a line."""
        return self.says_to(Message("c", text=text))

    def taps(self, data: str) -> str:
        """Tap a button."""
        return self.says_to(Message("c", choice=data))


def a_walk() -> Walk:
    """Return a chat that has begun the path."""
    walk = Walk(fresh("de", NOW))
    walk.types("zeig mir den weg")
    return walk


def labels(reply: Reply) -> list[str]:
    """Return what stands on the buttons."""
    return [choice.label for choice in reply.choices]


def test_a_path_is_found_by_its_examples() -> None:
    """Its first step is said, with its choices and a way off; there is nothing to go back to."""
    walk = a_walk()

    assert plain_text(walk.last) == "Was magst du lieber?"
    assert labels(walk.last) == ["Draußen sein", "Tiere", walk.says("path-stop")]
    assert walk.last.intent == "mein-weg"


def test_the_title_of_a_path_begins_it() -> None:
    """Also where it stands on no button, in any language, which it begins in, and without the examples' words."""
    for title, said in (("Mein Weg!", "Was magst du lieber?"), ("my way", "What do you prefer?")):
        walk = Walk(fresh("de", NOW))
        assert said in walk.types(title)
        assert walk.last.intent == "mein-weg"


def test_a_path_is_walked_by_taps_to_a_person() -> None:
    """The end names who helps; on the way the sentence carries its source."""
    walk = a_walk()

    assert "Wind" in walk.taps("p:mein-weg:draussen")
    assert isinstance(walk.last.blocks[-1], SourceNote)
    assert "0355 100" in walk.taps("p:mein-weg:ende")
    assert walk.context.path is None


@pytest.mark.parametrize("typed", ["draußen sein", "Draussen sein!", "1", "das erste", "being outside"])
def test_every_choice_can_be_typed(typed: str) -> None:
    """Its label in any language, its number."""
    assert "wind" in a_walk().types(typed).lower()


CLASSES = a_path(
    "klassen",
    start={
        "say": {"de": "In welcher Klasse bist du?", "en": "Which class are you in?"},
        "choices": [
            {"label": {"de": "10. Klasse", "en": "Year 10"}, "to": "zehn"},
            {"label": {"de": "12. oder 13. Klasse", "en": "Year 12 or 13"}, "to": "abi"},
            {"label": {"de": "Ich habe keinen Abschluss", "en": "I have no certificate"}, "to": "ohne"},
        ],
    },
    zehn="Zehn.", abi="Abi.", ohne="Ohne.",
)


@pytest.mark.parametrize(
    ("typed", "step"),
    [
        ("10", "zehn"), ("bin in der zehnten", "zehn"), ("10te", "zehn"), ("dreizehnte klasse", "abi"), ("hab kein abschluss", "ohne"),
        ("no certificate", "ohne"), ("klasse", None), ("abschluss", None), ("hast du einen abschluss", None), ("9", None),
    ],
)
def test_right_after_a_step_some_words_of_a_choice_are_enough(typed: str, step: str | None) -> None:
    """All that is told has to stand on one button alone, a "no" too; a question stays one."""
    walker, offered = Walker(a_catalogue(CLASSES)), tuple(f"p:klassen:{name}" for name in ("zehn", "abi", "ohne"))
    asked = replace(fresh("de", NOW), path="klassen", step="start", offered=offered)

    assert walker.labelled(a_reading(typed), asked) == (f"p:klassen:{step}" if step else None)
    assert walker.labelled(a_reading(typed), replace(asked, offered=())) is None


def test_back_and_stop_can_be_tapped_and_typed() -> None:
    """Back leads one step back; stop leaves the path for good."""
    walk = a_walk()
    for back in (Message("c", choice=BACK), Message("c", text="zurück")):
        walk.taps("p:mein-weg:draussen")
        assert walk.says_to(back) == "Was magst du lieber?"
    for stop in (Message("c", choice=STOP), Message("c", text="stopp")):
        walk.taps("p:mein-weg:draussen")
        assert walk.says_to(stop) == walk.says("path-left")
        assert walk.context.path is None


@pytest.mark.parametrize("typed", ["zurück", "back"])
def test_steering_where_there_is_no_path_leads_nowhere(typed: str) -> None:
    """It is no question either."""
    walk = Walk(fresh("de", NOW))

    assert walk.types(typed) == walk.says("declined")


def test_from_the_end_one_can_still_go_back() -> None:
    """Nobody is on the path any more, but its last choice may have been wrong."""
    walk = a_walk()
    walk.taps("p:mein-weg:draussen")
    walk.taps("p:mein-weg:ende")

    assert labels(walk.last) == [walk.says("path-back")]
    assert "Wind" in walk.taps(walk.last.choices[0].data)


def test_a_question_on_the_path_is_answered_and_the_step_offered_again() -> None:
    """By a button, and by the word for more."""
    walk = a_walk()
    walk.taps("p:mein-weg:draussen")

    assert "100 Euro" in walk.types("was kostet der windkurs")
    assert walk.last.choices[-1].label == walk.says("path-on", title="Mein Weg")
    assert "Wind" in walk.taps(walk.last.choices[-1].data)
    walk.types("was kostet der windkurs")
    assert "Wind" in walk.types("weiter")


def test_a_question_leans_on_what_the_step_speaks_of() -> None:
    """Nobody names the course again after the step has."""
    walk = a_walk()
    walk.taps("p:mein-weg:draussen")

    assert "100 Euro" in walk.types("und was kostet das")


def test_a_path_can_be_taken_up_on_another_day() -> None:
    """After a long break the talk is forgotten, the place on the path is not."""
    walk = a_walk()
    walk.taps("p:mein-weg:draussen")
    walk.waits(3_000)

    walk.types("danke")

    assert walk.last.choices[-1].data == "p:mein-weg:draussen"


def test_in_distress_there_is_no_path_to_go_on_with() -> None:
    """The numbers stand alone."""
    walk = a_walk()

    walk.types("mir ist alles zu viel")

    assert walk.last.intent == "crisis"
    assert not walk.last.choices


@pytest.mark.parametrize("data", ["p:mein-weg:weg", "p:anders:start", "p:", "p:mein-weg", BACK, STOP])
def test_a_button_that_leads_to_no_step_is_answered_kindly(data: str) -> None:
    """Old and forged ones, and steering where there is no path."""
    walk = Walk(fresh("de", NOW))

    assert walk.taps(data) == walk.says("old-button")


def test_steps_are_said_in_english_too() -> None:
    """The language of the talk decides."""
    walk = Walk(fresh("en", NOW))

    assert walk.taps("p:mein-weg:start") == "What do you prefer?"
    assert labels(walk.last) == ["Being outside", "Animals", walk.says("path-stop")]
