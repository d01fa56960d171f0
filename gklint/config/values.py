"""One value of a setting, checked against the type of its field; what it should be is said in both languages."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, get_args, get_origin

from gklint.config.settings import MAXIMA, MINIMA, OPTIONS, Settings, key
from gklint.errors import ConfigError

Range = tuple[int | None, int | None]
"""The least and the most that a number may be."""


def checked(name: str, value: object, where: str) -> object:
    """
    The *value*, as TOML has it, for the field *name*; *where* is its place for messages (``file: key``).

    Raises:
        ConfigError: it is of the wrong type, or none of the words that there are.
    """
    return _converted(hints()[name], value, where, (MINIMA.get(name), MAXIMA.get(name)))


def unknown(word: str, choices: typing.Iterable[str], where: str) -> ConfigError:
    """The complaint about a key that is not one of *choices*."""
    return _suggesting(word, choices, where, ("unknown key", "没有这个设置"))


def unknown_word(word: str, choices: typing.Iterable[str], where: str) -> ConfigError:
    """The complaint about a value that is not one of *choices*."""
    return _suggesting(word, choices, where)


@cache
def hints() -> dict[str, Any]:
    """The type of each field."""
    return typing.get_type_hints(Settings)


def names() -> dict[str, str]:
    """Key → name of its field."""
    return {key(name): name for name in OPTIONS}


def _converted(kind: Any, value: object, where: str, range_: Range) -> object:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (types.UnionType, typing.Union):
        # TOML has no null: without the key there is none.
        (kind,) = (argument for argument in arguments if argument is not type(None))
        return _converted(kind, value, where, range_)
    if origin is Literal:
        if value not in arguments:
            raise _suggesting(value, arguments, where)
        return value
    if origin is tuple:
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise _wrong(value, where, "a list of texts", "文字的列表")
        return tuple(value)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        if not isinstance(value, dict):
            raise _wrong(value, where, "a table", "表")
        for name in value if get_origin(arguments[0]) is Literal else ():
            if name not in get_args(arguments[0]):
                raise unknown(name, get_args(arguments[0]), f"{where}.{name}")
        return {name: _converted(arguments[1], item, f"{where}.{name}", range_) for name, item in value.items()}
    # bool is an int to isinstance, but not to a reader of TOML.
    if type(value) is not kind:
        raise _wrong(value, where, *PLAIN[kind])
    least, most = range_
    if least is not None and isinstance(value, int) and value < least:
        raise _wrong(value, where, f"{least} or more", f"不小于 {least} 的数")
    if most is not None and isinstance(value, int) and value > most:
        raise _wrong(value, where, f"{most} or less", f"不大于 {most} 的数")
    return value


PLAIN: dict[type, tuple[str, str]] = {
    str: ("a text", "文字"),
    int: ("a whole number", "整数"),
    bool: ("true or false", "true 或 false"),
}


def _wrong(value: object, where: str, right: str, zh: str) -> ConfigError:
    return ConfigError(f"{where}: {shown(value)} found, {right} would be right", f"{where}：{shown(value)} 应为{zh}")


def _suggesting(
    word: object, choices: typing.Iterable[str], where: str, said: tuple[str, str] | None = None
) -> ConfigError:
    import difflib  # only for who has misspelt something

    listed = tuple(choices)
    en, zh = said or (f"{shown(word)} found", f"没有 {shown(word)}")
    near = difflib.get_close_matches(word, listed, 1) if isinstance(word, str) else []
    if near:
        return ConfigError(f"{where}: {en}, did you mean {near[0]}?", f"{where}：{zh}，是否想用 {near[0]}")
    right = ", ".join(listed)
    return ConfigError(f"{where}: {en}, one of {right} would be right", f"{where}：{zh}，应为 {right} 之一")


def shown(value: object) -> str:
    """*value* as TOML writes it."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case list() | tuple():
            return f"[{', '.join(map(shown, value))}]"
        case dict():
            pairs = ", ".join(f"{name} = {shown(item)}" for name, item in value.items())
            return f"{{ {pairs} }}" if pairs else "{}"
        case _:
            return str(value)
