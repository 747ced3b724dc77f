"""What questions are seen with: words, and where there is an encoder, meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from bot.language.dictionary import ArrayCache
from bot.understanding.beside import Beside, at_once
from bot.understanding.lexical import LexicalView
from bot.understanding.semantic import Encoder, SemanticView
from bot.understanding.views import View, Words


@dataclass(frozen=True, slots=True)
class Sight:
    """Makes the views on some texts; without an *encoder* the lexical view stands alone.

    *cache* keeps what was computed; some of the work is done *beside* the rest.
    """

    stem: Callable[[str], str]
    encoder: Encoder | None
    cache: ArrayCache
    beside: Beside = at_once

    def views_of(self, texts: Sequence[Words]) -> list[View]:
        """Return the views fitted on *texts*, words before meaning."""
        if self.encoder is None:
            return [LexicalView(texts, self.stem, self.cache)]
        meaning = self.beside(partial(SemanticView, texts, self.encoder, self.cache))
        return [LexicalView(texts, self.stem, self.cache), meaning()]
