"""Takes updates in: once each, readable ones only, into the lane of their chat."""

from __future__ import annotations

from collections import OrderedDict

import structlog
from pydantic import ValidationError

from bot.channels.telegram.desk import Desk
from bot.channels.telegram.incoming import Incoming, Me, read
from bot.channels.telegram.wire import Update
from bot.model.message import Message
from bot.service.lanes import Lanes
from bot.service.metrics import Metrics

MOST_WAITING = 20
REMEMBERED = 4096


class Intake:
    """The one way in for updates, polled or delivered."""

    def __init__(self, me: Me, desk: Desk, lanes: Lanes, metrics: Metrics) -> None:
        """Queue into *lanes* what is meant for *me*, to be answered at *desk*."""
        self._metrics = metrics
        self._me = me
        self._desk = desk
        self._lanes = lanes
        self._known: OrderedDict[int, None] = OrderedDict()
        self._log = structlog.get_logger()

    def take(self, raw: object) -> None:
        """Queue one update as Telegram sent it; what cannot be read is counted and skipped."""
        try:
            update = Update.model_validate(raw)
        except ValidationError:
            self._metrics.update("unreadable")
            self._log.warning("update_unreadable")
            return
        if not self._is_new(update.update_id):
            self._metrics.update("repeated")
        elif incoming := read(update, self._me):
            self._metrics.update("taken")
            self._queue(incoming)
        else:
            self._metrics.update("not-ours")

    def _is_new(self, update_id: int) -> bool:
        if update_id in self._known:
            return False
        self._known[update_id] = None
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return True

    def _queue(self, incoming: Incoming) -> None:
        message = incoming.message
        ahead = self._lanes.waiting(message.chat)
        if ahead > MOST_WAITING:
            self._log.debug("message_dropped", reason="too-many")
            return
        if ahead == MOST_WAITING:
            # Said once: the messages after this one are dropped until the lane has moved on.
            message = Message(message.chat, notice="too-many", language_code=message.language_code)
            incoming = Incoming(incoming.place, message, incoming.tap)
        self._lanes.put(message.chat, lambda: self._desk.answer(incoming))
