"""How the bot introduces itself in Telegram: name of commands, what it can do, per language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import structlog
from telegram import Bot, BotCommand
from telegram.error import BadRequest

from bot.channels.telegram.patience import patiently, reason
from bot.channels.telegram.text import shortened
from bot.service.ports import Answerer, Pause

LANGUAGES: tuple[tuple[str, str | None], ...] = (("de", None), ("en", "en"))
"""Our language and Telegram's code for whom it is shown; without a code: everybody else."""

MENU: tuple[tuple[str, str], ...] = (
    ("start", "command-start"),
    ("help", "command-help"),
    ("meine", "command-reminders"),
    ("privacy", "command-privacy"),
    ("sprache", "command-language"),
    ("abbrechen", "command-cancel"),
)

COMMAND_LIMIT, SHORT_LIMIT, DESCRIPTION_LIMIT = 256, 120, 512


async def introduce(bot: Bot, answerer: Answerer, pause: Pause) -> None:
    """Set command list and descriptions; what Telegram refuses is logged and left as it was."""
    for language, code in LANGUAGES:
        for what, call in _calls(bot, answerer, language, code):
            await _set(what, call, pause)


def _calls(
    bot: Bot, answerer: Answerer, language: str, code: str | None
) -> tuple[tuple[str, Callable[[], Awaitable[bool]]], ...]:
    def words(key: str, limit: int) -> str:
        return shortened(answerer.say(language, key), limit)

    commands = [BotCommand(name, words(key, COMMAND_LIMIT)) for name, key in MENU]
    description = words("bot-description", DESCRIPTION_LIMIT)
    short = words("bot-short-description", SHORT_LIMIT)
    return (
        ("setMyCommands", lambda: bot.set_my_commands(commands, language_code=code)),
        ("setMyDescription", lambda: bot.set_my_description(description, language_code=code)),
        ("setMyShortDescription", lambda: bot.set_my_short_description(short, language_code=code)),
    )


async def _set(what: str, call: Callable[[], Awaitable[bool]], pause: Pause) -> None:
    try:
        await patiently(what, call, pause)
    except BadRequest as error:
        structlog.get_logger().warning("telegram_call_failed", call=what, reason=reason(error))
