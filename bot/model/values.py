"""Small values that content files are made of: prose, partial dates, facts, sources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)

Language = str
"""A language tag of BCP 47: ``de``, ``en``, or a register of one, ``de-simple`` (German, variant "simplified form")."""

DEFAULT_LANGUAGE: Language = "de"
ID_PATTERN = r"^[a-z0-9-]{1,40}$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[a-z]{5,8})?$"
LANGUAGE_KEY = re.compile(LANGUAGE_PATTERN)
_REMEMBERED_LANGUAGES = 64

SOURCE_HELP = "Kennung der Quelle; ohne Angabe die erste des Eintrags"
AS_OF_HELP = "Wann das galt; wird mitgesprochen"
STATUS_HELP = "to_confirm: wird mit «bitte vorher prüfen» gesagt"

OwnId = Annotated[str, Field(pattern=ID_PATTERN)]
"""The id of a file: its name."""
TopicId = Annotated[str, Field(json_schema_extra={"pattern": ID_PATTERN})]
"""What names a file. It is not held to the pattern: where it leads nowhere, the reader says whom it may mean."""
WebAddress = Annotated[str, Field(pattern=r"^https?://\S+$")]
"""A public page."""


MOST_SOURCES = 3
"""So many pages a reply names as its sources."""


class Frozen(BaseModel):
    """Base of everything read from YAML: immutable, and no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _as_prose(value: object) -> object:
    return {DEFAULT_LANGUAGE: value} if isinstance(value, str) else value


def _check_prose(value: Mapping[Language, str]) -> Mapping[Language, str]:
    if DEFAULT_LANGUAGE not in value:
        raise ValueError("prose-without-german")
    if any(not text.strip() for text in value.values()):
        raise ValueError("prose-empty")
    if any(not LANGUAGE_KEY.match(key) for key in value):
        raise ValueError("prose-language-key")
    return value


Prose = Annotated[
    Mapping[Language, str],
    BeforeValidator(_as_prose),
    AfterValidator(_check_prose),
    Field(description="Text je Sprache: {de: …, en: …}"),
    WithJsonSchema({"x-written": "prose"}),
]
"""A text by language. A plain value is the same in every language."""


def base_of(language: Language) -> Language:
    """Return the language that *language* is a register of, itself where it is none: ``de`` for ``de-simple``."""
    return language.partition("-")[0]


def is_register(language: Language) -> bool:
    """Tell whether *language* is another way to say what its base language says."""
    return language != base_of(language)


@lru_cache(_REMEMBERED_LANGUAGES)
def fallbacks(language: Language) -> tuple[Language, ...]:
    """Return the languages in which to look for a text, best first: itself, its base, German."""
    return tuple(dict.fromkeys((language, base_of(language), DEFAULT_LANGUAGE)))


def menu_order(language: Language) -> tuple[bool, Language]:
    """Return what sorts languages for people: German first, each register behind its base."""
    return base_of(language) != DEFAULT_LANGUAGE, language


def in_language(prose: Mapping[Language, str], language: Language) -> str:
    """Return the text in *language* or the first of its fallbacks; German is always there."""
    return next(prose[code] for code in fallbacks(language) if prose.get(code))


_GERMAN_DATE = re.compile(r"^(?:(?:(\d{1,2})\.)?(\d{1,2})\.)?(\d{4})$")
_ISO_DATE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


class PartialDate(Frozen):
    """A day, a month or a year: as precise as its source."""

    year: int = Field(ge=1900, le=2100)
    month: int | None = Field(default=None, ge=1, le=12)
    day: int | None = Field(default=None, ge=1, le=31)

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        return _parts_of_date(value) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _exists(self) -> Self:
        if self.day is not None:
            date(self.year, self.month or 0, self.day)
        return self

    @property
    def first_day(self) -> date:
        """The first day the value can mean; for sorting."""
        return date(self.year, self.month or 1, self.day or 1)


def _parts_of_date(text: str) -> dict[str, int | None]:
    """Split an ISO or German date; raises ValueError with the key ``not-a-date``."""
    if iso := _ISO_DATE.match(text.strip()):
        year, month, day = iso.groups()
    elif german := _GERMAN_DATE.match(text.strip()):
        day, month, year = german.groups()
    else:
        raise ValueError("not-a-date")
    return {"year": int(year), "month": int(month) if month else None, "day": int(day) if day else None}


def read_day(value: object) -> object:
    """Turn an ISO or German day into a date; other values are left to the field's type.

    Raises ValueError (``not-a-date``) for text that is no existing day.
    """
    if not isinstance(value, str):
        return value
    parts = _parts_of_date(value)
    if not (parts["month"] and parts["day"]):
        raise ValueError("not-a-day")
    try:
        return date(parts["year"] or 0, parts["month"], parts["day"])
    except ValueError:
        raise ValueError("not-a-date") from None


Day = Annotated[date, BeforeValidator(read_day), WithJsonSchema({"x-written": "day"})]

Status = Literal["to_confirm"]


def _split_languages(value: object) -> object:
    """Let a fact be written as text, as ``{de, en}``, or with source and date beside the languages."""
    if isinstance(value, str):
        return {"text": {DEFAULT_LANGUAGE: value}}
    if not isinstance(value, Mapping) or "text" in value:
        return value
    text = {key: item for key, item in value.items() if LANGUAGE_KEY.match(str(key))}
    return {"text": text, **{key: item for key, item in value.items() if key not in text}}


class Fact(Frozen):
    """One spoken fact: prose, where it is from, how sure and of when it is."""

    text: Prose
    source: str | None = Field(default=None, description=SOURCE_HELP)
    also_from: tuple[str, ...] = Field(default=(), description="Weitere Quellen, von denen ein Teil des Satzes ist")
    as_of: PartialDate | None = Field(default=None, description=AS_OF_HELP)
    status: Status | None = Field(default=None, description=STATUS_HELP)

    _languages = model_validator(mode="before")(_split_languages)


class Source(Frozen):
    """The page a fact was taken from."""

    title: Prose = Field(description="Wie die Quelle unter der Antwort heißt")
    url: WebAddress = Field(description="Adresse der Seite")
    published: PartialDate | None = Field(default=None, description="Datum, das auf der Seite steht")
    read: Day = Field(description="Wann die Seite gelesen wurde")


class WebLink(Frozen):
    """A public page, spoken with its label."""

    title: Prose = Field(description="Steht auf dem Knopf")
    url: WebAddress = Field(description="Adresse der Seite")
    source: str | None = Field(default=None, description=SOURCE_HELP)
    status: Status | None = Field(default=None, description=STATUS_HELP)


def _as_value(value: object) -> object:
    return {"value": value} if isinstance(value, str) else value


class Reach(Frozen):
    """A phone number, mail or postal address with its standing."""

    value: str = Field(description="Nummer oder Adresse")
    note: Prose | None = Field(default=None, description="Zum Beispiel: Mo–Fr 8–18 Uhr")
    source: str | None = Field(default=None, description=SOURCE_HELP)
    as_of: PartialDate | None = Field(default=None, description=AS_OF_HELP)
    status: Status | None = Field(default=None, description=STATUS_HELP)

    _plain = model_validator(mode="before")(_as_value)
