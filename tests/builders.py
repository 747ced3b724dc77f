"""Small things to test with: topics, questions, readings and talks that say only what a test is about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from bot.answers.compose import Composer
from bot.answers.scope import Scope
from bot.answers.texts import Texts
from bot.model.catalogue import Catalogue
from bot.model.context import Context, ListView
from bot.model.crisis import CrisisRules
from bot.model.intents import Intent
from bot.model.paths import Path as GuidedPath
from bot.model.reading import Candidate, Command, Control, FactMatch, Mention, MentionKind, Reading
from bot.model.topics import Event, Network, Offer, Organisation, Person, Place, Run, Theme, Topic
from bot.model.values import menu_order

ROOT = Path(__file__).parent.parent
TODAY = date(2027, 3, 4)
NOW = datetime(2027, 3, 4, 12, 0, tzinfo=UTC)
PAGE: Mapping[str, object] = {
    "page": {
        "title": {"de": "Seite A", "en": "Page A"},
        "url": "https://example.org/a",
        "published": "2026-02-13",
        "read": "2026-11-21",
    }
}
"""One source, printed with its day."""
HELP: Mapping[str, object] = {
    "kinds": {"despair": {"phrases": {"de": ["alles zu viel"], "en": ["too much"]}, "say": {"de": "Rede bitte mit jemandem.", "en": "Please talk to someone."}}},
    "help": [{"text": {"de": "Sorgentelefon: 116 000", "en": "Worry line: 116 000"}, "source": "line"}],
    "sources": {"line": {"title": "Sorgentelefon", "url": "https://example.org/line", "read": "2026-11-21"}},
}


def _named(identifier: str, fields: Mapping[str, object]) -> dict[str, object]:
    return {"id": identifier, "title": identifier.replace("-", " ").title(), "sources": PAGE, **fields}


def an_offer(identifier: str = "kurs", **fields: object) -> Offer:
    """Return an offer; by default a course."""
    return Offer.model_validate({"type": "further-training", **_named(identifier, fields)})


def an_event(identifier: str = "messe", **fields: object) -> Event:
    """Return an event; by default a fair."""
    return Event.model_validate({"type": "fair", **_named(identifier, fields)})


def a_network(identifier: str = "netz", **fields: object) -> Network:
    """Return a network."""
    return Network.model_validate({"type": "network", **_named(identifier, fields)})


def an_organisation(identifier: str = "firma", **fields: object) -> Organisation:
    """Return an organisation; by default a company."""
    return Organisation.model_validate({"type": "company", **_named(identifier, fields)})


def a_person(identifier: str = "ada-muster", **fields: object) -> Person:
    """Return a person."""
    return Person.model_validate(_named(identifier, fields))


def a_place(identifier: str = "halle", where: object = "in der Halle", **fields: object) -> Place:
    """Return a place; by default a building."""
    return Place.model_validate({"type": "building", "where": where, **_named(identifier, fields)})


def a_theme(identifier: str = "wind", **fields: object) -> Theme:
    """Return a theme."""
    return Theme.model_validate(_named(identifier, fields))


def a_run(start: str, **fields: object) -> Run:
    """Return a run that begins on the ISO day *start*."""
    return Run.model_validate({"id": start, "start": start, **fields})


def an_intent(identifier: str, *examples: str, needs: object = (), **fields: object) -> Intent:
    """Return an intent titled by its id with a question mark; *needs* are the kinds of topic it takes."""
    return Intent.model_validate({
        "id": identifier,
        "title": identifier.replace("-", " ").capitalize() + "?",
        "needs": {"topic": needs} if isinstance(needs, tuple) and needs else needs or {},
        "examples": {"de": examples},
        **fields,
    })


def showing(identifier: str, *parts: str, needs: tuple[str, ...] = (), **answer: object) -> Intent:
    """Return an intent that shows *parts* of a topic of any kind, or of those it *needs*."""
    return an_intent(identifier, needs=needs or ANYTHING, answer={"show": parts, **answer})


ANYTHING = ("offer", "event", "network", "organisation", "person", "place", "theme")
DATED = ("offer", "event")
QUESTIONS: tuple[Intent, ...] = (
    showing("overview", "overview"),
    showing("dates", "dates", needs=DATED),
    showing("place", "place"),
    showing("registration", "registration"),
    showing("deadline", "deadline"),
    showing("format", "format"),
    showing("provider", "provider"),
    showing("contact", "contact"),
    showing("press-contact", "press"),
    showing("leader", "people", roles=["lead", "heads"]),
    showing("signatories", "people", "dates", roles=["signed"]),
    showing("everyone", "people"),
    showing("function", "functions", needs=("person",)),
    showing("history", "history"),
    showing("members", "members", needs=("network",)),
    an_intent("membership", needs=(), answer={"show": ["membership"]}).model_copy(
        update={"needs": {"network": ("network",), "name": ("any",)}}
    ),
    showing("working-groups", "parts"),
    showing("recording", "recording"),
    showing("website", "links"),
    showing("sources", "sources"),
    an_intent("cost", needs=("offer",), answer={"facet": True}),
    an_intent("content", needs=ANYTHING, answer={"facet": True}),
    an_intent("list-offers", answer={"list": {"of": ["offer"]}}),
    an_intent("list-events", answer={"list": {"of": ["event"]}}),
    an_intent("list-networks", answer={"list": {"of": ["network"]}}),
    an_intent("list-advice", answer={"list": {"of": ["organisation"], "types": ["advice"]}}),
    an_intent("after-school", answer={"text": {"de": "Da geht vieles.", "en": "There is a lot."}, "next": ["list-offers"]}),
    an_intent("who-helps", answer={"text": {"de": "Dir hilft die Beratung.", "en": "Advice helps you."}}),
    an_intent("language", answer={"text": {"de": "Ich kann Deutsch und Englisch.", "en": "I speak German and English."}}, kind="small_talk"),
    an_intent("thanks", answer={"text": {"de": "Gern.", "en": "You are welcome."}}, kind="small_talk"),
    an_intent("off-topic", answer={"text": {"de": "Da bin ich raus.", "en": "That is beyond me."}}, kind="out_of_scope"),
)
"""One question for every part an answer can show, without examples."""


@cache
def texts() -> Texts:
    """Return the bot's own sentences, as in the repository."""
    return Texts(text_sources())


