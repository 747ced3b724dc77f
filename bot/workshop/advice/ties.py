"""Between the files: names that two share, and files nobody leads to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from bot.knowledge import Entry, Knowledge, Problem
from bot.knowledge.problems import Flaw, Loc, Wording
from bot.knowledge.references import named_ids
from bot.model.topics import Person, Place, Theme, Topic

_BETWEEN_WORDS = re.compile(r"\W+")
COPIED = 4
"""Names or sentences in common from which one file is a copy of the other."""
_ONLY_TO_SPEAK_OF = frozenset({"town", "district", "region"})
"""Places people name in a question, whether or not anything happens there."""


def tie_advice(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield what is odd about how the files hang together."""
    yield from _shared_names(knowledge)
    for entry in knowledge.entries:
        if isinstance(entry.thing, Person):
            yield from map(entry.problem, _person(entry.thing))
    if not knowledge.errors:  # else a file that is left out may be the one that names it
        yield from _lonely_ones(knowledge)


def _shared_names(knowledge: Knowledge) -> Iterator[Problem]:
    """Two topics of one name cannot be told apart; a place and an office may share theirs."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in sorted(knowledge.entries, key=lambda entry: entry.file.id):
        shared: defaultdict[str, list[tuple[Loc, str, Entry]]] = defaultdict(list)
        for loc, name in _names(entry.thing).items():
            earlier = first.setdefault((_realm(entry.thing), _plain(name)), entry)
            if earlier is not entry:
                shared[earlier.file.id].append((loc, name, earlier))
        for some in shared.values():
            yield from map(entry.problem, _shared(some))


def _shared(names: list[tuple[Loc, str, Entry]]) -> Iterator[Flaw]:
    """Tell each name, or once that the file is a copy: a copy has the longer id."""
    loc, _, other = names[0]
    if len(names) >= COPIED:
        message = f"{len(names)} Namen stehen auch in «{other.file.id}» ({other.file.name})."
        advice = "Ist das eine Kopie? Dann ändere title und also_called, sonst kann der Bot beides nicht unterscheiden."
        yield Flaw((loc[0],), Wording(message, advice), "warning", at_key=True)
        return
    for loc, name, other in names:
        message = f"So heißt auch «{other.file.id}» ({other.file.name})."
        advice = f"Streich «{name}» in einer der beiden Dateien, sonst muss der Bot nachfragen."
        yield Flaw(loc, Wording(message, advice), "warning")


def _names(thing: object) -> Mapping[Loc, str]:
    if not isinstance(thing, Topic):
        return {}
    titles: defaultdict[str, list[Loc]] = defaultdict(list)
    for language, title in thing.title.items():
        titles[title].append(("title", language))
    return {locs[0]: title for title, locs in titles.items()} | {
        ("also_called", index): name for index, name in enumerate(thing.also_called)
    }


def _realm(thing: object) -> str:
    return thing.kind if isinstance(thing, Place | Theme) else "topic"


def _plain(name: str) -> str:
    return _BETWEEN_WORDS.sub("", name.casefold())


def _lonely_ones(knowledge: Knowledge) -> Iterator[Problem]:
    named = frozenset(name for entry in knowledge.entries for name in named_ids(entry))
    for entry in knowledge.entries:
        yield from map(entry.problem, _lonely(entry.thing, named))


def _lonely(thing: object, named: frozenset[str]) -> Iterator[Flaw]:
    if isinstance(thing, Person) and thing.id not in named and not thing.functions:
        message = "Auf diese Person verweist kein Eintrag."
        yield Flaw((), Wording(message, "Trag sie bei ihrer Stelle unter people ein oder lösche die Datei."), "warning")
    elif isinstance(thing, Person) and thing.id not in named:
        message = "Keine Stelle, kein Netzwerk und keine Veranstaltung nennt diese Person."
        yield Flaw((), Wording(message, "Trag sie dort unter people ein oder lösche die Datei."), "warning")
    if isinstance(thing, Place) and thing.type not in _ONLY_TO_SPEAK_OF and thing.id not in named:
        message = "An diesem Ort findet nichts statt, kein Eintrag nennt ihn."
        yield Flaw((), Wording(message, "Trag ihn bei einem Termin ein oder lösche die Datei."), "warning")


def _person(person: Person) -> Iterator[Flaw]:
    if not person.functions:
        message = "Bei dieser Person steht keine öffentliche Aufgabe."
        advice = "Ergänze functions: mit what und as_of, so wie es eine öffentliche Seite nennt."
        yield Flaw(("title",), Wording(message, advice), "warning", at_key=True)
