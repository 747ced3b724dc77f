"""Reads what staff wrote in YAML and tells in German what is wrong with it, and where."""

from bot.knowledge.loading import Unchanged
from bot.knowledge.problems import Problem
from bot.knowledge.reader import Knowledge, read, require_folders
from bot.knowledge.shelves import Entry

__all__ = ["Entry", "Knowledge", "Problem", "Unchanged", "read", "require_folders"]
