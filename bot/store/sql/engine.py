"""What the stores need of a database, and the named queries of this package for each of its drivers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import aiosql
from aiosql.queries import Queries
from aiosql.types import SQLOperationType

HERE = Path(__file__).parent

Value = int | str | None
Row = Sequence[Any]
"""One row as it comes from a driver; whoever wrote the query knows its types."""


@dataclass(frozen=True, slots=True)
class Step:
    """A named query with its values; with ``must_find`` those after it are left out where it has no row."""

    query: str
    values: Mapping[str, Value]
    must_find: bool = False


class Session(Protocol):
    """Runs named queries. Raises `StoreFailed`, and `Taken` where another row stands in the way."""

    async def rows(self, query: str, **values: Value) -> list[Row]:
        """Return the rows of a query that has some."""
        ...

    async def do(self, query: str, **values: Value) -> None:
        """Run a query for what it changes."""
        ...


class SchemaSession(Session, Protocol):
    """Also runs statements that are no named queries."""

    async def plain(self, statement: str) -> None:
        """Run one statement without values."""
        ...


class Engine(Session, Protocol):
    """A database; a query run on it directly is a transaction of its own."""

    def transaction(self) -> AbstractAsyncContextManager[Session]:
        """Run the body's queries as one: all of them or, if it raises, none."""
        ...

    async def together(self, steps: Sequence[Step]) -> list[list[Row]]:
        """Run *steps*, of which none depends on what another found, as one transaction; returns the rows of each.

        The cheap way where nobody has to decide in between: SQLite is visited only once.
        """
        ...

    def exclusive(self) -> AbstractAsyncContextManager[SchemaSession]:
        """Run the body as one transaction that no other process's `exclusive` overlaps."""
        ...

    async def tidy(self) -> None:
        """Give deleted rows no place to live on in, as far as the database does not see to it."""
        ...

    async def close(self) -> None:
        """Let go of the database."""
        ...


def load_queries(adapter: Callable[..., Any]) -> Queries:
    """Return all named queries, as *adapter* (of aiosql) prepares them for its driver."""
    loaded: Queries = aiosql.from_path(HERE / "queries", adapter, encoding="utf-8")
    return loaded


class QueryRunner:
    """Runs the named queries on one connection."""

    def __init__(self, queries: Queries, connection: object) -> None:
        self._queries = queries
        self._connection = connection

    async def rows(self, query: str, **values: Value) -> list[Row]:
        """Return the rows."""
        return [row async for row in getattr(self._queries, query)(self._connection, **values)]

    async def do(self, query: str, **values: Value) -> None:
        """Run it."""
        await getattr(self._queries, query)(self._connection, **values)

    async def together(self, steps: Sequence[Step]) -> list[list[Row]]:
        """Run the steps."""
        found: list[list[Row]] = []
        for step in steps:
            found.append(await self._either(step))
            if step.must_find and not found[-1]:
                break
        return found

    async def _either(self, step: Step) -> list[Row]:
        if getattr(self._queries, step.query).operation is SQLOperationType.SELECT:
            return await self.rows(step.query, **step.values)
        await self.do(step.query, **step.values)
        return []

    async def plain(self, statement: str) -> None:
        """Run one statement without values."""
        await getattr(self._queries.driver_adapter, "execute_script")(self._connection, statement)  # noqa: B009


def stamp(moment: datetime) -> int:
    """Return *moment* as stored: whole seconds since 1970."""
    return int(moment.timestamp())


def moment_of(seconds: int) -> datetime:
    """Return what `stamp` made of a moment, in UTC."""
    return datetime.fromtimestamp(seconds, UTC)
