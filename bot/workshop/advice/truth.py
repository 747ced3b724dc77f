"""What is no longer true, or cannot be true yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from bot.answers.dates import can_join, coming, state_of
from bot.knowledge import Entry
from bot.knowledge.german import german_day
from bot.knowledge.problems import Flaw, Wording
from bot.model.answerable import runs_of
from bot.model.catalogue import Catalogue
from bot.model.topics import Network, Topic
from bot.model.values import DEFAULT_LANGUAGE, PartialDate

_OF_THE_PAST = frozenset({"published", "as_of"})
_UNTIL = re.compile(r"\bbis(?: Anfang| Mitte| Ende)? (20\d\d)\b")
_PLANNED = re.compile(r"\b[Gg]eplant\w*")
_TODAY = "Heute ist der {}."
_OLD = timedelta(days=365)
_LONG = timedelta(days=2 * 366)
_FAR = timedelta(days=5 * 366)
_QUIET = timedelta(days=3 * 365)
"""A campaign of which nobody has heard for so long has probably ended."""


def closed_registrations(catalogue: Catalogue, today: date) -> Mapping[str, date]:
    """Return the pages where one can no longer register, with the day of the last run that used them."""
    runs = [run for topic in catalogue.topics.values() for run in runs_of(topic) if run.registration]
    still = {run.registration for run in runs if can_join(run, today)}
    return {run.registration: run.start for run in runs if run.registration and run.registration not in still}


def truth_advice(entry: Entry, today: date, closed: Mapping[str, date]) -> Iterator[Flaw]:
    """Yield what one file says that *today* makes untrue."""
    yield from _future(entry, today)
    yield from _closed(entry, closed)
    yield from _outlived(entry, today)
    if isinstance(entry.thing, Topic):
        yield from _kept(entry.thing)
        yield from _review(entry.thing, today)
        yield from _all_over(entry.thing, today)
        yield from _far_ahead(entry.thing, today)
        yield from _planned_twice(entry.thing, today)
        yield from _too_old_a_source(entry.thing, today)
        yield from _quiet(entry, entry.thing, today)


def _future(entry: Entry, today: date) -> Iterator[Flaw]:
    for loc, value in entry.inside.named("read", *_OF_THE_PAST):
        if loc[-1] == "read" and isinstance(value, date) and value > today:
            message = f"Am {german_day(value)} kann noch niemand die Seite gelesen haben."
            yield Flaw(loc, Wording(message, _TODAY.format(german_day(today))))
        elif loc[-1] in _OF_THE_PAST and isinstance(value, PartialDate) and value.first_day > today:
            yield Flaw(loc, Wording(f"«{loc[-1]}» liegt in der Zukunft.", _TODAY.format(german_day(today))))


def _closed(entry: Entry, closed: Mapping[str, date]) -> Iterator[Flaw]:
    for loc, value in entry.inside.all_texts:
        if "//" in value and loc[0] not in {"runs", "sources"}:
            for page in (page for page in closed if page in value):
                message = f"Dieser Link gehört zur Anmeldung für den {german_day(closed[page])}, die ist geschlossen."
                yield Flaw(loc, Wording(message, "Lösche ihn; der Bot nennt unter runs nur offene Anmeldungen."))


def _outlived(entry: Entry, today: date) -> Iterator[Flaw]:
    for root in ("facets", "summary", "instead", "recurs", "answer"):
        for loc, text in entry.inside.under(root):
            found = _UNTIL.search(text) if loc[-1] == DEFAULT_LANGUAGE else None
            if found and int(found[1]) < today.year:
                message = f"«{found[0]}» ist vorbei."
                yield Flaw(loc, Wording(message, "Prüfe, was jetzt gilt, und ändere den Satz."), "warning")


def _kept(topic: Topic) -> Iterator[Flaw]:
    """What has sources states facts, and facts grow old."""
    missing = {
        "Hier steht nicht, wann wieder jemand in diesen Eintrag sieht.": (
            topic.review_by, "Ergänze review_by: mit einem Tag in höchstens einem Jahr."
        ),
        "Hier steht nicht, wer sich um diesen Eintrag kümmert.": (
            topic.owner, "Ergänze owner: mit dem Namen eurer Redaktion oder Stelle."
        ),
    }  # fmt: skip
    for message, (value, advice) in missing.items():
        if topic.sources and not value:
            yield Flaw(("sources",), Wording(message, advice), "warning", at_key=True)


def _review(topic: Topic, today: date) -> Iterator[Flaw]:
    if topic.review_by and topic.review_by < today:
        owner = f" ({topic.owner})" if topic.owner else ""
        message = f"Dieser Eintrag sollte bis {german_day(topic.review_by)} geprüft sein{owner}."
        advice = "Sieh die Quellen durch, setze read auf den Tag und review_by auf den nächsten."
        yield Flaw(("review_by",), Wording(message, advice), "warning")
    elif topic.review_by and topic.review_by > today + _LONG:
        message = f"Bis {german_day(topic.review_by)} sähe niemand mehr in diesen Eintrag."
        yield Flaw(("review_by",), Wording(message, "Prüfe das Jahr; höchstens zwei Jahre sind gut."), "warning")


def _all_over(topic: Topic, today: date) -> Iterator[Flaw]:
    runs = runs_of(topic)
    if runs and not topic.instead and not coming(runs, today) and all(state_of(run, today) != "running" for run in runs):
        message = "Alle Termine sind vorbei oder abgesagt, und es steht nicht da, was man stattdessen tun kann."
        yield Flaw(("runs",), Wording(message, "Ergänze instead: {de: …, en: …}."), "warning", at_key=True)


def _far_ahead(topic: Topic, today: date) -> Iterator[Flaw]:
    for index, run in enumerate(runs_of(topic)):
        if run.start > today + _FAR:
            message = f"Bis zum {german_day(run.start)} sind es noch {run.start.year - today.year} Jahre."
            yield Flaw(("runs", index, "start"), Wording(message, "Prüfe das Jahr."), "warning")


def _planned_twice(topic: Topic, today: date) -> Iterator[Flaw]:
    """What is still to come the bot calls planned by itself."""
    for index, milestone in enumerate(topic.history):
        found = _PLANNED.search(milestone.what[DEFAULT_LANGUAGE])
        if found and milestone.when.first_day >= today:
            message = f"«{found[0]}»: Dass es geplant ist, sagt der Bot bis dahin selbst dazu."
            advice = "Schreib, was dann geschieht, zum Beispiel: Eröffnung, so der Plan beim Baubeginn."
            yield Flaw(("history", index, "what", DEFAULT_LANGUAGE), Wording(message, advice), "warning")


def _too_old_a_source(topic: Topic, today: date) -> Iterator[Flaw]:
    """A date to come cannot stand on a page of long before it: the bot would name the wrong one."""
    told = next(iter(topic.sources.values()), None)
    if told is None or told.published is None:
        return
    for index, run in enumerate(runs_of(topic)):
        if run.source is None and run.start > today and told.published.first_day + _OLD < run.start:
            message = f"Für den Termin am {german_day(run.start)} nennt der Bot eine Seite von {told.published.year}."
            advice = "Ergänze source: und unter sources die Seite, auf der er steht."
            yield Flaw(("runs", index, "start"), Wording(message, advice), "warning")


def _quiet(entry: Entry, topic: Topic, today: date) -> Iterator[Flaw]:
    if not isinstance(topic, Network) or topic.type not in {"campaign", "project"}:
        return
    told = [value.first_day for _, value in entry.inside.values if isinstance(value, PartialDate)]
    if told and max(told) + _QUIET < today:
        message = f"Das Neueste, was hier über dieses Vorhaben steht, ist von {max(told).year}."
        yield Flaw(("type",), Wording(message, "Prüfe, ob es noch läuft."), "warning", at_key=True)

