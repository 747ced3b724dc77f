"""When Telegram is away or asks us to wait: how long, how often, and what ends it."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import TypeVar

import structlog
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.warnings import PTBDeprecationWarning, PTBUserWarning

from bot.channels.telegram.errors import BadToken
from bot.channels.telegram.requests import CutOff, NotSent, NotSentInTime, Unreadable
from bot.service.ports import Pause
from bot.service.waiting import waits

T = TypeVar("T")

REPEATS: Mapping[type[TelegramError], int] = MappingProxyType({TimedOut: 1, CutOff: 4, Unreadable: 4})
"""How often a call of unknown fate is repeated. A time-out has had its long patience before."""
_SAID: tuple[tuple[str, str], ...] = (
    ("chat not found", "chat-not-found"),
    ("message is not modified", "not-modified"),
    ("query is too old", "query-too-old"),
    ("message to be replied not found", "quoted-gone"),
    ("message thread not found", "thread-gone"),
    ("not enough rights", "no-rights"),
    ("have no rights", "no-rights"),
    ("chat_write_forbidden", "no-rights"),
    ("topic_closed", "no-rights"),
)
_KINDS: tuple[tuple[type[TelegramError], str], ...] = (
    (NotSent, "no-connection"),
    (NotSentInTime, "no-connection"),
    (CutOff, "cut-off"),
    (Unreadable, "unreadable"),
    (Forbidden, "blocked"),
    (BadRequest, "refused"),
    (ChatMigrated, "chat-migrated"),
    (RetryAfter, "too-many-requests"),
    (TimedOut, "timeout"),
    (Conflict, "conflict"),
)


def reason(error: TelegramError) -> str:
    """Name what happened in one of our own words: Telegram's wording can quote texts and ids."""
    if isinstance(error, BadRequest):
        said = error.message.lower()
        return next((ours for theirs, ours in _SAID if theirs in said), "refused")
    return next((ours for kind, ours in _KINDS if isinstance(error, kind)), "network")


class Tries:
    """How long one call is persisted with.

    A call that was not carried out is made again until the patience is used up. Where nobody knows
    whether it was, repeating it can double a message and leaving it can lose one: rather twice than
    never, but not more often than `REPEATS` says.
    """

    def __init__(self, patience: float) -> None:
        """Wait *patience* seconds in all."""
        self._left = patience
        self._waits = waits()
        self._unknown: Counter[type[TelegramError]] = Counter()

    def next_wait(self, error: TelegramError) -> float | None:
        """Return the seconds to wait before the next try; None where there should be none."""
        if not is_temporary(error):
            return None
        if is_ambiguous(error):
            self._unknown[type(error)] += 1
            if self._unknown[type(error)] > REPEATS[type(error)]:
                return None
        seconds = asked_to_wait(error) if isinstance(error, RetryAfter) else next(self._waits)
        self._left -= seconds
        return seconds if self._left >= 0 else None


def is_temporary(error: TelegramError) -> bool:
    """Tell whether the same call may go well later: our side, the line, or Telegram was in trouble."""
    if isinstance(error, BadRequest):
        return False
    return isinstance(error, NetworkError | RetryAfter | ChatMigrated | Unreadable)


def is_ambiguous(error: TelegramError) -> bool:
    """Tell whether nobody knows if the call was carried out."""
    return type(error) in REPEATS


def hush_library() -> None:
    """Silence two warnings of the library that are about how we use it on purpose."""
    # Raw calls on purpose: its own fail on a reply or an update that they cannot parse.
    warnings.filterwarnings("ignore", r"Please use 'Bot\.", PTBUserWarning)
    # Seconds become a timedelta one day; `asked_to_wait` reads both.
    warnings.filterwarnings("ignore", r".*attribute `retry_after`", PTBDeprecationWarning)


def asked_to_wait(error: RetryAfter) -> float:
    """Return for how many seconds Telegram wants to hear nothing."""
    given = error.retry_after
    return given.total_seconds() if isinstance(given, timedelta) else float(given)


async def patiently(what: str, call: Callable[[], Awaitable[T]], pause: Pause) -> T:
    """Make a call that must succeed before we can go on, as often as it takes.

    Raises `BadToken` when Telegram does not know us, BadRequest when repeating would not help.
    """
    log = structlog.get_logger()
    for wait in waits():
        try:
            return await call()
        except (InvalidToken, EndPointNotFound, Forbidden):
            # Cut off from its cause: the library's message carries the token.
            raise BadToken from None
        except BadRequest:
            raise
        except TelegramError as error:
            seconds = asked_to_wait(error) if isinstance(error, RetryAfter) else wait
            log.warning("telegram_not_ready", call=what, reason=reason(error), retry_in=seconds)
            await pause(seconds)
    raise AssertionError("waits never end")
