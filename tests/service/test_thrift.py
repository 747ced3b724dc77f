"""Memory that is not needed any more."""

from __future__ import annotations

import gc
import platform
from pathlib import Path

import numpy as np
import pytest

from bot.service.thrift import give_back, in_own_pages, thriftily, unsearched


def megabytes() -> float:
    """Return what the process holds in memory."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps what was freed")
def test_what_was_freed_goes_back_to_the_system() -> None:
    """Many small pieces are freed, one behind them is still needed: the process gets smaller nevertheless."""
    pieces = [np.ones(32_000, dtype=np.uint8) for _ in range(2_000)]
    needed = pieces[-1]
    pieces.clear()
    before = megabytes()
    give_back()

    assert before - megabytes() > 40
    assert needed.all()


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps what was freed")
def test_what_a_piece_of_work_needed_for_a_while_is_given_back_behind_it() -> None:
    """Before anything else is done: who asks for the result waits for nothing."""
    before = megabytes()

    def work() -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
        pieces = [np.ones(32_000, dtype=np.uint8) for _ in range(2_000)]
        return pieces[-1]

    result = thriftily(work)

    assert megabytes() - before < 20
    assert result().all()


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc knows how much is much")
def test_what_takes_much_memory_leaves_no_holes_among_what_stays() -> None:
    """Large arrays between small ones that stay go back as soon as they are freed, though large ones were freed before."""
    np.ones(16_000_000, dtype=np.uint8)
    with in_own_pages():
        pieces = [(np.ones(500_000, dtype=np.uint8), np.ones(1_000, dtype=np.uint8)) for _ in range(100)]
        before, stay = megabytes(), [small for _, small in pieces]
        pieces.clear()
        after = megabytes()

    assert before - after > 25  # of 50; what else the process does meanwhile counts too
    assert len(stay) == 100


def test_what_a_start_makes_is_never_searched_for_garbage() -> None:
    """Neither while it is made, one piece within another, nor by the next look; then all is as it was."""
    kept: list[list[int]] = []
    with unsearched():
        with unsearched():
            kept.append([])
        seen = gc.isenabled()
        kept.append([])

    assert not seen
    assert gc.isenabled()
    assert not any(each is found for found in gc.get_objects() for each in kept)
    gc.unfreeze()
