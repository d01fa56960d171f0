"""What was published on one topic, under all that was."""

from __future__ import annotations

import pytest

from tests.prose import told

HEAD = "# 某县2021年工作总结\n\n2021年，全县主动公开政府信息530条。\n\n"

CASES = [
    pytest.param("公开环境保护信息91条。", [("GK318", "pass", ("530条", "91条"))], id="a topic"),
    pytest.param("公开环境保护信息910条。", [("GK318", "warning", ("530条", "910条"))], id="above all"),
    pytest.param(
        "公开财政信息410条，公开审计整改报告150条。",
        [("GK318", "pass", ("530条", "410条")), ("GK318", "pass", ("530条", "150条"))],
        id="topics that overlap",
    ),
    pytest.param("公开规范性文件910件。", [], id="another unit"),
    pytest.param("受理群众诉求信息910条。", [], id="what came in"),
    pytest.param("累计公开企业信用信息9100条。", [], id="all years"),
    pytest.param("去年公开环境保护信息910条。", [], id="last year"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_topic_and_headline(text: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    """A topic of this year's publications is held against the headline in the same unit."""
    assert expected == told("subset", HEAD + text)
