"""A file that ends too early: what is left of it may be sound, and nobody is helped by what is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.workshop.check import check
from tests.house import House
from tests.workshop.test_registers import TODAY

ROOT = Path(__file__).parents[2]
CRISIS, SYNONYMS = "content/crisis.yaml", "content/synonyms.yaml"
RULES = """\
words: {gern: (gern|gerne)}
signs: {"😢": trauersmiley}
fillers: {de: [echt], en: [really]}
kinds:
  despair:
    phrases: {de: [ich will nicht mehr leben], en: [i want to die]}
    say: {de: Du bist nicht allein., en: You are not alone.}
  violence:
    phrases: {de: [papa schlägt mich], en: [dad beats me]}
    say: {de: Du bist nicht allein., en: You are not alone.}
quoted: {de: [der song heißt], en: [the song is called]}
not_crisis: {de: [ich lach mich tot], en: [i died laughing]}
help:
  - {text: {de: "Hilfe: 0800 111 0 111", en: "Help: 0800 111 0 111"}, source: page}
sources:
  page: {title: Seite, url: https://example.org, read: 2026-11-21}
examples:
  despair:
    de: [ich will echt nicht mehr leben]
    en: [i want to be gone]
  violence:
    de: [mein vater haut mich]
    en: [my father hits me]
  none:
    de: [ich will leben]
    en: [i want to live]
"""
WORDS = """\
elsewhere: [Berlin]
replace:
  de: {vllt: vielleicht}
  en: {pls: please}
fillers:
  de: [halt]
  en: [like]
"""
CUT = [
    (CRISIS, RULES, "examples:\n", ["examples: despair", "examples: violence", "examples: none"]),
    (CRISIS, RULES, "    en: [i want to be gone]", ["examples: despair: en", "examples: violence", "examples: none"]),
    (CRISIS, RULES, "  violence:\n    de", ["examples: violence", "examples: none"]),
    (CRISIS, RULES, "    en: [i want to live]", ["examples: none: en"]),
    (SYNONYMS, WORDS, "replace:", ["replace", "fillers"]),
    (SYNONYMS, WORDS, "fillers:", ["fillers"]),
    (SYNONYMS, WORDS, "  en: [like]", ["fillers: en"]),
]


@pytest.mark.parametrize(("file", "whole", "ends_before", "lost"), CUT)
def test_what_a_file_lost_at_its_end_is_an_error(house: House, file: str, whole: str, ends_before: str, lost: list[str]) -> None:
    """It stops a release: what is left can be read, and cries would be missed."""
    house.write(file, whole[: whole.index(ends_before)])

    (told,) = [str(problem) for problem in check(house.folders, TODAY).problems if problem.file == file]
    assert told.startswith(f"{file}:1:1  Fehler\n  Hier fehl")
    assert [part.partition("»")[0] for part in told.split("«")[1:]] == lost
    assert told.endswith("Ist die Datei abgeschnitten? Hole sie aus der letzten Fassung zurück.")


@pytest.mark.parametrize("file", [CRISIS, SYNONYMS])
@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9])
def test_our_own_files_are_not_cut_off_unnoticed(house: House, file: str, share: float) -> None:
    """Their longest section is not the last one, or has its languages one after the other."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines(keepends=True)
    house.write(file, "".join(lines[: int(len(lines) * share)]))

    assert any(problem.file == file and problem.severity == "error" for problem in check(house.folders, TODAY).problems)


@pytest.mark.parametrize("section", ["words", "signs", "fillers", "quoted", "not_crisis"])
def test_a_section_that_is_gone_is_an_error(house: House, section: str) -> None:
    """Wherever in the file it stood."""
    house.write(CRISIS, "".join(line for line in RULES.splitlines(keepends=True) if not line.startswith(f"{section}:")))

    (told,) = [problem for problem in check(house.folders, TODAY).problems if problem.file == CRISIS]
    assert told.severity == "error"
    assert told.message.startswith(f"Hier fehlt «{section}»,")


def test_a_kind_that_is_gone_is_missed_by_its_examples(house: House) -> None:
    """The examples of it would teach nothing that the bot could say."""
    head, tail = RULES.index("  violence:\n    phrases"), RULES.index("quoted:")
    house.write(CRISIS, RULES[:head] + RULES[tail:])

    (told,) = [problem.message for problem in check(house.folders, TODAY).problems if problem.file == CRISIS]
    assert told.startswith("Hier fehlt «kinds: violence»,")


def test_whole_files_are_sound(house: House) -> None:
    """A file in one language alone is whole as well, as that of the small house is."""
    assert not [problem for problem in check(house.folders, TODAY).problems if problem.file == CRISIS]
    house.write(CRISIS, RULES).write(SYNONYMS, WORDS)
    assert not [problem for problem in check(house.folders, TODAY).problems if problem.file in (CRISIS, SYNONYMS)]
