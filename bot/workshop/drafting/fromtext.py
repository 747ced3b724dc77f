"""A draft from the text of a web page: what was recognised, each below its sentence; doubtful things say so.

Nothing is invented: what the text does not say stays a comment. Texts the bot speaks are never copied
from a page, they are for people to write.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.knowledge.dates import no_date
from bot.knowledge.fields import choices_at
from bot.knowledge.quoting import quoted
from bot.model.catalogue import Catalogue
from bot.model.topics import Topic
from bot.workshop.advice.marks import MARK
from bot.workshop.drafting import clues
from bot.workshop.drafting.clues import FoundDay, FoundPerson, Named
from bot.workshop.drafting.form import Line, Piece, below, prose, saying
from bot.workshop.schemas import KINDS

FROM_TEXT = ("offer", "event", "network", "organisation")
"""Kinds a web page can be about."""

_WITH_RUNS = ("offer", "event")
_MOST_THEMES, _MOST_ACTORS = 3, 6

_IS_RECORDED = re.compile(r"Aufzeichnung|Mediathek|abrufbar|nachträglich", re.IGNORECASE)
_IS_DEADLINE = re.compile(r"(?:Anmelde|Bewerbungs)schluss|(?:anmeld|bewerb)\w* (?:\w+ ){0,3}bis", re.IGNORECASE)
_IS_AHEAD = re.compile(r"startet|beginn|\bstart\b|findet|stattfinden|wird|nächste|lädt|ab dem|Uhr|Termin", re.IGNORECASE)
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
    "advice": "Beratung", "authority": "Amt\\b|(?<!s)amt\\b|Behörde|Ministerium", "chamber": "kammer",
    "university": "Universität|Hochschule", "school": "Schule",
    "association": "Verein|e\\.V\\.", "company": "GmbH|\\bAG\\b|Unternehmen",
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
        what = (self._title(), *self._type(), *self._themes(), *self._provider(), *self._dated(), *self._price())
        review = Line("review_by", str(self.today), ("Nach dem Durchsehen auf ein halbes Jahr später setzen.",))
        return (*what, *self._reach(), *self._people(), self._sources(), review)

    def _title(self) -> Line:
        return Line("title", f"{prose(self.title())}  {MARK}", ("Überschrift der Seite; auf Englisch fehlt sie noch (en).",))

    def _type(self) -> Iterator[Line]:
        choices = choices_at(KINDS[self.kind], ("type",))
        counted = {name: len(re.findall(_TYPES.get(name, "(?!)"), self.text)) for name in choices}
        best = max(counted, key=counted.__getitem__)
        said = next((each for each in clues.sentences(self.text) if counted[best] and re.search(_TYPES[best], each)), "")
        notes = (f"Eines von: {', '.join(choices)}", *([saying(said)] if said else []))
        yield Line("type", f"{best}  {MARK}" if said else "", notes)

    def _themes(self) -> Iterator[Line]:
        """Propose the themes named most often: whether it is about them, only people know."""
        themes = self._mentioned("theme")
        if themes:
            pieces = (Piece(f"- {theme}  {MARK}", said) for theme, said in [*themes.items()][:_MOST_THEMES])
            more = ", ".join([*themes][_MOST_THEMES:])
            yield Line("themes", below(pieces), (f"Auch genannt: {more}",) if more else ())

    def _provider(self) -> Iterator[Line]:
        """Propose a provider as a comment: what those named are to it, only people know."""
        actors = {**self._mentioned("organisation"), **self._mentioned("network")}
        if actors and "provider" in {field.alias or name for name, field in KINDS[self.kind].model_fields.items()}:
            first, said = next(iter(actors.items()))
            named = ", ".join([*actors][:_MOST_ACTORS])
            yield Line("provider", f"{first}  {MARK}: genannt sind {named}", (saying(said),), is_proposal=True)

    def _mentioned(self, kind: str) -> dict[str, str]:
        """Return the ids of topics of *kind* that the text names, most often first, each with a sentence that does."""
        topics = {topic.id: _called(topic) for topic in self.catalogue.topics.values() if topic.kind == kind}
        counts = Counter({name: len(called.findall(self.text)) for name, called in topics.items()})
        return {name: self._naming(topics[name]) for name, times in counts.most_common() if times}

    def _naming(self, called: re.Pattern[str]) -> str:
        return next((sentence for sentence in clues.sentences(self.text) if called.search(sentence)), "")

    def _dated(self) -> Iterator[Line]:
        yield from self._runs() if self.kind in _WITH_RUNS else ()
        yield from self._history()

    @cached_property
    def _days(self) -> tuple[FoundDay, ...]:
        """The days that are told of something; one that stands alone on its line is that of the page."""
        return tuple(each for each in clues.days(self.text) if not _stands_alone(each))

    def _first(self, pattern: re.Pattern[str], *others: FoundDay | None) -> FoundDay | None:
        return next((each for each in self._days if each.day and each not in others and pattern.search(each.sentence)), None)

    @cached_property
    def _recorded(self) -> FoundDay | None:
        return self._first(_IS_RECORDED)

    @cached_property
    def _deadline(self) -> FoundDay | None:
        return self._first(_IS_DEADLINE, self._recorded)

    @cached_property
    def _held(self) -> tuple[FoundDay, ...]:
        """The days it is or was held: those that the page tells as being ahead, else, of an event, the first."""
        if self.kind not in _WITH_RUNS:
            return ()
        ahead = [each for each in self._told if self._is_ahead(each)]
        return tuple({each.day: each for each in ahead or (self._told[:1] if self.kind == "event" else ())}.values())

    @cached_property
    def _told(self) -> tuple[FoundDay, ...]:
        """The days of which neither a deadline nor a recording is told."""
        return tuple(each for each in self._days if each.day and each not in (self._recorded, self._deadline))

    def _is_ahead(self, each: FoundDay) -> bool:
        return bool(_IS_AHEAD.search(each.sentence) or (each.day and each.day >= self.today))

    def _runs(self) -> Iterator[Line]:
        """Return the runs with what is known of them; without a day all of it is only a proposal."""
        odd = tuple(_odd(each) for each in self._days if not each.day)
        months = tuple(_no_day(each) for each in clues.months(self.text) if self._is_to_come(each))
        more = [*self._extras()]
        if self._held:
            first, *others = (self._run(each) for each in self._held)
            yield Line("runs", below([*first, *more, *(piece for run in others for piece in run)]), (*odd, *months))
        elif odd or months or more:
            begun = (Piece("- id: …"), Piece(f"  start: …  {MARK}"))
            yield Line("runs", below([*begun, *more]), (*odd, *months), is_proposal=True)

    def _run(self, run: FoundDay) -> Iterator[Piece]:
        doubt = f"  {MARK}" if len(self._told if self.kind == "event" else self._held) > 1 else ""
        is_only = [each.day and f"{each.day:%Y-%m}" for each in self._held].count(f"{run.day:%Y-%m}") == 1
        yield Piece(f"- id: {run.day:{'%Y-%m' if is_only else '%Y-%m-%d'}}", run.sentence)
        yield Piece(f"  start: {run.day}{doubt}", run.sentence)
        if run.last:
            yield Piece(f"  end: {run.last}{doubt}", run.sentence)
        if time := clues.time_in(run.sentence):
            yield Piece(f'  time: "{time}"{doubt}', run.sentence)
        yield from (Piece(f"  place: {place}  {MARK}", run.sentence) for place in self._places(run.sentence))

    def _extras(self) -> Iterator[Piece]:
        """Yield what the page tells once, below its first run."""
        if self._deadline:
            yield Piece(f"  deadline: {self._deadline.day}  {MARK}", self._deadline.sentence)
        if self._recorded:
            yield Piece(f"  recording: {{until: {self._recorded.last or self._recorded.day}}}  {MARK}", self._recorded.sentence)
        yield from (Piece(f"  {key}: {page.value}  {MARK}", page.sentence) for key, page in self._joining.items())

    @cached_property
    def _joining(self) -> Mapping[str, Named]:
        """The pages where one registers and where one can watch."""
        found = {key: self._pages(pattern)[:1] for key, pattern in (("registration", _IS_REGISTRATION), ("stream", _IS_STREAM))}
        return {key: pages[0] for key, pages in found.items() if pages and self.kind in _WITH_RUNS}

    def _price(self) -> Iterator[Line]:
        """Propose what it costs: which price is whose, only people can tell."""
        found = [*clues.prices(self.text)]
        if found and "facets" in KINDS[self.kind].model_fields:
            named = ", ".join(each.value for each in found)
            said = tuple(dict.fromkeys(saying(each.sentence) for each in found))
            value = f"\n  cost: {{de: …, en: …}}  {MARK}: genannt sind {named}"
            yield Line("facets", value, ("Was es kostet, in eigenen Worten:", *said), is_proposal=True)

    def _places(self, sentence: str) -> list[str]:
        """Return the place the sentence names; of several the one with the longest name, as it is the most exact."""
        places = [topic for topic in self.catalogue.topics.values() if topic.kind == "place" and _called(topic).search(sentence)]
        return [max(places, key=lambda topic: len(topic.title["de"])).id] if places else []

    def _history(self) -> Iterator[Line]:
        """Propose what happened when: days of no run, months, and years."""
        told = {self._recorded, self._deadline} if self.kind in _WITH_RUNS else set()
        days = [(str(each.day), each.sentence) for each in self._days if each.day and each not in (*self._held, *told)]
        months = [(each.value, each.sentence) for each in clues.months(self.text) if not self._is_to_come(each)]
        odd = () if self.kind in _WITH_RUNS else tuple(_odd(each) for each in self._days if not each.day)
        known = [*days, *months] or ([("…", "")] if odd else [])
        if known:
            pieces = (Piece(f"- {{when: {when}, what: {{de: …, en: …}}}}  {MARK}", said) for when, said in known)
            yield Line("history", below(pieces), ("Was damals geschah, in eigenen Worten:", *odd), is_proposal=True)

    def _is_to_come(self, month: Named) -> bool:
        return self.kind in _WITH_RUNS and month.value >= f"{self.today:%Y-%m}"[: len(month.value)]

    def _pages(self, pattern: re.Pattern[str]) -> list[Named]:
        return [page for page in clues.pages(self.text) if pattern.search(page.sentence)]

    def _reach(self) -> Iterator[Line]:
        for key, found in (("phone", [*clues.phones(self.text)]), ("mail", [*clues.mails(self.text)])):
            if found:
                others = tuple(f"Auch genannt: {each.value}, in {saying(each.sentence)}" for each in found[1:])
                doubt = f"{MARK}: wem gehört sie?" if found[0].sure else f"{MARK}: ist das eine Nummer?"
                yield Line(key, f"{quoted(found[0].value)}  {doubt}", (*others, saying(found[0].sentence)))
        used = {page.value for page in self._joining.values()}
        links = [page for page in clues.pages(self.text) if page.value not in used]
        if links:
            yield Line("links", below(Piece(f"{_link(page.value)}  {MARK}", page.sentence) for page in links))

    def _people(self) -> Iterator[Line]:
        found = [*clues.people(self.text)]
        if found:
            pieces = (Piece(self._person(person), person.sentence) for person in found)
            notes = ("Nur wer eine öffentliche Aufgabe hat. Unbekannte legst du mit «python -m bot new person» an.",)
            yield Line("people", below(pieces), notes, is_proposal=True)

    def _person(self, person: FoundPerson) -> str:
        plain = _ACADEMIC.sub("", person.name)
        people = (topic for topic in self.catalogue.topics.values() if topic.kind == "person")
        known = next((topic.id for topic in people if plain == _ACADEMIC.sub("", topic.title["de"])), "")
        office = f", what: {{de: {quoted(person.office)}, en: …}}" if person.office else ""
        doubt = person.name if person.office else f"{person.name}, Aufgabe unbekannt"
        return f"- {{who: {known or '…'}, part: …{office}, as_of: …}}  {MARK}: {doubt}"

    def _sources(self) -> Line:
        alone = [each for each in clues.days(self.text) if _stands_alone(each)]
        published = [Piece(f"  published: {each.day}  {MARK}", each.sentence) for each in alone if each.day][:1]
        broken = [Piece(f"  # published: …  {MARK}: {' '.join(no_date(each.written)[:2])}") for each in alone if not each.day]
        url = Piece(f"  url: {self.url}" if self.url else f"  url:  {MARK}: Adresse der Seite")
        title = Piece(f"  title: {prose(self.title())}")
        return Line("sources", below([Piece("seite:"), title, url, *published, *broken, Piece(f"  read: {self.today}")]))


def _stands_alone(each: FoundDay) -> bool:
    return each.sentence == each.written and not each.last


def _called(topic: Topic) -> re.Pattern[str]:
    """Return what finds the topic in a text: its title, or another name of more than three letters."""
    names = {name for name in (topic.title["de"], *topic.also_called) if len(name) > 3 or name.isupper()}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True))) or '(?!)'})(?!\w)")


def _odd(day: FoundDay) -> str:
    """Return a note about a date that is none as it is written."""
    return f"{MARK.removeprefix('# ')}: «{day.written}» ist so kein Datum, in {saying(day.sentence)}"


def _no_day(month: Named) -> str:
    return f"{MARK.removeprefix('# ')}: {month.value} nennt keinen Tag, in {saying(month.sentence)}"


def _link(url: str) -> str:
    host = url.partition("//")[2].partition("/")[0].removeprefix("www.")
    return f"- {{title: {quoted(host)}, url: {quoted(url)}}}"
