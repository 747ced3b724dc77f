"""What is counted while the bot runs, for Prometheus. No identity, no wording: only kinds and numbers."""

from __future__ import annotations

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4 as CONTENT_TYPE

__all__ = ["CONTENT_TYPE", "Metrics"]

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class Metrics:
    """The counters of one process. Each kind that a label can have is one of our own words."""

    def __init__(self) -> None:
        """Begin at zero."""
        self._registry = CollectorRegistry()
        self._updates = self._counter("updates", "Updates taken in, by what became of them.", "kind")
        self._answers = self._counter(
            "answers", "Messages answered, by intent and by what became of the answer.", "intent", "outcome"
        )
        self._retries = self._counter("send_retries", "Calls of Telegram made again, by reason.", "reason")
        self._ambiguous = self._counter(
            "ambiguous_sends", "Calls that were carried out or not, nobody knows; repeated, so perhaps doubled."
        )
        self._turn = self._histogram("turn_seconds", "Time from a message to its reply, not yet sent.")
        self._answer = self._histogram("answer_seconds", "Time from a message to its answer at Telegram.")
        self._depth = Gauge(
            "queue_depth", "Messages that wait for an answer.", namespace="bot", registry=self._registry
        )
        ProcessCollector(registry=self._registry)

    def update(self, kind: str, number: int = 1) -> None:
        """Count updates: ``taken``, ``unreadable``, ``repeated`` or ``not-ours``."""
        self._updates.labels(kind).inc(number)

    def turn(self, seconds: float) -> None:
        """Note how long a turn of the conversation took."""
        self._turn.observe(seconds)

    def answer(self, intent: str | None, outcome: str, seconds: float) -> None:
        """Count an answer to a message of *intent*, and how long it took until its *outcome* was known."""
        self._answers.labels(intent or "none", outcome).inc()
        self._answer.observe(seconds)

    def retry(self, reason: str) -> None:
        """Count a call that is made again."""
        self._retries.labels(reason).inc()

    def ambiguous(self) -> None:
        """Count a call whose fate is unknown."""
        self._ambiguous.inc()

    def depth(self, count: Callable[[], float]) -> None:
        """Ask *count* for the depth of the queue whenever the page is read."""
        self._depth.set_function(count)

    def value(self, name: str, **labels: str) -> float:
        """Return one number as it stands, 0 where nothing was counted."""
        return self._registry.get_sample_value(f"bot_{name}", labels) or 0.0

    def page(self) -> bytes:
        """Return all of it as Prometheus reads it."""
        return generate_latest(self._registry)

    def _counter(self, name: str, told: str, *labels: str) -> Counter:
        return Counter(name, told, labels, namespace="bot", registry=self._registry)

    def _histogram(self, name: str, told: str) -> Histogram:
        return Histogram(name, told, namespace="bot", registry=self._registry, buckets=SECONDS)
