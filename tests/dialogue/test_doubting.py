"""What of a question an answer does not tell: it says so first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.finer import another_name
from bot.dialogue.policy import Policy
from bot.model.moves import AnswerIntent, Doubt, NotKnown
from bot.model.reading import STRANGER, Reading
from tests.builders import (
    a_catalogue,
    a_context,
    a_mention,
    a_reading,
    a_run,
    a_theme,
    an_event,
    an_intent,
    an_offer,
    an_organisation,
)
from tests.dialogue.world import WORLD

COURSE = a_mention("topic", "windkurs", at=1)
NUMBERS = an_intent("how-many", needs={"topic": ["offer"]}, answer={"facet": True})
COUNTED = an_offer("lehrgang", summary="Ein Lehrgang.", facets={"how-many": "Es gibt 12 Kursplätze."})
POLICE = a_theme("polizei")
POLICY = Policy(a_catalogue(*WORLD.topics.values(), *WORLD.intents.values(), NUMBERS, COUNTED, POLICE))
CLEAR = 0.9
VAGUE = 0.45


def doubt_in(reading: Reading) -> Doubt | None:
    """Return what the answer to a message does not tell."""
    move = POLICY.on_reading(reading, a_context()).move
    assert isinstance(move, AnswerIntent)
    return move.doubt


def asked(text: str, *unasked: str, sure: float = CLEAR, intent: str = "cost") -> Reading:
    """Return a question about the course, with words that nobody ever asked us with."""
    return replace(a_reading(text, COURSE, intent=intent, confidence=sure), unasked=unasked)


def test_a_place_elsewhere_is_not_known() -> None:
    """What is asked of it is told of here; who names a place of ours too has only been there."""
    ulm, here = a_mention("elsewhere", "Ulm", at=3), a_mention("place", "stadt", at=5)
    question = a_reading("der windkurs in ulm kosten stadt", COURSE, ulm, intent="cost")

    assert doubt_in(question) == Doubt("doubt-place", "Ulm")
    assert doubt_in(replace(question, mentions=(COURSE, ulm, here))) is None
    assert doubt_in(replace(question, mentions=(COURSE, replace(ulm, score=STRANGER), here))) == Doubt("doubt-place", "Ulm")


def test_of_another_of_our_towns_it_is_not_known() -> None:
    """Only where the topic is somewhere at all: who asks for it in the next town is not sent far away without a word."""
    course, town, village = a_mention("topic", "wasserkurs", at=1), a_mention("place", "stadt", at=3), a_mention("place", "dorf", at=3)
    question = a_reading("der wasserkurs in stadt kosten", course, town, intent="cost")

    assert doubt_in(question) == Doubt("doubt-town", "stadt")
    assert doubt_in(replace(question, mentions=(course, village))) is None
    assert doubt_in(replace(question, mentions=(COURSE, town))) is None


def test_a_town_in_the_history_of_a_topic_is_known() -> None:
    """Where it once was is told."""
    fair, village = a_mention("topic", "messe", at=2), a_mention("place", "dorf", at=4)

    assert doubt_in(a_reading("ist die messe in dorf", fair, village, intent="place")) is None


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("wie viele leute haben sich am lehrgang beteiligt", True),
        ("wie viele leute haben am lehrgang kursplätze", False),
        ("wie viele leute sind im lehrgang", False),
        ("wie gross sind die zimmer im lehrgang", True),
        ("wie gross ist der lehrgang", False),
    ],
)
def test_how_many_did_something_else_is_another_number(text: str, missing: bool) -> None:
    """Who asks for those who applied is not told how many places there are as if that were it."""
    topic = a_mention("topic", "lehrgang", at=text.split().index("lehrgang"))

    assert doubt_in(a_reading(text, topic, intent="how-many")) == (Doubt("doubt-number") if missing else None)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("bis wann bewerbe ich mich beim haus", True),
        ("anmeldeschluss beim haus", True),
        ("wann bewerbe ich mich beim haus", False),
        ("anmeldeschluss beim hof", False),
    ],
)
def test_the_last_day_to_apply_is_not_known_where_only_the_way_is(text: str, missing: bool) -> None:
    """Who asks until when is told how to apply, and that the day is not known, unless that speaks of it."""
    offers = (an_offer(name, summary=".", facets={"steps": told}) for name, told in (("haus", "Ruf an."), ("hof", "Eine Frist gibt es nicht.")))
    steps = an_intent("steps", needs={"topic": ["offer"]}, answer={"facet": True})
    policy = Policy(a_catalogue(*WORLD.topics.values(), *WORLD.intents.values(), *offers, steps))
    topic = a_mention("topic", text.rsplit(maxsplit=1)[-1], at=len(text.split()) - 1)

    move = policy.on_reading(a_reading(text, topic, intent="steps"), a_context()).move

    assert isinstance(move, AnswerIntent)
    assert move.doubt == (Doubt("doubt-detail") if missing else None)


@pytest.mark.parametrize(("text", "what", "missing"), [
    ("wann wurde haus gegruendet", "Beginn eines Kurses", True), ("when was haus founded", "Beginn eines Kurses", True),
    ("wann wurde haus gegruendet", "Gründung des Hauses", False), ("seit wann gibt es haus", "Beginn eines Kurses", False),
])
def test_when_something_was_founded_is_not_known_where_its_history_is_of_other_things(text: str, what: str, *, missing: bool) -> None:
    """What we know of it is told behind that."""
    past = an_intent("history", needs={"topic": ["offer"]}, answer={"show": ["history"]})
    house = an_offer("haus", summary="Ein Haus.", history=[{"when": "2023", "what": what}])
    policy = Policy(a_catalogue(*(each for each in WORLD.intents.values() if each.id != "history"), house, past))
    named = a_mention("topic", "haus", at=text.split().index("haus"))

    move = policy.on_reading(a_reading(text, named, intent="history"), a_context()).move

    assert isinstance(move, AnswerIntent)
    assert move.doubt == (Doubt("doubt-detail") if missing else None)


@pytest.mark.parametrize(("address", "missing"), [("Gasse 1", True), ("Blauer Saal", False)])
def test_the_room_is_not_known_where_only_the_house_is(address: str, missing: bool) -> None:
    """"in welchem Raum war das" is not answered by a street, though people ask so for a place."""
    house = an_offer("haus", summary="Ein Haus.", address={"value": address})
    place = an_intent("place", "in welchem raum", needs={"topic": ["offer"]}, answer={"show": ["place"]})
    policy = Policy(a_catalogue(*WORLD.topics.values(), *WORLD.intents.values(), house, place))

    move = policy.on_reading(a_reading("in welchem raum war haus", a_mention("topic", "haus", at=4), intent="place"), a_context()).move

    assert isinstance(move, AnswerIntent)
    assert move.doubt == (Doubt("doubt-detail") if missing else None)


@pytest.mark.parametrize(("text", "missing"), [
    ("in welchem saal war haus", True), ("which hall was haus in", True), ("haus im saal", False), ("haus wann", False),
])
def test_the_day_tells_no_room(text: str, missing: bool) -> None:
    """Who asks by "which" for a room is told the day of what was there, and that no room is known."""
    dates = an_intent("dates", "haus wann", needs={"topic": ["offer"]}, answer={"show": ["dates"]})
    house = an_offer("haus", runs=[a_run("2026-03-01")])
    policy = Policy(a_catalogue(*(each for each in WORLD.intents.values() if each.id != "dates"), house, dates))
    named = a_mention("topic", "haus", at=text.split().index("haus"))

    move = policy.on_reading(a_reading(text, named, intent="dates"), a_context()).move

    assert isinstance(move, AnswerIntent)
    assert move.doubt == (Doubt("doubt-detail") if missing else None)


@pytest.mark.parametrize(("text", "missing"), [
    ("was kostet die fahrt zum haus", True), ("wer zahlt die fahrt zum haus", True), ("was kostet der eintritt ins haus", False),
    ("was kostet das material im haus", False), ("was kostet das haus", False),
])
def test_what_the_thing_itself_costs_is_no_price_of_something_beside_it(text: str, missing: bool) -> None:
    """The fare is not free because the day is; what people ask so, or the answer names, is meant."""
    price = an_intent("cost", "eintritt", needs={"topic": ["offer"]}, answer={"facet": True})
    house = an_offer("haus", facets={"cost": "Nichts, auch kein Material."})
    policy = Policy(a_catalogue(*(each for each in WORLD.intents.values() if each.id != "cost"), house, price))
    named = a_mention("topic", "haus", at=text.split().index("haus"))

    move = policy.on_reading(a_reading(text, named, intent="cost"), a_context()).move

    assert isinstance(move, AnswerIntent)
    assert move.doubt == (Doubt("doubt-detail") if missing else None)


@pytest.mark.parametrize(("text", "doubted"), [("windkurs mit polizei", "polizei"), ("windkurs für die polizei kosten", None)])
def test_a_field_alone_beside_a_topic_is_what_is_wanted_of_it(text: str, doubted: str | None) -> None:
    """"Praktikum mit Tieren" asks for these; in a question who asks tells so of oneself."""
    named = (a_mention("topic", "windkurs"), a_mention("theme", "polizei", at=text.split().index("polizei"), score=0.95))
    reading = replace(a_reading(text, *named, intent="overview"), bare=doubted is not None)

    assert doubt_in(reading) == (Doubt("doubt-name", doubted) if doubted else None)


@pytest.mark.parametrize(("text", "told", "doubted"), [
    ("Haus Teilzeit", "Ein Jahr.", "Teilzeit"), ("Haus halbtags", "Ein Jahr.", "halbtags"), ("Haus Dauer", "Ein Jahr.", None),
    ("Haus Teilzeit", "Ein Jahr, auch in Teilzeit.", None),
])
def test_how_long_it_goes_on_tells_nothing_of_fewer_hours(text: str, told: str, doubted: str | None) -> None:
    """People ask both in the same words; an answer that speaks of them tells it."""
    house = an_offer("haus", summary="Ein Haus.", facets={"duration": told})
    lasting = an_intent("duration", "haus teilzeit halbtags dauer", needs={"topic": ["offer"]}, answer={"facet": True})
    policy = Policy(a_catalogue(*(each for each in WORLD.intents.values() if each.id != "duration"), house, lasting))
    named = a_mention("topic", "haus")
    words = tuple((word, word.lower()) for word in text.split())

    move = policy.on_reading(replace(a_reading(text, named, intent="duration"), words=words), a_context()).move

    assert isinstance(move, AnswerIntent)
    assert move.doubt == (Doubt("doubt-name", doubted) if doubted else None)


@pytest.mark.parametrize(("text", "town", "doubted"), [
    ("OSZ Cottbus", 1, "OSZ"), ("Cottbus OSZ", 0, "OSZ"), ("Zentren Cottbus", 1, None), ("OSZ hier Cottbus", 2, None), ("wo Cottbus", 1, None),
    ("OSZ", None, None),
])
def test_another_name_beside_a_town_is_not_what_is_near_by_the_town(text: str, town: int | None, doubted: str | None) -> None:
    """What is told, or asked with, holds such a word, or more than a name is said."""
    mentions = () if town is None else (a_mention("place", "cottbus", at=town),)
    reading = replace(a_reading(text, *mentions), words=tuple((word, word.lower()) for word in text.split()))

    assert another_name((frozenset({"welcome"}), frozenset({"zentrum"})), reading) == (Doubt("doubt-name", doubted) if doubted else None)


@pytest.mark.parametrize(
    "text",
    ["was kostet das bei Siemens", "was kostet das bei der Siemens", "was kostet das beim Siemens", "zahlt Siemens den kurs", "wie viel zahlt Siemens im kurs"],
)
def test_somebody_nobody_ever_asked_us_for_is_not_known(text: str) -> None:
    """Whom one would learn with, or who would do something: the answer is told as what holds in general."""
    assert doubt_in(asked(text, "Siemens")) == Doubt("doubt-name", "Siemens")


def test_a_word_we_know_is_nobody_unknown() -> None:
    """Nor is one that stands elsewhere in the question."""
    assert doubt_in(asked("was kostet das bei euch")) is None
    assert doubt_in(asked("was kostet das vom Sofa aus", "Sofa")) is None
    assert doubt_in(asked("wer zahlt Siemens den kurs", "Siemens")) is None


def test_a_field_of_work_we_have_nothing_in_is_not_known() -> None:
    """Unless a topic of ours is named too: then it tells who asks, as a rule."""
    police = a_mention("theme", "polizei", at=4)
    vague = a_reading("was kostet das bei polizei", police, intent="cost", facts=(("wasserkurs", "cost", 0.9),))

    assert doubt_in(vague) == Doubt("doubt-name", "polizei")
    assert doubt_in(replace(vague, mentions=(a_mention("theme", "wind", at=4),))) is None
    assert doubt_in(replace(vague, mentions=(COURSE, police))) is None


def test_a_sort_of_a_field_the_topic_is_not_in_is_not_known() -> None:
    """What is nearest to it is told of: a "Polizeikurs" is a course of a field, and both are named by one word."""
    field, sort = a_mention("theme", "polizei", at=4, score=0.6), a_mention("kind", "offer", at=4, score=0.6)
    near = a_reading("was kostet das im Polizeikurs", field, sort, intent="cost", facts=(("wasserkurs", "cost", 0.9),))

    assert doubt_in(near) == Doubt("doubt-name", "Polizeikurs")
    assert doubt_in(replace(near, mentions=(replace(field, ids=("wasser",)), sort))) is None
    assert doubt_in(replace(near, mentions=(field, replace(sort, first=0, last=1)))) is None


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("wie viele Frauen lernen im lehrgang", True),
        ("wie viele frauen sind im lehrgang", True),
        ("wie viele frauen lernen im lehrgang", True),
        ("wie viele Kursplaetze sind im lehrgang", False),
        ("wie viele Plaetze sind im lehrgang", False),
        ("wie viele leute sind im lehrgang", False),
        ("wie viele lernen da im lehrgang", False),
        ("gibt es zahlen zum lehrgang", False),
    ],
)
def test_a_number_of_something_else_is_said_to_be_that(text: str, missing: bool) -> None:
    """What the fact counts may be named by another compound, or not at all."""
    topic = a_mention("topic", "lehrgang", at=len(text.split()) - 1)

    assert doubt_in(a_reading(text, topic, intent="how-many")) == (Doubt("doubt-number") if missing else None)


def test_a_new_word_in_a_vague_question_may_ask_for_something_no_source_has() -> None:
    """Where the question is clear the word does not matter; a verb does not either, nor a question without a name."""
    vague = asked("hat der windkurs eine Kantine", "Kantine", sure=VAGUE)

    assert doubt_in(vague) == Doubt("doubt-detail")
    assert doubt_in(asked("hat der windkurs eine Kantine", "Kantine")) is None
    assert doubt_in(asked("hat der Windkurs gedroppt", "gedroppt", sure=VAGUE)) is None
    assert doubt_in(asked("hat der windkurs eine kantine", "kantine", sure=VAGUE)) == Doubt("doubt-detail")


def test_a_detail_the_answer_tells_is_no_doubt() -> None:
    """Nobody ever asked with the word, but the answer says it, inflected otherwise."""
    asked_for = a_reading("hat der lehrgang kursplätze", a_mention("topic", "lehrgang", at=2), intent="how-many", confidence=VAGUE)

    assert doubt_in(replace(asked_for, unasked=("kursplätze",))) is None
    assert doubt_in(replace(asked_for, unasked=("kursplätze", "kantine"))) == Doubt("doubt-detail")


@pytest.mark.parametrize(
    ("text", "ours", "missing"),
    [
        ("kann man im windkurs tanzen", 0.1, True),
        ("kann man im windkurs tanzen", 0.5, False),
        ("gibt es im windkurs torten", 0.5, True),
        ("is there im windkurs cake", 0.5, True),
        ("gibt es im windkurs torten", 0.9, False),
        ("gibt es im windkurs eine telefonnummer", 0.1, False),
        ("gibt es im windkurs jetzt etwas", 0.1, False),
    ],
)
def test_a_thing_that_nobody_says_of_a_topic_is_not_known_of_it(text: str, ours: float, missing: bool) -> None:
    """Where it sounds little like what we are asked, or is asked whether there is one; what its texts or questions name is told."""
    words, course = text.split(), an_offer("windkurs", facets={"cost": "Nichts."}, questions={"cost": ["telefonnummer"]})
    policy = Policy(a_catalogue(course, *WORLD.intents.values()))
    reading = a_reading(text, a_mention("topic", "windkurs", at=words.index("windkurs")), intent="cost", confidence=VAGUE)

    move = policy.on_reading(replace(reading, ours=ours), a_context()).move

    assert isinstance(move, AnswerIntent)
    assert move.doubt == (Doubt("doubt-detail") if missing else None)


def test_a_thing_hardly_matters_where_it_is_clear_what_is_asked() -> None:
    """Unless only the name was understood, or what is asked is hardly ours; a field of work the topic is in is no thing."""
    clear = replace(asked("kostet der windkurs torten", sure=0.7), ours=0.1)
    named = replace(a_reading("windkurs torten", a_mention("topic", "windkurs"), bare=True), ours=0.1)
    field = replace(named, text="windkurs strom", words=(("windkurs", "windkurs"), ("strom", "strom")))

    assert doubt_in(clear) is None
    assert doubt_in(replace(clear, ours=0.01)) == Doubt("doubt-detail")
    assert doubt_in(named) == Doubt("doubt-detail")
    assert doubt_in(replace(field, mentions=(*named.mentions, a_mention("theme", "wind", at=1)))) is None
    assert doubt_in(replace(field, mentions=(*named.mentions, a_mention("theme", "wasser", at=1)))) == Doubt("doubt-detail")


@pytest.mark.parametrize(
    ("text", "kind", "unasked", "nearness", "word"),
    [
        ("gibt es einen Fotokurs", 0.6, "Fotokurs", 0.2, "Fotokurs"),
        ("gibt es einen Fotokurs", 1.0, "Fotokurs", 0.2, None),
        ("gibt es einen Fotokurs", 0.6, "einen", 0.2, None),
        ("gibt es einen Fotokurs", 0.6, "Fotokurs", 0.6, None),
    ],
)
def test_a_sort_nobody_ever_asked_for_is_said_to_be_unknown_before_a_list(
    text: str, kind: float, unasked: str, nearness: float, word: str | None
) -> None:
    """What its kind has is listed then; a word of its own, or what a fact of ours describes, is known."""
    sort = a_mention("kind", "offer", at=3, score=kind)
    reading = a_reading(text, sort, intent="list-offers", facts=(("wasserkurs", "spoken", nearness),))

    assert doubt_in(replace(reading, unasked=(unasked,))) == (Doubt("doubt-name", word) if word else None)


def test_a_word_that_was_not_read_is_unknown_beside_a_field_of_work() -> None:
    """Among so few words it says what is wanted."""
    short = replace(a_reading("wind schnupperkurs", a_mention("theme", "wind"), intent="list-offers"), unasked=("schnupperkurs",))

    assert doubt_in(replace(short, unread=("schnupperkurs",))) == Doubt("doubt-name", "schnupperkurs")
    assert doubt_in(short) is None


def test_somebody_with_a_full_name_is_told_to_be_unknown() -> None:
    """Two words with capitals that no language has; one that exists, or stands without a capital, is no name."""
    asked_for = replace(asked("was kostet Ute Zwiefl der windkurs"), unread=("Ute", "Zwiefl"))

    assert doubt_in(asked_for) == Doubt("doubt-name", "Ute Zwiefl")
    assert doubt_in(replace(asked_for, unasked=("Ute",))) is None
    assert doubt_in(replace(asked_for, unread=("Ute", "zwiefl"))) is None
    assert doubt_in(replace(asked_for, unread=("Ute",))) is None


def test_who_is_asked_for_out_of_nothing_is_not_known() -> None:
    """A weak answer about something else is none; a sure one is told with the doubt."""
    asked_for = a_reading("was macht Ute Zwiefl", unread=("Ute", "Zwiefl"), facts=(("wasserkurs", "cost", 0.3),))

    assert POLICY.on_reading(replace(asked_for, asks={"cost": 9.0}), a_context()).move == NotKnown(name="Ute Zwiefl", misses=1)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("wann um wie viel uhr ist die messe", True),
        ("um welche uhrzeit ist die messe", True),
        ("ist die messe um 10 uhr", False),
        ("wann ist die messe", False),
    ],
)
def test_the_time_of_a_day_is_not_known(text: str, missing: bool) -> None:
    """Of what we know the day of only."""
    named = a_mention("topic", "messe", at=text.split().index("messe"))

    assert doubt_in(a_reading(text, named, intent="dates")) == (Doubt("doubt-detail") if missing else None)


def test_a_time_of_day_that_is_known_is_told() -> None:
    """Of one date at least."""
    fair = an_event("markt", runs=[a_run("2026-02-13", time="10:00")])
    policy = Policy(a_catalogue(*WORLD.topics.values(), *WORLD.intents.values(), fair))
    move = policy.on_reading(a_reading("um wie viel uhr ist markt", a_mention("topic", "markt", at=5), intent="dates"), a_context()).move

    assert isinstance(move, AnswerIntent)
    assert move.doubt is None


@pytest.mark.parametrize(
    ("text", "sure", "missing"),
    [
        ("in welchem Saal ist der windkurs", VAGUE, True),
        ("in welchem Saal ist der windkurs", CLEAR, False),
        ("mit welchem preis ist der windkurs", VAGUE, False),
        ("in welchem kursplatz ist der lehrgang", VAGUE, False),
        ("Saal vom windkurs und welchem", VAGUE, False),
    ],
)
def test_the_thing_that_is_asked_for_may_be_in_no_source(text: str, sure: float, missing: bool) -> None:
    """Where the question is not clear, nobody asked so in our examples, and the answer does not say it."""
    words = text.split()
    topic = next(word for word in words if word in ("windkurs", "lehrgang"))
    cost = an_intent("how-many", "zu welchem preis", needs={"topic": ["offer"]}, answer={"facet": True})
    course = an_offer("windkurs", summary="Ein Kurs.", facets={"how-many": "Zwölf."})
    policy = Policy(a_catalogue(*WORLD.topics.values(), *WORLD.intents.values(), COUNTED, course, cost))
    reading = a_reading(text, a_mention("topic", topic, at=words.index(topic)), intent="how-many", confidence=sure)
    move = policy.on_reading(reading, a_context()).move

    assert isinstance(move, AnswerIntent)
    assert move.doubt == (Doubt("doubt-detail") if missing else None)


def test_an_answer_that_is_not_known_anyway_says_nothing_more() -> None:
    """It tells already that there is no such fact."""
    question = a_reading("was kostet die lehre bei Siemens", a_mention("topic", "lehre", at=3), intent="cost")

    assert doubt_in(replace(question, unasked=("Siemens",))) is None


def test_of_a_town_it_is_responsible_for_nothing_is_doubted() -> None:
    """"gibt es die Berufsberatung auch in Luckau": the office is elsewhere, and there for it."""
    office, town = an_organisation("amt", place="stadt", covers=["dorf"]), a_mention("place", "dorf", at=3)
    given = an_offer("rat", provider="amt", facets={"cost": "Nichts."})
    policy = Policy(a_catalogue(*WORLD.topics.values(), *WORLD.intents.values(), office, given))

    move = policy.on_reading(a_reading("kosten rat in dorf", a_mention("topic", "rat", at=1), town, intent="cost"), a_context()).move

    assert move == AnswerIntent("cost", "rat", confidence=0.9)


@pytest.mark.parametrize(("counted", "missing"), [("gäste", False), ("besucher", False), ("zelte", False), ("stände", True)])
def test_a_number_is_told_by_another_word_for_what_is_counted_or_by_what_is_told_besides(counted: str, *, missing: bool) -> None:
    """"wie viele Besucher" where the guests are counted; "wie viele Zelte" where the content tells of tents."""
    fair = an_offer("markt", facets={"how-many": "2.300 Gäste waren da.", "content": "In drei Zelten wird gelernt."})
    content = an_intent("content", needs={"topic": ["offer"]}, answer={"facet": True})
    policy = Policy(a_catalogue(*WORLD.topics.values(), *WORLD.intents.values(), NUMBERS, content, fair))
    word = counted.replace("ä", "ae")
    asked_for = a_reading(f"wie viele {word} hatte markt", a_mention("topic", "markt", at=4), intent="how-many", confidence=CLEAR)

    move = policy.on_reading(asked_for, a_context()).move

    assert isinstance(move, AnswerIntent)
    assert move.doubt == (Doubt("doubt-number") if missing else None)
