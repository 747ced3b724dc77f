"""`evaluate`: the reader alone on any folder, one line a question, and how good it was."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.judge import Judge
from bot.cli.summary import as_json, in_words
from bot.understanding.quality import Judged, measure
from tests.cli.support import ReadyWiring
from tests.house import House
from tests.understanding.builders import a_catalogue, an_intent
from tests.understanding.world import TODAY, reader_of

Line = dict[str, object]
EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "Licht_An": ("mach das licht an", "schalte die lampe ein", "licht bitte anschalten", "es ist zu dunkel hier"),
    "Licht_Aus": ("mach das licht aus", "schalte die lampe aus", "licht bitte ausmachen", "es ist zu hell hier"),
    "musik": ("spiel musik", "mach das radio an", "ich will ein lied hören", "etwas von den beatles"),
    "wetter": ("wie wird das wetter", "regnet es morgen", "brauche ich einen schirm", "scheint die sonne"),
    "wecker": ("weck mich um sieben", "stell den wecker", "wecker auf acht uhr", "klingel morgen früh"),
    "einkauf": ("setz milch auf die liste", "was muss ich einkaufen", "einkaufsliste zeigen", "brot kaufen"),
}


@dataclass(frozen=True)
class Told:
    """What the command printed, and its exit code."""

    code: int
    lines: list[Line]
    err: str


@dataclass(frozen=True)
class Bench:
    """A folder of intents, a file of questions, and the command to put them together."""

    root: Path
    wiring: ReadyWiring
    capsys: pytest.CaptureFixture[str]

    @property
    def intents(self) -> Path:
        """The folder."""
        return self.root / "fragen"

    def write(self, examples: Mapping[str, Iterable[str]]) -> Bench:
        """Put intents into the folder."""
        self.intents.mkdir(exist_ok=True)
        for name, texts in examples.items():
            (self.intents / f"{name}.yaml").write_text(json.dumps({"examples": list(texts)}, ensure_ascii=False, indent=1), "utf-8")
        return self

    def ask(self, *questions: object, options: tuple[str, ...] = ()) -> Told:
        """Evaluate *questions*; text goes into the file as it is."""
        file = self.root / "q.jsonl"
        file.write_text("".join(f"{each if isinstance(each, str) else json.dumps(each)}\n" for each in questions), "utf-8")
        return self.call("--intents", str(self.intents), "--questions", str(file), *options)

    def call(self, *options: str) -> Told:
        """Run the command."""
        code = main(self.wiring, ["evaluate", *options])
        shown = self.capsys.readouterr()
        return Told(code, [json.loads(line) for line in shown.out.splitlines()], shown.err)


@pytest.fixture
def bench(tmp_path: Path, wiring: ReadyWiring, capsys: pytest.CaptureFixture[str]) -> Bench:
    """Give a folder of six intents."""
    return Bench(tmp_path, wiring, capsys).write(EXAMPLES)


def ranked(line: Line) -> list[tuple[str, float]]:
    """Return the intents of a line with their confidence."""
    pairs = line["ranked"]
    assert isinstance(pairs, list)
    return [(name, confidence) for name, confidence in pairs]


def test_each_question_gets_one_line_in_order(bench: Bench) -> None:
    """With its id, at least five intents by confidence, how foreign it seems, whether it is answered, and the time."""
    told = bench.ask({"id": "a", "question": "kannst du das licht anmachen", "intent": "Licht_An"}, {"id": 7, "question": "spiel musik bitte"})

    assert told.code == 0
    assert [line["id"] for line in told.lines] == ["a", 7]
    for line, first in zip(told.lines, ("Licht_An", "musik"), strict=True):
        assert list(line) == ["id", "ranked", "refusal", "accepted", "ms"]
        sure = [confidence for _, confidence in ranked(line)]
        assert ranked(line)[0][0] == first
        assert len({name for name, _ in ranked(line)}) == len(sure) >= 5
        assert sure == sorted(sure, reverse=True)
        assert isinstance(line["accepted"], bool)
        assert 0 <= float(str(line["refusal"])) <= 1
        assert float(str(line["ms"])) > 0


def test_misspelt_questions_are_read_as_the_bot_reads_them(bench: Bench) -> None:
    """It is the bot's own reader: words are repaired to the folder's vocabulary."""
    told = bench.ask({"id": 1, "question": "brauhc ich nen schrim"}, {"id": 2, "question": "stel den weker"})

    assert [ranked(line)[0][0] for line in told.lines] == ["wetter", "wecker"]


def test_the_summary_stands_on_standard_error(bench: Bench) -> None:
    """For people, and with standard output left to the lines."""
    told = bench.ask(
        {"id": 1, "question": "mach das licht an", "intent": "Licht_An"},
        {"id": 2, "question": "spiel musik", "intent": "wetter"},
        {"id": 3, "question": "quarantäne zitronenfalter"},
    )

    assert "3 Fragen, 2 mit bekannter Antwort, 1 fremde" in told.err
    assert "An erster Stelle        50,0 %" in told.err
    assert "wenn 95 % der eigenen durchkommen" in told.err
    assert "p50" in told.err
    assert "1 × wetter → musik" in told.err


def test_the_summary_can_be_json_too(bench: Bench) -> None:
    """Then standard error holds one object; what could not be measured is null."""
    told = bench.ask({"id": 1, "question": "mach das licht an", "intent": "Licht_An"}, options=("--json",))
    summary = json.loads(told.err)

    assert len(told.lines) == 1
    assert (summary["first"], summary["three"], summary["refused"]) == (1.0, 1.0, None)
    assert summary["reliability"][0]["questions"] == 1


@pytest.mark.parametrize("question", ["", "   ", "?!", "😀"])
def test_a_question_without_words_is_foreign_and_never_right(bench: Bench, question: str) -> None:
    """The line names five intents all the same, none with any confidence."""
    told = bench.ask({"id": 1, "question": question, "intent": "Licht_An"})
    (line,) = told.lines

    assert [confidence for _, confidence in ranked(line)] == [0.0] * 5
    assert (line["refusal"], line["accepted"]) == (1.0, False)
    assert "An erster Stelle        0,0 %" in told.err


@pytest.mark.parametrize("question", ["x" * 5_000, "mach das licht an " * 280, "7", "где свет", "这是什么"])
def test_strange_questions_are_ranked_like_others(bench: Bench, question: str) -> None:
    """Long, foreign or a single sign: there is a line, and no confidence beyond 1."""
    (line,) = bench.ask({"id": 1, "question": question}).lines

    assert len(ranked(line)) >= 5
    assert all(0 <= confidence <= 1 for _, confidence in ranked(line))


@pytest.mark.parametrize(
    ("examples", "named"),
    [
        ({"a": ["wo ist das", "wo denn"]}, ["a"]),
        ({"a": ["wo ist das"], "b": ["wann ist das", "wann denn"]}, ["a", "b"]),
        ({"a": ["wo ist das"], "b": ["wo ist das"], "c": ["hallo"]}, ["a", "b", "c"]),
        ({"a": ["???"], "b": ["wo ist das"]}, ["a", "b"]),
    ],
    ids=["one intent", "one example", "the same example twice", "an example without words"],
)
def test_small_and_contradictory_folders_work(
    tmp_path: Path, wiring: ReadyWiring, capsys: pytest.CaptureFixture[str], examples: Mapping[str, list[str]], named: list[str]
) -> None:
    """All intents there are get ranked."""
    told = Bench(tmp_path, wiring, capsys).write(examples).ask({"id": 1, "question": "wo ist das", "intent": named[0]})

    assert told.code == 0
    assert sorted(name for name, _ in ranked(told.lines[0])) == named


def test_five_hundred_intents_work(tmp_path: Path, wiring: ReadyWiring, capsys: pytest.CaptureFixture[str]) -> None:
    """Each is found by an example of its own."""
    many = {f"i{number}": [f"gib mir bitte die nummer{number}", f"nummer{number} holen"] for number in range(500)}
    told = Bench(tmp_path, wiring, capsys).write(many).ask({"id": 1, "question": "nummer321 holen", "intent": "i321"})

    assert ranked(told.lines[0])[0][0] == "i321"


@pytest.mark.parametrize(
    ("line", "sentence", "identifier"),
    [
        ('{"id": 4, ', "kein gültiges JSON", None),
        ("[1]", "ein JSON-Objekt", None),
        ('{"id": 4}', "braucht question", 4),
        ('{"id": 4, "question": 7}', "question muss ein Text sein", 4),
        ('{"id": 4, "question": "wo", "intent": 7}', "intent muss ein Text sein", 4),
        ("x" * ((1 << 20) + 1), "länger als 1 MiB", None),
    ],
)
def test_a_line_that_is_no_question_is_told_with_its_number(bench: Bench, line: str, sentence: str, identifier: object) -> None:
    """Its place among the answers keeps an error, the others are ranked, and the exit code is 1."""
    told = bench.ask({"id": 1, "question": "spiel musik"}, "", line, {"id": 2, "question": "spiel musik"})

    assert told.code == 1
    assert [each["id"] for each in told.lines] == [1, identifier, 2]
    assert sentence in str(told.lines[1]["error"])
    assert "q.jsonl:3:1  Fehler\n" in told.err
    assert sentence in told.err


def test_a_file_with_a_slip_is_told_and_the_rest_is_measured(bench: Bench) -> None:
    """With file and line, and exit code 1."""
    (bench.intents / "kaputt.yaml").write_text("examples:\n  - wo: ist\n    das\n", "utf-8")
    told = bench.ask({"id": 1, "question": "spiel musik", "intent": "musik"})

    assert told.code == 1
    assert "fragen/kaputt.yaml:3:5  Fehler\n" in told.err
    assert ranked(told.lines[0])[0][0] == "musik"


def test_an_intent_that_the_folder_lacks_is_a_warning(bench: Bench) -> None:
    """It can never be right, and whoever wrote the file should know."""
    told = bench.ask({"id": 1, "question": "spiel musik", "intent": "musick"})

    assert told.code == 0
    assert "q.jsonl:1:1  Warnung\n  Eine Frage «musick» gibt es in dem Ordner nicht." in told.err


def test_nothing_to_measure_is_one_sentence(bench: Bench, tmp_path: Path) -> None:
    """Missing and empty folders and files end with exit code 2, before anything is loaded."""
    (tmp_path / "leer").mkdir()
    questions, empty = tmp_path / "q.jsonl", tmp_path / "leer.jsonl"
    questions.write_text('{"id": 1, "question": "wo"}\n', "utf-8")
    empty.write_text("\n", "utf-8")
    cases = {
        (str(bench.intents), str(tmp_path / "nirgends.jsonl")): "lässt sich nicht öffnen",
        (str(bench.intents), str(tmp_path)): "lässt sich nicht öffnen",
        (str(bench.intents), str(empty)): "steht keine Frage",
        (str(tmp_path / "nirgends"), str(questions)): "Der Ordner mit den Fragen fehlt",
        (str(tmp_path / "leer"), str(questions)): "kein einziges Beispiel",
    }
    for (folder, file), sentence in cases.items():
        told = bench.call("--intents", folder, "--questions", file)

        assert (told.code, told.lines) == (2, [])
        assert sentence in told.err
        assert told.err.count("\n") == 1


def test_our_own_folder_is_read_with_its_content(here: House, bench: Bench, tmp_path: Path) -> None:
    """It is the default, and its topics are known: a course that is named is no strange word."""
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"id": 1, "question": "wann startet der schweisslehrgang", "intent": "dates"}\n', "utf-8")

    with_content = bench.call("--questions", str(questions))
    assert with_content.code == 0
    assert ranked(with_content.lines[0])[0][0] == "dates"

    copied = tmp_path / "kopie"
    (here.root / "intents").rename(copied)
    alone = bench.call("--intents", str(copied), "--questions", str(questions))
    assert ranked(alone.lines[0])[0][1] != ranked(with_content.lines[0])[0][1]


def test_slips_in_our_own_files_are_a_hint(here: House, bench: Bench, tmp_path: Path) -> None:
    """As with the other commands; `check` has the details."""
    here.write("intents/kaputt.yaml", "x")
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"id": 1, "question": "moin"}\n', "utf-8")
    told = bench.call("--questions", str(questions))

    assert told.code == 0
    assert "Hinweis: In den Dateien gibt es 1 Fehler" in told.err


@pytest.mark.parametrize(("out", "beside"), [(False, False), (True, True)])
def test_on_a_terminal_a_bar_shows_how_far_it_is(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, out: bool, beside: bool
) -> None:
    """The lines stay whole: in a pipe the bar is not in them, on a terminal they stand above it."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "5000")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: out)
    file = bench.root / "q.jsonl"
    file.write_text('{"id": 1, "question": "spiel musik"}\n', "utf-8")

    assert main(bench.wiring, ["evaluate", "--intents", str(bench.intents), "--questions", str(file)]) == 0
    shown = bench.capsys.readouterr()

    assert "1/1" in shown.err
    assert ('"id": 1' in shown.err) == beside
    assert ('"id": 1' in shown.out) != beside


