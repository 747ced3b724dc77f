"""What a question names: topics, themes, places, kinds, periods of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations

from bot.language.languages import GRAMMARS, of_any
from bot.language.normalise import Token
from bot.language.periods import find_period
from bot.model.reading import STRANGER, Mention, MentionKind
from bot.understanding.background import without_background
from bot.understanding.names import Name, NameIndex
from bot.understanding.occasions import Occasions

_INFLECTED = 0.95
_PART_OF_COMPOUND = 0.6
"""Scores of a name with another ending, and of one inside a compound."""
_SHARE_NEEDED, _SURNAME_SHARE = 0.62, 0.4
"""The share of a name, by how much its words tell, that has to be said; of a person the surname may be less."""
_LEAST_SHARE = min(_SHARE_NEEDED, _SURNAME_SHARE)
_IN_PART = 0.9
"""What the score of a name said in part is multiplied with."""
_STRETCH = 2
"""So many other words may stand within a name said in part."""
_DESCRIPTION = 5
_DESCRIBED = 0.85
"""Within so many words a theme and a kind describe a topic, and the score of that."""
_SHORTEST_HEAD = 6
"""Letters of the shortest name that a longer word may begin with."""
_BEARERS, _LONG_WORD, _SHORT_WORD = 3, 12, 3
"""One word names a longer name where at most so many things bear it, and where it has so many letters, or more than so few and
no language knows it."""
_DOER, _SHE = "er", "in"
"""The ending of whoever does something, in both languages, and what German adds for a woman."""
_PAPERS = of_any(lambda grammar: grammar.papers)
_KINDS = of_any(lambda grammar: frozenset(grammar.kinds))
_PLURALS: Mapping[str, tuple[str, ...]] = {
    one: tuple(many for many in _KINDS if many.startswith(one) and many != one and not many.endswith("s")) for one in _KINDS
}
"""What several of a kind are called: not with an "s", which is of one, too."""
_OWN = of_any(lambda grammar: grammar.own)
_LEADING = of_any(lambda grammar: grammar.leading)
_SMALL = of_any(lambda grammar: grammar.stop_words)
_POINTING = of_any(lambda grammar: grammar.there | grammar.back)
_JOINING = of_any(lambda grammar: grammar.joining)
_EITHER = of_any(lambda grammar: grammar.either)
_DIFFERENCE = of_any(lambda grammar: grammar.difference)
_APART = of_any(lambda g: g.refusing | g.hardly | g.negating | {each for each in g.names if each[-1] != "e"})
_PREFERENCE: Mapping[MentionKind, int] = {"period": 6, "topic": 5, "elsewhere": 4, "theme": 3, "place": 2, "kind": 1}


class MentionFinder:
    """Finds the names of an index in tokens; overlaps go to the better, longer, more telling name."""

    def __init__(
        self,
        index: NameIndex,
        stem: Callable[[str], str],
        people: frozenset[str],
        described: Mapping[tuple[str, str], str],
        occasions: Occasions,
        is_known: Callable[[str], bool],
    ) -> None:
        self._index = index
        self._stem = stem
        self._people = people
        self._described = described
        self._occasions = occasions
        self._is_known = is_known

    def find(self, tokens: Sequence[Token], today: date) -> tuple[Mention, ...]:
        """Return the mentions in *tokens*, in order; *today* places periods of time."""
        words = tuple(token.text for token in tokens)
        found = [*self._whole(words), *self._partial(words), *self._compounds(tokens), *_periods(words, today)]
        found = [each for each in found if not (_holds_two(each, words) or _only_points(each, tokens))]
        found = [each for each in found if not _is_particle(each, tokens)]
        found = [mention for mention in found if not any(_reaches_into(mention, other, words) for other in found)]
        found = without_background([mention for mention in found if not _is_theirs(mention, words)], words)
        return self._occasions.named(self._with_descriptions(_with_elsewhere(_without_overlaps(found))), words)

    def _with_descriptions(self, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Turn a theme beside a kind into the one topic they describe: "Weiterbildung zu Wasserstoff"."""
        themes = [mention for mention in mentions if mention.kind == "theme"]
        kinds = [mention for mention in mentions if mention.kind == "kind"]
        for theme, kind in ((theme, kind) for theme in themes for kind in kinds):
            first, last = min(theme.first, kind.first), max(theme.last, kind.last)
            topic = self._described.get((theme.ids[0], kind.ids[0]))
            if topic and last - first <= _DESCRIPTION:
                kept = (other for other in mentions if other.last <= first or other.first >= last)
                described = Mention("topic", (topic,), first, last, _DESCRIBED)
                return tuple(sorted((*kept, described), key=lambda mention: mention.first))
        return mentions

    def _whole(self, words: tuple[str, ...]) -> Iterable[Mention]:
        """Names said in full; small words spell no other ("as a" no AsA).

        Of kinds all forms are listed: "angeboten" and "offen" are none of "Angebot" and "offer".
        """
        longest = min(self._index.longest + 1, 10)
        stems = [self._stem(word) for word in words]
        for first in range(len(words)):
            said = stem = ""
            for last in range(first + 1, min(first + longest, len(words)) + 1):
                said, stem = said + words[last - 1], stem + stems[last - 1]
                if last - first > 1 and _SMALL.issuperset(words[first:last]):
                    continue
                if spelled := self._index.spelled(said):
                    yield from _grouped(spelled, first, last, 1.0)
                if inflected := [name for name in self._index.stemmed(stem) if self._is_form_of(name, said)]:
                    yield from _grouped(inflected, first, last, _INFLECTED)
                if not (self._index.may_begin(said) or self._index.may_begin(stem)):
                    break

    def _is_form_of(self, name: Name, said: str) -> bool:
        """An everyday word that only shares its stem with a town is no form of its name: "Brunnen" is not of Brünn.

        Nor is what somebody does a form of what they are called: who wants to join is no joiner; and several are not the one
        that is called after its kind: "Weiterbildungen von QLEE".
        """
        called = "".join(name.words).removesuffix(_SHE)
        if called.endswith(_DOER) and not said.endswith(_DOER) and len(said) <= len(called) - len(_DOER):
            return False
        if name.kind == "topic" and any(plural in said for word in name.words for plural in _PLURALS.get(word, ())):
            return False
        if name.kind == "elsewhere":
            return said.startswith(called) or not self._is_known(said)
        return name.kind != "kind"

    def _partial(self, words: tuple[str, ...]) -> Iterable[Mention]:
        """Names said in part: their telling words, or a person's surname."""
        places: dict[int, list[int]] = {}
        likely: dict[int, Name] = {}  # by identity: their hashes take longer than all else here
        for position, word in enumerate(words):
            names, shares = self._index.bearing(word), self._index.shares_alone(word)
            for name, share in zip(names, shares, strict=True):
                at = places.setdefault(id(name), [])
                at.append(position)
                if share >= _LEAST_SHARE or len(at) > 1:
                    likely[id(name)] = name
            if names and self._is_telling_alone(word):
                alone = [name for name, share in zip(names, shares, strict=True) if share >= _SHARE_NEEDED]
                yield from _grouped(alone, position, position + 1, _IN_PART * _SHARE_NEEDED)
        if likely:
            said = [(likely[name], at) for name, at in places.items() if name in likely]
            joined = () if _JOINING.isdisjoint(words) else said
            said += [(name, behind) for name, at in joined for behind in _behind_joining(words, at)]
            yield from self._best(words, said)

    def _best(self, words: tuple[str, ...], said: Iterable[tuple[Name, list[int]]]) -> Iterable[Mention]:
        """Of the names *said* at some positions those that are told by them, at each place the likeliest."""
        best: dict[tuple[int, int], list[tuple[float, int, Name]]] = defaultdict(list)
        for name, positions in said:
            first, last = positions[0], positions[-1] + 1
            if last - first <= len(name.words) + _STRETCH:
                share = self._index.share(name, frozenset([self._stem(words[at]) for at in positions]))
                if self._is_telling(name, words, positions, share):
                    best[first, last].append((share, len(positions), name))
        for (first, last), scored in best.items():
            top = max(share for share, _, _ in scored)
            near = [(count, name) for share, count, name in scored if share > top - 0.02]
            most = max(count for count, _ in near)
            yield from _grouped([name for _, name in near], first, last, _IN_PART * top * most / (last - first))

    def _is_telling(self, name: Name, words: tuple[str, ...], positions: list[int], share: float) -> bool:
        if name.id in self._people:
            return self._stem(words[positions[-1]]) == self._stem(name.words[-1]) and share >= _SURNAME_SHARE
        said = {words[at] for at in positions}
        if any(not said.isdisjoint(_PLURALS.get(word, ())) for word in name.words):
            return False
        if not _APART.isdisjoint({*words[positions[0] : positions[-1] + 1]}.difference(name.words)):
            return False  # neither "Ausbildung ohne Pflege" nor "eine auf Deutsch" is one in it, or at the "Deutsche Bahn"
        if words[positions[0]].isdecimal() and not name.words[0].isdecimal():
            return False  # "5 Werkstätten" are none that is called "Werkstatt 5"
        return share >= _SHARE_NEEDED and (len(said) > 1 or self._is_telling_alone(said.pop()))

    def _is_telling_alone(self, word: str) -> bool:
        """One word of a longer name is enough where it is no everyday word: "Kompetenzregion", not "Junge"."""
        if len(word) < _LONG_WORD and (len(word) <= _SHORT_WORD or self._is_known(word)):
            return False
        return len({other.id for other in self._index.bearing(word)}) <= _BEARERS

    def _compounds(self, tokens: Sequence[Token]) -> Iterable[Mention]:
        """Themes and kinds inside compounds: "Wasserstoffschulung" names hydrogen and a course, no paper an agreement."""
        for position, token in enumerate(tokens):
            for part in token.parts or self._heads(token.text):
                if part in _PAPERS:
                    continue
                names = [name for name in self._index.stemmed(self._stem(part)) if name.kind in ("theme", "kind", "place")]
                yield from _grouped(names, position, position + 1, _PART_OF_COMPOUND)

    def _heads(self, word: str) -> Iterable[str]:
        """Beginnings of an unsplit word that are names of their own ("wasserstoffding")."""
        return (word[:cut] for cut in range(len(word) - 3, _SHORTEST_HEAD - 1, -1) if self._index.spelled(word[:cut]))


