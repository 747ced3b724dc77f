"""`diff`: which test sentences are answered otherwise by another state of the files."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.cli.environment import settings_for
from bot.cli.states import compared, state_of
from bot.cli.wiring import LoadWiring, Wiring
from bot.settings import Settings
from bot.workshop.difference import Difference, in_words
from bot.workshop.revisions import unpack
from bot.workshop.states import State


def diff_here(load_wiring: LoadWiring, old: str, new: str | None, today: str | None, *, as_json: bool) -> None:
    """Print how the state *new* (without it the files as they are) answers otherwise than *old*."""
    settings, wiring = settings_for(today), load_wiring()
    with TemporaryDirectory() as folder:
        before = _state(wiring, _place(old, settings, Path(folder) / "old"))
        after = _state(wiring, _place(new, settings, Path(folder) / "new") if new else settings)
        found, tests = compared(before, after)
    print(_as_json(found) if as_json else "\n".join(in_words(found, len(tests))))


def _place(name: str, settings: Settings, empty: Path) -> Settings:
    """Return settings that lead to the folder or git revision *name*."""
    place = Path(name)
    if not (place / "content").is_dir():
        place = empty
        for part, folder in (("content", settings.content_dir), ("intents", settings.intents_dir)):
            (place / part).mkdir(parents=True)
            unpack(name, folder, place / part)
    return settings.model_copy(update={"content_dir": place / "content", "intents_dir": place / "intents"})


def _state(wiring: Wiring, settings: Settings) -> State:
    return state_of(wiring, settings, lambda: wiring.load_brain(settings))


def _as_json(found: tuple[Difference, ...]) -> str:
    return json.dumps([{**asdict(each), "verdict": each.verdict} for each in found], ensure_ascii=False)
