"""Start-up, memory and time per answer on our own questions.

Run: ``python -m tests.benchmarks.answers``. Prints CPU seconds to fit the brain (cold, and with
cached vectors), peak memory, and milliseconds per answer, by the clock and of CPU: a busy machine changes the latter less.
"""

from __future__ import annotations

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


def milliseconds(brain: Brain) -> tuple[list[float], list[float]]:
    """Return the times of all answers to our own questions in ascending order: by the clock, and of CPU."""
    asked = [question for name in ("german", "english", "foreign") for question in questions(name)]
    times, spent = [], []
    for question in asked:
        context = fresh(question["lang"], NOW)
        began, spent_before = time.perf_counter(), time.thread_time()
        answer(brain, Message("benchmark", text=question["question"]), context, NOW)
        spent.append(1000 * (time.thread_time() - spent_before))
        times.append(1000 * (time.perf_counter() - began))
    return sorted(times), sorted(spent)


def shown(what: str, times: list[float]) -> str:
    """Return a line about *times* in ascending order."""
    middle, rank = statistics.median(times), times[int(0.99 * len(times))]
    return f"{what:<16} mean {statistics.mean(times):.1f} · p50 {middle:.1f} · p99 {rank:.1f} ms · {len(times)} questions"


def main() -> None:
    """Measure and print."""
    print(f"imports          {time.process_time():6.2f} s CPU")
    with tempfile.TemporaryDirectory() as folder:
        _, cold = fitted(Path(folder))
        brain, warm = fitted(Path(folder))
    times, spent = milliseconds(brain)
    print(f"brain, cold      {cold:6.2f} s CPU\nbrain, cached    {warm:6.2f} s CPU")
    print(f"peak memory      {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB")
    print(shown("per answer", times))
    print(shown("per answer, CPU", spent))


if __name__ == "__main__":
    main()
