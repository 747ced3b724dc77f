"""The whole way: two folders in, one catalogue out."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import BotError, MissingFolder, NothingToAsk
from bot.knowledge import Problem, read
from tests.knowledge.support import GOOD, INTENT, OFFER, Folders, good_folders

NEW = "content/offers/neu.yaml"
CRISIS = """\
kinds:
  suicide:
    phrases: {de: [nicht mehr leben]}
    say: {de: Du bist nicht allein., en: You are not alone.}
  bullying:
    phrases: {de: [werde gemobbt]}
    say: {en: You are not alone.}
help:
  - {text: {de: "Nummer 116 111", en: "Number 116 111"}, source: nirgends}
sources: {}
"""


def test_a_problem_prints_as_place_and_sentence() -> None:
    """The first line can be clicked in an editor, the second is read."""
    problem = Problem(
        "content/a.yaml", 14, 12, "error", "«13.02.206» ist kein Datum.", "Meintest du 13.02.2026?"
    )

    assert (
        str(problem) == "content/a.yaml:14:12  Fehler\n  «13.02.206» ist kein Datum. Meintest du 13.02.2026?"
    )


def test_a_warning_without_suggestion_prints_without_a_rest() -> None:
    """Nothing hangs behind the sentence."""
    assert str(Problem("a.yaml", 1, 2, "warning", "Satz.")) == "a.yaml:1:2  Warnung\n  Satz."


def test_good_folders_have_no_problem(folders: Folders) -> None:
    """Every later test changes one thing about them."""
    knowledge = folders.read()

    assert knowledge.problems == ()
    assert list(knowledge.catalogue.topics) == ["cottbus", "energy", "kurs"]
    assert list(knowledge.catalogue.intents) == ["cost", "hello", "overview"]


def test_every_scalar_stays_what_staff_wrote(folders: Folders) -> None:
    """YAML's own ideas of numbers, times and no are not ours."""
    topic = (
        folders.write(NEW, OFFER + "phone: 0355\nowner: no\nalso_called: [10:30, 1_000, ~]\n")
        .read()
        .catalogue.topics["neu"]
    )

    assert topic.phone is not None
    assert (topic.phone.value, topic.owner, topic.also_called) == ("0355", "no", ("10:30", "1_000", "~"))


@pytest.mark.parametrize("name", [name for name in GOOD if name != "content/crisis.yaml"])
def test_one_bad_file_never_stops_the_others(folders: Folders, name: str) -> None:
    """Law 7: everything else loads, and the bad file is named."""
    knowledge = folders.write(name, "title: {de: [").read()
    loaded = {*knowledge.catalogue.topics, *knowledge.catalogue.intents}

    assert {Path(good).stem for good in GOOD} - {Path(name).stem, "crisis"} == loaded
    assert {name} == {problem.file for problem in knowledge.errors}


def test_texts_are_read_by_language(folders: Folders) -> None:
    """Fluent files are handed on as they are."""
    folders.write("content/texts/de.ftl", "hallo = Hallo\n").write("content/texts/notes.ftl", "x = y\n")
    folders.write("content/texts/en.ftl", "hallo = Hello\n")

    assert folders.read().catalogue.texts == {"de": "hallo = Hallo\n", "en": "hallo = Hello\n"}
    assert folders.told() == [
        "content/texts/notes.ftl:1:1  Warnung\n  Der Name muss eine Sprache sein. Zum Beispiel de.ftl."
    ]


def test_a_text_in_a_wrong_encoding_is_left_out(folders: Folders) -> None:
    """The same sentence as for any other file."""
    folders.write("content/texts/de.ftl", "hallo = Grüße\n".encode("cp1252"))

    assert folders.read().catalogue.texts == {}
    assert folders.sentences("content/texts/de.ftl")[0].startswith(
        "1:11 Die Datei ist nicht als UTF-8 gespeichert"
    )


def test_a_new_texts_file_adds_a_language(folders: Folders) -> None:
    """Nothing else has to be told about it."""
    folders.write("content/texts/fr.ftl", "a = b\n").write(NEW, OFFER + "summary: {de: a, en: b, fr: c}\n")

    assert not folders.told()


