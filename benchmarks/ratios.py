"""
Time gklint beside what it is compared with, in one run, and print ratios: a ratio means something on any machine.

    python benchmarks/ratios.py [--gklint /path/to/venv/bin/gklint] [--runs 5] [--only WORDS] [--npm]

Measure an installed wheel (its .pyc files exist); ``python`` and ``pdf2txt.py`` are taken from the folder of the
gklint command, if they are there. Inputs are generated into a temporary folder. Nothing here is a timed assert: the
exit code is 0 whatever comes out.

    job                                        beside                                   bar
    PDF of ten pages, no cache                 pdf2txt.py on the same file                1
    PDF of ten pages, edited                   pdf2txt.py on the same file                1
    --version                                  python -c pass                             3
    35 KB of Markdown, checked before          python -c pass                             8
    35 KB of Markdown, edited                  python -c pass                             –
    35 KB of Markdown, no cache                python -c pass                             –
    5 MB of text, no cache                     reading it, scanning it with one re       10
    10,000 small files, --jobs 2, new          python -c pass (10 ms: 5 s)              500
    10,000 small files, checked before         python -c pass (10 ms: 1.5 s)            150
    35 KB and 5 MB of Markdown                 textlint with one rule, zhlint (--npm)     1
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.factory import markup, paper, reports, textual
from tests.factory.layout import Part, Prose, Report

SCAN = r"""
import re, sys
figure = (
    r"(?:近|约|超过?|不足|达)?(?:[0-9０-９]+(?:[.,][0-9]+)*|[〇零一二两三四五六七八九十百千]+)"
    r"[余多]?[万亿]?[余多]?(?:个百分点|人次|[条件次篇份个项宗人名家户期场元%％])?"
)
text = open(sys.argv[1], encoding="utf-8").read()
print(sum(1 for _ in re.finditer(figure, text)))
"""
"""One pattern for what a reader would call a figure: approximator, Arabic or Chinese digits, scale, unit."""


SMALL_FILES = 10_000
PATIENCE_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Job:
    """*prepare* is called before each run of *command*, and is not timed. Without a *bar* the ratio is only told."""

    name: str
    command: list[str]
    beside: list[str]
    bar: int | None = None
    prepare: Callable[[], object] = lambda: None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gklint", default=shutil.which("gklint") or str(Path(sys.executable).with_name("gklint")))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="", help="jobs whose name has these characters")
    parser.add_argument(
        "--npm", action="store_true", help="install textlint and zhlint from npm, and compare with them"
    )
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GKLINT_CACHE_DIR"] = f"{folder}/cache"
        os.chdir(folder)  # zhlint knows paths below the current folder only
        for job in jobs(arguments.gklint, Path(folder), npm=arguments.npm):
            if arguments.only in job.name:
                tell(job, *side_by_side(job, arguments.runs))


def tell(job: Job, mine: float, other: float) -> None:
    told = f"{job.name:36} {mine * 1000:7.0f} ms  beside {other * 1000:7.0f} ms  ratio {mine / other:7.2f}"
    verdict = "" if job.bar is None else f"  bar {job.bar:3}  {'ok' if mine <= job.bar * other else 'MISSED'}"
    print(told + verdict, flush=True)


def jobs(gklint: str, folder: Path, *, npm: bool) -> Iterator[Job]:
    python, pdf2txt = (_near(gklint, name) for name in ("python", "pdf2txt.py"))
    nothing, check = [python, "-c", "pass"], [gklint, "check", "--output-format", "concise"]
    names = ("ten.pdf", "edited.pdf", "report.md", "edited.md", "long.txt", "small")
    pdf, other, page, edited, text, small = (folder / name for name in names)
    pdf.write_bytes(paper.pdf(ten_pages()))
    page.write_text(markdown_report(35_000), "utf-8")
    text.write_text(long_text(5_000_000), "utf-8")
    fresh, rng = [*check, "--no-cache"], random.Random(1)

    def edit() -> None:
        edited.write_text(f"{page.read_text('utf-8')}\n第{rng.random()}稿。\n", "utf-8")
        other.write_bytes(pdf.read_bytes() + f"% {rng.random()}\n".encode())

    yield Job("PDF of ten pages, no cache", [*fresh, str(pdf)], [python, pdf2txt, str(pdf)], 1)
    yield Job("PDF of ten pages, edited", [*check, str(other)], [python, pdf2txt, str(pdf)], 1, edit)
    yield Job("--version", [gklint, "--version"], nothing, 3)
    yield Job("35 KB of Markdown, checked before", [*check, str(page)], nothing, 8)
    yield Job("the same in full", [gklint, "check", str(page)], nothing, 8)
    yield Job("35 KB of Markdown, edited", [*check, str(edited)], nothing, prepare=edit)
    yield Job("35 KB of Markdown, no cache", [*fresh, str(page)], nothing)
    yield Job("5 MB of text, no cache", [*fresh, str(text)], [python, "-c", SCAN, str(text)], 10)
    small_files(small)
    forget = partial(shutil.rmtree, folder / "cache", ignore_errors=True)
    yield Job("10,000 small files, one process, new", [*check, "--jobs", "1", str(small)], nothing, prepare=forget)
    yield Job("10,000 small files, --jobs 2, new", [*check, "--jobs", "2", str(small)], nothing, 500, forget)
    yield Job("10,000 small files, checked before", [*check, str(small)], nothing, 150)
    long = text.rename(folder / "long.md")
    for name, command in neighbours(folder / "npm") if npm else ():
        yield Job(f"35 KB of Markdown, beside {name}", [*fresh, str(page)], [*command, page.name], 1)
        yield Job(f"5 MB of Markdown, beside {name}", [*fresh, str(long)], [*command, long.name], 1)


def neighbours(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """What people lint Chinese text with, installed into *folder*: name and command."""
    folder.mkdir()
    packages = ("textlint@14", "textlint-rule-no-todo@2", "zhlint@0.8")
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", *packages], cwd=folder, check=True)
    binaries = folder / "node_modules" / ".bin"
    yield "textlint", [str(binaries / "textlint"), "--rule", str(folder / "node_modules" / "textlint-rule-no-todo")]
    yield "zhlint", [str(binaries / "zhlint")]


def small_files(folder: Path) -> None:
    """Notes of some 300 bytes: a heading and a paragraph, in a hundred folders."""
    for number, part in enumerate(paragraphs(SMALL_FILES)):
        path = folder / f"{number // 100:02}" / f"{number:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# 第{number}号简报\n\n{textual.plain(Report((part,)))}", "utf-8")


def side_by_side(job: Job, runs: int) -> tuple[float, float]:
    """Medians of both commands, run in turns so that a busy moment meets both; one run of each warms up."""
    mine, other = [], []
    for _ in range(runs + 1):
        job.prepare()
        mine.append(seconds(job.command))
        other.append(seconds(job.beside))
        if PATIENCE_SECONDS in (mine[-1], other[-1]):
            return mine[-1], other[-1]
    return median(mine[1:]), median(other[1:])


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    try:
        done = subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, timeout=PATIENCE_SECONDS
        )
    except subprocess.TimeoutExpired:
        return PATIENCE_SECONDS
    elapsed = time.perf_counter() - start
    if done.returncode not in (0, 1, 3):
        sys.exit(f"{' '.join(command[:3])} … ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    return elapsed


def ten_pages() -> Report:
    """A report of the form of 2021 with its tables, and prose until ten pages are full."""
    parts = reports.sample("F3", 6).report().parts
    return Report((*parts[:-4], *paragraphs(80), *parts[-4:]))


def markdown_report(size: int) -> str:
    """A report of about *size* bytes of Markdown."""
    base = reports.sample("F3", 6).report()
    missing = size - len(markup.markdown(base).encode())
    return markup.markdown(Report((*base.parts, *paragraphs(missing // 262))))


def long_text(size: int) -> str:
    """About *size* bytes of prose."""
    return textual.plain(Report(paragraphs(size // 258)))


def paragraphs(count: int) -> tuple[Part, ...]:
    """Prose with figures, dates and document numbers, each paragraph of about 260 bytes."""
    rng = random.Random(2024)
    return tuple(Prose(_paragraph(rng)) for _ in range(count))


def _paragraph(rng: random.Random) -> str:
    # The share is right: what is timed is checking a report, not printing ten thousand findings.
    reported = rng.randrange(20, 900)
    used = rng.randrange(1, 20)
    tenths = (2000 * used + reported) // (2 * reported)
    return (
        f"{rng.randrange(1, 13)}月，各科室报送信息{reported}条，采用{used}条，采用率{tenths // 10}.{tenths % 10}%；"
        f"印发云政办发〔2023〕{rng.randrange(1, 99)}号文件，"
        f"安排资金{rng.randrange(10, 999)}.{rng.randrange(10)}万元，培训{rng.randrange(2, 40)}0余人次，"
        "内容涉及办事流程、服务事项和结果公示，群众可以在大厅和网站上查到。"
    )


def _near(command: str, name: str) -> str:
    beside = Path(command).with_name(name)
    return str(beside) if beside.exists() else sys.executable if name == "python" else shutil.which(name) or name


if __name__ == "__main__":
    main()
