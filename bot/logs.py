"""Logs that name no one: structlog for our own events, other libraries held back.

Our events carry only what we put there: counts, reasons, places in the code. What libraries
log is another matter (httpx writes addresses with the token, the Telegram library whole
messages), so of their lines only the fixed template is kept, and only from warnings on.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

HIDDEN = "[…]"
FRAMES = 3


def set_up_logs(level: str, form: str, secrets: Iterable[str], stream: TextIO | None = None) -> None:
    """Send logs of *level* and above to *stream* (default: standard error).

    *form* is ``console`` or ``json``. *secrets* are blotted out wherever they still turn up.
    """
    out = stream or sys.stderr
    rendered: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=out.isatty())
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _without_words,
            _Blotter(secrets),
            rendered,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(out),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers[:] = [_Foreign()]
    root.setLevel(logging.WARNING)


class _Foreign(logging.Handler):
    """Passes on that a library complained, without the words it used."""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep logger, level, error class and the template; what was filled in is dropped."""
        # A line without arguments may be a finished f-string: then its words are data, not template.
        template = str(record.msg) if record.args else "library_message"
        structlog.get_logger().log(record.levelno, template, library=record.name, exc_info=record.exc_info)


def _without_words(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Replace an exception by its class and the last places in the code: its message may quote people."""
    error, trace = _exception(event.pop("exc_info", None))
    if error is not None:
        event["error"] = type(error).__name__
        event["where"] = _places(trace)
    return event


def _exception(given: object) -> tuple[BaseException | None, TracebackType | None]:
    error = sys.exc_info()[1] if given is True else given
    if isinstance(error, tuple):
        error = error[1]
    return (error, error.__traceback__) if isinstance(error, BaseException) else (None, None)


def _places(trace: TracebackType | None) -> str:
    frames = traceback.StackSummary.extract(traceback.walk_tb(trace), lookup_lines=False)[-FRAMES:]
    return " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)


class _Blotter:
    """Blots secrets out of every text of an event."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = tuple(secret for secret in secrets if secret)

    def __call__(self, _logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
        return {key: self._clean(value) for key, value in event.items()}

    def _clean(self, value: object) -> object:
        if not isinstance(value, str):
            return value
        for secret in self._secrets:
            value = value.replace(secret, HIDDEN)
        return value
