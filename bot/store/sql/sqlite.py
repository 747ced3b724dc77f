"""SQLite: one file, one connection, write-ahead log."""

from __future__ import annotations

import asyncio
import errno
import os
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

import aiosqlite

from bot.store.errors import NoRoom, NoStore, NothingWritten, StoreFailed, Taken
from bot.store.sql.engine import QueryRunner, Row, SchemaSession, Step, Value, load_queries

T = TypeVar("T")

_NO_DATABASE = ("SQLITE_NOTADB", "SQLITE_CORRUPT")
_ROWS_AT_ONCE = 64
_PRAGMAS = (
    # First of all: setting the others, too, may have to wait for another process.
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    # Safe against a killed process; at a power cut the last moments may be asked of Telegram again.
    "PRAGMA synchronous = NORMAL",
    # What was deleted is overwritten: no text lives on in a free page.
    "PRAGMA secure_delete = ON",
)
_PRIMARY = 0xFF
"""The bits of an extended result code that say what it is a kind of."""
_NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
"""A quota shows as the second."""
_FULL = (errno.ENOSPC, errno.EDQUOT)
_PAUSES = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
"""Seconds."""


class _Adapter:
    """Lets aiosql run each statement in one visit to the connection's thread."""

    is_aio_driver = True

    def process_sql(self, _name: str, _operation: object, sql: str) -> str:
        return sql

    async def select(
        self, connection: aiosqlite.Connection, _name: str, sql: str, values: Mapping[str, Value], _record: object
    ) -> AsyncIterator[Row]:
        for row in await connection.execute_fetchall(sql, dict(values)):
            yield tuple(row)

    async def insert_update_delete(
        self, connection: aiosqlite.Connection, _name: str, sql: str, values: Mapping[str, Value]
    ) -> None:
        await connection.execute_fetchall(sql, dict(values))

    async def execute_script(self, connection: aiosqlite.Connection, statement: str) -> None:
        await connection.execute_fetchall(statement)


@contextmanager
def _told_as_ours() -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise Taken from error
    except (sqlite3.Error, ValueError, OverflowError) as error:  # aiosqlite raises ValueError once it is closed
        failed = NoRoom if _is_for_room(error) else StoreFailed
        raise failed(getattr(error, "sqlite_errorname", type(error).__name__)) from error


def _is_for_room(error: Exception) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY in _NO_ROOM


Work = Callable[[sqlite3.Connection], T]


class _Connection(aiosqlite.Connection):
    """Lets several statements share a visit to its thread: going there and back costs more than most of them."""

    async def visit(self, work: Work[T]) -> T:
        """Return what *work* does with the connection, there."""
        done: T = await self._execute(work, self._conn)  # type: ignore[no-untyped-call]
        return done


class SqliteEngine:
    """A database file. Statements of different tasks take turns: a connection has one transaction at a time."""

    def __init__(self, connection: _Connection) -> None:
        self._connection = connection
        self._queries = load_queries(_Adapter)
        self._session = QueryRunner(self._queries, connection)
        self._turn = asyncio.Lock()

    async def rows(self, query: str, **values: Value) -> list[Row]:
        """Return the rows of a query."""
        async with self._turn:
            with _told_as_ours():
                return await self._session.rows(query, **values)

    async def do(self, query: str, **values: Value) -> None:
        """Run a query."""
        async with self._turn:
            with _told_as_ours():
                await self._session.do(query, **values)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[SchemaSession]:
        """Run the body's queries as one."""
        async with self._turn:
            with _told_as_ours():
                await self._plain("BEGIN IMMEDIATE")
                try:
                    yield self._session
                    await self._plain("COMMIT")
                except BaseException:
                    # The thread works in order: whatever was under way is done before this.
                    with suppress(sqlite3.Error):
                        await self._plain("ROLLBACK")
                    raise

    async def together(self, steps: Sequence[Step]) -> list[list[Row]]:
        """Run *steps* as one, in one visit to the thread."""
        texts = [getattr(self._queries, step.query).sql for step in steps]
        async with self._turn:
            with _told_as_ours():
                return await self._connection.visit(lambda connection: _run_with_room(connection, steps, texts))

    def exclusive(self) -> AbstractAsyncContextManager[SchemaSession]:
        """Run the body as one transaction; writers of other processes wait."""
        return self.transaction()

    async def tidy(self) -> None:
        """Empty the write-ahead log, which still holds what was deleted."""
        async with self._turn:
            with _told_as_ours():
                await self._plain("PRAGMA wal_checkpoint(TRUNCATE)")

    async def close(self) -> None:
        """Close the file."""
        await self._connection.close()

    async def _plain(self, statement: str) -> None:
        await self._connection.execute_fetchall(statement)


