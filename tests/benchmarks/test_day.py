"""After a day of chats nothing is stored that somebody wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.store.opening import FILE, open_store
from tests.benchmarks.day import DAY, MORNING, PERSONAL, SECRETS, Day, tables
from tests.conversation.test_paths import the_brain_with_a_path

ASKED = (
    "was kostet der windkurs", "wann startet der imkerkurs", "wo ist die jobmesse", "und wo", "wer macht beim handwerkerbund mit",
    "erinner mich an den windkurs", "sag mir bescheid wenn der imkerkurs stattfindet", "antworte bitte auf englisch", "danke", "mein weg",
    "darf mein goldhamster mitkommen", "welche kurse gibt es", "ich will nicht mehr", "alles zu viel", "draußen sein",
)  # fmt: skip


def bytes_in(folder: Path) -> bytes:
    """Return all bytes of all files."""
    return b"".join(path.read_bytes() for path in folder.iterdir())


@pytest.mark.asyncio
async def test_no_column_holds_what_somebody_wrote(tmp_path: Path) -> None:
    """Only ids and numbers, but for scrubbed questions nobody could answer; neither in the tables nor anywhere in the file."""
    async with open_store(None, tmp_path, alone=True) as store:
        day = Day(store, the_brain_with_a_path(), ASKED)
        await day.live(120)
        await store.retention.let_go(MORNING + DAY)
        kept = {name: rows for name, _, rows in tables(tmp_path / FILE)}
    scrubbed = {str(row[1]) for row in kept["questions"]}
    values = {str(value) for rows in kept.values() for row in rows for value in row} - scrubbed
    on_disk = bytes_in(tmp_path)
    written = {text for text in day.typed if text not in scrubbed and " " in text}

    assert all(kept[name] for name in ("chats", "updates", "subscriptions", "outbox", "questions", "tallies"))
    assert [value for value in values if " " in value] == []
    assert [secret for secret in SECRETS if secret.encode() in on_disk] == []
    assert written >= set(PERSONAL)
    assert [text for text in written if text.encode() in on_disk] == []
