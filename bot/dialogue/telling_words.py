"""What single words of a message tell: a name we do not know, a no."""

from __future__ import annotations

from bot.language.languages import GRAMMARS
from bot.model.reading import Reading


def stranger(reading: Reading, *, beside_others: bool) -> str | None:
    """Return the name nobody knows: words that nothing explains, if need be one that was taken for a typo.

    Where other names stand *beside* it, it has to be joined to them.
    """
    if reading.unread and (not beside_others or _is_joined(reading)):
        return " ".join(reading.unread)
    taken_for_typos = () if beside_others or reading.unread else reading.repaired
    return taken_for_typos[0] if len(taken_for_typos) == 1 else None


def denies(reading: Reading) -> bool:
    """Tell whether a message says no to something: "ich kann nicht so gut Deutsch"."""
    return any(word in grammar.no for _, word in reading.words for grammar in GRAMMARS.values())


def _is_joined(reading: Reading) -> bool:
    """Tell whether a name we do not know stands beside others: "LEAG und Bosch"."""
    written = [word for word, _ in reading.words]
    first = written.index(reading.unread[0]) if reading.unread[0] in written else 0
    around = [*written[max(0, first - 1) : first], *written[first + len(reading.unread) :][:1]]
    return any(word.casefold() in grammar.joining for word in around for grammar in GRAMMARS.values())
