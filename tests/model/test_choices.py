"""Button data: ids only, never longer than Telegram takes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.model import choices

IDS = st.from_regex(r"\A[a-z0-9-]{1,40}\Z")


def test_short_ids_stand_in_the_data_as_they_are() -> None:
    """Whoever reads a log sees what was tapped."""
    assert choices.ask("dates", "messe") == "q:dates:messe"
    assert choices.ask("list-offers") == "q:list-offers"
    assert choices.set_language("auto") == "lang:auto"


def test_two_long_ids_are_replaced_by_digests() -> None:
    """The data stays within the limit and still tells both apart."""
    data = choices.ask("a" * 40, "b" * 40)

    assert data == f"q:{choices.digest('a' * 40)}:{choices.digest('b' * 40)}"
    assert len(data.encode()) <= choices.LIMIT


@given(IDS, st.none() | IDS)
def test_data_never_exceeds_64_bytes(intent: str, topic: str | None) -> None:
    """Whatever ids staff choose, the button can be sent."""
    assert len(choices.ask(intent, topic).encode()) <= choices.LIMIT


@given(IDS, IDS)
def test_digests_differ_where_ids_differ(one: str, other: str) -> None:
    """A digest stands for one id, always the same, and is no id itself."""
    assert (choices.digest(one) == choices.digest(other)) == (one == other)
    assert choices.digest(one).startswith("~")
