"""The model once more, in plain numpy: the oracle against which the C++ core is tested.

Written from the text of the model alone (its sections 1 to 6, the contributions of section 7, and what terms set by
section 9), by another hand than the core, and always by the most literal way: votes are enumerated and not summed by
dynamic programming, the evidence is one textbook Gaussian update, every error of the world is one entry of an explicit
vector z. Slow and plain on purpose.

    m = read(deal)                       everything defaulted, as arrays
    belief = believe(m)                  what is thought of z, and of the attitudes, after the evidence
    outcome(X1, X2, m)                   one state of the world (or many at once), in closed form
    forecast(m, samples=4096, seed=0)    the mean over many states of the world
    contributions(m, decider, rival)     the margin, taken apart by person and concern

Indices: i, p people; j offers, 0 the status quo; k concerns; g gates, 0 buy (X_1 of the text), 1 vendor (X_2).
Where the text can be read in two ways, the reading taken is marked "Reading:".
"""

from collections import deque
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, combinations, product
from math import ceil, sqrt

import numpy as np
from scipy.special import expit, ndtri
from scipy.stats import qmc

GATES = {"buy": 0, "vendor": 1}
DAYS_PER_MONTH = 30.4375
STANCES = {"enemy": -0.7, "opponent": -0.35, "neutral": 0.0, "supporter": 0.35, "sponsor": 0.7}
GROUPS = ("scores", "deviations", "importances", "ties")
SCRAMBLES = 16

# ---------------------------------------------------------------- the built-in catalog (section 1)

# role: (concern → importance 0..10, susceptibility, veto)
ROLES = {
    "decision_maker": (dict(return_on_investment=9, payback_time=7, risk=8, industry_lead=6, brand_uplift=5,
                            organisational_recognition=7), 0.50, False),
    "purchaser": (dict(supplier_cooperation=8, internal_harmony=8, fairness=7, supplier_attitude=6, three_way_balance=6,
                       cost=5, future_price_room=7), 0.50, False),
    "user": (dict(convenience=8, efficiency=7, pass_rate=7, ease_of_work=7), 0.50, False),
    "technical": (dict(reliability=9, stability=8, function=8, standards=7, expert_dialogue=6), 0.25, True),
    "finance": (dict(payment_term=8, cash_flow=8, credit_amount=7, cost=7, budget_fit=7, cash_cycle=6), 0.40, False),
    "coach": (dict(visibility=8, reporting_skill=7, presentation_skill=6, internal_harmony=4, efficiency=4), 0.60,
              False),
}
PERSONAL = {"organisational_recognition", "future_price_room", "ease_of_work", "expert_dialogue", "visibility",
            "reporting_skill", "presentation_skill", "personal_trust"}
EVERY_ROLE = {"personal_trust": 5}                                       # unless the role says otherwise
EVERY_ROLE_AT_LEAST = {"cost": 2, "risk": 2, "function": 2, "reliability": 2}

# measured concern: [(measure, score)], measures ascending
POINTS = {
    "payback_time": [(6, 10), (12, 8), (24, 5), (36, 2), (60, 0)],                  # months
    "return_on_investment": [(0, 2), (50, 5), (100, 7), (200, 9), (300, 10)],       # % over the horizon
    "payment_term": [(0, 1), (30, 4), (60, 6), (90, 8), (180, 10)],                 # days
    "credit_amount": [(0, 2), (0.3, 5), (0.6, 8), (1, 10)],                         # share of the price
    "cash_cycle": [(-60, 9), (0, 5), (60, 1)],                                      # change in days
    "cash_flow": [(0, 10), (0.5, 7), (1, 4), (1.5, 0)],                             # peak cash need / budget
    "cost": [(0.7, 10), (0.9, 7), (1, 5), (1.2, 1)],                                # price / list price
    "budget_fit": [(0.8, 9), (1, 6), (1.1, 3), (1.3, 0)],                           # price / budget
    "pass_rate": [(90, 2), (95, 5), (98, 8), (99.5, 10)],                           # %
}

DECISION = dict(rule="autocracy", quota=2 / 3, rounds=3, agreement=1.25, veto_line=-0.25, veto_temperature=0.1,
                temperature=0.2, indecision=0.15, conflict=0.5)
UNCERTAINTY = dict(deviation_sd=0.25, tie_sd=0.3, drift=0.1, bias_sd=0.15)
EMPHASIS = dict(buy=0.5, vendor=2.0)

# kind: (default strength, sign, both ways)
TIES = {"advises": (0.6, 1, False), "works_with": (0.3, 1, True), "friend": (0.5, 1, True), "opposes": (0.4, -1, True)}
BOSS_TO_REPORT, REPORT_TO_BOSS = 0.6, 0.3


