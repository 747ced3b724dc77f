"""What the bot knows about: one class per content folder.

The classes are the schema: loader, checker and editor help follow from their fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import ClassVar, Literal

from pydantic import Field, field_validator

from bot.model.values import (
    Day,
    Fact,
    Frozen,
    PartialDate,
    Prose,
    Reach,
    Source,
    Status,
    TopicId,
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

    url: str | None = Field(default=None, pattern=r"^https?://\S+$")
    until: Day


class Run(Frozen):
    """One date of an offer or event."""

    id: str = Field(description="Kurze Kennung des Termins, bleibt beim Verschieben gleich")
    start: Day
    end: Day | None = None
    lasts_days: int | None = Field(default=None, ge=2, description="Wie viele Tage es dauert, wenn keine Seite das Ende nennt")
    time: str | None = Field(default=None, pattern=r"^\d{1,2}:\d{2}(-\d{1,2}:\d{2})?$", description="10:00 oder 10:00-17:00")
    deadline: Day | None = Field(default=None, description="Anmeldeschluss")
    place: TopicId | None = None
    format: Format | None = None
    registration: str | None = Field(default=None, pattern=r"^https?://\S+$")
    stream: str | None = Field(default=None, pattern=r"^https?://\S+$")
    recording: Recording | None = None
    status: Literal["cancelled"] | None = None
    source: str | None = None


class Milestone(Frozen):
    """Something that happened at a time."""

    when: PartialDate
    what: Prose
    source: str | None = None


class Role(Frozen):
    """What a person or organisation did for a topic, as of a date."""

    who: TopicId
    part: Part
    what: Prose | None = Field(default=None, description="Funktion in eigenen Worten")
    as_of: PartialDate | None = None
    source: str | None = None


class Section(Frozen):
    """A part of a topic, such as a working group."""

    title: Prose
    text: Fact | None = None
    topic: TopicId | None = None


class MemberGroup(Frozen):
    """Members that belong together on a list."""

    title: Prose
    who: tuple[TopicId, ...]


class Members(Frozen):
    """A published list of members."""

    groups: tuple[MemberGroup, ...]
    note: Fact | None = Field(default=None, description="Was man zur Liste wissen muss")
    source: str | None = None


class Topic(Frozen):
    """What every topic has."""

    kind: ClassVar[str]
    folder: ClassVar[str]

    id: TopicId
    title: Prose
    also_called: tuple[str, ...] = Field(default=(), description="Namen, die Leute benutzen")
    summary: Fact | None = None
    audience: tuple[Audience, ...] = Field(default=(), alias="for")
    themes: tuple[TopicId, ...] = ()
    facets: Mapping[str, Fact] = {}
    questions: Mapping[str, tuple[str, ...]] = Field(
        default={}, description="Wie Leute danach fragen, auch ohne den Namen zu nennen: je Frageart einige Sätze"
    )
    people: tuple[Role, ...] = ()
    history: tuple[Milestone, ...] = ()
    parts: tuple[Section, ...] = ()
    links: tuple[WebLink, ...] = ()
    phone: Reach | None = None
    mail: Reach | None = None
    address: Reach | None = None
    place: TopicId | None = Field(default=None, description="Wo es zu finden ist (Kennung eines Ortes)")
    contact: TopicId | None = Field(default=None, description="Wen man fragt")
    instead: Fact | None = Field(default=None, description="Was man stattdessen tun kann, wenn alles vorbei ist")
    sources: Mapping[str, Source] = {}
    formerly: tuple[str, ...] = ()
    review_by: Day | None = None
    owner: str | None = None

    @field_validator("audience", "themes", "also_called", "formerly", mode="before")
    @classmethod
    def _one_is_a_list(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value


class Dated(Topic):
    """What offers and events share: dates."""

    runs: tuple[Run, ...] = ()
    recurs: Fact | None = Field(default=None, description="Wann es üblicherweise stattfindet, in Worten")
    provider: TopicId | None = Field(default=None, description="Wer es anbietet oder veranstaltet")


class Offer(Dated):
    """Something one can take part in or make use of."""

    kind: ClassVar[str] = "offer"
    folder: ClassVar[str] = "offers"
    type: Literal[
        "further-training", "apprenticeship", "internship", "study", "volunteering",
        "school-certificate", "money", "advice", "orientation", "language",
    ]


class Event(Dated):
    """Something that takes place on a day."""

    kind: ClassVar[str] = "event"
    folder: ClassVar[str] = "events"
    type: Literal["session", "meeting", "agreement", "fair", "open-day", "taster"]


class Network(Topic):
    """People and organisations who work together."""

    kind: ClassVar[str] = "network"
    folder: ClassVar[str] = "networks"
    type: Literal["network", "werkstatt", "campaign", "project"]
    members: Members | None = None
    provider: TopicId | None = Field(default=None, description="Wer es trägt oder koordiniert")


class Organisation(Topic):
    """An office, company, school or association."""

    kind: ClassVar[str] = "organisation"
    folder: ClassVar[str] = "organisations"
    type: Literal["advice", "authority", "chamber", "company", "university", "school", "association", "project", "development"]


class Function(Frozen):
    """A public function a page named, as of a date."""

    what: Prose
    organisation: TopicId | None = None
    as_of: PartialDate
    status: Status | None = None
    source: str | None = None


class Person(Topic):
    """A person in a public function that a public page names."""

    kind: ClassVar[str] = "person"
    folder: ClassVar[str] = "people"
    functions: tuple[Function, ...] = ()
    press_only: bool = Field(default=False, description="Nur für Presseanfragen; nie als Beratung nennen")


class Place(Topic):
    """A town, site or building."""

    kind: ClassVar[str] = "place"
    folder: ClassVar[str] = "places"
    type: Literal["town", "district", "region", "site", "building"]
    where: Prose = Field(description="Wie man es im Satz sagt: «in Lübbenau», «im Industriepark …»")
    within: TopicId | None = Field(default=None, description="Liegt in diesem Ort oder Landkreis")


class Theme(Topic):
    """A field of work or subject that lists can be filtered by."""

    kind: ClassVar[str] = "theme"
    folder: ClassVar[str] = "themes"


TOPIC_CLASSES: tuple[type[Topic], ...] = (Offer, Event, Network, Organisation, Person, Place, Theme)


def type_of(topic: Topic) -> str | None:
    """Return the topic's type where its kind has types."""
    value = getattr(topic, "type", None)
    return value if isinstance(value, str) else None


def clock_times(run: Run) -> tuple[time, ...]:
    """Return the run's start and, where given, end time of day."""
    return tuple(time.fromisoformat(part.zfill(5)) for part in (run.time or "").split("-") if part)


def last_day(run: Run) -> date:
    """Return the day after which the run lies wholly in the past."""
    return run.end or run.start + timedelta(days=(run.lasts_days or 1) - 1)


def is_open_to_all(topic: Topic) -> bool:
    """Tell whether one can simply come while it lasts: a fair, an open day."""
    return isinstance(topic, Event) and topic.type in ("fair", "open-day")
