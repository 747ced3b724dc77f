"""What the words of a message mean to the crisis rules, however they are spelt.

Distress is typed in haste or in disguise: letters swapped, doubled, left out, spelt apart
(``s t e r b e n``), starred (``s*rben``), as digits (``su1zid``), words run together
(``nichtmehr``) or torn apart (``um bringen``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language.fold import fold
from bot.language.remembering import remembered
from bot.understanding.crisis_masks import closed_up

PAUSE = ","
"""Stands in the list of words where a part of a sentence ends: comma, line, emoji."""
STOP = "."
"""Stands in the list of words where a sentence ends."""

BEGINNING, END = 2_600, 1_400
"""Of a message longer than both, so many characters at its beginning and at its end are read."""

_LONGEST_WORD = 40
_SHORTEST_RUN_TOGETHER, _LONGEST_IN_A_RUN = 6, 14
_SHORTEST_MEAN = 2.5
"""So long are words run together on average at least: "iwanttodie" is four, "erfrier" is not "er fr i er"."""
_SHORTEST_TORN = 7
_ME = "i"
"""The one word of one letter that is looked for in words run together: "iwanttodie"."""
_SHORTEST_STEM_WITH_TYPO = 6

_APOSTROPHES = re.compile(r"(?<=\w)['’`´](?=\w)")
_PIECE = re.compile(r"(?P<word>[@$]?[^\W_]+(?:[*@$]+[^\W_]+)*)|(?P<joint>(?<=\w)[-/](?=\w))|(?P<mark>[^\w\s]+|\n)")
_SENTENCE_END = re.compile(r"[!?]|^\.$")
_ORDINAL = re.compile(r"(?<=\d)\.")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_STARS = re.compile(r"\*+")
_REPEATED = re.compile(r"(.)\1+")
_DIGITS = tuple(str.maketrans("013457@$", f"o{one}eastas") for one in "il")


def spelt_out(text: str, signs: Mapping[str, str]) -> str:
    """Return *text* with the word of each of *signs* (emojis) in place of it, set off by commas."""
    for sign, word in signs.items():
        if sign in text:
            text = text.replace(sign, f", {word}, ")
    return text


def read_words(text: str) -> tuple[str, ...]:
    """Split *text* into folded words, with `PAUSE` and `STOP` between them and a `STOP` at both ends."""
    # Stretched letters are left double: ``hassse`` is closer to ``hasse`` than to ``hase``.
    plain = _STRETCHED.sub(r"\1\1", _APOSTROPHES.sub("", closed_up(_readable(text))))
    plain = _ORDINAL.sub(" ", fold(plain))
    return (STOP, *_pieces(plain), STOP)


def _readable(text: str) -> str:
    return text if len(text) <= BEGINNING + END else f"{text[:BEGINNING]}\n{text[-END:]}"


def _pieces(plain: str) -> Iterator[str]:
    for found in _PIECE.finditer(plain):
        if found.lastgroup == "word":
            yield found.group()
        elif found.lastgroup == "mark":
            yield STOP if _SENTENCE_END.search(found.group()) else PAUSE


class CrisisWords:
    """The words of all phrases, found again in however people spell them.

    *words* are whole words, beginnings (``suizid*``) and endings (``*tabletten``). *is_known* tells whether a folded word exists
    in a language; such a word is never taken for a typo, so that *streben* or *lieben* keep
    their meaning.
    """

    def __init__(self, words: Iterable[str], is_known: Callable[[str], bool]) -> None:
        words = frozenset(words)
        self._stems = frozenset(word.removesuffix("*") for word in words if word.endswith("*"))
        self._endings = frozenset(word.removeprefix("*") for word in words if word.startswith("*"))
        self._words = frozenset(word for word in words if "*" not in word)
        self._is_known = is_known
        self._stem_sizes = sorted({len(stem) for stem in self._stems})
        self._ending_sizes = sorted({len(ending) for ending in self._endings})
        self._squeezed = {_squeeze(word): word for word in sorted(self._words)}
        self._alike = _by_first_letters(self._words)
        self._alike_stems = _by_first_letters(s for s in self._stems if len(s) >= _SHORTEST_STEM_WITH_TYPO)
        self.meant = remembered(self._meant)

    def regroup(self, read: tuple[str, ...]) -> tuple[str, ...]:
        """Put words torn apart together and take words run together apart."""
        return tuple(self._regrouped(read))

    def _regrouped(self, read: tuple[str, ...]) -> Iterator[str]:
        torn = False
        for word, following in zip(read, (*read[1:], STOP), strict=True):
            if torn:
                torn = False
            elif self._is_torn(word, following):
                torn = True
                yield word + following
            else:
                yield from self._taken_apart(word)

    def _is_torn(self, word: str, following: str) -> bool:
        joined = word + following
        if len(joined) < _SHORTEST_TORN or joined not in self._words:
            return False
        return not (word in self._words and following in self._words)

    def _taken_apart(self, word: str) -> tuple[str, ...]:
        """Return the phrase words that *word* is made of without a rest, else *word* alone."""
        if not _SHORTEST_RUN_TOGETHER <= len(word) <= _LONGEST_WORD or self._is_mostly_meant(word):
            return (word,)
        ways: list[tuple[str, ...] | None] = [()] + [None] * len(word)
        for start in range(len(word) - 1):
            if (before := ways[start]) is None:
                continue
            for end in range(start + (1 if word[start] == _ME else 2), min(start + _LONGEST_IN_A_RUN, len(word)) + 1):
                shortest = ways[end]
                if word[start:end] in self._words and (shortest is None or len(before) + 1 < len(shortest)):
                    ways[end] = (*before, word[start:end])
        apart = ways[-1]
        return apart if apart and _SHORTEST_MEAN * len(apart) <= len(word) and not self._is_known(word) else (word,)

    def _is_mostly_meant(self, word: str) -> bool:
        """Tell whether *word* stands for one of ours, of which a mere beginning or ending (``mein*``) is no small part."""
        return any("*" not in known or 2 * len(known) > len(word) for known in self.meant(word))

    def _meant(self, word: str) -> tuple[str, ...]:
        """Return the words and stems (``suizid*``) that *word* stands for, as written or as a typo."""
        if len(word) > _LONGEST_WORD:
            return self._parts_of(word)
        exact = dict.fromkeys(known for spelling in _spellings(word) for known in self._exactly(spelling))
        if "*" in word:
            return (*exact, *self._starred(word))
        if self._is_known(word):
            return tuple(exact)
        near = {found for spelling in _spellings(word) for found in self._nearly(spelling)}
        if not self._words.isdisjoint(exact):
            # A misspelling that one phrase names, as "lebn", is one to all others; no more of it is open.
            near &= self._words
        return (*exact, *sorted(near - exact.keys()))

    def _exactly(self, word: str) -> tuple[str, ...]:
        whole = (word,) if word in self._words else ()
        return whole + self._parts_of(word)

    def _parts_of(self, word: str) -> tuple[str, ...]:
        stems = (f"{word[:size]}*" for size in self._stem_sizes if word[:size] in self._stems)
        endings = (f"*{word[-size:]}" for size in self._ending_sizes if word[-size:] in self._endings)
        return (*stems, *endings)

    def _starred(self, word: str) -> Iterator[str]:
        if sum(char.isalpha() for char in word) >= 3:
            hidden = re.compile(_STARS.sub("[a-z]{1,4}", word.replace("$", "s").replace("@", "a")))
            yield from (known for known in sorted(self._words) if hidden.fullmatch(known))

    def _nearly(self, word: str) -> Iterator[str]:
        if (doubled := self._squeezed.get(_squeeze(word))) and _squeeze(word) != word:
            yield doubled
        alike = self._alike.get(word[:1], [])
        most = 2 if len(word) >= 6 else 1
        near = process.extract(word, alike, scorer=OSA.distance, score_cutoff=most, limit=None)
        yield from (known for known, edits, _ in near if _is_typo(word, known, int(edits)))
        yield from self._nearly_a_stem(word)

    def _nearly_a_stem(self, word: str) -> Iterator[str]:
        for stem in self._alike_stems.get(word[:1], ()):
            size = len(stem)
            if any(OSA.distance(word[:end], stem, score_cutoff=1) <= 1 for end in (size - 1, size, size + 1)):
                yield f"{stem}*"


def _spellings(word: str) -> Iterator[str]:
    """Yield *word* and, where digits or signs stand for letters, what they stand for."""
    yield word
    if not word.isalpha() and any(char.isalpha() for char in word):
        yield from (word.translate(table) for table in _DIGITS)


def _squeeze(word: str) -> str:
    return _REPEATED.sub(r"\1", word)


def _is_typo(word: str, known: str, edits: int) -> bool:
    """Tell whether so many *edits* are a slip of the finger.

    A word of four letters may have two of them swapped, one of five to seven one slip, a longer
    one two; the first letter may be left out or swapped with the second, no more.
    """
    if len(known) < 5:
        return len(known) == 4 and sorted(word) == sorted(known)
    if len(word) < 4 or edits > (1 if len(known) < 8 else 2):
        return False
    return word[0] == known[0] or edits == 1


def _by_first_letters(words: Iterable[str]) -> dict[str, list[str]]:
    """Group *words* under their first and their second letter, so that a slip at the beginning finds them."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words):
        for letter in {word[:1], word[1:2]}:
            groups.setdefault(letter, []).append(word)
    return groups
