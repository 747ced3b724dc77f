"""Breaks of the first two laws, found by composing every reply there is.

A reply never calls a past date the next one, nor shows the link of a registration that is closed;
it ends with its source, is short enough for a phone and can be sent on Telegram.

What a topic says is composed without exception. Of a content far larger than ours, questions a topic has
no answer to, texts that are the same beside every topic, and the pages of lists take turns: each is composed
for some topics and days, not for all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from itertools import product

from bot.answers.compose import Composer
from bot.answers.dates import can_join, state_of
from bot.channels.telegram.render import render
from bot.dialogue.opening import opened
from bot.model.answerable import can_answer, runs_of
from bot.model.catalogue import Catalogue
from bot.model.choices import BACK, CANCEL, LIMIT, MORE, NONE, STOP
from bot.model.moves import AnswerIntent, Move, Remark, TakeStep
from bot.model.paths import MOST_CHOICES as MOST_WAYS
from bot.model.reply import MOST_CHARACTERS, Block, Items, Reply, SourceNote, Text, plain_text
from bot.model.topics import Run, Topic
from bot.model.values import Language
from bot.workshop.days import SeenDay, days_for
from bot.workshop.moves import filtered_lists, in_turn, moves_about, moves_about_nothing, whole_lists
from bot.workshop.past import PastDates

MOST_CHOICES = 5
STEERING = 2
"""Buttons of a path's step besides its choices: back, and off the path."""
LISTS, SILENT, LEAST = 80_000, 40_000, 12
"""How many pages of lists, and how many answers that say nothing of a topic, are composed for all topics
together; and how many at least for each."""
_REMEMBERED = 4_096
_NO_FACTS = frozenset({"sources", "wish"})
"""What is shown without a claim of our own about the world."""
LINKS = frozenset({"start", "link", "wish"})
ACTIONS = frozenset({MORE, NONE, CANCEL, BACK, STOP, "lang", "end", "page"})

