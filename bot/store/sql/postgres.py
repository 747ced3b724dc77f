"""PostgreSQL, by the extra `postgres`: for several processes at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from urllib.parse import parse_qsl, urlencode, urlsplit

import asyncpg
from aiosql.adapters.asyncpg import AsyncPGAdapter

from bot.store.errors import NoStore, StoreFailed, Taken
from bot.store.sql.engine import QueryRunner, Row, SchemaSession, Session, Step, Value, load_queries

PATIENCE = 10.0
"""Seconds to wait for a connection or a statement."""
MOST_CONNECTIONS = 5

_KNOWN = frozenset({"sslmode", "sslrootcert", "sslcert", "sslkey", "host", "port", "user", "password", "dbname"})
"""What of an address reaches the driver; hosts add words for other drivers (channel_binding, pgbouncer …)."""

_AWAY = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError, TimeoutError)
"""How the driver tells that the server is not there; the third where it goes in the middle of a word."""

_ONLY_HERE = "-- postgres: "
_MIGRATING = 7_204_118
"""Our number among PostgreSQL's advisory locks."""


class _Adapter(AsyncPGAdapter):
    """aiosql's own, and the few words only PostgreSQL understands, which stand in the text as a comment."""

    def process_sql(self, query_name: str, op_type: object, sql: str) -> str:
        process: Callable[[str, object, str], str] = super().process_sql
        return process(query_name, op_type, sql.replace(_ONLY_HERE, "\n"))


@contextmanager
def _told_as_ours() -> Iterator[None]:
    try:
        yield
    except (asyncpg.UniqueViolationError, asyncpg.SerializationError, asyncpg.DeadlockDetectedError) as error:
        raise Taken from error
    except _AWAY as error:
        raise StoreFailed(type(error).__name__) from error


class PostgresEngine:
    """A pool of connections."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self._queries = load_queries(_Adapter)

    async def rows(self, query: str, **values: Value) -> list[Row]:
        """Return the rows of a query."""
        async with self._lent() as connection:
            return await self._session(connection).rows(query, **values)

    async def do(self, query: str, **values: Value) -> None:
        """Run a query."""
        async with self._lent() as connection:
            await self._session(connection).do(query, **values)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Session]:
        """Run the body's queries as one."""
        async with self._whole() as connection:
            yield self._session(connection)

    async def together(self, steps: Sequence[Step]) -> list[list[Row]]:
        """Run *steps* as one; a single one is a transaction by itself."""
        async with self._lent() if len(steps) == 1 else self._whole() as connection:
            return await self._session(connection).together(steps)

    @asynccontextmanager
    async def exclusive(self) -> AsyncIterator[SchemaSession]:
        """Run the body as one transaction, one process at a time."""
        async with self._whole() as connection:
            await connection.execute(f"SELECT pg_advisory_xact_lock({_MIGRATING})")
            yield self._session(connection)

    async def tidy(self) -> None:
        """Nothing to do: PostgreSQL cleans up by itself."""

    async def close(self) -> None:
        """Close the connections; those in use get a moment."""
        try:
            async with asyncio.timeout(PATIENCE / 5):
                await self._pool.close()
        except TimeoutError:
            self._pool.terminate()

    def _session(self, connection: asyncpg.Connection) -> QueryRunner:
        return QueryRunner(self._queries, connection)

    @asynccontextmanager
    async def _lent(self) -> AsyncIterator[asyncpg.Connection]:
        """Lend a connection.

        Whoever is cancelled cuts the line: a server that says nothing would hold up the end, and its silence, told as an error,
        take the place of the cancellation.
        """
        with _told_as_ours():
            async with self._pool.acquire(timeout=PATIENCE) as connection:
                try:
                    yield connection
                except asyncio.CancelledError:
                    connection.terminate()
                    raise

    @asynccontextmanager
    async def _whole(self) -> AsyncIterator[asyncpg.Connection]:
        """Lend a connection for one transaction; the server takes back what a line that was cut leaves undone."""
        async with self._lent() as connection:
            transaction = connection.transaction()
            await transaction.start()
            try:
                yield connection
            except Exception:
                await transaction.rollback()
                raise
            await transaction.commit()


async def open_postgres(url: str) -> PostgresEngine:
    """Connect to the database at *url*; raises `NoStore`, whose sentence does not hold the address."""
    try:
        pool = await asyncpg.create_pool(
            address_for_driver(url),
            min_size=1,
            max_size=MOST_CONNECTIONS,
            timeout=PATIENCE,
            command_timeout=PATIENCE,
            reset=_leave,
        )
    except (*_AWAY, ValueError) as error:
        raise NoStore(
            f"Die Datenbank in DATABASE_URL ist nicht erreichbar ({type(error).__name__}). "
            "Prüfe die Adresse, den Zugang und ob sie läuft."
        ) from None
    return PostgresEngine(pool)


async def _leave(_connection: object) -> None:
    """Let a connection go back to the pool without a word: nothing is left behind in it.

    The driver's last statement costs as much as the first, and its failing would tell us that what was done was not.
    """


def address_for_driver(url: str) -> str:
    """Return *url* without the options that are meant for other drivers."""
    parts = urlsplit(url)
    options = [(name, value) for name, value in parse_qsl(parts.query) if name in _KNOWN]
    return parts._replace(query=urlencode(options)).geturl()
