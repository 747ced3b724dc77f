"""What must be true between the files: every id that is named exists and is of a fitting kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.knowledge.files import slug
from bot.knowledge.index import ANY_TOPIC, INTENT, PATH, Index, kind_of
from bot.knowledge.loading import Loaded
from bot.knowledge.nowhere import unknown_facet, unknown_id, unknown_question
from bot.knowledge.problems import Fix, Flaw, Loc, Wording, did_you_mean, listed
from bot.model.answerable import can_answer
from bot.model.intents import Intent
from bot.model.paths import Path
from bot.model.topics import Person, Topic
from bot.model.values import ID_PATTERN

_ACTORS = ("organisation", "network", "person")


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that names another file: the way to it and the kinds that fit.

    ``keep`` is how many steps lead to the part that goes when the name is wrong (None: the name alone).
    """

    way: tuple[str, ...]
    kinds: tuple[str, ...]
    keep: int | None = None


_TOPIC_REFERENCES = (
    Reference(("themes", "*"), ("theme",)),
    Reference(("place",), ("place",)),
    Reference(("also_in", "*"), ("place",)),
    Reference(("covers", "*"), ("place",)),
    Reference(("contact",), ("organisation", "person", "network", "offer")),
    Reference(("provider",), _ACTORS),
    Reference(("people", "*", "who"), _ACTORS, keep=2),
    Reference(("parts", "*", "topic"), ANY_TOPIC),
    Reference(("runs", "*", "place"), ("place",)),
    # A shortened list of members would deny a membership, so the whole list goes.
    Reference(("members", "groups", "*", "who", "*"), _ACTORS, keep=1),
    Reference(("functions", "*", "organisation"), ("organisation", "network")),
    Reference(("within",), ("place",)),
)
_INTENT_REFERENCES = (
    Reference(("answer", "about", "*"), ANY_TOPIC),
    Reference(("answer", "next", "*"), (*ANY_TOPIC, INTENT, PATH)),
    Reference(("answer", "path"), (PATH,)),
    Reference(("tests", "*", "*", "topic"), ANY_TOPIC),
    Reference(("not_this", "*", "*", "*"), (INTENT,)),
    Reference(("without_topic",), (INTENT,)),
    Reference(("told_instead", "*"), (INTENT,)),
)
_PATH_REFERENCES = (
    Reference(("steps", "*", "about", "*"), ANY_TOPIC),
    Reference(("steps", "*", "end", "contact"), ("organisation", "person", "network", "offer"), keep=3),
)
_WITH_ARTICLE: Mapping[str, str] = {
    "offer": "ein Angebot", "event": "eine Veranstaltung", "network": "ein Netzwerk",
    "organisation": "eine Organisation", "person": "eine Person", "place": "ein Ort",
    "theme": "ein Thema", INTENT: "eine Frage",
    PATH: "ein Weg",
}  # fmt: skip

def flaws_between(entry: Loaded[Topic | Intent | Path], index: Index) -> Iterator[Flaw]:
    """Yield what is wrong where one file names others."""
    thing = entry.thing
    for reference in _references_of(thing):
        for loc, value in entry.inside.texts(*reference.way):
            yield from _wrong_target(entry, reference, loc, value, index)
    if isinstance(thing, Topic):
        yield from _facet_flaws(thing, index)
        yield from _question_flaws(thing, index)
        yield from _press_contact(thing, index)
    if isinstance(thing, Path):
        yield from _way_flaws(entry, thing, index)
    yield from _former_flaws(thing, index)


def _references_of(thing: Topic | Intent | Path) -> tuple[Reference, ...]:
    if isinstance(thing, Path):
        return _PATH_REFERENCES
    return _TOPIC_REFERENCES if isinstance(thing, Topic) else _INTENT_REFERENCES


def _way_flaws(entry: Loaded[Topic | Intent | Path], path: Path, index: Index) -> Iterator[Flaw]:
    """A choice leads to a step of its path, or to anything else that can be said."""
    elsewhere = Reference((), (*ANY_TOPIC, INTENT, PATH), keep=4)
    for name, step in path.steps.items():
        for number, way in enumerate(step.choices):
            if way.to not in path.steps:
                loc: Loc = ("steps", name, "choices", number, "to")
                yield from _wrong_target(entry, elsewhere, loc, way.to, index, path.steps)


def named_ids(entry: Loaded[Topic | Intent | Path]) -> Iterator[str]:
    """Yield the ids of other files that a file names."""
    for reference in _references_of(entry.thing):
        yield from (value for _, value in entry.inside.texts(*reference.way))


def _wrong_target(
    entry: Loaded[Topic | Intent | Path], reference: Reference, loc: Loc, value: str, index: Index, nearby: Iterable[str] = ()
) -> Iterator[Flaw]:
    """Yield what is wrong with an id at *loc*; *nearby* are names that would do as well, such as steps of a path."""
    cut = _cut(reference, loc)
    if target := index.things.get(value):
        if kind_of(target) not in reference.kinds and value in index.broken:  # two files have that id
            yield Flaw(loc, _left_out(value), "warning", cut, because=index.broken[value])
        elif kind_of(target) not in reference.kinds:
            yield Flaw(loc, _wrong_kind(reference, value, kind_of(target)), cut=cut)
    elif value in index.former:
        new = index.former[value]
        wording = Wording(f"«{value}» heißt jetzt «{new}».", "Schreib die neue Kennung.", Fix(value, new))
        yield Flaw(loc, wording, "warning")
    elif value in index.broken:
        yield Flaw(loc, _left_out(value), "warning", cut, because=index.broken[value])
    else:
        wording = unknown_id(entry, loc, value, index, reference.kinds, nearby)
        yield Flaw(loc, wording, cut=cut, lacking="" if wording.fix else value, kinds=reference.kinds)