@dataclass(frozen=True, slots=True)
class Breach:
    """One reply that must not be: what was asked, when and in which language, and what is wrong."""

    intent: str
    topic: str | None
    language: str
    day: date
    wrong: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What some replies are about: a topic by its id, or nameless none; the moves they are composed from, and the days."""

    name: str
    moves: Callable[[], Sequence[Move]]
    days: Sequence[date]


class Inspector:
    """Composes replies from one catalogue, on all days that matter *today*, and looks at each."""

    def __init__(self, composer: Composer, today: date) -> None:
        self._composer = composer
        self._catalogue = composer.catalogue
        self._reader = ReplyReader(self._catalogue, composer.texts.languages)
        topics = max(1, len(self._catalogue.topics))
        self._pages, self._silent = max(LEAST, LISTS // topics), max(LEAST, SILENT // topics)
        self._closed = lru_cache(_REMEMBERED)(lambda day: closed_pages(composer.catalogue, day))
        self.subjects = tuple(self._subjects(today))
        """All there are replies about: every topic, none, and the lists of each day."""

    def _subjects(self, today: date) -> Iterator[Subject]:
        topics = self._catalogue.topics.values()
        for turn, topic in enumerate(topics):
            yield Subject(topic.id, partial(self.moves_about, topic, turn), days_for((topic,), today))
        yield Subject("", lambda: tuple(moves_about_nothing(self._catalogue)), (today,))
        for listed, dated in ((filtered_lists, ()), (whole_lists, topics)):
            moves = tuple(listed(self._catalogue))
            for turn, day in enumerate(days_for(dated, today)):
                yield Subject("", partial(in_turn, moves, self._pages, turn), (day,))

    def breaches(self, some: slice = slice(None)) -> Iterator[Breach]:
        """Yield what is wrong in any reply about *some* of the subjects, on any of its days."""
        for subject in self.subjects[some]:
            yield from self._all(subject.moves(), subject.days)

    def moves_about(self, topic: Topic, turn: int) -> tuple[Move, ...]:
        """Return what is composed about *topic* when its *turn* comes, from 0."""
        telling: list[Move] = []
        silent: list[Move] = []
        for move in moves_about(topic, self._catalogue):
            (silent if self._is_silent(move, topic) else telling).append(move)
        return (*telling, *in_turn(silent, self._silent, turn))

    def _is_silent(self, move: Move, topic: Topic) -> bool:
        """Tell whether the answer holds nothing that the topic says: it has none, or it is a text for all."""
        intent = self._catalogue.intents[move.intent] if isinstance(move, AnswerIntent) else None
        return intent is not None and (intent.answer.text is not None or not can_answer(topic, intent))

    def _all(self, moves: Sequence[Move], days: Sequence[date]) -> Iterator[Breach]:
        for language, move in product(self._composer.texts.languages, moves):
            for day, wrong in self._wrongs(move, language, days):
                yield Breach(_asked(move), getattr(move, "topic", None), language, day, wrong)

    def _wrongs(self, move: Move, language: Language, days: Sequence[date]) -> Iterator[tuple[date, str]]:
        """Yield what is wrong on which of the days; a reply for which the day did not matter is composed once."""
        reply: Reply | None = None
        for number, day in enumerate(days):
            today = SeenDay.of(day)
            try:
                said = reply or self._composer.compose(move, language, today)
                wrongs = tuple(self._reader.wrongs(said, move, day, self._closed(day)))
            except Exception as error:  # noqa: BLE001 - whatever it is, staff must hear which reply it broke
                wrongs = (f"Die Antwort bricht ab: {type(error).__name__} {error}",)
            else:
                reply = reply if today.seen else said
            if reply and self._reader.is_timeless(reply):
                yield from product(days[number:], wrongs)
                return
            yield from ((day, wrong) for wrong in wrongs)


def _asked(move: Move) -> str:
    return str(getattr(move, "intent", type(move).__name__))


def closed_pages(catalogue: Catalogue, day: date) -> frozenset[str]:
    """Return the pages of registrations, streams and recordings that are closed on *day*.

    A stream may have been shown on a page that stays, such as a home page: that one is never closed.
    """
    runs = [run for topic in catalogue.topics.values() for run in runs_of(topic)]
    lasting = {link.url for topic in catalogue.topics.values() for link in topic.links}
    registrations = {run.registration for run in runs} - {run.registration for run in runs if can_join(run, day)}
    watched = {url for run in runs for url in _watched(run)} - lasting
    watchable = {url for run in runs for url in _watched(run) if _can_watch(run, url, day)}
    return frozenset(url for url in registrations | (watched - watchable) if url)


def ever_closed(catalogue: Catalogue) -> frozenset[str]:
    """Return all pages that may be among the `closed_pages` of some day."""
    runs = [run for topic in catalogue.topics.values() for run in runs_of(topic)]
    return frozenset(url for run in runs for url in (run.registration, *_watched(run)) if url)


def _watched(run: Run) -> tuple[str | None, ...]:
    return run.stream, run.recording.url if run.recording else None


def _can_watch(run: Run, url: str | None, day: date) -> bool:
    if run.recording and url == run.recording.url:
        return run.start <= day <= run.recording.until
    return state_of(run, day) != "over"


class ReplyReader:
    """Looks at one reply at a time."""

    def __init__(self, catalogue: Catalogue, languages: Iterable[Language]) -> None:
        self._catalogue = catalogue
        starts = (run.start for topic in catalogue.topics.values() for run in runs_of(topic))
        self._past = PastDates(starts, languages)
        # Most replies are the same on every day: what does not depend on the day is looked at once.
        self._on_any_day = lru_cache(_REMEMBERED)(self._wrongs_on_any_day)
        self._leads = lru_cache(_REMEMBERED)(self._resolves)
        self._ever_closed = ever_closed(catalogue)

    def wrongs(self, reply: Reply, move: Move, day: date, closed: frozenset[str]) -> Iterator[str]:
        """Yield what is wrong in *reply* on *day*; *closed* are the pages nobody may be sent to."""
        yield from self._on_any_day(reply)
        yield from self._dates(reply, day)
        yield from _closed(reply, closed)
        if self._is_factual(move) and not isinstance(reply.blocks[-1], SourceNote):
            yield "Die Antwort nennt keine Quelle."

    def is_timeless(self, reply: Reply) -> bool:
        """Tell whether *reply* is as right or wrong on every day: it names no date that passes, and no page that closes."""
        lines = (line for block in reply.blocks for line in _lines_of(block))
        return not any(map(self._past.names, lines)) and not any(_closed(reply, self._ever_closed))

    def _wrongs_on_any_day(self, reply: Reply) -> tuple[str, ...]:
        render(reply)
        most = MOST_WAYS + STEERING if reply.intent in self._catalogue.paths else MOST_CHOICES
        return (*_too_much(reply, most), *self._dead_ends(reply))

    def _dates(self, reply: Reply, day: date) -> Iterator[str]:
        header = ""
        for block in reply.blocks:
            for line in _lines_of(block):
                yield from (f"«{said}» ist vorbei, das steht nicht dabei." for said in self._past.unsaid(line, header, day))
                yield from (f"«{said}» ist vorbei und heißt doch das Nächste." for said in self._past.called_next(line, day))
            header = block.text if isinstance(block, Text) else header

    def _dead_ends(self, reply: Reply) -> Iterator[str]:
        for choice in reply.choices:
            if len(choice.data.encode()) > LIMIT:
                yield f"Der Knopf «{choice.label}» trägt mehr als {LIMIT} Bytes."
            elif not self._leads(choice.data):
                yield f"Der Knopf «{choice.label}» führt ins Leere."

    def _resolves(self, data: str) -> bool:
        action, _, rest = data.partition(":")
        if action in LINKS:
            return not isinstance(opened(self._catalogue, rest), Remark)
        if action == "lead":
            return self._catalogue.topic(rest.partition(":")[2]) is not None
        intent, _, topic = rest.partition(":")
        found = self._catalogue.intent(intent) is not None and (not topic or self._catalogue.topic(topic) is not None)
        if action == "p":
            return self._catalogue.step(intent, topic) is not None
        return found if action == "q" else action in ACTIONS

    def _is_factual(self, move: Move) -> bool:
        if isinstance(move, TakeStep):
            step = self._catalogue.paths[move.path].steps[move.step]
            return bool(step.about or (step.end and step.end.contact))
        if not isinstance(move, AnswerIntent):
            return False
        intent, topic = self._catalogue.intents[move.intent], self._catalogue.topic(move.topic)
        if intent.answer.text is not None:
            return bool(intent.answer.about)
        return not _NO_FACTS & set(intent.answer.show) and topic is not None and can_answer(topic, intent)


def _lines_of(block: Block) -> Sequence[str]:
    """Return what *block* says; nothing of buttons, sources and what is sent along."""
    return block.lines if isinstance(block, Items) else (block.text,) if isinstance(block, Text) else ()


def _closed(reply: Reply, closed: frozenset[str]) -> Iterator[str]:
    text = plain_text(reply)
    told = {url for url in closed if url in text} if "://" in text else set()
    shown = closed & {link.url for link in reply.links}
    yield from (f"{url} ist geschlossen und doch zu sehen." for url in sorted(shown | told))


def _too_much(reply: Reply, most: int) -> Iterator[str]:
    said = replace(reply, blocks=tuple(block for block in reply.blocks if not isinstance(block, SourceNote)))
    if (length := len(plain_text(said))) > MOST_CHARACTERS:
        yield f"Die Antwort ist {length} Zeichen lang, höchstens {MOST_CHARACTERS} passen auf ein Telefon."
    if len(reply.choices) > most:
        yield f"Die Antwort hat {len(reply.choices)} Knöpfe, höchstens {most} sind überschaubar."
