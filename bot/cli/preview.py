"""`preview`: what the bot will say, in the terminal or as a page."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.answers.compose import Composer
from bot.answers.texts import Texts
from bot.channels.terminal import clean
from bot.cli.environment import day_in, settings_for
from bot.cli.mistakes import WrongCall
from bot.cli.opening import hint, language_for
from bot.cli.output import write_out
from bot.conversation.mending import mended_texts
from bot.knowledge import read
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
    previewer = Previewer(Composer(catalogue, Texts(catalogue.texts)), language, day)
    if not identifier and not html:
        raise WrongCall("Welcher Eintrag? Nenne seine Kennung: python -m bot preview KENNUNG, oder alle: --html DATEI")
    sheets = (previewer.sheet(identifier),) if identifier else tuple(previewer.sheets())
    if html:
        write_out(Path(html), page(sheets, day))
    else:
        _print(sheets[0])


def _print(sheet: Sheet) -> None:
    print(clean("\n".join(in_words(sheet))).rstrip())
