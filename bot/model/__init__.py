"""Frozen data that the other packages exchange; nothing here reads or decides."""
