"""What can be asked: one intent per file, and how it is answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, field_validator, model_validator

from bot.model.topics import Part
from bot.model.values import LANGUAGE_PATTERN, MOST_SOURCES, Frozen, Language, OwnId, Prose, TopicId, WebLink

Kind = Literal["question", "small_talk", "out_of_scope"]
Show = Literal[
    "overview", "dates", "place", "registration", "deadline", "vacancies", "format", "provider", "contact", "press", "people",
    "functions", "history", "members", "membership", "parts", "recording", "links", "sources", "calendar", "wish",
]
ANY_ROLE = "any"
LANGUAGE, SIMPLE = "language", "simple-language"
"""The intents under which the chat's language is chosen, and under which it is Einfache Sprache."""
PRIVACY = "privacy"
"""The intent that tells what is kept of a chat."""
COPY, FORGET_ME = "my-data", "forget-me"
"""The intents under which people see and delete what is kept of them."""
ELSEWHERE, OFF_TOPIC = "elsewhere", "off-topic"
"""The intents for what is asked of places outside the region, and of another world than ours."""
GOOD_NEWS = "good-news"
"""The intent for who tells that something went well."""
UNWELL = frozenset({"worries", "exam-nerves"})
"""The intents for who tells that they are not well, or afraid."""
WISHES, END_WISHES = "my-reminders", "stop-reminding"
"""The intents under which people see and end what they asked to be told."""


class ListSpec(Frozen):
    """Which topics a list answer names."""

    of: tuple[str, ...] = Field(description="Arten: offer, event, network, organisation, person")
    types: tuple[str, ...] = Field(default=(), description="Nur diese Typen")


class Answer(Frozen):
    """How an intent is answered: exactly one of show, facet, list, text, path, language."""

    show: tuple[Show, ...] = Field(default=(), description="Feste Teile, in dieser Reihenfolge gesagt")
    roles: tuple[Part, ...] = Field(default=(), description="Nur Personen mit dieser Rolle (zu show: [people])")
    facet: bool = Field(default=False, description="true: die Antwort steht beim Eintrag unter facets")
    list: ListSpec | None = Field(default=None, description="Eine Liste von Einträgen")
    text: Prose | None = Field(default=None, description="Immer derselbe Text")
    path: TopicId | None = Field(default=None, description="Kennung eines Wegs, der dann beginnt")
    language: Language | None = Field(
        default=None, pattern=LANGUAGE_PATTERN, description="Sprache, in der der Chat dann weitergeht, zum Beispiel de-simple"
    )
    about: tuple[TopicId, ...] = Field(
        default=(), max_length=MOST_SOURCES, description="Einträge, aus denen der Text stammt: ihre Quelle wird genannt"
    )
    links: tuple[WebLink, ...] = Field(default=(), description="Seiten, die als Knopf darunter stehen")
    next: tuple[TopicId, ...] = Field(default=(), description="Knöpfe darunter: Fragen oder Einträge")

    @model_validator(mode="after")
    def _exactly_one(self) -> Answer:
        given = (self.show or None, self.facet or None, self.list, self.text, self.path, self.language)
        if sum(answer is not None for answer in given) != 1:
            raise ValueError("answer-exactly-one")
        if self.about and self.text is None:
            raise ValueError("answer-about-no-text")
        return self


class TestSentence(Frozen):
    """A sentence that is no example and must still be understood."""

    __test__ = False

    ask: str = Field(description="Satz, der kein Beispiel ist und trotzdem verstanden werden muss")
    topic: TopicId | None = Field(default=None, description="Welcher Eintrag gemeint ist (Kennung)")


def _as_test(value: object) -> object:
    return {"ask": value} if isinstance(value, str) else value


def _as_tests(value: object) -> object:
    return [_as_test(item) for item in value] if isinstance(value, list | tuple) else value


class Intent(Frozen):
    """One kind of question with its examples and its answer."""

    id: OwnId
    title: Prose = Field(description="Steht auf dem Knopf: kurz, als Frage")
    kind: Kind = Field(default="question", description="Frage, Plauderei oder etwas, das nicht hierher gehört")
    needs: Mapping[str, tuple[str, ...]] = Field(
        default={}, description="Was die Frage braucht, z. B. {topic: [offer, event]}"
    )
    examples: Mapping[Language, tuple[str, ...]] = Field(
        description="Zehn oder mehr verschiedene Sätze je Sprache, mit {topic}, wo der Name steht"
    )
    answer: Answer = Field(description="Wie geantwortet wird: genau eines von show, facet, list, text")
    without_topic: TopicId | None = Field(
        default=None, description="Diese Frage wird beantwortet, wenn kein Eintrag gemeint ist (statt nachzufragen)"
    )
    missing: Prose | None = Field(default=None, description="Satz, wenn ein Eintrag dazu nichts weiß")
    told_instead: tuple[TopicId, ...] = Field(
        default=(), description="Fragen, von denen dann die erste beantwortet wird, zu der er etwas weiß"
    )
    tests: Mapping[Language, tuple[TestSentence, ...]] = Field(
        default={}, description="Sätze, die keine Beispiele sind und trotzdem verstanden werden müssen"
    )
    not_this: Mapping[Language, tuple[Mapping[str, str], ...]] = Field(
        default={}, description="Klingt ähnlich und gehört zu einer anderen Frage: Satz, dann deren Kennung"
    )
    formerly: tuple[str, ...] = Field(default=(), description="Frühere Dateinamen, damit alte Knöpfe weiter gehen")

    @property
    def has_pages(self) -> bool:
        """Whether the answer is a list that may go on: of what there is, or of members."""
        return self.answer.list is not None or "members" in self.answer.show

    @field_validator("needs", mode="before")
    @classmethod
    def _kinds_as_lists(cls, value: object) -> object:
        if not isinstance(value, Mapping):
            return value
        return {role: (kinds,) if isinstance(kinds, str) else kinds for role, kinds in value.items()}

    @field_validator("examples", mode="before")
    @classmethod
    def _plain_examples(cls, value: object) -> object:
        return {"de": value} if isinstance(value, list | tuple) else value

    @field_validator("tests", mode="before")
    @classmethod
    def _plain_tests(cls, value: object) -> object:
        if not isinstance(value, Mapping):
            return value
        return {lang: _as_tests(items) for lang, items in value.items()}
