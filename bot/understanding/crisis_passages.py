"""Messages cut into passages short enough to be judged as one: distress hides in long stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.understanding.crisis_words import PAUSE, STOP, read_words

LONGEST = 45
"""Words of a message that is judged as a whole."""
_PASSAGE = 30
_OVERLAP = 10


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a message: as text for the encoder, and its folded words without any marks."""

    text: str
    words: tuple[str, ...]


def plain_words(text: str) -> tuple[str, ...]:
    """Return the folded words of *text*, without the marks between them."""
    return unmarked(read_words(text))


def passages(text: str, read: Sequence[str]) -> tuple[Passage, ...]:
    """Return the passages of *text*, whose words and marks are *read*.

    A short message is one; a long one is cut at the ends of its sentences, and within those that
    go on for too long at every so many words, with an overlap.
    """
    words = unmarked(read)
    if not words:
        return ()
    if len(words) <= LONGEST:
        return (Passage(text, words),)
    return tuple(Passage(" ".join(part), part) for part in _parts(read))


def _parts(read: Sequence[str]) -> Iterator[tuple[str, ...]]:
    gathered: tuple[str, ...] = ()
    for sentence in _sentences(read):
        if gathered and len(gathered) + len(sentence) > _PASSAGE:
            yield gathered
            gathered = ()
        gathered += sentence
        while len(gathered) > LONGEST:
            yield gathered[:_PASSAGE]
            gathered = gathered[_PASSAGE - _OVERLAP :]
    if gathered:
        yield gathered


def _sentences(read: Sequence[str]) -> Iterator[tuple[str, ...]]:
    sentence: list[str] = []
    for word in (*read, STOP):
        if word != STOP:
            sentence.append(word)
        elif sentence:
            yield unmarked(sentence)
            sentence = []


def unmarked(read: Sequence[str]) -> tuple[str, ...]:
    """Return the words of *read* without the marks between them."""
    return tuple(word for word in read if word not in (PAUSE, STOP))
