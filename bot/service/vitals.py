"""How the process is: what a host or a person on call wants to know before sending traffic."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from time import monotonic

Check = Callable[[], Awaitable[bool]]
"""Tells whether one thing is well; may raise, which means no."""

CHECK_SECONDS = 2.0
FRESH_SECONDS = 2.0
"""An answer counts for so long: whoever asks without end does not reach the database without end."""


@dataclass(frozen=True, slots=True)
class Health:
    """Each thing that was checked, and the seconds since Telegram was last heard of (None: never)."""

    checks: Mapping[str, bool]
    heard_ago: float | None

    @property
    def is_ready(self) -> bool:
        """Whether all is well."""
        return all(self.checks.values())


class Vitals:
    """Runs the checks, and remembers when Telegram was last heard of."""

    def __init__(self, checks: Mapping[str, Check], now: Callable[[], float] = monotonic) -> None:
        """Know the named *checks*; *now* is a clock in seconds."""
        self._checks = dict(checks)
        self._now = now
        self._heard_at: float | None = None
        self._found: dict[str, bool] = {}
        self._found_at = -FRESH_SECONDS
        self._looking = asyncio.Lock()
        self._allowed_silence: float | None = None
        self._connected = False

    def expect(self, silence: float | None) -> None:
        """From now on Telegram is connected; it may keep silent for *silence* seconds, None for ever."""
        self._connected = True
        self._allowed_silence = silence

    def heard(self) -> None:
        """Telegram answered a poll or delivered an update."""
        self._heard_at = self._now()

    async def health(self) -> Health:
        """Return how things are."""
        async with self._looking:
            if self._now() - self._found_at >= FRESH_SECONDS:
                self._found = {name: await _passes(check) for name, check in self._checks.items()}
                self._found_at = self._now()
        ago = None if self._heard_at is None else self._now() - self._heard_at
        return Health({**self._found, "telegram": self._hears(ago)}, ago)

    def _hears(self, ago: float | None) -> bool:
        if not self._connected:
            return False
        return self._allowed_silence is None or (ago is not None and ago <= self._allowed_silence)


async def _passes(check: Check) -> bool:
    try:
        async with asyncio.timeout(CHECK_SECONDS):
            return await check()
    except Exception:  # noqa: BLE001 - whatever it is, the thing is not well
        return False
