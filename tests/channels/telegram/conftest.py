"""Fixtures: the strict local server, and log lines caught as text."""

from __future__ import annotations

import io
import logging
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
import structlog

from bot.logs import set_up_logs
from tests.botapi.laboratory import Laboratory, laboratory
from tests.botapi.world import TOKEN
from tests.channels.telegram.support import SECRET


@pytest_asyncio.fixture
async def lab() -> AsyncIterator[Laboratory]:
    """Run a fresh Telegram for one test."""
    async with laboratory() as running:
        yield running


@pytest.fixture
def logs() -> Iterator[io.StringIO]:
    """Catch everything the bot logs, at the most talkative level."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    caught = io.StringIO()
    set_up_logs("debug", "json", (TOKEN, SECRET), caught)
    yield caught
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()
