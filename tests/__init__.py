"""Tests: mirrors bot/; `botapi` is the strict local Bot API server."""
