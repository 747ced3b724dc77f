"""Which keys a place of a file may have, read off the model classes."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import Literal, TypeGuard, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.knowledge.problems import Loc
from bot.model.values import DEFAULT_LANGUAGE, Fact

ID = "id"  # the file name gives it, so it is no key at the top of a file


def keys_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of a class by the key that staff write."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def class_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """Return the class whose keys stand at *loc*, None where keys are free or there are none."""
    annotation: object = model
    for piece in loc:
        annotation = _below(annotation, piece)
    return annotation if _is_model(annotation) else None


def key_names(model: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """Return the keys that may stand at *loc*, in the order of the class; none where they are free."""
    owner = class_at(model, loc)
    if owner is None:
        return ()
    if issubclass(owner, Fact):
        return (DEFAULT_LANGUAGE, "de-simple", "en", *(key for key in keys_of(owner) if key != "text"))
    return tuple(key for key in keys_of(owner) if loc or key != ID)


def choices_at(model: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """Return the values that a closed field at *loc* may have; none where it is open."""
    owner = class_at(model, loc[:-1])
    field = keys_of(owner).get(str(loc[-1])) if owner else None
    annotation = _one(field.annotation) if field else None
    return tuple(map(str, get_args(annotation))) if get_origin(annotation) is Literal else ()


def description_at(model: type[BaseModel], loc: Loc) -> str:
    """Return the German help of the field at *loc*; empty where it has none."""
    owner = class_at(model, loc[:-1])
    field = keys_of(owner).get(str(loc[-1])) if owner else None
    return (field.description if field else None) or ""


def list_of(model: type[BaseModel], key: str) -> str:
    """Return the first list of *model* whose entries may have *key*; empty where none may."""
    return next((name for name in keys_of(model) if key in key_names(model, (name, 0))), "")


def _below(annotation: object, piece: str | int) -> object:
    if _is_model(annotation):
        field = keys_of(annotation).get(str(piece))
        return _one(field.annotation) if field else None
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return _one(arguments[0])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _one(arguments[1])
    return None


def _one(annotation: object) -> object:
    """Return the type without ``None`` and without pydantic's notes."""
    kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
    if NoneType in get_args(annotation):
        return _one(kinds[0])
    return kinds[0] if hasattr(annotation, "__metadata__") else annotation


def _is_model(annotation: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
