"""`inbox`: what was asked and not answered, and what becomes of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from bot.cli.environment import day_in, hint_at_place, settings_for
from bot.cli.mistakes import WrongCall
from bot.cli.states import asked_of, compared, state_of
from bot.cli.wiring import LoadWiring
from bot.settings import Settings
from bot.store.opening import look_into_store, open_store
from bot.workshop.difference import in_words as in_words_of
from bot.workshop.folders import Folders
from bot.workshop.unanswered import Group, group_of, groups, in_words, lesson

_HOW = "So geht es: inbox, inbox ignore NUMMER oder inbox to FRAGE NUMMER; es dürfen mehrere Nummern sein"


def inbox_here(load_wiring: LoadWiring, what: tuple[str, ...], today: str | None) -> None:
    """List what waits, or settle some groups of it."""
    settings = settings_for(today)
    match what:
        case ():
            waiting = asyncio.run(_open(settings))
            print("\n".join(in_words(waiting)))
            if not waiting:
                hint_at_place(settings)
        case ("ignore", _, *_):
            asyncio.run(_settle(settings, _groups(settings, what[1:])))
            print("Gut, das kommt nicht wieder.")
        case ("to", intent, _, *_):
            _teach(load_wiring, settings, intent, _groups(settings, what[2:]))
        case _:
            raise WrongCall(_HOW)


async def _open(settings: Settings) -> tuple[Group, ...]:
    async with look_into_store(settings.database(), settings.data_dir) as store:
        return groups(await store.questions.open()) if store else ()


async def _settle(settings: Settings, some: Iterable[Group]) -> None:
    async with open_store(settings.database(), settings.data_dir) as store:
        await store.questions.settle([number for group in some for number in group.numbers], day_in(settings))


def _groups(settings: Settings, numbers: Iterable[str]) -> tuple[Group, ...]:
    """Return the groups that *numbers* belong to, each once."""
    waiting = asyncio.run(_open(settings))
    return tuple(dict.fromkeys(_group(number, waiting) for number in numbers))


def _group(number: str, waiting: tuple[Group, ...]) -> Group:
    if not number.isdecimal():
        raise WrongCall(f"«{number}» ist keine Nummer. {_HOW}")
    group = group_of(int(number), waiting)
    if group is None:
        raise WrongCall(f"Eine Frage mit der Nummer {number} wartet nicht. Alle zeigt: python -m bot inbox")
    return group


def _teach(load_wiring: LoadWiring, settings: Settings, intent: str, some: tuple[Group, ...]) -> None:
    """Write the examples and let go of the groups, which have found their answer; then show what changes."""
    folders = Folders(settings.content_dir, settings.intents_dir)
    lessons = [lesson(group.first, intent, folders) for group in some]
    wiring = load_wiring()
    build = wiring.builder(settings)
    before = state_of(wiring, settings, build)
    asked_of(before)
    for learnt, group in zip(lessons, some, strict=True):
        learnt.write()
        asyncio.run(_settle(settings, (group,)))
        print(f"In {intent}.yaml steht jetzt das Beispiel «{learnt.example}».", flush=True)
    found, tests = compared(before, state_of(wiring, settings, build))
    print("\n".join(in_words_of(found, len(tests))))
