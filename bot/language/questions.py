"""The questions one message asks, apart from each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bot.language.fold import folded_words
from bot.language.languages import of_any

_REMEMBERED = 16
"""A message is asked for its questions before it is told from distress, and after."""
MOST = 8
"""More questions than these are not told apart: what follows stays with the last."""

_SENTENCE = re.compile(r"(?<=[?!.;\n])\s+")
_CONSONANTS = "b-df-hj-np-tv-xz"
_SHORTENED = re.compile(
    rf"\b(?:[a-zA-Z]|[{_CONSONANTS}{_CONSONANTS.upper()}][{_CONSONANTS}]+|[Pp]rof|[Ii]ng|[Dd]ipl|inkl|evtl|[Tt]el|ca|max|min)\.$"
)
"""Words cut short end with a point, no sentence does: single letters, those without a vowel, and some that have one."""
_SIGN = r"(?:\s+[&+/]|[&+/](?!\s))\s*"
"""A sign between two words; one that only ends a word belongs to it: "College+ noch aktuell"."""
_LINK = re.compile(rf"(?P<joined>(?:,\s*|\s+)(?:und|un|u|and|sowie|oder|or|plus)\s+|{_SIGN})|,\s+", re.IGNORECASE)
_JOINED = re.compile(r"\s+(?:und|un|u|and)\s+|(?:\s+[&+]|[&+](?!\s))\s*", re.IGNORECASE)
_ALONE = re.compile(r"^\w+\s*(?:[,?!.]|$)")
_WORD = re.compile(r"\S+")
_PAUSE = re.compile(r"\s*(?:[,;!\n]|\.(?!\w))+\s*")
_MOST_SAYINGS = 3
"""A message of more parts than these tells a story."""
_GREETING = re.compile(r"^\W*(?:\w+\W+){1,2}?(?<=[,!.]\s)")
_LONGEST_HEAD, _LONGEST_PHRASE = 4, 6
"""So many words may name what is asked about, before the question or in its place."""
_BEFORE = 2
"""So many words may stand before the one a question begins with: "und wo", "hallo, wann"."""


_SHORT_WORDS = of_any(lambda grammar: grammar.stop_words)
_ASKING = of_any(lambda grammar: grammar.asking)
_LEADING = of_any(lambda grammar: grammar.leading)
_SUBJECTS = of_any(lambda grammar: grammar.subjects)
_MYSELF = of_any(lambda grammar: grammar.subjects & grammar.own)
_MINE = of_any(lambda grammar: grammar.mine)
_INTERROGATIVES = of_any(lambda grammar: grammar.interrogatives | grammar.measuring)
_VERBS = _ASKING - _INTERROGATIVES
_DIRECT = _INTERROGATIVES | _LEADING
_OF_MEASURE = of_any(lambda grammar: grammar.measuring)
_ADDRESSING = of_any(lambda grammar: grammar.addressing)
_COUNTING = of_any(lambda grammar: grammar.counting)
_WHEN_OR_WHERE = of_any(lambda grammar: grammar.whence)
_JOINING = of_any(lambda grammar: grammar.joining)
_SOMETHING = of_any(lambda grammar: grammar.anything & grammar.interrogatives)
_CLAUSAL = _VERBS | of_any(lambda grammar: grammar.own | (grammar.subjects - grammar.definite))
_THERE_IS = of_any(lambda grammar: grammar.which) & _VERBS
_THEM = of_any(lambda grammar: grammar.them & grammar.subjects)
_SUBORDINATING = of_any(lambda grammar: grammar.subordinating)
_NO_VERBS = _SUBJECTS | of_any(lambda grammar: grammar.leading | grammar.at | grammar.pointing | grammar.subordinating)


@lru_cache(_REMEMBERED)
def questions_of(text: str) -> tuple[str, ...]:
    """Return the parts of *text* that each ask something, with what is told before them; the text itself if one does.

    Behind "und" a part is a question of its own where it begins like one.
    """
    parts = tuple(_without_greeting(part) for part in _joined(_clauses(text)))
    return (*parts[: MOST - 1], " ".join(parts[MOST - 1 :])) if len(parts) > MOST else parts if len(parts) > 1 else (text,)


def halves_of(text: str) -> tuple[str, str] | None:
    """Return what stands before and behind the one "und" of a text without an interrogative: "Preis und Dauer vom Kurs"."""
    joined = list(_JOINED.finditer(text))
    if len(joined) != 1 or not _INTERROGATIVES.isdisjoint(folded_words(text)):
        return None
    return text[: joined[0].start()], text[joined[0].end() :]


def sayings_of(text: str) -> tuple[str, ...]:
    """Return the parts of a message without a question mark, between its pauses: "muss los, Bus kommt"; none where it is one."""
    parts = tuple(part for part in _PAUSE.split(text) if folded_words(part))
    return parts if 1 < len(parts) <= _MOST_SAYINGS and "?" not in text else ()


def begins_to_ask(text: str) -> bool:
    """Tell whether the first word of *text* is one that questions begin with."""
    return _begins_like_a_question(text, 1)


def last_asking(text: str) -> str:
    """Return the last sentence of *text* that asks: with a question mark where there is one, else with an interrogative."""
    sentences = _sentences(text.strip())
    marked = [each for each in sentences if each.endswith("?")]
    asking = marked or [each for each in sentences if not _INTERROGATIVES.isdisjoint(folded_words(each))]
    return asking[-1] if asking else text


def _without_greeting(part: str) -> str:
    """Leave out a word or two before a question: "danke, wann"."""
    greeting = _GREETING.match(part)
    rest = part[greeting.end() :] if greeting else part
    return rest if greeting and not _begins_like_a_question(part, 1) and _begins_like_a_question(rest, 1) else part


def _sentences(text: str) -> list[str]:
    """Cut *text* behind each mark that ends a sentence."""
    found, begun = [], 0
    for gap in _SENTENCE.finditer(text):
        if not _goes_on(text[begun : gap.start()], text[gap.end() :]):
            found.append(text[begun : gap.start()])
            begun = gap.end()
    return [*found, text[begun:]]


def _goes_on(sentence: str, rest: str) -> bool:
    """Tell whether the point at the end of *sentence* is that of a word cut short or an ordinal: "Dr. Krüger", "10. Klasse"."""
    if not sentence.endswith("."):
        return False
    return bool(_SHORTENED.search(sentence)) or (sentence[-2:-1].isdigit() and _SHORT_WORDS.isdisjoint(folded_words(rest)[:1]))


def _clauses(text: str) -> Iterator[tuple[str, bool]]:
    """Return the clauses, each with whether it may ask without looking so: what "und" joins to a question, or one to it."""
    for sentence in _sentences(text):
        begun, goes_on = 0, False
        for link in _LINK.finditer(sentence):
            rest, before = sentence[link.end() :], sentence[begun : link.start()]
            follows = bool(_JOINED.fullmatch(link[0])) and _asks_by_any_verb(folded_words(rest)) and _asks(before)
            if follows or (_begins_like_a_question(rest, 1) and (link["joined"] or _is_no_relative_clause(rest))):
                yield from ((clause, goes_on or bool(link["joined"])) for clause in _unmarked(before))
                begun, goes_on = link.end(), follows
        yield from ((clause, goes_on) for clause in _unmarked(sentence[begun:]))


def _unmarked(clause: str) -> Iterator[str]:
    """Cut where another question begins without a mark: "wann ist das wer macht das", "Messe wann wo"."""
    found = list(_WORD.finditer(clause))
    words = [" ".join(folded_words(each[0])) for each in found]
    begun = 0
    for at in range(1, len(words)):
        if _asks_another(words[begun:at], words[at:]):
            yield clause[found[begun].start() : found[at].start()].rstrip()
            begun = at
    yield clause[found[begun].start() :] if begun else clause


def _asks_another(asked: Sequence[str], rest: Sequence[str]) -> bool:
    """Tell whether the words behind a question are one of their own, not a clause that belongs to it."""
    if asked[-1] in _WHEN_OR_WHERE:
        return rest[0] in _WHEN_OR_WHERE
    if asked[-1] in _LEADING or not _SUBORDINATING.isdisjoint(asked) or not (_asks_within(asked) or _asks_by_its_verb(asked)):
        return False
    return _is_direct(rest) or (rest[0] in _VERBS and (rest[0] in _THERE_IS or not _SUBJECTS.isdisjoint(rest[1:2])))


def _asks_by_its_verb(words: Sequence[str]) -> bool:
    """Tell whether words begin with the verb and its subject: "can i study", "gibt es", not "kannst du mir sagen"."""
    return words[0] in _VERBS and not (_SUBJECTS - _ADDRESSING).isdisjoint(words[1:2])


def _asks_by_any_verb(words: Sequence[str]) -> bool:
    """Tell whether words begin with what may be a verb, known to us or not, and its subject: "zahlen die mir was"."""
    subjects = _SUBJECTS - _ADDRESSING - _MYSELF
    return len(words) > 2 and words[0] not in _NO_VERBS | (_SHORT_WORDS - _VERBS) and words[1] in subjects


def _is_direct(words: Sequence[str]) -> bool:
    """Tell whether words begin with an interrogative and the verb: "wo ist", "wie lange geht das", not "wo ich wohne"."""
    words = words[1:] if words[0] in _LEADING else words
    if len(words) < 2 or words[0] not in _INTERROGATIVES:
        return False
    measures = words[0] in _OF_MEASURE and words[1] not in _VERBS and len(words) > _BEFORE
    if measures and words[1] in _COUNTING and words[3:4] and words[3] in _VERBS:
        return True
    verb, *subject = words[2:4] if measures else words[1:3]
    return verb in _VERBS or (verb not in _NO_VERBS and not _SUBJECTS.isdisjoint(subject))


def _joined(clauses: Iterable[tuple[str, bool]]) -> Iterator[str]:
    """Join each question with what was told before it, and the last with what follows."""
    told: list[str] = []
    asked = False
    for clause, joined in clauses:
        words = folded_words(clause)
        asks = _asks(clause) or (joined and (_asks_by_any_verb(words) if asked else not told and _is_phrase(words)))
        if asks and asked and not (_only_names(told) and _points_back(clause)):
            yield " ".join(told)
            told = []
        told.append(clause)
        asked = asked or asks
    yield " ".join(told)


def _only_names(told: Sequence[str]) -> bool:
    """Tell whether all that was told is a name or two: "und Tesla?"."""
    words = folded_words(told[0])
    return len(told) == 1 and len(words) <= _BEFORE and _CLAUSAL.isdisjoint(words) and _INTERROGATIVES.isdisjoint(words)


def _points_back(clause: str) -> bool:
    """Tell whether a question is of what was just named: "machen die da mit"."""
    return not _THEM.isdisjoint(folded_words(clause)[1:2])


def _asks(clause: str) -> bool:
    words = folded_words(clause)
    begins = clause.rstrip().endswith("?") or _begins_like_a_question(_behind_title(clause), _BEFORE) or _is_headed(words)
    return begins or _asks_within(words)


def _behind_title(clause: str) -> str:
    """Return what stands behind the colon of a title: "Sommercamp vom Handwerk: ab wie viel Jahren"."""
    title, _, rest = clause.partition(": ")
    return rest if rest and len(folded_words(title)) <= _LONGEST_HEAD else clause


def _asks_within(words: Sequence[str]) -> bool:
    return any(_is_direct(words[at:]) for at, word in enumerate(words) if word in _DIRECT)


def _is_phrase(words: Sequence[str]) -> bool:
    """Tell whether words name something without a verb: "Telefonnummer vom Amt"."""
    return 1 < len(words) <= _LONGEST_PHRASE and _CLAUSAL.isdisjoint(words)


def _begins_like_a_question(clause: str, words: int) -> bool:
    """Tell whether one of the first *words* begins a question: "und wo", "seit wann", not "ich will", "will was lernen"."""
    first, second = (*folded_words(clause)[:2], "", "")[:2]
    if first in _MYSELF or (first in _MINE and second not in _SUBJECTS):
        return False
    if words > 1 and second in _SOMETHING and first in _SHORT_WORDS - _JOINING - _INTERROGATIVES:
        return False
    return first in _ASKING or (words > 1 and second in _ASKING) or (first in _LEADING and second in _INTERROGATIVES)


def _is_headed(words: Sequence[str]) -> bool:
    """Tell whether what a question is about stands before it: "Sommercamp Handwerk ab wie viel Jahren"."""
    at = next((at for at, word in enumerate(words) if word in _INTERROGATIVES), 0)
    head = words[: at - 1] if words[at - 1 : at] and words[at - 1] in _LEADING else words[:at]
    return 0 < len(head) <= _LONGEST_HEAD and _SHORT_WORDS.isdisjoint(head)


def _is_no_relative_clause(clause: str) -> bool:
    """Behind a comma: "was kostet das" and "wo" alone ask, "was mit Tieren zu tun hat" and "wo ich wohne" do not."""
    words = folded_words(clause)[:3]
    if words[0] in _INTERROGATIVES and _ALONE.match(clause):
        return True
    second = words[2:] if words[0] in _LEADING else words[1:2]
    return any(word in _ASKING or word not in _SHORT_WORDS for word in second)
