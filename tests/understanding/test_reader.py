"""What a message holds: words, names, language, commands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.fold import MAX_CHARACTERS
from bot.model.reading import Command, Reading
from tests.understanding.world import TODAY, read, the_reader, the_reader_of_meaning


@pytest.mark.parametrize("text", ["", "👍", "?!", "\N{ZERO WIDTH SPACE}"])
def test_a_message_without_a_word_is_refused(text: str) -> None:
    """There is nothing to rank."""
    assert read(text) == Reading(text)
    assert read(text).verdict == "refuse"


def test_the_words_are_told_as_written_and_as_read() -> None:
    """Whoever explains an answer shows what was repaired; fillers are gone."""
    assert read("ey vllt Wasserstofff?").words == (("vllt", "vielleicht"), ("Wasserstofff", "wasserstoff"))


def test_an_age_that_only_tells_who_is_meant_is_not_asked_for() -> None:
    """In brackets it turned what was asked into whom it is for."""
    plain, aged = read("meine Tochter sucht QLEE"), read("meine Tochter (17) sucht QLEE")

    assert (aged.words, aged.ranked) == (plain.words, plain.ranked)
    assert "(17)" in aged.text


def test_the_text_itself_is_kept_with_the_reading() -> None:
    """As it came, punctuation and all."""
    assert read("Wann?!").text == "Wann?!"


def test_names_are_found_with_their_kind() -> None:
    """Topics, places, themes and periods."""
    reading = read("gibt es im märz in cottbus etwas zu pflege von qlee")

    assert [(mention.kind, mention.ids) for mention in reading.mentions] == [
        ("period", ("period",)),
        ("place", ("cottbus",)),
        ("theme", ("care",)),
        ("topic", ("qlee",)),
    ]
    assert reading.named("place")[0].ids == ("cottbus",)


@pytest.mark.parametrize(
    "text", ["QLEE?", "qlee bitte", "und der H2-Kurs?", "zeig mir cottbus", "kurse in lübbenau"]
)
def test_a_name_and_nothing_else_is_bare(text: str) -> None:
    """It gets the question before it, or an overview."""
    assert read(text).bare


def test_a_word_taken_for_a_typo_is_told_as_it_was_written() -> None:
    """It may be a name; small words are never one."""
    assert read("ist Kostett auhc dabei").repaired == ("Kostett",)


def test_a_word_made_of_two_of_ours_is_one_that_nobody_asked_with() -> None:
    """It is as new to us as one of a dictionary; what nobody can take apart may be a name."""
    assert read("hat qlee ein Zeugniswetter").unasked == ("Zeugniswetter",)
    assert read("hat qlee ein Zertifikat").unasked == ()
    assert read("hat qlee ein Quimsel").unasked == ()


@pytest.mark.parametrize("text", ["was kostet qlee", "wo ist qlee", "qlee preis", "ja bitte", "wann", "nummer von qlee"])
def test_a_question_is_not_bare(text: str) -> None:
    """A question word or any other word asks something; without a name there is none."""
    assert not read(text).bare


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("ja", Command("yes")),
        ("das andere", Command("other")),
        ("der zweite", Command("ordinal", 2)),
        ("qlee", None),
    ],
)
def test_a_command_is_told(text: str, command: Command | None) -> None:
    """Short words that steer the talk are no question."""
    assert read(text).command == command


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("ist die Sparkasse mitglied bei qlee", ("Sparkasse",)),
        ("gehört Sparkasse Cottbus zu qlee", ("Sparkasse", "Cottbus")),
        ("gehört Lübbenau Stahl zu qlee", ("Lübbenau", "Stahl")),
        ("gehört in cottbus die Knorz Blech zu qlee", ("Knorz", "Blech")),
        ("gehört Knorz zu qlee oder Blech", ("Knorz",)),
        ("kurse in Dresden", ("Dresden",)),
        ("gibt es kurse in cottbus", ()),
        ("was kostet die pflegeausbildung", ()),
        ("wasserstoffkurs", ()),
        ("x", ()),
    ],
)
def test_a_name_we_do_not_know_is_kept_as_written(text: str, unread: tuple[str, ...]) -> None:
    """The bot can say that it does not know it; its place belongs to it, single letters do not count."""
    assert read(text).unread == unread


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("how much does the hydrogen course cost", "en"),
        ("wann startet denn der neue kurs", "de"),
        ("qlee", None),
        ("The Way to Work kosten", None),
    ],
)
def test_the_language_is_told_where_it_is_clear(text: str, language: str | None) -> None:
    """An English title in it makes no question English."""
    assert read(text).language == language


def test_a_question_in_another_language_is_read_with_its_own_words() -> None:
    """In a German talk, an English question loses the English fillers, and keeps what is German slang."""
    spoken = [meant for _, meant in read("bro how much does the course cost for wsh", "de").words]

    assert "bro" not in spoken
    assert "wsh" in spoken


def test_an_undecided_message_is_read_in_the_language_of_the_talk() -> None:
    """Short forms are those of the talk."""
    assert [meant for _, meant in read("wsh", "de").words] == ["wasserstoff"]
    assert [meant for _, meant in read("wsh", "en").words] == ["wsh"]


def test_the_language_of_a_text_is_told_with_its_names() -> None:
    """Before anything is read."""
    assert the_reader().language_of("When does the next course start?") == "en"
    assert the_reader().language_of("qlee") is None


@pytest.mark.parametrize("text", ["2+2", "1:0", "was ist 2+2"])
def test_numbers_alone_name_neither_a_day_nor_a_topic(text: str) -> None:
    """A sum or a score is of another world."""
    reading = read(text)

    assert (reading.mentions, reading.facts) == ((), ())


def test_the_nearest_fact_is_known_without_its_name() -> None:
    """Also where no topic is named."""
    assert read("hat der erste durchgang die prüfung bestanden").facts[0].topic == "wasserstoffkurs"


@pytest.mark.parametrize(
    "text", ["wo ist das? " * 450, "a " * 2500, "ä" * 5000, "h2-kurs, " * 556, "😀" * 5000, ":in" * 1700]
)
def test_five_thousand_characters_cost_no_more_than_one_thousand(text: str) -> None:
    """A message is read up to a limit, and compared in a handful of ways."""
    reader, encoder = the_reader_of_meaning()
    asked = len(encoder.asked)
    reading = reader.read(text, TODAY, "de")
    short = reader.read(text[:MAX_CHARACTERS], TODAY, "de")

    assert len(text) >= 5000
    assert (reading.words, reading.ranked, reading.mentions) == (short.words, short.ranked, short.mentions)
    assert sum(len(sentences) for sentences in encoder.asked[asked:]) <= 8


def test_what_was_read_ahead_is_not_encoded_again() -> None:
    """Several questions of one message go through the encoder together: that costs hardly more than one."""
    reader, encoder = the_reader_of_meaning()
    asked = len(encoder.asked)
    texts = ("", "was kostet der h2-kurs im august", "und wo findet der h2-kurs im august statt")

    reader.read_ahead(texts, TODAY, "de")
    readings = [reader.read(text, TODAY, "de") for text in texts]

    assert len(encoder.asked) == asked + 1
    assert [bool(reading.ranked) for reading in readings] == [False, True, True]


PIECES = st.sampled_from(
    [
        "qlee",
        "H2-Kurs",
        "cottbus",
        "Dresden",
        "im märz",
        "wann",
        ",",
        "?",
        "Sparkasse",
        "frau lindner",
        "k p",
        "ey",
        "{name}",
        "10.",
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=14).map(" ".join)),
    st.sampled_from(["de", "en"]),
)
def test_no_text_breaks_the_reader(text: str, language: str) -> None:
    """Whatever is written is read: names lie in it, in order, and the ranking is complete."""
    reading = read(text, language)

    assert 0.0 <= reading.refusal <= 1.0
    assert all(0 <= mention.first < mention.last <= len(reading.words) for mention in reading.mentions)
    assert [mention.first for mention in reading.mentions] == sorted(
        mention.first for mention in reading.mentions
    )
    assert bool(reading.ranked) == bool(reading.words)


def test_staff_see_what_is_named_how_near_an_example_is_and_what_is_misread() -> None:
    """Each as `ask --why` and `check --full` want it."""
    reader, text = the_reader(), "was kostet der h2-kurs"
    view = reader.nearest(read(text), "cost", TODAY).alike

    assert [mention.ids for mention in reader.mentions_in(text, TODAY, "de")] == [("wasserstoffkurs",)]
    assert reader.mentions_in("", TODAY, "de") == ()
    assert view[0] > 0.5 > reader.nearest(read(text), "greeting", TODAY).alike[0]
    assert all(example.intent != winner for example, winner in reader.misread())
