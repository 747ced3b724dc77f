"""`run`: answer on Telegram."""

from __future__ import annotations

import asyncio

import structlog

from bot.channels.telegram import poll as poll_telegram
from bot.channels.telegram import serve
from bot.cli.counting import errors_in
from bot.cli.environment import settings_for
from bot.cli.mistakes import WrongCall
from bot.cli.wiring import LoadWiring, Wiring
from bot.conversation.turn import Conversation
from bot.service.clocks import clock_of
from bot.settings import Settings


def run_here(load_wiring: LoadWiring, today: str | None, *, poll: bool, remove_webhook: bool) -> None:
    """Answer until told to stop: behind a webhook where WEBHOOK_URL is set, else by polling."""
    settings = settings_for(today)
    polls = poll or settings.webhook_url is None
    if remove_webhook and not polls:
        raise WrongCall("--remove-webhook passt nur zum Abfragen: Nimm --poll dazu.")
    _require(settings, polls=polls)
    conversation = _open(load_wiring(), settings)
    clock = clock_of(settings.bot_today)
    if polls:
        asyncio.run(poll_telegram(settings, conversation, clock=clock, remove_webhook=remove_webhook))
    else:
        asyncio.run(serve(settings, conversation, clock))


def _require(settings: Settings, *, polls: bool) -> None:
    """Fail on a missing variable before the brain is fitted, not seconds after."""
    settings.token()
    if not polls:
        settings.webhook()


def _open(wiring: Wiring, settings: Settings) -> Conversation:
    brain, problems = wiring.load_brain(settings)
    if problems:
        errors = errors_in(problems)
        more = {"errors": errors, "warnings": len(problems) - errors, "hint": "python -m bot check"}
        structlog.get_logger().warning("content_problems", **more)
    return wiring.converse(brain)
