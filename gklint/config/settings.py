"""Everything that can be configured: one field for each option, which is its key, its schema and its help text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, field, fields
from typing import Any, Literal

from gklint.start.records import dataclass

SEVERITIES = ("error", "warning", "note")
CONFIDENCES = ("possible", "probable", "certain")
OFF = "off"
"""Of a rule: it does not run. Of a file with a usual place: it is not used."""

Severity = Literal["error", "warning", "note"]


def _option(default: Any, zh: str, en: str, *, run: bool = False) -> Any:
    """A field: its help in both languages, and whether it holds for a whole *run* or may differ from file to file."""
    told = {"zh": zh, "en": en, "run": run}
    return field(default_factory=dict, metadata=told) if default == {} else field(default=default, metadata=told)


@dataclass(frozen=True, slots=True)
class Settings:
    """
    What holds for one file; the fields of a run are those of the current folder.

    Paths are relative to the current folder, or absolute.
    """

    select: tuple[str, ...] = _option((), "只用这些规则：编号、前缀、名称或规则包", "Only these rules.")
    ignore: tuple[str, ...] = _option((), "不用这些规则", "All but these rules.")
    severity: Mapping[str, Literal["error", "warning", "note", "off"]] = _option(
        {}, "规则的级别，例如 GK150=note；off 即不用", "Severity of rules, such as GK150=note; off turns one off."
    )
    min_confidence: Literal["possible", "probable", "certain"] = _option(
        "possible",
        "不报把握更低的问题：certain 确定，probable 很可能，possible 可能",
        "Leave out findings that are less certain.",
    )
    blank: Literal["form", "unknown", "zero"] = _option(
        "form",
        "官方表格的空格：form 依表格规定，unknown 未知，zero 视为 0",
        "Blank cells of official forms: as the form says, unknown, or zero.",
    )
    rounding: Literal["any", "half"] = _option(
        "any",
        "比率的尾数：any 四舍五入或截去均可，half 只认四舍五入",
        "Last digits of rates: rounded or cut off (any), or rounded only (half).",
    )
    packs: tuple[str, ...] = _option(
        (), "另加这些文件夹中的规则包", "Folders with packs of your own, used beside those of gklint."
    )

    lang: Literal["zh", "en"] | None = _option(
        None,
        "输出语言，默认中文（或环境变量 GKLINT_LANG）",
        "Language of the output; Chinese, or that of GKLINT_LANG, by default.",
        run=True,
    )
    output_format: str = _option("full", "输出格式", "Format of the output.", run=True)
    report: tuple[str, ...] = _option(
        (),
        "另把结果写成文件：格式=路径，可重复，如 sarif=gklint.sarif",
        "Write the result to a file too, as FORMAT=PATH; may be repeated, as in sarif=gklint.sarif.",
        run=True,
    )
    color: Literal["auto", "always", "never"] = _option(
        "auto", "是否着色；NO_COLOR 关闭", "Colour; NO_COLOR turns it off.", run=True
    )
    statistics: bool = _option(False, "按规则统计问题数", "Count the findings of each rule.", run=True)
    timing: bool = _option(False, "在标准错误输出显示各阶段用时", "Tell on stderr how long each stage took.", run=True)

    fail_on: Severity = _option("error", "达到该级别即以 1 退出", "Exit 1 from this severity on.", run=True)
    max_warnings: int | None = _option(None, "“请核实”多于 N 处即以 1 退出", "Exit 1 above N warnings.", run=True)
    exit_zero: bool = _option(False, "有问题或有缺口也以 0 退出", "Exit 0 where 1 or 3 was due.", run=True)
    no_claims: Literal["gap", "ok"] = _option(
        "gap",
        "没有可核对关系时：gap 以 3 退出，ok 以 0 退出",
        "A run that can judge nothing: gap exits 3, ok exits 0.",
        run=True,
    )

    exclude: tuple[str, ...] = _option(
        (),
        "在文件夹中跳过符合这些模式的文件（写法同 .gitignore）",
        "Pass by what fits in folders; as in .gitignore.",
        run=True,
    )
    force_exclude: bool = _option(
        False, "指名的文件若符合 exclude 也跳过（供钩子使用）", "Exclude named files too, for hooks.", run=True
    )

    baseline: str = _option(
        "",
        "基线文件，默认仓库根目录的 gklint-baseline.json（如有）；off 不用",
        "The baseline; gklint-baseline.json at the root of the repository if it is there, 'off' for none.",
        run=True,
    )
    waivers: str = _option(
        "",
        "豁免文件，默认仓库根目录的 gklint-waivers.toml（如有）；off 不用",
        "The waivers; gklint-waivers.toml at the root of the repository if it is there, 'off' for none.",
        run=True,
    )
    ignores: bool = _option(True, "采用报告批注和豁免文件中的豁免", "Use waivers of reports and of the file.", run=True)

    jobs: int | None = _option(
        None,
        "最多用 N 个进程，默认自动；结果与进程数无关",
        "At most N processes; the result does not depend on it.",
        run=True,
    )
    budget: Mapping[Literal["seconds", "memory", "unpacked", "figures"], int] = _option(
        {},
        "每份文件的限额：seconds 处理器秒数（60），memory 内存 MB（1500），unpacked 解压 MB（256），"
        "figures 一段中的数字（2000）",
        "What one document may cost: seconds of a processor (60), memory in MB (1500), unpacked MB (256), figures in a "
        "passage (2000).",
        run=True,
    )
    cache: bool = _option(True, "使用缓存", "Read and write the cache.", run=True)


OPTIONS: dict[str, Field[Any]] = {item.name: item for item in fields(Settings)}
"""By name in Python; a file writes ``_`` as ``-``."""
PATHS = frozenset({"packs", "baseline", "waivers"})
"""Options whose values are paths: a file writes them relative to its own folder."""
MINIMA: dict[str, int] = {"max_warnings": 0, "jobs": 1, "budget": 1}
MAXIMA: dict[str, int] = {"budget": 1_000_000}


def key(name: str) -> str:
    """The key of an option in files: fail_on → fail-on."""
    return name.replace("_", "-")
