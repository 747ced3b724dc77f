"""What the tests of the reader share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.support import Folders, good_folders


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Give two folders in which nothing is wrong."""
    return good_folders(tmp_path)
