"""From updates to messages: what was meant for us, and what it is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.channels.telegram.incoming import Incoming, Me, read
from bot.channels.telegram.wire import Update
from bot.model.message import Notice

ME = Me(99, "lausitz_bot")
PRIVATE = {"id": 5, "type": "private"}
GROUP = {"id": -100, "type": "supergroup"}
PERSON = {"id": 5, "is_bot": False, "first_name": "P", "language_code": "de"}


def said(fields: Mapping[str, object], key: str = "message") -> Incoming | None:
    """Return how a message with these fields is read."""
    message = {"message_id": 3, "date": 1, "chat": PRIVATE, "from": PERSON, **fields}
    return read(Update.model_validate({"update_id": 1, key: message}), ME)


def in_group(text: str, **more: object) -> str | None:
    """Return what we take from a line in a group; None if it is not for us."""
    incoming = said({"chat": GROUP, "text": text, **more})
    return None if incoming is None else incoming.message.text or incoming.message.choice or ""


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("/start", "q:greeting"),
        ("/start payload_123", "start:payload_123"),
        ("/start  qlee ", "start:qlee"),
        ("/start@lausitz_bot qlee", "start:qlee"),
        ("/help", "q:abilities"),
        ("/Hilfe", "q:abilities"),
        ("/privacy", "q:privacy"),
        ("/sprache", "q:language"),
        ("/language", "q:language"),
        ("/abbrechen", "cancel"),
        ("/help@lausitz_bot", "q:abilities"),
    ],
)
def test_commands_are_choices(text: str, choice: str) -> None:
    """A command asks what the button of the same meaning asks."""
    incoming = said({"text": text})

    assert incoming is not None
    assert incoming.message.choice == choice


@pytest.mark.parametrize(("text", "words"), [("/link wasserstoffkurs #flyer", "wasserstoffkurs #flyer"), ("/LINK", "")])
def test_a_command_that_takes_words_keeps_them(text: str, words: str) -> None:
    """What stands behind /link says where the link is to lead."""
    incoming = said({"text": text})

    assert incoming is not None
    assert (incoming.message.command, incoming.message.text, incoming.message.choice) == ("link", words, None)


@pytest.mark.parametrize("text", ["/foo", "/stats now", "/1"])
def test_unknown_commands_get_a_sentence(text: str) -> None:
    """What looks like a command and is none is noticed as that."""
    incoming = said({"text": text})

    assert incoming is not None
    assert incoming.message.notice == "unknown-command"


@pytest.mark.parametrize(
    "text", ["/", "/ 5 minuten", "/über", "und/oder", "/a/b", "", " ", "🙂", "\u200f\u200b"]
)
def test_everything_else_is_text(text: str) -> None:
    """Slashes inside of words, emoji and nothing at all are passed on as they are."""
    incoming = said({"text": text})

    assert incoming is not None
    assert incoming.message.text == text


@pytest.mark.parametrize(
    ("fields", "notice"),
    [
        ({"photo": [{}]}, "photo"),
        ({"photo": [{}], "caption": " "}, "photo"),
        ({"sticker": {}}, "sticker"),
        ({"animation": {}, "document": {}}, "sticker"),
        ({"voice": {}}, "voice"),
        ({"video_note": {}}, "voice"),
        ({"document": {}}, "file"),
        ({"video": {}}, "photo"),
        ({"location": {}}, "other"),
        ({"poll": {}}, "other"),
    ],
)
def test_what_is_no_text_is_noticed(fields: Mapping[str, object], notice: Notice) -> None:
    """Photos, stickers, voice, files and all the rest are named for a friendly sentence: a place is no file."""
    incoming = said(fields)

    assert incoming is not None
    assert (incoming.message.notice, incoming.message.text) == (notice, None)


def test_words_under_a_picture_are_text_with_something_attached() -> None:
    """The turn decides what they ask; whoever is in need of help is heard there, too."""
    incoming = said({"photo": [{}], "caption": "was ist das"})

    assert incoming is not None
    assert (incoming.message.text, incoming.message.attached, incoming.message.notice) == ("was ist das", "photo", None)


def test_an_edit_is_noticed() -> None:
    """Changed wording is no new question."""
    incoming = said({"text": "doch was anderes"}, key="edited_message")

    assert incoming is not None
    assert (incoming.message.attached, incoming.message.text) == ("edited", "doch was anderes")


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("edited_message", {"location": {}}),
        ("channel_post", {"text": "Meldung"}),
        ("message", {"chat": {"id": -7, "type": "channel"}, "text": "Meldung"}),
        ("message", {"new_chat_members": []}),
        ("message", {"pinned_message": {}}),
        ("message", {"text": "hallo", "from": {"id": 8, "is_bot": True}}),
    ],
)
def test_what_nobody_said_to_us_is_left_alone(key: str, fields: Mapping[str, object]) -> None:
    """Channel posts, service messages, moving locations and other bots get no answer."""
    assert said(fields, key) is None


@pytest.mark.parametrize(
    "sender", [None, {"id": 1087968824, "is_bot": True, "username": "GroupAnonymousBot"}]
)
def test_who_writes_without_a_name_is_answered(sender: object) -> None:
    """An anonymous admin is a person behind Telegram's stand-in."""
    incoming = said({"chat": GROUP, "text": "/help", "from": sender})

    assert incoming is not None
    assert incoming.message.choice == "q:abilities"


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("wann geht es los", None),
        ("@lausitz_bot wann geht es los", "wann geht es los"),
        ("wann geht es los, @Lausitz_Bot?", "wann geht es los, ?"),
        ("hey @lausitz_bot: wann", "hey wann"),
        ("@lausitz_bot", ""),
        ("@lausitz_bot2 wann", None),
        ("mail an info@lausitz_bot", None),
        ("/help", "q:abilities"),
        ("/help@lausitz_bot", "q:abilities"),
        ("/help@andere_bot", None),
        ("/tuwas", None),
        ("/tuwas@lausitz_bot", ""),
    ],
)
def test_a_group_line_is_ours_when_addressed(text: str, taken: str | None) -> None:
    """A mention and our own commands speak to us; the mention is taken out of the question."""
    assert in_group(text) == taken


