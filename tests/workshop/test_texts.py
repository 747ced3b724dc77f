"""The bot's own sentences: the same keys in every language, and every key that the code says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.answers.text_files import entries_of
from bot.workshop.advice.own_sentences import own_sentence_advice
from bot.workshop.check import check
from bot.workshop.texts import text_problems
from tests.house import House

ROOT = Path(__file__).parents[2]
TEXTS = ROOT / "content" / "texts"
TODAY = date(2026, 11, 22)
GERMAN = "eins = Eins { $zahl }\nzwei = { $n ->\n    [one] ein\n   *[other] { $n } viele\n }\ndrei = Drei\n"


def told(english: str, german: str = GERMAN) -> list[str]:
    """Return what is told about an English file."""
    return [f"{p.file}:{p.line} {p.severity} {p.message}" for p in text_problems({"de": german, "en": english}, "texts")]


def test_entries_are_found_with_lines_and_variables() -> None:
    """An entry may run over several lines; comments are none."""
    assert [(one.key, one.line, set(one.variables)) for one in entries_of("# x = y\n" + GERMAN)] == [
        ("eins", 2, {"zahl"}),
        ("zwei", 3, {"n"}),
        ("drei", 7, set()),
    ]


def test_the_same_keys_are_no_problem() -> None:
    """The words stand in another order, a case may begin anywhere in its line."""
    assert told("eins = { $zahl } One\nzwei = { $n ->\n[one] one\n*[other] { $n } many\n}\ndrei = Three\n") == []


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("eins = One { $zahl }\nzwei = { $n }\n", "texts/en.ftl:1 error Der Satz «drei» fehlt hier."),
        ("# nichts\n", "texts/en.ftl:1 error In dieser Datei steht kein Satz."),
        ("eins = { $number }\nzwei = { $n }\ndrei = 3\n", "texts/en.ftl:1 error In «eins» kann der Bot { $number } nicht einsetzen."),
        ("eins = { $zahl }\nzwei = { $n }\ndrei = 3\nvier = 4\n", "texts/en.ftl:4 warning Den Satz «vier» gibt es nicht in de.ftl."),
        ("eins = { $zahl }\nzwei = { $n }\ndrei = 3\neins = { $zahl }\n", "texts/en.ftl:4 warning Den Satz «eins» gibt es schon in Zeile 1; der spätere gilt."),
        ("eins = One\nzwei = { $n }\ndrei = 3\n", "texts/en.ftl:1 warning In «eins» fehlt { $zahl }, auf Deutsch sagt der Bot das."),
        ("eins = { zahl }\nzwei = { $n }\ndrei = 3\n", "texts/en.ftl:1 error In «eins» fehlt das $ vor «zahl»."),
    ],
)
def test_what_differs_is_told(english: str, expected: str) -> None:
    """Missing, doubled or unknown sentences, words nobody fills in, and words that are lost."""
    assert told(english) == [expected]


def test_of_what_cannot_be_read_nothing_more_is_told() -> None:
    """Who reads the file for good says why; that it is missing then follows."""
    broken = GERMAN.replace("*[other]", "[other]")

    assert told("eins = { $zahl }\nzwei = { $n }\ndrei = 3\n", broken) == []
    assert told(broken) == []


@pytest.mark.parametrize(
    ("german", "expected"),
    [
        ("zwei = 2\ndrei = 3\n", "1 Der Satz «eins» fehlt hier. Er steht in en.ftl."),
        ("zwei = 2\neinz = Eins { $zahl }\ndrei = 3\n", "2 Der Satz «eins» fehlt hier. Heißt er jetzt «einz»? Dann schreib wieder eins."),
        ("zwei = 2\neins = Eins { $zal }\ndrei = 3\n", "2 In «eins» kann der Bot { $zal } nicht einsetzen. Meintest du { $zahl }?"),
        ("eins = { $zahl } { $ort }\nzwei = 2\ndrei = 3\n", "1 In «eins» kann der Bot { $ort } nicht einsetzen. Eingesetzt wird: { $zahl }."),
        ("eins = Eins\nzwei = 2\ndrei = 3\n", "1 In «eins» fehlt { $zahl }. Die anderen Sprachen sagen es. Ergänze { $zahl }."),
    ],
)
def test_where_german_alone_is_otherwise_german_is_told(german: str, expected: str) -> None:
    """Not the files that are as they were: they agree with each other."""
    others = "eins = 1 { $zahl }\nzwei = 2\ndrei = 3\n"

    problems = [*text_problems({"de": german, "de-simple": others, "en": others}, "texts")]

    assert [(p.file, p.severity) for p in problems] == [("texts/de.ftl", "warning" if "Ergänze" in expected else "error")]
    assert f"{problems[0].line} {problems[0].message} {problems[0].suggestion}" == expected


@pytest.mark.parametrize("language", ["de", "de-simple", "en"])
@pytest.mark.parametrize("key", ["date-event-over", "registration-closed", "list-was", "stream-over"])
def test_a_sentence_about_something_past_says_so(house: House, language: str, key: str) -> None:
    """All other languages do: one that invites to what is over breaks the first law on every day."""
    for name in ("de", "de-simple", "en"):
        house.write(f"content/texts/{name}.ftl", (TEXTS / f"{name}.ftl").read_text(encoding="utf-8"))
    own = house.read(f"content/texts/{language}.ftl")
    filled = " ".join(sorted(set(re.findall(r"\{ \$\w+ \}", next(one.text for one in entries_of(own) if one.key == key)))))
    house.write(f"content/texts/{language}.ftl", re.sub(rf"(?m)^{key} = .*$", f"{key} = Hallo {filled}!", own))

    errors = [problem for problem in check(house.folders, TODAY).problems if problem.severity == "error"]
    assert [(problem.file, problem.message) for problem in errors] == [
        (f"content/texts/{language}.ftl", f"«{key}» sagt nicht, dass es vorbei ist; die anderen Sprachen sagen es.")
    ]


@pytest.mark.parametrize(("name", "severity"), [("when", "error"), ("source", "error"), ("title", "warning")])
def test_a_day_or_a_source_must_not_be_lost(name: str, severity: str) -> None:
    """Of other words that are filled in staff are warned."""
    said = f"eins = Eins {{ ${name} }}\nzwei = Zwei\n"
    for language in ("de", "en"):
        sources = {"de": said, "de-simple": said, "en": said, language: "eins = Eins\nzwei = Zwei\n"}
        assert [(p.file, p.severity) for p in text_problems(sources, "texts")] == [(f"texts/{language}.ftl", severity)]


WHOLE = "".join(f"satz-{letter} = Satz\n" for letter in "abcdefgh")
HALF = WHOLE.splitlines(keepends=True)[:3]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("rest", ["", "satz-d = {", "satz-d = { $n ->\n    [one] {"])
def test_a_file_that_was_cut_off_is_told_once(house: House, language: str, rest: str) -> None:
    """Not each sentence it lacks, nor why its last one cannot be read; the other languages are as they were."""
    own = house.read(f"content/texts/{language}.ftl")
    at = own.index("\nfrom-to = ") + 1
    house.write("content/texts/de-simple.ftl", house.read("content/texts/de.ftl"))
    house.write(f"content/texts/{language}.ftl", own[:at] + rest.replace("satz-d", "from-to"))
    problems = [problem for problem in check(house.folders, TODAY).problems if "/texts/" in problem.file and problem.severity == "error"]

    assert [problem.file for problem in problems] == [f"content/texts/{language}.ftl"]
    assert re.fullmatch(r"Hier hört die Datei auf, \d+ Sätze fehlen: «[\w-]+» bis «[\w-]+»\.", problems[0].message)
    assert problems[0].suggestion == "Hole sie aus der letzten Fassung zurück."
    assert problems[0].line == own[:at].count("\n") + (1 if rest else 0)


@pytest.mark.parametrize("language", ["de", "en"])
def test_sentences_that_are_gone_from_the_middle_are_told_in_one(language: str) -> None:
    """From four on it is one cause; fewer are told each."""
    sources = {"de": WHOLE, "de-simple": WHOLE, "en": WHOLE}
    few, many = ("".join(line for line in WHOLE.splitlines(keepends=True) if line[5] in kept) for kept in ("abcdeh", "abh"))
    gone = {count: [p.message for p in text_problems({**sources, language: own}, "texts")] for count, own in ((2, few), (5, many))}

    assert gone == {2: [f"Der Satz «satz-{letter}» fehlt hier." for letter in "fg"],
                    5: ["5 Sätze fehlen hier (satz-c, satz-d, satz-e, satz-f, satz-g …)."]}


def test_many_sentences_that_german_does_not_have_are_told_in_one() -> None:
    """Where no third language says which of the two is right, that is left to people."""
    assert [p.message for p in text_problems({"de": "".join(HALF), "en": WHOLE}, "texts")] == [
        "5 Sätze gibt es nicht in de.ftl (satz-d, satz-e, satz-f, satz-g, satz-h …)."
    ]


def test_a_register_and_a_further_language_may_be_incomplete() -> None:
    """The rest is said in German: one warning, not one per sentence."""
    sources = {"de": GERMAN, "de-simple": "drei = Drei\n", "pl": "eins = Jeden { $zahl }\ndrei = Trzy\n"}

    assert [(p.file, p.severity, p.message) for p in text_problems(sources, "texts")] == [
        ("texts/de-simple.ftl", "warning", "2 Sätze fehlen hier (eins, zwei)."),
        ("texts/pl.ftl", "warning", "Ein Satz fehlt hier (zwei)."),
    ]


@pytest.mark.parametrize(
    ("simple", "expected"),
    [
        ("eins = Eins.", "error In «eins» fehlt { $zahl }, das setzt der Bot ein."),
        ("eins = Eins { $zahl }. Ruf 112 an.", "error «eins»: Telefonnummer «112» steht nur in der einfachen Fassung."),
        (
            "eins = Das hier ist ein sehr langer Satz mit { $zahl } und noch vielen anderen Wörtern drin, die keiner braucht.",
            "warning «eins»: «Das hier ist ein …» hat 18 Wörter, in Einfacher Sprache höchstens 15.",
        ),
    ],
)
def test_a_register_says_the_same_in_short_sentences(simple: str, expected: str) -> None:
    """What is filled in, numbers and the length of sentences are compared entry by entry."""
    sources = {"de": "eins = Eins { $zahl }\n", "de-simple": f"{simple}\n"}

    assert [f"{p.severity} {p.message}" for p in text_problems(sources, "texts")] == [expected]


def test_our_own_texts_agree() -> None:
    """Every sentence exists in every language with the same words to fill in."""
    sources = {path.stem: path.read_text(encoding="utf-8") for path in TEXTS.glob("*.ftl")}

    assert set(sources) == {"de", "de-simple", "en"}
    assert list(text_problems(sources, "texts")) == []


def said_keys() -> Iterator[str]:
    """Yield every key the code says outright: the first text handed to a `say`."""
    for path in (ROOT / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "say":
                words = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
                yield from (f"terminal-{word}" if "terminal" in path.parts or path.stem == "chat" else word for word in words[:1])


def test_every_sentence_the_code_says_is_written() -> None:
    """A key that no texts file has would break an answer."""
    written = {one.key for one in entries_of((TEXTS / "de.ftl").read_text(encoding="utf-8"))}
    said = set(said_keys()) - {"terminal-notice-failed"} | {"notice-failed"}

    assert len(said) > 40
    assert said <= written


@pytest.mark.parametrize(
    ("german", "expected"),
    [
        ("Bitte melden Sie sich an.", "«eins»: «Sie»: Der Bot sagt du, nicht Sie. Schreib es mit du."),
        ("Der Kurs <b>läuft</b>.", "«eins»: «<b>» steht genau so in der Antwort, Auszeichnungen wie im Web gibt es hier nicht. Lösche es."),
        ('"Der Kurs läuft."', "«eins»: Die Anführungszeichen am Anfang und Ende spricht der Bot mit. Lösche sie, hier braucht ein Satz keine."),
        ("The course is not on for you.", "«eins»: Unter «de» steht ein Text in einer anderen Sprache. Übersetze ihn oder lösche die Zeile."),
        ("Der Kurs $title läuft.", "«eins»: «$title» steht ohne Klammern, der Bot sagt es genau so. Schreib: { $title }"),
        ("{ $n ->\n    [eins] Ein Kurs.\n   *[other] Kurse.\n }", "«eins»: Der Fall [eins] tritt nie ein. Für Zahlen heißen sie one und other, sonst wie in den anderen Sprachen."),
        ("Kommt noch: TODO", "«eins»: Hier steht noch kein fertiger Text («TODO»). Schreib ihn zu Ende oder lösche die Zeile."),
    ],
)  # fmt: skip
def test_how_the_bot_speaks_is_looked_at_in_its_own_sentences_too(german: str, expected: str) -> None:
    """As in those of the content, at the line of the sentence."""
    (problem,) = own_sentence_advice({"de": f"# Gruß\neins = {german}\n", "en": "eins = One\n"}, "texts")

    assert (problem.file, problem.line, problem.severity) == ("texts/de.ftl", 2, "warning")
    assert f"{problem.message} {problem.suggestion}" == expected


def test_cases_that_other_languages_have_and_sentences_to_staff_are_left_alone() -> None:
    """A case may be a word the code says; the terminal shows how a day is written."""
    sources = {"de": "eins = { $k ->\n    [fair] Messe\n   *[other] Kurs\n }\nterminal-tag = Schreib 2027-03-01.\n", "en": "eins = { $k ->\n    [fair] Fair\n   *[other] Course\n }\n"}

    assert list(own_sentence_advice(sources, "texts")) == []


def test_a_sentence_that_was_renamed_is_told_once() -> None:
    """By the only new name there is, or the nearest; in German, and in English."""
    others = "eins = 1 { $zahl }\nzwei = { $n }\ndrei = 3\n"
    german = GERMAN.replace("eins =", "termin =")

    (problem,) = text_problems({"de": german, "de-simple": others, "en": others}, "texts")
    assert str(problem) == "texts/de.ftl:1:1  Fehler\n  Der Satz «eins» fehlt hier. Heißt er jetzt «termin»? Dann schreib wieder eins."
    assert told(others.replace("eins", "date")) == ["texts/en.ftl:1 error Der Satz «eins» fehlt hier."]
