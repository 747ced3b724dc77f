"""Runs one command and turns whatever goes wrong into one German sentence and an exit code.

=====  ==========================================================
0      done
1      `check` found errors, `evaluate` could not read a file or line
2      wrong call or environment
3      another process does this work already
70     a fault of ours; the log line says where
130    ended with Ctrl-C
=====  ==========================================================
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence

import structlog
import typer

from bot.cli.mistakes import misunderstood
from bot.cli.streams import fill_closed, let_go_of_stdout, use_utf8
from bot.cli.table import commands
from bot.cli.wiring import LoadWiring
from bot.errors import BotError
from bot.logs import set_up_logs

WRONG_CALL = 2
OUR_FAULT = 70
INTERRUPTED = 130
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def main(load_wiring: LoadWiring, arguments: Sequence[str]) -> int:
    """Run the command that *arguments* name and return its exit code."""
    fill_closed()
    use_utf8()
    set_up_logs("warning", "console", ())
    try:
        return _run(load_wiring, arguments)
    except BotError as error:
        _told(str(error), *error.details)
        return error.exit_code
    except typer.TyperException as error:
        _told(misunderstood(error, arguments))
        return WRONG_CALL
    except BrokenPipeError:
        let_go_of_stdout()
        return 0
    except SystemExit:
        # Typer ends the process like this, and only then, when the reader of our output went away.
        return 0
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - people get a sentence, never a traceback
        if isinstance(error, OSError) and error.errno in _FULL:
            let_go_of_stdout()
            _told("Der Datenträger ist voll, das Ende der Ausgabe fehlt. Mach Platz und ruf den Befehl noch einmal auf.")
            return WRONG_CALL
        structlog.get_logger().exception("crashed")
        _told("Da ist im Bot etwas schiefgegangen. Die Zeile darüber sagt, an welcher Stelle im Code.")
        return OUR_FAULT


def _run(load_wiring: LoadWiring, arguments: Sequence[str]) -> int:
    code = commands(load_wiring)(list(arguments), prog_name="python -m bot", standalone_mode=False)
    sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _told(sentence: str, *details: str) -> None:
    print("\n".join((sentence, *details)), file=sys.stderr)
