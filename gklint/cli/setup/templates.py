"""The files that ``gklint init`` writes. The one of settings is made from their fields, so that it tells them all."""

from __future__ import annotations

from gklint.cli.language import chosen, t
from gklint.config.settings import OPTIONS, Settings, key
from gklint.config.values import shown

CONFIG, HOOK = "gklint.toml", ".pre-commit-config.yaml"
EXAMPLES: dict[str, object] = {"lang": "zh", "max_warnings": 0, "jobs": 2}
"""What stands for options that have no default value."""


def settings() -> str:
    """A ``gklint.toml`` in which every setting stands as a comment, with its default."""
    head = t(
        "# gklint 的设置。去掉行首的 # 即生效；命令行优先。完整说明见 gklint config schema",
        "# Settings of gklint. Without its '#' a line takes effect; the command line is stronger.",
    )
    blocks = [head]
    for name, option in OPTIONS.items():
        value = EXAMPLES.get(name, getattr(Settings(), name))
        blocks.append(f"# {option.metadata[chosen()]}\n# {key(name)} = {shown(value)}")
    example = '# [[overrides]]\n# files = ["drafts/**"]\n# ignore = ["GK8"]'
    blocks.append(t("# 对部分文件另作设置", "# Other settings for some files") + "\n" + example)
    return "\n\n".join(blocks) + "\n"


def hook() -> str:
    return """\
repos:
  - repo: local
    hooks:
      - id: gklint
        name: gklint
        entry: gklint check --no-claims ok --force-exclude
        language: system
        files: \\.(txt|md|markdown|html?|docx|pdf|csv)$
        require_serial: true
        verbose: true
"""


CI: dict[str, tuple[str, str]] = {
    "github": (
        ".github/workflows/gklint.yml",
        """\
name: gklint
on: [push, pull_request]
jobs:
  gklint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: { python-version: "3.12" }
      - run: pip install gklint
      - run: gklint check .
""",
    ),
    "gitlab": (
        ".gitlab-ci.yml",
        """\
gklint:
  image: python:3.12-slim
  script:
    - pip install gklint
    - gklint check .
""",
    ),
}
"""Name of a service → the file that it reads, and what stands in it."""
