"""What people tell of themselves, hold against each other, or ask of nobody we know."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.policy import Policy
from bot.model.context import Context, ListView
from bot.model.moves import AnswerIntent, AskWhich, Move, NotKnown, Several
from bot.model.reading import Mention
from tests.builders import (
    a_catalogue,
    a_context,
    a_mention,
    a_path,
    a_reading,
    a_theme,
    an_event,
    an_intent,
    an_offer,
)
from tests.dialogue.world import QUESTIONS, TOPICS, decided, however_sure, move_of

AGED = Policy(
    a_catalogue(
        *TOPICS, *QUESTIONS, an_offer("freijahr", summary="Ein Jahr.", facets={"requirements": "Ab 16."}),
        an_intent("requirements", needs=("offer",), answer={"facet": True}),
        an_intent("who-helps", answer={"text": "Diese."}),
    )
)


# An age


def test_an_age_asks_whether_the_thing_talked_about_is_for_them() -> None:
    """"bin 17" is no seventeenth line of a list, and not foreign to us."""
    reading = a_reading("bin 17", intent="off-topic", control="ordinal", number=17)

    assert AGED.on_reading(reading, a_context("freijahr")).move == AnswerIntent("requirements", "freijahr")


@pytest.mark.parametrize(("text", "told"), [
    ("ich bin 16 jahre alt", "after-school"), ("I am 45 years old", "who-helps"),
    ("bin fast 17", "after-school"), ("I am a 17 year old", "after-school"), ("schade meine schwester ist 20", "after-school"),
])
def test_an_age_alone_begins_where_people_of_it_begin(text: str, told: str) -> None:
    """The young after school, the others with people."""
    assert AGED.on_reading(a_reading(text), a_context()).move == AnswerIntent(told)


@pytest.mark.parametrize("text", ["bin in der 12", "ich geh in die 9 klasse", "i am in grade 10"])
def test_a_class_alone_begins_with_what_comes_after_school(text: str) -> None:
    """"bin in der 12" is neither foreign nor a twelfth line; of what is talked about it asks for whom that is."""
    assert AGED.on_reading(a_reading(text), a_context()).move == AnswerIntent("after-school")
    assert AGED.on_reading(a_reading(text), a_context("freijahr")).move == AnswerIntent("requirements", "freijahr")


@pytest.mark.parametrize("text", ["die 12 bitte", "ich bin in der 40", "bin am 12 in der messe", "was ist in der 10",
                                  "was gibt es fuer meine klasse 8"])
def test_not_every_number_is_a_class(text: str) -> None:
    """A line of a list, no school has so many, a date, that of a teacher, or something is asked."""
    assert AGED.on_reading(a_reading(text), a_context()).move != AnswerIntent("after-school")


@pytest.mark.parametrize("text", ["17", "bin um 17 da", "im at 17", "bin ich 17 ?", "bin 5", "bin seit 17 da und 18", "unsere klasse hat 25"])
def test_not_every_number_is_an_age(text: str) -> None:
    """A time, a question, or a number without a word that makes it an age."""
    assert AGED.on_reading(a_reading(text), a_context()).move == NotKnown()


# A name nobody knows


def test_a_stranger_asked_for_is_not_the_topic_talked_about() -> None:
    """The name is said back; what the words around it may ask of the last topic does not matter."""
    reading = a_reading("wer ist Ada Unbekannt", intent="leader", unread=("Ada", "Unbekannt"))

    assert move_of(reading, a_context("bund")) == NotKnown(name="Ada Unbekannt")
    assert move_of(a_reading("wer programmiert dich", intent="thanks", unread=("programmiert",))) == AnswerIntent("thanks")


def test_a_stranger_is_not_ours_where_the_question_is_foreign_or_asks_more() -> None:
    """Those keep their answers."""
    foreign = a_reading("wer ist Elvis", intent="off-topic", unread=("Elvis",))
    more = a_reading("wer leitet Elvis", intent="leader", unread=("Elvis",))

    assert move_of(foreign) == AnswerIntent("off-topic")
    assert move_of(more, a_context("bund")) == AnswerIntent("leader", "bund", name="Elvis")


# Two held against each other

BOTH = Several((AnswerIntent("overview", "windkurs"), AnswerIntent("overview", "wasserkurs")))


@pytest.mark.parametrize(("text", "known"), [
    ("wer ist Ada Nachbar", False), ("Ada Nachbar", False), ("Ada Mustar", True), ("Eva Nachbar", True), ("Ada Nachbar Lohn", True),
])
def test_who_shares_but_a_first_name_with_one_of_ours_is_somebody_else(text: str, *, known: bool) -> None:
    """"wer ist Heiko Maas" is not told who Heiko Jahn is; a slip in the surname is."""
    move = AGED.on_reading(a_reading(text, facts=(("ada-muster", "function", 0.9),)), a_context()).move

    assert (move != NotKnown(name="Ada Nachbar")) is known


@pytest.mark.parametrize(("text", "unread"), [("wer ist Eva Muster", "Eva"), ("wie erreiche ich Eva Muster", "Eva"), ("wer ist Dr Ada Zwiefl", "Zwiefl")])
def test_who_shares_one_name_with_one_of_ours_is_somebody_else_whatever_stands_around(text: str, unread: str) -> None:
    """Those of ours with the same surname are offered, and none is told of."""
    reading = a_reading(text, unread=(unread,), facts=(("ada-muster", "function", 0.9),))
    offered = ("ada-muster", "ben-muster") if "Muster" in text else ()

    assert AGED.on_reading(reading, a_context()).move == NotKnown(name=" ".join(text.split()[-2:]), near=offered)


@pytest.mark.parametrize("text", ["wer ist Ada Muster", "wer ist Leiterin Muster", "wer ist Frau Muster"])
def test_a_surname_of_ours_behind_no_other_name_is_ours(text: str) -> None:
    """What is before it is a function or a form of address."""
    reading = a_reading(text, a_mention("topic", "ada-muster", at=3), intent="function")

    assert getattr(AGED.on_reading(reading, a_context()).move, "topic", None) == "ada-muster"


def test_a_surname_that_is_a_place_beside_a_strange_word_is_the_place() -> None:
    """"Zalando Berlin" is no Mr Berlin."""
    reading = a_reading("wer ist Zwiefl Muster", Mention("elsewhere", ("Muster",), 3, 4, 1.0), unread=("Zwiefl",))

    assert not getattr(AGED.on_reading(reading, a_context()).move, "near", ())


def test_a_general_offer_there_is_in_any_field_is_told_and_no_list_of_the_field() -> None:
    """"Freijahr mit Wind" asks about the year; the apprenticeship, of which there are others, for what there is."""
    year, trade = a_mention("topic", "freijahr", at=0), a_mention("topic", "lehre", at=0)
    policy = Policy(a_catalogue(*TOPICS, *QUESTIONS, an_offer("freijahr", summary="Ein Jahr.", type="volunteering")))
    moves = [
        policy.on_reading(a_reading("x mit wind", first, a_mention("theme", "wind", at=2), bare=True), a_context()).move
        for first in (year, trade)
    ]

    assert moves == [
        AnswerIntent("overview", "freijahr", confidence=0.7), AnswerIntent("list-offers", view=ListView("list-offers", themes=("wind",)))
    ]


def test_a_field_behind_a_general_offer_and_an_offer_behind_a_field_mean_both() -> None:
    """"was mit Wind" behind the year, "und als Lehre" behind a list for wind; who longs for a field, or picks a line, does not."""
    year = an_offer("freijahr", summary="Ein Jahr.", type="volunteering", facets={"fields-of-work": "Überall."})
    fields = an_intent("fields-of-work", needs=("offer",), answer={"facet": True})
    policy = Policy(a_catalogue(*TOPICS, *QUESTIONS, fields, year, a_theme("leer")))
    wind, named = a_mention("theme", "wind", at=2), a_mention("topic", "lehre", at=2)
    listed = a_context(intent="list-offers", list_view=ListView("list-offers", themes=("wind",), of_any_kind=True), listed=("windkurs",))
    nothing = replace(listed, list_view=ListView("list-offers", themes=("leer",)), listed=())

    def move(text: str, mention: Mention, talk: Context) -> Move:
        return however_sure(policy.on_reading(a_reading(text, mention, bare=True), talk).move)

    assert move("was mit wind", wind, a_context("freijahr", intent="cost")) == AnswerIntent("fields-of-work", "freijahr")
    told = a_context("freijahr", intent="fields-of-work")
    assert move("oder wind", wind, told) == AnswerIntent("list-offers", view=ListView("list-offers", themes=("wind",)))
    assert move("lieber mit wind", wind, a_context("freijahr", intent="cost")) == AnswerIntent("overview", "wind")
    assert move("und als lehre", named, listed) == AnswerIntent("list-offers", view=ListView("list-offers", ("apprenticeship",), ("wind",)))
    assert move("und als lehre", named, replace(listed, listed=("lehre", "windkurs"))) == move("und als lehre", named, nothing) == AnswerIntent("overview", "lehre")
    assert move("und als jahr", a_mention("topic", "freijahr", at=2), nothing) == AnswerIntent("fields-of-work", "freijahr", also=("overview", "freijahr"))


def test_a_difference_tells_what_both_are() -> None:
    """Two that are named, one that is named and the last, or the last two of a kind."""
    two = (a_mention("topic", "windkurs"), a_mention("topic", "wasserkurs", at=3))

    assert move_of(a_reading("unterschied windkurs und wasserkurs", *two)) == BOTH
    assert move_of(a_reading("vergleich mit wasserkurs", two[1]), a_context("windkurs")) == BOTH
    assert move_of(a_reading("unterschied"), a_context("wasserkurs", "firma", "windkurs")) == BOTH


@pytest.mark.parametrize(("near", "told"), [
    ((("wasserkurs", "overview", 0.7),), True), ((("wasserkurs", "overview", 0.4),), False),
    ((("firma", "overview", 0.7),), False), ((("windkurs", "overview", 0.7),), False),
])
def test_of_two_one_may_be_described(near: tuple[tuple[str, str, float], ...], *, told: bool) -> None:
    """"Jobcenter oder Arbeitsagentur" knows one of them by the words of its description: something of the same kind."""
    reading = a_reading("was ist der unterschied zwischen dem und windkurs", a_mention("topic", "windkurs", at=7), facts=near)

    assert (move_of(reading) == BOTH) is told


def test_of_both_is_told_what_was_asked() -> None:
    """The likeliest question one of them can answer; both are talked about from then on."""
    talk = a_context("wasserkurs", "windkurs")
    decision = decided(a_reading("was kosten beide", intent="cost"), talk)

    assert isinstance(decision.move, Several)
    assert [(move.intent, move.topic) for move in decision.move.moves] == [("cost", "windkurs"), ("cost", "wasserkurs")]
    assert decision.context.topics == ("wasserkurs", "windkurs")
    assert decision.context.intent == "cost"
    assert not isinstance(decided(a_reading("beide"), replace(decision.context, intent="overview")).move, Several)


def test_whether_both_are_members_is_one_question() -> None:
    """It is about the network, and names both."""
    firm, uni, net = (a_mention("topic", name, at=at) for name, at in (("firma", 1), ("uni", 3), ("netz", 6)))

    move = move_of(a_reading("sind firma und uni beide im netz", firm, uni, net, intent="membership"))

    assert move == AnswerIntent("membership", "netz", others=("firma", "uni"))


def test_in_which_of_two_places_something_is_asks_where_it_is() -> None:
    """Of what is named or talked about; a general offer is in neither, and "in A und B" asks nothing of the kind."""
    course = a_mention("topic", "windkurs")
    village, town = a_mention("place", "dorf", at=2), a_mention("place", "stadt", at=5)
    asked = a_reading("windkurs im dorf oder in stadt", course, village, town, bare=True)

    assert move_of(asked) == AnswerIntent("place", "windkurs")
    assert move_of(replace(asked, mentions=(village, town)), a_context("wasserkurs")) == AnswerIntent("place", "wasserkurs")
    assert move_of(a_reading("windkurs im dorf und in stadt", course, village, town, bare=True)) != AnswerIntent("place", "windkurs")
    assert move_of(replace(asked, mentions=(a_mention("topic", "lehre"), village, town))) != AnswerIntent("place", "lehre")


def test_one_thing_is_compared_with_nothing() -> None:
    """The question stands for itself then."""
    assert move_of(a_reading("unterschied"), a_context("windkurs", "firma")) == NotKnown()
    assert move_of(a_reading("unterschied")) == NotKnown()


def test_what_is_asked_of_some_joined_by_and_is_asked_of_each() -> None:
    """Also of one that has no answer; not where another question is about both, nor without "und"."""
    two = (a_mention("topic", "windkurs", at=1), a_mention("topic", "messe", at=4))

    each = move_of(a_reading("wo windkurs und die messe", *two, intent="place"))

    assert isinstance(each, Several)
    assert [however_sure(move) for move in each.moves] == [AnswerIntent("place", "windkurs"), AnswerIntent("place", "messe")]
    assert isinstance(move_of(a_reading("wo windkurs fuer die messe", *two, intent="place")), AnswerIntent)
    assert isinstance(move_of(a_reading("wo windkurs und die messe zusammen", *two, intent="place")), AnswerIntent)


# Telling instead of asking


def test_who_only_tells_hears_what_the_topic_is() -> None:
    """Not that something is unknown which nobody asked; who asks is told so."""
    named = a_mention("topic", "lehre", at=3)

    assert move_of(a_reading("wir suchen eine lehre", named, intent="cost")) == AnswerIntent("overview", "lehre")
    assert move_of(a_reading("wir suchen eine lehre ?", named, intent="cost")) == AnswerIntent("cost", "lehre")
    assert move_of(a_reading("was kostet uns lehre", named, intent="cost")) == AnswerIntent("cost", "lehre")


def test_something_with_a_theme_goes_before_what_is_weak_and_what_everybody_is_told() -> None:
    """Who tells of themselves and wants "was mit Wind" hears of that, not of all there is after school."""
    field = AnswerIntent("list-offers", view=ListView("list-offers", themes=("wind",), of_any_kind=True))
    weak = a_reading("und jetzt was mit wind", a_mention("theme", "wind", at=4), intent="off-topic", confidence=0.2)
    told = a_reading("bin 16 und will was mit wind machen", a_mention("theme", "wind", at=6), intent="after-school")
    besides = a_reading("was kann ich nach der schule werden wenn ich wind mag", a_mention("theme", "wind", at=8), intent="after-school")

    assert move_of(weak) == move_of(told) == field
    assert move_of(besides) == AnswerIntent("after-school")


def test_who_lives_in_a_place_and_asks_nothing_hears_what_there_is() -> None:
    """The list of the place instead of "I do not know"; who asks something besides is answered."""
    here = a_mention("place", "stadt", at=3)
    asks = a_reading("ich wohne in stadt und bin 40", here, intent="after-school", confidence=0.3)

    assert move_of(a_reading("ich wohne in stadt ohne auto", here)) == AnswerIntent(
        "list-offers", view=ListView("list-offers", places=("stadt",), of_any_kind=True)
    )
    assert move_of(asks) == AnswerIntent("after-school")


def test_what_there_is_in_a_place_is_a_list_whatever_fact_is_near() -> None:
    """A fact about one thing there is not all there is."""
    reading = a_reading("was gibt es in stadt", a_mention("place", "stadt", at=4), facts=(("firma", "overview", 0.9),))

    assert move_of(reading) == AnswerIntent("list-offers", view=ListView("list-offers", places=("stadt",), of_any_kind=True))


# Asking back


def test_what_there_is_to_learn_there_is_asked_of_the_talk() -> None:
    """Where a list is as likely, "da" leans on what is talked about."""
    reading = a_reading("was kann man da machen", intent="list-offers", confidence=0.5, also=(("overview", 0.49),))

    assert move_of(reading, a_context("windkurs")) == AnswerIntent("overview", "windkurs")
    assert move_of(reading) == AnswerIntent("list-offers", view=ListView("list-offers"))


def test_the_office_named_is_asked_for_before_an_offer_of_others() -> None:
    """Its own offer is nearer than itself; that of somebody else is not."""
    firm = a_mention("topic", "firma")
    own, others = a_mention("topic", "windkurs", at=1), a_mention("topic", "lehre-uni", at=1)

    for named, asked in ((own, "windkurs"), (others, "firma")):
        move = move_of(a_reading("firma x telefon", firm, named, intent="contact"))
        assert isinstance(move, AnswerIntent)
        assert move.topic == asked


# What a body gives

FIRM = a_mention("topic", "firma", at=3)
COURSES = a_mention("kind", "offer/further-training", at=1)


@pytest.mark.parametrize("text", ["welche kurse bietet firma an", "gibt es kurse bei firma"])
def test_the_courses_of_a_body_are_listed(text: str) -> None:
    """Not who is behind the body, and not the courses of all."""
    view = ListView("list-offers", types=("further-training",), by="firma")

    assert move_of(a_reading(text, COURSES, FIRM, intent="overview", confidence=0.4)) == AnswerIntent("list-offers", view=view)


def test_the_courses_of_those_talked_about_are_listed() -> None:
    """"machen die auch kurse" and "gibt es da kurse" point back; that it has none is said then."""
    for text, body in (("machen die kurse", "firma"), ("gibt es da kurse", "netz")):
        move = move_of(a_reading(text, a_mention("kind", "offer/further-training", at=3)), a_context(body))
        assert move == AnswerIntent("list-offers", view=ListView("list-offers", types=("further-training",), by=body))


@pytest.mark.parametrize(
    ("text", "intent"), [("wann beginnen kurse bei firma", "dates"), ("kosten kurse bei firma was", "cost")]
)
def test_a_question_about_the_course_of_a_body_is_no_list(text: str, intent: str) -> None:
    """When, and what is clearly asked, is meant of one."""
    move = move_of(a_reading(text, COURSES, FIRM, intent=intent))

    assert isinstance(move, AnswerIntent)
    assert move.view is None


def test_a_body_named_behind_an_answer_means_its_own_of_the_sort() -> None:
    """"und bei der Uni" behind the cost of a course asks it of the university's course, where the university has no answer."""
    world = a_catalogue(*TOPICS, *QUESTIONS, an_offer("unikurs", summary="Kurs.", provider="uni", facets={"cost": "Nichts."}))
    there = a_reading("und bei der uni", a_mention("topic", "uni", at=3), bare=True)

    assert Policy(world).on_reading(there, a_context("windkurs", intent="cost")).move == AnswerIntent("cost", "unikurs")
    assert Policy(world).on_reading(there, a_context("windkurs", intent="overview")).move == AnswerIntent("overview", "uni")


