"""`preview`: what the bot will say, in the terminal or as a page."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from bot.answers.compose import Composer
from bot.answers.texts import Texts
from bot.channels.terminal import clean
from bot.cli.environment import day_in, settings_for
from bot.cli.mistakes import WrongCall
from bot.cli.opening import hint, language_for
from bot.cli.output import write_out
from bot.conversation.mending import mended_texts
from bot.knowledge import Problem, read
from bot.model.catalogue import Catalogue
from bot.model.values import DEFAULT_LANGUAGE
from bot.workshop.pages import in_words, page
from bot.workshop.preview import Previewer, Sheet


def preview_here(identifier: str | None, today: str | None, lang: str | None, html: str | None) -> None:
    """Print all replies of a topic or question; with *html*, write them as a page, without an id those of all."""
    settings = settings_for(today)
    day, knowledge = day_in(settings), read(settings.content_dir, settings.intents_dir)
    catalogue, about_texts = mended_texts(knowledge, settings.content_dir)
    language = language_for(lang, catalogue.languages) or DEFAULT_LANGUAGE
    if problems := (*knowledge.problems, *about_texts):
        print(hint(problems), file=sys.stderr)
    _require_readable(identifier, catalogue, problems)
    previewer = Previewer(Composer(catalogue, Texts(catalogue.texts)), language, day)
    if not identifier and not html:
        raise WrongCall("Welcher Eintrag? Nenne seine Kennung: python -m bot preview KENNUNG, oder alle: --html DATEI")
    sheets = (previewer.sheet(identifier),) if identifier else tuple(previewer.sheets())
    if html:
        write_out(Path(html), page(sheets, day))
    else:
        _print(sheets[0])


def _require_readable(identifier: str | None, catalogue: Catalogue, problems: Iterable[Problem]) -> None:
    """Say what is wrong in the very file that is asked for, where it cannot be read."""
    if identifier and not (catalogue.topic(identifier) or catalogue.intent(identifier)):
        own = [problem for problem in problems if problem.severity == "error" and Path(problem.file).stem == identifier]
        if own:
            raise WrongCall("\n".join(("So kann der Bot diese Datei nicht lesen:", *map(str, own))))


def _print(sheet: Sheet) -> None:
    print(clean("\n".join(in_words(sheet))).rstrip())
