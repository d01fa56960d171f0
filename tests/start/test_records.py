from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field, fields, replace

import pytest

from gklint.start.records import FEW, dataclass


@dataclass(frozen=True, slots=True)
class Sum:
    """A record with everything that records of gklint have."""

    parts: tuple[int, ...]
    name: str = "sum"
    notes: Mapping[str, str] = field(default_factory=dict)
    seen: int = field(default=0, compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.parts:
            raise ValueError("a sum of nothing")

    @property
    def total(self) -> int:
        return sum(self.parts)


@dataclass(frozen=True, slots=True)
class Nothing:
    """A record without fields."""


def test_equal_values_make_equal_records() -> None:
    """Records compare and hash by their fields, but for those that are left out."""
    assert Sum((1, 2), seen=1) == Sum((1, 2), "sum", {}, 2)
    assert Sum((1, 2)) != Sum((2, 1))
    assert {Nothing()} == {Nothing(), Nothing()}


def test_record_does_not_change() -> None:
    """Neither a field nor anything else can be assigned."""
    record = Sum((1, 2))

    for name in ("name", "other"):
        with pytest.raises(FrozenInstanceError):
            setattr(record, name, "x")


def test_defaults_are_made_anew() -> None:
    """A default factory is called for each record."""
    assert Sum((1,)).notes is not Sum((1,)).notes


def test_nonsense_is_refused() -> None:
    """What ``__post_init__`` refuses is not made, nor is a record with too few or unknown fields."""
    with pytest.raises(ValueError, match="a sum of nothing"):
        Sum(())
    with pytest.raises(TypeError, match="parts"):
        Sum()  # type: ignore[call-arg]  # that is the point


def test_standard_tools_work() -> None:
    """Replacing, listing fields, matching, copying and pickling are those of dataclasses."""
    record = Sum((1, 2), "a")

    assert Sum((1, 2), "b") == replace(record, name="b")
    assert ["parts", "name", "notes", "seen"] == [item.name for item in fields(record)]
    assert record == copy.deepcopy(record) == pickle.loads(pickle.dumps(record))
    assert "Sum(parts=(1, 2), name='a', notes={})" == repr(record)
    assert 3 == record.total
    match record:
        case Sum(parts, name):
            assert ((1, 2), "a") == (parts, name)


def test_records_are_alike_however_many_there_are() -> None:
    """The first records of a class are made without a compiled ``__init__``; nothing shows that, not even mistakes."""

    @dataclass(frozen=True, slots=True)
    class Pair:
        one: int
        two: int = 2

        def __post_init__(self) -> None:
            if self.one < 0:
                raise ValueError("below zero")

    def made(*values: int) -> object:
        try:
            return Pair(*values)
        except (TypeError, ValueError) as error:
            return type(error)

    whole = [[made(1, 2), made(-1, 2)] for _ in range(2 * FEW)]
    others = [made(1, 2, 3), made(1), made()]

    assert [[Pair(1), ValueError]] * len(whole) == whole
    assert [TypeError, Pair(1), TypeError] == others
