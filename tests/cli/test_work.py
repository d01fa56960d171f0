"""What is already known is not done again, and nobody can tell from the result."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gklint.cli.runs import crew
from gklint.cli.runs.parcel import packed
from gklint.cli.runs.store import Store
from gklint.cli.runs.work import Work
from gklint.cli.sources import Source
from gklint.errors import ReadError
from gklint.model.finding import Audit, Report
from gklint.pipeline import audit
from gklint.reporters import REPORTERS
from gklint.reporters.depth import Depth, needed
from gklint.reporters.style import Style
from tests.factory.evidence import packs

ROOT = Path(__file__).parents[2]
CLEAN = "| 月份 | 件数 |\n|---|---|\n| 一月 | 5 |\n| 二月 | 7 |\n| 合计 | 12 |\n"
FAULTY = CLEAN.replace("12", "13")


class Counting:
    """An auditor that remembers what it was asked for."""

    def __init__(self, settings: bytes = b"settings") -> None:
        self.settings = settings
        self.asked: list[str] = []

    def key(self, name: str) -> bytes:
        return self.settings

    def prepare(self) -> None:
        pass

    def finish(self) -> None:
        pass

    def audit(self, data: bytes | ReadError, name: str) -> Audit:
        self.asked.append(name)
        return audit(data, name, packs())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


def sources(**files: str) -> list[Source]:
    return [(f"{name}.md", text.encode()) for name, text in files.items()]


def asked(store: Store, given: list[Source], depth: Depth = Depth.BRIEF, settings: bytes = b"settings") -> list[str]:
    """The documents that a run with the cache of *store* has to check."""
    auditor = Counting(settings)
    # Another run opens the cache anew.
    list(Work(auditor, depth, 1, Store(store._folder)).audits(given))
    return auditor.asked


def test_what_is_known_is_not_done_again(store: Store) -> None:
    """A second run over the same documents checks none of them."""
    given = sources(clean=CLEAN, faulty=FAULTY)

    assert (["clean.md", "faulty.md"], []) == (asked(store, given), asked(store, given))


@pytest.mark.parametrize(
    ("given", "settings"),
    [
        (sources(clean=CLEAN + "\n"), b"settings"),
        (sources(renamed=CLEAN), b"settings"),
        (sources(clean=CLEAN), b"other settings"),
    ],
    ids=["content", "name", "settings"],
)
def test_what_differs_is_done_again(store: Store, given: list[Source], settings: bytes) -> None:
    """Another content, name or setting is another document."""
    asked(store, sources(clean=CLEAN))

    assert [name for name, _ in given] == asked(store, given, settings=settings)


@pytest.mark.parametrize(
    ("depth", "expected"),
    [(Depth.BRIEF, []), (Depth.FAULTY, ["faulty.md"]), (Depth.WHOLE, ["clean.md", "faulty.md"])],
    ids=lambda value: value.name.lower() if isinstance(value, Depth) else "",
)
def test_what_is_not_known_deeply_enough_is_done_again(store: Store, depth: Depth, expected: list[str]) -> None:
    """Counts and findings do not make a whole audit."""
    given = sources(clean=CLEAN, faulty=FAULTY)
    asked(store, given, Depth.BRIEF)

    first, second = asked(store, given, depth), asked(store, given, depth)

    assert (expected, []) == (first, second)


def test_a_damaged_entry_is_done_again(store: Store) -> None:
    """What cannot be unpacked was never there."""
    given = sources(clean=CLEAN)
    work = Work(Counting(), Depth.BRIEF, 1, store)
    store.put([(work._key(*given[0]) + b"brief", packed(packs())[:-1])])

    assert (["clean.md"], []) == (asked(store, given), asked(store, given))


def test_what_could_not_be_read_is_tried_again(store: Store) -> None:
    """A file without permission may have one tomorrow; an empty one is known to be empty."""
    given: list[Source] = [("closed.md", ReadError("denied")), ("empty.md", b"")]

    assert (["closed.md", "empty.md"], ["closed.md"]) == (asked(store, given), asked(store, given))


@pytest.mark.parametrize("form", REPORTERS)
@pytest.mark.parametrize("jobs", [1, 2])
def test_nobody_can_tell(form: str, jobs: int, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cold, warm or without a cache, in one process or two: the same bytes, in every format."""
    monkeypatch.setattr(crew, "pays", lambda costs, jobs: jobs > 1)
    examples = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in (".md", ".txt"))
    given: list[Source] = [(path.name, path.read_bytes()) for path in examples]
    given += [*sources(clean=CLEAN, faulty=FAULTY), ("closed.md", ReadError("denied")), ("empty.md", b"")]
    plain = Report(tuple(audit(data, name, packs()) for name, data in given))

    ways = [Work(Counting(), needed([form]), jobs, cache) for cache in (None, store, Store(store._folder))]
    printed = [REPORTERS[form].render(Report(tuple(work.audits(given))), Style()) for work in ways]

    assert [REPORTERS[form].render(plain, Style())] * 3 == printed


def test_a_warm_run_loads_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    """Lines to grep of unchanged documents: no rules, no readers, no claims are loaded."""
    (tmp_path / "faulty.md").write_text(FAULTY, "utf-8")
    script = (
        "import sys; sys.argv[0] = 'gklint'\n"
        "from gklint.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, "check", "--output-format", "concise", "faulty.md"]
    environment = {**os.environ, "GKLINT_CACHE_DIR": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)}

    cold, warm = (
        subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
        for _ in range(2)
    )

    rooms = {".".join(name.split(".")[:2]) for name in warm.stderr.split()}
    unneeded = {"gklint.pipeline", "gklint.claims", "gklint.figures", "gklint.blame", "gklint.judge", "tomllib", "rich"}
    assert (cold.stdout, set()) == (warm.stdout, rooms & unneeded)
