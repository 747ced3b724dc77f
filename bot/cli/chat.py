"""`chat`: talk in the terminal, framed for people, plain for pipes."""

from __future__ import annotations

import contextlib
import sys

from rich.console import Console

from bot.channels.terminal import PlainScreen, RichScreen, Talk, chat, typed
from bot.cli.environment import settings_for
from bot.cli.opening import language_for, open_conversation
from bot.cli.streams import is_for_people
from bot.cli.wiring import LoadWiring
from bot.service.clocks import clock_of
from bot.settings import Settings

# Arrow keys and history at the prompt; Windows has its own.
with contextlib.suppress(ImportError):
    import readline  # noqa: F401


def chat_here(load_wiring: LoadWiring, today: str | None, lang: str | None) -> None:
    """Talk until the person leaves or the pipe ends."""
    settings = settings_for(today)
    if is_for_people():
        _with_people(load_wiring, settings, lang)
    else:
        chat(_talk(load_wiring, settings, lang), sys.stdin, PlainScreen(sys.stdout))


def _with_people(load_wiring: LoadWiring, settings: Settings, lang: str | None) -> None:
    console = Console()
    with console.status("Einen Moment, ich lade mein Wissen …"):
        talk = _talk(load_wiring, settings, lang)
    screen = RichScreen(console)
    screen.remark(talk.say("hello"))
    chat(talk, typed(input), screen)
    screen.remark(talk.say("bye"))


def _talk(load_wiring: LoadWiring, settings: Settings, lang: str | None) -> Talk:
    conversation = open_conversation(load_wiring(), settings)
    return Talk(conversation, clock_of(settings.bot_today), language_for(lang, conversation.languages()))
