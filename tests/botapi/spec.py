"""An outside table of Bot API methods, if one is given: names and simple kinds are held against it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from tests.botapi.refusal import bad_request

Fields = Mapping[str, tuple[tuple[str, ...], bool]]


class Spec:
    """Methods with their fields: kinds and whether required, as ``{"methods": {name: {"fields": …}}}``."""

    def __init__(self, path: Path) -> None:
        """Read the table; raises OSError or ValueError for a file that is none."""
        table = json.loads(path.read_text(encoding="utf-8"))
        self._methods: dict[str, Fields] = {
            method: {name: (tuple(kinds), needed) for name, (kinds, needed) in entry["fields"].items()}
            for method, entry in table["methods"].items()
        }

    def check(self, method: str, values: Mapping[str, object]) -> None:
        """Hold a call of ours against the table; raises `Refused`."""
        fields = self._methods.get(method)
        if fields is None:
            raise bad_request(f'the table knows no method "{method}"')
        for name, value in values.items():
            if name not in fields:
                raise bad_request(f'the table knows no parameter "{name}" of {method}')
            if not any(_fits(kind, value) for kind in fields[name][0]):
                raise bad_request(f'parameter "{name}" is none of {", ".join(fields[name][0])}')
        missing = [name for name, (_kinds, needed) in fields.items() if needed and name not in values]
        if missing:
            raise bad_request(f'parameter "{missing[0]}" of {method} is required')


def _fits(kind: str, value: object) -> bool:
    if kind.startswith("Array of"):
        return isinstance(value, list)
    simple: Mapping[str, type] = {"Integer": int, "String": str, "Boolean": bool}
    return isinstance(value, simple.get(kind, dict))
