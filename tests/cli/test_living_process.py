"""Staff edit while the bot runs: what they save is live in seconds, what is broken changes nothing."""

from __future__ import annotations

import json
import signal
import time
from itertools import count
from pathlib import Path

import pytest

from tests.cli.processes import TOKEN, Server, a_process
from tests.house import House, small_house

ADMIN, PERSON = 7, 8
COST = "intents/cost.yaml"
COURSE = "content/offers/schweisskurs.yaml"


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Return a sound house."""
    return small_house(tmp_path / "house")


class Talk:
    """A person who keeps asking what the course costs, and an admin."""

    def __init__(self, server: Server) -> None:
        """Talk through *server*."""
        self._server = server

    def sent(self, count: int = 0) -> list[str]:
        """Return all that was sent, once there are *count* messages."""
        found = self._server.act("wait", sent=count, seconds=60)
        assert isinstance(found, list)
        return [json.dumps(each, ensure_ascii=False) for each in found]

    def says(self, user: int, text: str) -> str:
        """Return the answer."""
        chat = f'"chat": {user},'
        before = sum(chat in each for each in self.sent())
        self._server.act("say", user=user, text=text)
        return self._sent_until(chat, before)[-1]

    def _sent_until(self, words: str, more_than: int = 0) -> list[str]:
        every = self.sent()
        while len(found := [each for each in every if words in each]) <= more_than:
            every = self.sent(len(every) + 1)
        return found

    def asks_until(self, words: str) -> float:
        """Ask until the answer holds *words*; returns the seconds that took."""
        began = time.monotonic()
        for _ in count():
            if words in self.says(PERSON, "was kostet der schweißkurs"):
                return time.monotonic() - began
            assert time.monotonic() - began < 60, "the edit never came through"
        raise AssertionError

    def heard_until(self, words: str) -> list[str]:
        """Wait until something with *words* was sent, and return all such."""
        return self._sent_until(words)


def test_an_edit_is_live_a_slip_changes_nothing_and_is_told_once(server: Server, house: House, tmp_path: Path) -> None:
    """Edit, break, break on, mend; then SIGHUP and the orders of admins, which are none for others."""
    environment = {**house.environment, "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": server.api, "BOT_TODAY": "2026-11-22",
                   "DATA_DIR": str(tmp_path / "data"), "ADMIN_IDS": f"{ADMIN}, 9"}
    talk, sound = Talk(server), house.read(COURSE)
    with a_process("-m", "bot", "run", "--poll", environment=environment, log=tmp_path / "bot.log") as bot:
        talk.says(ADMIN, "/start")
        talk.asks_until("50 Euro")
        house.write(COURSE, sound.replace("50 Euro", "60 Euro"))
        talk.asks_until("60 Euro")

        house.write(COURSE, sound.replace("50 Euro", "70 Euro").replace("2027-03-04", "2027-13-04"))
        told = talk.heard_until("nicht übernommen")
        house.write("content/offers/.notes.yaml", "nothing")
        assert "60 Euro" in talk.says(PERSON, "was kostet der schweißkurs")
        house.write(COURSE, sound.replace("50 Euro", "80 Euro"))
        talk.asks_until("80 Euro")

        assert "schweisskurs.yaml:8" in told[0]
        assert len(talk.heard_until("nicht übernommen")) == 1
        assert len(talk.heard_until("wieder in Ordnung")) == 1
        bot.send_signal(signal.SIGHUP)
        assert "Nichts Neues" in talk.says(ADMIN, "/neuladen")
        standing = talk.says(ADMIN, "/stand")
        assert ("Wissen: " in standing, "Wartende Nachrichten: 0." in standing) == (True, True)
        assert "Wissen: " not in talk.says(PERSON, "/stand")
        talk.says(PERSON, "darf ich im wohnwagen schlafen, ruf an 0355 123456")
        inbox = talk.says(ADMIN, "/inbox")
        assert ("wohnwagen" in inbox, "0355" in inbox) == (True, False)
        assert "wohnwagen" not in talk.says(PERSON, "/inbox")
        bot.send_signal(signal.SIGTERM)
        code = bot.wait(timeout=10)

    assert code == 0
    assert "knowledge_replaced" in (tmp_path / "bot.log").read_text("utf-8")
