"""Folders are watched for as long as the bot runs, whatever becomes of them."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from watchfiles import Change

from bot.service.watching import EditFilter, changes, identity

LOOK_AGAIN = 0.2


async def no_pause(seconds: float) -> None:
    """Let others run."""
    await asyncio.sleep(0)


async def noticed(found: AsyncIterator[None], do: Callable[[], object]) -> bool:
    """Do something until it is noticed: a watch takes a moment to begin."""
    waiting = asyncio.ensure_future(anext(found))
    async with asyncio.timeout(30):
        while not waiting.done():
            do()
            await asyncio.wait({waiting}, timeout=0.5)
    return waiting.done()


@pytest.mark.asyncio
async def test_an_edit_is_noticed(tmp_path: Path) -> None:
    """Also in a folder below."""
    (tmp_path / "offers").mkdir()
    found = changes([tmp_path], no_pause, LOOK_AGAIN)

    assert await noticed(found, lambda: (tmp_path / "offers" / "kurs.yaml").write_text("title: Kurs"))


@pytest.mark.asyncio
async def test_a_folder_that_is_replaced_is_watched_on(tmp_path: Path) -> None:
    """Gone for a while and another one in its place: both are noticed, and then edits in the new one."""
    folder = tmp_path / "content"
    folder.mkdir()
    before = identity([folder])
    found = changes([folder], no_pause, LOOK_AGAIN)
    assert await noticed(found, lambda: (folder / "a.yaml").write_text("a"))

    (tmp_path / "other").mkdir()
    folder.rename(tmp_path / "old")
    assert await noticed(found, lambda: None)
    assert identity([folder]) == (None,)
    (tmp_path / "other").rename(folder)
    assert await noticed(found, lambda: None)
    assert identity([folder]) != before
    shutil.rmtree(tmp_path / "old")

    assert await noticed(found, lambda: (folder / "b.yaml").write_text("b"))


@pytest.mark.parametrize(
    ("name", "counts"), [("kurs.yaml", True), ("de.ftl", True), (".kurs.yaml.swp", False), ("kurs.yaml~", False), (".#kurs.yaml", False)]
)
def test_files_of_editors_do_not_count(name: str, counts: bool) -> None:
    """What an editor keeps for itself is no edit."""
    assert EditFilter()(Change.modified, f"/content/offers/{name}") is counts
