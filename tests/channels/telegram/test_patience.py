"""Refusals told in our own words, and waiting for Telegram."""

from __future__ import annotations

import warnings
from itertools import islice

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.telegram.errors import BadToken
from bot.channels.telegram.patience import (
    asked_to_wait,
    hush_library,
    is_ambiguous,
    is_temporary,
    patiently,
    reason,
)
from bot.channels.telegram.requests import CutOff, NotSent, NotSentInTime, Unreadable
from bot.service.waiting import waits
from tests.channels.telegram.support import Pauses


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), "blocked"),
        (Forbidden("Forbidden: user is deactivated"), "blocked"),
        (BadRequest("Bad Request: chat not found"), "chat-not-found"),
        (BadRequest("Bad Request: message is not modified: same"), "not-modified"),
        (BadRequest("Bad Request: query is too old and so on"), "query-too-old"),
        (BadRequest("Bad Request: can't parse entities: geheim"), "refused"),
        (ChatMigrated(-100), "chat-migrated"),
        (TimedOut(), "timeout"),
        (NetworkError("Bad Gateway"), "network"),
        (NotSent("x"), "no-connection"),
        (NotSentInTime("x"), "no-connection"),
        (CutOff("x"), "cut-off"),
        (Unreadable("x"), "unreadable"),
        (BadRequest("Bad Request: message thread not found"), "thread-gone"),
        (BadRequest("Bad Request: CHAT_WRITE_FORBIDDEN"), "no-rights"),
        (Conflict("x"), "conflict"),
        (TelegramError("Invalid server response"), "network"),
    ],
)
def test_a_refusal_has_a_name(error: TelegramError, said: str) -> None:
    """What Telegram said is told by one of our words, never by its own."""
    assert reason(error) == said


def test_waits_grow_to_half_a_minute() -> None:
    """New tries come soon at first and never further apart than that."""
    assert list(islice(waits(), 7)) == [1, 2, 4, 8, 16, 30, 30]


def test_flood_limits_are_read_without_a_warning() -> None:
    """The library's talk about its own future does not reach people."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        hush_library()
        error = RetryAfter(5)

        assert asked_to_wait(error) == 5.0
        assert reason(error) == "too-many-requests"


@pytest.mark.asyncio
async def test_patience_ends_with_success() -> None:
    """A call that must succeed is made again until it does."""
    hush_library()
    left = [TimedOut(), NetworkError("x"), RetryAfter(9)]

    async def call() -> str:
        if left:
            raise left.pop(0)
        return "da"

    pauses = Pauses()

    assert await patiently("getMe", call, pauses) == "da"
    assert pauses.asked == [1.0, 2.0, 9.0]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("error", "raised"), [(InvalidToken("123:geheim"), BadToken), (BadRequest("Bad Request: no"), BadRequest)]
)
async def test_patience_ends_where_repeating_does_not_help(
    error: TelegramError, raised: type[Exception]
) -> None:
    """A wrong token and a refused request are told at once."""

    async def call() -> None:
        raise error

    with pytest.raises(raised) as caught:
        await patiently("getMe", call, Pauses())

    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize(
    ("error", "temporary", "ambiguous"),
    [
        (NotSent("x"), True, False),
        (NotSentInTime("x"), True, False),
        (NetworkError("Bad Gateway"), True, False),
        (ChatMigrated(-100), True, False),
        (TimedOut(), True, True),
        (CutOff("x"), True, True),
        (Unreadable("x"), True, True),
        (BadRequest("x"), False, False),
        (Forbidden("x"), False, False),
        (InvalidToken(), False, False),
    ],
    ids=repr,
)
def test_each_error_is_known_for_what_it_means(error: TelegramError, temporary: bool, ambiguous: bool) -> None:
    """Only what may go well later is tried again; only what may have been carried out is ambiguous."""
    assert (is_temporary(error), is_ambiguous(error)) == (temporary, ambiguous)
