"""Whole talks with a small brain: strings in, replies out."""

from __future__ import annotations

import pytest

from bot.model.choices import CANCEL, MORE, NONE
from tests.conversation.world import a_chat

IN_MAY = "3. Mai 2027"
IN_MARCH = "1. März 2026"
NUMBER = "116 000"


def test_a_talk_carries_its_topic_on() -> None:
    """When, where, how much, how to sign up: the course is named once."""
    chat = a_chat()

    assert IN_MAY in chat.types("wann ist der windkurs")
    assert chat.says("place-ahead", where="in Sandow", when=f"Montag, {IN_MAY}") in chat.types("und wo?")
    assert "100 Euro" in chat.types("was kostet der spaß")
    chat.types("wie melde ich mich an")
    assert [link.url for link in chat.last.links] == ["https://example.org/neu"]


def test_a_talk_changes_its_topic_and_comes_back() -> None:
    """Another name is asked the same; the first one can be named again."""
    chat = a_chat()

    assert IN_MAY in chat.types("wann ist der windkurs")
    assert IN_MARCH in chat.types("und der imkerkurs?")
    assert chat.last.intent == "dates"
    assert "100 Euro" in chat.types("was kostet der windkurs")


@pytest.mark.parametrize("said", ["zurück zum windkurs, wo ist der?", "danke, zurück zum windkurs: wo ist der?"])
def test_a_talk_goes_back_to_what_it_was_about(said: str) -> None:
    """The question behind the return is read by itself, about that."""
    chat = a_chat()
    chat.types("wann ist der windkurs")
    chat.types("wann ist der imkerkurs")

    assert "in Sandow" in chat.types(said)
    assert chat.last.intent == "place"


def test_a_closed_registration_is_told_as_closed() -> None:
    """The old link is nowhere, and there is somebody to ask."""
    chat = a_chat()

    said = chat.types("wie melde ich mich zum imkerkurs an")

    assert chat.says("registration-closed", when=f"am {IN_MARCH}") in said
    assert "0355 100" in said
    assert chat.last.links == ()


def test_small_talk_does_not_end_a_talk() -> None:
    """After a thank-you "and where?" still means the course."""
    chat = a_chat()
    chat.types("wann ist der windkurs")

    assert chat.types("danke dir") == "Gern."
    assert "in Sandow" in chat.types("und wo")


@pytest.mark.parametrize("answer", ["imkerkurs", "der windkurs", "Windkurs", "den ersten", "1", "ja"])
def test_a_question_back_is_answered_by_name_number_or_yes(answer: str) -> None:
    """In whatever words: the open question is the one answered."""
    chat = a_chat()
    assert chat.types("wann geht es los") == chat.says("which-topic")

    chat.types(answer)

    assert chat.last.intent == "dates"
    assert len(chat.last.topics) == 1


def test_a_list_can_be_pointed_into() -> None:
    """The second, the other one, and then a question about it."""
    chat = a_chat()
    chat.types("welche kurse gibt es")
    assert chat.last.listed == ("windkurs", "imkerkurs")

    assert "Bienen" in chat.types("das zweite")
    assert "Windräder" in chat.types("nein, die andere")
    assert IN_MAY in chat.types("und wann")


def test_members_are_paged_and_asked_for_one_by_one() -> None:
    """Six, the rest, the end; known and unknown names."""
    chat = a_chat()

    assert "Stahlwerk 6" in chat.types("wer ist mitglied beim handwerkerbund")
    assert "Stahlwerk 8" in chat.types("mehr")
    assert chat.says("list-end") in chat.taps(MORE)
    assert chat.says("member-no", who="Bosch", count=1, title="Handwerkerbund") in chat.types("ist Bosch mitglied beim handwerkerbund")
    assert chat.says("member-yes", who="Stahlwerk 3", count=1, title="Handwerkerbund") in chat.types("und stahlwerk 3?")


def test_on_the_day_itself_it_is_today() -> None:
    """The clock of the talk decides, in Berlin."""
    chat = a_chat()

    assert chat.says("date-today", title="Jobmesse Sandow", when="Donnerstag, 4. März 2027", where=", in Sandow") in chat.types(
        "wann ist die jobmesse"
    )
    chat.waits(11 * 60)
    assert chat.says("date-event-over", title="Jobmesse Sandow", when="Donnerstag, 4. März 2027") in chat.types("wann ist die jobmesse")


