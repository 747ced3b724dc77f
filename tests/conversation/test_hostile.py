"""Bad input: whatever is typed, tapped or pasted, a turn ends in a reply one can send."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.conversation.turn import Turn, answer
from bot.model.choices import LIMIT, MORE, NONE
from bot.model.context import Context, ListView, fresh
from bot.model.message import Message
from bot.model.reply import plain_text
from tests.builders import NOW, a_context
from tests.conversation.world import QUESTIONS, TOPICS, a_chat, the_brain

EMPTY = ["", " ", "\n\t ", "😀🎉👍🏽", "🏳️‍🌈", "\u200b\u200c\u200d\ufeff", "\u202e\u202d\u2066\u2069", "?!…", "---", "\x00\x01", "\u0301\u0308"]
HARMLESS = [
    "'; DROP TABLE chats; --",
    "<script>alert(1)</script> <b>fett</b> &amp; <a href='x'>x</a>",
    "**fett** _kursiv_ [link](https://example.org) `code` ~~weg~~ ||spoiler||",
    "{{ 7 * 7 }} {% for x in y %} {{ config.items() }} ${7*7} %s %d {0}",
    "{topic} {name} {person} {$count} { $title }",
    "../../etc/passwd \\\\server\\share C:\\Windows",
    "a" * 10_000,
    "ä" * 10_000,
    "hilfe " * 1_000,
    "wann? " * 1_000,
    "." * 10_000,
    "\u202eskruK red tsi nnaw",
    "W\u0336a\u0336n\u0336n\u0336 i\u0336s\u0336t\u0336",
    "Ⓦⓐⓝⓝ 𝔦𝔰𝔱 ｄｅｒ",
    "когда начинается курс",
    "متى تبدأ الدورة",
    "何時始まりますか",
    "/start /dates@bot",
    "q:dates:windkurs",
    "ß" * 300,
    "\ud7ff\ue000",
]


def taken(message: Message, context: Context | None = None) -> Turn:
    """Take one turn in a chat in which nothing was said, or in a running one."""
    return answer(the_brain(), message, context or fresh("de", NOW), NOW)


def assert_sendable(turn: Turn) -> None:
    """Fail unless there is something to say, and nothing in it breaks a channel or the next turn."""
    reply, context = turn.reply, turn.context
    assert plain_text(reply).strip()
    assert len(plain_text(reply)) < 1_500
    assert all(choice.label and len(choice.data.encode()) <= LIMIT for choice in reply.choices)
    assert (context.touched, context.offered) == (NOW, tuple(choice.data for choice in reply.choices))
    assert all(topic in the_brain().catalogue.topics for topic in (*context.topics, *context.listed))


@pytest.mark.parametrize("text", EMPTY, ids=ascii)
def test_what_holds_no_word_is_answered_as_nothing(text: str) -> None:
    """Empty, blank, emoji, marks of direction and zero width: the bot asks for words."""
    chat = a_chat()
    chat.types("wann ist der windkurs")

    assert chat.types(text) == chat.says("empty")
    assert "in Sandow" in chat.types("und wo")


@pytest.mark.parametrize("text", ["a" * 80, "a" * 10_000, "xxxxxxxx", "aaaa xxxxx"], ids=lambda text: text[:10])
def test_keys_held_down_say_nothing_and_change_no_language(text: str) -> None:
    """"aaaa" is no English article; what is asked next is answered in the language of the talk."""
    turn = taken(Message("a", text=text), replace(fresh("de", NOW), topics=("windkurs",), intent="dates"))

    assert (turn.reply.intent, turn.context.language, turn.context.topics) == ("empty", "de", ("windkurs",))


@pytest.mark.parametrize("text", HARMLESS, ids=lambda text: ascii(text[:20]))
def test_code_and_noise_come_through_unharmed(text: str) -> None:
    """Nothing is carried out, nothing breaks, no fact is told that was not asked for."""
    turn = taken(Message("a", text=text))

    assert_sendable(turn)
    assert "49" not in plain_text(turn.reply)


@pytest.mark.parametrize("text", ["wann ist der {}windkurs{}", "{} wann ist der windkurs {}"])
@pytest.mark.parametrize("noise", ["\u200b", "\u200f", "\ufeff", "😀", "<b>", "**", '"'])
def test_a_question_is_found_in_its_noise(text: str, noise: str) -> None:
    """Invisible signs, marks and markup around it do not hide what is asked."""
    turn = taken(Message("a", text=text.format(noise, noise)))

    assert "3. Mai 2027" in plain_text(turn.reply)


def test_a_name_we_do_not_know_is_said_back_as_it_was_written() -> None:
    """Markup in it is the channel's to escape, not ours to drop or carry out."""
    said = a_chat().types("ist Bosch&Söhne mitglied beim handwerkerbund")

    assert "Söhne" in said


def test_a_long_question_is_read_from_its_beginning() -> None:
    """Five thousand characters: what was asked first is answered."""
    turn = taken(Message("a", text="wann ist der windkurs? " + "bla " * 1_250))

    assert_sendable(turn)
    assert "windkurs" in turn.context.topics


def test_distress_is_seen_in_a_long_message() -> None:
    """Also at its end, where a question would no longer be read."""
    turn = taken(Message("a", text="ich erzähle mal was. " * 200 + "mir ist alles zu viel"))

    assert "116 000" in plain_text(turn.reply)


@pytest.mark.parametrize("data", [NONE, MORE, "q:dates:windkurs\n", "q:" + "x" * 60, "q:dates:\udcff", "\u202eq:dates", "lang:de:en", ":::"])
def test_forged_taps_come_through_unharmed(data: str) -> None:
    """Whatever a client sends back."""
    assert_sendable(taken(Message("a", choice=data)))


CONTEXTS = st.builds(
    a_context,
    st.sampled_from(sorted(topic.id for topic in TOPICS)),
    intent=st.none() | st.sampled_from([*sorted(intent.id for intent in QUESTIONS), "weg"]),
    awaiting=st.none() | st.sampled_from(["cost", "dates", "membership", "weg"]),
    offered=st.lists(st.sampled_from(["q:cost:windkurs", "q:dates:imkerkurs", MORE, NONE, "q:weg"]), max_size=4).map(tuple),
    listed=st.lists(st.sampled_from(["windkurs", "imkerkurs", "ada-lehmann"]), max_size=3).map(tuple),
    list_view=st.none() | st.builds(ListView, st.sampled_from(["list-offers", "members", "weg"]), shown=st.sampled_from([0, 6, 12])),
    misses=st.integers(0, 5),
)
WORDS = st.sampled_from(
    "wann wo was ist der windkurs imkerkurs jobmesse handwerkerbund bosch stahlwerk 3 ada lehmann in sandow stuttgart bienen mehr ja nein "
    "die andere das zweite letzte im mai 2027 danke kurse kosten when is the wind course mir alles zu viel ? , {topic}".split()
)


@settings(max_examples=60)
@given(st.text(max_size=60) | st.lists(WORDS, max_size=8).map(" ".join), CONTEXTS)
@example("\ud800", a_context())
def test_any_text_in_any_talk_gets_a_reply(text: str, context: Context) -> None:
    """Arbitrary Unicode and arbitrary rows of our own words, whatever was talked about before."""
    assert_sendable(taken(Message("a", text=text), context))


@settings(max_examples=40)
@given(st.text(max_size=70) | st.sampled_from([NONE, MORE, "cancel", "lang:en"]), CONTEXTS)
def test_any_tap_in_any_talk_gets_a_reply(data: str, context: Context) -> None:
    """Stale, forged or honest."""
    assert_sendable(taken(Message("a", choice=data), context))
