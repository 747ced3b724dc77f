"""The bot's own sentences: readable, complete, the same in every language, and all of them used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from bot.answers.text_files import without_unreadable
from bot.answers.texts import BrokenTexts, Texts
from bot.model.message import Notice
from bot.model.topics import Audience, Format, Part
from bot.model.wishes import Lead, What
from tests.builders import ROOT, text_sources, texts

FAMILIES = {
    "part": get_args(Part),
    "ahead.format": get_args(Format),
    "now.format": get_args(Format),
    "past.format": get_args(Format),
    "message.notice": get_args(Notice),
    "name": ("start", "help", "reminders", "privacy", "language", "simple", "cancel"),
    "tiding.what": get_args(What),
    "lead": get_args(Lead),
    "leads[0]": get_args(Lead),
    "group": get_args(Audience),
}
"""What the words in braces of a key can be, by the expression that stands there."""

NOT_YET_SAID = frozenset({"too-long"})
"""Sentences that wait for what says them; this set may only shrink."""

KEY = re.compile(r"^[a-z]+(-[a-z]+)*$")


@cache
def entries(language: str) -> dict[str, fluent.Message]:
    """Return the messages of one language by key."""
    body = FluentParser().parse(text_sources()[language]).body
    return {entry.id.name: entry for entry in body if isinstance(entry, fluent.Message)}


def variables(message: fluent.Message) -> set[str]:
    """Return the names of all that a message has filled in."""
    found: set[str] = set()

    def walk(node: object) -> None:
        if isinstance(node, fluent.VariableReference):
            found.add(node.id.name)
        elif isinstance(node, fluent.BaseNode):
            for child in vars(node).values():
                for each in child if isinstance(child, list) else [child]:
                    walk(each)

    walk(message.value)
    return found


def strings(tree: ast.AST) -> Iterator[str]:
    """Yield all strings of a module; those with braces in every way they can be filled."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from filled(node)


def filled(node: ast.JoinedStr) -> Iterator[str]:
    """Yield what an f-string can be, nothing where its parts are not listed in FAMILIES."""
    parts = [
        (part.value,) if isinstance(part, ast.Constant) else FAMILIES.get(ast.unparse(part.value), ())
        for part in node.values
        if isinstance(part, ast.Constant | ast.FormattedValue)
    ]
    yield from ("".join(map(str, chosen)) for chosen in product(*parts))


def said_keys(tree: ast.AST) -> Iterator[str]:
    """Yield the keys in a module: given to ``say`` or to a remark of the dialogue, or called ``key`` before."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "say":
            yield from (key for argument in node.args[-1:] for key in keys_of(argument))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Remark":
            yield from (key for argument in node.args for key in keys_of(argument))
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "key":
            yield from keys_of(node.value)


def keys_of(node: ast.expr) -> Iterator[str]:
    """Yield the keys an argument can be: a string, a family, either of two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from filled(node)
    elif isinstance(node, ast.IfExp):
        yield from (*keys_of(node.body), *keys_of(node.orelse))


@cache
def modules() -> tuple[ast.Module, ...]:
    """Return the modules of the bot that speak, parsed."""
    speaking = ("answers", "channels", "cli", "conversation", "dialogue")
    paths = (path for folder in speaking for path in sorted(Path(ROOT, "bot", folder).rglob("*.py")))
    return tuple(ast.parse(path.read_text("utf-8")) for path in paths)


def exists(key: str, language: str) -> bool:
    """Tell whether there is such a sentence; the terminal leaves out the beginning of its keys."""
    return bool({key, f"terminal-{key}"} & texts().keys(language))


def test_every_sentence_said_exists_in_every_language() -> None:
    """All keys found in the code, those with variable parts in all their forms, are in both files."""
    said = {key for module in modules() for key in said_keys(module)}
    missing = {
        language: sorted(key for key in said if not exists(key, language)) for language in texts().languages
    }

    assert len(said) > 70
    assert missing == {"de": [], "de-simple": [], "en": []}


