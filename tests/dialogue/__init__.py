"""Tests of `bot.dialogue`: from a reading to the next move."""
