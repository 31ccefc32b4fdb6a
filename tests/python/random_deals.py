"""Random valid deals that between them use everything a deal can say which touches its forecast.

`random_deal(seed)` is the same deal for the same seed for ever. Its offers carry no commercial terms, which set ratings
by rules of their own; `with_money(deal, seed)` gives them some. `features(deal)` names what a deal uses, so that a test
can see that nothing is left out.
"""

from random import Random

RULES = ["autocracy", "weighted", "quota", "majority", "unanimity", "consent"]
BUILT_IN_ROLES = ["decision_maker", "purchaser", "user", "technical", "finance", "coach"]
CONCERNS = ["return_on_investment", "payback_time", "risk", "industry_lead", "brand_uplift",
            "organisational_recognition", "supplier_cooperation", "internal_harmony", "fairness", "supplier_attitude",
            "three_way_balance", "cost", "future_price_room", "convenience", "efficiency", "pass_rate", "ease_of_work",
            "reliability", "stability",
            "function", "standards", "expert_dialogue", "payment_term", "cash_flow", "credit_amount", "budget_fit",
            "cash_cycle", "visibility", "reporting_skill", "presentation_skill", "personal_trust"]
# measured concern: a range of measures a little wider than its points
MEASURES = {"payback_time": (3, 70), "return_on_investment": (-30, 340), "payment_term": (0, 200),
            "credit_amount": (0, 1.2), "cash_cycle": (-80, 80), "cash_flow": (0, 1.8), "cost": (0.6, 1.3),
            "budget_fit": (0.7, 1.4), "pass_rate": (88, 100)}
INNER_POINTS = {"payback_time": 24, "payment_term": 60, "cost": 0.9, "budget_fit": 1, "pass_rate": 98}
WORDS = ["enemy", "opponent", "neutral", "supporter", "sponsor"]
NAMES = ["陈伟", "Liu Yang", "王芳", "Zoë", "Sato", "李娜", "O'Brien", "Ana"]