def text_sources() -> dict[str, str]:
    """Return the Fluent sources of the repository by language."""
    files = {path.stem: path for path in (ROOT / "content" / "texts").glob("*.ftl")}
    return {language: files[language].read_text("utf-8") for language in sorted(files, key=menu_order)}


def a_path(identifier: str = "weg", **steps: object) -> GuidedPath:
    """Return a guided path of *steps*; words alone are what a step says before it ends at a page."""
    link = {"title": "Seite", "url": "https://example.org/weg"}
    full = {name: {"say": step, "end": {"link": link}} if isinstance(step, str) else step for name, step in steps.items()}
    title, examples = {"de": "Mein Weg", "en": "My way"}, {"de": ("zeig mir den weg",)}
    return GuidedPath.model_validate({"id": identifier, "title": title, "examples": examples, "steps": full})


def a_catalogue(*things: Topic | Intent | GuidedPath, crisis: Mapping[str, object] = HELP) -> Catalogue:
    """Return a catalogue of topics and intents, with all `QUESTIONS` where no intent is given."""
    intents = [thing for thing in things if isinstance(thing, Intent)] or list(QUESTIONS)
    paths = [thing for thing in things if isinstance(thing, GuidedPath)]
    return Catalogue(
        topics={thing.id: thing for thing in things if isinstance(thing, Topic)},
        intents={intent.id: intent for intent in (*intents, *(path.question for path in paths))},
        paths={path.id: path for path in paths},
        crisis=CrisisRules.model_validate(crisis),
        texts=text_sources(),
    )


def a_scope(*things: Topic | Intent, language: str = "de", today: date = TODAY) -> Scope:
    """Return the scope of a reply."""
    return Scope(a_catalogue(*things), texts(), language, today)


def a_composer(*things: Topic | Intent) -> Composer:
    """Return a composer over a few things."""
    return Composer(a_catalogue(*things), texts())


def a_mention(
    kind: MentionKind, *ids: str, days: tuple[date, date] | None = None, score: float = 1.0, at: int = 0
) -> Mention:
    """Return a mention of one word, by default the first."""
    return Mention(kind, ids, at, at + 1, score, days)


def a_reading(
    text: str = "frage",
    *mentions: Mention,
    intent: str | None = None,
    confidence: float = 0.9,
    also: tuple[tuple[str, float], ...] = (),
    bare: bool = False,
    control: Control | None = None,
    number: int = 0,
    unread: tuple[str, ...] = (),
    facts: tuple[tuple[str, str, float], ...] = (),
) -> Reading:
    """Return what was understood: the words of *text* as they are, *intent* first, then those *also* likely."""
    likely = ((intent, confidence), *also) if intent else also
    best = likely[0][1] if likely else 0.0
    return Reading(
        text=text,
        words=tuple((word, word.casefold()) for word in text.split()),
        mentions=mentions,
        ranked=tuple(Candidate(name, sure, sure) for name, sure in likely),
        verdict="answer" if best >= 0.5 else "choices" if best >= 0.2 else "refuse",
        refusal=1.0 - best,
        bare=bare,
        command=Command(control, number) if control else None,
        unread=unread,
        facts=tuple(FactMatch(topic, near) for topic, _, near in facts),
        asks={asked: 8.0 for _, asked, _ in facts},
    )


def a_context(
    *topics: str,
    intent: str | None = None,
    awaiting: str | None = None,
    offered: tuple[str, ...] = (),
    listed: tuple[str, ...] = (),
    list_view: ListView | None = None,
    misses: int = 0,
) -> Context:
    """Return a running German talk about *topics*, latest first."""
    return Context(
        "de", NOW, topics=topics, intent=intent, awaiting=awaiting,
        offered=offered, listed=listed, list_view=list_view, misses=misses,
    )