def test_a_body_named_behind_a_date_means_its_own_of_the_sort() -> None:
    """"und die Firma" behind an open day asks for the company's own, though it could be told what the company is."""
    days = [an_event(name, summary="Ein Tag.", type="open-day", provider=body) for name, body in (("tag", "uni"), ("firmentag", "firma"))]
    reading = a_reading("und die firma", a_mention("topic", "firma", at=2), bare=True)

    move = Policy(a_catalogue(*TOPICS, *QUESTIONS, *days)).on_reading(reading, a_context("tag", intent="overview")).move

    assert move == AnswerIntent("overview", "firmentag")


def test_a_general_offer_with_a_theme_is_the_one_with_that_theme() -> None:
    """"Ausbildungsplatz in der Pflege, was raten Sie" is not asked of training in general."""
    world = a_catalogue(
        *QUESTIONS, an_offer("lehre", summary="Allgemein.", type="apprenticeship"), a_theme("wind"),
        an_offer("lehre-wind", summary="Mit Wind.", type="apprenticeship", provider="firma", themes=["wind"]),
    )
    reading = a_reading("meine tochter sucht lehre mit wind", a_mention("topic", "lehre", at=3), a_mention("theme", "wind", at=5), intent="overview")

    assert Policy(world).on_reading(reading, a_context()).move == AnswerIntent("overview", "lehre-wind", confidence=0.9, described=False)


