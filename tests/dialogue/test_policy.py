"""From a reading and the talk so far to the next move."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.decisions import Decisions
from bot.dialogue.option import ANSWER_FROM, CHOICES_FROM
from bot.dialogue.policy import Policy
from bot.model.choices import NONE
from bot.model.context import Context, ListView
from bot.model.moves import AnswerIntent, AskWhich, LanguageSet, Move, NotKnown, OfferChoices, Remark
from bot.model.reading import Mention, Reading
from tests.builders import (
    NOW,
    a_catalogue,
    a_context,
    a_mention,
    a_network,
    a_place,
    a_reading,
    a_run,
    a_theme,
    an_event,
    an_intent,
    an_offer,
    showing,
)
from tests.dialogue.world import NOTHING_SAID, QUESTIONS, TOPICS, WORLD, decided, however_sure, move_of

WIND = a_mention("topic", "windkurs")
FAIR = a_mention("topic", "messe")
NET = a_mention("topic", "netz")


# What is asked about what


def test_a_named_topic_is_answered() -> None:
    """And is what the talk is about from then on."""
    decision = decided(a_reading("wann ist der windkurs", WIND, intent="dates"), a_context("messe", misses=2))

    assert however_sure(decision.move) == AnswerIntent("dates", "windkurs")
    assert (decision.context.topics, decision.context.intent, decision.context.misses) == (("windkurs", "messe"), "dates", 0)


def test_the_move_tells_how_sure_the_bot_was() -> None:
    """Between nothing and certain, more for a clearer reading."""
    moves = [decided(a_reading("wann ist der windkurs", WIND, intent="dates", confidence=sure)).move for sure in (0.5, 0.9, 1.0)]
    sure = [move.confidence for move in moves if isinstance(move, AnswerIntent)]

    assert sure == sorted(sure)
    assert 0.0 < sure[0] < sure[-1] <= 1.0


def test_a_topic_found_without_its_name_is_marked_as_described() -> None:
    """So that the answer can say what it is called; not where it was named or is talked about."""
    told = a_reading("was kostet das lernen am meer", intent="cost", facts=(("wasserkurs", "cost", 0.9),))
    named = a_reading("was kostet der wasserkurs", a_mention("topic", "wasserkurs"), intent="cost")

    by_theme = replace(named, mentions=(a_mention("topic", "wasserkurs", score=0.85),), facts=told.facts)

    assert move_of(told) == AnswerIntent("cost", "wasserkurs", described=True)
    assert move_of(by_theme) == AnswerIntent("cost", "wasserkurs", described=True)
    assert move_of(named) == AnswerIntent("cost", "wasserkurs")
    assert move_of(told, a_context("wasserkurs")) == AnswerIntent("cost", "wasserkurs")


def test_what_is_somewhat_less_likely_is_told_as_well() -> None:
    """Another question about the topic, also one without an answer if it is asked of such topics; never a list.

    One of another topic only where that is as near; beside a sure answer it takes more.
    """
    close = a_reading("was ist mit dem windkurs", WIND, intent="cost", confidence=0.5, also=(("dates", 0.35),))
    far = a_reading("was ist mit dem windkurs", WIND, intent="cost", confidence=0.6, also=(("dates", 0.28),))
    half = a_reading("was ist mit dem windkurs", WIND, intent="cost", confidence=0.6, also=(("dates", 0.33),))
    sure = a_reading("was ist mit dem windkurs", WIND, intent="cost", confidence=0.72, also=(("dates", 0.396),))
    unable = a_reading("was ist mit dem windkurs", WIND, intent="cost", confidence=0.5, also=(("spoken", 0.48),))
    never_asked = a_reading("was ist mit dem windkurs", WIND, intent="cost", confidence=0.5, also=(("leader", 0.48),))
    two = a_reading("was kostet das mit dem meer", intent="cost", facts=(("wasserkurs", "cost", 0.6), ("windkurs", "cost", 0.59)))

    listing = a_reading("was ist mit dem netz", a_mention("topic", "netz"), intent="overview", confidence=0.5, also=(("members", 0.49),))

    moves = [move_of(each) for each in (close, far, half, sure, unable, never_asked, two, listing)]
    told = [move.also for move in moves if isinstance(move, AnswerIntent)]

    assert told == [("dates", "windkurs"), None, ("dates", "windkurs"), None, ("spoken", "windkurs"), None, ("cost", "windkurs"), None]


def test_a_question_without_topic_is_about_the_one_talked_about() -> None:
    """A follow-up needs no name: "und wo?"."""
    move = move_of(a_reading("und wo", intent="place"), a_context("windkurs", intent="dates"))

    assert move == AnswerIntent("place", "windkurs")


def test_of_two_topics_talked_about_the_one_that_can_answer_is_meant() -> None:
    """Talking of a firm in between, the price is still that of the course."""
    move = move_of(a_reading("und der preis", intent="cost"), a_context("firma", "windkurs", intent="dates"))

    assert isinstance(move, AnswerIntent)
    assert (move.intent, move.topic) == ("cost", "windkurs")


def test_without_any_topic_the_bot_asks_back_with_those_that_can_answer() -> None:
    """At most four, and the question stays open."""
    decision = decided(a_reading("was kostet es", intent="cost"))

    assert isinstance(decision.move, AskWhich)
    assert (decision.move.intent, set(decision.move.topics)) == ("cost", {"windkurs", "wasserkurs"})
    assert decision.context.awaiting == "cost"


def test_one_word_that_says_what_is_asked_says_not_of_what() -> None:
    """"wie bewirbt man sich" is like what is told of one body, which it does not mean; what it is surely near to is meant."""
    def asked(nearness: float, text: str = "wie bewirbt man sich da so") -> Move:
        return move_of(a_reading(text, intent="cost", facts=(("wasserkurs", "cost", nearness),)))

    assert isinstance(asked(0.4), AskWhich)
    assert isinstance(asked(0.6), AnswerIntent)
    assert isinstance(asked(0.4, "was kostet ein kurs mit wasser"), AnswerIntent)


def test_what_is_hardly_near_is_not_offered_before_the_best_known() -> None:
    """The facts of a topic may be ever so little nearer than all others to a question that means none of them."""
    def first(nearness: float) -> str:
        move = move_of(a_reading("was kostet es", intent="cost", facts=(("wasserkurs", "cost", nearness),)))
        assert isinstance(move, AskWhich)
        return move.topics[0]

    assert (first(0.01), first(0.1)) == ("windkurs", "wasserkurs")


def test_where_it_is_from_is_asked_of_the_last_answer() -> None:
    """Right after one about the topic: then not of any other, nor a second time, nor of a list."""
    policy = Policy(a_catalogue(an_offer("kurs", facets={"cost": "Nichts."}), an_offer("zwei"), *QUESTIONS, showing("sources", "sources")))
    asked = a_reading("woher weißt du das", intent="sources")
    other = a_reading("woher weißt du das vom zwei", a_mention("topic", "zwei"), intent="sources")

    def last(reading: Reading, context: Context) -> str | None:
        move = policy.on_reading(reading, context).move
        assert isinstance(move, AnswerIntent)
        return move.last

    assert last(asked, a_context("kurs", intent="cost")) == "cost"
    assert last(other, a_context("kurs", intent="cost")) is None
    assert last(asked, a_context("kurs", intent="sources")) is None
    assert last(asked, a_context("kurs", intent="list-offers")) is None


def test_people_are_nearer_than_the_same_question_back_a_third_time() -> None:
    """Whoever asks on without a name is sent to somebody, and then asked back anew; another question is a new one."""
    cost, context = a_reading("und was kostet es", intent="cost"), a_context()
    moves = []
    for _ in range(4):
        decision = decided(cost, context)
        context = decision.context
        moves.append(however_sure(decision.move))

    asked = AskWhich("cost", ("windkurs", "wasserkurs"))
    assert moves == [asked, asked, NotKnown(misses=3), asked]
    assert isinstance(move_of(a_reading("wo denn", intent="place"), decided(cost, decided(cost).context).context), AskWhich)


def test_the_same_choices_are_not_offered_a_third_time() -> None:
    """They stood under the last reply, and the one before."""
    weak = (ANSWER_FROM + CHOICES_FROM) / 2
    close = a_reading("hm so irgendwas", intent="after-school", confidence=weak, also=(("list-offers", weak),))
    data = ("q:after-school", "q:list-offers")
    again = decided(close, replace(decided(close).context, offered=(*data, NONE)))

    assert isinstance(again.move, OfferChoices)
    assert decided(close, replace(again.context, offered=(*data, NONE))).move == NotKnown(misses=3)


def test_the_topic_named_after_asking_back_answers_the_open_question() -> None:
    """By its name alone, or by the theme it is known for; then the question is no longer open."""
    open_question = a_context(awaiting="cost")

    decision = decided(a_reading("windkurs", WIND, bare=True), open_question)

    assert however_sure(decision.move) == AnswerIntent("cost", "windkurs")
    assert decision.context.awaiting is None
    assert move_of(a_reading("das mit wasser", a_mention("theme", "wasser")), open_question) == AnswerIntent("cost", "wasserkurs")


def test_a_new_question_drops_the_open_one() -> None:
    """Who asks something else clearly wants that."""
    decision = decided(a_reading("wann ist die messe", FAIR, intent="dates"), a_context(awaiting="cost"))

    assert however_sure(decision.move) == AnswerIntent("dates", "messe")
    assert decision.context.awaiting is None


def test_an_open_question_waits_for_a_name() -> None:
    """What names nothing does not answer it."""
    assert move_of(a_reading("hm"), a_context(awaiting="cost")) == NotKnown()


def test_two_names_in_a_clear_question_are_not_names_alone() -> None:
    """Two bare names can ask whether one belongs to the other."""
    reading = a_reading("uni netz", a_mention("topic", "uni"), NET, intent="membership", bare=True)

    assert move_of(reading) == AnswerIntent("membership", "netz", others=("uni",))


def test_a_question_that_stands_alone_answers_where_no_topic_is_known() -> None:
    """Staff may name the general answer for it."""
    assert move_of(a_reading("wie fange ich an", intent="how-to-start")) == AnswerIntent("after-school")


def test_what_is_asked_of_somebody_elsewhere_is_not_ours() -> None:
    """The way out of a question without topic is not for them."""
    stranger = a_mention("elsewhere", "Ulm", score=0.5)
    reading = a_reading("handwerkskammer ulm starten", stranger, intent="how-to-start", unread=("handwerkskammer", "ulm"))

    assert move_of(reading) == AnswerIntent("elsewhere", name="Ulm")


def test_a_person_we_do_not_know_is_said_back() -> None:
    """Instead of guessing whom was meant."""
    assert move_of(a_reading("was macht erika", intent="function", unread=("Erika",))) == NotKnown(name="Erika")


def test_what_a_reply_names_is_talked_about_even_where_nothing_is_known() -> None:
    """"Das weiß ich über den Windkurs nicht", or two answers that may be meant: "und wo" is then asked of it."""
    before, weak, faint = a_context("messe", intent="dates"), (ANSWER_FROM + CHOICES_FROM) / 2, CHOICES_FROM / 2
    unknown = decided(a_reading("was ganz anderes beim windkurs", WIND, intent="cost", confidence=faint), before)
    unclear = decided(a_reading("hm so irgendwas mit dem windkurs", WIND, intent="cost", confidence=weak, also=(("dates", weak),)), before)

    assert unknown.move == NotKnown("windkurs")
    assert unclear.move == AnswerIntent("cost", "windkurs", also=("dates", "windkurs"), confidence=round(weak, 4))
    assert unknown.context.topics == unclear.context.topics == ("windkurs", "messe")


def test_a_list_ends_the_talk_about_one_thing() -> None:
    """Two turns later "ist das kostenlos" must not be answered for what was talked about before the list."""
    assert decided(a_reading("welche lehren gibt es", intent="list-offers"), a_context("windkurs", intent="dates")).context.topics == ()
    assert decided(a_reading("wer ist im netz", NET, intent="members"), a_context("windkurs")).context.topics == ("netz", "windkurs")


def test_two_names_make_a_question_of_membership() -> None:
    """The network is asked about the other."""
    reading = a_reading("ist die uni im netz", a_mention("topic", "uni"), NET, intent="membership")

    assert move_of(reading) == AnswerIntent("membership", "netz", others=("uni",))


def test_a_name_we_do_not_know_is_asked_for_as_it_was_written() -> None:
    """Nobody has to be in our files to be not on a list."""
    reading = a_reading("ist Bosch Rexroth im netz", NET, intent="membership", unread=("Bosch", "Rexroth"))

    assert move_of(reading) == AnswerIntent("membership", "netz", name="Bosch Rexroth")


@pytest.mark.parametrize("bare", [True, False])
def test_who_belongs_to_the_network_is_asked_of_the_one_that_lists_them(bare: bool) -> None:
    """It goes without its name where "network" is said, or where no other has members."""
    uni, noun = a_mention("topic", "uni"), a_mention("kind", "network/network", at=3)
    reading = a_reading("ist die uni netzwerk", uni, noun, intent="membership", bare=bare)

    assert move_of(reading) == AnswerIntent("membership", "netz", others=("uni",))


def test_a_network_that_is_called_one_is_named_alone() -> None:
    """"Netz Netzwerk" asks what that is, not who belongs to it, whatever sounds likely."""
    noun = a_mention("kind", "network/network", at=1)
    reading = replace(a_reading("netz netzwerk", NET, noun, intent="membership", confidence=0.4, bare=True), verdict="answer")

    assert move_of(reading) == AnswerIntent("overview", "netz")


def test_a_course_is_no_member_of_anything() -> None:
    """Only who can join something is looked up on its list."""
    move = move_of(a_reading("ist der windkurs im netzwerk", WIND, intent="membership"))

    assert not (isinstance(move, AnswerIntent) and "windkurs" in move.others)


def test_a_name_that_is_hardly_said_is_no_second_one() -> None:
    """Only the place is meant by "der Stadt", not the university of it."""
    half = a_mention("topic", "uni", score=0.5, at=1)
    reading = a_reading("firma stadt netz", a_mention("topic", "firma"), half, NET, intent="membership")

    assert move_of(reading) == AnswerIntent("membership", "netz", others=("firma",))


def test_an_adjective_beside_names_is_no_name() -> None:
    """A name that nobody knows is joined to one that is known, or is what is asked for first."""
    firm, net = a_mention("topic", "firma"), a_mention("topic", "netz", at=2)
    curious = a_reading("firma im netz bin lokführer und neugierig", firm, net, intent="membership", unread=("neugierig",))
    joined = a_reading("firma und Bosch netz", firm, a_mention("topic", "netz", at=3), intent="membership", unread=("Bosch",))

    first = a_reading("ist Bosch im netz und firma auch", a_mention("topic", "netz", at=3), a_mention("topic", "firma", at=5),
                      intent="membership", unread=("Bosch",))

    assert move_of(curious) == AnswerIntent("membership", "netz", others=("firma",))
    assert move_of(first) == AnswerIntent("membership", "netz", others=("firma",), name="Bosch")
    assert move_of(joined) == AnswerIntent("membership", "netz", others=("firma",), name="Bosch")


def test_the_article_is_no_part_of_a_strange_name() -> None:
    """ "Die Uni Potsdam" is called Uni Potsdam."""
    reading = a_reading("ist die Uni Potsdam im netz", NET, intent="membership", unread=("die", "Uni", "Potsdam"))

    assert move_of(reading) == AnswerIntent("membership", "netz", name="Uni Potsdam")


def test_membership_of_nobody_is_a_question_for_the_members() -> None:
    """Asked whether somebody is in it, without a name, all are told."""
    decision = decided(a_reading("wer ist im netz", NET, intent="membership"))

    assert however_sure(decision.move) == AnswerIntent("members", "netz", view=ListView("members"))
    assert decision.context.list_view == ListView("members")


def test_a_list_is_filtered_by_what_was_named() -> None:
    """And can go on."""
    reading = a_reading("kurse zu wind in der stadt", a_mention("theme", "wind"), a_mention("place", "stadt"), intent="list-offers")

    decision = decided(reading)

    view = ListView("list-offers", themes=("wind",), places=("stadt",))
    assert however_sure(decision.move) == AnswerIntent("list-offers", view=view)
    assert decision.context.list_view == view


def test_a_list_narrowed_to_one_named_topic_is_that_topic() -> None:
    """Which workshop does it? The one whose name was said."""
    reading = a_reading("welche werkstatt macht stammtisch", a_mention("topic", "stammtisch"), intent="list-werkstaetten")

    assert move_of(reading) == AnswerIntent("overview", "stammtisch")


def test_small_talk_leaves_the_talk_as_it_is() -> None:
    """After a thank-you "and where?" still means the course."""
    decision = decided(a_reading("danke dir", intent="thanks"), a_context("windkurs", intent="dates"))

    assert however_sure(decision.move) == AnswerIntent("thanks")
    assert (decision.context.topics, decision.context.intent) == (("windkurs",), "dates")


# Names alone


def test_a_name_alone_asks_what_it_is() -> None:
    """A thing has a summary, a person a function."""
    assert move_of(a_reading("windkurs", WIND, bare=True)) == AnswerIntent("overview", "windkurs")
    assert move_of(a_reading("ada", a_mention("topic", "ada-muster"), bare=True)) == AnswerIntent("function", "ada-muster")


def test_a_name_alone_asks_the_last_question_again() -> None:
    """While the talk runs, and where the question fits."""
    talk = a_context("windkurs", intent="dates")

    assert move_of(a_reading("und die messe", FAIR, bare=True), talk) == AnswerIntent("dates", "messe")
    assert move_of(a_reading("und das netz", NET, bare=True), talk) == AnswerIntent("overview", "netz")


def test_a_name_alone_does_not_repeat_what_it_cannot_answer() -> None:
    """The apprenticeship has no price: what it is helps more."""
    move = move_of(a_reading("lehre", a_mention("topic", "lehre"), bare=True), a_context("windkurs", intent="cost"))

    assert move == AnswerIntent("overview", "lehre")


def test_one_name_for_several_topics_is_asked_back() -> None:
    """Where the place does not tell them apart."""
    both = a_mention("topic", "windkurs", "wasserkurs")

    assert move_of(a_reading("kurs", both, bare=True)) == AskWhich("overview", ("windkurs", "wasserkurs"))
    assert move_of(a_reading("kurs im dorf", both, a_mention("place", "dorf"), bare=True)) == AnswerIntent("overview", "wasserkurs")


def test_a_theme_alone_is_explained_or_listed() -> None:
    """What staff wrote about it, else the offers of it."""
    assert move_of(a_reading("wind", a_mention("theme", "wind"), bare=True)) == AnswerIntent("overview", "wind")
    assert move_of(a_reading("wasser", a_mention("theme", "wasser"), bare=True)) == AnswerIntent(
        "list-offers", view=ListView("list-offers", themes=("wasser",), of_any_kind=True)
    )


def test_a_theme_within_sure_small_talk_is_not_listed() -> None:
    """"Bist du ein Roboter" asks about the bot, "Roboter" for what there is with robots."""
    theme = a_mention("theme", "wasser", at=3)
    asked = a_reading("bist du ein wasser", theme, intent="thanks", confidence=0.9, bare=True)
    named = a_reading("wasser", replace(theme, first=0, last=1), intent="thanks", confidence=0.9, bare=True)

    assert [getattr(move_of(reading), "intent", None) for reading in (asked, named)] == ["thanks", "list-offers"]


@pytest.mark.parametrize(
    ("kind", "listed", "types"),
    [("offer", "list-offers", ()), ("event", "list-events", ()), ("network/werkstatt", "list-networks", ("werkstatt",))],
)
def test_a_kind_alone_is_a_list(kind: str, listed: str, types: tuple[str, ...]) -> None:
    """Courses, events, workshops."""
    assert move_of(a_reading("kurse", a_mention("kind", kind), bare=True)) == AnswerIntent(listed, view=ListView(listed, types))


def test_a_place_alone_is_a_list_of_all_there_is() -> None:
    """Nothing else was said."""
    assert move_of(a_reading("dorf", a_mention("place", "dorf"), bare=True)) == AnswerIntent(
        "list-offers", view=ListView("list-offers", places=("dorf",), of_any_kind=True)
    )


def test_names_alone_are_weighed_where_nothing_else_is_known() -> None:
    """A catalogue without the usual questions still answers honestly."""
    policy = Policy(a_catalogue(an_offer("kurs"), an_intent("thanks", kind="small_talk", answer={"text": "Gern."})))

    for mention in (a_mention("topic", "kurs"), a_mention("kind", "offer"), a_mention("theme", "wind")):
        assert isinstance(policy.on_reading(a_reading("kurs", mention, bare=True), a_context()).move, NotKnown)


def test_a_place_elsewhere_alone_is_no_name() -> None:
    """It is not listed as if it were ours."""
    move = move_of(a_reading("stuttgart", a_mention("elsewhere", "Stuttgart"), intent="off-topic", bare=True))

    assert move == AnswerIntent("off-topic")


# How sure


def test_close_weak_readings_are_offered() -> None:
    """Only those that can be answered, and nothing is answered by chance."""
    weak = (ANSWER_FROM + CHOICES_FROM) / 2

    move = move_of(a_reading("hm so irgendwas", intent="after-school", confidence=weak, also=(("list-offers", weak), ("function", weak))))

    assert isinstance(move, OfferChoices)
    assert set(move.options) == {("after-school", None), ("list-offers", None)}


def test_the_one_topic_of_the_choices_is_talked_about() -> None:
    """Though one of them is about nothing: "bekommt er da was" leans on the course that was offered."""
    talk = Decisions(WORLD).with_context(OfferChoices((("after-school", None), ("cost", "windkurs")), 0.3), a_context()).context

    assert talk.topics == ("windkurs",)


def test_close_weak_readings_of_one_topic_are_both_told() -> None:
    """Nobody is asked back what two sentences can tell."""
    weak = (ANSWER_FROM + CHOICES_FROM) / 2

    move = move_of(a_reading("hm so irgendwas mit dem windkurs", WIND, intent="cost", confidence=weak, also=(("dates", weak),)))

    assert move == AnswerIntent("cost", "windkurs", also=("dates", "windkurs"))


def test_one_weak_reading_is_answered_alone() -> None:
    """Asking back between one thing and nothing helps nobody."""
    weak = (ANSWER_FROM + CHOICES_FROM) / 2

    move = move_of(a_reading("hm so irgendwas mit dem windkurs", WIND, intent="cost", confidence=weak))

    assert move == AnswerIntent("cost", "windkurs")


def test_what_is_not_understood_is_not_known() -> None:
    """The misses are counted; the topic is kept where it was surely named."""
    faint = CHOICES_FROM / 2

    decision = decided(a_reading("was ganz anderes beim windkurs", WIND, intent="cost", confidence=faint), a_context(misses=1))
    unsure = decided(a_reading("hm da war doch noch so ein", a_mention("topic", "windkurs", score=0.5), intent="cost", confidence=faint))

    assert decision.move == NotKnown("windkurs", misses=2)
    assert decision.context.misses == 2
    assert unsure.move == NotKnown(misses=1)
    assert move_of(a_reading("asdf")) == NotKnown()


def test_facts_near_the_question_are_handed_on() -> None:
    """Far ones are not."""
    facts = (("windkurs", "weg", 0.2), ("messe", "weg", 0.01))

    assert move_of(a_reading("irgendwas das keiner versteht", facts=facts)) == NotKnown(near=("windkurs",))


def test_the_surer_a_question_is_ours_the_farther_topics_are_named_for_it() -> None:
    """What nothing answers may still be helped by what comes near; with a foreign question it is chance."""
    reading = a_reading("irgendwas das keiner versteht", facts=(("windkurs", "weg", 0.15), ("messe", "weg", 0.01)))

    assert move_of(reading) == NotKnown(near=("windkurs",))
    assert move_of(replace(reading, ours=0.3)) == NotKnown()


def test_a_very_near_fact_is_the_answer() -> None:
    """Described in other words, without any name."""
    move = move_of(a_reading("muss man dafür löhnen wenn man mit turbinen lernt", facts=(("windkurs", "cost", 0.9),)))

    assert isinstance(move, AnswerIntent)
    assert (move.intent, move.topic) == ("cost", "windkurs")


def test_misses_in_a_row_are_counted_and_forgotten() -> None:
    """Three strange questions make three misses, an answer none."""
    context = a_context()
    for expected in (1, 2, 3):
        decision = decided(a_reading("asdf"), context)
        context = decision.context
        assert decision.move == NotKnown(misses=expected)

    assert decided(a_reading("windkurs", WIND, intent="dates"), context).context.misses == 0


def test_foreign_questions_in_a_row_are_misses_too() -> None:
    """The second time the bot does not say the same again."""
    first = decided(a_reading("wer gewinnt", intent="off-topic"))
    second = decided(a_reading("und das wetter", intent="off-topic"), first.context)

    assert however_sure(first.move) == AnswerIntent("off-topic")
    assert second.move == NotKnown(misses=2)


def test_a_topic_beside_a_foreign_question_is_offered() -> None:
    """Who asks for the wind course in Stuttgart names one of ours."""
    assert move_of(a_reading("windkurs in stuttgart", WIND, intent="off-topic")) == AnswerIntent("off-topic", "windkurs")


# Language


@pytest.mark.parametrize(("word", "code"), [("deutsch", "de"), ("english", "en"), ("englisch", "en")])
def test_a_language_is_set_by_its_name(word: str, code: str) -> None:
    """In either language; from then on it is fixed."""
    decision = decided(a_reading(f"sorry bitte {word}", intent="language"), a_context("windkurs"))

    assert decision.move == LanguageSet(code)
    assert (decision.context.language, decision.context.language_fixed) == (code, True)
    assert decision.context.topics == ("windkurs",)


def test_who_says_no_to_a_language_may_choose_one() -> None:
    """«ich spreche nicht so gut Deutsch» asks for no German."""
    assert move_of(a_reading("ich kann nicht gut deutsch", intent="language")) == AnswerIntent("language")


@pytest.mark.parametrize("text", ["netz hochschulen", "welche hochschulen gibt netz"])
def test_a_network_and_a_group_of_its_members_ask_who_these_are(text: str) -> None:
    """Whatever else was likelier."""
    net = a_mention("topic", "netz", at=text.split().index("netz"))
    reading = a_reading(text, net, intent="overview", confidence=0.25, also=(("membership", 0.2),))

    move = move_of(reading)

    assert isinstance(move, AnswerIntent)
    assert replace(move, also=None) == AnswerIntent("members", "netz", view=ListView("members", group=0))


@pytest.mark.parametrize("asked", ["is it in english", "sprechen die englisch", "ist das auf englisch", "do they speak english"])
def test_the_language_of_what_is_talked_about_is_not_the_bots(asked: str) -> None:
    """Nobody told us in which one it is held, and nobody wants to be answered in another one."""
    held = a_reading(asked, intent="language")

    decision = decided(held, a_context("windkurs"))

    assert decision.move == AnswerIntent("spoken", "windkurs")
    assert not decision.context.language_fixed
    assert isinstance(move_of(held), LanguageSet)


def test_another_language_that_is_only_added_is_asked_of_what_is_talked_about() -> None:
    """"Und Arabisch?" goes on about it; "auf Arabisch" alone may be a wish, and "sprichst du auch Arabisch" asks the bot."""
    held = a_context("windkurs")
    asked = ("und arabisch", "auch auf arabisch", "arabisch?", "auf arabisch", "sprichst du arabisch?")

    moves = [move_of(a_reading(text, intent="language"), held) for text in asked]

    assert moves == [AnswerIntent("spoken", "windkurs")] * 3 + [AnswerIntent("language")] * 2


def test_the_language_of_what_is_surely_named_is_asked_of_it() -> None:
    """What only sounds like its name is not taken for it, nor is anything asked that has no language."""
    named = a_reading("ist wasserkurs auf englisch", a_mention("topic", "wasserkurs", at=1), intent="language")
    faint = replace(named, mentions=(a_mention("topic", "wasserkurs", at=1, score=0.45),))

    assert move_of(named) == AnswerIntent("spoken", "wasserkurs")
    assert move_of(faint) != AnswerIntent("spoken", "wasserkurs")
    assert move_of(a_reading("ist das auf englisch", intent="language"), a_context("dorf")) != AnswerIntent("spoken", "dorf")


def test_a_course_called_so_has_a_language_too() -> None:
    """"Ist der Kurs auf Englisch" asks of the course, "kannst du Englisch" and "geht das auf Englisch" ask the bot."""
    course = a_mention("kind", "offer/further-training", at=2)

    assert isinstance(move_of(a_reading("ist der kurs auf englisch", course, intent="language"), a_context("windkurs")), AnswerIntent)
    for asked in ("kannst du englisch", "geht das auf englisch", "sprecht ihr englisch", "is there an english version"):
        assert isinstance(move_of(a_reading(asked, intent="language"), a_context("windkurs")), LanguageSet)


def test_asked_for_both_or_no_language_the_bot_tells_them() -> None:
    """It does not choose."""
    for text in ("deutsch oder english", "welche sprachen kannst du"):
        assert move_of(a_reading(text, intent="language")) == AnswerIntent("language")


def test_the_policy_remembers_nothing_itself() -> None:
    """The same message in the same talk leads to the same move."""
    reading, context = a_reading("wann windkurs", WIND, intent="dates"), a_context(misses=1)

    assert decided(reading, context) == decided(reading, context)


def test_what_the_chat_chose_survives_every_move() -> None:
    """Language and time are not the policy's to change."""
    english = replace(a_context(), language="en", language_fixed=True)

    for reading in (a_reading("asdf"), a_reading("windkurs", WIND, intent="dates"), a_reading("was kostet es", intent="cost")):
        context = decided(reading, english).context
        assert (context.language, context.language_fixed, context.touched) == ("en", True, NOW)
        assert isinstance(context, Context)


