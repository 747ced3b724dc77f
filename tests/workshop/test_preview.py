"""What staff see before anyone else does."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser

import pytest

from bot.channels.telegram.buttons import Button
from bot.channels.telegram.render import Part
from bot.conversation.brain import Brain
from bot.workshop.pages import in_words, page
from bot.workshop.preview import NothingToShow, Previewer, Sheet, Shown

TODAY = date(2026, 11, 22)


@dataclass
class Page(HTMLParser):
    """Reads a page: the text of each kind of element, and whether every element is closed."""

    found: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin."""
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go in."""
        given = dict(attrs)
        if tag != "meta":
            self.opened.append(tag)
        if given.get("href"):
            self.links.append(given["href"] or "")
        self.found.append((given.get("class") or tag, ""))

    def handle_endtag(self, tag: str) -> None:
        """Go out."""
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        """Read."""
        if self.found:
            name, text = self.found[-1]
            self.found[-1] = (name, text + data)

    def texts(self, name: str) -> list[str]:
        """Return the texts of elements of one class or tag."""
        return [text.strip() for kind, text in self.found if kind == name]


def read(html: str) -> Page:
    """Return the page, read."""
    reader = Page()
    reader.feed(html)
    assert reader.opened == []
    return reader


@pytest.fixture
def previewer(small_brain: Brain) -> Previewer:
    """Give a previewer of the small house."""
    return Previewer(small_brain.composer, "de", TODAY)


def test_a_topic_is_shown_with_all_it_can_answer(previewer: Previewer) -> None:
    """What it is first; last, what the bot says where nothing stands."""
    sheet = previewer.sheet("schweisskurs")

    assert [shown.intent for shown in sheet.replies] == ["overview", "dates", "registration", "cost", ""]
    assert "Du lernst das Schweißen." in sheet.replies[0].parts[0].html
    assert sheet.replies[1].question == "Wann?"


def test_the_day_decides_what_is_shown(small_brain: Brain) -> None:
    """A year later the course is over."""
    later = Previewer(small_brain.composer, "de", date(2028, 1, 1)).sheet("schweisskurs")

    assert "vorbei" in later.replies[1].parts[0].html


def test_a_question_is_shown_for_each_topic_that_answers_it(previewer: Previewer) -> None:
    """Or once, where it needs none."""
    assert [shown.topic for shown in previewer.sheet("overview").replies] == ["schulnetz", "schweisskurs"]
    assert previewer.sheet("overview").replies[0].question == "Schulnetz: Was ist das?"
    assert [shown.topic for shown in previewer.sheet("greeting").replies] == [None]


@pytest.mark.parametrize(
    ("identifier", "advice"),
    [
        ("schweiskurs", "Meintest du schweisskurs?"),
        ("schwe", "Ähnlich heißen: schweisskurs."),
        ("quatsch", "Was falsch ist, sagt: python -m bot check"),
    ],
)
def test_an_unknown_id_gets_a_proposal(previewer: Previewer, identifier: str, advice: str) -> None:
    """Ids are easily mistyped."""
    with pytest.raises(NothingToShow) as told:
        previewer.sheet(identifier)
    assert str(told.value) == f"«{identifier}» ist weder ein lesbarer Eintrag noch eine Frage. {advice}"


def test_the_page_shows_bubbles_and_buttons(previewer: Previewer) -> None:
    """What Telegram would show, with links that open."""
    shown = read(page([previewer.sheet("schweisskurs")], TODAY))

    assert shown.texts("h1") == ["Schweißkurs"]
    assert "Was ist das?" in shown.texts("says asks")
    assert any("Du lernst das Schweißen." in text for text in shown.texts("says bot"))
    assert "https://example.org/2027" in shown.links
    assert "https://example.org/2024" not in shown.links


def test_the_page_of_everything_leads_to_each_topic(previewer: Previewer) -> None:
    """One link per sheet."""
    shown = read(page(previewer.sheets(), TODAY))

    assert {"#schweisskurs", "#greeting", "#cottbus"} <= set(shown.links)
    assert "#dates" not in shown.links


def test_what_staff_wrote_cannot_break_the_page() -> None:
    """Signs of HTML in titles and labels stay signs."""
    reply = Shown("<b>a & b", "x", None, (Part("1 &lt; 2", ((Button("<i>", url='https://example.org/"x'),),)),))
    shown = read(page([Sheet("a", "<script>", (reply,))], TODAY))

    assert shown.texts("h1") == ["<script>"]
    assert shown.texts("says asks") == ["<b>a & b"]
    assert shown.links == ['https://example.org/"x']


def test_in_the_terminal_buttons_stand_in_brackets() -> None:
    """Two in a row where Telegram has two in a row."""
    rows = ((Button("Ja", data="a"), Button("Nein", data="b")), (Button("Seite", url="https://example.org"),))
    sheet = Sheet("a", "A", (Shown("Wann?", "dates", None, (Part("1 &lt; 2\n\n<i>Quelle</i>", rows),)),))

    assert "\n".join(in_words(sheet)) == (
        "── Wann?  (dates)\n1 < 2\n\nQuelle\n[ Ja ]  [ Nein ]\n[ Seite → https://example.org ]\n"
    )
