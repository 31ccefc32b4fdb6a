"""A small filled deal to start from."""

from __future__ import annotations

from typing import Any


def example(language: str) -> dict[str, Any]:
    """The deal that ``buygraph new`` writes, in 'en' or 'zh'."""

    def text(english: str, chinese: str) -> str:
        return chinese if language == "zh" else english

    def person(id: str, name: str, title: str, level: int, roles: Any) -> dict[str, Any]:
        return {"id": id, "name": name, "title": title, "level": level, "roles": roles}

    ours = {"reliability": 8, "function": 7, "cost": 4, "risk": 7, "return_on_investment": {"measure": 110, "sd": 30}}
    ours |= {"convenience": 7, "personal_trust": 6}
    theirs = {"reliability": 6, "function": 6, "cost": 7, "risk": 5, "personal_trust": 5}
    old = {"cost": 7, "risk": 4, "efficiency": 3, "convenience": 4}
    return {
        "buygraph": 1,
        "name": text("Packaging line control", "包装线控制系统"),
        "account": text("Example Foods", "示例食品"),
        "currency": text("EUR", "CNY"),
        "value": 480000,
        "language": language,
        "as_of": "2026-10-15",
        "offers": [
            {"id": "us", "name": text("Our line control", "我方控制系统"), "kind": "ours", "ratings": ours},
            {"id": "rival", "name": text("Northfield", "北域"), "kind": "competitor", "ratings": theirs},
            {"id": "stay", "name": text("Keep the old line", "维持旧线"), "kind": "status_quo", "ratings": old},
        ],
        "people": [
            person("head", text("Anna Berg", "陈立"), text("Managing director", "总经理"), 4, ["decision_maker"]),
            person("engineer", text("Tom Reyes", "刘敏"), text("Chief engineer", "总工程师"), 3, ["technical"])
            | {"reports_to": "head"},
            person("buyer", text("Julia Novak", "王洁"), text("Purchasing manager", "采购经理"), 2, ["purchaser"])
            | {"reports_to": "head"},
            person("shift", text("Sam Okafor", "赵强"), text("Shift leader", "班长"), 1, {"user": 2, "coach": 1})
            | {"reports_to": "engineer"},
        ],
        "ties": [{"from": "engineer", "to": "head", "kind": "advises", "strength": 0.5}],
        "evidence": [
            {"about": "engineer", "offer": "us", "stance": "supporter", "source": "shift", "date": "2026-09-28"},
            {"about": "buyer", "offer": "rival", "stance": 0.3, "reliability": 0.8, "date": "2026-10-08"},
        ],
        "decision": {"rule": "autocracy", "decider": "head", "date": "2026-12-18"},
        "team": [
            {"id": "me", "name": text("You", "你"), "functions": ["sales"], "level": 2, "capacity": 3, "hours": 10}
            | {"knows": ["shift", "buyer"]},
        ],
    }
