"""The second net: distress found by its likeness to examples."""

from __future__ import annotations

import numpy as np
import pytest

from bot.model.crisis import HARMLESS, CrisisRules
from bot.understanding import crisis_net
from bot.understanding.crisis import Alarm, CrisisDetector
from bot.understanding.crisis_lessons import Learning, Lesson, lessons_of
from bot.understanding.crisis_net import net_of
from bot.understanding.crisis_passages import Passage
from tests.understanding.builders import MemoryCache, TinyEncoder
from tests.understanding.crisis_world import BULLIED, EVERYDAY, FINE, SADLY, detector_for, net_for, rules_of

UNSEEN = "bin so leer, weine jeden abend"


@pytest.mark.parametrize("encoder", [None, TinyEncoder()])
def test_what_is_like_an_example_is_found_without_a_rule(encoder: TinyEncoder | None) -> None:
    """Other words in another order, with the encoder and without."""
    detector = detector_for(rules_of(), encoder)

    assert detector.by_rule(UNSEEN) is None
    assert detector.detect(UNSEEN) == "sad"
    assert detector.detect("wann startet der bus nach cottbus") is None


def test_an_alarm_names_the_example_it_is_like() -> None:
    """Staff see why: the closest example of the kind."""
    alarm = detector_for(rules_of()).explain("die jungs treten mich immer")

    assert alarm is not None
    assert (alarm.kind, alarm.phrase, alarm.example) == ("bullied", "", "die jungs treten mich jeden tag")


def test_plain_words_cannot_be_silenced_by_harmless_examples() -> None:
    """Even a sentence taught as harmless sounds the alarm where a phrase of always: finds it, figure of speech or not."""
    rules = rules_of(fine=(*FINE, "ich will sterben"), not_crisis=("will sterben",))
    sad = rules.kinds["sad"].model_copy(update={"always": {"de": ("ich will sterben",)}})
    detector = detector_for(rules.model_copy(update={"kinds": {"sad": sad}}))

    assert detector.explain("ich will sterben") == Alarm("sad", "ich will sterben", language="de", is_sure=True)


@pytest.mark.parametrize("encoder", [None, TinyEncoder()])
def test_a_rule_is_outvoted_where_everything_sounds_harmless(encoder: TinyEncoder | None) -> None:
    """A phrase stands in doubt, but not against a message that is harmless through and through."""
    rules = rules_of(phrases={"sad": ("der kurs",), "bullied": ("ich werde gemobbt",)})
    detector = detector_for(rules, encoder)

    assert detector.by_rule("wann beginnt der kurs") is not None
    assert detector.detect("wann beginnt der kurs") is None
    assert detector.detect("der kurs macht mich so müde") == "sad"


@pytest.mark.parametrize(
    ("text", "noticed"),
    [(UNSEEN, True), ("wann beginnt der kurs", False), ("der kurs ist mein schmerz", True), ("wann fährt der bus", False)],
)
def test_whether_distress_is_noticed_needs_no_kind(text: str, noticed: bool) -> None:
    """By likeness or by a rule, outvoted or not: the short way agrees with the one that also tells the kind."""
    detector = detector_for(rules_of(phrases={"sad": ("der kurs",)}))

    assert detector.notices(text) is (detector.detect(text) is not None) is noticed


@pytest.mark.parametrize("encoder", [None, TinyEncoder()])
def test_a_cry_beside_a_harmless_question_is_heard(encoder: TinyEncoder | None) -> None:
    """The question does not drown it, before or behind it."""
    detector = detector_for(rules_of(), encoder)
    question = "wann startet der bus und wann kommt der zug und wann fährt der film und wann endet der chor und der kurs"

    assert detector.detect(f"{question} {SADLY[0]}") is None
    assert detector.detect(f"{question}? {SADLY[0]}") == "sad"
    assert detector.detect(f"{SADLY[0]}. {question}") == "sad"
    assert detector_for(rules_of(fine=(*FINE, f"{question}? {SADLY[0]}")), encoder).detect(f"{question}? {SADLY[0]}") is None


def test_a_message_and_its_parts_are_encoded_in_one_go() -> None:
    """Together with what is encoded next anyway: that takes half the time of one after the other."""
    encoder = TinyEncoder()
    detector = detector_for(rules_of(), encoder)
    asked = len(encoder.asked)

    detector.explain("ich bin auch im zug und weine? ich bin beim film", lambda: ["Wann?"])

    whole, *beside, ahead = encoder.asked[asked]
    assert (whole, ahead) == ("ich bin auch im zug und weine? ich bin beim film", "Wann?")
    assert beside == ["ich bin auch im zug und weine", "ich bin beim film"]