def test_none_of_the_choices_three_times_leads_to_people() -> None:
    """Every miss is answered differently."""
    chat = a_chat()

    said = [chat.taps(NONE) for _ in range(3)]

    assert len(set(said)) == 3
    assert said[2].startswith(chat.says("not-known-people"))


def test_an_answer_ends_a_row_of_misses() -> None:
    """The next miss is the first one again."""
    chat = a_chat()
    first = chat.taps(NONE)
    chat.taps(NONE)
    chat.types("wann ist der windkurs")

    assert chat.taps(NONE) == first


def test_a_typed_label_is_a_tap() -> None:
    """Who has no buttons types them."""
    chat = a_chat()
    chat.types("wann ist der windkurs")
    label = next(choice.label for choice in chat.last.choices if choice.data == "q:contact:windkurs")

    assert "0355 100" in chat.types(label)


@pytest.mark.parametrize("data", ["q:weg:weg", "forged", "more", ""])
def test_an_old_button_is_answered_kindly(data: str) -> None:
    """And the talk goes on."""
    chat = a_chat()
    chat.types("wann ist der windkurs")

    assert chat.taps(data) == chat.says("old-button")
    assert "in Sandow" in chat.types("und wo")


def test_cancelling_forgets_what_was_talked_about() -> None:
    """The next "and where?" has to say what."""
    chat = a_chat()
    chat.types("wann ist der windkurs")

    assert chat.taps(CANCEL) == chat.says("cancelled")
    assert chat.types("wo findet das statt") == chat.says("which-topic")


# Breaks


def test_within_half_an_hour_a_talk_goes_on() -> None:
    """Thirty minutes later "and where?" still means the course."""
    chat = a_chat()
    chat.types("wann ist der windkurs")
    chat.waits(30)

    assert "in Sandow" in chat.types("und wo")


# Language


def test_the_talk_follows_a_clear_change_of_language() -> None:
    """There and back; a short word does not change it."""
    chat = a_chat()

    assert "Monday, 3 May 2027" in chat.types("when is the next date of the wind course")
    assert "Monday, 3 May 2027" in chat.types("windkurs")
    assert f"Montag, {IN_MAY}" in chat.types("und wann ist jetzt der windkurs")
    assert chat.context.language == "de"


def test_a_fixed_language_stays() -> None:
    """Whatever is written, until it is freed again."""
    chat = a_chat()
    chat.taps("lang:en")

    assert "Monday, 3 May 2027" in chat.types("und wann ist jetzt der windkurs")
    chat.taps("lang:auto")
    assert IN_MAY in chat.types("und wann ist jetzt der windkurs")


def test_a_fixed_language_is_left_where_another_is_named() -> None:
    """In a sentence of that language."""
    chat = a_chat()
    chat.taps("lang:en")

    assert IN_MAY in chat.types("ab jetzt bitte wieder auf deutsch, wann ist der windkurs")
    assert chat.context.language == "de"


def test_two_questions_in_one_message_are_both_answered() -> None:
    """With one source line, and the next one carries on."""
    chat = a_chat()

    said = chat.types("was kostet der windkurs und wo findet das statt")

    assert "100 Euro" in said
    assert "in Sandow" in said
    assert IN_MAY in chat.types("und wann")


def test_a_year_is_answered_for_that_year() -> None:
    """The one before, not the next."""
    chat = a_chat()

    assert "1. September 2026" in chat.types("wann war der windkurs 2026")
    assert chat.says("date-none-in-period", when="2024", title="Windkurs") in chat.types("und 2024?")


def test_a_language_can_be_asked_for_in_words() -> None:
    """From then on it is fixed."""
    chat = a_chat()

    assert chat.types("antworte auf englisch") == chat.says("language-set")
    assert (chat.context.language, chat.context.language_fixed) == ("en", True)


def test_asked_which_languages_the_bot_lets_one_choose() -> None:
    """One button each."""
    chat = a_chat()
    chat.types("welche sprachen kannst du")

    assert [choice.data for choice in chat.last.choices] == ["lang:de", "lang:de-simple", "lang:en", "lang:auto"]


# Distress


def test_distress_goes_before_everything() -> None:
    """Numbers, nothing to tap, whatever else the message asks."""
    chat = a_chat()
    chat.types("wann ist der windkurs")

    said = chat.types("wann ist der windkurs, mir ist alles zu viel")

    assert NUMBER in said
    assert IN_MAY not in said
    assert (chat.last.choices, chat.last.intent) == ((), "crisis")


