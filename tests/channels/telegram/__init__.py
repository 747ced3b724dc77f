"""Tests of the Telegram channel: pure parts alone, the rest against the strict local server."""
