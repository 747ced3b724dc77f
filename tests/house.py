"""A small, sound house: one course, one network, ten questions and the bot's own sentences."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from bot.settings import Settings
from bot.workshop.folders import Folders

TEXTS = Path(__file__).parents[1] / "content" / "texts"

SOURCES = 'sources:\n  page: {title: {de: "Seite der Schule", en: "Page of the school"}, url: https://example.org, read: 2026-11-21}\n'
REVIEW = "review_by: 2027-08-01\n"
KEPT = f"{REVIEW}owner: Redaktion\n"
COURSE = (
    """\
title: {de: Schweißkurs, en: Welding course}
also_called: [Schweisslehrgang]
type: further-training
provider: schulnetz
summary: {de: "Du lernst das Schweißen.", en: "You learn to weld."}
runs:
  - {id: 2024-03, start: 2024-03-04, place: cottbus, registration: https://example.org/2024}
  - {id: 2027-03, start: 2027-03-04, place: cottbus, registration: https://example.org/2027}
facets:
  cost: {de: "Der Kurs kostet 50 Euro.", en: "The course costs 50 euros."}
links: [{title: {de: "Seite öffnen", en: "Open page"}, url: https://example.org}]
"""
    + SOURCES
    + KEPT
)
NETWORK = (
    """\
title: Schulnetz
type: network
summary: {de: "Schulen, die zusammenarbeiten.", en: "Schools that work together."}
links: [{title: {de: "Netz öffnen", en: "Open network"}, url: https://example.net}]
phone: 0800 111 0 111
"""
    + SOURCES
    + KEPT
)


def intent(title: str, answer: str, *examples: str, more: str = "") -> str:
    """Return an intent file."""
    lines = "\n".join(f"    - {example}" for example in examples)
    return f"title: {{de: {title}, en: {title}}}\n{more}examples:\n  de:\n{lines}\nanswer: {answer}\n"


def _asked(*words: str) -> tuple[str, ...]:
    return tuple(f"{word}{ending}" for word in words for ending in ("", " bitte", " genau", " denn", " jetzt"))


NEEDS = "needs: {topic: [offer, network]}\n"
NEEDS_OFFER = "needs: {topic: [offer]}\n"
TALK = "kind: small_talk\n"
FILES = {
    "content/offers/schweisskurs.yaml": COURSE,
    "content/networks/schulnetz.yaml": NETWORK,
    "content/places/cottbus.yaml": "title: Cottbus\ntype: town\nwhere: in Cottbus\n",
    "content/crisis.yaml": (
        "kinds:\n  despair:\n    phrases: {de: [ich will nicht mehr leben]}\n    say: {de: Du bist nicht allein., en: You are not alone.}\n"
        "fillers: {de: [echt]}\n"
        "help:\n  - {text: {de: 'Hilfe: 0800 111 0 111', en: 'Help: 0800 111 0 111'}, source: page}\n"
        "sources:\n  page: {title: Seite, url: https://example.org, read: 2026-11-21}\n"
        "examples:\n  despair: {de: [ich will echt nicht mehr leben]}\n  none: {de: [ich will leben]}\n"
        "words: {gern: (gern|gerne)}\nsigns: {'😢': trauersmiley}\n"
        "quoted: {de: [der song heißt]}\nnot_crisis: {de: [ich lach mich tot]}\n"
    ),
    "intents/overview.yaml": intent(
        "Was ist das?", "{show: [overview]}", *_asked("was ist {topic}", "erzähl von {topic}", "und {topic}"), more=NEEDS
    ),
    "intents/dates.yaml": intent(
        "Wann?", "{show: [dates]}", *_asked("wann startet {topic}", "wann geht {topic} los", "termin von {topic}"), more=NEEDS_OFFER
    )
    + 'tests: {de: ["wann fängt der schweißkurs an", "termin schweißlehrgang"]}\nnot_this: {de: ["was kostet der schweißkurs": cost]}\n',
    "intents/registration.yaml": intent(
        "Anmelden?", "{show: [registration]}", *_asked("wie melde ich mich an", "anmeldung {topic}"), more=NEEDS_OFFER
    ),
    "intents/cost.yaml": intent("Kosten?", "{facet: true}", *_asked("was kostet {topic}", "preis {topic}"), more=NEEDS_OFFER),
    "intents/list-offers.yaml": intent(
        "Angebote?", "{list: {of: [offer]}}", *_asked("welche kurse gibt es", "liste der angebote")
    ),
    "intents/greeting.yaml": intent("Hallo", "{text: {de: Hallo., en: Hello.}}", *_asked("hallo", "hi", "moin"), more=TALK),
    "intents/abilities.yaml": intent(
        "Was kannst du?", "{text: {de: Ich kenne Kurse., en: I know courses.}}", *_asked("was kannst du", "hilfe"), more=TALK
    ),
    "intents/privacy.yaml": intent(
        "Datenschutz", "{text: {de: Ich merke mir nichts., en: Nothing is kept.}}", *_asked("datenschutz", "was merkst du dir"), more=TALK
    ),
    "intents/language.yaml": intent(
        "Sprache", "{text: {de: Welche Sprache?, en: Which language?}}", *_asked("welche sprache", "sprache ändern"), more=TALK
    ),
}


_CACHE = Path(__file__).parents[1] / ".pytest_cache" / "d"
OWN_DATA, HOUSE_DATA = _CACHE / "own", _CACHE / "houses"
"""What was computed for our own content and for all houses: kept by what it was made from, it takes seconds."""


@dataclass(frozen=True)
class House:
    """The folders of a bot, to be broken at will."""

    root: Path

    @property
    def settings(self) -> Settings:
        """The settings that lead there."""
        return Settings(
            content_dir=self.root / "content", intents_dir=self.root / "intents", data_dir=HOUSE_DATA, bot_today=None
        )

    @property
    def folders(self) -> Folders:
        """The two folders staff edit."""
        return Folders(self.root / "content", self.root / "intents")

    @property
    def environment(self) -> dict[str, str]:
        """The environment variables that lead there."""
        named = {"CONTENT_DIR": "content", "INTENTS_DIR": "intents"}
        return {"DATA_DIR": str(HOUSE_DATA), **{name: str(self.root / folder) for name, folder in named.items()}}

    def write(self, name: str, text: str) -> House:
        """Put one file in, or replace it."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return self

    def read(self, name: str) -> str:
        """Return what a file says."""
        return (self.root / name).read_text(encoding="utf-8")


def small_house(root: Path) -> House:
    """Return folders in which nothing is wrong."""
    house = House(root)
    for name, text in FILES.items():
        house.write(name, text)
    shutil.copytree(TEXTS, root / "content" / "texts")
    return house
