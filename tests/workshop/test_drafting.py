"""New files: drafted from a page, or asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

import pytest

from bot.knowledge import read
from bot.model.catalogue import Catalogue
from bot.model.topics import TOPIC_CLASSES
from bot.workshop.check import check
from bot.workshop.drafting.form import form
from bot.workshop.drafting.fromtext import FROM_TEXT, Draft
from bot.workshop.drafting.interview import Interview
from tests.house import House

TODAY = date(2026, 11, 22)
FOLDERS = {topic_class.kind: topic_class.folder for topic_class in TOPIC_CLASSES}
PAGE = """\
Start » Kurse
Lötkurs in Cottbus
02.11.2026
Der nächste Lehrgang startet am Donnerstag, 4. März 2027, um 10 Uhr in Cottbus. Anmeldeschluss ist der 1. Februar 2027.
Das Schulnetz bietet ihn an. Anmelden: www.schule.de/loeten
Es unterrichtet Werkstattleiterin Ada Beispiel. Am 3. Mai 2025 feierte der Kurs Geburtstag.
Mehr auf https://schule.de/mehr. Eine Aufzeichnung ist bis 9. März 2027 in der Mediathek.
Tel. 0355 123456, loeten@schule.de
"""


def catalogue_of(house: House) -> Catalogue:
    """Return what the house knows."""
    return read(house.folders.content, house.folders.intents).catalogue


def drafted(house: House, kind: str = "offer", text: str = PAGE, url: str = "https://schule.de/loeten") -> str:
    """Return the draft of a page."""
    return form(kind, Draft(text, kind, url, catalogue_of(house), TODAY).lines(), about="Entwurf")


def in_force(draft: str) -> list[str]:
    """Return the lines of a draft that are no comments."""
    return [line for line in draft.splitlines() if not line.lstrip().startswith("#")]


def test_a_draft_says_what_the_page_says(house: House) -> None:
    """Each line in force, with what is doubtful marked."""
    lines = in_force(drafted(house))

    assert lines == [
        'title: {de: "Lötkurs in Cottbus"}  # bitte prüfen',
        "type: further-training  # bitte prüfen",
        "runs:",
        "  - id: 2027-03",
        "    start: 2027-03-04",
        '    time: "10:00"',
        "    place: cottbus  # bitte prüfen",
        "    deadline: 2027-02-01  # bitte prüfen",
        "    recording: {until: 2027-03-09}  # bitte prüfen",
        "    registration: https://www.schule.de/loeten  # bitte prüfen",
        "links:",
        '  - {title: "schule.de", url: "https://schule.de/mehr"}  # bitte prüfen',
        'phone: "0355 123456"  # bitte prüfen: wem gehört sie?',
        'mail: "loeten@schule.de"  # bitte prüfen: wem gehört sie?',
        "sources:",
        "  seite:",
        '    title: {de: "Lötkurs in Cottbus"}',
        "    url: https://schule.de/loeten",
        "    published: 2026-11-02  # bitte prüfen",
        "    read: 2026-11-22",
        "review_by: 2026-11-22",
    ]


ODD = """\
Schweißkurs
Der nächste Kurs beginnt am 31. Februar 2027 in Cottbus. Anmeldeschluss ist der 15.02.2027.
Anmelden: www.schule.de/schweissen. Die Teilnahme kostet 450 Euro, ermäßigt 1.200,50 €.
"""


def test_a_date_that_is_none_and_a_price_are_never_dropped(house: House) -> None:
    """They stand as comments to be checked, and so does what hangs on the day: nothing of it is in force."""
    draft = drafted(house, text=ODD)

    assert "# bitte prüfen: «31. Februar 2027» ist so kein Datum, in «Der nächste Kurs beginnt am 31. Februar 2027 in Cottbus.»\n" in draft
    assert "# runs:\n#   - id: …\n#     start: …  # bitte prüfen\n#     # «Anmeldeschluss ist der 15.02.2027.»\n" in draft
    assert "#     deadline: 2027-02-15  # bitte prüfen\n" in draft
    assert "#     registration: https://www.schule.de/schweissen  # bitte prüfen\n" in draft
    assert "#   cost: {de: …, en: …}  # bitte prüfen: genannt sind 450 Euro, 1.200,50 €\n" in draft
    assert "«31. Februar 2027» ist so kein Datum" in drafted(house, "network", ODD)


def test_what_is_found_stands_below_its_sentence(house: House) -> None:
    """Staff compare without searching the page: kind, theme, place, link, and what is only proposed."""
    house.write("content/themes/hydrogen.yaml", "title: {de: Wasserstoff, en: Hydrogen}\n")
    draft = drafted(house, text=f"{PAGE}Wasserstoff ist dabei.\n")
    course = "# «Der nächste Lehrgang startet am Donnerstag, 4. März 2027, um 10 Uhr in Cottbus.»\n"
    birthday = "#   # «Am 3. Mai 2025 feierte der Kurs Geburtstag.»\n#   - {when: 2025-05-03, what: {de: …, en: …}}  # bitte prüfen\n"

    assert "# «Lötkurs in Cottbus»\ntype: further-training  # bitte prüfen\n" in draft
    assert "themes:\n  # «Wasserstoff ist dabei.»\n  - hydrogen  # bitte prüfen\n" in draft
    assert f'runs:\n  {course}  - id: 2027-03\n    start: 2027-03-04\n    time: "10:00"\n    place: cottbus' in draft
    assert "    # «Anmelden: www.schule.de/loeten»\n    registration:" in draft
    assert "links:\n  # «Mehr auf https://schule.de/mehr.»\n  - {" in draft
    assert "# «Tel. 0355 123456, loeten@schule.de»\nphone:" in draft
    assert "# «Das Schulnetz bietet ihn an.»\n# provider: schulnetz  # bitte prüfen: genannt sind schulnetz" in draft
    assert '#   - {who: …, part: …, what: {de: "Werkstattleiterin", en: …}, as_of: …}  # bitte prüfen: Ada Beispiel' in draft
    assert birthday in draft
    assert "    # «02.11.2026»\n    published: 2026-11-02  # bitte prüfen\n" in draft


def test_a_long_sentence_is_whole_and_needs_no_scrolling(house: House) -> None:
    """The place may stand at its end."""
    page = f"Kurs\nDer Lehrgang für {'alle, die gern löten und schweißen, und ' * 8}sonst niemanden startet am 4. März 2027 in Cottbus."
    lines = drafted(house, text=page).splitlines()

    assert all(len(line) <= 130 for line in lines if "«" in line or line.startswith("  #   "))
    assert page.splitlines()[1] in " ".join(line.strip().removeprefix("#").strip() for line in lines)


SEVERAL = """\
Löten
Der Kurs findet vom 4. bis 6. März 2027 in Cottbus und am 9. April 2027 statt. Der übernächste startet im Mai 2027.
Im Jahr 2018 begann alles, im März 2022 wurde neu gebaut. Im April 2027 wird gefeiert.
Anmelden: www.schule.de/loeten.
"""


def test_several_days_are_several_runs(house: House) -> None:
    """A span is one of them; which is which is to be checked, and a month to come is no day yet."""
    draft = drafted(house, text=SEVERAL)

    assert [line.strip() for line in in_force(draft) if line.startswith("    ") and "source" not in line][:7] == [
        "start: 2027-03-04  # bitte prüfen",
        "end: 2027-03-06  # bitte prüfen",
        "place: cottbus  # bitte prüfen",
        "registration: https://www.schule.de/loeten  # bitte prüfen",
        "start: 2027-04-09  # bitte prüfen",
        "place: cottbus  # bitte prüfen",
        'title: {de: "Löten"}',
    ]
    assert "# bitte prüfen: 2027-05 nennt keinen Tag, in «Der übernächste startet im Mai 2027.»\n" in draft


@pytest.mark.parametrize("kind", FROM_TEXT)
def test_months_and_years_of_the_past_are_proposed_for_its_history(house: House, kind: str) -> None:
    """Whatever the page is about; those to come are not, of a course."""
    draft = drafted(house, kind, SEVERAL)
    sentence = "#   # «Im Jahr 2018 begann alles, im März 2022 wurde neu gebaut.»\n"
    known = re.findall(r"#   - \{when: ([\d-]+),", draft)

    assert f"{sentence}#   - {{when: 2018, what: {{de: …, en: …}}}}  # bitte prüfen\n#   - {{when: 2022-03, what" in draft
    assert known == (["2018", "2022-03"] if kind in ("offer", "event") else ["2027-03-04", "2027-04-09", "2027-05", "2018", "2022-03", "2027-04"])


def test_a_page_to_register_is_kept_where_there_are_no_runs(house: House) -> None:
    """It is a link then."""
    assert '  - {title: "schule.de", url: "https://www.schule.de/loeten"}  # bitte prüfen' in in_force(drafted(house, "network", SEVERAL))


@pytest.mark.parametrize("kind", FROM_TEXT)
@pytest.mark.parametrize("text", [PAGE, "Nur ein Titel", "Ein Satz. 13.02.206\n13.02.206\nText: mit „Zeichen“ # und {mehr}"])
def test_every_value_of_a_draft_stands_in_the_text(house: House, kind: str, text: str) -> None:
    """Nothing is invented: each address, number and day in force is one of the page."""
    lines = [line for line in drafted(house, kind, text).splitlines() if not line.lstrip().startswith("#")]
    days = {day for line in lines if not line.startswith(("review_by", "    read")) for day in re.findall(r"\d{4}-\d\d-\d\d", line)}
    pages = {page.removeprefix("https://").rstrip('"}') for line in lines if "    url:" not in line for page in re.findall(r"https?://[^\s,]+", line)}

    assert days <= {"2027-03-04", "2027-02-01", "2027-03-09", "2026-11-02"} | ({"2025-05-03"} if text == PAGE else set())
    assert all(page in text for page in pages)


@pytest.mark.parametrize("kind", FROM_TEXT)
def test_a_draft_can_be_read_and_is_told_to_be_looked_at(house: House, kind: str) -> None:
    """It breaks nothing, and `check` names each mark that is left."""
    page = PAGE.replace("Lehrgang", "Lehrgang der GmbH im Netzwerk zur Messe")
    house.write(f"content/{FOLDERS[kind]}/entwurf.yaml", drafted(house, kind, page))
    problems = [problem for problem in check(house.folders, TODAY).problems if "entwurf" in problem.file]

    assert [problem for problem in problems if problem.severity == "error"] == []
    assert sum("bitte prüfen" in problem.message for problem in problems) > 3


@dataclass
class Person:
    """Somebody who types prepared lines and remembers what was said."""

    lines: Sequence[str]
    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def ask(self, question: str) -> str:
        """Type the next line."""
        self.asked.append(question)
        return self.lines[len(self.asked) - 1]


ASKED = {
    "offer": ["Löten", "Soldering", "", "1", "", "", "Du lötest.", "You solder.", "https://example.org", "Seite", "Page", "", "Anna"],
    "event": ["Fest", "", "", "fair", "4.3.2027", "Cottbus", "https://example.org/a", "Schulnetz", "", "https://example.org", "S", "P", "1.1.2026", ""],
    "network": ["Bund", "", "", "1", "Wir.", "We.", "https://example.org", "Seite", "Page", "2026", ""],
    "organisation": ["Amt", "", "", "authority", "", "https://example.org", "Seite", "Page", "", ""],
    "person": ["Ada Beispiel", "", "", "Leiterin", "Head", "schulnetz", "Februar 2026", "ja", "https://example.org", "Seite", "Page", "", ""],
    "place": ["Guben", "", "", "town", "in Guben", "in Guben"],
    "theme": ["Metall", "Metal", ""],
    "intent": ["Wie groß?", "How big?", "", "1", "Die Größe nennen sie nicht.", "They give no size.", *[f"wie groß {n}" for n in "abcdefghij"], "", "how big", "", "größe von dem", ""],
}  # fmt: skip


def test_a_text_for_all_is_asked_where_it_is_from(house: House) -> None:
    """Whoever names an entry gets its source told; who names none has written no facts."""
    lines = ["Jobs?", "", "", "2", "Frag im Schulnetz.", "Ask.", "Schulnetz", *[f"jobs {n}" for n in "abcdefghij"], "", "", ""]
    without = ["" if line == "Schulnetz" else line for line in lines]
    files = [Interview(Person(said).ask, print, catalogue_of(house), TODAY).answers("intent")[1] for said in (lines, without)]
    answers = [line.value for lines in files for line in lines if line.key == "answer"]

    assert answers == [f'\n  text: {{de: "Frag im Schulnetz.", en: "Ask."}}{more}' for more in ("\n  about: [schulnetz]", "")]


@pytest.mark.parametrize("kind", ASKED)
def test_a_file_that_was_asked_for_is_good(house: House, kind: str) -> None:
    """Whoever answers all questions has a file without an error."""
    person = Person(ASKED[kind])
    identifier, lines = Interview(person.ask, person.told.append, catalogue_of(house), TODAY).answers(kind)
    folder = f"content/{FOLDERS[kind]}" if kind in FOLDERS else "intents"
    house.write(f"{folder}/{identifier}.yaml", form(kind, lines, about="Angelegt"))
    problems = [str(problem) for problem in check(house.folders, TODAY).problems if identifier in problem.file]

    assert len(person.asked) == len(person.lines)
    assert (person.asked[0] == "Titel auf Deutsch") == (kind in ("offer", "event", "theme"))
    assert any("Statt eines Namens schreib {topic}." in question for question in person.asked) == (kind == "intent")
    assert person.told == (["«Februar 2026» ist kein Datum. Meintest du 02.2026?"] if kind == "person" else [])
    assert [problem for problem in problems if "Fehler" in problem] == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["", "Löten"], "Hier muss etwas stehen."),
        (["Löten", "", "Löten!", "loeten"], "Nur a–z, Ziffern und Bindestriche. Wie wäre es mit loeten?"),
        (["Löten", "", "cottbus", "loeten"], "«cottbus» gibt es schon."),
        (["Löten", "", "", "advise", "Beratung"], "Tipp eine Zahl von 1 bis 10. Meintest du advice?"),
        (["Löten", "", "", "8", "13.2.206", "ja"], "«13.2.206» ist kein Datum. Meintest du 13.2.2026?"),
        (["Löten", "", "", "8", "4.3.2027", "cotbus", "ja"], "Meintest du cottbus?"),
        (["Löten", "", "", "advise", "Ja"], "Tipp eine Zahl von 1 bis 10. Meintest du advice?"),
        (["Löten", "", "", "8", "4.3.2027", "Paris", ""], "Das kenne ich nicht. Lege erst dafür eine Datei an, oder lass es leer."),
        (["Löten", "", "", "8", "4.3.2027", "", "example org", ""], "«example org» ist keine Internetadresse. Lösche die Leerzeichen darin."),
        (["Löten", "", "", "8", "4.3.2027", "", "www.example.org", "Ja"], "Meintest du https://www.example.org?"),
    ],
)
def test_an_answer_that_cannot_be_right_is_asked_again(house: House, typed: list[str], told: str) -> None:
    """With a word about why."""
    person = Person(typed)
    with suppress(IndexError):  # the interview goes on, the person does not
        Interview(person.ask, person.told.append, catalogue_of(house), TODAY).answers("offer")

    assert person.told == [told]
