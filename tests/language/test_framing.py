"""What stands around a question."""

from __future__ import annotations

import pytest

from bot.language.framing import denying, in_language, protesting, returning, unframed, without_excuse


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("danke, und wo?", "und wo?"),
        ("Vielen Dank! Wann ist das?", "Wann ist das?"),
        ("ok thanks, how do I join?", "how do I join?"),
        ("naja gut, und wer darf hin?", "und wer darf hin?"),
        ("super danke, ich wollte noch wissen, wo das ist", "wo das ist"),
        ("thanks, I also want to know when it is", "when it is"),
        ("Ach so, was anderes: ist die TH dabei?", "ist die TH dabei?"),
        ("ok und bei der bahn", "und bei der bahn"),
        ("cool danke und wo ist das", "und wo ist das"),
        ("ok. zurück zu QLEE, haben die eine Seite?", "zurück zu QLEE, haben die eine Seite?"),
        ("Mein Sohn weiß nicht weiter. Können Sie helfen?", "Mein Sohn weiß nicht weiter."),
        ("My son is out of ideas. Can you help?", "My son is out of ideas."),
    ],
)
def test_thanks_before_a_question_and_a_polite_close_are_left_out(text: str, question: str) -> None:
    """What remains is read as if it were all that was said."""
    assert unframed(text) == question


@pytest.mark.parametrize("text", [
    "danke, tschüss", "kurs und workshop", "und wo", "nein, was ist das", "Hallo, wann ist das", "danke", "Können Sie helfen?",
    "danke, mehr wollte ich nicht wissen", "super, ich weiß jetzt wo das ist",
    "Ich habe keinen Abschluss. Wer kann mir helfen?", "Ich habe keinen Abschluss. Können Sie in Cottbus helfen?",
])
def test_what_says_something_stays(text: str) -> None:
    """A farewell, a no, a greeting, and the question who or where."""
    assert unframed(text) == text


def test_a_return_is_told_from_what_it_asks() -> None:
    """Only before a question, and in few words."""
    assert returning("zurück zum Kurs, wo war der") == ("zurück zum Kurs, ", "wo war der")
    assert returning("back to the course: where was it") == ("back to the course: ", "where was it")
    assert returning("zurück zum Kurs") is None
    assert returning("zurück zum Kurs, danke") is None


@pytest.mark.parametrize(("text", "wished"), [
    ("auf Englisch bitte: wo ist das", ("en", "wo ist das")),
    ("ok und jetzt bitte wieder auf deutsch: wer hat den kurs angeboten", ("de", "wer hat den kurs angeboten")),
    ("in german please, when is it", ("de", "when is it")),
    ("sorry can you say that in english, where do they train", ("en", "where do they train")),
    ("jetzt auf deutsch bitte: geht da auch abitur", ("de", "geht da auch abitur")),
    ("wo ist das? kannst du das auf englisch sagen", ("en", "wo ist das")),
    ("where is that, in german please", ("de", "where is that")),
    ("gibt es den kurs auf englisch, und wo", None),
    ("nicht auf deutsch, wo war das", None),
    ("ich kann nur englisch, wo finde ich hilfe", None),
    ("do they speak english, and where are they", None),
    ("englisch, wo kann ich das lernen", None),
    ("ist das auf deutsch, oder wie", None),
    ("auf deutsch bitte", None),
    ("deutsch und englisch, wo geht das", None),
    ("der kurs ist auf englisch, wann ist er", None),
])
def test_a_language_wished_for_beside_a_question_is_told_from_it(text: str, wished: tuple[str, str] | None) -> None:
    """A language alone, and one of the course, is what is asked about."""
    assert in_language(text) == wished


@pytest.mark.parametrize(("text", "meant"), [
    ("Quatsch, die IMPULS", "die IMPULS"),
    ("nee quatsch bfd", "bfd"),
    ("ups vertippt, wer leitet QLEE", "wer leitet QLEE"),
    ("oops no, the other fair", "the other fair"),
    ("falsch, die Messe in Guben", "die Messe in Guben"),
    ("wrong, the one in Forst", "the one in Forst"),
    ("das stimmt nicht, ich meinte das BiZ", "das BiZ"),
    ("nee ich mein wer da hin darf", "wer da hin darf"),
    ("no I meant the other fair", "the other fair"),
    ("was ich meine, ist das Sommercamp", None),
    ("wie ich mein Zeugnis bekomme", None),
    ("nein, die IMPULS", None),
    ("was für ein Quatsch, die IMPULS", None),
    ("quatsch", None),
])
def test_what_stands_behind_a_protest_is_meant_instead(text: str, meant: str | None) -> None:
    """A no alone may correct in another way; a protest alone is one."""
    assert protesting(text) == meant


@pytest.mark.parametrize(("text", "meant"), [
    ("nicht FSJ sondern FÖJ", "FÖJ"),
    ("nein nicht den, den dritten", "den dritten"),
    ("nee nicht in Guben, sondern in Forst", "in Forst"),
    ("not the fair but the camp", "the camp"),
    ("nicht schlecht", None),
    ("nein, das FÖJ, wo ist das", None),
    ("nicht Pflege, was anderes", None),
    ("nicht weil ich das muss und weil ich will, wo", None),
    ("kein FSJ, wo", None),
])
def test_what_stands_behind_what_is_denied_is_meant_instead(text: str, meant: str | None) -> None:
    """Something else than what is denied is not named yet; and a whole sentence denies more than a name."""
    assert denying(text) == meant


@pytest.mark.parametrize(("text", "asked"), [
    ("sorry my German is bad, what does it cost", "what does it cost"),
    ("meine Mutter spricht kein Deutsch, kann sie da hin", "kann sie da hin"),
    ("was kostet das, mein Deutsch ist schlecht", "was kostet das"),
    ("mein Deutsch ist schlecht, wer hilft mir", "mein Deutsch ist schlecht, wer hilft mir"),
    ("ist das nicht auf Deutsch, wie lange geht das", "ist das nicht auf Deutsch, wie lange geht das"),
    ("ich hab kein Abi, kann ich da hin", "ich hab kein Abi, kann ich da hin"),
])
def test_an_excuse_for_ones_language_is_no_part_of_a_follow_up(text: str, asked: str) -> None:
    """Beside a question that points at nothing it may be what help is needed for; a question names a language itself."""
    assert without_excuse(text) == asked
