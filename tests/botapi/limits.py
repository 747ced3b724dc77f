"""Telegram's limits on messages, as strictly as one may fear them."""

from __future__ import annotations

import math
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.botapi.refusal import flood


@dataclass(frozen=True, slots=True)
class Limit:
    """At most *messages* in any stretch of *seconds*."""

    messages: int
    seconds: float


OVERALL = Limit(30, 1.0)
CHAT = (Limit(4, 2.0), Limit(63, 60.0))
GROUP = (*CHAT, Limit(20, 60.0))


class Limits:
    """Refuses what comes too fast; off until switched on. What was refused does not count."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Look at the clock *now*, in seconds."""
        self.on = False
        self._now = now
        self._sent: defaultdict[int | None, deque[float]] = defaultdict(lambda: deque(maxlen=100))

    def count(self, chat: int) -> None:
        """Count a message to *chat*; raises `Refused` (429) where it comes too soon."""
        if not self.on:
            return
        now = self._now()
        wait = max((self._wait(key, limit, now) for key, limit in _held_against(chat)), default=0.0)
        if wait > 0:
            raise flood(math.ceil(round(wait, 6)))
        self._sent[None].append(now)
        self._sent[chat].append(now)

    def _wait(self, key: int | None, limit: Limit, now: float) -> float:
        sent = self._sent[key]
        return sent[-limit.messages] + limit.seconds - now if len(sent) >= limit.messages else 0.0


def _held_against(chat: int) -> Iterator[tuple[int | None, Limit]]:
    yield None, OVERALL
    yield from ((chat, limit) for limit in (GROUP if chat < 0 else CHAT))
