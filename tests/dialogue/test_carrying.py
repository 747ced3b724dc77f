"""Follow-ups that lean on the last answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.pointing import counted
from bot.dialogue.policy import Policy
from bot.model.context import Context, ListView
from bot.model.moves import AnswerIntent, AskWhich, Doubt, Move, NotKnown
from tests.builders import (
    a_catalogue,
    a_context,
    a_mention,
    a_network,
    a_person,
    a_place,
    a_reading,
    an_event,
    an_intent,
    an_offer,
    an_organisation,
    showing,
)
from tests.dialogue.world import QUESTIONS, TOPICS, decided, however_sure, move_of

IN_TOWN = a_mention("place", "stadt")
ON_WATER = a_mention("theme", "wasser")
LISTED = a_context(listed=("windkurs", "messe", "ada-muster"))


# The second of a list


def test_a_question_about_the_second_is_asked_about_it() -> None:
    """The number points, the rest asks."""
    assert move_of(a_reading("wann ist das zweite", intent="dates"), LISTED) == AnswerIntent("dates", "messe")


def test_a_vague_word_about_the_second_tells_what_it_is() -> None:
    """A thing by its summary, a person by the function; never a question it cannot answer."""
    assert move_of(a_reading("erzähl mal vom zweiten"), LISTED) == AnswerIntent("overview", "messe")
    assert move_of(a_reading("what about the last"), LISTED) == AnswerIntent("function", "ada-muster")
    assert move_of(a_reading("was kostet das zweite", intent="cost"), LISTED) == AnswerIntent("overview", "messe")


def test_one_alone_is_no_list_to_count_in() -> None:
    """Whom to ask is told behind a topic: "wann war das letzte" still asks of that."""
    told = a_context("windkurs", intent="contact", listed=("firma",))

    assert move_of(a_reading("wann war das letzte", intent="dates"), told) == AnswerIntent("dates", "windkurs")


@pytest.mark.parametrize(
    "text", ["erzähl vom sechsten", "ich war am ersten tag leider krank und konnte nicht kommen", "wann ist denn was"]
)
def test_not_every_number_points_to_a_line(text: str) -> None:
    """Beyond the list, in a long story, or no number at all."""
    assert move_of(a_reading(text), LISTED) == NotKnown()


@pytest.mark.parametrize(
    "text",
    ["was verdient man im ersten jahr", "was verdient man im zweiten lehrjahr", "how long does it last",
     "was wollen die in der zweiten phase machen", "was passiert im zweiten abschnitt"],
)
def test_what_counts_years_or_is_a_verb_means_none_of_a_list(text: str) -> None:
    """The first year of a training is not the first that was listed; "in der zweiten Messe" is one of a kind that was."""
    assert counted("was war auf der zweiten messe".split()) == counted("was ist mit der zweiten".split()) == 2
    assert counted(text.split()) == 0
    assert move_of(a_reading(text, intent="off-topic"), LISTED) == AnswerIntent("off-topic")


def test_a_named_topic_is_meant_whatever_the_number() -> None:
    """Who says the name means the name."""
    reading = a_reading("der zweite windkurs", a_mention("topic", "windkurs"), intent="dates")

    assert move_of(reading, LISTED) == AnswerIntent("dates", "windkurs")


def test_a_line_nobody_described_is_not_told() -> None:
    """The bot says that it does not know."""
    for listed in (("wasser",), ("weg",)):
        assert move_of(a_reading("erzähl vom ersten"), a_context(listed=listed)) == NotKnown()


# Another member

ASKED_MEMBER = a_context("netz", intent="membership")


def test_another_name_after_a_membership_is_asked_the_same() -> None:
    """Known or unknown to us."""
    assert move_of(a_reading("und die uni", a_mention("topic", "uni"), bare=True), ASKED_MEMBER) == AnswerIntent(
        "membership", "netz", others=("uni",)
    )
    assert move_of(a_reading("und Lidl", unread=("Lidl",)), ASKED_MEMBER) == AnswerIntent("membership", "netz", name="Lidl")


@pytest.mark.parametrize(
    ("text", "topic"),
    [("was machen die", "uni"), ("what do they do", "uni"), ("wie kann ich die erreichen", "uni"),
     ("was macht das so", "netz"), ("was machen die mitglieder", "netz")],
)
def test_they_are_those_who_were_asked_for_as_members(text: str, topic: str) -> None:
    """"was machen die" behind "ist die Uni dabei" asks of the university; what is no pronoun for people, of the network."""
    asked = decided(a_reading("und die uni", a_mention("topic", "uni"), bare=True), ASKED_MEMBER).context

    assert move_of(a_reading(text, intent="overview"), asked) == AnswerIntent("overview", topic)


def test_names_after_the_member_list_ask_for_members() -> None:
    """One or several; a short word that looks foreign is a name too."""
    listed = a_context("netz", intent="members")
    both = a_reading("und die uni und die firma", a_mention("topic", "uni"), a_mention("topic", "firma"), bare=True)
    foreign = a_reading("und Lidl", intent="off-topic", confidence=0.5, unread=("Lidl",))

    assert move_of(both, listed) == AnswerIntent("membership", "netz", others=("uni", "firma"))
    assert move_of(foreign, listed) == AnswerIntent("membership", "netz", name="Lidl")


def test_another_name_needs_a_network_and_a_name() -> None:
    """Without either nothing is carried on."""
    assert move_of(a_reading("und Lidl", unread=("Lidl",)), a_context(intent="membership")) == NotKnown()
    assert move_of(a_reading("und hm"), ASKED_MEMBER) == NotKnown()


def test_a_name_that_is_a_word_we_know_is_asked_the_same_too() -> None:
    """Nothing else stands behind "und"; a question of its own is no name."""
    name = a_reading("und zalando", intent="off-topic", confidence=0.6)
    question = a_reading("und kosten", intent="cost", confidence=0.8)

    assert move_of(name, ASKED_MEMBER) == AnswerIntent("membership", "netz", name="zalando")
    assert move_of(a_reading("what about Google", intent="place", confidence=0.4), ASKED_MEMBER) == AnswerIntent(
        "membership", "netz", name="Google"
    )
    assert move_of(a_reading("was ist mit Google", intent="place", confidence=0.4), ASKED_MEMBER) == AnswerIntent(
        "membership", "netz", name="Google"
    )
    assert move_of(question, ASKED_MEMBER) != AnswerIntent("membership", "netz", name="kosten")
    assert move_of(a_reading("und kann sie mitmachen", intent="off-topic"), ASKED_MEMBER) == AnswerIntent("off-topic")


def test_another_group_after_the_members_is_listed() -> None:
    """"und die Hochschulen" names no member: who of them is one is asked."""
    listed = a_context("netz", intent="members")

    move = move_of(a_reading("und die hochschulen", intent="contact", confidence=0.6), listed)
    by_kind = a_reading("nur die hochschulen", a_mention("kind", "organisation/university", at=2), intent="list-offers", confidence=0.4)

    assert move == move_of(by_kind, listed) == AnswerIntent("members", "netz", view=ListView("members", group=0))


def test_a_clear_question_after_a_membership_is_that_question() -> None:
    """The name in it is not asked for as a member."""
    reading = a_reading("und wie erreiche ich die firma", a_mention("topic", "firma"), intent="contact")

    assert move_of(reading, ASKED_MEMBER) == AnswerIntent("contact", "firma")


def test_a_body_named_right_after_a_network_is_asked_for_as_a_member() -> None:
    """Also where its own story is likelier; not where something else is surely asked, or nothing of the kind at all."""
    told, uni = a_context("netz", intent="overview"), a_mention("topic", "uni")
    perhaps = a_reading("macht die uni mit", uni, intent="contact", confidence=0.4, also=(("membership", 0.2),))
    surely_else = a_reading("wie erreich ich die uni", uni, intent="contact", confidence=0.6, also=(("membership", 0.2),))
    hardly = a_reading("wo ist die uni", uni, intent="contact", confidence=0.4, also=(("membership", 0.1),))

    assert move_of(perhaps, told) == AnswerIntent("membership", "netz", others=("uni",))
    assert [getattr(move_of(each, told), "intent", None) for each in (surely_else, hardly)] == ["contact", "contact"]
    assert move_of(perhaps, a_context("windkurs")) != AnswerIntent("membership", "netz", others=("uni",))


# Another filter

A_LIST = a_context(intent="list-offers", list_view=ListView("list-offers", themes=("wind",)))


def test_another_subject_filters_the_list_anew() -> None:
    """A theme takes the place of the theme before; a place is looked for beside it."""
    assert move_of(a_reading("und für wasser", ON_WATER), A_LIST) == AnswerIntent(
        "list-offers", view=ListView("list-offers", themes=("wasser",))
    )
    assert move_of(a_reading("und in der stadt", IN_TOWN), A_LIST) == AnswerIntent(
        "list-offers", view=ListView("list-offers", themes=("wind",), places=("stadt",))
    )


def test_a_longer_message_that_begins_with_and_filters_too() -> None:
    """Where it asks nothing clear by itself."""
    text = "und was war da so im dorf"
    reading = a_reading(text, a_mention("place", "dorf"), intent="list-offers", confidence=0.2)

    assert move_of(reading, A_LIST) == AnswerIntent("list-offers", view=ListView("list-offers", themes=("wind",), places=("dorf",)))


def test_whom_it_is_for_filters_the_list_anew() -> None:
    """However sure the reader is that "und für Schüler" asks who helps."""
    move = move_of(a_reading("und fuer schueler", intent="after-school"), A_LIST)

    assert move == AnswerIntent("list-offers", view=ListView("list-offers", themes=("wind",), audience=("pupils",)))


def test_a_field_alone_filters_the_list_last_shown_whatever_else_it_lists() -> None:
    """"Und für Kultur" behind networks asks for those; "und was mit Kultur" may be anything."""
    networks = a_context(intent="list-networks", list_view=ListView("list-networks", ("werkstatt",)), listed=("netz", "bund"))
    field = a_mention("theme", "wind", at=2)
    of_them = a_reading("und fuer wind", field, intent="list-offers", bare=True)
    anything = a_reading("und was wind", field, intent="list-offers", bare=True)

    assert move_of(of_them, networks) == AnswerIntent("list-networks", view=ListView("list-networks", ("werkstatt",), ("wind",)))
    assert move_of(anything, networks) != move_of(of_them, networks)


def test_another_kind_of_list_is_that_list() -> None:
    """Events after offers are events."""
    move = move_of(a_reading("messen zu wasser", ON_WATER, intent="list-events", confidence=0.4), A_LIST)

    assert move == AnswerIntent("list-events", view=ListView("list-events", themes=("wasser",)))


def test_no_subject_is_no_new_list() -> None:
    """A word without any is not understood."""
    assert move_of(a_reading("und hm"), A_LIST) == NotKnown()


# Something alike elsewhere

A_COURSE = a_context("windkurs", intent="cost")


def test_the_same_in_another_place_is_asked_the_same() -> None:
    """A course like it that is there."""
    move = move_of(a_reading("auch im dorf", a_mention("place", "dorf"), bare=True), A_COURSE)

    assert move == AnswerIntent("cost", "wasserkurs", described=True)


@pytest.mark.parametrize("text", ["und wenn ich nach dorf ziehe", "gibts auch was in dorf", "was ist mit dorf"])
def test_who_moves_or_asks_for_one_more_there_means_the_same_there(text: str) -> None:
    """Its name is said: it is another one than was talked about."""
    at = text.split().index("dorf")
    reading = a_reading(text, a_mention("place", "dorf", at=at), intent="list-offers", confidence=0.3)

    assert move_of(reading, A_COURSE) == AnswerIntent("cost", "wasserkurs", described=True)


def test_of_several_there_the_one_of_the_same_name_is_meant() -> None:
    """The Welcome Center of the other town, not any office in it."""
    office = {"summary": "Ein Amt.", "type": "advice", "place": "dorf"}
    house = a_catalogue(
        *TOPICS, *QUESTIONS, an_organisation("hilfe-stadt", title="Willkommen Stadt", summary="Ein Amt.", type="advice"),
        an_organisation("amt", title="Amt im Dorf", **office), an_organisation("hilfe-dorf", title="Willkommen Dorf", **office),
    )
    talk = a_context("hilfe-stadt", intent="overview")

    decision = Policy(house).on_reading(a_reading("und im dorf", a_mention("place", "dorf", at=2), bare=True), talk)

    assert decision.move == AnswerIntent("overview", "hilfe-dorf", described=True)


def test_the_same_about_another_subject_is_asked_the_same() -> None:
    """A course like it about water."""
    assert move_of(a_reading("und zu wasser", ON_WATER, bare=True), A_COURSE) == AnswerIntent("cost", "wasserkurs", described=True)


def test_several_alike_are_listed_where_it_was_asked_what_there_is() -> None:
    """"und im Kreis" behind what a course is lists the courses there: nobody is asked which of them."""
    move = move_of(a_reading("im kreis auch", a_mention("place", "kreis"), bare=True), a_context("windkurs", intent="overview"))

    assert move == AnswerIntent("list-offers", view=ListView("list-offers", types=("further-training",), places=("kreis",)))


def test_what_is_in_the_place_that_is_named_is_told_to_be_there() -> None:
    """"geht das im Dorf" of a course that is there asks where; "im Dorf auch" asks for others."""
    talk = a_context("wasserkurs", intent="cost")
    here, others = (
        move_of(a_reading(text, a_mention("place", "dorf", at=2), bare=True), talk) for text in ("geht das dorf", "auch im dorf")
    )

    assert here == AnswerIntent("place", "wasserkurs")
    assert others != here


def test_of_two_just_told_the_one_in_the_place_is_asked_the_same() -> None:
    """"im Dorf" behind what both courses cost chooses one of them; alone it asks where that is."""
    reading = a_reading("ich mein dorf", a_mention("place", "dorf", at=2), bare=True)
    both = replace(a_context("wasserkurs", "windkurs", intent="cost"), beside="windkurs")

    assert however_sure(decided(reading, both).move) == AnswerIntent("cost", "wasserkurs", described=True)
    assert move_of(reading, a_context("wasserkurs", intent="cost")) == AnswerIntent("place", "wasserkurs")


def test_or_what_there_is_in_another_place_asks_for_the_like() -> None:
    """"oder gibts was in Stadt" goes on; "was gibt es in Stadt" asks for all there is."""
    onwards = a_reading("oder gibt es was in stadt", a_mention("place", "stadt", at=5))
    anew = a_reading("was gibt es in stadt", a_mention("place", "stadt", at=4))

    assert move_of(onwards, a_context("wasserkurs", intent="cost")) == AnswerIntent("cost", "windkurs", described=True)
    assert move_of(anew, a_context("wasserkurs", intent="cost")) == AnswerIntent(
        "list-offers", view=ListView("list-offers", places=("stadt",), of_any_kind=True)
    )


def test_those_of_the_same_name_in_another_place_are_asked() -> None:
    """"und in Stadt, was machen die" behind the office in Dorf asks the office of that name there, and nobody else."""
    offices = [an_organisation(f"amt-{place}", title=f"Empfang {place}", summary="Ein Amt.", place=place) for place in ("dorf", "stadt")]
    world = Policy(a_catalogue(*TOPICS, *QUESTIONS, *offices))
    asked = a_reading("und in stadt was machen die", a_mention("place", "stadt", at=2), intent="place", confidence=0.4)
    here = a_reading("und in dorf was machen die", a_mention("place", "dorf", at=2), intent="place", confidence=0.4)

    moves = [however_sure(world.on_reading(each, a_context("amt-dorf", intent="contact")).move) for each in (asked, here)]

    assert moves == [AnswerIntent("place", "amt-stadt", described=True), AnswerIntent("place", "amt-dorf")]
    assert move_of(asked, a_context("uni", intent="contact")) != AnswerIntent("place", "firma", described=True)


def test_another_theme_with_several_is_listed() -> None:
    """Who names another theme looks for something new, and is not asked which of them it is the price of."""
    world = a_catalogue(*TOPICS, *QUESTIONS, an_offer("tauchkurs", themes=["wasser"], facets={"cost": "Viel."}))
    move = Policy(world).on_reading(a_reading("und wasser", ON_WATER, bare=True), A_COURSE).move

    assert move == AnswerIntent("list-offers", view=ListView("list-offers", types=("further-training",), themes=("wasser",)))


def test_whether_there_is_something_asks_what_it_is() -> None:
    """"gibt es da auch eine Messe" does not ask the price of it; "und die Messe" asks the same."""
    messe = a_mention("topic", "messe", at=4)
    there, same = (a_reading(text, messe, bare=True) for text in ("gibt es auch die messe", "und was ist mit messe"))

    assert [move_of(each, a_context("windkurs", intent="place")) for each in (there, same)] == [
        AnswerIntent("overview", "messe"), AnswerIntent("place", "messe"),
    ]


def test_several_alike_are_asked_back() -> None:
    """With what is known of them."""
    move = move_of(a_reading("im kreis auch", a_mention("place", "kreis"), bare=True), A_COURSE)

    assert isinstance(move, AskWhich)
    assert set(move.topics) == {"windkurs", "wasserkurs"}


def test_alike_but_without_that_fact_is_told_what_it_is() -> None:
    """The apprenticeship of the town is no course: kind and type must be the same."""
    talk = a_context("lehre-uni", intent="cost")

    move = move_of(a_reading("und zu wind", a_mention("theme", "wind"), bare=True), talk)

    assert move == AnswerIntent("overview", "lehre", described=True)


def test_a_time_narrows_the_list_last_shown() -> None:
    """Kind and theme stay."""
    days = (date(2025, 1, 1), date(2026, 1, 1))
    talk = a_context(intent="list-offers", list_view=ListView("list-offers", ("further-training",), ("wind",)))
    period = a_mention("period", "period", days=days)

    move = move_of(a_reading("und letztes jahr", period, bare=True), talk)

    view = ListView("list-offers", ("further-training",), ("wind",), days=("2025-01-01", "2026-01-01"))
    assert move == AnswerIntent("list-offers", view=view, days=days)


def test_a_time_alone_asks_the_same_of_that_time() -> None:
    """When or where; after another question when it was then.

    Of what has no dates the same is told, though nobody told us of that time; behind what it is, what goes on then.
    """
    days = (date(2025, 1, 1), date(2026, 1, 1))
    reading = a_reading("und 2025", a_mention("period", "period", at=1, days=days), bare=True)

    assert move_of(reading, a_context("windkurs", intent="place")) == AnswerIntent("place", "windkurs", days=days)
    assert move_of(reading, a_context("windkurs", intent="cost")) == AnswerIntent("dates", "windkurs", days=days)
    assert move_of(reading, a_context("firma", intent="contact")) == AnswerIntent(
        "contact", "firma", days=days, doubt=Doubt("doubt-detail")
    )
    listed = move_of(reading, a_context("firma", intent="overview"))
    assert isinstance(listed, AnswerIntent)
    assert listed.intent == "list-events"


def test_an_event_of_which_only_its_season_is_known_is_still_meant_by_a_time_alone() -> None:
    """"und nächstes jahr" behind it asks for its date, and not what else goes on then."""
    days = (date(2028, 1, 1), date(2029, 1, 1))
    policy = Policy(a_catalogue(an_event("markt", recurs="jeden Herbst"), *QUESTIONS))
    reading = a_reading("und 2028", a_mention("period", "period", at=1, days=days), bare=True)

    move = policy.on_reading(reading, a_context("markt", intent="overview")).move

    assert however_sure(move) == AnswerIntent("dates", "markt", days=days)


def test_whether_it_goes_on_at_a_time_is_not_the_same_again() -> None:
    """"gibt es die 2025 noch" asks something else."""
    days = (date(2025, 1, 1), date(2026, 1, 1))
    reading = a_reading("gibt es die noch 2025", a_mention("period", "period", at=4, days=days), bare=True)

    assert move_of(reading, a_context("firma", intent="contact")) == NotKnown()


def test_whether_it_is_in_a_place_where_nothing_alike_is_is_not_known() -> None:
    """The same is told again; all else there is in that place is no answer."""
    talk, in_town = a_context("stammtisch", intent="overview"), a_reading("und in der stadt", IN_TOWN, bare=True)

    assert move_of(in_town, talk) == AnswerIntent("overview", "stammtisch", doubt=Doubt("doubt-town", "stadt"))


def test_advice_in_another_place_is_the_same_only_by_its_name() -> None:
    """One for companies is none for those who come back: then it is told where the one talked about is."""
    advice = [an_offer(name, title=title, type="advice", place="stadt", facets={"cost": "Nichts."})
              for name, title in (("gruender", "Beratung Gründer"), ("umzug", "Hilfe Umzug"))]
    policy = Policy(a_catalogue(*TOPICS, *QUESTIONS, *advice, an_offer("rat", title="Beratung", type="advice", place="dorf")))
    in_town = a_reading("und in der stadt", IN_TOWN, bare=True)

    in_village = a_reading("und im dorf", a_mention("place", "dorf", at=2), bare=True)

    assert policy.on_reading(in_town, a_context("rat", intent="cost")).move == AnswerIntent("cost", "gruender", described=True)
    assert policy.on_reading(in_village, a_context("umzug", intent="cost")).move == AnswerIntent(
        "place", "umzug", doubt=Doubt("doubt-town", "dorf")
    )


def test_all_there_is_in_the_region_is_listed_in_no_talk() -> None:
    """"welche gibts in der Lausitz" behind a network asks of it; everything is there."""
    world = a_catalogue(*TOPICS, *QUESTIONS, a_place("lausitz", type="region"))
    asked = a_reading("welche gibts in der lausitz", a_mention("place", "lausitz", at=4), intent="members", confidence=0.4)

    assert Policy(world).on_reading(asked, a_context("netz", intent="overview")).move == AnswerIntent(
        "members", "netz", view=ListView("members"), confidence=0.4
    )


def test_before_any_question_nothing_is_alike() -> None:
    """A place alone then means its offers."""
    move = move_of(a_reading("dorf", a_mention("place", "dorf"), bare=True), a_context("windkurs"))

    assert move == AnswerIntent("list-offers", view=ListView("list-offers", places=("dorf",), of_any_kind=True))


def test_without_the_usual_questions_nothing_is_carried_on() -> None:
    """A catalogue that knows no overview cannot tell what it is."""
    catalogue = a_catalogue(
        an_offer("eins", themes=["wind"]), an_offer("zwei", themes=["wasser"]), an_intent("cost", needs=("offer",), answer={"facet": True})
    )

    move = Policy(catalogue).on_reading(a_reading("und wasser", ON_WATER, bare=True), a_context("eins", intent="cost")).move

    assert move == NotKnown()


# Not that one


def test_a_correction_that_describes_the_other_one_is_asked_the_same() -> None:
    """The nearest fact of the same kind, and not of the one just told."""
    facts = (("windkurs", "cost", 0.5), ("firma", "overview", 0.4), ("wasserkurs", "cost", 0.3))

    move = move_of(a_reading("nein das andere mit dem fluss", facts=facts), A_COURSE)

    assert move == AnswerIntent("cost", "wasserkurs", described=True)


def test_a_network_is_taken_for_a_body() -> None:
    """Who means the other one does not tell networks from offices; an offer is something else."""
    facts = (("lehre", "overview", 0.5), ("firma", "overview", 0.4))

    move = move_of(a_reading("nein das andere mit dem fluss", facts=facts), a_context("netz", intent="overview"))

    assert move == AnswerIntent("overview", "firma", described=True)


@pytest.mark.parametrize("text", ["nein das mit dem fluss", "das andere mit dem fluss"])
def test_a_correction_says_no_and_other(text: str) -> None:
    """One of both is not enough to ask the same again."""
    move = move_of(a_reading(text, facts=(("wasserkurs", "cost", 0.19),)), A_COURSE)

    assert not isinstance(move, AnswerIntent)


def test_the_other_one_of_the_same_in_its_place_is_where_it_is() -> None:
    """"nein, die andere, im Dorf" of what is in several places; where it is not, the others of its sort are asked back."""
    schools = an_offer("schulen", summary="Schulen.", place="stadt", also_in=["dorf"])
    world = a_catalogue(*TOPICS, *QUESTIONS, schools)

    def corrected(place: str) -> Move:
        reading = a_reading("nein die andere im ort", a_mention("place", place, at=4), intent="off-topic", confidence=0.2)
        return Policy(world).on_reading(reading, a_context("schulen", intent="place")).move

    assert corrected("dorf") == AnswerIntent("place", "schulen")
    assert not isinstance(corrected("halle"), AnswerIntent)


def test_a_correction_without_anything_near_is_asked_back() -> None:
    """The bot does not guess which other one, however near the least far fact is; without a topic there is no other."""
    far = a_reading("nein das andere halt", facts=(("lehre", "overview", 0.01),))

    assert move_of(far, A_COURSE) == AskWhich("cost", ("wasserkurs",))
    assert not isinstance(move_of(far, a_context(intent="cost")), AnswerIntent)


def test_what_is_asked_after_a_list_is_asked_of_what_stands_in_it() -> None:
    """"und wo": not of what was talked about before, nor of anything else that has a place."""
    listed = a_context("firma", intent="list-offers", list_view=ListView("list-offers"), listed=("windkurs", "wasserkurs"))
    where = a_reading("und wo", intent="place")

    assert move_of(where, listed) == AskWhich("place", ("windkurs", "wasserkurs"))
    assert move_of(where, replace(listed, listed=("wasserkurs",))) == AnswerIntent("place", "wasserkurs")
    assert move_of(where, replace(listed, intent="dates", list_view=None)) == AnswerIntent("place", "firma")


def test_where_nothing_listed_can_answer_what_was_talked_about_before_is_not_meant() -> None:
    """It is asked which of those listed; of a single one it is honestly not known. A stranger's name is no such question."""
    listed = a_context("wasserkurs", intent="list-offers", list_view=ListView("list-offers"), listed=("lehre", "lehre-uni"))
    cost = a_reading("und was kostet das", intent="cost")

    assert move_of(cost, listed) == AskWhich("cost", ("lehre", "lehre-uni"))
    assert move_of(cost, replace(listed, listed=("lehre",))) == AnswerIntent("cost", "lehre")
    assert move_of(a_reading("was nimmt frau Meier dafür", intent="cost", unread=("Meier",)), replace(listed, topics=())) != AskWhich("cost", ("lehre", "lehre-uni"))


