"""The bot is killed, ended and started again, alone and beside others: nothing is lost, and next to nothing doubled."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from bot.channels.telegram.webhook import BODY_LIMIT, SECRET_HEADER
from bot.cli import main
from bot.store.lock import alone_in
from tests.cli.processes import TOKEN, Server, a_process
from tests.cli.test_main import unwired
from tests.disk import full_disk
from tests.house import HOUSE_DATA, small_house
from tests.ports import free_port
from tests.postgres import Postgres

PEOPLE = 50
FEWER = 20
IN_HAND = 1
"""Answers of one chat that can be on their way at the same moment: they go out in order."""
ASKED = ("was kostet der schweißkurs", "welche kurse gibt es")
ANSWERED = ("50 Euro", "Dazu kenne ich einen Eintrag")


def a_house(folder: Path, server: Server, **more: str) -> Mapping[str, str]:
    """Return the environment of a bot that knows little and starts quickly."""
    house, data = small_house(folder / "house"), folder / "data"
    data.mkdir()
    (HOUSE_DATA / "fitted").mkdir(parents=True, exist_ok=True)
    (data / "fitted").symlink_to(HOUSE_DATA / "fitted")
    own = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": server.api, "DATA_DIR": str(data)}
    return {**house.environment, **own, **more}


def until(met: Callable[[], bool], seconds: float = 120) -> None:
    """Wait until *met*."""
    ends = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < ends, "waited in vain"
        time.sleep(0.05)


def stays(met: Callable[[], bool], seconds: float) -> None:
    """Look on for so long that *met* stays as it is."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        assert met()
        time.sleep(0.05)


class Answers:
    """What the bot sent, counted by person and question."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def all(self) -> list[tuple[int, int]]:
        """Return (person, number of the question) of each message, in order."""
        sent = self._server.act("wait", sent=0)
        assert isinstance(sent, list)
        return [(message["chat"], next(n for n, part in enumerate(ANSWERED) if part in message["text"])) for message in sent]

    def count(self) -> int:
        """Count the messages."""
        return len(self.all())

    def are_complete(self, people: int) -> bool:
        """Tell whether everybody has both answers."""
        return len(set(self.all())) == people * len(ASKED)

    def are_in_order(self) -> bool:
        """Tell whether nobody got an answer before that to an earlier question."""
        told = self.all()
        return all(told.index((person, 0)) < told.index((person, 1)) for person, _ in told)

    def doubled(self) -> int:
        """Count the answers that came more than once."""
        return sum(number - 1 for number in Counter(self.all()).values())

    def doubled_in_a_chat(self) -> int:
        """Count the answers that came more than once to the person who got most of them."""
        counts = Counter(self.all())
        return max(sum(number - 1 for (who, _), number in counts.items() if who == person) for person, _ in counts)


def test_a_burst_survives_sigterm_and_sigkill(server: Server, tmp_path: Path) -> None:
    """A hundred messages come doubled and shuffled; the bot is told to stop, then killed, and answers each, in order."""
    environment, answers, log = a_house(tmp_path, server), Answers(server), tmp_path / "bot.log"
    server.act("disorder", doubled=True, shuffled=True)
    for question in ASKED:
        for person in range(1, PEOPLE + 1):
            server.act("say", user=person, text=question)
    with a_process("-m", "bot", "run", "--poll", environment=environment, log=log) as bot:
        until(lambda: answers.count() >= 15)
        bot.send_signal(signal.SIGTERM)
        code = bot.wait(timeout=10)
        after_term = answers.doubled()
    with a_process("-m", "bot", "run", "--poll", environment=environment, log=log) as bot:
        before = answers.count()
        until(lambda: answers.count() >= before + 15)
        bot.kill()
    with a_process("-m", "bot", "run", "--poll", environment=environment, log=log):
        until(lambda: answers.are_complete(PEOPLE))

    assert (code, after_term) == (0, 0)
    assert answers.doubled_in_a_chat() <= IN_HAND
    assert answers.are_in_order()
    assert b"schwei" not in log.read_bytes()


def test_the_second_poller_in_a_folder_ends_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Code 3 and a sentence, before anything is read or fetched."""
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    with alone_in(tmp_path):
        code = main(unwired, ["run", "--poll"])

    assert code == 3
    assert f"Im Ordner {tmp_path} arbeitet schon ein Bot." in capsys.readouterr().err


