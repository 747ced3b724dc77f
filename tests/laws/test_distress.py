"""What the rules and examples of content/crisis.yaml recognise, by words alone (the laws test them with the encoder)."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.model.crisis import HARMLESS, CrisisRules
from bot.model.intents import Intent
from bot.understanding.crisis import CrisisDetector
from bot.understanding.crisis_lessons import lessons_of
from bot.understanding.crisis_net import net_of
from bot.understanding.crisis_trial import left_out, shares_of
from tests.language.support import the_morphology
from tests.understanding.builders import MemoryCache

ROOT = Path(__file__).parents[2]
KINDS = ("overdose", "suicide", "self-harm", "eating-disorder", "violence", "fear-for-friend", "bullying", "hopelessness")


@cache
def the_rules() -> CrisisRules:
    """Read the rules staff wrote."""
    return CrisisRules.model_validate(written(ROOT / "content" / "crisis.yaml"))


def written(path: Path) -> dict[str, object]:
    """Return what a YAML file says."""
    with path.open(encoding="utf-8") as file:
        said = yaml.load(file, yaml.CBaseLoader)  # noqa: S506  (plain scalars only)
    assert isinstance(said, dict)
    return said


def everyday() -> Iterator[str]:
    """Yield the examples of all questions."""
    for path in sorted((ROOT / "intents").iterdir()):
        yield from (text for texts in Intent.model_validate(written(path) | {"id": path.stem}).examples.values() for text in texts)


@cache
def the_detector() -> CrisisDetector:
    """Return a detector of the rules and examples staff wrote, without the encoder."""
    net = net_of(lessons_of(the_rules(), everyday()), None, MemoryCache())
    return CrisisDetector(the_rules(), the_morphology().is_known, net)


def sentences(kind: str) -> list[str]:
    """Return the examples of *kind*, all languages together."""
    return [sentence for language in the_rules().examples[kind].values() for sentence in language]


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
    """Yield every other distress example, mistyped."""
    return (mistyped(sentence, seed=1) for kind in KINDS for sentence in sentences(kind)[::2])


def test_kinds_stand_in_the_order_in_which_they_are_tried() -> None:
    """The most urgent kind comes first."""
    assert tuple(the_rules().kinds) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_distress_that_was_taught_is_recognised(kind: str) -> None:
    """Without the encoder hardly an example of any kind is missed, in no language."""
    missed = [sentence for sentence in sentences(kind) if the_detector().detect(sentence) is None]

    assert len(missed) <= 0.01 * len(sentences(kind)), missed


def test_harmless_look_alikes_stay_silent() -> None:
    """Figures of speech, jobs and everyday trouble raise no alarm."""
    alarms = {sentence: alarm for sentence in sentences(HARMLESS) if (alarm := the_detector().explain(sentence))}

    assert len(alarms) <= 0.005 * len(sentences(HARMLESS)), alarms


def test_most_examples_would_be_told_apart_untaught() -> None:
    """Left out one by one, eight in ten are recognised, and one look-alike in five is not: only hard ones were kept."""
    found, false = shares_of(left_out(the_detector()))

    assert found >= 0.8
    assert false <= 0.2


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_examples_in_both_languages(kind: str) -> None:
    """There is something to learn from."""
    of_kind = the_rules().examples[kind]

    assert len(of_kind["de"]) >= 80
    assert len(of_kind["en"]) >= 20


def test_no_example_stands_twice() -> None:
    """A sentence under two kinds would teach both and nothing."""
    everything = [sentence for kind in (*KINDS, HARMLESS) for sentence in sentences(kind)]

    assert len(everything) == len(set(everything))


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
        ("ich kotze nach jedem essen", "eating-disorder"),
        ("i make myself throw up after every meal", "eating-disorder"),
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
        "bin traurig",
        "Ich bin heute echt traurig.",
        "i'm so sad",
        "mein vater trinkt",
        "Meine Mutter trinkt zu viel.",
        "meine schwester kifft nur noch",
        "mama ist alkoholikerin",
        "my brother drinks",
        "my parents are alcoholics",
        "meine eltern streiten nur",
        "mama und papa streiten jeden abend",
        "my parents fight all the time",
        "meine eltern trennen sich",
        "Meine Eltern lassen sich scheiden.",
        "my parents are splitting up",
    ],
)
def test_sorrow_and_trouble_at_home_are_heard_in_the_plainest_words(text: str) -> None:
    """Nobody has to say more to be told who listens, whatever the examples are like, and it is no emergency."""
    alarm = the_detector().by_rule(text)

    assert alarm is not None
    assert (alarm.kind, alarm.is_sure) == ("hopelessness", True)


@pytest.mark.parametrize(
    "text",
    [
        "trauriges wetter",
        "ich bin traurig, dass der kurs vorbei ist",
        "ich finde es traurig dass es keine ausbildung gibt",
        "i'm sad, the course was cancelled",
        "mein vater trinkt gern kaffee",
        "mein bruder trinkt kein bier",
        "my dad drinks coffee",
        "meine eltern streiten sich, welche ausbildung besser ist",
        "my parents argue whether i should study",
        "meine eltern haben sich getrennt, bekomme ich bafög",
        "meine mutter ist altenpflegerin",
    ],
)
def test_what_goes_on_harmlessly_is_no_sorrow(text: str) -> None:
    """Coffee, choices of a course and forms raise no alarm."""
    assert the_detector().detect(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "ich mache meinen Führerschein und hole ihn morgen ab",
        "ich mach meine Lehre fertig und dann hau ich ab",
        "hab für das Projekt viele Lebensmittel genommen",
        "wir machen eine Übung zum Thema Amoklauf",
        "im letzten Level sterbe ich jedes mal allein",
        "gestern Tatort geguckt, drei Tote und keiner wars",
        "ich steh auf der Brücke und warte auf den Bus",
        "hab noch eine Narbe von dem Unfall am Arm",
        "halte den Lärm im Büro nicht mehr aus",
        "ich hab kaum Hoffnung auf einen Platz",
        "ich sitz hier seit August, jetzt ist Ende November",
        "mein Rücken macht den Bau nicht mehr mit",
        "wir üben im Kurs heute was gegen Suizidgedanken",
        "ich halts nicht mehr aus, wann kommt die Zusage",
    ],
)
def test_words_that_only_stand_together_in_a_cry_raise_no_alarm_apart(text: str) -> None:
    """A driving licence is fetched ("ab"), in games and films people die, and a bridge has a bus stop."""
    assert the_detector().detect(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ich bring meinen Lehrer um", "suicide"),
        ("ich stech meinen Ex ab", "suicide"),
        ("ich will meinen Chef umbringen", "suicide"),
        ("ich mach morgen einen Amoklauf", "suicide"),
        ("hab ständig Suizidgedanken", "suicide"),
        ("wie bringt man sich schnell um", "suicide"),
        ("sag mal, wie häng ich mich auf?", "suicide"),
        ("hab die ganze Packung Tabletten genommen", "overdose"),
        ("ich werde in der Klasse gemobbt", "bullying"),
    ],
)
def test_clear_words_hold_whatever_the_examples_are_like(text: str, kind: str) -> None:
    """Nothing outvotes a threat, thoughts of suicide, an overdose or who is bullied."""
    alarm = the_detector().by_rule(text)

    assert alarm is not None
    assert (alarm.kind, alarm.is_sure) == (kind, True)


@pytest.mark.parametrize("text", ["mein vater trinkt. er schlägt meine mutter", "my dad drinks. he hits my mom"])
def test_what_is_more_urgent_beside_trouble_at_home_keeps_its_own_words(text: str) -> None:
    """Who tells of blows as well hears what is said to that."""
    assert the_detector().detect(text) == "violence"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chcę umrzeć.", "suicide"),
        ("nie mam już siły żyć", "hopelessness"),
        ("nie mogę już tak dalej", "hopelessness"),
        ("pomóżcie mi, boję się", "hopelessness"),
        ("допоможіть мені, я боюсь", "hopelessness"),
        ("мне очень плохо", "hopelessness"),
        ("tata mnie bije", "violence"),
        ("я не хочу жити", "suicide"),
        ("мене б'ють вдома", "violence"),
        ("я больше так не могу", "hopelessness"),
        ("меня травят в школе", "bullying"),
        ("yaşamak istemiyorum", "suicide"),
        ("yasamak istemiyorum", "suicide"),
        ("babam beni dövüyor", "violence"),
        ("أريد أن أموت", "suicide"),
        ("ابي يضربني", "violence"),
        ("J'ai envie de mourir", "suicide"),
        ("je n'en peux plus", "hopelessness"),
        ("Chcu wumrěć", "suicide"),
        ("njok wěcej žywa byś", "suicide"),
    ],
)
def test_plain_words_of_neighbours_and_newcomers_are_understood(text: str, kind: str) -> None:
    """Who cries for help in Polish, Ukrainian, Russian, Turkish, Arabic, French or Sorbian gets it, accents or not."""
    alarm = the_detector().explain(text)

    assert alarm is not None
    assert (alarm.kind, alarm.is_sure) == (kind, True)
    assert alarm.language not in {"de", "en"}


@pytest.mark.parametrize(
    "text",
    ["Szukam pracy w Cottbus", "де знайти роботу", "где можно поесть", "iş arıyorum", "أبحث عن عمل", "je cherche une formation"],
)
def test_everyday_questions_in_those_languages_are_no_crisis(text: str) -> None:
    """A language the bot does not speak is no distress."""
    assert the_detector().detect(text) is None


@pytest.mark.parametrize(("text", "kind"), [("😭🔫", "suicide"), ("ich 🔫", "suicide"), ("💊💊💊 😭", "suicide"), ("ich kann nicht mehr 😭", "hopelessness")])
def test_signs_are_read_together(text: str, kind: str) -> None:
    """Tears beside a weapon speak without words, and tears hide no words."""
    assert the_detector().detect(text) == kind


@pytest.mark.parametrize("text", ["😭", "😭😭😭", "🔫", "😂😂 ich kann nicht mehr", "ich kann nicht mehr 🤣"])
def test_a_sign_alone_or_laughter_is_no_distress(text: str) -> None:
    """One face says little, and who laughs is fine."""
    assert the_detector().detect(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "seit vaters tod steht sein teller noch da und ich rede abends mit dem leeren stuhl, sonst ist ja keiner",
        "hab meinem bruder den wohnungsschlüssel gegeben, damit er nach freitag die fische füttert, ich brauch ihn dann nicht mehr",
        "er liest alle meine nachrichten, und wenn das essen kalt ist, fliegt der topf nach mir",
        "my flatmate gave away her guitar and said she will not need music where she is going",
    ],
)
def test_distress_no_rule_describes_is_found(text: str) -> None:
    """Stories told between the lines: the rules are silent, the examples are not."""
    assert the_detector().by_rule(text) is None
    assert the_detector().detect(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "bin in der 12",
        "ich gehe in die 12",
        "ich kann nicht mehr warten",
        "kann ich mich nicht mehr anmelden",
        "ich kann am montag nicht mehr",
        "ich lach mich tot",
        "wie bringt man sich das bei",
        "wie häng ich mich da richtig rein",
        "QLEE sitzt im Industriepark Schwarze Pumpe, ich will da hin",
        "Ich schaff die Berufsschule nicht, Mathe ist die Hölle. Gibt es Nachhilfe für Azubis?",
        "wie werde ich krisenberater bei der telefonseelsorge",
        "im letzten level hat mich der drache verbrannt, zum dritten mal",
        "sag den kindern, das abendbrot steht auf dem tisch",
        "could you move my dentist appointment to next week",
        "ich hab niemanden, der mir bei der bewerbung hilft",
        "hab keinen, bei dem ich praktikum machen kann",
        "mein vater schlägt sich seit jahren als handwerker durch",
        "papa schlägt vor, dass ich koch werde",
        "ich hab niemanden in der familie der studiert hat, meine mama sagt ich soll zur bahn",
        "alle lachen wenn ich sage ich will florist werden",
        "im theaterstück muss ich sagen, ich will sterben",
        "der song heißt ich will nicht mehr leben",
        "übersetz mal: i want to die",
        "my character in the play says i want to die",
    ],
)
def test_what_only_sounds_alike_is_not_crisis(text: str) -> None:
    """The same words in an everyday sentence raise no alarm."""
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
        "iсh will stеrbеn",
        "i w a n t  t o  d i e",
        "ᴡɪʟʟ ᴍɪᴄʜ ᴜᴍʙʀɪɴɢᴇɴ",
        "ichwillnichtmehrleben",
        "ich will mich um bringen",
        "i don\u2019t want to live anymore",
        "ich mo\u0308chte nicht mehr leben",
        "ich will \u200bnicht \u202emehr leben",
        "ich will nicht 😭 mehr leben",
        "ich bring mich nicht um, keine sorge",
        "ich hab niemanden, der mir bei der bewerbung hilft, ich weine nur noch",
        "ich hab keinen, mit dem ich reden kann, seit dem praktikum",
        "mein vater haut mich um drei uhr nachts",
        "er schlägt mich vor allen anderen",
        "der song heißt hurt und ich will auch sterben",
        "das lied singt mir aus der seele, ich will nicht mehr leben",
        "in meinem tagebuch steht ich will sterben",
        "im film sagt er ich will nicht mehr leben, und genau so gehts mir",
    ],
)
def test_disguise_and_company_hide_nothing(text: str) -> None:
    """Spelling games, invisible characters, jokes or questions around it do not silence the alarm."""
    assert the_detector().detect(text) is not None


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
        "wann fährt der bus nach forst? und zurück? " * 110,
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