def outside(
    tokens: Sequence[Token], mentions: Sequence[Mention], kinds: frozenset[MentionKind] | None = None
) -> tuple[Token, ...]:
    """Return the tokens that no mention covers, or none of these *kinds*."""
    spans = (range(each.first, each.last) for each in mentions if kinds is None or each.kind in kinds)
    covered = frozenset[int]().union(*spans)
    return tuple(token for position, token in enumerate(tokens) if position not in covered)


def _grouped(names: Iterable[Name], first: int, last: int, score: float) -> Iterable[Mention]:
    by_kind: dict[MentionKind, list[str]] = defaultdict(list)
    for name in names:
        by_kind[name.kind].append(name.id)
    return (Mention(kind, tuple(dict.fromkeys(ids)), first, last, score) for kind, ids in by_kind.items())


def _periods(words: tuple[str, ...], today: date) -> Iterable[Mention]:
    found = find_period(words, tuple(GRAMMARS.values()), today)
    if found:
        days = (found.period.start, found.period.end) if found.period else None
        yield Mention("period", ("period",), found.first, found.last, 1.0, days)


def _only_points(mention: Mention, tokens: Sequence[Token]) -> bool:
    """A name that is also a word that points at what was spoken of, or back, is none among others, but in capitals: "IT"."""
    word = tokens[mention.first]
    capitals = word.written.isupper() and not all(token.written.isupper() for token in tokens)
    return mention.last - mention.first == 1 and word.text in _POINTING and len(tokens) > 1 and not capitals


