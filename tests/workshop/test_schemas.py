"""The schemas editors complete with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import JsonValue

from bot.model.topics import TOPIC_CLASSES
from bot.workshop.schemas import KINDS, schemas, write_schemas

ROOT = Path(__file__).parents[2]
FOLDERS = {f"content/{each.folder}": each.kind for each in TOPIC_CLASSES} | {"intents": "intent", "content/paths": "path"}


def properties(schema: JsonValue) -> Iterator[tuple[str, dict[str, JsonValue]]]:
    """Yield every key that a schema knows, with what it says about it."""
    if isinstance(schema, dict):
        own = schema.get("properties")
        yield from ((name, value) for name, value in (own.items() if isinstance(own, dict) else ()) if isinstance(value, dict))
        for value in schema.values():
            yield from properties(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from properties(item)


def test_the_schemas_of_the_repository_are_those_of_the_classes() -> None:
    """Who changes a class runs `python -m bot schema`."""
    assert {name: (ROOT / "content/schemas" / name).read_text("utf-8") for name in schemas()} == schemas()


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_explained(kind: str) -> None:
    """Hovering over a key tells what belongs there."""
    known = dict(properties(json.loads(schemas()[f"{kind}.json"])))

    assert known
    assert [name for name, said in known.items() if not said.get("description") and "$ref" not in said] == []
    assert "id" not in json.loads(schemas()[f"{kind}.json"])["properties"]


def test_what_may_be_written_is_more_than_what_a_class_holds() -> None:
    """A title as plain text, a fact with its languages beside its source, one theme without a list."""
    offer = json.loads(schemas()["offer.json"])

    assert {"type": "string"} in offer["properties"]["title"]["anyOf"]
    written = {"de", "de-simple", "en", "source", "also_from", "as_of", "status"}
    assert set(offer["$defs"]["Fact"]["anyOf"][1]["properties"]) == written
    assert offer["properties"]["themes"]["anyOf"][1] == offer["properties"]["themes"]["anyOf"][0]["items"]
    assert offer["required"] == ["title", "type"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_names_its_schema(folder: str) -> None:
    """In its first line, by a way that leads there."""
    for path in (ROOT / folder).glob("*.yaml"):
        first = path.read_text("utf-8").split("\n")[0]
        assert first.startswith("# yaml-language-server: $schema=")
        assert (path.parent / first.partition("=")[2]).resolve() == ROOT / "content/schemas" / f"{FOLDERS[folder]}.json"


def test_they_are_written_where_wanted(tmp_path: Path) -> None:
    """The folder is made."""
    assert write_schemas(tmp_path / "a" / "b") == len(list((tmp_path / "a" / "b").iterdir()))
