"""The benchmark of precision: its sample is seeded and fair, its table of judgements says where it is wrong."""

import pytest

from benchmarks import precision
from benchmarks.precision import Row, Told

OFF = "全年共收到来信{total}件，其中：建议413件，投诉236件，咨询164件。\n"


@pytest.fixture
def folder(tmp_path):
    """Three reports: one total that is off, one that is right, one that nobody can read."""
    (tmp_path / "north.md").write_text("# 信访报告\n\n" + OFF.format(total=873), encoding="utf-8")
    (tmp_path / "south.md").write_text("# 信访报告\n\n" + OFF.format(total=813), encoding="utf-8")
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.7 torn")
    return tmp_path


def test_finding_is_shown_with_its_text(folder):
    """A finding comes with its figures marked in their sentence, and with the row to fill in."""
    (one,) = precision.told(folder, precision.chooser(""))

    assert one.row.file == "north.md"
    assert "收到来信【whole 873】件，其中：建议【part 413】件" in one.shown
    assert f"north.md,{one.row.fingerprint},{one.row.values},{one.row.rule},{one.row.severity},,\n" in one.shown


def test_files_are_chosen_by_name_alone():
    """Every name is in one half of a folder; a pattern is searched in the name."""
    names = [f"report {number}.pdf" for number in range(40)]

    even, odd = ([name for name in names if precision.chooser(half)(name)] for half in ("even", "odd"))

    assert names == sorted((*even, *odd), key=names.index)
    assert min(len(even), len(odd)) > 10
    assert precision.chooser(r"\.pdf$")("north.pdf")
    assert not precision.chooser(r"\.pdf$")("north.md")


def made_up(file, number, rule="GK301", severity="warning"):
    return Told(Row(file, f"{file} {rule} {severity} {number}", "", rule, severity), "")


FOUND = [
    *(made_up("long.md", number) for number in range(30)),
    *(made_up(f"{number}.md", number) for number in range(40)),
    *(made_up(f"{number}.md", number, severity="error") for number in range(12)),
    made_up("long.md", 1, rule="GK999"),
]


@pytest.mark.parametrize("seed", range(20))
def test_sample_is_fair(seed):
    """Half of it are errors as far as there are any, each rule is there, and no rule fills it from one file."""
    drawn = [one.row for one in precision.sample(FOUND, 16, seed)]

    assert len(drawn) == len({row.key for row in drawn}) == 16
    assert [row.severity for row in drawn].count("error") == 8
    assert {"GK301", "GK999"} == {row.rule for row in drawn}
    assert precision.sample(FOUND, 16, seed) == precision.sample(FOUND, 16, seed)


def test_sample_takes_what_there_is():
    """One misreading told thirty times counts eight times; what errors leave free is filled with others."""
    drawn = [one.row for one in precision.sample(FOUND, 500, 1)]

    assert len(drawn) == 8 + 40 + 12 + 1
    assert [row.severity for row in drawn].count("error") == 12
    assert len(precision.sample(FOUND, 40, 1)) == 40


HEADER = "file,fingerprint,values,rule,severity,verdict,why\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("file,verdict\n", ":1: the columns are file,fingerprint"),
        (HEADER + "a.md,f,v,GK301,error,true\n", ":2: 6 columns, not 7"),
        (HEADER + "a.md,f,v,GK301,error,true,\na.md,g,v,GK301,error,right,\n", ":3: 'right' is not one of true, false"),
        (HEADER + "a.md,f,v,GK301,error,true,\na.md,f,v,GK301,error,false,\n", ":3: judged twice: a.md f"),
    ],
)
def test_table_says_where_it_is_wrong(tmp_path, text, told):
    """What is no judgement ends the run and names its line."""
    table = tmp_path / "judged.csv"
    table.write_text(text, encoding="utf-8")

    with pytest.raises(SystemExit, match=told):
        precision.read(table)


def test_precision_leaves_debatable_apart():
    """Precision is true of true and false; debatable and unjudged are counted beside it."""
    verdicts = ("true", "true", "true", "false", "debatable", "")
    rows = [Row("a.md", str(number), "", "GK301", "error", verdict) for number, verdict in enumerate(verdicts)]

    head, errors, rule, warnings = precision.precision(rows)

    assert head.split() == ["true", "false", "debatable", "unjudged", "precision"]
    assert errors.split() == ["error", "3", "1", "1", "1", "75.0", "%"]
    assert rule.split()[0] == "GK301"
    assert warnings.split() == ["warning", "0", "0", "0", "0", "–"]


def test_judgement_holds_for_the_same_figures(folder):
    """A judgement is of a finding with its figures: other figures are unjudged again, whatever the severity."""
    (now,) = (one.row for one in precision.told(folder, precision.chooser("north")))
    judged = Row(*now.key, now.rule, "note", "true", "seen")

    (known,) = precision.among([now], [judged])
    (other,) = precision.among([Row(now.file, now.fingerprint, "", now.rule, now.severity)], [judged])

    assert (known.verdict, known.severity) == ("true", now.severity)
    assert other.verdict == ""


def test_lost_truth_is_named():
    """A finding that was true and is told no more is named; one that was false is not missed."""
    true, false = (Row("a.md", verdict, "", "GK301", "error", verdict) for verdict in ("true", "false"))

    assert [true] == precision.silenced([], [true, false])
    assert [] == precision.silenced([true], [true, false])


def test_table_of_judgements_is_in_order():
    """The table that is kept can be read, and every verdict has its reason in a few words."""
    rows = precision.read(precision.JUDGED)

    assert [row.key for row in rows if bool(row.verdict) != bool(row.why) or len(row.why.split()) > 12] == []
