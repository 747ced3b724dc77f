"""Test sentences: which intent wins each, and what staff hear where it is the wrong one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.conversation.brain import Brain
from bot.model.crisis import CrisisRules
from bot.model.intents import LANGUAGE, Intent
from bot.workshop.sentences import Tried, tried
from bot.workshop.trial import try_crises, try_sentences
from tests.house import House
from tests.understanding.crisis_world import detector_for, rules_of
from tests.workshop.test_renames import git

TODAY = date(2026, 11, 22)
PRICE = "was kostet der schweißkurs"
DEAR = "was kostet denn der schweißkurs"
NONSENSE = "wie viele tore fielen gestern in madrid"


def changed(brain: Brain, name: str, **fields: object) -> Brain:
    """Return the brain as fitted, with other tests in the intent *name*."""
    intent = brain.catalogue.intents[name]
    other = Intent.model_validate(intent.model_dump() | fields)
    return replace(brain, catalogue=replace(brain.catalogue, intents={**brain.catalogue.intents, name: other}))


def told(brain: Brain, house: House) -> list[str]:
    """Return what staff are told."""
    tested, _ = try_sentences(brain, house.folders, TODAY)
    return [str(problem) for problem in (*tested, *try_crises(brain, house.folders))]


def test_sentences_that_are_understood_are_no_problem(small_brain: Brain, house: House) -> None:
    """All reach their question, nothing is told."""
    problems, shares = try_sentences(small_brain, house.folders, TODAY)

    assert problems == ()
    assert (shares.sentences, shares.first, shares.near) == (2, 1.0, 1.0)


def test_a_stolen_sentence_is_told_at_its_line(small_brain: Brain, house: House) -> None:
    """Staff see which question takes it, and where the sentence stands."""
    brain = changed(small_brain, "dates", tests={"de": ["wann startet der schweißkurs"] * 2 + [PRICE]})
    stolen, *_ = told(brain, house)

    assert stolen.startswith("intents/dates.yaml:22:")
    assert f"Warnung\n  «{PRICE}» passt besser zu «cost»." in stolen


def test_many_lost_sentences_of_a_question_are_told_together(small_brain: Brain, house: House) -> None:
    """One cause, one warning: it is not understood well."""
    asked = ["wann startet der schweißkurs", "wann beginnt der schweißkurs", PRICE, "was kostet es", "preis vom schweißkurs"]
    together = [line for line in told(changed(small_brain, "dates", tests={"de": asked}), house) if "dates.yaml" in line]

    assert len(together) == 1
    assert f"Von 5 Testsätzen verfehlen 3 diese Frage: «{PRICE}» passt besser zu «cost»; «was kostet es» " in together[0]


def test_one_lost_sentence_of_many_is_counted_and_told_while_it_is_new(small_brain: Brain, house: House) -> None:
    """It says how well the bot understands what it never heard; whoever has just written it wants to know."""
    brain = changed(small_brain, "dates", tests={"de": [*["wann startet der schweißkurs"] * 9, DEAR]})
    problems, shares = try_sentences(brain, house.folders, TODAY)
    for command in (("init",), ("add", "."), ("commit", "-m", "x")):
        git(house, *command)
    house.write("intents/dates.yaml", house.read("intents/dates.yaml") + f"# {DEAR}\n")
    new, _ = try_sentences(brain, house.folders, TODAY)
    git(house, "commit", "-a", "-m", "x")

    assert (problems, shares.lost) == ((), (("dates", DEAR),))
    assert [problem.message for problem in new] == [f"«{DEAR}» passt besser zu «cost»."]
    assert try_sentences(brain, house.folders, TODAY)[0] == ()


def test_a_sentence_whose_answer_is_told_beside_another_is_not_lost(own_brain: Brain) -> None:
    """Whoever asks for the body hears when it was, and then the body."""
    asked = {"ask": "Vor welchem Gremium stellte sich QLEE im Landtag Brandenburg vor?", "topic": "landtag-2026"}
    answered = list(tried(only(changed(own_brain, "committee", tests={"de": [asked]}), "committee"), TODAY))

    assert [each.lost for each in answered] == [None]


def test_a_sentence_is_stolen_by_what_is_answered_not_by_what_is_ranked(small_brain: Brain, house: House) -> None:
    """The whole pipeline decides: a question that another stands in for without a topic has lost nothing."""
    asked = {"tests": {"de": ["was kostet das"]}}
    brain = changed(small_brain, "cost", **asked)
    (answered,) = (each.lost for each in tried(brain, TODAY) if each.intent == "cost")
    instead = changed(brain, "greeting", **asked)
    standing_in = changed(instead, "greeting", **asked, without_topic="cost")

    assert answered is None
    assert [each.lost for each in tried(standing_in, TODAY) if each.intent == "greeting"] == [None]
    assert [(each.lost, each.instead) for each in tried(instead, TODAY) if each.intent == "greeting"] == [("asked back", "cost")]


def test_what_sets_a_language_steals_nothing_from_the_question_that_asks_for_it(own_brain: Brain) -> None:
    """The reply is the one about languages whichever question set it."""
    name = next(intent.id for intent in own_brain.catalogue.intents.values() if intent.answer.language)
    examples = own_brain.catalogue.intents[name].examples["de"][:3]
    asked = changed(own_brain, name, tests={"de": list(examples)}).catalogue
    brain = replace(own_brain, catalogue=replace(asked, intents={each: asked.intents[each] for each in (name, LANGUAGE)}))

    assert [each.lost for each in tried(brain, TODAY) if each.intent == name] == [None] * 3


def test_too_many_stolen_sentences_are_an_error(small_brain: Brain, house: House) -> None:
    """A bot that misreads its own tests is not let out."""
    brain = changed(small_brain, "greeting", tests={"de": ["was kostet der schweißkurs"] * 8})
    error = next(line for line in told(brain, house) if "Fehler" in line)

    assert "Nur 20% der Testsätze" in error
    assert "verlangt sind 60% und 80%" in error


def test_a_sentence_that_belongs_elsewhere_is_told(small_brain: Brain, house: House) -> None:
    """What stands under not_this must not win here."""
    brain = changed(small_brain, "cost", not_this={"de": [{"was kostet der schweißkurs": "dates"}]})

    assert any("«was kostet der schweißkurs» steht unter not_this und landet doch hier" in line for line in told(brain, house))


def test_what_is_only_nearest_to_a_question_has_not_strayed_there(small_brain: Brain, house: House) -> None:
    """Who is not answered hears nothing of the question that happens to rank first."""
    nearest = small_brain.reader.read(NONSENSE, TODAY, "de").ranked[0].intent
    brain = changed(small_brain, nearest, not_this={"de": [{NONSENSE: "dates"}]})

    assert not any(NONSENSE in line for line in told(brain, house))


@pytest.mark.parametrize(
    ("kind", "sentence", "expected"),
    [
        ("despair", "mir geht es gut", "steht unter examples: despair und wird trotzdem als none erkannt"),
        ("none", "ich will nicht mehr leben", "steht unter examples: none und wird trotzdem als despair erkannt"),
    ],
)
def test_a_crisis_example_that_is_misread_is_an_error(
    small_brain: Brain, house: House, kind: str, sentence: str, expected: str
) -> None:
    """Missed distress and false alarms both stop a release."""
    rules = CrisisRules.model_validate(small_brain.catalogue.crisis.model_dump() | {"examples": {kind: {"de": [sentence]}}})
    brain = replace(small_brain, catalogue=replace(small_brain.catalogue, crisis=rules))
    (line,) = told(brain, house)

    assert "content/crisis.yaml" in line
    assert "Fehler" in line
    assert expected in line


def test_an_everyday_sentence_that_sounds_an_alarm_is_told(small_brain: Brain, house: House) -> None:
    """Examples and tests of questions are no crises."""
    brain = changed(small_brain, "greeting", tests={"de": ["ich will nicht mehr leben"]})

    assert any("löst einen Krisenhinweis aus (despair)" in line for line in told(brain, house))


def test_a_sentence_without_words_is_ranked_nowhere(small_brain: Brain) -> None:
    """Only an emoji: nothing wins."""
    brain = changed(small_brain, "dates", tests={"de": ["🙂"]})

    assert list(tried(brain, TODAY)) == [Tried("dates", "🙂", (), "remark")]


def test_examples_that_teach_too_little_are_an_error(small_brain: Brain, house: House) -> None:
    """Staff are told when most distress would only be known by heart."""
    numbers = tuple(f"satz {number}" for number in range(60))
    brain = replace(small_brain, crisis=detector_for(rules_of(sad=numbers[::2], bullied=(), fine=numbers[1::2])))
    error = next(line for line in told(brain, house) if "Wären sie keine Beispiele" in line)

    assert "content/crisis.yaml:1:1  Fehler" in error
    assert "verlangt sind mindestens 82% und höchstens 20%" in error


@pytest.mark.parametrize(
    ("under", "sentence", "told"),
    [
        ("greeting", "wann startet der schweißkurs", "passt besser zu «dates»."),
        ("cost", NONSENSE, "kann der Bot nicht einordnen, er weiß darauf nichts."),
        ("greeting", "was kostet das", "ist dem Bot nicht klar, er fragt zurück."),
        ("greeting", "ich will nicht mehr leben", "hält der Bot für eine Notlage."),
        ("greeting", "ja", "hält der Bot für keine Frage, er sagt nur etwas Kurzes dazu."),
    ],
)
def test_staff_hear_what_happens_to_a_lost_sentence(
    small_brain: Brain, house: House, under: str, sentence: str, told: str
) -> None:
    """Not which question happens to rank first where none is answered."""
    brain = changed(small_brain, under, tests={"de": [sentence]})
    problems, _ = try_sentences(brain, house.folders, TODAY)

    assert [problem.message for problem in problems if f"«{sentence}»" in problem.message] == [f"«{sentence}» {told}"]


def test_what_is_declined_as_foreign_is_told_as_that(own_brain: Brain) -> None:
    """Unless it is declined under another refusal: that is as well."""
    foreign = "wie wird das wetter morgen in rom"
    asked = {"tests": {"de": [foreign]}}
    lost = {name: [each.lost for each in tried(only(changed(own_brain, name, **asked), name), TODAY)] for name in ("dates", "instructions")}

    assert lost == {"dates": ["foreign"], "instructions": [None]}


def only(brain: Brain, name: str) -> Brain:
    """Return the brain with the tests of one question alone."""
    intents = {key: intent if key == name else intent.model_copy(update={"tests": {}}) for key, intent in brain.catalogue.intents.items()}
    return replace(brain, catalogue=replace(brain.catalogue, intents=intents))


def test_an_entry_without_the_answer_is_told_as_that(small_brain: Brain) -> None:
    """The sentence is right; what is lacking is the answer."""
    topics = small_brain.catalogue.topics
    asked = {"ask": "wann startet der schweißkurs", "topic": "schweisskurs"}
    course = topics["schweisskurs"].model_copy(update={"facets": {}})
    brain = replace(small_brain, catalogue=replace(small_brain.catalogue, topics={**topics, "schweisskurs": course}))
    lost = [each for each in tried(changed(brain, "cost", tests={"de": [asked]}), TODAY) if each.intent == "cost"]

    assert [(each.lost, each.topic, each.instead) for each in lost] == [("no answer", "schweisskurs", "dates")]


def test_a_sentence_that_names_nothing_may_be_said_within_a_talk(own_brain: Brain) -> None:
    """It opens no talk; behind a topic it reaches its question."""
    said = "does it take several days"
    within = list(tried(only(changed(own_brain, "duration", tests={"en": [said]}), "duration"), TODAY))

    assert [each.lost for each in within] == [None]


def test_a_wish_that_is_granted_reaches_its_question(own_brain: Brain) -> None:
    """It is done, not answered: what was understood counts."""
    asked = {"ask": "please notify me when the hydrogen course is offered again", "topic": "wasserstoff-fachexperte"}
    wished = list(tried(only(changed(own_brain, "notify-me", tests={"en": [asked]}), "notify-me"), TODAY))

    assert [each.lost for each in wished] == [None]
