"""Packs from files: the shipped ones, and broken ones."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from gklint.claims import KINDS as CLAIMS
from gklint.errors import PackError
from gklint.model.rule import Strength
from gklint.packs.find import rules_root
from gklint.packs.load import forms, load


@dataclass(frozen=True, slots=True)
class Find:
    depth: int = 0


RULE = """
code = "GK199"
kind = "probe"
strength = "W"
source = "none"
title = { zh = "题", en = "title" }
why = { zh = "因", en = "why" }
find = { depth = 2 }
[[case]]
name = "flagged"
text = "12"
flags = ["12"]
"""
KINDS = {"probe": Find}


def test_rule_file(tmp_path):
    """A rule file becomes a rule; its path is its id, its settings are those of its kind."""
    write(tmp_path, "local/probe-failed.toml", RULE)

    (rule,) = load(tmp_path, KINDS).rules

    assert (rule.code, rule.id, rule.pack) == ("GK199", "local/probe-failed", "local")
    assert (rule.strength, rule.find) == (Strength.EXPECTED, Find(2))
    assert rule.cases[0].flags == ("12",)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('kind = "probe"', 'kind = "prob"', "kind: 'prob' found, one of probe would be right"),
        ("depth = 2", "dept = 2", "find.dept: unknown key, did you mean 'depth'?"),
        ('"GK199"', '"G199"', "code: 'G199' found, two to four capitals and three digits would be right"),
        ('zh = "题", ', "", "title: one text for each of zh, en would be right"),
        ('flags = ["12"]', "flags = [12]", "case[0].flags[0]: 12 found, text would be right"),
        ('source = "none"', 'forms = ["f"]\nsource = ""', "forms: 'f' found, one of  would be right"),
    ],
    ids=["kind", "setting", "code", "language", "case", "form"],
)
def test_broken_rule(tmp_path, old, new, message):
    """A fault in a rule file is told with file and key."""
    write(tmp_path, "local/probe-failed.toml", RULE.replace(old, new))

    with pytest.raises(PackError) as caught:
        load(tmp_path, KINDS)

    assert str(caught.value).endswith(message)
    assert "probe-failed.toml: " in str(caught.value)


@pytest.mark.parametrize("text", ["code = ", "a = 1\na = 2", b"\xff"], ids=["syntax", "key twice", "encoding"])
def test_no_toml(tmp_path, text):
    """A file that is no TOML is a PackError."""
    write(tmp_path, "local/x.toml", text)

    with pytest.raises(PackError, match=r"x\.toml"):
        load(tmp_path, KINDS)


def test_code_is_taken_once(tmp_path):
    """Two rules with one code are refused."""
    write(tmp_path, "local/a.toml", RULE)
    write(tmp_path, "local/b.toml", RULE)

    with pytest.raises(PackError, match="GK199 is taken by local/a"):
        load(tmp_path, KINDS)


def test_shipped_forms():
    """The three generations of the official form ship, with their tables."""
    shipped = {form.id: [len(list(table.cells())) for table in form.tables] for form in forms(rules_root())}

    assert list(shipped) == ["cn-disclosure-2014", "cn-disclosure-2019", "cn-disclosure-2021"]
    assert shipped["cn-disclosure-2014"] == [58]


def test_form_that_contradicts_itself(tmp_path):
    """A form whose group names a row that is not there is refused."""
    table = '[[tables]]\nkey = "t"\ntitle = {zh = "", en = ""}\nrows = [{key = "a", labels = ["x"], members = ["b"]}]'
    head = 'id = "f"\ntitle = {zh = "", en = ""}\nsource = ""\nmarks = []\nyears = [2020, 0]\n'
    write(tmp_path, "local/forms/f.toml", head + table)

    with pytest.raises(PackError, match="rows: 'b' is not one of a"):
        forms(tmp_path)


def write(root, name, text):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_shipped_rules_without_cases():
    """Rules load without their cases, which stand last in each file, and are otherwise the same."""
    kinds = {name: kind.Find for name, kind in CLAIMS.items()}

    quick = load(rules_root(), kinds, cases=False)

    assert replace_cases(load(rules_root(), kinds).rules) == quick.rules


def replace_cases(rules):
    return tuple(replace(rule, cases=()) for rule in rules)


def test_broken_rule_in_chinese(tmp_path):
    """The same complaint is there in Chinese."""
    write(tmp_path, "local/probe-failed.toml", RULE.replace("depth = 2", "dept = 2"))

    with pytest.raises(PackError) as caught:
        load(tmp_path, KINDS)

    assert caught.value.zh.endswith("probe-failed.toml: find.dept：没有这一项，是否想写 'depth'？")
