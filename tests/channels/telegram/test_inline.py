"""Cards in other chats, by the rules of the strict server."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.channels.telegram.inline import AT_ONCE, LONGEST_CACHE, cache_seconds
from tests.botapi.keyboards import Button
from tests.botapi.laboratory import Laboratory
from tests.botapi.world import BOT_NAME
from tests.channels.telegram.support import polling, serving


@pytest.mark.asyncio
async def test_cards_are_offered_with_a_way_into_the_bot(lab: Laboratory) -> None:
    """Whoever gets the card can ask on where it came from."""
    async with polling(lab) as running:
        offered = await lab.person(7, language="en").searches("wasserstoff")

    assert offered["cards"] == [
        {
            "id": "kurs",
            "title": "Kurs wasserstoff",
            "description": "en 22.11.2026",
            "text": "Karte <wasserstoff>",
            "rows": ((Button("card-more en", f"https://t.me/{BOT_NAME}?start=kurs"),),),
        }
    ]
    assert offered["cache_time"] == LONGEST_CACHE
    assert running.answerer.asked == []


@pytest.mark.asyncio
async def test_they_come_through_a_webhook_too(lab: Laboratory) -> None:
    """By the same way in."""
    async with serving(lab):
        offered = await lab.person().searches("qlee")

    assert offered["cards"]


@pytest.mark.asyncio
async def test_nothing_of_a_query_is_stored(lab: Laboratory) -> None:
    """It is answered at once or not at all."""
    async with polling(lab) as running:
        await lab.person().searches("geheim")
        waiting = await running.office.store.inbox.waiting()

    assert waiting == 0


@pytest.mark.asyncio
async def test_a_query_that_breaks_costs_nobody_else(lab: Laboratory) -> None:
    """The next one is answered, and so are messages; of a flood some are left out."""
    async with polling(lab):
        person = lab.person()
        person._add("inline_query", {"id": "x", "from": person.user_json(), "query": "bumm", "offset": ""})
        for number in range(5 * AT_ONCE):
            person._add("inline_query", {"id": f"f{number}", "from": person.user_json(), "query": "flut", "offset": ""})
        answer = await person.asks("hallo")
        offered = await person.searches("danach")

    assert answer.text == "Antwort: hallo"
    assert offered["cards"]


@pytest.mark.parametrize(
    ("moment", "seconds"),
    [("2026-11-22 12:00", 300), ("2026-11-22 22:59:30", 30), ("2026-11-22 23:00", 300), ("2027-03-28 21:59", 60)],
)
def test_cards_are_not_kept_past_midnight(moment: str, seconds: int) -> None:
    """Midnight in the Lausitz: what was ahead yesterday may be over today."""
    assert cache_seconds(datetime.fromisoformat(moment).replace(tzinfo=UTC)) == seconds
