"""Tests of `bot.answers`: from what staff wrote to a reply."""
