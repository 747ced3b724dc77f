"""Sends what `render` made, and takes refusals for what they are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from functools import partial

import structlog
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import RetryAfter, TelegramError

from bot.channels.telegram.buttons import Rows
from bot.channels.telegram.incoming import Place
from bot.channels.telegram.patience import asked_to_wait, reason
from bot.channels.telegram.render import Part
from bot.service.ports import Pause

EXPECTED = frozenset({"blocked", "chat-not-found", "not-modified", "query-too-old", "no-rights"})
"""Refusals that say something about the chat and nothing about us."""


class Sender:
    """Speaks to Telegram; no call raises what Telegram refuses, it is logged without identity."""

    def __init__(self, bot: Bot, pause: Pause) -> None:
        """Send through *bot*; *pause* is used where Telegram asks us to wait."""
        self._bot = bot
        self._pause = pause
        self._log = structlog.get_logger()

    async def say(self, place: Place, parts: Iterable[Part]) -> None:
        """Send the messages in order; after one that did not get through the others are left out."""
        for part in parts:
            if not await self._guarded("sendMessage", partial(self._send, place, part)):
                return

    async def show_typing(self, place: Place) -> None:
        """Let the person see that an answer is being written."""
        await self._guarded("sendChatAction", partial(self._type, place))

    async def acknowledge(self, tap: str) -> None:
        """Take the waiting sign off a tapped button."""
        await self._guarded("answerCallbackQuery", partial(self._bot.answer_callback_query, tap))

    async def _send(self, place: Place, part: Part) -> object:
        # A quoted message can be gone by now; the answer is worth sending all the same.
        quoted = place.reply_to and ReplyParameters(place.reply_to, allow_sending_without_reply=True)
        return await self._bot.send_message(
            place.chat,
            part.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            message_thread_id=place.thread,
            reply_parameters=quoted or None,
            reply_markup=_markup(part.rows),
        )

    async def _type(self, place: Place) -> object:
        return await self._bot.send_chat_action(place.chat, ChatAction.TYPING, message_thread_id=place.thread)

    async def _guarded(self, what: str, call: Callable[[], Awaitable[object]]) -> bool:
        try:
            await self._waiting_once(call)
        except TelegramError as error:
            self._tell(what, reason(error))
            return False
        return True

    async def _waiting_once(self, call: Callable[[], Awaitable[object]]) -> None:
        try:
            await call()
        except RetryAfter as error:
            await self._pause(asked_to_wait(error))
            await call()

    def _tell(self, what: str, why: str) -> None:
        say = self._log.info if why in EXPECTED else self._log.warning
        say("telegram_call_failed", call=what, reason=why)


def _markup(rows: Rows) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(button.label, url=button.url, callback_data=button.data) for button in row]
            for row in rows
        ]
    )
