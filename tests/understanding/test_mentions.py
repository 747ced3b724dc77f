"""What a question names, and what it only seems to name."""

from __future__ import annotations

from datetime import date

import pytest

from bot.language.fold import words
from bot.language.normalise import Token
from bot.model.reading import Mention
from bot.model.topics import Person, Topic
from bot.understanding.mentions import MentionFinder
from bot.understanding.names import NameIndex, descriptions, names_of
from bot.understanding.occasions import Occasions
from bot.understanding.vocabulary import normalisers_for
from tests.language.support import the_morphology
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

TODAY = date(2026, 11, 22)

COURSE = an_offer("wasserstoffkurs", "Fachexpertin für Brennstoffzellen", "H2-Kurs", themes=["hydrogen"])
HYDROGEN = a_theme("hydrogen", "Wasserstoff")
CARE = a_theme("care", "Pflege")
COMPUTING = a_theme("it-digital", "IT")
QLEE = a_network("qlee", "QLEE", "Qualifizierungsverbund für Erneuerbare")
YOUNG = a_network("junge-lausitz", "Junge Lausitz")
CRAFTS = an_organisation("hwk-cottbus", "Handwerkskammer Cottbus", "HWK")
TRADE = an_organisation("ihk-cottbus", "Industrie- und Handelskammer Cottbus", "IHK")
COTTBUS = a_place("cottbus", "Cottbus")
JANA = a_person("jana-lindner", "Jana Lindner")
LAUSITZ = (
    YOUNG,
    COTTBUS,
    *(
        a_network(f"{word.lower()}-lausitz", f"{word} Lausitz")
        for word in ("Zukunft", "Zentrum", "Bildung", "Kultur")
    ),
)


def find(text: str, *topics: Topic) -> tuple[Mention, ...]:
    """Return what *text* names where there are these *topics* and a few places lie elsewhere."""
    catalogue = a_catalogue(topics, synonyms={"elsewhere": ["Dresden", "Polen", "Slowakei", "Brünn"]})
    morphology = the_morphology()
    index = NameIndex(names_of(catalogue), stem)
    people = frozenset(topic.id for topic in topics if isinstance(topic, Person))
    normalisers = normalisers_for(catalogue, index, morphology).normalisers
    tokens: tuple[Token, ...] = normalisers["de"].tokens(words(text))
    return MentionFinder(index, stem, people, descriptions(catalogue), Occasions(catalogue), morphology.is_known).find(
        tokens, TODAY
    )


def named(text: str, *topics: Topic) -> list[tuple[str, tuple[str, ...]]]:
    """Return kinds and ids of what *text* names."""
    return [(mention.kind, mention.ids) for mention in find(text, *topics)]


@pytest.mark.parametrize(
    "said", ["H2-Kurs", "h2kurs", "H2 Kurs", "H 2 Kurs", "fachexpertin für brennstoffzellen"]
)
def test_a_name_is_found_however_it_is_spaced(said: str) -> None:
    """Blanks, hyphens and capitals do not matter."""
    (mention,) = find(f"wann startet der {said} denn", COURSE)

    assert (mention.kind, mention.ids, mention.score) == ("topic", ("wasserstoffkurs",), 1.0)
    assert (mention.first, mention.last) == (3, 3 + len(words(said)))


@pytest.mark.parametrize("said", ["der jungen Lausitz", "Junger Lausitz", "die Jungen Lausitz"])
def test_an_inflected_name_is_found(said: str) -> None:
    """Case and number do not hide a name; it counts a little less than the name itself."""
    (mention,) = find(f"was macht {said}", YOUNG)

    assert mention.ids == ("junge-lausitz",)
    assert 0.9 < mention.score < 1.0


def test_several_of_a_kind_are_not_the_one_called_after_it() -> None:
    """"Weiterbildungen von QLEE" are its courses, and it is the one that is named; "Weiterbildung von QLEE" is one course."""
    course = an_offer("wasserstoffkurs", "Fachexpertin für Brennstoffzellen", "Weiterbildung von QLEE")

    assert named("die weiterbildung von qlee", course, QLEE) == [("topic", ("wasserstoffkurs",))]
    for text in ("wie viele weiterbildungen hat qlee", "die weiterbildungen von qlee"):
        assert ("topic", ("qlee",)) in named(text, course, QLEE)


