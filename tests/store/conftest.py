"""The engines every store is tested on."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import pytest_asyncio

from bot.store.opening import open_store
from bot.store.parts import Store
from tests.postgres import Postgres
from tests.store.support import MovedClock

Open = Callable[[], Awaitable[Store]]


@pytest.fixture
def clock() -> MovedClock:
    """Give the clock by which leases are measured."""
    return MovedClock()


@pytest_asyncio.fixture(params=["sqlite", "postgres"])
async def url(request: pytest.FixtureRequest) -> str | None:
    """Return the address of an empty database on each engine; None is SQLite in the test's folder."""
    if request.param == "sqlite":
        return None
    server: Postgres = request.getfixturevalue("postgres")
    return await server.emptied_database()


@pytest_asyncio.fixture
async def another(url: str | None, tmp_path: Path, clock: MovedClock) -> AsyncIterator[Open]:
    """Return what opens the same database once more, as another process would."""
    async with AsyncExitStack() as opened:

        async def open_one() -> Store:
            return await opened.enter_async_context(open_store(url, tmp_path, clock))

        yield open_one


@pytest_asyncio.fixture
async def store(another: Open) -> Store:
    """Return an empty store."""
    return await another()
