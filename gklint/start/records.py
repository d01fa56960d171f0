"""
``dataclass(frozen=True, slots=True)``, made in a fifth of the time.

The standard decorator compiles six methods for each class: half a millisecond, which for the hundred records of gklint
was a quarter of the time that a small report takes. Here one is compiled (``__init__``), when records of its class are
made in earnest; the others are closures over the names of fields. ``dataclasses.fields`` and ``replace`` work on it.
"""

from __future__ import annotations

import sys
from dataclasses import _FIELD, MISSING, Field, FrozenInstanceError, field  # type: ignore[attr-defined]  # the mark
from inspect import get_annotations
from operator import attrgetter
from typing import TYPE_CHECKING, Any

# From 3.14 on annotations are kept otherwise; until this is tested there, the standard decorator does it.
if TYPE_CHECKING or sys.version_info >= (3, 14):
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen, slots):
        """The decorator; both settings are always True, spelt out so that a class reads as a standard one does."""
        if not (frozen and slots):
            raise TypeError("only frozen records with slots are made here")
        return _record


def _record(cls: type) -> type:
    """*cls* again, with a slot for each annotation and the methods of a frozen dataclass."""
    found = _fields(cls)
    names = tuple(found)
    kept = {name: value for name, value in vars(cls).items() if name not in (*names, "__dict__", "__weakref__")}
    kept |= {"__slots__": names, "__match_args__": names, "__dataclass_fields__": found, "__init__": _first_init}
    kept |= {"__setattr__": _refuse, "__delattr__": _refuse, "__reduce__": _again}
    compared = [name for name, item in found.items() if item.compare]
    values = attrgetter(*compared) if compared else _nothing
    kept |= {"__eq__": _equality(values), "__hash__": lambda self: hash(values(self))}
    kept.setdefault("__repr__", _repr)
    made = type(cls)(cls.__name__, cls.__bases__, kept)
    made.__qualname__ = cls.__qualname__
    return made


def _fields(cls: type) -> dict[str, Field[Any]]:
    """The fields that the annotations of *cls* declare, in order; a record inherits none."""
    found: dict[str, Field[Any]] = {}
    for name, annotation in get_annotations(cls).items():
        default = cls.__dict__.get(name, MISSING)
        item: Field[Any] = default if isinstance(default, Field) else field(default=default)
        item.name, item.type = name, annotation
        item._field_type = _FIELD  # type: ignore[attr-defined]  # without the mark, dataclasses.fields() skips it
        found[name] = item
    return found


def _first_init(self: Any, *arguments: Any, **named: Any) -> None:
    """Compile the ``__init__`` of this class, which takes the place of this one, and go on with it."""
    cls = type(self)
    if len(arguments) == len(cls.__slots__) and not named and _made.get(cls, 0) < FEW:
        # Unpickled records come with all their values, and of many classes only few: setting these one by one costs
        # less than compiling.
        _made[cls] = _made.get(cls, 0) + 1
        for name, value in zip(cls.__slots__, arguments, strict=True):
            object.__setattr__(self, name, value)
        if hasattr(cls, "__post_init__"):
            self.__post_init__()
        return
    cls.__init__ = _init(cls)
    cls.__init__(self, *arguments, **named)


FEW = 50
_made: dict[type, int] = {}
"""How many records of a class were made so far, until its ``__init__`` is compiled."""


def _init(cls: Any) -> Any:
    """
    ``__init__`` as one would write it, but that each value goes straight into its slot::

        def __init__(self, start, end, raw=raw_default, *, …):
            set_start(self, start)
            …
    """
    known: dict[str, Any] = {}
    arguments, body = ["self"], []
    for name, item in cls.__dataclass_fields__.items():
        known[f"set_{name}"] = vars(cls)[name].__set__
        value = name
        if item.default is not MISSING:
            known[f"{name}_default"] = item.default
            arguments.append(f"{name}={name}_default")
        elif item.default_factory is not MISSING:
            known |= {f"{name}_factory": item.default_factory, "MISSING": MISSING}
            arguments.append(f"{name}=MISSING")
            value = f"{name}_factory() if {name} is MISSING else {name}"
        else:
            arguments.append(name)
        body.append(f" set_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    made: dict[str, Any] = {}
    exec(f"def __init__({', '.join(arguments)}):\n" + ("\n".join(body) or " pass"), known, made)
    made["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    return made["__init__"]


def _equality(values: Any) -> Any:
    def __eq__(self: object, other: object) -> bool:  # noqa: N807 - the name shows in tracebacks
        if other.__class__ is not self.__class__:
            return NotImplemented
        return bool(values(self) == values(other))

    return __eq__


def _repr(self: Any) -> str:
    shown = (f"{name}={getattr(self, name)!r}" for name, item in self.__dataclass_fields__.items() if item.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: object, name: str, *value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _again(self: Any) -> tuple[Any, ...]:
    """Copied and pickled as the call that makes it, which is checked like any other."""
    return self.__class__, tuple([getattr(self, name) for name in self.__slots__])


def _nothing(self: object) -> tuple[()]:
    return ()
