"""Paths become bytes in a fixed order; what cannot be read is said, file by file."""

from __future__ import annotations

import io
import os
import socket
import sys
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from gklint.cli import walk as module
from gklint.cli.runs.wanted import Wanted
from gklint.cli.sources import sources
from gklint.errors import ReadError


def lay(root: Path, *paths: str) -> None:
    """Files whose content is their own path; a path with a colon has its content behind it."""
    for path in paths:
        name, _, content = path.partition(":")
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content or name, "utf-8")


def names(root: Path, *paths: str) -> list[str]:
    """What is found, relative to *root*."""
    found = sources([str(root / path) for path in paths] or [str(root)])
    return [Path(name).relative_to(root).as_posix() for name, _ in found]


def obstacle(item: bytes | ReadError) -> str:
    assert isinstance(item, ReadError)
    return item.obstacle


def test_folders_are_walked_by_name(tmp_path: Path) -> None:
    """The order is that of the names, folders in between."""
    lay(tmp_path, "b.txt", "a/2.md", "a/1.pdf", "c.docx")

    assert ["a/1.pdf", "a/2.md", "b.txt", "c.docx"] == names(tmp_path)


def test_only_reports_are_taken_from_folders(tmp_path: Path) -> None:
    """Lock files, hidden files and unknown extensions are passed over."""
    lay(tmp_path, "~$a.docx", ".~b.docx", ".hidden.txt", ".git/c.txt", "d.py", "e.TXT")

    assert ["e.TXT"] == names(tmp_path)


def test_reports_in_other_formats_are_told(tmp_path: Path) -> None:
    """What an office delivers reports in and no reader knows is no silence; pictures and programs are."""
    lay(tmp_path, "a.doc", "b.md", "c.WPS", "d.xlsx", "e.ofd", "f.png", "g.py", "h.zip", "~$i.doc", ".j.doc")

    found = {Path(name).name: item for name, item in sources([str(tmp_path)])}

    assert ["a.doc", "b.md", "c.WPS", "d.xlsx", "e.ofd", "h.zip"] == list(found)
    assert {"unsupported"} == {obstacle(item) for name, item in found.items() if name != "b.md"}


def test_what_is_left_out_is_not_told(tmp_path: Path) -> None:
    """Nobody asked for what .gitignore or a pattern leaves out."""
    lay(tmp_path, ".gitignore:*.doc\n", "a.doc", "b.md", "c.xls")

    found = sources([str(tmp_path)], wanted=Wanted(lambda path: path.endswith(".xls")))

    assert ["b.md"] == [Path(name).name for name, _ in found]


LINKS: dict[str, tuple[Callable[[Path], object], str]] = {
    "link to nowhere": (lambda path: path.symlink_to("gone.md"), "link"),
    "link to itself": (lambda path: path.symlink_to(path.name), "link"),
    "link to a folder": (lambda path: path.symlink_to(path.parent / "below"), "link"),
    "link to a pipe": (lambda path: (os.mkfifo(path.parent / "pipe"), path.symlink_to("pipe")), "special"),
    "link to a device": (lambda path: path.symlink_to("/dev/zero"), "special"),
    "pipe": (os.mkfifo, "special"),
    "socket": (lambda path: bound(path), "special"),
}