def test_what_was_talked_about_before_answers_only_for_what_belongs_to_it() -> None:
    """What a network takes is the price of its own day, not of a fair that has nothing to do with it."""
    price = an_intent("price", needs=("event", "network"), answer={"facet": True})
    policy = Policy(a_catalogue(an_event("messe"), an_event("tag", provider="netz"), a_network("netz", facets={"price": "Nichts."}), price))
    cost = a_reading("und was kostet das", intent="price")

    for before, meant in (("messe", "messe"), ("tag", "netz")):
        move = policy.on_reading(cost, a_context(before, "netz", "messe")).move
        assert isinstance(move, AnswerIntent)
        assert move.topic == meant


def test_a_list_is_meant_as_long_as_nothing_else_was_answered() -> None:
    """After "which of them?", and after something nobody understood; what a reply named instead ends it."""
    view = ListView("list-offers")
    listed = a_context(intent="list-offers", list_view=view, listed=("windkurs", "wasserkurs"))
    asked = decided(a_reading("und wo", intent="place"), listed)
    lost = decided(a_reading("asdf"), listed)

    assert isinstance(asked.move, AskWhich)
    assert (asked.move.topics, asked.context.list_view) == (("windkurs", "wasserkurs"), view)
    assert (lost.move, lost.context.list_view) == (NotKnown(), view)
    assert decided(a_reading("was ganz anderes beim windkurs", a_mention("topic", "windkurs"), intent="cost", confidence=0.1), listed).context.list_view is None


