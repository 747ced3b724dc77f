"""What depends on several files at once."""

from __future__ import annotations

from bot.model.topics import Network, Offer, Topic
from tests.knowledge.support import INTENT, OFFER, Folders

NEW = "content/offers/neu.yaml"
SOURCES = "sources:\n  page: {title: Seite, url: https://example.org, read: 2026-11-21}\n"
OFFICE = "title: Amt\ntype: advice\n"
RUN = "runs:\n  - {id: a, start: 2027-03-04, place: cotbus}\n  - {id: b, start: 2027-04-04, place: cottbus}\n"


def _offer(folders: Folders) -> Offer:
    offer = folders.read().catalogue.topics["neu"]
    assert isinstance(offer, Offer)
    return offer


def test_an_unknown_place_costs_the_run_only_its_place(folders: Folders) -> None:
    """What does not depend on the slip stays."""
    runs = _offer(folders.write(NEW, OFFER + RUN)).runs

    assert [(run.id, run.place) for run in runs] == [("a", None), ("b", "cottbus")]


def test_a_run_that_cannot_be_true_is_left_out(folders: Folders) -> None:
    """The course and its other dates stay."""
    text = "runs:\n  - {id: a, start: 2027-03-04, end: 2027-03-01}\n  - {id: b, start: 2027-04-04}\n"

    assert [run.id for run in _offer(folders.write(NEW, OFFER + text)).runs] == ["b"]


def test_a_fact_with_an_unknown_source_is_left_out(folders: Folders) -> None:
    """Otherwise it would be told with the first source of the file, which does not say it."""
    text = "facets:\n  cost: {de: a, en: b, source: pgae}\nsummary: {de: a, en: b}\n"
    offer = _offer(folders.write(NEW, OFFER + text))

    assert not offer.facets
    assert offer.summary is not None


def test_a_list_with_an_unknown_member_is_left_out_as_a_whole(folders: Folders) -> None:
    """A shortened list would deny somebody's membership."""
    text = (
        "title: {de: Netz, en: Net}\ntype: network\nmembers:\n  groups:\n    - {title: a, who: [amt, atm]}\n"
    )
    folders.write("content/networks/netz.yaml", text + SOURCES).write(
        "content/organisations/amt.yaml", OFFICE
    )
    network = folders.read().catalogue.topics["netz"]

    assert isinstance(network, Network)
    assert network.members is None


def test_one_broken_file_is_named_where_others_need_it(folders: Folders) -> None:
    """The others load without it, and nothing is told of them."""
    folders.write("content/places/cottbus.yaml", "title: Cottbus\ntype: town\n").write(NEW, OFFER + "place: cottbus\n")

    assert folders.told("content/offers") == []
    assert folders.sentences("content/places/cottbus.yaml") == [
        "1:1 Hier fehlt «where». Ergänze where: … (Wie man es im Satz sagt: «in Lübbenau», «im Industriepark …»)",
    ]
    assert _offer(folders).place is None


def test_a_broken_question_does_not_bury_its_cause(folders: Folders) -> None:
    """However many files need it, there is one sentence: its own."""
    folders.write("intents/cost.yaml", "title: [\n")
    for number in range(30):
        folders.write(f"content/offers/kurs-{number}.yaml", OFFER + "facets:\n  cost: {de: a, en: b}\n")

    assert [problem.file for problem in folders.read().problems] == ["intents/cost.yaml"]


def test_a_deleted_question_is_one_sentence_with_all_its_places(folders: Folders) -> None:
    """However many still name it; two places are told one by one, as slips of the pen are."""
    (folders.root / "intents/cost.yaml").unlink()
    facets = OFFER + "facets:\n  cost: {de: a, en: b}\n"
    folders.write("content/offers/a.yaml", facets + "questions:\n  cost: [was kostet das]\n")
    assert [problem.line for problem in folders.read().problems] == [6, 8]

    folders.write("content/offers/b.yaml", facets)
    (told,) = folders.told()
    assert told == (
        "content/offers/a.yaml:6:3  Fehler\n  Eine Frage «cost» gibt es nicht, genannt wird das an 3 Stellen in 2 Dateien: "
        "content/offers/a.yaml:6, content/offers/a.yaml:8 und content/offers/b.yaml:6. Ist die Datei umbenannt, ergänze in "
        "der neuen formerly: [cost]. Ist sie gelöscht, hole sie zurück oder lösche auch diese Stellen."
    )
    for number in range(30):
        folders.write(f"content/offers/kurs-{number}.yaml", facets)
    (told,) = folders.told()
    assert "an 33 Stellen in 32 Dateien: content/offers/a.yaml:6, content/offers/a.yaml:8, content/offers/b.yaml:6 und 30" in told


def test_a_file_of_a_wrong_name_is_missed_but_told_once(folders: Folders) -> None:
    """Whatever names it by its right id is not wrong."""
    (folders.root / "content/places/cottbus.yaml").rename(folders.root / "content/places/Cottbus.yml")
    folders.write(NEW, OFFER + "place: cottbus\n")

    assert {problem.file for problem in folders.read().problems} == {"content/places/Cottbus.yml"}


def test_a_topic_without_sources_is_left_out_and_missed(folders: Folders) -> None:
    """Law 2: what has no source is not said, not even by way of another file."""
    folders.write("content/organisations/amt.yaml", f"{OFFICE}phone: 0355 1\n").write(
        NEW, OFFER + "contact: amt\n"
    )

    assert "amt" not in folders.read().catalogue.topics
    assert folders.sentences(NEW) == []
    assert len(folders.sentences("content/organisations/amt.yaml")) == 1


