"""The words of waivers and baselines, in both languages: same keys, same fields."""

ZH: dict[str, str] = {
    "upkeep-unused": "豁免没有用到，请删除",
    "upkeep-lapsed": "数字已变，豁免失效，请重新核实",
    "upkeep-reasonless": "豁免未写明理由，不生效",
    "upkeep-unclear": "豁免写法有误或规则不存在，不生效；应为 gklint: ignore 规则编号 理由",
    "upkeep-stale": "基线所记的问题已不再出现，请运行 gklint baseline prune",
    "standing.updated": "（基线之后数字有变）",
    "summary.silenced": "未计入：{parts}",
    "summary.waived": "已豁免 {count}",
    "summary.known": "基线已知 {count}",
}

EN: dict[str, str] = {
    "upkeep-unused": "the waiver is unused, please delete it",
    "upkeep-lapsed": "the figures have changed, the waiver has lapsed: please verify them again",
    "upkeep-reasonless": "the waiver gives no reason and excuses nothing",
    "upkeep-unclear": "no waiver, or a rule that does not exist; 'gklint: ignore CODE reason' would be right",
    "upkeep-stale": "what the baseline knows is not found any more, run 'gklint baseline prune'",
    "standing.updated": " (other figures than in the baseline)",
    "summary.silenced": "not counted: {parts}",
    "summary.waived": "{count} waived",
    "summary.known": "{count} known from the baseline",
}
