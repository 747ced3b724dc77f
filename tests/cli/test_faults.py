"""The bot as its own process, in all the trouble that a network and Telegram can make."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from tests.botapi.laboratory import Laboratory, laboratory
from tests.botapi.trials import QUICK, Trials, judge
from tests.botapi.world import TOKEN
from tests.house import HOUSE_DATA, small_house
from tests.ports import free_port

pytestmark = pytest.mark.asyncio

ROOT = Path(__file__).parents[2]
PATIENCE = 90.0


@asynccontextmanager
async def a_bot(lab: Laboratory, folder: Path, mode: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the bot with little to know, and a data folder of its own beside what was fitted before."""
    data = folder / "data"
    data.mkdir()
    (HOUSE_DATA / "fitted").mkdir(parents=True, exist_ok=True)
    (data / "fitted").symlink_to(HOUSE_DATA / "fitted")
    given = {**os.environ, **small_house(folder).environment, "DATA_DIR": str(data), "LOG_FORMAT": "json"}
    given |= {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": lab.api_url, "BOT_TODAY": "2026-11-22"}
    if mode == "webhook":
        port = str(free_port())
        given |= {"WEBHOOK_URL": f"http://127.0.0.1:{port}/hook", "HOST": "127.0.0.1", "PORT": port}
    with (folder / "log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=ROOT, env=given, stdout=log, stderr=log
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_no_fault_costs_an_answer(tmp_path: Path, mode: str) -> None:
    """In each trial everybody is answered, once, or twice where a reply got lost; who left is marked; no log names anybody."""
    async with laboratory() as lab, a_bot(lab, tmp_path, mode) as bot:
        trials, people = Trials(lab, "Was kostet der Schweißkurs?"), {}
        for trial in QUICK:
            people[trial] = await trials.run(trial, PATIENCE)
        gone = lab.person(9_999)
        gone.chat.blocked = True
        gone.says("Was kostet der Schweißkurs?")
        await lab.world.until(lambda: any("blocked" in call.refused for call in lab.world.calls))
        bot.send_signal(signal.SIGTERM)
        ended = await asyncio.wait_for(bot.wait(), 20)
        told = {trial.name: judge(asking, trial.messages) for trial, asking in people.items()}
    log = (tmp_path / "log").read_text("utf-8")
    with closing(sqlite3.connect(tmp_path / "data" / "bot.sqlite3")) as kept:
        marked = kept.execute("SELECT chat FROM chats WHERE unreachable IS NOT NULL").fetchall()

    assert {name: verdict.lost for name, verdict in told.items()} == dict.fromkeys(told, 0)
    assert {name: verdict.doubled for name, verdict in told.items()} == {trial.name: trial.doubles for trial in QUICK}
    assert ended == 0
    assert marked == [("telegram:9999",)]
    assert "polling" in log or "receiving" in log
    assert not any(word in log for word in (TOKEN, "Schwei", "Traceback"))
