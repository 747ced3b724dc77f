"""Opens the store that the settings name. Loads SQL: only the commands that need a database import this."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from bot.store.errors import NoRoom, NoStore, NothingWritten, StoreFailed
from bot.store.parts import Store
from bot.store.sql.chats import SqlChats
from bot.store.sql.engine import Engine, Step
from bot.store.sql.inbox import SqlInbox
from bot.store.sql.leases import Leases, wall_clock
from bot.store.sql.migrating import Migration, all_migrations, migrate
from bot.store.sql.questions import SqlQuestions
from bot.store.sql.reminders import SqlOutbox, SqlSubscriptions
from bot.store.sql.slots import SqlSlots
from bot.store.sql.sqlite import open_sqlite

try:
    from bot.store.sql.postgres import open_postgres
except ImportError:
    # The extra `postgres` is not installed.
    _POSTGRES: Callable[[str], Awaitable[Engine]] | None = None
else:
    _POSTGRES = open_postgres

FILE = "bot.sqlite3"
_NO_DRIVER = (
    "DATABASE_URL nennt eine PostgreSQL-Datenbank, aber der Treiber dafür fehlt. "
    "Installiere ihn mit: .venv/bin/uv sync --inexact --extra postgres"
)


@asynccontextmanager
async def open_store(
    url: str | None, folder: Path, clock: Callable[[], datetime] = wall_clock, *, alone: bool = False
) -> AsyncIterator[Store]:
    """Yield the store at *url*, else in *folder*, with its tables up to date; *clock* measures leases.

    With *alone* nobody else works with it: whatever is in somebody's hands was left by the dead.
    Raises `NoStore` and `StoreTooNew`.
    """
    async with _opened(url, folder) as engine:
        await _prepared(engine)
        if alone:
            await _free_all(engine)
        leases, chats = Leases(clock), SqlChats(engine)
        reminders = SqlSubscriptions(engine), SqlOutbox(engine, leases)
        more = SqlSlots(engine, clock), SqlQuestions(engine)
        yield Store(SqlInbox(engine, leases), chats, chats, chats, *reminders, *more)


async def _free_all(engine: Engine) -> None:
    try:
        await engine.together([Step("free_all_updates", {}), Step("free_all_notes", {})])
    except StoreFailed as error:
        raise NothingWritten(error) from None


@asynccontextmanager
async def look_into_store(url: str | None, folder: Path) -> AsyncIterator[Store | None]:
    """Yield what `open_store` does; None where there is no store yet: whoever only looks leaves nothing behind."""
    if url is None and not (folder / FILE).exists():
        yield None
    else:
        async with open_store(url, folder) as store:
            yield store


async def migrate_store(url: str | None, folder: Path) -> tuple[Migration, ...]:
    """Bring the tables up to date and return what had to be done. Raises `NoStore` and `StoreTooNew`."""
    async with _opened(url, folder) as engine:
        return await _prepared(engine)


async def _prepared(engine: Engine) -> tuple[Migration, ...]:
    try:
        return await migrate(engine, all_migrations())
    except NoRoom as error:
        raise NothingWritten(error) from None
    except StoreFailed as error:
        raise NoStore(
            f"Die Tabellen der Datenbank lassen sich nicht anlegen ({type(error.__cause__).__name__}). "
            "Prüfe, ob der Bot in ihr Tabellen anlegen darf und ob auf der Platte Platz ist."
        ) from None


@asynccontextmanager
async def _opened(url: str | None, folder: Path) -> AsyncIterator[Engine]:
    engine = await (_connect(url) if url else open_sqlite(folder / FILE))
    try:
        yield engine
    finally:
        await engine.close()


async def _connect(url: str) -> Engine:
    if _POSTGRES is None:
        raise NoStore(_NO_DRIVER)
    return await _POSTGRES(url)
