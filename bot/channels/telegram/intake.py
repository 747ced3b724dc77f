"""Takes updates in: readable ones that are meant for us, cut down to what an answer needs, into the inbox."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import structlog
from pydantic import ValidationError

from bot.channels.telegram.incoming import Me, read
from bot.channels.telegram.inline import Inline
from bot.channels.telegram.wire import Update
from bot.service.metrics import Metrics
from bot.service.office import Office
from bot.service.ports import Clock
from bot.store import Arrival, StoreFailed


@dataclass(frozen=True, slots=True)
class News:
    """Who hears of what came in: ``wake`` of what is stored, ``inline`` of what nobody stores."""

    wake: Callable[[], None]
    inline: Inline


class Intake:
    """The one way in for updates, polled or delivered."""

    def __init__(self, me: Me, office: Office, clock: Clock, news: News, metrics: Metrics) -> None:
        """Store what is meant for *me*, and tell *news* what is new; count in *metrics*."""
        self._me = me
        self._office = office
        self._clock = clock
        self._wake, self._inline = news.wake, news.inline
        self._metrics = metrics
        self._log = structlog.get_logger()

    def sift(self, batch: Iterable[object]) -> list[Arrival]:
        """Return what of *batch* is to be stored; what cannot be read is counted and left out."""
        return [arrival for raw in batch if (arrival := self._arrival(raw))]

    async def store(self, arrivals: Sequence[Arrival]) -> bool:
        """Store *arrivals*, all or none, and tell whether that worked: only then they may be acknowledged."""
        if not arrivals:
            return True
        try:
            new = await self._office.store.inbox.put(arrivals, self._clock())
        except StoreFailed:
            self._office.health.store_failed("put")
            return False
        self._metrics.update("taken", new)
        self._metrics.update("repeated", len(arrivals) - new)
        self._wake()
        return True

    async def until_store_works(self) -> None:
        """Wait while the store is away."""
        await self._office.health.until_store_works()

    def _arrival(self, raw: object) -> Arrival | None:
        try:
            update = Update.model_validate(raw)
        except ValidationError:
            self._metrics.update("unreadable")
            self._log.warning("update_unreadable")
            return None
        if update.inline_query is not None:
            # Answered at once or never: by the time it came out of a store nobody would wait for it.
            self._inline.take(update.inline_query)
            return None
        incoming = read(update, self._me)
        if incoming is None:
            self._metrics.update("not-ours")
            return None
        return Arrival(update.update_id, incoming.message.chat, packed(update))


def packed(update: Update) -> str:
    """Return the parts of *update* we read, as JSON: no name, no photo, nothing else Telegram told us.

    By the standard library: pydantic's own writer refuses the odd half of a character.
    """
    return json.dumps(update.model_dump(by_alias=True, exclude_defaults=True))


def unpacked(body: str) -> Update:
    """Return what `packed` wrote."""
    return Update.model_validate(json.loads(body))
