"""What the label of a button is known by, so that typing it is as good as tapping it."""

from __future__ import annotations

from functools import lru_cache

from bot.language.fold import folded_words
from bot.model.choices import digest

_LENGTH = 8
_REMEMBERED = 1_000


def label_key(label: str) -> str:
    """Return a digest (40 bits) of the folded words of *label*, from which they cannot be read; empty where it has none."""
    said = " ".join(folded_words(label))
    return digest(said)[1 : 1 + _LENGTH] if said else ""


@lru_cache(_REMEMBERED)
def own_label_key(label: str) -> str:
    """Return what one of our own labels is known by; they are few, and what people type is not kept here."""
    return label_key(label)
