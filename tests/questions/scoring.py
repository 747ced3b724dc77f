"""How a reply is held against what a question expects; see README.md for the files."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

from bot.model.reply import Reply, plain_text

HERE = Path(__file__).parent
SCORE = "score"
"""Under this name pytest keeps what a test scored."""
NOT_AN_ANSWER = frozenset({"not-known", "off-topic", "elsewhere", "instructions", "too-personal", "private-life", "human-now"})
HONEST = (
    "weiß ich", "wissen wir", "kenne ich nicht", "kennen wir", "steht bei uns", "nennen unsere quellen", "sagen unsere quellen",
    "unseren quellen", "nicht bekannt", "noch offen", "vorbei", "geschlossen", "gefunden", "steht auf der", "die wir kennen",
    "do not know", "don't know", "know nothing", "not known", "not in our sources", "our sources", "is over", "is closed", "still open", "found nothing",
    "we know", "nicht anzugeben", "nicht genannt",
)


class Question(TypedDict, total=False):
    """One line of a question file."""

    id: str
    lang: str
    kind: str
    question: str
    says: list[list[str]]
    never: list[str]
    honest: bool
    distress: bool


class Turn(TypedDict, total=False):
    """One turn of a dialogue."""

    ask: str
    says: list[list[str]]
    never: list[str]


class Dialogue(TypedDict):
    """One line of the dialogues."""

    id: str
    lang: str
    turns: list[Turn]


def questions(name: str) -> list[Question]:
    """Return the questions of one file."""
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text("utf-8").splitlines() if line]


def dialogues() -> list[Dialogue]:
    """Return all dialogues."""
    path = HERE.parent / "dialogues" / "dialogues.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def is_right(reply: Reply, expected: Question | Turn) -> bool:
    """Tell whether the text says one alternative of every group and nothing that must not be said."""
    said = _plain(plain_text(reply))
    wanted = all(any(_plain(text) in said for text in group) for group in expected.get("says", []))
    return wanted and not any(_plain(text) in said for text in expected.get("never", []))


def is_honest(reply: Reply) -> bool:
    """Tell whether the reply refuses, asks back, or says what is over or not known."""
    asks_back = reply.intent is None or not reply.topics
    said = plain_text(reply).casefold()
    return reply.intent in NOT_AN_ANSWER or asks_back or any(words.casefold() in said for words in HONEST)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).casefold()


@dataclass
class Score:
    """Right answers by kind."""

    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, kind: str, right: bool) -> None:
        """Count one answer."""
        self.asked[kind] += 1
        self.right[kind] += right

    @property
    def share(self) -> float:
        """The share of right answers (0–1)."""
        return sum(self.right.values()) / max(1, sum(self.asked.values()))

    def lines(self, title: str) -> Sequence[str]:
        """Return the score in words, kind by kind."""
        kinds = (f"{kind} {self.right[kind]}/{count}" for kind, count in sorted(self.asked.items()))
        return [f"{title}: {self.share:.1%} of {sum(self.asked.values())}", "  " + " · ".join(kinds)]


def by_kind(results: Iterable[tuple[str, bool]]) -> Score:
    """Return the score of pairs of kind and success."""
    score = Score()
    for kind, right in results:
        score.add(kind, right)
    return score


Floors = Mapping[str, float]
