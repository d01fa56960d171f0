"""JSON, one object to a line: the run, each input, finding and check, the summary; ``kind`` tells them apart."""

from __future__ import annotations

import json
from collections.abc import Iterator

from gklint.model.finding import Report
from gklint.reporters.json_ import Object, as_object
from gklint.reporters.style import Style
from gklint.reporters.wording import Words

PARTS = {"inputs": "input", "findings": "finding", "checks": "check"}


def render(report: Report, style: Style) -> str:
    """The objects of the JSON format, in its order."""
    whole = as_object(report, Words(style.language))
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in _items(whole))


def _items(whole: Object) -> Iterator[Object]:
    yield {"kind": "run", "schema_version": whole["schema_version"], "tool": whole["tool"]}
    for part, kind in PARTS.items():
        yield from ({"kind": kind, **item} for item in whole[part])
    yield {"kind": "summary", **whole["summary"]}
