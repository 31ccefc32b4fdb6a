"""What the columns and cells of a table of people are usually called, in English and Chinese, by CRMs and by hand."""

HEADERS = {
    "id": ("id", "contact id", "编号"),
    "name": ("name", "full name", "contact name", "姓名", "名字", "联系人"),
    "title": ("title", "job title", "position", "职务", "职位", "头衔"),
    "department": ("department", "dept", "部门"),
    "level": ("level", "seniority", "级别", "层级"),
    "role": ("role", "roles", "contact role", "buying role", "buyer role", "角色", "采购角色"),
    "reports_to": ("reports_to", "reports to", "manager", "boss", "上级", "汇报给", "汇报对象", "直属上级"),
    "stance": ("stance", "support", "attitude", "立场", "站位", "态度", "支持度"),
    "votes": ("votes", "vote", "票数", "投票权"),
    "veto": ("veto", "否决权", "一票否决"),
    "susceptibility": ("susceptibility", "易受影响度"),
    "departed": ("departed", "left", "离职", "已离职"),
    "vacant": ("vacant", "空缺", "空席"),
}

ROLES = {
    "decision_maker": (
        *("decision maker", "decision-maker", "decider", "economic buyer", "economic decision maker", "approver"),
        *("拍板人", "决策人", "经济决策者"),
    ),
    "purchaser": ("purchasing", "procurement", "buyer", "purchase", "采购员", "采购经理", "采购负责人"),
    "user": ("end user", "user buyer", "business user", "使用人", "用户", "最终用户", "使用部门"),
    "technical": ("technical buyer", "evaluator", "technical evaluator", "it", "技术负责人", "技术把关人", "技术评估"),
    "finance": ("financial buyer", "cfo office", "controller", "财务负责人", "财务部"),
    "coach": ("champion", "internal coach", "guide", "教练", "内线", "指导员"),
}

STANCES = {
    "enemy": ("hostile", "strongly against", "敌对", "强烈反对"),
    "opponent": ("against", "negative", "detractor", "non-supporter", "反对", "反对者"),
    "neutral": ("undecided", "中立", "中性"),
    "supporter": ("for", "positive", "friendly", "支持", "支持者"),
    "sponsor": ("mentor", "strong supporter", "strongly for", "倡导者", "坚定支持", "大力支持"),
}

LEVELS = {
    1: ("staff", "员工", "职员"),
    2: ("manager", "经理", "主管"),
    3: ("director", "总监", "部长"),
    4: ("executive", "c-level", "vp", "高管", "总经理"),
}

# What every role weighs (model, section 1): all that is known of somebody whose role is not.
EVERYBODY = {"personal_trust": 5, "cost": 2, "risk": 2, "function": 2, "reliability": 2}

YES = ("yes", "y", "true", "1", "x", "是", "有")
NO = ("no", "n", "false", "0", "否", "无")
