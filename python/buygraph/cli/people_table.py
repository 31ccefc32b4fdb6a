"""A deal from a table of people, as a CRM or a spreadsheet exports it. What is not understood is reported and never guessed."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

from .. import _core
from .. import catalog

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
    "decision_maker": ("decision maker", "decision-maker", "decider", "economic buyer", "economic decision maker", "approver", "拍板人", "决策人", "经济决策者"),
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


def read(path: Path, language: str, own_catalog: Path | None = None) -> tuple[dict[str, Any] | None, list[str]]:
    """The deal of a table, and notes on everything in it that was not understood; no deal where nothing can be made of it."""
    zh = language == "zh"
    notes: list[str] = []
    try:
        rows = _rows(path, notes, zh)
    except (OSError, csv.Error) as error:
        return None, [f"{path}: {error}"]
    if len(rows) < 2:
        return None, [f"{path}: " + ("没有数据行" if zh else "holds no rows below its head")]
    fields = _fields(rows[0], notes, zh)
    if "name" not in fields.values() and "id" not in fields.values():
        return None, notes + [f"{path}: " + ("缺少姓名列（姓名 或 name）" if zh else "has no column of names (name or 姓名)")]
    people, stances = _people(rows[1:], fields, _role_words(own_catalog), notes, zh)
    if not people:
        return None, notes + [f"{path}: " + ("没有人物" if zh else "names nobody")]
    deal = _around(people, stances, language)
    if not any("decision_maker" in person.get("roles", []) for person in people):
        text = "没有人被标为决策者：已加一个空席，请补上" if zh else "nobody is marked as decision maker: a vacant seat was added, to be filled"
        notes.append(text)
        deal["people"].append({"id": "decision_maker_seat", "roles": ["decision_maker"], "vacant": True})
    return deal, notes


def _rows(path: Path, notes: list[str], zh: bool) -> list[list[str]]:
    if path.stat().st_size > 64 * 2**20:
        raise OSError("超过 64 MB" if zh else "is larger than 64 MB")
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", errors="replace")
        notes.append(f"{path}: " + ("不是 UTF-8，按 GB18030 读取" if zh else "is not UTF-8; read as GB18030"))
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]


def _plain(text: str) -> str:
    return re.sub(r"[\s_]+", " ", text.strip().lower())


def _understood(text: str, words: dict[Any, tuple[str, ...]]) -> Any:
    plain = _plain(text)
    for meaning, names in words.items():
        if plain == _plain(str(meaning)) or plain in names:
            return meaning
    return None


def _fields(head: list[str], notes: list[str], zh: bool) -> dict[int, str]:
    fields: dict[int, str] = {}
    for column, text in enumerate(head):
        field = _understood(text, HEADERS)
        if field is None:
            notes.append(f"第 {column + 1} 列「{text}」不认识，已略过" if zh else f'column {column + 1} "{text}" is not known and was left out')
        elif field in fields.values():
            notes.append(f"第 {column + 1} 列「{text}」重复，已略过" if zh else f'column {column + 1} "{text}" repeats {field} and was left out')
        else:
            fields[column] = field
    return fields


def _role_words(own_catalog: Path | None) -> dict[str, tuple[str, ...]]:
    """Role id to what it is called: the usual CRM names, and its labels in both languages."""
    return {
        id: (*ROLES.get(id, ()), *(_plain(catalog.label(id, language, own_catalog)) for language in ("en", "zh")))
        for id in catalog.roles(own_catalog)
    }


def _roles(text: str, words: dict[str, tuple[str, ...]]) -> tuple[list[str], list[str]]:
    known, unknown = [], []
    for part in (piece.strip() for piece in re.split(r"[,;，；、/+]", text)):
        role = _understood(part, words) if part else None
        if role and role not in known:
            known.append(role)
        elif part and not role:
            unknown.append(part)
    return known, unknown


def _people(rows: list[list[str]], fields: dict[int, str], role_words: dict[str, tuple[str, ...]], notes: list[str], zh: bool) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    cells = [{field: row[column] for column, field in fields.items() if column < len(row) and row[column]} for row in rows]
    taken: set[str] = set()
    for cell in cells:
        cell["id"] = _free_id(cell.get("id") or cell.get("name") or cell.get("title") or "seat", taken)
    ids: dict[str, list[str]] = {}
    for cell in cells:
        for key in {cell["id"], cell.get("name", cell["id"])}:
            ids.setdefault(key, []).append(cell["id"])

    people, stances = [], {}
    for number, cell in enumerate(cells, start=2):
        def odd(field: str, value: str, number: int = number) -> None:
            notes.append(f"第 {number} 行：{field}「{value}」不认识，未采用" if zh else f'row {number}: {field} "{value}" is not understood and was not used')

        person: dict[str, Any] = {key: cell[key] for key in ("id", "name", "title", "department") if key in cell}
        roles, unknown = _roles(cell.get("role", ""), role_words)
        for text in unknown:
            odd("role", text)
        if roles:
            person["roles"] = roles
        else:
            who = cell.get("name", cell["id"])
            notes.append(f"第 {number} 行：{who} 没有已知角色，只按人人看重的诉求计" if zh else f"row {number}: {who} has no known role and weighs only what everybody does")
            person["concerns"] = dict(EVERYBODY)
        if level := cell.get("level"):
            value = _understood(level, LEVELS)
            if value is None and level in "1234" and len(level) == 1:
                value = int(level)
            if value is None:
                odd("level", level)
            else:
                person["level"] = value
        if boss := cell.get("reports_to"):
            found = ids.get(boss, [])
            if len(found) == 1 and found[0] != cell["id"]:
                person["reports_to"] = found[0]
            else:
                odd("reports_to", boss)
        if stance := cell.get("stance"):
            value = _understood(stance, STANCES)
            if value is None:
                try:
                    value = float(stance)
                except ValueError:
                    value = None
            if value is None or (isinstance(value, float) and not -1 <= value <= 1):
                odd("stance", stance)
            else:
                stances[cell["id"]] = value
        for field in ("veto", "departed", "vacant"):
            if text := cell.get(field):
                if _plain(text) in YES or _plain(text) in NO:
                    person[field] = _plain(text) in YES
                else:
                    odd(field, text)
        if votes := cell.get("votes"):
            if votes.isdecimal() and int(votes) <= 10000:
                person["votes"] = int(votes)
            else:
                odd("votes", votes)
        if text := cell.get("susceptibility"):
            try:
                number_given = float(text)
            except ValueError:
                number_given = -1.0
            if 0 <= number_given < 1:
                person["susceptibility"] = number_given
            else:
                odd("susceptibility", text)
        people.append(person)
    return people, stances


def _free_id(wanted: str, taken: set[str]) -> str:
    base = wanted
    count = 2
    while wanted in taken:
        wanted = f"{base} {count}"
        count += 1
    taken.add(wanted)
    return wanted


def _around(people: list[dict[str, Any]], stances: dict[str, Any], language: str) -> dict[str, Any]:
    zh = language == "zh"
    return {
        "buygraph": 1,
        "name": "新商机" if zh else "New deal",
        "language": language,
        "offers": [{"id": "us", "name": "我方方案" if zh else "Our offer", "kind": "ours"}],
        "people": people,
        "evidence": [{"about": id, "offer": "us", "stance": stance, "source": "people table"} for id, stance in stances.items()],
    }


def example(language: str) -> dict[str, Any]:
    """A small filled deal to start from."""
    zh = language == "zh"

    def text(english: str, chinese: str) -> str:
        return chinese if zh else english

    return {
        "buygraph": 1,
        "name": text("Packaging line control", "包装线控制系统"),
        "account": text("Example Foods", "示例食品"),
        "currency": text("EUR", "CNY"),
        "value": 480000,
        "language": language,
        "as_of": "2026-10-15",
        "offers": [
            {"id": "us", "name": text("Our line control", "我方控制系统"), "kind": "ours",
             "ratings": {"reliability": 8, "function": 7, "cost": 4, "risk": 7, "return_on_investment": {"measure": 110, "sd": 30}, "convenience": 7, "personal_trust": 6}},
            {"id": "rival", "name": text("Northfield", "北域"), "kind": "competitor", "ratings": {"reliability": 6, "function": 6, "cost": 7, "risk": 5, "personal_trust": 5}},
            {"id": "stay", "name": text("Keep the old line", "维持旧线"), "kind": "status_quo", "ratings": {"cost": 7, "risk": 4, "efficiency": 3, "convenience": 4}},
        ],
        "people": [
            {"id": "head", "name": text("Anna Berg", "陈立"), "title": text("Managing director", "总经理"), "level": 4, "roles": ["decision_maker"]},
            {"id": "engineer", "name": text("Tom Reyes", "刘敏"), "title": text("Chief engineer", "总工程师"), "level": 3, "roles": ["technical"], "reports_to": "head"},
            {"id": "buyer", "name": text("Julia Novak", "王洁"), "title": text("Purchasing manager", "采购经理"), "level": 2, "roles": ["purchaser"], "reports_to": "head"},
            {"id": "shift", "name": text("Sam Okafor", "赵强"), "title": text("Shift leader", "班长"), "level": 1, "roles": {"user": 2, "coach": 1}, "reports_to": "engineer"},
        ],
        "ties": [{"from": "engineer", "to": "head", "kind": "advises", "strength": 0.5}],
        "evidence": [
            {"about": "engineer", "offer": "us", "stance": "supporter", "source": "shift", "date": "2026-09-28"},
            {"about": "buyer", "offer": "rival", "stance": 0.3, "reliability": 0.8, "date": "2026-10-08"},
        ],
        "decision": {"rule": "autocracy", "decider": "head", "date": "2026-12-18"},
        "team": [{"id": "me", "name": text("You", "你"), "functions": ["sales"], "level": 2, "capacity": 3, "hours": 10, "knows": ["shift", "buyer"]}],
    }