def test_two_names_of_one_topic_that_share_a_word_are_one() -> None:
    """What the second leaves of the first is no other topic; of two topics each keeps its name."""
    workshop = an_event("qlee-workshop", "QLEE-Workshop", "Workshop für Kommunen")
    other = an_event("kommunen-tag", "Workshop für Kommunen")

    assert named("qlee workshop für kommunen anmelden", QLEE, workshop) == [("topic", ("qlee-workshop",))]
    assert [ids for _, ids in named("qlee und der workshop für kommunen", QLEE, workshop)] == [("qlee",), ("qlee-workshop",)]
    assert [ids for _, ids in named("qlee workshop für kommunen", QLEE, other)] == [("qlee",), ("kommunen-tag",)]


def test_a_misspelt_name_is_found() -> None:
    """Repair comes before names."""
    assert named("wo ist die handwerkskamer cotbus", CRAFTS) == [("topic", ("hwk-cottbus",))]


def test_a_name_may_be_said_in_part() -> None:
    """Its telling words are enough, and count for less than all of it."""
    (mention,) = find("was macht die handelskammer cottbus", TRADE, COTTBUS)

    assert mention.ids == ("ihk-cottbus",)
    assert mention.score < 0.95


def test_the_words_of_a_name_may_stand_apart() -> None:
    """A preposition between them does no harm."""
    assert named("die handwerkskammer in cottbus", CRAFTS) == [("topic", ("hwk-cottbus",))]


def test_words_far_apart_are_no_name() -> None:
    """Who says them in different parts of a sentence does not mean it."""
    assert named("handelskammer oder lieber zur uni nach cottbus", TRADE, COTTBUS) == [
        ("place", ("cottbus",))
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("handelskammer außer cottbus", "place"), ("handelskammer ohne cottbus", "place"),
        ("handelskammer in cottbus", "topic"),
    ],
)
def test_what_is_excepted_is_no_part_of_a_name(text: str, told: str) -> None:
    """A word that says no between them keeps them apart."""
    assert find(text, TRADE, COTTBUS)[-1].kind == told


@pytest.mark.parametrize(("said", "told"), [("lehre mit wenig deutsch", []), ("lehre deutsche bahn", [("topic", ("lehre-bahn",))])])
def test_the_language_one_speaks_is_no_part_of_a_name(said: str, told: list[tuple[str, tuple[str, ...]]]) -> None:
    """Who speaks little German names no Deutsche Bahn."""
    assert named(said, an_offer("lehre-bahn", "Lehre bei der Deutschen Bahn")) == told


def test_one_rare_word_of_a_name_is_enough() -> None:
    """Nobody says «Kompetenzregion» of anything else."""
    region = a_network("kompetenzregion", "Kompetenzregion Lausitz")

    assert named("was macht die kompetenzregion", region, *LAUSITZ) == [("topic", ("kompetenzregion",))]


@pytest.mark.parametrize("text", ["ich bin noch zu jung", "ich als junge frau", "was geht in der lausitz"])
def test_an_everyday_word_of_a_name_is_not(text: str) -> None:
    """«jung» is not the Junge Lausitz, nor is every Lausitz."""
    assert named(text, *LAUSITZ) == []


def test_a_person_is_known_by_the_surname() -> None:
    """With or without a title."""
    assert named("was macht frau lindner", JANA) == [("topic", ("jana-lindner",))]
    assert named("lindners aufgabe", JANA) == [("topic", ("jana-lindner",))]


def test_a_first_name_is_not_enough() -> None:
    """There are many Janas."""
    assert named("wer ist jana", JANA) == []


def test_namesakes_are_both_meant() -> None:
    """The bot asks which one."""
    assert named("was macht frau lindner", JANA, a_person("ute-lindner", "Ute Lindner")) == [
        ("topic", ("jana-lindner", "ute-lindner"))
    ]


def test_a_name_that_two_things_bear_names_both() -> None:
    """What people say for both cannot be told apart."""
    topics = (an_organisation("a", "Kammer A", "die Kammer"), an_organisation("b", "Kammer B", "die Kammer"))

    assert named("wo ist die kammer", *topics) == [("topic", ("a", "b"))]


def test_the_longer_name_wins_over_the_place_in_it() -> None:
    """Cottbus in a name is no place of its own."""
    assert named("handwerkskammer cottbus", CRAFTS, COTTBUS) == [("topic", ("hwk-cottbus",))]


