"""Work that is given up when nobody wants it any more."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding.wanted import InVain, WhileWanted
from tests.understanding.builders import MemoryCache


def test_what_is_wanted_is_done_at_once_and_finds_what_is_kept() -> None:
    """It is work like any other."""
    kept = MemoryCache()
    wanted = WhileWanted(lambda: True, kept)
    wanted.save("numbers", np.arange(3))

    assert wanted(lambda: "done")() == "done"
    assert wanted.load("numbers") is kept.load("numbers") is not None


def test_what_nobody_wants_is_begun_no_more_but_what_is_done_is_kept() -> None:
    """Neither a piece of work nor what would follow when nothing is found; the next try finds what this one made."""
    kept, begun = MemoryCache(), []
    in_vain = WhileWanted(lambda: False, kept)
    in_vain.save("numbers", np.arange(3))

    with pytest.raises(InVain):
        in_vain(lambda: begun.append("work"))
    with pytest.raises(InVain):
        in_vain.load("numbers")
    assert not begun
    assert kept.load("numbers") is not None