def test_what_is_told_from_dates_may_be_written_down_too(folders: Folders) -> None:
    """A deadline that no run holds, in the words of staff."""
    folders.write("intents/deadline.yaml", INTENT.replace("show: [overview]", "show: [deadline]")).write(NEW, OFFER + "facets:\n  deadline: {de: a, en: b}\n")

    assert _offer(folders).facets["deadline"].text["de"] == "a"


def test_a_broken_question_is_named_at_the_facets_it_asks_for(folders: Folders) -> None:
    """The facet itself is fine and stays."""
    folders.write("intents/cost.yaml", "title: x\n").write(NEW, OFFER + "facets:\n  cost: {de: a, en: b}\n")

    assert folders.sentences(NEW) == []
    assert "cost" in _offer(folders).facets


def test_a_deadline_can_be_told_in_words(folders: Folders) -> None:
    """Where no date says it: the part of the answer that tells dates says the facet of its name too."""
    folders.write("intents/deadline.yaml", INTENT.replace("overview", "deadline"))
    folders.write(NEW, OFFER + "facets:\n  deadline: {de: a, en: b}\n")

    assert folders.sentences(NEW) == []
    assert "deadline" in _offer(folders).facets


def test_questions_that_cannot_be_answered_are_left_out(folders: Folders) -> None:
    """Only those: what can be answered is still found by its questions."""
    text = "summary: {de: a, en: b}\nquestions: {overview: [worum gehts], cost: [was blechen], nix: [hä]}\n"

    assert dict(_offer(folders.write(NEW, OFFER + text + "\n")).questions) == {"overview": ("worum gehts",)}


def test_questions_of_a_broken_intent_stay(folders: Folders) -> None:
    """The slip is in the other file."""
    folders.write("intents/cost.yaml", "title: x\n").write(NEW, OFFER + "questions: {cost: [was blechen]}\n")

    assert folders.sentences(NEW) == []
    assert "cost" in _offer(folders).questions


def test_a_former_id_still_leads_to_its_topic(folders: Folders) -> None:
    """It works and is a warning: old ids are for links, not for files."""
    folders.write(
        "content/places/cottbus.yaml", "title: Cottbus\ntype: town\nwhere: in C\nformerly: chosebuz\n"
    )
    folders.write(NEW, OFFER + "place: chosebuz\n")

    assert folders.sentences(NEW) == ["5:8 «chosebuz» heißt jetzt «cottbus». Schreib die neue Kennung."]
    assert folders.read().catalogue.topic(_offer(folders).place) is not None


def test_one_former_id_cannot_lead_to_two_topics(folders: Folders) -> None:
    """An old button must have one meaning."""
    for name in ("alpha", "beta"):
        folders.write(f"content/offers/{name}.yaml", OFFER + "formerly: alt\n")

    assert folders.told() == [
        (
            "content/offers/alpha.yaml:5:11  Fehler\n"
            "  Die alte Kennung «alt» steht auch bei «beta». Lösche sie in einer der beiden Dateien."
        )
    ]


def test_whoever_speaks_for_the_press_is_no_contact(folders: Folders) -> None:
    """Press offices are never named as advice."""
    folders.write("content/people/ada.yaml", "title: Ada\npress_only: true\n").write(
        NEW, OFFER + "contact: ada\n"
    )

    assert folders.sentences(NEW) == [
        "5:10 «ada» ist nur für Presseanfragen da. Nenne unter «contact» eine Stelle, die berät."
    ]
    assert _offer(folders).contact is None


def test_contacts_that_lead_in_a_circle_are_told_once(folders: Folders) -> None:
    """The chain is cut at one place, the rest of it stays."""
    folders.write("content/organisations/b.yaml", OFFICE + "contact: c\n")
    folders.write("content/organisations/c.yaml", OFFICE + "contact: a\n")
    folders.write("content/organisations/a.yaml", OFFICE + "contact: b\n")

    assert folders.told() == [
        (
            "content/organisations/a.yaml:3:10  Fehler\n"
            "  Die Kette bei «contact» läuft im Kreis: a → b → c → a. Ändere einen der Einträge."
        )
    ]
    assert [_topic(folders, key).contact for key in ("a", "b", "c")] == [None, "c", "a"]


def _topic(folders: Folders, identifier: str) -> Topic:
    return folders.read().catalogue.topics[identifier]


def test_an_unknown_id_that_begins_a_longer_one_is_completed(folders: Folders) -> None:
    """People write the short name of an office."""
    folders.write("content/organisations/ihk-cottbus.yaml", OFFICE).write(NEW, OFFER + "contact: ihk\n")

    assert folders.sentences(NEW) == ["5:10 Einen Eintrag «ihk» gibt es nicht. Meintest du ihk-cottbus?"]


def test_a_wrong_next_step_costs_the_question_only_that_step(folders: Folders) -> None:
    """The question is still answered."""
    folders.write("intents/neu.yaml", INTENT.replace("[overview]}", "[overview], next: [overview, nix]}"))

    assert folders.read().catalogue.intents["neu"].answer.next == ("overview",)


def test_an_answer_that_lists_nothing_known_leaves_the_question(folders: Folders) -> None:
    """A kind with a typo is left out of the list."""
    folders.write("intents/neu.yaml", INTENT.replace("show: [overview]", "list: {of: [offer, evnt]}"))
    spec = folders.read().catalogue.intents["neu"].answer.list

    assert spec is not None
    assert spec.of == ("offer",)
