"""What the files that could not be read are about: told by their names alone, so that who asks hears an honest answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = re.compile(r"^(?:title|also_called):(.+)$", re.MULTILINE)
_LANGUAGE = re.compile(r"^\s*[a-z]{2,3}:\s")
_APART = re.compile(r"[,\[\]{}\"]+|\s#.*$")


def names_in(raw: bytes, identifier: str) -> Iterator[str]:
    """Yield what a file is called, by its id and by its title lines, whatever is wrong with its YAML."""
    yield identifier.replace("-", " ")
    for line in _LINE.findall(raw.decode("utf-8", "replace")):
        for part in _APART.split(_LANGUAGE.sub("", line)):
            name = _LANGUAGE.sub("", f"{part} ").strip(" '|>")
            if name and not name.endswith(":"):
                yield name
