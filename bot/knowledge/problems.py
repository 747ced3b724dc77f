"""What is wrong in a file: where, in one German sentence, and what to write instead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

Severity = Literal["error", "warning"]
Loc = tuple[str | int, ...]
"""The way to a value from the top of a file: keys and list indices from 0."""

PER_FILE = 20  # problems shown of one file; who has more has one cause
LANGUAGE = "language:"
"""How what is lacking begins where it is a language, not an id."""
LIKENESS = 65  # percent; below it a suggestion is more often a riddle than a help
_SEVERITY_WORDS: Mapping[Severity, str] = {"error": "Fehler", "warning": "Warnung"}


class Position(NamedTuple):
    """A place in a file, both counted from 1."""

    line: int
    column: int


TOP = Position(1, 1)


class Fix(NamedTuple):
    """What stands at the place of a slip, and what it can safely be replaced with."""

    old: str
    new: str


class Wording(NamedTuple):
    """A German sentence about a slip, and what to write instead (may be empty).

    ``fix`` is there where the suggestion is beyond doubt.
    """

    message: str
    suggestion: str = ""
    fix: Fix | None = None


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One slip, as staff see it. ``file`` is posix and starts at the content or intents folder."""

    file: str
    line: int
    column: int
    severity: Severity
    message: str
    suggestion: str = ""
    fix: Fix | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """Return two lines: where and how grave, then the sentence."""
        where = f"{self.file}:{self.line}:{self.column}  {_SEVERITY_WORDS[self.severity]}"
        return f"{where}\n  {self.message} {self.suggestion}".rstrip()


@dataclass(frozen=True, slots=True)
class Spot:
    """A slip at a place of the file that is being read."""

    at: Position
    wording: Wording
    severity: Severity = "error"

    def in_file(self, file: str) -> Problem:
        """Return the problem this is in *file*."""
        return Problem(file, self.at.line, self.at.column, self.severity, *self.wording)


@dataclass(frozen=True, slots=True)
class Flaw:
    """A slip in a file that can be read: which value is wrong and what must not be used for it.

    ``cut`` is the smallest part that has to be left out (``()`` the whole file, None nothing);
    with ``at_key`` the slip is shown at the key rather than at its value.
    ``because`` names the file whose own slip is the cause: only that one is told. ``lacking`` is the id
    that leads nowhere, or the language of which there is no file; ``kinds`` are those such an id may be of.
    """

    loc: Loc
    wording: Wording
    severity: Severity = "error"
    cut: Loc | None = None
    at_key: bool = False
    because: str = ""
    lacking: str = ""
    kinds: tuple[str, ...] = ()


class Unreadable(Exception):
    """Ends the reading of one file; never leaves this package."""

    def __init__(self, spot: Spot) -> None:
        """Keep where and why."""
        super().__init__(spot.wording.message)
        self.spot = spot


def unreadable(at: Position, message: str, suggestion: str = "") -> Unreadable:
    """Return the exception for a slip *at* a place after which nothing can be read."""
    return Unreadable(Spot(at, Wording(message, suggestion)))


def closest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that *word* was most likely meant to be; None if none is near."""
    names = sorted(choices)
    found = process.extractOne(word.lower(), names, scorer=fuzz.ratio, score_cutoff=LIKENESS)
    if found and OSA.distance(word.lower(), found[0]) <= max(1, max(len(word), len(found[0])) // 3):
        return found[0]
    longer = [name for name in names if word and name.startswith(f"{word}-")]
    return longer[0] if len(longer) == 1 else None


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return the question for the closest choice, or nothing."""
    near = closest(word, choices)
    return f"Meintest du {near}?" if near else ""


def listed(words: Sequence[str], joint: str = "und") -> str:
    """Return the words as a German enumeration: a, b und c."""
    *most, last = words
    return f"{', '.join(most)} {joint} {last}" if most else last


def shown(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems in the order of files and lines; of a file with very many, the gravest."""
    by_file: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[problem.file].append(problem)
    return tuple(problem for file in sorted(by_file) for problem in _gravest(file, by_file[file]))


def _gravest(file: str, problems: list[Problem]) -> list[Problem]:
    ranked = sorted(problems, key=lambda problem: (problem.severity, problem))
    first = sorted(ranked[:PER_FILE])
    if len(problems) <= PER_FILE:
        return first
    line, column = first[-1].line, first[-1].column
    more = "In dieser Datei stimmt noch mehr nicht."
    return [*first, Problem(file, line, column, "warning", more, "Behebe erst, was darüber steht.")]