# Who and what is around


def test_the_one_person_of_the_talk_is_asked_for() -> None:
    """Behind a network "what does he do" means the one person of it."""
    assert move_of(a_reading("ist der noch im amt", intent="function"), a_context("bund")) == AnswerIntent("function", "ada-muster", described=False)
    assert not isinstance(move_of(a_reading("ist der noch im amt", intent="function"), a_context("windkurs")), AnswerIntent)


def test_on_a_path_the_bot_asks_back_with_what_the_path_speaks_of() -> None:
    """Not with the prominent of the whole region."""
    way = a_path("weg", start={"say": "Los.", "about": ["wasserkurs", "lehre"], "choices": [{"label": "Wind", "to": "windkurs"}]})
    policy = Policy(a_catalogue(*TOPICS, *QUESTIONS, way))
    asked = policy.on_reading(a_reading("was kostet das", intent="cost"), replace(a_context(), path="weg", step="start")).move

    assert isinstance(asked, AskWhich)
    assert asked.topics == ("wasserkurs", "windkurs")


def test_what_stands_on_the_buttons_is_meant_where_nothing_was_talked_about() -> None:
    """"kosten?" and "was kosten die von denen" lean on the reply; a longer question does not."""
    offered = a_context(offered=("q:after-school", "q:overview:wasserkurs", "q:overview:firma"))
    longer = a_reading("was kosten die kurse so im mittel", intent="cost")

    assert move_of(a_reading("kosten", intent="cost"), offered) == AnswerIntent("cost", "wasserkurs")
    assert move_of(a_reading("was kosten die von denen", intent="cost"), offered) == AnswerIntent("cost", "wasserkurs")
    assert move_of(longer, offered) != AnswerIntent("cost", "wasserkurs")


