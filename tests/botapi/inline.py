"""What a bot may offer in other chats."""

from __future__ import annotations

from collections.abc import Mapping

from tests.botapi.keyboards import read_keyboard
from tests.botapi.markup import read_text
from tests.botapi.params import Params
from tests.botapi.refusal import Refused, bad_request
from tests.botapi.world import World

MOST = 50


async def answer_inline(world: World, params: Params) -> object:
    """Take cards for a query that is still open; raises `Refused`."""
    query = params.text("inline_query_id")
    results = params.items("results")
    if len(results) > MOST:
        raise bad_request("RESULTS_TOO_MUCH")
    cards = [_article(result) for result in results]
    if len({card["id"] for card in cards}) < len(cards):
        raise bad_request("RESULT_ID_DUPLICATE")
    if query not in world.open_queries:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    world.open_queries.discard(query)
    world.inline[query] = {"cards": cards, "cache_time": params.integer("cache_time", 300)}
    for card in cards:
        world.note(f"    [{card['title']}] {card['description']}")
    return True


def _article(result: object) -> Mapping[str, object]:
    if not isinstance(result, Mapping) or result.get("type") != "article":
        raise bad_request("can't parse inline query result")
    name, title, content = result.get("id"), result.get("title"), result.get("input_message_content")
    if not isinstance(name, str) or not 1 <= len(name.encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    if not isinstance(title, str) or not title.strip():
        raise bad_request("article title is empty")
    if not isinstance(content, Mapping):
        raise Refused(400, "can't parse input message content")
    text = read_text(str(content.get("message_text", "")), str(content.get("parse_mode", "")) or None).text
    rows = read_keyboard(result.get("reply_markup"))
    return {"id": name, "title": title, "description": result.get("description", ""), "text": text, "rows": rows}
