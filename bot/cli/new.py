"""`new`: begins a file for staff."""

from __future__ import annotations

from pathlib import Path

from bot.cli.environment import day_in, settings_for
from bot.cli.mistakes import WrongCall
from bot.knowledge import read
from bot.knowledge.files import slug
from bot.knowledge.german import german_day
from bot.knowledge.problems import did_you_mean
from bot.model.catalogue import Catalogue
from bot.model.topics import TOPIC_CLASSES
from bot.settings import Settings
from bot.workshop.check import check
from bot.workshop.drafting.form import Line, form
from bot.workshop.drafting.fromtext import FROM_TEXT, Draft
from bot.workshop.drafting.interview import Interview
from bot.workshop.folders import Folders

_FOLDERS = tuple((topic_class.kind, topic_class.folder) for topic_class in TOPIC_CLASSES)
_KINDS = (*(kind for kind, _ in _FOLDERS), "intent")


def new_here(kind: str, today: str | None) -> None:
    """Ask a few questions and write the file they are answered with."""
    _require(kind, _KINDS)
    settings = settings_for(today)
    day, catalogue = day_in(settings), _catalogue(settings)
    try:
        identifier, lines = Interview(_asked, print, catalogue, day).answers(kind)
    except (EOFError, KeyboardInterrupt):
        raise WrongCall("Abgebrochen, es wurde nichts geschrieben.") from None
    _write(kind, identifier, lines, settings, f"Angelegt am {german_day(day)}. Zeilen mit # sind Vorschläge.")


def draft_here(kind: str, text_file: str, url: str | None, identifier: str | None, today: str | None) -> None:
    """Write a draft of what the text in a file says, under *identifier* or the beginning of its title."""
    _require(kind, FROM_TEXT)
    settings = settings_for(today)
    day = day_in(settings)
    catalogue = _catalogue(settings)
    draft = Draft(_text(Path(text_file)), kind, url or "", catalogue, day)
    if not draft.title():
        raise WrongCall(f"In {text_file} steht kein Text.")
    name = slug(identifier or draft.title())
    if identifier and name != identifier:
        raise WrongCall(f"«{identifier}» ist keine Kennung. Meintest du {name}?")
    if name in catalogue.topics or name in catalogue.intents:
        raise WrongCall(f"«{name}» gibt es schon. Ändere den Eintrag, oder nenne den Entwurf anders: --id KENNUNG.")
    about = f"Entwurf aus {Path(text_file).name} vom {german_day(day)}. Prüfe jede Zeile; in «…» steht der Satz, aus dem sie ist."
    _write(kind, name, draft.lines(), settings, about)


def _require(kind: str, kinds: tuple[str, ...]) -> None:
    if kind not in kinds:
        raise WrongCall(f"Die Art «{kind}» geht hier nicht, nur: {', '.join(kinds)}. {did_you_mean(kind, kinds)}".rstrip())


def _catalogue(settings: Settings) -> Catalogue:
    return read(settings.content_dir, settings.intents_dir).catalogue


def _asked(question: str) -> str:
    return input(f"{question}{'' if question.endswith('?') else ':'} ")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        raise WrongCall(f"Die Datei mit dem Text lässt sich nicht öffnen: {path}.") from None
    except UnicodeDecodeError:
        raise WrongCall(f"{path} ist nicht als UTF-8 gespeichert.") from None


def _write(kind: str, identifier: str, lines: tuple[Line, ...], settings: Settings, about: str) -> None:
    """Write a new file, never over one that is there, and say what is left to do."""
    folder = settings.intents_dir if kind == "intent" else settings.content_dir / dict(_FOLDERS)[kind]
    path = folder / f"{identifier}.yaml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(form(kind, lines, about=about))
    except FileExistsError:
        raise WrongCall(f"{path} gibt es schon. Benenne sie um oder ändere sie.") from None
    except OSError:
        raise WrongCall(f"{path} lässt sich nicht schreiben.") from None
    print(f"Geschrieben: {path}")
    _left_to_do(path, settings)
    if any(line.key == "answer" and "facet" in line.value for line in lines):
        print(f"Die Antworten kommen in die Einträge: facets, darunter {identifier}: mit de: und en:")


def _left_to_do(path: Path, settings: Settings) -> None:
    problems = check(Folders(settings.content_dir, settings.intents_dir), day_in(settings)).problems
    own = [problem for problem in problems if problem.file.endswith(f"{path.parent.name}/{path.name}")]
    print(*own, sep="\n", end="\n" if own else "")
    is_broken = any(problem.severity == "error" for problem in own)
    print(f"{'Ist das behoben, ansehen' if is_broken else 'Ansehen'}: python -m bot preview {path.stem}")
    if path.parent == settings.intents_dir:
        print(f"Fragen, die darauf warten (python -m bot inbox), dazunehmen: python -m bot inbox to {path.stem} NUMMER …")
