"""The snapshot of all knowledge: gone as soon as nobody answers from it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from bot.conversation.brain import Brain, Tools, build_brain, crisis_lessons
from bot.conversation.turn import answer
from bot.model.context import fresh
from bot.model.message import Message
from bot.understanding.semantic import OneReading
from bot.understanding.wanted import InVain
from tests.builders import NOW, a_catalogue, an_intent
from tests.conversation.world import Forgetful, the_brain
from tests.language.support import the_identifier, the_morphology
from tests.understanding.crisis_world import rules_of


@contextmanager
def _left_over() -> Iterator[list[object]]:
    """Yield a list that holds in the end what nobody could reach any more, and yet did not go by itself."""
    gc.collect()
    gc.disable()
    found: list[object] = []
    try:
        yield found
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        found += gc.garbage
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()


def test_old_knowledge_goes_by_itself() -> None:
    """Nothing of a brain waits to be found by the garbage collector: looking for it would stop all answers."""
    with _left_over() as found:
        brain = the_brain.__wrapped__()
        for text in ("wann startet der wintkurs, und was kostet er?", "ich will nicht mehr leben"):
            answer(brain, Message("c", text=text), fresh("de", NOW), NOW)
        del brain

    assert {type(each) for each in found if type(each).__module__.startswith("bot.")} == set()


def test_what_was_read_to_make_a_brain_is_let_go() -> None:
    """The vectors of all sentences take 37 MB at a first start, and no answer needs them."""
    brain = the_brain.__wrapped__()
    gc.collect()

    assert brain.version == "small"
    assert not [each for each in gc.get_objects() if isinstance(each, OneReading)]


def edited(**changes: object) -> Brain:
    """Return the brain built after the small one for the same knowledge with *changes*."""
    before = the_brain()
    catalogue = replace(before.catalogue, **changes)  # type: ignore[arg-type] # whatever a test changes
    return build_brain(catalogue, Tools(the_morphology(), the_identifier(), None, Forgetful()), before)


def test_what_nobody_edited_serves_again() -> None:
    """An edit of a topic reads neither the bot's sentences nor the crisis rules anew; the old brain stays as it is."""
    before, cry = the_brain(), "mir ist alles zu viel"
    net = before.crisis.net
    after = edited(topics={})

    assert after.texts is before.texts
    assert before.crisis.net is net
    assert after.crisis.explain(cry) == before.crisis.explain(cry) is not None


def test_edited_crisis_rules_hold_at_once() -> None:
    """The rules of the brain before are those of yesterday."""
    before = the_brain().catalogue.crisis
    name, kind = next(iter(before.kinds.items()))
    phrases = {**kind.phrases, "de": (*kind.phrases.get("de", ()), "wintkurs der finsternis")}
    kinds = {**before.kinds, name: kind.model_copy(update={"phrases": phrases})}

    assert the_brain().crisis.detect("wintkurs der finsternis") is None
    assert edited(crisis=before.model_copy(update={"kinds": kinds})).crisis.detect("wintkurs der finsternis") == name


def test_what_tells_distress_serves_again_while_nobody_teaches_it() -> None:
    """An edit that brings no new sentence leaves the net as it is; a new question of an intent teaches it."""
    tools = Tools(the_morphology(), the_identifier(), None, Forgetful())
    before = build_brain(replace(the_brain().catalogue, crisis=rules_of()), tools)
    same = build_brain(replace(before.catalogue, lost=(("wintkurs",),)), tools, before)
    name, intent = next(iter(before.catalogue.intents.items()))
    taught = intent.model_copy(update={"examples": {"de": ("was kostet der wintkurs",)}})
    other = build_brain(replace(before.catalogue, intents={**before.catalogue.intents, name: taught}), tools, before)

    assert same.crisis.net is before.crisis.net is not None
    assert other.crisis.net
    assert "was kostet der wintkurs" in [lesson.text for lesson in other.crisis.net.lessons]


def test_a_brain_fitted_beside_answers_is_the_one_a_start_would_fit() -> None:
    """A part of it is fitted in another thread then; nobody can tell."""
    name, intent = next(iter(the_brain().catalogue.intents.items()))
    taught = intent.model_copy(update={"examples": {"de": ("was kostet der wintkurs", "preis vom kurs")}})
    intents = {**the_brain().catalogue.intents, name: taught}
    tools = Tools(the_morphology(), the_identifier(), None, Forgetful())
    started = build_brain(replace(the_brain().catalogue, intents=intents), tools)

    after = edited(intents=intents)

    for text in ("was kostet der wintkurs", "wann gehts los", "und wie wird das wetter"):
        assert after.reader.read(text, NOW.date(), "de") == started.reader.read(text, NOW.date(), "de")