def test_the_last_of_another_kind_is_none_of_those_listed() -> None:
    """"wann war das letzte treffen" after a list that ends with a person asks about no person."""
    people = a_context("netz", intent="leader", listed=("windkurs", "ada-muster"))

    assert move_of(a_reading("was macht der letzte", intent="function"), people) == AnswerIntent("function", "ada-muster")
    assert move_of(a_reading("wann war das letzte treffen", a_mention("kind", "event/meeting", at=4), intent="dates"), people) != AnswerIntent("function", "ada-muster")


def test_the_one_of_a_list_that_can_answer_is_named() -> None:
    """"welche davon ist kostenlos": "Der Eintritt war frei" alone would leave open which."""
    listed = a_context(intent="list-offers", list_view=ListView("list-offers"), listed=("lehre", "windkurs"))
    cost = a_reading("und was kostet das", intent="cost")

    assert move_of(cost, listed) == AnswerIntent("cost", "windkurs", described=True)
    assert move_of(cost, replace(listed, listed=("windkurs",))) == AnswerIntent("cost", "windkurs")


def test_a_list_of_a_time_stays_one_when_the_time_changes() -> None:
    """"was ist morgen los", "und übermorgen": still whatever has a date."""
    talk = a_context(intent="list-events", list_view=ListView("list-events", days=("2027-03-05", "2027-03-06"), dated=True))
    later = a_mention("period", "period", days=(date(2027, 3, 6), date(2027, 3, 7)), at=1)

    move = move_of(a_reading("und übermorgen", later, bare=True), talk)

    assert isinstance(move, AnswerIntent)
    assert move.view == ListView("list-events", days=("2027-03-06", "2027-03-07"), dated=True)


