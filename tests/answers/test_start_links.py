"""Start links to hand out, and the dated facts behind them."""

from __future__ import annotations

from bot.model.links import StartLink
from bot.model.moves import AnswerIntent, ShowLink, WhichLink
from bot.model.reply import Reply, StartCode
from tests.answers.desk import Desk, a_desk, data_of, labels, source_of, without_source
from tests.builders import a_network, a_run, an_intent, an_offer, an_organisation, showing

OVERVIEW = showing("overview", "overview")


def handed_out(desk: Desk, link: StartLink) -> Reply:
    """Return the reply that shows a link."""
    return desk.composer.compose(ShowLink(link), desk.language, desk.today)


def a_course() -> Desk:
    """Return a desk that knows one course with a date behind and one ahead."""
    runs = [a_run("2026-09-01"), a_run("2027-05-03", registration="https://example.org/neu")]
    school = an_organisation("schule", mail="post@schule.example")
    return a_desk(an_offer("kurs", summary="Ein Kurs.", runs=runs, provider="schule"), school, OVERVIEW)


def test_a_link_comes_with_what_it_tells_today() -> None:
    """Who hands it out sees the date and the source behind it."""
    reply = handed_out(a_course(), StartLink(topic="kurs", campaign="messe"))

    assert reply.attached == (StartCode("Link und QR-Code", "kurs_messe"),)
    assert "„messe“" in without_source(reply)
    assert "Montag, 3. Mai 2027" in without_source(reply)
    assert source_of(reply).startswith("Quelle: Seite A")


def test_what_is_over_is_told_as_over() -> None:
    """On the day after, the same link tells that the date has passed."""
    reply = handed_out(a_course().on("2027-05-04"), StartLink(topic="kurs"))

    assert "vorbei" in without_source(reply)
    assert reply.links == ()


def test_what_is_over_comes_with_whom_to_ask_as_it_does_for_whoever_opens_the_link() -> None:
    """Whoever hands it out reads the same."""
    desk = a_course().on("2027-05-04")
    opened = without_source(desk.composer.compose(AnswerIntent("overview", "kurs"), desk.language, desk.today))

    assert without_source(handed_out(desk, StartLink(topic="kurs"))).endswith(f"liest: {opened}")
    assert "post@schule.example" in opened


def test_a_link_to_a_question_names_the_question() -> None:
    """Nothing dated stands behind it."""
    reply = handed_out(a_desk(an_intent("after-school", answer={"text": "Vieles."})), StartLink(intent="after-school"))

    assert reply.attached == (StartCode("Link und QR-Code", "Q-after-school"),)
    assert "After school?" in without_source(reply)
    assert source_of(reply) == ""


def test_a_topic_without_words_of_its_own_still_has_a_link() -> None:
    """Nothing is claimed about it."""
    reply = handed_out(a_desk(a_network("netz"), OVERVIEW), StartLink(topic="netz"))

    assert reply.attached == (StartCode("Link und QR-Code", "netz"),)
    assert "liest" not in without_source(reply)


def test_the_link_can_be_tried_without_being_counted() -> None:
    """The button opens the same thing, without the campaign, and fits Telegram."""
    link = StartLink(topic="k" * 40, campaign="c" * 18)
    reply = handed_out(a_desk(an_offer("k" * 40, summary="Ein Kurs."), OVERVIEW), link)

    assert data_of(reply) == ["start:" + "k" * 40]


def test_several_fitting_topics_are_asked_back() -> None:
    """Each button keeps the campaign, however long, within Telegram's limit."""
    desk = a_desk(an_offer("k" * 40, title="Kurs K"), an_offer("l" * 40, title="Kurs L"), OVERVIEW)
    links = tuple(StartLink(topic=name * 40, campaign="c" * 18) for name in "kl")
    reply = desk.composer.compose(WhichLink(links), "de", desk.today)

    assert labels(reply) == ["Kurs K", "Kurs L"]
    assert max(len(data) for data in data_of(reply)) <= 64
