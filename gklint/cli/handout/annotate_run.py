"""
One run of ``gklint annotate``::

    path -run.checked-> report -annotate-> copy -files-> written whole
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from gklint.annotate import Annotator, Job, RefusalError, annotator
from gklint.cli import output
from gklint.cli.exits import CLEAN, GAP, exit_code_unread
from gklint.cli.files import write_whole
from gklint.cli.guard import complain
from gklint.cli.inputs import single
from gklint.cli.language import chosen, t
from gklint.cli.runs.request import Request
from gklint.cli.runs.run import checked, told_apart
from gklint.cli.runs.stopwatch import Stopwatch
from gklint.cli.sources import STDIN
from gklint.config.configuration import Configuration
from gklint.errors import ConfigError, ReadError
from gklint.model.finding import Audit
from gklint.reporters import terminal
from gklint.reporters.depth import Depth
from gklint.reporters.wording import Words


def answered(request: Request, copy: Path, day: str | None, *, clear: bool) -> int:
    """Write the copy (with *clear* one without remarks), say so in a line, and give the exit code."""
    (file,) = request.paths
    if file == STDIN:
        raise ConfigError("name a file: standard input has no copy", "请给出文件：标准输入不能加批注")
    name, data = single(file, file)
    if os.path.exists(copy) and os.path.samefile(copy, name):
        raise ConfigError(f"{copy}: is the report itself, name another file", f"{copy}：就是原文件，请另取文件名")
    configuration = Configuration(request.given, os.environ, os.getcwd())
    settings = configuration.run.settings
    words = Words(settings.lang or chosen())
    report = checked((name,), request, configuration, Stopwatch(), Depth.WHOLE)
    audit = next(iter(report.audits), None)
    if report.is_interrupted or report.remarks:
        told_apart(report)
        return exit_code_unread(report)
    if audit is None:
        raise ConfigError(f"{name}: left out by the settings", f"{name}：被设置排除")
    if audit.reader is None or isinstance(data, ReadError):
        output.write(terminal.render(report, output.style(words.language, settings.color)))
        told_apart(report)
        return exit_code_unread(report)
    maker = _maker(audit, copy)
    try:
        done, count = maker.clear(data) if clear else maker.annotate(data, audit, Job(words.language, day or _today()))
    except RefusalError as refusal:
        complain(words("at", place=name, raw=words(f"refusal.{refusal.reason}")))
        return GAP
    write_whole(copy, done)
    if clear:
        output.write_lines([t(f"{copy}：去掉了 {count} 条批注", f"{copy}: {count} comments taken away")])
    else:
        output.write_lines([t(f"{copy}：加了 {count} 条批注", f"{copy}: {count} comments")])
    return CLEAN


def _maker(audit: Audit, copy: Path) -> Annotator:
    """The annotator for the file of *audit*; *copy* must end as it should, or nothing opens it as what it is."""
    maker = annotator(audit.reader or "")
    if maker is None:
        raise ConfigError(f"{audit.path}: cannot be annotated", f"{audit.path}：这种文件不能加批注")
    right = maker.SUFFIX or Path(audit.path).suffix
    if copy.suffix.lower() != right.lower():
        raise ConfigError(f"{copy}: should end in {right}", f"{copy}：扩展名应为 {right}")
    return maker


def _today() -> str:
    """The day that is written on comments: a person's today, or what a reproducible build asks for."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return date.today().isoformat()
