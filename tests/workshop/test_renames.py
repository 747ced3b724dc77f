"""A file that got another name keeps its old id, so that old buttons still lead somewhere."""

from __future__ import annotations

import subprocess
from datetime import date

import pytest

from bot.workshop.check import check
from bot.workshop.fixing import repair
from bot.workshop.revisions import NoRevision, unpack
from tests.house import House

TODAY = date(2026, 11, 22)
OLD, NEW = "content/offers/schweisskurs.yaml", "content/offers/schweissen.yaml"
TOLD = "content/offers/schweissen.yaml:1:1  Warnung\n  Bis jetzt hieß diese Datei «schweisskurs»; alte Knöpfe und Links führen so ins Leere. Ergänze formerly: [schweisskurs]."


def git(house: House, *arguments: str) -> None:
    """Run git in the house, as nobody in particular."""
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    command = ("git", "-C", str(house.root), *who, *arguments)
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def committed(house: House) -> House:
    """Give a house under git."""
    git(house, "init")
    git(house, "add", ".")
    git(house, "commit", "-m", "x")
    return house


def told(house: House) -> list[str]:
    """Return what staff are told."""
    return [str(problem) for problem in check(house.folders, TODAY).problems]


@pytest.mark.parametrize("is_staged", [True, False])
def test_a_renamed_file_is_told_to_keep_its_old_id(committed: House, is_staged: bool) -> None:
    """Whether or not git has been told of it."""
    (committed.root / OLD).rename(committed.root / NEW)
    if is_staged:
        git(committed, "add", ".")

    assert told(committed) == [TOLD]


def test_the_old_id_is_kept_by_fix(committed: House) -> None:
    """The rest of the file stays as it was, comments too."""
    text = "# wichtig\n" + committed.read(OLD)
    (committed.root / OLD).unlink()
    committed.write(NEW, text)
    repair(committed.folders, TODAY)

    assert committed.read(NEW) == text + "formerly: [schweisskurs]\n"
    assert told(committed) == []


def test_a_file_that_is_gone_is_no_rename(committed: House) -> None:
    """Another course that is new by chance does not inherit its id."""
    (committed.root / OLD).unlink()
    committed.write(NEW, "title: {de: Kochen, en: Cooking}\ntype: advice\n")

    assert not any("hieß" in line for line in told(committed))


def test_without_git_nothing_is_said(house: House) -> None:
    """A folder on a server has no history."""
    (house.root / OLD).rename(house.root / NEW)

    assert told(house) == []


def test_an_earlier_state_is_put_into_a_folder(committed: House) -> None:
    """Whatever was changed since."""
    committed.write(OLD, "kaputt")
    unpack("HEAD", committed.folders.content, committed.root / "before")

    assert (committed.root / "before/offers/schweisskurs.yaml").read_text("utf-8").startswith("title: {de: Schweißkurs")


def test_a_state_nobody_knows_is_a_sentence(committed: House) -> None:
    """Staff see what they typed."""
    with pytest.raises(NoRevision, match="Einen Stand «gestern» kennt git hier nicht"):
        unpack("gestern", committed.folders.content, committed.root)
