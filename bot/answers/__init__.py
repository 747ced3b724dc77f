"""Replies composed from what staff wrote; the only way for a date or link to reach one."""
