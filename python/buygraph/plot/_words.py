"""The words of charts in both languages. Sentences about deals come from the core."""

from __future__ import annotations

WORDS = {
    "us": ("us", "我方"),
    "no_decision": ("no decision", "不做决定"),
    "other_rivals": ("Other rivals", "其他对手"),
    "outcomes": ("Chance of each outcome", "各种结果的概率"),
    "outcomes_note": ("bar: 10–90 % of what we do not know", "横条：我们不知道的程度，10–90% 区间"),
    "chance": ("chance", "概率"),
    "was": ("was {}", "原 {}"),
    "hollow_before": ("hollow: before", "空心：之前"),
    "variance": ("Why our range is wide: {}", "我方区间为何这么宽：{}"),
    "variance_note": (
        "by how much the variance of P(us) would fall if all of a kind were known; they need not add up",
        "若某类未知全部弄清，我方胜率的方差能降多少；各项不必相加为 100%",
    ),
    "variance_axis": ("fall of the variance of P(us)", "我方胜率方差的降幅"),
    "deviations": ("deviations", "个人偏差"),
    "scores": ("scores", "评分"),
    "ties": ("ties", "关系强度"),
    "importances": ("importances", "看重程度"),
    "others_people": ("{} others", "其余 {} 人"),
    "others_concerns": ("{} others", "其余 {} 项"),
    "leaning": ("leaning", "个人倾向"),
    "importance": ("evidence on importances", "看重程度的证据"),
    "margin": ("Margin", "合计领先"),
    "share": ("Share", "合计"),
    "waterfall_axis": ("our lead over {} (attitude, −1 to 1)", "我方对{}的领先（态度，−1 到 1）"),
    "of_person": ("{}: what adds up to this share", "{}：这一份由什么相加而成"),
    "staying": ("staying", "维持现状"),
    "price": ("Price and terms", "价格与条款"),
    "price_axis": ("price", "价格"),
    "win_axis": ("P(us)", "我方胜率"),
    "money_axis": ("expected margin", "期望毛利"),
    "now": ("now {}", "现价 {}"),
    "nash": ("Nash point {}", "纳什点 {}"),
    "best": ("greatest expected margin {}", "期望毛利最大 {}"),
    "zone": ("good for all {} – {}", "三方都好 {} – {}"),
    "no_zone": ("no price is known to be good for all three", "没有已知对三方都好的价格"),
    "no_curve": ("No price curve yet; missing: {}.", "还画不出价格曲线，缺 {}。"),
    "no_margin": ("no expected margin: our cost is not known", "没有期望毛利：我方成本未知"),
    "pipeline": ("What will be won", "赢单总额的分布"),
    "pipeline_note": (
        "{} deals, {} in all; 10–90 % (solid): {} to {}; lost to no decision {}",
        "{} 宗商机，总额 {}；10–90%（实色）：{} 到 {}；停在不做决定 {}",
    ),
    "shock": ("with a common shock of {}", "含共同冲击 {}"),
    "pipeline_axis": ("value won", "赢单总额"),
    "mass_axis": ("chance", "概率"),
    "mean": ("mean {}", "平均 {}"),
    "quota": ("quota {}: {}", "目标 {}：{}"),
    "attention": ("Where an hour is worth most", "下一小时最该给谁"),
    "attention_note": (
        "worth of an hour: gain an hour times the margin, less the cost; hollow: that member has no hours left",
        "一小时值多少：每小时增益乘毛利，减去费用；空心：此人已没有时间",
    ),
    "attention_axis": ("worth of an hour", "一小时值"),
    "hours": ("{} h", "{} 小时"),
    "no_steps": ("No step of any plan has a known worth.", "没有哪一步算得出值多少。"),
    "meeting": ("meeting", "会谈"),
    "executive_call": ("executive call", "高层通话"),
    "workshop": ("workshop", "研讨会"),
    "reference_visit": ("reference visit", "样板参观"),
    "pilot": ("pilot", "试用"),
    "calibration": ("Said and happened", "说的与发生的"),
    "calibration_note": (
        "{} deals, each counted once; bars: 95 % of Wilson's interval; on the line is right",
        "{} 宗商机，每宗只算一次；竖线：威尔逊 95% 区间；落在线上即为准确",
    ),
    "said_axis": ("forecast: mean chance", "预测：平均概率"),
    "happened_axis": ("happened: share", "发生：占比"),
}


class Words:
    """``words("mean", amount)`` in the language of the chart."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._at = 1 if language == "zh" else 0

    def __call__(self, key: str, *parts: object) -> str:
        return WORDS[key][self._at].format(*parts)
