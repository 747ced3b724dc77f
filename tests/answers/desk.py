"""A desk that answers from a few topics on one day, and says what it would say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.answers.compose import Composer
from bot.model.context import ListView
from bot.model.intents import Intent
from bot.model.moves import AnswerIntent, Move
from bot.model.reply import Reply, SourceNote, plain_text
from bot.model.topics import Topic
from tests.builders import TODAY, a_composer

Thing = Topic | Intent


@dataclass(frozen=True)
class Desk:
    """Answers from one catalogue on one day in one language."""

    composer: Composer
    today: date = TODAY
    language: str = "de"

    def on(self, day: str) -> Desk:
        """Return the same desk on another ISO day."""
        return replace(self, today=date.fromisoformat(day))

    def answer(
        self,
        intent: str,
        topic: str | None = None,
        *,
        name: str | None = None,
        others: tuple[str, ...] = (),
        view: ListView | None = None,
        period: tuple[str, str] | None = None,
        part: int | None = None,
    ) -> Reply:
        """Return the reply to one question, asked for a *period* from an ISO day up to another."""
        days = (date.fromisoformat(period[0]), date.fromisoformat(period[1])) if period else None
        return self.made(AnswerIntent(intent, topic, name=name, others=others, view=view, days=days, part=part))

    def made(self, move: Move) -> Reply:
        """Return the reply to a move."""
        return self.composer.compose(move, self.language, self.today)

    def said(self, intent: str, topic: str | None = None) -> str:
        """Return what is said to one question, the source line left out."""
        return without_source(self.answer(intent, topic))

    def says(self, key: str, **arguments: str | int) -> str:
        """Return one of the bot's own sentences."""
        return self.composer.texts.say(self.language, key, **arguments)


def a_desk(*things: Thing, language: str = "de") -> Desk:
    """Return a desk with a few topics, today."""
    return Desk(a_composer(*things), language=language)


def without_source(reply: Reply) -> str:
    """Return the plain text of a reply without its last, small line."""
    return plain_text(replace(reply, blocks=tuple(block for block in reply.blocks if not isinstance(block, SourceNote))))


def source_of(reply: Reply) -> str:
    """Return the source line of a reply, empty where there is none."""
    return next((block.text for block in reply.blocks if isinstance(block, SourceNote)), "")


def labels(reply: Reply) -> list[str]:
    """Return the labels of a reply's choices."""
    return [choice.label for choice in reply.choices]


def data_of(reply: Reply) -> list[str]:
    """Return the data of a reply's choices."""
    return [choice.data for choice in reply.choices]
