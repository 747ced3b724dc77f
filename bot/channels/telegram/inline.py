"""Answers people who type our name in another chat: cards, at once or not at all, and nothing of it is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime, time, timedelta

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.answers.dates import BERLIN
from bot.channels.telegram.patience import reason
from bot.channels.telegram.render import render
from bot.channels.telegram.text import shortened
from bot.channels.telegram.wire import InlineQuery
from bot.conversation.cards import HELP
from bot.model.links import StartLink
from bot.model.reply import Card
from bot.model.values import DEFAULT_LANGUAGE
from bot.service.ports import Answerer, Clock

LONGEST_CACHE = 300
"""Seconds Telegram may give the same person the same cards."""
AT_ONCE = 8
TITLE_LIMIT, LINE_LIMIT = 60, 120


class Inline:
    """Takes inline queries; of many at once only some are answered: the next letter brings the next query."""

    def __init__(self, bot: Bot, answerer: Answerer, clock: Clock, address: str) -> None:
        """Ask *answerer*; *address* is the bot's own, ``https://t.me/<name>``."""
        self._bot = bot
        self._answerer = answerer
        self._clock = clock
        self._address = address
        self._under_way: set[asyncio.Task[None]] = set()

    def take(self, query: InlineQuery) -> None:
        """Answer beside everything else. Needs a running loop."""
        if len(self._under_way) < AT_ONCE:
            task = asyncio.create_task(self._answer(query))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)

    async def _answer(self, query: InlineQuery) -> None:
        now, code = self._clock(), query.sender.language_code
        try:
            found = self._answerer.cards(query.query, code, now)
            more = self._answerer.say(code or DEFAULT_LANGUAGE, "card-more")
            results = [result_of(card, self._address, more) for card in found]
            await self._bot.do_api_request("answerInlineQuery", {
                "inline_query_id": query.id, "results": results, "cache_time": cache_seconds(now), "is_personal": True,
            })  # fmt: skip
        except TelegramError as error:
            structlog.get_logger().info("telegram_call_failed", call="answerInlineQuery", reason=reason(error))
        except Exception:  # noqa: BLE001 - somebody sees no cards, nobody is left without an answer
            structlog.get_logger().exception("inline_failed")


def cache_seconds(now: datetime) -> int:
    """Return for how long cards may be shown again: never past midnight, when what is ahead may be over."""
    here = now.astimezone(BERLIN)
    midnight = datetime.combine(here.date() + timedelta(days=1), time(), BERLIN)
    return max(0, min(LONGEST_CACHE, int((midnight - here).total_seconds())))


def result_of(card: Card, address: str, more: str) -> Mapping[str, object]:
    """Return a card as Telegram takes it: an article, with a button that opens the bot at its topic."""
    first, *_ = render(card.reply)
    button = {"text": more, "url": f"{address}?start={StartLink(topic=card.id).payload}"}
    opening = {} if card.id == HELP else {"reply_markup": {"inline_keyboard": [[button]]}}
    content = {"message_text": first.html, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
    return {
        "type": "article",
        "id": card.id,
        "title": shortened(card.title, TITLE_LIMIT),
        "description": shortened(card.line, LINE_LIMIT),
        "input_message_content": content,
        **opening,
    }
