"""`inbox`: what was asked and not answered, and what becomes of it."""

from __future__ import annotations

import asyncio

from bot.cli.checking import day_in
from bot.cli.environment import settings_for
from bot.cli.mistakes import WrongCall
from bot.cli.wiring import LoadWiring
from bot.service.clocks import clock_of
from bot.settings import Settings
from bot.store.opening import open_store
from bot.workshop.difference import differences, sentences_to_ask
from bot.workshop.difference import in_words as difference_in_words
from bot.workshop.folders import Folders
from bot.workshop.unanswered import Group, group_of, groups, in_words, teach

_HOW = "So geht es: inbox, inbox ignore NUMMER oder inbox to FRAGE NUMMER"


def inbox_here(load_wiring: LoadWiring, what: tuple[str, ...], today: str | None) -> None:
    """List what waits, or settle one group of it."""
    settings = settings_for(today)
    match what:
        case ():
            print("\n".join(in_words(asyncio.run(_open(settings)))))
        case ("ignore", number):
            asyncio.run(_settle(settings, _group(settings, number)))
            print("Gut, das kommt nicht wieder.")
        case ("to", intent, number):
            _teach(load_wiring, settings, intent, _group(settings, number))
        case _:
            raise WrongCall(_HOW)


async def _open(settings: Settings) -> tuple[Group, ...]:
    async with open_store(settings.database(), settings.data_dir) as store:
        return groups(await store.questions.open())


async def _settle(settings: Settings, group: Group) -> None:
    async with open_store(settings.database(), settings.data_dir) as store:
        await store.questions.settle(group.numbers, day_in(settings))


def _group(settings: Settings, number: str) -> Group:
    if not number.isdecimal():
        raise WrongCall(f"«{number}» ist keine Nummer. {_HOW}")
    group = group_of(int(number), asyncio.run(_open(settings)))
    if group is None:
        raise WrongCall(f"Eine Frage mit der Nummer {number} wartet nicht. Alle zeigt: python -m bot inbox")
    return group


def _teach(load_wiring: LoadWiring, settings: Settings, intent: str, group: Group) -> None:
    """Write the example and let go of the group, which has found its answer; then show what changes."""
    wiring = load_wiring()
    build = wiring.builder(settings)
    before = wiring.converse(build()[0])
    example = teach(group.first, intent, Folders(settings.content_dir, settings.intents_dir))
    asyncio.run(_settle(settings, group))
    print(f"In {intent}.yaml steht jetzt das Beispiel «{example}».", flush=True)
    after = wiring.converse(build()[0])
    asked = sentences_to_ask(before.brain.catalogue, after.brain.catalogue)
    found = asyncio.run(differences(before, after, asked, clock_of(settings.bot_today)()))
    print("\n".join(difference_in_words(found)) if found else "Kein Testsatz ändert sich.")