def catalog_of(deal):
    """The deal's own catalog over the built-in one: roles {id: (importances, susceptibility, veto)}, kinds, points."""
    own = deal.get("catalog", {})
    roles = deepcopy(ROLES)
    for role, entry in own.get("roles", {}).items():
        importances, susceptibility, veto = roles.get(role, ({}, 0.5, False))
        roles[role] = ({**importances, **entry.get("importance", {})}, entry.get("susceptibility", susceptibility),
                       entry.get("veto", veto))
    listed = {concern for importances, _, _ in roles.values() for concern in importances}
    concerns = sorted(listed | set(EVERY_ROLE) | set(EVERY_ROLE_AT_LEAST) | set(POINTS) | set(own.get("concerns", {})))
    kinds = {k: "personal" if k in PERSONAL else "organisational" for k in concerns}
    points = dict(POINTS)
    for concern, entry in own.get("concerns", {}).items():
        kinds[concern] = entry.get("kind", kinds[concern])
        if "points" in entry:
            points[concern] = entry["points"]
        for role, importance in entry.get("importance", {}).items():
            roles[role][0][concern] = importance
    # Reading: "every role" includes the deal's own roles.
    for importances, _, _ in roles.values():
        for concern, importance in EVERY_ROLE.items():
            importances.setdefault(concern, importance)
        for concern, least in EVERY_ROLE_AT_LEAST.items():
            importances[concern] = max(least, importances.get(concern, 0))
    return roles, kinds, points


def score_of_measure(points, measure, sd=None):
    """(score, its sd) of a measure, by the piecewise-linear value function through `points`."""
    first, last = points[0], points[-1]
    if measure < first[0]:
        return first[1], 0.5
    if measure > last[0]:
        return last[1], 0.5
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        if measure <= x1:                                       # an inner point belongs to the segment that ends there
            slope = (y1 - y0) / (x1 - x0)
            return y0 + slope * (measure - x0), 1.0 if sd is None else sd * abs(slope)
    raise AssertionError("unreachable: points ascend")


def score_of_rating(rating, points, status_quo):
    """(score, its sd) of a rating as the file gives it; None where the file gives none."""
    if rating is None:
        return 5.0, 1.5 if status_quo else 2.5
    if not isinstance(rating, dict):
        return rating, 1.0
    if "measure" in rating:
        return score_of_measure(points, rating["measure"], rating.get("sd"))
    return rating["score"], rating.get("sd", 1.0)


# ---------------------------------------------------------------- what terms set (section 9)

SQUEEZED = ("supplier_cooperation", "stability", "supplier_attitude")


def measures_of(terms, customer):
    """({concern: measure that terms set, payback_time None where never}, NPV); what lacks its fields is not there."""
    have = {key for key, value in terms.items() if value not in ([], None)}
    horizon, rate = customer.get("horizon_years", 5), customer.get("discount_rate", 0.10)
    measures = {}
    if {"price", "list_price"} <= have:
        measures["cost"] = terms["price"] / terms["list_price"]
    if "price" in have and "budget" in customer:
        measures["budget_fit"] = terms["price"] / customer["budget"]
    if "payments" in have:
        measures["payment_term"] = sum(payment["share"] * payment["days"] for payment in terms["payments"])
    if {"price", "credit_limit"} <= have:
        measures["credit_amount"] = terms["credit_limit"] / terms["price"]
    npv = None
    if {"price", "yearly_benefit", "yearly_running_cost"} <= have:
        price, running, benefit = terms["price"], terms["yearly_running_cost"], terms["yearly_benefit"]
        benefits = list(benefit[:horizon]) if isinstance(benefit, list) else [benefit] * horizon
        nets = [one - running for one in benefits]
        measures["return_on_investment"] = 100 * (sum(nets) - price) / price
        measures["payback_time"] = None
        for year, net in enumerate(nets):
            if sum(nets[:year + 1]) >= price:
                measures["payback_time"] = 12 * (year + (price - sum(nets[:year])) / net)
                break
        if "payments" in have:
            # Reading: running costs go out on the day on which the benefit comes in, and so before it.
            flows = [(payment["days"], -price * payment["share"]) for payment in terms["payments"]]
            for year, one in enumerate(benefits, start=1):
                flows += [(365 * year, -running), (365 * year, one)]
            npv = sum(amount / (1 + rate) ** (days / 365) for days, amount in flows)
            if "budget" in customer:
                totals = np.cumsum([amount for _, amount in sorted(flows)])     # on one day the least first
                measures["cash_flow"] = max(0, -totals.min()) / customer["budget"]
    return measures, npv


def squeeze(margin, floor, target):
    """h: what is left at a margin."""
    if margin <= 0:
        return 0.4
    if margin < floor:
        return float(np.interp(margin, [0, floor], [0.4, 0.7]))
    return float(np.interp(margin, [floor, target], [0.7, 1]))


