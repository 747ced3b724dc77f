"""What taps on the bell, and sentences like it, lead to."""

from __future__ import annotations

import pytest

from bot.dialogue.policy import Policy
from bot.model.moves import AnswerIntent, AskToForget, EndWishes, MakeWish, Move, Remark, ShowKept, ShowWishes
from tests.builders import a_catalogue, a_context, a_mention, a_reading, an_intent, showing
from tests.dialogue.world import QUESTIONS, TOPICS

WISHING = (
    showing("notify-me", "wish", needs=("offer", "event")),
    an_intent("stop-reminding", needs=("offer", "event"), answer={"show": ["wish"]}, without_topic="my-reminders"),
    an_intent("my-reminders", answer={"text": "Nichts."}),
)
POLICY = Policy(a_catalogue(*TOPICS, *QUESTIONS, *WISHING))


@pytest.mark.parametrize(
    ("data", "move"),
    [
        ("wish:alter-kurs", MakeWish("windkurs", ("week", "day"))),
        ("lead:week:windkurs", MakeWish("windkurs", ("week",))),
        ("lead:day:windkurs", MakeWish("windkurs", ("day",))),
        ("end:windkurs", EndWishes("windkurs")),
        ("end:", EndWishes()),
        ("q:notify-me:windkurs", MakeWish("windkurs")),
        ("q:stop-reminding:windkurs", EndWishes("windkurs")),
        ("q:my-reminders", ShowWishes()),
        ("wish:weg", Remark("old-button")),
        ("wish:firma", Remark("old-button")),
        ("end:weg", Remark("old-button")),
        ("lead:year:windkurs", Remark("old-button")),
        ("lead:week", Remark("old-button")),
    ],
)
def test_one_tap_is_enough(data: str, move: Move) -> None:
    """To begin, to choose, to end, to see; stale and forged taps are answered kindly."""
    assert POLICY.on_choice(data, a_context()).move == move


@pytest.mark.parametrize(("intent", "move"), [("my-data", ShowKept()), ("forget-me", AskToForget())])
def test_what_is_kept_is_shown_and_deleted_by_words_too(intent: str, move: Move) -> None:
    """As by the command: nothing is deleted that was not asked for twice."""
    policy = Policy(a_catalogue(*TOPICS, *QUESTIONS, an_intent(intent, kind="small_talk", answer={"text": "So geht das."})))

    assert policy.on_reading(a_reading(intent=intent), a_context()).move == move
    assert policy.on_choice(f"q:{intent}", a_context()).move == move


def test_the_talk_is_about_what_was_wished() -> None:
    """"And where is it?" goes on from there."""
    assert POLICY.on_choice("wish:windkurs", a_context("messe")).context.topics[0] == "windkurs"


@pytest.mark.parametrize(
    ("intent", "confidence", "move"),
    [
        ("notify-me", 0.9, MakeWish("windkurs")),
        ("notify-me", 0.45, AnswerIntent("notify-me", "windkurs", confidence=0.45)),
        ("stop-reminding", 0.9, EndWishes("windkurs")),
        ("stop-reminding", 0.55, ShowWishes()),
        ("my-reminders", 0.9, ShowWishes()),
    ],
)
def test_a_sentence_does_what_the_button_does_where_it_is_sure(intent: str, confidence: float, move: Move) -> None:
    """Else it asks first: nobody gets messages for a misunderstanding."""
    reading = a_reading("sag mir mal bescheid windkurs", a_mention("topic", "windkurs"), intent=intent, confidence=confidence)

    assert POLICY.on_reading(reading, a_context()).move == move


def test_nobody_ends_reminders_who_may_ask_something_else() -> None:
    """"Brauche Hilfe beim Bewerbung schreiben" is like "hör auf mir zu schreiben"."""
    reading = a_reading(
        "ich brauche windkurs noch schreiben", a_mention("topic", "windkurs"), intent="stop-reminding", confidence=0.42, also=(("cost", 0.4),)
    )

    assert POLICY.on_reading(reading, a_context()).move == AnswerIntent("cost", "windkurs", confidence=0.4)


def test_yes_takes_up_the_bell() -> None:
    """After "shall I let you know?"; elsewhere yes means the next question."""
    asked = a_context("windkurs", intent="notify-me", offered=("wish:windkurs", "q:dates:windkurs"))
    elsewhere = a_context("windkurs", intent="dates", offered=("wish:windkurs", "q:place:windkurs"))

    assert POLICY.on_reading(a_reading("ja", control="yes"), asked).move == MakeWish("windkurs")
    assert POLICY.on_reading(a_reading("ja", control="yes"), elsewhere).move == AnswerIntent("place", "windkurs")


@pytest.mark.parametrize(("text", "confidence", "wished"), [
    ("ist schon ein neuer windkurs bekannt", 0.65, False), ("schreib mir beim windkurs", 0.65, True), ("bescheid windkurs", 0.9, True),
])
def test_who_asks_for_a_date_and_not_to_be_told_gets_no_messages(text: str, confidence: float, *, wished: bool) -> None:
    """A wish says for whom, or is sure."""
    reading = a_reading(text, a_mention("topic", "windkurs"), intent="notify-me", confidence=confidence, also=(("dates", 0.2),))

    assert isinstance(POLICY.on_reading(reading, a_context()).move, MakeWish) is wished


@pytest.mark.parametrize(("text", "asked", "move"), [
    ("erinnere mich dran", (("my-reminders", 0.3), ("notify-me", 0.3), ("stop-reminding", 0.2)), MakeWish("windkurs")),
    ("erinnere mich nicht", (("my-reminders", 0.3), ("notify-me", 0.3), ("stop-reminding", 0.2)), None),
    ("woran erinnert man mich wann", (("my-reminders", 0.3), ("notify-me", 0.3), ("stop-reminding", 0.2)), None),
    ("erinnere mich dran", (("my-reminders", 0.5), ("notify-me", 0.2)), None),
    ("erinnere mich dran", (("notify-me", 0.3), ("my-reminders", 0.2)), None),
])
def test_what_is_surely_about_wishes_is_one_where_something_is_to_be_done_for_me(
    text: str, asked: tuple[tuple[str, float], ...], move: Move | None
) -> None:
    """All that is about them counts together; a no, a question, another that is likelier, and what is not sure, make none."""
    made = POLICY.on_reading(a_reading(text, also=asked), a_context("windkurs", intent="dates")).move

    assert made == move if move else not isinstance(made, MakeWish)
