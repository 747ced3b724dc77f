"""`evaluate`: the reader alone, on any folder of intents and any file of questions."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from bot.cli.bars import bar
from bot.cli.environment import day_in, settings_for
from bot.cli.judge import Judge
from bot.cli.mistakes import WrongCall
from bot.cli.opening import hint
from bot.cli.problems import ERRORS, errors_in
from bot.cli.questions import Asked, read_questions
from bot.cli.summary import as_json, in_words
from bot.cli.wiring import LoadWiring
from bot.knowledge import Knowledge, Problem, read
from bot.knowledge.examples import read_examples
from bot.knowledge.problems import shown
from bot.model.catalogue import Catalogue
from bot.settings import Settings
from bot.understanding.quality import Judged, measure

_AT_LEAST = 5
Ranked = tuple[tuple[str, float], ...]


def evaluate_here(
    load_wiring: LoadWiring, intents: str | None, questions: str | None, today: str | None, *, summary_as_json: bool
) -> int:
    """Print how each question is ranked as a line of JSON, and how good that was on standard error.

    Returns 1 where a file or a line could not be read; the others are measured all the same.
    """
    if not questions:
        raise WrongCall("Welche Fragen? Nenne eine Datei: --questions fragen.jsonl")
    settings = settings_for(today)
    asked = read_questions(Path(questions))
    knowledge = _knowledge(Path(intents) if intents else settings.intents_dir, settings)
    problems = (*knowledge.problems, *shown(_in_lines(asked, knowledge.catalogue, questions)))
    print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)
    reader = load_wiring().fit_reader(knowledge.catalogue, settings)
    judge = Judge(reader, knowledge.catalogue, day_in(settings))
    quality = measure(_ask_all(judge, asked))
    print(as_json(quality) if summary_as_json else f"\n{in_words(quality)}", file=sys.stderr)
    return ERRORS if errors_in(problems) else 0


def _knowledge(folder: Path, settings: Settings) -> Knowledge:
    """Read *folder*: our own questions with the content they belong to, any other on its own."""
    if not (settings.content_dir.is_dir() and folder.resolve() == settings.intents_dir.resolve()):
        return read_examples(folder)
    knowledge = read(settings.content_dir, folder)
    if knowledge.problems:
        print(hint(knowledge.problems), file=sys.stderr)
    return replace(knowledge, problems=(), entries=())


def _in_lines(asked: Iterable[Asked], catalogue: Catalogue, file: str) -> Iterator[Problem]:
    """Yield what is wrong with the lines of the file; an intent that the folder lacks is a warning."""
    for each in asked:
        if each.problem:
            yield each.problem
        elif each.wanted is not None and each.wanted not in catalogue.intents:
            message = f"Eine Frage «{each.wanted}» gibt es in dem Ordner nicht."
            yield Problem(Path(file).as_posix(), each.line, 1, "warning", message)


def _ask_all(judge: Judge, asked: Sequence[Asked]) -> list[Judged]:
    """Ask everything, each result printed at once; a line that is no question gets its error."""
    found = []
    with bar("Fragen", len(asked)) as step:
        for each in asked:
            if each.problem:
                _print_line({"id": each.id, "error": each.problem.message})
            else:
                judged = judge.judged(each.question, each.wanted)
                found.append(judged)
                _print_line(_line(each.id, judged, judge.catalogue.intents))
            step()
    return found


def _line(identifier: object, judged: Judged, intents: Iterable[str]) -> dict[str, object]:
    return {
        "id": identifier,
        "ranked": _filled_up(judged.ranked, intents),
        "refusal": judged.refusal,
        "accepted": judged.accepted,
        "ms": round(judged.ms, 3),
    }


def _filled_up(ranked: Ranked, intents: Iterable[str]) -> Ranked:
    """Return at least five intents, or all there are; those that were not ranked have no confidence."""
    named = {intent for intent, _ in ranked}
    others = ((intent, 0.0) for intent in intents if intent not in named)
    return (*ranked, *islice(others, max(0, _AT_LEAST - len(ranked))))


def _print_line(fields: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(fields, ensure_ascii=False) + "\n")
