"""What `evaluate` found out, in German or as JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import asdict

from bot.understanding.quality import Bin, Quality

_NAMED = 10
_WIDTH = 24


def as_json(quality: Quality) -> str:
    """Return all measures as one JSON object; what could not be measured is null."""
    return json.dumps(_known(asdict(quality)), ensure_ascii=False)


def _known(value: object) -> object:
    if isinstance(value, float):
        return None if math.isnan(value) else round(value, 4)
    if isinstance(value, Mapping):
        return {key: _known(item) for key, item in value.items()}
    return [_known(item) for item in value] if isinstance(value, list | tuple) else value


def in_words(quality: Quality) -> str:
    """Return the measures as lines for people."""
    return "\n".join(_lines(quality))


def _lines(quality: Quality) -> Iterator[str]:
    yield f"{quality.questions} Fragen, {quality.labelled} mit bekannter Antwort, {quality.foreign} fremde"
    yield _row("An erster Stelle", _percent(quality.first))
    yield _row("Unter den ersten drei", _percent(quality.three))
    yield _row("Direkt beantwortet", f"{_percent(quality.answered)}, von den fremden {_percent(quality.answered_foreign)}")
    yield _row("Fremde abgelehnt", f"{_percent(quality.refused)} (wenn 95 % der eigenen durchkommen)")
    times = (f"p50 {_ms(quality.p50_ms)}", f"p99 {_ms(quality.p99_ms)}", f"längste {_ms(quality.slowest_ms)}")
    yield _row("Zeit je Frage", " · ".join(times))
    if quality.reliability:
        off = _number(100 * quality.calibration_error, 1)
        yield _row("Sicherheit", f"weicht im Mittel um {off} Punkte von dem ab, was stimmt")
        yield from map(_bin, quality.reliability)
    if quality.confusions:
        yield "Am häufigsten verwechselt"
    for each in quality.confusions[:_NAMED]:
        yield f"  {each.times:4} × {each.wanted} → {each.first or 'nichts gelesen'}"


def _row(name: str, value: str) -> str:
    return f"{name:<{_WIDTH}}{value}"


def _bin(each: Bin) -> str:
    span = f"{_number(each.low, 1)} bis {_number(each.high, 1)}"
    return f"  {span}  gesagt {_number(each.confidence, 2)}, richtig {_number(each.right, 2)} ({each.questions})"


def _percent(value: float) -> str:
    return "–" if math.isnan(value) else f"{_number(100 * value, 1)} %"


def _ms(value: float) -> str:
    return "–" if math.isnan(value) else f"{_number(value, 1)} ms"


def _number(value: float, places: int) -> str:
    return f"{value:.{places}f}".replace(".", ",")
