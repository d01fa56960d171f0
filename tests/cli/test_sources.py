"""Paths become bytes in a fixed order; what cannot be read is said, file by file."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from gklint.cli import sources as module
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
