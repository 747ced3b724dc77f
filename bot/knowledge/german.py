"""How staff write: what they call the keys and values of their files, which are English, and how they write a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

KEYS: Mapping[str, str] = MappingProxyType({
    "titel": "title", "name": "title", "termine": "runs", "termin": "runs", "beginn": "start", "datum": "start",
    "ende": "end", "uhrzeit": "time", "zeit": "time", "ort": "place", "anmeldung": "registration", "anmeldeschluss": "deadline",
    "frist": "deadline", "quellen": "sources", "quelle": "sources", "kontakt": "contact", "telefon": "phone", "email": "mail",
    "adresse": "address", "anbieter": "provider", "beschreibung": "summary", "zusammenfassung": "summary", "themen": "themes",
    "beispiele": "examples", "antwort": "answer", "fragen": "questions", "personen": "people", "art": "type",
    "antworten": "facets", "kosten": "facets",
    "voraussetzungen": "facets", "zuständig": "owner", "stand": "as_of", "aufzeichnung": "recording",
    "frage": "ask", "satz": "ask", "für": "for", "fuer": "for", "zielgruppe": "for", "thema": "themes",
    "veranstalter": "provider", "träger": "provider", "ansprechpartner": "contact", "ansprechpartnerin": "contact",
    "link": "url", "seite": "url", "webseite": "links", "website": "links", "homepage": "links", "von": "start", "bis": "end",
    "mitglieder": "members", "geschichte": "history", "funktion": "functions", "aufgabe": "functions", "rolle": "part",
    "wer": "who", "was": "what", "wann": "when", "gelesen": "read", "veröffentlicht": "published", "schritte": "steps",
    "knöpfe": "choices", "prüfen": "review_by", "verantwortlich": "owner", "stattdessen": "instead", "früher": "formerly",
    "sagt": "say", "sagen": "say", "aliasse": "also_called", "alias": "also_called", "auch_genannt": "also_called",
    "cites": "about", "cite": "about", "belege": "about", "beleg": "about",
})  # fmt: skip
"""Words by which staff know a key, where they are none of its letters."""
NAMES: Mapping[str, str] = MappingProxyType({
    "further-training": "Weiterbildung", "apprenticeship": "Ausbildung", "internship": "Praktikum", "study": "Studium",
    "volunteering": "Freiwilligendienst", "school-certificate": "Schulabschluss", "money": "Geld", "advice": "Beratung",
    "orientation": "Orientierung", "language": "Sprache",
    "session": "Sitzung", "meeting": "Treffen", "agreement": "Vereinbarung", "fair": "Messe",
    "open-day": "Tag der offenen Tür", "taster": "Schnuppertag",
    "network": "Netzwerk", "werkstatt": "Werkstatt", "campaign": "Kampagne", "project": "Projekt",
    "authority": "Behörde", "chamber": "Kammer", "company": "Unternehmen", "university": "Hochschule", "school": "Schule",
    "association": "Verein", "development": "Wirtschaftsförderung",
    "town": "Stadt", "district": "Landkreis", "region": "Region", "site": "Gelände", "building": "Gebäude",
    "pupils": "Schüler", "school-leavers": "Schulabgänger", "apprentices": "Azubis", "students": "Studierende",
    "employees": "Beschäftigte", "companies": "Firmen", "municipalities": "Kommunen", "teachers": "Lehrkräfte",
    "newcomers": "Zugezogene", "returners": "Rückkehrer", "volunteers": "Freiwillige", "everyone": "Alle",
    "cancelled": "abgesagt", "to_confirm": "unsicher", "in-person": "vor Ort",
})  # fmt: skip
"""The German name of a value that has to be one of a few."""
_ALSO: Mapping[str, str] = MappingProxyType({
    "kurs": "further-training", "präsenz": "in-person", "fällt aus": "cancelled", "schüler:innen": "pupils",
    "schülerinnen": "pupils", "auszubildende": "apprentices", "studenten": "students", "lehrer": "teachers",
    "gemeinde": "town", "amt": "authority", "angebot": "offer", "veranstaltung": "event", "stelle": "organisation",
    "ort": "place", "thema": "theme", "halle": "building", "haus": "building", "dorf": "town", "kreis": "district",
    "digital": "online", "live": "online", "beides": "hybrid", "gemischt": "hybrid", "online und vor ort": "hybrid",
    "vor ort und online": "hybrid", "vor ort oder online": "hybrid", "online oder vor ort": "hybrid",
    "leitung": "lead", "leiter": "lead", "leiterin": "lead", "initiator": "initiated", "initiatorin": "initiated",
    "unterzeichner": "signed", "unterzeichnerin": "signed", "redner": "spoke", "rednerin": "spoke", "sprecher": "heads",
    "sprecherin": "heads", "presse": "press", "frage": "question", "plauderei": "small_talk",
    "termin": "dates", "termine": "dates", "berater": "adviser", "beraterin": "adviser",
})  # fmt: skip
FOLDERS: Mapping[str, str] = MappingProxyType({
    "angebote": "offers", "kurse": "offers", "veranstaltungen": "events", "netzwerke": "networks", "stellen": "organisations",
    "organisationen": "organisations", "personen": "people", "menschen": "people", "leute": "people", "orte": "places",
    "themen": "themes", "wege": "paths", "texte": "texts",
})  # fmt: skip
"""Words by which staff know a folder."""
VALUES: Mapping[str, str] = MappingProxyType({**{name.lower(): value for value, name in NAMES.items()}, **_ALSO})
"""The value by its German names in small letters."""
MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember")


def value_for(said: str) -> str | None:
    """Return the value that staff mean by a German word, or by a sentence that begins with one; None where none is known."""
    said = said.lower()
    return VALUES.get(said) or next((VALUES[name] for name in VALUES if said.startswith(f"{name} ")), None)


def german_day(day: date) -> str:
    """Return a day as staff write it: "4.3.2027"."""
    return f"{day.day}.{day.month}.{day.year}"