@pytest.mark.parametrize("part", ["people", "format", "format-was", "format-running", "notice", "command"])
def test_every_form_of_a_family_exists(part: str) -> None:
    """A role, format, notice or command never meets a missing sentence."""
    forms = {"people": get_args(Part), "notice": get_args(Notice), "command": FAMILIES["name"]}
    wanted = {f"{part}-{form}" for form in forms.get(part, get_args(Format))}

    assert all(wanted <= texts().keys(language) for language in texts().languages)


def test_no_sentence_is_left_over() -> None:
    """Every key of the files is a string somewhere in the code."""
    used = {string for module in modules() for string in strings(module) if KEY.match(string)}

    left_over = {key for key in texts().keys("de") if not {key, key.removeprefix("terminal-")} & used}
    assert sorted(left_over - NOT_YET_SAID) == []


def test_all_languages_have_the_same_sentences() -> None:
    """No language or register lacks one, none has one of its own."""
    assert texts().languages == ("de", "de-simple", "en")
    assert texts().keys("de") == texts().keys("en") == texts().keys("de-simple")


@pytest.mark.parametrize("key", sorted(entries("de")))
def test_a_sentence_is_filled_in_alike_in_every_language(key: str) -> None:
    """The same words are put in, whatever the language."""
    assert variables(entries("de")[key]) == variables(entries("en")[key]) == variables(entries("de-simple")[key])


@pytest.mark.parametrize("language", ["de", "de-simple", "en"])
def test_the_files_hold_nothing_unreadable_and_nothing_twice(language: str) -> None:
    """Fluent drops what it cannot read and what comes again without a word."""
    body = FluentParser().parse(text_sources()[language]).body
    keys = [entry.id.name for entry in body if isinstance(entry, fluent.Message)]

    assert not [entry.content for entry in body if isinstance(entry, fluent.Junk)]
    assert len(keys) == len(set(keys))


def test_a_sentence_is_said_in_the_language_asked_for_else_in_german() -> None:
    """A language without the sentence borrows the German one."""
    own = Texts({"de": "hello = Hallo\nbye = Bis bald\n", "en": "hello = Hello\n"})

    assert [own.say("en", "hello"), own.say("en", "bye"), own.say("pl", "hello")] == ["Hello", "Bis bald", "Hallo"]


def test_what_is_put_in_is_not_wrapped_in_invisible_signs() -> None:
    """Searching a chat for a name finds it."""
    assert Texts({"de": "hello = Hallo { $name }.\n"}).say("de", "hello", name="Ada") == "Hallo Ada."


def test_a_sentence_lost_in_german_is_said_in_another_language() -> None:
    """A slip in the German file of a running bot costs the language of one sentence, not the answer."""
    texts = Texts({"de": "bye = Tschüss", "en": "hello = Hello\nbye = Bye"})

    assert (texts.say("de", "hello"), texts.say("de-simple", "hello"), texts.say("de", "bye")) == ("Hello", "Hello", "Tschüss")


@pytest.mark.parametrize("source", ["bye = Bis bald\n", "hello = Hallo { $name }\n", "hello =\n    .title = Hallo\n"])
def test_a_missing_sentence_or_word_is_an_error(source: str) -> None:
    """Neither a key in braces nor half a sentence reaches anybody."""
    with pytest.raises(BrokenTexts, match="hello"):
        Texts({"de": source}).say("de", "hello")


def test_an_unreadable_entry_is_an_error_that_names_it() -> None:
    """The message shows file and line content."""
    with pytest.raises(BrokenTexts, match=r"content/texts/de\.ftl.*hello = Hallo \{"):
        Texts({"de": "hello = Hallo {\nbye = Bis bald\n"})


