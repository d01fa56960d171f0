"""
TOML → frozen dataclasses, checked key by key.

A dataclass is its own schema: field names are the keys, defaults make a key optional, types are str, int, bool,
Decimal, Literal, Enum (by value), ``X | None``, ``tuple[X, ...]``, ``Mapping[str, X]`` and other dataclasses.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, cast, get_args, get_origin

from gklint.errors import PackError

T = TypeVar("T")
Builder = Callable[[object, str], Any]
"""Makes a value of one type from what TOML holds at a place (``path: key``)."""

PLAIN: dict[type, tuple[str, str]] = {
    str: ("text", "文字"),
    int: ("a whole number", "整数"),
    bool: ("true or false", "true 或 false"),
    Decimal: ("a number", "数字"),
}


def build(cls: type[T], data: object, where: str) -> T:
    """
    The *cls* that *data* describes; *where* is its place for messages (``path`` or ``path: key``).

    Raises:
        PackError: a key is unknown, missing or of the wrong type, or *cls* refuses the values.
    """
    made: T = _builder(cast(Hashable, cls))(data, where)
    return made


@cache
def _builder(kind: Any) -> Builder:
    if is_dataclass(kind) and isinstance(kind, type):
        return _record(kind)
    if kind in PLAIN:
        return _plain(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enumerated(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _literal(arguments)
    if origin is tuple:
        return _sequence(arguments[0])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(arguments[1])
    if origin in (types.UnionType, typing.Union):
        # TOML has no null: an optional key is either absent or of the one other type.
        (inner,) = (argument for argument in arguments if argument is not type(None))
        return _builder(inner)
    raise TypeError(f"{kind!r} cannot be read from TOML")


def _record(cls: Any) -> Builder:
    hints = typing.get_type_hints(cls)
    builders = {field.name: _builder(hints[field.name]) for field in fields(cls)}
    required = [f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING]

    def make(data: object, where: str) -> Any:
        if not isinstance(data, dict):
            names = ", ".join(builders)
            raise wrong(where, data, f"a table with {names}", f"含 {names} 的表")
        for key in data:
            if key not in builders:
                en, zh = _suggestion(key, tuple(builders))
                raise PackError(f"{inside(where, key)}: unknown key, {en}", f"{inside(where, key)}：没有这一项，{zh}")
        for key in required:
            if key not in data:
                raise PackError(f"{inside(where, key)}: missing", f"{inside(where, key)}：缺少这一项")
        values = {key: builders[key](value, inside(where, key)) for key, value in data.items()}
        try:
            return cls(**values)
        except ValueError as error:
            raise PackError(f"{where}: {error}") from None

    return make


def _plain(kind: type) -> Builder:
    def make(data: object, where: str) -> Any:
        if kind is Decimal and type(data) is int:
            return Decimal(data)
        # bool is an int to isinstance, but not to a reader of TOML.
        if type(data) is not kind:
            raise wrong(where, data, *PLAIN[kind])
        return data

    return make


def _enumerated(kind: type[Enum]) -> Builder:
    values = {member.value: member for member in kind}

    def make(data: object, where: str) -> Any:
        if not isinstance(data, str) or data not in values:
            raise _unlike(where, data, tuple(values))
        return values[data]

    return make


def _literal(choices: tuple[str, ...]) -> Builder:
    def make(data: object, where: str) -> Any:
        if data not in choices:
            raise _unlike(where, data, choices)
        return data

    return make


def _sequence(kind: Any) -> Builder:
    item = _builder(kind)

    def make(data: object, where: str) -> Any:
        if not isinstance(data, list):
            raise wrong(where, data, "a list", "列表")
        if kind is str and all(type(value) is str for value in data):
            return tuple(data)  # tables of words: most of what rules hold
        return tuple(item(value, f"{where}[{index}]") for index, value in enumerate(data))

    return make


def _mapping(kind: Any) -> Builder:
    item = _builder(kind)

    def make(data: object, where: str) -> Any:
        if not isinstance(data, dict):
            raise wrong(where, data, "a table", "表")
        return {key: item(value, inside(where, key)) for key, value in data.items()}

    return make


def inside(where: str, key: str) -> str:
    """The place of *key* below *where*: ``path: find.parts``."""
    return f"{where}.{key}" if ": " in where else f"{where}: {key}"


def wrong(where: str, found: object, en: str, zh: str) -> PackError:
    """The complaint that *found* stands at *where* instead of what *en* and *zh* say."""
    return PackError(f"{where}: {found!r} found, {en} would be right", f"{where}：现为 {found!r}，应为{zh}")


def unlike(where: str, found: object, choices: Sequence[str]) -> PackError:
    """The complaint that *found* is none of *choices*."""
    names = ", ".join(choices)
    return wrong(where, found, f"one of {names}", f" {names} 之一")


def _unlike(where: str, found: object, choices: tuple[str, ...]) -> PackError:
    """The same, with the choice that is nearest."""
    en, zh = _suggestion(found, choices)
    return PackError(f"{where}: {found!r} found, {en}", f"{where}：现为 {found!r}，{zh}")


def _suggestion(word: object, choices: tuple[str, ...]) -> tuple[str, str]:
    import difflib

    near = difflib.get_close_matches(word, choices, 1) if isinstance(word, str) else []
    if near:
        return f"did you mean {near[0]!r}?", f"是否想写 {near[0]!r}？"
    names = ", ".join(choices)
    return f"one of {names} would be right", f"应为 {names} 之一"
