"""One small Lausitz: enough topics and questions to tell apart, few enough to see through."""

from __future__ import annotations

from datetime import date
from functools import cache

from bot.model.catalogue import Catalogue
from bot.model.intents import Intent
from bot.model.reading import Reading
from bot.model.topics import Topic
from bot.understanding.reader import Reader
from bot.understanding.semantic import RememberingEncoder
from tests.language.support import the_identifier, the_morphology
from tests.understanding.builders import (
    MemoryCache,
    TinyEncoder,
    a_catalogue,
    a_network,
    a_person,
    a_place,
    a_theme,
    an_event,
    an_intent,
    an_offer,
    an_organisation,
)

TODAY = date(2026, 11, 22)

HYDROGEN_COURSE = an_offer(
    "wasserstoffkurs",
    {"de": "Fachexpert:in für Wasserstoffanwendungen", "en": "Hydrogen applications specialist"},
    "H2-Kurs",
    themes=["hydrogen"],
    summary={
        "de": "Du lernst, mit Anlagen für Wasserstoff zu arbeiten.",
        "en": "You learn to run hydrogen plants.",
    },
    facets={
        "cost": {"de": "Der Kurs kostet dich nichts.", "en": "The course is free for you."},
        "certificate": {
            "de": "Am Ende gibt es ein Zeugnis der Kammer.",
            "en": "You get a paper of the chamber.",
        },
    },
    history=[{"when": "2024-01-10", "what": {"de": "Der erste Durchgang bestand die Prüfung."}}],
    parts=[{"title": {"de": "Elektrolyse im Labor"}}],
)
NURSING = an_offer(
    "pflegeausbildung",
    {"de": "Ausbildung in der Pflege", "en": "Nursing apprenticeship"},
    "Pflegeausbildung",
    type="apprenticeship",
    themes=["care"],
    facets={"cost": {"de": "Du bekommst vom ersten Tag an Lohn.", "en": "You are paid from day one."}},
)
TOPICS: tuple[Topic, ...] = (
    HYDROGEN_COURSE,
    NURSING,
    an_event("sitzung-im-landtag", {"de": "Sitzung im Landtag", "en": "Session in parliament"}),
    a_network(
        "qlee",
        "QLEE",
        "Qualifizierungsverbund der Lausitz",
        members={"groups": [{"title": "Kammern", "who": ["hwk-cottbus"]}]},
    ),
    a_network("junge-lausitz", "Junge Lausitz", "The Way to Work"),
    an_organisation("hwk-cottbus", "Handwerkskammer Cottbus", "HWK"),
    an_organisation("ihk-cottbus", "Industrie- und Handelskammer Cottbus", "IHK"),
    a_person("jana-lindner", "Jana Lindner"),
    a_place("cottbus", "Cottbus", "Chóśebuz"),
    a_place("luebbenau", "Lübbenau"),
    a_theme("hydrogen", {"de": "Wasserstoff", "en": "Hydrogen"}, "H2"),
    a_theme("care", {"de": "Pflege", "en": "Nursing"}),
)
INTENTS: tuple[Intent, ...] = (
    an_intent(
        "dates",
        "wann startet {topic}",
        "wann geht es los",
        "gibt es im {period} einen termin",
        "wann beginnt der nächste kurs",
        needs={"topic": ["offer", "event"]},
        answer={"show": ["dates"]},
    ),
    an_intent(
        "cost",
        "was kostet {topic}",
        "muss ich dafür bezahlen",
        "wie teuer ist das",
        "kostet die teilnahme etwas",
        needs={"topic": ["offer"]},
        answer={"facet": True},
        examples={
            "de": [
                "was kostet {topic}",
                "muss ich dafür bezahlen",
                "wie teuer ist das",
                "kostet die teilnahme etwas",
            ],
            "en": ["how much does {topic} cost", "do i have to pay for it"],
        },
    ),
    an_intent(
        "certificate",
        "gibt es ein zeugnis",
        "bekomme ich ein zertifikat für {topic}",
        "welchen abschluss habe ich danach",
        needs={"topic": ["offer"]},
        answer={"facet": True},
    ),
    an_intent(
        "list-offers",
        "welche kurse gibt es",
        "zeig mir angebote zu {theme}",
        "was kann ich in {place} lernen",
        "welche weiterbildungen habt ihr",
        answer={"list": {"of": ["offer"]}},
    ),
    an_intent(
        "list-workshops",
        "welche werkstätten gibt es",
        "zeig mir die werkstatt für {theme}",
        answer={"list": {"of": ["network"], "types": ["werkstatt"]}},
    ),
    an_intent(
        "function",
        "was macht {person}",
        "welche funktion hat {person}",
        needs={"person": ["person"]},
        answer={"show": ["functions"]},
    ),
    an_intent(
        "membership",
        "ist {name} mitglied bei {topic}",
        "gehört {name} zu {topic}",
        "macht {name} bei {topic} mit",
        needs={"network": ["network"], "name": "any"},
        answer={"show": ["membership"]},
    ),
    an_intent("greeting", "hallo", "guten tag", "hi du", kind="small_talk"),
    an_intent("off-topic", "wie wird das wetter", "wer hat das fußballspiel gewonnen", kind="out_of_scope"),
)
SYNONYMS = {
    "replace": {"de": {"vllt": "vielleicht", "wsh": "wasserstoff", "k p": "keine ahnung"}},
    "fillers": {"de": ["ey", "digga", "halt"], "en": ["bro"]},
    "elsewhere": ["Dresden", "Polen"],
}
WORLD: Catalogue = a_catalogue(TOPICS, INTENTS, SYNONYMS)


@cache
def the_reader() -> Reader:
    """Return the reader of this world without an encoder."""
    return Reader(WORLD, the_morphology(), the_identifier(), None, MemoryCache())


@cache
def the_reader_of_meaning() -> tuple[Reader, TinyEncoder]:
    """Return the reader of this world with an encoder, and that encoder."""
    encoder = TinyEncoder()
    return Reader(WORLD, the_morphology(), the_identifier(), RememberingEncoder(encoder), MemoryCache()), encoder


def read(text: str, language: str = "de") -> Reading:
    """Return the reading of *text* without an encoder."""
    return the_reader().read(text, TODAY, language)


def reader_of(catalogue: Catalogue, encoder: TinyEncoder | None = None) -> Reader:
    """Return a reader fitted to another catalogue."""
    return Reader(catalogue, the_morphology(), the_identifier(), encoder, MemoryCache())


def intent_of(reading: Reading) -> str:
    """Return the intent ranked first."""
    return reading.ranked[0].intent


def score_of(intent: str, reading: Reading) -> float:
    """Return the score of one intent."""
    return next(candidate.score for candidate in reading.ranked if candidate.intent == intent)