def set_by_terms(deal, offer, points, terms=None):
    """({concern: score}, h or None) of an offer, at its own terms or at others; h and two more concerns for ours."""
    customer = deal.get("customer", {})
    today = offer.get("terms", {})
    terms = today if terms is None else terms
    measures, npv = measures_of(terms, customer)
    scores = {concern: 0.0 if measure is None else score_of_measure(points[concern], measure)[0]
              for concern, measure in measures.items()}
    economics, price = offer.get("economics", {}), terms.get("price")
    if offer["kind"] != "ours":
        return scores, None
    floor, target = economics.get("floor_margin", 0.05), economics.get("target_margin", 0.25)
    purchaser = supplier = company = h = None
    if price is not None and "list_price" in terms:
        purchaser = (1 - price / terms["list_price"]) / customer.get("target_saving", 0.10)
    if price is not None and "cost" in economics:
        margin = (price - economics["cost"]) / price
        supplier = (margin - floor) / (target - floor)
        h = squeeze(margin, floor, target)
        room = (price - economics["cost"] / (1 - floor)) / price
        scores["future_price_room"] = 10 * min(1, max(0, room) / 0.2)
    if npv is not None:
        rivals = [measures_of(rival.get("terms", {}), customer)[1] for rival in deal["offers"]
                  if rival["kind"] == "competitor"]
        reservation = max([0, *(value for value in rivals if value is not None)])
        wanted = customer.get("target_npv")
        if wanted is None and "price" in today:
            wanted = reservation + 0.2 * today["price"]
        if wanted is not None:
            company = (npv - reservation) / (wanted - reservation)
    if None not in (purchaser, supplier, company):
        scores["three_way_balance"] = 10 * min(1, max(0, min(purchaser, supplier, company)))
    return scores, h


def score_of_offer(offer, concern, points, by_terms):
    """(score, its sd): what the deal rates, else what terms set, else 5, squeezed where it is ours."""
    rating = offer.get("ratings", {}).get(concern)
    scores, h = by_terms
    if rating is None and concern in scores:
        return scores[concern], 1.0
    score, sd = score_of_rating(rating, points.get(concern), offer["kind"] == "status_quo")
    if rating is None and h is not None and concern in SQUEEZED:
        score *= h
    return score, sd


def score_at_terms(deal, concern, terms):
    """The score of ours at other terms than today's; what the deal rates holds at today's."""
    _, _, points = catalog_of(deal)
    ours = next(offer for offer in deal["offers"] if offer["kind"] == "ours")
    today, other = set_by_terms(deal, ours, points), set_by_terms(deal, ours, points, terms)
    if concern not in ours.get("ratings", {}):
        return score_of_offer(ours, concern, points, other)[0]
    score, _ = score_of_offer(ours, concern, points, today)
    if concern in today[0] and concern in other[0]:
        score += other[0][concern] - today[0][concern]
    if concern in SQUEEZED and None not in (today[1], other[1]):
        score *= other[1] / today[1]
    return min(10, max(0, score))


# ---------------------------------------------------------------- reading a deal, everything defaulted (sections 1, 3)


@dataclass
class Model:
    people: list                 # ids, those who left taken out
    offers: list                 # ids, the status quo first
    ours: int                    # index of our offer
    concerns: list               # ids
    personal: np.ndarray         # (K) bool
    importance: np.ndarray       # (n, K) 0..10
    importance_sd: np.ndarray    # (n, K)
    emphasis: np.ndarray         # (n, 2) on personal concerns, by gate
    score: np.ndarray            # (n, m, K) 0..10, as person i sees it, prior mean
    score_sd: np.ndarray         # (n, m, K)
    own_view: np.ndarray         # (n, m, K) bool: this error is his alone (personal concern, or a perception)
    leaning: np.ndarray          # (n, m)
    susceptibility: np.ndarray   # (n) λ
    veto: np.ndarray             # (n) bool
    votes: np.ndarray            # (n) whole numbers
    decider: np.ndarray          # (n) P(d), all 0 where nobody decides
    ties: list                   # (i, j, t, sd): j moves i, one entry a record and direction
    decision: dict
    uncertainty: dict
    evidence: list               # records about people who are in the computation
    hops: dict                   # (i, j) → number of ties between them; absent where there is no way
    as_of: date | None
    months_ahead: float          # from as_of to the decision, 0 where not ahead
    W: np.ndarray = field(default=None)       # (n, n) at the mean ties
    V: np.ndarray = field(default=None)       # (n, n) at the mean ties
    omega: np.ndarray = field(default=None)   # (n) whose disagreement counts


