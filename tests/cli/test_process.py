"""The bot as a process of its own: pipes, and a disk that cannot be written."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.cli.support import ROOT, environment, run
from tests.house import House

HEAVY_FOR_HELP = ("numpy", "pydantic", "yaml", "telegram", "bot.app")
NOT_FOR_ASK = ("telegram", "aiohttp", "prometheus_client", "starlette", "uvicorn", "httpx", "sqlite3", "aiosql", "asyncpg", "bot.workshop.laws")


def loaded_by(*arguments: str, house: House) -> set[str]:
    """Return the modules a command loads."""
    code = (
        "import sys; from bot.__main__ import _wiring; from bot.cli import main; "
        f"main(_wiring, {list(arguments)!r}); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=ROOT, env=environment(house.environment), check=True
    )
    return set(done.stderr.decode().split())


def test_help_loads_next_to_nothing(house: House) -> None:
    """Whoever asks for help does not wait for the brain."""
    assert loaded_by("--help", house=house).isdisjoint(HEAVY_FOR_HELP)


def test_a_question_loads_neither_telegram_nor_a_web_server(house: House) -> None:
    """Each command loads what it needs."""
    assert loaded_by("ask", "moin", house=house).isdisjoint(NOT_FOR_ASK)


@pytest.mark.parametrize("call", [("check",), ("preview", "schweisskurs"), ("calendar",)], ids=" ".join)
def test_staff_tools_load_neither_telegram_nor_what_writes_yaml(house: House, call: tuple[str, ...]) -> None:
    """They show what Telegram would, and start in a second all the same."""
    assert loaded_by(*call, house=house).isdisjoint({*NOT_FOR_ASK, "ruamel.yaml"})


def test_a_piped_talk_is_plain(house: House) -> None:
    """No prompt, no frame, no colour, no greeting; the end of the pipe ends the talk."""
    done = run("chat", said="was kostet der schweißkurs\n/ende\nmoin\n".encode(), extra=house.environment)

    assert done.returncode == 0
    assert done.stdout.decode().startswith("Der Kurs kostet 50 Euro.\n\n")
    assert done.stderr == b""
    assert not any(sign in done.stdout.decode() for sign in ("\x1b", "›", "│", "Hallo", "Frag mich"))


def test_bytes_that_are_no_text_do_not_stop_a_talk(house: House) -> None:
    """Unreadable bytes are read as replacement signs."""
    done = run("chat", said=b"\xff\xfe moin\n", extra={**house.environment, "LC_ALL": "C", "PYTHONUTF8": "0"})

    assert done.returncode == 0
    assert "Hallo." in done.stdout.decode()


def test_a_reader_that_goes_away_ends_the_answers_quietly(house: House) -> None:
    """A closed pipe is no error."""
    lines = "".join(json.dumps({"id": number, "question": "moin"}) + "\n" for number in range(2_000))
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment(house.environment),
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(b'{"id": 1, "question": "moin"}\n')
    process.stdin.flush()
    first = process.stdout.readline()
    process.stdout.close()
    process.stdout = None
    _, told = process.communicate(lines.encode(), timeout=60)

    assert json.loads(first)["id"] == 1
    assert told == b""
    assert process.returncode == 0


def test_a_disk_that_cannot_be_written_does_not_stop_an_answer(house: House) -> None:
    """What would be kept between starts is computed again."""
    below_a_file = str(house.root / "content" / "crisis.yaml" / "data")
    done = run("ask", "moin", extra={**house.environment, "DATA_DIR": below_a_file})

    assert done.returncode == 0
    assert done.stdout.decode().startswith("Hallo.")


def test_another_python_is_told_which_one_to_take() -> None:
    """Plain `python` mostly lacks what the bot needs: no traceback, but the way out."""
    done = subprocess.run([sys.executable, "-S", "-m", "bot", "check"], capture_output=True, cwd=ROOT, check=False)

    assert done.returncode == 1
    assert done.stderr.decode().startswith("Diesem Python fehlt «structlog». Nimm .venv/bin/python")
