"""What is remembered of a chat, and for how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.model.context import after_break, fresh
from tests.builders import NOW, a_context


@pytest.mark.parametrize(("minutes", "idle"), [(0, False), (30, False), (30.5, True), (24 * 60, True)])
def test_a_talk_ends_after_thirty_idle_minutes(minutes: float, idle: bool) -> None:
    """Half an hour of silence is still a talk, more is not."""
    assert a_context().is_idle(NOW + timedelta(minutes=minutes)) is idle


def test_after_a_break_only_the_language_is_left() -> None:
    """Neither topics nor offers nor a crisis outlive the talk."""
    talk = replace(a_context("kurs", intent="dates", misses=2), language="en", language_fixed=True, crisis=True)
    later = NOW + timedelta(minutes=31)

    assert after_break(talk, later) == replace(fresh("en", later), language_fixed=True)


def test_without_a_break_nothing_is_lost() -> None:
    """The context is the same a minute later."""
    talk = a_context("kurs", intent="dates")

    assert after_break(talk, NOW + timedelta(minutes=1)) == talk


def test_the_latest_topic_stands_first_and_once() -> None:
    """Coming back to a topic moves it to the front."""
    talk = a_context("kurs", "messe").with_topics("messe", "netz")

    assert talk.topics == ("messe", "netz", "kurs")


def test_old_topics_are_forgotten() -> None:
    """Only the last few topics are kept."""
    talk = a_context()
    for number in range(20):
        talk = talk.with_topics(f"kurs-{number}")

    assert len(talk.topics) == 6
    assert talk.topics[0] == "kurs-19"


def test_a_talk_has_begun_once_something_can_be_gone_on_with() -> None:
    """A topic, what was asked, or what was listed; the settings that outlive a break are no talk."""
    later = NOW + timedelta(minutes=31)

    assert not fresh("de", NOW).has_begun
    assert not after_break(replace(a_context("kurs"), path="weg", step="eins"), later).has_begun
    assert all(each.has_begun for each in (a_context("kurs"), a_context(intent="dates"), a_context(listed=("kurs",))))
