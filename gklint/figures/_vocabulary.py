"""Words around figures in prose, as tables: whose figures, which period, and what is no part of a name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from gklint.model.statement import Level, Term
from gklint.start.patterns import lazy

SCOPES: tuple[tuple[Level, str], ...] = (
    (
        Level.WHOLE,
        r"全[国省市县区州盟旗镇乡街村校院厅局委系矿行辖](?:范围内)?(?!面|域|程|力|级)"
        r"|各级(?:各部门|行政机关|政府|党政)|[省市县区]域内|[我本][省市县区州盟旗镇乡](?!级|直|属|长|委|政府)",
    ),
    (
        Level.OWN,
        r"[省市县区乡镇]?本级|[本我](?:办|局|厅|委|院|中心|机关|单位|部门|街道|所|科室|处)(?![理法结公])|[省市县区]直|"
        r"[省市县区]?政府办(?:公室|公厅)?(?!文件)",
    ),
)
"""Rows are tried in this order at each place. 我县 is the whole county, 我局 the office itself."""

NAMED_HEADS = (
    "自治州|自治县|新区|开发区|街道办事处|街道|办事处|管委会|委员会|公安局|[\u4e00-\u9fff]{1,4}局|厅|集团|公司|医院|学校|"
    "小学|中学|中心|镇|乡|县|市|区"
)
NAMED: re.Pattern[str] = lazy(
    # A name opens its clause, and what it did follows: 县教育局制发文件41件. 公开全县… opens with a verb.
    r"(?:^|(?<=[，。；：、,;\s]))(?:其中[：:，]?)?"
    r"(?P<name>(?!全|各|本|我|在|对|为|向|由|把|将|通过|组织|加强|推进|公开|发布|建立|完善|开展|围绕|涉及|包括)"
    rf"[\u4e00-\u9fff]{{1,6}}?(?:{NAMED_HEADS}))"
    r"(?=(?:共|累计|主动|制发|制定|印发|出台|公开|发布|受理|收到|新收|办结|答复|召开|举办|开展|报送|作出|从事|设置|设立"
    r"|全年|年内|今年|未|没|无|不|\s*[0-9]))"
)
"""A unit by its own name."""

PERIODS: tuple[tuple[Term, str], ...] = (
    (
        Term.SINCE,
        r"历年|近[一二三四五六七八九十两几0-9]+年(?:来)?|连续[一二三四五六七八九十两几0-9]+年|(?:过去|前)?(?!一年来)[一二三四五六七八九十]+年来|过去[一二三四五六七八九十]+年"
        r"|自[^，。；]{1,16}?(?:以来|起)|[^，。；、\s]{1,10}以来|至今|创刊|“?十[一二三四]五”?(?:期间|时期)",
    ),
    (
        Term.UNTIL,
        r"截[至止][^，。；]{0,16}?(?:日|月份?|年底|年末|目前|底)|目前|现有(?!效)|现行有效|年末|年底",
    ),
    (Term.PRIOR, r"上一?年度?|去年|往年|上年同期|20[0-9]{2}年同期|以前年度"),
    (
        Term.PART,
        r"第?[一二三四1-4]季度|[上下]半年|[0-9]{1,2}\s*[-—–~至到]\s*[0-9]{1,2}月|[0-9]{1,2}月份?(?![0-9]{1,2}日)"
        r"|每[月季周天日年]|平均每|年均|月均|日均",
    ),
    (Term.NEXT, r"明年|来年|下一?年度?|下一步|今后|未来"),
    (Term.CURRENT, r"本年度?|全年|今年|当年|一年来|年内|本报告期|报告期内"),
)
YEAR = (
    r"(?<![0-9])20[0-9]{2}\s*年(?:度)?(?!\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日)"
    r"|(?i:(?<![a-z])(?:in|during|for|fy|of)\s+20[0-9]{2}(?![0-9]))"
)
"""A year that is no part of a full date; which term it means depends on the report's year."""

