"""The bot put together (`bot.app`)."""

from __future__ import annotations

import pytest

from bot.app import builder, load_brain
from bot.conversation.turn import answer
from bot.errors import NoHelp
from bot.model.context import fresh
from bot.model.message import Message
from bot.model.reply import plain_text
from bot.workshop.check import check
from tests.builders import NOW, TODAY
from tests.house import House


@pytest.mark.parametrize("content", ["", "kinds:\n\tdespair: {}\n", "kinds: {}\nhelp: []\n"])
def test_without_crisis_rules_nothing_starts(house: House, content: str) -> None:
    """A slip in the file of all files must not silence the help unnoticed."""
    house.write("content/crisis.yaml", content)

    with pytest.raises(NoHelp, match=r"content/crisis\.yaml fehlt oder ist nicht lesbar"):
        load_brain(house.settings)


def test_who_asks_for_what_a_broken_file_holds_hears_that_it_is_not_at_hand(house: House) -> None:
    """Not that it is foreign: the slip is ours, and a person may know."""
    house.write("content/offers/schweisskurs.yaml", house.read("content/offers/schweisskurs.yaml") + "links: [\n")
    brain, _ = load_brain(house.settings)

    turn = answer(brain, Message("c", text="wann geht der Schweißkurs los"), fresh("de", NOW), NOW)

    assert brain.texts.say("de", "not-known-now", name="Schweißkurs") in plain_text(turn.reply)


def test_a_sentence_that_german_lost_is_an_error_of_the_folders(house: House) -> None:
    """So a running bot keeps its last good state and tells those in charge, as it does of any other slip."""
    german = house.read("content/texts/de.ftl")
    house.write("content/texts/de.ftl", german.replace("\ndate-ahead =", "\ndate-ahead-x =", 1))

    _, problems = load_brain(house.settings)

    assert [(problem.file, problem.severity) for problem in problems] == [("content/texts/de.ftl", "error")]
    assert "Der Satz «date-ahead» fehlt hier." in str(problems[0])


@pytest.mark.parametrize("wrong", ["0800 111 0 111', de-simple: 'Ruf an: 0800 111'", "0800 111 0 112'"])
def test_help_that_names_another_number_is_an_error_of_the_folders(house: House, wrong: str) -> None:
    """Than in the language itself, or than any entry does; whatever `check` calls an error a running bot does not take over."""
    crisis = house.read("content/crisis.yaml")
    house.write("content/crisis.yaml", crisis.replace("0800 111 0 111'", wrong, 1))

    _, problems = load_brain(house.settings)

    errors = [problem for problem in check(house.folders, TODAY).problems if problem.severity == "error"]
    assert {problem.file for problem in errors} == {"content/crisis.yaml"}
    assert errors == [problem for problem in problems if problem.severity == "error"]


def test_what_check_calls_an_error_is_one_of_the_edit_that_made_it_until_it_is_mended(house: House) -> None:
    """A mail address nobody can write to is told like broken YAML; one that was there at the start stops nothing."""
    course, network = "content/offers/schweisskurs.yaml", "content/networks/schulnetz.yaml"
    wrong = "mail: {value: info(at)example.org, source: page}\n"
    sound = house.read(course)
    house.write(network, house.read(network) + wrong)
    build = builder(house.settings)

    assert build()[1] == ()
    house.write(course, sound + wrong)
    errors = [problem for problem in check(house.folders, TODAY).problems if problem.file == course and problem.severity == "error"]
    assert [*build()[1]] == errors != []
    assert [*build()[1]] == errors
    house.write(course, sound)
    assert build()[1] == ()


def test_after_an_edit_that_never_answered_the_last_good_state_serves_again(house: House) -> None:
    """A brain that was built and turned down costs the next edit nothing: what nobody edited is not made anew."""
    build = builder(house.settings)
    first, _ = build()
    house.write("intents/cost.yaml", house.read("intents/cost.yaml") + "unknown: 1\n")
    build()
    house.write("intents/dates.yaml", house.read("intents/dates.yaml") + "# seen\n")

    third, _ = build()

    assert third.texts is first.texts


def test_a_brain_that_has_learnt_serves_the_next_edit(house: House) -> None:
    """It answers in the place of the one that was in a hurry, so that one may be gone."""
    cries, fine = [f"ich kann nicht mehr {day}" for day in range(20)], [f"ich gehe {day} schwimmen" for day in range(20)]
    taught = f"  despair: {{de: [{', '.join(cries)}]}}\n  none: {{de: [{', '.join(fine)}]}}\n"
    crisis, cost = house.read("content/crisis.yaml"), house.read("intents/cost.yaml")
    house.write("content/crisis.yaml", f"{crisis.partition('examples:')[0]}examples:\n{taught}")
    build = builder(house.settings, soon=True)
    first, _ = build()
    house.write("intents/cost.yaml", cost.replace("  de:\n", "  de:\n    - was blecht man da\n", 1))
    brain, _ = build()
    assert brain.learn
    brain = brain.learn(lambda: True)
    del first
    house.write("intents/dates.yaml", f"{house.read('intents/dates.yaml')}# seen\n")

    last, _ = build()

    assert last.texts is brain.texts
    assert last.crisis.net is brain.crisis.net is not None
