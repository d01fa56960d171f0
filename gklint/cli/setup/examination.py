"""What ``gklint doctor`` looks at, part by part."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module

from gklint import __version__
from gklint.cli.configured import configuration
from gklint.cli.language import t
from gklint.cli.runs.store import folder
from gklint.config.settings import OPTIONS
from gklint.errors import GklintError
from gklint.readers import EXTENSIONS
from gklint.start.records import dataclass

PROBE = "√×│─├└…→≠错误"
"""What the output is drawn with; a console that lacks one of these prints "?"."""
LIBRARIES = {"docx": "lxml.etree", "pdf": "pdfminer.pdfparser"}
"""Formats that need a library, which an installation may have lost."""
OWN = ("GKLINT_CACHE_DIR",)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was looked at; not *is_fine*: something will not work."""

    name: str
    found: str
    is_fine: bool = True


def examined() -> Iterator[Part]:
    """All parts, in a fixed order."""
    yield Part("gklint", f"{__version__}，Python {platform.python_version()}，{platform.system()}")
    yield _console()
    yield Part(t("终端", "terminal"), _terminal())
    yield _formats()
    yield _settings()
    yield _cache()
    yield _git()


def _console() -> Part:
    encoding = sys.stdout.encoding or "?"
    try:
        lost = "".join(character for character in PROBE if not _prints(character, encoding))
    except LookupError:
        lost = PROBE
    files = sys.getfilesystemencoding()
    found = t(f"输出 {encoding}，文件名 {files}", f"output {encoding}, names of files {files}")
    if lost:
        found += t(
            f"；不能显示 {lost}，可设 PYTHONIOENCODING=utf-8",
            f"; cannot print {lost!a}: set PYTHONIOENCODING=utf-8",
        )
    return Part(t("编码", "encoding"), found, not lost)


def _prints(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _terminal() -> str:
    if not sys.stdout.isatty():
        return t("不是终端（管道或文件），不着色", "none: a pipe or a file, no colour")
    columns = shutil.get_terminal_size((100, 24)).columns
    return t(f"宽 {columns} 列", f"{columns} columns wide")


def _formats() -> Part:
    lost = sorted(name for name, library in LIBRARIES.items() if not _is_there(library))
    known = " ".join(sorted(extension for extension in EXTENSIONS))
    found = known + (
        t(f"；缺少读取 {'、'.join(lost)} 的库，请重新安装", f"; no library for {', '.join(lost)}") if lost else ""
    )
    return Part(t("可读格式", "formats"), found, not lost)


def _is_there(library: str) -> bool:
    try:
        import_module(library)
    except ImportError:
        return False
    return True


def _settings() -> Part:
    name = t("配置", "settings")
    try:
        origins = dict.fromkeys(layer.origin for layer in configuration().run.layers)
    except GklintError as error:
        return Part(name, t(error.zh or str(error), str(error)), is_fine=False)
    known = {f"GKLINT_{option.upper()}" for option in OPTIONS} | set(OWN)
    strange = sorted(variable for variable in os.environ if variable.startswith("GKLINT_") and variable not in known)
    found = ", ".join(origins) or t("没有配置文件，全部取默认值", "no file, everything by default")
    if strange:
        found += t(f"；未采用的环境变量 {'、'.join(strange)}", f"; variables of no effect: {', '.join(strange)}")
    return Part(name, found)


def _cache() -> Part:
    name, place = t("缓存", "cache"), folder()
    if place is None:
        return Part(name, t("没有合适的文件夹，可设 GKLINT_CACHE_DIR", "no folder for it: set GKLINT_CACHE_DIR"))
    above = place
    while not above.exists() and above != above.parent:
        above = above.parent
    is_fine = above.is_dir() and os.access(above, os.W_OK)
    return Part(name, str(place) if is_fine else t(f"{place}（不可写，不用缓存）", f"{place} (not writable: not used)"))


def _git() -> Part:
    try:
        done = subprocess.run(["git", "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return Part("git", t("没有，--since 不可用", "none: --since will not work"))
    return Part("git", done.stdout.strip())