def test_a_brain_wanted_soon_learns_distress_afterwards_from_what_is_asked_every_day() -> None:
    """Until then it listens as the one before did; in the end nobody can tell that it was in a hurry."""
    tools = Tools(the_morphology(), the_identifier(), None, Forgetful())
    before = build_brain(replace(the_brain().catalogue, crisis=rules_of()), tools)
    name, intent = next(iter(before.catalogue.intents.items()))
    taught = intent.model_copy(update={"examples": {"de": ("was kostet der wintkurs",)}})
    catalogue = replace(before.catalogue, intents={**before.catalogue.intents, name: taught})

    soon = build_brain(catalogue, tools, before, soon=True)
    assert soon.crisis.net is before.crisis.net
    assert soon.learn
    learnt, whole = soon.learn(lambda: True), build_brain(catalogue, tools, before)

    assert learnt.learn is None
    assert before.crisis.net
    assert learnt.crisis.net
    assert whole.crisis.net
    assert learnt.crisis.net.lessons == whole.crisis.net.lessons != before.crisis.net.lessons
    assert build_brain(catalogue, tools, learnt, soon=True).learn is None


def test_a_brain_wanted_soon_tells_what_is_true_now_and_then_finds_it_as_one_that_took_its_time() -> None:
    """What a fact says comes from the files; where a fact is looked for, those of the brain before serve for a while."""
    tools = Tools(the_morphology(), the_identifier(), None, Forgetful())
    before = build_brain(the_brain().catalogue, tools)
    name, topic = next((key, each) for key, each in before.catalogue.topics.items() if each.summary)
    assert topic.summary
    told = topic.model_copy(update={"summary": topic.summary.model_copy(update={"text": {"de": "Hier lernt man zaubern."}})})
    catalogue = replace(before.catalogue, topics={**before.catalogue.topics, name: told})

    soon, whole = build_brain(catalogue, tools, before, soon=True), build_brain(catalogue, tools)
    assert soon.reader.told is before.reader.told
    assert soon.learn
    learnt = soon.learn(lambda: True)

    assert soon.catalogue.topics[name] == told
    for text in ("wo lernt man zaubern", "was kostet der wintkurs", "zaubern"):
        assert learnt.reader.read(text, NOW.date(), "de") == whole.reader.read(text, NOW.date(), "de")
    assert learnt.reader.told is not before.reader.told


@pytest.mark.parametrize("asked", [0, 1, 4, 9])
def test_learning_that_was_given_up_leaves_nothing_behind(asked: int) -> None:
    """Whenever it stops for an edit: begun again, it is learnt as if it never had stopped."""
    tools = Tools(the_morphology(), the_identifier(), None, Forgetful())
    before = build_brain(replace(the_brain().catalogue, crisis=rules_of()), tools)
    name, intent = next(iter(before.catalogue.intents.items()))
    taught = intent.model_copy(update={"examples": {"de": ("was kostet der wintkurs",)}})
    catalogue = replace(before.catalogue, intents={**before.catalogue.intents, name: taught})
    soon, whole = build_brain(catalogue, tools, before, soon=True), build_brain(catalogue, tools)
    left = iter([True] * asked)
    assert soon.learn

    with pytest.raises(InVain):
        soon.learn(lambda: next(left, False))
    learnt = soon.learn(lambda: True)

    for text in ("wo lernt man zaubern", "was kostet der wintkurs", "zaubern"):
        assert learnt.reader.read(text, NOW.date(), "de") == whole.reader.read(text, NOW.date(), "de")
    assert whole.crisis.net
    assert learnt.crisis.net
    assert learnt.crisis.net.lessons == whole.crisis.net.lessons


def test_a_topic_or_question_that_is_gone_is_found_no_more_at_once() -> None:
    """What the brain before compared with holds it: that waits for nothing."""
    tools = Tools(the_morphology(), the_identifier(), None, Forgetful())
    before = build_brain(the_brain().catalogue, tools)

    soon = build_brain(replace(before.catalogue, topics={}), tools, before, soon=True)

    assert soon.reader.told is not before.reader.told
    assert soon.learn is None


def test_what_staff_teach_about_distress_waits_for_nothing() -> None:
    """A brain wanted soon has learnt it before anybody is answered."""
    tools = Tools(the_morphology(), the_identifier(), None, Forgetful())
    before = build_brain(replace(the_brain().catalogue, crisis=rules_of()), tools)
    edited = before.catalogue.crisis.model_copy(update={"not_crisis": {"de": ("sterbenslangweilig",)}})

    soon = build_brain(replace(before.catalogue, crisis=edited, topics={}), tools, before, soon=True)

    assert soon.learn is None


@pytest.mark.parametrize("unwell", ["worries", "exam-nerves"])
def test_what_people_say_who_are_not_well_is_no_example_of_what_is_harmless(unwell: str) -> None:
    """What others ask every day is: distress is learnt from both."""
    tests = {"de": [{"ask": "mir ist alles zu viel"}]}
    worries = an_intent(unwell, "ich bin traurig", kind="small_talk", answer={"text": "Rede mit jemandem."}, tests=tests)
    asked = an_intent("cost", "was kostet das", answer={"text": "Nichts."})

    said = {lesson.text for lesson in crisis_lessons(a_catalogue(worries, asked))}

    assert "was kostet das" in said
    assert said.isdisjoint({"ich bin traurig", "mir ist alles zu viel"})