def _is_particle(mention: Mention, tokens: Sequence[Token]) -> bool:
    """A town that is called like a small word is meant behind "in" or with a capital: not in "dürfen auch Vereine ran"."""
    word, before = tokens[mention.first], tokens[max(0, mention.first - 1)]
    small = mention.kind == "place" and mention.last - mention.first == 1 and word.text in _SMALL
    return small and word.written.islower() and before.text not in _LEADING


def _holds_two(mention: Mention, words: tuple[str, ...]) -> bool:
    """What is held against each other is two things: "Unterschied zwischen Ausbildung und Studium" names no dual course."""
    between = words[mention.first : mention.last]
    return not _EITHER.isdisjoint(between) or (not _JOINING.isdisjoint(between) and not _DIFFERENCE.isdisjoint(words))


def _behind_joining(words: tuple[str, ...], positions: list[int]) -> Iterable[list[int]]:
    """Return those of *positions* that stand behind the last "und" between them."""
    joined = [at for at in range(positions[0] + 1, positions[-1]) if words[at] in _JOINING]
    return [[at for at in positions if at > joined[-1]]] if joined else []


def _reaches_into(mention: Mention, other: Mention, words: tuple[str, ...]) -> bool:
    """Tell whether a name said in part reaches over a place elsewhere, or over "und" into *other*, a whole one."""
    if mention.score >= _INFLECTED or other.score < _INFLECTED:
        return False
    if other.kind == "elsewhere":
        return mention.first <= other.first and other.last <= mention.last
    apart = other.first < mention.first < other.last < mention.last or mention.first < other.first < mention.last < other.last
    return other.kind == "topic" and apart and not _JOINING.isdisjoint(words[mention.first : mention.last])


