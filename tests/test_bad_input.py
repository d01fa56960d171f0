"""Bad input gets one clear line and the right exit code, and the run goes on with the next file."""

import io
import json
import os
import sys

import pytest

from gklint.__main__ import main
from tests.factory import broken, markup, textual


@pytest.fixture
def gklint(monkeypatch, capsys):
    """Run gklint as the shell does; returns (exit code, stdout, stderr)."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["gklint", *map(str, arguments)])
        try:
            main()
            status = 0
        except SystemExit as end:
            status = end.code or 0
        out, err = capsys.readouterr()
        return status, out, err

    return run


@pytest.fixture
def good(tmp_path):
    """A report that reads well and is clean; its name sorts behind all others."""
    path = tmp_path / "zz-good.md"
    path.write_text(markup.markdown(broken.GOOD), "utf-8")
    return path


def judged(out, path):
    """How many checks of the file at *path* were decided, from JSON output."""
    decided = [check for check in json.loads(out)["checks"] if check["verdict"] in ("pass", "fail")]
    return sum(check["path"] == str(path) for check in decided)


def about(text, path):
    """The lines of *text* that name *path*."""
    return [line for line in text.splitlines() if str(path) in line]


@pytest.mark.parametrize(("name", "write"), broken.UNREADABLE.values(), ids=broken.UNREADABLE)
def test_unreadable_file(gklint, good, tmp_path, name, write):
    """An unreadable file is one note of GK0; the next file is judged, and the run ends with 3."""
    bad = tmp_path / name
    write(bad)

    status, out, err = gklint("check", bad, good, "--output-format", "json")

    (finding,) = [finding for finding in json.loads(out)["findings"] if finding["path"] == str(bad)]
    assert (finding["rule"][:3], finding["severity"]) == ("GK0", "note")
    assert judged(out, good) >= 42
    assert "Traceback" not in err
    assert status == 3


@pytest.mark.parametrize(("name", "write"), broken.UNREADABLE.values(), ids=broken.UNREADABLE)
def test_one_line(gklint, tmp_path, name, write):
    """In the concise format an unreadable file is one line that begins with its path."""
    bad = tmp_path / name
    write(bad)

    status, out, _ = gklint("check", bad, "--output-format", "concise")

    assert len([line for line in out.splitlines() if line.startswith(str(bad))]) == 1
    assert status == 3


@pytest.mark.parametrize(("name", "write"), broken.READABLE.values(), ids=broken.READABLE)
def test_readable_all_the_same(gklint, tmp_path, name, write):
    """A wrong name, another encoding or a missing newline changes nothing."""
    odd = tmp_path / name
    write(odd)

    status, out, _ = gklint("check", odd, "--output-format", "json")

    assert judged(out, odd) >= 42
    assert status == 0


def test_missing_path(gklint, good, tmp_path):
    """A missing path is a usage error in one line, and the other file is judged."""
    missing = tmp_path / "nowhere.md"

    status, out, err = gklint("check", missing, good, "--output-format", "json")

    assert len(about(err, missing)) == 1
    assert judged(out, good) >= 42
    assert status == 2


def test_folder_without_reports(gklint, tmp_path):
    """A folder without any report is a gap, said in one line."""
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "picture.png").write_bytes(b"\x89PNG")

    status, out, err = gklint("check", folder)

    assert len(about(out + err, folder)) == 1
    assert status == 3


def test_lock_files_are_skipped(gklint, good):
    """Lock files of office programs in a folder are not reports."""
    for name in ("~$report.docx", ".~lock.report.docx#", ".~report.docx"):
        (good.parent / name).write_bytes(b"\x05user")

    status, out, _ = gklint("check", good.parent, "--output-format", "json")

    assert [source["path"] for source in json.loads(out)["inputs"]] == [str(good)]
    assert status == 0


@pytest.fixture(params=["refused by the system", "refused by a double"])
def closed(request, tmp_path, monkeypatch):
    """A folder that may not be entered; root may enter every folder, so a double of the system says no as well."""
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "report.md").write_text("# x\n", "utf-8")
    if request.param == "refused by the system":
        if not hasattr(os, "geteuid") or os.geteuid() == 0:
            pytest.skip("root may read everything")
        folder.chmod(0)
    else:
        monkeypatch.setattr(os, "scandir", refusing(os.scandir, str(folder)))
        monkeypatch.setattr(os, "stat", refusing(os.stat, str(folder / ".git")))
    yield folder
    folder.chmod(0o700)


def refusing(call, refused):
    """*call*, but for the path *refused*."""

    def wrapper(path=".", *arguments, **options):
        if not isinstance(path, int) and os.fspath(path) == refused:
            raise PermissionError(13, "Permission denied", refused)
        return call(path, *arguments, **options)

    return wrapper


def test_folder_without_permission(gklint, good, closed):
    """A folder that may not be entered is a gap, and the other file is judged."""
    status, out, err = gklint("check", closed, good, "--output-format", "json")

    assert [f["rule"] for f in json.loads(out)["findings"] if f["path"] == str(closed)] == ["GK008"]
    assert judged(out, good) >= 42
    assert "Traceback" not in err
    assert status == 3


def test_wide_table(gklint, tmp_path):
    """A cell that claims a hundred thousand columns does not keep the page from being read."""
    page = tmp_path / "wide.html"
    page.write_text(broken.wide_table(), "utf-8")

    status, out, _ = gklint("check", page, "--output-format", "json")

    assert judged(out, page) > 0
    assert status == 0


def test_long_figure(gklint, tmp_path):
    """Figures of four hundred digits are no figures; what stands beside them is judged."""
    page = tmp_path / "long.md"
    page.write_text(broken.long_figure(), "utf-8")

    status, out, err = gklint("check", page, "--output-format", "json")

    assert judged(out, page) >= 1
    assert "Traceback" not in err
    assert status == 0


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("check", "--frobnicate"), "--frobnicate"),
        (("explain", "GK999"), "GK999"),
        (("check", "x.md", "--output-format", "xml"), "json"),
        (("show", "soul", "x.md"), "figures"),
    ],
    ids=["unknown option", "unknown rule", "unknown format", "unknown stage"],
)
def test_usage_error(gklint, arguments, named):
    """What gklint does not know ends with 2 and one line that names it, or what would be right."""
    status, _, err = gklint(*arguments)

    (line,) = [line for line in err.splitlines() if line]
    assert named in line
    assert status == 2


def test_standard_input(gklint, monkeypatch):
    """A dash reads standard input under the name that it is given."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(textual.plain(broken.GOOD).encode()), "utf-8"))

    status, out, _ = gklint("check", "-", "--stdin-filename", "typed.txt", "--output-format", "json")

    assert judged(out, "typed.txt") >= 42
    assert status == 0
