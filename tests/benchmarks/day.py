"""A day of a thousand chats, lived in a minute or two with a moved clock, and what is stored at its end.

Run: ``python -m tests.benchmarks.day [--chats 1000]``. People with names and numbers ask our test questions,
tap buttons, wish to be told, walk paths; everything goes through the intake, the inbox and the conversation
of the bot into a SQLite file, only Telegram is left out. Prints for each table its columns and its rows: at
the end of the day, two days later, and after 91 days in which nobody wrote.
"""

from __future__ import annotations

import argparse
import asyncio
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from telegram import Bot

from bot.app import load_brain
from bot.channels.telegram.incoming import Me, read
from bot.channels.telegram.inline import Inline
from bot.channels.telegram.intake import Intake, News, unpacked
from bot.conversation.brain import Brain
from bot.conversation.ledger import Ledger
from bot.conversation.turn import Conversation
from bot.conversation.wishing import WishBook
from bot.model.reply import Reply
from bot.service.metrics import Metrics
from bot.service.office import Office, office_of
from bot.service.reminding import Reminders, Told
from bot.settings import Settings
from bot.store.opening import FILE, open_store
from bot.store.parts import Store
from tests.house import OWN_DATA
from tests.questions.scoring import questions

MORNING = datetime.fromisoformat("2026-11-22T00:00:00+01:00")
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
LATER = (("at the end of the day", timedelta()), ("two days later", 2 * DAY), ("after 91 days of silence", 91 * DAY))
COMMANDS = ("/start", "/meine", "/privacy", "/sprache", "/auskunft", "/help")
PERSONAL = (
    "ich heiße Kevin Krause, kann ich im Wohnwagen schlafen, ruf an 0355 4711123",
    "mein Kumpel @kevin_aus_cottbus sucht blaukariertes Papier, kevin.krause@example.org",
    "wo parkt man am https://example.org/kevin wenn man zu Frau Krause will",
)
"""What nobody must find anywhere afterwards: names, numbers, handles and addresses."""
SECRETS = ("Krause", "4711123", "kevin_aus_cottbus", "kevin.krause", "example.org/kevin", "Kevin", "kevin-der-erste")


@dataclass
class Day:
    """Chats that come in over 24 hours; *brain* answers them, *asked* is what is typed, *dice* decide who does what."""

    store: Store
    brain: Brain
    asked: Sequence[str]
    dice: Random = field(default_factory=lambda: Random(1))
    now: datetime = MORNING
    answers: int = 0
    typed: set[str] = field(default_factory=set)
    last: dict[int, Reply] = field(default_factory=dict)
    office: Office = field(init=False)
    ledger: Ledger = field(default_factory=Ledger)

    def __post_init__(self) -> None:
        """Open the office."""
        self.office = office_of(self.store)
        book = WishBook(self.store.subscriptions, self.store.outbox)
        self._talk = Conversation(self.brain, self.office.hands, book, self.ledger)
        self._reminders = Reminders(self.store, lambda: self.brain, _tell, lambda: self.now, asyncio.sleep, self.office.health)
        self._me = Me(1, "lausitz_bot")
        inline = Inline(Bot("1:none"), self._talk, lambda: self.now, "https://t.me/lausitz_bot")
        self._intake = Intake(self._me, self.office, lambda: self.now, News(lambda: None, inline), Metrics())

    async def live(self, chats: int) -> None:
        """Let *chats* people write one to eight times each; every hour what runs beside turns has its turn."""
        moments = sorted(self._moments(chats))
        for number, (moment, person) in enumerate(moments):
            while moment - self.now > HOUR:
                await self._look_after(self.now + HOUR)
            self.now = moment
            await self._intake.store(self._intake.sift([self._update(number, person)]))
            for claim in await self.store.inbox.claim(8):
                self.office.hands.take(claim)
                incoming = read(unpacked(claim.body), self._me)
                assert incoming is not None
                self.last[incoming.place.chat] = await self._talk.turn(incoming.message, self.now)
                self.answers += 1
                await self.store.inbox.complete(claim, self.office.hands.give(claim), self.now)
        await self._look_after(MORNING + DAY)

    async def _look_after(self, moment: datetime) -> None:
        self.now = moment
        await self.ledger.flush(self.store.questions, moment)
        await self.store.retention.let_go(moment)
        await self._reminders.step()

    def _moments(self, chats: int) -> Iterator[tuple[datetime, int]]:
        for person in range(1, chats + 1):
            moment = MORNING + timedelta(hours=self.dice.triangular(0, 23.9, 16))
            for _ in range(self.dice.randint(1, 8)):
                yield moment, person
                moment = min(moment + timedelta(minutes=self.dice.expovariate(0.2)), MORNING + DAY - timedelta(seconds=1))

    def _update(self, number: int, person: int) -> Mapping[str, object]:
        """Return what Telegram would deliver, with all that it tells of people."""
        chat = {"id": person, "type": "private", "first_name": "Kevin", "last_name": "Krause", "username": "kevin-der-erste"}
        sender = {**chat, "is_bot": False, "language_code": self.dice.choice(("de", "de", "de", "en", "pl"))}
        message = {"message_id": number + 1, "date": int(self.now.timestamp()), "chat": chat}
        if data := self._tapped(person):
            tap = {"id": str(number), "from": sender, "chat_instance": "1", "message": message, "data": data}
            return {"update_id": number, "callback_query": tap}
        text = self.dice.choice(COMMANDS if self.dice.random() < 0.05 else PERSONAL if self.dice.random() < 0.05 else self.asked)
        self.typed.add(text)
        return {"update_id": number, "message": {**message, "from": sender, "text": text}}

    def _tapped(self, person: int) -> str | None:
        """Return a button of the last reply, now and then; the bell rather than others."""
        offered = [choice.data for choice in self.last[person].choices] if person in self.last else []
        bells = [data for data in offered if data.startswith(("wish:", "lead:", "lang:"))]
        if not offered or self.dice.random() > 0.3:
            return None
        return self.dice.choice(bells if bells and self.dice.random() < 0.5 else offered)


async def _tell(chat: str, reply: Reply) -> Told:
    """Be a channel that always gets through."""
    return Told.SENT


Table = tuple[str, tuple[str, ...], list[tuple[object, ...]]]


def tables(file: Path) -> Iterator[Table]:
    """Yield name, columns and rows of each table of a SQLite file."""
    with closing(sqlite3.connect(file)) as connection:
        for [name] in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
            cursor = connection.execute(f"SELECT * FROM {name}")  # noqa: S608 - names of our own tables
            yield name, tuple(column[0] for column in cursor.description), cursor.fetchall()


async def run(chats: int, folder: Path) -> None:
    """Live the day and print."""
    brain, _ = load_brain(Settings(data_dir=OWN_DATA))
    asked = [question["question"] for name in ("german", "english", "foreign") for question in questions(name)]
    async with open_store(None, folder, alone=True) as store:
        day = Day(store, brain, asked)
        await day.live(chats)
        print(f"{chats} chats, {day.answers} answers")
        for when, later in LATER:
            await store.retention.let_go(MORNING + DAY + later)
            print(f"\n{when}")
            for name, columns, rows in tables(folder / FILE):
                print(f"{name:14} {len(rows):6}  {', '.join(columns)}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.day", description=__doc__)
    parser.add_argument("--chats", type=int, default=1000)
    with TemporaryDirectory() as folder:
        asyncio.run(run(parser.parse_args().chats, Path(folder)))


if __name__ == "__main__":
    main()
