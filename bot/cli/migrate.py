"""`migrate`: bring the tables of the database up to date."""

from __future__ import annotations

import asyncio

from bot.cli.environment import settings_for
from bot.store.opening import migrate_store


def migrate_here(today: str | None) -> None:
    """Apply what is missing and say so, one line each; doing it twice, or in two places at once, does no harm."""
    settings = settings_for(today)
    applied = asyncio.run(migrate_store(settings.database(), settings.data_dir))
    for migration in applied:
        print(f"Angewendet: {migration.name}")
    if not applied:
        print("Die Datenbank ist auf dem neuesten Stand.")