def test_of_those_offered_the_first_is_called() -> None:
    """"die Nummer von denen" behind who helps is that of the first; what they cost is asked back."""
    offered = a_context(offered=("q:overview:firma", "q:overview:windkurs", "q:overview:wasserkurs"))

    assert move_of(a_reading("die nummer von denen", intent="contact"), offered) == AnswerIntent("contact", "firma")
    assert isinstance(move_of(a_reading("was kosten die von denen", intent="cost"), offered), AskWhich)


def test_the_only_thing_that_was_near_is_talked_about() -> None:
    """It was shown by its name, and "kann ich das nachholen" leans on it."""
    decision = decided(a_reading("hm das eine", facts=(("firma", "overview", 0.19),)))

    assert decision.move == NotKnown(near=("firma",))
    assert decision.context.topics == ("firma",)


# Languages


def test_what_is_asked_of_a_topic_sets_no_language() -> None:
    """"can I do it in English" asks about the topic; who speaks only little of a language may choose one."""
    named = a_reading("can i do lehre in english", a_mention("topic", "lehre", at=3), intent="language")
    little = a_reading("ich spreche wenig deutsch", intent="language")

    assert move_of(named) == AnswerIntent("spoken", "lehre")
    assert move_of(little) == AnswerIntent("language")


# Pointing back


