"""From replies to Telegram messages: pure, and always taken by the strict server's own rules."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.telegram.buttons import is_openable, keyboard
from bot.channels.telegram.render import LIMIT, NOTHING, Part, render
from bot.model.reply import LABEL_LIMIT, Block, Choice, Items, Link, Reply, SourceNote, Text
from tests.botapi.keyboards import read_keyboard
from tests.botapi.markup import read_text, utf16

ANY_TEXT = st.text(st.characters(), max_size=400) | st.text(st.sampled_from("<>&;\"'/abi \n\u200b\U0001f642"))
LONG_TEXT = st.builds(
    lambda piece, times: piece * times,
    st.text(st.characters(), min_size=1, max_size=12),
    st.integers(1, 2500),
)
WORDS = ANY_TEXT | LONG_TEXT
BLOCK = st.one_of(
    st.builds(Text, WORDS),
    st.builds(Items, st.lists(ANY_TEXT, max_size=8).map(tuple)),
    st.builds(SourceNote, ANY_TEXT),
    st.builds(Link, ANY_TEXT, ANY_TEXT.map(lambda rest: "https://example.org/" + rest) | ANY_TEXT),
    st.builds(Choice, ANY_TEXT, ANY_TEXT),
)
REPLY = st.builds(Reply, st.lists(BLOCK, max_size=8).map(tuple))


def reply_of(*blocks: Block) -> Reply:
    """Return a reply of these blocks."""
    return Reply(blocks)


def seen(part: Part) -> str:
    """Return what people see of a part, by the rules of the strict server."""
    return read_text(part.html, "HTML").text


def as_markup(part: Part) -> dict[str, object]:
    """Return the keyboard as it goes over the wire."""
    rows = [
        [{"text": b.label, **({"url": b.url} if b.url else {"callback_data": b.data})} for b in row]
        for row in part.rows
    ]
    return {"inline_keyboard": rows}


@given(REPLY)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_telegram_takes_every_reply(reply: Reply) -> None:
    """Whatever the texts are, every part is within the limits and every button is accepted."""
    parts = render(reply)

    assert parts
    for part in parts:
        assert 0 < utf16(seen(part).strip()) <= LIMIT
        read_keyboard(as_markup(part))


@given(st.text(st.sampled_from("abc ä.!?\n\U0001f642é<&"), max_size=12_000))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_splitting_loses_nothing_but_blanks(text: str) -> None:
    """All letters arrive, in order."""
    parts = render(reply_of(Text(text)))

    shown = "".join("".join(seen(part).split()) for part in parts)
    assert shown == "".join(text.split()) or (shown == NOTHING and not text.strip())


def test_html_is_escaped_everywhere() -> None:
    """Markup in texts, lists and sources is shown, not obeyed."""
    evil = "<b>&amp;</b><a href='x'>"
    (part,) = render(reply_of(Text(evil), Items((evil,)), SourceNote(evil)))

    assert seen(part) == f"{evil}\n\n• {evil}\n\n{evil}"
    assert [entity.type for entity in read_text(part.html, "HTML").entities] == ["italic"]


def test_blocks_come_in_reading_order() -> None:
    """Text, list with bullets, small source line; buttons are not part of the text."""
    (part,) = render(
        reply_of(
            Text("Zwei Kurse:"), Items(("Eins", "Zwei")), Choice("Mehr", "more"), SourceNote("Quelle: X")
        )
    )

    assert part.html == "Zwei Kurse:\n\n• Eins\n• Zwei\n\n<i>Quelle: X</i>"


@pytest.mark.parametrize(
    ("joint", "kind"), [("\n\n", "paragraph"), ("\n", "line"), (". ", "sentence"), (" ", "word")]
)
def test_long_texts_split_at_the_best_sense(joint: str, kind: str) -> None:
    """The cut is at a paragraph, else a line, a sentence, a word."""
    unit = "ein Wort und noch eins " * 4 if kind != "word" else "Wort"
    text = joint.join([unit.strip()] * (9000 // len(unit)))
    first = render(reply_of(Text(text)))[0]

    assert text.startswith(seen(first).strip() + joint.rstrip(" ").replace(".", "", 1))
    assert utf16(seen(first)) > LIMIT // 2


def test_a_split_source_stays_small_in_every_part() -> None:
    """A tag is never cut: each part opens and closes its own."""
    parts = render(reply_of(SourceNote("Quelle & mehr " * 500)))

    assert len(parts) > 1
    assert all(part.html.startswith("<i>") and part.html.endswith("</i>") for part in parts)


def test_an_emoji_with_its_tone_is_not_cut_in_two() -> None:
    """Joined signs stay together at a hard cut."""
    family = "👩‍👩‍👧"
    parts = render(reply_of(Text("x" + family * 1000)))

    assert all(not seen(part).startswith("\u200d") and not seen(part).endswith("\u200d") for part in parts)


@pytest.mark.parametrize(
    "blocks", [(), (Text(""),), (Text(" \u200b\u2060\n"), Items(())), (Choice("Mehr", "more"),)]
)
def test_a_reply_without_words_is_still_a_message(blocks: tuple[Block, ...]) -> None:
    """Telegram takes no empty message, so a sign stands in."""
    assert [seen(part) for part in render(Reply(blocks))] == [NOTHING]


@pytest.mark.parametrize(
    "url",
    [
        "mailto:a@example.org",
        "tel:+493551234",
        "javascript:alert(1)",
        "http://localhost/x",
        "http://127.0.0.1",
        "https://",
        "https://ex ample.org",
        "https://user@example.org",
        "https://example.org:99999",
        "https://example.org/\n",
        "www.example.org",
        "https://[bad",
    ],
)
def test_what_is_no_public_page_is_written_out(url: str) -> None:
    """A link Telegram would refuse as a button stands in the text."""
    (part,) = render(reply_of(Text("Hier:"), Link("Seite", url)))

    assert part.rows == ()
    assert f"Seite: {url.strip()}" in seen(part)


@pytest.mark.parametrize(
    "url",
    [
        "https://qlee.eu",
        "http://www.example.org:8080/a/b?c=d&e=%20#f",
        "https://xn--bcher-kva.example/ümlaut",
        "HTTPS://EXAMPLE.ORG/",
    ],
)
def test_public_pages_are_buttons(url: str) -> None:
    """Ordinary addresses of the web can be tapped, and the strict server takes them."""
    (part,) = render(reply_of(Text("Hier:"), Link("Seite", url)))

    assert is_openable(url)
    assert read_keyboard(as_markup(part))[0][0].url == url


def test_short_labels_share_a_row() -> None:
    """Two short labels stand side by side, a long one alone, in the order of the reply."""
    blocks = [Choice(label, "more") for label in ("Wo?", "Wann?", "Wer kann mir dabei helfen?", "Kosten")]
    labels = [[button.label for button in row] for row in keyboard(blocks)]

    assert labels == [["Wo?", "Wann?"], ["Wer kann mir dabei helfen?"], ["Kosten"]]


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("kurz", "kurz"),
        ("  viel\n Luft ", "viel Luft"),
        (
            "Fachexpertin für Wasserstoffanwendungen in der Lausitz",
            "Fachexpertin für Wasserstoffanwendungen…",
        ),
        ("W" * 60, "W" * 39 + "…"),
        ("", "…"),
    ],
)
def test_labels_are_shortened_after_a_word(label: str, shown: str) -> None:
    """A label takes one line of at most forty characters."""
    button = keyboard([Choice(label, "more")])[0][0]

    assert button.label == shown
    assert len(button.label) <= LABEL_LIMIT


@pytest.mark.parametrize("data", ["", "x" * 65, "ä" * 33])
def test_data_telegram_would_refuse_gets_no_button(data: str) -> None:
    """One bad button must not cost the whole answer."""
    assert keyboard([Choice("Weiter", data)]) == ()


def test_of_an_odd_number_of_short_buttons_the_first_has_a_row_for_itself() -> None:
    """The last ones belong together: back and on, stop and all."""
    said = Reply(tuple(Choice(label, f"q:{label}") for label in ("eins", "zwei", "drei", "ein langer Knopf in seiner Zeile", "vier", "fünf")))

    rows = [[button.label for button in row] for row in render(said)[-1].rows]

    assert rows == [["eins"], ["zwei", "drei"], ["ein langer Knopf in seiner Zeile"], ["vier", "fünf"]]
