"""The ways a question can be answered, weighed against each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.option import Option, told_first, with_second
from bot.dialogue.options import ELLIPSIS, OptionFinder
from bot.dialogue.topics import About, TopicResolver
from bot.model.context import Context
from bot.model.moves import AnswerIntent
from bot.model.reading import MentionKind, Reading
from tests.builders import (
    a_catalogue,
    a_context,
    a_mention,
    a_network,
    a_reading,
    a_run,
    an_event,
    an_intent,
    an_offer,
    showing,
)
from tests.dialogue.world import NOTHING_SAID, WORLD

FINDER = OptionFinder(WORLD, TopicResolver(WORLD))
LONG = " ".join(["wort"] * (ELLIPSIS + 2))
WIND = a_mention("topic", "windkurs")
GONE = {"when": "2018", "what": "Gründung"}


def options(reading: Reading, context: Context = NOTHING_SAID) -> tuple[Option, ...]:
    """Return the options of a reading."""
    return FINDER.options(reading, context)


def weight(intent: str, topic: str | None, found: tuple[Option, ...]) -> float:
    """Return the weight of one option, nothing where it is none."""
    return next((each.weight for each in found if (each.intent.id, each.topic and each.topic.id) == (intent, topic)), 0.0)


def test_options_are_ranked_and_each_stands_once() -> None:
    """By intent and topic, the heavier of two alike."""
    reading = a_reading(LONG, intent="cost", confidence=0.5, also=(("dates", 0.4),), facts=(("windkurs", "cost", 0.6),))

    found = options(reading)

    keys = [(each.intent.id, each.topic) for each in found]
    assert len(set(map(str, keys))) == len(keys)
    assert [each.weight for each in found] == sorted((each.weight for each in found), reverse=True)


def test_what_the_topic_cannot_answer_weighs_less() -> None:
    """Of two equally likely questions the one it can answer is meant."""
    found = options(a_reading(LONG, a_mention("topic", "lehre"), intent="cost", confidence=0.5, also=(("overview", 0.5),)))

    assert weight("overview", "lehre", found) > weight("cost", "lehre", found) > 0


def test_of_equally_likely_answers_the_one_is_meant_that_says_the_words_asked() -> None:
    """And it is no surer than before that any of them is right."""
    asked = a_reading(LONG, WIND, intent="cost", confidence=0.5, also=(("dates", 0.45),))
    told = replace(asked, answers={("windkurs", "dates"): 0.4})

    assert options(asked)[0].intent.id == "cost"
    assert (options(told)[0].intent.id, options(told)[0].weight) == ("dates", options(asked)[0].weight)


def test_when_and_where_tell_which_answer_about_a_topic_is_meant() -> None:
    """Who asks "when" means the dates, though another question is likelier by the other words; the best weight stays."""
    asked = a_reading(LONG, WIND, intent="cost", confidence=0.5, also=(("dates", 0.4),))
    when = replace(asked, asked_with={"dates": 1.0, "cost": -1.0})

    before, found = options(asked), options(when)

    assert before[0].intent.id == "cost"
    assert (found[0].intent.id, found[0].weight) == ("dates", before[0].weight)
    assert weight("cost", "windkurs", found) < weight("cost", "windkurs", before)


def test_where_when_means_the_best_answer_the_others_keep_their_weights() -> None:
    """What may be told beside it still may; and what is about no topic is not weighed by it."""
    asked = a_reading(LONG, WIND, intent="dates", confidence=0.5, also=(("cost", 0.4),))
    nothing = a_reading("frage", intent="list-offers", confidence=0.9, also=(("list-events", 0.8),))

    assert options(replace(asked, asked_with={"dates": 1.0, "cost": -1.0})) == options(asked)
    assert options(replace(nothing, asked_with={"list-events": 1.0, "list-offers": -1.0})) == options(nothing)


def test_what_a_topic_has_no_answer_to_is_not_outweighed_by_words() -> None:
    """Asked for what it does not tell, the bot says so, whatever words its other answers happen to share."""
    asked = a_reading(LONG, a_mention("topic", "lehre"), intent="cost", confidence=0.6, also=(("overview", 0.5),))
    told = replace(asked, answers={("lehre", "overview"): 0.3})

    assert options(asked)[0].intent.id == options(told)[0].intent.id == "cost"


def test_the_words_of_an_answer_never_speak_against_a_topic_that_is_named() -> None:
    """They tell which answer of a topic is meant; which topic, only where none is named and none talked about."""
    named = replace(a_reading(LONG, WIND, intent="cost", confidence=0.5), answers={("wasserkurs", "cost"): 3.0})
    facts = (("windkurs", "cost", 0.5), ("wasserkurs", "cost", 0.45))
    unnamed = replace(a_reading(LONG, intent="cost", confidence=0.1, facts=facts), answers={("wasserkurs", "cost"): 3.0})

    assert options(named)[0].topic == WORLD.topic("windkurs")
    assert options(unnamed)[0].topic == WORLD.topic("wasserkurs")
    assert options(unnamed, a_context("windkurs"))[0].topic == WORLD.topic("windkurs")


def test_a_long_question_without_topic_weighs_no_more_than_one_with() -> None:
    """It may mean a fact that is near; a short one leans on the talk instead."""
    named = weight("cost", "windkurs", options(a_reading(LONG, WIND, intent="cost", confidence=0.5)))
    vague = weight("cost", None, options(a_reading(LONG, intent="cost", confidence=0.5)))
    near = weight("cost", None, options(a_reading(LONG, intent="cost", confidence=0.5, facts=(("messe", "x", 0.9),))))
    short = options(a_reading("was kostet", intent="cost", confidence=0.5), a_context("windkurs"))

    assert weight("cost", "windkurs", short) > named >= vague > near > 0


def test_where_all_of_it_is_from_is_asked_of_nothing_that_is_only_near() -> None:
    """"woher weißt du das alles" as a first message; of what it costs a near fact may tell more."""

    def alone(intent: str) -> float:
        return weight(intent, None, options(a_reading(LONG, intent=intent, confidence=0.5, facts=(("lehre", "overview", 0.3),))))

    assert alone("sources") == 0.5 > alone("cost")


@pytest.mark.parametrize(("text", "named", "of_it"), [
    ("gibt es noch plaetze fuer 2026", "period", False), ("gibt es noch plaetze fuer 2026", None, True),
    ("gibt es noch ruhige plaetze fuer 2026", "period", True), ("gibt es noch plaetze fuer 2026", "place", True),
])
def test_what_is_asked_for_a_time_is_of_nothing_that_is_near_by_it(text: str, named: MentionKind | None, of_it: bool) -> None:
    """Its year is in every fact of that year; what else is said, or a place, tells of what it is asked."""
    mentions = [a_mention(named, "x", at=5)] if named else []
    reading = a_reading(text, *mentions, intent="cost", confidence=0.42, facts=(("windkurs", "cost", 0.36),))

    assert any(each.topic for each in options(reading)) is of_it


def test_doubtful_small_talk_weighs_less() -> None:
    """A half-understood thank-you does not drown a question."""
    found = options(a_reading(LONG, WIND, intent="thanks", confidence=0.4, also=(("cost", 0.35),)))

    assert found[0].intent.id == "cost"
    assert options(a_reading("danke", intent="thanks"))[0].weight == 0.9


def test_the_history_of_what_has_dates_is_hardly_missed() -> None:
    """"Was passiert auf der Messe" sounds like it: that no source tells of its beginnings is no help, where the price may be."""
    fair = an_event("messe", runs=[a_run("2026-02-13")])
    asked = showing("history", "history"), an_intent("cost", needs=("event",), answer={"facet": True})
    world = a_catalogue(fair, *asked)
    reading = replace(a_reading(LONG, a_mention("topic", "messe"), facts=(("messe", "history", 0.9),)), asks={})

    found = OptionFinder(world, TopicResolver(world)).options(reading, NOTHING_SAID)

    assert 0 < weight("history", "messe", found) < weight("cost", "messe", found)


def test_small_talk_of_some_sort_is_one() -> None:
    """Where a message is far from all we are asked, only its sort is open: the likeliest is told, as a guess."""
    chat = replace(a_reading("schlaf gut bot", intent="thanks", confidence=0.3, also=(("language", 0.25),)), ours=0.0)

    assert weight("thanks", None, options(chat)) == 0.5
    assert weight("language", None, options(chat)) < 0.25
    assert weight("thanks", None, options(replace(chat, ours=0.5))) < 0.3
    assert weight("thanks", None, options(replace(chat, unread=("bot",)))) < 0.3
    assert weight("thanks", None, options(replace(chat, unread=("bot",), unasked=("bot",)))) == 0.5
    assert weight("thanks", None, options(replace(chat, facts=a_reading(facts=(("windkurs", "cost", 0.2),)).facts))) < 0.3


def test_good_news_weighs_no_more_where_only_the_sort_of_small_talk_is_open() -> None:
    """"ich bin unglücklich" sounds like "ich bin angenommen": nobody is congratulated on a guess."""
    world = a_catalogue(an_intent("good-news", kind="small_talk", answer={"text": "Glückwunsch!"}), *WORLD.intents.values())
    sad = replace(a_reading("ich bin traurig", intent="good-news", confidence=0.4, also=(("thanks", 0.3),)), ours=0.0)

    assert weight("good-news", None, OptionFinder(world, TopicResolver(world)).options(sad, NOTHING_SAID)) < 0.5


def test_a_fact_beside_a_place_elsewhere_is_meant_where_people_ask_for_it_there() -> None:
    """And it is surely near: a parliament sits in a town that is none of ours."""
    fair = an_event("messe", summary="Eine Messe.", questions={"overview": ["was war da in Ulm"]})
    finder = OptionFinder(a_catalogue(fair, *WORLD.intents.values()), TopicResolver(a_catalogue(fair, *WORLD.intents.values())))

    def found(place: str, nearness: float) -> set[str | None]:
        reading = a_reading(LONG, a_mention("elsewhere", place), intent="overview", facts=(("messe", "overview", nearness),))
        return {each.topic.id if each.topic else None for each in finder.options(reading, NOTHING_SAID)}

    assert "messe" in found("Ulm", 0.95)
    assert "messe" not in found("Jena", 0.95)
    assert "messe" not in found("Ulm", 0.6)


def test_what_is_near_by_its_town_alone_weighs_less_beside_a_name() -> None:
    """Who tells of a town and names what is looked for hardly means an office called after the town."""
    town, named = a_mention("place", "ort", at=2), a_mention("topic", "windkurs", at=4)
    near = a_reading("ich aus stadt suche windkurs", town, named, intent="cost", facts=(("wasserkurs", "cost", 0.9),))
    office = an_offer("wasserkurs", title="Kurs in der Stadt", summary="Ein Kurs.", facets={"cost": "Viel."})
    world = a_catalogue(*WORLD.topics.values(), *WORLD.intents.values(), office)

    beside = weight("cost", "wasserkurs", OptionFinder(world, TopicResolver(world)).options(near, NOTHING_SAID))
    usual = weight("cost", "wasserkurs", options(near))

    assert beside == pytest.approx(usual / 2)


def test_beside_a_full_name_and_little_else_nothing_else_is_described() -> None:
    """"Wo find ich Bildungsmesse Cottbus" was told where the Bildungsbüro Cottbus is; more words may describe it."""
    near = (("wasserkurs", "place", 0.9),)
    alone = a_reading("wo find windkurs cottbus", replace(a_mention("topic", "windkurs", at=2), last=2 + 2), intent="place", facts=near)
    more = a_reading("wo wasser strom windkurs cottbus", replace(a_mention("topic", "windkurs", at=3), last=3 + 2), intent="place", facts=near)
    half = a_reading("wo find windkurs", a_mention("topic", "windkurs", at=2), intent="place", facts=near)

    weights = [weight("place", "wasserkurs", options(each)) for each in (alone, more, half)]

    assert weights[0] < weights[1] == weights[2]


def test_a_greeting_before_a_question_for_a_kind_weighs_less() -> None:
    """"Guten Morgen, gibt es Messen" asks for fairs, however much of a greeting it is."""
    both = a_reading("morgen gibt es lehren", a_mention("kind", "offer", at=3), intent="thanks", confidence=0.6, also=(("list-offers", 0.3),))

    assert options(both)[0].intent.id == "list-offers"
    assert options(replace(both, mentions=()))[0].intent.id == "thanks"
    assert options(replace(both, ranked=both.ranked[:1]))[0].intent.id == "thanks"


def test_what_is_asked_of_a_club_is_not_asked_of_its_member() -> None:
    """"Die Uni, im Netz dabei?": the more this asks whether it is a member, the less anything of itself."""
    uni, firm = a_mention("topic", "uni"), (("firma", "contact", 0.9),)
    asks = {"contact": 3.0}
    likely = replace(a_reading("uni", uni, intent="membership", confidence=0.8, facts=firm), asks=asks)
    hardly = replace(a_reading("uni", uni, intent="membership", confidence=0.4, facts=firm), asks=asks)

    assert weight("contact", "firma", options(likely)) == pytest.approx(weight("contact", "firma", options(hardly)) / 3)


def test_very_unlikely_readings_are_no_options() -> None:
    """Neither the faint nor those far down."""
    faint = a_reading(LONG, intent="cost", confidence=0.9, also=(("dates", 0.001),))

    assert [each.intent.id for each in options(faint)] == ["cost"]


def test_a_near_fact_brings_its_own_question_and_others_about_its_topic() -> None:
    """What its topic says is an option for every likely question."""
    reading = a_reading(LONG, intent="dates", confidence=0.3, also=(("function", 0.3),), facts=(("windkurs", "cost", 0.6),))

    found = options(reading)

    assert weight("cost", "windkurs", found) > 0
    assert weight("dates", "windkurs", found) > 0
    assert weight("function", "windkurs", found) == 0


def test_what_a_near_topic_has_no_answer_to_may_be_asked_all_the_same() -> None:
    """Likelier than what it tells, it is meant: that is told honestly, instead of something else about the topic."""
    reading = a_reading(LONG, intent="cost", confidence=0.3, facts=(("lehre", "cost", 0.6),))

    found = options(reading)

    assert weight("cost", "lehre", found) > weight("overview", "lehre", found) > 0


def test_a_near_fact_speaks_up_beside_a_name() -> None:
    """A word may be a name by chance; what is described counts too."""
    found = options(a_reading(LONG, a_mention("topic", "messe"), facts=(("windkurs", "cost", 0.9),)))

    assert weight("cost", "windkurs", found) > 0


def test_a_nearer_fact_weighs_more() -> None:
    """The weight follows how likely the topic is and how alike the fact."""
    near, far = (options(a_reading(LONG, facts=(("windkurs", "cost", share),))) for share in (0.9, 0.1))

    assert weight("cost", "windkurs", near) > weight("cost", "windkurs", far)


def test_a_fact_too_far_off_to_be_answered_or_offered_is_not_followed_up() -> None:
    """What else its topic says is weighed for near facts alone, not for every topic a question is a little like."""
    assert options(a_reading(LONG, facts=(("windkurs", "cost", 0.1),))) == ()


def test_facts_about_what_is_gone_are_left_out() -> None:
    """Neither a topic nor a question that no longer exists is an option."""
    assert options(a_reading(LONG, facts=(("weg", "cost", 0.9),))) == ()
    assert "weg" not in {option.intent.id for option in options(a_reading(LONG, facts=(("windkurs", "weg", 0.9),)))}


def test_an_answer_and_the_path_it_offers_do_not_stand_in_each_others_way() -> None:
    """Two close readings that lead to the same are one, of the weight of both; a far one changes nothing."""
    plain = an_intent("nach-der-schule", answer={"text": {"de": "Einiges."}, "next": ["mein-weg"]})
    way = an_intent("mein-weg", answer={"path": "mein-weg"})
    world = replace(WORLD, intents={**WORLD.intents, plain.id: plain, way.id: way})
    finder = OptionFinder(world, TopicResolver(world))

    close, far = (
        finder.options(a_reading(LONG, intent=plain.id, confidence=0.3, also=((way.id, share),)), NOTHING_SAID)
        for share in (0.28, 0.1)
    )

    assert [(each.intent.id, round(each.weight, 2)) for each in close] == [(plain.id, 0.58)]
    assert [(each.intent.id, round(each.weight, 2)) for each in far] == [(plain.id, 0.3), (way.id, 0.1)]


def test_asked_for_a_time_what_has_dates_means_these_before_its_history() -> None:
    """Of what has none the history is as good."""
    world = a_catalogue(an_event("messe", runs=[a_run("2026-02-13")], history=[GONE]), a_network("netz", history=[GONE]), showing("history", "history"))
    finder = OptionFinder(world, TopicResolver(world))
    dated, plain = (
        weight("history", topic, finder.options(a_reading(LONG, a_mention("topic", topic), intent="history", confidence=0.5), NOTHING_SAID))
        for topic in ("messe", "netz")
    )

    assert plain > dated > 0


def test_a_second_answer_about_the_same_topic_goes_before_one_about_another() -> None:
    """It is told beside the first; the other would only be offered, though it is a little likelier."""
    wind, water = WORLD.topics["windkurs"], WORLD.topics["wasserkurs"]
    cost, other = (Option(WORLD.intents["cost"], About((topic,)), weight) for topic, weight in ((wind, 0.5), (water, 0.48)))
    dates = Option(WORLD.intents["dates"], About((wind,)), 0.45)
    move = AnswerIntent("cost", "windkurs")

    assert with_second(move, (cost, other, dates), NOTHING_SAID) == replace(move, also=("dates", "windkurs"))
    assert with_second(move, (cost, other), NOTHING_SAID) == replace(move, also=("cost", "wasserkurs"))


def test_what_is_hardly_asked_in_vain_goes_behind_what_the_topic_is() -> None:
    """"wer ist eigentlich die WFBB" asks for no head of it, though that sounds likelier than anything else."""
    lesson = About((WORLD.topics["lehre"],))
    overview, guessed, likely = (
        Option(WORLD.intents[name], lesson, weight) for name, weight in (("overview", 0.1), ("cost", 0.35), ("cost", 0.6))
    )
    move = AnswerIntent("cost", "lehre")

    assert with_second(move, (guessed, overview), NOTHING_SAID) == replace(move, intent="overview", also=("cost", "lehre"))
    assert with_second(move, (likely, overview), NOTHING_SAID) == move
    assert with_second(move, (guessed, overview), a_context("lehre")) == move


def test_what_is_asked_of_nothing_of_ours_is_asked_of_the_place_elsewhere() -> None:
    """"Handwerkskammer Koblenz Telefon" is no question for anybody here."""
    koblenz = a_mention("elsewhere", "Koblenz", at=1)

    assert options(a_reading("kammer koblenz telefon", koblenz, intent="contact", confidence=0.7))[0].intent.id == "elsewhere"
    assert options(a_reading("kammer koblenz telefon", intent="contact", confidence=0.7))[0].intent.id == "contact"


def test_that_nobody_told_us_what_else_may_be_meant_is_said_only_where_that_is_nearly_as_likely() -> None:
    """Who asks what a course costs need not read that its opening hours are not known."""
    lesson = About((WORLD.topics["lehre"],))
    overview = Option(WORLD.intents["overview"], lesson, 0.5)
    nearly, hardly = (Option(WORLD.intents["cost"], lesson, weight) for weight in (0.48, 0.35))
    move = AnswerIntent("overview", "lehre")

    assert with_second(move, (overview, nearly), NOTHING_SAID) == replace(move, also=("cost", "lehre"))
    assert with_second(move, (overview, hardly), NOTHING_SAID) == move


@pytest.mark.parametrize(("confidence", "also", "told"), [
    (0.4, 0.3, "audience"), (0.6, 0.3, "members"), (0.4, 0.05, "members"),
])
def test_what_is_known_goes_before_what_is_not_where_either_may_be_asked(confidence: float, also: float, told: str) -> None:
    """Not where it is clear which, nor where the other is hardly likely: nobody asked for it then."""
    topic = an_offer("kurs", facets={"audience": "Für alle."})
    asked = (an_intent(name, needs=("offer",), answer={"facet": True}) for name in ("members", "audience"))
    unknown, known = (Option(each, About((topic,)), weight) for each, weight in zip(asked, (0.6, 0.58), strict=True))
    reading = a_reading("wer darf mit", intent="members", confidence=confidence, also=(("audience", also),))

    assert told_first((unknown, known), reading)[0].intent.id == told
    assert told_first((unknown, replace(known, weight=0.3)), reading)[0] == unknown
