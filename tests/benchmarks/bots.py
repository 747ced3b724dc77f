"""The bots that `tests.benchmarks.telegram` compares, each started as a process of its own.

``python -m tests.benchmarks.bots ours|bare --api URL --token T [--port P] [--database URL]``: with a
port behind a webhook, else by polling. ``bare`` echoes with python-telegram-bot alone, as its own
examples do.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.app import converse, load_brain
from bot.channels.telegram.run import Staff, poll, serve
from bot.logs import set_up_logs
from bot.service.backing import Backing
from bot.service.clocks import clock_of
from bot.service.office import office_of
from bot.service.sharing import KeptChats, SharedSlots
from bot.service.stopping import run_until_told
from bot.service.thrift import give_back, in_own_pages, keep_for_good
from bot.service.web import listen
from bot.settings import Settings
from bot.store.opening import open_store
from bot.store.slots import MemorySlots, Queue
from tests.house import OWN_DATA

TODAY = date(2026, 11, 22)


class Unlimited(MemorySlots):
    """Lets everything pass, so that the work is measured and not the limit."""

    async def book(self, queues: Sequence[Queue]) -> list[float]:
        """Give places at once."""
        return [0.0] * len(queues)


async def ours(api: str, token: str, port: int | None, database: str | None, *, limited: bool) -> None:
    """Run this bot; without *database* on a SQLite file of its own."""
    given: dict[str, object] = {"telegram_api_url": api, "telegram_bot_token": token, "data_dir": OWN_DATA}
    if database:
        given["database_url"] = database
    if port:
        given |= {"webhook_url": f"http://127.0.0.1:{port}/hook", "host": "127.0.0.1", "port": port}
    settings, clock = Settings.model_validate(given), clock_of(TODAY)
    set_up_logs("warning", "json", settings.secrets())
    with TemporaryDirectory() as folder:
        async with open_store(settings.database(), Path(folder), alone=True) as store:
            office, limits = office_of(store), SharedSlots(store.slots) if database and port else MemorySlots()
            backing = Backing(limits if limited else Unlimited(), KeptChats(store.chats, clock))
            with in_own_pages():
                brain, _ = load_brain(settings)
            give_back()
            staff = Staff(converse(brain, office.hands), office, clock, backing)
            keep_for_good()
            with listen(settings.host, port) if port else nullcontext() as sock:
                await (serve(settings, staff, sock) if sock else poll(settings, staff))


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say what was said."""
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


async def press(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Acknowledge a button and say its data."""
    if update.callback_query and update.effective_chat:
        await update.callback_query.answer()
        await context.bot.send_message(update.effective_chat.id, update.callback_query.data or "")


def bare(api: str, token: str, port: int | None) -> None:
    """Run the echo bot."""
    builder = Application.builder().token(token).base_url(api)
    if port:
        builder = builder.updater(None)
    bot = builder.build()
    bot.add_handler(MessageHandler(filters.TEXT, echo))
    bot.add_handler(CallbackQueryHandler(press))
    if port:
        asyncio.run(_behind_webhook(bot, port))
    else:
        bot.run_polling()


async def _behind_webhook(bot: Application[Any, Any, Any, Any, Any, Any], port: int) -> None:
    """Serve as the library's example `customwebhookbot` does."""

    async def take(request: Request) -> Response:
        await bot.update_queue.put(Update.de_json(await request.json(), bot.bot))
        return Response()

    app = Starlette(routes=[Route("/hook", take, methods=["POST"])])
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="critical"))
    async with bot:
        await bot.start()
        serving = asyncio.create_task(server.serve())
        await bot.bot.set_webhook(f"http://127.0.0.1:{port}/hook")
        await serving
        await bot.stop()


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.bots", description=__doc__)
    parser.add_argument("which", choices=["ours", "bare"])
    parser.add_argument("--api", required=True)
    parser.add_argument("--token", required=True)
    parser.add_argument("--port", type=int)
    parser.add_argument("--database", help="ours only: a PostgreSQL")
    parser.add_argument("--limited", action="store_true", help="ours only: keep Telegram's limits")
    args = parser.parse_args()
    if args.which == "ours":
        run_until_told(ours(args.api, args.token, args.port, args.database, limited=args.limited))
    else:
        bare(args.api, args.token, args.port)


if __name__ == "__main__":
    main()