# One of several, by its number or by what it is

TWO = a_context("netz", intent="members", listed=("uni", "firma"))
PARTED = a_catalogue(
    a_network("netz", summary="Ein Netz.", parts=[{"title": "Bildung"}, {"title": "Werbung", "topic": "werbung"}]),
    a_network("werbung", summary="Sie werben."), showing("working-groups", "parts", needs=("network",)),
    showing("overview", "overview"),
)


def test_the_last_year_is_not_the_last_of_a_list() -> None:
    """A word that names a time counts nothing."""
    period = replace(a_mention("period", "period", days=(date(2025, 1, 1), date(2026, 1, 1))), first=1, last=3)

    assert isinstance(move_of(a_reading("und letztes jahr", period), TWO), NotKnown)


@pytest.mark.parametrize(("text", "move"), [
    ("was war die erste", AnswerIntent("working-groups", "netz", part=0)),
    ("und die zweite", AnswerIntent("overview", "werbung")),
    ("und die letzte", AnswerIntent("overview", "werbung")),
])
def test_the_parts_last_told_can_be_asked_for_by_number(text: str, move: AnswerIntent) -> None:
    """One that is a topic of its own is told as that."""
    talk = a_context("netz", intent="working-groups", listed=("uni",))

    assert Policy(PARTED).on_reading(a_reading(text), talk).move == move


