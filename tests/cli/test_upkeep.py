"""Waivers and baseline from the command line: what one command writes the next ones use."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_commands import lay_out, run

REPORT = """# 某县2024年政务工作总结

全年共召开会议12次，其中常务会议9次，专题会议5次。

发布信息994条，其中图解531条、视频363条。
"""
WAIVERS, BASELINE = "gklint-waivers.toml", "gklint-baseline.json"


class Desk:
    """A folder with one report, and gklint run in it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        monkeypatch.chdir(folder)
        monkeypatch.delenv("GKLINT_LANG", raising=False)
        lay_out({"report.md": REPORT}, folder)

    def gklint(self, *args: str) -> tuple[int, str, str]:
        return run({"args": list(args)}, self._monkeypatch)

    def told(self, *args: str) -> list[str]:
        """The codes that ``gklint check`` prints, one for each line of a finding."""
        _, out, _ = self.gklint("check", ".", "--output-format", "concise", *args)
        return [line.split(" ")[2] for line in out.split("\n") if line.startswith(("./", "gklint-"))]

    def edit(self, old: str, new: str) -> None:
        path = self.folder / "report.md"
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    def id_of(self, code: str) -> str:
        _, out, _ = self.gklint("report.md")
        return next(line.rsplit(" ", 1)[-1] for line in out.split("\n") if f" {code} " in line)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, monkeypatch)


def test_waived_finding_is_silent_and_counted(desk: Desk) -> None:
    """A waived finding neither fails the run nor is printed; the summary says that it is there."""
    identity = desk.id_of("GK302")

    status, out, _ = desk.gklint("waive", identity, "report.md", "--reason", "含联席会议", "--by", "核对人")

    assert (0, f"已豁免 {identity} GK302 12  ({WAIVERS})\n") == (status, out)
    status, out, _ = desk.gklint("report.md")
    assert (0, True, False) == (status, "未计入：已豁免 1\n" in out, "GK302" in out)
    assert ["GK302", "GK303"] == desk.told("--no-ignores")
    _, out, _ = desk.gklint("waivers", "list")
    assert f"{WAIVERS}:1  GK302  某县 2024  12  含联席会议  核对人\n" == out


def test_waiver_lapses_and_is_pruned(desk: Desk) -> None:
    """When the figure changes the finding is back, the waiver is told, and prune takes it away."""
    desk.gklint("waive", desk.id_of("GK302"), "--reason", "含联席会议")
    desk.edit("12次", "13次")

    status, out, _ = desk.gklint("waivers", "check")

    assert (1, True) == (status, f"{WAIVERS}:1:1: 请核实 GK902 " in out)
    assert ["GK302", "GK303", "GK902"] == desk.told()
    assert (0, "删去 1 条豁免\n", "") == desk.gklint("waivers", "prune")
    assert ["GK302", "GK303"] == desk.told()


def test_waivers_that_hold_are_no_finding(desk: Desk) -> None:
    """As long as everything is used, checking the waivers exits with 0."""
    desk.gklint("waive", desk.id_of("GK302"), "--reason", "含联席会议")

    assert (0, "生效的豁免 1，有问题的 0\n", "") == desk.gklint("waivers", "check")
    assert (0, "删去 0 条豁免\n", "") == desk.gklint("waivers", "prune")


