"""Every button can be typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.conversation.turn import Decided, Turn, answer, as_tapped, finish
from bot.dialogue.decisions import Decision
from bot.language.labels import label_key
from bot.model.context import Context, ListView, fresh
from bot.model.kept import Copy
from bot.model.links import StartLink
from bot.model.message import Command, Message
from bot.model.moves import (
    AnswerIntent,
    AskToForget,
    AskWhich,
    MakeWish,
    Move,
    NotKnown,
    OfferChoices,
    ShowKept,
    ShowLink,
    ShowWishes,
    TakeStep,
    WhichLink,
)
from bot.model.wishes import Wish
from tests.builders import NOW
from tests.conversation.test_paths import the_brain_with_a_path

MEMBERS = "handwerkerbund"
SAID: tuple[Move, ...] = (
    AnswerIntent("dates", "windkurs"),
    AnswerIntent("members", MEMBERS, view=ListView("members")),
    AnswerIntent("members", MEMBERS, view=ListView("members", shown=6)),
    AnswerIntent("language"),
    OfferChoices((("cost", "windkurs"), ("dates", "windkurs"))),
    AskWhich("dates", ("windkurs", "imkerkurs")),
    NotKnown(),
    TakeStep("mein-weg", "start"),
    TakeStep("mein-weg", "draussen"),
    MakeWish("windkurs"),
    ShowWishes((Wish("windkurs"), Wish("imkerkurs"))),
    ShowKept(Copy("1", NOW)),
    AskToForget(),
    ShowLink(StartLink("windkurs")),
    WhichLink((StartLink("windkurs"), StartLink("imkerkurs"))),
)
KINDS = set("q p page none lang back stop wish lead end forget keep start link".split())
"""How the data of buttons begins, see `bot.model.choices`."""


def said(move: Move) -> Turn:
    """Return the turn that says *move*, on a path where the move has nothing to do with one."""
    brain, begun = the_brain_with_a_path(), replace(fresh("de", NOW), path="mein-weg", step="draussen")
    decision = brain.policy._decided.with_context(move, begun)
    return finish(brain, Decided(Decision(move, decision.context), begun), NOW)


def then(context: Context, **message: str) -> str:
    """Return what is said to a tap or a typed line, with all its buttons."""
    return str(answer(the_brain_with_a_path(), Message("c", **message), context, NOW).reply.blocks)  # type: ignore[arg-type]


@pytest.mark.parametrize("move", SAID, ids=repr)
def test_typing_the_label_of_a_button_is_tapping_it(move: Move) -> None:
    """Whatever button it is, in whatever case; the one that goes on with a path beside its questions, too."""
    turn = said(move)
    for choice in turn.reply.choices:
        assert then(turn.context, text=choice.label.upper()) == then(turn.context, choice=choice.data), choice


def test_no_kind_of_button_is_left_out() -> None:
    """The replies above show all there are."""
    assert {choice.data.partition(":")[0] for move in SAID for choice in said(move).reply.choices} == KINDS


def test_case_punctuation_and_emoji_do_not_matter_and_what_is_no_label_is_read() -> None:
    """Neither nothing nor something else is a tap, nor are words behind a command."""
    offering = replace(fresh("de", NOW), offered=("q:cost:windkurs", "more"), labels=(label_key("Was kostet das?"), label_key("🔔")))

    def tap(text: str, command: Command | None = None) -> str | None:
        return as_tapped(Message("c", text=text, command=command), offering).choice

    assert [tap(text) for text in ("  was KOSTET das!! ", "🔔 was kostet das", "was kostet", "...", "🔔", "")] == [*["q:cost:windkurs"] * 2, *[None] * 4]
    assert tap("was kostet das", "link") is None
