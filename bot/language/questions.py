"""The questions one message asks, apart from each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.language.fold import folded_words
from bot.language.languages import GRAMMARS

MOST = 8
"""More questions than these are not told apart: what follows stays with the last."""

_SENTENCE = re.compile(r"(?<=[?!.;\n])\s+")
_LINK = re.compile(r"(?P<joined>(?:,\s*|\s+)(?:und|and|sowie|oder|or)\s+)|,\s+", re.IGNORECASE)
_GREETING = re.compile(r"^\W*(?:\w+\W+){1,2}?(?<=[,!.]\s)")
_BEFORE = 2
"""So many words may stand before the one a question begins with: "und wo", "hallo, wann"."""


def questions_of(text: str) -> tuple[str, ...]:
    """Return the parts of *text* that each ask something, with what is told before them; the text itself if one does.

    Behind "und" a part is a question of its own where it begins like one.
    """
    parts = tuple(_without_greeting(part) for part in _joined(_clauses(text)))
    return (*parts[: MOST - 1], " ".join(parts[MOST - 1 :])) if len(parts) > MOST else parts if len(parts) > 1 else (text,)


def _without_greeting(part: str) -> str:
    """Leave out a word or two before a question: "danke, wann"."""
    greeting = _GREETING.match(part)
    rest = part[greeting.end() :] if greeting else part
    return rest if greeting and not _begins_like_a_question(part, 1) and _begins_like_a_question(rest, 1) else part


def _clauses(text: str) -> Iterator[str]:
    for sentence in _SENTENCE.split(text):
        begun = 0
        for link in _LINK.finditer(sentence):
            rest = sentence[link.end() :]
            if _begins_like_a_question(rest, 1) and (link["joined"] or _is_no_relative_clause(rest)):
                yield sentence[begun : link.start()]
                begun = link.end()
        yield sentence[begun:]


def _joined(clauses: Iterable[str]) -> Iterator[str]:
    """Join each question with what was told before it, and the last with what follows."""
    told: list[str] = []
    asked = False
    for clause in clauses:
        asks = _begins_like_a_question(clause, _BEFORE) or clause.rstrip().endswith("?")
        if asks and asked:
            yield " ".join(told)
            told = []
        told.append(clause)
        asked = asked or asks
    yield " ".join(told)


def _begins_like_a_question(clause: str, words: int) -> bool:
    return any(word in grammar.asking for word in folded_words(clause)[:words] for grammar in GRAMMARS.values())


def _is_no_relative_clause(clause: str) -> bool:
    """Behind a comma: "was kostet das" asks, "was mit Tieren zu tun hat" and "wo ich wohne" do not."""
    second = folded_words(clause)[1:2]
    return any(word in grammar.asking or word not in _SHORT_WORDS for word in second for grammar in GRAMMARS.values())


_SHORT_WORDS = frozenset[str]().union(*(grammar.stop_words for grammar in GRAMMARS.values()))
