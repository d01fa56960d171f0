"""Files of settings: what one says, and what it extends."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from typing import Any

from gklint.config.discovery import SHARED
from gklint.config.layer import Layer
from gklint.config.settings import OFF, OPTIONS, PATHS, key
from gklint.config.values import checked, shown
from gklint.config.written import table
from gklint.errors import ConfigError

EXTEND, OVERRIDES, FILES = "extend", "overrides", "files"


def layers(path: str) -> tuple[Layer, ...]:
    """
    What the file at *path* says and what it extends, weakest first.

    Raises:
        ConfigError: one of them is not there, no TOML or not well formed, or they extend each other in a circle.
    """
    return tuple(_layers(os.path.abspath(path), ()))


def _layers(path: str, above: tuple[str, ...]) -> Iterator[Layer]:
    where, folder = named(path), os.path.dirname(path)
    if path in above:
        raise ConfigError(f"{where}: {EXTEND}: extends itself", f"{where}：{EXTEND}：文件之间循环引用")
    data = _settings(path)
    base = data.pop(EXTEND, None)
    overrides = data.pop(OVERRIDES, [])
    if base is not None:
        if not isinstance(base, str):
            raise _wrong(f"{where}: {EXTEND}", base, "the path of a file", "文件路径")
        yield from _layers(os.path.abspath(os.path.join(folder, base)), (*above, path))
    yield Layer(where, folder, _placed(table(data, where), folder))
    if not isinstance(overrides, list) or not all(isinstance(item, dict) for item in overrides):
        raise _wrong(f"{where}: {OVERRIDES}", overrides, f"[[{OVERRIDES}]]", f" [[{OVERRIDES}]]")
    for number, item in enumerate(overrides, start=1):
        yield _override(item, f"{where}: {OVERRIDES}[{number}]", folder)


def _override(data: dict[str, Any], where: str, folder: str) -> Layer:
    files = data.pop(FILES, None)
    if not isinstance(files, list) or not files:
        raise _wrong(f"{where}: {FILES}", files, "a list of patterns", "模式的列表")
    patterns = checked("exclude", files, f"{where}: {FILES}")
    values = table(data, where)
    for name in values:
        if OPTIONS[name].metadata["run"]:
            raise ConfigError(
                f"{where}: {key(name)}: holds for a whole run, not for some files; it belongs outside of overrides",
                f"{where}：{key(name)}：对整次运行起作用，不能只对部分文件设置，请写在 overrides 之外",
            )
    return Layer(where, folder, _placed(values, folder), patterns)  # type: ignore[arg-type]  # was just checked


def _placed(values: dict[str, object], folder: str) -> dict[str, object]:
    """*values* with their paths as seen from the current folder."""

    def seen(path: str) -> str:
        return named(os.path.join(folder, path)) if path not in ("", OFF) else path

    def placed(value: object) -> object:
        return tuple(map(seen, value)) if isinstance(value, tuple) else seen(str(value))

    return {name: placed(value) if name in PATHS else value for name, value in values.items()}


def _settings(path: str) -> dict[str, Any]:
    """The table of settings in the file at *path*, ours to change."""
    data = _content(path)
    if os.path.basename(path) != SHARED:
        return data
    found = data.get("tool", {}).get("gklint", {})
    if not isinstance(found, dict):
        raise _wrong(f"{named(path)}: tool.gklint", found, "a table", "表")
    return found


def _content(path: str) -> dict[str, Any]:
    where = named(path)
    try:
        with open(path, "rb") as file:
            return tomllib.loads(file.read().decode("utf-8-sig"))
    except FileNotFoundError:
        raise ConfigError(f"{where}: no such file", f"{where}：没有这个文件") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise ConfigError(f"{where}: {why}", f"{where}：{why}") from None


def named(path: str) -> str:
    """*path* as seen from the current folder."""
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # another drive
        return path


def _wrong(where: str, value: object, right: str, zh: str) -> ConfigError:
    found = "nothing" if value is None else shown(value)
    return ConfigError(f"{where}: {found} found, {right} would be right", f"{where}：应为{zh}")