def test_a_question_for_a_kind_nobody_named_stays_with_the_named_topic() -> None:
    """A price of a network: the honest answer is about the network."""
    move = move_of(a_reading("was kostet der bund", a_mention("topic", "bund"), intent="cost"))

    assert isinstance(move, AnswerIntent)
    assert (move.intent, move.topic) == ("cost", "bund")


def test_a_missing_question_cannot_be_awaited() -> None:
    """A context from before a change of the files does no harm."""
    policy = Policy(a_catalogue(an_offer("kurs", summary="Ein Kurs."), showing("overview", "overview", needs=("offer",))))

    move = policy.on_reading(a_reading("kurs", a_mention("topic", "kurs"), bare=True), a_context(awaiting="weg")).move

    assert however_sure(move) == AnswerIntent("overview", "kurs")


# Times and places


def test_a_period_that_is_named_goes_with_the_answer() -> None:
    """Also that the calendar has no such day."""
    days = (date(2025, 1, 1), date(2026, 1, 1))
    asked = a_reading("wann war der windkurs 2025", WIND, a_mention("period", "period", days=days), intent="dates")
    odd = a_reading("windkurs am 31 februar", WIND, a_mention("period", "period"), intent="dates")

    assert move_of(asked) == AnswerIntent("dates", "windkurs", days=days)
    assert move_of(odd) == AnswerIntent("dates", "windkurs", no_such_day=True)
    assert move_of(a_reading("was ist am 30 2 los", a_mention("period", "period"), intent="off-topic")) == Remark("no-such-day")


