"""Which topic a question is about."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.topics import TopicResolver, accepted_kinds, takes_any_name
from bot.model.context import Context, ListView
from bot.model.reading import Reading
from tests.builders import (
    a_catalogue,
    a_context,
    a_mention,
    a_network,
    a_person,
    a_reading,
    a_run,
    an_event,
    an_intent,
    an_offer,
    an_organisation,
    showing,
)
from tests.dialogue.world import NOTHING_SAID, QUESTIONS, TOPICS, WORLD

RESOLVER = TopicResolver(WORLD)


def about(intent: str, reading: Reading, context: Context = NOTHING_SAID) -> tuple[str, ...]:
    """Return the ids a question may be about."""
    return tuple(topic.id for topic in RESOLVER.resolve(WORLD.intents[intent], reading, context).topics)


def test_a_name_goes_before_a_description_and_the_talk() -> None:
    """What is said counts more than what was said."""
    reading = a_reading("windkurs mit wasser", a_mention("topic", "windkurs"), a_mention("theme", "wasser"))

    assert about("cost", reading, a_context("messe")) == ("windkurs",)


def test_of_several_with_one_name_the_one_that_is_surely_described_is_meant() -> None:
    """"study dual at BTU" names studying there as well; what is only a little like one of them names both."""
    both = a_mention("topic", "windkurs", "wasserkurs")

    assert about("cost", a_reading("kurs", both, facts=(("wasserkurs", "overview", 0.95),))) == ("wasserkurs",)
    assert about("cost", a_reading("kurs", both, facts=(("wasserkurs", "overview", 0.5),))) == ("windkurs", "wasserkurs")


def test_the_first_name_that_can_answer_is_meant() -> None:
    """The network has no price, the course has one."""
    reading = a_reading("netz windkurs", a_mention("topic", "netz"), a_mention("topic", "windkurs"))

    assert about("cost", reading) == ("windkurs",)


def test_a_theme_is_a_topic_where_the_question_takes_one() -> None:
    """What staff wrote about the theme; one they did not describe stands for its topics."""
    assert about("overview", a_reading("wind", a_mention("theme", "wind"))) == ("wind",)
    assert about("overview", a_reading("wasser", a_mention("theme", "wasser"))) == ("wasserkurs",)


def test_what_belongs_to_the_named_one_is_meant_where_it_cannot_answer() -> None:
    """The date of the firm is that of its course; the leader of a person is that of their network."""
    assert about("dates", a_reading("firma", a_mention("topic", "firma"))) == ("windkurs",)
    assert about("leader", a_reading("ada", a_mention("topic", "ada-muster"))) == ("bund",)


def test_of_what_belongs_to_the_named_one_the_nearest_goes_first() -> None:
    """Of many four are asked for; one that is near enough is meant: "Bewerbungsfrist Firma"."""
    given = [an_offer(f"kurs-{number}", runs=[a_run("2027-01-01")], provider="firma") for number in range(6)]
    dates = showing("dates", "dates")
    resolver = TopicResolver(a_catalogue(an_organisation("firma"), *given, dates))

    def asked(near: float) -> list[str]:
        reading = a_reading("frist firma", a_mention("topic", "firma", at=1), intent="dates", facts=(("kurs-5", "dates", near),))
        return [topic.id for topic in resolver.resolve(dates, reading, NOTHING_SAID).topics]

    assert asked(0.2) == ["kurs-5", "kurs-0", "kurs-1", "kurs-2"]
    assert asked(0.6) == ["kurs-5"]


def test_a_name_nothing_belongs_to_stays_the_topic() -> None:
    """The honest answer is about what was named."""
    assert about("cost", a_reading("ben", a_mention("topic", "ben-muster"))) == ("ben-muster",)


def test_a_kind_of_offer_at_somebody_is_theirs() -> None:
    """An apprenticeship at the university is the university's own."""
    reading = a_reading("lehre an der uni", a_mention("topic", "lehre"), a_mention("topic", "uni"))

    assert about("overview", reading) == ("lehre-uni",)


def test_one_name_for_several_is_told_apart_by_place_fact_and_talk() -> None:
    """In this order; what is still open is asked."""
    both = a_mention("topic", "windkurs", "wasserkurs", "lehre")

    assert about("overview", a_reading("kurs", both)) == ("windkurs", "wasserkurs", "lehre")
    assert about("overview", a_reading("kurs im dorf", both, a_mention("place", "dorf"))) == ("wasserkurs",)
    assert about("cost", a_reading("kurs", both)) == ("windkurs", "wasserkurs")
    assert about("cost", a_reading("kurs", both), a_context("wasserkurs")) == ("wasserkurs",)


