"""Several processes do what one would do, in the same order, with the same mistakes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from gklint.cli.runs import crew
from gklint.cli.runs.crew import CHUNK_FILES, chunks, pays, spread
from gklint.cli.sources import Source
from gklint.model.finding import Audit, Status


def made(source: Source) -> Audit:
    """An audit that tells its source; one that is called bad is a bug."""
    name, data = source
    if name == "bad.md":
        error = ZeroDivisionError("a bug")
        error.add_note(f"gklint: while checking {name}")
        raise error
    return Audit(name, str(data), None, Status.EMPTY, None, (), ())


def sources(*names: str) -> list[Source]:
    return [(name, name.encode()) for name in names]


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several processes even for next to nothing."""
    monkeypatch.setattr(crew, "pays", lambda costs, jobs: jobs > 1)


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("jobs", [2, 3])
def test_processes_agree_with_one(jobs: int) -> None:
    """Order and content do not depend on the number of processes."""
    given = sources(*(f"{'x' * (7 * n % 11)}{n}.md" for n in range(25)))

    one, several = ([audit for audit, _ in spread(made, given, number)] for number in (1, jobs))

    assert one == several


@pytest.mark.usefixtures("eager")
def test_a_bug_arrives_as_it_is() -> None:
    """An exception in another process has its type, its words and the name of the document."""
    with pytest.raises(ZeroDivisionError, match="a bug") as caught:
        list(spread(made, sources("a.md", "bad.md", "c.md"), 2))

    assert ["gklint: while checking bad.md"] == caught.value.__notes__


@pytest.mark.parametrize(
    ("costs", "jobs", "expected"),
    [
        ([10.0], 8, False),
        ([0.01] * 20, 2, False),
        ([1.0] * 20, 1, False),
        ([1.0, 0.001], 2, False),
        ([1.0] * 20, 2, True),
        ([0.001] * 10_000, 2, True),
    ],
    ids=["one document", "a moment", "one process", "one large document", "large documents", "many small ones"],
)
def test_processes_are_started_where_that_pays(costs: list[float], jobs: int, expected: bool) -> None:
    """Starting a process takes as long as checking some reports."""
    assert expected is pays(costs, jobs)


@pytest.mark.parametrize("costs", [[1.0], [0.001] * 1000, [5.0, *[0.1] * 30, 3.0]], ids=["one", "many", "mixed"])
def test_chunks_hold_everything_once(costs: list[float]) -> None:
    """Each document is in one chunk, none of them is too long."""
    found = chunks(costs, 2)

    assert sorted(index for chunk in found for index in chunk) == list(range(len(costs)))
    assert max(map(len, found)) <= CHUNK_FILES


def test_processes_start_anew_where_they_have_to(tmp_path: Path) -> None:
    """Where processes cannot be forked (Windows) they are told everything that they need."""
    for n in range(4):
        (tmp_path / f"{n}.md").write_text(
            f"| 月份 | 件数 |\n|---|---|\n| 一月 | {n} |\n| 二月 | 7 |\n| 合计 | 13 |\n", "utf-8"
        )
    script = (
        "import multiprocessing, sys\n"
        "multiprocessing.set_start_method('spawn')\n"
        "from gklint.cli.runs import crew\n"
        "crew.pays = lambda costs, jobs: jobs > 1\n"
        "from gklint.__main__ import main\n"
        "main()\n"
    )

    one, two = (
        subprocess.run(
            [sys.executable, "-c", script, "check", "--no-cache", "--jobs", jobs, "."],
            cwd=tmp_path,
            capture_output=True,
            env={"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8"},
            check=False,
        )
        for jobs in ("1", "2")
    )

    assert (one.returncode, one.stdout, b"") == (two.returncode, two.stdout, two.stderr)