WORKSHOPS = a_catalogue(
    a_network("netz", summary="Ein Netz.", parts=[{"title": "Bauen", "topic": "bauen"}, {"title": "Werbung", "topic": "werbung"}]),
    a_network("werbung", summary="Sie werben.", themes=["tourism"]), a_network("bauen", summary="Sie bauen Radwege."),
    showing("members", "members", needs=("network",)), showing("overview", "overview"), showing("leader", "people", needs=("network",)),
)


@pytest.mark.parametrize(("text", "talk", "part"), [
    ("was macht die zweite", a_context("netz", intent="leader"), "werbung"),
    ("welche macht radwege", a_context("netz", intent="leader"), "bauen"),
    ("und die mit radwegen", a_context("werbung", intent="overview"), "bauen"),
    ("was macht die erste", a_context("werbung", intent="leader", listed=("ada-muster",)), "bauen"),
])
def test_parts_of_their_own_are_told_apart_wherever_nothing_was_listed(text: str, talk: Context, part: str) -> None:
    """Behind any answer about the whole or one of them; what was listed last comes first."""
    listed = replace(talk, listed=("werbung", "netz"))

    assert Policy(WORKSHOPS).on_reading(a_reading(text), talk).move == AnswerIntent("overview", part)
    assert Policy(WORKSHOPS).on_reading(a_reading(text), listed).move != AnswerIntent("overview", part)