def test_synonyms_are_read(folders: Folders) -> None:
    """They may be missing, too."""
    before = folders.read().catalogue.synonyms.replace
    after = (
        folders.write("content/synonyms.yaml", "replace: {de: {vllt: vielleicht}}\n")
        .read()
        .catalogue.synonyms.replace
    )

    assert (before, after) == ({}, {"de": {"vllt": "vielleicht"}})


def test_without_crisis_rules_staff_are_told(folders: Folders) -> None:
    """Law 4: nothing is worse than not to recognise distress."""
    (folders.root / "content/crisis.yaml").unlink()

    assert folders.told() == [
        (
            "content/crisis.yaml:1:1  Fehler\n"
            "  Die Datei fehlt, der Bot erkennt keine Notlagen. Hole sie aus der letzten Fassung zurück."
        )
    ]


@pytest.mark.parametrize("left", ["", "# nichts mehr\n"])
def test_nobody_is_told_to_delete_empty_crisis_rules(folders: Folders, left: str) -> None:
    """Any other empty file may go; without this one nobody in distress is recognised."""
    told = folders.write("content/crisis.yaml", left).sentences("content/crisis.yaml")

    assert told == ["1:1 Die Datei ist leer. Der Bot braucht sie: Hole sie aus der letzten Fassung zurück, lösche sie nicht."]


def test_a_slip_in_the_crisis_rules_costs_only_its_rule(folders: Folders) -> None:
    """Law 4: what can be read protects people, whatever else is wrong; so does a helpline without source."""
    knowledge = folders.write("content/crisis.yaml", CRISIS).read()

    assert list(knowledge.catalogue.crisis.kinds) == ["suicide"]
    assert [line.text["de"] for line in knowledge.catalogue.crisis.help] == ["Nummer 116 111"]
    assert folders.sentences("content/crisis.yaml") == [
        '7:10 Bei «say» fehlt der deutsche Text. Ergänze de: "…".',
        "9:66 Die Quelle «nirgends» steht nicht unter «sources». Ergänze sie dort.",
    ]


def test_the_version_changes_with_every_file(folders: Folders) -> None:
    """Names and contents count, so caches know when knowledge is new."""
    first = folders.read().catalogue.version
    again = folders.read().catalogue.version
    longer = folders.write("content/offers/kurs.yaml", OFFER + "\n").read().catalogue.version
    renamed = folders.write(NEW, OFFER).read().catalogue.version

    assert first == again
    assert len({first, longer, renamed}) == 3


@pytest.mark.parametrize(("folder", "what"), [("content", "Inhalten"), ("intents", "Fragen")])
def test_a_missing_folder_is_one_sentence(folders: Folders, folder: str, what: str) -> None:
    """Nothing can be read, so nothing is."""
    path = folders.root / folder
    path.rename(folders.root / "weg")

    with pytest.raises(MissingFolder) as error:
        folders.read()

    advice = f"Hole ihn aus der letzten Fassung zurück, oder nenne in {folder.upper()}_DIR, wo er liegt."
    assert f"Der Ordner mit den {what} fehlt: {path}. {advice}" == str(error.value)


def test_without_a_single_question_there_is_no_bot(folders: Folders) -> None:
    """The sentence says so, the details say why."""
    for name in ("overview", "cost", "hello"):
        folders.write(f"intents/{name}.yaml", "title: x\n")

    with pytest.raises(NothingToAsk) as error:
        folders.read()

    place = folders.root / "intents"
    assert f"Der Bot hat nichts zu beantworten: In {place} ist keine Frage lesbar." == str(error.value)
    assert any(
        "intents/cost.yaml:1:1  Fehler\n  Hier fehlt «examples»." in line for line in error.value.details
    )
    assert isinstance(error.value, BotError)


def test_a_content_folder_may_be_almost_empty(tmp_path: Path) -> None:
    """The first topic comes after the first question."""
    folders = Folders(tmp_path).write("intents/overview.yaml", INTENT)
    (tmp_path / "content").mkdir()

    assert folders.read().catalogue.topics == {}


