"""Two pages over all reports of a run: the list of units to work with, and half a minute for the leader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from gklint import __version__
from gklint.reporters.audit.drawing import box, picture, text
from gklint.reporters.audit.markup import Markup, element, joined
from gklint.reporters.audit.run import Run
from gklint.reporters.audit.shell import page
from gklint.reporters.audit.units import GRADES, Unit, by_need
from gklint.reporters.summary import unread
from gklint.reporters.wording import Words

COLUMNS = ("grade", "unit", "file", "errors", "warnings", "first", "checks", "coverage", "bounded", "feedback")
NUMBERS = frozenset({"errors", "warnings", "checks", "coverage", "bounded"})
WORST = 10
WIDTH, BAR = 640, 28


def index(found: Sequence[Unit], run: Run, words: Words) -> bytes:
    """Every unit in one row, sortable by each column."""
    title = words("audit.index")
    heads = (
        element("th", element("button", words(f"audit.list.{name}"), type="button"), scope="col") for name in COLUMNS
    )
    table = element(
        "table",
        element("thead", element("tr", *heads)),
        element("tbody", *(_row(unit, words) for unit in by_need(found))),
        class_="units",
    )
    search = element("label", words("audit.search"), element("input", type="search", id="search"))
    files = (element("a", words(f"audit.{name}"), href=href) for name, href in _OTHERS)
    return _page(
        title,
        words,
        element("nav", *files, aria_label=words("audit.nav")),
        element(
            "section",
            *_standing(found, words),
            element("div", search, class_="tools", hidden=True),
            element("div", table, class_="scroll", role="region", aria_label=title, tabindex="0"),
        ),
        _facts(run, words),
    )


def summary(found: Sequence[Unit], run: Run, words: Words) -> bytes:
    """How many reports, how many with hard errors, the worst of them."""
    worst = [unit for unit in by_need(found) if unit.grade == "fix"][:WORST]
    lines = (element("li", _link(unit), " ", _fault(unit, words)) for unit in worst)
    gaps = [unit for unit in found if unit.grade in ("unread", "nothing")]
    return _page(
        words("audit.summary"),
        words,
        element("nav", element("a", words("audit.index"), href="index.html"), aria_label=words("audit.nav")),
        element(
            "section",
            *_standing(found, words),
            element("h2", words("audit.worst")) if worst else None,
            element("ol", *lines, class_="worst") if worst else None,
            element("h2", words("audit.gaps")) if gaps else None,
            element("p", words.joined([unit.name for unit in gaps])) if gaps else None,
        ),
        _facts(run, words),
    )


_OTHERS = (("summary", "summary.html"), ("list", "units.csv"))


def _page(title: str, words: Words, nav: Markup, *content: Markup) -> bytes:
    body = joined((element("header", element("h1", title), nav), element("main", *content)))
    return page(title, body, language=words.language, script="index.js")


def _standing(found: Sequence[Unit], words: Words) -> Iterator[Markup]:
    """The whole run in a sentence and a bar."""
    counts = Counter(unit.grade for unit in found)
    shares = [(grade, counts[grade]) for grade in GRADES if counts[grade]]
    told = words.joined([f"{words(f'audit.grade.{grade}')} {count}" for grade, count in shares])
    yield element("p", words("audit.standing", count=len(found), told=told), class_="big")
    yield element(
        "p",
        words(
            "summary.findings",
            errors=sum(unit.errors for unit in found),
            warnings=sum(unit.warnings for unit in found),
            notes=sum(unit.notes for unit in found),
        ),
    )
    if gap := unread([unit.audit for unit in found], words):
        yield element("p", gap)
    if not found:
        return
    bars: list[Markup] = []
    done = 0
    for grade, count in shares:
        left, right = done * WIDTH // len(found), (done + count) * WIDTH // len(found)
        bars += (box(left, 0, right - left, BAR, grade, tip=f"{words(f'audit.grade.{grade}')} {count}"),)
        if right - left > 90:
            bars += (text(left + 6, 19, f"{words(f'audit.grade.{grade}')} {count}"),)
        done += count
    yield picture((WIDTH, BAR), "standing", words("audit.standing.title"), told, *bars)


def _row(unit: Unit, words: Words) -> Markup:
    return element("tr", *(_cell(unit, name, words) for name in COLUMNS))


def _cell(unit: Unit, name: str, words: Words) -> Markup:
    tally = unit.audit.tally
    kind = "number" if name in NUMBERS else None
    match name:
        case "grade":
            word = element("strong", words(f"audit.grade.{unit.grade}"), class_=unit.grade)
            return element("td", word, data_value=GRADES.index(unit.grade))
        case "unit":
            return element("td", _link(unit))
        case "file":
            return element("td", unit.audit.path)
        case "errors":
            return element("td", str(unit.errors), class_=kind)
        case "warnings":
            return element("td", str(unit.warnings), class_=kind)
        case "first":
            return element("td", unit.first)
        case "checks":
            return element("td", str(tally.checks), class_=kind)
        case "feedback":
            return element("td", element("a", words("audit.letter"), href=quote(unit.letter, errors="replace")))
        case "bounded":
            return element("td", str(tally.count("bounded")), class_=kind)
        case _:
            exact = tally.count("exact")
            return element("td", f"{exact}/{tally.read}", class_=kind, data_value=exact)


def _link(unit: Unit) -> Markup:
    return element("a", unit.name, href=quote(unit.page, errors="replace"))


def _fault(unit: Unit, words: Words) -> str:
    return words("audit.worst-line", errors=unit.errors, warnings=unit.warnings, first=unit.first)


def _facts(run: Run, words: Words) -> Markup:
    told = [f"gklint {__version__}", *run.packs, *((words("audit.date") + " " + run.date,) if run.date else ())]
    return element("p", " · ".join(told), class_="path")