def test_a_kind_in_a_year_is_a_list_of_that_year() -> None:
    """Without a name nothing has to be asked back."""
    days = (date(2027, 1, 1), date(2028, 1, 1))
    reading = a_reading("gibt es 2027 einen kurs", a_mention("kind", "offer"), a_mention("period", "period", days=days), intent="dates")

    assert move_of(reading) == AnswerIntent("list-offers", view=ListView("list-offers", days=("2027-01-01", "2028-01-01")), days=days)


def test_asked_back_are_those_of_the_kind_that_was_named() -> None:
    """Which course, not which apprenticeship."""
    move = move_of(a_reading("wo ist der kurs", a_mention("kind", "offer/further-training"), intent="place"))

    assert isinstance(move, AskWhich)
    assert set(move.topics) == {"windkurs", "wasserkurs"}


ELSEWHERE = Policy(a_catalogue(
    an_offer("kurs", summary="Ein Kurs."), showing("overview", "overview"),
    an_intent("elsewhere", kind="out_of_scope", answer={"text": "Nur hier."}),
))
ULM = a_mention("elsewhere", "Ulm")


def test_a_place_elsewhere_is_named_with_what_is_asked_of_it() -> None:
    """By name, or what is talked about; a kind alone is no topic."""
    named = a_reading("kurs in ulm", a_mention("topic", "kurs"), ULM, intent="elsewhere")
    talked = a_reading("das auch in ulm", ULM, intent="elsewhere")
    kind = a_reading("kurse in ulm", a_mention("kind", "offer"), ULM, intent="elsewhere")
    talk = a_context("kurs", intent="overview")

    assert [ELSEWHERE.on_reading(reading, talk).move for reading in (named, talked, kind)] == [
        AnswerIntent("elsewhere", "kurs", name="Ulm", confidence=0.9),
        AnswerIntent("elsewhere", "kurs", name="Ulm", confidence=0.9),
        AnswerIntent("elsewhere", name="Ulm", confidence=0.9),
    ]


