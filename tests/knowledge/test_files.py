"""What can be wrong with a file before its first word is read."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.knowledge.support import INTENT, OFFER, Folders

NEW = "content/offers/neu.yaml"
SAVE = "Speichere sie mit der Kodierung UTF-8."


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(
            b"", "1:1 Die Datei ist leer. Schreib den Eintrag hinein oder lösche die Datei.", id="empty"
        ),
        pytest.param(
            "title: x\nowner: Büro\n".encode("cp1252"),
            f"2:9 Die Datei ist nicht als UTF-8 gespeichert (hier steht wohl «ü»). {SAVE}",
            id="cp1252",
        ),
        pytest.param(
            "owner: Büro\ntitle: Bür".encode() + b"\xe2\x80",
            "2:11 Hier hört die Datei mitten in einem Buchstaben auf. Hole sie aus der letzten Fassung zurück.",
            id="cut within a letter",
        ),
        pytest.param("title: Caf\xe4".encode("cp1252"), f"1:11 Die Datei ist nicht als UTF-8 gespeichert (hier steht wohl «ä»). {SAVE}", id="cp1252 at the end"),
        pytest.param(
            "title: x\n".encode("utf-16"),
            f"1:1 Die Datei ist als UTF-16 gespeichert, nicht als UTF-8. {SAVE}",
            id="utf-16",
        ),
        pytest.param(
            b"title: a\0b\n",
            "1:9 Das ist keine Textdatei, sie enthält Null-Bytes. Speichere sie als reinen Text in UTF-8.",
            id="null bytes",
        ),
        pytest.param(
            b"title: x\n<<<<<<< HEAD\ntype: advice\n=======\ntype: money\n>>>>>>> neu\n",
            "2:1 Hier stehen zwei Fassungen nebeneinander, zwischen denen git nicht entscheiden konnte. "
            "Behalte eine und lösche die Zeilen mit <<<<<<<, ======= und >>>>>>>.",
            id="conflict",
        ),
        pytest.param(
            b"title: x\n=======\ntype: money\n",
            "2:1 Hier stehen zwei Fassungen nebeneinander, zwischen denen git nicht entscheiden konnte. "
            "Behalte eine und lösche die Zeilen mit <<<<<<<, ======= und >>>>>>>.",
            id="half of a conflict",
        ),
        pytest.param(
            b"title: a\x07b\n",
            "1:9 Hier steht ein unsichtbares Zeichen (U+0007). Lösche es und tippe die Stelle neu.",
            id="control character",
        ),
        pytest.param(
            b'title: "a\\0b"\n',
            "1:8 Im Text steht ein unsichtbares Zeichen. Lösche die Folge mit dem Rückstrich \\.",
            id="escaped control character",
        ),
        pytest.param(
            b"# " + b"a" * 2 * 1024 * 1024,
            "1:1 Die Datei ist größer als 2 MiB. Teile sie in mehrere Einträge auf.",
            id="huge",
        ),
    ],
)
def test_bytes_that_are_no_text_are_refused(folders: Folders, content: bytes, told: str) -> None:
    """Staff learn how to save the file, and where the first wrong byte is."""
    assert told in folders.write(NEW, content).sentences(NEW)


def test_a_byte_order_mark_does_no_harm(folders: Folders) -> None:
    """Editors on Windows put it there."""
    folders.write(NEW, b"\xef\xbb\xbf" + OFFER.encode())

    assert not folders.told()
    assert folders.read().catalogue.topics["neu"].title["de"] == "Kurs"


def test_line_ends_of_windows_do_no_harm(folders: Folders) -> None:
    """Lines are counted the same and texts have no rest of them."""
    folders.write(NEW, (OFFER + "owner: Redaktion\nreview_by: bald\n").replace("\n", "\r\n"))

    assert folders.sentences(NEW)[0].startswith("6:12 «bald» ist kein Datum.")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "Wasserstoff Kurs für Alle.yaml",
            (
                "Im Dateinamen sind nur a–z, Ziffern und Bindestriche erlaubt, höchstens 40 Zeichen. "
                "Nenne sie wasserstoff-kurs-fuer-alle.yaml."
            ),
        ),
        ("neu.yml", "Die Datei wird nicht gelesen: Ihr Name muss auf .yaml enden. Nenne sie neu.yaml."),
        ("neu.txt", "Die Datei wird nicht gelesen: Ihr Name muss auf .yaml enden. Nenne sie neu.yaml."),
        ("Neuer Kurs.docx", "Solche Dateien liest der Bot nicht. Kopiere ihren Text in eine Textdatei neuer-kurs.yaml."),
        ("neu.YAML", "Die Datei wird nicht gelesen: Ihr Name muss auf .yaml enden. Nenne sie neu.yaml."),
        ("neu.yaml.txt", "Die Datei wird nicht gelesen: Ihr Name muss auf .yaml enden. Nenne sie neu.yaml."),
        (
            "ÄÖ__!.yaml",
            (
                "Im Dateinamen sind nur a–z, Ziffern und Bindestriche erlaubt, höchstens 40 Zeichen. "
                "Nenne sie aeoe.yaml."
            ),
        ),
        (
            f"{'a' * 41}.yaml",
            (
                "Im Dateinamen sind nur a–z, Ziffern und Bindestriche erlaubt, höchstens 40 Zeichen. "
                f"Nenne sie {'a' * 40}.yaml."
            ),
        ),
    ],
)
def test_a_wrong_file_name_gets_a_better_one(folders: Folders, name: str, told: str) -> None:
    """The file name is the id in links and buttons."""
    folders.write(f"content/offers/{name}", OFFER)

    assert [f"1:1 {told}"] == folders.sentences(f"content/offers/{name}")
    assert [key for key, topic in folders.read().catalogue.topics.items() if topic.kind == "offer"] == [
        "kurs"
    ]


def test_files_that_are_no_entries_are_passed_over(folders: Folders) -> None:
    """Help texts and what editors leave behind are nobody's mistake."""
    for name in ("README.md", ".kurs.yaml.swp", "kurs.yaml~", "kurs.yaml.bak"):
        folders.write(f"content/offers/{name}", "title: x")

    assert not folders.told()


