"""Several processes do what one would do, in the same order, and what one of them dies of costs one document."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gklint.budget import Budget, _deadline, within
from gklint.cli.runs import crew, worker
from gklint.cli.runs.crew import pays, spread
from gklint.cli.sources import Source
from gklint.errors import ConfigError, ReadError
from gklint.model.finding import Audit, Status


class Made:
    """Makes audits that tell their source; some names are the end of whoever has them."""

    def __init__(self, marks: Path | None = None) -> None:
        self.marks = marks

    def __call__(self, source: Source) -> Audit:
        name, data = source
        match name.removesuffix(".md").partition("-")[0]:
            case "wrong":
                raise ConfigError(f"{name}: a mistake", f"{name}：写错了")
            case "killed":
                os.kill(os.getpid(), signal.SIGKILL)
            case "interrupts":
                os.kill(os.getppid(), signal.SIGINT)
                signal.pause()
            case "deaf":
                # No signal is heard within one step of Python.
                within(Budget(seconds=1), 0, lambda: sum(itertools.repeat(1)))
            case "left":
                os._exit(7)
            case "once" if self.marks and not (self.marks / name).exists():
                (self.marks / name).touch()
                os.kill(os.getpid(), signal.SIGKILL)
        return Audit(name, str(data), None, Status.EMPTY, None, (), ())

    def lost(self, source: Source, how: ReadError, failure: str = "") -> Audit:
        return Audit(source[0], str(how), None, Status.FAILED, None, (), (), failure=failure)


made = Made()


def sources(*names: str) -> list[Source]:
    return [(name, name.encode()) for name in names]


def spread_names(do: Made, *names: str) -> dict[str, str]:
    """What is told of each of *names*, done by two processes."""
    return {audit.path: audit.sha256 for audit, _ in spread(do, sources(*names), 2)}


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
def test_a_mistake_of_the_user_ends_the_run() -> None:
    """What no document is to blame for arrives as it is, in both languages."""
    with pytest.raises(ConfigError, match=r"wrong-b\.md: a mistake") as caught:
        list(spread(made, sources("a.md", "wrong-b.md", "c.md"), 2))

    assert "wrong-b.md：写错了" == caught.value.zh


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize(("name", "how"), [("killed.md", "signal 9"), ("left.md", "exit code 7")])
def test_a_document_that_processes_die_of_is_the_only_one_lost(name: str, how: str) -> None:
    """The death of a process costs its document, and no other one, whatever stands beside it."""
    others = {f"{n}.md": str(f"{n}.md".encode()) for n in range(12)}

    told = spread_names(made, *list(others)[:5], name, *list(others)[5:])

    assert others | {name: f"failed: its process died: {how}"} == told


@pytest.mark.usefixtures("eager")
def test_what_hears_no_deadline_is_ended_by_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that is busy with itself for ever costs its document, once."""
    monkeypatch.setattr(_deadline, "GRACE_SECONDS", 0)

    told = spread_names(made, "a.md", "deaf.md", "c.md")

    assert told["deaf.md"].startswith("over-budget: budget.seconds")
    assert ("b'a.md'", "b'c.md'") == (told["a.md"], told["c.md"])


@pytest.mark.parametrize("data", [b"PK\3\4", b"junk %PDF-1.7"], ids=["zip", "pdf"])
def test_risky_documents_never_come_into_this_process(data: bytes) -> None:
    """What may be the end of a process is the end of another one, even where there is only one document."""
    ((audit, _),) = spread(made, [("killed", data)], 1)

    assert "failed: its process died: signal 9" == audit.sha256


@pytest.mark.usefixtures("eager")
def test_a_process_that_was_killed_by_chance_costs_nothing(tmp_path: Path) -> None:
    """What one process did not finish another one does: the killer of processes picks any of them."""
    names = [f"once-{n}.md" if n % 3 == 0 else f"{n}.md" for n in range(12)]

    assert {name: str(name.encode()) for name in names} == spread_names(Made(tmp_path), *names)


@pytest.mark.usefixtures("eager")
def test_a_run_without_processes_does_it_all_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where none can be started (no memory, no more allowed) nothing is lost."""

    def refused(process: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(multiprocessing.Process, "start", refused)

    assert {"a.md": "b'a.md'", "b.md": "b'b.md'"} == spread_names(made, "a.md", "b.md")


@pytest.mark.usefixtures("eager")
def test_a_run_whose_processes_are_stillborn_does_it_all_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that die before they have begun say nothing against any document."""
    monkeypatch.setattr(worker, "_serve", lambda *arguments: os._exit(1))

    assert {"a.md": "b'a.md'", "b.md": "b'b.md'"} == spread_names(made, "a.md", "b.md")


@pytest.mark.usefixtures("eager")
def test_an_interrupt_comes_after_what_is_ready() -> None:
    """What was done when a person stopped waiting is told, and no process is left behind."""
    told: list[str] = []

    with pytest.raises(KeyboardInterrupt):
        told.extend(audit.path for audit, _ in spread(made, sources("interrupts-1", "b.md", "c.md"), 2))

    assert [] == multiprocessing.active_children()
    assert set(told) <= {"b.md", "c.md"}


@pytest.mark.usefixtures("eager")
def test_no_process_is_left_by_a_run_that_ends_early() -> None:
    """Whoever stops listening, for an interrupt or a mistake, has no processes any more."""
    answers = spread(made, sources(*(f"{n}.md" for n in range(20))), 2)
    next(answers)

    answers.close()  # type: ignore[attr-defined]

    assert [] == multiprocessing.active_children()


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
