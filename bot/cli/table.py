"""The table of commands. Each loads what it needs when it is called, so `ask` never loads Telegram."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from bot.cli.help import help_of, show_help
from bot.cli.names import COMMANDS
from bot.cli.streams import readable
from bot.cli.wiring import LoadWiring

_Today = Annotated[
    str | None, typer.Option("--today", metavar="TAG", help="Tut so, als wäre dieser Tag: 2027-03-01")
]
_Lang = Annotated[
    str | None, typer.Option("--lang", metavar="SPRACHE", help="Antwortet nur in dieser Sprache: de, de-simple oder en")
]
_Help = Annotated[
    bool, typer.Option("--help", "-h", is_eager=True, callback=show_help, help="Zeigt diese Hilfe")
]
_Why = Annotated[bool, typer.Option("--why", help="Sagt auch, warum so geantwortet wird")]
_Jsonl = Annotated[bool, typer.Option("--jsonl", help="Liest Fragen als JSON-Zeilen und antwortet ebenso")]
_Full = Annotated[bool, typer.Option("--full", help="Prüft auch alle Antworten und Testsätze")]
_Intents = Annotated[
    str | None, typer.Option("--intents", metavar="ORDNER", help="Ordner mit Fragen (sonst INTENTS_DIR)")
]
_Questions = Annotated[
    str | None, typer.Option("--questions", metavar="DATEI", help="JSON-Zeilen mit id, question und intent")
]
_Json = Annotated[bool, typer.Option("--json", help="Gibt auch die Zusammenfassung als JSON aus")]
_AsJson = Annotated[bool, typer.Option("--json", help="Gibt alles als JSON aus")]
_Github = Annotated[bool, typer.Option("--github", help="Gibt Anmerkungen aus, die GitHub an der Zeile zeigt")]
_Fix = Annotated[bool, typer.Option("--fix", help="Berichtigt vorher, was sicher ist")]
_FromText = Annotated[
    str | None, typer.Option("--from-text", metavar="DATEI", help="Entwirft aus dem Text einer Webseite")
]
_Url = Annotated[str | None, typer.Option("--url", metavar="ADRESSE", help="Adresse dieser Webseite")]
_Id = Annotated[str | None, typer.Option("--id", metavar="KENNUNG", help="Kennung des Entwurfs, sonst aus dem Titel")]
_Html = Annotated[str | None, typer.Option("--html", metavar="DATEI", help="Schreibt eine Seite für den Browser")]
_Days = Annotated[int, typer.Option("--days", metavar="TAGE", help="Wie weit vorausgesehen wird (30)")]
_Ics = Annotated[bool, typer.Option("--ics", help="Gibt eine Kalenderdatei aus")]
_Week = Annotated[bool, typer.Option("--week", help="Die letzten sieben Tage (das ist auch ohne diese Angabe so)")]
_Poll = Annotated[bool, typer.Option("--poll", help="Fragt bei Telegram ab, auch wenn WEBHOOK_URL gesetzt ist")]
_Remove = Annotated[bool, typer.Option("--remove-webhook", help="Entfernt vor dem Abfragen einen alten Webhook")]

_Campaign = Annotated[
    str | None, typer.Option("--campaign", metavar="KENNUNG", help="Sagt, woher jemand kommt: messe-2027")
]
_Qr = Annotated[str | None, typer.Option("--qr", metavar="DATEI", help="Schreibt den QR-Code: code.svg oder code.png")]
_Bot = Annotated[str | None, typer.Option("--bot", metavar="NAME", help="Name des Bots (sonst TELEGRAM_BOT_NAME)")]


def commands(load_wiring: LoadWiring) -> Callable[..., object]:
    """Return the command line; *load_wiring* brings the composition root when a command needs it."""
    table = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    table.callback(invoke_without_command=True, add_help_option=False)(_top)
    carried_out = _Commands(load_wiring)
    for name in COMMANDS:
        table.command(name, add_help_option=False)(getattr(carried_out, name))
    return table


def _top(ctx: typer.Context, _help: _Help = False) -> None:
    """Without a command, show what there is."""
    if ctx.invoked_subcommand is None:
        typer.echo(help_of(ctx))


class _Commands:
    """Carries out the commands."""

    def __init__(self, load_wiring: LoadWiring) -> None:
        self._load_wiring = load_wiring

    def chat(self, today: _Today = None, lang: _Lang = None, _help: _Help = False) -> None:
        """Talk in the terminal."""
        from bot.cli.chat import chat_here

        chat_here(self._load_wiring, today, lang)

    def ask(
        self,
        question: Annotated[list[str] | None, typer.Argument()] = None,
        why: _Why = False,
        jsonl: _Jsonl = False,
        lang: _Lang = None,
        today: _Today = None,
        _help: _Help = False,
    ) -> None:
        """Answer one question, or one a line."""
        from bot.cli.ask import ask_lines, ask_once

        asked = readable(" ".join(question or ()))
        if jsonl:
            ask_lines(self._load_wiring, asked, today, lang)
        else:
            ask_once(self._load_wiring, asked, today, lang, why=why)

    def check(
        self,
        full: _Full = False,
        json: _AsJson = False,
        github: _Github = False,
        fix: _Fix = False,
        today: _Today = None,
        _help: _Help = False,
    ) -> int:
        """Say what is wrong in the files."""
        from bot.cli.problems import style_of

        style = style_of(json=json, github=github)
        if fix:
            from bot.cli.check_fix import repair_here

            repair_here(today, style)
        if full:
            from bot.cli.check_full import check_fully

            return check_fully(self._load_wiring, today, style)
        from bot.cli.check import check_here

        return check_here(today, style)

    def preview(
        self,
        topic: Annotated[str | None, typer.Argument()] = None,
        html: _Html = None,
        lang: _Lang = None,
        today: _Today = None,
        _help: _Help = False,
    ) -> None:
        """Show what the bot will say."""
        from bot.cli.preview import preview_here

        preview_here(topic, today, lang, html)

    def calendar(
        self, days: _Days = 30, json: _AsJson = False, ics: _Ics = False, today: _Today = None, _help: _Help = False
    ) -> None:
        """Say what is due."""
        from bot.cli.calendar import plan_here

        plan_here(today, days, as_json=json, as_calendar=ics)

    def diff(
        self,
        old: Annotated[str, typer.Argument()],
        new: Annotated[str | None, typer.Argument()] = None,
        json: _AsJson = False,
        today: _Today = None,
        _help: _Help = False,
    ) -> None:
        """Say what another state of the files answers otherwise."""
        from bot.cli.diff import diff_here

        diff_here(self._load_wiring, old, new, today, as_json=json)

    def inbox(
        self,
        what: Annotated[list[str] | None, typer.Argument()] = None,
        today: _Today = None,
        _help: _Help = False,
    ) -> None:
        """Show what was not answered, and settle it."""
        from bot.cli.inbox import inbox_here

        inbox_here(self._load_wiring, tuple(what or ()), today)

    def report(self, _week: _Week = False, html: _Html = None, today: _Today = None, _help: _Help = False) -> None:
        """Show how the last seven days went; there is no other stretch, so that ``--week`` may be left out."""
        from bot.cli.report import report_here

        report_here(today, html)

    def new(
        self,
        kind: Annotated[str, typer.Argument()],
        from_text: _FromText = None,
        url: _Url = None,
        identifier: _Id = None,
        today: _Today = None,
        _help: _Help = False,
    ) -> None:
        """Begin a file."""
        from bot.cli.new import draft_here, new_here

        if from_text:
            draft_here(kind, from_text, url, identifier, today)
        else:
            new_here(kind, today)

    def schema(self, folder: Annotated[str, typer.Argument()] = "content/schemas", _help: _Help = False) -> None:
        """Write what editors complete with."""
        from bot.cli.schema import write_schemas_here

        write_schemas_here(folder)

    def evaluate(
        self,
        intents: _Intents = None,
        questions: _Questions = None,
        json: _Json = False,
        today: _Today = None,
        _help: _Help = False,
    ) -> int:
        """Measure how well questions are understood."""
        from bot.cli.evaluate import evaluate_here

        return evaluate_here(self._load_wiring, intents, questions, today, summary_as_json=json)

    def link(
        self,
        topic: Annotated[list[str] | None, typer.Argument()] = None,
        campaign: _Campaign = None,
        qr: _Qr = None,
        bot: _Bot = None,
        today: _Today = None,
        _help: _Help = False,
    ) -> None:
        """Show a start link."""
        from bot.cli.link import Wanted, link_here

        link_here(self._load_wiring, Wanted(readable(" ".join(topic or ())), campaign, bot, qr), today)

    def run(
        self,
        poll: _Poll = False,
        remove_webhook: _Remove = False,
        today: _Today = None,
        _help: _Help = False,
    ) -> None:
        """Answer on Telegram."""
        from bot.cli.run import run_here

        run_here(self._load_wiring, today, poll=poll, remove_webhook=remove_webhook)

    def migrate(self, today: _Today = None, _help: _Help = False) -> None:
        """Bring the database up to date."""
        from bot.cli.migrate import migrate_here

        migrate_here(today)
