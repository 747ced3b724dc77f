"""Messages cut into passages short enough to be judged as one: distress hides in long stories."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from bot.language.fold import fold
from bot.language.languages import of_any
from bot.understanding.crisis_words import PAUSE, STOP, read_words

LONGEST = 45
"""Words of a message that is judged as a whole."""
_PASSAGE = 30
_SHORTEST_PART = 3
"""Words of the shortest part: many a cry has no more, as "hab mich geritzt"."""
_MOST_PARTS = 24
_A_SENTENCE, _A_CLAUSE = 0.2, 0.6
"""So much more distress must be heard in a part: "ich kann nicht mehr" may go on with "warten". With 0.65 for a clause two more
of 371 cries are missed for no false alarm fewer, with 0.57 two more of 508 look-alikes raise one for no cry more."""
_SHORT = 0.75
"""So much more again in a part of three words: of "er ist siebzehn" the judges know too little. Of 100 cries of
three to six words beside a question 17 are missed instead of 26 without such parts, for no false alarm in 1,000."""
_OVERLAP = 10
_JOINING = of_any(lambda grammar: grammar.joining | grammar.contrasting)
_ASKING = of_any(lambda grammar: grammar.asking)
_WRITTEN = re.compile(r"\w+(?:['’`´]\w+)*")
_APOSTROPHE = re.compile(r"['’`´]")
_USUAL, _BY_LENGTH, _MOST_BY_LENGTH = 10, 0.2, 0.3
"""In more words there is more that sounds like something: the scores of harmless messages and of cries alike rise with
their length. Asked the same of all, one in ten cries of three to five words was missed, and all false alarms were longer."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a message: as text for the encoder, and its folded words without any marks.

    ``handicap``: so much higher must it score than a message of usual length does.
    """

    text: str
    words: tuple[str, ...]
    handicap: float = 0.0


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
        return (Passage(text, words, handicap_of(words)),)
    spelt = _spelt_in(text)
    return tuple(Passage(_as_written(part, spelt), part, handicap_of(part)) for part in _parts(read))


def handicap_of(words: Sequence[str]) -> float:
    """Return how much more distress must be heard in a message of *words* than in one of usual length; in fewer, less."""
    by_length = _BY_LENGTH * log(max(1, len(words)) / _USUAL)
    return max(-_MOST_BY_LENGTH, min(_MOST_BY_LENGTH, by_length))


def parts(text: str, read: Sequence[str]) -> tuple[Passage, ...]:
    """Return the sentences and the clauses between commas of *text*, whose words and marks are *read*.

    A cry is easily drowned by the harmless question beside it, be there a comma or an "and" between them. Of very many
    parts the first ones are taken, and of one alone none: that is the message itself. None has an empty word: there
    something is left out.
    """
    clauses = (*_split(read, (STOP, PAUSE)), *_split(tuple(_questions_apart(read)), (STOP, PAUSE)))
    handicaps = dict.fromkeys(clauses, _A_CLAUSE) | dict.fromkeys(_split(read, (STOP,)), _A_SENTENCE)
    handicaps.pop(unmarked(read), None)
    long_enough = [(part, handicap) for part, handicap in handicaps.items() if len(part) >= _SHORTEST_PART and all(part)]
    spelt = _spelt_in(text) if long_enough else {}
    return tuple(_part(part, handicap, spelt) for part, handicap in long_enough[:_MOST_PARTS])


def _part(words: tuple[str, ...], handicap: float, spelt: Mapping[str, str]) -> Passage:
    more = _SHORT if len(words) == _SHORTEST_PART else 0.0
    return Passage(_as_written(words, spelt), words, handicap + more)


def _questions_apart(read: Sequence[str]) -> Iterator[str]:
    """Yield *read* with a pause for each word that joins a clause to another, or a question to what is beside it."""
    first = before = STOP
    for word, following in zip(read, (*read[1:], STOP), strict=True):
        begins = before in (PAUSE, STOP)
        first = word if begins else first
        before = word
        yield PAUSE if word in _JOINING and (begins or not _ASKING.isdisjoint((first, following))) else word


def _spelt_in(text: str) -> dict[str, str]:
    """Return how *text* spells each folded word: to the encoder "bruecke" is no word."""
    return {fold(_APOSTROPHE.sub("", word)): word for word in _WRITTEN.findall(text)}


def _as_written(words: Sequence[str], spelt: Mapping[str, str]) -> str:
    return " ".join(spelt.get(word, word) for word in words)


def _parts(read: Sequence[str]) -> Iterator[tuple[str, ...]]:
    gathered: tuple[str, ...] = ()
    for sentence in _split(read, (STOP,)):
        if gathered and len(gathered) + len(sentence) > _PASSAGE:
            yield gathered
            gathered = ()
        gathered += sentence
        while len(gathered) > LONGEST:
            yield gathered[:_PASSAGE]
            gathered = gathered[_PASSAGE - _OVERLAP :]
    if gathered:
        yield gathered


def _split(read: Sequence[str], marks: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Yield what stands between *marks*, without any marks."""
    gathered: list[str] = []
    for word in (*read, STOP):
        if word not in marks:
            gathered.append(word)
        elif gathered:
            yield unmarked(gathered)
            gathered = []


def unmarked(read: Sequence[str]) -> tuple[str, ...]:
    """Return the words of *read* without the marks between them."""
    return tuple(word for word in read if word not in (PAUSE, STOP))
