"""Whole folders of an audit, from texts: the real spine, so that a page shows what a run finds."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser

from gklint import pipeline
from gklint.cli import installed
from gklint.model.finding import Report
from gklint.model.rule import Packs
from gklint.reporters.audit.folder import files
from gklint.reporters.audit.run import Run
from gklint.reporters.wording import Words

FAULTY = """# 青石镇2023年度工作报告

全年共受理事项20件，其中来信12件、来访7件。另有专题会议3次。

| 事项 | 一季度 | 二季度 | 合计 |
|---|---|---|---|
| 许可 | 3 | 4 | 7 |
| 备案 | 5 | 6 | 15 |
| 登记 | 2 | 8 | 10 |
| 合计 | 10 | 18 | 28 |
"""
SOUND = FAULTY.replace("12件、", "13件、").replace("| 15 |", "| 11 |")


@cache
def packs() -> Packs:
    return installed.packs(cases=False)


def report(**texts: str) -> Report:
    """A run over Markdown texts by name."""
    return pipeline.run(((f"{name}.md", text.encode()) for name, text in texts.items()), packs())


def folder(run: Run | None = None, language: str = "zh", **texts: str) -> dict[str, str]:
    """What is written for *texts*, decoded; lines end with a line feed."""
    made = files(report(**texts), run or Run(("core 12345678",)), Words(language))
    return {name: data.decode("utf-8-sig").replace("\r\n", "\n") for name, data in made}


class Elements(HTMLParser):
    """Every start tag of a page with its attributes, and the text outside scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._silent = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._silent = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._silent = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text += data

    def ids(self) -> list[str]:
        return [attributes["id"] or "" for _, attributes in self.tags if "id" in attributes]

    def links(self) -> list[str]:
        return [attributes["href"] or "" for tag, attributes in self.tags if tag == "a"]
