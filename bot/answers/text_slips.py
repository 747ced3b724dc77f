"""In German what keeps Fluent from reading an entry: the code of its complaint chooses the family, the line says the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

_COLON = re.compile(r"^([a-zA-Z][\w-]*) *: *(.*)$")
_NAMED = re.compile(r"^[^\s={}]+( [^\s={}]+)? *=")
_BEFORE_CASES = re.compile(r"\{ *\$[\w-]+ *[->]? *\n *\*?\[")
_HOW = "Richtig ist: name = Satz mit { $wort }."
_LETTERS = "Möglich sind nur a–z, Ziffern und Bindestriche."


class Told(NamedTuple):
    """Where in the entry the slip is, what it is, and what to write."""

    at: int
    message: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class TextSlip:
    """An unreadable entry, where in it Fluent stopped, and the sign it expected there."""

    content: str
    at: int
    expected: str

    @property
    def line(self) -> str:
        """The line at which Fluent stopped."""
        begin = self.content.rfind("\n", 0, self.at) + 1
        return self.content[begin:].split("\n")[0].rstrip()

    @property
    def first(self) -> int:
        """Where the entry says something first."""
        return len(self.content) - len(self.content.lstrip())

    def unknown(self) -> Told:
        """What nobody has met yet."""
        shown = self.content.strip().split("\n")[0].rstrip()
        return Told(self.first, f"Dieser Eintrag ist nicht lesbar und fehlt dem Bot: «{shown}».", _HOW)

    def no_entry(self) -> Told:
        """A line that begins no entry."""
        if self.content.lstrip().startswith("//"):
            message, advice = "Ein Kommentar beginnt hier mit #, nicht mit //.", f"Schreib: #{self.content.strip().lstrip('/')}"
            return Told(self.first, message, advice)
        if self.content.startswith("\t"):
            return Told(0, "Die Zeile ist mit einem Tabulator eingerückt.", "Nimm dafür normale Leerzeichen.")
        if self.content.startswith(" "):
            message, advice = "Diese Zeile ist eingerückt, obwohl hier ein neuer Satz beginnt.", "Lösche die Leerzeichen davor."
            return Told(0, message, advice)
        return self.unknown()

    def lacks(self) -> Told:
        """A sign that should stand there."""
        if self.expected == " ":
            return Told(self.first, "Hinter # fehlt ein Leerzeichen.", f"Schreib: # {self.line.lstrip('# ')}")
        return {"=": self.lacks_equals, "}": self.lacks_brace, "]": self.lacks_bracket}.get(self.expected, self.unknown)()

    def lacks_equals(self) -> Told:
        """A line that begins like an entry and is none."""
        if found := _COLON.match(self.line):
            message, advice = f"Hinter «{found[1]}» steht ein Doppelpunkt statt =.", f"Schreib: {found[1]} = {found[2]}"
            return Told(self.first, message, advice)
        if _NAMED.match(self.line):
            name = self.line.partition("=")[0].strip()
            message = f"«{name}» kann kein Name sein."
            advice = "Möglich sind nur a–z, Ziffern und Bindestriche, ohne Leerzeichen."
            return Told(self.first, message, advice)
        advice = "Gehört sie zum Satz darüber, rücke sie mit vier Leerzeichen ein; sonst schreib: name = Satz."
        return Told(self.first, "In dieser Zeile fehlt das =.", advice)

    def lacks_brace(self) -> Told:
        """A brace that is not closed, or what stands in it cannot stand there."""
        opened = max(self.content.rfind("{", 0, self.at), 0)
        if _BEFORE_CASES.match(self.content, opened):
            return Told(opened, "Vor den Fällen fehlt das Zeichen ->.", "Schreib: { $wort ->")
        if self.content[self.at : self.at + 1].isalpha():
            message = "Hinter $ steht ein Wort, das der Bot nicht einsetzen kann."
            advice = "Möglich sind nur a–z, Ziffern und Bindestriche."
            return Told(opened, message, advice)
        return Told(opened, "Die Klammer { wird nicht geschlossen.", "Ergänze }, bei Fällen in einer eigenen Zeile am Ende.")

    def lacks_bracket(self) -> Told:
        """The name of a case that is not closed."""
        message, advice = "Die Klammer [ wird nicht geschlossen.", "Ergänze ] hinter dem Namen des Falls."
        return Told(max(self.content.rfind("[", 0, self.at), 0), message, advice)

    def no_other(self) -> Told:
        """Cases of which none holds where no other does."""
        last = max(self.content.rfind("[", 0, self.at), 0)
        message = "Keiner der Fälle hat einen Stern, so weiß der Bot nicht, welcher sonst gilt."
        advice = "Schreib vor den letzten: *[other]"
        return Told(last, message, advice)

    def two_others(self) -> Told:
        """Two cases that hold where no other does."""
        message = "Zwei der Fälle haben einen Stern, es darf nur einer sein."
        advice = "Lass ihn nur vor dem, der sonst gilt: *[other]"
        return Told(self.at, message, advice)

    def closes_nothing(self) -> Told:
        """A brace too many."""
        message, advice = "Die Klammer } hat keine öffnende.", "Lösche sie oder ergänze {."
        return Told(max(self.content.rfind("}", 0, self.at + 1), 0), message, advice)

    def says_nothing(self) -> Told:
        """A name without a sentence."""
        name, _, text = self.content.strip().partition("=")
        if text.strip():
            message = f"Der Satz hinter «{name.strip()} =» darf nicht mit «{text.strip()[0]}» anfangen."
            advice = "Stell ein Wort davor."
            return Told(self.first, message, advice)
        return Told(self.first, f"Hinter «{name.strip()} =» steht nichts.", "Schreib den Satz dahinter.")


def explained(code: str, slip: TextSlip) -> Told:
    """Return what is told of a *slip* that Fluent complains of with *code*."""
    return _TABLE.get(code, TextSlip.unknown)(slip)


_TABLE: Mapping[str, Callable[[TextSlip], Told]] = MappingProxyType({
    "E0002": TextSlip.no_entry, "E0003": TextSlip.lacks, "E0005": TextSlip.says_nothing, "E0010": TextSlip.no_other,
    "E0015": TextSlip.two_others, "E0027": TextSlip.closes_nothing,
})  # fmt: skip
