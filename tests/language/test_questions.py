"""Which questions one message asks."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.language.fold import folded_words
from bot.language.questions import MOST, halves_of, last_asking, questions_of, sayings_of


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("was kostet das und wo ist das", ("was kostet das", "wo ist das")),
        ("wann ist das? und wer ist die ansprechpartnerin", ("wann ist das?", "und wer ist die ansprechpartnerin")),
        ("wann und wo ist der Kurs", ("wann", "wo ist der Kurs")),
        ("what does it cost and where is it?", ("what does it cost", "where is it?")),
        ("danke, wann und wo ist die Messe", ("wann", "wo ist die Messe")),
        ("wann war der Kurs, was hat der gekostet", ("wann war der Kurs", "was hat der gekostet")),
        ("Messe: wann war die letzte, wo, und wie viele kamen", ("Messe: wann war die letzte", "wo", "wie viele kamen")),
        ("camp vom amt: ab wie viel jahren und in welchem ort", ("camp vom amt: ab wie viel jahren", "in welchem ort")),
        ("wo ist das un wie teuer", ("wo ist das", "wie teuer")),
        ("Wie lange darf das dauern und zahlen die mir die Fahrt?", ("Wie lange darf das dauern", "zahlen die mir die Fahrt?")),
        ("was kostet das und glit das auch in Forst", ("was kostet das", "glit das auch in Forst")),
        ("wo ist das Camp & ab wie viel Jahren", ("wo ist das Camp", "ab wie viel Jahren")),
        ("Welche Gruppen hat das Netz und seit wann gibt es das?", ("Welche Gruppen hat das Netz", "seit wann gibt es das?")),
        ("fsj wie lange geht das wer zahlt das", ("fsj wie lange geht das", "wer zahlt das")),
        ("wie alt muss man sein gibts geld", ("wie alt muss man sein", "gibts geld")),
        ("Messe Cottbus wann wo", ("Messe Cottbus wann", "wo")),
        ("Sommercamp Handwerk ab wieviel Jahren, wo ist das", ("Sommercamp Handwerk ab wieviel Jahren", "wo ist das")),
        ("phone number of the office and is it free", ("phone number of the office", "is it free")),
        ("can i study here how many places are there", ("can i study here", "how many places are there")),
        ("gibt es noch Lehrstellen wo finde ich die", ("gibt es noch Lehrstellen", "wo finde ich die")),
        ("Ich bin 17. Wann ist das und wo?", ("Ich bin 17. Wann ist das", "wo?")),
        ("Ist das am 4. März 2027. Was kostet das?", ("Ist das am 4. März 2027.", "Was kostet das?")),
        ("Wann ist Klasse 8. Was kostet das?", ("Wann ist Klasse 8.", "Was kostet das?")),
        ("Termin? Kosten? Wo sind die?", ("Termin?", "Kosten?", "Wo sind die?")),
        ("wo? sind die teuer?", ("wo?", "sind die teuer?")),
        ("Was machen die? Wo sitzen die? Wer leitet das?", ("Was machen die?", "Wo sitzen die?", "Wer leitet das?")),
    ],
)
def test_questions_of_one_message_come_apart(text: str, asked: tuple[str, ...]) -> None:
    """At the end of a sentence, at "und" before a word a question begins with, and behind a question that is complete."""
    assert questions_of(text) == asked


def test_what_is_told_before_a_question_stays_with_it() -> None:
    """It says what the question is about."""
    text = "Ich mache Abi. Wo kann ich studieren und was kostet das? Danke!"

    assert questions_of(text) == ("Ich mache Abi. Wo kann ich studieren", "was kostet das? Danke!")


@pytest.mark.parametrize(
    "text",
    [
        "gibt es Kurse zu Wind und Solar",
        "ich mag Tiere und Autos die fahren",
        "ist der Kurs in Forst oder macht der das online",
        "sind LEAG und BTU dabei?",
        "ich bin 16 und weiß nicht, was ich werden soll",
        "was kann ich machen, was mit Tieren zu tun hat",
        "gibt es Kurse, wo ich online mitmachen kann",
        "Wir sind ein kleiner Betrieb. Wo dürfen wir mitmachen?",
        "ich will an den ice schrauben, wo lern ich das",
        "will wieder heim in die lausitz, wer hilft mir da",
        "Wo war das Treffen vom 14. Februar 2024, in Cottbus?",
        "war das am 3. März 2024 in Cottbus",
        "und Tesla? machen die beim Netzwerk mit?",
        "Hallo! Wann ist die Messe? Danke!",
        "kannst du mir sagen wann ist die Messe",
        "can you tell me where is the fair",
        "was muss ich tun wenn ich was lernen will das kann man dann online",
        "wo finde ich was ich brauche",
        "will was mit Holz machen, in welche Werkstatt gehe ich",
        "gibt es jemanden, mit wem ich reden kann",
        "Wind+ was ist das",
        "Wo in der Lausitz ist die Werkstatt?",
        "Wann in den Ferien ist das Camp?",
        "gibt es was, damit ich mir den Bus leisten kann",
        "gibt es was von der Gewerkschaft zum Ausstieg",
        "Wer ist Dr.-Ing. Klaus Freytag?",
        "Was macht man z. B. im Büro?",
        "Geht das nach der 10. Klasse?",
        "Gibt es bei Prof. Meier im 2. Lehrjahr ein Praktikum?",
        "",
    ],
)
def test_one_question_stays_whole(text: str) -> None:
    """Words cut short and ordinals end no sentence. Greetings and thanks are no questions, nor is what a question tells, what is told of oneself, or a name asked of."""
    assert questions_of(text) == (text,)


def test_a_text_without_an_interrogative_has_halves_at_its_one_and() -> None:
    """They may be two things asked of one: "Preis und Dauer vom Kurs"."""
    assert halves_of("Preis und Dauer vom Kurs") == ("Preis", "Dauer vom Kurs")
    assert halves_of("fee & dates of the course") == ("fee", "dates of the course")
    assert [halves_of(text) for text in ("wo ist das und wann", "Wind und Sonne und Wasser", "Preis")] == [None] * 3


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("Mein Bruder war da, wo ich wohne. Wann war das? Danke dir.", "Wann war das?"),
        ("wann war das. ich frag für wen anders", "ich frag für wen anders"),
        ("wo ist das. danke", "wo ist das."),
        ("die Messe", "die Messe"),
    ],
)
def test_the_last_sentence_that_asks_is_found(text: str, asking: str) -> None:
    """By its question mark, else by an interrogative; a text without either asks as a whole."""
    assert last_asking(text) == asking


def test_of_very_many_questions_the_last_stay_together() -> None:
    """Nothing is lost of a message that asks without end."""
    asked = questions_of(" ".join(f"Wann ist {number}?" for number in range(20)))

    assert len(asked) == MOST
    assert asked[-1].endswith("Wann ist 18? Wann ist 19?")


@given(st.text(alphabet="wo wann und?.!, \n", max_size=60))
@example("? a. do")
def test_no_word_is_lost(text: str) -> None:
    """Beside those that join questions, and a word or two of greeting set off before one."""
    asked = questions_of(text)

    said = [word for word in folded_words(text) if word != "und"]
    kept = [word for part in asked for word in folded_words(part) if word != "und"]
    rest = iter(said)
    assert 1 <= len(asked) <= MOST
    assert all(word in rest for word in kept)  # none is added, and they stay in their order
    assert len(said) - len(kept) <= 2 * len(asked)


@pytest.mark.parametrize(
    ("text", "sayings"),
    [
        ("muss los, Bus kommt", ("muss los", "Bus kommt")),
        ("Respekt! So schnell.", ("Respekt", "So schnell")),
        ("muss los", ()),
        ("danke, und wo?", ()),
        ("a, b, c, d", ()),
        ("um 9.30 in Cottbus", ()),
    ],
)
def test_what_is_said_without_asking_falls_into_its_parts(text: str, sayings: tuple[str, ...]) -> None:
    """Between pauses; a single one, a question or a story of many parts has none."""
    assert sayings_of(text) == sayings
