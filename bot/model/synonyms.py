"""Words people use, as staff list them in ``content/synonyms.yaml``."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from bot.model.values import Frozen, Language


class Synonyms(Frozen):
    """Short forms, youth words and words without meaning, by language."""

    replace: Mapping[Language, Mapping[str, str]] = Field(
        default={}, description="Was Leute schreiben: was gemeint ist (vllt: vielleicht)"
    )
    fillers: Mapping[Language, tuple[str, ...]] = Field(
        default={}, description="Wörter, die nichts zur Frage beitragen (ey, halt, digga)"
    )
    elsewhere: tuple[str, ...] = Field(default=(), description="Orte außerhalb der Lausitz, über die wir nichts wissen")
