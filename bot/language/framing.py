"""What stands around a question without being part of it: thanks before it, a return to something, a polite close."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.language.fold import folded_words
from bot.language.languages import GRAMMARS, of_any

_OPENING = re.compile(r"^[^,.!;:\n]{1,40}[,.!;:]+\s+")
_CLOSE = re.compile(r"(?<=[.!\n])\s+[^.!?\n]+\?\s*$")
_WORD = re.compile(r"\S+")
_MOST = 6
"""An opening of more words tells something."""
_HEARD = of_any(lambda grammar: grammar.heard | grammar.thanking | grammar.other)
_EMPTY = of_any(lambda grammar: grammar.stop_words)
_NO = of_any(lambda grammar: grammar.no)
_ASKING = of_any(lambda grammar: grammar.asking | grammar.joining)
_WHO = of_any(lambda grammar: grammar.who)
_AGAIN = of_any(lambda grammar: grammar.returning)
_WONDERING = of_any(lambda grammar: grammar.wondering)
_INTERROGATIVES = of_any(lambda grammar: grammar.interrogatives)
_HELPING = of_any(lambda grammar: grammar.helping)
_JOINING = of_any(lambda grammar: grammar.joining)
_PROTESTING = of_any(lambda grammar: grammar.protesting)
_REFUSING, _SIGHING = _PROTESTING | _NO, of_any(lambda grammar: grammar.sighing)
_OF_THANKS = _HEARD | _SIGHING | (_EMPTY - _NO)
_NAMES, _LITTLE = of_any(lambda grammar: grammar.names), of_any(lambda grammar: grammar.negating | grammar.hardly)
_POINTING = of_any(lambda grammar: grammar.there | grammar.them)
_OTHER, _OPPOSING = of_any(lambda grammar: grammar.other), of_any(lambda grammar: grammar.opposing)
_ONESELF = of_any(lambda grammar: grammar.own - grammar.to_me)
_MEANING = of_any(lambda grammar: grammar.meaning)
_ADDED = re.compile(r"[,.!?;:]+\s+[^,.!?;:\n]{1,40}[.!?]*\s*$")
_ADDRESSING = of_any(lambda grammar: grammar.addressing)
_NEGATING = of_any(lambda grammar: grammar.negating)
_SAID = (_EMPTY - _ASKING | _HEARD | _AGAIN | _JOINING | _NO | of_any(lambda grammar: grammar.saying)) - _NEGATING
_LEAST_TOLD, _LEAST_WISHED, _MOST_WISHED, _LEAST_ASKED, _MOST_DENIED = 4, 2, 8, 2, 4
"""So many words tell something; the name of a language alone is no wish for it, nor is a sentence; so few ask something."""


def unframed(text: str) -> str:
    """Return the question without what leads up to it, and without a polite close.

    "danke, und wo?", "ok und wo" and "was anderes: und wo?" ask "und wo"; behind what was told, "Können Sie helfen?" asks
    nothing more.
    """
    end = _opening_end(text)
    while end and _is_thanks(text[:end]) and _goes_on(rest := _wondered(text[end:])):
        text, end = rest, _opening_end(rest)
    close = _CLOSE.search(text)
    if close and _asks_for_help(close[0]) and len(folded_words(text[: close.start()])) >= _LEAST_TOLD:
        return text[: close.start()]
    return text


def protesting(text: str) -> str | None:
    """Return what stands behind a protest, a no before it or behind it, or behind "ich meine"; None where nothing does.

    So it is of "nee quatsch, die IMPULS" and of "das stimmt nicht, ich meinte die LEAG".
    """
    found = list(_WORD.finditer(text))
    words = [" ".join(folded_words(each[0])) for each in found]
    led = next((at for at, word in enumerate(words) if word not in _REFUSING), len(words))
    meant = _meant_from(words)
    start = meant or (led if not _PROTESTING.isdisjoint(words[:led]) else 0)
    return text[found[start].start() :] if 0 < start < len(words) else None


def denying(text: str) -> str | None:
    """Return what stands behind what is not meant: "nicht BAB, sondern BAföG", "nein nicht den, den anderen"; else None."""
    found = list(_WORD.finditer(text))
    words = [" ".join(folded_words(each[0])) for each in found]
    led = next((at for at, word in enumerate(words) if word not in _REFUSING), len(words))
    denied = range(led, min(led + _MOST_DENIED, len(words) - 1)) if _is_denied(words[:led], found) else range(0)
    end = next((at for at in denied if words[at] in _OPPOSING or found[at][0].endswith(",")), None)
    if end is None or not _OTHER.isdisjoint(words[led:]):
        return None
    end += 1 if words[end + 1] in _OPPOSING and end + 2 < len(words) else 0
    return text[found[end + 1].start() :]


def _is_denied(led: Sequence[str], found: Sequence[re.Match[str]]) -> bool:
    """Tell whether the words that lead deny what follows at once: "nein, nicht", but not "not, "."""
    return bool(led) and led[-1] in _NEGATING and found[len(led) - 1][0][-1].isalpha()


def _meant_from(words: Sequence[str]) -> int:
    """Return where what somebody says they mean begins, where nothing else is said before: "nein, ich meinte"; else 0."""
    pairs = ((at, pair) for at, pair in enumerate(pairwise(words)))
    found = next((at for at, (who, verb) in pairs if who in _ONESELF and verb in _MEANING), len(words))
    said = _REFUSING | _EMPTY | _HEARD | _SIGHING
    return found + 2 if found <= _MOST and said.issuperset(words[:found]) and _ASKING.isdisjoint(words[:1]) else 0


def without_excuse(text: str) -> str:
    """Return what is asked of what is talked about without the excuse that somebody speaks a language badly, on either side."""
    opening, close = _OPENING.match(text), _ADDED.search(text)
    if opening and _is_excuse(opening[0]) and _asks_back(text[opening.end() :]):
        return text[opening.end() :]
    return text[: close.start()] if close and _is_excuse(close[0]) and _asks_back(text[: close.start()]) else text


def returning(text: str) -> tuple[str, str] | None:
    """Return what a message goes back to, and what it asks of it: "zurück zum Kurs, wo war der"; None where it does not."""
    opening = _OPENING.match(text)
    words = folded_words(opening[0]) if opening else ()
    if opening is None or len(words) > _MOST or _AGAIN.isdisjoint(words) or not asks(text[opening.end() :]):
        return None
    return opening[0], text[opening.end() :]


def in_language(text: str) -> tuple[str, str] | None:
    """Return the language a message wishes for beside what it asks, and that: "auf Englisch bitte: wo ist das".

    The wish stands before it or behind it: "can you say that in english, where do they train".
    """
    opening, close = _OPENING.match(text), _ADDED.search(text)
    beside = ((opening[0], text[opening.end() :]) if opening else None, (close[0], text[: close.start()]) if close else None)
    found = ((_wished(wish), rest) for wish, rest in filter(None, beside) if len(folded_words(rest)) >= _LEAST_ASKED)
    return next(((code, rest) for code, rest in found if code), None)


def _wished(wish: str) -> str | None:
    """Return the one language that is wished for in a few words, which ask nothing but whether one can speak it."""
    words = folded_words(wish)
    named = [code for code, grammar in GRAMMARS.items() if not grammar.names.isdisjoint(words)]
    if len(named) != 1 or not _LEAST_WISHED <= len(words) <= _MOST_WISHED:
        return None
    asked = _SAID if _ADDRESSING.isdisjoint(words) else _SAID | _ASKING
    return named[0] if words and (asked | GRAMMARS[named[0]].names).issuperset(words) else None


def _opening_end(text: str) -> int:
    """Return where what a text opens with ends: at a punctuation mark, else before an "und"; 0 where there is neither."""
    if opening := _OPENING.match(text):
        return opening.end()
    joined = (each.start() for each in _WORD.finditer(text) if not _JOINING.isdisjoint(folded_words(each[0])))
    return next(joined, 0)


def _is_thanks(opening: str) -> bool:
    words = folded_words(opening)
    return len(words) <= _MOST and not _HEARD.isdisjoint(words) and all(word in _OF_THANKS for word in words)


def _is_excuse(aside: str) -> bool:
    """Tell whether it says no, or little, to a language that it names, and asks nothing: "my friend doesn't speak German"."""
    words = folded_words(aside)
    return not (_NAMES.isdisjoint(words) or _LITTLE.isdisjoint(words)) and _ASKING.isdisjoint(words[:1])


def _asks_back(rest: str) -> bool:
    return asks(rest) and not _POINTING.isdisjoint(folded_words(rest))


def asks(rest: str) -> bool:
    """Tell whether *rest* begins like a question."""
    return not _ASKING.isdisjoint(folded_words(rest)[:2])


def _goes_on(rest: str) -> bool:
    return asks(rest) or returning(rest) is not None


def _wondered(rest: str) -> str:
    """Return what somebody says that they still want to know: "ich wollte noch wissen, wo das ist"; else the *rest*."""
    found = [(" ".join(folded_words(each[0])), each.start()) for each in _WORD.finditer(rest)]
    behind = (at for (verb, _), (word, at) in pairwise(found) if verb in _WONDERING and word in _INTERROGATIVES)
    return rest[next(behind, 0) :]


def _asks_for_help(close: str) -> bool:
    """Tell whether nothing is asked but to be helped; who can help is a question of its own."""
    words = frozenset(folded_words(close))
    return not words.isdisjoint(_HELPING) and words <= _HELPING | _EMPTY | _ASKING - _WHO and words.isdisjoint(_WHO)