def test_of_two_weak_readings_the_foreign_one_is_honest() -> None:
    """A close call with what is not ours is no answer of ours."""
    reading = a_reading("töpfern am samstag", intent="list-offers", confidence=0.3, also=(("off-topic", 0.3),))

    assert however_sure(move_of(reading)) == AnswerIntent("off-topic")


def test_a_place_or_theme_of_ours_makes_a_close_call_ours() -> None:
    """Unless a place elsewhere is named too."""
    village, elsewhere = (a_mention("place", "dorf"),), (a_mention("theme", "wind"), ULM)
    moves = [
        move_of(a_reading("was geht da so ab", *named, intent="list-offers", confidence=0.3, also=(("off-topic", 0.3),)))
        for named in (village, elsewhere)
    ]

    assert [getattr(move, "intent", None) for move in moves] == ["list-offers", "elsewhere"]


def test_nobody_is_surer_of_a_guess_than_guesses_are_right() -> None:
    """A name alone, a question of nothing, and a theme that only may want a list all came with a confidence of 1."""
    by_name = a_reading("windkurs", WIND, intent="overview", confidence=1.0, bare=True)
    of_nothing = a_reading("was kostet das", intent="cost", confidence=1.0)
    perhaps = a_reading("was zum thema wasser", a_mention("theme", "wasser"), intent="list-events", confidence=0.1)

    moves = [decided(reading).move for reading in (by_name, of_nothing, perhaps)]

    assert [type(move) for move in moves] == [AnswerIntent, AskWhich, AnswerIntent]
    assert [move.confidence < 0.9 for move in moves if isinstance(move, AnswerIntent | AskWhich)] == [True, True, True]


