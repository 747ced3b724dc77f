"""What a channel shares with other processes and finds again after a restart."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.service.chats import Chats, MemoryChats
from bot.service.ports import Pause
from bot.service.vitals import Check
from bot.store.slots import MemorySlots, Slots


@dataclass(frozen=True, slots=True)
class Backing:
    """By default everything is this process's own memory.

    ``checks`` are looked at by /readyz: each tells whether one thing behind us can be reached.
    ``pause`` is how time is let go by.
    """

    slots: Slots = field(default_factory=MemorySlots)
    chats: Chats = field(default_factory=MemoryChats)
    checks: Mapping[str, Check] = field(default_factory=dict)
    pause: Pause = asyncio.sleep
