"""Which rules run: ``--select`` and ``--ignore`` by code, prefix, id or pack; the more specific selector wins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import get_args

from gklint.claims.reading import Find as Reading
from gklint.cli.language import t
from gklint.errors import ConfigError, Obstacle
from gklint.model.rule import Packs, Rule
from gklint.start.patterns import lazy

CODE = lazy(r"[A-Z]{2,4}\d{0,3}", re.IGNORECASE)
_EXACT = 10


def selected(packs: Packs, select: Iterable[str], ignore: Iterable[str]) -> Packs:
    """
    *packs* with the rules that *select* (nothing: all) leaves and *ignore* does not take away; where both speak of a
    rule the more specific one wins, and *ignore* if they are equal.

    Rules that tell why a document could not be read always stay: a gap is not a matter of taste.

    Raises:
        ConfigError: a selector fits no rule.
    """
    wanted, unwanted = tuple(split(select)), tuple(split(ignore))
    for selector in (*wanted, *unwanted):
        _known(selector, packs)

    def runs(rule: Rule) -> bool:
        if isinstance(rule.find, Reading) and rule.find.obstacle in get_args(Obstacle):
            return True
        against = max((specificity(selector, rule) for selector in unwanted), default=0)
        for_it = max((specificity(selector, rule) for selector in wanted), default=0)
        return for_it > against or (not wanted and not against)

    return replace(packs, rules=tuple(filter(runs, packs.rules)))


def matching(packs: Packs, selectors: Iterable[str]) -> tuple[Rule, ...]:
    """
    The rules that fit one of *selectors*, all if there are none.

    Raises:
        ConfigError: a selector fits no rule.
    """
    wanted = tuple(split(selectors))
    for selector in wanted:
        _known(selector, packs)
    return tuple(rule for rule in packs.rules if not wanted or any(specificity(s, rule) for s in wanted))


def split(selectors: Iterable[str]) -> Iterator[str]:
    """``("GK1,GK3", "core")`` → GK1, GK3, core"""
    for text in selectors:
        yield from (part.strip() for part in text.split(",") if part.strip())


def specificity(selector: str, rule: Rule) -> int:
    """How closely *selector* names *rule*: 0 not at all, 1 its pack, then longer prefixes, its code or id most."""
    if selector in (rule.id, rule.id.rsplit("/", 1)[-1]) or selector.upper() == rule.code:
        return _EXACT
    if CODE.fullmatch(selector) and rule.code.startswith(selector.upper()):
        return len(selector)
    return int(selector == rule.pack)


def _known(selector: str, packs: Packs) -> None:
    if any(specificity(selector, rule) for rule in packs.rules):
        return
    from difflib import get_close_matches  # only for who has misspelt something

    names = [name for rule in packs.rules for name in (rule.code, rule.id, rule.id.rsplit("/", 1)[-1], rule.pack)]
    fold = {name.lower(): name for name in names}
    near = [fold[name] for name in get_close_matches(selector.lower(), fold, n=3, cutoff=0.6)]
    hint = t(f"，是否想用 {'、'.join(near)}", f", did you mean {', '.join(near)}") if near else ""
    raise ConfigError(t(f"没有规则 {selector}{hint}", f"unknown rule {selector}{hint}"))