def read(deal):
    """The deal as arrays, every default resolved."""
    roles_of, kinds, points = catalog_of(deal)
    uncertainty = {**UNCERTAINTY, **deal.get("uncertainty", {})}
    decision = {**DECISION, **deal.get("decision", {})}
    persons = [person for person in deal["people"] if not person.get("departed", False)]
    assert persons, "no person left in the computation"
    people = [person["id"] for person in persons]
    index = {person: i for i, person in enumerate(people)}

    # concerns that only a person has: their kind is the deal's
    for person in persons:
        for concern, entry in person.get("concerns", {}).items():
            said = entry.get("kind") if isinstance(entry, dict) else None
            if said is not None:
                assert kinds.get(concern, said) == said, f"{concern} is both personal and organisational"
                kinds[concern] = said
    for person in persons:
        for concern in person.get("concerns", {}):
            kinds.setdefault(concern, "organisational")
    concerns = list(kinds)
    column = {concern: k for k, concern in enumerate(concerns)}
    personal = np.array([kinds[concern] == "personal" for concern in concerns])

    # offers, the status quo first
    status_quo = next((offer for offer in deal["offers"] if offer["kind"] == "status_quo"),
                      {"id": "status_quo", "kind": "status_quo"})
    offers = [status_quo] + [offer for offer in deal["offers"] if offer["kind"] != "status_quo"]
    ours = [offer["kind"] for offer in offers].index("ours")
    offer_ids = [offer["id"] for offer in offers]
    row = {offer: j for j, offer in enumerate(offer_ids)}

    by_terms = [set_by_terms(deal, offer, points) for offer in offers]
    n, m, K = len(persons), len(offers), len(concerns)
    importance, importance_sd = np.zeros((n, K)), np.zeros((n, K))
    emphasis, susceptibility = np.zeros((n, 2)), np.zeros(n)
    veto, votes = np.zeros(n, bool), np.zeros(n, int)
    score, score_sd = np.zeros((n, m, K)), np.zeros((n, m, K))
    own_view = np.broadcast_to(personal, (n, m, K)).copy()
    leaning = np.zeros((n, m))

    for i, person in enumerate(persons):
        shares = shares_of(person.get("roles", []))
        for role, share in shares.items():
            importances, role_susceptibility, role_veto = roles_of[role]
            for concern, value in importances.items():
                importance[i, column[concern]] += share * value
                importance_sd[i, column[concern]] = 1.5
            susceptibility[i] += share * role_susceptibility
            veto[i] |= role_veto
        if not shares:
            susceptibility[i] = 0.5                             # Reading: the text has no default without a role
        for concern, entry in person.get("concerns", {}).items():
            entry = entry if isinstance(entry, dict) else {"importance": entry}
            importance[i, column[concern]] = entry["importance"]
            importance_sd[i, column[concern]] = entry.get("sd", 1.0)
        assert importance[i].sum() > 0, f"{person['id']} weighs nothing"
        susceptibility[i] = person.get("susceptibility", susceptibility[i])
        assert 0 <= susceptibility[i] < 1
        veto[i] = person.get("veto", veto[i])
        votes[i] = person.get("votes", 0 if set(shares) == {"coach"} else 1)
        emphasis[i] = [{**EMPHASIS, **person.get("personal_emphasis", {})}[gate] for gate in GATES]
        for offer, value in person.get("leaning", {}).items():
            leaning[i, row[offer]] = value
        for j, offer in enumerate(offers):
            for k, concern in enumerate(concerns):
                score[i, j, k], score_sd[i, j, k] = score_of_offer(offer, concern, points, by_terms[j])
        for perception in person.get("perceptions", []):
            at = i, row[perception["offer"]], column[perception["concern"]]
            score[at], score_sd[at], own_view[at] = perception["score"], perception.get("sd", 1.0), True

    # who decides
    decider = np.zeros(n)
    named = decision.get("decider")
    if named is None:
        holders = [i for i, person in enumerate(persons) if "decision_maker" in shares_of(person.get("roles", []))]
        decider[holders] = 1 / max(1, len(holders))
    else:
        for person, probability in ({named: 1.0} if isinstance(named, str) else named).items():
            decider[index[person]] = probability
    needs_decider, counts_votes = decision["rule"] in ("autocracy", "consent"), decision["rule"] != "autocracy"
    assert not needs_decider or abs(decider.sum() - 1) < 1e-9, "no decider"
    assert not counts_votes or votes.sum() > 0, "no votes"

    as_of = day(deal.get("as_of"))
    ties = ties_of(deal, index, uncertainty["tie_sd"])
    model = Model(people, offer_ids, ours, concerns, personal, importance, importance_sd, emphasis, score, score_sd,
                  own_view, leaning, susceptibility, veto, votes, decider, ties, decision, uncertainty,
                  evidence=[record for record in deal.get("evidence", []) if record["about"] in index],
                  hops=hops_between(n, ties), as_of=as_of, months_ahead=months(as_of, day(decision.get("date"))))
    model.W = influence_weights(raw_ties(n, ties))
    model.V = control_matrix(model.W, susceptibility)
    omega = votes if counts_votes else abs(decider @ model.V)
    model.omega = omega / omega.sum()
    return model


def shares_of(roles):
    """Role → share, adding to 1; a list gives equal shares."""
    shares = roles if isinstance(roles, dict) else dict.fromkeys(roles, 1)
    return {role: share / sum(shares.values()) for role, share in shares.items()}


def day(text):
    return None if text is None else date.fromisoformat(text)


def months(earlier, later):
    """Months from one day to a later one; 0 where either is absent, and where it is not later."""
    return 0.0 if earlier is None or later is None else max(0, (later - earlier).days) / DAYS_PER_MONTH


# ---------------------------------------------------------------- from person to person (section 3)


def ties_of(deal, index, tie_sd):
    """(i, j, t, sd) for every record and direction between two people who are both here: j moves i."""
    ties = []

    def add(source, target, strength, sd):
        if source in index and target in index:
            ties.append((index[target], index[source], strength, sd))

    for record in deal.get("ties", []):
        default, sign, both_ways = TIES[record.get("kind", "advises")]
        strength, sd = sign * record.get("strength", default), record.get("sd", tie_sd)
        add(record["from"], record["to"], strength, sd)
        if both_ways:
            add(record["to"], record["from"], strength, sd)
    for person in deal["people"]:
        boss = person.get("reports_to")
        if boss is not None:
            add(boss, person["id"], BOSS_TO_REPORT, tie_sd)
            add(person["id"], boss, REPORT_TO_BOSS, tie_sd)
    return ties


