"""Correct statements that a hasty checker would accuse."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from fractions import Fraction

from tests.factory.prose import Shape, Statement, decimal, filled

Draw = Callable[[random.Random], Mapping[str, object]]


def _between(rng: random.Random, low: int, high: int) -> int:
    return rng.randrange(low, high)


def deduplicated(rng: random.Random) -> Mapping[str, object]:
    a, b, c = (_between(rng, 50, 900) for _ in range(3))
    return {"a": a, "b": b, "c": c, "t": max(a, b, c) + _between(rng, 5, 40)}


def approximate(rng: random.Random) -> Mapping[str, object]:
    a, b = (100 * _between(rng, 2, 9) for _ in range(2))
    return {"a": a, "b": b, "t": a + b + _between(rng, 2, 60)}


def scopes(rng: random.Random) -> Mapping[str, object]:
    own = _between(rng, 5, 60)
    return {"own": own, "all": own + _between(rng, 20, 400)}


def carried(rng: random.Random) -> Mapping[str, object]:
    new, old, rest = _between(rng, 20, 90), _between(rng, 1, 9), _between(rng, 1, 9)
    return {"new": new, "old": old, "done": new + old - rest, "rest": rest}


def truncated(rng: random.Random) -> Mapping[str, object]:
    whole = _between(rng, 60, 900)
    part = _between(rng, 10, whole)
    cut = 1000 * part // whole
    return {"b": whole, "a": part, "p": f"{cut // 10}.{cut % 10}"}


def nested(rng: random.Random) -> Mapping[str, object]:
    inner = _between(rng, 2, 30)
    a, b = inner + _between(rng, 1, 30), _between(rng, 2, 60)
    return {"t": a + b, "a": a, "b": b, "i": inner}


def answered(rng: random.Random) -> Mapping[str, object]:
    whole = _between(rng, 30, 200)
    done = _between(rng, whole // 2, whole - 1)
    return {"t": whole, "d": done, "p": decimal(Fraction(100 * done, whole), 1)}


def stocks(rng: random.Random) -> Mapping[str, object]:
    flow = _between(rng, 20, 900)
    return {"f": flow, "s": flow + _between(rng, 200, 4000)}


def domains(rng: random.Random) -> Mapping[str, object]:
    return {"a": _between(rng, 20, 90), "b": _between(rng, 20, 90), "c": _between(rng, 20, 90)}


def attendances(rng: random.Random) -> Mapping[str, object]:
    a, b, c = (_between(rng, 3, 20) for _ in range(3))
    return {"a": a, "b": b, "c": c, "p": a + b + c + _between(rng, 20, 90)}


def rounded(rng: random.Random) -> Mapping[str, object]:
    exact = [_between(rng, 1000, 90000) for _ in range(3)]
    shown = {name: decimal(Fraction(value, 1000), 1) for name, value in zip("abc", exact, strict=True)}
    return {**shown, "t": decimal(Fraction(sum(exact), 1000), 1)}


def years(rng: random.Random) -> Mapping[str, object]:
    return {"old": _between(rng, 100, 900), "new": _between(rng, 100, 900)}


CONTROLS: tuple[tuple[str, str, Draw], ...] = (
    (
        "de-duplicated total",
        "<county>主动公开<info>{t}条（同一信息在不同渠道公开的计1条）。通过网站公开{a}条，通过微博公开{b}条，通过公示栏公开{c}条。",
        deduplicated,
    ),
    (
        "channels without a total",
        "通过网站公开信息{a}条，通过微博公开信息{b}条，通过公示栏公开信息{c}条。",
        deduplicated,
    ),
    ("approximators", "<whole-year>发布信息{t}条，其中图文类{a}余条，视频类{b}余条。", approximate),
    ("more than", "累计发放资料{t}份，其中手册{a}多份，折页{b}多份。", approximate),
    (
        "the office and the county",
        "<whole-year>，县政府办公室举办政务公开培训{own}场。全县举办政务公开培训{all}场。",
        scopes,
    ),
    ("one site and all sites", "县政府门户网站发布信息{own}条；全县政府网站共发布信息{all}条。", scopes),
    ("two offices", "县教育局召开新闻发布会{own}场。\n县水利局召开新闻发布会{all}场。", scopes),
    (
        "received with a carry-over",
        "本年收到申请{new}件，上年结转{old}件，办结{done}件，结转下年{rest}件。",
        carried,
    ),
    (
        "more done than received this year",
        "上年结转申请{old}件。本年新收申请{new}件，办结{done}件，其余{rest}件正在办理。",
        carried,
    ),
    ("truncated percentage", "<whole-year>收到申请{b}件，其中网络申请{a}件，占{p}%。", truncated),
    ("truncated rate", "网民留言{b}条，已回复{a}条，回复率{p}%。", truncated),
    ("nested of which", "发布公告{t}条，其中采购公告{a}条（其中工程类{i}条）、人事公告{b}条。", nested),
    ("nested behind a comma", "办理建议提案{t}件，其中人大建议{a}件，其中重点建议{i}件，政协提案{b}件。", nested),
    (
        "some done beside all answered",
        "承办建议提案{t}件，答复率100%，已解决或基本解决{d}件，占{p}%。",
        answered,
    ),
    ("done and answered", "承办建议提案{t}件，办结{d}件，办结率{p}%，答复率100%，满意率98%。", answered),
    ("a stock beside a flow", "<whole-year>政务微博发布信息{f}条，截至年底累计发布信息{s}条。", stocks),
    ("since the start", "本年公开规范性文件{f}件。自平台开通以来，累计公开规范性文件{s}件。", stocks),
    ("stock until a day", "新增专栏信息{f}条。截至12月31日，专栏共有信息{s}条。", stocks),
    (
        "equal nouns in other domains",
        "财政领域公开信息{a}条。\n环保领域公开信息{b}条。\n食品安全领域公开信息{c}条。",
        domains,
    ),
    (
        "domains behind colons",
        "财政资金：公开信息{a}条。\n公共资源：公开信息{b}条。\n社会公益：公开信息{c}条。",
        domains,
    ),
    ("people beside events", "组织专题培训{a}次、以会代训{b}次、现场指导{c}次，参训{p}人次。", attendances),
    ("visitors of three meetings", "召开座谈会{a}次、通气会{b}次、听证会{c}次，共邀请代表{p}人次。", attendances),
    (
        "a rounding note",
        "完成投资{t}亿元，其中交通{a}亿元、水利{b}亿元、教育{c}亿元。（因四舍五入，分项之和与总数可能略有差异。）",
        rounded,
    ),
    ("two years side by side", "2017年公开信息{old}条。2018年公开信息{new}条。", years),
    ("last year beside this year", "上年收到申请{old}件，今年收到申请{new}件。", years),
    ("a quarter beside the year", "第一季度公开信息{a}条，第二季度公开信息{b}条。", domains),
    ("an open list short of its total", "发布民生信息{s}条，其中教育类{f}条等。", stocks),
    ("documents made and disclosed", "制发文件{all}件，主动公开{own}件，依申请公开和不予公开的按规定办理。", scopes),
    ("satisfaction of two bodies", "办理人大建议{a}件，满意率99%；办理政协提案{b}件，满意率98%。", domains),
    (
        "numbers that name things",
        "通过12345热线受理咨询{a}件，落实〔2018〕12号文件要求{b}项，开放时间为9:00至17:30。",
        domains,
    ),
)


def control(words: str, draw: Draw, rng: random.Random) -> Statement:
    return Statement(filled(rng, words), {slot: str(value) for slot, value in draw(rng).items()})


def _shape(words: str, draw: Draw) -> Shape:
    return lambda rng: control(words, draw, rng)


SHAPES: dict[str, Shape] = {name: _shape(words, draw) for name, words, draw in CONTROLS}
