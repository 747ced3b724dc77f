"""What composing needs at hand, and the piece every part of an answer hands back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.answers.dates import say_date
from bot.answers.texts import Texts
from bot.model.catalogue import Catalogue
from bot.model.reply import Link
from bot.model.topics import Topic
from bot.model.values import Fact, Language, PartialDate, Prose, in_language

Cited = tuple[str, str | None]
"""A topic's id and the id of the source within it; None means its first."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of an answer: sentences, list lines, pages to open, and what they were taken from."""

    text: str = ""
    lines: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    cited: tuple[Cited, ...] = ()
    listed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return bool(self.text or self.lines or self.links)

    def and_then(self, *others: Piece | None) -> Piece:
        """Return this piece and *others* as one, their sentences in one paragraph."""
        pieces = [self, *(other for other in others if other)]
        return Piece(
            " ".join(piece.text for piece in pieces if piece.text),
            tuple(line for piece in pieces for line in piece.lines),
            tuple(link for piece in pieces for link in piece.links),
            tuple(cite for piece in pieces for cite in piece.cited),
            tuple(topic for piece in pieces for topic in piece.listed),
        )


NOTHING = Piece()


@dataclass(frozen=True, slots=True)
class Scope:
    """The catalogue, the texts, and the language and day of one reply."""

    catalogue: Catalogue
    texts: Texts
    language: Language
    today: date

    def say(self, key: str, **arguments: str | int) -> str:
        """Return one of the bot's own sentences."""
        return self.texts.say(self.language, key, **arguments)

    def prose(self, prose: Prose) -> str:
        """Return a text of staff in the reply's language."""
        return in_language(prose, self.language)

    def title(self, topic: Topic) -> str:
        """Return the topic's title as it stands inside a sentence."""
        return self.prose(topic.title)

    def title_of(self, identifier: str) -> str:
        """Return the title of the topic with this id, the id itself where there is none."""
        topic = self.catalogue.topic(identifier)
        return self.title(topic) if topic else identifier

    def where(self, identifier: str | None) -> str:
        """Return how a place is said in a sentence ("in Lübbenau"), empty where there is none."""
        place = self.catalogue.topic(identifier)
        where = getattr(place, "where", None)
        return in_language(where, self.language) if where else ""

    def fact(self, topic: Topic, fact: Fact) -> Piece:
        """Return a fact as staff wrote it, with its date, and marked where it is to be confirmed."""
        text = self.prose(fact.text)
        if fact.as_of:
            text += " " + self.say("as-of", when=say_date(fact.as_of, self.language))
        if fact.status == "to_confirm":
            text += " " + self.say("to-confirm", source=self.source_title(topic, fact.source))
        return Piece(text, cited=((topic.id, fact.source),))

    def source_title(self, topic: Topic, identifier: str | None) -> str:
        """Return the title of one of the topic's sources, by default the first."""
        source = topic.sources.get(identifier or next(iter(topic.sources), ""))
        return self.prose(source.title) if source else self.title(topic)

    def in_time(self, when: PartialDate) -> str:
        """Return *when* with its preposition: "am 10. Januar 2024", "im März 2022", "2018"."""
        key = "in-year" if when.month is None else "in-month" if when.day is None else "on-day"
        return self.say(key, when=say_date(when, self.language))
