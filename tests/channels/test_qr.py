"""QR codes (`bot.channels.qr`)."""

from __future__ import annotations

import re

from bot.channels import qr

URL = "https://t.me/lausitz_bot?start=wasserstoff-fachexperte_messe-2027"


def test_a_picture_and_a_drawing_of_the_same_code() -> None:
    """The PNG is one that Telegram takes, the SVG one that a printer takes."""
    drawing = qr.svg(URL).decode()

    assert qr.png(URL).startswith(b"\x89PNG\r\n\x1a\n")
    assert re.search(r'<svg [^>]*width="(\d+)" height="\1"', drawing)
    assert drawing.rstrip().endswith("</svg>")


def test_the_code_in_a_terminal_has_its_three_corners_and_a_white_border() -> None:
    """Light modules are drawn, so that a phone can read it from a dark screen."""
    lines = qr.blocks(URL).splitlines()
    corner = " ▄▄▄▄▄ "

    assert len({len(line) for line in lines}) == 1
    assert set(lines[0]) == set(lines[1]) == {"█"}
    assert lines[2].count(corner) == 2
    assert sum(corner in line for line in lines) == 2


def test_other_links_make_other_codes() -> None:
    """The campaign is in the picture."""
    assert qr.png(URL) != qr.png(URL + "x")
    assert qr.blocks(URL) != qr.blocks(URL.replace("messe", "markt"))
