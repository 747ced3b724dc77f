"""Asks staff for what a new file needs, one thing at a time, and asks again where an answer cannot be right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.knowledge.addresses import no_url
from bot.knowledge.dates import no_date
from bot.knowledge.fields import choices_at
from bot.knowledge.files import slug
from bot.knowledge.german import NAMES, VALUES
from bot.knowledge.problems import did_you_mean
from bot.knowledge.quoting import quoted
from bot.model.catalogue import Catalogue
from bot.model.topics import Topic
from bot.model.values import PartialDate, read_day
from bot.workshop.drafting.form import Line, listed, prose
from bot.workshop.schemas import KINDS

Ask = Callable[[str], str]
"""Shows a question and returns the line typed."""
Tell = Callable[[str], object]

_HALF_A_YEAR = timedelta(days=182)
_YES = frozenset({"ja", "j", "jo", "genau", "stimmt"})
_PROPOSAL = re.compile(r"Meintest du (\S+)\?")
_CALLED: Mapping[str, str] = {
    "person": "Vor- und Nachname", "place": "Wie heißt der Ort auf Deutsch?", "network": "Name auf Deutsch",
    "organisation": "Name auf Deutsch", "intent": "Die Frage, kurz wie auf einem Knopf, auf Deutsch",
}  # fmt: skip
_ACTORS = ("organisation", "network", "person")


@dataclass(frozen=True)
class Interview:
    """Puts questions with *ask* and says with *tell* why an answer will not do; *catalogue* is what there is already."""

    ask: Ask
    tell: Tell
    catalogue: Catalogue
    today: date

    def answers(self, kind: str) -> tuple[str, tuple[Line, ...]]:
        """Return the id and the lines of a new file of *kind*."""
        german = self._text(_CALLED.get(kind, "Titel auf Deutsch"))
        english = self._text("Und auf Englisch? (leer: ebenso)", required=False) or german
        identifier = self._free_id(slug(german))
        own = self._intent() if kind == "intent" else self._topic(kind)
        return identifier, (Line("title", prose(german, english)), *own)

    def _topic(self, kind: str) -> Iterator[Line]:
        yield from self._type(kind)
        if kind == "place":
            yield Line("where", self._prose("Wie sagt man es im Satz? («in Lübbenau»)", required=True))
        if kind in ("offer", "event"):
            yield from self._runs()
        if kind == "person":
            yield from self._function()
        if kind not in ("person", "place", "theme") and (summary := self._prose("Worum geht es, in ein bis zwei Sätzen?")):
            yield Line("summary", summary)
        if kind in ("offer", "event", "network", "organisation", "person"):
            yield from self._source()

    def _type(self, kind: str) -> Iterator[Line]:
        if types := choices_at(KINDS[kind], ("type",)):
            yield Line("type", self._choice("Welche Art?", types))

    def _runs(self) -> Iterator[Line]:
        if start := self._day("Erster Tag, zum Beispiel 4.3.2027 (leer: noch keiner)"):
            place = self._known("Wo? (Kennung oder Name eines Ortes, leer: weiß ich nicht)", ("place",))
            page = self._page("Anmeldeseite (leer: keine)")
            given = (("id", f"{start:%Y-%m}"), ("start", str(start)), ("place", place), ("registration", page))
            yield Line("runs", listed([_block(*given)]))
        if provider := self._known("Wer bietet es an? (Kennung oder Name, leer: weiß ich nicht)", _ACTORS):
            yield Line("provider", provider)

    def _function(self) -> Iterator[Line]:
        what = self._prose("Welche öffentliche Aufgabe? («Leiterin der Beratungsstelle»)", required=True)
        where = self._known("Bei welcher Stelle? (Kennung oder Name, leer: keine)", ("organisation", "network"))
        told = self._when("Wann nannte eine Seite das? Tag, Monat oder Jahr", required=True)
        yield Line("functions", listed([_block(("what", what), ("organisation", where), ("as_of", told))]))

    def _source(self) -> Iterator[Line]:
        page = self._page("Auf welcher Seite steht das?", required=True)
        title = self._prose("Wie heißt die Seite?", required=True)
        published = self._when("Welches Datum steht auf der Seite? (leer: keines)")
        given = (("title", title), ("url", page), ("published", published), ("read", str(self.today)))
        yield Line("sources", f"\n  seite:\n    {_block(*given)}")
        yield Line("review_by", str(self.today + _HALF_A_YEAR))
        if owner := self._text("Wer kümmert sich darum? Eine Redaktion oder Stelle (leer: später)", required=False):
            yield Line("owner", quoted(owner))

    def _intent(self) -> Iterator[Line]:
        about = self._choice("Worum geht die Frage?", ("um einen Eintrag (Kurs, Netzwerk …)", "um nichts Bestimmtes"))
        named = " Statt eines Namens schreib {topic}." if about.startswith("um einen") else ""
        if named:
            yield Line("needs", "{topic: [offer, event, network, organisation]}")
            note = "Die Antwort steht in jedem Eintrag unter facets, mit der Kennung dieser Frage."
            yield Line("answer", "{facet: true}", (note,))
            yield Line("missing", self._prose("Was sagt der Bot, wenn ein Eintrag dazu nichts weiß?", required=True))
        else:
            said = self._prose("Was antwortet der Bot?", required=True)
            from_where = self._known("Aus welchem Eintrag ist das? (Kennung oder Name, leer: Es sind keine Fakten)", tuple(KINDS))
            yield Line("answer", f"\n  text: {said}" + (f"\n  about: [{from_where}]" if from_where else ""))
        german = self._lines(f"Wie fragen Leute das auf Deutsch? Zehn verschiedene Sätze, leere Zeile beendet.{named}")
        english = self._lines("Und auf Englisch? (leere Zeile beendet)", least=0)
        yield Line("examples", _by_language(de=german, en=english))
        if tests := self._lines("Ein, zwei deutsche Sätze zum Prüfen, die oben nicht stehen (leere Zeile beendet)", least=0):
            yield Line("tests", _by_language(de=tests))

    def _text(self, question: str, *, required: bool = True) -> str:
        while True:
            said = self.ask(question).strip()
            if said or not required:
                return said
            self.tell("Hier muss etwas stehen.")

    def _prose(self, question: str, *, required: bool = False) -> str:
        german = self._text(question, required=required)
        return prose(german, self._text("  … auf Englisch (leer: später)", required=False)) if german else ""

    def _lines(self, question: str, least: int = 1) -> list[str]:
        said = [self._text(question, required=least > 0)]
        while said[-1]:
            said.append(self._text("  …", required=False))
        return said[:-1]

    def _choice(self, question: str, options: Sequence[str]) -> str:
        numbered = ", ".join(f"{number} {NAMES.get(option, option)}" for number, option in enumerate(options, 1))
        near = ""
        while True:
            said = self._text(f"{question} {numbered}")
            if said.isdigit() and 1 <= int(said) <= len(options):
                return options[int(said) - 1]
            meant = _meant(near) if said.lower() in _YES else VALUES.get(said.lower(), said)
            if meant in options:
                return meant
            near = did_you_mean(said, options)
            self.tell(f"Tipp eine Zahl von 1 bis {len(options)}. {near}".rstrip())

    def _day(self, question: str) -> date | None:
        said = self._date(question, read_day, required=False)
        return date.fromisoformat(said) if said else None

    def _when(self, question: str, *, required: bool = False) -> str:
        """Return a day, month or year as it was typed; empty where none was."""
        return self._date(question, PartialDate.model_validate, required=required, as_typed=True)

    def _date(self, question: str, read: Callable[[str], object], *, required: bool, as_typed: bool = False) -> str:
        meant = ""
        while said := self._text(question, required=required):
            said = meant if meant and said.lower() in _YES else said
            try:
                found = read(said)
            except ValueError:
                wording = no_date(said)
                meant = _meant(wording.suggestion)
                self.tell(" ".join(wording[:2]))
            else:
                return said if as_typed else str(found)
        return ""

    def _page(self, question: str, *, required: bool = False) -> str:
        meant = ""
        while said := self._text(question, required=required):
            said = meant if meant and said.lower() in _YES else said
            if said.startswith(("https://", "http://")) and " " not in said:
                return said
            wording = no_url(said)
            meant = _meant(wording.suggestion)
            self.tell(wording.suggestion if meant else " ".join(wording[:2]))
        return ""

    def _known(self, question: str, kinds: tuple[str, ...]) -> str:
        topics = [topic for topic in self.catalogue.topics.values() if topic.kind in kinds]
        near = ""
        while said := self._text(question, required=False):
            if found := _by_name(_meant(near) if said.lower() in _YES else said, topics):
                return found
            near = did_you_mean(slug(said), [topic.id for topic in topics])
            self.tell(near or "Das kenne ich nicht. Lege erst dafür eine Datei an, oder lass es leer.")
        return ""

    def _free_id(self, proposed: str) -> str:
        while True:
            said = self._text(f"Kennung, zugleich Dateiname (leer: {proposed})", required=not proposed) or proposed
            if said != slug(said):
                self.tell(f"Nur a–z, Ziffern und Bindestriche. Wie wäre es mit {slug(said)}?")
            elif said in self.catalogue.topics or said in self.catalogue.intents:
                self.tell(f"«{said}» gibt es schon.")
            else:
                return said


def _meant(suggestion: str) -> str:
    """Return what a suggestion proposes to write; empty where it only says how."""
    found = _PROPOSAL.fullmatch(suggestion)
    return found[1] if found else ""


def _by_language(**sentences: Sequence[str]) -> str:
    return "".join(f"\n  {code}:{listed([quoted(each) for each in some], 4)}" for code, some in sentences.items() if some)


def _by_name(said: str, topics: Sequence[Topic]) -> str:
    """Return the id of the topic that is called so; empty where none or several are."""
    if said in (topic.id for topic in topics):
        return said
    called = [topic.id for topic in topics if said.casefold() in map(str.casefold, (*topic.title.values(), *topic.also_called))]
    return called[0] if len(called) == 1 else ""


def _block(*given: tuple[str, str]) -> str:
    """Return keys and values below one another, those without a value left out."""
    return "\n    ".join(f"{key}: {value}" for key, value in given if value)
