"""Letters that only look like ours, digits for letters and words spelt letter by letter."""

from __future__ import annotations

import pytest

from bot.understanding.crisis_masks import unmasked

KNOWN = frozenset({"ich", "will", "sterben", "hallo"})


@pytest.mark.parametrize(
    ("masked", "plain"),
    [
        ("iсh will stеrbеn", "ich will sterben"),
        ("αυf", "auf"),
        ("ɪᴄʜ ᴡɪʟʟ", "ich will"),
        ("ｉｃｈ", "ich"),
        ("ich\u200b will", "ich will"),
        ("я не хочу жить, сорри", "я не хочу жить, сорри"),
        ("я хочу gеhеn", "я хочу gehen"),
        ("сор", "сор"),
        ("1ch w1ll st3rb3n", "ich will sterben"),
        ("1ch w1ll d1esn1cht", "ich will diesnicht"),
        ("h4llo, um 10 im raum b13", "hallo, um 10 im raum b13"),
        ("bin in der 10a, h2-kurs, a13", "bin in der 10a, h2-kurs, a13"),
        ("s.t.e.r.b.e.n ist t ö d l i c h", "sterben ist tödlich"),
        ("i  w a n t  t o  d i e", "i want to die"),
        ("i c h  w", "ich w"),
        ("ganz normal, 3 m hoch", "ganz normal, 3 m hoch"),
    ],
)
def test_masks_come_off(masked: str, plain: str) -> None:
    """What is written to be read by people only is read as they read it; everything else stays."""
    assert unmasked(masked, KNOWN.__contains__) == plain
