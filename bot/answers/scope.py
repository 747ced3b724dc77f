"""What composing needs at hand, and the piece every part of an answer hands back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.answers.dates import month_of, partial, say_date
from bot.answers.texts import Texts
from bot.language.periods import LONG_AGO, LONG_AHEAD
from bot.model.catalogue import Catalogue
from bot.model.moves import Days
from bot.model.reply import LABEL_LIMIT, Attached, Link
from bot.model.topics import Topic
from bot.model.values import Fact, Language, PartialDate, Prose, Reach, base_of, in_language

Cited = tuple[str, str | None]
"""A topic's id and the id of the source within it; None means its first."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of an answer: sentences, list lines, pages to open, what they were taken from, what is sent along."""

    text: str = ""
    lines: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    cited: tuple[Cited, ...] = ()
    listed: tuple[str, ...] = ()
    attached: tuple[Attached, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything to say or to send."""
        return bool(self.text or self.lines or self.links or self.attached)

    def and_then(self, *others: Piece | None) -> Piece:
        """Return this piece and *others* as one, their sentences in one paragraph."""
        pieces = [self, *(other for other in others if other)]
        return Piece(
            " ".join(piece.text for piece in pieces if piece.text),
            tuple(line for piece in pieces for line in piece.lines),
            tuple(link for piece in pieces for link in piece.links),
            tuple(cite for piece in pieces for cite in piece.cited),
            tuple(topic for piece in pieces for topic in piece.listed),
            tuple(block for piece in pieces for block in piece.attached),
        )


NOTHING = Piece()


@dataclass(frozen=True, slots=True)
class Scope:
    """The catalogue, the texts, the language and day of one reply, and the period it is asked for.

    ``reminds`` tells whether people can be told something later where the reply goes.
    """

    catalogue: Catalogue
    texts: Texts
    language: Language
    today: date
    days: Days | None = None
    reminds: bool = True

    def say(self, key: str, **arguments: str | int) -> str:
        """Return one of the bot's own sentences; quotation marks within others are single ones."""
        return _nested(self.texts.say(self.language, key, **arguments), self.language)

    def prose(self, prose: Prose) -> str:
        """Return a text of staff in the reply's language."""
        return in_language(prose, self.language)

    def title(self, topic: Topic) -> str:
        """Return the topic's title as it stands inside a sentence."""
        return self.prose(topic.title)

    def label(self, topic: Topic, room: int = LABEL_LIMIT) -> str:
        """Return what a button calls the topic: its title; where a phone would cut that, its first other name that fits."""
        names = (self.title(topic), *topic.also_called)
        return next((name for name in names if len(name) <= room), names[0])

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
        cited = tuple((topic.id, source) for source in (fact.source, *fact.also_from))
        return Piece(self.marked(topic, fact, self.prose(fact.text)), cited=cited)

    def taken_from(self, topics: Iterable[str]) -> tuple[Cited, ...]:
        """Return what is cited for a text about *topics*: of each where it is said what it is."""
        known = [topic for topic in map(self.catalogue.topic, topics) if topic]
        return tuple((topic.id, topic.summary.source if topic.summary else None) for topic in known)

    def marked(self, topic: Topic, fact: Fact, text: str) -> str:
        """Return what is said of a fact with its date, and marked where it is to be confirmed."""
        if fact.as_of:
            text += " " + self.say("as-of", when=say_date(fact.as_of, self.language))
        if fact.status == "to_confirm":
            text += " " + self.say("to-confirm", source=self.source_title(topic, fact.source))
        return text

    def with_note(self, who: Topic, line: str, reach: Reach) -> str:
        """Return the *line* of an address or number with its note, marked where it is to be confirmed."""
        if reach.note:
            line += f" ({self.prose(reach.note)})"
        if reach.status == "to_confirm":
            line += " " + self.say("to-confirm", source=self.source_title(who, reach.source))
        return line

    def listing_fact(self, topic: Topic, fact: Fact) -> Piece:
        """Return a fact that may name several others of ours in order: "das zweite" can mean one of them."""
        piece = self.fact(topic, fact)
        named = tuple(name for name in self.catalogue.namesakes.named_in(piece.text, self.language) if name != topic.id)
        return replace(piece, listed=named) if len(named) > 1 else piece

    def source_title(self, topic: Topic, identifier: str | None) -> str:
        """Return the title of one of the topic's sources, by default the first."""
        source = topic.sources.get(identifier or next(iter(topic.sources), ""))
        return self.prose(source.title) if source else self.title(topic)

    def in_time(self, when: PartialDate) -> str:
        """Return *when* with its preposition: "am 10. Januar 2024", "im März 2022", "2018"."""
        key = "in-year" if when.month is None else "in-month" if when.day is None else "on-day"
        return self.say(key, when=say_date(when, self.language))

    def in_period(self, days: Days) -> str:
        """Return a range of days with its preposition: "im Mai 2025", "2027", "ab März 2027"."""
        first, last = _as_precise_as_said(days)
        if days[1] >= LONG_AHEAD:
            return self.say("from-on", when=say_date(first, self.language))
        if days[0] <= LONG_AGO:
            return self.say("up-to", when=say_date(last, self.language))
        if first == last:
            return self.in_time(first)
        begins, ends = say_date(first, self.language), say_date(last, self.language)
        if first.month and first.year == last.year:
            begins = begins.removesuffix(str(first.year)).strip()
        return self.say("between" if first.day is None else "between-days", first=begins, last=ends)


_MARKS: Mapping[Language, tuple[str, str, str, str]] = {"de": ("„", "“", "‚", "‘")}
_OTHER_MARKS = ("“", "”", "‘", "’")


def _nested(text: str, language: Language) -> str:
    """Return *text* with single quotation marks where double ones stand within double ones."""
    opening, closing, inner, inner_end = _MARKS.get(base_of(language), _OTHER_MARKS)
    if text.count(opening) < 2:
        return text
    depth, said = 0, []
    for char in text:
        depth += (char == opening) - (char == closing and depth > 0)
        nested = depth > 1 if char == opening else depth > 0
        said.append({opening: inner, closing: inner_end}[char] if char in (opening, closing) and nested else char)
    return "".join(said)


def _as_precise_as_said(days: Days) -> tuple[PartialDate, PartialDate]:
    """Return first and last of a range: years or months where it is made of whole ones, else days."""
    first, last = partial(days[0]), partial(days[1] - timedelta(days=1))
    whole = (days[0].day, days[1].day) == (1, 1)
    if whole and (days[0].month, days[1].month) == (1, 1) and days[0] > LONG_AGO and days[1] < LONG_AHEAD:
        return PartialDate(year=first.year), PartialDate(year=last.year)
    if days[1] >= LONG_AHEAD and (days[0].month, days[0].day) == (1, 1):
        return PartialDate(year=first.year), last
    whole = days[0].day == 1 if days[1] >= LONG_AHEAD else whole
    return (month_of(days[0]), month_of(days[1] - timedelta(days=1))) if whole else (first, last)
