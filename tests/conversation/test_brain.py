"""The snapshot of all knowledge: gone as soon as nobody answers from it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from bot.conversation.turn import answer
from bot.model.context import fresh
from bot.model.message import Message
from tests.builders import NOW
from tests.conversation.world import the_brain


@contextmanager
def _left_over() -> Iterator[list[object]]:
    """Yield a list that holds in the end what nobody could reach any more, and yet did not go by itself."""
    gc.collect()
    gc.disable()
    found: list[object] = []
    try:
        yield found
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        found += gc.garbage
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()


def test_old_knowledge_goes_by_itself() -> None:
    """Nothing of a brain waits to be found by the garbage collector: looking for it would stop all answers."""
    with _left_over() as found:
        brain = the_brain.__wrapped__()
        for text in ("wann startet der wintkurs, und was kostet er?", "ich will nicht mehr leben"):
            answer(brain, Message("c", text=text), fresh("de", NOW), NOW)
        del brain

    assert {type(each) for each in found if type(each).__module__.startswith("bot.")} == set()
