"""What a text says about dates, addresses and people, each with the sentence it stands in. Nothing is concluded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.knowledge.german import MONTHS

_NAMED = "|".join(MONTHS)
_BEGUN = re.compile(rf"(\d{{1,2}})\.(?: ?(?:(\d{{1,2}})\.|({_NAMED})\b))?(?: ?(\d{{4}})\b)?")
"""A day that leaves its month or year to the one behind it: "4. bis 6. März 2027"."""
_DATE = re.compile(
    rf"(?:\b(?P<first>{re.sub(r'[(](?![?])', '(?:', _BEGUN.pattern)}) ?(?:(?P<until>bis(?: zum)?|–|-)|und|oder|sowie|,) ?"
    r"(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)\w*\.?,? )?(?:de[nm] )?)?"
    rf"(?P<date>\b(?P<day>\d{{1,2}})\. ?(?:(?P<number>\d{{1,2}})\. ?|(?P<name>{_NAMED}) )(?P<year>\d{{2,4}})\b"
    r"|\b(?P<iso>\d{4}-\d\d-\d\d)\b)"
)
_MONTH = re.compile(rf"\b(?:(?P<name>{_NAMED}) (?P<year>\d{{4}})|(?:[Jj]ahre?|[Ss]eit) (?P<only>\d{{4}}))\b")
_TIME = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))?(?: ?(?:–|-|bis) ?(\d{1,2})(?:[:.](\d\d))?)? Uhr\b")
_ABBREVIATED = re.compile(r"(?:\b(?:Dr|Prof|Ing|Nr|Str|Tel|bzw|ca|u|a|z|B|e|V|St|inkl|ggf)|\d)\.$")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[“”\"»]*\s+(?=[A-ZÄÖÜ„\"«(])")
_PRICE = re.compile(
    r"(?<![\w.,])\d{1,3}(?:\.?\d{3})*(?:,(?:\d\d|-+|–))? ?(?:€|Euro\b|EUR\b)|(?:€|\bEUR) ?\d[\d.]*(?:,\d\d)?"
    r"|\b(?:kostenlos|kostenfrei|gebührenfrei|unentgeltlich)\w*",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:\+49|\b0)[\d /()–-]{5,}\d")
_PAGE = re.compile(r"https?://[^\s<>\"“”»)]+|\bwww\.[^\s<>\"“”»)]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:de|eu|com|org|net|events|info)\b(?:/[^\s<>\"“”»)]*)?")
_WORD = r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?"
_NAME = rf"(?:(?:Prof\.|Dr\.(?:-Ing\.)?) )*{_WORD} {_WORD}"
_OFFICE = (
    r"(?:[A-ZÄÖÜ][\wäöüß-]*)?(?:[Ll]eiter|[Ff]ührer|[Vv]orstand|[Vv]orständin|[Rr]eferent|[Bb]eauftragte|[Ss]precher|"
    r"[Pp]räsident|[Mm]inister|[Dd]irektor|[Kk]oordinator|[Bb]erater|[Aa]nsprechpartner|[Mm]anager|[Vv]orsitzende)[a-zäöüß]*"
)
_AFTER = re.compile(rf"(?P<name>{_NAME}), (?P<office>{_OFFICE}\b[^,;:.„“\"]*)")
_BEFORE = re.compile(rf"(?P<office>\b{_OFFICE}) (?P<name>{_NAME})")
_ALONE = re.compile(_NAME)
_IS_OFFICE = re.compile(_OFFICE)


@dataclass(frozen=True, slots=True)
class Named:
    """A piece of the text and the sentence it was found in; ``sure`` where its form leaves no doubt."""

    value: str
    sentence: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A date, or the first of a span up to ``last``: None where the text has one that does not exist, as ``written``."""

    day: date | None
    written: str
    sentence: str
    last: date | None = None


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A name, with the function the sentence gives it (may be empty)."""

    name: str
    office: str
    sentence: str


def sentences(text: str) -> tuple[str, ...]:
    """Split a text into its sentences; a line that is none stands alone."""
    found: list[str] = []
    for line in text.splitlines():
        begin = 0
        for end in _SENTENCE_END.finditer(line):
            if not _ABBREVIATED.search(line[: end.start()].rstrip('“”"»')):
                found.append(line[begin : end.start()].strip())
                begin = end.end()
        found.append(line[begin:].strip())
    return tuple(sentence for sentence in found if sentence)


def title(text: str) -> str:
    """Return the first line that can be a heading: no date, no path of a page, no sentence; else the first line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    headings = (line for line in lines if "»" not in line and not _DATE.fullmatch(line) and not line.endswith("."))
    return next(headings, lines[0] if lines else "")


