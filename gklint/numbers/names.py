"""Names and idioms that contain a number, and the words beside digits that make a name of them: tables."""

from __future__ import annotations

from gklint.model.numeral import Kind
from gklint.numbers.lexicon import Lexicon

_IDIOMS = """
一次性 一条龙 一件事 一把手 一把尺 一张网 一张图 一张表 一张床 一站式 一站到底 一体化 一门式 一门受理 一窗受理
一点通 一对一 一对多 一户一 一村一 一人一 一企一 一校一 一事一 一件一 一项一 一时 一面 一起 一部分 一批 一类
一道 一带一路 一级响应 一级政府 一套班子 一盘棋 一本通 一本账 一手 一线 一网通办 一网统管 一卡通 一旦 一家人
一把 一方面 一大 一品 两微一端 两学一做 两个维护 两个确立 两个一百年 两个毫不动摇 两个健康 两个责任 两个结合
两会 两岸 两手 两面 十七大 十八大 十九大 二十大 二十一大 两山 两高 二级市场 二维 二次元 二次供水 二次创业
二维码 三农 三资 三公 三会一课 三严三实 三重一大 三个代表 三个务必 三个区分 三个规定 三项岗位 三区三线 三级甲等
三级联动 三次产业 三级等保 三下乡 三支一扶 三点半 三包 三位一体 三维 三方 三级 四个意识 四个自信 四个全面 四个革命
四个不摘 四大家 四面 四处 四季度 四好农村路 四点半 四级 四套班子 四方 五险一金 五险 五位一体 五公开 五级书记
五级联动 五年规划 五点 五个必由之路 五面 五级 六稳 六保 七天无理由 八项规定 八面 八方 八段锦 九年义务教育 九州
十分 十一个一 十面 十项全能 十佳 十字 百分百 百年 百姓 百家争鸣 百家 百货 百日 百科 千家万户 千方百计 千头万绪
千秋 千年 千古 千人计划 千里 千篇一律 千万工程 千上万 万户 万家 万家灯火 万众 万千 万里 万一 万人计划 零件
零部件 零点 零距离 零门槛 零起点 零天 零面 零星 零节 零组 零容忍 零跑 零次跑 24小时 110报警 119消防 120急救
"""
"""Names whose number is followed by a measure word, or which are digits; all others are no quantity anyway."""

_HOTLINES = "12345 12315 12348 12333 12328 12369 12388 12380 12336 12393 12320 12329 12366 12389 12337 12368"
HOTLINES = frozenset(_HOTLINES.split())
HOTLINE_WORDS = ("平台", "网站", "窗口", "栏目", "专栏")
"""Behind the number of a hotline they belong to its name; behind any other number they are what is counted."""

NAMES: Lexicon[Kind] = Lexicon(
    {
        **dict.fromkeys(_IDIOMS.split(), Kind.NAME),
        "一日": Kind.DATE,
        "24 小时": Kind.NAME,
        "24个小时": Kind.NAME,
        "一号": Kind.CODE,
    }
)

FOLLOWERS: Lexicon[Kind | None] = Lexicon(
    {
        # words behind a number, Arabic or Chinese, that make a name of it; None: the start of another word
        "号": Kind.CODE,
        "号令": Kind.DOCUMENT,
        "号文": Kind.DOCUMENT,
        "号公告": Kind.DOCUMENT,
        "号决定": Kind.DOCUMENT,
        "号楼": Kind.CONTACT,
        "号线": Kind.NAME,
        "届": Kind.ORDINAL,
        "中全会": Kind.NAME,
        "大精神": Kind.NAME,
        "室": Kind.CONTACT,
        "楼": Kind.CONTACT,
        "后": Kind.NAME,
        "时代": Kind.NAME,
        "年级": Kind.NAME,
        "号召": None,
        "后续": None,
        "后期": None,
        "号称": None,
    }
)

MEETINGS = ("会议", "全会", "全体", "常委", "党代会")
"""Behind N次 they make an ordinal of it where a 届 stands shortly before: 五届一次会议."""

_CONTACT_WORDS = """
电话 联系电话 传真 邮编 邮政编码 手机 热线 专线 号码 QQ 微信号 联系方式 地址 座机 tel fax zip phone
"""
_CODE_WORDS = """
编号 代码 索引号 账号 帐号 序号 案号 证号 ISBN ISSN 版本 标准 图 表 附件 附表 编码 id no.
"""

LABELS: Lexicon[Kind] = Lexicon(
    {**dict.fromkeys(_CONTACT_WORDS.split(), Kind.CONTACT), **dict.fromkeys(_CODE_WORDS.split(), Kind.CODE)}
)
"""Words before digits that have no unit, and what such digits are."""

WORD_PARTS: dict[str, str] = {
    # a Chinese digit → characters before it that make it part of a word: 统一, 唯一, 进一步
    "一": "新又统同唯每某任另单逐之初专划不如合归随惟首周星进老",
    "二": "不周",
    "三": "再周张",
    "千": "秋",
    "百": "老",
    "十": "合",
    "两": "斤",
    "零": "归清凋飘",
}