def test_several_things_may_be_named() -> None:
    """They come in the order spoken, each with its place in the sentence."""
    mentions = find("ist die hwk in cottbus bei qlee", CRAFTS, COTTBUS, QLEE)

    assert [mention.ids for mention in mentions] == [("hwk-cottbus",), ("cottbus",), ("qlee",)]
    assert [mention.first for mention in mentions] == [2, 4, 6]


@pytest.mark.parametrize("text", ["pflegekurs", "ein pflegekurs vielleicht"])
def test_a_compound_names_its_theme_and_its_kind(text: str) -> None:
    """One word may say what it is and what it is about."""
    assert set(named(text, CARE)) == {("theme", ("care",)), ("kind", ("offer/further-training",))}


def test_a_compound_names_its_place_and_its_kind() -> None:
    """The same holds for where it is."""
    assert set(named("cottbuskurs", COTTBUS)) == {
        ("place", ("cottbus",)),
        ("kind", ("offer/further-training",)),
    }


def test_a_paper_of_ones_own_is_no_agreement() -> None:
    """"der Vertrag" is the one we know of, an "Ausbildungsvertrag" somebody's own."""
    assert named("was steht im vertrag") == [("kind", ("event/agreement",))]
    assert named("was steht im arbeitsvertrag") == []


def test_a_word_may_be_a_theme_and_a_kind() -> None:
    """«Weiterbildung» is a field of work and a sort of offer."""
    assert set(named("weiterbildung", a_theme("further-training", "Weiterbildung"))) == {
        ("theme", ("further-training",)),
        ("kind", ("offer/further-training",)),
    }


def test_a_compound_names_no_topic() -> None:
    """A part of a word is too little for the name of a thing."""
    assert named("qleenetzwerk", QLEE) == [("kind", ("network/network",))]


def test_a_word_that_begins_with_a_theme_is_about_it() -> None:
    """Whatever else was glued to it."""
    (mention,) = find("dieses wasserstoffzeugs", HYDROGEN)

    assert (mention.kind, mention.ids) == ("theme", ("hydrogen",))
    assert mention.score < 0.9


@pytest.mark.parametrize(
    "text",
    ["weiterbildung zu wasserstoff", "wasserstoffschulung", "wasserstoff weiterbildung", "kurs wasserstoff"],
)
def test_a_theme_and_a_kind_name_the_topic_they_describe(text: str) -> None:
    """Where only one course is about hydrogen, the hydrogen course is that one."""
    (mention,) = find(text, COURSE, HYDROGEN)

    assert (mention.kind, mention.ids) == ("topic", ("wasserstoffkurs",))
    assert (mention.first, mention.last) == (0, len(words(text)))


def test_the_rest_of_the_sentence_keeps_its_mentions() -> None:
    """What stands before and after a description is named too."""
    assert named("gibt es in cottbus kurse zu wasserstoff von qlee", COURSE, HYDROGEN, COTTBUS, QLEE) == [
        ("place", ("cottbus",)),
        ("topic", ("wasserstoffkurs",)),
        ("topic", ("qlee",)),
    ]


def test_a_description_of_another_theme_is_none() -> None:
    """A course on care is not the course on hydrogen."""
    assert named("kurs zu pflege", COURSE, HYDROGEN, CARE) == [
        ("kind", ("offer/further-training",)),
        ("theme", ("care",)),
    ]


def test_theme_and_kind_far_apart_describe_nothing() -> None:
    """They belong to different parts of the sentence."""
    text = "kurse kenne ich viele aber keinen einzigen zu wasserstoff"

    assert [kind for kind, _ in named(text, COURSE, HYDROGEN)] == ["kind", "theme"]


def test_a_place_elsewhere_is_named() -> None:
    """The bot knows that it knows nothing there."""
    assert named("kurse in dresden") == [("kind", ("offer/further-training",)), ("elsewhere", ("Dresden",))]


@pytest.mark.parametrize(
    "text", ["ich komme aus polen", "von polen", "ich ging nach dresden", "ich bin aus der slowakei"]
)
def test_where_somebody_comes_from_is_not_where_they_look(text: str) -> None:
    """Who comes from Poland asks about the Lausitz."""
    assert named(text) == []


