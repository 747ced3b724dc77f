"""Sends what `render` made: at Telegram's pace, patiently, and twice only where once may be never."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

import structlog
from telegram import Bot
from telegram.error import ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.channels.telegram.attaching import Call, call_for
from bot.channels.telegram.buttons import Button, Rows
from bot.channels.telegram.incoming import Place, chat_key, chat_number
from bot.channels.telegram.pacing import Pace
from bot.channels.telegram.patience import Tries, asked_to_wait, is_ambiguous, is_temporary, reason
from bot.channels.telegram.render import Part
from bot.service.chats import Chats
from bot.service.metrics import Metrics
from bot.service.ports import Pause

MESSAGE_PATIENCE = 24 * 3600.0
"""Seconds a message is tried for in all: as long as a question is kept that could not be answered."""
TAP_PATIENCE = 10.0
"""A tapped button shows its waiting sign for about so long."""

LOST = frozenset({"blocked", "chat-not-found"})
EXPECTED = LOST | {"not-modified", "query-too-old", "no-rights"}
"""Refusals that say something about the chat and nothing about us."""

_OF_AN_EDIT = frozenset({"chat_id", "text", "parse_mode", "link_preview_options", "reply_markup"})


class Outcome(StrEnum):
    """What became of a message."""

    SENT = "sent"
    LOST = "lost"
    """Nobody is there to read it: the bot was blocked or thrown out."""
    REFUSED = "refused"
    GIVEN_UP = "given-up"


@dataclass(frozen=True, slots=True)
class Tools:
    """What a `Sender` works with: the library's bot, the pace, who can be written to, the counters.

    ``address`` is the bot's own, ``https://t.me/<name>``.
    """

    bot: Bot
    pace: Pace
    chats: Chats
    metrics: Metrics
    pause: Pause
    address: str = ""


class Sender:
    """Speaks to Telegram; no call raises what Telegram refuses, it is logged without identity."""

    def __init__(self, tools: Tools) -> None:
        """Send with *tools*."""
        self._tools = tools
        self._log = structlog.get_logger()

    async def heard(self, place: Place) -> None:
        """Somebody wrote there: whoever had blocked the bot has taken it back."""
        await self._tools.chats.heard(chat_key(place.chat))

    async def say(self, place: Place, parts: Iterable[Part], patience: float = MESSAGE_PATIENCE) -> Outcome:
        """Send the messages in order, each tried for *patience* seconds; after one that did not get through no more."""
        for part in parts:
            outcome = await self._say(place, part, patience)
            if outcome is not Outcome.SENT:
                return outcome
        return Outcome.SENT

    async def change(self, place: Place, number: int, part: Part) -> Outcome:
        """Put *part* in place of our message *number*; one that reads so already is as good."""

        def call(where: Place) -> Call:
            values = {name: value for name, value in _values(where, part).items() if name in _OF_AN_EDIT}
            return "editMessageText", {**values, "message_id": number}

        error = await self._persist(lambda: self._post(place, call), Tries(MESSAGE_PATIENCE))
        if error is None or reason(error) == "not-modified":
            return Outcome.SENT
        return await self._failed("editMessageText", place, error)

    async def show_typing(self, place: Place) -> None:
        """Let the person see that an answer is being written; not worth a second try."""
        values = _known(chat_id=place.chat, action="typing", message_thread_id=place.thread)
        try:
            await self._tools.bot.do_api_request("sendChatAction", values)
        except TelegramError as error:
            self._tell("sendChatAction", reason(error))

    async def acknowledge(self, tap: str) -> None:
        """Take the waiting sign off a tapped button."""

        async def call() -> object:
            return await self._tools.bot.do_api_request("answerCallbackQuery", {"callback_query_id": tap})

        if error := await self._persist(call, Tries(TAP_PATIENCE)):
            self._tell("answerCallbackQuery", reason(error))

    async def _say(self, place: Place, part: Part, patience: float) -> Outcome:
        error = await self._persist(lambda: self._post(place, lambda where: self._call(where, part)), Tries(patience))
        if error is None:
            return Outcome.SENT
        why = reason(error)
        if why == "thread-gone" and place.thread is not None:
            return await self._say(replace(place, thread=None), part, patience)
        return await self._failed("sendMessage", place, error)

    async def _failed(self, what: str, place: Place, error: TelegramError) -> Outcome:
        why = reason(error)
        self._tools.pace.over(place.chat)
        self._tell(what, why)
        if why in LOST:
            await self._tools.chats.lost(chat_key(place.chat))
            return Outcome.LOST
        return Outcome.GIVEN_UP if is_temporary(error) else Outcome.REFUSED

    async def _post(self, place: Place, make: Callable[[Place], Call]) -> None:
        """Try once, where the chat is now and when its turn has come."""
        tools = self._tools
        key = await tools.chats.address(chat_key(place.chat))
        if key is None:
            raise Forbidden("nobody there")
        chat = chat_number(key)
        await tools.pace.turn(chat)
        try:
            method, values = make(replace(place, chat=chat))
            await tools.bot.do_api_request(method, values)
        except RetryAfter as error:
            await tools.pace.refused(chat, asked_to_wait(error))
            raise
        except ChatMigrated as error:
            await tools.chats.moved(key, chat_key(error.new_chat_id))
            raise
        tools.pace.over(chat)

    def _call(self, place: Place, part: Part) -> Call:
        if part.attached is None:
            return "sendMessage", _values(place, part)
        method, values = call_for(part.attached, part.html, self._tools.address)
        return method, {**_known(chat_id=place.chat, message_thread_id=place.thread), **values}

    async def _persist(self, call: Callable[[], Awaitable[object]], tries: Tries) -> TelegramError | None:
        """Make a call until it is done; return the error that ended it otherwise."""
        while True:
            try:
                await call()
            except TelegramError as error:
                if is_ambiguous(error):
                    self._tools.metrics.ambiguous()
                seconds = tries.next_wait(error)
                if seconds is None:
                    return error
                self._tools.metrics.retry(reason(error))
            else:
                return None
            await self._tools.pause(seconds)

    def _tell(self, what: str, why: str) -> None:
        say = self._log.info if why in EXPECTED else self._log.warning
        say("telegram_call_failed", call=what, reason=why)


def _values(place: Place, part: Part) -> dict[str, object]:
    # A quoted message can be gone by now; the answer is worth sending all the same.
    quoted = place.reply_to and {"message_id": place.reply_to, "allow_sending_without_reply": True}
    return _known(
        chat_id=place.chat,
        text=part.html,
        parse_mode="HTML",
        link_preview_options={"is_disabled": True},
        message_thread_id=place.thread,
        reply_parameters=quoted,
        reply_markup=_markup(part.rows),
    )


def _known(**values: object) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}


def _markup(rows: Rows) -> dict[str, object] | None:
    if not rows:
        return None
    return {"inline_keyboard": [[_button(button) for button in row] for row in rows]}


def _button(button: Button) -> dict[str, object]:
    return _known(text=button.label, url=button.url, callback_data=button.data)