def test_waiver_stays_when_the_report_becomes_word(desk: Desk) -> None:
    """The same report as .docx is excused for the same."""
    from tests.suppress import samples

    desk.gklint("waive", desk.id_of("GK302"), "--reason", "含联席会议")
    (desk.folder / "report.md").write_text(
        samples.MARKDOWN.replace(samples.MET, "全年共召开会议12次，其中常务会议9次，专题会议5次。"), "utf-8"
    )

    status, out, _ = desk.gklint("waivers", "check")

    assert (0, "生效的豁免 1，有问题的 0\n") == (status, out)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("waive", "ffffffff", "--reason", "含联席会议"), "没有编号为 ffffffff 的问题"),
        (("waive", "ffffffff", "--reason", " "), "--reason：请写明理由"),
        (("waive", "ffffffff"), "缺少参数 --reason"),
        (("waive", "ffffffff", "nowhere.md", "--reason", "x"), "nowhere.md：没有这个文件或文件夹"),
        (("baseline", "prune"), "没有基线，请先运行 gklint baseline create"),
        (("check", "--baseline", "nowhere.json"), "nowhere.json：没有这个文件"),
    ],
)
def test_mistakes_end_the_command(desk: Desk, args: tuple[str, ...], message: str) -> None:
    """What cannot be done is told in one line, exit 2, and nothing is written."""
    status, _, err = desk.gklint(*args)

    assert (2, f"gklint: {message}\n") == (status, err)
    assert ["report.md"] == [path.name for path in desk.folder.iterdir()]


def test_waiving_twice_is_refused(desk: Desk) -> None:
    """A finding that is excused already says where."""
    identity = desk.id_of("GK302")
    desk.gklint("waive", identity, "--reason", "含联席会议")

    status, _, err = desk.gklint("waive", identity, "--reason", "再次")

    assert (2, f"gklint: {identity} 已在 {WAIVERS}:1 豁免\n") == (status, err)


def test_baseline_lets_only_new_faults_count(desk: Desk) -> None:
    """What is known is not printed and does not fail the run; what is new does."""
    status, out, _ = desk.gklint("baseline", "create")
    assert (0, f"{BASELINE}：已知问题 2 处\n") == (status, out)
    assert [] == desk.told()
    assert 0 == desk.gklint("check")[0]

    desk.edit("# 某县2024年政务工作总结\n", "# 某县2024年政务工作总结\n\n全年受理8320件，其中网络8520件。\n")

    assert ["GK302"] == desk.told()
    assert 1 == desk.gklint("check")[0]
    assert ["GK302", "GK302", "GK303"] == desk.told("--no-baseline")


def test_baseline_is_updated_and_pruned(desk: Desk) -> None:
    """Stale entries are a note until they are pruned; update takes in what is there now."""
    desk.gklint("baseline", "create")
    desk.edit("专题会议5次", "专题会议3次")
    assert ["GK905"] == desk.told()

    assert f"{BASELINE}：已知问题 1 处\n" == desk.gklint("baseline", "prune")[1]
    assert [] == desk.told()
    desk.edit("专题会议3次", "专题会议7次")
    assert ["GK302"] == desk.told()
    assert f"{BASELINE}：已知问题 2 处\n" == desk.gklint("baseline", "update")[1]
    assert [] == desk.told()


def test_updated_finding_says_so(desk: Desk) -> None:
    """A known fault with other figures counts, and is told apart from one that is new."""
    desk.gklint("baseline", "create")
    desk.edit("12次", "13次")

    concise, full = desk.gklint("report.md", "--output-format", "concise")[1], desk.gklint("report.md")[1]

    assert "（基线之后数字有变）" in concise
    assert "（基线之后数字有变）" in full


def test_baseline_is_not_overwritten(desk: Desk) -> None:
    """Creating it again would silence what came since."""
    desk.gklint("baseline", "create")

    status, _, err = desk.gklint("baseline", "create")

    assert (2, f"gklint: {BASELINE} 已存在，请用 update 或 prune\n") == (status, err)


def test_baseline_may_have_another_name(desk: Desk) -> None:
    """--file writes it, --baseline uses it; without, nothing is known."""
    desk.gklint("baseline", "create", "--file", "known.json")

    assert [] == desk.told("--baseline", "known.json")
    assert ["GK302", "GK303"] == desk.told()


def test_files_stand_at_the_root_of_the_repository(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a folder below, the same waivers and baseline are used and written."""
    (desk.folder / ".git").mkdir()
    below = desk.folder / "2024"
    below.mkdir()
    (desk.folder / "report.md").rename(below / "report.md")
    monkeypatch.chdir(below)

    desk.gklint("baseline", "create")

    assert [".git", "2024", BASELINE] == sorted(path.name for path in desk.folder.iterdir())
    assert [] == desk.told()