def test_a_theme_in_a_few_words_that_may_ask_for_a_list_is_listed() -> None:
    """However unsure the question; nothing else is worth a list."""
    theme = a_mention("theme", "wasser")
    listed, unlisted = (move_of(a_reading("was zum thema wasser", theme, intent=intent, confidence=0.1)) for intent in ("list-events", "dates"))

    assert listed == AnswerIntent("list-offers", view=ListView("list-offers", themes=("wasser",), of_any_kind=True))
    assert isinstance(unlisted, NotKnown)


@pytest.mark.parametrize("score", [1.0, 0.6])
def test_of_a_field_of_work_that_nobody_has_to_do_with_just_that_is_told(score: float) -> None:
    """Not what happens to be near; but a part of a longer word names none: "Sängerstadt"."""
    named = a_mention("theme", "polizei", score=score)
    asked = a_reading("mein sohn will zur polizei und wen fragt man da", named, intent="dates", confidence=0.1, facts=(("firma", "dates", 0.2),))

    move = Policy(a_catalogue(*TOPICS, *QUESTIONS, a_theme("polizei"))).on_reading(asked, NOTHING_SAID).move

    assert getattr(move, "view", None) == (ListView("list-offers", themes=("polizei",), of_any_kind=True) if score == 1.0 else None)