def test_a_bare_number_means_the_parts_last_told() -> None:
    """Not what was listed before them."""
    talk = a_context("netz", intent="working-groups", listed=("uni",))
    reading = a_reading("die erste", control="ordinal", number=1)

    assert Policy(PARTED).on_reading(reading, talk).move == AnswerIntent("working-groups", "netz", part=0)


PEOPLE = a_context("vertrag", intent="signatories", listed=("ada-muster", "ben-muster"))
SIGNED = a_catalogue(
    an_event("vertrag", people=[{"who": "ada-muster", "part": "signed"}, {"who": "ben-muster", "part": "signed"}]),
    a_person("ada-muster", functions=[{"what": "Leiterin der Akademie", "as_of": "2026"}]),
    a_person("ben-muster", functions=[{"what": "Sprecher", "as_of": "2026", "organisation": "kammer"}]),
    an_organisation("kammer", title="Handwerkskammer"),
    showing("function", "functions", needs=("person",)), showing("signatories", "people", needs=("event",), roles=["signed"]),
)


@pytest.mark.parametrize("text", ["nein der andere, von der kammer", "den von der kammer", "der zweite, der von der kammer"])
def test_one_of_those_listed_is_known_by_what_is_said_of_it(text: str) -> None:
    """By what it does and for whom."""
    assert Policy(SIGNED).on_reading(a_reading(text), PEOPLE).move == AnswerIntent("function", "ben-muster")


