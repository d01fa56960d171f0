"""
Time gklint beside what it is compared with, in one run, and print ratios: a ratio means something on any machine.

    python benchmarks/ratios.py [--gklint /path/to/venv/bin/gklint] [--runs 5]

Measure an installed wheel (its .pyc files exist); ``python`` and ``pdf2txt.py`` are taken from the folder of the
gklint command, if they are there. Inputs are generated into a temporary folder. Nothing here is a timed assert: the
exit code is 0 whatever comes out.

    job                               beside                                   bar
    gklint check, PDF of ten pages    pdf2txt.py on the same file              1
    gklint --version                  python -c pass                           3
    gklint check, 35 KB of Markdown   python -c pass                           8
    gklint check, 5 MB of text        reading it, scanning it with one re      10
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Job:
    name: str
    command: list[str]
    beside: list[str]
    bar: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gklint", default=shutil.which("gklint") or str(Path(sys.executable).with_name("gklint")))
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for job in jobs(arguments.gklint, Path(folder)):
            mine, other = side_by_side(job, arguments.runs)
            print(f"{job.name:34} {mine * 1000:7.0f} ms  beside {other * 1000:6.0f} ms", end="  ")
            print(f"ratio {mine / other:5.2f}  bar {job.bar:2}  {'ok' if mine <= job.bar * other else 'MISSED'}")


def jobs(gklint: str, folder: Path) -> Iterator[Job]:
    python, pdf2txt = (_near(gklint, name) for name in ("python", "pdf2txt.py"))
    nothing = [python, "-c", "pass"]
    pdf, page, text = folder / "ten.pdf", folder / "report.md", folder / "long.txt"
    pdf.write_bytes(paper.pdf(ten_pages()))
    page.write_text(markdown_report(35_000), "utf-8")
    text.write_text(long_text(5_000_000), "utf-8")
    yield Job("check, PDF of ten pages", [gklint, "check", str(pdf)], [python, pdf2txt, str(pdf)], 1)
    yield Job("--version", [gklint, "--version"], nothing, 3)
    yield Job("check, 35 KB of Markdown", [gklint, "check", str(page)], nothing, 8)
    yield Job("check, 5 MB of text", [gklint, "check", str(text)], [python, "-c", SCAN, str(text)], 10)


def side_by_side(job: Job, runs: int) -> tuple[float, float]:
    """Medians of both commands, run in turns so that a busy moment meets both; one run of each warms up."""
    mine, other = [], []
    for _ in range(runs + 1):
        mine.append(seconds(job.command))
        other.append(seconds(job.beside))
    return median(mine[1:]), median(other[1:])


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
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
