"""Folders that hold nothing but examples."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.errors import MissingFolder, NothingToAsk
from bot.knowledge import Knowledge
from bot.knowledge.examples import read_examples


def read_files(folder: Path, files: Mapping[str, str | bytes]) -> Knowledge:
    """Return what is read of a folder with *files*."""
    for name, text in files.items():
        (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return read_examples(folder)


def told(knowledge: Knowledge) -> list[str]:
    """Return where something is wrong, and what."""
    return [f"{problem.file.partition('/')[2]}:{problem.line} {problem.message}" for problem in knowledge.problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("examples: [wo ist das, wo denn]", {"de": ("wo ist das", "wo denn")}),
        ("examples:\n  de: [wo]\n  en: [where]\n", {"de": ("wo",), "en": ("where",)}),
        ("examples: {fr: [où], de: []}", {"fr": ("où",)}),
        ("title: {de: Wo?, en: Where?}\nanswer: {show: [place]}\nsonst: {noch: was}\nexamples: [wo, 7, no]\n", {"de": ("wo", "7", "no")}),
        ("examples:\n  - wo {irgendwas} ist", {"de": ("wo {irgendwas} ist",)}),
    ],
)
def test_examples_are_read_whatever_stands_beside_them(tmp_path: Path, text: str, expected: Mapping[str, tuple[str, ...]]) -> None:
    """As a plain list or by language, in a file of ours or in one with nothing else; no content is asked for."""
    knowledge = read_files(tmp_path, {"wo.yaml": text})

    assert knowledge.catalogue.intents["wo"].examples == expected
    assert knowledge.problems == ()
    assert knowledge.catalogue.topics == {}


@pytest.mark.parametrize("name", ["HassTurnOn", "oil_change_when", "Wo ist das", "a.b", "größe", "x" * 80])
def test_the_file_name_is_the_id_however_it_is_written(tmp_path: Path, name: str) -> None:
    """Other people's folders do not know our rules for ids; both endings of YAML are read."""
    knowledge = read_files(tmp_path, {f"{name}.yaml": "examples: [wo]", f"{name}2.yml": "examples: [wo]"})

    assert set(knowledge.catalogue.intents) == {name, f"{name}2"}
    assert knowledge.catalogue.intents[name].id == name


def test_the_kind_of_an_intent_is_kept(tmp_path: Path) -> None:
    """What is out of scope stays so."""
    knowledge = read_files(tmp_path, {"a.yaml": "kind: out_of_scope\nexamples: [wetter]", "b.yaml": "examples: [wo]"})

    assert [intent.kind for intent in knowledge.catalogue.intents.values()] == ["out_of_scope", "question"]


def test_a_slip_costs_its_sentence_and_is_told_with_its_line(tmp_path: Path) -> None:
    """The other examples of the file are read, and the other files."""
    knowledge = read_files(
        tmp_path,
        {
            "a.yaml": "examples:\n  - wo\n  - ''\n  - [wann]\n  - wie\n",
            "b.yaml": "kind: quatsch\nexamples: [was]\n",
            "c.yaml": "examples: [wer]\n",
        },
    )

    assert [intent.examples["de"] for intent in knowledge.catalogue.intents.values()] == [("wo", "wie"), ("was",), ("wer",)]
    assert told(knowledge) == [
        "a.yaml:3 In der Liste steht ein leerer Eintrag.",
        "a.yaml:4 Bei «examples» gehört ein Text hin, keine Liste.",
        "b.yaml:1 «quatsch» geht hier nicht, nur question, small_talk oder out_of_scope.",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("examples: []", "bad.yaml:1 Unter «examples» steht kein Beispiel."),
        ("examples: {de: []}", "bad.yaml:1 Unter «examples» steht kein Beispiel."),
        ("title: Wo?", "bad.yaml:1 Hier fehlt «examples»."),
        ("examples: [' ']", "bad.yaml:1 In der Liste steht ein leerer Eintrag."),
        ("", "bad.yaml:1 Die Datei ist leer."),
        ("examples:\n  - wo: ist\n    das\n", "bad.yaml:3 In dieser Zeile fehlt ein Doppelpunkt."),
        (b"examples: [gr\xfc\xdfe]", "bad.yaml:1 Die Datei ist nicht als UTF-8 gespeichert (hier steht wohl «ü»)."),
    ],
)
def test_a_file_without_examples_is_told_once_and_left_out(tmp_path: Path, text: str | bytes, message: str) -> None:
    """The rest is read all the same."""
    knowledge = read_files(tmp_path, {"bad.yaml": text, "good.yaml": "examples: [wo]"})

    assert list(knowledge.catalogue.intents) == ["good"]
    assert told(knowledge) == [message]


def test_two_files_of_one_name_are_not_mixed(tmp_path: Path) -> None:
    """The first is read, and both are named."""
    knowledge = read_files(tmp_path, {"a.yaml": "examples: [wo]", "a.yml": "examples: [wann]"})

    assert knowledge.catalogue.intents["a"].examples == {"de": ("wo",)}
    assert told(knowledge)[0].startswith("a.yml:1 Die Kennung «a» gibt es zweimal:")


def test_what_is_no_yaml_file_is_passed_over(tmp_path: Path) -> None:
    """A note, a hidden file and a folder do no harm."""
    (tmp_path / "folder.yaml").mkdir()
    knowledge = read_files(tmp_path, {"README.md": "x", ".hidden.yaml": "x", "wo.YAML": "examples: [wo]"})

    assert list(knowledge.catalogue.intents) == ["wo"]
    assert knowledge.problems == ()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """With its name."""
    with pytest.raises(MissingFolder, match="nirgends"):
        read_examples(tmp_path / "nirgends")


def test_a_folder_without_any_example_is_told_with_the_reasons(tmp_path: Path) -> None:
    """There is nothing to be fitted to."""
    with pytest.raises(NothingToAsk, match="kein einziges Beispiel") as caught:
        read_files(tmp_path, {"bad.yaml": "examples: []"})

    assert "bad.yaml:1:1" in caught.value.details[0]