def days(text: str) -> Iterator[FoundDay]:
    """Yield the dates, in the order of the text, each day once per sentence."""
    for sentence in sentences(text):
        for found in _DATE.finditer(sentence):
            yield from _spanned(found, sentence)


def _spanned(found: re.Match[str], sentence: str) -> Iterator[FoundDay]:
    """Yield the span, or the days one by one, of a date and what stands before it."""
    last = _day(found)
    first = _begun(found["first"], last) if found["first"] and last else None
    if first and last and found["until"] and first < last:
        yield FoundDay(first, found[0].strip(), sentence, last)
        return
    if found["first"]:
        yield FoundDay(first, found["first"].strip(), sentence)
    yield FoundDay(last, found["date"].strip(), sentence)


def _begun(written: str, last: date) -> date | None:
    """Return the day that was *written* short before *last*: in its month, and not after it where no year is told."""
    if not (found := _BEGUN.fullmatch(written)):
        return None
    try:
        month = int(found[2]) if found[2] else MONTHS.index(found[3]) + 1 if found[3] else last.month
        day = date(int(found[4] or last.year), month, int(found[1]))
        return day if found[4] or day <= last else day.replace(year=last.year - 1)
    except ValueError:
        return None


def months(text: str) -> Iterator[Named]:
    """Yield months and years that no day is said of ("im März 2022", "im Jahr 2018"), as dates of a file."""
    for sentence in sentences(text):
        for found in _MONTH.finditer(_DATE.sub(" ", sentence)):
            month = f"-{MONTHS.index(found['name']) + 1:02}" if found["name"] else ""
            yield Named(f"{found['year'] or found['only']}{month}", sentence, sure=False)


def _day(found: re.Match[str]) -> date | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        month = int(found["number"]) if found["number"] else MONTHS.index(found["name"]) + 1
        return date(int(found["year"]), month, int(found["day"])) if len(found["year"]) == 4 else None
    except ValueError:
        return None


def time_in(sentence: str) -> str:
    """Return the time of day a sentence names, as it is written in files; empty where there is none."""
    found = _TIME.search(sentence)
    if not found:
        return ""
    spans = [f"{int(found[hour])}:{found[hour + 1] or '00'}" for hour in (1, 3) if found[hour]]
    return "-".join(spans)


def mails(text: str) -> Iterator[Named]:
    """Yield the mail addresses."""
    yield from _each(_MAIL, text)


def prices(text: str) -> Iterator[Named]:
    """Yield sums of money and words for "free", as written; whether they are what it costs is not sure."""
    seen: set[str] = set()
    for found in _each(_PRICE, text):
        if found.value not in seen:
            seen.add(found.value)
            yield Named(found.value, found.sentence, sure=False)


def phones(text: str) -> Iterator[Named]:
    """Yield the phone numbers, without the zero in brackets; after "Tel" there is no doubt."""
    for found in _each(_PHONE, text):
        plain = re.sub(r"\s*\(0\)\s*-?", " ", found.value).strip()
        yield Named(plain, found.sentence, bool(re.search(r"\b(?:Tel|Fon|Mobil)", found.sentence)))


def pages(text: str) -> Iterator[Named]:
    """Yield the pages as addresses; one written without https:// is not sure."""
    seen: set[str] = set()
    for found in _each(_PAGE, _MAIL.sub(" ", text)):
        written = found.value.rstrip(".,;:")
        if written not in seen:
            seen.add(written)
            sure = written.startswith("http")
            yield Named(written if sure else f"https://{written}", found.sentence, sure)


def _each(pattern: re.Pattern[str], text: str) -> Iterator[Named]:
    return (Named(found[0], sentence) for sentence in sentences(text) for found in pattern.finditer(sentence))


def people(text: str) -> Iterator[FoundPerson]:
    """Yield who is named with a function, or alone on a line; each name once, with its function where there is one."""
    found: dict[str, FoundPerson] = {}
    for person in (*_with_office(text), *_on_lines(text)):
        if person.name not in found or (person.office and not found[person.name].office):
            found[person.name] = person
    yield from found.values()


def _with_office(text: str) -> Iterator[FoundPerson]:
    for sentence in sentences(text):
        for pattern in (_AFTER, _BEFORE):
            yield from (FoundPerson(each["name"], each["office"].strip(), sentence) for each in pattern.finditer(sentence))


def _on_lines(text: str) -> Iterator[FoundPerson]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    below = (*lines[1:], "")
    for line, following in zip(lines, below, strict=True):
        if _ALONE.fullmatch(line) and line != title(text):
            office = following if _IS_OFFICE.match(following) else ""
            yield FoundPerson(line, office, f"{line} / {office}" if office else line)
