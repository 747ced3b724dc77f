"""What single words of a message tell: a name we do not know, a network, a no."""

from __future__ import annotations

from itertools import takewhile

from bot.dialogue.topics import CERTAINLY
from bot.language.languages import GRAMMARS, of_any
from bot.model.reading import Mention, Reading
from bot.model.topics import Network, Topic

_BY_NAME = 0.9
_FULL, _LONGEST = 2, 3
"""So many words are a full name; so many the longest that is made of words we know."""
_ASKING = of_any(lambda grammar: grammar.asking)
_INTERROGATIVES = of_any(lambda grammar: grammar.interrogatives)
_OWN = of_any(lambda grammar: grammar.own)
_VERBS = of_any(lambda grammar: grammar.asking | grammar.doing) - _INTERROGATIVES
_STOP_WORDS = of_any(lambda grammar: grammar.stop_words)
_NOBODY = of_any(lambda grammar: grammar.stop_words | grammar.subjects)
_DEFINITE = of_any(lambda grammar: grammar.definite)
_DENYING = of_any(lambda grammar: grammar.negating | grammar.hardly)


def stranger(reading: Reading, *, beside_others: bool) -> str | None:
    """Return the name nobody knows: words that nothing explains, if need be one that was taken for a typo.

    Where other names stand *beside* it, it has to be joined to them.
    """
    if reading.unread and (not beside_others or _is_joined(reading)):
        return " ".join(reading.unread[reading.unread[0].casefold() in _DEFINITE and len(reading.unread) > 1 :])
    taken_for_typos = () if beside_others or reading.unread else reading.repaired
    return taken_for_typos[0] if len(taken_for_typos) == 1 else None


def named_by_known_words(reading: Reading, club: str | None = None) -> str | None:
    """Return known words that may be somebody's name: a field of work, half a name of ours, a place after its noun.

    So "Bundeswehr", "Energie Cottbus", "die Stadt Cottbus" and "die Hochschule Zittau" are names too, and so is what has a
    capital in English; the *club* that is asked about is none.
    """
    found = [mention for mention in reading.mentions if club not in mention.ids and _may_name(reading, mention)]
    return _together(reading, found) if found else _capitals(reading)


def named_at_a_place(reading: Reading, *, noun_first: bool) -> str | None:
    """Return a name made of a noun and the place behind it: "Hochschule Zittau"; with a *noun first* nothing is before it."""
    places = reading.named("place")
    found = [mention for mention in places if _may_name(reading, mention) or (noun_first and mention.first == 1)]
    behind = [mention for mention in reading.named("place") if any(mention.first == each.last for each in found)]
    return _together(reading, [*found, *behind]) if found else None


def _together(reading: Reading, mentions: list[Mention]) -> str:
    """Return the words of the first of *mentions* and of those right behind it, with the noun before a place."""
    found = sorted((mention.first, mention.last) for mention in mentions)
    first, last = found[0]
    for begins, ends in found[1:]:
        last = ends if begins == last else last
    first -= any(mention.kind == "place" and mention.first == first for mention in reading.mentions)
    return " ".join(word for word, _ in reading.words[first:last])


def _capitals(reading: Reading) -> str | None:
    """Return the words behind the first that English writes with a capital, where not all are: "is Google a member"."""
    covered = {at for mention in reading.mentions for at in range(mention.first, mention.last)}
    words = [word for at, (word, _) in enumerate(reading.words) if at and at not in covered and word.istitle() and len(word) > 1]
    return " ".join(words) or None if reading.language == "en" and not reading.text.istitle() else None


def _may_name(reading: Reading, mention: Mention) -> bool:
    match mention.kind:
        case "theme":
            return mention.score >= _BY_NAME
        case "topic":
            return mention.score < CERTAINLY
        case "place":
            before = mention.first - 1
            return any(theme.last - 1 == before for theme in reading.named("theme")) or _is_noun_inside(reading, before)
        case _:
            return False


def _is_noun_inside(reading: Reading, at: int) -> bool:
    """Tell whether a word that tells something stands there, after the first: a question begins with its verb."""
    return at > 0 and reading.words[at][1] not in _STOP_WORDS


def asked_behind_its_verb(reading: Reading) -> str | None:
    """Return who stands right behind the verb that a question begins with, though we know the words: "ist Zalando dabei"."""
    words = [word for _, word in reading.words]
    covered = {at for mention in reading.mentions for at in range(mention.first, mention.last)}
    if not words or words[0] not in _VERBS:
        return None
    first = next((at for at in range(1, len(words)) if words[at] not in _DEFINITE), len(words))
    named = tuple(takewhile(lambda at: at not in covered and words[at] not in _NOBODY, range(first, len(words))))
    whole = 0 < len(named) <= _LONGEST and first + len(named) not in covered
    return " ".join(reading.words[at][0] for at in named) if whole else None


def full_name(reading: Reading) -> str | None:
    """Return the name of somebody we do not know: two words or more with capitals that are in no language, nor ours."""
    covered = {written for mention in reading.mentions for written, _ in reading.words[mention.first : mention.last]}
    named = [word for word in reading.unread if word[:1].isupper() and word not in covered and word not in reading.unasked]
    return " ".join(reading.unread) if len(named) >= _FULL and len(named) == len(reading.unread) else None


def names_a_club(reading: Reading, named: Topic | None) -> bool:
    """Tell whether somebody may be asked for as a member: "die Handwerkskammer, im Netzwerk?"; a network is called one."""
    kinds = (name.partition("/")[0] for mention in reading.named("kind") for name in mention.ids)
    return not isinstance(named, Network) and "network" in kinds


def only_tells(reading: Reading) -> bool:
    """Tell whether a message tells of oneself and asks nothing: no question mark or word, no verb in front."""
    words = [read_as for _, read_as in reading.words]
    if "?" in reading.text or not words or words[0] in _ASKING:
        return False
    return not _OWN.isdisjoint(words) and _INTERROGATIVES.isdisjoint(words)


def denies(reading: Reading) -> bool:
    """Tell whether a message says no to something, or little of it: "ich kann nicht so gut Deutsch", "nur wenig"."""
    return any(word in _DENYING for _, word in reading.words)


def _is_joined(reading: Reading) -> bool:
    """Tell whether a name we do not know is joined to one we know, "LEAG und Bosch", or asked for first: "ist Bosch dabei"."""
    written = [word for word, _ in reading.words]
    first = written.index(reading.unread[0]) if reading.unread[0] in written else 0
    last = first + len(reading.unread)
    if first == 1 and reading.words[0][1] in _ASKING:
        return True
    known = {at for mention in reading.named("topic") for at in (mention.first, mention.last - 1)}
    sides = ((first - 1, first - 2), (last, last + 1))
    return any(beyond in known and _joins(written, between) for between, beyond in sides)


def _joins(written: list[str], at: int) -> bool:
    word = written[at].casefold() if 0 <= at < len(written) else ""
    return any(word in grammar.joining for grammar in GRAMMARS.values())
