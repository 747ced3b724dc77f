"""Opening a store, its migrations, and what happens when it is away."""

from __future__ import annotations

import asyncio
import inspect
import sqlite3
import stat
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
import pytest_asyncio

from bot.store import StoreFailed, opening
from bot.store.errors import NoStore, NothingWritten, StoreTooNew
from bot.store.opening import FILE, migrate_store, open_store
from bot.store.parts import Store
from bot.store.sql.engine import Engine, Step
from bot.store.sql.migrating import Migration, all_migrations, migrate
from bot.store.sql.postgres import address_for_driver, open_postgres
from bot.store.sql.sqlite import open_sqlite
from tests.builders import NOW, a_context
from tests.disk import full_disk
from tests.postgres import Postgres
from tests.store.support import DAY, arrival

pytestmark = pytest.mark.asyncio

_PATIENCE = 10.0
"""Seconds after which a thread that was told to end never will."""


@pytest_asyncio.fixture
async def fresh(request: pytest.FixtureRequest, url: str | None) -> str | None:
    """Return the address of a database without any table."""
    server: Postgres | None = request.getfixturevalue("postgres") if url else None
    return await server.new_database() if server else None


@asynccontextmanager
async def opened(url: str | None, folder: Path) -> AsyncIterator[Engine]:
    """Yield the bare engine; closed even if the test fails: the thread of an open SQLite file would keep pytest from ending."""
    engine = await (open_postgres(url) if url else open_sqlite(folder / FILE))
    try:
        yield engine
    finally:
        await engine.close()


def on_disk(folder: Path) -> bytes:
    """Return all bytes of all files in *folder*."""
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def test_migrations_are_applied_once(fresh: str | None, tmp_path: Path) -> None:
    """In order; the second time nothing is left to do."""
    first = await migrate_store(fresh, tmp_path)
    second = await migrate_store(fresh, tmp_path)

    assert [migration.number for migration in first] == [*range(1, len(all_migrations()) + 1)]
    assert second == ()


async def test_processes_that_migrate_at_the_same_time_do_it_once(fresh: str | None, tmp_path: Path) -> None:
    """One of them does the work, the others wait for it."""
    done = await asyncio.gather(*(migrate_store(fresh, tmp_path) for _ in range(4)))

    assert sorted(map(len, done)) == [0, 0, 0, len(all_migrations())]


async def test_an_older_database_only_gets_what_is_new(fresh: str | None, tmp_path: Path) -> None:
    """What is in it stays."""
    async with opened(fresh, tmp_path) as engine:
        await migrate(engine, all_migrations()[:1])
        await engine.do("mark_unreachable", chat="a", now=1)
        new = await migrate(engine, all_migrations())
        rows = await engine.rows("load_chat", chat="a")

    assert new == all_migrations()[1:]
    assert [tuple(row) for row in rows] == [(None, 1, None, 0, None, None)]


async def test_a_database_of_a_newer_version_is_refused(fresh: str | None, tmp_path: Path) -> None:
    """Rather than being written to by somebody who does not know it."""
    async with opened(fresh, tmp_path) as engine:
        await migrate(engine, all_migrations())
        await engine.do("note_migration", number=99)

    with pytest.raises(StoreTooNew, match="Stand 99"):
        await migrate_store(fresh, tmp_path)


async def test_a_migration_that_breaks_leaves_nothing_behind(fresh: str | None, tmp_path: Path) -> None:
    """Half a schema would be worse than none."""
    async with opened(fresh, tmp_path) as engine:
        broken = Migration(99, "0099_broken", ("CREATE TABLE half (x INTEGER)", "CREATE NONSENSE"))
        with pytest.raises(StoreFailed):
            await migrate(engine, (broken,))
        async with engine.exclusive() as session:
            await session.plain("CREATE TABLE half (x INTEGER)")

    assert len(await migrate_store(fresh, tmp_path)) == len(all_migrations())


async def test_a_transaction_that_breaks_changes_nothing(store: Store, url: str | None, tmp_path: Path) -> None:
    """All of it or none: two updates, of which the second cannot be stored."""
    with pytest.raises(StoreFailed):
        await store.inbox.put([arrival(1), arrival(2**70)], NOW)

    assert await store.inbox.waiting() == 0


async def test_a_cancelled_transaction_changes_nothing_and_blocks_nobody(url: str | None, tmp_path: Path) -> None:
    """Whoever is stopped in the middle leaves no lock behind."""
    await migrate_store(url, tmp_path)
    reached = asyncio.Event()
    async with opened(url, tmp_path) as engine:

        async def write() -> None:
            async with engine.transaction() as session:
                await session.do("mark_unreachable", chat="a", now=1)
                reached.set()
                await asyncio.Event().wait()

        task = asyncio.create_task(write())
        await reached.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        rows = await engine.rows("load_chat", chat="a")

    assert rows == []


