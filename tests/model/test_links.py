"""What stands behind ``?start=`` (`bot.model.links`)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.links import StartLink, is_campaign, read_payload

IDS = st.from_regex(r"[a-z0-9-]{1,40}", fullmatch=True)
CAMPAIGNS = st.none() | st.from_regex(r"[A-Za-z0-9-]{1,18}", fullmatch=True)
LINKS = st.builds(StartLink, topic=IDS, campaign=CAMPAIGNS) | st.builds(StartLink, intent=IDS, campaign=CAMPAIGNS)


@given(LINKS)
def test_every_link_fits_telegram_and_is_read_back(link: StartLink) -> None:
    """Whatever the id and the campaign, the payload is short, of the letters Telegram takes, and unambiguous."""
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", link.payload)
    assert read_payload(link.payload) == link


@given(st.text(max_size=80) | st.from_regex(r"[A-Za-z0-9_-]{0,70}", fullmatch=True))
def test_whatever_somebody_types_is_read_or_refused(payload: str) -> None:
    """Nothing breaks, and what is read says just what was typed."""
    link = read_payload(payload)

    assert link is None or link.payload == payload


@pytest.mark.parametrize("payload", ["", "_", "Q-", "qlee_", "qlee_a_b", "QLEE", "q-dates\n", "Q-Dates", "qlee " + "x" * 60, "kurs_ü"])
def test_foreign_payloads_are_none_of_ours(payload: str) -> None:
    """What our own links never look like is not guessed at."""
    assert read_payload(payload) is None


@pytest.mark.parametrize(("code", "fits"), [("messe-2027", True), ("Flyer", True), ("", False), ("a_b", False), ("ä", False), ("x" * 19, False)])
def test_a_campaign_is_short_and_plain(code: str, fits: bool) -> None:
    """Letters, digits and hyphens, at most eighteen."""
    assert is_campaign(code) is fits