def test_a_theme_describes_offers_before_anything_else() -> None:
    """And of those the ones that can answer; a kind narrows it, a place nobody named does not."""
    water = a_mention("theme", "wasser")

    assert about("contact", a_reading("das mit wind", a_mention("theme", "wind"))) == ("windkurs", "lehre")
    assert about("dates", a_reading("das mit wasser", water)) == ("messe",)
    assert about("place", a_reading("die messe mit wasser", water, a_mention("kind", "event/fair"))) == ("messe",)


def test_of_what_a_theme_describes_the_recent_or_nearest_is_meant() -> None:
    """The talk first, then the facts near the question."""
    reading = a_reading("das mit wind", a_mention("theme", "wind"), facts=(("lehre", "overview", 0.2),))

    assert about("contact", reading) == ("lehre",)
    assert about("contact", a_reading("das mit wind", a_mention("theme", "wind")), a_context("windkurs")) == ("windkurs",)


def test_the_talk_gives_the_latest_topic_that_fits() -> None:
    """One that can answer, of the last two; of two of one kind the latest; of the named kind where one is named."""
    talk = a_context("lehre", "windkurs", "messe")

    assert about("cost", a_reading("was kostet es"), talk) == ("lehre",)
    assert about("place", a_reading("wo ist es"), a_context("bund", "windkurs")) == ("windkurs",)
    assert about("dates", a_reading("wann ist die messe", a_mention("kind", "event")), talk) == ("messe",)
    assert about("cost", a_reading("was kostet es"), a_context("lehre", "lehre-uni", "windkurs")) == ("lehre",)
    assert about("leader", a_reading("wer leitet es"), talk) == ()


def test_behind_a_body_nothing_is_meant_that_has_nothing_to_do_with_it() -> None:
    """"wie lang" behind a company is not asked of a degree talked about before; of its own course, or of "der Kurs", it is."""
    course = a_reading("was kostet der kurs", a_mention("kind", "offer/further-training"))

    assert about("cost", a_reading("was kostet es"), a_context("firma", "wasserkurs")) == ()
    assert about("cost", a_reading("was kostet es"), a_context("firma", "windkurs")) == ("windkurs",)
    assert about("cost", course, a_context("firma", "wasserkurs")) == ("wasserkurs",)


def test_a_kind_means_those_of_it_that_were_listed() -> None:
    """Where none of it was talked about; several are asked back."""
    listed = a_context("lehre", listed=("messe", "netz", "windkurs", "wasserkurs"))
    course = a_reading("was kostet der kurs", a_mention("kind", "offer/further-training"))

    assert about("cost", course, listed) == ("windkurs", "wasserkurs")
    assert about("cost", course, a_context("windkurs", listed=("wasserkurs",))) == ("windkurs",)


def test_of_what_is_listed_for_a_theme_the_one_whose_words_say_most_of_it_is_meant() -> None:
    """"wo lern ich das" behind what there is with water: the course is called so. Else each of them may be meant."""

    def asked(*themes: str) -> tuple[str, ...]:
        listed = ListView("list-offers", themes=themes)
        talk = a_context(intent="list-offers", listed=("windkurs", "wasserkurs"), list_view=listed)
        return about("cost", a_reading("was kostet das"), talk)

    assert asked("wasser") == ("wasserkurs",)
    assert asked() == asked("weg") == ("windkurs", "wasserkurs")


def test_topics_that_are_gone_are_nobody() -> None:
    """A context from before a change of the files does no harm."""
    assert about("cost", a_reading("was kostet es"), a_context("weg")) == ()


def test_asked_back_are_those_near_the_question_then_the_foremost() -> None:
    """Offers before events, those with more facts first; only what can answer, at most four."""
    many = [an_offer(f"kurs-{number}", summary="Ein Kurs.") for number in range(6)]
    more = an_offer("z-kurs", summary="Ein Kurs.", facets={"cost": "Nichts."})
    intent = an_intent("overview", needs=("offer", "event"), answer={"show": ["overview"]})
    resolver = TopicResolver(a_catalogue(*many, more, an_event(summary="Eine Messe."), an_offer("stumm"), intent))

    plain = resolver.could_answer(intent, a_reading())
    near = resolver.could_answer(intent, a_reading(facts=(("messe", "overview", 0.2), ("stumm", "overview", 0.2))))

    assert [topic.id for topic in plain] == ["z-kurs", "kurs-0", "kurs-1", "kurs-2"]
    assert [topic.id for topic in near] == ["messe", "z-kurs", "kurs-0", "kurs-1"]


