"""The JSON Schema of ``gklint.toml``, made from the fields of Settings: editors complete and check by it."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping, Sequence
from typing import Any, Literal, get_args, get_origin

from gklint.config.files import EXTEND, FILES, OVERRIDES
from gklint.config.settings import MAXIMA, MINIMA, OPTIONS, Settings, key
from gklint.config.values import hints

DIALECT = "https://json-schema.org/draft/2020-12/schema"
RANGES = {"minimum": MINIMA, "maximum": MAXIMA}
PLAIN: dict[type, str] = {str: "string", int: "integer", bool: "boolean"}


def schema(language: str, choices: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """
    The schema, described in *language*; *choices* are the words that a field may have, where its type only says text.
    """
    properties = {key(name): _property(name, language, choices) for name in OPTIONS}
    per_file = {key(name): properties[key(name)] for name in OPTIONS if not OPTIONS[name].metadata["run"]}
    patterns = {"type": "array", "items": {"type": "string"}, "minItems": 1}
    override = _table({FILES: patterns, **per_file}) | {"required": [FILES]}
    own = {EXTEND: {"type": "string"}, OVERRIDES: {"type": "array", "items": override}}
    return {"$schema": DIALECT, "title": "gklint.toml", **_table({**own, **properties})}


def _table(properties: Mapping[str, object]) -> dict[str, Any]:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}


def _property(name: str, language: str, choices: Mapping[str, Sequence[str]]) -> dict[str, object]:
    made = _type(hints()[name])
    if name in choices:
        made["enum"] = list(choices[name])
    numbers = made["properties"].values() if "properties" in made else (made,)
    for number in numbers:
        number |= {word: bounds[name] for word, bounds in RANGES.items() if name in bounds}
    default = getattr(Settings(), name)
    if default is not None:
        made["default"] = list(default) if isinstance(default, tuple) else default
    return {"description": OPTIONS[name].metadata[language], **made}


def _type(kind: Any) -> dict[str, Any]:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (types.UnionType, typing.Union):
        (kind,) = (argument for argument in arguments if argument is not type(None))
        return _type(kind)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _type(arguments[0])}
    if origin is not None and issubclass(origin, Mapping):
        if get_origin(arguments[0]) is Literal:
            return _table({name: _type(arguments[1]) for name in get_args(arguments[0])})
        return {"type": "object", "additionalProperties": _type(arguments[1])}
    return {"type": PLAIN[kind]}