SCOPE: re.Pattern[str] = lazy("|".join(f"(?P<{level.value}>{words})" for level, words in SCOPES))
PERIOD: re.Pattern[str] = lazy(
    "|".join((*(f"(?P<{term.value}>{words})" for term, words in PERIODS), f"(?P<year>{YEAR})"))
)
_ANY_SINCE = r"|[^，。；、\s]{1,10}以来"
_BEGINS = "[历近连过前一二三四五六七八九十自至创“截目现年去往以上下第每平月日明来今未本全当报0-9iIdDfFoO]"
PERIOD_BUT_SINCE: re.Pattern[str] = lazy(f"(?={_BEGINS})(?:{PERIOD.pattern.replace(_ANY_SINCE, '')})")
"""PERIOD for texts without 以来: it then begins with one of few characters, which makes it ten times as fast."""
SETTING: re.Pattern[str] = lazy(f"{SCOPE.pattern}|{PERIOD.pattern}")
"""Words that say whose figure it is and of when: they are no part of what it counts."""
CLAUSE_TERMS = frozenset({Term.PRIOR, Term.NEXT})
"""Terms that hold in their own clause only: 上年结转3件，新收12件."""
PLANNABLE = frozenset({Term.CURRENT, Term.UNKNOWN, Term.UNTIL})
"""Terms that mean what is still to come where a section speaks of plans: 今年再解决…."""
PARAGRAPH_TERMS = frozenset({Term.CURRENT, Term.UNTIL})
"""Terms that hold to the end of the paragraph, if no other is named; the rest ends with the sentence."""

PLAN_HEADING: re.Pattern[str] = lazy(
    r"部署|安排|打算|展望|总体要求|下一步|下一年|明年|来年|工作计划|工作思路|主要考虑|目标任务|工作的建议|努力方向"
)
"""Headings of what is planned: numbers below them are wishes."""
FACT_HEADING: re.Pattern[str] = lazy(r"情况|事项|附件|附表|说明|回顾|总结|其他")

SUMMING: tuple[str, ...] = ("累计", "共计", "总计", "合计", "总共", "一共", "共", "总", "计")
"""Words that sum up; they stand before a figure and are no part of what it counts."""

LEADING: tuple[str, ...] = (
    "其中", "包括", "包含", "分别为", "分别", "含", "即", "以及", "和", "与", "及", "并", "还", "另有", "另", "同时",
    "通过", "利用", "依托", "在", "对", "由", "从", "向", "将", "经", "按照", "按", "累计", "共计", "共", "全部", "已",
    "先后", "进一步", "的", "内", "各类", "各种", "且",
)  # fmt: skip
"""Words that open a noun phrase without belonging to it."""

TRAILING: tuple[str, ...] = (
    *SUMMING, "达到", "达", "为", "是", "有", "约", "数量", "总数", "总量", "数为", "数", "了", "近", "各", "等",
    "件数", "已", "均", "仅", "只", "增加到", "占", ":", "：", "的", "出", "分别", "不少于", "超", "完成", "先后",
)  # fmt: skip
"""Words between a noun and its figure."""

BREAK: re.Pattern[str] = lazy(r"[，,、；;：:。！？（）()【】\[\]\n\t|]")
"""Characters that no noun phrase runs over."""
CLAUSE_END: re.Pattern[str] = lazy(r"[，,；;。！？!?\n]")
OPENS_CLAUSE: re.Pattern[str] = lazy(
    r"(?:^|[，,；;。！？!?：:\n])\s*(?:(?:其中|同时|另外|此外|目前|截至目前|全年|年内|今年|[0-9\s]{4,6}年度?)[，,：:]?\s*"
    r"|组织|由|对|在)*\Z"
)
"""What stands before a marker that opens its clause, and so speaks for the clauses that follow too."""


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _words(rows: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for row in rows for word in row.split())


LEADING_PATTERN: re.Pattern[str] = lazy(rf"(?:(?!在线|对外|由于)(?:{_either(LEADING)})|\s)+")
TRAILING_PATTERN: re.Pattern[str] = lazy(rf"(?:{_either(TRAILING)}|\s)+\Z")

