from __future__ import annotations

import base64
import json
import re
import unicodedata
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from tests.reporters.audit.made import FAULTY, SOUND
from tests.reporters.audit.test_page import HOSTILE

pytestmark = pytest.mark.browser

Opened = Callable[..., Any]

PART = """## 第{number}部分

本部分全年共办理事项{all}件，其中甲类{one}件、乙类{two}件。

| 事项 | 一季度 | 二季度 | 合计 |
|---|---|---|---|
| 许可 | {one} | {two} | {sum} |
| 备案 | 5 | 6 | 11 |
"""


def long_report(parts: int) -> str:
    """A report of *parts* pages; the text of every tenth names a total that is off by ten."""
    made = ["# 某镇2023年工作报告\n"]
    for number in range(1, parts + 1):
        one, two = 100 + number, 7 * number
        all_ = one + two + (10 if number % 10 == 0 else 0)
        made.append(PART.format(number=number, one=one, two=two, sum=one + two, all=all_))
    return "\n".join(made)


def press(page: Any, *keys: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(page).send_keys(*keys).perform()


def printed(page: Any) -> str:
    """The text of the page as it goes to a printer."""
    from pdfminer.high_level import extract_text

    made = page.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    # Fonts lead some characters back to the radicals that look like them.
    return unicodedata.normalize("NFKC", extract_text(BytesIO(base64.b64decode(made["data"]))))


def requests(page: Any) -> list[str]:
    """Every address that *page* asked for; what the browser's own first page still does is none of it."""
    messages = [json.loads(entry["message"])["message"] for entry in page.get_log("performance")]
    asked = [m["params"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    return [each["request"]["url"] for each in asked if each["documentURL"] == page.current_url]


@pytest.mark.parametrize("name", ["a.md.html", "b.md.html", "c.md.html", "index.html", "summary.html"])
def test_page_loads_from_a_file_and_asks_for_nothing(opened: Opened, name: str) -> None:
    """A page is one file: one request, for itself, and no complaint of the browser."""
    page = opened(name, a=FAULTY, b=SOUND, c="")

    assert [page.current_url] == requests(page)
    assert [] == page.get_log("browser")


def test_hostile_report_runs_nothing(opened: Opened) -> None:
    """A report that holds scripts, handlers and pictures shows them as text."""
    page = opened("a.md.html", a=HOSTILE)

    assert [page.current_url] == requests(page)
    assert [] == page.get_log("browser")
    assert 0 == page.execute_script("return document.querySelectorAll('img, iframe, [onclick], [onerror]').length")


def test_click_on_the_suspect_shows_its_equation(opened: Opened) -> None:
    """The panel tells every check of the figure, with the arithmetic and links to its partners."""
    page = opened("a.md.html", a=FAULTY)

    page.find_element("css selector", "mark.s").click()
    panel = page.find_element("id", "panel").text

    assert "15 = 5 + 6" in panel
    assert "备案：合计 15 ≠ 5 + 6 = 11，多 4" in panel
    assert "一季度 5" in panel


def test_partner_can_be_jumped_to(opened: Opened) -> None:
    """A link in the panel leads to the other figure and shows that one; back returns."""
    page = opened("a.md.html", a=FAULTY)
    page.find_element("css selector", "mark.f[id]").click()

    page.find_element("css selector", "#panel .partners a").click()
    chosen = page.find_element("css selector", "mark.chosen")

    assert chosen.get_attribute("id") == page.current_url.rpartition("#")[2]
    assert chosen == page.switch_to.active_element


def test_keyboard_is_enough(opened: Opened) -> None:
    """From the first fault to the next, open, close: without a mouse."""
    from selenium.webdriver.common.keys import Keys

    page = opened("a.md.html", a=FAULTY)
    page.execute_script("document.querySelector('#report mark[tabindex=\"0\"]').focus()")

    press(page, Keys.ENTER)
    first = page.find_element("css selector", "mark.chosen").get_attribute("id")
    press(page, "n")
    second = page.find_element("css selector", "mark.chosen").get_attribute("id")
    press(page, Keys.ESCAPE)

    assert first != second
    assert [] == page.find_elements("css selector", "mark.chosen")
    assert second == page.switch_to.active_element.get_attribute("id")


def test_filters_hide_what_is_not_wanted(opened: Opened) -> None:
    """Findings by severity and by kind, figures by state, checks by verdict."""
    page = opened("a.md.html", a=FAULTY)

    def visible(selector: str) -> int:
        return sum(element.is_displayed() for element in page.find_elements("css selector", selector))

    both = visible(".card")
    page.find_element("css selector", "[name=severity][value=warning]").click()
    errors = visible(".card")
    page.execute_script(
        "const rule = document.getElementById('rule'); rule.selectedIndex = rule.length - 1;"
        "rule.dispatchEvent(new Event('change'));"
    )
    neither = visible(".card")
    page.execute_script(
        "const verdict = document.getElementById('verdict'); verdict.value = 'fail';"
        "document.getElementById('rule').value = ''; verdict.dispatchEvent(new Event('change'));"
    )

    assert (2, 1) == (both, errors)
    assert neither <= errors
    assert 3 == visible(".checks tr[id]")


def test_print_has_every_check(opened: Opened) -> None:
    """The sheet is printed whole, passes too, whatever the filters hide on the screen, with a place to sign."""
    page = opened("a.md.html", a=FAULTY)
    rows = page.execute_script(
        "return [...document.querySelectorAll('.checks tr[id]')].map(r => r.cells[2].textContent)"
    )
    page.execute_script(
        "const verdict = document.getElementById('verdict'); verdict.value = 'fail';"
        "verdict.dispatchEvent(new Event('change'));"
    )

    text = re.sub(r"\s", "", printed(page))
    if not re.search("[一-鿿]", text):
        pytest.skip("the browser has no font with Chinese characters")

    assert 8 == len(rows)
    assert [] == [row for row in rows if re.sub(r"\s", "", unicodedata.normalize("NFKC", row)) not in text]
    assert "核对人:" in text
    assert "上一处问题" not in text


def test_long_report_stays_responsive(opened: Opened) -> None:
    """Of a hundred pages only what is in sight is laid out, and nothing is told of a figure before it is asked for."""
    page = opened("a.md.html", a=long_report(100))

    told = page.execute_script("return document.querySelectorAll('#panel .check').length")
    skipped = page.execute_script(
        "return [...document.querySelectorAll('.grid, .checks')]"
        ".filter(e => !e.firstElementChild.checkVisibility({contentVisibilityAuto: true})).length"
    )
    page.find_element("id", "next").click()

    assert 0 == told
    assert 190 <= skipped
    assert page.find_element("css selector", "#panel .check.fail").is_displayed()


def test_list_can_be_sorted_and_searched(opened: Opened) -> None:
    """A click on a head sorts by it, the field leaves the rows that hold its text."""
    page = opened("index.html", a=FAULTY, b=SOUND, c="")

    def files() -> list[str]:
        rows = page.find_elements("css selector", ".units tbody tr")
        return [row.find_elements("tag name", "td")[2].text for row in rows if row.is_displayed()]

    page.find_element("css selector", ".units th:nth-child(3) button").click()
    ascending = files()
    page.find_element("css selector", ".units th:nth-child(3) button").click()
    descending = files()
    page.find_element("id", "search").send_keys("b.md")

    assert ["a.md", "b.md", "c.md"] == ascending
    assert ["c.md", "b.md", "a.md"] == descending
    assert ["b.md"] == files()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["a.md.html", "b.md.html", "c.md.html", "index.html", "summary.html"])
def test_no_serious_fault_of_accessibility(opened: Opened, axe: str, name: str, language: str) -> None:
    """axe-core finds nothing serious or critical, with a figure chosen too."""
    page = opened(name, language=language, a=FAULTY, b=SOUND, c="")
    page.execute_script("document.querySelector('mark[id]')?.click();" + axe)

    found = page.execute_async_script("axe.run().then(arguments[0])")

    assert [] == [
        (v["id"], v["nodes"][0]["html"]) for v in found["violations"] if v["impact"] in ("serious", "critical")
    ]