def raw_ties(n, ties, factors=None):
    """t[i, j], added up over records; with `factors` (..., number of ties), each record's strength times its own."""
    factors = np.ones(len(ties)) if factors is None else factors
    t = np.zeros((*factors.shape[:-1], n, n))
    for e, (i, j, strength, _) in enumerate(ties):
        t[..., i, j] += strength * factors[..., e]
    return t


def influence_weights(t):
    """W from raw ties: a strength is a share of i's attention, what is left is his own."""
    attention = abs(t).sum(axis=-1, keepdims=True)
    W = t / np.maximum(1, attention)
    own = 1 - abs(W).sum(axis=-1)
    return W + own[..., None] * np.eye(t.shape[-1])


def control_matrix(W, susceptibility):
    """V = (I − ΛW)⁻¹ (I − Λ): how much of i's final attitude comes from p."""
    identity, Lambda = np.eye(len(susceptibility)), np.diag(susceptibility)
    return np.linalg.solve(identity - Lambda @ W, np.broadcast_to(identity - Lambda, W.shape))


def hops_between(n, ties):
    """(i, j) → least number of ties between them, directions and signs aside; breadth first."""
    neighbours = [set() for _ in range(n)]
    for i, j, _, _ in ties:
        neighbours[i].add(j)
        neighbours[j].add(i)
    hops = {}
    for start in range(n):
        hops[start, start] = 0
        queue = deque([start])
        while queue:
            i = queue.popleft()
            for j in neighbours[i]:
                if (start, j) not in hops:
                    hops[start, j] = hops[start, i] + 1
                    queue.append(j)
    return hops


# ---------------------------------------------------------------- from concerns to attitudes (section 2)


def weights(m, gate):
    """C_g (n, K): the share of each concern in each person's attitude."""
    emphasised = m.importance * np.where(m.personal, m.emphasis[:, GATES[gate], None], 1.0)
    return emphasised / emphasised.sum(axis=1, keepdims=True)


def centred(m):
    return (m.score - 5) / 5, m.score_sd / 5


def prior_attitudes(m, gate):
    """(n, m): the mean of A_g before any evidence."""
    s, _ = centred(m)
    return np.einsum("ik,ijk->ij", weights(m, gate), s) + m.leaning


@dataclass
class Latent:
    """The errors z, independent and Gaussian with mean 0, and how the 2·n·m attitudes load on them."""

    group: list                # of each z: scores, deviations or importances
    sd: np.ndarray             # of each z
    L: np.ndarray              # (2·n·m, number of z); row (gate·n + i)·m + j
    score: np.ndarray          # (n, m, K) which z is the error of the score as i sees it
    deviation: np.ndarray      # (n, m)
    importance: np.ndarray     # (n, K), −1 where he cannot weigh the concern


def latent(m):
    n, offers, K = m.score.shape
    s, s_sd = centred(m)
    C = np.array([weights(m, gate) for gate in GATES])
    group, sds, columns = [], [], []

    def new(kind, sd):
        group.append(kind)
        sds.append(sd)
        columns.append(np.zeros((2, n, offers)))
        return len(sds) - 1

    score, shared = np.zeros((n, offers, K), int), {}
    for i, j, k in np.ndindex(n, offers, K):
        if m.own_view[i, j, k]:
            score[i, j, k] = new("scores", s_sd[i, j, k])
        else:
            if (j, k) not in shared:
                shared[j, k] = new("scores", s_sd[i, j, k])
            score[i, j, k] = shared[j, k]
        columns[score[i, j, k]][:, i, j] = C[:, i, k]
    deviation = np.zeros((n, offers), int)
    for i, j in np.ndindex(n, offers):
        deviation[i, j] = new("deviations", m.uncertainty["deviation_sd"])
        columns[deviation[i, j]][:, i, j] = 1
    importance = np.full((n, K), -1)
    for i, k in np.ndindex(n, K):
        if m.importance_sd[i, k] > 0:
            importance[i, k] = new("importances", m.importance_sd[i, k])
            for gate, g in GATES.items():
                columns[importance[i, k]][g, i, :] = importance_slope(m, gate, i, k)
    L = np.array(columns).reshape(len(columns), -1).T
    return Latent(group, np.array(sds), L, score, deviation, importance)


def importance_slope(m, gate, i, k):
    """(m): ∂A_g[i,·]/∂I[i,k] at the prior mean scores."""
    s, _ = centred(m)
    emphasis = np.where(m.personal, m.emphasis[i, GATES[gate]], 1.0)
    a = s[i] @ weights(m, gate)[i]
    return emphasis[k] * (s[i, :, k] - a) / (m.importance[i] @ emphasis)


# ---------------------------------------------------------------- evidence (section 4)


@dataclass
class Readings:
    H: np.ndarray              # (readings, z then biases): what each reading is of, at the mean ties
    stance: np.ndarray         # what was observed
    expected: np.ndarray       # what the prior mean expects
    variance: np.ndarray       # of the noise, aged
    biases: int                # how many shared biases


