"""What the bot knows about: one class per content folder.

The classes are the schema: loader, checker and editor help follow from their fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import ClassVar, Literal

from pydantic import Field, field_validator

from bot.model.values import (
    AS_OF_HELP,
    SOURCE_HELP,
    STATUS_HELP,
    Day,
    Fact,
    Frozen,
    Language,
    OwnId,
    PartialDate,
    Prose,
    Reach,
    Source,
    Status,
    TopicId,
    WebAddress,
    WebLink,
)

Audience = Literal[
    "pupils", "school-leavers", "apprentices", "students", "employees", "companies",
    "municipalities", "teachers", "newcomers", "returners", "volunteers", "everyone",
]
Part = Literal["lead", "initiated", "signed", "spoke", "heads", "press", "adviser", "quoted"]
Format = Literal["in-person", "online", "hybrid"]


class Recording(Frozen):
    """Where a recording is, and until when it is kept."""

    url: WebAddress | None = Field(default=None, description="Adresse der Aufzeichnung")
    until: Day = Field(description="Letzter Tag, an dem man sie sehen kann")


class Run(Frozen):
    """One date of an offer or event."""

    id: str = Field(description="Kurze Kennung des Termins, bleibt beim Verschieben gleich")
    start: Day = Field(description="Erster Tag: 2027-03-04 oder 4.3.2027")
    end: Day | None = Field(default=None, description="Letzter Tag, wenn es länger als einen dauert")
    lasts_days: int | None = Field(default=None, ge=2, description="Wie viele Tage es dauert, wenn keine Seite das Ende nennt")
    time: str | None = Field(default=None, pattern=r"^\d{1,2}:\d{2}(-\d{1,2}:\d{2})?$", description="10:00 oder 10:00-17:00")
    deadline: Day | None = Field(default=None, description="Anmeldeschluss")
    place: TopicId | None = Field(default=None, description="Wo (Kennung eines Ortes)")
    format: Format | None = Field(default=None, description="Vor Ort, online oder beides")
    registration: WebAddress | None = Field(default=None, description="Anmeldeseite; der Bot zeigt sie, solange sie offen ist")
    stream: WebAddress | None = Field(default=None, description="Seite der Übertragung")
    recording: Recording | None = Field(default=None, description="Aufzeichnung und bis wann es sie gibt")
    status: Literal["cancelled"] | None = Field(default=None, description="cancelled: fällt aus; verschoben: nur start ändern")
    source: str | None = Field(default=None, description=SOURCE_HELP)


class Milestone(Frozen):
    """Something that happened at a time."""

    when: PartialDate = Field(description="Tag, Monat oder Jahr: 4.3.2024, 03.2024 oder 2024")
    what: Prose = Field(description="Was geschah, im Präsens und ohne Datum im Satz")
    deadline: bool = Field(default=False, description="true: bis zu diesem Tag konnte oder kann man sich anmelden oder bewerben")
    source: str | None = Field(default=None, description=SOURCE_HELP)


class Role(Frozen):
    """What a person or organisation did for a topic, as of a date."""

    who: TopicId = Field(description="Kennung einer Person, Organisation oder eines Netzwerks")
    part: Part = Field(description="Welche Rolle")
    what: Prose | None = Field(default=None, description="Funktion in eigenen Worten")
    as_of: PartialDate | None = Field(default=None, description=AS_OF_HELP)
    source: str | None = Field(default=None, description=SOURCE_HELP)


class Section(Frozen):
    """A part of a topic, such as a working group."""

    title: Prose = Field(description="Wie der Teil heißt")
    text: Fact | None = Field(default=None, description="Worum es darin geht")
    topic: TopicId | None = Field(default=None, description="Kennung, wenn es einen eigenen Eintrag gibt")


class MemberGroup(Frozen):
    """Members that belong together on a list."""

    title: Prose = Field(description="Überschrift der Gruppe")
    also_called: tuple[str, ...] = Field(default=(), description="Wie man die Gruppe noch nennt: Firmen, Vereine")
    who: tuple[TopicId, ...] = Field(description="Kennungen der Mitglieder")


class Members(Frozen):
    """A published list of members."""

    groups: tuple[MemberGroup, ...] = Field(description="Mitglieder, in Gruppen")
    note: Fact | None = Field(default=None, description="Was man zur Liste wissen muss")
    source: str | None = Field(default=None, description=SOURCE_HELP)


class Topic(Frozen):
    """What every topic has."""

    kind: ClassVar[str]
    folder: ClassVar[str]

    id: OwnId
    title: Prose = Field(description="Name, wie er im Satz steht")
    also_called: tuple[str, ...] = Field(
        default=(), description="Namen, die Leute benutzen; wo der Titel nicht auf einen Knopf passt, steht der erste, der passt"
    )
    summary: Fact | None = Field(default=None, description="Worum es geht, in ein bis zwei Sätzen")
    audience: tuple[Audience, ...] = Field(default=(), alias="for", description="Für wen es ist")
    themes: tuple[TopicId, ...] = Field(default=(), description="Themen, nach denen Listen gefiltert werden (Kennungen)")
    facets: Mapping[str, Fact] = Field(default={}, description="Antworten auf einzelne Fragen: Kennung der Frage, dann der Text")
    questions: Mapping[str, tuple[str, ...]] = Field(
        default={}, description="Wie Leute danach fragen, auch ohne den Namen zu nennen: je Frageart einige Sätze"
    )
    people: tuple[Role, ...] = Field(default=(), description="Wer welche Rolle hat")
    history: tuple[Milestone, ...] = Field(default=(), description="Was wann geschah")
    parts: tuple[Section, ...] = Field(default=(), description="Teile, zum Beispiel Arbeitsgruppen")
    links: tuple[WebLink, ...] = Field(default=(), description="Seiten, die der Bot als Knopf zeigt")
    phone: Reach | None = Field(default=None, description="Telefonnummer: 0355 … oder +49 355 …")
    mail: Reach | None = Field(default=None, description="Mailadresse")
    address: Reach | None = Field(default=None, description="Anschrift")
    place: TopicId | None = Field(default=None, description="Wo es zu finden ist (Kennung eines Ortes)")
    also_in: tuple[TopicId, ...] = Field(default=(), description="Weitere Orte, an denen es das gibt (Kennungen)")
    covers: tuple[TopicId, ...] = Field(default=(), description="Orte, für die es da ist, ohne dort zu sein (Kennungen)")
    contact: TopicId | None = Field(default=None, description="Wen man fragt")
    instead: Fact | None = Field(default=None, description="Was man stattdessen tun kann, wenn alles vorbei ist")
    sources: Mapping[str, Source] = Field(default={}, description="Woher die Angaben sind: Kennung, dann title, url, read")
    formerly: tuple[str, ...] = Field(default=(), description="Frühere Dateinamen, damit alte Knöpfe weiter gehen")
    review_by: Day | None = Field(default=None, description="Bis wann jemand den Eintrag wieder prüft")
    owner: str | None = Field(default=None, description="Wer sich darum kümmert")

    @field_validator("audience", "themes", "also_called", "also_in", "covers", "formerly", mode="before")
    @classmethod
    def _one_is_a_list(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value


class Dated(Topic):
    """What offers and events share: dates."""

    runs: tuple[Run, ...] = Field(default=(), description="Termine, auch vergangene; der Bot weiß selbst, was vorbei ist")
    recurs: Fact | None = Field(default=None, description="Wann es üblicherweise stattfindet, in Worten")
    provider: TopicId | None = Field(default=None, description="Wer es anbietet oder veranstaltet")


class Offer(Dated):
    """Something one can take part in or make use of."""

    kind: ClassVar[str] = "offer"
    folder: ClassVar[str] = "offers"
    type: Literal[
        "further-training", "apprenticeship", "internship", "study", "volunteering",
        "school-certificate", "money", "advice", "orientation", "language",
    ] = Field(description="Welche Art von Angebot")


class Event(Dated):
    """Something that takes place on a day."""

    kind: ClassVar[str] = "event"
    folder: ClassVar[str] = "events"
    type: Literal["session", "meeting", "agreement", "fair", "open-day", "taster"] = Field(
        description="Welche Art von Veranstaltung"
    )


class Network(Topic):
    """People and organisations who work together."""

    kind: ClassVar[str] = "network"
    folder: ClassVar[str] = "networks"
    type: Literal["network", "werkstatt", "campaign", "project"] = Field(description="Welche Art von Zusammenschluss")
    members: Members | None = Field(default=None, description="Veröffentlichte Liste der Mitglieder")
    provider: TopicId | None = Field(default=None, description="Wer es trägt oder koordiniert")


class Organisation(Topic):
    """An office, company, school or association."""

    kind: ClassVar[str] = "organisation"
    folder: ClassVar[str] = "organisations"
    type: Literal[
        "advice", "authority", "chamber", "company", "university", "school", "association", "project", "development",
    ] = Field(description="Welche Art von Stelle")


class Function(Frozen):
    """A public function a page named, as of a date."""

    what: Prose = Field(description="Die Aufgabe, wie die Seite sie nennt")
    organisation: TopicId | None = Field(default=None, description="Kennung der Stelle")
    as_of: PartialDate = Field(description=AS_OF_HELP)
    status: Status | None = Field(default=None, description=STATUS_HELP)
    source: str | None = Field(default=None, description=SOURCE_HELP)


class Person(Topic):
    """A person in a public function that a public page names."""

    kind: ClassVar[str] = "person"
    folder: ClassVar[str] = "people"
    functions: tuple[Function, ...] = Field(default=(), description="Öffentliche Aufgaben, jede mit ihrem Datum")
    press_only: bool = Field(default=False, description="Nur für Presseanfragen; nie als Beratung nennen")


class Place(Topic):
    """A town, site or building."""

    kind: ClassVar[str] = "place"
    folder: ClassVar[str] = "places"
    type: Literal["town", "district", "region", "site", "building"] = Field(description="Welche Art von Ort")
    where: Prose = Field(description="Wie man es im Satz sagt: «in Lübbenau», «im Industriepark …»")
    within: TopicId | None = Field(default=None, description="Liegt in diesem Ort oder Landkreis")
    # Two digits before the point, of this corner of the world: swapped numbers are no place of ours.
    coordinates: str | None = Field(
        default=None,
        pattern=r"^5[0-3]\.\d{3,7}, ?1[1-5]\.\d{3,7}$",
        description="Breite und Länge, wie eine Quelle sie nennt: 51.75631, 14.33286",
    )


class Theme(Topic):
    """A field of work or subject that lists can be filtered by."""

    kind: ClassVar[str] = "theme"
    folder: ClassVar[str] = "themes"
    languages: Mapping[Language, tuple[str, ...]] = Field(
        default={},
        description="Sprachen, die zum Thema gehören, je mit Wörtern, an denen man sie erkennt (hsb, dsb): "
        "Wer so schreibt, bekommt auf Deutsch, was es zum Thema gibt",
    )


TOPIC_CLASSES: tuple[type[Topic], ...] = (Offer, Event, Network, Organisation, Person, Place, Theme)


def type_of(topic: Topic) -> str | None:
    """Return the topic's type where its kind has types."""
    value = getattr(topic, "type", None)
    return value if isinstance(value, str) else None


def is_of(topic: Topic, kind: str) -> bool:
    """Tell whether *topic* is of *kind*, written ``kind`` or ``kind/type``."""
    name, _, type_name = kind.partition("/")
    return topic.kind == name and (not type_name or type_of(topic) == type_name)


def clock_times(run: Run) -> tuple[time, ...]:
    """Return the run's start and, where given, end time of day."""
    return tuple(time.fromisoformat(part.zfill(5)) for part in (run.time or "").split("-") if part)


def position(place: Place) -> tuple[float, float] | None:
    """Return the latitude and longitude of a place in degrees (WGS 84), None where they are not known."""
    if place.coordinates is None:
        return None
    latitude, _, longitude = place.coordinates.partition(",")
    return float(latitude), float(longitude)


def last_day(run: Run) -> date:
    """Return the day after which the run lies wholly in the past."""
    return run.end or run.start + timedelta(days=(run.lasts_days or 1) - 1)


def is_open_to_all(topic: Topic) -> bool:
    """Tell whether one can simply come while it lasts: a fair, an open day."""
    return isinstance(topic, Event) and topic.type in ("fair", "open-day")
