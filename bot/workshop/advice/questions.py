"""Examples and test sentences as such: said twice, or asked where nobody can answer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from bot.knowledge import Entry, Knowledge, Problem
from bot.knowledge.problems import Flaw, Loc, Wording
from bot.model.answerable import can_answer
from bot.model.intents import ANY_ROLE, Intent
from bot.model.topics import Topic
from bot.workshop.advice.ties import COPIED

Shared = tuple[Entry, Flaw]
"""A file that has the sentence already, and what is told of it."""
_WORDS = re.compile(r"[\w{}]+")


def question_advice(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield the sentences that teach nothing, and the kinds of topics that never answer."""
    yield from _examples(knowledge)
    yield from _typical(knowledge)
    topics = tuple(knowledge.catalogue.topics.values())
    for entry in knowledge.entries if not knowledge.errors else ():  # a file that is left out may have the answer
        if isinstance(entry.thing, Intent):
            yield from map(entry.problem, _unanswerable(entry.thing, topics))


def _examples(knowledge: Knowledge) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    intents = [entry for entry in knowledge.entries if isinstance(entry.thing, Intent)]
    for entry in sorted(intents, key=lambda entry: entry.file.id):
        own: set[str] = set()
        shared: defaultdict[str, list[Shared]] = defaultdict(list)
        for loc, text in sorted(entry.inside.texts("examples", "*", "*")):
            plain = _plain(text)
            earlier = first.setdefault(plain, entry)
            if earlier is not entry:
                shared[earlier.file.id].append((earlier, _seen(loc, text, earlier)))
            elif plain in own:
                yield entry.problem(_seen(loc, text, None))
            own.add(plain)
        yield from map(entry.problem, _folded(shared))
    for entry in intents:
        for loc, text in entry.inside.texts("tests", "*", "*", "ask"):
            if first.get(_plain(text)) is entry:
                message = f"«{text}» ist auch ein Beispiel, der Test beweist so nichts."
                yield entry.problem(Flaw(loc, Wording(message, "Lösche eines von beiden."), "warning"))


def _seen(loc: Loc, text: str, elsewhere: Entry | None) -> Flaw:
    if elsewhere:
        message = f"«{text}» ist auch ein Beispiel von «{elsewhere.file.id}»."
        return Flaw(loc, Wording(message, "Ein Satz kann nur zu einer Frage gehören."), "warning")
    message = f"Das Beispiel «{text}» steht hier schon, es bringt nichts Neues."
    return Flaw(loc, Wording(message, "Ersetze es durch einen Satz mit anderen Wörtern."), "warning")


def _typical(knowledge: Knowledge) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for entry in sorted(knowledge.entries, key=lambda entry: entry.file.id):
        shared: defaultdict[str, list[Shared]] = defaultdict(list)
        for loc, text in entry.inside.texts("questions", "*", "*"):
            earlier = first.setdefault(_plain(text), entry)
            if earlier is not entry:
                message = f"So fragt man laut «{earlier.file.id}» auch nach dem anderen Eintrag."
                flaw = Flaw(loc, Wording(message, "Lass den Satz nur dort, wo er eindeutig ist."), "warning")
                shared[earlier.file.id].append((earlier, flaw))
        yield from map(entry.problem, _folded(shared))


def _folded(shared: Mapping[str, list[Shared]]) -> Iterator[Flaw]:
    """Yield each slip; of a copied file, which has them by the dozen, one for all."""
    for some in shared.values():
        earlier, first = some[0]
        if len(some) < COPIED:
            yield from (flaw for _, flaw in some)
            continue
        message = f"{len(some)} Sätze stehen auch in «{earlier.file.id}» ({earlier.file.name})."
        yield Flaw(first.loc[:1], Wording(message, "Ist das eine Kopie? Dann gib ihr eigene Sätze."), "warning", at_key=True)


def _plain(text: str) -> str:
    plain = text.casefold()
    return " ".join(plain.split() if plain.replace(" ", "").isalnum() else _WORDS.findall(plain))


def _unanswerable(intent: Intent, topics: tuple[Topic, ...]) -> Iterator[Flaw]:
    """Lists and plain texts need no topic that answers; with ``missing`` the bot has an honest sentence."""
    if intent.answer.list is not None or intent.answer.text is not None or intent.missing:
        return
    for role, kinds in intent.needs.items():
        for index, kind in enumerate(kinds):
            some = [topic for topic in topics if topic.kind == kind]
            if kind != ANY_ROLE and role == "topic" and some and not any(can_answer(topic, intent) for topic in some):
                message = f"Kein einziger Eintrag der Art {kind} hat darauf eine Antwort."
                yield Flaw(("needs", role, index), Wording(message, "Trag eine ein oder streich die Art."), "warning")