def test_what_is_left_of_a_figure_of_speech_is_no_part() -> None:
    """A part of it would sound meant."""
    question = "wann startet der bus und wann kommt der zug und wann fährt der film und wann endet der chor und der kurs"
    rules = rules_of(not_crisis=("vor freude ich bin so leer und weine jede nacht",))

    assert detector_for(rules).detect(f"{question}? vor freude, ich bin so leer und weine jede nacht") is None


def test_an_alarm_by_little_wavers() -> None:
    """What is said just as staff wrote it does not; what shares a few words with it does."""
    detector = detector_for(rules_of())

    sure, perhaps = detector.explain(SADLY[0]), detector.explain("ich weine wann startet der bus so leer jede nacht")

    assert sure is not None
    assert perhaps is not None
    assert (sure.wavers, perhaps.wavers) == (False, True)


def test_an_example_is_judged_as_it_was_taught() -> None:
    """What stands in the file is right at once, however much the other examples speak against it."""
    said = "ich bin so leer und weine jede sekunde"

    assert detector_for(rules_of()).detect(said) == "sad"
    assert detector_for(rules_of(fine=(*FINE, said))).detect(said) is None
    assert detector_for(rules_of(fine=(*FINE, said))).detect("ich bin so allein und weine jede nacht") == "sad"


def language_of(alarm: Alarm | None) -> str | None:
    """Return the language of what raised an *alarm*."""
    return alarm.language if alarm else None


def test_the_language_of_an_alarm_is_that_of_what_showed_it() -> None:
    """So that a short cry is answered in its own language."""
    rules = rules_of()
    examples = {**rules.examples, "sad": {"de": SADLY, "en": ("my heart is a stone", "my heart is a grave")}}
    detector = detector_for(rules.model_copy(update={"examples": examples}))

    assert language_of(detector.explain("my heart is a stone")) == "en"
    assert language_of(detector.explain(UNSEEN)) == "de"
    assert language_of(detector.explain("ich will sterben")) == "de"


def test_a_harmless_example_silences_what_is_like_it() -> None:
    """One more sentence under none, and the false alarm is gone."""
    false_alarm = "ich weine jede stunde vor lachen"
    taught = detector_for(rules_of(fine=(*FINE, "ich weine jede nacht vor lachen", false_alarm)))

    assert detector_for(rules_of()).detect(false_alarm) == "sad"
    assert taught.detect(false_alarm) is None


def test_a_new_example_is_recognised_at_once() -> None:
    """What staff add works after the next start, for sentences like it, too."""
    said = "mein herz ist ein stein"

    assert detector_for(rules_of()).detect(said) is None
    assert detector_for(rules_of(sad=(*SADLY, "mein herz ist heute ein stein"))).detect(said) == "sad"


def test_a_figure_of_speech_counts_half() -> None:
    """It silences the net where it is all that sounds of distress, not beside real distress."""
    detector = detector_for(rules_of(not_crisis=("ich bin so leer wie mein akku",)))

    assert detector_for(rules_of()).detect("ich bin so leer wie mein akku") == "sad"
    assert detector.detect("ich bin so leer wie mein akku") is None
    assert detector.detect("ich bin so leer wie mein akku. ich bin so allein und weine jede nacht, so müde und verloren") == "sad"


def test_distress_in_a_long_story_is_found() -> None:
    """Two hundred harmless words around it hide nothing."""
    story = "Gestern war ich auf der Messe und habe mir die Stände angesehen. " * 10

    assert detector_for(rules_of()).detect(story) is None
    assert detector_for(rules_of()).detect(f"{story} ich bin so allein und weine jede nacht. {story}") == "sad"


@pytest.mark.parametrize("text", ["", "🙂", "?", "12 34", "你好世界"])
def test_nothing_to_read_is_no_distress(text: str) -> None:
    """Signs, digits and other scripts raise no alarm."""
    assert detector_for(rules_of()).detect(text) is None


def test_the_encoder_is_asked_only_where_the_words_are_unsure() -> None:
    """What is clearly harmless or clearly distress by its words costs no encoding."""
    encoder = TinyEncoder()
    net = net_for(rules_of(), encoder)
    detector = CrisisDetector(rules_of(), lambda _: False, net)
    encoder.asked.clear()
    detector.detect(FINE[0])
    quick = len(encoder.asked)
    detector.detect("mein herz ist ein STEIN")

    assert quick == 0
    assert encoder.asked == [("mein herz ist ein stein",)]