def random_deal(seed):
    random = Random(f"buygraph {seed}")

    def maybe(probability):
        return random.random() < probability

    def number(low, high, digits=2):
        return round(random.uniform(low, high), digits)

    deal = {"buygraph": 1, "name": f"Random deal {seed}", "currency": "CNY", "value": 1_000_000}
    if maybe(0.8):
        deal["as_of"] = "2025-06-15"

    # the catalog
    roles, concerns, measures = list(BUILT_IN_ROLES), list(CONCERNS), dict(MEASURES)
    if maybe(0.5):
        own_concerns = {
            "carbon": {**named("碳排放", "Carbon"), "importance": {"purchaser": 3, "user": number(0.5, 9), "legal": 6},
                       "kind": "organisational", "unit": "kg", "points": [[0, 10], [50, 6.5], [200, 1]]},
            "career": {**named("前途", "Career"), "importance": {"technical": 5, "decision_maker": 4},
                       "kind": "personal"},
        }
        if maybe(0.5):
            own_concerns["payback_time"] = {"points": [[4, 10], [20, 6], [40, 1]]}
        deal["catalog"] = {
            "roles": {"legal": {**named("法务", "Legal"), "susceptibility": 0.2, "veto": maybe(0.5),
                                "importance": {"risk": 9, "fairness": 8, "cost": 1, "standards": 5}}},
            "concerns": own_concerns,
        }
        roles.append("legal")
        concerns += ["carbon", "career"]
        measures["carbon"] = (-10, 230)

    # people
    count = random.choice([1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8])
    people = []
    for i in range(count + (1 if maybe(0.4) else 0)):           # the last one over the count has left
        chosen = random.sample(roles, random.choice([1, 1, 1, 2, 3]))
        person = {"id": f"p{i}", "name": random.choice(NAMES), "roles": chosen}
        if maybe(0.35):
            person["roles"] = {role: number(0.2, 3, 1) for role in chosen}
        people.append(person)
        if i >= count:
            person["departed"] = True
        elif i > 0 and maybe(0.12):
            person.update(name="?", vacant=True)
            continue
        if maybe(0.5):
            weighed = random.sample(CONCERNS, random.randint(1, 4))
            person["concerns"] = {concern: own_importance(random) for concern in weighed}
        if i < count and maybe(0.25):
            person.setdefault("concerns", {})["green_image"] = {"importance": number(1, 9), "kind": "personal"}
        if i < count and maybe(0.25):
            person.setdefault("concerns", {})["local_content"] = random.choice(
                [7, {"importance": 4.5, "sd": 0.5}, {"importance": 6, "kind": "organisational"}])
        if maybe(0.3):
            person["personal_emphasis"] = random.choice([{"buy": number(0, 2)}, {"vendor": number(0.5, 4)},
                                                         {"buy": number(0.2, 1), "vendor": number(1, 3)}])
        if maybe(0.25):
            person["susceptibility"] = random.choice([0, number(0, 0.95), 0.99])
        if maybe(0.2):
            person["veto"] = maybe(0.5)
        if maybe(0.3):
            person["votes"] = random.randint(0, 3)
        if maybe(0.3):
            person["level"] = random.randint(1, 4)
    for concern in ("green_image", "local_content"):
        if any(concern in person.get("concerns", {}) for person in people):
            concerns.append(concern)
    ids = [person["id"] for person in people]
    here = ids[:count]
    ladder = random.sample(ids, len(ids))                       # bosses come earlier: no reporting cycle
    for place, person in enumerate(ladder[1:], start=1):
        if maybe(0.4):
            people[ids.index(person)]["reports_to"] = random.choice(ladder[:place])

    # offers
    offers = [{"id": "us", "name": "Our line", "kind": "ours"}]
    for c in range(1, random.choice([1, 2, 2, 3, 3, 4])):
        offers.append({"id": f"rival{c}", "name": f"对手 {c}", "kind": "competitor"})
    stay = "status_quo"
    if maybe(0.5):
        stay = "as_is"
        offers.append({"id": stay, "name": "维持现状", "kind": "status_quo"})
    random.shuffle(offers)
    better = {"ours": (4, 10), "competitor": (3, 9), "status_quo": (2, 7)}
    for offer in offers:
        ratings = {}
        for concern in concerns:
            if maybe(0.55):
                ratings[concern] = random_rating(random, concern, measures, better[offer["kind"]])
        if ratings or maybe(0.5):
            offer["ratings"] = ratings
    deal["offers"] = offers
    offer_ids = list(dict.fromkeys([offer["id"] for offer in offers] + [stay]))
    for person in people:
        if person.get("vacant"):
            continue
        if maybe(0.4):
            pairs = {(random.choice(offer_ids), random.choice(concerns)) for _ in range(random.randint(1, 5))}
            person["perceptions"] = [{"offer": offer, "concern": concern, "score": number(0, 10)}
                                     for offer, concern in sorted(pairs)]
            for perception in person["perceptions"]:
                if maybe(0.5):
                    perception["sd"] = number(0, 2)
        if maybe(0.3):
            person["leaning"] = {offer: number(-0.5, 0.5) for offer in random.sample(offer_ids, random.randint(1, 2))}
    deal["people"] = people

    # ties
    if len(ids) > 1:
        ties = []
        for _ in range(random.randint(0, 2 * len(ids))):
            source, target = random.sample(ids, 2)
            tie = {"from": source, "to": target}
            if maybe(0.9):
                tie["kind"] = random.choice(["advises", "works_with", "friend", "opposes"])
            if maybe(0.5):
                tie["strength"] = number(0.05, 1, 3)
            if maybe(0.4):
                tie["sd"] = random.choice([0, number(0.05, 0.8)])
            ties.append(tie)
        deal["ties"] = ties

    # evidence; what people say of a vacant seat would be odd
    filled = [person["id"] for person in people if not person.get("vacant")]
    evidence = []
    for _ in range(random.choice([0, 1, 3, 6, 10])):
        record = {"about": random.choice(filled), "offer": random.choice(offer_ids),
                  "stance": random.choice([random.choice(WORDS), number(-1, 1)])}
        if maybe(0.6):
            record["reliability"] = number(0, 1)
        if maybe(0.8):
            inside = random.choice(filled)
            record["source"] = random.choice([inside, inside, "trade fair", "our service team"])
        if maybe(0.7):
            record["date"] = random.choice(["2024-01-31", "2025-02-28", "2025-06-15", "2025-07-01"])
        evidence.append(record)
    deal["evidence"] = evidence

    # the decision
    rule = RULES[seed % len(RULES)] if isinstance(seed, int) else random.choice(RULES)
    decision = {"rule": rule} if rule != "autocracy" or maybe(0.5) else {}
    makers = [person for person in people[:count] if "decision_maker" in person["roles"]]
    if rule in ("autocracy", "consent") and (not makers or maybe(0.6)):
        if len(here) > 1 and maybe(0.6):
            first, second = random.sample(here, 2)
            share = number(0.1, 0.9)
            decision["decider"] = {first: share, second: round(1 - share, 2)}
        else:
            decision["decider"] = random.choice(here)
    if rule not in ("autocracy",) and sum(votes_of(person) for person in people[:count]) == 0:
        people[0]["votes"] = 2
    ranges = {"temperature": (0.08, 0.4), "indecision": (0, 0.4), "conflict": (0, 1.5), "veto_line": (-0.5, 0.1),
              "veto_temperature": (0.05, 0.3), "agreement": (1, 3)}
    for key, (low, high) in ranges.items():
        if maybe(0.35):
            decision[key] = number(low, high)
    if maybe(0.4):
        decision["rounds"] = random.randint(1, 6)
    if rule == "quota" and maybe(0.7):
        decision["quota"] = random.choice([0.6, 0.75, 1, number(0.51, 1)])
    if maybe(0.5):
        decision["date"] = random.choice(["2025-05-01", "2025-06-15", "2025-09-30", "2026-08-01"])
    if decision:
        deal["decision"] = decision

    if maybe(0.5):
        choices = {"deviation_sd": number(0.05, 0.5), "tie_sd": number(0, 0.6), "drift": number(0, 0.2),
                   "bias_sd": number(0, 0.4)}
        deal["uncertainty"] = {key: choices[key] for key in random.sample(sorted(choices), random.randint(1, 4))}
    if maybe(0.5):
        deal["team"] = [{"id": "t1", "name": "Our seller", "functions": ["sales"], "level": 2, "capacity": 3,
                         "hours": 10, "knows": random.sample(here, 1)}]
    return deal


