"""How the bot introduces itself in Telegram: name of commands, what it can do, per language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator

import structlog
from telegram import Bot, BotCommand
from telegram.error import BadRequest

from bot.channels.telegram.patience import patiently, reason
from bot.channels.telegram.text import shortened
from bot.model.values import DEFAULT_LANGUAGE
from bot.service.ports import Answerer, Pause

MENU: tuple[tuple[str, str], ...] = (
    ("start", "command-start"),
    ("help", "command-help"),
    ("meine", "command-reminders"),
    ("privacy", "command-privacy"),
    ("sprache", "command-language"),
    ("einfach", "command-simple"),
    ("abbrechen", "command-cancel"),
)

_CODE = 2
COMMAND_LIMIT, SHORT_LIMIT, DESCRIPTION_LIMIT = 256, 120, 512


async def introduce(bot: Bot, answerer: Answerer, pause: Pause) -> None:
    """Set command list and descriptions; what Telegram refuses is logged and left as it was."""
    for language, code in _shown_to(answerer.languages()):
        for what, call in _calls(bot, answerer, language, code):
            await _set(what, call, pause)


def _shown_to(languages: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """Yield each language with Telegram's code for whom it is shown: German without one, to everybody else.

    Telegram knows codes of two letters only, so no registers and no small languages.
    """
    yield DEFAULT_LANGUAGE, None
    yield from ((language, language) for language in languages if len(language) == _CODE and language != DEFAULT_LANGUAGE)


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
