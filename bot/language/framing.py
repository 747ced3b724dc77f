"""What stands around a question without being part of it: thanks before it, a return to something, a polite close."""

from __future__ import annotations

import re

from bot.language.fold import folded_words
from bot.language.languages import GRAMMARS, of_any

_OPENING = re.compile(r"^[^,.!;:\n]{1,40}[,.!;:]+\s+")
_CLOSE = re.compile(r"(?<=[.!\n])\s+[^.!?\n]+\?\s*$")
_MOST = 6
"""An opening of more words tells something."""
_HEARD = of_any(lambda grammar: grammar.heard | grammar.thanking | grammar.other)
_EMPTY = of_any(lambda grammar: grammar.stop_words)
_NO = of_any(lambda grammar: grammar.no)
_ASKING = of_any(lambda grammar: grammar.asking | grammar.joining)
_WHO = of_any(lambda grammar: grammar.who)
_AGAIN = of_any(lambda grammar: grammar.returning)
_HELPING = of_any(lambda grammar: grammar.helping)
_JOINING = of_any(lambda grammar: grammar.joining)
_LEAST_TOLD, _LEAST_WISHED = 4, 2
"""So many words tell something; the name of a language alone is no wish for it."""


def unframed(text: str) -> str:
    """Return the question without what leads up to it, and without a polite close.

    "danke, und wo?" and "was anderes: wo?" ask "wo"; behind what was told, "Können Sie helfen?" asks nothing more.
    """
    opening = _OPENING.match(text)
    while opening and _is_thanks(opening[0]) and _goes_on(text[opening.end() :]):
        text = text[opening.end() :]
        opening = _OPENING.match(text)
    close = _CLOSE.search(text)
    if close and _asks_for_help(close[0]) and len(folded_words(text[: close.start()])) >= _LEAST_TOLD:
        return text[: close.start()]
    return text


def returning(text: str) -> tuple[str, str] | None:
    """Return what a message goes back to, and what it asks of it: "zurück zum Kurs, wo war der"; None where it does not."""
    opening = _OPENING.match(text)
    words = folded_words(opening[0]) if opening else ()
    if opening is None or len(words) > _MOST or _AGAIN.isdisjoint(words) or not _asks(text[opening.end() :]):
        return None
    return opening[0], text[opening.end() :]


def in_language(text: str) -> tuple[str, str] | None:
    """Return the language a message wishes for before it asks something, and that: "auf Englisch bitte: wo ist das"."""
    opening = _OPENING.match(text)
    words = folded_words(opening[0]) if opening else ()
    named = [code for code, grammar in GRAMMARS.items() if not grammar.names.isdisjoint(words)]
    if opening is None or len(named) != 1 or len(words) < _LEAST_WISHED or not _asks(text[opening.end() :]):
        return None
    plain = _EMPTY - _ASKING | _HEARD | _AGAIN | _JOINING | GRAMMARS[named[0]].names
    return (named[0], text[opening.end() :]) if plain.issuperset(words) else None


def _is_thanks(opening: str) -> bool:
    words = folded_words(opening)
    return len(words) <= _MOST and not _HEARD.isdisjoint(words) and all(word in _HEARD or word in _EMPTY - _NO for word in words)


def _asks(rest: str) -> bool:
    return not _ASKING.isdisjoint(folded_words(rest)[:2])


def _goes_on(rest: str) -> bool:
    return _asks(rest) or returning(rest) is not None


def _asks_for_help(close: str) -> bool:
    """Tell whether nothing is asked but to be helped; who can help is a question of its own."""
    words = frozenset(folded_words(close))
    return not words.isdisjoint(_HELPING) and words <= _HELPING | _EMPTY | _ASKING - _WHO and words.isdisjoint(_WHO)
