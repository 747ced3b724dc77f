"""Telegram: the only door to the library of that name. `poll` and `serve` are the way in."""

from bot.channels.telegram.run import Staff, poll, serve

__all__ = ["Staff", "poll", "serve"]