def test_hundreds_of_slips_in_one_file_are_not_all_listed(folders: Folders) -> None:
    """Twenty are enough to see the cause, and the gravest come first."""
    folders.write(NEW, OFFER + "".join(f"key-{number}: x\n" for number in range(300)))
    told = folders.sentences(NEW)

    assert len(told) == 21
    assert told[-1] == "24:1 In dieser Datei stimmt noch mehr nicht. Behebe erst, was darüber steht."


def test_a_bomb_of_aliases_is_refused_at_once(folders: Folders) -> None:
    """A few lines that would grow to billions of texts."""
    names = "abcdefghij"
    grown = [f"{name}: &{name} [{', '.join(['*' + below] * 9)}]" for below, name in pairwise(names)]
    bomb = "\n".join(["a: &a [x, x]", *grown])

    assert folders.write(NEW, bomb).sentences(NEW) == [
        ('1:4 Ein Wert darf nicht mit «&» anfangen. Schreib es in Anführungszeichen: "&a [x, x]"')
    ]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_endless_nesting_is_refused_at_once(folders: Folders, opening: str) -> None:
    """It would exhaust the memory or the stack of a careless reader."""
    told = folders.write(NEW, opening * (400_000 // len(opening))).sentences(NEW)

    assert len(told) == 1
    assert told[0].endswith("Hier sind mehr als 20 Ebenen ineinander verschachtelt. Schreib es flacher.")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(junk=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_whatever_bytes_a_file_has_the_others_load(tmp_path: Path, junk: bytes) -> None:
    """Never an exception, always a problem at that file."""
    knowledge = good_folders(tmp_path).write(NEW, junk).read()

    assert {"kurs", "cottbus", "energy"} == set(knowledge.catalogue.topics)
    assert NEW in {problem.file for problem in knowledge.errors}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    place=st.integers(0, 600),
    junk=st.text(st.sampled_from("\t\n #&*!|>'\"%@`{}[],:?-0a\\ü\u2028\ufeff\0"), max_size=6),
    gone=st.integers(0, 12),
)
def test_a_slip_anywhere_never_stops_the_others(tmp_path: Path, place: int, junk: str, gone: int) -> None:
    """A few letters too many or too few in a good file: it loads, or it is told why not."""
    text = (
        INTENT
        + "tests:\n  de:\n    - {ask: wann, topic: kurs}\nnot_this:\n  de:\n    - was kostet es: cost\n"
    )
    broken = text[:place] + junk + text[place + gone :]
    knowledge = good_folders(tmp_path).write("intents/neu.yaml", broken).read()

    assert {"overview", "cost"} <= set(knowledge.catalogue.intents)
    assert "neu" in knowledge.catalogue.intents or knowledge.errors
    assert all("\n  " in str(problem) for problem in knowledge.problems)


def test_reading_needs_no_more_than_its_folders(folders: Folders) -> None:
    """Nothing outside PyYAML's plain texts is built, so no YAML tag can run code."""
    folders.write(NEW, "title: !!python/object/apply:os.system [true]\n")

    assert folders.sentences(NEW) == [
        (
            "1:8 Ein Wert darf nicht mit «!» anfangen. "
            'Schreib es in Anführungszeichen: "!!python/object/apply:os.system [true]"'
        )
    ]


def test_a_folder_may_be_given_as_a_dot(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """Problems still begin with the name of the folder."""
    folders.write(NEW, "x")
    monkeypatch.chdir(folders.root / "content")

    assert {NEW} == {problem.file for problem in read(Path(), Path("../intents")).problems}


def test_a_broken_topic_is_remembered_by_its_names(folders: Folders) -> None:
    """Whatever is wrong with its YAML; not a broken place, theme or question, which nobody asks about by name."""
    broken = "title: {de: \"Große Messe\", en: Big fair}\nalso_called: [Messetag, 'die Messe'] # Namen\ntype: [\n"
    folders.write("content/events/messe-2027.yaml", broken).write("content/events/leer.yaml", b"\xff")
    folders.write("content/places/forst.yaml", "title: [").write("intents/dates.yaml", "title: [")

    lost = folders.read().catalogue.lost

    assert sorted(names[0] for names in lost) == ["Große Messe", "leer"]
    assert {"messe 2027", "Big fair", "Messetag", "die Messe"} <= {name for names in lost for name in names}