def test_where_somebody_moves_to_and_points_at_is_asked_about() -> None:
    """Who moves there asks what there is there; with a place of ours that is the one that is meant."""
    assert named("ich ziehe nach dresden, wie läuft das dort") == [("elsewhere", ("Dresden",))]
    assert named("ich ziehe von dresden nach cottbus, wer hilft mir da", COTTBUS) == [("place", ("cottbus",))]


def test_what_belongs_to_a_place_elsewhere_does_not_come_from_there() -> None:
    """"Das Netzwerk von Polen" is one of Poland."""
    assert named("das netzwerk von polen") == [("kind", ("network/network",)), ("elsewhere", ("Polen",))]


def test_an_everyday_word_with_the_stem_of_a_town_is_not_the_town() -> None:
    """Who learns to dig wells asks nothing about Brünn; an inflected name is still the town's."""
    assert named("brunnen bohren") == []
    assert named("dresdens messe") == [("elsewhere", ("Dresden",)), ("kind", ("event/fair",))]


@pytest.mark.parametrize("text", ["IT", "it", "eher IT"])
def test_a_name_that_is_a_small_word_too_is_one_alone_or_in_capitals(text: str) -> None:
    """"IT" is a field of work."""
    assert named(text, COMPUTING) == [("theme", ("it-digital",))]


def test_small_words_spell_no_name() -> None:
    """"As a" is not AsA, however it is spaced otherwise."""
    help_ = an_offer("asa", "Assistierte Ausbildung", "AsA")

    assert named("as a baker", help_) == []
    assert named("was ist A s A", help_) == named("was ist AsA", help_) == [("topic", ("asa",))]


@pytest.mark.parametrize("text", ["how does it work", "HOW DOES IT WORK"])
def test_a_small_word_among_others_is_no_name(text: str) -> None:
    """Who asks how it works asks about what was talked of."""
    assert named(text, COMPUTING) == []


def test_so_many_of_a_kind_are_not_the_one_with_that_number() -> None:
    """"5 Zirkel" are five; "Zirkel 5" is one, in part."""
    club = a_network("kultur", "Zirkel 5 Kultur")

    assert named("gibt es 5 zirkel", club) == []
    assert named("was macht zirkel 5", club) == [("topic", ("kultur",))]


def test_what_somebody_does_is_not_what_they_are_called() -> None:
    """Who wants to join learns no trade for that; several joiners, and what a painter does, are still the trade's."""
    trades = an_offer("handwerk", "Handwerk", "Joiner", "Maler")

    assert named("how can we join", trades) == named("sag mal", trades) == []
    assert named("joiners", trades) == named("malen lernen", trades) == [("topic", ("handwerk",))]


def test_what_points_back_is_no_trade() -> None:
    """"pay it back" names nobody who bakes, and no theme of baking; a woman who does is called by the trade."""
    baker = an_offer("handwerk", "Handwerk", "Bäckerin")

    assert named("do i pay it back", baker, a_theme("brot", "Backen")) == []
    assert named("ich werd bäckerin", baker) == [("topic", ("handwerk",))]


@pytest.mark.parametrize("said", ["was gibts in rań", "Ausbildung Rań"])
def test_a_town_called_like_a_small_word_is_meant_as_one(said: str) -> None:
    """Behind "in", or with a capital: "dürfen auch Vereine ran" asks for no town."""
    town = a_place("grossraeschen", "Großräschen", "Rań")

    assert ("place", ("grossraeschen",)) in named(said, town)
    assert named("dürfen auch vereine ran", town) == []


def test_an_article_alone_tells_no_origin() -> None:
    """Who looks in Slovakia looks elsewhere."""
    assert named("jobs in der slowakei") == [("elsewhere", ("Slowakei",))]
    assert named("von mir aus auch dresden") == [("elsewhere", ("Dresden",))]


def test_a_place_of_ours_stays_after_from() -> None:
    """Where somebody of ours comes from still says where they are."""
    assert named("ich komme aus cottbus", COTTBUS) == [("place", ("cottbus",))]


@pytest.mark.parametrize("said", ["HWK Dresden", "Handwerkskammer Cottbus Dresden"])
def test_a_name_before_a_place_elsewhere_is_not_ours(said: str) -> None:
    """The chamber of Dresden is another one."""
    (mention,) = find(f"wo ist die {said}", CRAFTS)

    assert (mention.kind, mention.first, mention.last) == ("elsewhere", 3, 3 + len(words(said)))


