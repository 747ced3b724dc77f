"""Texts that are said as they stand, by a question or a step: what they claim must stand in an entry with its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.knowledge import Entry
from bot.knowledge.nodes import Listing, node_at
from bot.knowledge.problems import Flaw, Loc, Severity, Wording, listed
from bot.model.catalogue import Catalogue
from bot.model.intents import PRIVACY, Intent
from bot.model.namesakes import Namesakes, acts, namesakes
from bot.model.paths import Path
from bot.model.topics import Topic, is_of
from bot.model.values import DEFAULT_LANGUAGE, MOST_SOURCES, Language, in_language, is_register
from bot.workshop.advice.prose import DATE
from bot.workshop.advice.steps import KEPT_ELSEWHERE
from bot.workshop.registers import Facts, facts_in
from bot.workshop.stated import stated_by

_ADVICE = "offer/advice"
_LAW = re.compile(r"§|\b\w*(?:[Gg]esetz|[Vv]erordnung)(?:e?s|en?)?\b")
_FEW = 3
"""So many claims are named at most."""
_UNSOURCED = "ohne dass der Bot sagt, woher er das weiß."


@dataclass(frozen=True, slots=True)
class _Text:
    """A text by language, the pages below it, and the entries it says it is from."""

    loc: Loc
    prose: Mapping[Language, str]
    pages: tuple[str, ...]
    about: tuple[str, ...]


@dataclass(frozen=True)
class Backing:
    """The entries that a text can be from."""

    catalogue: Catalogue

    @cached_property
    def names(self) -> Namesakes:
        """Whoever acts, or advises."""
        return namesakes(topic for topic in self.catalogue.topics.values() if acts(topic) or is_of(topic, _ADVICE))

    def stating(self, facts: Facts) -> list[str]:
        """Return the entries with a source that state all of these *facts*; none of very many."""
        known = (topic for topic in self.catalogue.topics.values() if topic.sources)
        found = [topic.id for topic in known if facts.keys() <= stated_by(topic).keys()]
        return found if len(found) <= MOST_SOURCES else []


def sourcing_advice(entry: Entry, backing: Backing) -> Iterator[Flaw]:
    """Yield the texts of one file that claim what none of the entries they name states, or name none (law 2)."""
    for text in _texts(entry.thing):
        topics = [topic for topic in map(backing.catalogue.topic, text.about) if topic]
        yield from (_without_source(text, topic) for topic in topics if not topic.sources)
        flaw = _unstated(text, topics, backing) or (None if topics else _unnamed(text, backing))
        if flaw and not _is_cut(entry, text, topics):
            yield flaw


def _is_cut(entry: Entry, text: _Text, topics: Sequence[Topic]) -> bool:
    """Tell whether an entry that is named beside the text could not be used: that is told, and what lacks it follows."""
    written = node_at(entry.draft.root, (*text.loc[:-1], "about"))
    return isinstance(written, Listing) and len(written.items) > len(topics)


def _texts(thing: object) -> Iterator[_Text]:
    """Yield what is said whatever it is about; of what the bot says of itself there is no page."""
    if isinstance(thing, Intent) and thing.answer.text and thing.id != PRIVACY:
        pages = tuple(link.url for link in thing.answer.links)
        yield _Text(("answer", "text"), thing.answer.text, pages, thing.answer.about)
    for name, step in thing.steps.items() if isinstance(thing, Path) else ():
        page, who = (step.end.link, step.end.contact) if step.end else (None, None)
        say = {language: KEPT_ELSEWHERE.sub("", said) for language, said in step.say.items()}  # of those is told already
        yield _Text(("steps", name, "say"), say, (page.url,) if page else (), (*step.about, *([who] if who else ())))


def _unstated(text: _Text, topics: Sequence[Topic], backing: Backing) -> Flaw | None:
    """Return what is told of numbers, pages and addresses that no entry the text is from states."""
    known = {fact for topic in topics for fact in stated_by(topic)}
    for language, said in _spoken(text):
        claimed = facts_in("\n".join((DATE.sub("", said), *text.pages)))  # of a date is told already
        if new := {fact: form for fact, form in claimed.items() if fact not in known}:
            shown = listed([f"{kind} «{form}»" for (kind, _), form in [*new.items()][:_FEW]])
            where = "in keinem der Einträge unter about." if topics else f"hier, {_UNSOURCED}"
            message = f"{shown} {'stehen' if len(new) > 1 else 'steht'} {where}"
            return _flaw((*text.loc, language), message, backing.stating(new), "error", has_some=bool(topics))
    return None


def _unnamed(text: _Text, backing: Backing) -> Flaw | None:
    """Return what is told of an office, a person or a law that is spoken of without a source."""
    for language, said in _spoken(text):
        named = [backing.catalogue.topics[name] for name in backing.names.named_in(said, language)]
        law = _LAW.search(said)
        if named or law:
            titles = [in_language(topic.title, DEFAULT_LANGUAGE) for topic in named] or [law[0] if law else ""]
            message = f"Hier geht es um {listed([f'«{title}»' for title in titles[:_FEW]])}, {_UNSOURCED}"
            return _flaw((*text.loc, language), message, [topic.id for topic in named if topic.sources], "warning")
    return None


def _spoken(text: _Text) -> Iterator[tuple[Language, str]]:
    """Yield a text in each language; its registers are held against their language."""
    return ((language, said) for language, said in text.prose.items() if not is_register(language))


def _flaw(loc: Loc, message: str, from_where: Sequence[str], severity: Severity, *, has_some: bool = False) -> Flaw:
    """Return what is told, with the entries proposed that state it; *has_some* tells whether others are named already."""
    if from_where:
        advice = f"{'Nenn dort auch' if has_some else 'Ergänze about:'} [{', '.join(from_where[:MOST_SOURCES])}]."
    elif has_some:
        advice = "Nenn dort den Eintrag, in dem das steht, oder lass es weg."
    else:
        advice = "Ergänze about: mit dem Eintrag, in dem das steht."
    return Flaw(loc, Wording(message, advice), severity)


def _without_source(text: _Text, topic: Topic) -> Flaw:
    message = f"Der Eintrag «{topic.id}» unter about hat selbst keine Quelle."
    return Flaw(text.loc, Wording(message, "Ergänze sie dort, oder nenn einen anderen."), "warning", at_key=True)
