"""The last line: where the facts are from, and of when."""

from __future__ import annotations

import pytest

from bot.model.moves import AnswerIntent
from tests.answers.desk import a_desk, source_of, without_source
from tests.builders import a_run, an_offer


def a_page(title: str, **fields: str) -> dict[str, object]:
    """Return a page that was read on 21 November 2026."""
    return {"title": title, "url": f"https://example.org/{title}", "read": "2026-11-21", **fields}


@pytest.mark.parametrize(
    ("published", "german", "english"),
    [("2024-01-10", "10.01.2024", "10 Jan 2024"), ("2022-05", "05/2022", "05/2022"), ("2018", "2018", "2018")],
)
def test_the_date_is_the_one_printed_on_the_page(published: str, german: str, english: str) -> None:
    """At its own precision, and never the day it was read."""
    course = an_offer("kurs", summary="Ein Kurs.", sources={"a": a_page("Alpha", published=published)})

    for language, when in (("de", german), ("en", english)):
        desk = a_desk(course, language=language)
        expected = desk.says("source", sources=desk.says("source-dated", title="Alpha", when=when))
        assert source_of(desk.answer("overview", "kurs")) == expected


def test_a_page_without_date_is_said_to_be_undated() -> None:
    """With the month it was read."""
    desk = a_desk(an_offer("kurs", summary="Ein Kurs.", sources={"a": a_page("Alpha")}))

    undated = desk.says("source-undated", title="Alpha", when="11/2026")
    assert source_of(desk.answer("overview", "kurs")) == desk.says("source", sources=undated)


def test_a_fact_names_its_own_source_else_the_first() -> None:
    """A source that is not in the file counts as the first."""
    pages = {"a": a_page("Alpha"), "b": a_page("Beta")}
    facets = {"cost": {"de": "Nichts.", "source": "b"}, "content": {"de": "Viel.", "source": "weg"}}
    desk = a_desk(an_offer("kurs", summary="Ein Kurs.", facets=facets, sources=pages))

    named = {question: source_of(desk.answer(question, "kurs")) for question in ("cost", "content", "overview")}
    assert ["Beta" in named["cost"], "Alpha" in named["content"], "Alpha" in named["overview"]] == [True] * 3
    assert "Alpha" not in named["cost"]


def test_a_fact_of_two_pages_names_both() -> None:
    """What is put together from two pages is said of each."""
    pages = {name: a_page(name) for name in ("Alpha", "Beta", "Gamma")}
    facets = {"cost": {"de": "Nichts, und Brot dazu.", "source": "Beta", "also_from": ["Gamma"]}}
    desk = a_desk(an_offer("kurs", facets=facets, sources=pages))

    note = source_of(desk.answer("cost", "kurs"))

    assert [name in note for name in pages] == [False, True, True]


def test_pages_beyond_the_third_are_counted() -> None:
    """Who wants to look them up learns that there are more."""
    pages = {name: a_page(name) for name in ("Alpha", "Beta", "Gamma", "Delta", "Epsilon")}
    counted = []
    for more in (["Delta"], ["Delta", "Epsilon"]):
        facets = {"cost": {"de": "Nichts.", "source": "Alpha", "also_from": ["Beta", "Gamma", *more]}}
        counted.append(source_of(a_desk(an_offer("kurs", facets=facets, sources=pages)).answer("cost", "kurs")))

    assert [note.rpartition("; ")[2] for note in counted] == ["und eine weitere", "und 2 weitere"]


def test_at_most_three_pages_are_named_each_once() -> None:
    """The last line stays a small one, but several questions in one message are each sourced."""
    pages = {name: a_page(name) for name in ("Alpha", "Beta", "Gamma", "Delta")}
    runs = [a_run(f"2027-0{month}-01", source=name) for month, name in zip((4, 5, 6, 7), pages, strict=True)]
    desk = a_desk(an_offer("kurs", summary="Ein Kurs.", runs=runs, sources=pages))

    note = source_of(desk.answer("overview", "kurs"))

    assert [note.count(name) for name in pages] == [1, 1, 1, 0]


def test_without_facts_there_is_no_source() -> None:
    """A topic without sources, and small talk, end without that line."""
    desk = a_desk(an_offer("kurs", summary="Ein Kurs.", sources={}))

    assert source_of(desk.answer("overview", "kurs")) == ""
    assert source_of(desk.answer("thanks")) == ""


def test_the_page_of_the_last_answer_is_told_first() -> None:
    """Who asks where that is from means what was just said; what else the topic is told by stands behind it."""
    fact = {"text": "50 Euro.", "source": "preis"}
    pages = {name: a_page(name) for name in ("start", "preis")}
    desk = a_desk(an_offer("kurs", summary="Ein Kurs.", facets={"cost": fact}, sources=pages), an_offer("eins", facets={"cost": "Nichts."}))

    both = without_source(desk.made(AnswerIntent("sources", "kurs", last="cost")))
    one = without_source(desk.made(AnswerIntent("sources", "eins", last="cost")))

    first, more = both.split(desk.says("told-by-too", title="Kurs"))
    assert first.startswith(desk.says("told-by-last"))
    assert ("example.org/preis" in first, "example.org/start" in first) == (True, False)
    assert ("example.org/preis" in more, "example.org/start" in more) == (False, True)
    assert one.startswith(desk.says("told-by-last"))
    assert desk.says("told-by-too", title="Eins") not in one


def test_where_nothing_was_told_all_pages_are_meant() -> None:
    """"Steht bei uns nicht" is from no page."""
    desk = a_desk(an_offer("kurs", summary="Ein Kurs."))

    assert without_source(desk.made(AnswerIntent("sources", "kurs", last="cost"))) == desk.said("sources", "kurs")


def test_all_pages_of_a_topic_are_told_when_asked_for() -> None:
    """Up to four, with their address and date."""
    pages = {name: a_page(name, published="2026") for name in "abcde"}
    desk = a_desk(an_offer("kurs", sources=pages), an_offer("leer", sources={}))

    said = desk.said("sources", "kurs")

    assert said.startswith(desk.says("told-by", title="Kurs"))
    assert f"{desk.says('source-dated', title='a', when='2026')}: example.org/a" in said
    assert said.count("example.org/") == 4
    assert desk.said("sources", "leer").startswith(desk.says("not-there", why=desk.says("missing", title="Leer")))


def test_what_was_true_then_is_told_with_its_date() -> None:
    """The date follows the fact at its own precision, in the reply's language."""
    fact = {"de": "30 Plätze.", "en": "30 places.", "as_of": "2025-09"}

    for language, when in (("de", "September 2025"), ("en", "September 2025")):
        desk = a_desk(an_offer("kurs", facets={"cost": fact}), language=language)
        assert desk.said("cost", "kurs") == f"{fact[language]} {desk.says('as-of', when=when)}"


def test_what_is_to_be_confirmed_is_said_with_its_page() -> None:
    """According to whom, and that one should check."""
    fact = {"de": "Nichts.", "status": "to_confirm", "source": "b"}
    pages = {"a": a_page("Alpha"), "b": a_page("Beta")}
    desk = a_desk(an_offer("kurs", facets={"cost": fact}, sources=pages), an_offer("zwei", facets={"cost": fact}, sources={}))

    assert desk.said("cost", "kurs") == f"Nichts. {desk.says('to-confirm', source='Beta')}"
    assert desk.said("cost", "zwei") == f"Nichts. {desk.says('to-confirm', source='Zwei')}"
