"""Start-up, memory and time per answer on our own questions.

Run: ``python -m tests.benchmarks.answers``. Prints CPU seconds to fit the brain (cold, and with
cached vectors), peak memory, and milliseconds per answer.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import resource
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bot.app import load_brain
from bot.conversation.brain import Brain
from bot.conversation.turn import answer
from bot.model.context import fresh
from bot.model.message import Message
from bot.settings import Settings
from tests.questions.scoring import questions

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


def fitted(folder: Path) -> tuple[Brain, float]:
    """Return a brain and the CPU seconds it took."""
    began = time.process_time()
    brain, _ = load_brain(Settings(content_dir=ROOT / "content", intents_dir=ROOT / "intents", data_dir=folder))
    return brain, time.process_time() - began


def milliseconds(brain: Brain) -> list[float]:
    """Return the time of every answer to our own questions."""
    asked = [question for name in ("german", "english", "foreign") for question in questions(name)]
    times = []
    for question in asked:
        context = fresh(question["lang"], NOW)
        began = time.perf_counter()
        answer(brain, Message("benchmark", text=question["question"]), context, NOW)
        times.append(1000 * (time.perf_counter() - began))
    return sorted(times)


def main() -> None:
    """Measure and print."""
    print(f"imports          {time.process_time():6.2f} s CPU")
    with tempfile.TemporaryDirectory() as folder:
        _, cold = fitted(Path(folder))
        brain, warm = fitted(Path(folder))
    times = milliseconds(brain)
    print(f"brain, cold      {cold:6.2f} s CPU\nbrain, cached    {warm:6.2f} s CPU")
    print(f"peak memory      {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB")
    rank = times[int(0.99 * len(times))]
    print(f"per answer       p50 {statistics.median(times):.1f} ms · p99 {rank:.1f} ms · {len(times)} questions")


if __name__ == "__main__":
    main()
