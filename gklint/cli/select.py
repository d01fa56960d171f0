"""Which rules run: ``--select`` and ``--ignore`` by code, prefix, id or pack; the more specific selector wins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import get_args

from gklint.claims.reading import Find as Reading
from gklint.cli.language import t
from gklint.config.layer import Choice
from gklint.config.settings import OFF
from gklint.errors import ConfigError, Obstacle
from gklint.model.rule import Packs, Rule
from gklint.start.patterns import lazy

CODE = lazy(r"[A-Z]{2,4}\d{0,3}", re.IGNORECASE)
_EXACT = 10


def selected(packs: Packs, choices: Sequence[Choice], graded: Sequence[tuple[str, str]] = ()) -> Packs:
    """
    *packs* with the rules that run. The first of *choices* that speaks of a rule decides, and one that selects speaks
    of all; within a choice the more specific selector wins, and *ignore* if they are equal. What *graded*, pairs of
    selector and severity, turns off never runs.

    Rules that tell why a document could not be read always stay: a gap is not a matter of taste.

    Raises:
        ConfigError: a selector fits no rule.
    """
    for choice in choices:
        for selector in split((*choice.select, *choice.ignore)):
            _known(selector, packs)
    for selector, _ in graded:
        _known(selector, packs)

    def runs(rule: Rule) -> bool:
        if isinstance(rule.find, Reading) and rule.find.obstacle in get_args(Obstacle):
            return True
        if grade(graded, rule) == OFF:
            return False
        return next((said for choice in choices if (said := _says(choice, rule)) is not None), True)

    return replace(packs, rules=tuple(filter(runs, packs.rules)))


def grade(graded: Sequence[tuple[str, str]], rule: Rule) -> str | None:
    """The severity that the most specific selector in *graded* gives to *rule*; of two equal ones the later."""
    speaking = [(specificity(selector, rule), word) for selector, word in reversed(graded)]
    closest, word = max(speaking, key=itemgetter(0), default=(0, ""))
    return word if closest else None


def _says(choice: Choice, rule: Rule) -> bool | None:
    """Whether *choice* has *rule* run, None if it has nothing to say."""
    wanted, unwanted = tuple(split(choice.select)), tuple(split(choice.ignore))
    against = max((specificity(selector, rule) for selector in unwanted), default=0)
    for_it = max((specificity(selector, rule) for selector in wanted), default=0)
    return for_it > against if wanted or against else None


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
