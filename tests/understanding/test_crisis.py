"""What the crisis rules of content/crisis.yaml recognise, and how phrases are read."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.model.crisis import CrisisKind, CrisisRules
from bot.understanding.crisis import CrisisDetector
from bot.understanding.crisis_phrases import PhraseError
from tests.language.support import the_morphology

RULES_FILE = Path(__file__).parents[2] / "content" / "crisis.yaml"
KINDS = ("overdose", "suicide", "self-harm", "violence", "fear-for-friend", "bullying", "hopelessness")
HARMLESS = "none"


@lru_cache(1)
def the_rules() -> CrisisRules:
    """Read the rules staff wrote."""
    with RULES_FILE.open(encoding="utf-8") as file:
        return CrisisRules.model_validate(yaml.load(file, yaml.CBaseLoader))  # noqa: S506  (plain scalars only)


@lru_cache(1)
def the_detector() -> CrisisDetector:
    """Return a detector of the rules staff wrote."""
    return CrisisDetector(the_rules(), the_morphology().is_known)


def detector_of(*phrases: str, not_crisis: tuple[str, ...] = (), **groups: str) -> CrisisDetector:
    """Return a detector that knows one kind, ``found``, with German *phrases*."""
    kind = CrisisKind(phrases={"de": phrases}, say={"de": "Ruf an."})
    rules = CrisisRules(
        kinds={"found": kind}, not_crisis={"de": not_crisis}, words=groups, fillers={"de": ("einfach", "so")}
    )
    return CrisisDetector(rules, lambda word: word in {"streben", "lieben", "stricken"})


def finds(phrase: str, text: str) -> bool:
    """Tell whether *phrase* alone finds *text*."""
    return detector_of(phrase).detect(text) == "found"


def sentences(kind: str) -> list[str]:
    """Return the test sentences of *kind*, all languages together."""
    return [sentence for language in the_rules().tests[kind].values() for sentence in language]


def mistyped(sentence: str, seed: int) -> str:
    """Swap, drop or double one letter of the longest word of *sentence*."""
    chance = random.Random(f"{seed} {sentence}")
    words = sentence.split()
    at = max(range(len(words)), key=lambda index: len(words[index]))
    word = words[at]
    place = chance.randrange(len(word) - 1)
    first, second = word[place], word[place + 1]
    slip = chance.choice([second + first, second, first + first + second])
    words[at] = word[:place] + slip + word[place + 2 :]
    return " ".join(words)


def slips() -> Iterator[str]:
    """Yield every distress sentence mistyped in three ways."""
    return (mistyped(sentence, seed) for kind in KINDS for sentence in sentences(kind) for seed in range(3))


def test_kinds_stand_in_the_order_in_which_they_are_tried() -> None:
    """The most urgent kind comes first."""
    assert tuple(the_rules().kinds) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_every_distress_sentence_is_recognised(kind: str) -> None:
    """No test sentence of any kind is missed, in no language."""
    missed = [sentence for sentence in sentences(kind) if the_detector().detect(sentence) is None]

    assert [] == missed


def test_harmless_look_alikes_stay_silent() -> None:
    """Figures of speech, jobs and everyday trouble raise no alarm."""
    alarms = {sentence: the_detector().explain(sentence) for sentence in sentences(HARMLESS)}

    assert {} == {sentence: alarm for sentence, alarm in alarms.items() if alarm}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_tested_in_both_languages(kind: str) -> None:
    """Twelve German and five English sentences at least guard each kind."""
    of_kind = the_rules().tests[kind]

    assert len(of_kind["de"]) >= 12
    assert len(of_kind["en"]) >= 5


def test_no_test_sentence_is_a_phrase() -> None:
    """A sentence that is itself a phrase would test nothing."""
    phrases = {
        phrase for kind in the_rules().kinds.values() for found in kind.phrases.values() for phrase in found
    }

    assert set() == phrases & {sentence for kind in KINDS for sentence in sentences(kind)}


def test_slips_of_the_finger_hide_no_distress() -> None:
    """With a letter swapped, lost or doubled in the longest word, 97 in 100 are still recognised."""
    texts = list(slips())
    found = sum(the_detector().detect(text) is not None for text in texts)

    assert found / len(texts) >= 0.97


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ich hab grad eine ganze schachtel schlaftabletten geschluckt", "overdose"),
        ("ich will einfach nicht mehr leben", "suicide"),
        ("i wanna kms", "suicide"),
        ("ich ritze mich seit einem jahr", "self-harm"),
        ("mein stiefvater fasst mich immer an", "violence"),
        ("my dad hits me", "violence"),
        ("meine freundin ritzt sich", "fear-for-friend"),
        ("werde jeden tag in der klasse gemobbt", "bullying"),
        ("ich kann nicht mehr", "hopelessness"),
        ("alles hat keinen sinn mehr", "hopelessness"),
    ],
)
def test_plain_words_get_their_own_kind(text: str, kind: str) -> None:
    """What is said plainly is answered with the words for it."""
    assert the_detector().detect(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "ich kann nicht mehr warten",
        "kann ich mich nicht mehr anmelden",
        "ich kann am montag nicht mehr",
        "ich lach mich tot",
        "QLEE sitzt im Industriepark Schwarze Pumpe, ich will da hin",
    ],
)
def test_what_ends_differently_is_not_crisis(text: str) -> None:
    """The same beginning with an everyday ending raises no alarm."""
    assert the_detector().detect(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "ich lach mich tot, aber eigentlich will ich nicht mehr leben",
        "ausbildung abgebrochen und ich will nicht mehr leben",
        "ICH WILL NICHT MEHR LEBEN!!!!",
        "ich.kann.nicht.mehr",
        "ich will s t e r b e n",
        "ich will st*rben",
        "ich w1ll st3rb3n",
        "iiich willll steeeerben",
        "ichwillnichtmehrleben",
        "ich will mich um bringen",
        "i don\u2019t want to live anymore",
        "ich mo\u0308chte nicht mehr leben",
        "ich will \u200bnicht \u202emehr leben",
        "ich will nicht 😭 mehr leben",
        "ich bring mich nicht um, keine sorge",
    ],
)
def test_disguise_and_company_hide_nothing(text: str) -> None:
    """Spelling games, invisible characters, jokes or questions around it do not silence the alarm."""
    assert the_detector().detect(text) is not None


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

    assert phrase in str(error.value)
    assert told in str(error.value)


def test_an_alarm_tells_which_phrase_found_it() -> None:
    """Staff see the phrase that matched."""
    alarm = detector_of("ich will weg", "mag nicht mehr .").explain("ich mag nicht mehr")

    assert alarm is not None
    assert (alarm.kind, alarm.phrase) == ("found", "mag nicht mehr .")


def test_without_rules_nothing_is_found() -> None:
    """An empty file means no alarms, not an error."""
    assert CrisisDetector(CrisisRules(), lambda _: False).detect("ich will sterben") is None


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """No text of any script breaks the detector."""
    assert the_detector().detect(text) in {None, *KINDS}


@given(
    st.lists(
        st.sampled_from("ich will nicht mehr leben sterben mich alles so … . ! *** 1 ä".split()), max_size=60
    )
)
def test_any_order_of_telling_words_is_read(words: list[str]) -> None:
    """Words of the phrases in any order are read, too."""
    assert the_detector().detect(" ".join(words)) in {None, *KINDS}


@pytest.mark.parametrize(
    "text",
    [
        "ich will so gern einfach nicht mehr " * 140,
        "ich so einfach " * 330,
        "".join(sentence + " " for sentence in sentences(HARMLESS))[:5_000],
        "x" * 5_000,
        "s t " * 1_250,
        "***" * 1_600,
    ],
)
def test_five_thousand_characters_take_bounded_work(text: str) -> None:
    """Nothing anyone can send keeps the detector busy; a generous limit, as other programs run beside."""
    detector = the_detector()
    detector.detect(text)
    started = time.process_time()
    detector.detect(text)

    assert time.process_time() - started < 0.2
