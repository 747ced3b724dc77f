"""Talks of several turns; scored by tests/questions."""
