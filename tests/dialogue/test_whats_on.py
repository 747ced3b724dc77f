"""A time alone, and what goes on then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.policy import Policy
from bot.model.context import ListView
from bot.model.moves import AnswerIntent, Remark
from tests.builders import a_catalogue, a_context, a_mention, a_reading, a_theme, an_intent, an_offer, showing
from tests.dialogue.world import NOTHING_SAID, move_of

MARCH = (date(2027, 3, 1), date(2027, 4, 1))
SPAN = ("2027-03-01", "2027-04-01")
WHATS_ON = ListView("list-events", days=SPAN, dated=True)


@pytest.mark.parametrize("text", ["was ist im märz", "im märz was los", "what happened in march", "gab es etwas im märz"])
def test_a_time_and_words_that_ask_what_goes_on_list_what_has_dates_then(text: str) -> None:
    """However foreign the message looks to the reader."""
    at = next(at for at, word in enumerate(text.split()) if word in ("märz", "march"))
    reading = a_reading(text, a_mention("period", "period", at=at, days=MARCH), intent="off-topic")

    assert move_of(reading, a_context("windkurs")) == AnswerIntent("list-events", view=WHATS_ON, days=MARCH)


def test_who_says_goodbye_until_then_asks_no_list() -> None:
    """"Bis morgen" got what is on today and tomorrow; a time that sounds like chat for nobody but us is one."""
    reading = a_reading("bis märz", a_mention("period", "period", at=1, days=MARCH), intent="thanks", bare=True)

    assert move_of(reading) == AnswerIntent("thanks")
    assert move_of(replace(reading, verdict="refuse")) == AnswerIntent("list-events", view=WHATS_ON, days=MARCH)


def test_a_time_alone_asks_what_goes_on_then() -> None:
    """Unless the talk is about something with dates: then it is asked for this time."""
    reading = a_reading("märz", a_mention("period", "period", days=MARCH), bare=True)

    assert move_of(reading) == AnswerIntent("list-events", view=WHATS_ON, days=MARCH)
    assert move_of(reading, a_context("windkurs", intent="dates")) == AnswerIntent("dates", "windkurs", days=MARCH)


@pytest.mark.parametrize("text", ["was machst du im märz", "wann ist das im märz", "wie wird das wetter im märz"])
def test_who_asks_somebody_or_for_something_in_particular_asks_no_list(text: str) -> None:
    """Words of its own, pronouns, when and how: the question is weighed as ever."""
    at = text.split().index("märz")
    reading = a_reading(text, a_mention("period", "period", at=at, days=MARCH), intent="off-topic")

    assert move_of(reading) == AnswerIntent("off-topic")


def test_a_name_and_a_time_alone_ask_for_the_dates_in_it() -> None:
    """«Messe März»; what has no dates is told as ever."""
    march = a_mention("period", "period", at=1, days=MARCH)

    fair = a_reading("messe märz", a_mention("topic", "messe"), march, bare=True, intent="overview")
    firm = a_reading("firma märz", a_mention("topic", "firma"), march, bare=True, intent="overview")

    assert move_of(fair) == AnswerIntent("dates", "messe", days=MARCH)
    assert move_of(firm) == AnswerIntent("overview", "firma", days=MARCH)


def test_a_day_in_no_calendar_is_told() -> None:
    """Whatever else the message may mean."""
    assert move_of(a_reading("13 2 206", a_mention("period", "period"))) == Remark("no-such-day")


def test_what_is_still_to_come_is_asked_of_a_period() -> None:
    """«noch im März»."""
    reading = a_reading("noch was im märz", a_mention("period", "period", at=3, days=MARCH))

    assert move_of(reading) == AnswerIntent("list-events", view=ListView("list-events", days=SPAN, ahead=True, dated=True), days=MARCH)


@pytest.mark.parametrize("text", ["welche messen gibt es", "gibt es hier messen", "which messen are there", "alle messen bitte"])
def test_what_there_is_of_a_kind_is_its_list(text: str) -> None:
    """However unsure the reader is."""
    reading = a_reading(text, a_mention("kind", "event/fair", at=text.split().index("messen")), intent="off-topic", confidence=0.2)

    assert move_of(reading) == AnswerIntent("list-events", view=ListView("list-events", types=("fair",), whole="alle" in text))


def test_a_kind_with_more_words_or_a_pronoun_is_no_list() -> None:
    """They ask something of one of the kind."""
    fair = a_mention("kind", "event/fair", at=1)

    assert move_of(a_reading("welche messe kostet nichts", fair, intent="off-topic")) == AnswerIntent("off-topic")
    assert move_of(a_reading("welche messe war das", fair, intent="off-topic")) == AnswerIntent("off-topic")
    assert move_of(a_reading("ab welche messe", fair, intent="off-topic")) == AnswerIntent("off-topic")


@pytest.mark.parametrize(("theme", "listed"), [("wind", True), ("gas", False)])
def test_advice_of_all_sorts_has_little_in_common(theme: str, listed: bool) -> None:
    """"welche Rückkehrer-Initiativen gibt es" is not asked for the careers advice, unless both have a theme in common."""
    back = an_offer("rueckkehr", type="advice", themes=["wind"])
    work = an_offer("beruf", type="advice", themes=[theme])
    listing = an_intent("list-offers", answer={"list": {"of": ["offer"]}})
    policy = Policy(a_catalogue(back, work, listing, showing("overview", "overview"), a_theme("wind"), a_theme("gas")))

    asked = a_reading("welche rueckkehr gibt es", a_mention("topic", "rueckkehr", at=1), intent="overview")
    move = policy.on_reading(asked, NOTHING_SAID).move

    assert isinstance(move, AnswerIntent)
    assert (move.intent == "list-offers") is listed


def test_a_general_offer_beside_a_body_is_no_list_of_all() -> None:
    """"welche Lehren gibt es bei der Uni" means its own; alone it asks for all of the sort."""
    lehre, uni = a_mention("topic", "lehre", at=1), a_mention("topic", "uni", at=5)
    beside = a_reading("welche lehre gibt es bei uni", lehre, uni, intent="overview", bare=True)
    alone = a_reading("welche lehre gibt es", lehre, intent="overview", bare=True)

    assert move_of(beside) == AnswerIntent("overview", "lehre-uni")
    assert move_of(alone) == AnswerIntent(
        "list-offers", view=ListView("list-offers", types=("apprenticeship",)), also=("overview", "lehre")
    )


def test_whether_an_offer_goes_on_asks_for_no_list() -> None:
    """"gibt es die Lehre noch" means that one; "welche gibt es noch" asks for more of its sort."""
    lasting = a_reading("gibt lehre noch", a_mention("topic", "lehre", at=1), intent="overview", bare=True)
    more = a_reading("welche lehre gibt noch", a_mention("topic", "lehre", at=1), intent="overview", bare=True)

    assert move_of(lasting) == AnswerIntent("overview", "lehre")
    assert isinstance(found := move_of(more), AnswerIntent)
    assert found.intent == "list-offers"



@pytest.mark.parametrize("text", ["was gibts in dorf", "gibts in dorf was bin 16"])
def test_an_age_beside_it_changes_nothing_about_what_there_is_in_a_place(text: str) -> None:
    """Everything there, whatever its kind."""
    reading = a_reading(text.replace("gibts", "gibt es"), a_mention("place", "dorf", at=text.split().index("dorf") + 1), intent="cost", confidence=0.3)

    assert move_of(reading) == AnswerIntent("list-offers", view=ListView("list-offers", places=("dorf",), of_any_kind=True))


def test_what_points_at_the_topic_asks_for_no_list_of_what_goes_on() -> None:
    """"findet die im märz statt" behind a fair asks when that is; with nothing talked about, what goes on then."""
    period = a_mention("period", "period", days=MARCH, at=3)
    asked = a_reading("findet die im märz statt", period, intent="dates", confidence=0.4)
    plain = a_reading("was ist im märz los", period, intent="dates", confidence=0.4)

    assert move_of(asked, a_context("messe")) == AnswerIntent("dates", "messe", days=MARCH)
    assert move_of(asked) == AnswerIntent("list-events", view=WHATS_ON, days=MARCH)
    assert move_of(plain, a_context("messe")) == AnswerIntent("list-events", view=WHATS_ON, days=MARCH)


@pytest.mark.parametrize(("text", "whom"), [("messen fuer schueler", ("pupils",)), ("messen fuer alte schueler bitte", ("pupils",))])
def test_a_kind_and_whom_it_is_for_is_its_list(text: str, whom: tuple[str, ...]) -> None:
    """"Messen für Schüler" asks for those; beside another word it is weighed as ever, and filtered all the same."""
    sure = a_reading(text, a_mention("kind", "event/fair", at=0), intent="list-events")

    assert move_of(sure) == AnswerIntent("list-events", view=ListView("list-events", ("fair",), audience=whom))


def test_a_kind_and_whom_it_is_for_is_no_other_question() -> None:
    """However it looks to the reader; who is named without "für" is only spoken of."""
    kind = a_mention("kind", "event/fair", at=0)

    assert move_of(a_reading("messen fuer schueler", kind, intent="off-topic")).intent == "list-events"  # type: ignore[union-attr]
    assert move_of(a_reading("messen schueler", kind, intent="off-topic")).intent == "off-topic"  # type: ignore[union-attr]


def test_what_comes_next_behind_a_list_is_what_of_it_is_to_come() -> None:
    """"Wann ist die nächste" behind fairs asked back which of them; said of the one talked about, it is asked of that."""
    fairs = ListView("list-events", ("fair",), shown=3)
    listed = a_context(intent="list-events", list_view=fairs, listed=("messe", "markt"))
    following = a_reading("wann ist die naechste", intent="dates")

    assert move_of(following, listed) == AnswerIntent("list-events", view=ListView("list-events", ("fair",), ahead=True))
    assert move_of(following, a_context("messe", intent="place", list_view=fairs)) == AnswerIntent("dates", "messe")
    assert move_of(a_reading("wann war die erste", intent="place"), listed) != move_of(following, listed)
