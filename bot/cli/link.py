"""`link`: a start link to hand out, with its QR code and the dated facts behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bot.answers.compose import Composer
from bot.channels import qr
from bot.channels.terminal import plain
from bot.cli.environment import day_in, settings_for
from bot.cli.mistakes import WrongCall
from bot.cli.output import put_out
from bot.cli.wiring import LoadWiring
from bot.knowledge.problems import did_you_mean
from bot.language.fold import folded_words
from bot.model.catalogue import Catalogue
from bot.model.links import StartLink, is_campaign
from bot.model.moves import ShowLink
from bot.model.reply import Choice, StartCode
from bot.model.topics import Topic
from bot.model.values import DEFAULT_LANGUAGE

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")
_NO_NAME = (
    "Wie der Bot auf Telegram heißt, ist nicht bekannt: Setze TELEGRAM_BOT_NAME oder nimm --bot, zum Beispiel --bot lausitz_bot."
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: the words that name it, a campaign's code, the bot's name, a file for the QR code."""

    words: str
    campaign: str | None = None
    bot: str | None = None
    out: str | None = None


def link_here(load_wiring: LoadWiring, wanted: Wanted, today: str | None) -> None:
    """Print the link, its QR code, and what it tells on that day; write the code where a file was named.

    Raises `WrongCall` where something is missing, unknown or cannot be written.
    """
    settings = settings_for(today)
    name = _bot_name(wanted.bot or settings.telegram_bot_name)
    if wanted.campaign is not None and not is_campaign(wanted.campaign):
        raise WrongCall("Die Kennung hinter --campaign darf höchstens 18 Zeichen haben: A-Z, a-z, 0-9 und Bindestriche.")
    composer = load_wiring().load_composer(settings)
    link = replace(_named(composer.catalogue, wanted.words), campaign=wanted.campaign)
    url = f"https://t.me/{name}?start={link.payload}"
    # First of all: where the file cannot be written, nothing is shown as if all were well.
    written = [_written(url, Path(wanted.out))] if wanted.out is not None else []
    print(url)
    print(qr.blocks(url))
    print("\n".join((_told(composer, link, day_in(settings)), *written)))


def _bot_name(given: str | None) -> str:
    name = (given or "").strip().removeprefix("@")
    if not name:
        raise WrongCall(_NO_NAME)
    if not _NAME.fullmatch(name):
        raise WrongCall(f"«{name}» ist kein Name eines Bots: 4 bis 32 Zeichen aus A-Z, a-z, 0-9 und _, am Anfang ein Buchstabe.")
    return name


def _named(catalogue: Catalogue, words: str) -> StartLink:
    """Return the link to what *words* name: an id, a former id, a title or an alias."""
    if not words.strip():
        raise WrongCall("Wohin soll der Link führen? Zum Beispiel: python -m bot link wasserstoff-fachexperte")
    topic, intent = catalogue.topic(words), catalogue.intent(words)
    if topic is None and intent is not None:
        return StartLink(intent=intent.id)
    found = [topic] if topic else [each for each in catalogue.topics.values() if _is_called(each, words)]
    if len(found) == 1:
        return StartLink(topic=found[0].id)
    if found:
        raise WrongCall(f"«{words}» heißen mehrere Einträge. Nimm die Kennung: {', '.join(each.id for each in found)}.")
    near = did_you_mean(words, (*catalogue.topics, *catalogue.intents))
    raise WrongCall(f"Einen Eintrag «{words}» gibt es nicht. {near}".rstrip())


def _is_called(topic: Topic, words: str) -> bool:
    said = folded_words(words)
    return any(folded_words(name) == said for name in (*topic.title.values(), *topic.also_called))


def _written(url: str, path: Path) -> str:
    """Write the code of *url* to *path* and return what says so."""
    kinds = {".svg": qr.svg, ".png": qr.png}
    if path.suffix.lower() not in kinds:
        raise WrongCall(f"Für den QR-Code braucht --qr eine Datei, die auf .svg oder .png endet, nicht «{path.name}».")
    return put_out(path, kinds[path.suffix.lower()](url))


def _told(composer: Composer, link: StartLink, today: date) -> str:
    """Return what the bot says about the link, without the code that stands above it."""
    reply = composer.compose(ShowLink(link), DEFAULT_LANGUAGE, today)
    said = tuple(block for block in reply.blocks if not isinstance(block, StartCode | Choice))
    return plain(replace(reply, blocks=said))
