"""Tests of `bot.language`: text made comparable."""
