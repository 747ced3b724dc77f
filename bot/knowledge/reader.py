"""From two folders to one catalogue and the list of what is wrong in them.

A file that cannot be read or does not fit its class is left out. In a file that fits, only the
smallest part around a slip is left out: an unknown place costs a run its place, not the course.
So every id in the catalogue leads somewhere, and one bad file never stops the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from bot.errors import MissingFolder, NothingToAsk
from bot.knowledge.causes import lost_folders, of_no_folder, problems_of
from bot.knowledge.index import Index
from bot.knowledge.loading import Loaded, Reading, Unchanged
from bot.knowledge.lost import names_in
from bot.knowledge.problems import Flaw, Problem, shown
from bot.knowledge.references import circles, flaws_between
from bot.knowledge.rules import LANGUAGES, flaws_within, synonym_flaws
from bot.knowledge.shelves import Entry, Shelves, Things
from bot.knowledge.ways import endless
from bot.model.catalogue import Catalogue
from bot.model.crisis import CrisisRules
from bot.model.intents import Intent
from bot.model.paths import Path as GuidedPath
from bot.model.synonyms import Synonyms
from bot.model.topics import TOPIC_CLASSES, Place, Theme, Topic


@dataclass(frozen=True)
class Knowledge:
    """What could be read, and what is wrong in the files, by file and line."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    entries: tuple[Entry, ...] = ()
    """The topics and intents that fit their class, with their places; for who has more to say about them."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that cost a file or a part of it."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def read(content_dir: Path, intents_dir: Path, unchanged: Unchanged | None = None) -> Knowledge:
    """Read both folders; what is *unchanged* since the read before is taken from there.

    Raises MissingFolder where one is not there and NothingToAsk where no intent can be used.
    """
    require_folders(content_dir, intents_dir)
    reading = Reading(unchanged=unchanged or Unchanged())
    reading.unchanged.next_round()
    shelves, began = Shelves(content_dir, intents_dir, reading), datetime.now(UTC)
    entries, broken = shelves.entries()
    broken = {**shelves.strays({*broken, *(entry.file.id for entry in entries)}), **broken}
    catalogue = replace(_catalogue(shelves, entries, broken), read_at=began)
    problems = shown(reading.problems)
    if not catalogue.intents:
        message = f"Der Bot hat nichts zu beantworten: In {intents_dir} ist keine Frage lesbar."
        raise NothingToAsk(message, tuple(map(str, problems)))
    return Knowledge(catalogue, problems, tuple(entries))


def require_folders(content_dir: Path, intents_dir: Path) -> None:
    """Raise MissingFolder where one of the two is not there."""
    for folder, what, setting in ((content_dir, "Inhalten", "CONTENT_DIR"), (intents_dir, "Fragen", "INTENTS_DIR")):
        if not folder.is_dir():
            advice = f"Hole ihn aus der letzten Fassung zurück, oder nenne in {setting}, wo er liegt."
            raise MissingFolder(f"Der Ordner mit den {what} fehlt: {folder}. {advice}")


def _catalogue(shelves: Shelves, entries: list[Entry], broken: dict[str, str]) -> Catalogue:
    reading = shelves.reading
    texts, with_file = shelves.texts()
    languages, crisis = frozenset((*LANGUAGES, *with_file)), shelves.crisis()
    things = _sound(shelves, entries, broken, languages, crisis)
    synonyms = shelves.synonyms()
    if synonyms:
        reading.note(*map(synonyms.problem, synonym_flaws(synonyms.thing)))
    paths = {key: thing for key, thing in things.items() if isinstance(thing, GuidedPath)}
    intents = {key: thing for key, thing in things.items() if isinstance(thing, Intent)}
    return Catalogue(
        topics={key: thing for key, thing in things.items() if isinstance(thing, Topic)},
        intents={**intents, **{key: path.question for key, path in paths.items()}},
        paths=paths,
        crisis=crisis.thing if crisis else CrisisRules(),
        synonyms=synonyms.thing if synonyms else Synonyms(),
        texts=texts,
        version=reading.version(),
        lost=tuple(_lost(shelves, {**broken, **{entry.file.id: entry.file.name for entry in entries}}, things)),
    )


def _lost(shelves: Shelves, files: Mapping[str, str], things: Things) -> Iterator[tuple[str, ...]]:
    """Yield the names of the topics of which nothing sound is left; a place or theme alone is nothing to be asked about."""
    asked_about = (topic_class for topic_class in TOPIC_CLASSES if topic_class not in (Place, Theme))
    folders = {f"{shelves.content.resolve().name}/{topic_class.folder}" for topic_class in asked_about}
    for identifier, file in files.items():
        if identifier not in things and str(PurePosixPath(file).parent) in folders:
            names = dict.fromkeys(names_in(shelves.reading.read.get(file, b""), identifier))
            yield (*tuple(names)[1:2], *names)


def _sound(
    shelves: Shelves,
    entries: list[Entry],
    broken: dict[str, str],
    languages: frozenset[str],
    crisis: Loaded[CrisisRules] | None,
) -> Things:
    """Return topics, intents and paths in the order of their ids, without what is wrong in them.

    From the *crisis* rules nothing is cut: a helpline without a source still helps.
    """
    reading = shelves.reading
    flaws = {entry.file.id: list(_within(entry, languages, reading.unchanged)) for entry in entries}
    lost = {
        entry.file.id: entry.file.name for entry in entries if any(f.cut == () for f in flaws[entry.file.id])
    }
    kept = [entry for entry in entries if entry.file.id not in lost]
    index = Index({entry.file.id: entry.thing for entry in kept}, {**broken, **lost})
    for entry in kept:
        flaws[entry.file.id].extend(flaws_between(entry, index))
    for identifier, flaw in (*circles(index), *endless(index)):
        flaws[identifier].append(flaw)
    about_crisis = [(crisis, flaws_within(crisis, languages))] if crisis else []
    folders = lost_folders((flaw for some in flaws.values() for flaw in some), shelves.missing())
    told = ((entry, of_no_folder(flaws[entry.file.id], folders)) for entry in entries)
    reading.note(*folders.values(), *problems_of([*told, *about_crisis]))
    things = {entry.file.id: entry.without(flaws[entry.file.id]) for entry in entries}
    return {key: thing for key, thing in sorted(things.items()) if thing}


def _within(entry: Entry, languages: frozenset[str], unchanged: Unchanged) -> tuple[Flaw, ...]:
    """Return what is wrong in one file, which follows from its bytes."""
    key = entry.file, entry.raw, languages
    known = unchanged.flaws.known(key)
    return unchanged.flaws.keep(key, tuple(flaws_within(entry, languages))) if known is None else known
