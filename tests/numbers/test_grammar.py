"""Prose to readings: what counts, what names something, what is misprinted."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gklint.model.numeral import Identifier, Kind, Measure, Misprint, Numeral
from gklint.numbers.approximators import AFTER, BEFORE, WITHIN
from gklint.numbers.grammar import scan
from gklint.numbers.hanzi import PHRASES
from gklint.numbers.names import HOTLINES, MEETINGS, NAMES
from gklint.numbers.units import CURRENCY_SIGNS, SCALE_WORDS, UNIT_WORDS


def numerals(text: str) -> list[Numeral]:
    return [reading for reading in scan(text) if isinstance(reading, Numeral)]


EXACT = {
    "plain": ("收到申请665件。", "665件", 665, "件"),
    "thousands marks": ("公开35,418条。", "35,418条", 35418, "条"),
    "full width": ("公开６６５条。", "６６５条", 665, "条"),
    "full width thousands": ("公开１，６６５条。", "１，６６５条", 1665, "条"),
    "Chinese": ("六百六十五件来信", "六百六十五件", 665, "件"),
    "Chinese with a zero": ("办结一千零五件。", "一千零五件", 1005, "件"),
    "digits with a zero in words": ("藏书4千零25册。", "4千零25册", 4025, "册"),
    "twenty in one sign": ("召开廿三次会议", "廿三次", 23, "次"),
    "two and its measure word in one": ("他们俩。", "俩", 2, "个"),
    "blank before the unit": ("设置专栏 12 个，", "12 个", 12, "个"),
    "unit over a line end": ("共有16\n个部门", "16\n个", 16, "个"),
    "persons that came": ("培训300人（次）。", "300人（次）", 300, "人（次）"),
    "longer unit wins": ("接待500人次。", "500人次", 500, "人次"),
    "staff in short": ("配备3专2兼", "3专", 3, "专"),
    "zero": ("其中转办0件。", "0件", 0, "件"),
    "zero in words": ("发生零次事故", "零次", 0, "次"),
    "English plural": (
        "We received 1,234 valid government requests.",
        "1,234 valid government requests",
        1234,
        "requests",
    ),
    "English people": ("for 12 people", "12 people", 12, "people"),
    "latin word glued before": ("政务APP12个。", "12个", 12, "个"),
    "in a tag": ("占 <u>25</u> 和<u>7件</u>", "7件", 7, "件"),
}


@pytest.mark.parametrize(("text", "raw", "value", "unit"), EXACT.values(), ids=EXACT)
def test_counts_are_exact(text: str, raw: str, value: int, unit: str) -> None:
    """A whole count is a point, with the unit printed behind it."""
    first = numerals(text)[0]

    assert (raw, value, unit) == (first.raw, first.value, first.unit.name)
    assert first.bounds.is_point


F = Fraction
SPANS = {
    "scaled decimal": ("约定3.5万件", "3.5万件", 34500, 35500),
    "scaled amount": ("投入12.30万元", "12.30万元", 122950, 123050),
    "number in two scales": ("投入1亿3000万元", "1亿3000万元", 129995000, 130005000),
    "trillions": ("总量2.3万亿元", "2.3万亿元", 2250000000000, 2350000000000),
    "scale within an approximation": ("惠及1亿3千多万人", "1亿3千多万人", 130000000, 140000000),
    "percent": ("占35.4%。", "35.4%", F("35.35"), F("35.45")),
    "whole percent": ("占35％。", "35％", F("34.5"), F("35.5")),
    "per mille": ("达5‰。", "5‰", F("0.45"), F("0.55")),
    "percent in characters": ("百分之八十五点五", "百分之八十五点五", F("85.45"), F("85.55")),
    "points": ("提高2.5个百分点", "2.5个百分点", F("2.45"), F("2.55")),
    "minus": ("增长-3.2%。", "-3.2%", F("-3.25"), F("-3.15")),
    "third": ("压缩三分之一", "三分之一", F("0.3"), F(11, 30)),
    "tenths": ("三成以内的比例或三成", "三成以内", 0, F("0.3")),
    "half": ("超过一半。", "超过一半", F("0.5"), 1),
    "and more": ("19余万人", "19余万人", 190000, 200000),
    "more, exact already": ("发布1641多条", "1641多条", 1641, 1641),
    "ten and more": ("十余家", "十余家", 10, 20),
    "ten and some": ("走访十几家", "十几家", 10, 20),
    "some tens": ("数十次", "数十次", 20, 100),
    "hundreds": ("上百人", "上百人", 100, 200),
    "myriads": ("发放万余份", "万余份", 10000, 20000),
    "near": ("近280条", "近280条", 252, 280),
    "near, round": ("近2000人次", "近2000人次", 1000, 2000),
    "about": ("大约2000人", "大约2000人", 1000, 3000),
    "about, not round": ("约13459人", "约13459人", 13458, 13460),
    "or above": ("100条以上", "100条以上", 100, None),
    "below": ("不足10件", "不足10件", 0, 10),
    "at most": ("不超过3次", "不超过3次", 0, 3),
    "two markers are the hull": ("近2000余人", "近2000余人", 1000, 3000),
    "range": ("3～5件", "3～5件", 3, 5),
    "range of neighbours": ("三五件", "三五件", 3, 5),
    "range in characters": ("三至五件", "三至五件", 3, 5),
    "range of bodies": ("10-20家", "10-20家", 10, 20),
    "range with both units": ("20%—30%的", "20%—30%", 20, 30),
    "English million": ("3.4 million users", "3.4 million users", 3350000, 3450000),
    "English more": ("over 5,000 people", "over 5,000 people", 5000, None),
    "English range": ("10 to 20 cases", "10 to 20 cases", 10, 20),
    "dollars": ("$3.4 million in fees", "$3.4 million", 3350000, 3450000),
}


@pytest.mark.parametrize(("text", "raw", "low", "high"), SPANS.values(), ids=SPANS)
def test_print_admits_an_interval(text: str, raw: str, low: Fraction | None, high: Fraction | None) -> None:
    """A rounded or approximate figure admits exactly the values that its words leave."""
    first = numerals(text)[0]

    assert (raw, low, high) == (first.raw, first.bounds.low, first.bounds.high)


OPEN_ENDS = {
    "超过100条": (True, False),
    "100余条": (False, True),
    "不到10件": (False, True),
    "突破100条": (False, False),
}


@pytest.mark.parametrize(("text", "ends"), OPEN_ENDS.items(), ids=OPEN_ENDS)
def test_ends_are_open_or_closed(text: str, ends: tuple[bool, bool]) -> None:
    """超过 and 不到 exclude the number, 突破 and 余 include it (Civil Code art. 1259)."""
    bounds = numerals(text)[0].bounds

    assert ends == (bounds.low_open, bounds.high_open)


NAMED = {
    "document": ("X政发〔2018〕61号", "〔2018〕61号", Kind.DOCUMENT),
    "document in round brackets": ("（2018）61 号", "（2018）61 号", Kind.DOCUMENT),
    "decree": ("国务院令第711号，711号令", "第711", Kind.ORDINAL),
    "date": ("2016年 12 月 7日", "2016年 12 月 7日", Kind.DATE),
    "years": ("2016—2018年", "2016—2018年", Kind.DATE),
    "months": ("2017年1—12月", "2017年1—12月", Kind.DATE),
    "ISO date": ("2018-01-20发布", "2018-01-20", Kind.DATE),
    "dotted date": ("2018.01.20", "2018.01.20", Kind.DATE),
    "clock": ("上午10:30开始", "10:30", Kind.DATE),
    "hour": ("上午9点30分", "9点30分", Kind.DATE),
    "date in characters": ("二〇一八年十二月三日", "二〇一八年十二月三日", Kind.DATE),
    "weekday": ("每周三举办", "三", Kind.DATE),
    "phone": ("电话：0900-1234567", "0900-1234567", Kind.CONTACT),
    "phone with blanks": ("传真：0900 - 1234567", "0900 - 1234567", Kind.CONTACT),
    "postcode": ("邮编：100000", "100000", Kind.CONTACT),
    "address": ("http://www.example.cn/2018/art_12.html）", "http://www.example.cn/2018/art_12.html", Kind.CONTACT),
    "mail": ("邮箱：abc2018@example.com", "abc2018@example.com", Kind.CONTACT),
    "street number": ("人民路37号", "37号", Kind.CODE),
    "time of a session": ("第3次会议", "第3", Kind.ORDINAL),
    "list of articles": ("第十一、十二条", "第十一、十二", Kind.ORDINAL),
    "session": ("十三届", "十三届", Kind.ORDINAL),
    "meeting of a session": ("五届一次会议", "五届", Kind.ORDINAL),
    "list mark": ("一、总体情况", "一", Kind.ORDINAL),
    "bracketed mark": ("（一）公开", "一", Kind.ORDINAL),
    "first of all": ("一是加强领导", "一", Kind.ORDINAL),
    "mark before a year": ("1.2018年收到", "1", Kind.ORDINAL),
    "a class by size": ("亿元及以上项目", "亿元及以上", Kind.NAME),
    "hotline": ("12345热线", "12345", Kind.NAME),
    "hotline with a measured word": ("12345平台", "12345", Kind.NAME),
    "title": ("《关于10件实事的通知》", "10", Kind.NAME),
    "slogan": ("“三个清单”", "三", Kind.NAME),
    "day and night": ("24小时服务", "24小时", Kind.NAME),
    "pixels": ("56×56像素", "56×56", Kind.CODE),
    "proportion": ("3∶4∶3", "3∶4∶3", Kind.CODE),
    "paper": ("A4纸", "A4", Kind.CODE),
    "particles": ("PM2.5浓度", "PM2.5", Kind.CODE),
    "version": ("v1.2.3", "v1.2.3", Kind.CODE),
    "index": ("索引号：12345678-9/2018-00012", "12345678-9/2018-00012", Kind.CODE),
    "page": ("— 25 —", "— 25 —", Kind.PAGE),
    "bare": ("共有 665", "665", Kind.CODE),
    "rank": ("二级清单", "二", Kind.ORDINAL),
    "English year": ("In 2016 requests rose", "2016", Kind.DATE),
}


@pytest.mark.parametrize(("text", "raw", "kind"), NAMED.values(), ids=NAMED)
def test_names_are_no_quantities(text: str, raw: str, kind: Kind) -> None:
    """Digits that name something are Identifiers, whole and with their kind."""
    first = next(iter(scan(text)))

    assert isinstance(first, Identifier)
    assert (raw, kind) == (first.raw, first.kind)
    assert not numerals(text)


MISPRINTS = {
    "points in groups": ("1.234.567件", "1.234.567"),
    "groups of two": ("12,34,567件", "12,34,567"),
    "lost 年": ("20231月1日", "20231月"),
    "lost bracket": ("〔202130号", "〔202130号"),
    "four hundred digits": ("9" * 400 + "件", "9" * 400),
}


@pytest.mark.parametrize(("text", "raw"), MISPRINTS.values(), ids=MISPRINTS)
def test_malformed_runs_are_whole_misprints(text: str, raw: str) -> None:
    """A run that is no number is one Misprint, never a part of it."""
    first = next(iter(scan(text)))

    assert isinstance(first, Misprint)
    assert raw == first.raw


LISTS = {
    "unit from the last": ("分别为12、7件", [12, 7]),
    "full-width comma parts members": ("分别为7，120件", [7, 120]),
    "mixed marks": ("分别为12，7和3件", [12, 7, 3]),
    "marks of a list are not in it": ("1、公开3件", [3]),
    "wide comma as thousands": ("受理7，120件", [7120]),
    "change is no range": ("从3件到5件", [3, 5]),
    "idioms apart": ("统一个标准，进一步，一条龙，千家万户，十分重要，三农", []),
    "period is no approximation": ("近三年", [3]),
    "saving is no approximation": ("节约3万元", [30000]),
    "name with a plus": ("1+N模式，5+2就业之家", []),
}


@pytest.mark.parametrize(("text", "values"), LISTS.values(), ids=LISTS)
def test_values_in_order(text: str, values: list[int]) -> None:
    """The quantities of a sentence, and no others."""
    assert values == [numeral.value for numeral in numerals(text)]


DOUBTS = {"公开信息6 65条": False, "，6 65条": True, "受理7，120件": True, "收到665 条": False, "近三年共665条": False}


@pytest.mark.parametrize(("text", "doubtful"), DOUBTS.items(), ids=DOUBTS)
def test_joined_digits_are_doubtful_where_another_reading_stands(text: str, doubtful: bool) -> None:
    """Digits split by blanks are one number; in doubt the figure says so."""
    assert doubtful == numerals(text)[-1].doubtful


@pytest.mark.parametrize("word", UNIT_WORDS.rows)
def test_every_unit_is_read(word: str) -> None:
    """Each row of the table of units is found behind a number."""
    digit = "两" if word == "级" else "7"

    numeral = numerals(f"共{digit}{word}。" if not word.isascii() else f"in all 7 {word}.")[0]

    assert UNIT_WORDS.rows[word].unit == numeral.unit
    assert numeral.raw.endswith(word)


@pytest.mark.parametrize("word", SCALE_WORDS.rows)
def test_every_scale_is_read(word: str) -> None:
    """Each row of the table of scales multiplies the number before it."""
    numeral = numerals(f"共7{word}件。" if not word.isascii() else f"7 {word} users")[0]

    assert 7 * SCALE_WORDS.rows[word] == numeral.value


@pytest.mark.parametrize("word", [word for word, shape in BEFORE.rows.items() if shape])
def test_every_marker_before_is_read(word: str) -> None:
    """Each approximator before a number is told in the figure."""
    numeral = numerals(f"共有{word}200条" if not word.isascii() else f"was {word} 200 cases")[0]

    assert (word,) == numeral.approximators


@pytest.mark.parametrize("word", [word for word, shape in BEFORE.rows.items() if not shape])
def test_other_words_before_are_no_markers(word: str) -> None:
    """An approximator inside another word is none."""
    assert not numerals(f"{word}200条")[0].approximators


@pytest.mark.parametrize("word", WITHIN.rows)
def test_every_marker_within_is_read(word: str) -> None:
    """Each approximator between digits and unit is told in the figure."""
    assert (word,) == numerals(f"共有200{word}条")[0].approximators


@pytest.mark.parametrize(("word", "shape"), AFTER.rows.items(), ids=AFTER.rows)
def test_every_marker_after_is_read(word: str, shape: object) -> None:
    """Each approximator behind the unit is told in the figure, other words with its characters are not."""
    text = f"共有200条{word}" if not word.isascii() else f"200 cases {word}"

    assert ((word,) if shape else ()) == numerals(text)[0].approximators


@pytest.mark.parametrize("sign", CURRENCY_SIGNS.rows)
def test_every_currency_is_read(sign: str) -> None:
    """Each sign of money before a number makes an amount of it."""
    numeral = numerals(f"共{sign}200" if not sign.isalpha() else f"共 {sign} 200")[0]

    assert Measure.AMOUNT is numeral.unit.measure


@pytest.mark.parametrize("word", NAMES.rows)
def test_no_name_is_a_quantity(word: str) -> None:
    """No idiom of the table is counted."""
    assert not numerals(f"推进{word}。")


@pytest.mark.parametrize("number", sorted(HOTLINES))
def test_no_hotline_is_a_quantity(number: str) -> None:
    """The number of a hotline is its name."""
    assert not numerals(f"拨打{number}热线，{number}平台")


@pytest.mark.parametrize("word", MEETINGS)
def test_meetings_of_a_session_are_counted_off(word: str) -> None:
    """五届一次会议 is the first meeting, 召开1次会议 one meeting."""
    assert not numerals(f"五届一次{word}")
    assert [1] == [numeral.value for numeral in numerals(f"召开1次{word}")]


@pytest.mark.parametrize("word", PHRASES.rows)
def test_every_phrase_is_read(word: str) -> None:
    """Each word that is a quantity by itself is read."""
    numeral = numerals(f"比例{word}。")[0]

    assert (word, PHRASES.rows[word].bounds) == (numeral.raw, numeral.bounds)


MIXED = st.text(
    st.sampled_from(
        "0123456789０１，,.．、 \n年月日号第件条%万亿约近余多以上至-—～〔〕（）《》“”一二三十百千两半几分之点倍元a@/:×$"
    ),
    max_size=60,
)


@settings(max_examples=400, deadline=None)
@given(st.one_of(MIXED, st.text(max_size=60)))
def test_spans_cover_every_digit_once(text: str) -> None:
    """Readings never overlap, never fail, keep the order of the text and account for each digit."""
    readings = list(scan(text))

    ends = [0, *(reading.end for reading in readings)]
    assert all(reading.start >= end for reading, end in zip(readings, ends, strict=False))
    assert all(reading.start < reading.end <= len(text) for reading in readings)
    covered = {i for reading in readings for i in range(reading.start, reading.end)}
    assert {i for i, character in enumerate(text) if character in "0123456789０１２３４５６７８９"} <= covered


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**12), st.sampled_from(["件", "条", "人次", " 个"]))
def test_counts_read_back(value: int, unit: str) -> None:
    """A printed count, with or without thousands marks, reads back exactly."""
    for printed in (f"{value}", f"{value:,}"):
        (numeral,) = numerals(f"共计{printed}{unit}。")
        assert (value, value) == (numeral.value, numeral.bounds.low)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 4), st.booleans())
def test_rounded_prints_hold_their_value(digits: int, decimals: int, half_even: bool) -> None:
    """A value lies inside the interval of its own print, rounded half up or half even (GB/T 8170)."""
    true = Fraction(digits, 10**6)
    scaled = true * 10**decimals
    floor = scaled.numerator // scaled.denominator
    rest = scaled - floor
    up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and (not half_even or floor % 2 == 1))
    whole, part = divmod(floor + up, 10**decimals)

    (numeral,) = numerals(f"占{whole}.{part:0{decimals}d}%。")

    assert true in numeral.bounds
