"""HTTP to Telegram: aiohttp behind the library's `BaseRequest`.

The library's own httpx takes about three times the CPU of a whole call
(``python -m tests.benchmarks.requests``), and does not tell whether a failed call had left. Here
it does, because that decides whether repeating it can double a message:

    NetworkError
    ├── NotSent              nothing left: no connection
    ├── TimedOut             no answer in time: carried out or not, nobody knows
    │   └── NotSentInTime    nothing left in time: no connection, or no free one
    └── CutOff               the connection ended before the answer: nobody knows either
    TelegramError
    └── Unreadable           there was an answer, but not Telegram's

No error holds an address or a cause: the address holds the token.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import certifi
from pydantic_core import from_json, to_json
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

JSON = "application/json"
CONNECTIONS = 100


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds for each part of a call; ``None`` waits for ever.

    ``read`` is long on purpose: giving up on an answer makes a message's fate unknowable.
    """

    connect: float | None = 10.0
    pool: float | None = 10.0
    write: float | None = 20.0
    read: float | None = 25.0


class NotSent(NetworkError):
    """There was no connection: the request never left."""


class NotSentInTime(TimedOut):
    """There was no connection, or no free one, in time: the request never left."""


class CutOff(NetworkError):
    """The connection ended after the request had left and before the answer was complete."""


class Unreadable(TelegramError):
    """What came back is no answer of the Bot API."""


class AiohttpRequest(BaseRequest):
    """Makes calls over one pool of connections. Redirects are not followed: they would carry the token off."""

    def __init__(
        self, timeouts: Timeouts | None = None, proxy: str | None = None, connections: int = CONNECTIONS
    ) -> None:
        """Wait as *timeouts* say unless a call says otherwise; *proxy* is the address of one to go through."""
        self._timeouts = timeouts or Timeouts()
        self._connections = connections
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds an answer is waited for unless a call says otherwise."""
        return self._timeouts.read

    async def initialize(self) -> None:
        """Open the pool, where it is not open yet."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, ssl=trusted()),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                proxy=self._proxy,
            )

    async def shutdown(self) -> None:
        """Close all connections; calls still under way fail."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Return status and body. Raises one of the errors above, RuntimeError when not initialised."""
        if self._session is None:
            raise RuntimeError("not initialised")
        usual = self._timeouts
        timeouts = Timeouts(
            _seconds(connect_timeout, usual.connect),
            _seconds(pool_timeout, usual.pool),
            _seconds(write_timeout, usual.write),
            _seconds(read_timeout, usual.read),
        )
        with _told_as_ours():
            async with self._session.request(
                method, url, data=_body(request_data), timeout=_limits(timeouts), allow_redirects=False
            ) as answer:
                return answer.status, await answer.read()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, object]:
        """Return the object in *payload*; raises `Unreadable`, now or when a missing part is asked for."""
        try:
            answer: object = from_json(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise Unreadable("no object")
        return _Answer(answer)


class _Answer(dict[str, object]):
    """The library reads ``result`` without looking whether it is there."""

    def __missing__(self, key: str) -> NoReturn:
        raise Unreadable(f"no {key}")


def proxy_for(api_url: str) -> str | None:
    """Return the proxy the environment names for *api_url* (HTTPS_PROXY and its kin), if any."""
    parts = urlsplit(api_url)
    if proxy_bypass(parts.netloc):
        return None
    proxies = getproxies()
    return proxies.get(parts.scheme) or proxies.get("all")


def trusted() -> ssl.SSLContext | bool:
    """Return True for what the system trusts; where it has no list, as in slim containers, certifi's."""
    paths = ssl.get_default_verify_paths()
    if paths.cafile or (paths.capath and any(Path(paths.capath).iterdir())):
        return True
    context = ssl.create_default_context()
    context.load_verify_locations(cafile=certifi.where())
    return context


def _seconds(given: object, usual: float | None) -> float | None:
    if isinstance(given, int | float):
        return given
    return None if given is None else usual


def _limits(timeouts: Timeouts) -> aiohttp.ClientTimeout:
    """Return aiohttp's own kind; it has no limit for writing, so that one goes into the total."""
    parts = (timeouts.pool, timeouts.connect, timeouts.write, timeouts.read)
    known = [part for part in parts if part is not None]
    return aiohttp.ClientTimeout(
        total=sum(known) if len(known) == len(parts) else None,
        connect=timeouts.pool,
        sock_connect=timeouts.connect,
        sock_read=timeouts.read,
    )


def _body(data: RequestData | None) -> aiohttp.FormData | aiohttp.BytesPayload | None:
    if data is None:
        return None
    if not data.contains_files:
        return aiohttp.BytesPayload(to_json(data.parameters), content_type=JSON)
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


@contextmanager
def _told_as_ours() -> Iterator[None]:
    """Turn aiohttp's errors into ours, cut off from their cause."""
    try:
        yield
    except aiohttp.ConnectionTimeoutError:
        raise NotSentInTime("no connection in time") from None
    except TimeoutError:
        raise TimedOut("no answer in time") from None
    except (aiohttp.ClientConnectorError, aiohttp.InvalidURL):
        raise NotSent("no connection") from None
    except (aiohttp.ClientError, OSError) as error:
        raise CutOff(type(error).__name__) from None