def _is_theirs(mention: Mention, words: tuple[str, ...]) -> bool:
    """Somebody's own company is none of ours, and no kind of thing that is asked for: "zahlt das mein Betrieb"."""
    return mention.kind == "kind" and not _OWN.isdisjoint(words[max(0, mention.first - 1) : mention.first])


def _without_overlaps(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """Keep the best mention of every word; a theme and a kind may share one."""
    said = list(found)
    said += _run_together(said)
    ranked = sorted(said, key=lambda m: (-(m.last - m.first) * m.score, -m.score, -_PREFERENCE[m.kind], m.first))
    kept: list[Mention] = []
    for mention in ranked:
        if not any(_clash(mention, other) for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: (mention.first, mention.last)))


def _run_together(found: Iterable[Mention]) -> Iterable[Mention]:
    """Two full names of one topic that share a word are one, not its second name behind a rest: "QLEE-Workshop für Kommunen"."""
    whole = [mention for mention in found if mention.kind == "topic" and mention.score >= 1.0]
    pairs = [(one, other) for one, other in permutations(whole, 2) if one.ids == other.ids]
    return [replace(one, last=other.last) for one, other in pairs if one.first < other.first < one.last < other.last]


def _clash(one: Mention, other: Mention) -> bool:
    if one.last <= other.first or other.last <= one.first:
        return False
    return {one.kind, other.kind} != {"theme", "kind"} and not (
        one.score == other.score == _PART_OF_COMPOUND and one.kind != other.kind
    )


def _with_elsewhere(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """A name followed by a place elsewhere is something else: "Handwerkskammer Dresden" is not ours."""
    kept: list[Mention] = []
    for mention in mentions:
        if mention.kind == "elsewhere" and kept and kept[-1].kind == "topic" and kept[-1].last == mention.first:
            kept.append(Mention("elsewhere", mention.ids, kept.pop().first, mention.last, STRANGER))
        else:
            kept.append(mention)
    return tuple(kept)
