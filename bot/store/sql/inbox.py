"""The inbox in a database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.model.context import Context
from bot.store.errors import Taken
from bot.store.inbox import Arrival, Claim
from bot.store.sql.engine import Engine, Row, Step, Value, stamp
from bot.store.sql.leases import Leases
from bot.store.sql.records import chat_values, context_of

_ROOM = 256 * 1024
"""Characters: a poll that brings a hundred messages, most of them long."""
_NOBODYS = -1
"""The number of no update: Telegram's are positive."""


class SqlInbox:
    """See `bot.store.inbox.Inbox`."""

    def __init__(self, engine: Engine, leases: Leases) -> None:
        self._engine = engine
        self._leases = leases

    async def put(self, arrivals: Sequence[Arrival], now: datetime) -> int:
        """Store *arrivals*, all or none."""
        # In one order for all processes: two that store the same updates must not wait for each other.
        ordered = sorted(arrivals, key=lambda arrival: arrival.update)
        return sum(map(len, await self._engine.together([_put(arrival, now) for arrival in ordered])))

    async def claim(self, most: int) -> tuple[Claim, ...]:
        """Take the oldest update of chats of which none is in hand."""
        try:
            rows = await self._engine.rows("claim_updates", **self._leases.mine(), most=most)
        except Taken:
            # Another process took a chat in the same moment; what is left is there at the next look.
            return ()
        return tuple(sorted(map(_claim_of, rows), key=lambda claim: claim.update))

    async def renew(self, held: Sequence[Claim]) -> None:
        """Begin the leases of *held* anew."""
        if held:
            numbers = ",".join(str(claim.update) for claim in held)
            await self._engine.do("renew_updates", **self._leases.mine(), held=f",{numbers},")

    async def note_sent(self, claim: Claim, sent: int) -> None:
        """Note how many messages of the answer got through."""
        await self._engine.do("note_sent", update_id=claim.update, owner=self._leases.owner, sent=sent)

    async def complete(self, claim: Claim, context: Context | None, now: datetime) -> int | None:
        """Let go of the update and remember *context*."""
        mine: dict[str, Value] = {"update_id": claim.update, "chat": claim.chat, "owner": self._leases.owner}
        steps = [Step("finish_update", {**mine, "at": stamp(now)}, must_find=True)]
        if context is not None:
            steps.append(Step("save_chat", chat_values(claim.chat, context)))
        finished = (await self._engine.together(steps))[0]
        return int(finished[0][0]) if finished else None

    async def put_back(self, claim: Claim) -> None:
        """Lay the update back."""
        await self._engine.do("put_back_update", update_id=claim.update, owner=self._leases.owner)

    async def drop_waiting(self, chat: str, now: datetime) -> int:
        """Let go of what of *chat* is in nobody's hands."""
        return len(await self._engine.rows("drop_waiting_updates", chat=chat, at=stamp(now)))

    async def free_overdue(self) -> int:
        """Free what was not renewed."""
        return len(await self._engine.rows("free_updates", **self._leases.overdue()))

    async def waiting(self) -> int:
        """Count the updates that are not answered yet."""
        return int((await self._engine.rows("count_updates"))[0][0])

    async def rehearse(self) -> None:
        """Store something and take it out again, as one: nobody else ever sees it."""
        row: dict[str, Value] = {"update_id": _NOBODYS, "at": 0, "chat": None, "body": _ROOM * "-"}
        await self._engine.together([Step("put_update", row), Step("delete_update", {"update_id": _NOBODYS})])


def _put(arrival: Arrival, now: datetime) -> Step:
    row: dict[str, Value] = {"update_id": arrival.update, "at": stamp(now), "chat": arrival.chat, "body": arrival.body}
    return Step("put_update", row)


def _claim_of(row: Row) -> Claim:
    update, chat, body, attempts, sent, *remembered, behind = row
    return Claim(update, chat, body, context_of(remembered), attempts, sent, behind)
