"""One row of the 448 B2B deals of Bohanec, Robnik-Šikonja and Kljajić Borštnar (2017), read as a deal.

Written from the meaning of the columns and from the model alone, before any outcome was looked at; README.md says why,
column by column. Status and Seller are not read. Nothing is fitted: ratings move by whole or half points on their scale
of 0 to 10, and what no column speaks of stays missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: Every column that is read, with the answers it may have. Product is only the name.
ANSWERS: dict[str, tuple[str, ...]] = {
    "Authority": ("High", "Mid", "Low", "Unknown"),
    "Comp_size": ("Small", "Mid", "Big"),
    "Competitors": ("Yes", "No", "Unknown"),
    "Purch_dept": ("Yes", "No", "Unknown"),
    "Partnership": ("Yes", "No"),
    "Budgt_alloc": ("Yes", "No", "Unknown"),
    "Forml_tend": ("Yes", "No"),
    "RFI": ("Yes", "No"),
    "RFP": ("Yes", "No"),
    "Growth": ("Growth", "Stable", "Slow down", "Unknown"),
    "Posit_statm": ("Yes", "Neutral", "No", "Unknown"),
    "Source": ("Joint past", "Referral", "Event", "Online form", "Direct mail", "Media", "Other", "Unknown"),
    "Client": ("Current", "Past", "New"),
    "Scope": ("Clear", "Few questions", "Low"),
    "Strat_deal": ("Very important", "Average important", "Unimportant"),
    "Cross_sale": ("Yes", "No"),
    "Up_sale": ("Yes", "No"),
    "Deal_type": ("Project", "Solution", "Maintenance", "Consulting"),
    "Needs_def": ("Yes", "Info gathering", "Poor", "No"),
    "Att_t_client": ("Strategic account", "Normal", "First deal", "Bad client"),
}

#: (column, answer, offers) → points above or below 5, by concern; the points of one concern add up. Offers: "us",
#: "vendors" (us and the rival alike) or "stay" (the status quo). An answer that is not here says nothing of any rating.
RATINGS: dict[tuple[str, str, str], dict[str, float]] = {
    ("Partnership", "Yes", "us"): {"function": 1, "cost": -1},
    ("Budgt_alloc", "Yes", "vendors"): {"return_on_investment": 1, "cost": 1},
    ("Budgt_alloc", "No", "vendors"): {"budget_fit": -3, "cash_flow": -2, "cost": -1},
    ("Forml_tend", "Yes", "vendors"): {"fairness": 2},
    ("RFI", "Yes", "us"): {"function": 1, "expert_dialogue": 1},
    ("RFP", "Yes", "stay"): {"function": -1},
    ("Growth", "Growth", "vendors"): {"return_on_investment": 1},
    ("Growth", "Growth", "stay"): {"efficiency": -1},
    ("Growth", "Slow down", "vendors"): {"return_on_investment": -1, "cash_flow": -2},
    ("Source", "Joint past", "us"): {"personal_trust": 1.5, "supplier_cooperation": 1},
    ("Source", "Referral", "us"): {"personal_trust": 1.5},
    ("Client", "Current", "us"): {"personal_trust": 1.5, "risk": 1, "reliability": 1, "supplier_cooperation": 1},
    ("Client", "Past", "us"): {"supplier_cooperation": -1},
    ("Client", "New", "us"): {"risk": -1},
    ("Scope", "Clear", "us"): {"risk": 1},
    ("Scope", "Low", "us"): {"risk": -2},
    ("Strat_deal", "Very important", "us"): {"supplier_attitude": 1.5, "expert_dialogue": 1},
    ("Strat_deal", "Unimportant", "us"): {"supplier_attitude": -1.5, "expert_dialogue": -1},
    ("Cross_sale", "Yes", "us"): {"supplier_cooperation": 1, "reliability": -0.5},
    ("Up_sale", "Yes", "us"): {"reliability": 1.5, "convenience": 1, "risk": 1},
    ("Deal_type", "Maintenance", "us"): {"risk": 1},
    ("Deal_type", "Maintenance", "stay"): {"risk": -2, "reliability": -2},
    ("Deal_type", "Solution", "us"): {"function": 1, "risk": -1},
    ("Deal_type", "Consulting", "us"): {"expert_dialogue": 2},
    ("Needs_def", "Yes", "vendors"): {"function": 1},
    ("Needs_def", "Yes", "stay"): {"function": -2, "efficiency": -2, "return_on_investment": -1},
    ("Att_t_client", "Strategic account", "us"): {
        "supplier_attitude": 2,
        "personal_trust": 1,
        "supplier_cooperation": 1,
    },
    ("Att_t_client", "Bad client", "us"): {"supplier_attitude": -2, "personal_trust": -2},
}

#: Inferred from a category, given by nobody: surer than no rating (2.5), less sure than one that was given (1.0).
SD = 2.0

#: Indecision on top of the default 0.15: what is not asked for, not paid for or not clear is put off.
HESITATION = {
    ("RFP", "No"): 0.05,
    ("Budgt_alloc", "No"): 0.05,
    ("Scope", "Few questions"): 0.05,
    ("Scope", "Low"): 0.1,
    ("Needs_def", "Info gathering"): 0.05,
    ("Needs_def", "Poor"): 0.1,
    ("Needs_def", "No"): 0.1,
}

#: The person we talk to: his level, and the chance that he decides himself.
LEVEL = {"High": 4, "Mid": 3, "Low": 1}
DECIDES = {"High": 1.0, "Mid": 0.3}

#: His stance towards us, and how reliable it is: "neutral" is a weak reading, for often nobody has said anything.
STANCE = {"Yes": ("supporter", 0.7), "Neutral": ("neutral", 0.4), "No": ("opponent", 0.7)}


def ratings(row: Mapping[str, str], *offers: str) -> dict[str, Any]:
    """Concern → rating, from all that the row says of these offers."""
    points: dict[str, float] = {}
    for (column, answer, about), shifts in RATINGS.items():
        if row[column] == answer and about in offers:
            for concern, shift in shifts.items():
                points[concern] = points.get(concern, 5.0) + shift
    return {concern: {"score": min(10.0, max(0.0, score)), "sd": SD} for concern, score in points.items()}


def people(row: Mapping[str, str]) -> list[dict[str, Any]]:
    """The person we talk to, and the seats that a company of this size and a purchase of this kind must have."""
    size, tender = row["Comp_size"], row["Forml_tend"] == "Yes"
    money_is_open = row["Budgt_alloc"] != "Yes"
    leads = {"decision_maker": 2, "finance": 1} if money_is_open and size != "Big" else {"decision_maker": 1}
    seats: dict[str, dict[str, Any]] = {}
    if row["Authority"] == "High":
        seats["contact"] = {"roles": leads | ({"user": 1} if size == "Small" else {}), "level": 4}
        if size != "Small":
            seats["user"] = {"roles": ["user"], "vacant": True}
    else:
        seats["head"] = {"roles": leads, "level": 4, "vacant": True}
        level = LEVEL.get(row["Authority"])
        seats["contact"] = {"roles": ["user"]} | ({"level": level} if level else {"vacant": True})
    if size != "Small":
        seats["technical"] = {"roles": ["technical"], "vacant": True}
    if money_is_open and size == "Big":
        seats["finance"] = {"roles": ["finance"], "vacant": True}
    if row["Purch_dept"] != "No" or tender:
        seats["purchaser"] = {"roles": ["purchaser"]} | ({} if row["Purch_dept"] == "Yes" else {"vacant": True})
    top = "head" if "head" in seats else "contact"
    emphasis = {"personal_emphasis": {"buy": 0.5, "vendor": 1}} if tender else {}
    return [{"id": id, **seat, **emphasis} | ({} if id == top else {"reports_to": top}) for id, seat in seats.items()]


def decision(row: Mapping[str, str]) -> dict[str, Any]:
    """A formal tender is voted on by a committee; else one person decides, perhaps the one we talk to."""
    indecision = 0.15 + sum(more for (column, answer), more in HESITATION.items() if row[column] == answer)
    if row["Forml_tend"] == "Yes":
        return {"rule": "majority", "indecision": indecision}
    chance = DECIDES.get(row["Authority"], 0.0)
    decider = {"contact": chance, "head": 1 - chance}
    return {"decider": {id: p for id, p in decider.items() if p > 0}, "indecision": indecision}


def deal(row: Mapping[str, str]) -> dict[str, Any]:
    """The deal file of one row. ValueError for an answer that the mapping does not know."""
    for column, known in ANSWERS.items():
        if row[column] not in known:
            raise ValueError(f"{column} is {row[column]!r}; known: {', '.join(known)}")
    us = {"id": "us", "name": row["Product"], "kind": "ours", "ratings": ratings(row, "us", "vendors")}
    rival = {"id": "rival", "kind": "competitor", "ratings": ratings(row, "vendors")}
    stay = {"id": "stay", "kind": "status_quo", "ratings": ratings(row, "stay")}
    centre = people(row)
    document = {
        "buygraph": 1,
        "name": row["Product"],
        "offers": [us, stay] if row["Competitors"] == "No" else [us, rival, stay],
        "people": centre,
        "decision": decision(row),
    }
    if any(person["id"] == "technical" for person in centre):
        document["ties"] = [{"from": "contact", "to": "technical", "kind": "works_with"}]
    if row["Posit_statm"] in STANCE:
        stance, reliability = STANCE[row["Posit_statm"]]
        document["evidence"] = [{"about": "contact", "offer": "us", "stance": stance, "reliability": reliability}]
    return document
