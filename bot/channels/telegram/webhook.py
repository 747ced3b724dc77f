"""The door through which Telegram delivers updates."""

from __future__ import annotations

import hmac
import json

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.telegram.intake import Intake
from bot.service.vitals import Vitals
from bot.settings import Webhook

BODY_LIMIT = 1024 * 1024
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Junk(Exception):
    """A request that is not what Telegram sends; ``status`` is the answer."""

    def __init__(self, status: int) -> None:
        """Keep the HTTP *status*."""
        super().__init__(status)
        self.status = status


class Door:
    """Lets updates in that carry the secret, and says so (200) once they are stored.

    Until it is opened, and while the store fails, it answers 503: Telegram comes again.
    """

    def __init__(self, webhook: Webhook, vitals: Vitals) -> None:
        """Guard the path of *webhook* with its secret; *vitals* hears of each delivery."""
        self._webhook = webhook
        self._vitals = vitals
        self._intake: Intake | None = None
        self._log = structlog.get_logger()

    def open(self, intake: Intake) -> None:
        """Hand updates to *intake* from now on."""
        self._intake = intake

    def route(self) -> Route:
        """Return the path updates come in by."""
        return Route(self._webhook.path, self._deliver, methods=["POST"])

    async def _deliver(self, request: Request) -> Response:
        try:
            self._check_secret(request)
            update = _update(await _body(request))
        except Junk as junk:
            self._log.warning("delivery_refused", status=junk.status)
            return Response(status_code=junk.status)
        if self._intake is None:
            return Response(status_code=503)
        self._vitals.heard()
        stored = await self._intake.store(self._intake.sift([update]))
        return Response(status_code=200 if stored else 503)

    def _check_secret(self, request: Request) -> None:
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._webhook.secret.encode()):
            raise Junk(403)
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            raise Junk(415)


async def _body(request: Request) -> bytes:
    """Read the body; raises `Junk` as soon as it is known to be too long."""
    announced = request.headers.get("content-length", "0")
    if not announced.isdigit() or int(announced) > BODY_LIMIT:
        raise Junk(413)
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > BODY_LIMIT:
                raise Junk(413)
    except ClientDisconnect:
        raise Junk(400) from None
    return bytes(body)


def _update(body: bytes) -> object:
    """Return the update in *body*; by the standard library, as polled ones: others refuse the odd half of a character."""
    try:
        update: object = json.loads(body)
    except (ValueError, RecursionError):
        raise Junk(400) from None
    # An update of ours that we cannot read is taken, or Telegram would bring it again for a day.
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        raise Junk(400)
    return update