def test_others_named_are_who_may_be_members() -> None:
    """Organisations, networks and people; never the place of a course."""
    intent = WORLD.intents["membership"]

    def others(*names: str) -> tuple[str, ...]:
        mentions = (a_mention("topic", name) for name in names)
        return RESOLVER.resolve(intent, a_reading("ist x im netz", *mentions), NOTHING_SAID).others

    assert [others("uni", "firma", "netz"), others("netz", "ada-muster"), others("netz", "windkurs"), others("netz")] == [
        ("uni", "firma"), ("ada-muster",), (), (),
    ]


def test_what_a_question_takes_is_read_from_its_roles() -> None:
    """Kinds of topic, and whether any name will do."""
    membership, cost = WORLD.intents["membership"], WORLD.intents["cost"]

    assert (accepted_kinds(membership), takes_any_name(membership)) == (frozenset({"network"}), True)
    assert (accepted_kinds(cost), takes_any_name(cost)) == (frozenset({"offer"}), False)


def test_who_takes_part_in_several_is_asked_about_the_foremost_kind() -> None:
    """The offers of a person before their networks."""
    role = {"who": "ada-muster", "part": "lead"}
    intent = an_intent("overview", needs=("offer", "network"), answer={"show": ["overview"]})
    catalogue = a_catalogue(
        a_network(people=[role], summary="Ein Netz."), an_offer(people=[role], summary="Ein Kurs."), a_person("ada-muster"),
        an_organisation(), intent,
    )

    found = TopicResolver(catalogue).resolve(intent, a_reading("ada", a_mention("topic", "ada-muster")), NOTHING_SAID)

    assert found.clear == catalogue.topics["kurs"]


def test_asked_to_be_told_of_something_what_comes_again_is_offered() -> None:
    """One of each sort, not what goes on all year or was once."""
    fairs = (an_event("messe-a", recurs="im Mai"), an_event("messe-b", recurs="im Juni"))
    day = an_offer("tag", type="internship", recurs="im April", runs=[a_run("2026-04-01")])
    others = (an_offer("immer", recurs="das ganze Jahr"), an_event("einmal", type="meeting", runs=[a_run("2024-01-01")]))
    resolver = TopicResolver(a_catalogue(*others, day, *fairs))
    wish = an_intent("notify-me", needs=("offer", "event"), answer={"show": ["wish"]})

    offered = resolver.could_answer(wish, a_reading("sag mir bescheid", facts=(("immer", "cost", 0.1),)))
    of_a_sort = resolver.could_answer(wish, a_reading("sag bescheid zur messe", a_mention("kind", "event/fair")))

    assert [topic.id for topic in offered] == ["messe-a", "tag"]
    assert [topic.id for topic in of_a_sort] == ["messe-a", "messe-b"]


def test_of_several_of_a_sort_the_one_by_the_giver_of_the_talk_is_meant() -> None:
    """"der Tag der offenen Tür" behind studying at the one university is its own, though only others bear the name."""
    days = [an_event(name, type="open-day", provider=giver, recurs="im Mai") for name, giver in (("tag-firma", "firma"), ("tag-uni", "uni"))]
    world = a_catalogue(*TOPICS, *days, an_event("tag-dorf", type="open-day", recurs="im Mai"), *QUESTIONS)
    reading = a_reading("wann ist der tag", a_mention("topic", "tag-firma", "tag-dorf"))
    resolve = TopicResolver(world).resolve

    assert resolve(world.intents["dates"], reading, a_context("lehre-uni")).clear == world.topic("tag-uni")
    assert len(resolve(world.intents["dates"], reading, a_context()).topics) == 2


def test_what_a_body_cannot_answer_is_asked_of_its_one_offer_that_can() -> None:
    """"was verdien ich bei der Firma" means its course; the university's apprenticeship tells nothing either."""
    house = a_catalogue(*TOPICS, an_intent("cost", needs=("offer", "organisation"), answer={"facet": True}))
    resolve, cost = TopicResolver(house).resolve, house.intents["cost"]

    assert resolve(cost, a_reading("was kostet es bei der firma", a_mention("topic", "firma")), NOTHING_SAID).clear == house.topic("windkurs")
    assert resolve(cost, a_reading("was kostet es an der uni", a_mention("topic", "uni")), NOTHING_SAID).clear == house.topic("uni")


def test_what_no_person_has_is_asked_of_whom_they_work_for() -> None:
    """"wer macht bei denen Presse" behind a person is asked of the body; what the person has is asked of the person."""
    world = a_catalogue(
        *TOPICS, *QUESTIONS, a_person("cleo", functions=[{"what": "Chefin", "as_of": "2026", "organisation": "firma"}])
    )
    resolver = TopicResolver(world)

    asked = [resolver.resolve(world.intents[intent], a_reading("und bei denen"), a_context("cleo")).topics for intent in ("place", "function")]

    assert [[topic.id for topic in topics] for topics in asked] == [["firma"], ["cleo"]]