def test_unreadable_entries_can_be_cut_out() -> None:
    """What is sound stays; what is not is told with its place."""
    sound, told = without_unreadable("hello Hallo\n\nbye = Bis bald\n\n= wrong\n")

    assert Texts({"de": sound}).keys("de") == {"bye"}
    assert [(slip.line, slip.column) for slip in told] == [(1, 1), (5, 1)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = { $n ->\n    [one] Ja\n    [other] Nein\n }\n", "3:5 Keiner der Fälle hat einen Stern, so weiß der Bot nicht, welcher sonst gilt. Schreib vor den letzten: *[other]"),
        ("x = { $n ->\n   *[one] Ja\n   *[other] Nein\n }\n", "3:4 Zwei der Fälle haben einen Stern, es darf nur einer sein. Lass ihn nur vor dem, der sonst gilt: *[other]"),
        ("x = { $n\n    [one] Ja\n   *[other] Nein\n }\n", "1:5 Vor den Fällen fehlt das Zeichen ->. Schreib: { $wort ->"),
        ("x = { $n ->\n    [one] Ja\n   *[other] Nein\n\ny = B\n", "1:5 Die Klammer { wird nicht geschlossen. Ergänze }, bei Fällen in einer eigenen Zeile am Ende."),
        ("x = { $n ->\n    [one Ja\n   *[other] Nein\n }\n", "2:5 Die Klammer [ wird nicht geschlossen. Ergänze ] hinter dem Namen des Falls."),
        ("x = Hallo { $größe }\n", "1:11 Hinter $ steht ein Wort, das der Bot nicht einsetzen kann. Möglich sind nur a–z, Ziffern und Bindestriche."),
        ("x = Hallo }\n", "1:11 Die Klammer } hat keine öffnende. Lösche sie oder ergänze {."),
        ("x =\ny = B\n", "1:1 Hinter «x =» steht nichts. Schreib den Satz dahinter."),
        ("x =\n    [wichtig] Hallo\n", "1:1 Der Satz hinter «x =» darf nicht mit «[» anfangen. Stell ein Wort davor."),
        ("x: Hallo\n", "1:1 Hinter «x» steht ein Doppelpunkt statt =. Schreib: x = Hallo"),
        ("größe = Hallo\n", "1:1 «größe» kann kein Name sein. Möglich sind nur a–z, Ziffern und Bindestriche, ohne Leerzeichen."),
        ("x = Hallo\nund weiter\n", "2:1 In dieser Zeile fehlt das =. Gehört sie zum Satz darüber, rücke sie mit vier Leerzeichen ein; sonst schreib: name = Satz."),
        (" x = Hallo\n", "1:1 Diese Zeile ist eingerückt, obwohl hier ein neuer Satz beginnt. Lösche die Leerzeichen davor."),
        ("x = A\n\tweiter\n", "2:1 Die Zeile ist mit einem Tabulator eingerückt. Nimm dafür normale Leerzeichen."),
        ("// Gruß\nx = A\n", "1:1 Ein Kommentar beginnt hier mit #, nicht mit //. Schreib: # Gruß"),
        ("#Gruß\nx = A\n", "1:1 Hinter # fehlt ein Leerzeichen. Schreib: # Gruß"),
        ("x = { zahl($n) }\n", "1:1 Dieser Eintrag ist nicht lesbar und fehlt dem Bot: «x = { zahl($n) }». Richtig ist: name = Satz mit { $wort }."),
        ("x = A\n?? = B\n", "2:1 Dieser Eintrag ist nicht lesbar und fehlt dem Bot: «?? = B». Richtig ist: name = Satz mit { $wort }."),
    ],
)  # fmt: skip
def test_what_keeps_an_entry_from_being_read_is_told_in_german_at_its_place(source: str, expected: str) -> None:
    """One sentence for each slip, and none of the parser's own words."""
    assert [f"{slip.line}:{slip.column} {slip.message} {slip.suggestion}" for slip in without_unreadable(source)[1]] == [expected]
