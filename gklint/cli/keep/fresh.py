"""A run for the commands that keep waivers and baselines: everything is found, nothing printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from gklint.cli.configured import configuration
from gklint.cli.guard import BUG, USAGE, tell_failures
from gklint.cli.inputs import existing
from gklint.cli.keep.upkeep import Upkeep
from gklint.cli.progress import watched
from gklint.cli.runs import store
from gklint.cli.runs.auditor import ConfiguredRules
from gklint.cli.runs.work import Work
from gklint.cli.sources import sources
from gklint.config.settings import OFF
from gklint.model.finding import Report
from gklint.model.rule import Rule
from gklint.reporters.depth import Depth


@contextmanager
def audited(paths: Sequence[str]) -> Iterator[tuple[Report, tuple[Rule, ...]]]:
    """
    The reports at *paths*, by default in the current folder, with what was excused; and the rules that ran.

    A path that is not there ends the command: half a run must not decide what is kept. Documents that gklint fails at
    are left as they were, and told when everything else is done.
    """
    present = existing(paths or (".",))
    if len(present) < len(paths):
        raise SystemExit(USAGE)
    cache = store.usual()
    auditor = ConfiguredRules(configuration(), cache)
    work = Work(auditor, Depth.BRIEF, None, cache)
    report = Report(tuple(watched(work.audits(sources(present)), lambda audit: audit.path)))
    upkeep = Upkeep(baseline=OFF, excused=configuration().run.settings.waivers)
    try:
        yield upkeep.settled(report, auditor.of(report)), auditor.of(report)()
    except SystemExit:
        if not report.failures:
            raise
    finally:
        tell_failures(report.failures)
    if report.failures:
        raise SystemExit(BUG)
