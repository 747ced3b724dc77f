"""What a message that names nothing is likely to ask within a talk."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.leaning import in_the_talk, latest_first, meant_by_kind, returned_to
from bot.dialogue.option import Option
from bot.dialogue.policy import Policy
from bot.dialogue.topics import About
from bot.model.context import Context, ListView
from bot.model.moves import AnswerIntent, NotKnown
from bot.model.reading import FactMatch, Mention, Reading
from tests.builders import (
    a_catalogue,
    a_context,
    a_mention,
    a_reading,
    an_event,
    an_intent,
    an_organisation,
    showing,
)
from tests.dialogue.world import QUESTIONS, TOPICS, WORLD, decided, move_of

LISTED = a_context(listed=("windkurs", "wasserkurs"), list_view=ListView("list-offers"))
CAMP = a_catalogue(
    *TOPICS, *QUESTIONS, an_event("camp", summary="Ein Camp.", facets={"audience": "Ab 14."}),
    an_intent("requirements", needs=("offer",), answer={"facet": True}),
    an_intent("audience", needs=("event",), answer={"facet": True}),
)

HELPED = a_catalogue(*TOPICS, *QUESTIONS, an_intent("who-helps", answer={"text": "Diese."}))


def ranked(reading: Reading) -> dict[str, float]:
    """Return what a reading may ask, with its confidence."""
    return {each.intent: round(each.confidence, 2) for each in reading.ranked}


def option_about(topic: str, weight: float) -> Option:
    """Return the option that *topic* is asked for what it costs."""
    return Option(WORLD.intents["cost"], About((WORLD.topics[topic],)), weight)


@pytest.mark.parametrize("context", [a_context("windkurs"), LISTED])
def test_what_is_talked_about_is_asked_before_anything_at_large(context: Context) -> None:
    """"und wo sitzen die jetzt" asks for the place of it, not for a list; the sum of the confidences stays."""
    reading = a_reading("und wo jetzt", intent="after-school", confidence=0.3, also=(("cost", 0.25), ("off-topic", 0.15)))

    within = in_the_talk(WORLD, reading, context)

    assert next(iter(ranked(within))) == "cost"
    assert sum(ranked(within).values()) == pytest.approx(0.7, abs=0.02)


@pytest.mark.parametrize(("text", "kept"), [("wie teuer ist ein flug", True), ("wie teuer ist das", False), ("wenn ich ein flug will", False)])
def test_a_foreign_thing_is_as_foreign_within_a_talk(text: str, *, kept: bool) -> None:
    """"wie teuer ist ein Flug" behind a course does not ask what that costs; who points back or sets a condition may."""
    reading = a_reading(text, intent="off-topic", confidence=0.4, also=(("cost", 0.3),))

    assert (next(iter(ranked(in_the_talk(WORLD, reading, a_context("windkurs"))))) == "off-topic") is kept


@pytest.mark.parametrize("text", ["was mach ich nach der 10", "what can i do after grade 10"])
def test_what_is_asked_of_a_class_is_not_asked_of_what_is_talked_about(text: str) -> None:
    """Nor is it where it is the last year of school that one looks beyond; "und in der 10", "da nach der 10" go on about it."""
    reading = a_reading(text, intent="after-school", confidence=0.4, also=(("overview", 0.3),))
    onwards = a_reading(f"und {text}", intent="after-school", confidence=0.4, also=(("overview", 0.3),))

    assert move_of(reading, a_context("windkurs")) == AnswerIntent("after-school")
    assert move_of(onwards, a_context("windkurs")) == AnswerIntent("overview", "windkurs")


def test_who_surely_asks_of_nothing_asks_nothing_of_the_topic() -> None:
    """"ich suche Arbeit" is not answered with how to get to the course; "wo finde ich da Arbeit" may be."""
    sure = a_reading("ich suche arbeit", intent="after-school", confidence=0.7, also=(("overview", 0.25),))
    back = a_reading("wo ist da arbeit", intent="after-school", confidence=0.7, also=(("overview", 0.25),))

    assert move_of(sure, a_context("windkurs")) == AnswerIntent("after-school")
    assert move_of(back, a_context("windkurs")) == AnswerIntent("overview", "windkurs")


def test_what_the_topic_does_not_tell_stays_asked_of_it() -> None:
    """An honest "not known" comes before the answer to another question."""
    reading = a_reading("was kostet das", intent="cost", confidence=0.5, also=(("overview", 0.3),))

    assert next(iter(ranked(in_the_talk(WORLD, reading, a_context("lehre"))))) == "cost"


def test_the_age_for_an_event_is_whom_it_is_for() -> None:
    """Events have no requirements: "wie alt muss man sein" asks who may come."""
    reading = a_reading("wie alt muss man sein", intent="requirements", confidence=0.6, also=(("audience", 0.2),))

    assert ranked(in_the_talk(CAMP, reading, a_context("camp"))) == {"audience": 0.8}


@pytest.mark.parametrize("text", ["wer leitet das netzwerk", "wer leitet denn das ganze netzwerk"])
def test_the_kind_alone_means_the_one_talked_about(text: str) -> None:
    """Another network whose facts are nearer is not meant; without an article any of them may be."""
    at = text.split().index("netzwerk")
    asked = a_reading(text, a_mention("kind", "network", at=at), intent="leader", confidence=0.4, facts=(("netz", "overview", 0.6),))
    any_of_them = replace(asked, words=tuple((word, word) for word in text.replace("das", "welches").split()))

    assert move_of(asked, a_context("bund")) == AnswerIntent("leader", "bund")
    assert move_of(any_of_them, a_context("bund")) == AnswerIntent("overview", "netz", described=True)


def test_a_kind_alone_may_be_said_of_another_sort_of_it() -> None:
    """"that course" behind an apprenticeship is that; behind a network it is none, and one that is a course goes before."""
    course = a_reading("was kostet der kurs", a_mention("kind", "offer/further-training", at=3), intent="cost")
    meant = [meant_by_kind(WORLD, course, a_context(*talk)) for talk in (("lehre",), ("lehre", "windkurs"), ("netz", "lehre"))]

    assert [topic.id if topic else None for topic in meant] == ["lehre", "windkurs", None]


def test_a_general_name_behind_an_article_means_the_one_talked_about() -> None:
    """"die Lehre" in a talk about one at the university; "eine Lehre" is any, and so it is in another talk."""
    asked = a_reading("was kostet die lehre", a_mention("topic", "lehre", at=3), intent="overview")
    any_of_them = replace(asked, words=tuple((word, word) for word in "was ist eine lehre".split()))

    assert move_of(asked, a_context("lehre-uni")) == AnswerIntent("overview", "lehre-uni")
    assert move_of(any_of_them, a_context("lehre-uni")) == AnswerIntent("overview", "lehre")
    assert move_of(asked, a_context("windkurs")) == AnswerIntent("overview", "lehre")


def test_behind_a_list_another_list_is_as_likely_as_a_question() -> None:
    """"und was mit Metall" goes on listing."""
    reading = a_reading("und was sonst", intent="list-events", confidence=0.4, also=(("cost", 0.35),))

    assert ranked(in_the_talk(WORLD, reading, LISTED)) == {"list-events": 0.4, "cost": 0.35}


def test_the_one_of_a_kind_in_a_list_is_asked_about_before_another_list() -> None:
    """"wo war die Messe" behind a list with one in it means that one."""
    kind = a_mention("kind", "event/fair", at=3)
    reading = a_reading("wo war die messe", kind, intent="list-events", confidence=0.4, also=(("place", 0.35),))
    world = a_catalogue(*TOPICS, *QUESTIONS, an_event("markt", type="fair", place="halle"))

    weighed = ranked(in_the_talk(world, reading, a_context(listed=("windkurs", "markt"), list_view=ListView("list-events"))))

    assert weighed["place"] > weighed["list-events"]


def test_beside_a_person_the_body_they_were_named_for_is_talked_about() -> None:
    """"wo sitzen die" behind the leader of a network; not behind somebody who has nothing to do with what was talked about."""
    reading = a_reading("wer ist dort", intent="function", confidence=0.4, also=(("leader", 0.35),))

    apart = ranked(in_the_talk(WORLD, reading, a_context("ben-muster", "bund")))["leader"]
    beside = ranked(in_the_talk(WORLD, reading, a_context("ada-muster", "bund")))["leader"]

    assert beside > apart


def test_what_may_help_instead_is_not_talked_about_from_then_on() -> None:
    """"wo schlafe ich da" in a talk about a course: what was near is offered, and the talk goes on about the course."""
    unclear = a_reading("wo schlafe ich da eigentlich", facts=(("firma", "overview", 0.19),))

    assert decided(unclear, a_context("windkurs")).context.topics == ("windkurs",)
    assert decided(unclear).context.topics == ("firma",)


def test_who_speaks_to_the_press_is_talked_about_from_then_on() -> None:
    """"Ihre Nummer bitte" asks for that person's, not for the office's."""
    house = a_catalogue(
        an_organisation("amt", people=[{"who": "ada-muster", "part": "press"}]), *TOPICS, *QUESTIONS,
        showing("press-contact", "press", needs=("organisation",)),
    )

    asked = Policy(house).on_reading(a_reading("presse", a_mention("topic", "amt"), intent="press-contact"), a_context())

    assert asked.context.topics == ("ada-muster", "amt")


@pytest.mark.parametrize("reading", [
    a_reading("und wo", a_mention("topic", "wasserkurs"), intent="after-school"),
    a_reading("und wo", unread=("Muster",), intent="after-school"),
    a_reading(" ".join(["wort"] * 13), intent="after-school"),
])
def test_what_names_something_or_is_long_stands_for_itself(reading: Reading) -> None:
    """Only what leans on the talk is weighed by it."""
    assert in_the_talk(WORLD, reading, a_context("windkurs")) is reading
    assert in_the_talk(WORLD, a_reading("und wo", intent="cost"), a_context()).ranked[0].intent == "cost"


# Weak follow-ups


def test_few_words_that_name_nothing_are_near_to_what_is_talked_about() -> None:
    """"bin ich da versichert" is in no example of a question: what the topic says of it is weighed all the same."""
    reading = replace(a_reading("bin ich da versichert", intent="off-topic", confidence=0.2), asks={"cost": 8.0})

    assert move_of(reading, a_context("windkurs")) == AnswerIntent("cost", "windkurs")
    assert move_of(reading, a_context()) != AnswerIntent("cost", "windkurs")


def test_where_only_the_question_is_open_the_topic_is_told() -> None:
    """Three weak readings of one topic together mean it: two of them are told, and nobody is sent away."""
    weak = a_reading("was genau ist da eigentlich dann immer so dran", intent="cost", confidence=0.24,
                     also=(("overview", 0.2), ("dates", 0.2)))

    assert move_of(weak, a_context("windkurs")) == AnswerIntent("cost", "windkurs", also=("overview", "windkurs"))
    assert isinstance(move_of(replace(weak, ours=0.01), a_context("windkurs")), NotKnown)


def test_what_was_just_told_is_not_told_again_beside_another_answer() -> None:
    """Neither what was answered last nor what stood beside it: the next likely is, if there is one."""
    weak = a_reading("was genau ist da eigentlich dann immer so dran", intent="cost", confidence=0.24,
                     also=(("overview", 0.2), ("dates", 0.2)))
    first = decided(weak, a_context("windkurs"))
    other = a_reading("und da so", intent="dates", confidence=0.4, also=(("overview", 0.35), ("cost", 0.3)))

    assert first.context.also == ("overview", "windkurs")
    assert move_of(weak, a_context("windkurs", intent="overview")) == AnswerIntent("cost", "windkurs", also=("dates", "windkurs"))
    assert move_of(other, first.context) == AnswerIntent("dates", "windkurs")
    assert move_of(other, a_context("windkurs")) == AnswerIntent("dates", "windkurs", also=("overview", "windkurs"))


def test_who_helps_is_asked_of_what_is_talked_about() -> None:
    """"an wen wende ich mich" behind an offer asks for its contact; before any talk for everybody who helps."""
    reading = a_reading("an wen wende ich mich", intent="who-helps")

    assert ranked(in_the_talk(HELPED, reading, a_context("lehre"))) == {"contact": 0.9}
    assert ranked(in_the_talk(HELPED, reading, a_context())) == {"who-helps": 0.9}


# Hardly lighter


def test_of_two_alike_the_one_talked_about_is_meant() -> None:
    """Few words that name nothing mean the latest topic, unless they describe another one or it is much lighter."""
    options = tuple(option_about(name, weight) for name, weight in (("wasserkurs", 0.4), ("windkurs", 0.36)))
    reading, talk = a_reading("und was kostet das"), a_context("windkurs")

    assert latest_first(WORLD, options, reading, talk)[0].asked == ("cost", "windkurs")
    assert latest_first(WORLD, options, replace(reading, facts=(FactMatch("wasserkurs", 0.9),)), talk) == options
    assert latest_first(WORLD, (options[0], option_about("windkurs", 0.2)), reading, talk)[0] == options[0]
    assert latest_first(WORLD, options, reading, a_context()) == options


@pytest.mark.parametrize(("text", "at", "score"), [("kann ich da eine lehre machen", 4, 0.4), ("ist das eine lehre", 3, 1.0)])
def test_what_is_asked_of_the_latest_is_no_new_topic(text: str, at: int, score: float) -> None:
    """"ist das eine Ausbildung" is asked of the course; "ist eine Lehre teuer" of apprenticeships."""
    reading = a_reading(text, a_mention("topic", "lehre", at=at, score=score), intent="overview")
    other = a_reading("ist eine lehre teuer", a_mention("topic", "lehre", at=2), intent="overview")

    assert move_of(reading, a_context("windkurs")) == AnswerIntent("overview", "windkurs")
    assert move_of(other, a_context("windkurs")) == AnswerIntent("overview", "lehre")


def test_what_a_body_gives_of_a_general_sort_is_meant_where_it_is_pointed_at() -> None:
    """"kann ich da eine Lehre machen" behind the university means its own; without "da", and of a body that gives none, any."""
    there, any_one = (a_reading(text, a_mention("topic", "lehre", at=at), intent="overview")
                      for text, at in (("kann ich da eine lehre machen", 4), ("wie finde ich eine lehre", 4)))

    assert move_of(there, a_context("uni")) == AnswerIntent("overview", "lehre-uni")
    assert move_of(any_one, a_context("uni")) == AnswerIntent("overview", "lehre")
    assert move_of(there, a_context("firma")) == AnswerIntent("overview", "lehre")


def test_within_a_talk_the_nearest_question_of_the_topic_tells_which_is_asked() -> None:
    """"haben die ein Internat" is like what is asked about help there: one of two weak readings wins by it, and only in a talk."""
    reading = a_reading("und da so", intent="overview", confidence=0.4, also=(("cost", 0.3),))
    like_cost = replace(reading, alike={("windkurs", "cost"): 1.2, ("windkurs", "overview"): 0.4, ("wasserkurs", "cost"): 1.9})
    named = replace(like_cost, mentions=(a_mention("topic", "windkurs"),), words=(*reading.words, ("windkurs", "windkurs")))

    assert move_of(reading, a_context("windkurs")) == AnswerIntent("overview", "windkurs", also=("cost", "windkurs"))
    assert move_of(like_cost, a_context("windkurs")) == AnswerIntent("cost", "windkurs")
    assert move_of(named, a_context("windkurs")) == AnswerIntent("overview", "windkurs", also=("cost", "windkurs"))


@pytest.mark.parametrize(
    ("mention", "text", "stays"),
    [
        (a_mention("place", "dorf", at=3), "die adresse in dorf", True),
        (a_mention("place", "stadt", at=3), "die adresse in stadt", False),
        (a_mention("period", "period", at=3), "ich dachte im august", True),
        (a_mention("kind", "organisation/company", at=3), "kann ich als firma", True),
        (a_mention("kind", "organisation/company", at=3), "mein onkel hat betrieb", True),
        (a_mention("kind", "organisation/company", at=3), "wo ist ein betrieb", False),
        (a_mention("kind", "event", at=3), "bin ich als messe", False),
        (a_mention("theme", "wind", at=3), "wo ist da wind", False),
    ],
)
def test_when_and_where_it_is_and_who_asks_keep_to_the_talk(mention: Mention, text: str, stays: bool) -> None:
    """A time, the place where it is, and who somebody is are asked of the course; anything else that is named is not."""
    reading = a_reading(text, mention, intent="after-school", confidence=0.3, also=(("cost", 0.2),))

    within = in_the_talk(WORLD, reading, a_context("wasserkurs"))

    assert next(iter(ranked(within))) == ("cost" if stays else "after-school")


def test_what_has_no_place_may_be_in_any() -> None:
    """"wo gibt es die in Stadt" of an agency with many houses means that agency; without a word that points it need not."""
    there, apart = (
        a_reading(text, a_mention("place", "stadt", at=2), intent="after-school", confidence=0.3, also=(("place", 0.2),))
        for text in ("gibts die in stadt", "gibts was stadt")
    )

    assert [next(iter(ranked(in_the_talk(WORLD, each, a_context("uni"))))) for each in (there, apart)] == ["place", "after-school"]


def test_what_is_called_after_the_place_that_is_named_is_less_near() -> None:
    """Any question with "Stadt" in it sounds like the office of that name: the address in Stadt is asked of the talk."""
    world = a_catalogue(*TOPICS, *QUESTIONS, an_organisation("amt", title="Amt Stadt", summary="Ein Amt.", place="stadt"))
    asked = replace(
        a_reading("adresse in stadt", a_mention("place", "stadt", at=2), intent="place", confidence=0.3,
                  facts=(("amt", "place", 0.5),)),
        asks={"place": 1.0},
    )

    move = Policy(world).on_reading(asked, a_context("firma")).move

    assert isinstance(move, AnswerIntent)
    assert (move.intent, move.topic) == ("place", "firma")


def test_who_asks_something_else_does_not_ask_it_of_the_topic() -> None:
    """"was anderes, geht das im August" leaves the talk; "das andere" does not."""
    period = a_mention("period", "period", at=3)
    left, kept = (
        a_reading(f"{text} andres im august", period, intent="after-school", confidence=0.3, also=(("cost", 0.2),))
        for text in ("was", "das")
    )

    assert next(iter(ranked(in_the_talk(WORLD, left, a_context("windkurs"))))) == "after-school"
    assert next(iter(ranked(in_the_talk(WORLD, kept, a_context("windkurs"))))) == "cost"


def test_from_which_class_goes_on() -> None:
    """A question that begins with a preposition has lost its verb: it leans on what is talked about, however sure it seems."""
    short = a_reading("ab welcher klasse", intent="after-school", confidence=0.65, also=(("cost", 0.3),))
    whole = a_reading("ich suche arbeit", intent="after-school", confidence=0.65, also=(("cost", 0.3),))

    assert [next(iter(ranked(in_the_talk(WORLD, each, a_context("windkurs"))))) for each in (short, whole)] == ["cost", "after-school"]


def test_a_no_corrects_in_front() -> None:
    """"haben die keine Idee" asks of the talk; "nein, eine Idee" does not."""
    readings = [
        replace(a_reading(text, intent="cost", confidence=0.3, facts=(("wasserkurs", "cost", 0.05),)), asks={"cost": 1.0})
        for text in ("kostet die keine zwei euro", "nein die zwei euro")
    ]

    facts = [in_the_talk(WORLD, each, a_context("windkurs")).facts[0].topic for each in readings]

    assert facts == ["windkurs", "wasserkurs"]


def test_words_that_tell_nothing_describe_nothing_else() -> None:
    """"ab wie viel Jahren" sounds like what another topic says; nobody is asked which of the two is meant either."""
    asks = {"cost": 8.0}
    near = (FactMatch("wasserkurs", 0.6),)
    plain = replace(a_reading("ab wie viel jahren", intent="cost", confidence=0.3), asks=asks, facts=near)
    telling = replace(a_reading("ab wie viel wasser", intent="cost", confidence=0.3), asks=asks, facts=near)

    moves = [move_of(reading, a_context("windkurs")) for reading in (plain, telling)]

    assert [move.topic for move in moves if isinstance(move, AnswerIntent)] == ["windkurs", "wasserkurs"]


def test_what_hardly_lighter_options_are_about_is_not_asked_back() -> None:
    """Those about other topics stand behind, those about the latest stay as they are."""
    options = tuple(option_about(name, weight) for name, weight in (("wasserkurs", 0.4), ("windkurs", 0.36)))

    weights = [option.weight for option in latest_first(WORLD, options, a_reading("und was kostet das"), a_context("windkurs"))]

    assert weights == pytest.approx([0.4, 0.388])


def test_the_words_of_the_latest_describe_nothing_else() -> None:
    """"in welcher Halle" behind a fair in a hall, however near another in a hall is."""
    world = a_catalogue(*TOPICS, *QUESTIONS, an_event("schau", summary="Eine Schau.", place="halle"))
    fairs = [world.topics["messe"], world.topics["schau"]]
    options = tuple(Option(world.intents["place"], About((fair,)), weight) for fair, weight in zip(fairs, (0.5, 0.45), strict=True))
    near = (FactMatch("messe", 0.6),)

    def first(text: str) -> str | None:
        return latest_first(world, options, replace(a_reading(text), facts=near), a_context("schau"))[0].asked[1]

    assert first("in welcher halle") == "schau"
    assert first("in welcher messehalle") == "messe"


def test_what_one_does_there_is_what_it_helps_with() -> None:
    """Where nothing else is told of the content; a course that tells its content is asked for that."""
    office = an_organisation("stelle", summary="Eine Stelle.", facets={"help-with": "Mit Bewerbungen."})
    facets = [an_intent(name, needs=("organisation",), answer={"facet": True}) for name in ("content", "help-with")]
    reading = a_reading("was kann man da machen", intent="content")

    assert ranked(in_the_talk(a_catalogue(office, *facets), reading, a_context("stelle"))) == {"help-with": 0.9}
    told = an_organisation("stelle", facets={"help-with": "Mit Bewerbungen.", "content": "Bewerben."})
    assert ranked(in_the_talk(a_catalogue(told, *facets), reading, a_context("stelle"))) == {"content": 0.9}


def test_a_case_of_ones_own_goes_on_with_the_talk() -> None:
    """"und wenn ich kein Abi hab" is asked of what is talked about, though another tells who has none what to do."""
    near = (FactMatch("wasserkurs", 0.6),)
    said = [
        replace(a_reading(text, intent="cost", confidence=0.3), asks={"cost": 8.0}, facts=near)
        for text in ("und wenn ich kein abi hab", "was hier alles ohne abi geht")
    ]

    moves = [move_of(reading, a_context("windkurs")) for reading in said]

    assert [move.topic for move in moves if isinstance(move, AnswerIntent)] == ["windkurs", "wasserkurs"]


def test_nobody_wishes_to_be_told_later_by_the_way() -> None:
    """"erzähl mehr" of a fair asks what it is, however like "keine Nachrichten mehr" it sounds; who surely wishes it does."""
    world = a_catalogue(*TOPICS, *QUESTIONS, showing("stop", "wish", needs=("event",)))
    faint = a_reading("erzähl mehr", intent="stop", confidence=0.4, also=(("overview", 0.3),))
    sure = a_reading("keine nachrichten mehr", intent="stop", confidence=0.9)

    likeliest = [in_the_talk(world, reading, a_context("messe")).ranked[0].intent for reading in (faint, sure)]

    assert likeliest == ["overview", "stop"]


@pytest.mark.parametrize(("text", "talk", "asked"), [
    ("wie kann man da mitmachen", "messe", "registration"), ("wer kann da mitmachen", "messe", "audience"),
    ("wer kann da mitmachen", "netz", "join"),
])
def test_to_join_what_is_no_club_is_to_sign_up_for_it(text: str, talk: str, asked: str) -> None:
    """Who asks who can do so asks for whom it is."""
    needs = ("offer", "event")
    world = a_catalogue(
        *(topic for topic in TOPICS if topic.id != "messe"), *QUESTIONS, an_intent("join", needs=("network",), answer={"facet": True}),
        an_event("messe", summary="Eine Messe.", facets={"audience": "Alle.", "steps": "Ruf an."}),
        showing("registration", "registration", needs=needs), an_intent("audience", needs=needs, answer={"facet": True}),
    )
    reading = a_reading(text, intent="join", confidence=0.9)

    assert next(iter(ranked(in_the_talk(world, reading, a_context(talk))))) == asked


@pytest.mark.parametrize(("text", "likelier"), [("bei wem kriegt man das", "contact"), ("was kriegt man da", "cost")])
def test_who_asks_by_whom_asks_for_nothing_measured(text: str, likelier: str) -> None:
    """A preposition before whom: then neither the price nor the pay is asked for, however like it sounds."""
    reading = a_reading(text, intent="cost", confidence=0.4, also=(("contact", 0.15),))

    assert next(iter(ranked(in_the_talk(WORLD, reading, a_context("windkurs"))))) == likelier


@pytest.mark.parametrize(("text", "at", "asked"), [
    ("wie heißt der stammtisch richtig", 3, "overview"), ("wie heißt der verband richtig", 3, "list-networks"),
])
def test_a_kind_by_which_one_is_called_asks_for_no_list(text: str, at: int, asked: str) -> None:
    """"die Werkstatt" is the one talked about, where it is called a workshop."""
    reading = a_reading(text, a_mention("kind", "network/werkstatt", at=at), intent="list-networks", confidence=0.9)

    assert next(iter(ranked(in_the_talk(WORLD, reading, a_context("stammtisch"))))) == asked


@pytest.mark.parametrize(("opening", "topic"), [("zurück zur uni, ", "lehre-uni"), ("zurück zu kurs, ", None), ("zurück zur stadt, ", None)])
def test_the_talk_goes_back_to_what_somebody_gives_by_their_name(opening: str, topic: str | None) -> None:
    """However short it is said; what nothing talked about is called is no return."""
    assert returned_to(WORLD, opening, (), a_context("bund", "lehre-uni")) == topic
