"""The words of the command line in both languages. Sentences about deals come from the core."""

WORDS = {
    "deal": ("Deal", "商机"),
    "outcome": ("Outcome", "结果"),
    "range": ("10–90 %", "10–90 %"),
    "error": ("± s.e.", "± 标准误"),
    "us": ("Us", "我方"),
    "rival": ("Likeliest rival", "最强对手"),
    "nothing": ("No decision", "不做决定"),
    "why": ("Why", "原因"),
    "worth": ("Value", "金额"),
    "name": ("Name", "姓名"),
    "title": ("Title", "职务"),
    "roles": ("Roles", "角色"),
    "right": ("Right", "权力"),
    "lead": ("Lead for us ± sd", "我方领先 ± 标准差"),
    "stance": ("Stance", "站位"),
    "sureness": ("How sure", "把握"),
    "from": ("From", "从"),
    "to": ("To", "到"),
    "kind": ("Kind", "类型"),
    "strength": ("Strength", "强度"),
    "about": ("About", "关于"),
    "offer": ("Offer", "方案"),
    "source": ("Source", "来源"),
    "date": ("Date", "日期"),
    "people": ("People", "人物"),
    "ties": ("Ties and reporting lines", "关系与汇报"),
    "evidence": ("Evidence", "证据"),
    "departed": ("has left", "已离开"),
    "vacant": ("vacant", "空席"),
    "decides": ("decides", "拍板"),
    "veto": ("veto", "否决"),
    "votes": ("votes", "票"),
    "reports": ("reports to", "汇报给"),
    "advises": ("advises", "出主意"),
    "works_with": ("works_with", "共事"),
    "friend": ("friend", "朋友"),
    "opposes": ("opposes", "对立"),
    "enemy": ("enemy", "敌对"),
    "opponent": ("opponent", "反对"),
    "neutral": ("neutral", "中立"),
    "supporter": ("supporter", "支持"),
    "sponsor": ("sponsor", "坚定支持"),
    "exists": ("is there already; --force replaces it", "已存在；用 --force 覆盖"),
    "fine": ("is valid", "有效"),
    "faults": ("faults", "处错误"),
    "fault": ("fault", "处错误"),
    "what_range": (
        "ranges: what we do not know, 10–90 % over states of the world",
        "区间：我们不知道的程度，各种可能情形下的 10–90 %",
    ),
    "what_error": ("± standard error of the samples", "± 抽样标准误"),
    "no_decision_by": ("no decision: blocked {}, stalemate {}, refused {}", "不做决定：被否决 {}，僵局 {}，不买 {}"),
    "written": ("written: {}", "已写入：{}"),
    "role": ("Role", "角色"),
    "concern": ("Concern", "诉求"),
    "organisational": ("organisational", "组织"),
    "personal": ("personal", "个人"),
    "description": ("Description", "说明"),
    "susceptibility": ("Susceptibility", "易受影响度"),
    "concerns": ("Concerns", "诉求"),
}


class Words:
    """``words("deal")`` in the language of the session."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str) -> str:
        return WORDS[key][1 if self.language == "zh" else 0]
