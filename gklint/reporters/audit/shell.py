"""The frame of every page: one file that asks for nothing, runs nothing but its own script and sends nothing."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import lru_cache
from importlib.resources import files

from gklint import __version__
from gklint.reporters.audit.markup import Markup, element, joined

GENERATOR = "gklint"


def page(title: str, body: Markup, *, language: str, script: str, data: object = None) -> bytes:
    """
    *body* as a whole HTML file. *script* names a resource beside this module; *data* is what it reads, as JSON.

    The policy in the head lets the browser load nothing at all and run only what has the digests that stand in it, so
    that no text of a report can become a script or a request, whatever it holds.
    """
    style_text, script_text = _resource("page.css"), _resource(script)
    policy = (
        f"default-src 'none'; style-src {_digest(style_text)}; script-src {_digest(script_text)}; "
        "base-uri 'none'; form-action 'none'"
    )
    head = joined(
        (
            element("meta", charset="utf-8"),
            Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="generator", content=f"{GENERATOR} {__version__}"),
            element("meta", name="color-scheme", content="light"),
            element("title", title),
            Markup(f"<style>{style_text}</style>"),
        )
    )
    inline = Markup("") if data is None else _json(data)
    whole = (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if language == "zh" else language}">\n<head>{head}</head>\n'
        f"<body>\n{body}\n{inline}<script>{script_text}</script>\n</body>\n</html>\n"
    )
    # A path can hold bytes that are no text.
    return whole.encode("utf-8", "replace")


def _json(data: object) -> Markup:
    # "<" in a string could end the element it stands in.
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Markup(f'<script type="application/json" id="data">{text}</script>\n')


@lru_cache(maxsize=8)
def _resource(name: str) -> str:
    return files("gklint.reporters.audit").joinpath(name).read_text("utf-8")


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
