"""Takes out of a question whatever could tell who asked it, so that staff may read the rest. Pure.

What is no word of ours and in no dictionary goes, and so do links, addresses, handles, numbers, and
names: behind words that introduce one, given names with what follows them, and pairs of capitals.
Rather a word too many is lost than a name kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.language.fold import fold

GAP = "…"
MOST_WORDS = 40
_REACHED = re.compile(
    r"\S+@\S+|@\w+|https?://\S+|www\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:de|com|org|net|eu|info|io|me)\b\S*"
    r"|\b[\w-]+(?:straße|strasse|str\.)(?:\s*\d+\s?[a-z]?\b)?|(?:\b\w+\s+)?\b[\w-]*(?:weg|platz|allee|gasse|ring|damm|ufer)\s+\d+\s?[a-z]?\b"
    r"|\+?\d[\d\s/().-]*\d|\d",
    re.IGNORECASE,
)
_WORD = re.compile(rf"{GAP}|[^\W\d_]+(?:['’:*-][^\W\d_]+)*|[?]")
_INTRODUCES = frozenset(
    "heisse heiss heisst heissen name namens nennt nenne herr herrn frau familie dr prof mr mrs ms called "
    "gruss gruesse lg vg mfg".split()
)
_BETWEEN = frozenset("ist is der die ich mich lautet".split())
_GIVEN = frozenset(
    "peter paul max moritz anna hanna hannah lena lea leon luca lukas lucas jonas jan felix finn tim tom ben "
    "noah elias emil emma mia sophie sofia marie maria laura lisa julia sarah sara jana jasmin jenny jessica "
    "kevin justin dennis marcel mandy sandra sabine petra monika andrea claudia katrin kathrin kerstin heike "
    "silke anja antje nicole stefanie christina martina birgit ute ulrike thomas michael andreas stefan "
    "stephan christian markus matthias martin frank uwe juergen klaus wolfgang hans dieter heinz bernd ralf "
    "rene ronny enrico danny robert daniel david alexander sebastian tobias florian philipp patrick marco "
    "mario jens olaf torsten thorsten steffen sven swen maik mike john james mary ahmed mohamed mohammed "
    "muhammad ali hassan hussein omar fatima aisha mehmet mustafa ayse olena oksana iryna natalia olga ivan "
    "andrij dmytro sergej vladimir tatjana swetlana agnieszka piotr pawel tomasz katarzyna malgorzata "
    "krzysztof jacek marek nguyen linh thi".split()
)


@dataclass(frozen=True, slots=True)
class Scrubber:
    """Knows by *is_ours* the folded words of our own vocabulary, by *is_known* those of the dictionaries."""

    is_ours: Callable[[str], bool]
    is_known: Callable[[str], bool]

    def scrub(self, text: str) -> str:
        """Return *text* in small letters with a gap for all that was taken out; empty where nothing is left."""
        written = _WORD.findall(_REACHED.sub(f" {GAP} ", text))[:MOST_WORDS]
        kept = list(self._kept(written))
        joined = [word for word, before in zip(kept, ["", *kept], strict=False) if (word, before) != (GAP, GAP)]
        return " ".join(joined) if any(word not in {GAP, "?"} for word in kept) else ""

    def _kept(self, written: list[str]) -> Iterator[str]:
        named = False
        for position, word in enumerate(written):
            folded = fold(word)
            is_name = word not in {GAP, "?"} and (
                folded in _GIVEN
                or (named and not self.is_ours(folded))
                or not (self.is_ours(folded) or self.is_known(folded))
                or self._in_capitals(written, position)
            )
            yield GAP if is_name else word.lower()
            introduces = folded in _INTRODUCES or (named and folded in _BETWEEN) or (_begins(written, position))
            named = introduces or folded in _GIVEN

    def _in_capitals(self, written: list[str], position: int) -> bool:
        """Tell whether the word and a neighbour both begin with capitals though neither begins the text nor is ours."""
        if position == 0 or not self._is_foreign(written[position]):
            return False
        neighbours = (written[other] for other in (position - 1, position + 1) if 0 < other < len(written))
        return any(self._is_foreign(other) for other in neighbours)

    def _is_foreign(self, word: str) -> bool:
        return word[0].isupper() and not self.is_ours(fold(word))


def _begins(written: list[str], position: int) -> bool:
    """Tell whether "ich bin", "hier ist" or "i am" ends here: a name may follow."""
    pair = (fold(written[position - 1]) if position else "", fold(written[position]))
    return pair in {("ich", "bin"), ("bin", "der"), ("bin", "die"), ("hier", "ist"), ("i", "am"), ("this", "is")}