def test_a_name_we_do_not_know_is_looked_up_in_the_only_list_there_is() -> None:
    """Nothing has to be asked back."""
    assert however_sure(move_of(a_reading("ist Bosch dabei", intent="membership", unread=("Bosch",)))) == AnswerIntent(
        "membership", "netz", name="Bosch"
    )


def test_an_unknown_word_beside_known_names_is_a_name_only_where_it_is_joined_to_them() -> None:
    """"Have unions a seat" asks nobody called Seat."""
    uni = replace(a_mention("topic", "uni"), first=1, last=2)
    alone = a_reading("hat uni sitz im netz", uni, NET, intent="membership", unread=("sitz",))
    joined = a_reading("ist uni und Bosch im netz", uni, NET, intent="membership", unread=("Bosch",))

    assert however_sure(move_of(alone)) == AnswerIntent("membership", "netz", others=("uni",))
    assert however_sure(move_of(joined)) == AnswerIntent("membership", "netz", others=("uni",), name="Bosch")


def test_small_talk_of_two_sorts_is_small_talk_for_sure() -> None:
    """«hey, wie gehts» greets and asks: neither alone is certain, that it is a chat is."""
    assert move_of(a_reading("hey danke", intent="thanks", confidence=0.4, also=(("language", 0.38),))) == AnswerIntent("thanks")
    assert move_of(a_reading("bla bla", intent="thanks", confidence=0.4, also=(("language", 0.2),), unread=("bla",))) == NotKnown()


def test_a_word_taken_for_a_typo_may_be_the_name_that_is_asked_for() -> None:
    """«ist Rewe dabei» asks for one name, not for the whole list; of two such words neither is taken."""
    reading = a_reading("wird rewe dabei", intent="membership")
    talk = a_context("netz", intent="overview")

    assert move_of(replace(reading, repaired=("rewe",)), talk) == AnswerIntent("membership", "netz", name="rewe")
    assert move_of(replace(reading, repaired=("rewe", "dabai")), talk) == AnswerIntent("members", "netz", view=ListView("members"))


def test_a_doubtful_question_the_topic_of_the_talk_has_no_answer_to_is_not_known() -> None:
    """It is not answered as if it had been asked: "wer kann drüber gucken" asks for no recording."""
    doubtful = a_reading("wer kann da drüber gucken", intent="cost", confidence=(ANSWER_FROM + CHOICES_FROM) / 2)

    assert move_of(doubtful, a_context("lehre", intent="overview")) == NotKnown("lehre")
    assert move_of(doubtful, a_context("windkurs", intent="overview")) == AnswerIntent("cost", "windkurs")


def test_a_long_name_said_as_a_question_is_that_question() -> None:
    """ "Windkurs Kosten" may be a name of the course and asks for its price all the same; unsure, it is what it is."""
    asked = a_reading("windkurs kosten", WIND, intent="cost", confidence=0.6, bare=True)
    unsure = a_reading("windkurs kosten", WIND, intent="cost", confidence=0.3, bare=True)

    assert move_of(asked) == AnswerIntent("cost", "windkurs")
    assert move_of(unsure) == AnswerIntent("overview", "windkurs")


def test_what_an_office_is_asked_for_is_not_told_of_its_course() -> None:
    """Only a date of its own course is meant by its name: who asks how much the firm takes does not ask for the course."""
    firm = a_mention("topic", "firma")

    assert move_of(a_reading("wann ist es bei der firma", firm, intent="dates")) == AnswerIntent("dates", "windkurs")
    assert move_of(a_reading("wer leitet die firma", firm, intent="leader")) == AnswerIntent("leader", "firma")


def test_a_few_friendly_words_need_less_certainty_where_nothing_of_ours_is_near() -> None:
    """Neither a name nor a fact speaks for a question; a name that nobody knows does."""
    friendly = a_reading("das machst du fein", intent="thanks", confidence=0.4)
    stranger = a_reading("das machst du fein Wegener", intent="thanks", confidence=0.4, unread=("Wegener",))

    assert move_of(friendly) == AnswerIntent("thanks")
    assert isinstance(move_of(stranger), NotKnown)


def test_a_few_words_that_only_one_thing_answers_are_answered() -> None:
    """"Leitung?" is of the only one whose leader we know; a whole sentence, or "das", means somebody's, and asks back of whom."""
    texts = ("leitung", "sag mir wer der chef ist", "wer leitet das")
    keyword, sentence, pointing = (a_reading(text, intent="leader") for text in texts)

    assert move_of(keyword) == AnswerIntent("leader", "bund")
    assert isinstance(move_of(sentence), AskWhich)
    assert isinstance(move_of(pointing), AskWhich)


def test_a_sure_question_asks_back_unless_a_fact_is_clearly_near() -> None:
    """ "Wer ist der Chef?" means nobody yet; the nearer a fact, the less a question without a topic is worth."""
    asked = "sag mir wer der chef ist"

    assert isinstance(move_of(a_reading(asked, intent="leader", facts=(("uni", "contact", 0.05),))), AskWhich)
    assert isinstance(move_of(a_reading(asked, intent="leader", facts=(("uni", "contact", 0.16),))), NotKnown)
    told = move_of(a_reading(asked, intent="leader", facts=(("uni", "contact", 0.9),)))
    assert isinstance(told, AnswerIntent)
    assert told.topic == "uni"


