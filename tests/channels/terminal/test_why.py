"""The reasons of a turn, in plain German."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import get_args

import pytest

from bot.channels.terminal import explain
from bot.conversation.brain import Brain
from bot.conversation.turn import Turn, answer
from bot.model.context import fresh
from bot.model.message import Message
from bot.model.reading import Command, Control, Mention, Reading
from bot.model.reply import Reply

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def reasons(brain: Brain, text: str) -> list[str]:
    """Return the lines about the answer to *text*."""
    turn = answer(brain, Message("a", text=text), fresh("de", NOW), NOW)
    return explain(turn, brain, text, NOW).splitlines()


def of_reading(brain: Brain, reading: Reading) -> str:
    """Return the lines about a reading."""
    return explain(Turn(Reply(()), fresh("de", NOW), reading), brain, reading.text, NOW)


def test_labels_stand_in_one_column(small_brain: Brain) -> None:
    """What belongs together is found at a glance."""
    lines = reasons(small_brain, "wann startet der schweißkurs")
    column = lines[0].index("wann")

    assert all(line[column] != " " and line[column - 1] == " " for line in lines)


def test_the_decision_and_its_confidence_are_told(small_brain: Brain) -> None:
    """Question, example and verdict, and what was answered in the end."""
    shown = "\n".join(reasons(small_brain, "wann startet der schweißkurs"))

    assert "«Wann?» (dates), Sicherheit" in shown
    assert "ähnlichstes Beispiel «wann startet {topic}" in shown
    assert "sicher genug zum Antworten" in shown
    assert "Geantwortet:" in shown


@pytest.mark.parametrize("control", get_args(Control))
def test_every_steering_word_has_a_name(small_brain: Brain, control: Control) -> None:
    """Staff read what the word was taken for."""
    assert "Steuerwort:" in of_reading(small_brain, Reading("hm", (("hm", "hm"),), command=Command(control)))


def test_a_day_that_does_not_exist_is_told_as_that(small_brain: Brain) -> None:
    """Staff see why no time was read."""
    odd = Mention("period", ("period",), 0, 2, 1.0)
    shown = of_reading(small_brain, Reading("31. februar", (("31", "31"), ("februar", "februar")), mentions=(odd,)))

    assert "«31 februar»: kein Tag im Kalender" in shown


def test_a_period_is_told_with_its_days(small_brain: Brain) -> None:
    """Half-open: the second day no longer belongs to it."""
    march = Mention("period", (), 0, 2, 1.0, (date(2027, 3, 1), date(2027, 4, 1)))
    shown = of_reading(small_brain, Reading("im märz", (("im", "im"), ("märz", "maerz")), mentions=(march,)))

    assert "Zeitraum «im maerz»: 2027-03-01 bis vor 2027-04-01" in shown
    assert "Verbessert" not in shown


def test_names_nobody_knows_and_steering_words_are_told(small_brain: Brain) -> None:
    """A place elsewhere has no entry; an ordinal is a number."""
    elsewhere = Mention("elsewhere", (), 0, 1, 1.0)
    reading = Reading("stuttgart", (("Stuttgart", "stuttgart"),), mentions=(elsewhere,), unread=("Bosch",))
    shown = of_reading(small_brain, replace(reading, command=Command("ordinal", 2)))

    assert "Ort außerhalb der Lausitz «stuttgart»\n" in shown
    assert "Unbekannt:   Bosch" in shown
    assert "Steuerwort:  eine Nummer" in shown


def test_nothing_readable_is_told_as_nothing(small_brain: Brain) -> None:
    """Only an emoji was sent."""
    assert "Gelesen:     nichts" in of_reading(small_brain, Reading("🙂"))


def test_both_views_say_how_near_the_example_is(small_brain: Brain) -> None:
    """Staff see whether the words or the meaning found it; without an encoder there are the words alone."""
    asked = "wann startet schweißkurs"
    (question,) = [line for line in reasons(small_brain, asked) if line.startswith("Frage:")]
    shares = small_brain.reader.nearest(small_brain.reader.read(asked, NOW.date(), "de"), "dates", NOW.date()).alike

    assert shares[0] == pytest.approx(1.0, abs=0.01)
    assert "nach Wörtern 100%" in question
    assert ("nach Sinn" in question) == (len(shares) == 2)


def test_the_words_an_answer_hung_on_are_told(small_brain: Brain) -> None:
    """Without the course there is none, without the verb it is another question; a word that says nothing is not named."""
    told = [line for line in reasons(small_brain, "was kostet der schweißkurs") if line.startswith("Entschieden:")]

    assert any("«schweißkurs», ohne das Wort wäre es «Kosten?» (cost), ohne Eintrag" in line for line in told)
    assert any("«kostet», ohne das Wort wäre es «" in line and "(cost)" not in line for line in told)
    assert not any("«der»" in line for line in told)


def test_what_would_change_the_answer_is_told(small_brain: Brain) -> None:
    """Where it was answered, the file of the runner-up; else that of the likeliest question; and how to see the rest."""
    answered = "\n".join(reasons(small_brain, "was kostet der schweißkurs"))
    unknown = "\n".join(reasons(small_brain, "wer wird meister"))

    assert "Gehört der Satz woanders hin? Dann als Beispiel in die richtige Datei unter intents, zum Beispiel " in answered
    assert "Meint der Satz eine Frage, die es gibt? Dann als Beispiel in ihre Datei, vielleicht intents/" in unknown
    assert "also_called oder questions" in unknown
    assert unknown.endswith("python -m bot diff HEAD")


def test_distress_names_the_rule_it_was_found_by(small_brain: Brain) -> None:
    """Whoever edits crisis.yaml sees which line it was."""
    told = reasons(small_brain, "ich will nicht mehr leben")

    assert told == ["Gelesen:     eine Notlage (despair), wegen «ich will nicht mehr leben» in crisis.yaml", "Geantwortet: die Hilfe mit ihren Nummern"]


def test_a_word_read_as_two_is_one_line(small_brain: Brain) -> None:
    """What belongs together is not torn apart."""
    reading = Reading("gehts", (("gehts", "geht"), ("gehts", "es")))

    assert "gehts → geht es" in of_reading(small_brain, reading)
