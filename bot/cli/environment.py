"""The environment of a command: settings, the day it is to be, and logs."""

from __future__ import annotations

import sys
from datetime import date

from bot.answers.dates import local_day
from bot.cli.mistakes import WrongCall
from bot.logs import set_up_logs
from bot.service.clocks import clock_of, day_of
from bot.settings import Settings, load_settings


def settings_for(today: str | None) -> Settings:
    """Return the environment's settings with the day of ``--today``, and set the logs up.

    Raises `SettingsError`, and `WrongCall` where *today* is no day.
    """
    settings = load_settings()
    set_up_logs(settings.log_level, settings.log_format, settings.secrets())
    if today is None:
        return settings
    try:
        return settings.model_copy(update={"bot_today": day_of(today)})
    except ValueError:
        raise WrongCall(f"--today braucht einen Tag wie 2027-03-01 oder 1.3.2027, «{today}» ist keiner.") from None


def hint_at_place(settings: Settings) -> None:
    """Say in which folder was looked, for whoever expected to find something there."""
    if settings.database() is None:
        hint = "Hat der Bot dort, wo er läuft, DATA_DIR oder DATABASE_URL gesetzt? Dann setz es auch hier."
        print(f"Gesucht ist in {settings.data_dir}. {hint}", file=sys.stderr)


def day_in(settings: Settings) -> date:
    """Return the day it is for a command: today in the Lausitz, or the one that was set."""
    return local_day(clock_of(settings.bot_today)())
