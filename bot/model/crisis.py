"""Readable rules and examples by which messages of people in distress are recognised."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from bot.model.values import Frozen, Language, Prose, Source

HARMLESS = "none"
"""The examples of this kind are of no distress."""


class CrisisKind(Frozen):
    """One kind of distress: the phrases that show it and what the bot says.

    A phrase is words in order; see `bot.understanding.crisis_phrases` for the notation. Those of ``always``
    stand whatever the examples say; ``phrases`` stand unless the rest of the message sounds clearly harmless.
    """

    always: Mapping[Language, tuple[str, ...]] = Field(
        default={}, description="Klare Worte, die nie harmlos gemeint sind; auch in Sprachen, in denen der Bot nicht antwortet"
    )
    phrases: Mapping[Language, tuple[str, ...]] = Field(description="Wendungen je Sprache, an denen man es erkennt")
    say: Prose = Field(description="Was der Bot dann sagt; die Nummern kommen darunter")


class HelpLine(Frozen):
    """A number or page that helps at once."""

    text: Prose = Field(description="Eine Zeile: Name, wer, Nummer")
    url: str | None = Field(default=None, description="Seite, die als Knopf darunter steht")
    source: str = Field(description="Kennung der Quelle")


class CrisisRules(Frozen):
    """All kinds in the order in which they are tried, and who helps."""

    words: Mapping[str, str] = Field(
        default={}, description="Wortgruppen, in Phrasen als <name>; jede darf die nutzen, die über ihr stehen"
    )
    fillers: Mapping[Language, tuple[str, ...]] = Field(
        default={}, description="Füllwörter, die zwischen den Wörtern einer Phrase stehen dürfen"
    )
    kinds: Mapping[str, CrisisKind] = Field(default={}, description="Arten von Not, in der Reihenfolge der Prüfung")
    signs: Mapping[str, str] = Field(default={}, description="Emojis und das Wort, als das sie gelesen werden")
    not_crisis: Mapping[Language, tuple[str, ...]] = Field(
        default={}, description="Redewendungen, die nicht gemeint sind («ich lach mich tot»)"
    )
    quoted: Mapping[Language, tuple[str, ...]] = Field(
        default={}, description="Worte, hinter denen nur zitiert oder übersetzt wird («der Song heißt»); sie gehen allem vor"
    )
    help: tuple[HelpLine, ...] = Field(default=(), description="Wer sofort hilft")
    sources: Mapping[str, Source] = Field(default={}, description="Woher die Nummern sind")
    examples: Mapping[str, Mapping[Language, tuple[str, ...]]] = Field(
        default={},
        description="Sätze je Art, aus denen der Bot lernt, wie so etwas klingt; unter none: harmlose, die ähnlich klingen",
    )
