"""The help for people in distress: that there is any, that an entry with its source says the same, and the registers of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from bot.knowledge import Knowledge, Problem
from bot.knowledge.positions import position_of
from bot.knowledge.problems import TOP, Severity, closest
from bot.knowledge.shelves import CRISIS
from bot.model.catalogue import Catalogue
from bot.model.crisis import CrisisRules
from bot.model.values import DEFAULT_LANGUAGE, Language, base_of, in_language, is_register
from bot.workshop.registers import SAME_FACTS, SHORTER, Facts, different_facts, facts_in, long_sentences
from bot.workshop.stated import stated_by

_NEEDED = ("kinds", "help")
_NUMBERS = ("Telefonnummer", "Zahl")


def lacking_help(knowledge: Knowledge, shown: str) -> Iterator[Problem]:
    """Yield what the file, named as *shown*, must say and does not: without that no bot starts.

    Where something else is wrong with it, that is told already.
    """
    told: Collection[str] = {problem.file for problem in knowledge.problems if problem.severity == "error"}
    for key in _NEEDED if shown not in told else ():
        if not getattr(knowledge.catalogue.crisis, key):
            message = f"«{key}» fehlt oder ist leer, ohne Hilfe für Menschen in Not startet der Bot nicht."
            yield Problem(shown, *TOP, "error", message, "Hole den Abschnitt aus der letzten Fassung zurück.")


def crisis_help_problems(rules: CrisisRules, content_dir: Path) -> Iterator[Problem]:
    """Yield where the help in a register says something else than in its language, or in long sentences."""
    file, shown = content_dir / CRISIS, f"{content_dir.resolve().name}/{CRISIS}"
    said = (*(kind.say for kind in rules.kinds.values()), *(line.text for line in rules.help))
    for prose in said:
        for language in filter(is_register, prose):
            slips = tuple(_slips(prose.get(base_of(language), ""), prose[language]))
            line, column = position_of(file, prose[language]) if slips else TOP
            yield from (Problem(shown, line, column, *slip) for slip in slips)


def _slips(base: str, simpler: str) -> Iterator[tuple[Severity, str, str]]:
    """Yield what is wrong with what is said *simpler*, how badly, and what to do."""
    yield from (("error", message, SAME_FACTS) for message in different_facts(base, simpler))
    yield from (("warning", message, SHORTER) for message in long_sentences(simpler))


def unbacked_help(catalogue: Catalogue, content_dir: Path) -> Iterator[Problem]:
    """Yield which numbers and pages the help names that no entry states: an entry has a source and a day to look again.

    Where a line names an office, that one's entry must state them; else any may.
    """
    file, shown = content_dir / CRISIS, f"{content_dir.resolve().name}/{CRISIS}"
    stated = {name: stated_by(topic) for name, topic in catalogue.topics.items()}
    told: set[str] = set()
    for language, text, page in _said(catalogue.crisis):
        named = catalogue.namesakes.named_in(text, language)
        known = {fact: form for name in named or stated for fact, form in stated[name].items()}
        where = " und ".join(f"«{in_language(catalogue.topics[name].title, DEFAULT_LANGUAGE)}»" for name in named)
        for fact, form in facts_in(f"{text} {page}").items():
            said = f"{fact[0]} «{form}» steht " + (f"nicht im Eintrag {where}." if named else "in keinem Eintrag.")
            if fact not in known and said not in told:
                told.add(said)
                yield Problem(shown, *position_of(file, text), "error", said, _meant(fact, known))


def _said(rules: CrisisRules) -> Iterator[tuple[Language, str, str]]:
    """Yield each sentence of the help with its language, and the page below it; its registers are compared with it."""
    lines = [(line.text, line.url or "") for line in rules.help]
    for prose, page in (*((kind.say, "") for kind in rules.kinds.values()), *lines):
        yield from ((language, text, page) for language, text in prose.items() if not is_register(language))


def _meant(fact: tuple[str, str], known: Facts) -> str:
    """Return what to write instead: the nearest known of its kind; a mistyped number may look like any, and was one to call."""
    kind, form = fact
    advice = "Ändere den Eintrag mit seiner Quelle, dann diese Datei."
    for sort in _NUMBERS if kind in _NUMBERS else (kind,):
        near = closest(form, [other for of, other in known if of == sort and (kind not in _NUMBERS or len(other) == len(form))])
        if near:
            return f"Meintest du {known[sort, near]}? Wenn nicht: {advice}"
    return advice