def test_the_turn_after_still_carries_the_numbers() -> None:
    """The one after that does not; the source line stays last and names where the numbers are from."""
    chat = a_chat()
    chat.types("mir ist alles zu viel")

    following = chat.types("wann ist der windkurs")

    assert IN_MAY in following
    assert chat.says("still-here") in following
    assert NUMBER in following
    assert following.endswith("Seite A · Stand 13.02.2026; Sorgentelefon · Seite ohne Datum, gelesen 11/2026")
    assert NUMBER not in chat.types("und wo")


@pytest.mark.parametrize("said_next", ["danke", "nein", "das war bloß quatsch von mir"])
def test_a_word_without_a_question_after_distress_is_met_with_the_numbers_alone(said_next: str) -> None:
    """No "gern", no "das weiß ich nicht" and nothing to tap."""
    chat = a_chat()
    chat.types("mir ist alles zu viel")

    said = chat.types(said_next)

    assert said.startswith(chat.says("still-here"))
    assert NUMBER in said
    assert said.endswith("Quelle: Sorgentelefon · Seite ohne Datum, gelesen 11/2026")
    assert chat.last.choices == ()


@pytest.mark.parametrize("said", ["blubb", "wie wird das wetter"])
def test_after_distress_nobody_hears_what_the_bot_does_not_know(said: str) -> None:
    """Whoever goes on about it in words the bot cannot read is met with the numbers, not with its field of work."""
    chat = a_chat()
    chat.types("mir ist alles zu viel")

    told = chat.types(said)

    assert told.startswith(chat.says("still-here"))
    assert chat.last.choices == ()


def test_distress_twice_is_answered_twice() -> None:
    """The second time is not the turn after."""
    chat = a_chat()
    chat.types("mir ist alles zu viel")

    said = chat.types("mir ist alles zu viel")

    assert said.count(NUMBER) == 1
    assert chat.context.crisis


@pytest.mark.parametrize("sent", ["tap", "photo", "nothing"])
def test_the_numbers_follow_whatever_comes_next(sent: str) -> None:
    """A tap, a picture or nothing at all."""
    chat = a_chat()
    chat.types("mir ist alles zu viel")

    said = {"tap": lambda: chat.taps("q:dates:windkurs"), "photo": lambda: chat.sends("photo"), "nothing": lambda: chat.types("")}[sent]()

    assert NUMBER in said


def test_help_is_given_in_the_language_of_the_message() -> None:
    """Unless the person fixed another."""
    english, fixed = a_chat(), a_chat()
    fixed.taps("lang:de")

    text = "this is all just too much for me"

    assert english.types(text).startswith("Please talk to someone.")
    assert fixed.types(text).startswith("Rede bitte mit jemandem.")


def test_a_talk_goes_on_after_distress() -> None:
    """What was talked about is not lost."""
    chat = a_chat()
    chat.types("wann ist der windkurs")
    chat.types("mir ist alles zu viel")

    assert "in Sandow" in chat.types("und wo")


# What is no question


def test_words_under_a_picture_are_answered_where_they_name_something_of_ours() -> None:
    """That the picture was not seen is said first; what is asked of the picture gets its sentence, and the talk goes on."""
    chat = a_chat()
    answered = chat.captions("photo", "wann ist der windkurs")

    assert answered.startswith(chat.says("words-alone"))
    assert "3. Mai 2027" in answered
    assert chat.captions("photo", "was ist das hier") == chat.says("notice-photo")
    assert "in Sandow" in chat.types("und wo")


def test_who_cries_for_help_under_a_picture_is_heard() -> None:
    """The numbers come before all else, and nothing is said of the picture."""
    chat = a_chat()
    said = chat.captions("photo", "mir ist alles zu viel")

    assert NUMBER in said
    assert chat.last.intent == "crisis"
    assert chat.says("words-alone") not in said


def test_of_edited_words_only_a_cry_for_help_is_heard() -> None:
    """A question is to be sent anew, and what reads like a button is no tap."""
    chat = a_chat()

    assert chat.captions("edited", "wann ist der windkurs") == chat.says("notice-edited")
    assert NUMBER in chat.captions("edited", "mir ist alles zu viel")


def test_pictures_and_the_like_get_their_sentence() -> None:
    """And the talk goes on."""
    chat = a_chat()
    chat.types("wann ist der windkurs")

    assert chat.sends("photo") == chat.says("notice-photo")
    assert chat.sends("voice") == chat.says("notice-voice")
    assert "in Sandow" in chat.types("und wo")
