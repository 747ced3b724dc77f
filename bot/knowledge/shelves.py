"""Which file is read as what."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge import files
from bot.knowledge.files import SourceFile, slug
from bot.knowledge.german import FOLDERS
from bot.knowledge.index import PATH
from bot.knowledge.loading import Loaded, Reading
from bot.knowledge.problems import Problem, Severity, closest, did_you_mean
from bot.knowledge.rules import LANGUAGES
from bot.language.sorbian import CODES as SORBIAN
from bot.model.crisis import CrisisRules
from bot.model.intents import Intent
from bot.model.paths import Path as GuidedPath
from bot.model.synonyms import Synonyms
from bot.model.topics import TOPIC_CLASSES, Topic
from bot.model.values import DEFAULT_LANGUAGE, LANGUAGE_KEY, Language, menu_order

TEXTS = "texts"
CRISIS = "crisis.yaml"
SYNONYMS = "synonyms.yaml"
PATHS = "paths"
SCHEMAS = "schemas"
_FOLDERS = (*(topic_class.folder for topic_class in TOPIC_CLASSES), PATHS, TEXTS, SCHEMAS)
_FILLED = _FOLDERS[:-1]
"""Folders in which staff put files; the schemas are written by a command."""
UNCHECKED_IS_WORSE = frozenset(SORBIAN)
"""Languages in which no text is better than one that nobody who speaks them has checked."""
_CHECKED_BY = re.compile(r"^#+ *checked_by:[ \t]*(.*)$", re.MULTILINE)
_STILL_OPEN = re.compile(r"\b(?:bitte|todo|offen|niemand|noch|nobody|none|tbd)\b", re.IGNORECASE)
_A_NAME = re.compile(r"[^\W\d_]{2,}")
_NOT_CHECKED = (
    "Diese Sätze hat niemand geprüft, der die Sprache spricht; der Bot benutzt sie nicht.",
    "Wer sie geprüft hat, steht in einer Zeile am Anfang: # checked_by: Name, Stelle, Datum.",
)
_FLUENT = ".ftl"
_YAML = frozenset({".yaml", ".yml"})
Thing = Topic | Intent | GuidedPath
Entry = Loaded[Thing]
Things = dict[str, Thing]


def is_checked(text: str) -> bool:
    """Tell whether a texts file names who checked it; a note that it is still to be done is no name."""
    found = _CHECKED_BY.search(text)
    return found is not None and _A_NAME.search(found[1]) is not None and not _STILL_OPEN.search(found[1])


def _misnamed_texts(file: SourceFile) -> Problem | None:
    if not file.path.name.endswith(_FLUENT):
        return file.problem("Die Datei wird nicht gelesen: Ihr Name muss auf .ftl enden.", f"Nenne sie {file.id}{_FLUENT}.")
    if not LANGUAGE_KEY.match(file.path.stem):
        return file.problem("Der Name muss eine Sprache sein.", "Zum Beispiel de.ftl.", "warning")
    return None


@dataclass(frozen=True)
class Shelves:
    """The two folders; what is wrong in them goes to ``reading``."""

    content: Path
    intents: Path
    reading: Reading

    def strays(self, known: Collection[str]) -> dict[str, str]:
        """Tell of folders and files in which nobody looks; returns the ids that are nowhere else, by where they are."""
        lost: dict[str, str] = {}
        for path in files.inside(self.content):
            if path.name in _FOLDERS or self._was_crisis(path):
                continue
            inside = [each for each in (files.inside(path) if path.is_dir() else [path]) if each.suffix == ".yaml"]
            named = [slug(each.stem) for each in inside if slug(each.stem) not in known]
            for problem in self._stray(path, named):
                self.reading.note(problem)
                lost |= dict.fromkeys(named, problem.file)
        return lost

    def texts(self) -> tuple[dict[Language, str], frozenset[Language]]:
        """Return the Fluent sources by language, German first, each register behind its base; and all languages with a file.

        Sorbian counts only where somebody put a name to it.
        """
        texts: dict[Language, str] = {}
        present: set[Language] = set()
        for path in files.inside(self.content / TEXTS):
            file = files.at(path, f"{self._shown}/{TEXTS}")
            if _FLUENT not in path.name:
                continue
            if problem := _misnamed_texts(file):
                self.reading.note(problem)
                present.add(file.id)
            elif (text := self.reading.plain_text(file)) is None:
                present.add(file.id)
            elif path.stem in UNCHECKED_IS_WORSE and not is_checked(text):
                self.reading.note(file.problem(*_NOT_CHECKED, "warning"))
            else:
                texts[path.stem] = text
        if DEFAULT_LANGUAGE in texts:
            self.reading.note(*(self._lacks(language) for language in LANGUAGES if language not in {*texts, *present}))
        return {language: texts[language] for language in sorted(texts, key=menu_order)}, frozenset({*texts, *present})

    def _lacks(self, language: Language) -> Problem:
        file = files.at(self.content / TEXTS / f"{language}{_FLUENT}", f"{self._shown}/{TEXTS}")
        return file.problem("Die Datei fehlt, der Bot sagt dann alles auf Deutsch.", "Hole sie aus der letzten Fassung zurück.")

    def entries(self) -> tuple[list[Entry], dict[str, str]]:
        """Return the topics, intents and guided paths that fit their class, and the names of the other files by id."""
        classes: dict[SourceFile, type[Thing]] = {}
        misnamed: dict[str, str] = {}
        for folder, shown, model in self._folders():
            listed = files.entries(folder, shown)
            self.reading.note(*listed.problems)
            classes.update(dict.fromkeys(listed.files, model))
            misnamed.update(listed.misnamed)
        doubles = dict(files.doubled(classes))
        self.reading.note(*doubles.values())
        read = {
            file: self.reading.load(file, model) for file, model in classes.items() if file not in doubles
        }
        broken = {file.id: file.name for file, entry in read.items() if entry is None}
        broken |= {file.id: file.name for file in doubles}
        return [entry for entry in read.values() if entry], {**misnamed, **broken}

    def crisis(self) -> Loaded[CrisisRules] | None:
        """Return the crisis rules; a slip in them costs only the rule it is in (law 4)."""
        file = files.at(self.content / CRISIS, self._shown)
        if file.path.exists():
            return self.reading.load(file, CrisisRules, salvage=True)
        message = "Die Datei fehlt, der Bot erkennt keine Notlagen."
        renamed = next((path.name for path in files.inside(self.content) if self._was_crisis(path)), None)
        lost = "Hole sie aus der letzten Fassung zurück."
        advice = f"Heißt sie jetzt {renamed}? Dann nenne sie wieder {CRISIS}." if renamed else lost
        self.reading.note(file.problem(message, advice))
        return None

    def _was_crisis(self, path: Path) -> bool:
        """Tell whether *path* is what the missing crisis rules are called now."""
        return path.suffix in _YAML and closest(path.name, (CRISIS, SYNONYMS)) == CRISIS and not (self.content / CRISIS).exists()

    def synonyms(self) -> Loaded[Synonyms] | None:
        """Return the words people use; None where the file is missing or has errors."""
        file = files.at(self.content / SYNONYMS, self._shown)
        return self.reading.load(file, Synonyms) if file.path.exists() else None

    def missing(self) -> dict[str, SourceFile]:
        """Return the folders of entries that are not there, by the kind of what is in them."""
        folders = {**{topic_class.kind: topic_class.folder for topic_class in TOPIC_CLASSES}, PATH: PATHS}
        at = {kind: files.at(self.content / folder, self._shown) for kind, folder in folders.items()}
        return {kind: file for kind, file in at.items() if not file.path.exists()}

    @property
    def _shown(self) -> str:
        return self.content.resolve().name

    def _folders(self) -> Iterator[tuple[Path, str, type[Thing]]]:
        for topic_class in TOPIC_CLASSES:
            yield self.content / topic_class.folder, f"{self._shown}/{topic_class.folder}", topic_class
        yield self.content / PATHS, f"{self._shown}/{PATHS}", GuidedPath
        yield self.intents, self.intents.resolve().name, Intent

    def _stray(self, path: Path, lost: Sequence[str]) -> Iterator[Problem]:
        """Yield what is told of something no one reads; an error where entries are *lost* there."""
        file = files.at(path, self._shown)
        severity: Severity = "error" if lost else "warning"
        if path.is_dir() and not path.name.startswith("_"):
            costs = f", so {'fehlt ihm ein Eintrag' if len(lost) == 1 else f'fehlen ihm {len(lost)} Einträge'}" if lost else ""
            yield file.problem(f"Den Ordner «{path.name}» liest der Bot nicht{costs}.", self._meant(path.name), severity)
        elif path.suffix in _YAML and path.name not in {CRISIS, SYNONYMS}:
            advice = did_you_mean(path.name, (CRISIS, SYNONYMS)) or "Lege sie in einen der Ordner."
            yield file.problem("Diese Datei liest der Bot hier nicht.", advice, severity)

    def _meant(self, name: str) -> str:
        """Return what to do with a folder of that name."""
        missing = [folder for folder in _FILLED if not (self.content / folder).exists()]
        meant = FOLDERS.get(name.lower()) or closest(name, _FOLDERS) or (missing[0] if len(missing) == 1 else None)
        if meant is None:
            return f"Lege die Dateien in einen von diesen: {', '.join(_FILLED)}."
        return f"Benenne ihn in {meant} um." if meant in missing else f"Lege die Dateien in den Ordner {meant}."