def test_what_points_back_is_hardly_asked_of_something_new() -> None:
    """A fact of another topic loses to the one talked about where that can answer; else it is what was meant."""
    reading = a_reading("was kostet das da dann", intent="cost", confidence=0.4, facts=(("wasserkurs", "cost", 0.4),))

    assert move_of(reading, a_context("windkurs")) == AnswerIntent("cost", "windkurs")
    assert move_of(reading, a_context("firma")) == AnswerIntent("cost", "wasserkurs", described=True)


def test_what_points_back_is_no_question_of_everybody() -> None:
    """Where it is as likely, "ist das was für schüler" leans on the talk, not on the text for all."""
    reading = a_reading("ist das was für schüler", intent="after-school", confidence=0.5, also=(("overview", 0.49),))

    assert move_of(reading, a_context("windkurs")) == AnswerIntent("overview", "windkurs")
    assert move_of(reading) == AnswerIntent("after-school")


def test_who_else_was_named_counts_whichever_option_is_heavier() -> None:
    """A fact near the network does not make us forget whose membership is asked."""
    named = (a_mention("topic", "firma"), a_mention("topic", "netz", at=3))
    reading = a_reading("firma auch im netz", *named, intent="membership", confidence=0.8, facts=(("netz", "membership", 0.99),))

    assert move_of(reading) == AnswerIntent("membership", "netz", others=("firma",))