def test_no_name_is_said_in_part_around_a_place_elsewhere() -> None:
    """What is looked for elsewhere is none of ours, though some words before and behind the place are in its name."""
    evening = an_offer("abend", "Abendschule", "Abendschule für den Abschluss")

    assert [kind for kind, _ in named("abendschule abschluss", evening)] == ["topic"]
    assert ("elsewhere", ("Dresden",)) in named("abendschule dresden abschluss", evening)


def test_a_question_behind_a_place_elsewhere_does_not_leave_it_behind() -> None:
    """"Was" is what is asked there, though "I was in Dresden" is past."""
    assert ("elsewhere", ("Dresden",)) in named("qlee in dresden was brauch ich", QLEE)
    assert named("i was in dresden, can i join qlee", QLEE) == [("topic", ("qlee",))]


def test_a_name_and_a_place_elsewhere_apart_stay_two() -> None:
    """Who asks the chamber about Dresden means our chamber."""
    assert named("hilft mir die hwk in dresden", CRAFTS) == [
        ("topic", ("hwk-cottbus",)),
        ("elsewhere", ("Dresden",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "nach acht jahren dresden zurück in cottbus",
        "hab in dresden gelernt, was kann ich in cottbus machen",
        "bin in dresden aufgewachsen, was geht in cottbus",
        "studiere gerade in dresden, gibt es was in cottbus",
    ],
)
def test_a_place_that_lies_behind_is_the_background(text: str) -> None:
    """Who has been elsewhere, or is, and asks of a place of ours asks nothing about the other."""
    assert named(text, COTTBUS) == [("place", ("cottbus",))]


def test_where_somebody_learned_is_behind_what_is_asked_here() -> None:
    """"Hier" is where we are, and something of ours may be asked for as well as a place."""
    assert named("hab in polen gelernt, gilt das hier") == []
    assert named("war vorher in polen, kann ich zu qlee", QLEE) == [("topic", ("qlee",))]


@pytest.mark.parametrize(
    "text",
    [
        "gibt es in dresden etwas wie in cottbus",
        "gibts das in dresden oder cottbus",
        "hab in dresden gelernt, gibt es da was wie in cottbus",
    ],
)
def test_a_place_that_is_compared_or_pointed_at_is_asked_about(text: str) -> None:
    """Who looks for the same there does not look here."""
    assert ("elsewhere", ("Dresden",)) in named(text, COTTBUS)


def test_a_street_is_no_place_and_nobody() -> None:
    """"Dresdener Straße" is neither in Dresden nor somebody of that name."""
    town = a_person("thomas-dresden", "Thomas Dresden")

    assert named("wo ist die dresdener straße", COTTBUS, town) == []
    assert named("am cottbuser platz", COTTBUS) == []


def test_nobody_has_the_name_of_where_somebody_comes_from() -> None:
    """"Aus Dresden" tells of the town, whoever is called like it."""
    assert named("ich komme aus dresden", a_person("thomas-dresden", "Thomas Dresden")) == []


def test_a_period_is_named_with_its_days() -> None:
    """Its range is half-open and seen from today."""
    (mention,) = find("gibt es im märz etwas")

    assert (mention.kind, mention.first, mention.last) == ("period", 3, 4)
    assert mention.days == (date(2027, 3, 1), date(2027, 4, 1))


def test_nothing_is_named_where_nothing_is() -> None:
    """Words of a question are no names."""
    assert named("wann geht es los", COURSE, QLEE, JANA, *LAUSITZ) == []
    assert named("", COURSE) == []


# Described by its kind and its time

RUNS = {"runs": [{"id": "a", "start": "2024-03-04"}]}
WIND_COURSE = an_offer("windkurs", "Windkraft für Profis", **RUNS)
NEXT_COURSE = an_offer("zweiter", "Pumpen für Profis", runs=[{"id": "b", "start": "2024-03-20"}])


MARCH = (date(2024, 3, 1), date(2024, 4, 1))
DAY = (date(2024, 3, 4), date(2024, 3, 5))


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("wann war der kurs im märz 2024", MARCH),
        ("wo war die schulung am 4.3.2024", DAY),
        ("ist der kurs am 4. märz vorbei", DAY),
        ("was the course on march 4th any good", DAY),
    ],
)
def test_a_noun_and_a_time_name_what_took_place_then(said: str, days: tuple[date, date]) -> None:
    """A day without its year is that of the run, although the next such day is still to come."""
    topic, period = (mention for mention in find(said, WIND_COURSE) if mention.kind in ("topic", "period"))

    assert topic.ids == ("windkurs",)
    assert period.days == days


