"""The check sheet to sign (核对表): every check, those that hold too, with operands, equation, verdict and a margin."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from gklint import __version__
from gklint.model.claim import Outcome, Verdict
from gklint.reporters.audit.markup import Markup, element, escaped, joined
from gklint.reporters.audit.operands import raw, standing
from gklint.reporters.audit.run import Run
from gklint.reporters.audit.view import Section, State, View, key_of
from gklint.reporters.equation import asserted
from gklint.reporters.phrases import gap, verdict
from gklint.reporters.places import spot
from gklint.reporters.wording import Words

MARKS: dict[str, str] = {"pass": "√", "bounded": "≤", "fail": "×", "open": "?", "blocked": "?"}


def checksheet(view: View, run: Run) -> Iterator[Markup]:
    """The section of the page that is printed; without checks it says so and can be signed all the same."""
    words = view.words
    yield element("h2", words("audit.sheet"))
    yield _facts(view, run)
    if not view.sections:
        yield element("p", words("show.no-claims"))
    for section in view.sections:
        yield _section(section, view)
    yield from _unchecked(view)
    yield signature(words)


def _facts(view: View, run: Run) -> Markup:
    """Which file was checked by what: the hash ties the paper to the bytes."""
    words, audit = view.words, view.audit
    facts = (
        (words("audit.file"), audit.path),
        ("SHA-256", audit.sha256),
        (words("audit.tool"), f"gklint {__version__}"),
        (words("audit.packs"), words.joined(list(run.packs)) or "-"),
        (words("audit.date"), run.date or Markup('<span class="blank-line"></span>')),
        (words("audit.result"), counts(view)),
    )
    return element("dl", *(joined((element("dt", name), element("dd", fact))) for name, fact in facts), class_="facts")


def counts(view: View) -> str:
    """How many relations came out how, and how many figures that covers."""
    tally, words = view.audit.tally, view.words
    known = {verdict.value: tally.verdicts.get(verdict, 0) for verdict in Verdict} | {"bounded": tally.loose}
    known["pass"] -= tally.loose
    told = words.joined([f"{words(f'verdict.{kind}')} {known[kind]}" for kind in MARKS if known[kind]])
    return words(
        "audit.counts",
        checks=tally.checks,
        verdicts=told or "-",
        figures=tally.read,
        exact=tally.count("exact"),
        bounded=tally.count("bounded"),
        unchecked=tally.unchecked,
    )


def title_of(section: Section, words: Words) -> str:
    if section.kind == "table":
        return words("place.table", table=section.table + 1)
    return words(f"audit.section.{section.kind}")


def _section(section: Section, view: View) -> Markup:
    words = view.words
    heads = (words(f"audit.column.{name}") for name in ("number", "operands", "equation", "verdict", "remark"))
    head = element("thead", element("tr", *(element("th", text, scope="col") for text in heads)))
    caption = element(
        "caption", words("audit.section-count", title=title_of(section, words), count=len(section.checks))
    )
    groups = groupby(section.checks, key=lambda check: check[1].claim.rule)
    bodies = (
        element(
            "tbody",
            element(
                "tr",
                element(
                    "th",
                    words("audit.looked-for", title=words.of(rule.title), code=rule.code),
                    colspan="5",
                    scope="rowgroup",
                ),
            ),
            *(_row(number, outcome, section, view) for number, outcome in checks),
            data_rule=rule.code,
        )
        for rule, checks in groups
    )
    table = element("table", caption, head, *bodies)
    label = f"{words('audit.sheet')} {title_of(section, words)}"
    return element("div", table, class_="checks", role="region", aria_label=label, tabindex="0")


def _row(number: int, outcome: Outcome, section: Section, view: View) -> Markup:
    words = view.words
    kind = kind_of(outcome)
    mark = f"{verdict(outcome, words)} {MARKS[kind]}"
    fault = view.faults.get(key_of(outcome))
    told = element("a", mark, href=f"#{fault}") if fault else mark
    # End tags that HTML lets out, quotes and the most frequent class would be a quarter of a large sheet.
    state = "" if kind == "pass" else f" class={kind}"
    equation = escaped(worked(outcome, words))
    return Markup(
        f"<tr id=k{number}{state}><td>{number}<td>{_operands(outcome, section, view)}<td>{equation}"
        f"<td>{escaped(told)}<td>\n"
    )


def _operands(outcome: Outcome, section: Section, view: View) -> Markup:
    figures = [figure for _, figure in outcome.operands]
    # The caption says which table it is.
    known = f"{title_of(section, view.words)} " if section.kind == "table" else ""
    groups = standing(figures, view.ledger, view.words)
    told = [joined((element("i", place.removeprefix(known)), " ", text)) for place, text in groups]
    missing = [view.words("audit.missing", name=name) for name in outcome.claim.missing]
    return Markup("<br>".join(escaped(text) for text in (*told, *missing)))


def worked(outcome: Outcome, words: Words) -> str:
    """The equation as the report asserts it; by how much it misses, or why it could not be judged."""
    text = asserted(outcome) or "-"
    if outcome.verdict is Verdict.FAIL and outcome.difference:
        figures = tuple(figure for _, figure in outcome.operands)
        return text + words("detail", detail=gap(outcome.difference, figures, words, certain=True))
    if outcome.verdict is Verdict.OPEN:
        return text + words("detail", detail=words.why(outcome.why))
    return text


def kind_of(outcome: Outcome) -> str:
    """The verdict as a key; a pass that only keeps its figures within limits has one of its own."""
    return "bounded" if outcome.verdict is Verdict.PASS and not outcome.is_exact else outcome.verdict.value


def _unchecked(view: View) -> Iterator[Markup]:
    """What a person still has to look at: figures that no check is about, then those that are only kept in limits."""
    yield from _listed(view, "untied", "audit.unchecked")
    yield from _listed(view, "bounds", "audit.bounded")


def _listed(view: View, state: State, key: str) -> Iterator[Markup]:
    """The figures in *state*, paragraph by paragraph."""
    loose = [figure for figure in view.figures if figure.id >= 0 and figure.numeral and view.states[figure.id] == state]
    if not loose:
        return
    words = view.words
    lines = []
    for _, group in groupby(loose, key=lambda figure: figure.block):
        figures = list(group)
        cell = figures[0].cell
        where = (
            words("place.table", table=cell.table + 1) if cell else spot(view.ledger.locate(figures[0]), words)
        ) or words("place.prose")
        links = (
            Markup(f'<a href="#{view.anchors[figure.id]}">{joined((raw(figure, words),))}</a>') for figure in figures
        )
        lines.append(element("p", element("i", where), " ", Markup(" · ".join(links))))
    title = element("h3", words(key, count=len(loose)))
    yield element("div", title, element("p", words(f"{key}-why"), class_="hint"), *lines, class_="unchecked")


def signature(words: Words) -> Markup:
    """Lines to sign on; the date of the signature is always written by hand."""
    lines = (words(f"audit.sign.{role}") for role in ("checked", "reviewed", "responsible", "date"))
    return element(
        "div",
        *(element("p", f"{line}：" if words.language == "zh" else f"{line}: ", class_="sign") for line in lines),
        class_="signature",
    )
