"""What single words of a message tell beside its intent."""

from __future__ import annotations

from bot.language.languages import GRAMMARS
from bot.model.reading import Reading


def is_joined(reading: Reading) -> bool:
    """Tell whether a name we do not know stands beside others: "LEAG und Bosch"."""
    written = [word for word, _ in reading.words]
    first = written.index(reading.unread[0]) if reading.unread and reading.unread[0] in written else 0
    around = [*written[max(0, first - 1) : first], *written[first + len(reading.unread) :][:1]]
    return any(word.casefold() in grammar.joining for word in around for grammar in GRAMMARS.values())


def named_language(reading: Reading) -> str | None:
    """Return the one language of ours that is asked for by name."""
    said = {read_as for _, read_as in reading.words}
    found = [code for code, grammar in GRAMMARS.items() if grammar.names & said]
    return found[0] if len(found) == 1 else None
