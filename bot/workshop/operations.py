"""What staff may order from a channel: reload, see how the bot is doing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.answers.dates import local_day
from bot.conversation.ledger import Ledger
from bot.service.reloading import Reloader
from bot.store.parts import Store
from bot.workshop.calendar import due
from bot.workshop.unanswered import groups, in_words

SHOWN = 10


@dataclass(frozen=True, slots=True)
class StaffOperations:
    """See `bot.service.ports.Operations`."""

    reloader: Reloader
    store: Store
    ledger: Ledger

    async def reload(self, now: datetime) -> str:  # noqa: ARG002 - the protocol's signature
        """Read the folders anew; who ordered it is answered, so that nobody else need be told."""
        return self.reloader.in_words(await self.reloader.reload(_quietly))

    async def standing(self, now: datetime) -> str:
        """Tell what is known, what waits and which reviews are overdue."""
        catalogue = self.reloader.conversation.brain.catalogue
        overdue = [each for each in due(catalogue, local_day(now), 0) if each.kind == "review"]
        waiting = max(await self.store.inbox.waiting() - 1, 0)  # the order itself is one of them
        return "\n".join(
            (
                f"Wissen: {len(catalogue.topics)} Einträge, {len(catalogue.intents)} Fragen, Fassung {catalogue.version}.",
                f"Fehler in den Dateien: {self.reloader.errors}.",
                f"Wartende Nachrichten: {waiting}.",
                f"Überfällige Prüfungen: {len(overdue)}.",
            )
        )

    async def inbox(self, now: datetime) -> str:
        """Tell which questions found no answer, those of the last minute too, the most frequent first."""
        await self.ledger.flush(self.store.questions, now)
        found = groups(await self.store.questions.open())
        more = f"\n\n… und {len(found) - SHOWN} weitere." if len(found) > SHOWN else ""
        return "\n".join(in_words(found[:SHOWN])) + more


async def _quietly(_text: str) -> None:
    """Tell nobody."""