async def test_a_store_that_was_closed_says_so(url: str | None, tmp_path: Path) -> None:
    """Each kind of call raises the one error callers know."""
    async with open_store(url, tmp_path) as store:
        pass
    for call in (store.inbox.claim(1), store.contexts.save("a", a_context()), store.inbox.put([arrival(1)], NOW)):
        with pytest.raises(StoreFailed):
            await call


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such rights")
async def test_the_file_is_readable_for_its_owner_only(tmp_path: Path) -> None:
    """And lies in a folder that is made where it is missing."""
    folder = tmp_path / "new" / "data"
    async with open_store(None, folder):
        rights = stat.S_IMODE((folder / FILE).stat().st_mode)

    assert rights == 0o600


async def test_whoever_does_not_wait_for_a_locked_file_leaves_no_thread(tmp_path: Path) -> None:
    """It would keep the process alive for ever."""
    before = set(threading.enumerate())
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.executescript("CREATE TABLE theirs (a); BEGIN EXCLUSIVE")
        coroutine = open_sqlite(tmp_path / FILE)
        waiting = asyncio.create_task(coroutine)
        while "pragma" not in inspect.getcoroutinelocals(coroutine):  # noqa: ASYNC110 - nothing tells
            await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.sleep(0)
    await asyncio.wait({waiting})

    assert waiting.cancelled()
    started = set(threading.enumerate()) - before
    for thread in started:
        thread.join(_PATIENCE)  # told to end; on a busy machine it does so a moment later
    assert not any(thread.is_alive() for thread in started)


async def test_no_word_of_an_answered_message_is_left_on_the_disk(tmp_path: Path) -> None:
    """After the next round of letting go, neither file nor log holds it."""
    async with open_store(None, tmp_path) as store:
        await store.inbox.put([arrival(number, f"chat-{number}", "ein-geheimer-satz") for number in range(300)], NOW)
        for claim in await store.inbox.claim(300):
            await store.inbox.complete(claim, None, NOW)
        before = on_disk(tmp_path)
        await store.retention.let_go(NOW + DAY)
        after = on_disk(tmp_path)

    assert b"ein-geheimer-satz" in before
    assert b"ein-geheimer-satz" not in after
    assert b"chat-7" not in after


async def test_tables_that_cannot_be_made_are_one_sentence(tmp_path: Path) -> None:
    """A file that may not be written is told, with what to look at."""
    async with opened(None, tmp_path) as engine, engine.exclusive() as session:
        await session.plain("CREATE TABLE updates (what TEXT)")

    with pytest.raises(NoStore, match="Tabellen"):
        await migrate_store(None, tmp_path)


async def test_a_folder_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    """It names the file and what to look at."""
    (tmp_path / "data").write_text("no folder")
    with pytest.raises(NoStore, match="DATA_DIR"):
        async with open_store(None, tmp_path / "data"):
            pass


async def test_a_file_that_is_no_database_is_one_sentence(tmp_path: Path) -> None:
    """It is not overwritten."""
    (tmp_path / FILE).write_bytes(b"something else, and quite long " * 99)
    with pytest.raises(NoStore, match=f"{FILE} ist keine Datenbank, oder sie ist beschädigt"):
        async with open_store(None, tmp_path):
            pass

    assert (tmp_path / FILE).read_bytes().startswith(b"something else")


@pytest.mark.parametrize(
    "url", ["postgres://u:geheim@127.0.0.1:1/x", "postgres://u:geheim@127.0.0.1:x/x", "postgres:///x?sslmode=odd"]
)
async def test_a_database_that_is_away_is_one_sentence(url: str, tmp_path: Path) -> None:
    """The password is not in it."""
    with pytest.raises(NoStore, match="DATABASE_URL") as caught:
        await migrate_store(url, tmp_path)

    assert "geheim" not in str(caught.value)


