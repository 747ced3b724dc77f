"""Tests of `bot.conversation`: whole turns, strings in and replies out."""
