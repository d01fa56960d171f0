"""Rules as data: what one TOML file in ``rules/`` says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, IntEnum
from typing import Protocol, runtime_checkable

from gklint.model.form import Form
from gklint.start.records import dataclass


class Severity(IntEnum):
    """错误, 请核实, 提示; a larger one is worse."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        return self.name.lower()


class Strength(Enum):
    """How strictly a relation binds: it caps the severity of a finding."""

    EXACT = "E"
    BOUND = "B"
    EXPECTED = "W"
    HINT = "H"


@dataclass(frozen=True, slots=True)
class Case:
    """
    An example inside a rule file: a small report and the figures (as printed, in order) that the rule accuses.

    *flags* empty: a near miss that must stay silent. *reader* is the key of the reader that gets *text*.
    """

    name: str
    text: str
    flags: tuple[str, ...] = ()
    reader: str = "markdown"


@runtime_checkable
class OverForms(Protocol):
    """Settings of a kind whose rules speak of the tables of a form."""

    def misfits(self, form: Form) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """What *form* lacks that these settings name: where they do, the name, and those that it has."""
        ...


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One rule. *code* is short and never reused (GK101), *id* states the fault and is its path in ``rules/``
    (core/parts-not-total). *kind* is a key of KINDS, *find* that kind's own settings, checked when loaded.
    *forms* restricts it to official forms, empty: any document. Texts are by language ("zh", "en").
    """

    code: str
    id: str
    kind: str
    find: object
    strength: Strength
    title: Mapping[str, str]
    why: Mapping[str, str]
    source: str
    cases: tuple[Case, ...]
    forms: tuple[str, ...] = ()

    @property
    def pack(self) -> str:
        return self.id.split("/", 1)[0]


@dataclass(frozen=True, slots=True)
class Packs:
    """
    Everything that was loaded from ``rules/``: rules ordered by code, forms ordered by id. *known* are the codes and
    ids of all rules, those too that this run leaves out.
    """

    rules: tuple[Rule, ...]
    forms: tuple[Form, ...]
    known: tuple[str, ...] = ()