async def test_without_the_driver_the_sentence_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite needs no extra, PostgreSQL does."""
    monkeypatch.setattr(opening, "_POSTGRES", None)
    with pytest.raises(NoStore, match="--extra postgres"):
        await migrate_store("postgres://x", tmp_path)


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgres://u:p@db.example.org/x", "postgres://u:p@db.example.org/x"),
        ("postgres://u:p@h/x?sslmode=require&channel_binding=require", "postgres://u:p@h/x?sslmode=require"),
        ("postgresql://u:p%40@h:5432/x?pgbouncer=true&connection_limit=1", "postgresql://u:p%40@h:5432/x"),
        ("postgres://u@/x?host=%2Ftmp%2Fpg", "postgres://u@/x?host=%2Ftmp%2Fpg"),
    ],
)
async def test_addresses_are_taken_as_hosts_give_them(given: str, used: str) -> None:
    """Words meant for other drivers are left out."""
    assert address_for_driver(given) == used


async def test_a_server_that_wants_no_encryption_is_reached_with_sslmode_prefer(postgres: Postgres, tmp_path: Path) -> None:
    """An sslmode in the address does not keep us out."""
    url = await postgres.new_database()
    async with opened(f"{url}&sslmode=prefer&channel_binding=prefer", tmp_path) as engine:
        rows = len(await migrate(engine, all_migrations()))

    assert rows == len(all_migrations())


async def test_nothing_is_asked_of_a_server_that_gave_its_answer(postgres: Postgres) -> None:
    """One more word would be one more moment in which it can go away: what is done would count as failed."""
    engine, asked = await open_postgres(await postgres.new_database()), list[str]()
    async with engine._pool.acquire() as connection:
        connection.add_query_logger(lambda told: asked.append(told.query))
    await migrate(engine, all_migrations())
    migrated = len(asked)
    await engine.rows("count_updates")
    await engine.close()

    assert migrated > len(all_migrations())
    assert len(asked) == migrated + 1


async def test_whoever_is_cancelled_waits_for_no_server(postgres: Postgres) -> None:
    """One that says nothing holds nobody up, and its silence is not told as a failure: the end would wait for it to work again."""
    engine = await open_postgres(await postgres.new_database())
    await migrate(engine, all_migrations())
    step = Step("mark_unreachable", {"chat": "a", "now": 1})
    calls = (engine.rows("count_updates"), engine.together([step]), engine.together([step, step]))
    with postgres.frozen():
        tasks = [asyncio.create_task(call) for call in calls]
        in_time, _ = await asyncio.wait(tasks, timeout=0.3)
        for task in tasks:
            task.cancel()
        ended, _ = await asyncio.wait(tasks, timeout=3)
        cancelled = [task.cancelled() for task in tasks]
    found = await engine.rows("count_updates")
    await engine.close()

    assert not in_time
    assert (len(ended), cancelled) == (3, [True] * 3)
    assert [tuple(row) for row in found] == [(0,)]


async def test_on_a_full_disk_an_answer_is_still_written_down_and_the_rest_says_why_not(tmp_path: Path) -> None:
    """A completion finds room in what the database has already; an update more does not, and is kept once there is room."""
    file, log = tmp_path / FILE, tmp_path / f"{FILE}-wal"
    async with open_store(None, tmp_path) as store:
        await store.inbox.put([arrival(1)], NOW)
        await store.contexts.save("a", a_context())
        await store.retention.let_go(NOW)
        [claim] = await store.inbox.claim(1)
        while log.stat().st_size < file.stat().st_size:
            await store.contexts.save("a", a_context())
        with full_disk(log.stat().st_size):
            behind = await store.inbox.complete(claim, a_context("kurs"), NOW)
            with pytest.raises(StoreFailed, match="SQLITE_IOERR"):
                await store.inbox.rehearse()
        await store.inbox.rehearse()

        assert (behind, await store.contexts.load("a"), await store.inbox.waiting()) == (0, a_context("kurs"), 0)


async def test_a_store_that_takes_nothing_is_told_at_start(tmp_path: Path) -> None:
    """In a sentence, without a traceback: somebody's update would have to be freed."""
    async with open_store(None, tmp_path) as store:
        await store.inbox.put([arrival(1)], NOW)
        await store.inbox.claim(1)
        with full_disk(40_000), pytest.raises(NothingWritten, match=r"Kontingent .*defekt \(SQLITE_IOERR_WRITE\)"):
            async with open_store(None, tmp_path, alone=True):
                pass


@pytest.mark.parametrize("reason", ["SQLITE_FULL", "SQLITE_IOERR_SHMSIZE", "ENOSPC"])
async def test_a_full_disk_is_not_said_to_be_broken(reason: str) -> None:
    """Nobody looks for another disk where only room is missing."""
    told = str(NothingWritten(StoreFailed(reason)))

    assert f"ist voll ({reason}): Es lässt sich nichts schreiben." in told
    assert "defekt" not in told


@pytest.mark.parametrize("room", [0, 10_000, 40_000])
async def test_a_disk_that_is_full_at_the_first_start_is_told_as_that(tmp_path: Path, room: int) -> None:
    """Whether the file, its log or the tables find no room; with some, the next start goes on where this one ended."""
    with full_disk(room), pytest.raises(NothingWritten, match="Mach dort Platz"):
        await migrate_store(None, tmp_path)

    assert await migrate_store(None, tmp_path) == all_migrations()
