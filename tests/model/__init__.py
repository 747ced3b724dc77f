"""Tests of `bot.model`: the data the others exchange."""