def test_what_is_asked_behind_a_comparison_is_asked_of_both() -> None:
    """"und was kostet das" means the two, until one of them is named, or neither can answer."""
    both = (a_mention("topic", "windkurs"), a_mention("topic", "wasserkurs", at=2))
    compared = decided(a_reading("windkurs oder wasserkurs", *both, bare=True), a_context())
    cost, leader = a_reading("und was kostet das", intent="cost"), a_reading("wer leitet das", intent="members")

    assert compared.move == Several((AnswerIntent("overview", "windkurs"), AnswerIntent("overview", "wasserkurs")))
    asked = decided(cost, compared.context)
    assert asked.move == Several((AnswerIntent("cost", "windkurs"), AnswerIntent("cost", "wasserkurs")))
    assert isinstance(decided(cost, asked.context).move, Several)
    named = decided(a_reading("und der windkurs", a_mention("topic", "windkurs", at=2), bare=True), asked.context)
    assert however_sure(named.move) == AnswerIntent("cost", "windkurs")
    assert move_of(cost, named.context) == AnswerIntent("cost", "windkurs")
    assert not isinstance(move_of(leader, compared.context), Several)
    assert move_of(a_reading("das zweite", control="ordinal", number=2), asked.context) == AnswerIntent("overview", "wasserkurs")


