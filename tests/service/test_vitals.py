"""Ready or not: checks that fail, hang or break, and how long Telegram has been silent."""

from __future__ import annotations

import asyncio

import pytest

from bot.service.vitals import Check, Vitals
from tests.virtual import in_no_time


async def fine() -> bool:
    """Pass."""
    return True


async def not_fine() -> bool:
    """Do not pass."""
    return False


async def broken() -> bool:
    """Break."""
    raise ConnectionError


async def stuck() -> bool:
    """Take for ever."""
    await asyncio.Event().wait()
    return True


@pytest.mark.parametrize("check", [not_fine, broken, stuck])
def test_one_failing_check_is_enough(check: Check) -> None:
    """No, an error and no answer at all make the process not ready, and the page says which thing it is."""

    async def work() -> tuple[bool, dict[str, bool]]:
        vitals = Vitals({"knowledge": fine, "database": check})
        vitals.expect(None)
        health = await vitals.health()
        return health.is_ready, dict(health.checks)

    assert in_no_time(work()) == (False, {"knowledge": True, "database": False, "telegram": True})


def test_polling_that_stopped_is_noticed() -> None:
    """Before the first poll, and too long after the last one, the process is not ready."""
    clock = [0.0]

    async def ready(vitals: Vitals) -> tuple[bool, float | None]:
        health = await vitals.health()
        return health.is_ready, health.heard_ago

    async def work() -> list[tuple[bool, float | None]]:
        vitals = Vitals({}, lambda: clock[0])
        told = [await ready(vitals)]
        vitals.expect(90)
        told.append(await ready(vitals))
        vitals.heard()
        clock[0] = 89
        told.append(await ready(vitals))
        clock[0] = 91
        return [*told, await ready(vitals)]

    assert in_no_time(work()) == [(False, None), (False, None), (True, 89), (False, 91)]


def test_a_silent_webhook_is_no_trouble() -> None:
    """Nobody writes at night."""

    async def work() -> bool:
        vitals = Vitals({"knowledge": fine})
        vitals.expect(None)
        return (await vitals.health()).is_ready

    assert in_no_time(work())


def test_checks_are_not_run_for_every_visitor() -> None:
    """Whoever asks without end does not reach the database without end."""
    asked, clock = list[int](), [10.0]

    async def counted() -> bool:
        asked.append(1)
        return True

    async def work() -> None:
        vitals = Vitals({"database": counted}, lambda: clock[0])
        await asyncio.gather(*(vitals.health() for _ in range(50)))
        clock[0] += 3
        await vitals.health()

    in_no_time(work())

    assert len(asked) == 2
