"""What staff may order from a channel: reload, see how the bot is doing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.answers.dates import local_day
from bot.service.reloading import Reloader
from bot.store.parts import Store
from bot.workshop.calendar import due


@dataclass(frozen=True, slots=True)
class StaffOperations:
    """See `bot.service.ports.Operations`."""

    reloader: Reloader
    store: Store

    async def reload(self, now: datetime) -> str:  # noqa: ARG002 - the protocol's signature
        """Read the folders anew; who ordered it is answered, so that nobody else need be told."""
        return self.reloader.in_words(await self.reloader.reload(_quietly))

    async def standing(self, now: datetime) -> str:
        """Tell what is known, what waits and which reviews are overdue."""
        catalogue = self.reloader.conversation.brain.catalogue
        overdue = [each for each in due(catalogue, local_day(now), 0) if each.kind == "review"]
        waiting = await self.store.inbox.waiting()
        return "\n".join(
            (
                f"Wissen: {len(catalogue.topics)} Themen, {len(catalogue.intents)} Fragen, Stand {catalogue.version}.",
                f"Fehler in den Dateien: {self.reloader.errors}.",
                f"Wartende Nachrichten: {waiting}.",
                f"Überfällige Prüfungen: {len(overdue)}.",
            )
        )


async def _quietly(_text: str) -> None:
    """Tell nobody."""