def test_the_files_that_name_an_id_of_two_files_are_not_blamed(folders: Folders) -> None:
    """The second file is left out, so what it was named for has another kind for now."""
    folders.write("content/organisations/cottbus.yaml", "title: Stadt Cottbus\ntype: authority\n")
    folders.write("content/events/messe.yaml", "title: {de: Messe, en: Fair}\ntype: fair\nplace: cottbus\n")

    told = {(problem.file, problem.severity) for problem in folders.read().problems}

    assert told == {("content/places/cottbus.yaml", "error")}


def test_one_id_in_two_files_is_an_error_that_names_both(folders: Folders) -> None:
    """Topics and intents share one namespace; the first file stays in force."""
    folders.write("intents/kurs.yaml", INTENT)

    message = "1:1 Die Kennung «kurs» gibt es zweimal: content/offers/kurs.yaml und intents/kurs.yaml."
    assert [f"{message} Benenne eine der beiden Dateien um."] == folders.sentences("intents/kurs.yaml")
    assert "kurs" in folders.read().catalogue.topics
    assert "kurs" not in folders.read().catalogue.intents


def test_a_folder_nobody_reads_is_a_warning(folders: Folders) -> None:
    """A copy of entries that are all in place does no harm."""
    folders.write("content/offers-alt/kurs.yaml", OFFER)

    (told,) = folders.told("content/offers-alt")
    assert told.startswith("content/offers-alt:1:1  Warnung\n  Den Ordner «offers-alt» liest der Bot nicht. Lege die Dateien in einen von")


def test_a_missing_folder_is_told_once_and_nothing_that_follows_from_it(folders: Folders) -> None:
    """Its entries are named in many files, in which nothing has to be changed; that of a folder that is there is told."""
    names = [f"thema-{number}" for number in range(1, 10)]
    folders.write(NEW, OFFER + f"themes: [{', '.join(names)}]\nplace: dort\n")
    (folders.root / "content/themes/energy.yaml").unlink()
    (folders.root / "content/themes").rmdir()

    where, elsewhere = folders.told("content/themes"), folders.told(NEW)

    lost = "thema-1, thema-2, thema-3 und 6 weitere"
    message = f"Der Ordner fehlt, und 9 Einträge, die anderswo genannt werden, gibt es nicht: {lost}."
    assert where == [f"content/themes:1:1  Fehler\n  {message} Hole ihn aus der letzten Fassung zurück."]
    assert ["Einen Ort «dort» gibt es nicht." in told for told in elsewhere] == [True]


def test_of_a_folder_nobody_needs_nothing_is_told(folders: Folders) -> None:
    """One or two wrong ids are told where they stand, though the folder they may have been in is not there."""
    folders.write(NEW, OFFER + "provider: dort\n")

    assert ["Einen Eintrag «dort» gibt es nicht." in told for told in folders.told()] == [True]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("themen", "liest der Bot nicht, so fehlt ihm ein Eintrag. Benenne ihn in themes um."),
        ("thems", "liest der Bot nicht, so fehlt ihm ein Eintrag. Benenne ihn in themes um."),
        ("angebote", "liest der Bot nicht, so fehlt ihm ein Eintrag. Lege die Dateien in den Ordner offers."),
        ("xyzzy", "Lege die Dateien in einen von diesen: offers, events, networks, organisations, people, places, themes, paths, texts."),
    ],
)
def test_a_renamed_folder_is_told_once_and_nothing_that_follows_from_it(folders: Folders, name: str, told: str) -> None:
    """Its entries are lacking in many files, in which nothing has to be changed."""
    folders.write(NEW, OFFER + "themes: [energy]\n").write("content/offers/noch-einer.yaml", OFFER + "themes: [energy]\n")
    (folders.root / "content/themes").rename(folders.root / f"content/{name}")
    (problem,) = folders.read().problems

    assert (problem.file, problem.severity) == (f"content/{name}", "error")
    assert str(problem).endswith(told)