def readings(m, lat):
    """Every piece of evidence as a noisy reading of one final attitude, with the bias of its source."""
    n, offers = m.leaning.shape
    bias_of = {}
    for e, record in enumerate(m.evidence):
        source = record.get("source")
        key = ("alone", e) if source is None else (source, record["offer"])
        bias_of[e] = key
    bias_column = {key: c for c, key in enumerate(dict.fromkeys(bias_of.values()))}
    H = np.zeros((len(m.evidence), len(lat.sd) + len(bias_column)))
    stance, expected, variance = (np.zeros(len(m.evidence)) for _ in range(3))
    for e, record in enumerate(m.evidence):
        i, j = m.people.index(record["about"]), m.offers.index(record["offer"])
        gate = "buy" if j == 0 else "vendor"
        for p in range(n):                                      # X_g[i,j] = Σ_p V[i,p] A_g[p,j]
            H[e, :len(lat.sd)] += m.V[i, p] * lat.L[(GATES[gate] * n + p) * offers + j]
        H[e, len(lat.sd) + bias_column[bias_of[e]]] = 1
        stance[e] = STANCES.get(record["stance"], record["stance"])
        expected[e] = m.V[i] @ prior_attitudes(m, gate)[:, j]
        noise = 0.1 + 0.7 * (1 - reliability(m, record, i))
        age = months(day(record.get("date")), m.as_of)
        variance[e] = noise**2 + m.uncertainty["drift"]**2 * age
    return Readings(H, stance, expected, variance, len(bias_column))


def reliability(m, record, about):
    """Of a reading, after the distance of its source; a source that is not (or no longer) here keeps its own."""
    given, source = record.get("reliability", 0.7), record.get("source")
    if source not in m.people:
        return given
    hops = m.hops.get((m.people.index(source), about))
    return min(given, 0.2) if hops is None else given * 0.85 ** max(0, hops - 1)


def update(mean, covariance, H, surprise, variance):
    """One exact Gaussian update by readings H z + noise, that were `surprise` off H · 0."""
    S = H @ covariance @ H.T + np.diag(variance)
    gain = np.linalg.solve(S, H @ covariance).T
    covariance = covariance - gain @ H @ covariance
    return mean + gain @ (surprise - H @ mean), (covariance + covariance.T) / 2


@dataclass
class Belief:
    z: np.ndarray              # posterior mean of z, then of the biases
    z_covariance: np.ndarray
    mean: np.ndarray           # (2, n, m) attitudes A after the evidence
    covariance: np.ndarray     # (2·n·m, 2·n·m) of the attitudes, drift after the evidence included


def believe(m, held=()):
    """What is thought after the evidence. Groups in `held` are known to be at their posterior mean.

    Reading: "held at its posterior mean" conditions on it: the mean of all the rest stays (that of a Gaussian given
    one part at its mean), and its covariance is the one of a deal in which that group had no errors.
    """
    lat = latent(m)
    read_out = readings(m, lat)
    bias_variance = np.full(read_out.biases, m.uncertainty["bias_sd"]**2)
    surprise = read_out.stance - read_out.expected
    start = np.zeros(len(lat.sd) + read_out.biases)

    def posterior(free):
        prior = np.diag(np.concatenate([np.where(free, lat.sd, 0)**2, bias_variance]))
        return update(start, prior, read_out.H, surprise, read_out.variance)

    z, z_covariance = posterior(np.ones(len(lat.sd), bool))
    if held:
        _, z_covariance = posterior(np.array([group not in held for group in lat.group]))
    size = len(lat.sd)
    prior_mean = np.array([prior_attitudes(m, gate) for gate in GATES])
    mean = prior_mean + (lat.L @ z[:size]).reshape(prior_mean.shape)
    covariance = lat.L @ z_covariance[:size, :size] @ lat.L.T
    if "deviations" not in held:                                # Reading: drift, "like a deviation", is of that group
        covariance = covariance + drift_covariance(m)
    return Belief(z, z_covariance, mean, covariance)


def drift_covariance(m):
    """Between the last evidence and the decision every A[i,j] drifts, alike at both gates."""
    return np.kron(np.ones((2, 2)), np.eye(m.leaning.size)) * m.uncertainty["drift"]**2 * m.months_ahead


# ---------------------------------------------------------------- the decision (section 5)


def outcome(X1, X2, m):
    """P of every outcome given final attitudes X1 (buy), X2 (vendor), both (..., n, m): {vendor offer id or
    blocked, stalemate, refused: (...)}. All sets of available offers and all ballots are enumerated."""
    X1, X2 = np.asarray(X1, float), np.asarray(X2, float)
    vendors = range(1, len(m.offers))
    available = availability(X1, m)
    minus_log_yes = minus_log_yes_of(X1, m)
    result = {offer: np.zeros(X1.shape[:-2]) for offer in [*m.offers[1:], "blocked", "stalemate", "refused"]}
    for S in chain.from_iterable(combinations(vendors, size) for size in range(len(vendors) + 1)):
        P_S = np.prod([available[..., j] if j in S else 1 - available[..., j] for j in vendors], axis=0)
        if not S:
            result["blocked"] += P_S
            continue
        choice, bought = choose_and_buy(softmax(X2[..., list(S)] / m.decision["temperature"]),
                                        minus_log_yes[..., list(S)], m)
        for position, j in enumerate(S):
            result[m.offers[j]] += P_S * bought[..., position]
        result["stalemate"] += P_S * (1 - choice.sum(axis=-1))
        result["refused"] += P_S * (choice - bought).sum(axis=-1)
    return result