@pytest.mark.parametrize("said", ["ist der kurs am 4. märz 2027", "läuft der kurs am 4.3.2027", "ist der kurs heute", "der kurs im märz"])
def test_a_time_that_is_certain_is_not_moved_to_what_is_over(said: str) -> None:
    """A full date, today on the same day of the year, and a month mean what they say: nothing of ours is on then."""
    same_day = an_offer("windkurs", "Windkraft für Profis", runs=[{"id": "a", "start": "2024-03-04"}, {"id": "b", "start": "2024-11-22"}])

    mentions = find(said, same_day)

    assert "topic" not in [mention.kind for mention in mentions]
    assert all(mention.days[0] >= TODAY for mention in mentions if mention.days)


@pytest.mark.parametrize(
    ("said", "topics"),
    [
        ("welche kurse gab es im märz 2024", (WIND_COURSE,)),
        ("wann war der kurs im märz 2024", (WIND_COURSE, NEXT_COURSE)),
        ("wann war der kurs im mai 2024", (WIND_COURSE,)),
        ("wann war das treffen im märz 2024", (WIND_COURSE,)),
    ],
)
def test_a_noun_and_a_time_that_do_not_fit_just_one_name_none(said: str, topics: tuple[Topic, ...]) -> None:
    """All of a kind, two in that time, none in it, and another kind."""
    assert not [mention for mention in find(said, *topics) if mention.kind == "topic"]


def test_a_date_of_a_theme_is_not_certainly_an_event() -> None:
    """A course about it has dates as well."""
    course = an_offer("windkurs", "Windkraft für Profis", themes=["hydrogen"], **RUNS)
    meeting = an_event("abkommen", "Abkommen der Kammern", themes=["hydrogen"])

    assert [mention.ids for mention in find("wasserstoff termine", HYDROGEN, meeting)] == [("abkommen",)]
    assert [mention.kind for mention in find("wasserstoff termine", HYDROGEN, meeting, course)] == ["theme", "kind"]


def test_where_somebody_lives_is_not_where_they_look_if_a_place_of_ours_is_named() -> None:
    """"ich wohne in Dresden und will nach Cottbus" is asked of Cottbus; alone, the home is what is asked of."""
    assert named("ich wohne in dresden und will nach cottbus", COTTBUS) == [("place", ("cottbus",))]
    assert named("ich wohne in dresden") == [("elsewhere", ("Dresden",))]
    assert named("ich wohne in cottbus und suche in dresden", COTTBUS) == [("place", ("cottbus",)), ("elsewhere", ("Dresden",))]


@pytest.mark.parametrize("text", ["wann haben die offen", "wer hat das angeboten"])
def test_a_verb_or_adverb_is_no_kind(text: str) -> None:
    """Their stems are those of "offer" and "Angebot"."""
    assert [mention for mention in find(text) if mention.kind == "kind"] == []


@pytest.mark.parametrize("text", ["Unterschied zwischen Lehre und Studium", "Lehre oder Studium"])
def test_two_held_against_each_other_are_no_one_name(text: str) -> None:
    """"Lehre und Studium" is a name of the dual course where nothing is compared."""
    dual, apprenticeship = an_offer("dual", "Studium mit Lehre", "Lehre und Studium"), an_offer("lehre", "Lehre")

    assert named(text, dual, apprenticeship) == [("topic", ("lehre",))]
    assert named("Lehre und Studium", dual, apprenticeship) == [("topic", ("dual",))]


def test_ones_own_company_is_no_kind_that_is_asked_for() -> None:
    """"zahlt das mein Betrieb" asks for no company; "im Netzwerk" is nobody's own."""
    assert named("zahlt das mein betrieb") == []
    assert named("welche betriebe im netzwerk")[-1] == ("kind", ("network/network",))


def test_a_name_said_in_part_does_not_reach_over_and_into_another() -> None:
    """"Büro Cottbus und Welcome Center" names both, whichever of them is in Cottbus too."""
    office, center = an_organisation("buero", "Schulamt Cottbus"), an_organisation("center", "Welcome Center Cottbus")

    assert named("schulamt cottbus und welcome center", office, center) == [("topic", ("buero",)), ("topic", ("center",))]
