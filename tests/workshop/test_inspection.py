"""Replies that must not be are found: each breach planted once."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from multiprocessing import active_children
from pathlib import Path
from threading import Event

import pytest

from bot.answers.compose import Composer
from bot.answers.texts import Texts
from bot.knowledge import read
from bot.model.moves import AnswerIntent, Move
from bot.model.reply import Choice, Items, Link, Reply, SourceNote, Text
from bot.model.topics import Topic
from bot.model.values import Language
from bot.workshop.folders import Folders
from bot.workshop.inspection import Found, Inspection, Task, helpers_for
from bot.workshop.laws import Inspector, ReplyReader, closed_pages
from bot.workshop.trial import broken_replies
from tests.builders import an_intent
from tests.house import small_house

TODAY = date(2026, 11, 22)
OVER = "https://example.org/2024"


@pytest.fixture(scope="module")
def composer(tmp_path_factory: pytest.TempPathFactory) -> Composer:
    """Return the composer of the small house."""
    house = small_house(tmp_path_factory.mktemp("house"))
    catalogue = read(house.folders.content, house.folders.intents).catalogue
    return Composer(catalogue, Texts(catalogue.texts))


def with_course(composer: Composer, **changes: object) -> Composer:
    """Return the composer with a changed course."""
    course: Topic = composer.catalogue.topics["schweisskurs"]
    changed = type(course).model_validate(course.model_dump(by_alias=True) | changes)
    catalogue = replace(composer.catalogue, topics={**composer.catalogue.topics, "schweisskurs": changed})
    return Composer(catalogue, composer.texts)


def wrongs(composer: Composer, day: date = TODAY) -> set[str]:
    """Return all that is wrong in any reply."""
    return {breach.wrong for breach in Inspector(composer, day).breaches()}


def test_a_sound_house_has_no_breach(composer: Composer) -> None:
    """Every reply on every day that matters is fine."""
    assert wrongs(composer) == set()


def test_prose_with_a_date_that_passes_is_found(composer: Composer) -> None:
    """Dates belong to runs; written into a sentence they go stale."""
    summary = {"de": "Der nächste Kurs startet am 4. März 2024.", "en": "The course starts on 4 March 2024."}
    found = wrongs(with_course(composer, summary=summary))

    assert "«4. März 2024» ist vorbei und heißt doch das Nächste." in found
    assert "«4 March 2024» ist vorbei, das steht nicht dabei." in found


def test_a_closed_registration_as_a_page_is_found(composer: Composer) -> None:
    """The link of a run that has begun is never a button."""
    links = [{"title": {"de": "Anmelden"}, "url": OVER}]

    assert wrongs(with_course(composer, links=links)) == {f"{OVER} ist geschlossen und doch zu sehen."}


def test_a_text_that_is_too_long_is_found(composer: Composer) -> None:
    """Nobody reads a wall on a phone."""
    facets = {"cost": {"de": "Sehr teuer. " * 100, "en": "Dear."}}

    assert any("passen auf ein Telefon" in wrong for wrong in wrongs(with_course(composer, facets=facets)))


def test_facts_without_a_source_are_found(composer: Composer) -> None:
    """What is told must say where it is from."""
    assert "Die Antwort nennt keine Quelle." in wrongs(with_course(composer, sources={}))


def test_a_text_that_is_from_an_entry_without_a_source_is_found(composer: Composer) -> None:
    """Who says where a text is from wants that told."""
    text = an_intent("jobs", answer={"text": {"de": "Frag dort."}, "about": ["schweisskurs"]})
    course = composer.catalogue.topics["schweisskurs"].model_copy(update={"sources": {}})
    catalogue = replace(composer.catalogue, topics={"schweisskurs": course}, intents={"jobs": text})

    assert "Die Antwort nennt keine Quelle." in wrongs(replace(composer, catalogue=catalogue))


def test_a_reply_that_cannot_be_composed_is_found(composer: Composer) -> None:
    """A missing sentence breaks an answer; staff hear which."""
    texts = {code: source.replace("\nsource = ", "\nsauce = ") for code, source in composer.catalogue.texts.items()}
    broken = Composer(composer.catalogue, Texts(texts))

    assert any("bricht ab: BrokenTexts Der Text «source» fehlt" in wrong for wrong in wrongs(broken))


@dataclass(frozen=True)
class Counting(Composer):
    """A composer that notes what it composed."""

    asked: list[str] = field(default_factory=list)

    def compose(self, move: Move, language: Language, today: date, *, reminds: bool = True) -> Reply:
        """Note it, and compose."""
        self.asked.append(f"{getattr(move, 'intent', '')} {getattr(move, 'topic', '')} {language}")
        return super().compose(move, language, today, reminds=reminds)


def test_only_what_the_day_changes_is_composed_on_each_day(composer: Composer) -> None:
    """What a network is, is the same on all days; when a course starts is not, nor what it costs: once over, that is told too."""
    counting = Counting(composer.catalogue, composer.texts)
    list(Inspector(counting, TODAY).breaches())

    assert counting.asked.count("overview schulnetz de") == 1
    assert counting.asked.count("cost schweisskurs de") == 9
    assert counting.asked.count("dates schweisskurs de") > 9


def test_a_text_for_all_is_not_composed_beside_each_of_very_many_topics(composer: Composer) -> None:
    """Of 8,000 topics each has ten of its answers composed that say nothing of it, and all that do."""
    course = composer.catalogue.topics["schweisskurs"]
    texts = {f"text-{number}": an_intent(f"text-{number}", answer={"text": {"de": f"Satz {number}."}}) for number in range(30)}
    crowd = dict.fromkeys((str(number) for number in range(8_000)), course)
    catalogue = replace(composer.catalogue, topics=crowd, intents={**composer.catalogue.intents, **texts})
    asked = [getattr(move, "intent", "") for move in Inspector(replace(composer, catalogue=catalogue), TODAY).moves_about(course, 0)]

    assert {"overview", "dates", "registration", "cost"} <= set(asked)
    assert 5 <= sum(name in texts for name in asked) <= 12


def read_reply(composer: Composer, *blocks: Text | Items | Link | Choice | SourceNote) -> Iterator[str]:
    """Return what is wrong in a reply made of *blocks* to a question of the course."""
    reader = ReplyReader(composer.catalogue, ("de", "en"))
    closed = closed_pages(composer.catalogue, TODAY)
    return reader.wrongs(Reply(blocks), AnswerIntent("dates", "schweisskurs"), TODAY, closed)


SOURCE = SourceNote("Quelle: Seite · Stand 04.03.2024")


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((Text("Gut."), SOURCE), []),
        ((Text("Gut."),), ["Die Antwort nennt keine Quelle."]),
        ((Items(("Kurs – ab 4. März 2024",)), SOURCE), ["«4. März 2024» ist vorbei, das steht nicht dabei."]),
        ((Text("Vorbei ist:"), Items(("Kurs – 4. März 2024",)), SOURCE), []),
        ((Text(f"Melde dich an: {OVER}"), SOURCE), [f"{OVER} ist geschlossen und doch zu sehen."]),
        ((Text("Gut."), Choice("Hin", "q:dates:weg"), SOURCE), ["Der Knopf «Hin» führt ins Leere."]),
        ((Text("Gut."), Choice("Hin", "x:y"), SOURCE), ["Der Knopf «Hin» führt ins Leere."]),
        ((Text("Gut."), Choice("Hin", "q:" + "a" * 63), SOURCE), ["Der Knopf «Hin» trägt mehr als 64 Bytes."]),
        ((Text("Gut."), *[Choice("Mehr", "more")] * 6, SOURCE), ["Die Antwort hat 6 Knöpfe, höchstens 5 sind überschaubar."]),
    ],
)
def test_each_rule_for_a_reply(
    composer: Composer, blocks: tuple[Text | Items | Link | Choice | SourceNote, ...], expected: list[str]
) -> None:
    """Source last, past dates called past, no closed page, buttons that lead on."""
    assert list(read_reply(composer, *blocks)) == expected


def test_pages_close_with_their_run(composer: Composer) -> None:
    """A registration closes when its run begins, and an open one of another run does not reopen it."""
    before, on_the_day = date(2027, 3, 3), date(2027, 3, 4)

    assert closed_pages(composer.catalogue, before) == {OVER}
    assert closed_pages(composer.catalogue, on_the_day) == {OVER, "https://example.org/2027"}


def test_a_home_page_that_once_showed_a_stream_stays_open(composer: Composer) -> None:
    """A page that lasts is no closed page; a page made for the stream alone is."""
    run = {"id": "a", "start": "2024-03-04", "stream": "https://example.org", "recording": {"url": OVER, "until": "2024-04-01"}}
    changed = with_course(composer, runs=[run])

    assert closed_pages(changed.catalogue, TODAY) == {OVER}
    assert closed_pages(changed.catalogue, date(2024, 3, 20)) == set()


def broken(composer: Composer) -> Task:
    """Return the inspection of a house whose course names a date that passes."""
    summary = {"de": "Der Kurs startet am 4. März 2024.", "en": "A course."}
    return Task(with_course(composer, summary=summary).catalogue, None, TODAY)


def found_alone(task: Task) -> tuple[Found, ...]:
    """Return what this process finds without help."""
    with Inspection(task) as inspection:
        return inspection.found()


def test_staff_see_each_slip_once_at_its_file(composer: Composer) -> None:
    """The same slip on many days is one problem, with the first day and how often; so is each other reply that tells it.

    Those are what is told instead of what is not known, beside it, and of the only entry of a list.
    """
    task, seen = broken(composer), list[str]()
    with Inspection(task) as inspection:
        inspection.begin(seen.append, 0)
        problems = broken_replies(inspection.found(), task.catalogue, Folders(Path("content"), Path("intents")))

    course, problem, instead = "content/offers/schweisskurs.yaml", *problems[:2]
    assert [each.file for each in problems] == [course, course, "intents/NotKnown.yaml", "intents/list-offers.yaml"]
    assert "«NotKnown» am " in instead.message
    assert "«overview» am " in problem.message
    assert "weitere Male" in problem.message
    assert seen[:4] == ["cottbus", "schulnetz", "schweisskurs", ""]
    assert len(seen) == inspection.subjects


def test_other_processes_find_the_same(composer: Composer) -> None:
    """Whoever composes a reply sees the same slip, and none is counted twice; Ctrl-C is for who began it."""
    task, first = broken(composer), Event()
    with Inspection(task) as inspection:
        inspection.begin(lambda _: first.set(), 1)
        os.kill(active_children()[0].pid or 0, signal.SIGINT)
        assert first.wait(60)
        assert inspection.found() == found_alone(task) != ()
        assert active_children()[0].is_alive()


def test_a_process_that_dies_costs_time_only(composer: Composer) -> None:
    """What it left undone is done here: no reply goes unseen."""
    task = broken(composer)
    with Inspection(task) as inspection:
        inspection.begin(lambda _: None, 1)
        for process in active_children():
            process.kill()
        assert inspection.found() == found_alone(task)


def test_little_work_is_not_shared(composer: Composer) -> None:
    """To start a process takes longer than to look at a small house."""
    assert helpers_for(composer.catalogue) == 0
