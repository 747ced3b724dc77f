"""The names of things, and how much each of their words tells."""

from __future__ import annotations

from collections.abc import Iterable

from bot.language.fold import folded_words
from bot.model.topics import Topic
from bot.understanding.names import Name, NameIndex, descriptions, names_of
from tests.understanding.builders import (
    a_catalogue,
    a_network,
    a_person,
    a_place,
    a_theme,
    an_event,
    an_offer,
    an_organisation,
    stem,
)

LAUSITZ = (
    a_network("kompetenzregion", "Kompetenzregion Lausitz"),
    a_network("junge-lausitz", "Junge Lausitz"),
    an_organisation("wirtschaft-lausitz", "Wirtschaft der Lausitz"),
)


def index_of(*topics: Topic) -> NameIndex:
    """Return the index of the names of *topics*."""
    return NameIndex(names_of(a_catalogue(topics)), stem)


def ids(names: Iterable[Name]) -> set[str]:
    """Return what *names* are names of."""
    return {name.id for name in names}


def test_a_registration_link_names_what_it_was_for() -> None:
    """Whoever pastes it means the course, with or without https and www."""
    run = {"id": "1", "start": "2026-03-04", "registration": "https://www.example.org/Kurs2026"}
    index = index_of(an_offer("kurs", "Kurs", runs=[run]))

    assert ids(index.spelled("exampleorgkurs2026")) == {"kurs"}


def test_a_thing_is_called_by_its_titles_and_by_what_people_say() -> None:
    """Titles of every language and all other names are names."""
    offer = an_offer("kurs", {"de": "Grüner Kurs", "en": "Green course"}, "H2-Kurs")

    names = {name.words for name in names_of(a_catalogue([offer])) if name.id == "kurs"}

    assert names == {("gruener", "kurs"), ("green", "course"), ("h2", "kurs")}


def test_each_kind_of_thing_is_told_apart() -> None:
    """Themes and places narrow a question, kinds say what is looked for, the rest is what it is about."""
    topics = (
        a_theme("energy", "Energie"),
        a_place("forst", "Forst"),
        an_event("messe-forst", "Tag der Berufe"),
    )

    kinds = {
        name.id: name.kind for name in names_of(a_catalogue(topics, synonyms={"elsewhere": ["Bad Muskau"]}))
    }

    assert [kinds["energy"], kinds["forst"], kinds["messe-forst"]] == ["theme", "place", "topic"]
    assert kinds["Bad Muskau"] == "elsewhere"
    assert kinds["event/fair"] == "kind"


def test_a_name_without_letters_is_no_name() -> None:
    """What folds to nothing would be found everywhere."""
    assert not any(name.id == "smile" for name in names_of(a_catalogue([a_network("smile", "👍")])))


def test_blanks_and_hyphens_do_not_matter() -> None:
    """Words run together are one key."""
    index = index_of(an_offer("kurs", "H2-Kurs"))

    assert ids(index.spelled("h2kurs")) == {"kurs"}
    assert index.spelled("kursh2") == ()


def test_inflected_names_are_found_by_their_stems() -> None:
    """«der jungen Lausitz» is the Junge Lausitz."""
    index = index_of(*LAUSITZ)

    assert index.spelled("jungenlausitz") == ()
    assert ids(index.stemmed("junglausitz")) == {"junge-lausitz"}


def test_names_that_share_a_word_are_all_found_by_it() -> None:
    """Which of them is meant is decided by what else is said."""
    index = index_of(*LAUSITZ)

    assert ids(index.bearing("lausitz")) == {"kompetenzregion", "junge-lausitz", "wirtschaft-lausitz"}
    assert ids(index.bearing("kompetenzregionen")) == {"kompetenzregion"}


def test_only_names_of_several_telling_words_are_found_by_one() -> None:
    """Single words are found whole; articles, places and themes are found by no part."""
    index = index_of(
        a_network("qlee", "QLEE"),
        an_organisation("kammer", "Die Kammer der Region"),
        a_place("elster", "Elbe Elster"),
        a_theme("digital", "Digitale Technik"),
        a_person("jana-lindner", "Jana Lindner", "Projektleiterin Ost"),
    )

    assert (
        index.bearing("qlee")
        == index.bearing("die")
        == index.bearing("elster")
        == index.bearing("technik")
        == ()
    )
    assert ids(index.bearing("lindner")) == {"jana-lindner"}
    assert index.bearing("projektleiterin") == ()


def test_a_word_in_many_names_tells_less() -> None:
    """«Kompetenzregion» tells more than «Lausitz», an article nothing."""
    index = index_of(*LAUSITZ)

    assert index.weight("kompetenzregion") > index.weight("lausitz") > index.weight("der") == 0.0
    assert index.weight("sparkasse") == 0.0


def test_the_share_of_a_name_is_that_of_its_weight() -> None:
    """All of a name is 1, nothing of it 0, its telling word most of it."""
    index = index_of(*LAUSITZ)
    name = Name("topic", "kompetenzregion", folded_words("Kompetenzregion Lausitz"), divisible=True)
    telling, common = frozenset({stem("kompetenzregion")}), frozenset({stem("lausitz")})

    assert index.share(name, telling | common) == 1.0
    assert index.share(name, frozenset()) == 0.0
    assert index.share(name, telling) > 0.5 > index.share(name, common) > 0.0


def test_a_name_of_silent_words_has_no_share() -> None:
    """Nothing said of it tells anything."""
    silent = Name("topic", "wir", ("wir", "und", "ihr"))

    assert NameIndex((silent,), stem).share(silent, frozenset({"wir"})) == 0.0


def test_an_index_may_be_empty() -> None:
    """Before staff write anything, nothing is found."""
    index = NameIndex((), stem)

    assert index.longest == 1
    assert not index.spelled("kurs")
    assert not index.bearing("kurs")


def test_the_longest_name_sets_how_far_names_are_looked_for() -> None:
    """Its number of words is known."""
    assert index_of(a_network("lang", "Eins zwo drei vier fünf")).longest == 5


def test_a_theme_and_a_kind_describe_their_only_topic() -> None:
    """«Weiterbildung zu Wasserstoff» is one course where there is only one."""
    hydrogen = an_offer("wasserstoffkurs", "Fachexpertin", themes=["hydrogen"])

    described = descriptions(a_catalogue([hydrogen, a_network("netz", "Netz", themes=["hydrogen"])]))

    assert (
        described["hydrogen", "offer/further-training"] == described["hydrogen", "offer"] == "wasserstoffkurs"
    )
    assert described["hydrogen", "network/network"] == "netz"


def test_two_topics_are_described_by_neither() -> None:
    """Where two fit, a description names none of them alone."""
    topics = [
        an_offer("kurs", "Kurs eins", themes=["hydrogen"]),
        an_offer("studium", "Studium", themes=["hydrogen"], type="study"),
    ]

    described = descriptions(a_catalogue(topics))

    assert ("hydrogen", "offer") not in described
    assert described["hydrogen", "offer/study"] == "studium"
