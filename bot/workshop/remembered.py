"""Results of long checks, kept as long as neither the files nor the code change."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.knowledge import Problem

_KEPT = 24
_CODE = Path(__file__).parents[1]
_PROBLEMS: TypeAdapter[tuple[Problem, ...]] = TypeAdapter(tuple[Problem, ...])


@dataclass(frozen=True)
class Remembered:
    """Files in *folder*; a disk that cannot be written to is no error."""

    folder: Path

    def problems(self, stage: str, of: Iterable[object], found: Callable[[], tuple[Problem, ...]]) -> tuple[Problem, ...]:
        """Return the problems of a *stage* that depends on nothing but the code and what *of* says."""
        path = self.folder / f"{stage}-{self._key(of)}.json"
        with suppress(OSError, ValidationError):
            return _PROBLEMS.validate_json(path.read_bytes())
        problems = found()
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_PROBLEMS.dump_json(problems))
            self._let_go()
        return problems

    def _key(self, of: Iterable[object]) -> str:
        said = json.dumps([self._code, *map(str, of)])
        return sha256(said.encode()).hexdigest()[:24]

    @cached_property
    def _code(self) -> str:
        total = sha256()
        for path in sorted(_CODE.rglob("*.py")):
            total.update(path.read_bytes())
        return total.hexdigest()

    def _let_go(self) -> None:
        files = sorted(self.folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for path in files[:-_KEPT]:
            path.unlink(missing_ok=True)
