"""`calendar`: what expires or needs a review, as text, JSON or calendar file."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from bot.cli.environment import day_in, settings_for
from bot.cli.mistakes import WrongCall
from bot.knowledge import read
from bot.workshop.calendar import as_ics, due, in_words

_FARTHEST = 3650
"""Ten years: what is planned farther ahead nobody has written down."""


def plan_here(today: str | None, days: int, *, as_json: bool, as_calendar: bool) -> None:
    """Print what is due within *days*."""
    if as_json and as_calendar:
        raise WrongCall("Entweder --json oder --ics, beides zusammen geht nicht.")
    if not 0 <= days <= _FARTHEST:
        raise WrongCall(f"Nach hinten und weiter als {_FARTHEST} Tage sieht der Kalender nicht: --days 0 bis {_FARTHEST}.")
    settings = settings_for(today)
    day = day_in(settings)
    dues = due(read(settings.content_dir, settings.intents_dir).catalogue, day, days)
    if as_calendar:
        sys.stdout.buffer.write(as_ics(dues, day))
    elif as_json:
        print(json.dumps([asdict(each) | {"day": each.day.isoformat()} for each in dues], ensure_ascii=False))
    else:
        nothing = f"In den nächsten {days} Tagen ist nichts fällig." if days else "Heute ist nichts fällig."
        print("\n".join(in_words(dues, day)).rstrip() or nothing)
