"""Rules for people: one line each, or the whole of one. All of it stands in the rule files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gklint.model.rule import Case, Packs, Rule, Strength
from gklint.reporters.display import pad, width
from gklint.reporters.wording import Words
from gklint.start.records import dataclass

WORST: dict[Strength, str] = {
    Strength.EXACT: "error",
    Strength.BOUND: "error",
    Strength.EXPECTED: "warning",
    Strength.HINT: "note",
}
"""The highest severity that a rule of this strength can have."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A case that was run, and the figures that its rule accused in it, as printed."""

    rule: Rule
    case: Case
    accused: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return self.accused == self.case.flags


def listed(rules: Iterable[Rule], words: Words) -> Iterator[str]:
    """Code, highest severity, id and title, in columns."""
    known = list(rules)
    id_width = max((width(rule.id) for rule in known), default=0)
    level_width = max(width(_level(rule, words)) for rule in known) if known else 0
    for rule in known:
        level = pad(_level(rule, words), level_width)
        yield f"{rule.code}  {level}  {pad(rule.id, id_width)}  {words.of(rule.title)}"
    yield words("rules.count", count=len(known))


def tried(trials: Sequence[Trial], words: Words) -> Iterator[str]:
    """The cases that went wrong, then the count."""
    failed = [trial for trial in trials if not trial.passed]
    for trial in failed:
        yield words(
            "rules.case-failed",
            rule=f"{trial.rule.code} {trial.rule.id}",
            case=trial.case.name,
            expected=words.joined(list(trial.case.flags)) or words("rules.none"),
            actual=words.joined(list(trial.accused)) or words("rules.none"),
        )
    rules = len({trial.rule.code for trial in trials})
    yield words("rules.cases", rules=rules, cases=len(trials), passed=len(trials) - len(failed), failed=len(failed))


def explained_all(rules: Sequence[Rule], packs: Packs, words: Words) -> Iterator[str]:
    """Each of *rules*, a blank line between two."""
    for number, rule in enumerate(rules):
        if number:
            yield ""
        yield from explained(rule, packs, words)


def explained(rule: Rule, packs: Packs, words: Words) -> Iterator[str]:
    """What *rule* finds, why, on what ground, and its cases: what it flags and the look-alike that it lets pass."""
    forms = {form.id: words.of(form.title) for form in packs.forms}
    yield f"{rule.code}  {rule.id}"
    yield words.of(rule.title)
    yield ""
    about = {
        "explain.why": words.of(rule.why).strip(),
        "explain.source": rule.source.strip(),
        "explain.kind": rule.kind,
        "explain.strength": _level(rule, words),
        "explain.forms": words.joined([forms.get(form, form) for form in rule.forms]) or words("explain.any"),
    }
    label_width = max(width(words(key)) for key in about)
    for key, text in about.items():
        first, *more = text.splitlines() or [""]
        yield f"{pad(words(key), label_width)}  {first}"
        yield from (" " * (label_width + 2) + line for line in more)
    for case in rule.cases:
        yield ""
        yield from _case(case, words)


def _case(case: Case, words: Words) -> Iterator[str]:
    yield words("explain.flagged" if case.flags else "explain.silent", case=case.name)
    yield from (f"    {line}".rstrip() for line in case.text.strip("\n").splitlines())
    if case.flags:
        yield "  → " + words("explain.accuses", flags=words.joined(list(case.flags)))


def _level(rule: Rule, words: Words) -> str:
    return words(f"severity.{WORST[rule.strength]}")