def test_what_a_rule_adds_is_no_reason_to_guess_the_meaning() -> None:
    """A part that could not raise an alarm by itself is not read; with a bonus it could, and what it means counts."""
    encoder = TinyEncoder()
    net, said = net_for(rules_of(), encoder), "mein herz ist ein stein"
    encoder.asked.clear()
    alone = net.margins([Passage(said, tuple(said.split()), 2.0)])
    unread = not encoder.asked
    together = net.margins([Passage(said, tuple(said.split()), 2.0)], bonus=2.0)

    assert unread
    assert alone[0] < 0
    assert together == pytest.approx(net.margins([Passage(said, tuple(said.split()))]))


def test_what_is_read_next_is_encoded_in_the_same_go() -> None:
    """It does not change the judgement, and is asked for only where the encoder is."""
    encoder = TinyEncoder()
    detector = CrisisDetector(rules_of(), lambda _: False, net_for(rules_of(), encoder))
    alone = detector.explain("mein herz ist ein STEIN")
    encoder.asked.clear()

    assert detector.explain(FINE[0], lambda: ("Wann startet der Kurs?",)) is None
    assert detector.explain("mein herz ist ein STEIN", lambda: ("Wann startet der Kurs?",)) == alone
    assert encoder.asked[0] == ("mein herz ist ein stein", "Wann startet der Kurs?")


def test_a_second_start_fits_nothing() -> None:
    """What was learnt is kept, with and without the encoder, and judges alike."""
    cache, encoder = MemoryCache(), TinyEncoder()
    first = net_for(rules_of(), encoder, cache)
    kept = dict(cache.kept)
    encoder.asked.clear()
    second = net_for(rules_of(), encoder, cache)

    assert encoder.asked == []
    assert dict(cache.kept).keys() == kept.keys()
    assert first.lessons == second.lessons
    detectors = [CrisisDetector(rules_of(), lambda _: False, net) for net in (first, second)]
    assert [detector.detect(UNSEEN) for detector in detectors] == ["sad", "sad"]


def test_a_second_start_does_not_read_the_columns_of_all_lessons() -> None:
    """They take 60 MB for a moment: what follows from them is kept."""
    cache, encoder = MemoryCache(), TinyEncoder()
    first = net_for(rules_of(), encoder, cache)
    columns = [key for key in cache.kept if key.startswith("crisis-columns")]
    for key in columns:
        del cache.kept[key]
    second = net_for(rules_of(), encoder, cache)

    assert columns
    assert not cache.kept.keys() & set(columns)
    assert second.likeness(UNSEEN, UNSEEN.split()) == first.likeness(UNSEEN, UNSEEN.split())


def test_changed_examples_are_fitted_anew() -> None:
    """No stale knowledge: another example, another key."""
    cache = MemoryCache()
    net_for(rules_of(), None, cache)
    before = len(cache.kept)
    net_for(rules_of(sad=(*SADLY, "alles ist grau")), None, cache)

    assert len(cache.kept) == before + 3  # the judge of words, what is known by heart, and the columns of distress


@pytest.mark.parametrize(("sad", "bullied", "fine"), [((), (), FINE), (SADLY, BULLIED, FINE[:3]), (SADLY[:5], (), FINE)])
def test_nothing_is_learnt_from_a_handful(sad: tuple[str, ...], bullied: tuple[str, ...], fine: tuple[str, ...]) -> None:
    """With hardly any examples the rules stand alone."""
    assert net_of(lessons_of(rules_of(sad, bullied, fine), EVERYDAY), None, MemoryCache()) is None
    assert net_of(lessons_of(CrisisRules()), None, MemoryCache()) is None


def test_lessons_are_examples_then_everyday_questions() -> None:
    """Placeholders are dropped, sentences without words left out."""
    rules = rules_of(sad=("ich weine", "🙂"), bullied=(), fine=("haha",))

    assert lessons_of(rules, ("was kostet {topic}", "was kostet", "{place}")) == (
        Lesson("sad", "ich weine", language="de"),
        Lesson(HARMLESS, "haha", language="de"),
        Lesson(HARMLESS, "was kostet", is_taught=False),
    )


