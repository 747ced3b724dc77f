"""Timed measurements; run by hand, not with the tests."""
