"""Whole replies: what was asked first, then a next step, then the source; honest where nothing is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Literal

import pytest

from bot.model import choices
from bot.model.answerable import GENERAL_CONTACT, can_answer
from bot.model.context import ListView
from bot.model.moves import (
    AnswerIntent,
    AskWhich,
    Doubt,
    Help,
    LanguageSet,
    Move,
    NotKnown,
    OfferChoices,
    Remark,
    Several,
)
from bot.model.reply import MOST_CHARACTERS, Choice, Items, Link, Reply, SourceNote, Text, plain_text
from bot.model.topics import Topic
from tests.answers.desk import Desk, a_desk, data_of, labels, source_of, without_source
from tests.builders import (
    TODAY,
    a_network,
    a_person,
    a_place,
    a_run,
    an_event,
    an_intent,
    an_offer,
    an_organisation,
    showing,
)

OFFICE = an_organisation(GENERAL_CONTACT, title="Amt", mail="amt@example.org")
COURSE = an_offer(
    "kurs", summary="Ein Kurs.", contact="firma", facets={"cost": "Nichts.", "content": "Viel."}, runs=[a_run("2027-05-01")]
)
FIRM = an_organisation("firma", mail="frag@example.org")


def made(desk: Desk, move: Move, language: str = "de") -> Reply:
    """Return the reply to a move."""
    return desk.composer.compose(move, language, TODAY)


def test_a_text_ends_with_the_sources_of_what_it_is_about() -> None:
    """Of each entry the page that says what it is; a text that is from none has no source line."""
    pages = {name: {"title": f"Seite {name}", "url": f"https://example.org/{name}", "read": "2026-11-21"} for name in "xyz"}
    firm = an_organisation("firma", sources=pages, summary={"text": {"de": "Eine Firma."}, "source": "y"})
    told = an_intent("jobs", answer={"text": {"de": "Frag die Firma."}, "about": ["firma", "kurs"]})
    desk = a_desk(COURSE, firm, told, an_intent("thanks", answer={"text": "Gern."}))

    assert source_of(desk.answer("jobs")) == "Quelle: Seite y · Seite ohne Datum, gelesen 11/2026; Seite A · Stand 13.02.2026"
    assert not isinstance(desk.answer("thanks").blocks[-1], SourceNote)


def test_a_described_thing_is_named_before_a_fact_that_does_not_say_its_name() -> None:
    """Who did not know the name learns it; a fact that says it, or a thing that was named, needs no title."""
    desk = a_desk(an_offer("kurs", facets={"cost": "Nichts.", "content": "Im Kurs geht es um viel."}),
                  *(an_intent(name, needs=("offer",), answer={"facet": True}) for name in ("cost", "content")))

    assert without_source(desk.made(AnswerIntent("cost", "kurs", described=True))) == "Kurs: Nichts."
    assert without_source(desk.made(AnswerIntent("content", "kurs", described=True))) == "Im Kurs geht es um viel."
    assert without_source(desk.made(AnswerIntent("cost", "kurs"))) == "Nichts."


def test_a_reply_says_what_was_asked_then_leads_on_then_names_its_source() -> None:
    """Text, links, choices, source: in this order, each kind at most once in a row of its own."""
    page = {"title": "Öffnen", "url": "https://example.org"}
    reply = a_desk(an_offer("kurs", summary="Ein Kurs.", links=[page], facets={"content": "Viel."})).answer("overview", "kurs")

    kinds = list(dict.fromkeys(type(block) for block in reply.blocks))
    assert kinds == [Text, Link, Choice, SourceNote]
    assert (reply.intent, reply.topics, reply.language) == ("overview", ("kurs",), "de")


def test_a_reply_says_how_sure_the_bot_was() -> None:
    """The confidence of the move is handed on."""
    assert made(a_desk(COURSE), AnswerIntent("cost", "kurs", confidence=0.42)).confidence == 0.42


def test_what_a_topic_does_not_tell_is_said_honestly_with_whom_to_ask() -> None:
    """The sentence of the intent where there is one, whom to ask, and what the topic does tell."""
    cost = an_intent("cost", needs=("offer",), answer={"facet": True}, missing="Den Preis nennt keine Seite.")
    desk = a_desk(an_offer("kurs", summary="Ein Kurs.", contact="firma", facets={"content": "Viel."}), FIRM, cost,
                  an_intent("content", needs=("offer",), answer={"facet": True}))

    reply = desk.answer("cost", "kurs")

    assert without_source(reply) == "\n\n".join((
        desk.says("not-there", why="Den Preis nennt keine Seite."),
        desk.says("ask-them-at", who="Firma", reach="frag@example.org"),
    ))
    assert data_of(reply) == ["q:content:kurs"]


def test_what_is_known_nearest_goes_before_what_no_source_tells() -> None:
    """The first question staff named that the topic answers; it is not begun with "weiß ich nicht" then."""
    near = {"missing": "Ein Ziel nennt keine Seite.", "told_instead": ("gone", "content", "overview")}
    goals = an_intent("goals", needs=("offer",), answer={"facet": True}, **near)
    content = an_intent("content", needs=("offer",), answer={"facet": True})
    kurs = an_offer("kurs", summary="Ein Kurs.", contact="firma")
    lehre = an_offer("lehre", summary="Eine Lehre.", contact="firma", facets={"content": "Viel."})
    desk = a_desk(kurs, lehre, FIRM, goals, content, showing("overview", "overview", needs=("offer",)))

    asked = desk.says("ask-them-at", who="Firma", reach="frag@example.org")
    assert without_source(desk.answer("goals", "kurs")) == f"Ein Kurs.\n\nEin Ziel nennt keine Seite.\n\n{asked}"
    assert without_source(desk.answer("goals", "lehre")) == f"Viel.\n\nEin Ziel nennt keine Seite.\n\n{asked}"


def test_without_a_sentence_of_staff_the_topic_is_named() -> None:
    """In every language."""
    for language in ("de", "en"):
        desk = a_desk(an_offer("kurs"), language=language)
        assert desk.said("cost", "kurs") == desk.says("not-there", why=desk.says("missing", title="Kurs"))


def test_a_missing_date_leads_to_what_to_do_instead() -> None:
    """The sentence of staff stands in for whom to ask."""
    desk = a_desk(an_offer("kurs", contact="firma", instead="Schau im Herbst wieder her."), FIRM)

    assert desk.said("dates", "kurs").endswith("\n\nSchau im Herbst wieder her.")
    assert "frag@example.org" in desk.said("cost", "kurs")


def test_who_offers_it_is_told_with_what_they_are() -> None:
    """An offer is offered; behind a network somebody stands."""
    firm = an_organisation("firma", summary="Eine Firma.")
    desk = a_desk(an_offer("kurs", provider="firma"), a_network("netz", provider="firma"), firm)

    assert desk.said("provider", "kurs") == f"{desk.says('provider-offer', who='Firma')} Eine Firma."
    assert desk.said("provider", "netz") == f"{desk.says('provider-other', who='Firma')} Eine Firma."
    assert a_desk(an_offer("kurs", provider="firma"), FIRM).said("provider", "kurs") == desk.says("provider-offer", who="Firma")


def test_who_runs_a_network_is_told_with_the_person_at_its_head() -> None:
    """Who asks that may mean either; an organisation that leads is not told twice."""
    lead = [{"who": "ada-muster", "part": "lead"}]
    desk = a_desk(
        a_network("netz", provider="firma", people=lead), a_network("bund", provider="firma", people=[{"who": "firma", "part": "lead"}]),
        FIRM, a_person("ada-muster"),
    )

    assert desk.said("provider", "netz") == f"{desk.says('provider-other', who='Firma')} {desk.says('people-lead', who='Ada Muster')}"
    assert desk.said("provider", "bund") == desk.says("provider-other", who="Firma")


def test_an_overview_names_what_it_is_about() -> None:
    """Unless the summary says the name itself."""
    desk = a_desk(an_offer("kurs", summary="Ein Kurs."), an_offer("zwei", summary="Noch einer."))

    assert [desk.said("overview", topic) for topic in ("kurs", "zwei")] == ["Ein Kurs.", "Zwei: Noch einer."]


def test_where_nobody_alone_offers_it_those_behind_it_are_told() -> None:
    """Who leads or started it, else the partners, else nothing."""
    led = a_network("netz", people=[{"who": "ada-muster", "part": "lead"}], facets={"partners": "Viele."})
    desk = a_desk(led, a_person("ada-muster"), an_offer("kurs", facets={"partners": "Viele."}), an_offer("leer"))

    assert desk.said("provider", "netz") == desk.says("people-lead", who="Ada Muster")
    assert desk.said("provider", "kurs") == "Viele."
    assert desk.said("provider", "leer").startswith(desk.says("not-there", why=desk.says("missing", title="Leer")))


def test_of_an_organisation_its_owners_are_told_before_who_leads_it() -> None:
    """Whom a company belongs to is not who runs it."""
    firm = an_organisation("firma", people=[{"who": "ada-muster", "part": "lead"}], facets={"partners": "Sie gehört der Stadt."})
    desk = a_desk(firm, a_person("ada-muster"))

    assert desk.said("provider", "firma") == f"Sie gehört der Stadt. {desk.says('people-lead', who='Ada Muster')}"


def test_several_parts_are_told_in_order() -> None:
    """Each in its own paragraph; parts without facts are left out."""
    both = showing("both", "history", "place", "overview")
    desk = a_desk(COURSE, both)

    assert desk.said("both", "kurs").startswith("Ein Kurs.")


def test_a_text_is_said_with_its_links_and_next_steps() -> None:
    """A topic named beside it becomes the first button."""
    more = {"title": "Mehr", "url": "https://example.org"}
    off = an_intent("weather", kind="out_of_scope", answer={"text": {"de": "Nein.", "en": "No."}, "links": [more], "next": ["cost", "kurs"]})
    desk = a_desk(COURSE, an_offer("zwei", summary="Noch einer."), off, showing("overview", "overview"))

    reply = desk.answer("weather", "zwei")

    assert without_source(reply) == "Nein."
    assert reply.links == (Link("Mehr", "https://example.org"),)
    assert data_of(reply) == ["q:overview:zwei", "q:overview:kurs"]
    assert made(desk, AnswerIntent("weather"), "en").blocks[0] == Text("No.")


def test_asked_about_a_language_the_bot_lets_one_choose() -> None:
    """A button for each, and one that follows the text."""
    desk = a_desk(COURSE)

    assert data_of(desk.answer("language")) == ["lang:de", "lang:de-simple", "lang:en", "lang:auto"]


def test_a_topic_that_is_gone_is_not_known() -> None:
    """A question about nothing ends in the honest sentence."""
    desk = a_desk(COURSE)

    assert without_source(desk.answer("cost", "weg")) == without_source(made(desk, NotKnown()))


def test_what_is_not_known_of_a_topic_offers_no_more_than_four_ways_on() -> None:
    """However much is known otherwise: nobody reads eight buttons."""
    usual = ("content", "dates", "registration", "place", "contact", "history", "members", "website")
    facts = {name: {"de": "Ja.", "en": "Yes."} for name in usual}
    desk = a_desk(an_offer("voll", facets=facts), *(an_intent(name, answer={"facet": True}) for name in usual))

    assert len(data_of(desk.made(NotKnown("voll")))) == 4


# Length


def test_a_reply_fits_on_a_phone() -> None:
    """Later parts go before it grows too long; their pages stay as buttons."""
    page = {"title": "Öffnen", "url": "https://example.org"}
    parts = [{"title": f"Gruppe {number}", "text": "x" * 90} for number in range(6)]
    long = a_network("netz", summary="Netz " + "y" * 245, parts=parts, links=[page], history=[{"when": "2024", "what": "z" * 120}])
    desk = a_desk(long, showing("all", "overview", "parts", "history", "links", "sources"))

    reply = desk.answer("all", "netz")

    assert len(without_source(reply)) <= MOST_CHARACTERS
    assert "Gruppe 5" in without_source(reply)
    assert "zzz" not in without_source(reply)
    assert reply.links == (Link("Öffnen", "https://example.org"),)


def test_what_was_left_out_cannot_be_the_second_of_a_list() -> None:
    """Only lines that were said count."""
    parts = [{"title": "Gruppe", "topic": "kurs"}]
    long = a_network("netz", history=[{"when": "2024", "what": "z" * 890}], parts=parts)
    desk = a_desk(long, COURSE, showing("all", "history", "parts"))

    assert desk.answer("all", "netz").listed == ()


def test_the_first_part_is_always_said() -> None:
    """Even one that is too long by itself: nothing is cut in the middle."""
    desk = a_desk(an_offer("kurs", facets={"cost": "x" * 1_000}))

    assert desk.said("cost", "kurs") == "x" * 1_000


# Asking back


def test_asked_back_topics_are_buttons_for_the_open_question() -> None:
    """Four at most, each asks about one."""
    courses = [an_offer(f"kurs-{number}") for number in range(6)]
    desk = a_desk(*courses)

    reply = made(desk, AskWhich("dates", tuple(course.id for course in courses)))

    assert without_source(reply) == desk.says("which-topic")
    assert data_of(reply) == [f"q:dates:kurs-{number}" for number in range(4)]
    assert (reply.intent, source_of(reply)) == ("dates", "")


def test_close_readings_are_offered_with_a_way_out() -> None:
    """About one topic it is named; of several kinds the question is plain."""
    desk = a_desk(COURSE, an_event())

    same = made(desk, OfferChoices((("cost", "kurs"), ("content", "kurs"))))
    mixed = made(desk, OfferChoices((("cost", "kurs"), ("dates", "messe"), ("list-offers", None))))

    assert without_source(same) == desk.says("which-question-about", title="Kurs")
    assert data_of(same) == ["q:cost:kurs", "q:content:kurs", choices.NONE]
    assert without_source(mixed) == desk.says("which-question")
    assert data_of(mixed) == ["q:cost:kurs", "q:dates:messe", "q:list-offers", choices.NONE]
    assert labels(same)[-1] == desk.says("none-of-these")


def test_the_same_question_about_two_things_is_told_apart_by_their_names() -> None:
    """Nobody can choose between two buttons that read alike, or knows what one of several is asked of."""
    same = made(a_desk(COURSE, an_offer("lehre")), OfferChoices((("dates", "kurs"), ("dates", "lehre"), ("cost", "kurs"))))

    assert labels(same)[:3] == ["Kurs", "Lehre", "Kurs: Cost?"]


def test_two_next_steps_that_read_alike_are_one() -> None:
    """Two topics of one title, or a topic twice by two questions: nobody can choose between them."""
    told = an_intent("after", answer={"text": {"de": "Da geht einiges."}, "next": ["lehre", "azubi", "kurs"]})
    desk = a_desk(COURSE, an_offer("lehre", title="Lehre", summary="Ja."), an_offer("azubi", title="Lehre", summary="Ja."), told, showing("overview", "overview"))

    assert data_of(made(desk, AnswerIntent("after"))) == ["q:overview:lehre", "q:overview:kurs"]


# Not known


def test_the_first_miss_offers_ways_on_and_a_person() -> None:
    """Nothing near: what the bot knows, and whom to ask."""
    desk = a_desk(COURSE, OFFICE)

    reply = made(desk, NotKnown())

    assert without_source(reply) == f"{desk.says('not-known')}\n\n{desk.says('ask-them-at', who='Amt', reach='amt@example.org')}"
    assert data_of(reply) == ["q:list-offers", "q:after-school", "q:who-helps"]


def test_what_is_near_is_shown_before_a_person() -> None:
    """Three topics, each in a line and as a button."""
    more = (an_offer(name, summary=f"Auch {name}.") for name in ("zwei", "drei", "vier"))
    desk = a_desk(COURSE, *more, OFFICE)

    reply = made(desk, NotKnown(near=("kurs", "zwei", "drei", "vier")))

    assert without_source(reply).startswith(desk.says("not-known-near"))
    assert Items(("Kurs – ab 01.05.2027: Ein Kurs.", "Zwei: Auch zwei.", "Drei: Auch drei.")) in reply.blocks
    assert data_of(reply)[:3] == ["q:overview:kurs", "q:overview:zwei", "q:overview:drei"]
    assert "amt@example.org" not in without_source(reply)


def test_beside_advice_its_own_buttons_stand_first() -> None:
    """Who asks on means whom they were sent to, not what may be meant besides; beside a guess at a topic that stands first."""
    asked = (an_intent(name, needs=("offer", "organisation"), answer={"show": [name]}) for name in ("overview", "place"))
    office = an_organisation("amt", summary="Ein Amt.", address="Weg 1")
    desk = a_desk(COURSE, office, *asked, an_intent("who-helps", answer={"text": "Frag das Amt.", "next": ["amt"]}))

    advised = made(desk, AnswerIntent("who-helps", near=("kurs",)))
    guessed = made(desk, AnswerIntent("place", "amt", near=("kurs",)))

    assert data_of(advised)[:2] == ["q:overview:amt", "q:overview:kurs"]
    assert data_of(guessed)[0] == "q:overview:kurs"


def test_a_near_person_is_a_button_that_tells_their_function() -> None:
    """No button leads to a summary nobody wrote."""
    ada = a_person("ada-muster", functions=[{"what": "Leiterin", "as_of": "2026"}])

    assert data_of(made(a_desk(ada), NotKnown(near=("ada-muster",))))[0] == "q:function:ada-muster"


def test_the_same_dead_end_never_comes_twice() -> None:
    """The second miss says it otherwise, from the third on people are named at once, never with the same words again."""
    desk = a_desk(COURSE, OFFICE)

    replies = [without_source(made(desk, NotKnown(misses=misses))) for misses in range(1, 6)]

    assert all(one != other for one, other in pairwise(replies))
    assert all("amt@example.org" in reply for reply in replies[1:])
    assert replies[2].startswith(desk.says("not-known-people"))


def test_the_third_miss_names_people_whatever_was_near() -> None:
    """No more guesses."""
    desk = a_desk(COURSE, OFFICE)

    reply = made(desk, NotKnown(topic="kurs", near=("kurs",), name="Bosch", misses=3))

    assert without_source(reply).startswith(desk.says("not-known-people"))
    assert "q:overview:kurs" not in data_of(reply)


def test_a_question_about_a_known_topic_stays_with_it() -> None:
    """The topic is named, who knows more, and what can be asked about it."""
    desk = a_desk(COURSE, FIRM)

    reply = made(desk, NotKnown(topic="kurs"))

    assert without_source(reply).startswith(desk.says("not-known-about", title="Kurs"))
    assert without_source(made(desk, NotKnown("kurs", misses=2))).startswith(desk.says("not-known-again"))
    assert "frag@example.org" in without_source(reply)
    assert all(data.endswith(":kurs") for data in data_of(reply))
    assert reply.topics == ("kurs",)


def test_what_is_known_of_the_topic_is_told_beside_what_is_not() -> None:
    """And what else is near; the second time not again."""
    told, near = an_offer("wind", title="Windkurs", summary="Ein Kurs auf See."), an_offer("meer", title="Meerkurs", summary="Auf Booten.")
    desk = a_desk(told, near, FIRM)

    once, again = (without_source(made(desk, NotKnown("wind", near=("meer", "wind"), misses=misses))) for misses in (1, 2))

    assert once.index("Windkurs: Ein Kurs auf See.") < once.index("Meerkurs: Auf Booten.")
    assert "Auf Booten" not in again
    assert "auf See" not in again


def test_an_unknown_name_is_said_back() -> None:
    """Nobody wonders whom we did not find."""
    desk = a_desk(COURSE, OFFICE)

    assert without_source(made(desk, NotKnown(name="Erika"))).startswith(desk.says("not-known-name", name="Erika"))


def test_one_of_ours_with_a_like_name_is_a_button() -> None:
    """Beside the name we do not know."""
    reply = made(a_desk(COURSE, OFFICE), NotKnown(name="Erika", near=(COURSE.id,)))

    assert any(step.data.endswith(f":{COURSE.id}") for step in reply.choices)
    assert COURSE.title["de"] not in without_source(reply).splitlines()[0]


# Distress, language, remarks


def test_help_gives_the_numbers_and_nothing_to_tap() -> None:
    """A warm sentence, the lines, their source; in the language of the talk."""
    desk = a_desk(COURSE)

    german, english = made(desk, Help("despair")), made(desk, Help("despair"), "en")

    assert german.blocks[:2] == (Text("Rede bitte mit jemandem."), Items(("Sorgentelefon: 116 000",)))
    assert english.blocks[:2] == (Text("Please talk to someone."), Items(("Worry line: 116 000",)))
    assert (german.choices, german.links, german.topics) == ((), (), ())
    assert "Sorgentelefon" in source_of(german)


def test_where_the_alarm_wavers_nothing_is_taken_for_granted() -> None:
    """The same numbers with their source and nothing to tap, but no word on what happened, and how to ask again."""
    desk = a_desk(COURSE)

    reply = made(desk, Help("despair", wavers=True))

    assert reply.blocks[:3] == (
        Text(desk.says("perhaps-distress")),
        Items(("Sorgentelefon: 116 000",)),
        Text(desk.says("perhaps-a-question")),
    )
    assert (reply.choices, reply.links, reply.topics, reply.intent) == ((), (), (), "crisis")
    assert "Sorgentelefon" in source_of(reply)
    assert reply.confidence < made(desk, Help("despair")).confidence


def test_help_stands_without_a_source_too() -> None:
    """A number nobody sourced still helps."""
    desk = a_desk()
    rules = desk.composer.catalogue.crisis.model_copy(update={"sources": {}})
    object.__setattr__(desk.composer.catalogue, "crisis", rules)

    assert source_of(made(desk, Help("despair"))) == ""


@pytest.mark.parametrize(("code", "key"), [("de", "language-set"), (None, "language-auto")])
def test_a_chosen_language_is_confirmed(code: str | None, key: str) -> None:
    """Or that the bot follows the text again."""
    desk = a_desk(COURSE)

    assert without_source(made(desk, LanguageSet(code))) == desk.says(key)


def test_a_remark_is_a_sentence_with_ways_on() -> None:
    """Nobody is left without a next step."""
    reply = made(a_desk(COURSE), Remark("empty"))

    assert without_source(reply) == a_desk().says("empty")
    assert data_of(reply) == ["q:list-offers", "q:after-school", "q:who-helps"]


# What holds for all replies

EVERYTHING: tuple[Topic, ...] = (
    COURSE, FIRM, OFFICE, an_event(runs=[a_run("2026-02-13", stream="https://example.org/live")]), an_offer("leer", sources={}),
    a_network(members={"groups": [{"title": "Alle", "who": ["firma", "kurs"]}]}, parts=[{"title": "Eins", "topic": "kurs"}]),
    a_person(functions=[{"what": "Leiterin", "as_of": "2026"}], people=[{"who": "firma", "part": "lead"}]),
    an_organisation("k" * 40, summary="Lang.", history=[{"when": "2018", "what": "Beginn"}], phone="1"),
)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("topic", [topic.id for topic in EVERYTHING])
def test_every_button_leads_to_an_answer_and_can_be_sent(topic: str, language: str) -> None:
    """Whatever is asked about whatever: short data, at most five buttons, each about what can be told."""
    desk = a_desk(*EVERYTHING, language=language)
    catalogue = desk.composer.catalogue
    for intent in catalogue.intents:
        reply = desk.answer(intent, topic, view=ListView(intent) if intent == "members" else None)
        assert without_source(reply)
        assert len(reply.choices) <= 5
        for data in data_of(reply):
            assert len(data.encode()) <= choices.LIMIT
            if data == choices.wish(topic):
                continue
            _, _, rest = data.partition(":")
            asked, about = catalogue.intent(rest.partition(":")[0]), catalogue.topic(rest.partition(":")[2] or None)
            assert data.startswith("lang:") or (asked and (about is None or can_answer(about, asked)))


def test_titles_with_quotation_marks_are_quoted_within() -> None:
    """Double marks outside, single ones inside, in every language."""
    course = an_offer("kurs", title={"de": "Reihe „Neu“", "en": "Series “New”"})

    assert "„Reihe ‚Neu‘“" in a_desk(course).said("cost", "kurs")
    assert "“Series ‘New’”" in a_desk(course, language="en").said("cost", "kurs")


def test_others_named_in_a_fact_can_be_asked_for_by_number() -> None:
    """In the order in which the fact names them."""
    desk = a_desk(
        an_offer("kurs", facets={"cost": "Es zahlen Werk B, Werk A und der Kurs."}), an_organisation("a", title="Werk A"),
        an_organisation("b", title="Werk B (GmbH)"),
    )

    assert desk.answer("cost", "kurs").listed == ("b", "a")


def test_two_questions_are_answered_one_after_the_other_with_one_source_line() -> None:
    """What was asked is no button any more."""
    desk = a_desk(an_offer("kurs", summary="Ein Kurs.", facets={"cost": "Nichts."}, runs=[a_run("2024-03-04")]))

    reply = desk.made(Several((AnswerIntent("cost", "kurs"), AnswerIntent("dates", "kurs"))))

    assert without_source(reply).startswith("Nichts.\n\n")
    assert "4. März 2024" in without_source(reply)
    assert len([block for block in reply.blocks if isinstance(block, SourceNote)]) == 1
    assert "q:dates:kurs" not in data_of(reply)
    assert reply.topics[0] == "kurs"


def test_what_may_be_meant_as_well_is_told_too() -> None:
    """Nothing twice and nothing that is a button as well; another topic, or what has no room, is the first button."""
    dates = an_intent("dates", needs=("offer",), answer={"show": ["dates"]})
    desk = a_desk(
        an_offer("kurs", facets={"cost": "Nichts.", "content": "Ein Satz. " * 90}, runs=[a_run("2024-03-04")]), an_offer("lager", facets={"cost": "Viel."}),
        an_intent("cost", needs=("offer",), answer={"facet": True}), dates,
        an_intent("content", needs=("offer",), answer={"facet": True}),
    )
    cost = AnswerIntent("cost", "kurs")

    same, other = desk.made(replace(cost, also=("dates", "kurs"))), desk.made(replace(cost, also=("cost", "lager")))
    long = desk.made(replace(cost, also=("content", "kurs")))

    assert (without_source(same).startswith("Nichts.\n\n"), "4. März 2024" in without_source(same)) == (True, True)
    assert (same.intent, same.also, "q:dates:kurs" in data_of(same)) == ("cost", "dates", False)
    assert (without_source(other), labels(other)[0], data_of(other)[0]) == ("Nichts.", "Lager: Cost?", "q:cost:lager")
    assert (without_source(long), data_of(long)[0], long.also) == ("Nichts.", "q:content:kurs", None)


def test_two_answers_that_tell_the_same_history_list_it_once() -> None:
    """Of a list that holds nothing new its heading is not told again either."""
    told = [{"when": "2024-01", "what": "Der Antrag"}, {"when": "2024-05", "what": "Der Bau"}]
    desk = a_desk(an_offer("kurs", facets={"cost": "Nichts."}, history=told),
                  *(an_intent(name, needs=("offer",), answer={"show": [name]}) for name in ("dates", "history")))

    reply = desk.made(AnswerIntent("dates", "kurs", also=("history", "kurs")))

    assert [block.lines for block in reply.blocks if isinstance(block, Items)] == [("Januar 2024: Der Antrag", "Mai 2024: Der Bau")]
    assert reply.also == "history"


def test_no_answer_ends_with_what_only_leads_to_something_told_already() -> None:
    """"Für 2019 steht bei uns dazu nichts. Was ich weiß:" and nothing behind it."""
    desk = a_desk(an_offer("kurs", facets={"cost": "Seit 2019 ist das so: Nichts zu zahlen.", "pay": "Nichts zu zahlen."}),
                  *(an_intent(name, needs=("offer",), answer={"facet": True}) for name in ("cost", "pay")))
    year = (date(2019, 1, 1), date(2020, 1, 1))

    said = without_source(desk.made(AnswerIntent("cost", "kurs", also=("pay", "kurs"), days=year)))

    assert not said.endswith(":")
    assert said.count("Nichts zu zahlen.") == 1


def test_beside_an_answer_it_is_said_in_a_sentence_what_no_source_tells() -> None:
    """Whom to ask about that is left to the answer; asked for by itself it is said with who knows."""
    place = an_intent("place", needs=("offer",), answer={"show": ["place"]}, missing={"de": "Einen Ort kennen wir nicht."})
    page = {"title": "Seite", "url": "https://kurs.de"}
    desk = a_desk(an_offer("kurs", facets={"cost": "Nichts."}, links=[page]), an_intent("cost", needs=("offer",), answer={"facet": True}), place)

    reply = desk.made(AnswerIntent("cost", "kurs", also=("place", "kurs")))

    assert without_source(reply) == "Nichts.\n\nEinen Ort kennen wir nicht."
    assert "q:place:kurs" not in data_of(reply)
    assert "kurs.de" in without_source(desk.made(AnswerIntent("place", "kurs")))


def test_beside_a_guess_it_is_told_what_else_may_be_meant() -> None:
    """In a line each, with a button; the reply is about what was answered."""
    desk = a_desk(an_offer("kurs", facets={"cost": "Nichts."}), an_offer("lager", summary="Wir zelten."),
                  an_intent("cost", needs=("offer",), answer={"facet": True}), an_intent("overview", needs=("offer",), answer={"show": ["overview"]}))

    reply = desk.made(AnswerIntent("cost", "kurs", near=("lager",)))

    assert without_source(reply).startswith("Nichts.\n\nMeinst du etwas anderes? Vielleicht das hier:\n\n• Lager: Wir zelten.")
    assert ("q:overview:lager" in data_of(reply), reply.topics) == (True, ("kurs",))


@pytest.mark.parametrize("move", [NotKnown(near=("markt",)), AnswerIntent("cost", "kurs", near=("markt",))])
def test_what_is_near_and_over_is_told_as_over(move: Move) -> None:
    """Its summary sounds as if one could go there."""
    desk = a_desk(an_event("markt", summary="Da probierst du Berufe aus.", runs=[a_run("2025-06-16")]),
                  an_offer("kurs", facets={"cost": "Nichts."}), an_intent("cost", needs=("offer",), answer={"facet": True}))

    assert "• Markt – zuletzt Juni 2025, vorbei: Da probierst du Berufe aus." in without_source(desk.made(move))


def test_two_answers_about_one_thing_name_it_once() -> None:
    """What was described without its name is called by it before the first of them."""
    desk = a_desk(an_offer("kurs", summary="Wir lernen.", facets={"cost": "Nichts."}),
                  an_intent("cost", needs=("offer",), answer={"facet": True}), an_intent("overview", needs=("offer",), answer={"show": ["overview"]}))

    reply = desk.made(AnswerIntent("cost", "kurs", described=True, also=("overview", "kurs")))

    assert without_source(reply) == "Kurs: Nichts.\n\nWir lernen."


def test_what_is_planned_is_told_once() -> None:
    """Of the history that follows only what was not said of it."""
    history = [{"when": "2026-11", "what": "Baubeginn."}, {"when": "2028", "what": "Eröffnung."}]
    desk = a_desk(a_network("netz", title="Netz", history=history), showing("dates", "dates"), showing("history", "history"))

    reply = desk.made(AnswerIntent("dates", "netz", also=("history", "netz")))

    assert [block.lines for block in reply.blocks if isinstance(block, Items)] == [("2028: Eröffnung.",), ("November 2026: Baubeginn.",)]


def test_of_several_things_each_answer_says_what_it_is_about() -> None:
    """The title stands before one that does not; what was told is not told again."""
    desk = a_desk(an_offer("kurs", title="Langer Lehrgang (Kurs)", facets={"cost": "Der Kurs kostet nichts. Frag im Amt nach."}),
                  an_offer("lager", facets={"cost": "Das sind 5 Euro. Frag im Amt nach."}))

    reply = desk.made(Several((AnswerIntent("cost", "kurs"), AnswerIntent("cost", "lager"))))

    assert without_source(reply) == "Der Kurs kostet nichts. Frag im Amt nach.\n\nLager: Das sind 5 Euro."


def test_where_both_answers_are_too_long_the_second_is_the_first_button() -> None:
    """Nothing is cut, and it is said that more was asked."""
    long = "Ein Satz. " * 50
    desk = a_desk(an_offer("kurs", summary=long, facets={"cost": long}))

    reply = desk.made(Several((AnswerIntent("cost", "kurs"), AnswerIntent("overview", "kurs"))))

    assert without_source(reply) == f"{long}\n\n{desk.says('several-waiting')}"
    assert data_of(reply)[0] == "q:overview:kurs"


def test_questions_for_later_are_buttons_and_unclear_ones_are_told() -> None:
    """Also where the answer leaves no room for all of it."""
    kurs = an_offer("kurs", summary="Ein Satz. " * 50, facets={"cost": "Nichts."}, runs=[a_run("2024-03-04")], instead="Noch " * 55)
    desk = a_desk(kurs)
    cost, overview = AnswerIntent("cost", "kurs"), AnswerIntent("overview", "kurs")

    later, unclear = desk.made(Several((cost,), (overview,))), desk.made(Several((cost,), unclear=True))
    full = desk.made(Several((overview,), (cost,)))

    assert without_source(later) == f"Nichts.\n\n{desk.says('several-waiting')}"
    assert data_of(later)[0] == "q:overview:kurs"
    assert without_source(unclear) == f"Nichts.\n\n{desk.says('several-one-by-one')}"
    assert without_source(full).startswith("Ein Satz.")
    assert desk.says("several-waiting") in without_source(full)


def test_a_place_elsewhere_is_named() -> None:
    """And where the thing was here."""
    desk = a_desk(an_offer("kurs", runs=[a_run("2024-03-04", place="halle")]), a_place("halle", "in der Halle"), ELSEWHERE)

    said = without_source(desk.answer("elsewhere", "kurs", name="Stuttgart"))

    assert said.startswith(desk.says("elsewhere-named", place="Stuttgart"))
    assert "in der Halle" in said
    assert without_source(desk.answer("elsewhere")) == "Nur hier."


ELSEWHERE = an_intent("elsewhere", kind="out_of_scope", answer={"text": "Nur hier."})


def test_a_button_bears_a_name_that_fits() -> None:
    """A title that a phone would cut gives way to the first other name that is short enough, unless there is none."""
    long = "Ein Titel, der für den Knopf eines Telefons viel zu lang ist"
    desk = a_desk(
        an_offer("kurs", title=long, also_called=[f"{long} auch so", "Kurzname", "Kürzer"], facets={"cost": "Nichts."}),
        an_offer("lehre", title=long, facets={"cost": "Nichts."}),
        showing("cost", "dates"),
    )

    assert labels(made(desk, AskWhich("cost", ("kurs", "lehre")))) == ["Kurzname", long]


def test_where_a_page_can_be_opened_nobody_has_to_ask_for_it() -> None:
    """One button for it is enough; without one, the question is there."""
    page = {"title": {"de": "Öffnen", "en": "Open"}, "url": "https://www.example.org"}
    website, contact = showing("website", "links", needs=("organisation",)), showing("contact", "contact", needs=("organisation",))
    desk = a_desk(an_organisation("firma", phone="0355 1", links=[page]), website, contact)

    with_page = made(desk, AnswerIntent("contact", "firma"))

    assert [link.label for link in with_page.links] == ["Öffnen"]
    assert "q:website:firma" not in data_of(with_page)


@pytest.mark.parametrize(("kind", "word"), [("doubt-place", "Ulm"), ("doubt-detail", "")])
def test_what_an_answer_does_not_tell_is_said_before_it(kind: Literal["doubt-place", "doubt-detail"], word: str) -> None:
    """And what is known follows, with its source."""
    desk = a_desk(an_offer("kurs", facets={"cost": "Nichts."}))
    reply = desk.made(AnswerIntent("cost", "kurs", doubt=Doubt(kind, word)))

    assert plain_text(reply).startswith(f"{desk.says(kind, word=word)}\n\nNichts.")
    assert reply.topics == ("kurs",)


def test_the_town_that_an_answer_does_not_tell_of_is_said_as_one_says_it() -> None:
    """Not by its id."""
    desk = a_desk(an_offer("kurs", facets={"cost": "Nichts."}), a_place("stadt", where="in der Stadt"))

    reply = desk.made(AnswerIntent("cost", "kurs", doubt=Doubt("doubt-town", "stadt")))

    assert plain_text(reply).startswith(desk.says("doubt-town", word="in der Stadt"))


def test_a_fact_of_another_year_is_told_as_that() -> None:
    """Asked for a year that is over, a fact of another or of no named time is not passed off as one of it."""
    desk = a_desk(an_offer("kurs", facets={"cost": {"text": "Nichts.", "as_of": "2025"}}, runs=[a_run("2024-03-04")]))

    assert desk.says("doubt-year", year="2019") in plain_text(desk.answer("cost", "kurs", period=("2019-01-01", "2020-01-01")))
    for year in (2024, 2025, 2028):
        told = plain_text(desk.answer("cost", "kurs", period=(f"{year}-01-01", f"{year + 1}-01-01")))
        assert desk.says("doubt-year", year=str(year)) not in told


def test_a_question_that_sets_a_language_says_that_it_is_set() -> None:
    """As if it had been chosen."""
    desk = a_desk(COURSE, an_intent("english", answer={"language": "en"}))

    assert without_source(desk.answer("english")) == without_source(made(desk, LanguageSet("en")))


def test_where_nobody_can_be_told_later_nobody_is_asked_of_what() -> None:
    """The bot says so at once, and leads on."""
    desk = a_desk(COURSE, showing("wish", "wish"))

    reply = desk.composer.compose(AskWhich("wish", ("kurs",)), "de", TODAY, reminds=False)

    assert without_source(reply) == desk.says("wish-not-here")
    assert not any(choice.data.startswith("q:wish") for choice in reply.choices)


def test_what_stands_in_a_broken_file_is_not_called_foreign() -> None:
    """Its notes are not at hand; whom to ask is."""
    desk = a_desk(COURSE, OFFICE)

    assert without_source(made(desk, NotKnown(lost="Schweißkurs"))).startswith(desk.says("not-known-now", name="Schweißkurs"))