@pytest.mark.parametrize(("text", "field", "listed"), [
    ("wo gibt es eine lehre zum wind", "wind", True), ("wo ist eine lehre zum wasser", "wasser", False),
    ("wo kostet eine lehre zum wind was", "wind", False),
])
def test_where_a_field_is_learned_is_a_list_where_several_teach_it(text: str, field: str, listed: bool) -> None:
    """A general offer is in no one place; where one alone teaches the field, that is told, and so is what else is asked."""
    own = [an_offer(f"lehre-{at}", type="apprenticeship", themes=["wind"], provider="uni", place="dorf") for at in range(2)]
    one = an_offer("lehre-nass", type="apprenticeship", themes=["wasser"], provider="uni", place="dorf")
    lehre = an_offer("lehre", type="apprenticeship", summary="Eine Lehre.")
    policy = Policy(a_catalogue(*(each for each in TOPICS if each.kind != "offer"), *own, one, lehre, *QUESTIONS))
    words = text.split()
    mentions = (a_mention("topic", "lehre", at=words.index("lehre")), a_mention("theme", field, at=words.index(field)))

    move = policy.on_reading(a_reading(text, *mentions, intent="place"), a_context()).move

    assert isinstance(move, AnswerIntent)
    assert (move.intent == "list-offers") is listed
    assert not listed or (move.view and move.view.themes == (field,))