def _cut(reference: Reference, loc: Loc) -> Loc:
    return loc[: reference.keep]


def _wrong_kind(reference: Reference, value: str, kind: str) -> Wording:
    fitting = listed([_WITH_ARTICLE[kind] for kind in reference.kinds], "oder")
    return Wording(f"«{value}» ist {_WITH_ARTICLE[kind]}.", f"Hier passt nur {fitting}.")


def _left_out(value: str) -> Wording:
    return Wording(f"«{value}» fehlt dem Bot gerade.")


def _facet_flaws(topic: Topic, index: Index) -> Iterator[Flaw]:
    for key in topic.facets:
        loc: Loc = ("facets", key)
        if key in index.broken:
            yield Flaw(loc, _left_out(key), "warning", at_key=True, because=index.broken[key])
        elif key not in index.facets:
            yield Flaw(loc, _no_facet(key, index), cut=loc, at_key=True, lacking="" if key in index.things else key)


def _no_facet(key: str, index: Index) -> Wording:
    if isinstance(index.things.get(key), Intent):
        near = did_you_mean(key, index.facets)
        return Wording(f"Die Frage «{key}» wird nicht aus «facets» beantwortet.", near or "Nimm eine andere Frage.")
    return unknown_facet(key, index)


def _question_flaws(topic: Topic, index: Index) -> Iterator[Flaw]:
    for key in topic.questions:
        loc: Loc = ("questions", key)
        intent = index.things.get(key)
        if key in index.broken:
            yield Flaw(loc, _left_out(key), "warning", at_key=True, because=index.broken[key])
        elif not isinstance(intent, Intent):
            questions = (thing for thing in index.things.values() if isinstance(thing, Intent))
            known = sorted(question.id for question in questions if can_answer(topic, question))
            yield Flaw(loc, unknown_question(key, index, known), cut=loc, at_key=True, lacking="" if intent else key)
        elif not can_answer(topic, intent):
            yield Flaw(loc, _no_answer(key, intent), cut=loc, at_key=True)


def _no_answer(key: str, intent: Intent) -> Wording:
    if intent.answer.text is not None or intent.answer.list is not None:
        advice = f"Solche Sätze gehören unter «examples» in die Datei der Frage {key}."
        return Wording(f"Auf «{key}» antwortet der Bot immer gleich, egal worum es geht.", advice)
    message = f"Auf «{key}» hat dieser Eintrag keine Antwort."
    return Wording(message, "Trag die Antwort ein oder lösche diese Fragen.")


def _press_contact(topic: Topic, index: Index) -> Iterator[Flaw]:
    """Whoever speaks for the press only is never named as advice."""
    person = index.things.get(topic.contact or "")
    if isinstance(person, Person) and person.press_only:
        message = f"«{person.id}» ist nur für Presseanfragen da."
        advice = "Nenne unter «contact» eine Stelle, die berät."
        yield Flaw(("contact",), Wording(message, advice), cut=("contact",))


def _former_flaws(thing: Topic | Intent | Path, index: Index) -> Iterator[Flaw]:
    for place, old in enumerate(thing.formerly):
        loc: Loc = ("formerly", place)
        if not re.fullmatch(ID_PATTERN, old):
            meant = slug(old.removesuffix(".yaml").rpartition("/")[2])
            yield Flaw(loc, Wording(f"«{old}» ist keine Kennung.", f"Meintest du {meant}?", Fix(old, meant)), cut=loc)
            continue
        if old in index.things or old in index.broken:
            message = f"«{old}» ist keine alte Kennung, so heißt noch ein Eintrag."
            yield Flaw(loc, Wording(message, "Lösche sie hier."), cut=loc)
        elif index.former[old] != thing.id:
            message = f"Die alte Kennung «{old}» steht auch bei «{index.former[old]}»."
            yield Flaw(loc, Wording(message, "Lösche sie in einer der beiden Dateien."), cut=loc)


def circles(index: Index) -> Iterator[tuple[str, Flaw]]:
    """Yield each circle of ``within`` or ``contact`` once, with the id of the file it is told at."""
    for field in ("within", "contact"):
        links = {
            key: target for key, thing in index.things.items() if (target := getattr(thing, field, None))
        }
        for circle in sorted(_circles(links)):
            chain = " → ".join((*circle, circle[0]))
            wording = Wording(
                f"Die Kette bei «{field}» läuft im Kreis: {chain}.", "Ändere einen der Einträge."
            )
            yield circle[0], Flaw((field,), wording, cut=(field,))


def _circles(links: Mapping[str, str]) -> set[tuple[str, ...]]:
    """Return the circles among single links, each beginning with its smallest id."""
    found: set[tuple[str, ...]] = set()
    settled: set[str] = set()
    for start in sorted(links):
        path: list[str] = []
        here: str | None = start
        while here is not None and here not in settled and here not in path:
            path.append(here)
            here = links.get(here)
        if here is not None and here in path:
            circle = path[path.index(here) :]
            first = circle.index(min(circle))
            found.add((*circle[first:], *circle[:first]))
        settled.update(path)
    return found