def test_one_of_those_listed_is_known_by_whom_it_works_for() -> None:
    """Named by the name of an organisation."""
    chamber = a_mention("topic", "kammer")

    assert Policy(SIGNED).on_reading(a_reading("der von der hwk", chamber), PEOPLE).move == AnswerIntent("function", "ben-muster")


@pytest.mark.parametrize("text", ["nein der andere, von der feuerwehr", "die kammer ist toll"])
def test_what_fits_none_or_points_at_none_chooses_none(text: str) -> None:
    """Then the message is weighed like any other."""
    move = Policy(SIGNED).on_reading(a_reading(text), PEOPLE).move

    assert move != AnswerIntent("function", "ben-muster")


def test_there_is_no_sixth_of_two_parts() -> None:
    """And nothing else that was told is meant by it."""
    talk = a_context("netz", intent="working-groups")
    reading = a_reading("das sechste", control="ordinal", number=6)

    assert not isinstance(Policy(PARTED).on_reading(reading, talk).move, AnswerIntent)


@pytest.mark.parametrize(("text", "intent", "asked"), [
    ("und in der zweiten", "cost", "cost"), ("erzähl was zur zweiten", "cost", "overview"), ("und in der zweiten", "dates", "overview"),
])
def test_only_a_number_asks_the_same_of_another_one_listed(text: str, intent: str, asked: str) -> None:
    """Where it can tell that; with more words it asks for itself."""
    talk = a_context("windkurs", intent=intent, listed=("windkurs", "wasserkurs"))

    assert move_of(a_reading(text), talk) == AnswerIntent(asked, "wasserkurs")