ACTS: tuple[str, ...] = (
    "公开 发布 公布 公示 编发 刊登 刊发",
    "收到 接到 接收 新收",
    "受理 办理 收办 承办 承接",
    "办结 办复 处理 处置",
    "答复 回复",
    "制发 制定 制作 出台 印发",
    "修订 修改",
    "举办 召开 举行 开展 组织",
    "参加 参与 出席",
    "设立 开设 设置 建立 建成 开通",
    "新增 增设 新建",
    "编制 编印 印制",
    "采用 录用",
    "收取 收缴",
    "回应", "废止", "清理", "审查", "备案", "完成", "更新", "推送", "转载", "原创", "解读", "发放", "报送",
    "交办", "转办", "提出", "收集", "征集", "接受", "接待", "培训",
    "配备", "投入", "支出", "减免", "下放", "取消", "调整", "整合", "关停", "归集", "共享", "登记", "注册",
    "审批", "审结", "抽查", "检查", "查处", "通报", "约谈",
    "达成", "签订", "销售", "生产", "实现", "预算", "决算", "执行", "安排", "下达", "争取", "减少", "增加",
    "节约", "撤销", "驳回", "维持", "纠正", "同意",
)  # fmt: skip
"""
What is done with things that are counted: 制发 is not 公开, 受理 is not 办结. Words of one row are used for one another
in reports; they are compared as the first.
"""
ACTS_EN: tuple[str, ...] = (
    "answered responded",
    "closed completed",
    "denied rejected",
    "received", "granted", "published", "issued", "disclosed", "held", "processed", "complied", "pending",
    "affected", "produced", "filed",
)  # fmt: skip
ACT_OF: Mapping[str, str] = {word: row.split()[0] for row in (*ACTS, *ACTS_EN) for word in row.split()}
COMPOUNDS = (
    r"(?:信息|政务|村务|校务|厂务|院务|党务)公开|培训[班会]|政策解读|新闻发布|重点领域|会议公开|公开[栏课日]|处理费"
)
"""Things whose names hold an act: 政府信息公开申请 are requests, whatever was done with them."""
ACT: re.Pattern[str] = lazy(
    # 新闻发布会, 办结率, 公开栏 are things by their own name.
    f"(?P<kept>{COMPOUNDS})|(?P<zh>{_either(_words(ACTS))})(?![会率栏箱员])(?:了)?|(?P<en>(?<![a-z])(?:{_either(_words(ACTS_EN))})(?![a-z]))"
)

FILLING: re.Pattern[str] = lazy(
    r"的|了|各类|各种|各项|相关|有关|(?:公众|群众|社会)(?=关注|关心|关切|普遍|热点)|和|与|或|以及|及|、|等|通过|利用"
    r"|依托|累计|共计|总计|一共|共(?![同享产青建和服资用有])|向|门户|人民(?=政府)|我[县市区省州]|[“”\"‘’\s]"
)
"""Words without which a noun phrase counts the same things."""
FILLING_EN: re.Pattern[str] = lazy(
    r"(?<![a-z])(?:the|a|an|of|total|number|new|all|we|our|for|in|by|and|or)(?![a-z])|\s+"
)

AFTER_STOP: re.Pattern[str] = lazy(
    r"从事|负责|进行|开展|参加|以及|其中|和|与|(?<!涉)及|并|被|已|均|在|对|向|于|由|为|是|有|占|比|较|通过|分别|全部|达|共|。"
    r"|先后|发布|(?<!信息|政务)公开|编制|赋|以内|以上|以下|内\b"
)
"""Words at which the noun phrase behind a figure has ended."""
BODY: re.Pattern[str] = lazy(
    r"[\u4e00-\u9fff]{0,6}?(?:部门|单位|乡镇|街道|社区|行政村|村|企业|学校|机构|县区|县市区)(?![\u4e00-\u9fff]{0,3}(?:信息|数量))"
)
"""Offices and places behind a figure: what they did is no part of what is counted."""
SHORT_NOTE: re.Pattern[str] = lazy(r"(?<=[\u4e00-\u9fff])[（(]([\u4e00-\u9fff、]{1,5})[）)]")
"""乡（镇） is one word."""

ENGLISH_FUNCTION: re.Pattern[str] = lazy(
    r"(?i)(?<![a-z])(?:in|on|at|to|for|from|by|with|and|or|of|the|a|an|which|that|who|were|was|are|is|has|have|had|we|"
    r"received|as|during|about|only|total|than)(?![a-z])"
)