def with_money(deal, seed):
    """The deal with terms of its offers, economics of ours and the customer's money, each field now and then absent."""
    random = Random(f"buygraph money {seed}")

    def maybe(probability):
        return random.random() < probability

    def some(fields, probability=0.8):
        return {key: value for key, value in fields.items() if maybe(probability)}

    def terms():
        price, count = random.randint(50_000, 150_000), random.randint(1, 3)
        shares = {1: [1], 2: [0.3, 0.7], 3: [0.5, 0.375, 0.125]}[count]
        days = sorted(random.choice([0, 30, 60, 90, 180, 365, 400, 730]) for _ in shares)
        benefit = random.randint(10_000, 60_000)
        return some({
            "price": price,
            "list_price": round(price * random.uniform(0.9, 1.4)),
            "payments": [{"share": share, "days": day} for share, day in zip(shares, days, strict=True)],
            "credit_limit": round(price * random.uniform(0, 1.2)),
            "yearly_benefit": random.choice([benefit, [random.randint(-5_000, 70_000)
                                                       for _ in range(random.randint(1, 7))]]),
            "yearly_running_cost": random.randint(0, 8_000),
            "contract_years": random.randint(1, 5),
        }, 0.9)

    def economics(price):
        floor = round(random.uniform(-0.05, 0.2), 3)
        target = round(floor + 0.02 + 0.3 * random.random(), 3)
        margins = random.choice([{}, {"floor_margin": floor, "target_margin": target}, {"floor_margin": floor},
                                 {"target_margin": 0.4}])
        return {**some({"cost": round(price * random.uniform(0.6, 1.05)), "discount_rate": 0.06}, 0.9), **margins}

    deal = {**deal, "offers": [dict(offer) for offer in deal["offers"]]}
    for offer in deal["offers"]:
        if maybe(0.9):
            offer["terms"] = terms()
        if offer["kind"] == "ours":
            offer["economics"] = economics(offer.get("terms", {}).get("price", 100_000))
    deal["customer"] = some({"budget": random.randint(60_000, 160_000),
                             "discount_rate": round(random.uniform(0, 0.3), 3),
                             "horizon_years": random.randint(1, 8),
                             "target_saving": round(random.uniform(0.02, 0.3), 2)}, 0.7)
    if maybe(0.3):
        deal["customer"]["target_npv"] = 1_000_000              # above what any rival here can be worth
    return deal