CENTRES = [
    an_offer(f"treff-{place}", title=f"Treff {place.title()}", type="advice", place=place, summary="Ein Treff.") for place in ("stadt", "dorf")
]
ONE_MORE = Policy(a_catalogue(*TOPICS, *QUESTIONS, *CENTRES, an_offer("beirat", title="Beirat Stadt", type="advice", place="stadt")))


@pytest.mark.parametrize(("talk", "move"), [
    (("treff-dorf",), AnswerIntent("overview", "treff-stadt", described=True)),
    (("stammtisch", "treff-dorf"), AnswerIntent("overview", "treff-stadt", described=True)),
    (("treff-stadt",), AnswerIntent("overview", "treff-stadt", described=True)),
    (("stammtisch",), AnswerIntent("overview", "stammtisch", doubt=Doubt("doubt-town", "stadt"))),
])
def test_one_more_in_another_place_is_of_what_was_talked_about(talk: tuple[str, ...], move: Move) -> None:
    """It is called the same, may have been named before the latest, or be there itself; all there is in the place is not asked for.

    A name they share with their town makes nothing alike.
    """
    reading = a_reading("gibt es auch eins in der stadt", a_mention("place", "stadt", at=6))

    assert ONE_MORE.on_reading(reading, a_context(*talk, intent="overview")).move == move
