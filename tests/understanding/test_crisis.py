"""How the crisis rules are written and read."""

from __future__ import annotations

import pytest

from bot.model.crisis import CrisisKind, CrisisRules
from bot.understanding.crisis import CrisisDetector
from bot.understanding.crisis_phrases import PhraseError


def detector_of(
    *phrases: str, always: tuple[str, ...] = (), not_crisis: tuple[str, ...] = (), quoted: tuple[str, ...] = (), **groups: str
) -> CrisisDetector:
    """Return a detector that knows one kind, ``found``, with German *phrases*."""
    kind = CrisisKind(always={"de": always}, phrases={"de": phrases}, say={"de": "Ruf an."})
    harmless = {"not_crisis": {"de": not_crisis}, "quoted": {"de": quoted}}
    rules = CrisisRules(kinds={"found": kind}, **harmless, words=groups, fillers={"de": ("einfach", "so")})
    return CrisisDetector(rules, lambda word: word in {"streben", "lieben", "stricken"})


def finds(phrase: str, text: str) -> bool:
    """Tell whether *phrase* alone finds *text*."""
    return detector_of(phrase).detect(text) == "found"


def test_words_stand_in_order_with_fillers_between() -> None:
    """Fillers and punctuation may stand between the words of a phrase, other words may not."""
    assert finds("ich will weg", "also ich will, einfach so, weg")
    assert not finds("ich will weg", "ich will nicht weg")
    assert not finds("ich will weg", "weg will ich")


def test_an_asterisk_takes_any_ending_or_beginning() -> None:
    """``suizid*`` and ``*tabletten`` reach into compounds, also misspelt ones."""
    assert finds("suizid*", "suizidgedanken")
    assert finds("suizid*", "suzidgedanken")
    assert finds("*tabletten genommen", "schlaftabletten genommen")
    assert not finds("suizid*", "ein zid")


def test_brackets_choose_and_a_question_mark_lets_go() -> None:
    """One of several turns is taken; what is optional may be missing."""
    phrase = "ich (will|möchte gern) (wirklich ganz)? weg"

    assert finds(phrase, "ich moechte gern weg")
    assert finds(phrase, "ich will wirklich ganz weg")
    assert not finds(phrase, "ich möchte weg")


def test_a_gap_passes_four_words_and_no_sentence_end() -> None:
    """``…`` and ``...`` stand for up to four words of the same sentence."""
    assert finds("ich … weg", "ich bin dann mal da weg")
    assert finds("ich ... weg", "ich weg")
    assert not finds("ich … weg", "ich bin dann mal da hin weg")
    assert not finds("ich … weg", "ich gehe. er ist weg")


def test_a_full_stop_asks_for_the_edge_of_a_sentence() -> None:
    """``.`` matches punctuation, emoji and both ends of the message, nothing else."""
    assert finds("kann nicht mehr .", "ich kann nicht mehr")
    assert finds("kann nicht mehr .", "ich kann nicht mehr 😢 echt")
    assert not finds("kann nicht mehr .", "ich kann nicht mehr warten")
    assert finds("sport . kann nicht", "kein sport, kann nicht")


@pytest.mark.parametrize("text", ["bin traurig", "Bin traurig.", "bin traurig 😢", "so, bin traurig, einfach so"])
def test_an_exclamation_mark_asks_for_the_edge_of_the_whole_message(text: str) -> None:
    """``!`` matches where nothing but fillers and punctuation is left."""
    assert finds("! bin traurig !", text)


@pytest.mark.parametrize("text", ["bin traurig, dass der kurs vorbei ist", "bin traurig. und du?", "bin traurig 😢 kurs vorbei", "gestern. bin traurig"])
def test_what_else_a_message_says_may_make_it_harmless(text: str) -> None:
    """Where only a sentence or a part of it ends, ``!`` does not match."""
    assert not finds("! bin traurig !", text)


def test_a_named_group_is_written_once() -> None:
    """``<ich>`` stands for the words of the group."""
    detector = detector_of("<ich> will weg", ich="(ich|ick)")

    assert detector.detect("ick will weg") == "found"
    assert detector.detect("er will weg") is None


def test_a_figure_of_speech_blanks_only_its_own_words() -> None:
    """What stands in the gap of a figure of speech still counts."""
    detector = detector_of("will sterben", not_crisis=("lach … tot", "sterben vor lachen"))

    assert detector.detect("ich will sterben vor lachen") is None
    assert detector.detect("lach will sterben tot") == "found"


@pytest.mark.parametrize(("text", "found"), [
    ("das lied heißt ich will sterben", None),
    ("das lied heißt: „ich will so sterben“, kennst du das", None),
    ("das lied heißt", None),
    ("das lied heißt heimweh und ich will sterben", "found"),
    ("das lied heißt heimweh, ich will sterben", "found"),
    ("das lied heißt heimweh. ich will sterben", "found"),
    ("ich will sterben wie das lied heißt", "found"),
    ("mein brief heißt ich will sterben", "found"),
])
def test_what_is_quoted_is_not_meant_however_sure_and_what_goes_on_is(text: str, found: str | None) -> None:
    """The name of a song tells nothing of who names it; behind it they speak for themselves."""
    assert detector_of(always=("ich will sterben",), quoted=("das lied heißt",)).detect(text) == found


@pytest.mark.parametrize("slip", ["sterbn", "sterebn", "tserben", "terben", "sterbben"])
def test_a_slip_is_read_as_the_word(slip: str) -> None:
    """One letter more, less or swapped is forgiven, at the beginning too."""
    assert finds("will sterben", f"will {slip}")


@pytest.mark.parametrize("word", ["streben", "erben", "sterne", "starten"])
def test_a_real_or_distant_word_is_no_slip(word: str) -> None:
    """A word that exists, or differs by more, keeps its meaning."""
    assert not finds("will sterben", f"will {word}")


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("ich will (weg", "nicht geschlossen"),
        ("ich will weg)", "nie geöffnet"),
        ("ich (will|) weg", "fehlt ein Wort"),
        ("<niemand> will weg", "Wortgruppe <niemand>"),
        ("… .", "Mindestens ein Wort"),
        ("ich *will* weg", "«*will*»"),
        ("", "fehlt ein Wort"),
        (" ".join(["(ja .|nein)"] * 7), "Wortfolgen"),
    ],
)
def test_a_phrase_that_makes_no_sense_is_told_in_german(phrase: str, told: str) -> None:
    """The error names the phrase and says what is wrong with it."""
    with pytest.raises(PhraseError) as error:
        detector_of(phrase)

    assert phrase[:60] in str(error.value)
    assert told in str(error.value)


def test_an_alarm_tells_which_phrase_found_it() -> None:
    """Staff see the phrase that matched."""
    alarm = detector_of("ich will weg", "mag nicht mehr .").explain("ich mag nicht mehr")

    assert alarm is not None
    assert (alarm.kind, alarm.phrase) == ("found", "mag nicht mehr .")


def test_without_rules_nothing_is_found() -> None:
    """An empty file means no alarms, not an error."""
    assert CrisisDetector(CrisisRules(), lambda _: False).detect("ich will sterben") is None
