"""One turn: what is loaded, what is remembered, and that nothing else matters."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.conversation.turn import Conversation, answer
from bot.model.context import fresh
from bot.model.message import Message
from bot.model.reply import plain_text
from bot.store import MemoryStore
from tests.builders import NOW
from tests.conversation.world import the_brain

DATES = Message("a", text="wann ist der windkurs")
WHERE = Message("a", text="und wo")


def a_conversation() -> Conversation:
    """Return a conversation that remembers nothing yet."""
    return Conversation(the_brain(), MemoryStore())


@pytest.mark.asyncio
async def test_what_was_said_is_remembered_per_chat() -> None:
    """Another chat has to say what it means."""
    talk = a_conversation()
    await talk.turn(DATES, NOW)

    mine = await talk.turn(WHERE, NOW)
    other = await talk.turn(Message("b", text="wo findet das statt"), NOW)

    assert mine.topics == ("windkurs",)
    assert plain_text(other) == talk.say("de", "which-topic")


@pytest.mark.asyncio
async def test_after_half_an_hour_of_silence_the_talk_begins_anew() -> None:
    """The language stays as it was, fixed or not."""
    talk = a_conversation()
    await talk.turn(Message("a", choice="lang:en"), NOW)
    await talk.turn(DATES, NOW)

    later = await talk.explained_turn(Message("a", text="wo findet das statt"), NOW + timedelta(minutes=31))

    assert plain_text(later.reply) == talk.say("en", "which-topic")
    assert (later.context.language, later.context.language_fixed) == ("en", True)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("code", "language"), [("de-AT", "de"), ("en-US", "en"), ("EN", "en"), ("pl", "de"), (None, "de"), ("", "de")]
)
async def test_a_talk_begins_in_the_language_of_the_phone(code: str | None, language: str) -> None:
    """Where it is ours, else in German."""
    reply = await a_conversation().turn(Message("a", text="windkurs", language_code=code), NOW)

    assert reply.language == language


@pytest.mark.asyncio
async def test_once_begun_the_phone_s_language_does_not_matter() -> None:
    """The chat's own language stays."""
    talk = a_conversation()
    await talk.turn(Message("a", text="windkurs", language_code="en"), NOW)

    assert (await talk.turn(Message("a", text="imkerkurs", language_code="de"), NOW)).language == "en"


@pytest.mark.asyncio
async def test_a_turn_hands_out_why() -> None:
    """The reading of a text; none for taps and notices."""
    talk = a_conversation()

    typed = await talk.explained_turn(DATES, NOW)
    tapped = await talk.explained_turn(Message("a", choice="q:place:windkurs"), NOW)

    assert typed.reading is not None
    assert typed.reading.ranked[0].intent == "dates"
    assert tapped.reading is None


def test_what_is_remembered_holds_no_wording() -> None:
    """Ids, counts and times only."""
    message = Message("a", text="Ich bin Erika und frage: wann ist der windkurs")

    context = answer(the_brain(), message, fresh("de", NOW), NOW).context

    assert "Erika" not in repr(context)
    assert context.topics == ("windkurs",)
    assert context.touched == NOW


def test_a_turn_is_pure() -> None:
    """The same message, context and time give the same turn."""
    context = fresh("de", NOW)

    assert answer(the_brain(), DATES, context, NOW) == answer(the_brain(), DATES, context, NOW)


@pytest.mark.parametrize(
    ("moment", "key"), [(datetime(2027, 5, 2, 21, 59, tzinfo=UTC), "date-ahead"), (datetime(2027, 5, 2, 22, 0, tzinfo=UTC), "date-today")]
)
def test_the_day_changes_at_midnight_in_berlin(moment: datetime, key: str) -> None:
    """Two hours before UTC in summer."""
    reply = answer(the_brain(), DATES, fresh("de", moment), moment).reply
    expected = the_brain().texts.say("de", key, title="Windkurs", when="Montag, 3. Mai 2027", where=", in Sandow")

    assert expected in plain_text(reply)


def test_a_message_that_is_nothing_at_all_is_answered() -> None:
    """Neither text nor tap nor notice."""
    assert answer(the_brain(), Message("a"), fresh("de", NOW), NOW).reply.intent == "empty"


def test_a_channel_can_say_a_sentence_of_the_bot() -> None:
    """In a language of ours, whatever the phone calls it, else in German."""
    talk = a_conversation()

    assert talk.say("en-GB", "more") == the_brain().texts.say("en", "more")
    assert talk.say("pl", "more") == the_brain().texts.say("de", "more")


def test_a_brain_tells_what_it_was_made_from() -> None:
    """Two of the same files have the same version."""
    assert the_brain().version == the_brain().catalogue.version == "small"


def test_two_nouns_ask_two_things_of_what_one_half_names() -> None:
    """Read in halves, each is answered; as a whole it would be one question."""
    both = answer(the_brain(), Message("a", text="kosten und termin windkurs"), fresh("de", NOW), NOW).reply

    assert plain_text(both).startswith("Der Kurs kostet 100 Euro.\n\nDer nächste Termin von „Windkurs“")
