"""Fetches updates: a small loop over raw JSON, so that one odd update cannot stop the others."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import NoReturn, cast

import structlog
from telegram import Bot
from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.errors import BadToken, PollConflict, WebhookIsSet
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.patience import asked_to_wait, reason
from bot.channels.telegram.wire import ALLOWED_UPDATES
from bot.service.ports import Pause
from bot.service.vitals import Vitals
from bot.service.waiting import waits

LONG_POLL = 25
"""Seconds Telegram holds an empty answer back."""
SLACK = 10
FAREWELL = 2
CONFLICT_PATIENCE = 30.0
"""Seconds another poller is put up with: a process being replaced takes a moment to leave."""


class Poller:
    """Asks for updates, hands them on, and raises the offset once they are stored."""

    def __init__(self, bot: Bot, intake: Intake, pause: Pause, vitals: Vitals) -> None:
        """Fetch through *bot*; *vitals* hears of each poll that went well."""
        self._bot = bot
        self._intake = intake
        self._pause = pause
        self._vitals = vitals
        self._offset: int | None = None
        self._waits = waits()
        self._in_conflict = 0.0
        self._log = structlog.get_logger()

    async def run(self) -> NoReturn:
        """Poll until cancelled.

        Raises `WebhookIsSet`, `BadToken`, or `PollConflict` when another process keeps polling.
        """
        # The first answers at once: whether we hear Telegram is not to be known only after the first silence.
        hold = 0
        while True:
            began = monotonic()
            try:
                batch = await self._fetch(hold, limit=100, slack=SLACK)
            except TelegramError as error:
                await self._recover(error, monotonic() - began)
            else:
                self._vitals.heard()
                await self._take(batch)
                hold = LONG_POLL

    async def confirm(self) -> None:
        """Tell Telegram what has been taken, so that it is not delivered again to the next start."""
        if self._offset is None:
            return
        try:
            await self._fetch(0, limit=1, slack=FAREWELL)
        except TelegramError as error:
            self._log.warning("telegram_call_failed", call="getUpdates", reason=reason(error))

    async def _fetch(self, hold: int, limit: int, slack: int) -> list[object]:
        asked = {"timeout": hold, "limit": limit, "allowed_updates": list(ALLOWED_UPDATES)}
        if self._offset is not None:
            asked["offset"] = self._offset
        raw: object = await self._bot.do_api_request(
            "getUpdates", asked, read_timeout=hold + slack, connect_timeout=slack
        )
        return cast("list[object]", raw) if isinstance(raw, list) else []

    async def _take(self, batch: list[object]) -> None:
        await self._store(batch)
        if numbers := list(_numbers(batch)):
            self._offset = max(numbers) + 1
        if batch and not numbers:
            # Nothing to confirm: asking again at once would bring the same, as fast as the line allows.
            await self._pause(next(self._waits))
        else:
            self._waits, self._in_conflict = waits(), 0.0

    async def _store(self, batch: list[object]) -> None:
        """Store as often as it takes: only what is stored may be acknowledged, and until then nothing more is asked."""
        arrivals = self._intake.sift(batch)
        while not await self._intake.store(arrivals):
            await self._intake.until_store_works()

    async def _recover(self, error: TelegramError, took: float) -> None:
        if isinstance(error, (InvalidToken, EndPointNotFound)):
            raise BadToken from None
        if isinstance(error, Conflict) and "webhook" in error.message.lower():
            raise WebhookIsSet from None
        seconds = asked_to_wait(error) if isinstance(error, RetryAfter) else next(self._waits)
        if isinstance(error, Conflict):
            # Telegram may hold a poll for long before it cuts it off; what was held before the first conflict was no conflict.
            self._in_conflict += took if self._in_conflict else 0.0
            if self._in_conflict >= CONFLICT_PATIENCE:
                raise PollConflict from None
            seconds = min(seconds, CONFLICT_PATIENCE - self._in_conflict)
            self._in_conflict += seconds
        self._log.warning("poll_failed", reason=reason(error), retry_in=seconds)
        await self._pause(seconds)


def _numbers(batch: list[object]) -> Iterator[int]:
    for raw in batch:
        number = raw.get("update_id") if isinstance(raw, dict) else None
        if isinstance(number, int):
            yield number
