"""Many questions as JSON lines: one answer for each, in order, whatever comes in."""

from __future__ import annotations

import asyncio
import io
import json
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli import main
from bot.cli.jsonl import LONGEST, BadLine, LineAnswerer, lines_of, read_line
from bot.conversation.brain import Brain
from bot.conversation.turn import Conversation
from bot.model.message import Message
from bot.model.reply import Reply
from bot.service.clocks import clock_of
from bot.store import MemoryStore
from tests.cli.support import ReadyWiring, stream_of

Line = dict[str, object]


def asked(
    wiring: ReadyWiring,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
    *lines: object,
    options: tuple[str, ...] = (),
) -> list[Line]:
    """Return what `ask --jsonl` answers to *lines*; text goes in as it is."""
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    monkeypatch.setattr("sys.stdin", stream_of(text))
    assert main(wiring, ["ask", "--jsonl", "--today", "2026-11-22", *options]) == 0
    return [json.loads(line) for line in capsysbinary.readouterr().out.decode().splitlines()]


def test_an_answer_line_says_all_there_is(
    wiring: ReadyWiring, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Text with its source, pages and choices as buttons, and what was understood."""
    (line,) = asked(wiring, monkeypatch, capsysbinary, {"id": "a", "question": "was ist das schulnetz"})

    assert set(line) == {"id", "text", "buttons", "intent", "topics", "confidence"}
    assert line["id"] == "a"
    assert "Schulen, die zusammenarbeiten." in str(line["text"])
    assert str(line["text"]).endswith("gelesen 11/2026")
    assert {"text": "Netz öffnen", "url": "https://example.net"} in line["buttons"]  # type: ignore[operator]
    assert line["intent"] == "overview"
    assert line["topics"] == ["schulnetz"]


def test_lines_of_one_chat_are_one_talk(
    wiring: ReadyWiring, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A follow-up is understood within its chat, and in no other."""
    first, same, other, alone = asked(
        wiring,
        monkeypatch,
        capsysbinary,
        {"id": 1, "question": "was ist der schweißkurs", "chat": "a"},
        {"id": 2, "question": "was kostet das", "chat": "a"},
        {"id": 3, "question": "was kostet das", "chat": "b"},
        {"id": 4, "question": "was kostet das"},
    )

    assert first["topics"] == ["schweisskurs"]
    assert "50 Euro" in str(same["text"])
    assert "50 Euro" not in str(other["text"])
    assert "50 Euro" not in str(alone["text"])


def test_a_choice_taps_a_button(
    wiring: ReadyWiring, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The data of a button stands in place of a question."""
    (line,) = asked(wiring, monkeypatch, capsysbinary, {"id": 1, "choice": "q:cost:schweisskurs"})

    assert line["intent"] == "cost"


def test_a_language_holds_for_every_chat(
    wiring: ReadyWiring, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """--lang fixes the language of each talk from its first line on."""
    lines = [{"id": n, "question": "was kostet der schweißkurs", "chat": chat} for n, chat in enumerate("aab")]
    answers = asked(wiring, monkeypatch, capsysbinary, *lines, options=("--lang", "en"))

    assert all("50 euros" in str(line["text"]) for line in answers)


@pytest.mark.parametrize(
    ("line", "identifier", "sentence"),
    [
        ("kaputt", None, "kein gültiges JSON"),
        ("   ", None, "leer"),
        ("[]", None, "JSON-Objekt"),
        ('"text"', None, "JSON-Objekt"),
        ('{"id": NaN, "question": "x"}', None, "kein gültiges JSON"),
        ('{"id": 1}', 1, "entweder question oder choice"),
        ('{"id": 1, "question": "x", "choice": "more"}', 1, "entweder question oder choice"),
        ('{"id": 1, "question": 5}', 1, "question muss ein Text sein"),
        ('{"id": 1, "choice": []}', 1, "choice muss ein Text sein"),
        ('{"id": "ä", "question": "x", "chat": true}', "ä", "chat muss"),
        ("[" * 100_000, None, "kein gültiges JSON"),
    ],
)
def test_a_bad_line_gets_an_error_and_the_next_an_answer(
    wiring: ReadyWiring,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
    line: str,
    identifier: object,
    sentence: str,
) -> None:
    """The error carries the id where there is one; nothing stops."""
    bad, good = asked(wiring, monkeypatch, capsysbinary, line, {"id": 2, "question": "moin"})

    assert bad["id"] == identifier
    assert sentence in str(bad["error"])
    assert good["intent"] == "greeting"


def test_a_byte_order_mark_is_no_mistake() -> None:
    """Editors on Windows put one before the first line."""
    assert read_line(b'\xef\xbb\xbf{"id": 1, "question": "x"}', 1) == (1, Message("line:1", text="x"))


def test_a_line_without_id_is_answered_without_one() -> None:
    """Only the question is needed."""
    assert read_line(b'{"question": "x", "chat": 7}', 1) == (None, Message("chat:7", text="x"))


def test_a_line_that_is_too_long_costs_one_error() -> None:
    """Its end is skipped, the next line is read whole."""
    stream = io.BytesIO(b"a" * (2 * LONGEST + 5) + b"\nb\n" + b"c" * (LONGEST + 1))
    lines = list(lines_of(stream))

    assert [len(line) for line in lines] == [LONGEST + 1, 2, LONGEST + 1]
    with pytest.raises(BadLine, match="1 MiB"):
        read_line(lines[0], 1)


class Broken(Conversation):
    """A conversation whose turns break."""

    async def turn(self, message: Message, now: datetime) -> Reply:
        """Break."""
        raise RuntimeError(message.text)


def test_a_turn_that_breaks_is_an_error_line(small_brain: Brain) -> None:
    """The id is kept, the wording of the fault is not."""
    answerer = LineAnswerer(Broken(small_brain, MemoryStore()), clock_of(None), None)
    told = json.loads(asyncio.run(answerer.answer(b'{"id": 9, "question": "privat"}', 1)))

    assert told["id"] == 9
    assert "schiefgegangen" in told["error"]
    assert "privat" not in told["error"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)
LINES = st.binary(max_size=200) | st.fixed_dictionaries(
    {}, optional={"id": JSON, "question": JSON, "choice": JSON, "chat": JSON}
).map(lambda line: json.dumps(line).encode())


@given(LINES)
def test_whatever_comes_in_is_a_message_or_a_bad_line(raw: bytes) -> None:
    """Nothing else is raised."""
    try:
        _, message = read_line(raw, 1)
    except BadLine:
        message = Message("bad line", text="")

    assert (message.text is None) != (message.choice is None)


def test_whatever_is_asked_the_answer_is_one_line_of_json(small_brain: Brain) -> None:
    """Every text gets a text back."""
    answerer = LineAnswerer(Conversation(small_brain, MemoryStore()), clock_of(date(2026, 11, 22)), None)

    @given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
    def holds(question: str) -> None:
        told = asyncio.run(answerer.answer(json.dumps({"id": 1, "question": question}).encode(), 1))

        assert told.count(b"\n") == 1
        assert json.loads(told).get("text")

    holds()