def test_of_very_many_everyday_questions_some_are_left_out() -> None:
    """The time to start does not grow without bounds, and with one question more no other lessons are learnt."""
    questions = [f"frage nummer {number}" for number in range(20_001)]
    all_but_one, most, more = (set(lessons_of(CrisisRules(), questions[:count])) for count in (19_999, 20_000, 20_001))

    assert len(all_but_one) == 19_999
    assert len(most) == len(more) == 20_000
    assert len(most ^ more) <= 2


def test_one_more_lesson_leaves_the_others_out_as_before() -> None:
    """What is learnt without a lesson hangs on its text, not on how many stand before it: every edit moved all scores."""
    lessons = lessons_of(rules_of(), EVERYDAY)
    before = Learning(lessons).unseen_scores(len(lessons), 2)
    more = (*lessons[:15], Lesson(HARMLESS, "zwei plus zwei"), *lessons[15:])
    after = np.delete(Learning(more).unseen_scores(len(more), 2), 15)

    assert np.abs(after - before).max() < 0.1


def read_of(rules: CrisisRules, everyday: tuple[str, ...], cache: MemoryCache) -> list[Lesson]:
    """Return the lessons the encoder reads."""
    net = net_of(lessons_of(rules, everyday), TinyEncoder(), cache)
    assert net is not None
    assert net.meaning is not None
    return list(net.meaning.lessons)


def test_the_encoder_reads_the_lessons_words_tell_worst(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of too many those that are clear to the words are left out, of everyday questions too; all others keep their order."""
    monkeypatch.setattr(crisis_net, "_MOST_MEANT", 30)
    monkeypatch.setattr(crisis_net, "_MOST_EVERYDAY", 1)
    alike = "warum weine ich jede nacht"

    read = read_of(rules_of(), (*EVERYDAY, alike, "was kostet der bus"), MemoryCache())

    assert [lesson.text for lesson in read if not lesson.is_taught] == [alike]
    assert len(read) == 31
    assert read == sorted(read, key=lessons_of(rules_of(), (*EVERYDAY, alike)).index)


def test_a_new_question_unlike_distress_teaches_meaning_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that most edits are live without learning it anew: kept of it are the words' judge, what is known by heart and what is read."""
    monkeypatch.setattr(crisis_net, "_MOST_EVERYDAY", 1)
    cache, alike = MemoryCache(), "warum weine ich jede nacht"
    read = read_of(rules_of(), (*EVERYDAY, alike), cache)
    before = set(cache.kept)

    assert read_of(rules_of(), (*EVERYDAY, alike, "was kostet der bus"), cache) == read
    assert {key.split("-")[1] for key in set(cache.kept) - before} == {"words", "taught", "read"}


def test_a_lesson_the_encoder_has_not_read_still_teaches_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fewer lessons of meaning than of words: distress is found, and likened to one both judges know."""
    monkeypatch.setattr(crisis_net, "_MOST_MEANT", 20)
    monkeypatch.setattr(crisis_net, "_MOST_EVERYDAY", 0)
    net = net_for(rules_of(), TinyEncoder())
    detector = detector_for(rules_of(), TinyEncoder())
    alarm = detector.explain(UNSEEN)

    assert net.meaning is not None
    assert len(net.meaning.lessons) == 20
    assert alarm is not None
    assert alarm.example in {lesson.text for lesson in net.meaning.lessons}


def test_a_figure_of_speech_is_a_voice_against_a_faint_alarm() -> None:
    """What is left beside it may sound sadder than the whole: the film that made it harmless is covered."""
    told = "wann kommt im film ich bin so leer jede nacht"

    assert detector_for(rules_of()).detect(told) == "sad"
    assert detector_for(rules_of(not_crisis=("im film",))).detect(told) is None


def test_few_words_are_no_distress_only_because_they_are_clipped() -> None:
    """What is spelt out sounds harmless is not heard for its "hab" alone; more words, and what staff wrote so, are."""
    sad = tuple(f"hab {how} geweint {when}" for how in ("nur", "so", "still", "lange", "heimlich") for when in ("nachts", "oft"))
    fine = tuple(f"ich habe {what}" for what in ("zeit", "lust", "platz", "ein auto", "einen hund", "eine frage", "ein kind", "geld"))
    detector = detector_for(rules_of(sad=(*SADLY, *sad), fine=(*FINE, *fine)))

    assert detector.detect("hab so lust auf musik") is None
    assert detector.detect("hab so lust auf musik dass ich jede nacht so einsam weine") == detector.detect(sad[0]) == "sad"
