"""What is counted, as Prometheus reads it."""

from __future__ import annotations

from bot.service.metrics import Metrics


def test_everything_that_is_counted_is_on_the_page() -> None:
    """Each counter shows under its name with its labels, and the depth is asked for anew."""
    metrics, waiting = Metrics(), [3]
    metrics.update("taken")
    metrics.turn(0.02)
    metrics.answer("dates", "sent", 0.2)
    metrics.answer(None, "lost", 0.2)
    metrics.retry("timeout")
    metrics.ambiguous()
    metrics.depth(lambda: waiting[0])
    page = metrics.page().decode()
    waiting[0] = 4

    for line in (
        'bot_updates_total{kind="taken"} 1.0',
        'bot_answers_total{intent="dates",outcome="sent"} 1.0',
        'bot_answers_total{intent="none",outcome="lost"} 1.0',
        'bot_send_retries_total{reason="timeout"} 1.0',
        "bot_ambiguous_sends_total 1.0",
        'bot_turn_seconds_bucket{le="0.025"} 1.0',
        "bot_answer_seconds_count 2.0",
        "bot_queue_depth 3.0",
    ):
        assert line in page
    assert "process_resident_memory_bytes" in page
    assert "bot_queue_depth 4.0" in metrics.page().decode()


def test_two_processes_in_one_test_count_apart() -> None:
    """Nothing is counted at the level of the module."""
    first, second = Metrics(), Metrics()
    first.ambiguous()

    assert (first.value("ambiguous_sends_total"), second.value("ambiguous_sends_total")) == (1, 0)
    assert second.value("answers_total", intent="dates", outcome="sent") == 0
