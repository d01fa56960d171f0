"""
Makes the pictures of the README anew: the page of an example, the figure that is probably wrong, and a marked PDF.

Run it from the root of a checkout, with the extra ``browser``, LibreOffice and poppler-utils installed:
``python examples/pictures/make.py``
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from selenium import webdriver

HERE = Path(__file__).parent
EXAMPLE = "qinghe-2023.md"
WORD = "yunling-2024"
UPPER_PART = ("-x", "60", "-y", "80", "-W", "700", "-H", "420")
"""Of a page at 90 dots an inch, so that the picture has no empty half."""
ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync")
SIZE = (1100, 840)
TOP = "window.scrollTo(0, 0)"
SUSPECT = "document.querySelector('mark.s').click()"


def main() -> None:
    audited()
    annotated()


def annotated() -> None:
    with tempfile.TemporaryDirectory() as folder:
        pdf, copy = Path(folder) / f"{WORD}.pdf", Path(folder) / "copy.pdf"
        profile = f"-env:UserInstallation={(Path(folder) / 'office').as_uri()}"
        office = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder]
        gklint = [sys.executable, "-m", "gklint", "annotate", str(pdf), "-o", str(copy), "--date", "2025-01-20"]
        picture = str(HERE / "annotated-pdf")
        poppler = ["pdftoppm", "-r", "90", *UPPER_PART, "-png", "-singlefile", str(copy), picture]
        for command in ([*office, str(HERE.parent / f"{WORD}.docx")], gklint, poppler):
            subprocess.run(command, check=True, capture_output=True)


def audited() -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "gklint", "audit", EXAMPLE, "-o", folder, "--date", "2024-01-20"]
        if subprocess.run(command, cwd=HERE.parent, check=False).returncode != 1:
            raise SystemExit("the example has faults, exit 1 was due")
        options = webdriver.ChromeOptions()
        for argument in (*ARGUMENTS, f"--window-size={SIZE[0]},{SIZE[1]}", "--hide-scrollbars"):
            options.add_argument(argument)
        # A driver that is named is not looked for on the network.
        driver = webdriver.ChromeService(shutil.which("chromedriver"))
        browser = webdriver.Chrome(options=options, service=driver)
        browser.get((Path(folder) / f"{EXAMPLE}.html").as_uri())
        for name, action in (("page", TOP), ("figure", SUSPECT)):
            browser.execute_script(action)
            browser.save_screenshot(str(HERE / f"audit-{name}.png"))
        browser.quit()


if __name__ == "__main__":
    main()
