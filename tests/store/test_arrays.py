"""Arrays kept in files between starts (`bot.store.arrays`)."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from structlog.testing import capture_logs

from bot.language.dictionary import Numbers, key_of
from bot.store.arrays import LEFT_FREE, FileArrayCache, free_bytes
from tests.understanding.builders import unit_rows

ROWS = unit_rows((1, 0), (3, 4), (-1, 1))
ONE_START = 4
"""Arrays of a kind that one start keeps: two rankers for intents, two for facts."""
MANY = 60


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    """A later start finds it as it was."""
    FileArrayCache(tmp_path / "vectors").save("key", ROWS)

    kept = FileArrayCache(tmp_path / "vectors").load("key")

    assert kept is not None
    assert kept.dtype == np.float32
    assert (kept == ROWS).all()


def test_what_was_never_kept_is_not_there(tmp_path: Path) -> None:
    """Nor is what was kept under another key."""
    cache = FileArrayCache(tmp_path)
    cache.save("one", ROWS)

    assert cache.load("other") is None


@pytest.mark.parametrize(
    "content", [b"", b"not numpy", b"\x93NUMPY\x01\x00", b"\x93NUMPY\x01\x00v\x00{'descr"]
)
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    """After a power cut the vectors are computed again."""
    (tmp_path / "key.array").write_bytes(content)

    assert FileArrayCache(tmp_path).load("key") is None


def test_a_file_cut_short_is_as_good_as_none(tmp_path: Path) -> None:
    """Half the vectors are not used."""
    cache = FileArrayCache(tmp_path)
    cache.save("key", np.ones((50, 8), dtype=np.float32))
    path = tmp_path / "key.array"
    path.write_bytes(path.read_bytes()[:-40])

    assert cache.load("key") is None


def test_a_file_changed_by_chance_is_as_good_as_none(tmp_path: Path) -> None:
    """A damaged disk never changes an answer: what is not as it was written is computed again."""
    cache = FileArrayCache(tmp_path)
    cache.save("key", np.ones((50, 8), dtype=np.float32))
    path = tmp_path / "key.array"
    content = bytearray(path.read_bytes())
    content[-9] ^= 0xFF
    path.write_bytes(bytes(content))

    assert cache.load("key") is None


def test_a_file_that_would_run_code_is_not_read(tmp_path: Path) -> None:
    """Pickled objects are refused."""
    np.save(tmp_path / "key.array", np.array([{"a": 1}], dtype=object), allow_pickle=True)

    assert FileArrayCache(tmp_path).load("key") is None


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    """On a read-only disk the bot starts a little slower."""
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    cache = FileArrayCache(blocked / "vectors")

    cache.save("key", ROWS)

    assert cache.load("key") is None
    assert blocked.read_text() == "no folder"


def test_the_database_keeps_its_room(tmp_path: Path) -> None:
    """On a disk with little left nothing is written that can be computed again; the log says so once."""
    rows = np.ones((1024, 8), dtype=np.float32)
    left = [LEFT_FREE + rows.nbytes, LEFT_FREE + rows.nbytes - 1, 0]
    cache = FileArrayCache(tmp_path, free=lambda _folder: left.pop(0))

    with capture_logs() as told:
        for key in ("fits", "too-large", "full"):
            cache.save(key, rows)

    assert [path.stem for path in tmp_path.iterdir()] == ["fits"]
    assert cache.load("fits") is not None
    assert told == [{"event": "cache_not_kept", "free_mb": 64, "left_free_mb": 64, "log_level": "warning"}]


def test_what_is_free_is_asked_of_the_disk_itself(tmp_path: Path) -> None:
    """It is no more than the whole disk has."""
    disk = os.statvfs(tmp_path)

    assert 0 < free_bytes(tmp_path) <= disk.f_blocks * disk.f_frsize


def test_saving_again_replaces(tmp_path: Path) -> None:
    """The newer vectors count, and no half-written file stays behind."""
    cache = FileArrayCache(tmp_path)
    cache.save("key", ROWS)
    cache.save("key", ROWS[:1])

    assert shape_of(cache.load("key")) == (1, 2)
    assert [path.name for path in tmp_path.iterdir()] == ["key.array"]


def test_the_oldest_are_let_go(tmp_path: Path) -> None:
    """Every change of an example leaves files; only some are kept, the newest among them."""
    cache, keys = FileArrayCache(tmp_path), [key_of("ranker", number) for number in range(MANY)]
    for number, key in enumerate(keys):
        cache.save(key, ROWS)
        os.utime(tmp_path / f"{key}.array", (number, number))

    kept = {path.stem for path in tmp_path.iterdir()}

    assert set(keys[-ONE_START:]) <= kept
    assert len(kept) < MANY


def test_what_every_start_reads_outlives_edits(tmp_path: Path) -> None:
    """However many weights edits leave: to read all words of a language again would take a second."""
    cache, words = FileArrayCache(tmp_path), key_of("words", "de")
    cache.save(words, ROWS)
    os.utime(tmp_path / f"{words}.array", (0, 0))

    for number in range(MANY):
        cache.save(f"{key_of('words-seen', number)}-rows", ROWS)

    assert cache.load(words) is not None


def shape_of(rows: Numbers | None) -> tuple[int, ...]:
    """Return the shape of rows that are there."""
    assert rows is not None
    return rows.shape


def test_lent_rows_are_those_that_were_kept(tmp_path: Path) -> None:
    """Some at a time, in any order, again and again, even after the file was replaced or let go."""
    cache = FileArrayCache(tmp_path)
    cache.save("key", ROWS)
    lent = cache.lend("key")
    assert lent is not None
    (tmp_path / "key.array").unlink()

    for some in ([0], [2, 0], [1, 1, 2]):
        assert (lent[np.array(some)] == ROWS[some]).all()


@pytest.mark.parametrize("content", [None, b"", b"not numpy", b"0" * 16 + b"\x93NUMPY\x01\x00v\x00{'descr"])
def test_nothing_is_lent_of_a_broken_file(tmp_path: Path, content: bytes | None) -> None:
    """Nor of one that was never written."""
    if content is not None:
        (tmp_path / "key.array").write_bytes(content)

    assert FileArrayCache(tmp_path).lend("key") is None


def test_nothing_is_lent_of_a_damaged_file(tmp_path: Path) -> None:
    """One changed bit anywhere is enough."""
    cache = FileArrayCache(tmp_path)
    cache.save("key", ROWS)
    path = tmp_path / "key.array"
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))

    assert cache.lend("key") is None
