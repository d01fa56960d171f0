"""Words around figures in prose, as tables: whose figures, which period, and what is no part of a name."""

from __future__ import annotations

import re

from gklint.model.statement import Level, Term

SCOPES: tuple[tuple[Level, str], ...] = (
    (
        Level.WHOLE,
        r"全[国省市县区州盟旗镇乡街村校院厅局委系矿行辖]统?(?!面|域|程|力)|各级(?:各部门|行政机关|政府)?|各(?:县|市|区|乡镇|镇街)",
    ),
    (
        Level.OWN,
        r"[省市县区]?本级|[本我](?:办|局|厅|委|院|中心|机关|单位|部门|街道|所|科室)|[省市县区]直|[省市县区]?政府办(?:公室|公厅)?",
    ),
    (
        Level.NAMED,
        r"[\u4e00-\u9fff]{2,8}(?:自治[州县]|新区|开发区|街道办事处|办事处|管委会)|(?<![各全本我])[\u4e00-\u9fff]{2,4}(?:[县市区镇乡]|局|厅|委)(?=政府|人民政府|[\u4e00-\u9fff]{0,4}(?:公开|发布|受理|收到|制发|报送))",
    ),
)
"""Rows are tried in this order at each place; the longest reading of the first that fits counts."""

PERIODS: tuple[tuple[Term, str], ...] = (
    (
        Term.SINCE,
        r"历年|近[一二三四五六七八九十两几0-9]+年|连续[一二三四五六七八九十两几0-9]+年|自[^，。；]{1,16}?(?:以来|起)|[^，。；、]{1,10}以来|至今|创刊|开通(?:以来)?",
    ),
    (
        Term.UNTIL,
        r"截至[^，。；]{0,16}?(?:日|月|年底|年末|目前|底)|截止[^，。；]{0,14}?(?:日|月|底|目前)|目前|现有|现有效",
    ),
    (Term.PRIOR, r"上一?年度?|去年|往年|上年同期|20[0-9]{2}年同期"),
    (
        Term.PART,
        r"[一二三四1-4]季度|[上下]半年|[0-9]{1,2}\s*[-—–~至到]\s*[0-9]{1,2}月|[0-9]{1,2}月份?(?![0-9]{1,2}日)|每[月季周天日]|平均每|月均|日均",
    ),
    (Term.NEXT, r"明年|来年|下一?年度?|下一步"),
    (Term.CURRENT, r"本年度?|全年|今年(?:以来)?|当年|一年来|年内|本报告期|报告期内"),
)
YEAR = r"(?<![0-9])20[0-9]{2}\s*年(?:度)?(?!\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日)"
"""A year that is no part of a full date; which term it means depends on the report's year."""

SCOPE: re.Pattern[str] = re.compile("|".join(f"(?P<{level.value}>{words})" for level, words in SCOPES))
PERIOD: re.Pattern[str] = re.compile(
    "|".join((*(f"(?P<{term.value}>{words})" for term, words in PERIODS), f"(?P<year>{YEAR})"))
)
SETTING: re.Pattern[str] = re.compile(f"{SCOPE.pattern}|{PERIOD.pattern}")
"""Words that say whose figure it is and of when: they are no part of what it counts."""
CLAUSE_TERMS = frozenset({Term.PRIOR, Term.NEXT})
"""Terms that hold in their own clause only."""
PARAGRAPH_TERMS = frozenset({Term.CURRENT, Term.SINCE, Term.UNTIL})
"""Terms that hold to the end of the paragraph, if no other is named."""

SUMMING: tuple[str, ...] = ("累计", "共计", "总计", "合计", "总共", "一共", "共", "总", "计")
"""Words that sum up; they stand before a figure and are no part of what it counts."""

LEADING: tuple[str, ...] = (
    "其中", "包括", "包含", "分别为", "分别", "含", "即", "以及", "和", "与", "及", "并", "还", "另有", "另", "同时",
    "通过", "利用", "依托", "在", "对", "由", "从", "向", "将", "经", "按照", "按", "累计", "共计", "共", "全部",
)  # fmt: skip
"""Words that open a noun phrase without belonging to it."""

TRAILING: tuple[str, ...] = (
    *SUMMING, "达到", "达", "为", "是", "有", "约", "数量", "总数", "总量", "数为", "数", "了", "近", "各", "等",
    "件数", "已", "均", "仅", "只", "增加到", "增加", "增长", "减少", "下降", "占", ":", "：",
)  # fmt: skip
"""Words between a noun and its figure."""

BREAK: re.Pattern[str] = re.compile(r"[，,、；;：:。！？（）()【】\[\]\n\t]")
"""Characters that no noun phrase runs over."""
CLAUSE_END: re.Pattern[str] = re.compile(r"[，,；;。！？!?\n]")


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


LEADING_PATTERN: re.Pattern[str] = re.compile(_either(LEADING))
TRAILING_PATTERN: re.Pattern[str] = re.compile(f"(?:{_either(TRAILING)})$")

ACTS: tuple[str, ...] = (
    "主动公开", "依申请公开", "公开", "发布", "公布", "公示", "收到", "接到", "接收", "新收", "受理", "办理", "办结",
    "办复", "答复", "回复", "回应", "处理", "制发", "制定", "制作", "出台", "印发", "废止", "修订", "修改", "清理",
    "审查", "备案", "召开", "举办", "举行", "开展", "组织", "参加", "参与", "开设", "设立", "设置", "建立", "新增",
    "增设", "建成", "完成", "更新", "推送", "转载", "原创", "解读", "编发", "编制", "编印", "发放", "印制", "刊登",
    "刊发", "报送", "采用", "录用", "承办", "交办", "转办", "处置", "提出", "收集", "征集", "接受", "接待", "培训",
    "配备", "投入", "支出", "收取", "减免", "下放", "取消", "承接", "调整", "整合", "关停", "归集", "共享", "登记",
    "注册", "审批", "审结", "维持", "纠正", "撤销", "驳回", "同意", "不同意", "抽查", "检查", "查处", "通报", "约谈",
    "拥有", "共有", "达成", "签订", "销售", "生产", "实现",
)  # fmt: skip
"""What is done with things that are counted: 制发 is not 公开, 受理 is not 办结."""
ACT_FIRST: re.Pattern[str] = re.compile(f"(?P<act>{_either(ACTS)})(?:了|的)?")
ACT_LAST: re.Pattern[str] = re.compile(f"(?P<act>{_either(ACTS)})$")

FILLING: re.Pattern[str] = re.compile(r"^(?:的|各类|各种|相关|有关|全部|所有)|的$|等$")

AFTER_STOP: re.Pattern[str] = re.compile(
    "从事|负责|进行|开展|参加|以及|其中|和|与|及|并|被|已|均|在|对|向|于|由|为|是|有|占|比|较|通过|分别|全部|达|共|。"
)
"""Words at which the noun phrase behind a figure has ended."""

ENGLISH_FUNCTION: re.Pattern[str] = re.compile(
    r"(?i)(?<![a-z])(?:in|on|at|to|for|from|by|with|and|or|of|the|a|an|which|that|who|were|was|are|is|has|have|had|we|"
    r"received|as|during|about|only|total|than)(?![a-z])"
)
