"""Start links: what stands behind ``?start=`` in a link that opens the bot at one thing.

``<topic>`` opens a topic, ``Q-<intent>`` a question, and either may end with ``_`` and the code of
a campaign: ``wasserstoff-fachexperte_messe-2027``. Ids hold neither capitals nor underscores, so
nothing is ambiguous. Telegram takes at most 64 of ``A-Z a-z 0-9 _ -``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

CAMPAIGN = r"[A-Za-z0-9-]{1,18}"
"""A campaign's code: short enough to stand behind the longest id, on a button too."""

_PAYLOAD = re.compile(rf"(?P<question>Q-)?(?P<id>[a-z0-9-]{{1,40}})(?:_(?P<campaign>{CAMPAIGN}))?")


@dataclass(frozen=True, slots=True)
class StartLink:
    """Where a link leads: to exactly one of a topic and an intent; ``campaign`` says who handed it out."""

    topic: str | None = None
    intent: str | None = None
    campaign: str | None = None

    @property
    def payload(self) -> str:
        """What stands behind ``?start=``."""
        opened = f"Q-{self.intent}" if self.intent else self.topic or ""
        return f"{opened}_{self.campaign}" if self.campaign else opened


def read_payload(payload: str) -> StartLink | None:
    """Return where *payload* leads, None where it is none of ours. What it names need not exist."""
    match = _PAYLOAD.fullmatch(payload)
    if match is None:
        return None
    if match["question"]:
        return StartLink(intent=match["id"], campaign=match["campaign"])
    return StartLink(topic=match["id"], campaign=match["campaign"])


def opened_link(choice: str | None) -> StartLink | None:
    """Return the link whose opening is the *choice*, None for any other; see `bot.model.choices`."""
    action, _, payload = (choice or "").partition(":")
    return read_payload(payload) if action == "start" else None


def is_campaign(code: str) -> bool:
    """Tell whether *code* can stand in a link."""
    return re.fullmatch(CAMPAIGN, code) is not None
