from __future__ import annotations

import base64
import hashlib
import re

import pytest

from gklint.model.finding import Standing, Waiver
from tests.reporters.audit.made import FAULTY, SOUND, Elements, folder, report

HOSTILE = """# <script>alert(1)</script>

全年共受理</script><img src=x onerror=alert(1)>20件，其中来信12件、来访7件。

| 事项<style>*{display:none}</style> | 一季度 | 合计"onclick="x |
|---|---|---|
| <script>alert(2)</script> | 3 | 3 |
| </td></table><iframe src=http://example.org> | 5 | 6 |
| 登记 | 2 | 2 |
| 合计 | 10 | 11 |
"""


def one(text: str, language: str = "zh") -> str:
    return folder(report=text, language=language)["report.md.html"]


def test_hostile_text_stays_text() -> None:
    """Whatever stands in a report, the page has no element and no script but its own."""
    tame, hostile = Elements(one(FAULTY)), Elements(one(HOSTILE))

    assert {tag for tag, _ in hostile.tags} <= {tag for tag, _ in tame.tags} | {"br"}
    assert 2 == [tag for tag, _ in hostile.tags].count("script")
    assert [] == [name for _, attributes in hostile.tags for name in attributes if name.startswith("on")]


def test_page_asks_for_nothing() -> None:
    """No part of a page is fetched: everything is in the file."""
    page = Elements(one(FAULTY))

    assert [] == [attributes for _, attributes in page.tags if {"src", "srcset", "data", "action"} & set(attributes)]
    assert [] == [link for link in page.links() if ":" in link or link.startswith("/")]
    assert "url(" not in one(FAULTY)


def test_policy_allows_own_style_and_script_only() -> None:
    """The digests in the policy are those of what stands in the page."""
    page = one(FAULTY)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)

    assert policy is not None
    for tag in ("style", "script"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy.group(1)
    assert policy.group(1).startswith("default-src 'none'")


def test_every_check_is_on_the_sheet() -> None:
    """The sheet has a numbered row for each check, those that hold too."""
    (audit,) = report(report=FAULTY).audits
    page = Elements(one(FAULTY))

    rows = [attributes["id"] for tag, attributes in page.tags if tag == "tr" and "id" in attributes]

    assert [f"k{number}" for number in range(1, len(list(audit.checks)) + 1)] == rows


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("共受理事项20件", id="the-report"),
        pytest.param("20 ≠ 12 + 7 = 19，多 1", id="the-fault"),
        pytest.param("15 = 5 + 6（多 4）", id="the-equation"),
        pytest.param("7 = 3 + 4", id="a-check-that-holds"),
        pytest.param("core 12345678", id="the-rules"),
        pytest.param("单位负责人：", id="a-place-to-sign"),
        pytest.param(hashlib.sha256(FAULTY.encode()).hexdigest(), id="the-hash-of-the-file"),
        pytest.param("请核对合计与各分项", id="what-to-verify"),
    ],
)
def test_page_tells(text: str) -> None:
    """What an editor and a supervisor look for stands on the page, script or not."""
    assert text in Elements(one(FAULTY)).text


def test_english_page_speaks_english() -> None:
    """No Chinese word of gklint's own is left in English."""
    text = Elements(one("# Report\n\n5 of 5 items.\n", "en")).text

    assert "" == "".join(re.findall(r"[\u4e00-\u9fff]+", text.replace("报告", "")))


def test_sound_report_says_so() -> None:
    """A page without findings is no empty page."""
    assert "没有发现数字前后矛盾" in one(SOUND)


def test_unread_report_has_a_page_that_says_why() -> None:
    """A file that could not be read is not silently left out."""
    page = Elements(folder(report="")["report.md.html"]).text

    assert "没有内容" in page


def test_excused_findings_stay_visible() -> None:
    """A waived finding is shown with its reason and does not count."""
    from dataclasses import replace

    from gklint.reporters.audit.page import page
    from gklint.reporters.audit.run import Run
    from gklint.reporters.audit.units import units
    from gklint.reporters.wording import Words

    run = report(report=FAULTY)
    (audit,) = run.audits
    excused = [replace(finding, waived=Waiver("口径不同", "gklint-waivers.toml")) for finding in audit.findings[:1]]
    known = [replace(finding, standing=Standing.UNCHANGED) for finding in audit.findings[1:]]
    words = Words("zh")
    (unit,) = units(replace(run, audits=(replace(audit, findings=(*excused, *known)),)), words)

    text = Elements(page(unit, Run(), words).decode()).text

    assert 0 == unit.errors
    assert "已说明：口径不同" in text
    assert "此前已知" in text


def test_same_bytes_again() -> None:
    """Nothing of the moment or the machine gets into the files."""
    assert folder(a=FAULTY, b=SOUND) == folder(a=FAULTY, b=SOUND)
