"""Work done beside other work."""

from __future__ import annotations

from threading import Event, get_ident

import pytest

from bot.understanding.beside import at_once, in_second_thread


def test_work_beside_goes_on_while_the_rest_is_done() -> None:
    """It gives its result to whoever asks for it."""
    begun, done = Event(), Event()

    def work() -> int:
        begun.set()
        assert done.wait(timeout=10)
        return get_ident()

    with in_second_thread() as beside:
        worked = beside(work)
        assert begun.wait(timeout=10)
        done.set()

        assert worked() != get_ident()


def test_who_needs_what_was_not_begun_yet_does_it() -> None:
    """Nobody waits for the pieces of work before it."""
    done = Event()
    with in_second_thread() as beside:
        waited = beside(lambda: done.wait(timeout=10))
        after = beside(get_ident)

        assert after() == get_ident()
        done.set()
        assert waited() is True


def test_what_fails_beside_fails_where_its_result_is_wanted() -> None:
    """No mistake is lost in another thread."""
    with in_second_thread() as beside:
        failing = beside(lambda: 1 // 0)

        with pytest.raises(ZeroDivisionError):
            failing()


def test_work_done_at_once_is_done_before_anybody_waits() -> None:
    """Its result is there already."""
    order: list[str] = []
    result = at_once(lambda: order.append("work"))
    order.append("rest")

    assert result() is None
    assert order == ["work", "rest"]
