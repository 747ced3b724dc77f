"""JSON Schemas of the files staff edit, made from the classes: editors complete and explain with them.

They describe what may be written, which is more than what a class holds: a text in one language, a
date in German, a single value where a list may stand.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from pydantic import BaseModel, JsonValue

from bot.knowledge.fields import ID
from bot.model.crisis import CrisisRules
from bot.model.intents import Intent
from bot.model.paths import Path as GuidedPath
from bot.model.synonyms import Synonyms
from bot.model.topics import TOPIC_CLASSES
from bot.model.values import LANGUAGE_PATTERN

Schema = dict[str, JsonValue]

KINDS: Mapping[str, type[BaseModel]] = {
    **{topic_class.kind: topic_class for topic_class in TOPIC_CLASSES},
    "intent": Intent,
    "path": GuidedPath,
    "crisis": CrisisRules,
    "synonyms": Synonyms,
}
_FORM = "http://json-schema.org/draft-07/schema#"
_TEXT: Mapping[str, JsonValue] = {"type": ["string", "number", "boolean"]}
_DAY: Mapping[str, JsonValue] = {"type": "string", "description": "Ein Tag: 2027-03-04 oder 4.3.2027"}
_DATE: Mapping[str, JsonValue] = {"type": ["string", "number"], "description": "Tag, Monat oder Jahr: 4.3.2024, 03.2024, 2024"}
_SINGLE = frozenset({"for", "themes", "also_called", "formerly"})
"""Lists for which one value may stand alone."""


def schemas() -> dict[str, str]:
    """Return the schema of each kind of file as JSON text, by file name."""
    return {f"{kind}.json": json.dumps(_schema(model), ensure_ascii=False, indent=1) + "\n" for kind, model in KINDS.items()}


def write_schemas(folder: Path) -> int:
    """Write all schemas into *folder*; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
    return len(KINDS)


def _schema(model: type[BaseModel]) -> Schema:
    made = _fitted(model.model_json_schema())
    own = _block(made, "properties")
    own.pop(ID, None)
    required = made.get("required")
    made["required"] = [name for name in required if name != ID] if isinstance(required, list) else []
    definitions = _block(made, "$defs")
    for name, change in _WRITTEN.items():
        for among in (definitions, own):
            if name in among:
                among[name] = change(_block(among, name))
    return {"$schema": _FORM, **made}


def _fitted(schema: Schema) -> Schema:
    """Return *schema* with what may be written in place of what the class holds, without pydantic's English titles."""
    if "x-written" in schema:
        help_text = {key: value for key, value in schema.items() if key == "description"}
        return {**(_prose() if schema["x-written"] == "prose" else _DAY), **help_text}
    kept = {key: _inside(value) for key, value in schema.items() if not _is_english(schema, key)}
    properties = kept.get("properties")
    if isinstance(properties, dict):
        kept["properties"] = {name: _one_or_more(value) if name in _SINGLE else value for name, value in properties.items()}
    return kept


def _is_english(schema: Schema, key: str) -> bool:
    """Pydantic's titles, and the docstrings of classes."""
    return isinstance(schema[key], str) and (key == "title" or (key == "description" and "properties" in schema))


def _inside(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        return _fitted(value)
    return [_inside(item) for item in value] if isinstance(value, list) else value


def _one_or_more(listing: JsonValue) -> JsonValue:
    if not isinstance(listing, dict) or "items" not in listing:
        return listing
    rest = {key: value for key, value in listing.items() if key in {"description", "default"}}
    return {"anyOf": [{"type": "array", "items": listing["items"]}, listing["items"]], **rest}


def _block(schema: Schema, key: str) -> Schema:
    value = schema.setdefault(key, {})
    return value if isinstance(value, dict) else {}


def _in_languages(beside: Schema) -> Schema:
    """Return a block of texts by language, with other keys *beside* them."""
    texts: Schema = {
        "de": {"type": "string", "description": "Deutsch, mit du"},
        "en": {"type": "string", "description": "Englisch"},
        "de-simple": {"type": "string", "description": "Einfache Sprache: kurze Sätze, dieselben Fakten"},
    }
    return {
        "type": "object",
        "properties": {**texts, **beside},
        "patternProperties": {LANGUAGE_PATTERN: {"type": "string"}},
        "additionalProperties": False,
        "required": ["de"],
    }


def _prose() -> Schema:
    return {"anyOf": [{"type": "string"}, _in_languages({})]}


def _or_text(schema: Schema) -> Schema:
    return {"anyOf": [dict(_TEXT), schema]}


def _fact(schema: Schema) -> Schema:
    """A fact has its languages beside source and date."""
    rest = {key: value for key, value in _block(schema, "properties").items() if key != "text"}
    return {"anyOf": [{"type": "string"}, _in_languages(rest)]}


_WRITTEN: Mapping[str, Callable[[Schema], Schema]] = {
    "Fact": _fact,
    "Reach": _or_text,
    "TestSentence": _or_text,
    "PartialDate": lambda _: dict(_DATE),
    "needs": lambda schema: {**schema, "additionalProperties": {"anyOf": [{"type": "array"}, {"type": "string"}]}},
    "examples": lambda schema: {"anyOf": [{"type": "array"}, schema], "description": schema["description"]},
}