def bound(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server, chdir(path.parent):
        server.bind(path.name)


@pytest.mark.parametrize("place", ["in a folder", "by name"])
@pytest.mark.parametrize(("make", "expected"), LINKS.values(), ids=LINKS)
def test_what_is_no_file_is_told_and_never_opened(
    make: Callable[[Path], object], expected: str, place: str, tmp_path: Path
) -> None:
    """A link that leads to no report, and what may never end; a file beside it is read."""
    lay(tmp_path, "b.md", "below/c.md")
    make(tmp_path / "a.md")
    if place == "by name" and (tmp_path / "a.md").is_dir():
        assert ["a.md/c.md"] == names(tmp_path, "a.md")
        return

    found = dict(sources([str(tmp_path if place == "in a folder" else tmp_path / "a.md")]))

    assert expected == obstacle(found[str(tmp_path / "a.md")])
    assert place == "by name" or b"b.md" == found[str(tmp_path / "b.md")]


def test_a_file_that_is_linked_is_read(tmp_path: Path) -> None:
    """A link to a report is that report."""
    lay(tmp_path, "elsewhere/a.md")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.md").symlink_to(tmp_path / "elsewhere" / "a.md")

    assert ["in/b.md"] == names(tmp_path, "in")


def test_folders_may_be_nested_deeper_than_functions(tmp_path: Path) -> None:
    """A tree of 1,500 folders is walked to its end; where a path is too long for the system that is told."""
    at = os.open(tmp_path, os.O_RDONLY)
    for _ in range(2500):
        os.mkdir("d", dir_fd=at)
        inner = os.open("d", os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = inner
    os.close(at)
    lay(tmp_path, "e.md")

    *deep, last = sources([str(tmp_path)])

    assert ["unreadable"] == [obstacle(item) for _, item in deep]
    assert (str(tmp_path / "e.md"), b"e.md") == last
    _fell(tmp_path)


def _fell(folder: Path) -> None:
    """Takes away a tree that shutil recurses too deep in: the inmost stays, each above it goes."""
    while (folder / "d" / "d").is_dir():
        (folder / "d" / "d").rename(folder / "up")
        (folder / "d").rmdir()
        (folder / "up").rename(folder / "d")
    (folder / "d").rmdir()


def test_named_files_are_always_tried(tmp_path: Path) -> None:
    """What is named is read, whatever its extension."""
    lay(tmp_path, "report", "~$a.docx")

    assert ["report", "~$a.docx"] == names(tmp_path, "report", "~$a.docx")


def test_each_file_once(tmp_path: Path) -> None:
    """A file that is named and lies in a named folder is read once."""
    lay(tmp_path, "a.txt", "b.txt")

    assert ["b.txt", "a.txt"] == names(tmp_path, "b.txt", "", "./b.txt")


def test_gitignore_is_respected(tmp_path: Path) -> None:
    """Patterns hold below their own folder, and a deeper file can take one back."""
    lay(
        tmp_path,
        ".gitignore:*.md\nout/\n/top.txt\n",
        "top.txt",
        "a.md",
        "out/b.txt",
        "in/top.txt",
        "in/.gitignore:!kept.md\n",
        "in/kept.md",
        "in/lost.md",
    )

    assert ["in/kept.md", "in/top.txt"] == names(tmp_path)


def test_gitignore_of_the_repository_holds_in_its_folders(tmp_path: Path) -> None:
    """A folder inside a repository obeys the patterns above it."""
    lay(tmp_path, ".git/HEAD", ".gitignore:drafts/\n*.csv\n", "docs/a.csv", "docs/b.txt", "docs/drafts/c.txt")

    assert ["docs/b.txt"] == names(tmp_path, "docs")


def test_folder_without_reports(tmp_path: Path) -> None:
    """A folder in which nothing is found is an empty source."""
    lay(tmp_path, "a.py")

    ((name, item),) = sources([str(tmp_path)])

    assert (str(tmp_path), "empty") == (name, obstacle(item))


def test_large_file_is_refused_unread(tmp_path: Path) -> None:
    """A file of 200 MB is not read into memory."""
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)

    ((_, item),) = sources([str(path)])

    assert "too-large" == obstacle(item)


def test_missing_path_is_unreadable(tmp_path: Path) -> None:
    """A path that is gone is an obstacle, and the next one is read."""
    lay(tmp_path, "b.txt")

    (_, missing), (_, read) = sources([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])

    assert ("unreadable", b"b.txt") == (obstacle(missing), read)


def test_closed_folder_is_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be listed is an obstacle of its own, the others are walked."""
    lay(tmp_path, "a/1.txt", "b/2.txt")
    listed = os.scandir

    def scandir(folder: str) -> object:
        if os.path.basename(folder) == "a":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(module.os, "scandir", scandir)

    (closed, item), (open_, _) = sources([str(tmp_path)])

    assert ("a", "denied") == (Path(closed).name, obstacle(item))
    assert "2.txt" == Path(open_).name


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash is standard input, under the name that it is given."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("数".encode())))

    assert [("report.md", "数".encode())] == list(sources(["-"], "report.md"))