def post(port: int, body: bytes, word: str = "geheim") -> int:
    """Bring *body* to the webhook with the secret *word*; return the status of the answer, 0 for none."""
    headers = {"content-type": "application/json", SECRET_HEADER: word}
    request = urllib.request.Request(f"http://127.0.0.1:{port}/hook", data=body, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as reply:
            return int(reply.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def announce(port: int, length: int) -> int:
    """Say that a body of *length* follows, and bring none: whoever is refused while writing may be cut off before the answer."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as line:
        line.putrequest("POST", "/hook")
        for name, value in (("content-type", "application/json"), ("content-length", str(length)), (SECRET_HEADER, "geheim")):
            line.putheader(name, value)
        line.endheaders()
        return line.getresponse().status


def takes(port: int, update: Mapping[str, object]) -> bool:
    """Deliver an update; tell whether it was taken."""
    return post(port, json.dumps(update).encode()) == 200


def deliver(port: int, update: Mapping[str, object]) -> None:
    """Deliver an update as Telegram does: again and again until it is taken."""
    until(lambda: takes(port, update))


def an_update(number: int, person: int, text: str) -> Mapping[str, object]:
    """Return what Telegram delivers when *person* writes *text*."""
    chat = {"id": person, "type": "private", "first_name": "P"}
    message = {"message_id": number, "date": 1, "chat": chat, "from": {**chat, "is_bot": False}, "text": text}
    return {"update_id": number, "message": message}


@contextmanager
def two_processes(server: Server, folder: Path, database: str, **more: str) -> Iterator[tuple[subprocess.Popen[bytes], tuple[int, int]]]:
    """Run two bots behind one webhook on one *database*; yield the first of them, and the ports of both."""
    ports = free_port(), free_port()
    shared = a_house(
        folder, server, DATABASE_URL=database, HOST="127.0.0.1", WEBHOOK_SECRET="geheim",
        WEBHOOK_URL=f"http://127.0.0.1:{free_port()}/hook", **more,
    )
    for person in range(1, FEWER + 1):
        server.act("block", chat=person, blocked=False)
    run = ("-m", "bot", "run")
    with (
        a_process(*run, environment={**shared, "PORT": str(ports[0])}, log=folder / "a.log") as first,
        a_process(*run, environment={**shared, "PORT": str(ports[1])}, log=folder / "b.log"),
    ):
        for port in ports:
            deliver(port, {"update_id": 5000})
        yield first, ports


@pytest.mark.asyncio
async def test_two_processes_share_a_webhook_and_one_may_die(
    server: Server, tmp_path: Path, postgres: Postgres
) -> None:
    """On one PostgreSQL each update is answered once, also those the dead process had in hand; junk in between is refused."""
    answers = Answers(server)
    updates = [an_update(number, number % FEWER + 1, ASKED[number // FEWER]) for number in range(2 * FEWER)]
    with two_processes(server, tmp_path, await postgres.emptied_database()) as (first, ports):
        for number, update in enumerate(updates):
            deliver(ports[number % 2], update)
        junk = [post(ports[1], b"{}", "falsch"), post(ports[1], b"no json"), announce(ports[1], BODY_LIMIT + 1)]
        until(lambda: answers.count() >= 12)
        first.kill()
        for update in updates:
            deliver(ports[1], update)
        until(lambda: answers.are_complete(FEWER))

    assert junk == [403, 400, 413]
    assert answers.doubled_in_a_chat() <= IN_HAND


def a_tap(number: int, person: int, data: str) -> Mapping[str, object]:
    """Return what Telegram delivers when *person* taps a button."""
    chat = {"id": person, "type": "private", "first_name": "P"}
    under = {"message_id": number, "date": 1, "chat": chat}
    tap = {"id": str(number), "from": {**chat, "is_bot": False}, "chat_instance": "1", "message": under, "data": data}
    return {"update_id": number, "callback_query": tap}


@pytest.mark.asyncio
async def test_two_processes_tell_everybody_once_though_one_dies(
    server: Server, tmp_path: Path, postgres: Postgres
) -> None:
    """Staff move a date; the process that dies in the middle may have told one person without writing it down."""
    course = tmp_path / "house" / "content" / "offers" / "schweisskurs.yaml"

    def told() -> Counter[int]:
        sent = server.act("wait", sent=0)
        assert isinstance(sent, list)
        return Counter(message["chat"] for message in sent if "verschoben" in message["text"])

    database = await postgres.emptied_database()
    with two_processes(server, tmp_path, database, BOT_TODAY="2026-11-22") as (first, ports):
        for person in range(1, FEWER + 1):
            deliver(ports[person % 2], a_tap(person, person, "wish:schweisskurs"))
        until(lambda: len(server.act("wait", sent=0)) >= FEWER)  # type: ignore[arg-type]
        server.act("fail", method="sendMessage", fault="slow", seconds=0.5, times=2 * FEWER)
        course.write_text(course.read_text("utf-8").replace("2027-03-04", "2027-03-11"), "utf-8")
        until(lambda: len(told()) >= FEWER // 3)
        first.kill()
        until(lambda: len(told()) == FEWER)

    assert sum(told().values()) <= FEWER + IN_HAND


def status_of(port: int) -> int:
    """Return what /readyz answers with, 0 for nothing."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=10) as reply:
            return int(reply.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def test_a_full_disk_costs_no_answer_and_doubles_none(server: Server, tmp_path: Path) -> None:
    """It is told once, /readyz is red until there is room again; what was sent before is written down then."""
    port, answers, log = free_port(), Answers(server), tmp_path / "bot.log"
    house = a_house(tmp_path, server, HOST="127.0.0.1", PORT=str(port), LOG_FORMAT="json")
    with a_process("-m", "bot", "run", "--poll", environment=house, log=log) as bot:
        until(lambda: status_of(port) == 200)
        server.act("fail", method="sendMessage", fault="slow", seconds=1.5, times=FEWER)
        for person in range(1, FEWER + 1):
            server.act("say", user=person, text=ASKED[0])
        until(lambda: in_hand(tmp_path / "data") == FEWER)
        with full_disk(16_384, bot.pid):
            until(lambda: answers.count() == FEWER)
            for person in range(1, FEWER + 1):
                server.act("say", user=person, text=ASKED[1])
            until(lambda: status_of(port) == 503)
            stays(lambda: status_of(port) == 503, 2.5)
        until(lambda: status_of(port) == 200)
        until(lambda: answers.are_complete(FEWER))
        bot.send_signal(signal.SIGTERM)
        code = bot.wait(timeout=10)

    assert (code, answers.doubled(), answers.are_in_order()) == (0, 0, True)
    assert in_hand(tmp_path / "data") == 0
    told = [json.loads(line)["event"] for line in log.read_text("utf-8").splitlines()]
    assert [event for event in told if event.startswith("store")] == ["store_failed", "store_works_again"]


def in_hand(folder: Path) -> int:
    """Count the updates that are being answered, or were and nobody wrote it down: the next start would answer them again."""
    with closing(sqlite3.connect(folder / "bot.sqlite3")) as database:
        return int(database.execute("SELECT COUNT(*) FROM updates WHERE owner IS NOT NULL").fetchone()[0])


@pytest.mark.asyncio
async def test_a_database_that_goes_away_costs_no_answer(server: Server, tmp_path: Path, postgres: Postgres) -> None:
    """In the middle of a burst: /readyz turns red, the bot waits for it and goes on by itself, everybody answered once."""
    port, answers = free_port(), Answers(server)
    database = await postgres.emptied_database()
    house = a_house(tmp_path, server, DATABASE_URL=database, HOST="127.0.0.1", PORT=str(port))
    with a_process("-m", "bot", "run", "--poll", environment=house, log=tmp_path / "bot.log") as bot:
        until(lambda: status_of(port) == 200)
        for person in range(1, FEWER + 1):
            server.act("say", user=person, text=ASKED[0])
        until(lambda: answers.count() >= 5)
        with postgres.gone():
            for person in range(1, FEWER + 1):
                server.act("say", user=person, text=ASKED[1])
            until(lambda: status_of(port) == 503)
        until(lambda: answers.are_complete(FEWER))
        until(lambda: status_of(port) == 200)
        bot.send_signal(signal.SIGTERM)
        code = bot.wait(timeout=10)

    assert (code, answers.doubled(), answers.are_in_order()) == (0, 0, True)
    assert b"Traceback" not in (tmp_path / "bot.log").read_bytes()


@pytest.mark.asyncio
async def test_the_end_does_not_wait_for_a_database_that_says_nothing(server: Server, tmp_path: Path, postgres: Postgres) -> None:
    """Its machine hangs in the middle of a burst: SIGTERM ends the bot in ten seconds, the next one answers everybody."""
    port, answers = free_port(), Answers(server)
    database = await postgres.emptied_database()
    house = a_house(tmp_path, server, DATABASE_URL=database, HOST="127.0.0.1", PORT=str(port))
    run = ("-m", "bot", "run", "--poll")
    with a_process(*run, environment=house, log=tmp_path / "a.log") as bot:
        until(lambda: status_of(port) == 200)
        server.act("fail", method="sendMessage", fault="slow", seconds=1, times=2 * FEWER)
        for person in range(1, FEWER + 1):
            server.act("say", user=person, text=ASKED[0])
        until(lambda: answers.count() >= 5)
        with postgres.frozen():
            bot.send_signal(signal.SIGTERM)
            code = bot.wait(timeout=10)
    for person in range(1, FEWER + 1):
        server.act("say", user=person, text=ASKED[1])
    with a_process(*run, environment=house, log=tmp_path / "b.log"):
        until(lambda: answers.are_complete(FEWER))

    assert code == 0
    assert answers.doubled_in_a_chat() <= IN_HAND
    assert answers.are_in_order()
