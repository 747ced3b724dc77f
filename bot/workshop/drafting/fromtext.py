"""A draft from the text of a web page: what was recognised, each with its sentence; doubtful things say so.

Nothing is invented: what the text does not say stays a comment. Texts the bot speaks are never copied
from a page, they are for people to write.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.knowledge.fields import choices_at
from bot.knowledge.quoting import quoted
from bot.model.catalogue import Catalogue
from bot.model.topics import Topic
from bot.workshop.advice.marks import MARK
from bot.workshop.drafting import clues
from bot.workshop.drafting.clues import FoundDay, FoundPerson, Named
from bot.workshop.drafting.form import Line, listed, prose
from bot.workshop.schemas import KINDS

FROM_TEXT = ("offer", "event", "network", "organisation")
"""Kinds a web page can be about."""

_QUOTED = 220
_IS_RECORDED = re.compile(r"Aufzeichnung|Mediathek|abrufbar|nachträglich", re.IGNORECASE)
_IS_DEADLINE = re.compile(r"(?:Anmelde|Bewerbungs)schluss|(?:anmeld|bewerb)\w* (?:\w+ ){0,3}bis", re.IGNORECASE)
_IS_AHEAD = re.compile(r"startet|beginnt|findet|stattfinden|wird|nächste|lädt|ab dem|Uhr|Termin", re.IGNORECASE)
_IS_REGISTRATION = re.compile(r"anmeld|registrier|bewerb|ticket", re.IGNORECASE)
_IS_STREAM = re.compile(r"live|übertragen|stream", re.IGNORECASE)
_ACADEMIC = re.compile(r"^(?:(?:Prof\.|Dr\.(?:-Ing\.)?) )+")
_TYPES: Mapping[str, str] = {
    "further-training": "Weiterbildung|Lehrgang|lehrgang|Seminar|Qualifizierung|[Kk]urs\\b",
    "apprenticeship": "Ausbildung", "internship": "Praktik",
    "study": "Studium|Studiengang|Bachelor|Master", "volunteering": "Freiwillig", "school-certificate": "Schulabschluss|Abitur",
    "money": "Zuschuss|Beihilfe", "orientation": "Orientierung", "language": "Sprachkurs",
    "session": "Sitzung|Ausschuss", "agreement": "Vereinbarung|unterzeichn", "fair": "Messe|Börse", "open-day": "offenen Tür",
    "taster": "Schnupper|Camp", "meeting": "Veranstaltung|Treffen|Konferenz",
    "werkstatt": "Werkstatt", "campaign": "Kampagne", "project": "Projekt", "network": "Netzwerk|Verbund",
    "advice": "Beratung", "authority": "Amt|Behörde|Ministerium", "chamber": "kammer", "university": "Universität|Hochschule",
    "school": "Schule", "association": "Verein|e\\.V\\.", "company": "GmbH|AG|Unternehmen",
}  # fmt: skip


@dataclass(frozen=True)
class Draft:
    """Reads one page: its *text*, the *kind* of file wanted, its address where known, what there is already."""

    text: str
    kind: str
    url: str
    catalogue: Catalogue
    today: date

    def title(self) -> str:
        """Return the heading of the page."""
        return clues.title(self.text)

    def lines(self) -> tuple[Line, ...]:
        """Return what was recognised."""
        what = (self._title(), *self._type(), *self._named(), *self._dated(), *self._price())
        review = Line("review_by", str(self.today), ("Nach dem Durchsehen auf ein halbes Jahr später setzen.",))
        return (*what, *self._reach(), *self._people(), self._sources(), review)

    def _title(self) -> Line:
        return Line("title", f"{prose(self.title())}  {MARK}", ("Überschrift der Seite; auf Englisch fehlt sie noch (en).",))

    def _type(self) -> Iterator[Line]:
        choices = choices_at(KINDS[self.kind], ("type",))
        counted = {name: len(re.findall(_TYPES.get(name, "(?!)"), self.text)) for name in choices}
        best = max(counted, key=counted.__getitem__)
        value = f"{best}  {MARK}" if counted[best] else ""
        yield Line("type", value, (f"Eines von: {', '.join(choices)}",))

    def _named(self) -> Iterator[Line]:
        """Propose themes and providers that the page names; as comments, for only people know what they are to it."""
        themes = self._mentioned("theme")
        if themes:
            yield Line("themes", f"[{', '.join(themes[:3])}]  {MARK}: genannt sind {', '.join(themes)}")
        actors = [name for kind in ("organisation", "network") for name in self._mentioned(kind)]
        if actors and "provider" in {field.alias or name for name, field in KINDS[self.kind].model_fields.items()}:
            yield Line("provider", f"{actors[0]}  {MARK}: genannt sind {', '.join(actors[:6])}", is_proposal=True)

    def _mentioned(self, kind: str) -> list[str]:
        """Return the ids of topics of *kind* that the text names, most often first."""
        counts = Counter({topic.id: _times(topic, self.text) for topic in self.catalogue.topics.values() if topic.kind == kind})
        return [name for name, times in counts.most_common() if times]

    def _dated(self) -> Iterator[Line]:
        found = [each for each in clues.days(self.text) if each.sentence != each.written]
        whole = [each for each in found if each.day]
        recorded = next((each for each in whole if _IS_RECORDED.search(each.sentence)), None)
        deadline = next((each for each in whole if _IS_DEADLINE.search(each.sentence) and each is not recorded), None)
        rest = [each for each in whole if each not in (recorded, deadline)]
        ahead = [each for each in rest if _IS_AHEAD.search(each.sentence)]
        runs = (ahead or rest if self.kind == "event" else ahead)[:1] if self.kind in ("offer", "event") else []
        odd = _odd(each for each in found if not each.day)
        if runs:
            yield self._run(runs[0], recorded, deadline, odd)
        elif self.kind in ("offer", "event") and (odd or deadline or recorded or self._pages(_IS_REGISTRATION)):
            yield replace(self._run(None, recorded, deadline, odd), is_proposal=True)
        yield from self._history([each for each in rest if each not in runs], () if self.kind in ("offer", "event") else odd)

    def _run(self, run: FoundDay | None, recorded: FoundDay | None, deadline: FoundDay | None, odd: tuple[str, ...]) -> Line:
        """Return the run with what is known of it; without its day all of it is only a proposal."""
        said = run.sentence if run else ""
        times = (f'time: "{time}"' for time in [clues.time_in(said)] if time)
        keys = [f"id: {run.day:%Y-%m}", f"start: {run.day}", *times] if run and run.day else ["id: …", f"start: …  {MARK}"]
        notes = [*([_saying(said)] if said else []), *odd]
        for key, other in (("deadline", deadline), ("recording", recorded)):
            if other:
                notes.append(_saying(other.sentence))
                keys.append(f"{key}: {other.day if key == 'deadline' else f'{{until: {other.day}}}'}  {MARK}")
        keys += [f"place: {place}  {MARK}" for place in self._places(said)]
        for key, pattern in (("registration", _IS_REGISTRATION), ("stream", _IS_STREAM)):
            pages = self._pages(pattern)[:1]
            notes += [_saying(page.sentence) for page in pages if _saying(page.sentence) not in notes]
            keys += [f"{key}: {page.value}  {MARK}" for page in pages]
        return Line("runs", f"\n  - {f'{chr(10)}    '.join(keys)}", tuple(notes))

    def _price(self) -> Iterator[Line]:
        """Propose what it costs: which price is whose, only people can tell."""
        found = [*clues.prices(self.text)]
        if found and "facets" in KINDS[self.kind].model_fields:
            named = ", ".join(each.value for each in found)
            said = tuple(dict.fromkeys(_saying(each.sentence) for each in found))
            value = f"\n  cost: {{de: …, en: …}}  {MARK}: genannt sind {named}"
            yield Line("facets", value, ("Was es kostet, in eigenen Worten:", *said), is_proposal=True)

    def _places(self, sentence: str) -> list[str]:
        """Return the place the sentence names; of several the one with the longest name, as it is the most exact."""
        places = [topic for topic in self.catalogue.topics.values() if topic.kind == "place" and _times(topic, sentence)]
        return [max(places, key=lambda topic: len(topic.title["de"])).id] if places else []

    def _history(self, days: Sequence[FoundDay], odd: tuple[str, ...]) -> Iterator[Line]:
        months = list(clues.months(self.text)) if self.kind == "network" else []
        known = [(str(each.day), each.sentence) for each in days] + [(each.value, each.sentence) for each in months]
        if known or odd:
            entries = "".join(f"\n  - {{when: {when}, what: {{de: …, en: …}}}}  {MARK}" for when, _ in known or [("…", "")])
            notes = ("Was damals geschah, in eigenen Worten:", *(_saying(sentence) for _, sentence in known), *odd)
            yield Line("history", entries, notes, is_proposal=True)

    def _pages(self, pattern: re.Pattern[str]) -> list[Named]:
        return [page for page in clues.pages(self.text) if pattern.search(page.sentence)]

    def _reach(self) -> Iterator[Line]:
        for key, found in (("phone", [*clues.phones(self.text)]), ("mail", [*clues.mails(self.text)])):
            if found:
                others = tuple(f"Auch genannt: {each.value}" for each in found[1:])
                doubt = f"{MARK}: wem gehört sie?" if found[0].sure else f"{MARK}: ist das eine Nummer?"
                yield Line(key, f"{quoted(found[0].value)}  {doubt}", (_saying(found[0].sentence), *others))
        used = {page.value for page in (*self._pages(_IS_REGISTRATION), *self._pages(_IS_STREAM))}
        links = [page for page in clues.pages(self.text) if page.value not in used]
        if links:
            entries = (f"{{title: {quoted(_host(page.value))}, url: {quoted(page.value)}}}  {MARK}" for page in links)
            yield Line("links", listed([*entries]), tuple(_saying(page.sentence) for page in links))

    def _people(self) -> Iterator[Line]:
        found = [*clues.people(self.text)]
        if found:
            entries = listed([self._person(person) for person in found])
            notes = ("Nur wer eine öffentliche Aufgabe hat. Unbekannte legst du mit «python -m bot new person» an.",)
            said = tuple(_saying(person.sentence) for person in found)
            yield Line("people", entries, (*notes, *said), is_proposal=True)

    def _person(self, person: FoundPerson) -> str:
        plain = _ACADEMIC.sub("", person.name)
        people = (topic for topic in self.catalogue.topics.values() if topic.kind == "person")
        known = next((topic.id for topic in people if plain == _ACADEMIC.sub("", topic.title["de"])), "")
        office = f", what: {{de: {quoted(person.office)}, en: …}}" if person.office else ""
        doubt = person.name if person.office else f"{person.name}, Aufgabe unbekannt"
        return f"{{who: {known or '…'}, part: …{office}, as_of: …}}  {MARK}: {doubt}"

    def _sources(self) -> Line:
        dated = [each for each in clues.days(self.text) if each.sentence == each.written]
        published = next((f"\n    published: {each.day}  {MARK}" for each in dated if each.day), "")
        broken = tuple(f"Kein Datum: «{each.written}»" for each in dated if not each.day)
        url = f" {self.url}" if self.url else f"  {MARK}: Adresse der Seite"
        value = f"\n  seite:\n    title: {prose(self.title())}\n    url:{url}{published}\n    read: {self.today}"
        return Line("sources", value, broken)


def _times(topic: Topic, text: str) -> int:
    """Count how often *text* names the topic, by its title or another name of more than three letters."""
    names = {name for name in (topic.title["de"], *topic.also_called) if len(name) > 3 or name.isupper()}
    return sum(len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text)) for name in names)


def _odd(days: Iterable[FoundDay]) -> tuple[str, ...]:
    """Return a note for each date that is none as it is written."""
    return tuple(f"{MARK.removeprefix('# ')}: «{each.written}» ist so kein Datum, in {_saying(each.sentence)}" for each in days)


def _saying(sentence: str) -> str:
    return f"«{sentence if len(sentence) <= _QUOTED else sentence[:_QUOTED].rsplit(' ', 1)[0] + ' …'}»"


def _host(url: str) -> str:
    return url.partition("//")[2].partition("/")[0].removeprefix("www.")
