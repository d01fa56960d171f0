"""The page of one report: what is wrong, the report as read, the check sheet, the text to send back."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.model.finding import Finding
from gklint.model.rule import Severity
from gklint.reporters.audit.balance import balance
from gklint.reporters.audit.body import body
from gklint.reporters.audit.cards import cards
from gklint.reporters.audit.checksheet import checksheet, counts, title_of
from gklint.reporters.audit.data import data
from gklint.reporters.audit.feedback import feedback
from gklint.reporters.audit.markup import Markup, element, joined
from gklint.reporters.audit.run import Run
from gklint.reporters.audit.shell import page as whole
from gklint.reporters.audit.units import Unit
from gklint.reporters.audit.units import title_of as heading_of
from gklint.reporters.audit.view import LETTERS, STATES, View, view
from gklint.reporters.story import message
from gklint.reporters.wording import Words


def page(unit: Unit, run: Run, words: Words) -> bytes:
    """The whole file; a report that could not be read gets one that says why."""
    title = heading_of(unit.audit, words)
    if unit.audit.ledger is None:
        content = joined((_header(unit, title, words), element("main", *_unread(unit.audit.findings, words))))
        return whole(title, content, language=words.language, script="index.js")
    seen = view(unit.audit, unit.audit.ledger, words)
    main = element(
        "main",
        element("section", *_findings(seen), id="findings"),
        element("div", _report(seen), _panel(words), class_="columns"),
        element("section", *_sheet_tools(words), *checksheet(seen, run), id="sheet"),
        element("section", *_feedback(unit, words), id="feedback"),
    )
    content = joined((_skip(words), _header(unit, title, words, seen), main))
    return whole(title, content, language=words.language, script="page.js", data=data(seen))


def grade(unit: Unit, words: Words) -> Markup:
    """The result in one line: a word for it, then how many findings of each kind."""
    told = words("summary.findings", errors=unit.errors, warnings=unit.warnings, notes=unit.notes)
    word = element("strong", words(f"audit.grade.{unit.grade}"), class_=unit.grade)
    excused = words("audit.excused", count=unit.excused) if unit.excused and unit.audit.ledger else None
    return element("p", word, " ", element("span", told), " " if excused else None, excused, class_="grade")


def _skip(words: Words) -> Markup:
    return element("a", words("audit.skip"), href="#report", class_="skip")


def _header(unit: Unit, title: str, words: Words, seen: View | None = None) -> Markup:
    ledger = unit.audit.ledger
    form = (words.of(ledger.form.title) if ledger.form else words("header.no-form")) if ledger else None
    targets = ("findings", "report", "sheet", "feedback") if seen else ()
    links = [element("a", words(f"audit.{target}"), href=f"#{target}") for target in targets]
    links.append(element("a", words("audit.index"), href="index.html"))
    return element(
        "header",
        element("h1", title),
        element("p", " · ".join(part for part in (unit.audit.path, form) if part), class_="path"),
        grade(unit, words),
        element("p", counts(seen), class_="hint on-screen") if seen else None,
        element("nav", *links, aria_label=words("audit.nav")),
    )


def _unread(findings: tuple[Finding, ...], words: Words) -> Iterator[Markup]:
    for finding in findings:
        yield element("section", element("p", message(finding, words)))


def _findings(seen: View) -> Iterator[Markup]:
    words, findings = seen.words, seen.audit.findings
    yield element("h2", words("audit.findings"))
    if not findings:
        yield element("p", words("audit.no-findings"))
    yield _filters(findings, words)
    for section in seen.sections:
        if (drawn := balance(section, seen)) is not None:
            caption = words("audit.balance.title", table=title_of(section, words))
            yield element("figure", element("figcaption", caption), drawn)
    yield from cards(seen)


def _filters(findings: tuple[Finding, ...], words: Words) -> Markup:
    """Shown by the script, which is what they work by."""
    present = [severity for severity in reversed(Severity) if any(f.severity is severity for f in findings)]
    rules = {finding.rule.code: words.of(finding.rule.title) for finding in findings}
    boxes = (_checkbox("severity", severity.word, words(f"severity.{severity.word}")) for severity in present)
    options = (element("option", f"{code} {title}", value=code) for code, title in sorted(rules.items()))
    choice = element("select", element("option", words("audit.all-rules"), value=""), *options, id="rule")
    return element(
        "fieldset",
        element("legend", words("audit.filter")),
        *boxes,
        element("label", words("audit.rule"), choice),
        element("span", id="shown", role="status"),
        class_="tools",
        hidden=True,
    )


def _checkbox(name: str, value: str, *label: str) -> Markup:
    return element("label", element("input", type="checkbox", name=name, value=value, checked=True), *label)


def _report(seen: View) -> Markup:
    words = seen.words
    known = list(seen.states.values())
    boxes = (
        _checkbox(
            "state",
            LETTERS[state],
            element("mark", words(f"audit.script.{state}"), class_=LETTERS[state]),
            f" {known.count(state)}",
        )
        for state in STATES
    )
    buttons = (
        element("button", words("audit.previous"), type="button", id="previous"),
        element("button", words("audit.next"), type="button", id="next"),
    )
    tools = element("fieldset", element("legend", words("audit.states")), *boxes, *buttons, class_="tools", hidden=True)
    keys = element("p", Markup(words("audit.keys")), class_="hint")
    return element("section", element("h2", words("audit.report")), tools, keys, *body(seen), id="report")


def _panel(words: Words) -> Markup:
    return element(
        "aside",
        element("h2", words("audit.panel")),
        element("p", words("audit.panel-hint"), class_="hint"),
        id="panel",
        class_="idle",
        aria_live="polite",
        aria_label=words("audit.panel"),
        tabindex="0",
    )


def _sheet_tools(words: Words) -> Iterator[Markup]:
    kinds = ("fail", "open", "bounded", "pass")
    options = (element("option", words(f"verdict.{kind}"), value=kind) for kind in kinds)
    choice = element("select", element("option", words("audit.all-verdicts"), value=""), *options, id="verdict")
    button = element("button", words("audit.print"), type="button", id="print")
    yield element("div", element("label", words("audit.column.verdict"), choice), button, class_="tools", hidden=True)


def _feedback(unit: Unit, words: Words) -> Iterator[Markup]:
    yield element("h2", words("audit.feedback"))
    label = words("audit.feedback-hint")
    yield element("p", label, class_="hint")
    yield element("textarea", feedback(unit, words), readonly=True, aria_label=words("audit.feedback"), rows="14")
