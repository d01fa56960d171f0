"""Options that several commands share, and how a choice among words is made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from gklint.cli.language import LANGUAGES, chosen, t
from gklint.config.settings import OFF

if TYPE_CHECKING:
    WordType = click.ParamType[str]
else:
    WordType = click.ParamType  # takes no parameter before click 8.3


class OneOf(WordType):
    """One of a few words; a wrong one is named together with those that are right."""

    name = "choice"

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.words:
            right = ", ".join(self.words)
            self.fail(t(f"没有 {value}，应为 {right} 之一", f"no {value}, one of {right} would be right"), param, ctx)
        return value

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        words = "|".join(self.words)
        return f"{{{words}}}" if isinstance(param, click.Argument) else f"[{words}]"


lang = click.option(
    "--lang",
    type=OneOf(LANGUAGES),
    default=chosen,
    help=t("输出语言，默认中文（或环境变量 GKLINT_LANG）", "Language of the output (or GKLINT_LANG)."),
)

stdin_filename = click.option(
    "--stdin-filename",
    metavar="NAME",
    default="-",
    help=t("“-”所读内容的文件名，用来判断格式", "Name for what '-' reads; tells its format."),
)

colour = click.option(
    "--color",
    "colour",
    type=OneOf(("auto", "always", "never")),
    default="auto",
    help=t("是否着色；NO_COLOR 关闭", "Colour; NO_COLOR turns it off."),
)

baseline = click.option(
    "--baseline",
    metavar="FILE",
    default="",
    help=t(
        "基线文件，默认仓库根目录的 gklint-baseline.json（如有）",
        "The baseline to compare with; gklint-baseline.json at the root of the repository if it is there.",
    ),
)

no_baseline = click.option(
    "--no-baseline",
    "baseline",
    flag_value=OFF,
    help=t("不用基线，已知的问题照样计入", "Use no baseline: what is known counts."),
)

no_ignores = click.option(
    "--no-ignores",
    is_flag=True,
    help=t("审查被豁免的内容：批注和 gklint-waivers.toml 一概不用", "Audit what was silenced: no waiver is used."),
)
