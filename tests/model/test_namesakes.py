"""Who is named in a text."""

from __future__ import annotations

from bot.model.namesakes import acts, namesakes
from tests.builders import a_network, a_person, a_theme, an_organisation

KNOWN = namesakes(
    topic
    for topic in (
        an_organisation("ihk", title={"de": "IHK Cottbus (Kammer)", "en": "Chamber of Cottbus"}, also_called=["IHK"]),
        a_network("qlee", title="QLEE"),
        a_person("ada-muster", title="Ada Muster"),
        a_theme("wind", title="Wind"),
    )
    if acts(topic)
)


def test_who_is_named_is_found_in_the_order_of_the_text() -> None:
    """Whole words count, without what a title says in brackets; themes do not act."""
    assert KNOWN.named_in("Ada Muster (QLEE) und die IHK, mehr Wind", "de") == ("ada-muster", "qlee", "ihk")
    assert KNOWN.named_in("IHKs und QLEEs", "de") == ()


def test_a_title_counts_in_the_language_of_the_text_alone() -> None:
    """What somebody is called besides counts in every language."""
    assert KNOWN.named_in("The Chamber of Cottbus", "en") == ("ihk",)
    assert KNOWN.named_in("Die Chamber of Cottbus", "de") == ()
    assert KNOWN.named_in("the IHK", "en") == ("ihk",)
