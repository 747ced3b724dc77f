"""`report`: how the last seven days went."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from pathlib import Path

from bot.cli.environment import day_in, hint_at_place, settings_for
from bot.cli.output import write_out
from bot.knowledge import read
from bot.settings import Settings
from bot.store.opening import look_into_store
from bot.store.questions import Question, Tally
from bot.workshop.weekly import first_day, in_words, page, week_of


def report_here(today: str | None, html: str | None) -> None:
    """Print the report; with *html*, write it as a page."""
    settings = settings_for(today)
    day = day_in(settings)
    tallies, questions = asyncio.run(_kept(settings, day))
    week = week_of(read(settings.content_dir, settings.intents_dir).catalogue, tallies, questions, day)
    if html is None:
        print("\n".join(in_words(week)))
    else:
        write_out(Path(html), page(week))


async def _kept(settings: Settings, day: date) -> tuple[tuple[Tally, ...], tuple[Question, ...]]:
    async with look_into_store(settings.database(), settings.data_dir) as store:
        if store is None:
            hint_at_place(settings)
            return (), ()
        tallies = await store.questions.tallies(first_day(day), day + timedelta(days=1))
        return tallies, await store.questions.open()
