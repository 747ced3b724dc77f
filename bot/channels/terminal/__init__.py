"""The terminal: talk to the bot without token, network or database."""

from bot.channels.terminal.chat import chat, typed
from bot.channels.terminal.render import clean, plain
from bot.channels.terminal.screens import PlainScreen, RichScreen, Screen
from bot.channels.terminal.talk import Talk
from bot.channels.terminal.why import explain

__all__ = ["PlainScreen", "RichScreen", "Screen", "Talk", "chat", "clean", "explain", "plain", "typed"]
