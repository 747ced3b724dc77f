"""Numbered migrations: each file is applied once, in order, all missing ones in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.store.errors import StoreTooNew
from bot.store.sql.engine import HERE, Engine

_TABLE = "CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY)"


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema; ``name`` is that of its file."""

    number: int
    name: str
    statements: tuple[str, ...]


def all_migrations(folder: Path = HERE / "migrations") -> tuple[Migration, ...]:
    """Return the migrations of *folder* in order; a file is named ``0001_what_it_does.sql``."""
    return tuple(
        Migration(int(path.stem.partition("_")[0]), path.stem, tuple(_statements(path.read_text(encoding="utf-8"))))
        for path in sorted(folder.glob("*.sql"))
    )


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script; each ends with a semicolon at the end of a line."""
    lines = (line for line in script.splitlines() if not line.startswith("--"))
    yield from (part.strip() for part in "\n".join(lines).split(";\n") if part.strip())


async def migrate(engine: Engine, migrations: tuple[Migration, ...]) -> tuple[Migration, ...]:
    """Apply what is missing and return it; another process doing the same is waited for.

    Raises `StoreTooNew` where the database knows migrations we do not, `StoreFailed` where it is away.
    """
    async with engine.exclusive() as session:
        await session.plain(_TABLE)
        applied = {int(row[0]) for row in await session.rows("applied_migrations")}
        known = max(migration.number for migration in migrations)
        if max(applied, default=0) > known:
            raise StoreTooNew(max(applied), known)
        missing = tuple(migration for migration in migrations if migration.number not in applied)
        for migration in missing:
            for statement in migration.statements:
                await session.plain(statement)
            await session.do("note_migration", number=migration.number)
    return missing
