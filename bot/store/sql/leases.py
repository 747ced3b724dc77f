"""Who has something in hand, and until when: every process is an owner with a name of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from secrets import token_hex

from bot.store.sql.engine import Value, stamp

LEASE = timedelta(seconds=10)
"""How long something stays in the hands of a process that says nothing."""


def wall_clock() -> datetime:
    """Return the real moment: a pretended day must not make anybody late."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Leases:
    """One process as an owner; *clock* is the real one outside of tests."""

    clock: Callable[[], datetime] = wall_clock
    owner: str = field(default_factory=lambda: token_hex(8))

    def mine(self) -> dict[str, Value]:
        """Return the values of a lease that begins now."""
        return {"owner": self.owner, "leased_until": stamp(self.clock() + LEASE)}

    def overdue(self) -> dict[str, Value]:
        """Return between which moments a lease must end to be valid: one that ends too late is from a wrong clock."""
        now = self.clock()
        return {"now": stamp(now), "latest": stamp(now + 2 * LEASE)}
