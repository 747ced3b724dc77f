"""The ways through our own content: guided paths, walked tap by tap in every language and register to every end; start links."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.channels.telegram.render import LIMIT, render
from bot.conversation.brain import Brain
from bot.conversation.turn import answer
from bot.model.choices import BACK, STOP, opened
from bot.model.context import Context, fresh
from bot.model.links import StartLink
from bot.model.message import Message
from bot.model.moves import Remark
from bot.model.reply import Reply, SourceNote, plain_text
from tests.builders import a_context

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LANGUAGES = ("de", "de-simple", "en")
LONGEST_LABEL = 30
"""Characters that fit on a button of a phone without being cut."""
WANTED = frozenset({
    "nach-der-schule", "weiss-nicht-was", "ausbildung-finden", "praktikum-finden", "ausbildung-abgebrochen",
    "ohne-abschluss", "neu-in-deutschland", "zurueck-in-die-lausitz", "betrieb-stellt-um", "mit-der-klasse",
})


def tap(brain: Brain, data: str, context: Context) -> tuple[Reply, Context]:
    """Return what is said to a tap, and where the talk is then."""
    turn = answer(brain, Message("way", choice=data), context, NOW)
    return turn.reply, turn.context


def walked(brain: Brain, language: str) -> tuple[tuple[str, Reply, Context], ...]:
    """Return every step that taps lead to from the beginnings of all paths, with its reply and the talk after it."""
    waiting = [(f"p:{path.id}:{path.first}", fresh(language, NOW)) for path in brain.catalogue.paths.values()]
    seen: dict[str, tuple[str, Reply, Context]] = {}
    while waiting:
        data, context = waiting.pop()
        if data not in seen:
            reply, after = tap(brain, data, context)
            seen[data] = (data, reply, after)
            waiting += [(choice.data, after) for choice in reply.choices if choice.data.startswith("p:")]
    return tuple(seen.values())


def off_the_path(reply: Reply) -> Iterator[str]:
    """Yield the buttons of a step that lead to an entry or a question."""
    yield from (choice.data for choice in reply.choices if choice.data.startswith("q:"))


def test_the_ways_that_were_asked_for_are_there(own_brain: Brain) -> None:
    """Ten, each with four to eight steps."""
    paths = own_brain.catalogue.paths

    assert set(paths) >= WANTED
    assert all(4 <= len(path.steps) <= 8 for path in paths.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_can_be_tapped_to_and_says_what_is_written(own_brain: Brain, language: str) -> None:
    """No tap along the way is answered with an apology; what is said is not longer than two short messages."""
    steps = {data: reply for data, reply, _ in walked(own_brain, language)}

    for path in own_brain.catalogue.paths.values():
        for name, step in path.steps.items():
            reply = steps[f"p:{path.id}:{name}"]
            assert plain_text(reply).startswith(step.say[language])
            assert len(step.say[language]) <= 220
            assert len(step.choices) != 1 or step.end


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_ends_at_somebody_or_a_page(own_brain: Brain, language: str) -> None:
    """Where no button leads on there is a person, an office or a page; everywhere else a way back or off."""
    for data, reply, _ in walked(own_brain, language):
        forward = [choice for choice in reply.choices if choice.data not in (BACK, STOP)]
        path, step = own_brain.catalogue.step(*data.removeprefix("p:").split(":")) or pytest.fail(data)
        if not path.steps[step].choices:
            assert reply.links or "@" in plain_text(reply) or "0355" in plain_text(reply)
            assert forward, f"{data} has no way back"
        else:
            assert STOP in [choice.data for choice in reply.choices]


@pytest.mark.parametrize("language", LANGUAGES)
def test_beside_the_way_everything_is_answered_and_leads_back(own_brain: Brain, language: str) -> None:
    """A button to an entry or a question has a real answer with the step under it; one to another path begins that."""
    for data, reply, context in walked(own_brain, language):
        for button in off_the_path(reply):
            beside, after = tap(own_brain, button, context)
            assert beside.intent not in ("not-known", "old-button"), (data, button)
            other = own_brain.catalogue.path(button.removeprefix("q:"))
            if other:
                assert (after.path, after.step) == (other.id, other.first)
            else:
                assert data in [choice.data for choice in beside.choices], (data, button)


@pytest.mark.parametrize("language", LANGUAGES)
def test_telegram_takes_every_step_uncut(own_brain: Brain, language: str) -> None:
    """One message a step, beside a contact to save; labels that fit on a button, no two buttons alike."""
    for data, reply, _ in walked(own_brain, language):
        labels = [choice.label for choice in reply.choices]
        said = [part for part in render(reply) if part.attached is None]
        assert [len(part.html) <= LIMIT for part in said] == [True]
        assert max(map(len, labels), default=0) <= LONGEST_LABEL, (data, labels)
        assert len(labels) == len(set(labels)), (data, labels)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fact_on_the_way_carries_its_source(own_brain: Brain, language: str) -> None:
    """Wherever entries are named as the ground of a sentence, the last line says where they are from."""
    for data, reply, _ in walked(own_brain, language):
        path, step = own_brain.catalogue.step(*data.removeprefix("p:").split(":")) or pytest.fail(data)
        if path.steps[step].about:
            assert isinstance(reply.blocks[-1], SourceNote), data


@pytest.mark.parametrize(("intent", "path"), [
    ("after-school", "nach-der-schule"), ("orientation", "weiss-nicht-was"), ("study-quit", "ausbildung-abgebrochen"),
    ("greeting", "nach-der-schule"), ("abilities", "nach-der-schule"), ("who-helps", "neu-in-deutschland"),
    ("jobs", "betrieb-stellt-um"),
])
def test_the_plain_answer_offers_the_way(own_brain: Brain, intent: str, path: str) -> None:
    """People who ask plainly get the answer, and the way as a button under it."""
    reply, context = tap(own_brain, f"q:{intent}", fresh("de", NOW))
    offered = [choice.data for choice in reply.choices if path in choice.data]

    assert [tap(own_brain, data, context)[0].intent for data in offered] == [path]


def test_every_way_can_be_asked_for(own_brain: Brain) -> None:
    """By sentences that are not among the examples."""
    asked = {
        "plan mal mit mir meinen weg nach dem abi, schritt für schritt": "nach-der-schule",
        "können wir rausfinden worauf ich lust hab": "weiss-nicht-was",
        "lass uns das mit der ausbildung zusammen angehen": "ausbildung-finden",
        "wie starte ich neu nach dem abbruch, geh es mit mir durch": "ausbildung-abgebrochen",
        "bin ohne abschluss, begleitest du mich": "ohne-abschluss",
        "komme aus syrien, wohne jetzt hier, wie fange ich an": "neu-in-deutschland",
        "zurück in die heimat, schritt für schritt": "zurueck-in-die-lausitz",
        "unser werk wird umgebaut und ich brauche einen neuen beruf": "betrieb-stellt-um",
        "habt ihr ideen für eine projektwoche zum thema beruf": "mit-der-klasse",
    }

    found = {text: answer(own_brain, Message("a", text=text), fresh("de", NOW), NOW).reply.intent for text in asked}

    assert found == asked


def test_every_topic_and_question_of_ours_can_be_linked(own_brain: Brain) -> None:
    """Each id makes a link that leads there, or asks what it is about."""
    catalogue = own_brain.catalogue
    every = [*(StartLink(topic=name) for name in catalogue.topics), *(StartLink(intent=name) for name in catalogue.intents)]
    moves = {each: own_brain.policy.on_choice(opened(each.payload), a_context()).move for each in every}

    assert [each for each, move in moves.items() if isinstance(move, Remark)] == []
    assert [each for each in moves if len(each.payload) > 64] == []
