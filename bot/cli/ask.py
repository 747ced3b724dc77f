"""`ask`: one question from the command line, or many as JSON lines."""

from __future__ import annotations

import asyncio
import sys

from bot.channels.terminal import explain, plain
from bot.cli.environment import settings_for
from bot.cli.jsonl import LineAnswerer, lines_of
from bot.cli.mistakes import WrongCall
from bot.cli.opening import language_for, open_conversation
from bot.cli.wiring import LoadWiring
from bot.conversation.turn import Conversation, Turn
from bot.model.choices import set_language
from bot.model.message import Message
from bot.service.clocks import clock_of
from bot.service.commands import typed
from bot.service.ports import Clock

_CHAT = "ask"


def ask_once(load_wiring: LoadWiring, question: str, today: str | None, lang: str | None, *, why: bool) -> None:
    """Print the answer to *question*, with its reasons where *why* is set."""
    if not question.strip():
        raise WrongCall('Stell eine Frage: python -m bot ask "Wann startet der Wasserstoffkurs?"')
    settings = settings_for(today)
    conversation, clock = open_conversation(load_wiring(), settings), clock_of(settings.bot_today)
    language = language_for(lang, conversation.languages())
    turn = asyncio.run(_turn(conversation, question, clock, language))
    print(plain(turn.reply))
    if why:
        print(f"\n{explain(turn, conversation.brain, question, clock())}")


async def _turn(conversation: Conversation, question: str, clock: Clock, language: str | None) -> Turn:
    if language:
        await conversation.turn(Message(_CHAT, choice=set_language(language)), clock())
    return await conversation.explained_turn(typed(_CHAT, question), clock())


def ask_lines(load_wiring: LoadWiring, question: str, today: str | None, lang: str | None) -> None:
    """Answer the JSON lines of standard input on standard output, each at once."""
    if question:
        raise WrongCall("Mit --jsonl kommen die Fragen über die Standardeingabe, nicht aus dem Aufruf.")
    settings = settings_for(today)
    conversation = open_conversation(load_wiring(), settings)
    language = language_for(lang, conversation.languages())
    answerer = LineAnswerer(conversation, clock_of(settings.bot_today), language)
    with asyncio.Runner() as runner:
        for number, raw in enumerate(lines_of(sys.stdin.buffer), 1):
            sys.stdout.buffer.write(runner.run(answerer.answer(raw, number)))
            sys.stdout.buffer.flush()
