"""
``rules/`` → Packs.

::

    rules/<pack>/<rule>.toml          one rule; its path is its id
    rules/<pack>/forms/<form>.toml    one generation of an official form
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from gklint.errors import PackError
from gklint.model.form import Form
from gklint.model.rule import Case, OverForms, Packs, Rule, Strength
from gklint.schema import build, inside, unlike
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

RULES, FORMS = "*/*.toml", "*/forms/*.toml"
CODE = lazy(r"[A-Z]{2,4}[0-9]{3}")
LANGUAGES = ("zh", "en")
FIRST_CASE = "\n[[case]]"
"""The cases stand last in a rule file."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A rule file as written: everything but the settings of its kind, which only the kind can check."""

    code: str
    kind: str
    strength: Strength
    title: Mapping[str, str]
    why: Mapping[str, str]
    source: str
    case: tuple[Case, ...]
    forms: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not CODE.fullmatch(self.code):
            raise ValueError(f"code: {self.code!r} found, two to four capitals and three digits would be right")
        for key, text in (("title", self.title), ("why", self.why)):
            if set(text) != set(LANGUAGES):
                raise ValueError(f"{key}: one text for each of {', '.join(LANGUAGES)} would be right")


def load(root: Path, kinds: Mapping[str, type], *, cases: bool = True, beside: Sequence[Form] = ()) -> Packs:
    """
    All rules and forms below *root*; *kinds* gives the dataclass of each kind's ``[find]``. Rules may speak of the
    forms *beside* too.

    Without *cases* the rules have none, and the better half of most files, which a run that only checks reports never
    asks for, is not parsed.

    Raises:
        PackError: a file cannot be read or is not well formed, or two rules share a code.
    """
    rules = sorted((_rule(*file, kinds) for file in _files(root, RULES, cases=cases)), key=lambda rule: rule.code)
    known = tuple(name for rule in rules for name in (rule.code, rule.id))
    own = forms(root)
    packs = Packs(tuple(rules), (*own, *(form for form in beside if form.id not in {mine.id for mine in own})), known)
    for problem in _conflicts(packs):
        raise problem
    return packs


def together(shipped: Packs, own: Iterable[Packs]) -> Packs:
    """
    *shipped* and *own* packs as one.

    Raises:
        PackError: two rules share a code.
    """
    packs = (shipped, *own)
    forms = {form.id: form for each in packs for form in each.forms}
    rules = sorted((rule for each in packs for rule in each.rules), key=lambda rule: rule.code)
    for one, other in pairwise(rules):
        if one.code == other.code:
            raise _taken(other, one)
    known = tuple(name for each in packs for name in each.known)
    return Packs(tuple(rules), tuple(form for _, form in sorted(forms.items())), known)


def forms(root: Path) -> tuple[Form, ...]:
    """
    The official forms below *root*, ordered by id.

    Raises:
        PackError: as for ``load``.
    """
    found = (build(Form, data, where) for _, where, data in _files(root, FORMS))
    return tuple(sorted(found, key=lambda form: form.id))


def _files(root: Path, pattern: str, *, cases: bool = True) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Id, place for messages and content of each file, in a fixed order."""
    for path in sorted(root.glob(pattern)):
        name = path.relative_to(root).with_suffix("").as_posix()
        yield name, f"{root.name}/{name}.toml", _parse(path, cases=cases)


def _parse(path: Path, *, cases: bool) -> dict[str, Any]:
    try:
        text = path.read_text("utf-8")
        head, mark, _ = (text, "", "") if cases else text.partition(FIRST_CASE)
        data = tomllib.loads(head, parse_float=Decimal)
        return data | {"case": []} if mark else data
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"{path}: {error}") from None


def _rule(name: str, where: str, data: dict[str, Any], kinds: Mapping[str, type]) -> Rule:
    settings = data.pop("find", {})
    sheet = build(_Sheet, data, where)
    if sheet.kind not in kinds:
        raise unlike(inside(where, "kind"), sheet.kind, tuple(kinds))
    return Rule(
        code=sheet.code,
        id=name,
        kind=sheet.kind,
        find=build(kinds[sheet.kind], settings, inside(where, "find")),
        strength=sheet.strength,
        title=sheet.title,
        why=sheet.why,
        source=sheet.source,
        cases=sheet.case,
        forms=sheet.forms,
    )


def _conflicts(packs: Packs) -> Iterator[PackError]:
    """What is wrong between files that are well formed one by one."""
    known = {form.id: form for form in packs.forms}
    first: dict[str, Rule] = {}
    for rule in packs.rules:
        if rule.code in first:
            yield _taken(rule, first[rule.code])
        first[rule.code] = rule
        for form in rule.forms:
            if form not in known:
                yield unlike(f"{rule.id}.toml: forms", form, sorted(known))
            elif isinstance(rule.find, OverForms):
                misfits = rule.find.misfits(known[form])
                yield from (unlike(f"{rule.id}.toml: find.{key}", found, choices) for key, found, choices in misfits)


def _taken(rule: Rule, by: Rule) -> PackError:
    where = f"{rule.id}.toml: code"
    return PackError(f"{where}: {rule.code} is taken by {by.id}", f"{where}：{rule.code} 已用于 {by.id}")
