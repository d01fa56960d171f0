"""
A headless Chromium for the pages of ``gklint audit``. Needs the extra ``browser`` and a chromium with its driver; the
group is left out of a plain ``pytest`` and run by ``pytest -m browser``.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from gklint.reporters.audit.folder import files
from gklint.reporters.audit.run import Run
from gklint.reporters.wording import Words
from tests.reporters.audit.made import report

ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1360,1000",
)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The browser, with nothing of another session in it."""
    webdriver = pytest.importorskip("selenium.webdriver")
    binary = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    driver = shutil.which("chromedriver")
    if not binary or not driver:
        pytest.skip("no chromium or no chromedriver")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for argument in (*ARGUMENTS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    found = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    found.get("about:blank")
    yield found
    found.quit()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core: ``npm install axe-core`` beside the checkout, or its path in AXE_CORE."""
    path = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))
    if not path.is_file():
        pytest.skip("no axe-core")
    return path.read_text("utf-8")


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Callable[..., Any]:
    """Write the folder of an audit of texts and open one of its files."""

    def open_page(name: str, *, language: str = "zh", **texts: str) -> Any:
        for path, data in files(report(**texts), Run(("core 12345678",)), Words(language)):
            (tmp_path / path).parent.mkdir(exist_ok=True)
            (tmp_path / path).write_bytes(data)
        for kind in ("browser", "performance"):
            browser.get_log(kind)
        browser.get((tmp_path / name).as_uri())
        return browser

    return open_page
