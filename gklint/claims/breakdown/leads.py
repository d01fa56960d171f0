"""
The words that open, part and close a list of parts, as tables by language: a new phrase is one row.

Rows are fragments of patterns, matched without blanks in Chinese text and without regard to case in English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from gklint.start.patterns import lazy
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """
    *nested* opens parts of the nearest figure, *touched* those or other things that it brought about; *closed* opens
    all its parts; *sorts* tells by what the whole is divided, so that the parts are all of it; *open_* opens a few
    examples. *goes_on* behind the last part says that there are more; *rest* begins the name of the part that holds the
    remainder.

    *total* stands before the sum of a list that is printed ahead of it: *summing* are those that mean it if the
    number follows at once, *closing* those that always do, *bound* those that do if no comma parts the two. *share*
    is said of a share, *division* of something that is divided altogether, *in_turn* of figures that belong to as many
    names, *attribute* of a number that tells of another one, *other_time* of a number of another year;
    *carried* is what comes over from that year and may be a part all the same; *beyond* begins a bracket that tells of
    more than the figure before it.
    *fresh* verbs open a statement of their own. Parts that are *overlapping* or *stages* of one thing do not add up,
    nor do *people* who are counted by what else they are, nor those of *several_answers*, nor what several *channels*
    carry once it is *published*. *estimate* and *rounding* soften what is said near them.
    """

    nested: tuple[str, ...]
    touched: tuple[str, ...]
    closed: tuple[str, ...]
    sorts: tuple[str, ...]
    open_: tuple[str, ...]
    goes_on: tuple[str, ...]
    rest: tuple[str, ...]
    total: tuple[str, ...]
    summing: tuple[str, ...]
    closing: tuple[str, ...]
    bound: tuple[str, ...]
    share: tuple[str, ...]
    division: tuple[str, ...]
    in_turn: tuple[str, ...]
    attribute: tuple[str, ...]
    other_time: tuple[str, ...]
    carried: tuple[str, ...]
    beyond: tuple[str, ...]
    fresh: tuple[str, ...]
    overlapping: tuple[str, ...]
    people: tuple[str, ...]
    stages: tuple[str, ...]
    several_answers: tuple[str, ...]
    channels: tuple[str, ...]
    published: tuple[str, ...]
    estimate: tuple[str, ...]
    rounding: tuple[str, ...]


WORDS: Mapping[str, Words] = {
    "zh": Words(
        nested=("其中", "包括", "包含", "含(?!量)"),
        touched=("涉及",),
        closed=("分别为", "分别是", "分别", "即", "由", "分为", "构成为"),
        sorts=(r"(?:按照?|从|以|依)[^，。；：\d]{1,14}?(?:分类|划分|区分|统计|分|来?看)", r"分[^，。；：\d]{1,8}看"),
        open_=(
            "主要包括", "主要有", "主要是", "主要为", "主要(?!负责|领导|任务)", "例如", "比如", "诸如", "如",
            "其中主要(?!负责|领导)",
        ),
        goes_on=("等", "等等", "……"),
        rest=("其他", "其它", "其余", "余下", "剩余"),
        total=("合计", "共计", "总计", "总量", "决算结果", "总共", "一共", "累计", "小计", "共有", "(?<!公)共"),
        summing=("合计", "总计", "总量", "决算结果", "小计", "共计"),
        closing=("合计", "总计", "总量", "决算结果", "小计"),
        bound=("(?<!公)共", "合计", "共计", "总计", "计"),
        share=("占", "占比", "比重", "比例", "份额"),
        division=("结构", "构成", "贡献率", "产业比重", "产业比例"),
        in_turn=("分别", "依次", "各为"),
        attribute=(
            r"占(?!地|道|用)", r"(?<!新)增(?!加?值|设|订|补)", r"减(?!免|税|灾)", r"降(?!水)", r"升(?!级|学)", "涨",
            "跌", "提高", "缩减", "压缩", "缩短", "同比", "环比", "较", r"比(?!选|赛|对|武)", "完成预算", "完成年",
            r"率(?!先)", "平均", "[人户日月年周]均", "均为", "达标", "翻了", "节约", "超额",
        ),
        other_time=(
            "上年", "去年", "往年", "同期", "前年", r"20\d\d年", "历年", "以来", "累计至", "季度", "截至", "目前",
            "明年", "下年", "结转",
        ),
        carried=("结转", "结余", "滚存", "旧存", "旧案", "遗留", "转入"),
        beyond=("另", "此外", "不含", "未含", "不包括", "全[国省市县区]"),
        fresh=(
            "全年", "同时", "并", "累计", "还", "另", "此外", "本年", "今年", "截至", "共", "组织", "开展", "召开",
            "举办", "印发", "编印", "编发", "发布", "制作", "受理", "办结", "回复", "培训", "开通", "设立", "建立",
            "投入", "收到", "完成", "参加", "参与", "接受", "接待", "处理", "答复", "涉及", "覆盖", "惠及", "吸引",
            "带动", "实现", "新建", "新增", "创建", "梳理", "制定", "出台", "公布", "公示", "更新", "解答",
            "解决", "邀请", "聘请", "配备", "整改", "审核", "审查", "抽查", "检查", "评选",
            "推送", "刊发", "报送", "采用",
        ),
        overlapping=(
            "以上", "以下", "重点", "重大", "优秀", "首次", "民间", "民营", "国有", "外资", "技改", "高新",
            "规模以上", "房地产", "制造业", "新增", "示范", "国家级", "省级", "市级", "达到", "超过", "涉及", "原创",
        ),
        people=(
            "女", "党员", "团员", "少数民族", "学历", "职称", "本科", "大专", "硕士", "博士", "研究生", "高级",
            "青年", "基层", "负责", "领导", "代表", "群众", "外籍", "退休", "贫困", "脱贫", "残疾", "困难",
        ),
        stages=(
            "收到", "接到", "受理", "接收", "立案", "办结", "办理", "结案", "审结", "回复", "答复", "采纳", "采用",
            "整改", "满意", "完成", "上报", "启动", "开工", "竣工", "投产", "在建", "建成", "转办", "督办",
            "点击", "浏览", "阅读", "转发", "评论", "申报", "批准", "获批", "立项", "验收", "参会",
        ),
        several_answers=(
            "多选", "多项选择", "可选多", "有?交叉", "重复计算", "有重复", "部分重复",
            "分别统计", "分别计[算数]", "同一信息", "重复发布", "同步发布",
        ),
        channels=(
            "网站", "门户", "微信", "微博", "公众号", "客户端", "新媒体", "公报", "公开栏", "显示屏", "电视", "广播",
            "报刊",
        ),
        published=("公开(?!申请)", "发布", "推送", "刊发", "刊登"),
        estimate=("不完全统计", "初步统计", "据估算", "初步核算"),
        rounding=("四舍五入", "略有差异", "尾差"),
    ),
    "en": Words(
        nested=("of which", "of these", "of whom", "of them", "among which"),
        touched=("involving", "concerning"),
        closed=("comprising", "comprises", "consisting of", "consists of", "made up of", "namely", "respectively"),
        sorts=(r"by (?:type|channel|category|result|outcome|method|source)",),
        open_=("including", "includes", "included", "such as", "mainly", "chiefly", "for example", "e\\.g\\."),
        goes_on=("etc\\.?", "and so on", "among others"),
        rest=("other", "others", "the rest", "the remaining", "remaining", "the remainder"),
        total=("a total of", "in total", "totalling", "totaling", "altogether", "for a total of", "in all"),
        summing=("in total", "for a total of"),
        closing=("in total", "in all", "altogether"),
        bound=("for a total of", "totalling", "totaling", "a total of"),
        share=("accounted for", "accounting for", "made up", "share", "represented"),
        division=("breakdown", "divided"),
        in_turn=("respectively",),
        attribute=(
            "up", "down", "increase", "decrease", "rose", "fell", "growth", "compared", "accounted for", "average",
            "per ", "rate", "by",
        ),
        other_time=("last year", "previous year", "prior", "since", r"in 20\d\d", "quarter"),
        carried=("carried", "brought forward", "pending"),
        beyond=("excluding", "not including", "besides", "in addition"),
        fresh=("we ", "in addition", "also", "held", "published", "issued", "trained", "they "),
        overlapping=("urgent", "at least", "more than", "over "),
        people=("women", "female"),
        stages=("received", "answered", "closed", "completed", "handled", "accepted", "resolved", "disclosed"),
        several_answers=("multiple answers", "more than one answer", "overlap", "counted more than once"),
        channels=("website", "gazette", "newsletter", "social media", "wechat", "weibo"),
        published=(r"publish\w*", r"post(?:s|ed)", r"disclos\w*"),
        estimate=("estimated", "preliminary"),
        rounding=("rounding", "rounded", "may not add up", "may not sum"),
    ),
}  # fmt: skip  # rows stand as they are read


def _all(name: str) -> str:
    """
    The rows of *name* in all languages as one group: a report in one may quote another. English words end where
    letters end, Chinese ones where they do; the longest are tried first.
    """
    rows = sorted({row for words in WORDS.values() for row in getattr(words, name)}, key=len, reverse=True)
    english = "|".join(row for row in rows if _is_word(row))
    others = [row for row in rows if not _is_word(row)]
    # The ends are told once for all English words: told for each, they are most of the pattern.
    return "(?:" + "|".join((*others, rf"(?<![A-Za-z])(?:{english})(?![A-Za-z])") if english else others) + ")"


def _is_word(row: str) -> bool:
    return row.isascii() and row[-1:].isalpha()


MARK = r"[、，,；;。！？!?\n]"
LEAD: re.Pattern[str] = lazy(
    rf"(?P<open>{_all('open_')})|(?P<nested>{_all('nested')}[：:]?)|(?P<touched>{_all('touched')})|(?P<sorts>{_all('sorts')})"
    rf"|(?P<closed>{_all('closed')})|(?P<colon>[：:])",
    re.IGNORECASE,
)
"""A word that opens a list; its group says what kind of list."""
GOES_ON: re.Pattern[str] = lazy(
    rf"^[^、，,；;。（）()]{{0,16}}?{_all('goes_on')}(?={MARK}|[）)]|$|[^，。；]{{0,8}}$)", re.IGNORECASE
)
REST: re.Pattern[str] = lazy(rf"^(?:以及|及|和|与|and|the)?\s*{_all('rest')}", re.IGNORECASE)
TOTAL: re.Pattern[str] = lazy(rf"(?P<word>{_all('total')})(?P<noun>[^、，,；;。：:]{{0,12}})$", re.IGNORECASE)
SUMMING: re.Pattern[str] = lazy(_all("summing"), re.IGNORECASE)
CLOSING: re.Pattern[str] = lazy(_all("closing"), re.IGNORECASE)
BOUND: re.Pattern[str] = lazy(rf"^[^、，,；;。：:]{{0,12}}{_all('bound')}$", re.IGNORECASE)
SHARE: re.Pattern[str] = lazy(_all("share"), re.IGNORECASE)
DIVISION: re.Pattern[str] = lazy(_all("division"), re.IGNORECASE)
IN_TURN: re.Pattern[str] = lazy(_all("in_turn"), re.IGNORECASE)
ATTRIBUTE: re.Pattern[str] = lazy(_all("attribute"), re.IGNORECASE)
OTHER_TIME: re.Pattern[str] = lazy(_all("other_time"), re.IGNORECASE)
CARRIED: re.Pattern[str] = lazy(_all("carried"), re.IGNORECASE)
BEYOND: re.Pattern[str] = lazy(rf"^{_all('beyond')}", re.IGNORECASE)
FRESH: re.Pattern[str] = lazy(rf"^{_all('fresh')}", re.IGNORECASE)
OVERLAPPING: re.Pattern[str] = lazy(_all("overlapping"), re.IGNORECASE)
PEOPLE: re.Pattern[str] = lazy(_all("people"), re.IGNORECASE)
STAGE: re.Pattern[str] = lazy(_all("stages"), re.IGNORECASE)
CHANNEL: re.Pattern[str] = lazy(_all("channels"), re.IGNORECASE)
PUBLISHED: re.Pattern[str] = lazy(_all("published"), re.IGNORECASE)
SEVERAL_ANSWERS: re.Pattern[str] = lazy(_all("several_answers"), re.IGNORECASE)
PARTITIVE: re.Pattern[str] = lazy(
    rf"(?=[A-Za-z(])(?:{_all('nested')}|{_all('open_')}|{_all('closed')}|{_all('total')}|\(\d+ [a-z])", re.IGNORECASE
)
"""English words without which a number that has no unit is not looked at."""
ESTIMATE: re.Pattern[str] = lazy(_all("estimate"), re.IGNORECASE)
ROUNDING: re.Pattern[str] = lazy(_all("rounding"), re.IGNORECASE)