def availability(X1, m):
    """(..., m): the probability that no holder of a veto blocks the offer."""
    block = expit((m.decision["veto_line"] - X1) / m.decision["veto_temperature"])
    return np.prod(1 - block[..., m.veto, :], axis=-2)


def conflict(X1, m):
    """(..., m): D(j), how far apart people are about buying j."""
    g = X1 - X1[..., :1]
    mean = np.einsum("i,...ij->...j", m.omega, g)
    variance = np.einsum("i,...ij->...j", m.omega, (g - mean[..., None, :])**2)
    return np.sqrt(variance + 1e-4) - 1e-2


def minus_log_yes_of(X1, m):
    """(..., n, m): −ln y_i(j), kept as a logarithm for the copula's sake."""
    d = m.decision
    g = X1 - X1[..., :1]
    pull = (g - d["indecision"] - d["conflict"] * conflict(X1, m)[..., None, :]) / d["temperature"]
    return np.logaddexp(0, -pull)


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def choose_and_buy(p, minus_log_yes, m):
    """For one set S of available offers, p and −ln y (..., n, |S|): P(chosen) and P(chosen and bought), (..., |S|)."""
    rule, y, voters = m.decision["rule"], np.exp(-minus_log_yes), m.votes > 0
    if rule in ("autocracy", "weighted"):
        P = m.decider if rule == "autocracy" else m.votes / m.votes.sum()
        return np.einsum("d,...dj->...j", P, p), np.einsum("d,...dj->...j", P, p * y)
    if rule in ("quota", "majority"):
        needed = votes_needed(m)
        choice = repeated_ballots(one_ballot(p[..., voters, :], m.votes[voters], needed), m.decision["rounds"])
        return choice, choice * motion_carried(y[..., voters, :], m.votes[voters], needed)
    if rule == "unanimity":
        agreed = np.prod(p[..., voters, :], axis=-2)
        choice = agreed / agreed.sum(axis=-1, keepdims=True)
    else:
        assert rule == "consent"
        choice = np.einsum("d,...dj->...j", m.decider, p)
    return choice, choice * all_say_yes(minus_log_yes[..., voters, :], m.decision["agreement"])


def votes_needed(m):
    total = int(m.votes.sum())
    return total // 2 + 1 if m.decision["rule"] == "majority" else ceil(m.decision["quota"] * total - 1e-9)


def one_ballot(p, votes, needed):
    """(..., |S|): the probability that one ballot gives an offer the votes; every ballot is enumerated."""
    wins = np.zeros((*p.shape[:-2], p.shape[-1]))
    by_voter = [[p[..., i, j].copy() for j in range(p.shape[-1])] for i in range(len(votes))]
    for ballot in product(range(p.shape[-1]), repeat=len(votes)):
        tally = np.bincount(ballot, weights=votes, minlength=p.shape[-1])
        winner = int(tally.argmax())                            # needed is more than half: at most one offer has it
        if tally[winner] >= needed:
            probability = by_voter[0][ballot[0]]
            for i in range(1, len(votes)):
                probability = probability * by_voter[i][ballot[i]]
            wins[..., winner] += probability
    return wins


def repeated_ballots(r, rounds):
    """They vote again, up to `rounds` times, until an offer has the votes."""
    undecided = 1 - r.sum(axis=-1, keepdims=True)
    return r * sum(undecided**t for t in range(rounds))


def motion_carried(y, votes, needed):
    """(..., |S|): the probability of enough votes to buy; every way of saying yes and no is enumerated."""
    carried = np.zeros((*y.shape[:-2], y.shape[-1]))
    for ballot in product((False, True), repeat=len(votes)):
        if np.dot(votes, ballot) >= needed:
            carried += np.prod([y[..., i, :] if yes else 1 - y[..., i, :] for i, yes in enumerate(ballot)], axis=0)
    return carried


def all_say_yes(minus_log_yes, agreement):
    """Gumbel copula: independent at 1, the least willing decides as it grows."""
    return np.exp(-(minus_log_yes**agreement).sum(axis=-2)**(1 / agreement))


# ---------------------------------------------------------------- the forecast (section 6)


@dataclass
class Forecast:
    win: float                    # P(ours)
    outcomes: dict                # offer id → P; the status quo's id for no decision of any kind
    parts: dict                   # blocked, stalemate, refused → P
    standard_error: dict          # of each outcome and part
    interval: dict                # of each outcome: its 10 and 90 % quantiles over states of the world
    interval_standard_error: dict  # of these two
    variance: float               # of P(ours) over states of the world
    variance_falls: dict          # group of errors → by how much that variance falls when it is held