def test_what_is_asked_of_a_place_elsewhere_is_not_ours_where_both_are_likely() -> None:
    """The field that is named beside it does not make it ours."""
    there = (a_mention("elsewhere", "Ruhrgebiet"), a_mention("theme", "wind", at=1))
    foreign = (("off-topic", 0.45),)

    assert move_of(a_reading("wer leitet dort das netz wind", *there, intent="cost", confidence=0.5, also=foreign)) == AnswerIntent("off-topic")


def test_a_field_may_be_the_name_of_somebody_in_it() -> None:
    """Asked whether "Bundeswehr" is a member the whole list would be no answer."""
    reading = a_reading("macht Wind im netz mit", a_mention("theme", "wind", at=1), a_mention("topic", "netz", at=3), intent="membership")

    assert move_of(reading) == AnswerIntent("membership", "netz", name="Wind")


@pytest.mark.parametrize(("text", "mentions", "name"), [
    ("macht Wind Halle im netz mit", (a_mention("theme", "wind", at=1), a_mention("place", "halle", at=2), a_mention("topic", "netz", at=4)), "Wind Halle"),
    ("gehört die schule dorf zum netz", (a_mention("place", "dorf", at=3), a_mention("topic", "netz", at=5)), "schule dorf"),
    ("ist stadtbüro im netz", (a_mention("topic", "uni", score=0.5, at=1), a_mention("topic", "netz", at=3)), "stadtbüro"),
    ("sitzt dorf im netz", (a_mention("place", "dorf", at=1), a_mention("topic", "netz", at=3)), None),
])
def test_a_name_made_of_words_we_know_is_a_name(text: str, mentions: tuple[Mention, ...], name: str | None) -> None:
    """A field and a place, a noun and its place, half a name of ours; a place alone may be where somebody is from."""
    move = move_of(a_reading(text, *mentions, intent="membership"))

    assert isinstance(move, AnswerIntent)
    assert (move.intent, move.topic, move.name) == ("membership" if name else "members", "netz", name)


@pytest.mark.parametrize(("text", "language", "name"), [
    ("so Halo Works on it", "en", "Halo Works"), ("is it a member", "en", None), ("So Halo On It", "en", None),
    ("also Halo ein Mitglied", "de", None),
])
def test_english_writes_names_with_a_capital(text: str, language: str, name: str | None) -> None:
    """Known words too, where not all are; in German every noun has one."""
    move = move_of(replace(a_reading(text, intent="membership"), language=language), a_context("netz"))

    assert isinstance(move, AnswerIntent)
    assert (move.intent, move.name) == ("membership" if name else "members", name)


@pytest.mark.parametrize(("text", "name"), [
    ("ist Halo im netz", "Halo"), ("macht die Halo Werk im netz mit", "Halo Werk"), ("is halo in netz", "halo"),
    ("ist unternehmen netz", None), ("ist jemand im netz", None), ("Halo ist im netz", None),
    ("ist lange vorher halo gewesen im netz", None),
])
def test_who_stands_behind_the_verb_is_asked_for(text: str, name: str | None) -> None:
    """Also where we know the words, and the list of all is as likely meant; a group of members is no name."""
    net = a_mention("topic", "netz", at=text.split().index("netz"))
    words = a_reading(text, net, intent="membership", confidence=0.5, also=(("members", 0.3),))
    either = a_reading(text, net, intent="members", confidence=0.5, also=(("membership", 0.3),))

    for reading in (words, either):
        move = move_of(reading)
        assert isinstance(move, AnswerIntent)
        assert (move.intent, move.name) == ("membership" if name else "members", name)


def test_half_of_what_is_named_behind_the_verb_is_no_name() -> None:
    """"Ist die neue Uni im Netz" asks for the university."""
    uni, net = a_mention("topic", "uni", at=3), a_mention("topic", "netz", at=5)
    move = move_of(a_reading("ist die neue uni im netz", uni, net, intent="membership"))

    assert isinstance(move, AnswerIntent)
    assert (move.others, move.name) == (("uni",), None)


def test_who_names_a_place_elsewhere_and_nothing_of_ours_asks_about_that_place() -> None:
    """Unless another question is certain, or something of ours is named beside it."""
    there, course = a_mention("elsewhere", "Heidelberg"), a_mention("topic", "windkurs", at=1)
    alone = a_reading("studium heidelberg", there, intent="list-offers", confidence=0.35)
    beside = a_reading("studium heidelberg windkurs", there, course, intent="list-offers", confidence=0.35)

    assert move_of(alone) == AnswerIntent("elsewhere", name="Heidelberg")
    assert move_of(beside) != AnswerIntent("elsewhere", name="Heidelberg")


def test_what_may_well_be_chat_weighs_against_the_facts_near_it() -> None:
    """A film to watch is no campaign of ours; who names something of ours asks about it all the same."""
    near, foreign = (("windkurs", "cost", 0.5),), (("off-topic", 0.46), ("cost", 0.1))

    assert move_of(a_reading("ein guter film heute abend", also=foreign, facts=near)) == AnswerIntent("off-topic")
    assert move_of(a_reading("windkurs guter film heute abend", WIND, also=foreign, facts=near)) == AnswerIntent("cost", "windkurs")


def test_a_general_offer_and_a_field_ask_for_the_offers_of_that_field() -> None:
    """ "Lehre mit Wind" is no question about what an apprenticeship is; the course of a firm is one thing."""
    wind = a_mention("theme", "wind", at=2)
    general = a_reading("lehre mit wind", a_mention("topic", "lehre"), wind, intent="overview", bare=True)
    particular = a_reading("windkurs mit wind", WIND, wind, intent="overview", bare=True)

    assert move_of(general) == AnswerIntent("list-offers", view=ListView("list-offers", themes=("wind",)))
    assert move_of(particular) == AnswerIntent("overview", "windkurs")


def test_which_there_are_of_a_general_offer_lists_its_sort() -> None:
    """"Welche Lehre gibt es" names those there are, and what it is in general can be tapped."""
    reading = a_reading("welche lehre gibt es", a_mention("topic", "lehre", at=1), intent="overview")
    view = ListView("list-offers", types=("apprenticeship",))

    assert move_of(reading) == AnswerIntent("list-offers", view=view, also=("overview", "lehre"))


def test_a_general_offer_in_a_place_lists_those_there_are() -> None:
    """"Lehre in Ort" lists the ones there; where there is none, it is told what it is."""
    general, far = an_offer("lehre", summary="Eine.", type="apprenticeship"), a_place("weit")
    other = an_offer("windlehre", summary="Mit Wind.", type="apprenticeship", place="ort")
    policy = Policy(a_catalogue(general, other, a_place("ort"), far, *QUESTIONS))

    def moved(place: str) -> object:
        named = a_mention("topic", "lehre"), a_mention("place", place, at=2)
        return policy.on_reading(a_reading(f"lehre in {place}", *named, bare=True), a_context()).move

    there = ListView("list-offers", types=("apprenticeship",), places=("ort",))
    assert moved("ort") == AnswerIntent("list-offers", view=there, also=("overview", "lehre"))
    assert isinstance(away := moved("weit"), AnswerIntent)
    assert (away.intent, away.topic) == ("overview", "lehre")


