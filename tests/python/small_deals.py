"""Deals for the tests of the package: small ones written out, and how to change one place of them.

liu (technical, veto) ──reports to──▶ chen (decision maker) ◀──advises── wang (purchaser, coach)
"""

from copy import deepcopy


def small():
    return {
        "buygraph": 1,
        "name": "Line 3",
        "account": "Example Foods",
        "currency": "CNY",
        "value": 2_000_000,
        "as_of": "2026-10-15",
        "offers": [
            {"id": "us", "kind": "ours", "ratings": {"reliability": 8, "cost": 4, "risk": {"score": 7, "sd": 0.5}}},
            {"id": "rival", "name": "北域", "kind": "competitor", "ratings": {"reliability": 5, "cost": 8}},
            {"id": "stay", "kind": "status_quo", "ratings": {"cost": 7, "risk": 3}},
        ],
        "people": [
            {"id": "chen", "name": "陈立", "roles": ["decision_maker"], "level": 4},
            {"id": "liu", "name": "刘敏", "roles": ["technical"], "reports_to": "chen", "susceptibility": 0.3},
            {"id": "wang", "name": "Wang Jie", "roles": {"purchaser": 2, "coach": 1}},
        ],
        "ties": [{"from": "wang", "to": "chen", "kind": "advises", "strength": 0.5}],
        "evidence": [{"about": "liu", "offer": "us", "stance": "supporter", "source": "wang", "date": "2026-09-28"}],
        "decision": {"rule": "autocracy", "decider": "chen"},
    }


def changed(*edits, deal=None):
    """A copy with some places changed: changed(("people/1/susceptibility", 1.4)); REMOVE takes the place out."""
    deal = deepcopy(deal or small())
    for path, value in edits:
        *steps, last = [int(step) if step.isdecimal() else step for step in path.split("/")]
        at = deal
        for step in steps:
            at = at[step] if isinstance(at, list) else at.setdefault(step, {})
        if value is REMOVE:
            del at[last]
        elif isinstance(at, list) and last == len(at):
            at.append(value)
        else:
            at[last] = value
    return deal


REMOVE = object()