def forecast(m, samples=4096, seed=0, method="sobol", groups=True):
    """The mean over states of the world of the closed form. `method`: sobol (16 scrambles) or plain."""
    blocks = worlds(m, samples, seed, method)
    values = {key: np.array([block[key] for block in blocks]) for key in blocks[0]}        # (blocks, samples in each)
    variance = float(np.var(values[m.offers[m.ours]]))
    falls = {}
    for group in GROUPS if groups else ():
        held = worlds(m, samples, seed, method, held=(group,))
        falls[group] = variance - float(np.var([block[m.offers[m.ours]] for block in held]))
    mean = {key: float(value.mean()) for key, value in values.items()}
    quantiles = {key: np.quantile(value, [0.1, 0.9]) for key, value in values.items()}
    quantile_errors = {key: np.quantile(value, [0.1, 0.9], axis=1).std(axis=1, ddof=1) / sqrt(SCRAMBLES)
                       for key, value in values.items()}
    parts = {key: mean.pop(key) for key in ("blocked", "stalemate", "refused")}
    return Forecast(mean[m.offers[m.ours]], mean, parts,
                    {key: standard_error(value, method) for key, value in values.items()},
                    quantiles, quantile_errors, variance, falls)


def standard_error(value, method):
    """Of the mean: from the scrambles, whose points are not independent of each other; or from all points alike."""
    return float(value.mean(axis=1).std(ddof=1) / sqrt(SCRAMBLES)) if method == "sobol" else \
        float(value.std(ddof=1) / sqrt(value.size))


def worlds(m, samples, seed, method, held=()):
    """SCRAMBLES blocks of states of the world, {outcome: P in every state}; the status quo's id for no decision."""
    belief = believe(m, held)
    factor = square_root(belief.covariance)
    tie_sds = np.array([sd for _, _, _, sd in m.ties])
    dimension = factor.shape[1] + len(tie_sds)
    blocks = []
    for normals in points(dimension, samples, seed, method):
        A = belief.mean + (normals[:, :factor.shape[1]] @ factor.T).reshape(len(normals), *belief.mean.shape)
        if "ties" in held:                                      # Reading: their mean, t' = t, not the median ξ = 0
            V = m.V
        else:
            factors = np.exp(tie_sds * normals[:, factor.shape[1]:] - tie_sds**2 / 2)
            V = control_matrix(influence_weights(raw_ties(len(m.people), m.ties, factors)), m.susceptibility)
        P = outcome(V @ A[:, 0], V @ A[:, 1], m)
        blocks.append({**P, m.offers[0]: P["blocked"] + P["stalemate"] + P["refused"]})
    return blocks


def square_root(covariance):
    """F with F F' = covariance, the largest components first, those without variance left out."""
    values, vectors = np.linalg.eigh(covariance)
    largest_first = [c for c in np.argsort(-values) if values[c] > 1e-12 * max(values.max(), 1e-300)]
    return vectors[:, largest_first] * np.sqrt(values[largest_first])


def points(dimension, samples, seed, method):
    """SCRAMBLES arrays of standard normal points, samples / SCRAMBLES by dimension."""
    each = samples // SCRAMBLES
    for stream in np.random.SeedSequence(seed).spawn(SCRAMBLES):
        generator = np.random.default_rng(stream)
        if dimension == 0:
            yield np.zeros((each, 0))
        elif method == "sobol":
            uniform = qmc.Sobol(dimension, scramble=True, rng=generator).random(each)
            yield ndtri(np.clip(uniform, 2.0**-40, 1 - 2.0**-40))
        else:
            assert method == "plain"
            yield generator.standard_normal((each, dimension))


# ---------------------------------------------------------------- why (section 7)


def eyes(m, decider=None):
    """(n): through whose eyes: one person's, else the deciders', else, under voting rules, those of ω.

    Reading: under `consent` the decider picks, so it is his eyes.
    """
    if decider is not None:
        return np.array([float(person == decider) for person in m.people])
    return m.decider if m.decision["rule"] in ("autocracy", "consent") else m.omega


def margin(m, decider=None, rival=None, gate=None):
    """Ours over the rival's, posterior mean at the mean ties; without a rival, over the status quo."""
    rival, gate = rival_and_gate(m, rival, gate)
    A = believe(m).mean[GATES[gate]]
    return float(eyes(m, decider) @ m.V @ (A[:, m.ours] - A[:, rival]))


def rival_and_gate(m, rival, gate):
    j = 0 if rival is None else m.offers.index(rival)
    return j, gate or ("buy" if j == 0 else "vendor")


def contributions(m, decider=None, rival=None, gate=None):
    """{(person, concern): its part of the margin}, with "leaning" (leaning and deviation) and "importances" (the
    importance errors) beside each person's concerns. They add up to the margin."""
    j, gate = rival_and_gate(m, rival, gate)
    lat, z = latent(m), believe(m).z
    s, _ = centred(m)
    seen = s + z[lat.score]                                     # posterior mean scores, as each person sees them
    reach, C = eyes(m, decider) @ m.V, weights(m, gate)
    result = {}
    for i, person in enumerate(m.people):
        for k, concern in enumerate(m.concerns):
            result[person, concern] = reach[i] * C[i, k] * (seen[i, m.ours, k] - seen[i, j, k])
        lean = m.leaning[i] + z[lat.deviation[i]]
        result[person, "leaning"] = reach[i] * (lean[m.ours] - lean[j])
        errors = sum(importance_slope(m, gate, i, k) * z[lat.importance[i, k]]
                     for k in range(len(m.concerns)) if lat.importance[i, k] >= 0)
        result[person, "importances"] = reach[i] * (errors[m.ours] - errors[j]) if np.ndim(errors) else 0.0
    return result
