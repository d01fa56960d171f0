"""Settings as one writes them: a table of TOML, ``KEY=VALUE`` on the command line, a variable of the environment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args, get_origin

from gklint.config.settings import OPTIONS
from gklint.config.values import checked, hints, names, unknown

PREFIX = "GKLINT_"
LANGUAGES = ("zh", "en")
MOST_DIGITS = 9


def table(data: Mapping[str, object], where: str) -> dict[str, object]:
    """
    The settings that the table *data* holds, by name of their field.

    Raises:
        ConfigError: a key is unknown, or its value of the wrong type.
    """
    known = names()
    for written in data:
        if written not in known:
            raise unknown(written, known, f"{where}: {written}")
    return {known[name]: checked(known[name], value, f"{where}: {name}") for name, value in data.items()}


def assignment(text: str, where: str) -> dict[str, object]:
    """
    The setting that ``KEY=VALUE`` makes: VALUE as in TOML, or bare: fail-on=warning, select=GK1,GK3, severity.GK1=off.

    Raises:
        ConfigError: as for ``table``.
    """
    written, _, value = text.partition("=")
    written, _, part = written.strip().replace("_", "-").partition(".")
    name = names().get(written)
    if name is None:
        raise unknown(written, names(), f"{where}: {written}")
    found = _value(name, f"{part}={value}" if part else value, f"{where}: {written}")
    return {name: found}


def environment(variables: Mapping[str, str]) -> Iterator[tuple[str, dict[str, object]]]:
    """
    Each setting that the environment makes, with its variable: GKLINT_FAIL_ON=warning. Other variables with that
    beginning are not ours to refuse: scripts of CI use such names too.

    Raises:
        ConfigError: a value is of the wrong type.
    """
    for name in OPTIONS:
        variable = PREFIX + name.upper()
        text = variables.get(variable, "")
        if name == "lang":
            # A locale is taken for its language, and one that is not spoken here for none.
            text = next((language for language in LANGUAGES if text.lower().startswith(language)), "")
        if text and name == "lang":
            yield variable, {name: text}
        elif text:
            yield variable, {name: _value(name, text, variable)}


def _value(name: str, text: str, where: str) -> object:
    return checked(name, _bare(name, text.strip()), where)


def _bare(name: str, text: str) -> object:
    """What *text* is in TOML, else what it stands for when quotes and brackets are left out."""
    import tomllib  # for who sets something this way

    try:
        value: object = tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        value = text
    kind = hints()[name]
    # A path or a rule may look like a number to TOML.
    if kind is str and not isinstance(value, str):
        return text
    if get_origin(kind) is tuple and not isinstance(value, list):
        return [part.strip() for part in str(value).split(",") if part.strip()]
    if get_origin(kind) is Mapping and not isinstance(value, dict):
        pairs = (part.partition("=") for part in text.split(",") if part.strip())
        found = {written.strip(): word.strip().strip("\"'") for written, _, word in pairs}
        return {written: _number(word) for written, word in found.items()} if get_args(kind)[1] is int else found
    return value


def _number(word: str) -> int | str:
    return int(word) if word.isdecimal() and len(word) <= MOST_DIGITS else word
