"""Sentences cut into pieces by a small model; how those of the wheel cut is compared in `test_encoder`."""

from __future__ import annotations

from struct import pack

from bot.understanding.sentence_pieces import SentencePieces

_BEGIN, _END = 1, 2
PIECES = {"<unk>": 0.0, "<s>": 0.0, "</s>": 0.0, "▁": -2.0, "pf": -3.0, "晰": -3.0, "▁a": -1.0, "a": -4.0, "ap": -4.5, "f": -9.0}


def model(pieces: dict[str, float]) -> bytes:
    """Return a model file with these *pieces* and their scores."""
    bodies = [bytes([0x0A, len(text.encode())]) + text.encode() + b"\x15" + pack("<f", score) for text, score in pieces.items()]
    return b"".join(bytes([0x0A, len(body)]) + body for body in bodies) + b"\x12\x00"


def cut(sentence: str) -> list[str]:
    """Return the pieces of *sentence*."""
    numbers = SentencePieces(model(PIECES)).numbers(sentence)
    assert (numbers[0], numbers[-1]) == (_BEGIN, _END)
    return [list(PIECES)[number] for number in numbers[1:-1]]


def test_the_most_probable_cut_is_taken() -> None:
    """Not the longest pieces: "a" and "pf" are likelier than "ap" and "f"."""
    assert cut("apf a") == ["▁a", "pf", "▁a"]
    assert cut("aa") == ["▁a", "a"]


def test_a_letter_that_is_no_piece_is_unknown() -> None:
    """The rest of its word is cut all the same."""
    assert cut("aöa") == ["▁a", "<unk>", "a"]
    assert cut("") == ["<unk>"]


def test_pieces_that_are_the_same_bytes_in_memory_are_told_apart() -> None:
    """Python keeps "pf" in two bytes and "晰" in the very same two: their hashes are equal."""
    assert cut("pf") == ["▁", "pf"]
    assert cut("晰") == ["▁", "晰"]
