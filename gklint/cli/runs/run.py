"""
One run of ``gklint check``::

    paths -sources-> bytes -work-> audits -upkeep-> waived, known -terms-> graded -reporters-> text, exit code
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gklint.cli import output
from gklint.cli.exits import CLEAN, Policy, exit_code
from gklint.cli.guard import USAGE, complain, tell_failures
from gklint.cli.inputs import existing
from gklint.cli.keep.upkeep import Upkeep
from gklint.cli.language import chosen, t
from gklint.cli.progress import watched
from gklint.cli.runs import store
from gklint.cli.runs.auditor import ConfiguredRules
from gklint.cli.runs.rendering import rendered
from gklint.cli.runs.request import Request
from gklint.cli.runs.stopwatch import Stopwatch
from gklint.cli.runs.targets import summarize, targets, write
from gklint.cli.runs.terms import told
from gklint.cli.runs.wanted import ALL, Wanted, wanted
from gklint.cli.runs.work import Work
from gklint.cli.sources import STDIN, files, sources
from gklint.config.configuration import Configuration
from gklint.config.discovery import NAME, SHARED
from gklint.config.settings import Settings
from gklint.errors import ConfigError
from gklint.failure import Failure, attempt
from gklint.model.finding import Audit, Report
from gklint.model.rule import Severity
from gklint.reporters import FOR_PEOPLE, REPORTERS
from gklint.reporters.depth import Depth, needed

CONFIGURATIONS = (NAME, SHARED)
"""A change of these in the current folder is one too."""


def answered(request: Request) -> int:
    """Do what *request* asks for, print it, and give the exit code."""
    if request.show_files:
        output.write_lines(_files(request))
        return CLEAN
    if not request.watch:
        return _once(request)
    if STDIN in request.paths:
        raise ConfigError(t("--watch：标准输入只能读一次", "--watch: standard input can be read only once"))
    from gklint.cli.runs import watch

    return watch.repeated(
        lambda: _once(request),
        lambda: watch.snapshot((*_files(request), *CONFIGURATIONS)),
        watch.wait,
        watch.clear,
    )


def _files(request: Request) -> Iterator[str]:
    only = wanted(_configuration(request), request.since)
    return files(existing(request.paths or (".",)), only)


def _configuration(request: Request) -> Configuration:
    return Configuration(request.given, os.environ, os.getcwd())


def _once(request: Request) -> int:
    configuration = _configuration(request)
    only = wanted(configuration, request.since)
    settings, stopwatch = configuration.run.settings, Stopwatch()
    paths = request.paths or (".",)
    present = existing(paths)
    printed, beside = _format(configuration), targets(settings.report, lambda: files(present, only))
    depth = needed([printed, *(target.format for target in beside)])
    report = checked(present, request, configuration, stopwatch, depth, only)
    with stopwatch.stage("output"):
        style = output.style(settings.lang or chosen(), settings.color)
        lost = ConfiguredRules(configuration, None).unprinted
        text, report = rendered(REPORTERS[printed], report, style, lost)
        output.write(text, colour=style.colour, utf8=printed not in FOR_PEOPLE)
        if not report.is_interrupted:
            report = write(beside, report, style.language, lost)
        if printed == "github":
            summarize(report, style.language, os.environ)
    told_apart(report)
    if settings.timing:
        stopwatch.tell()
    is_misused = len(present) < len(paths)
    if not report.audits and not report.is_interrupted and not report.remarks:
        return USAGE if is_misused else CLEAN  # all was excluded, or nothing has changed: that is what was asked for
    return exit_code(report, policy(settings), is_misused=is_misused)


def checked(
    paths: Sequence[str],
    request: Request,
    configuration: Configuration,
    stopwatch: Stopwatch,
    depth: Depth,
    only: Wanted = ALL,
) -> Report:
    """The reports at *paths*, as deep as asked for, judged, excused and graded as *configuration* has it."""
    settings = configuration.run.settings
    cache = store.usual() if settings.cache else None
    rules = ConfiguredRules(configuration, cache)
    work = Work(rules, depth, settings.jobs, cache)
    found = stopwatch.each("reading", sources(paths, request.stdin_filename, only))
    audits = stopwatch.each("judging", work.audits(found))
    report = collected(watched(audits, lambda audit: audit.path))
    with stopwatch.stage("upkeep"):
        upkeep = Upkeep(settings.ignores, settings.baseline, settings.waivers)
        settled = attempt(lambda: told(upkeep.settled(report, rules.of(report)), configuration))
    if isinstance(settled, Failure):
        return replace(report, remarks=(*report.remarks, settled.traceback))
    return settled


def collected(audits: Iterable[Audit]) -> Report:
    """*audits* as a report: as far as they came, if an interrupt or a failure of gklint ends them early."""
    done: list[Audit] = []
    try:
        ended = attempt(lambda: done.extend(audits))
    except KeyboardInterrupt:
        return Report(tuple(done), is_interrupted=True)
    return Report(tuple(done), remarks=(ended.traceback,) if ended else ())


def told_apart(report: Report) -> None:
    """What went wrong with the run itself, on stderr: an interrupt, failures of gklint."""
    tell_failures(report.failures)
    if report.is_interrupted:
        count = len(report.audits)
        complain(
            t(f"已中断：以上只是已完成的 {count} 份，其余没有检查", f"interrupted: {count} done, the rest not checked")
        )


def _format(configuration: Configuration) -> str:
    settings, source = configuration.run.settings, configuration.run.source("output_format")
    if settings.output_format not in REPORTERS:
        from gklint.config.values import unknown_word

        raise unknown_word(settings.output_format, REPORTERS, f"{source.origin if source else ''}: output-format")
    return "statistics" if settings.statistics else settings.output_format


def policy(settings: Settings) -> Policy:
    """What a run with these *settings* fails for."""
    fail_on = Severity[settings.fail_on.upper()]
    return Policy(fail_on, settings.max_warnings, settings.no_claims == "ok", settings.exit_zero)
