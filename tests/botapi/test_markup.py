"""HTML as Telegram reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.botapi.markup import read_text
from tests.botapi.refusal import Refused


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<b>", "Can't find end tag"),
        ("</b>", "Unexpected end tag at byte offset 0"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("ä<x>a</x>", 'Unsupported start tag "x" at byte offset 2'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <", "Unclosed start tag at byte offset 2"),
        ("<a href='x>a</a>", "Unclosed start tag"),
        ("<b>a</b", "Unclosed end tag"),
        ("<span>a</span>", "tg-spoiler"),
        ("&#xD800;", "invalid Unicode"),
    ],
)
def test_bad_html_is_refused(html: str, said: str) -> None:
    """Each fault is told with its place in bytes."""
    with pytest.raises(Refused) as caught:
        read_text(html, "HTML")

    assert said in caught.value.description
    assert caught.value.description.startswith("Bad Request: can't parse entities: ")


@pytest.mark.parametrize(
    ("html", "text", "types"),
    [
        ("<b>a</b> &amp; <i>b</i>", "a & b", ["bold", "italic"]),
        ('<a href="https://a.de?b>c">x</a>', "x", ["text_link"]),
        ("&unbekannt; &lt &#65;", "&unbekannt; < A", []),
        ("a > b & c", "a > b & c", []),
        ("<B>🙂</B>", "🙂", ["bold"]),
    ],
)
def test_good_html_is_read(html: str, text: str, types: list[str]) -> None:
    """What Telegram takes is taken, leniencies included."""
    parsed = read_text(html, "HTML")

    assert (parsed.text, [entity.type for entity in parsed.entities]) == (text, types)


@given(st.text(st.sampled_from("<>/&;#xbi ='\"a-ä🙂"), max_size=60))
def test_any_html_is_read_or_refused(html: str) -> None:
    """The reader itself never breaks."""
    try:
        parsed = read_text(html, "HTML")
    except Refused as refusal:
        assert refusal.code == 400
    else:
        assert parsed.text