def test_a_general_offer_and_another_kind_ask_for_that_kind() -> None:
    """"Eine Messe für Lehrstellen" asks for fairs, not what an apprenticeship is."""
    reading = a_reading("messe für lehre", a_mention("kind", "event/fair"), a_mention("topic", "lehre", at=2), bare=True)

    move = move_of(reading)

    assert isinstance(move, AnswerIntent)
    assert move.intent == "list-events"


def test_a_general_offer_and_the_word_for_bodies_ask_for_none_of_all_bodies() -> None:
    """ "Welche Einsatzstellen gibt es beim FSJ" got 44 bodies of every sort; with a field of work it asks for those of that."""
    listing = an_intent("list-organisations", answer={"list": {"of": ["organisation"]}})
    world = a_catalogue(
        an_offer("lehre", facets={"cost": "Nichts."}),
        an_intent("cost", needs=("offer",), answer={"facet": True}),
        listing,
    )
    bodies, lehre = a_mention("kind", "organisation", at=1), a_mention("topic", "lehre", at=2)
    readings = [
        a_reading("welche stellen lehre", bodies, lehre, *more, intent="cost")
        for more in ((), (a_mention("theme", "wind", at=3),))
    ]

    moves = [Policy(world).on_reading(reading, a_context()).move for reading in readings]

    assert [move.intent for move in moves if isinstance(move, AnswerIntent)] == ["cost", "list-organisations"]


def test_a_membership_of_nobody_is_a_weak_reading() -> None:
    """What a network is for was answered with its members."""
    reading = a_reading("wofür ist das netz", NET, intent="membership", confidence=0.45, also=(("overview", 0.4),))

    assert move_of(reading) == AnswerIntent("overview", "netz")


def test_beside_what_was_in_a_year_it_is_told_how_long_it_goes_on() -> None:
    """"Ende des Netzes 2025" of one that goes on longer; without a year, or without that fact, the history alone."""
    facets = {"duration": "Bis 2029."}
    world = a_catalogue(
        a_network("netz", history=[{"when": "2025", "what": "Treffen."}], facets=facets),
        showing("history", "history", needs=("network",)), an_intent("duration", needs=("network",), answer={"facet": True}),
    )
    year = a_mention("period", "period", days=(date(2025, 1, 1), date(2026, 1, 1)), at=3)
    net = a_mention("topic", "netz", at=1)
    moves = [Policy(world).on_reading(a_reading("ende netz im 2025", net, *more, intent="history"), a_context()).move for more in ((year,), ())]

    assert [getattr(move, "also", None) for move in moves] == [("duration", "netz"), None]


def test_a_list_is_of_the_kind_that_is_named() -> None:
    """However like another list "welche Messen gibt es hier für Azubis" sounds."""
    kind = a_mention("kind", "event/fair", at=1)
    move = move_of(a_reading("welche messen gibts hier für azubis", kind, intent="list-offers"))

    assert isinstance(move, AnswerIntent)
    assert (move.intent, move.view and move.view.intent) == ("list-events", "list-events")


def test_advice_is_given_though_it_is_open_which_is_asked() -> None:
    """"Bin 16, hab keinen Plan, was ich machen soll": what comes after school or what suits me; both lead on."""
    world = a_catalogue(an_intent("after-school", answer={"text": "Da geht einiges."}), an_intent("orientation", answer={"text": "Mach einen Test."}))
    open_which = a_reading("bin 16 und hab keinen plan was ich machen soll", intent="after-school", confidence=0.26, also=(("orientation", 0.25),))
    hardly = a_reading("bin 16 und hab keinen plan was ich machen soll", intent="after-school", confidence=0.15, also=(("orientation", 0.14),))

    assert Policy(world).on_reading(open_which, a_context()).move == AnswerIntent(
        "after-school", confidence=0.26, also=("orientation", None)
    )
    assert isinstance(Policy(world).on_reading(hardly, a_context()).move, NotKnown)


@pytest.mark.parametrize(("ours", "likely", "advised"), [(0.5, 0.14, True), (0.01, 0.14, False), (0.5, 0.11, False)])
def test_nobody_is_advised_about_everyday_life_or_by_the_faintest_guess(ours: float, likely: float, advised: bool) -> None:
    """Who needs an excuse for the homework they have not done leaves no university by it."""
    first, *others = names = ("study-quit", "after-school", "orientation", "who-helps", "jobs")
    policy = Policy(a_catalogue(*(an_intent(name, answer={"text": "Red mit uns."}) for name in names)))
    asked = a_reading("ich brauch ne ausrede", intent=first, confidence=likely, also=tuple((name, likely) for name in others))

    assert isinstance(policy.on_reading(replace(asked, ours=ours), a_context()).move, AnswerIntent) is advised


def test_advice_needs_no_topic_and_goes_before_a_guess_at_one() -> None:
    """"Wer hilft mir beim Bewerben": who helps is as likely as where one applies, and the topic of that is guessed."""
    world = a_catalogue(*TOPICS, *QUESTIONS, an_intent("who-helps", answer={"text": "Frag die Beratung."}))
    reading = a_reading(
        "wer hilft mir denn beim bewerben", intent="cost", confidence=0.26, also=(("who-helps", 0.25),), facts=(("windkurs", "cost", 0.2),)
    )

    assert Policy(world).on_reading(reading, a_context()).move == AnswerIntent("who-helps", confidence=0.25, also=("cost", "windkurs"), near=("windkurs",))


@pytest.mark.parametrize(("asked", "code"), [("antworte auf deutsch", "de"), ("kannst du was anderes als deutsch", None)])
def test_something_else_than_a_language_is_no_wish_for_it(asked: str, code: str | None) -> None:
    """It asks which others there are."""
    world = a_catalogue(an_intent("language", answer={"text": "Ich kann Deutsch und Englisch."}))
    move = Policy(world).on_reading(a_reading(asked, intent="language"), a_context()).move

    assert move == (LanguageSet(code) if code else AnswerIntent("language", confidence=0.9))


def test_how_long_a_day_lasts_is_told_with_its_date() -> None:
    """"wie lange hatte die Messe offen": the hours stand with the day; without any it is not known how long it lasts."""
    lasts = an_intent("duration", needs=("event",), answer={"facet": True})
    fairs = (an_event("messe", runs=[a_run("2025-10-11", time="10:00-16:00")]), an_event("markt", runs=[a_run("2025-10-11")]))
    policy = Policy(a_catalogue(*fairs, lasts, showing("dates", "dates", needs=("event",))))
    moves = [policy.on_reading(a_reading(f"wie lange {name}", a_mention("topic", name, at=2), intent="duration"), a_context()).move
             for name in ("messe", "markt")]

    assert [getattr(move, "intent", None) for move in moves] == ["dates", "duration"]