def test_an_entry_beside_the_folders_is_told_once(folders: Folders) -> None:
    """Not also where it is named."""
    folders.write(NEW, OFFER + "contact: amt\n").write("content/amt.yaml", "title: Amt\ntype: advice\n")

    assert folders.told() == ["content/amt.yaml:1:1  Fehler\n  Diese Datei liest der Bot hier nicht. Lege sie in einen der Ordner."]


def test_a_folder_within_a_folder_is_a_warning(folders: Folders) -> None:
    """Sorting files into years would hide them."""
    folders.write("content/offers/2027/neu.yaml", OFFER)

    message = "In Unterordnern liest der Bot nicht. Lege die Dateien eine Ebene höher."
    assert folders.told() == [f"content/offers/2027:1:1  Warnung\n  {message}"]


def test_a_file_beside_the_folders_is_a_warning(folders: Folders) -> None:
    """Only the crisis rules and the synonyms lie there."""
    folders.write("content/krisis.yaml", "kinds: {}\n").write("content/neu.yaml", OFFER)

    message = "1:1 Diese Datei liest der Bot hier nicht."
    assert folders.sentences("content/krisis.yaml") == [f"{message} Meintest du crisis.yaml?"]
    assert folders.sentences("content/neu.yaml") == [f"{message} Lege sie in einen der Ordner."]


def test_a_file_that_cannot_be_opened_is_an_error(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here a socket, which nobody can open as a file: root may read whatever else there is."""
    monkeypatch.chdir((folders.root / NEW).parent)  # a socket's path may not be long
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(Path(NEW).name)

        assert folders.sentences(NEW) == ["1:1 Die Datei lässt sich nicht öffnen. Prüfe, ob du sie lesen darfst."]


def test_a_link_that_leads_nowhere_is_told_as_that(folders: Folders) -> None:
    """Nobody looks for rights that are not the matter."""
    (folders.root / NEW).symlink_to(folders.root / "nirgends")

    assert folders.sentences(NEW) == ["1:1 Das ist nur ein Verweis, der ins Leere führt. Ersetze ihn durch die Datei selbst."]


def test_a_folder_with_the_name_of_a_file_is_told_as_that(folders: Folders) -> None:
    """It comes into being when something is unpacked."""
    (folders.root / NEW).mkdir()

    assert folders.sentences(NEW) == [
        "1:1 Das ist ein Ordner und keine Datei. Lege die Dateien darin eine Ebene höher und lösche ihn."
    ]


def test_a_language_without_its_file_is_told_once(folders: Folders) -> None:
    """However many texts are in it, and wherever."""
    text = "title: {de: Kurs, en: Course, de-simple: Kurs}\n"
    for number in range(3):
        folders.write(f"content/offers/kurs-{number}.yaml", OFFER.replace("title: {de: Kurs, en: Course}\n", text))

    (told,) = folders.told()
    assert "Die Sprache «de-simple» kennt der Bot nicht, genannt wird das an 3 Stellen in 3 Dateien" in told
    assert told.endswith("Möglich sind de oder en; für sie fehlt die Datei texts/de-simple.ftl.")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("en.ftl.txt", b"a = A\n", "content/texts/en.ftl.txt:1:1  Fehler\n  Die Datei wird nicht gelesen: Ihr Name muss auf .ftl enden. Nenne sie en.ftl."),
        ("en.ftl", b"a = \xe4\n", "content/texts/en.ftl:1:5  Fehler\n  Die Datei ist nicht als UTF-8 gespeichert (hier steht wohl «ä»). Speichere sie mit der Kodierung UTF-8."),
        ("note.md", b"", "content/texts/en.ftl:1:1  Fehler\n  Die Datei fehlt, der Bot sagt dann alles auf Deutsch. Hole sie aus der letzten Fassung zurück."),
    ],
)  # fmt: skip
def test_the_sentences_of_a_language_that_cannot_be_read_are_told_once(folders: Folders, name: str, text: bytes, told: str) -> None:
    """And not at every text of that language."""
    folders.write("content/texts/de.ftl", "a = A\n").write(f"content/texts/{name}", text)

    assert folders.told() == [told]


def test_crisis_rules_of_another_name_are_told_once(folders: Folders) -> None:
    """With what they are called now."""
    (folders.root / "content/crisis.yaml").rename(folders.root / "content/krisis.yaml")

    assert folders.told() == [
        "content/crisis.yaml:1:1  Fehler\n  Die Datei fehlt, der Bot erkennt keine Notlagen. Heißt sie jetzt krisis.yaml? Dann nenne sie wieder crisis.yaml."
    ]
