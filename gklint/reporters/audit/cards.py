"""The findings as cards: the fault in a sentence, its picture, its figures as links, the suspect, what to verify."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.model.figure import Figure
from gklint.model.finding import Finding
from gklint.model.rule import Severity
from gklint.reporters.advice import advice
from gklint.reporters.audit.bars import bars
from gklint.reporters.audit.markup import Markup, element, joined
from gklint.reporters.audit.operands import SHOWN, raw, standing
from gklint.reporters.audit.view import View, anchor_of
from gklint.reporters.display import one_line
from gklint.reporters.places import names, spot
from gklint.reporters.story import message, told
from gklint.reporters.suspects import suspicions
from gklint.reporters.wording import Words

LINKS = 30
PICTURES = 60
"""More pictures than these nobody looks at, and each of them takes its room."""


def cards(view: View) -> Iterator[Markup]:
    """The worst findings first, each kind in the order of the report; those that a person has excused come last."""
    findings = sorted(view.audit.findings, key=lambda finding: (not finding.is_live, -finding.severity))
    for index, finding in enumerate(findings):
        yield _card(finding, view, with_picture=index < PICTURES)


def _card(finding: Finding, view: View, *, with_picture: bool) -> Markup:
    words = view.words
    anchor = anchor_of(finding)
    outcome = finding.outcomes[0] if finding.outcomes else None
    picture = bars(outcome, f"{anchor}-bar", words) if outcome and with_picture else None
    return element(
        "article",
        element("h3", badge(finding.severity, words), " ", message(finding, words)),
        picture,
        element("ul", *_lines(finding, view), class_="story"),
        id=anchor,
        class_=f"card {finding.severity.word}" + ("" if finding.is_live else " excused"),
        data_severity=finding.severity.word,
        data_rule=finding.rule.code,
        tabindex="-1",
    )


def badge(severity: Severity, words: Words) -> Markup:
    return element("span", words(f"severity.{severity.word}"), class_=f"badge {severity.word}")


def _lines(finding: Finding, view: View) -> Iterator[Markup]:
    words = view.words
    figures = [figure for outcome in finding.outcomes[:1] for _, figure in outcome.operands]
    if figures:
        yield element("li", words("audit.figures"), links(figures, view))
        yield element("li", words("audit.places"), words.joined([p for p, _ in standing(figures, view.ledger, words)]))
    elif finding.quote.exact.strip():
        quoted = words("at", place=spot(finding.location, words), raw=one_line(finding.quote.exact))
        yield element("li", words("audit.places"), quoted)
    for suspicion in suspicions(finding, view.ledger, words):
        yield element("li", element("strong", suspicion), class_="suspect")
    for outcome in finding.outcomes[1:]:
        others = [figure for _, figure in outcome.operands]
        yield element("li", words("audit.also"), told(outcome, words), " ", links(others, view))
    if finding.rule.source and finding.rule.kind != "reading":
        yield element("li", words("source", source=one_line(finding.rule.source)))
    if asked := advice(finding, words):
        yield element("li", asked, class_="advice")
    if finding.waived:
        yield element("li", words("audit.waived", reason=one_line(finding.waived.reason)))
    elif not finding.is_live:
        yield element("li", words("audit.known"))


def links(figures: list[Figure], view: View) -> Markup:
    """A link to each figure, with the name that tells it from the others; of many only to those that are not zero."""
    named = list(zip(names(figures), figures, strict=True))
    if len(named) > SHOWN:
        named = [(name, figure) for name, figure in named if figure.numeral is None or figure.numeral.value]
    shown = [
        element("a", f"{name} {raw(figure, view.words)}".strip(), href=f"#{view.anchors[figure.id]}")
        for name, figure in named[:LINKS]
    ]
    more = view.words("terms", count=len(figures)) if len(named) > LINKS else ""
    return joined((Markup(" · ".join(shown)), more))
