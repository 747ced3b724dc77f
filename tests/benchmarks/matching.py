"""Our matcher beside its peers on labelled questions: one table and the reliability of confidence, per set.

Run: ``python -m tests.benchmarks.matching [--data FOLDER …] [--examples 10] [--seed 1] [--sample N]
[--only ours,svm] [--ablation]``. Without ``--data`` our own intents are measured on their test sentences.
Peers need the group ``benchmark``: ``uv sync --inexact --extra semantic --group test --group benchmark``.

Columns: right at the first place, among three, at the first place with typos and in chat style
(see `noise`), foreign questions refused while 95 % of the own ones pass, own and foreign questions
answered by the gate itself (in percent), milliseconds a question, seconds to fit.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.understanding.encoder import SentenceEncoder
from bot.understanding.quality import Judged, Quality, measure
from bot.understanding.semantic import Encoder
from tests.benchmarks.contenders import ABLATIONS, OURS, Contender, Fit
from tests.benchmarks.labelled import LabelledSet, from_folder, our_own
from tests.benchmarks.noise import NOISES

HEAD = ("matcher", "first", "three", "typos", "chatty", "refused", "answered", "p50 ms", "p99 ms", "fit s")
CLEAN = "clean"
SURE = frozenset({"encoder", *OURS, *ABLATIONS})
"""Whose confidence is meant to be a probability."""
OUR_BEST, MISTAKES = "ours", 20


@dataclass(frozen=True)
class Result:
    """How one matcher did: its quality by kind of noise, and the seconds it took to fit."""

    name: str
    quality: Mapping[str, Quality]
    seconds: float

    def row(self) -> tuple[str, ...]:
        """Return its line of the table."""
        clean = self.quality[CLEAN]
        shares = (clean.first, clean.three, self.quality["typos"].first, self.quality["chatty"].first, clean.refused)
        answered = f"{100 * clean.answered:.0f} / {100 * clean.answered_foreign:.0f}" if self.name.startswith(OUR_BEST) else "–"
        measures = (f"{value:.1f}" for value in (clean.p50_ms, clean.p99_ms, self.seconds))
        return (self.name, *(f"{100 * value:.1f}" for value in shares), answered, *measures)


def fits(only: frozenset[str], ablation: bool) -> Mapping[str, Fit]:
    """Return the matchers to compare; ends the program at a name there is none of."""
    parts = ABLATIONS if ablation or only & set(ABLATIONS) else {}
    known = {**OURS, **parts}
    if not only or not only <= set(known):
        from tests.benchmarks.peers import PEERS

        known = {**PEERS, **known}
    if strange := only - set(known):
        sys.exit(f"no such matcher: {', '.join(sorted(strange))}; there are {', '.join({**known, **ABLATIONS})}")
    return {name: fit for name, fit in known.items() if not only or name in only or (ablation and name in parts)}


def measured(name: str, fit: Fit, labelled: LabelledSet, seed: int, encoder: Encoder) -> Result:
    """Fit one matcher and ask it everything, clean and noisy; foreign questions are asked clean."""
    began = time.perf_counter()
    contender = fit(labelled, encoder)
    seconds = time.perf_counter() - began
    foreign = [contender.judged(text, None) for text in labelled.foreign]
    quality = {noise: measure([*asked(contender, labelled, noise, seed), *foreign]) for noise in NOISES}
    return Result(name, quality, seconds)


def asked(contender: Contender, labelled: LabelledSet, noise: str, seed: int) -> list[Judged]:
    """Ask the questions of a set with one kind of noise; every matcher gets the same."""
    chance = random.Random(f"{seed} {noise}")
    noisy = [(NOISES[noise](text, labelled.language, chance), wanted) for text, wanted in labelled.asked]
    return [contender.judged(text, wanted) for text, wanted in noisy]


def show(labelled: LabelledSet, results: Sequence[Result]) -> None:
    """Print what came out of one set."""
    counts = f"{len(labelled.catalogue.intents)} intents, {len(labelled.examples)} examples"
    print(f"\n{labelled.name} ({labelled.language}): {counts}, {len(labelled.asked)} questions, {len(labelled.foreign)} foreign\n")
    show_table([HEAD, *(result.row() for result in results)])
    print("\nConfidence → share right, by tenths of confidence (questions):")
    for result in results:
        show_reliability(result)
    for result in results:
        if result.name == OUR_BEST:
            show_mistakes(result)


def show_table(rows: Sequence[tuple[str, ...]]) -> None:
    """Print rows as a table, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *numbers in rows:
        cells = (number.rjust(width) for number, width in zip(numbers, widths[1:], strict=True))
        print("  ".join((name.ljust(widths[0]), *cells)))


def show_reliability(result: Result) -> None:
    """Print how far confidence can be believed, by kind of noise."""
    if result.name not in SURE:
        return
    for noise, quality in result.quality.items():
        bins = " · ".join(f"{each.confidence:.2f} → {each.right:.2f} ({each.questions})" for each in quality.reliability)
        print(f"  {result.name}, {noise}, error {100 * quality.calibration_error:.1f} %: {bins}")


def show_mistakes(result: Result) -> None:
    """Print the most frequent mistakes on clean questions."""
    print(f"\nMost frequent mistakes of {result.name}:")
    for each in result.quality[CLEAN].confusions[:MISTAKES]:
        print(f"  {each.times:3} {each.wanted} → {each.first}")


def sets(folders: Iterable[Path], examples: int, seed: int) -> Iterable[LabelledSet]:
    """Return the sets of *folders*, or our own where there are none."""
    return [from_folder(folder, examples, seed) for folder in folders] or [our_own()]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.matching")
    parser.add_argument("--data", type=Path, nargs="+", default=[], metavar="FOLDER", help="folders of labelled questions")
    parser.add_argument("--examples", type=int, default=10, help="examples drawn of each intent (10)")
    parser.add_argument("--seed", type=int, default=1, help="of examples, sample and noise (1)")
    parser.add_argument("--sample", type=int, metavar="N", help="ask only N questions of each set")
    parser.add_argument("--only", default="", metavar="NAMES", help="matchers, parted by commas: ours,svm")
    parser.add_argument("--ablation", action="store_true", help=f"also {', '.join(ABLATIONS)}")
    given = parser.parse_args()
    matchers = fits(frozenset(filter(None, given.only.split(","))), given.ablation)
    encoder = SentenceEncoder()
    for labelled in sets(given.data, given.examples, given.seed):
        fewer = labelled.sampled(given.sample, given.seed)
        show(fewer, [measured(name, fit, fewer, given.seed, encoder) for name, fit in matchers.items()])


if __name__ == "__main__":
    main()