def test_a_reply_to_us_is_ours() -> None:
    """Answering one of our messages speaks to us, answering others does not."""
    assert in_group("und wo?", reply_to_message={"from": {"id": 99}}) == "und wo?"
    assert in_group("und wo?", reply_to_message={"from": {"id": 98}}) is None


def test_a_mention_without_our_name_is_ours() -> None:
    """A marked mention counts by its user; emoji before it do not shift what is taken out."""
    mention = {"type": "text_mention", "offset": 3, "length": 7, "user": {"id": 99, "is_bot": True}}

    assert in_group("🙂 Lausitz wann?", entities=[mention]) == "🙂 wann?"


def test_answers_in_groups_hang_under_the_question() -> None:
    """In a group the answer quotes and stays in its forum topic; in private it does neither."""
    grouped = said({"chat": GROUP, "text": "/help", "message_thread_id": 12, "is_topic_message": True})
    alone = said({"text": "/help"})

    assert grouped is not None
    assert alone is not None
    assert (grouped.place.reply_to, grouped.place.thread) == (3, 12)
    assert (alone.place.reply_to, alone.place.thread) == (None, None)


def test_a_tap_without_a_chat_is_left_alone() -> None:
    """Buttons under messages sent by way of other chats have no place for an answer."""
    tap = {"id": "1", "from": PERSON, "inline_message_id": "x", "data": "more"}

    assert read(Update.model_validate({"update_id": 1, "callback_query": tap}), ME) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.fixed_dictionaries(
    {"message_id": st.integers(), "chat": st.just(dict(GROUP)) | st.just(dict(PRIVATE)) | JSON},
    optional={
        "from": st.just(PERSON) | JSON,
        "text": st.text() | JSON,
        "entities": JSON
        | st.lists(st.just({"type": "text_mention", "offset": 0, "length": 9, "user": {"id": 99}})),
        "photo": JSON,
    },
)


# The first run on a machine spends seconds on Hypothesis's own tables of characters.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.fixed_dictionaries(
        {"update_id": st.integers()}, optional={"message": FIELDS, "edited_message": FIELDS}
    )
)
def test_any_update_is_read_or_called_unreadable(raw: dict[str, object]) -> None:
    """No content of an update raises anything but the one error that means unreadable."""
    try:
        incoming = read(Update.model_validate(raw), ME)
    except ValidationError:
        return
    kinds = (
        0
        if incoming is None
        else sum(
            part is not None
            for part in (incoming.message.text, incoming.message.choice, incoming.message.notice)
        )
    )
    assert kinds == (0 if incoming is None else 1)
