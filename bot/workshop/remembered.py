"""Results of long work, kept as long as neither the files, the code nor the libraries change."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.knowledge import Problem

_KEPT = 24
Result = TypeVar("Result")
_CODE = Path(__file__).parents[1]
PROBLEMS: TypeAdapter[tuple[Problem, ...]] = TypeAdapter(tuple[Problem, ...])


@dataclass(frozen=True)
class Remembered:
    """Files in *folder*; a disk that cannot be written to is no error."""

    folder: Path

    def problems(self, stage: str, of: Iterable[object], found: Callable[[], tuple[Problem, ...]]) -> tuple[Problem, ...]:
        """Return the problems of a *stage* that depends on nothing but the code and what *of* says."""
        return self.result(stage, of, PROBLEMS, found)

    def result(self, stage: str, of: Iterable[object], kind: TypeAdapter[Result], found: Callable[[], Result]) -> Result:
        """Return what such a *stage* leads to; it is *found* only where that is not kept."""
        depends = tuple(of)
        result = self.load(stage, depends, kind)
        if result is None:
            result = found()
            self.save(stage, depends, kind, result)
        return result

    def load(self, stage: str, of: Iterable[object], kind: TypeAdapter[Result]) -> Result | None:
        """Return what a *stage* that depends on *of* led to; None where that is not kept."""
        with suppress(OSError, ValidationError):
            return kind.validate_json(self._path(stage, of).read_bytes())
        return None

    def save(self, stage: str, of: Iterable[object], kind: TypeAdapter[Result], result: Result) -> None:
        """Keep what a *stage* led to."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._path(stage, of).write_bytes(kind.dump_json(result))
            self._let_go()

    def _path(self, stage: str, of: Iterable[object]) -> Path:
        return self.folder / f"{stage}-{self._key(of)}.json"

    def _key(self, of: Iterable[object]) -> str:
        said = json.dumps([self._code, *map(str, of)])
        return sha256(said.encode()).hexdigest()[:24]

    @cached_property
    def _code(self) -> str:
        total = sha256()
        for path in sorted(_CODE.rglob("*.py")):
            total.update(path.read_bytes())
        for folder in sys.path:
            total.update("".join(sorted(path.name for path in Path(folder).glob("*.dist-info"))).encode())
        return total.hexdigest()

    def _let_go(self) -> None:
        files = sorted(self.folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for path in files[:-_KEPT]:
            path.unlink(missing_ok=True)