def test_of_the_buttons_under_a_reply_what_it_told_of_is_meant() -> None:
    """"Telefon?" behind who helps: the office that was told comes before one whose registration was offered."""
    offered = ("q:registration:windkurs", "q:overview:firma")
    talk = replace(a_context(), offered=offered)

    assert about("contact", a_reading("telefon"), talk) == ("firma",)


def test_the_words_may_tell_which_of_the_buttons_is_meant() -> None:
    """Two that could answer stood there; the facts of one are near to the question."""
    talk = replace(a_context(), offered=("q:overview:windkurs", "q:overview:wasserkurs"))
    near = a_reading("wie teuer", facts=(("wasserkurs", "cost", 0.4),))

    assert about("cost", near, talk) == ("wasserkurs",)
    assert about("cost", a_reading("wie teuer"), talk) == ("windkurs", "wasserkurs")


def test_advice_with_few_buttons_is_about_the_first() -> None:
    """"wer macht das" behind whom one can turn to; of many, and of buttons under what was not known, it is asked which."""
    two = replace(a_context(intent="after-school"), offered=("q:overview:windkurs", "q:overview:wasserkurs"))
    three = replace(two, offered=(*two.offered, "q:overview:lehre"))

    assert about("cost", a_reading("kostet das was"), two) == ("windkurs",)
    assert about("cost", a_reading("kostet das was"), three) == about("cost", a_reading("kostet das was"), replace(two, misses=1)) == ("windkurs", "wasserkurs")
    assert about("spoken", a_reading("geht das auf polnisch"), two) == ("windkurs",)


def test_what_a_part_does_not_tell_its_whole_may() -> None:
    """"wie viele sind es insgesamt" behind one of the workshops; what the part tells itself is asked of it."""
    world = a_catalogue(
        an_intent("how-many", needs=("network",), answer={"facet": True}), showing("overview", "overview"),
        a_network("alle", summary="Alle.", parts=[{"title": "Eine", "topic": "eine"}], facets={"how-many": "Zwei."}),
        a_network("eine", summary="Eine."),
    )
    resolver = TopicResolver(world)

    asked = [resolver.resolve(world.intents[name], a_reading("sag"), a_context("eine")).topics for name in ("how-many", "overview")]

    assert [[topic.id for topic in topics] for topics in asked] == [["alle"], ["eine"]]


def test_what_a_member_does_not_have_is_asked_of_its_network() -> None:
    """"was machen die Arbeitsgruppen" behind one member of the network talked about means the network's; of no other's."""
    facets = {"groups": "Drei."}
    world = a_catalogue(
        an_organisation("firma"), a_network("bund", facets=facets),
        a_network("netz", facets=facets, members={"groups": [{"title": "Betriebe", "who": ["firma"]}]}),
        an_intent("groups", needs=("organisation", "network"), answer={"facet": True}),
    )
    resolver, asked = TopicResolver(world), a_reading("was machen die gruppen")

    told = [resolver.resolve(world.intents["groups"], asked, a_context("firma", before)).topics for before in ("netz", "bund")]

    assert [[topic.id for topic in topics] for topics in told] == [["netz"], ["firma"]]


def test_what_an_event_does_not_have_is_asked_of_who_gives_it_where_they_are_pointed_at() -> None:
    """"was kann man bei denen lernen" behind the open day of a body; "was kann man lernen" need not mean the body."""
    world = a_catalogue(
        an_organisation("firma", facets={"fields-of-work": "Metall."}), an_event("tag", provider="firma", summary="Ein Tag."),
        an_intent("fields-of-work", needs=("organisation",), answer={"facet": True}),
    )
    resolver = TopicResolver(world)

    told = [resolver.resolve(world.intents["fields-of-work"], a_reading(text), a_context("tag")).topics for text in ("was bei denen", "was lernen")]

    assert [[topic.id for topic in topics] for topics in told] == [["firma"], []]


def test_when_a_body_begins_asks_of_what_it_gives_at_some_time() -> None:
    """"wann geht das los" behind whom one can learn with; of a body that has dates itself it asks these."""
    firm = an_organisation("betrieb", summary="Ein Betrieb.", history=[{"when": "2024", "what": "Gründung."}])
    course = an_offer("betriebskurs", summary="Ein Kurs.", provider="betrieb", recurs="jedes Jahr im Mai")
    dates = showing("dates", "dates", needs=("offer", "organisation"))
    world = a_catalogue(firm, course, an_offer("anderer", provider="wer", recurs="oft"), an_organisation("wer"), dates)
    asked = TopicResolver(world).resolve(dates, a_reading("wann geht das los"), a_context("betrieb"))

    assert [topic.id for topic in asked.topics] == ["betriebskurs"]
