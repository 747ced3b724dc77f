"""What somebody asked to be told about a topic's dates, and what there is to tell.

Both are stored as a topic, a run and a ``kind``, never as text: ``dates``, ``week:2027-03-04``;
``new:2027-03-04``, ``start-day:2027-03-04``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal, get_args

Lead = Literal["week", "day"]
"""How long before a date somebody is reminded of it."""
LEADS: Mapping[Lead, timedelta] = MappingProxyType({"week": timedelta(days=7), "day": timedelta(days=1)})

DATES = "dates"

News = Literal["new", "moved", "cancelled"]
Moment = Literal["start", "deadline"]
What = Literal["new", "moved", "cancelled", "start", "deadline"]

_TIDING = re.compile(r"(?P<what>new|moved|cancelled|start|deadline)(?:-(?P<lead>week|day))?:(?P<day>\d{4}-\d{2}-\d{2})")
_REMINDER = re.compile(r"(?P<lead>week|day):(?P<day>\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, slots=True)
class Wish:
    """Tell me of every new date of ``topic``; with ``run`` and ``lead``, remind me that long before.

    ``day`` is when the run was to start at the time of the wish: whoever asked knows of that day.
    """

    topic: str
    run: str = ""
    lead: Lead | None = None
    day: date | None = None

    @property
    def kind(self) -> str:
        """What is stored of it beside topic and run."""
        return f"{self.lead}:{self.day.isoformat()}" if self.lead and self.day else DATES


def read_wish(topic: str, run: str, kind: str) -> Wish | None:
    """Return the wish that was stored like this; None for a kind we do not know."""
    if kind == DATES:
        return Wish(topic)
    match = _REMINDER.fullmatch(kind)
    day = _day(match["day"]) if match else None
    lead = next((each for each in get_args(Lead) if match and each == match["lead"]), None)
    return Wish(topic, run, lead, day) if lead and day else None


@dataclass(frozen=True, slots=True)
class Tiding:
    """Something to tell: that a run is new, moved or cancelled, or that a start or deadline is near.

    ``day`` is the day it is about. What is said is composed when it is said: by then it may no longer be true.
    """

    topic: str
    run: str
    what: What
    day: date
    lead: Lead | None = None

    @property
    def kind(self) -> str:
        """What is stored of it beside topic and run."""
        what = f"{self.what}-{self.lead}" if self.lead else self.what
        return f"{what}:{self.day.isoformat()}"

    @property
    def is_news(self) -> bool:
        """Tell whether it says that a date is other than was known."""
        return self.lead is None


def read_tiding(topic: str, run: str, kind: str) -> Tiding | None:
    """Return the tiding that was stored like this; None for a kind we do not know."""
    match = _TIDING.fullmatch(kind)
    day = _day(match["day"]) if match else None
    if match is None or day is None:
        return None
    what = next(each for each in get_args(What) if each == match["what"])
    lead = next((each for each in get_args(Lead) if each == match["lead"]), None)
    return Tiding(topic, run, what, day, lead)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
