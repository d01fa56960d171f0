"""
Correct sentences in words that no table has, and what gklint says of them.

    python benchmarks/clean_words.py [--reports 300] [--seed 1] [--show]

Each report is a page of sentences whose figures agree; their verbs and nouns of change, of parts and of totals are
drawn from ``clean_words.toml``, of which gklint knows none (a word that a table of a rule gains is named and left out).
Bars: nothing at 错误, and at most 1 finding at 请核实 in 100 reports. Everything is seeded.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gklint.model.rule import Severity
from gklint.packs.find import rules_root
from tests.factory import evidence
from tests.factory.formats import FORMATS
from tests.factory.layout import Head, Prose, Report
from tests.factory.prose import decimal

AMOUNTS = (
    ("粮食产量", "万吨"),
    ("税收收入", "亿元"),
    ("发电量", "亿千瓦时"),
    ("接待游客", "万人次"),
    ("用水量", "万立方米"),
)
COUNTS = (
    ("受理申请", "件"),
    ("招录学生", "人"),
    ("办结事项", "项"),
    ("检查企业", "家"),
    ("发放补贴", "笔"),
    ("登记车辆", "辆"),
    ("修订制度", "个"),
    ("寄送材料", "份"),
)
KINDS = (("甲类", "乙类", "丙类"), ("城区", "郊区", "山区"), ("学校", "医院", "企业"), ("上门", "线上", "窗口"))
PASTS = ("比上年", "较上年", "比去年", "较去年同期", "比2017年")
OTHERS = ("满意率", "好评率", "覆盖面", "到位率", "知晓率")


@dataclass
class Page:
    """What one report is drawn from; no subject comes twice, for then its figures would differ."""

    rng: random.Random
    words: Mapping[str, list[str]]
    amounts: list[tuple[str, str]]
    counts: list[tuple[str, str]]

    def pick(self, *names: str) -> str:
        return self.rng.choice([word for name in names for word in self.words[name]])

    def parts(self, unit: str) -> tuple[str, int]:
        """A list of three kinds and their sum."""
        numbers = [self.rng.randrange(10, 900) for _ in range(3)]
        listed = zip(self.rng.choice(KINDS), numbers, strict=True)
        return "、".join(f"{kind}{number}{unit}" for kind, number in listed), sum(numbers)


def amount_and_rate(page: Page) -> str:
    """粮食产量 52.3 万吨，比上年增产 0.8 万吨，增长 1.6%."""
    thing, unit = page.amounts.pop()
    tenths, sense = page.rng.randrange(400, 9000), page.rng.choice((1, -1))
    by = page.rng.randrange(10, tenths // 3)
    verb, said = (page.pick("more"), "增长") if sense > 0 else (page.pick("less"), "下降")
    rate = _rate(by, tenths - sense * by)
    return f"{thing}{_tenth(tenths)}{unit}，{page.rng.choice(PASTS)}{verb}{_tenth(by)}{unit}，{said}{rate}%。"


def amount_alone(page: Page) -> str:
    """招录学生 1200 人，比去年扩招 200 人，就业率 95%."""
    thing, unit = page.counts.pop()
    verb, by = page.pick("more", "less"), page.rng.randrange(5, 250)
    other = f"{page.rng.choice(OTHERS)}{_tenth(page.rng.randrange(880, 999))}%"
    return f"{thing}{page.rng.randrange(300, 4000)}{unit}，比上年{verb}{by}{unit}，{other}。"


def move(page: Page) -> str:
    """材料由 3595 件精干为 2405 件，精干率 33.1%."""
    thing, unit = page.counts.pop()
    old = page.rng.randrange(200, 5000)
    new = page.rng.randrange(old // 3, old * 9 // 10)
    verb, rate = page.pick("into"), f"{page.pick('rate')}{_rate(old - new, old)}%"
    return f"{thing}由{old}{unit}{verb}{page.rng.choice('为到至成')}{new}{unit}，{rate}。"


def versus(page: Page) -> str:
    """上年 120 件，今年 150 件，比上年多办 30 件."""
    thing, unit = page.counts.pop()
    old, new = page.rng.randrange(100, 3000), page.rng.randrange(100, 3000)
    verb = page.pick("more" if new > old else "less")
    return f"上年{thing}{old}{unit}，今年{new}{unit}，比上年{verb}{abs(new - old)}{unit}。"


def old_inside(page: Page) -> str:
    """今年 150 件，比上年的 120 件多办 30 件，增长 25%."""
    thing, unit = page.counts.pop()
    old = page.rng.randrange(100, 3000)
    by = page.rng.randrange(5, old)
    return f"{thing}{old + by}{unit}，比上年的{old}{unit}{page.pick('more')}{by}{unit}，增长{_rate(by, old)}%。"


def division(page: Page) -> str:
    """受理申请 300 件，依类别论，甲类 120 件、乙类 180 件."""
    thing, unit = page.counts.pop()
    listed, whole = page.parts(unit)
    return f"{thing}{whole}{unit}，{page.pick('cut')}，{listed}。"


def total(page: Page) -> str:
    """甲类 120 件、乙类 180 件，拢共 300 件."""
    thing, unit = page.counts.pop()
    listed, whole = page.parts(unit)
    return f"{thing}中，{listed}，{page.pick('total')}{whole}{unit}。"


def some(page: Page) -> str:
    """受理申请 300 件，增派人手 12 名，其中甲类 120 件."""
    thing, unit = page.counts.pop()
    whole = page.rng.randrange(100, 3000)
    part, people = page.rng.randrange(5, whole), page.rng.randrange(2, 90)
    return f"{thing}{whole}{unit}，{page.pick('more')}人手{people}名，其中{page.rng.choice(KINDS)[0]}{part}{unit}。"


SENTENCES: tuple[Callable[[Page], str], ...] = (
    amount_and_rate,
    amount_and_rate,
    amount_alone,
    move,
    versus,
    old_inside,
    division,
    total,
    some,
)


def _tenth(tenths: int) -> str:
    return f"{tenths // 10}.{tenths % 10}"


def _rate(part: int, whole: int) -> str:
    return decimal(Fraction(100 * part, whole), 1)


def unknown() -> dict[str, list[str]]:
    """The words of each list that no rule names."""
    lists = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    tables = "\n".join(path.read_text("utf-8") for path in sorted(rules_root().rglob("*.toml")))
    listed = set(re.findall(r"['\"]([\u4e00-\u9fff]+)['\"]", tables))
    for word in sorted(word for words in lists.values() for word in words.split() if word in listed):
        print(f"left out: {word} stands in a table")
    return {name: [word for word in words.split() if word not in listed] for name, words in lists.items()}


def drawn(rng: random.Random, words: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Paragraphs of one to three sentences, each kind of sentence at least once."""
    amounts, counts = (rng.sample(subjects, len(subjects)) for subjects in (AMOUNTS, COUNTS))
    page = Page(rng, words, amounts, counts)
    sentences = [sentence(page) for sentence in SENTENCES]
    rng.shuffle(sentences)
    paragraphs = []
    while sentences:
        size = rng.randrange(1, 4)
        paragraphs.append("".join(sentences[:size]))
        del sentences[:size]
    return tuple(paragraphs)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print every finding with its paragraph")
    arguments = parser.parse_args()
    words, rng = unknown(), random.Random(arguments.seed)
    told: Counter[Severity] = Counter()
    for _ in range(arguments.reports):
        paragraphs = drawn(rng, words)
        heads = (Head("云川县2018年国民经济和社会发展统计公报", 1), Head("一、综合"))
        for finding in evidence.lint(FORMATS["markdown"](Report((*heads, *map(Prose, paragraphs))))).findings:
            told[finding.severity] += 1
            if arguments.show and finding.severity > Severity.NOTE:
                quote = finding.quote
                near = next((text for text in paragraphs if quote.exact + quote.suffix[:6] in text), "")
                print(f"{finding.severity.word} {finding.rule.code} [{quote.exact}] {near}")
    errors, reviews = told[Severity.ERROR], told[Severity.WARNING]
    count = sum(map(len, words.values()))
    print(f"{count} words, {arguments.reports} reports: {errors} at 错误 (bar 0), {reviews} at 请核实 (bar 1 in 100)")
    return int(errors > 0 or 100 * reviews > arguments.reports)


if __name__ == "__main__":
    sys.exit(main())
