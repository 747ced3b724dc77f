"""What the crisis rules and the synonyms must hold: of a file that was cut off the rest may read as if nothing were missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sized
from pathlib import Path

from bot.knowledge import Knowledge, Problem
from bot.knowledge.problems import TOP
from bot.knowledge.rules import LANGUAGES
from bot.knowledge.shelves import CRISIS, SYNONYMS
from bot.model.crisis import HARMLESS, CrisisRules
from bot.model.synonyms import Synonyms
from bot.model.values import Language

_NAMED = 5
_RESTORE = "Ist die Datei abgeschnitten? Hole sie aus der letzten Fassung zurück."
_ByLanguage = Mapping[str, Mapping[Language, Sized]]


def cut_off(knowledge: Knowledge, content_dir: Path) -> Iterator[Problem]:
    """Yield what is missing in the two files; where something else is wrong with one, that is told already."""
    catalogue, folder = knowledge.catalogue, content_dir.resolve().name
    told = {problem.file for problem in knowledge.problems if problem.severity == "error"}
    both = (
        (CRISIS, _of_crisis(catalogue.crisis), "übersieht der Bot Notlagen"),
        (SYNONYMS, _of_synonyms(catalogue.synonyms), "versteht der Bot manches nicht"),
    )
    for name, missing, costs in both:
        lost = [*missing] if f"{folder}/{name}" not in told and (content_dir / name).exists() else []
        if lost:
            named = ", ".join(f"«{part}»" for part in lost[:_NAMED]) + " …" * (len(lost) > _NAMED)
            message = f"Hier {'fehlt' if len(lost) == 1 else 'fehlen'} {named}, so {costs}."
            yield Problem(f"{folder}/{name}", *TOP, "error", message, _RESTORE)


def _of_crisis(rules: CrisisRules) -> Iterator[str]:
    """Without kinds or numbers no bot starts, which is told on its own."""
    if not (rules.kinds and rules.help):
        return
    yield from _empty({"words": rules.words, "signs": rules.signs})
    yield from (f"kinds: {kind}" for kind in rules.examples if kind not in {*rules.kinds, HARMLESS})
    yield from _languages({
        "fillers": rules.fillers,
        **{f"kinds: {name}: phrases": kind.phrases for name, kind in rules.kinds.items()},
        "quoted": rules.quoted,
        "not_crisis": rules.not_crisis,
        **{f"examples: {kind}": rules.examples.get(kind, {}) for kind in (*rules.kinds, HARMLESS)},
    })


def _of_synonyms(synonyms: Synonyms) -> Iterator[str]:
    yield from _empty({"elsewhere": synonyms.elsewhere})
    yield from _languages({"replace": synonyms.replace, "fillers": synonyms.fillers})


def _empty(sections: Mapping[str, Sized]) -> Iterator[str]:
    return (name for name, section in sections.items() if not section)


def _languages(sections: _ByLanguage) -> Iterator[str]:
    """Yield the sections that are empty, and those that lack one of the bot's own languages that another one has."""
    needed = [language for language in LANGUAGES if any(section.get(language) for section in sections.values())]
    for name, section in sections.items():
        lacking = [language for language in needed if not section.get(language)]
        yield from (name,) if lacking == needed else (f"{name}: {language}" for language in lacking)
