"""`diff`: which test sentences are answered otherwise by another state of the files."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.cli.environment import settings_for
from bot.cli.wiring import LoadWiring, Wiring
from bot.conversation.turn import Conversation
from bot.service.clocks import clock_of
from bot.settings import Settings
from bot.workshop.difference import Difference, differences, in_words, sentences_to_ask
from bot.workshop.revisions import unpack


def diff_here(load_wiring: LoadWiring, old: str, new: str | None, today: str | None, *, as_json: bool) -> None:
    """Print how the state *new* (without it the files as they are) answers otherwise than *old*."""
    settings, wiring = settings_for(today), load_wiring()
    with TemporaryDirectory() as folder:
        before = _conversation(wiring, _state(old, settings, Path(folder) / "old"))
        after = _conversation(wiring, _state(new, settings, Path(folder) / "new") if new else settings)
    asked = sentences_to_ask(before.brain.catalogue, after.brain.catalogue)
    found = asyncio.run(differences(before, after, asked, clock_of(settings.bot_today)()))
    print(_as_json(found) if as_json else "\n".join((*in_words(found), _summed_up(found, len(asked)))))


def _state(name: str, settings: Settings, empty: Path) -> Settings:
    """Return settings that lead to the folder or git revision *name*."""
    place = Path(name)
    if not (place / "content").is_dir():
        place = empty
        for part, folder in (("content", settings.content_dir), ("intents", settings.intents_dir)):
            (place / part).mkdir(parents=True)
            unpack(name, folder, place / part)
    return settings.model_copy(update={"content_dir": place / "content", "intents_dir": place / "intents"})


def _conversation(wiring: Wiring, settings: Settings) -> Conversation:
    return wiring.converse(wiring.load_brain(settings)[0])


def _summed_up(found: tuple[Difference, ...], asked: int) -> str:
    otherwise = sum(each.is_read_otherwise for each in found)
    return f"{asked} Testsätze: {otherwise} werden anders verstanden, {len(found) - otherwise} nur anders beantwortet."


def _as_json(found: tuple[Difference, ...]) -> str:
    return json.dumps([asdict(each) for each in found], ensure_ascii=False)