def judge_of(*examples_of_weather: str) -> Judge:
    """Return a judge of a reader that knows the weather to be out of scope."""
    catalogue = a_catalogue(
        intents=[
            an_intent("dates", "wann startet es", "wann geht es los", "wann beginnt der kurs"),
            an_intent("off-topic", *examples_of_weather, kind="out_of_scope"),
        ]
    )
    return Judge(reader_of(catalogue), catalogue, TODAY)


def test_a_hit_on_an_out_of_scope_intent_is_a_refusal() -> None:
    """The surer the bot is that a question belongs nowhere, the more foreign it is; it is not answered as one of ours."""
    judge = judge_of("wie wird das wetter", "wird das wetter schön", "wetter morgen")
    foreign, own = judge.judged("wie wird das wetter", None), judge.judged("wann startet es", "dates")

    assert (foreign.first, foreign.accepted) == ("off-topic", False)
    assert own.first == "dates"
    assert foreign.refusal > own.refusal


def test_a_question_between_two_of_ours_is_foreign_to_neither() -> None:
    """Which of both is meant is another matter than whether one is."""
    twins = [an_intent(name, "wann startet es", "wann geht es los", "was kostet es") for name in ("dates", "start")]
    catalogue = a_catalogue(intents=[*twins, an_intent("place", "wo ist das", "in welchem haus", "wie komme ich hin")])
    between = Judge(reader_of(catalogue), catalogue, TODAY).judged("wann geht es los", "dates")

    assert between.confidence < 0.5
    assert between.refusal < 0.5


def test_who_asks_for_an_out_of_scope_intent_asks_something_foreign() -> None:
    """It is right to rank it first, and right to refuse."""
    asked = judge_of("wie wird das wetter", "wetter morgen").judged("wie wird das wetter", "off-topic")

    assert asked.foreign
    assert asked.is_right


def test_numbers_are_written_as_people_read_them_and_as_json() -> None:
    """A German comma for people, null and no NaN for programs."""
    quality = measure([Judged("a", (("a", 0.91),), 0.09, accepted=True, ms=1.26)])

    assert "p50 1,3 ms" in in_words(quality)
    assert "0,9 bis 1,0  gesagt 0,91, richtig 1,00 (1)" in in_words(quality)
    assert "Am häufigsten verwechselt" not in in_words(quality)
    assert json.loads(as_json(quality))["answered_foreign"] is None
    assert "Sicherheit" not in in_words(measure([]))
