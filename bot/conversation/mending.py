"""What only the fitted parts can tell is wrong: the bot's own sentences and the crisis phrases.

Whatever cannot be read is left out and told, so that one bad line never stops the bot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.answers.text_files import without_unreadable
from bot.answers.texts import BrokenTexts
from bot.knowledge import Knowledge, Problem
from bot.knowledge.positions import position_of
from bot.knowledge.shelves import CRISIS, TEXTS
from bot.model.catalogue import Catalogue
from bot.model.crisis import CrisisKind, CrisisRules
from bot.model.values import DEFAULT_LANGUAGE, Language
from bot.understanding.crisis_phrases import PhraseError, PhraseReader


def mended_texts(knowledge: Knowledge, content_dir: Path) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Return the catalogue with only those of the bot's sentences that can be read, and what was left out.

    Raises `BrokenTexts`, which names the place, where there are no German sentences at all.
    """
    catalogue, shown = knowledge.catalogue, f"{content_dir.resolve().name}/{TEXTS}"
    if DEFAULT_LANGUAGE not in catalogue.texts:
        reasons = tuple(str(problem) for problem in knowledge.problems if _is_about(problem, shown, content_dir))
        file = content_dir / TEXTS / "de.ftl"
        gone = "fehlt." if reasons else "fehlt. Hole die Datei aus der letzten Fassung zurück."
        wrong = "ist nicht lesbar." if file.exists() else gone
        raise BrokenTexts(f"Ohne seine deutschen Sätze startet der Bot nicht: {file} {wrong}", reasons)
    texts, problems = _texts(catalogue.texts, shown)
    return replace(catalogue, texts=texts), tuple(problems)


def mended_crisis(catalogue: Catalogue, content_dir: Path) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Return *catalogue* with only those crisis phrases that can be read, and what was left out."""
    mender = _CrisisMender(content_dir / CRISIS, f"{content_dir.resolve().name}/{CRISIS}")
    crisis = mender.mended(catalogue.crisis)
    return replace(catalogue, crisis=crisis), tuple(mender.problems)


def _is_about(problem: Problem, shown: str, content_dir: Path) -> bool:
    """Tell whether *problem* says why there are no German sentences: it is about their file, or about the folder it may be in."""
    return problem.file == f"{shown}/de.ftl" or (not (content_dir / TEXTS).exists() and TEXTS in problem.suggestion)


def _texts(sources: Mapping[Language, str], shown: str) -> tuple[Mapping[Language, str], list[Problem]]:
    kept, problems = {}, []
    for language, source in sources.items():
        kept[language], unreadable = without_unreadable(source)
        file = f"{shown}/{language}.ftl"
        problems += [Problem(file, slip.line, slip.column, "error", slip.message, slip.suggestion) for slip in unreadable]
    return kept, problems


@dataclass
class _CrisisMender:
    """Leaves unreadable phrases out of the crisis rules and collects what was wrong with them."""

    file: Path
    shown: str
    problems: list[Problem] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    """Groups of words that cannot be read; what uses them is not told again."""

    def mended(self, rules: CrisisRules) -> CrisisRules:
        """Return the rules that can be read."""
        groups = self._groups(rules.words)
        reader = PhraseReader(groups)
        kinds = {name: self._kind(kind, reader) for name, kind in rules.kinds.items()}
        not_crisis, quoted = (self._phrases(some, reader) for some in (rules.not_crisis, rules.quoted))
        return rules.model_copy(update={"words": groups, "kinds": kinds, "not_crisis": not_crisis, "quoted": quoted})

    def _groups(self, words: Mapping[str, str]) -> Mapping[str, str]:
        for _ in words:
            slip = _first_slip(words)
            if slip is None:
                break
            self._note(slip)
            self.lost |= {f"<{name}>" for name, text in words.items() if text == slip.phrase}
            words = {name: text for name, text in words.items() if text != slip.phrase}
        return words

    def _kind(self, kind: CrisisKind, reader: PhraseReader) -> CrisisKind:
        always, phrases = (self._phrases(some, reader) for some in (kind.always, kind.phrases))
        return kind.model_copy(update={"always": always, "phrases": phrases})

    def _phrases(
        self, phrases: Mapping[Language, tuple[str, ...]], reader: PhraseReader
    ) -> dict[Language, tuple[str, ...]]:
        return {language: tuple(self._readable(some, reader)) for language, some in phrases.items()}

    def _readable(self, phrases: Iterable[str], reader: PhraseReader) -> Iterator[str]:
        for phrase in phrases:
            try:
                reader.read(phrase)
            except PhraseError as slip:
                self._note(slip)
            else:
                yield phrase

    def _note(self, slip: PhraseError) -> None:
        if any(name in slip.phrase for name in self.lost):
            return
        line, column = position_of(self.file, slip.phrase)
        self.problems.append(Problem(self.shown, line, column, "error", str(slip)))


def _first_slip(groups: Mapping[str, str]) -> PhraseError | None:
    try:
        PhraseReader(groups)
    except PhraseError as slip:
        return slip
    return None