def _run_with_room(connection: sqlite3.Connection, steps: Sequence[Step], texts: Sequence[str]) -> list[list[Row]]:
    """Run *steps*; where the disk is full, once more in the room that the write-ahead log has already.

    What changes rows and adds none, as the completion of an update, then gets through: an answer that was sent can be written
    down on a full disk, too.
    """
    try:
        return _run(connection, steps, texts)
    except sqlite3.OperationalError as error:
        if not _is_for_room(error) or not _log_begins_anew(connection):
            raise
    return _run(connection, steps, texts)


def _log_begins_anew(connection: sqlite3.Connection) -> bool:
    """Carry the write-ahead log over into the file, so that it is written from its beginning again; tell whether that worked."""
    with suppress(sqlite3.Error):
        busy, written, carried = connection.execute("PRAGMA wal_checkpoint(RESTART)").fetchone()
        return not busy and written == carried
    return False


def _run(connection: sqlite3.Connection, steps: Sequence[Step], texts: Sequence[str]) -> list[list[Row]]:
    found: list[list[Row]] = []
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step, text in zip(steps, texts, strict=True):
            found.append(connection.execute(text, dict(step.values)).fetchall())
            if step.must_find and not found[-1]:
                break
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    return found


async def open_sqlite(file: Path) -> SqliteEngine:
    """Open the database *file*, creating it readable for its owner only; raises `NoStore`."""
    connection = _Connection(partial(sqlite3.connect, file, isolation_level=None), _ROWS_AT_ONCE)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
        await connection
        for pragma in _PRAGMAS:
            await _set(connection, pragma)
    except BaseException as error:
        # Whatever it is: the connection's thread would keep the process alive.
        with suppress(Exception):
            await connection.close()
        if isinstance(error, OSError | sqlite3.Error):
            raise _closed(file, error) from None
        raise
    return SqliteEngine(connection)


def _closed(file: Path, error: Exception) -> NoStore:
    """Say why the database *file* cannot be opened, and what to look at."""
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    if name.startswith(_NO_DATABASE):
        return NoStore(f"Die Datei {file} ist keine Datenbank, oder sie ist beschädigt. "
                       "Hole sie aus einer Sicherung zurück, oder lege sie beiseite: Dann beginnt der Bot eine leere.")
    if _is_for_room(error):
        return NothingWritten(name)
    if isinstance(error, OSError) and error.errno in _FULL:
        return NothingWritten(errno.errorcode[error.errno])
    return NoStore(f"Die Datenbank {file} lässt sich nicht öffnen ({name}). Prüfe, ob DATA_DIR ein Ordner "
                   "ist, in den der Bot schreiben darf.")


async def _set(connection: _Connection, pragma: str) -> None:
    """Set one property of the database.

    A new file cannot be given its write-ahead log while another process does the same, and SQLite does
    not wait then, whatever its busy timeout.
    """
    for pause in _PAUSES:
        try:
            await connection.execute_fetchall(pragma)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            await asyncio.sleep(pause)
        else:
            return
    await connection.execute_fetchall(pragma)
