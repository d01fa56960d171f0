from __future__ import annotations

import pytest

from gklint.reporters.audit.markup import Markup, element, escaped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("<script>", "&lt;script&gt;", id="tags"),
        pytest.param("\"'&", "&quot;&#39;&amp;", id="quotes"),
        pytest.param("a\x00b", "a\ufffdb", id="control-character"),
        pytest.param("一\n二", "一\n二", id="line-end"),
    ],
)
def test_text_is_inert(text: str, shown: str) -> None:
    """Nothing in a text can open a tag or end an attribute."""
    assert shown == escaped(text)


def test_markup_is_kept() -> None:
    """What was made as markup is not escaped again."""
    assert "<p><b>5 &lt; 6</b></p>" == element("p", element("b", "5 < 6"))


def test_attributes_are_escaped() -> None:
    """A file name in an attribute stays one attribute."""
    assert '<a href="&quot;onclick=" id="x">y</a>' == element("a", "y", href='"onclick=', id="x")


def test_absent_attributes_leave_no_trace() -> None:
    """None and False print nothing, True a bare name."""
    assert '<input type="checkbox" checked>' == element("input", type="checkbox", checked=True, hidden=False, id=None)


def test_none_is_no_child() -> None:
    """A part that is not there leaves nothing behind."""
    assert Markup("<p>a</p>") == element("p", None, "a", None)
