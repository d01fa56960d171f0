"""Whose figure a mention is, seen from the unit that reports."""

from __future__ import annotations

import re
from typing import Literal

from gklint.model.statement import Level, Mention, Term
from gklint.start.patterns import lazy

Standing = Literal["whole", "unit", "unknown", "narrower"]

GOVERNMENT = lazy(r"(?:政府|[省市县区州盟旗镇乡])$")
"""Subjects that speak for more than one office: 我办 and 市本级 are less than they are."""
EVERYBODY = lazy(r"[全各我本]")
OFFICE = lazy(r"(?:局|厅|委|办|中心|街道|办事处|管委会|开发区)$")
BODIES = lazy(
    r"(?P<name>[\u4e00-\u9fff]{1,8}?(?:[局厅委办县市区州盟旗镇乡]|街道|中心|部门|单位|机关|政府))(?:主动)?(?:公开|收到|受理|办理|制发|发布)"
)
"""Who did what is counted, where a phrase says so before the act."""
ALL = lazy(r"各级|全|我|本")
RANKS = "省市县区州盟旗镇乡"
FOREIGN = frozenset({Term.PRIOR, Term.NEXT, Term.PART, Term.SINCE})
"""Terms whose figures are not the year's."""

THIS_YEAR = lazy(r"今年|本年|年初")
"""今年以来 is the year itself, 2019年以来 is not."""


def standing(mention: Mention, subject: str | None) -> Standing:
    """*whole*: said of everything that *subject* covers; *unit*: of the unit itself, which is the same thing here."""
    scope = mention.scope
    if scope.level is Level.WHOLE:
        return "whole"
    core = _core(subject)
    if scope.level is Level.OWN:
        return "narrower" if not core or GOVERNMENT.search(core) or "本级" in mention.lead else "unit"
    if scope.level is Level.NAMED:
        return _named(scope.name, core, stated=scope.stated)
    return "unknown"


def _named(name: str, core: str, *, stated: bool) -> Standing:
    if core and core in name:
        return "whole"
    if not stated or EVERYBODY.search(name):
        return "unknown"
    if OFFICE.search(name):
        return "unknown" if core.endswith(name[-1]) else "narrower"
    # 县 is less than 市; a name that ends like the subject itself may be the subject with a verb before it.
    return "narrower" if core and name[-1] in RANKS and name[-1] != core[-1] else "unknown"


def names_another(mention: Mention, subject: str | None) -> bool:
    """
    Whether the words before *mention* begin with an office or a place of its own: 各乡镇公开, 县公开办公开. The
    scope of the sentence (全县) is not asked: it may be what these are a part of.
    """
    core = _core(subject)
    phrase = mention.before
    if hit := BODIES.match(phrase):
        name = hit["name"]
        return not (core and (core in name or name in core)) and not ALL.match(name)
    return False


def _core(subject: str | None) -> str:
    return re.sub(r"人民政府$|政府$", "", subject or "")


def is_of_year(mention: Mention) -> bool:
    """Whether nothing says that the figure is about another time than the report."""
    period = mention.period
    return period.term not in FOREIGN or bool(THIS_YEAR.search(period.text))
