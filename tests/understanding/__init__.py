"""Tests of `bot.understanding`: what is meant."""