def named(zh, en):
    return {"labels": {"zh": zh, "en": en}, "descriptions": {"zh": zh, "en": en}}


def own_importance(random):
    """A bare number, or an object with or without its own sd; 0 now and then: he does not care."""
    value = random.choice([0, random.randint(1, 10), round(random.uniform(0.5, 10), 1)])
    return random.choice([value, {"importance": value}, {"importance": value, "sd": round(random.uniform(0, 2), 2)}])


def random_rating(random, concern, measures, scores):
    """Mostly a score; for a measured concern half the time a measure, on an inner point now and then."""
    if concern in measures and random.random() < 0.5:
        measure = round(random.uniform(*measures[concern]), 2)
        if concern in INNER_POINTS and random.random() < 0.3:
            measure = INNER_POINTS[concern]
        rating = {"measure": measure}
        if random.random() < 0.5:
            rating["sd"] = round(random.uniform(0, 0.15) * (measures[concern][1] - measures[concern][0]), 3)
        return rating
    score = random.choice([random.randint(0, 10), round(random.uniform(*scores), 2), round(random.uniform(*scores), 2)])
    return random.choice([score, {"score": score}, {"score": score, "sd": round(random.uniform(0, 2.5), 2)}])


def votes_of(person):
    return person.get("votes", 0 if set(person["roles"]) == {"coach"} else 1)


def features(deal):
    """Names of what the deal uses."""
    people, decision, evidence = deal["people"], deal.get("decision", {}), deal.get("evidence", [])
    departed = {person["id"] for person in people if person.get("departed")}
    ids = {person["id"] for person in people}
    ratings = [(offer["kind"], rating) for offer in deal["offers"] for rating in offer.get("ratings", {}).values()]
    vendors = [offer for offer in deal["offers"] if offer["kind"] != "status_quo"]
    found = {f"people {len(people) - len(departed)}", f"vendors {len(vendors)}",
             f"rule {decision.get('rule', 'autocracy')}"}
    for person in people:
        found |= {f"person {key}" for key in person}
        found |= {"roles as map" if isinstance(person["roles"], dict) else "roles as list"}
        found |= {"mixed roles"} if len(person["roles"]) > 1 else set()
        own = person.get("concerns", {}).values()
        found |= {f"concern {key}" for entry in own if isinstance(entry, dict) for key in entry}
        found |= {"importance 0"} if 0 in own else set()
        found |= {"boss left"} if person.get("reports_to") in departed else set()
    for tie in deal.get("ties", []):
        found |= {f"tie {key}" for key in tie} | {f"tie kind {tie.get('kind', 'unsaid')}"}
        found |= {"tie of one who left"} if {tie["from"], tie["to"]} & departed else set()
    for record in evidence:
        found |= {f"evidence {key}" for key in record} | {f"stance {type(record['stance']).__name__}"}
        found |= {"evidence about one who left"} if record["about"] in departed else set()
        source = record.get("source")
        found |= {"source " + ("unsaid" if source is None else "left" if source in departed else
                               "himself" if source == record["about"] else "inside" if source in ids else "outside")}
    for kind, rating in ratings:
        found |= {f"rating {'+'.join(sorted(rating)) if isinstance(rating, dict) else 'bare'}", f"rated {kind}"}
    found |= {f"decision {key}" for key in decision} | {f"uncertainty {key}" for key in deal.get("uncertainty", {})}
    found |= {"decider uncertain"} if isinstance(decision.get("decider"), dict) else set()
    found |= {"status quo added"} if vendors == deal["offers"] else set()
    found |= {"catalog"} if "catalog" in deal else set()
    found |= {"drift ahead"} if decision.get("date", "") > deal.get("as_of", "9999") else set()
    found |= {"no as_of"} if "as_of" not in deal else set()
    return found
