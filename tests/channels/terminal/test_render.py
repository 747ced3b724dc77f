"""How replies look in a terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from bot.channels.terminal.render import WIDEST, clean, framed, plain
from bot.model.reply import (
    Attached,
    CalendarFile,
    Choice,
    ContactCard,
    Items,
    Link,
    Reply,
    SourceNote,
    StartCode,
    Text,
    Venue,
)

REPLY = Reply(
    (
        Text("Drei Kurse:"),
        Items(("Schweißen", "Löten")),
        Link("Seite öffnen", "https://example.org"),
        Choice("Wann?", "q:dates:kurs"),
        Choice("Wo?", "q:place:kurs"),
        SourceNote("Quelle: Seite · Stand 2024"),
    )
)


def drawn(reply: Reply, width: int) -> str:
    """Return what a screen of *width* columns shows."""
    console = Console(file=io.StringIO(), width=width, force_terminal=False)
    console.print(framed(reply, width))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_plain_text_says_everything_in_reading_order() -> None:
    """Sentences, list, page with its address, source, numbered choices."""
    assert plain(REPLY).split("\n\n") == [
        "Drei Kurse:",
        "• Schweißen\n• Löten",
        "→ Seite öffnen: https://example.org",
        "Quelle: Seite · Stand 2024",
        "[1] Wann?\n[2] Wo?",
    ]


@pytest.mark.parametrize("width", [20, 80, 200])
def test_a_frame_holds_the_same(width: int) -> None:
    """Whatever the width, nothing is lost and no line is wider than the screen or easy to read."""
    lines = drawn(REPLY, width).splitlines()

    assert all(part in "".join(lines) for part in ("Drei Kurse:", "• Löten", "Wann?", " 2 "))
    assert max(map(len, lines)) <= min(width, WIDEST)


def test_a_reply_without_buttons_or_source_has_no_empty_paragraphs() -> None:
    """Only what is there is shown."""
    assert plain(Reply((Text("Gern."),))) == "Gern."
    assert drawn(Reply((Text("Gern."),)), 40).count("\n") == 3


def test_what_people_typed_cannot_steer_the_terminal() -> None:
    """Escape sequences, bells and changes of direction are taken out, line breaks stay."""
    assert clean("a\x1b[31mrot\x07\u202e b\n\x9bc") == "a[31mrot b\nc"
    assert "\x1b" not in plain(Reply((Text("\x1b]0;x"), Items(("\x1b[2J",)), Link("\x1b", "https://e.org"))))


def test_square_brackets_are_no_markup() -> None:
    """A frame shows brackets as they were written."""
    assert "[bold]laut[/bold]" in drawn(Reply((Text("[bold]laut[/bold]"),)), 60)


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        (StartCode("Link", "qlee_messe"), "[Link: https://t.me/…?start=qlee_messe]"),
        (CalendarFile("Kalender", "kurs.ics", "BEGIN"), "[Kalender: kurs.ics]"),
        (ContactCard("Speichern", "Amt", "+493551"), "[Speichern: Amt, +493551]"),
        (Venue("Karte", "Halle", "Cottbus", 51.5, 14.3), "[Karte: Halle, Cottbus (51.5, 14.3)]"),
    ],
)
def test_what_a_terminal_cannot_send_it_names(block: Attached, shown: str) -> None:
    """Plain and framed, between the words and the source; nothing is written anywhere."""
    reply = Reply((Text("Bitte."), block, SourceNote("Quelle: Seite")))

    assert plain(reply).split("\n\n") == ["Bitte.", shown, "Quelle: Seite"]
    assert shown in drawn(reply, 80)
