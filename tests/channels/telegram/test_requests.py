"""HTTP to Telegram: what goes out, what comes back, and what is told when nothing does."""

from __future__ import annotations

import asyncio
import io
import ssl
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from telegram import InputFile
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.channels.telegram.patience import asked_to_wait, hush_library
from bot.channels.telegram.requests import (
    AiohttpRequest,
    CutOff,
    NotSent,
    NotSentInTime,
    Timeouts,
    Unreadable,
    proxy_for,
    trusted,
)
from tests.botapi.faults import Fault, Garbage, Reset, Silence
from tests.botapi.laboratory import Laboratory
from tests.botapi.refusal import flood
from tests.botapi.world import TOKEN
from tests.ports import free_port

pytestmark = pytest.mark.asyncio

AT_ONCE = 0.05
"""Seconds to wait in vain."""

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Coroutine[object, object, None]]


@asynccontextmanager
async def a_backend(serve: Serve) -> AsyncIterator[str]:
    """Run a server that does what *serve* does with each connection; yields its address."""
    lines: list[asyncio.Task[None]] = []

    async def line(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines.append(asyncio.create_task(serve(reader, writer)))
        await asyncio.gather(lines[-1], return_exceptions=True)
        writer.transport.abort()

    server = await asyncio.start_server(line, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot{TOKEN}/sendMessage"
    finally:
        server.close()
        for task in lines:
            task.cancel()
        await asyncio.gather(*lines, return_exceptions=True)


def replying(reply: bytes, heard: list[bytes]) -> Serve:
    """Answer one request with *reply* and hang up."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.read(65536))
        writer.write(reply)
        await writer.drain()
        writer.close()

    return serve


def data(**values: object) -> RequestData:
    """Return parameters as the library hands them over."""
    return RequestData([RequestParameter.from_input(name, value) for name, value in values.items()])


async def post(lab: Laboratory, request: AiohttpRequest, **values: object) -> object:
    """Send a message to person 7."""
    lab.person(7)
    return await request.post(f"{lab.api_url}{TOKEN}/sendMessage", data(chat_id=7, **values))


async def test_parameters_arrive_and_the_answer_comes_back(lab: Laboratory) -> None:
    """Umlauts, keyboards and numbers go through a form as Telegram reads it."""
    keyboard = {"inline_keyboard": [[{"text": "Wo?", "callback_data": "q:place"}]]}
    async with AiohttpRequest() as request:
        answer = await post(lab, request, text="Grüße & mehr 🙂", reply_markup=keyboard)

    assert lab.world.sent[0].text == "Grüße & mehr 🙂"
    assert lab.world.sent[0].labels == ("Wo?",)
    assert isinstance(answer, dict)
    assert answer["message_id"] == 1


async def test_files_go_as_parts() -> None:
    """A file is uploaded with its name and kind beside the other parameters."""
    heard: list[bytes] = []
    reply = b'HTTP/1.1 200 OK\r\ncontent-length: 23\r\n\r\n{"ok":true,"result":{}}'
    async with a_backend(replying(reply, heard)) as url, AiohttpRequest() as request:
        sent = data(chat_id=7, document=InputFile(b"BEGIN:VCALENDAR", "termin.ics"))
        await request.post(url, sent)

    assert b"multipart/form-data" in heard[0]
    assert b'filename="termin.ics"' in heard[0]
    assert b"text/calendar" in heard[0]
    assert b"BEGIN:VCALENDAR" in heard[0]
    assert b'name="chat_id"' in heard[0]


@pytest.mark.parametrize(
    ("fault", "raised"),
    [
        (Silence(), TimedOut),
        (Silence(handled=True), TimedOut),
        (Reset(), CutOff),
        (Reset(handled=True), CutOff),
        (Garbage(), Unreadable),
        (Garbage(b""), Unreadable),
        (Garbage(b"[1]"), Unreadable),
        (Garbage(b'{"ok":true}'), Unreadable),
        (Garbage(b"\xff"), Unreadable),
        (Garbage(status=502), NetworkError),
        (Garbage(b"", 429), NetworkError),
        (Garbage(b"", 302), NetworkError),
    ],
)
async def test_what_went_wrong_has_a_class(
    lab: Laboratory, fault: Fault, raised: type[TelegramError]
) -> None:
    """Time-outs, cut connections and odd answers are told apart, and none of it names the token."""
    lab.world.fail_next("sendMessage", fault)
    lab.person(7)
    url, read = f"{lab.api_url}{TOKEN}/sendMessage", AT_ONCE if isinstance(fault, Silence) else None
    async with AiohttpRequest() as request:
        with pytest.raises(TelegramError) as caught:
            await request.post(url, data(chat_id=7, text="x"), read_timeout=read)
        await post(lab, request, text="danach")

    assert type(caught.value) is raised
    assert TOKEN not in repr(caught.value)
    assert isinstance(caught.value.__cause__, Unreadable | None)
    assert lab.world.sent[-1].text == "danach"


async def test_refusals_keep_their_class(lab: Laboratory) -> None:
    """What Telegram itself says is read by the library as ever."""
    hush_library()
    lab.world.fail_next("sendMessage", flood(3))
    async with AiohttpRequest() as request:
        with pytest.raises(RetryAfter) as caught:
            await post(lab, request, text="x")

    assert asked_to_wait(caught.value) == 3


async def test_an_answer_that_breaks_off_is_no_answer() -> None:
    """A body shorter than announced counts as a cut connection."""
    reply = b'HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"ok":tr'
    async with a_backend(replying(reply, [])) as url, AiohttpRequest() as request:
        with pytest.raises(CutOff):
            await request.post(url, data(chat_id=7))


async def test_redirects_are_not_followed() -> None:
    """A redirect would carry the token to wherever it points."""
    heard: list[bytes] = []
    async with a_backend(replying(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n", heard)) as elsewhere:
        reply = f"HTTP/1.1 307 Look There\r\nlocation: {elsewhere}\r\ncontent-length: 0\r\n\r\n".encode()
        async with a_backend(replying(reply, [])) as url, AiohttpRequest() as request:
            with pytest.raises(NetworkError):
                await request.post(url, data(chat_id=7))

    assert heard == []


async def test_without_a_connection_nothing_was_sent() -> None:
    """A port nobody listens on is told as not sent."""
    async with AiohttpRequest() as request:
        with pytest.raises(NotSent) as caught:
            await request.post(f"http://127.0.0.1:{free_port()}/bot{TOKEN}/getMe")

    assert TOKEN not in repr(caught.value)


async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Accept a connection and say nothing."""
    await asyncio.Event().wait()


async def test_a_connection_that_takes_too_long_was_not_used() -> None:
    """A server that never finishes the TLS greeting is told as not sent in time."""
    async with a_backend(silent) as url, AiohttpRequest(Timeouts(connect=AT_ONCE)) as request:
        with pytest.raises(NotSentInTime):
            await request.post(url.replace("http:", "https:"))


async def test_a_call_that_finds_no_free_connection_was_not_sent(lab: Laboratory) -> None:
    """With all connections taken, one more call gives up without leaving."""
    lab.world.fail_next("sendMessage", Silence())
    async with AiohttpRequest(connections=1) as request:
        first = asyncio.create_task(post(lab, request, text="haengt"))
        await asyncio.sleep(0)
        with pytest.raises(NotSentInTime):
            await request.post(f"{lab.api_url}{TOKEN}/sendMessage", pool_timeout=AT_ONCE)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)

    assert lab.world.sent == []


async def test_a_call_can_have_its_own_patience(lab: Laboratory) -> None:
    """Time-outs given with a call count instead of the usual ones."""
    lab.world.fail_next("sendMessage", Silence())
    async with AiohttpRequest() as request:
        with pytest.raises(TimedOut):
            await request.post(
                f"{lab.api_url}{TOKEN}/sendMessage", read_timeout=AT_ONCE, connect_timeout=None, pool_timeout=1
            )

    assert request.read_timeout == Timeouts().read


async def test_a_closed_pool_makes_no_calls(lab: Laboratory) -> None:
    """Before it is opened and after it is closed a call fails at once; opening and closing twice is fine."""
    request = AiohttpRequest()
    with pytest.raises(NetworkError):
        await post(lab, request, text="zu frueh")
    await request.initialize()
    await request.initialize()
    await post(lab, request, text="jetzt")
    await request.shutdown()
    await request.shutdown()
    with pytest.raises(NetworkError):
        await post(lab, request, text="zu spaet")

    assert [sent.text for sent in lab.world.sent] == ["jetzt"]


async def test_no_log_holds_an_address(lab: Laboratory, logs: io.StringIO) -> None:
    """At the most talkative level, neither a good call nor a failed one leaves the token or the words behind."""
    lab.world.fail_next("sendMessage", Garbage(b"geheim"))
    async with AiohttpRequest() as request:
        with pytest.raises(TelegramError):
            await post(lab, request, text="geheim")
        await post(lab, request, text="geheim")

    assert TOKEN not in logs.getvalue()
    assert "geheim" not in logs.getvalue()


async def test_without_encryption_nothing_is_sent() -> None:
    """Where https was asked for, whoever does not speak it gets nothing."""
    heard: list[bytes] = []
    async with a_backend(replying(b"HTTP/1.1 200 OK\r\n\r\n", heard)) as url, AiohttpRequest() as request:
        with pytest.raises(NotSent):
            await request.post(url.replace("http:", "https:"), data(text="geheim"))

    assert TOKEN.encode() not in b"".join(heard)


async def test_a_system_without_certificates_is_lent_some(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What the system trusts counts; a container that has no list gets certifi's, and still checks."""
    (tmp_path / "own.pem").write_text("")
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "own.pem"))
    own = trusted()
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    lent = trusted()

    assert own is True
    assert isinstance(lent, ssl.SSLContext)
    assert lent.verify_mode is ssl.CERT_REQUIRED
    assert lent.cert_store_stats()["x509_ca"] > 50


@pytest.mark.parametrize(
    ("environment", "url", "proxy"),
    [
        ({}, "https://api.telegram.org/bot", None),
        ({"https_proxy": "http://p:1"}, "https://api.telegram.org/bot", "http://p:1"),
        ({"https_proxy": "http://p:1"}, "http://127.0.0.1:8081/bot", None),
        ({"all_proxy": "http://p:2"}, "https://api.telegram.org/bot", "http://p:2"),
        ({"https_proxy": "http://p:1", "no_proxy": "telegram.org"}, "https://api.telegram.org/bot", None),
    ],
)
async def test_the_proxy_of_the_environment_is_used(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], url: str, proxy: str | None
) -> None:
    """Schools and offices reach the internet through one; no_proxy makes exceptions."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert proxy_for(url) == proxy
