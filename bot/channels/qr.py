"""QR codes; the only door to the library that draws them."""

from __future__ import annotations

import io
from collections.abc import Mapping

import segno

BORDER = 4
"""Modules of white around a code; the standard asks for four."""
SCALE = 12
"""Pixels a module: sharp on a poster, small enough for a chat."""


def png(url: str) -> bytes:
    """Return the code of *url* as a PNG picture."""
    return _saved(url, "png")


def svg(url: str) -> bytes:
    """Return the code of *url* as an SVG drawing, in UTF-8."""
    return _saved(url, "svg")


def _saved(url: str, kind: str) -> bytes:
    stream = io.BytesIO()
    _code(url).save(stream, kind=kind, scale=SCALE, border=BORDER)
    return stream.getvalue()


def blocks(url: str) -> str:
    """Return the code of *url* in half blocks for a terminal, without colours."""
    stream = io.StringIO()
    _code(url).save(stream, kind="txt", border=BORDER)
    rows = [[digit == "1" for digit in line] for line in stream.getvalue().splitlines()]
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    pairs = zip(rows[::2], rows[1::2], strict=True)
    # Light on dark, as most terminals are: a block is a white module.
    return "\n".join("".join(_HALVES[upper, lower] for upper, lower in zip(*pair, strict=True)) for pair in pairs)


_HALVES: Mapping[tuple[bool, bool], str] = {(True, True): " ", (True, False): "▄", (False, True): "▀", (False, False): "█"}


def _code(url: str) -> segno.QRCode:
    # Level M survives a coffee stain on a flyer; a micro code would not be read by every phone.
    return segno.make(url, error="m", micro=False)
