"""The reference implementation checked by itself: against published numbers, and against what must hold in any deal."""

from itertools import product

import numpy as np
import pytest
import reference as ref
from random_deals import RULES, features, random_deal, with_money

SEEDS = range(40)


def read(seed):
    return ref.read(random_deal(seed))


def random_state(m, seed):
    generator = np.random.default_rng(seed)
    shape = len(m.people), len(m.offers)
    return generator.normal(0.1, 0.5, shape), generator.normal(0.1, 0.5, shape)


# ---------------------------------------------------------------- the catalog and reading


def test_a_lone_technical_judge_has_the_importances_of_the_table():
    m = ref.read({"offers": [{"id": "us", "kind": "ours"}], "people": [{"id": "wu", "roles": ["technical"]}],
                  "decision": {"decider": "wu"}})
    weighed = {concern: value for concern, value in zip(m.concerns, m.importance[0], strict=True) if value}
    assert weighed == {"reliability": 9, "stability": 8, "function": 8, "standards": 7, "expert_dialogue": 6,
                       "personal_trust": 5, "cost": 2, "risk": 2}
    assert m.susceptibility[0] == 0.25 and m.veto[0] and m.votes[0] == 1
    # 9 + 8 + 8 + 7 + 2 + 2 organisational, 6 + 5 personal at half weight and at double weight
    at = m.concerns.index("reliability"), m.concerns.index("personal_trust")
    assert ref.weights(m, "buy")[0, at[0]] == pytest.approx(9 / (36 + 5.5))
    assert ref.weights(m, "vendor")[0, at[0]] == pytest.approx(9 / (36 + 22))
    assert ref.weights(m, "vendor")[0, at[1]] == pytest.approx(10 / (36 + 22))


@pytest.mark.parametrize("measure, sd, score, score_sd", [
    (18, None, 6.5, 1.0), (18, 2, 6.5, 0.5), (24, 2, 5, 0.5), (30, 2, 3.5, 0.5), (6, 1, 10, 1 / 3), (60, 6, 0, 0.5),
    (3, None, 10, 0.5), (80, 4, 0, 0.5)])
def test_a_measure_becomes_a_score_by_the_segment_it_lies_in(measure, sd, score, score_sd):
    assert ref.score_of_measure(ref.POINTS["payback_time"], measure, sd) == pytest.approx((score, score_sd))


def test_the_random_deals_use_everything():
    found = set().union(*(features(random_deal(seed)) for seed in SEEDS))
    expected = {f"rule {rule}" for rule in RULES} | {f"people {count}" for count in range(1, 9)}
    expected |= {f"vendors {count}" for count in range(1, 5)} | {f"tie kind {kind}" for kind in [*ref.TIES, "unsaid"]}
    expected |= {f"person {key}" for key in ("concerns", "personal_emphasis", "susceptibility", "leaning", "veto",
                                             "votes", "reports_to", "perceptions", "vacant", "departed")}
    expected |= {f"decision {key}" for key in [*ref.DECISION, "decider", "date"]}
    expected |= {f"uncertainty {key}" for key in ref.UNCERTAINTY}
    expected |= {"stance str", "stance float", "tie strength", "tie sd"}
    expected |= {f"source {where}" for where in ("unsaid", "left", "himself", "inside", "outside")}
    expected |= {"rating bare", "rating score", "rating score+sd", "rating measure", "rating measure+sd"}
    expected |= {"rated status_quo", "roles as map", "roles as list", "mixed roles", "importance 0", "boss left",
                 "tie of one who left", "evidence about one who left", "evidence reliability", "evidence date",
                 "decider uncertain", "status quo added", "catalog", "drift ahead", "no as_of", "concern sd",
                 "concern kind"}
    assert expected <= found, expected - found


@pytest.mark.parametrize("seed", SEEDS)
def test_weights_add_to_one(seed):
    m = read(seed)
    for gate in ref.GATES:
        np.testing.assert_allclose(ref.weights(m, gate).sum(axis=1), 1, atol=1e-14)


# ---------------------------------------------------------------- what terms set


def finance_buyer(**ratings):
    """Price 1000 of 1250, cost 800 (margin 0.2, floor price 1000), worth 1200 in three years without interest."""
    terms = {"price": 1000, "list_price": 1250, "payments": [{"share": 0.5, "days": 0}, {"share": 0.5, "days": 365}],
             "credit_limit": 300, "yearly_benefit": 500, "yearly_running_cost": 100}
    ours = {"id": "us", "kind": "ours", "ratings": ratings, "terms": terms,
            "economics": {"cost": 800, "floor_margin": 0.2, "target_margin": 0.4}}
    return {"offers": [ours], "people": [{"id": "qian", "roles": ["finance", "purchaser", "decision_maker"]}],
            "customer": {"budget": 1000, "discount_rate": 0, "horizon_years": 3}}


def test_terms_set_what_nobody_rated():
    m = ref.read(finance_buyer(cost=2, supplier_attitude=9))
    ours = dict(zip(m.concerns, zip(m.score[0, m.ours], m.score_sd[0, m.ours], strict=True), strict=True))
    expected = {"payback_time": (3.5, 1), "return_on_investment": (3.2, 1), "cash_flow": (3.2, 1), "cost": (2, 1),
                "budget_fit": (6, 1), "payment_term": (10, 1), "credit_amount": (5, 1), "future_price_room": (0, 1),
                "three_way_balance": (0, 1), "stability": (3.5, 2.5), "supplier_cooperation": (3.5, 2.5),
                "supplier_attitude": (9, 1), "cash_cycle": (5, 2.5), "fairness": (5, 2.5)}
    for concern, score in expected.items():
        assert ours[concern] == pytest.approx(score, abs=1e-12), concern


def test_other_terms_move_a_rating_by_the_table():
    deal = finance_buyer(cost=2, supplier_attitude=9, three_way_balance=9)
    dearer = {**deal["offers"][0]["terms"], "price": 1125}
    # cost: 0.9 of the list scores 7 where 0.8 scored 8.5; margin 0.2889: h 0.7 + 0.3 · 0.0889 / 0.2
    assert ref.score_at_terms(deal, "cost", dearer) == pytest.approx(0.5)
    assert ref.score_at_terms(deal, "supplier_attitude", dearer) == pytest.approx(10)
    assert ref.score_at_terms(deal, "stability", dearer) == pytest.approx(5 * (0.7 + 0.3 * 0.4444444))
    # saved 0.1 of 0.1, margin 0.4444 of the way, worth 75 of 200
    assert ref.score_at_terms(deal, "three_way_balance", dearer) == pytest.approx(10)        # 9 + 3.75 on its scale
    assert ref.score_at_terms(deal, "fairness", dearer) == 5


@pytest.mark.parametrize("seed", SEEDS)
def test_todays_terms_move_nothing(seed):
    deal = with_money(random_deal(seed), seed)
    m = ref.read(deal)
    ours = next(offer for offer in deal["offers"] if offer["kind"] == "ours")
    _, _, points = ref.catalog_of(deal)
    for concern in m.concerns:
        expected = ref.score_of_offer(ours, concern, points, ref.set_by_terms(deal, ours, points))[0]
        assert ref.score_at_terms(deal, concern, ours.get("terms", {})) == pytest.approx(expected, abs=1e-12)


# ---------------------------------------------------------------- influence


def test_control_matrix_gives_the_final_opinions_of_parsegov_et_al():
    # Parsegov, Proskurnikov, Tempo, Friedkin 2017 (doi:10.1109/TAC.2016.2613905), eq. 2; person 3 listens to nobody
    W = np.array([[.220, .120, .360, .300], [.147, .215, .344, .294], [0, 0, 1, 0], [.090, .178, .446, .286]])
    X = ref.control_matrix(W, 1 - W.diagonal()) @ [25, 25, 75, 85]
    np.testing.assert_allclose(X, [60.0208, 59.9840, 75, 74.9862], atol=5e-5)


@pytest.mark.parametrize("seed", SEEDS)
def test_control_adds_to_one_where_all_ties_are_positive(seed):
    m = read(seed)
    t = abs(ref.raw_ties(len(m.people), m.ties))
    V = ref.control_matrix(ref.influence_weights(t), m.susceptibility)
    np.testing.assert_allclose(V.sum(axis=1), 1, atol=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_attitudes_followed_through_time_settle_where_the_control_matrix_says(seed):
    m = read(seed)
    A, susceptible = ref.prior_attitudes(m, "buy"), m.susceptibility[:, None]
    X = A
    for _ in range(4000):
        X = susceptible * (m.W @ X) + (1 - susceptible) * A
    np.testing.assert_allclose(X, m.V @ A, atol=1e-10)


# ---------------------------------------------------------------- errors and evidence


@pytest.mark.parametrize("seed", SEEDS)
def test_importances_load_as_central_differences_say(seed):
    m = read(seed)
    lat = ref.latent(m)
    i = seed % len(m.people)
    for k in np.flatnonzero(lat.importance[i] >= 0)[::4]:
        moved = []
        for step in (1e-5, -1e-5):
            m.importance[i, k] += step
            moved.append(np.array([ref.prior_attitudes(m, gate) for gate in ref.GATES]))
            m.importance[i, k] -= step
        np.testing.assert_allclose(lat.L[:, lat.importance[i, k]], (moved[0] - moved[1]).ravel() / 2e-5, atol=1e-8)


@pytest.mark.parametrize("seed", SEEDS)
def test_evidence_one_by_one_equals_all_at_once_in_any_order(seed):
    m = read(seed)
    lat = ref.latent(m)
    r = ref.readings(m, lat)
    z = np.zeros(r.H.shape[1])
    covariance = np.diag(np.concatenate([lat.sd**2, np.full(r.biases, m.uncertainty["bias_sd"]**2)]))
    for e in reversed(range(len(r.stance))):
        z, covariance = ref.update(z, covariance, r.H[[e]], (r.stance - r.expected)[[e]], r.variance[[e]])
    belief = ref.believe(m)
    np.testing.assert_allclose(z, belief.z, atol=1e-10)
    np.testing.assert_allclose(covariance, belief.z_covariance, atol=1e-10)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_posterior_agrees_with_the_same_update_in_the_space_of_attitudes(seed):
    m = read(seed)
    lat, belief = ref.latent(m), ref.believe(m)
    r = ref.readings(m, lat)
    size = len(lat.sd)
    prior = (lat.L * lat.sd**2) @ lat.L.T
    bias = r.H[:, size:]
    noise = np.diag(r.variance) + m.uncertainty["bias_sd"]**2 * bias @ bias.T
    G = np.zeros((len(r.stance), len(prior)))
    n, offers = m.leaning.shape
    for e, record in enumerate(m.evidence):
        i, j = m.people.index(record["about"]), m.offers.index(record["offer"])
        for p in range(n):
            G[e, (int(j > 0) * n + p) * offers + j] = m.V[i, p]
    gain = prior @ G.T @ np.linalg.inv(G @ prior @ G.T + noise) if len(G) else np.zeros((len(prior), 0))
    mean = np.array([ref.prior_attitudes(m, gate) for gate in ref.GATES]).ravel() + gain @ (r.stance - r.expected)
    np.testing.assert_allclose(belief.mean.ravel(), mean, atol=1e-10)
    np.testing.assert_allclose(belief.covariance, prior - gain @ G @ prior + ref.drift_covariance(m), atol=1e-10)


def test_a_source_counts_less_the_farther_it_stands():
    people = [{"id": name, "roles": ["user"]} for name in "abcdef"]
    people[5]["departed"] = True
    ties = [{"from": x, "to": y} for x, y in ("ab", "cb", "cd", "ef", "fa")]
    m = ref.read({"offers": [{"id": "us", "kind": "ours"}], "people": people, "ties": ties,
                  "decision": {"decider": "a"}})
    found = [ref.reliability(m, {"source": source, "reliability": 0.8}, 0) for source in (*"abcdef", "press")]
    assert found == pytest.approx([0.8, 0.8, 0.8 * 0.85, 0.8 * 0.85**2, 0.2, 0.8, 0.8])


# ---------------------------------------------------------------- the decision


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_probabilities_of_all_outcomes_add_to_one(seed, rule):
    deal = random_deal(seed)
    here = [person for person in deal["people"] if not person.get("departed")]
    deal["decision"] = {**deal.get("decision", {}), "rule": rule, "decider": here[0]["id"]}
    here[0]["votes"] = 2
    m = ref.read(deal)
    P = ref.outcome(*random_state(m, seed), m)
    assert sum(P.values()) == pytest.approx(1, abs=1e-12)
    assert all(-1e-15 <= p <= 1 + 1e-15 for p in P.values())


def test_many_states_at_once_are_the_same_as_one_by_one():
    for seed in range(12):
        m = read(seed)
        states = np.array([random_state(m, s) for s in range(5)])
        together = ref.outcome(states[:, 0], states[:, 1], m)
        for s, (X1, X2) in enumerate(states):
            for key, value in ref.outcome(X1, X2, m).items():
                assert value == pytest.approx(together[key][s], abs=1e-14)


def test_a_ballot_is_the_sum_over_who_is_for_an_offer():
    generator = np.random.default_rng(1)
    votes, p = np.array([1, 2, 1, 3]), generator.dirichlet([1, 1, 1], size=4)
    for needed in (4, 5, 7):
        expected = [sum(np.prod([p[i, j] if yes else 1 - p[i, j] for i, yes in enumerate(side)])
                        for side in product((0, 1), repeat=4) if np.dot(side, votes) >= needed) for j in range(3)]
        np.testing.assert_allclose(ref.one_ballot(p, votes, needed), expected, atol=1e-15)


def test_a_quota_of_two_thirds_of_three_votes_is_two():
    deal = {"offers": [{"id": "us", "kind": "ours"}], "people": [{"id": x, "roles": ["user"]} for x in "abc"],
            "decision": {"rule": "quota"}}
    assert ref.votes_needed(ref.read(deal)) == 2
    deal["decision"]["rule"] = "majority"
    assert ref.votes_needed(ref.read(deal)) == 2


def test_all_say_yes_is_independent_at_one_and_the_least_willing_at_infinity():
    y = np.array([[0.9], [0.5], [0.7]])
    assert ref.all_say_yes(-np.log(y), 1)[0] == pytest.approx(0.315)
    assert ref.all_say_yes(-np.log(y), 200)[0] == pytest.approx(0.5, abs=1e-3)


# ---------------------------------------------------------------- the forecast and its reasons


@pytest.mark.parametrize("seed", [3, 8, 16, 23])
def test_quasi_random_and_plain_forecasts_agree(seed):
    m = read(seed)
    quasi, plain = (ref.forecast(m, 4096, 1, method, groups=False) for method in ("sobol", "plain"))
    assert sum(quasi.outcomes.values()) == pytest.approx(1)
    assert sum(quasi.parts.values()) == pytest.approx(quasi.outcomes[m.offers[0]])
    for offer in m.offers:
        error = np.hypot(quasi.standard_error[offer], plain.standard_error[offer])
        assert abs(quasi.outcomes[offer] - plain.outcomes[offer]) < 4 * error + 1e-6


def test_attitudes_are_drawn_with_the_mean_and_covariance_of_the_belief():
    belief = ref.believe(read(7))
    factor = ref.square_root(belief.covariance)
    np.testing.assert_allclose(factor @ factor.T, belief.covariance, atol=1e-11)


def test_holding_every_group_leaves_no_variance():
    m = read(9)
    held = ref.believe(m, held=("scores", "deviations", "importances"))
    np.testing.assert_allclose(held.covariance, 0, atol=1e-15)
    np.testing.assert_allclose(held.mean, ref.believe(m).mean, atol=1e-12)


def test_held_is_conditioning():
    m = read(9)
    lat, belief = ref.latent(m), ref.believe(m)
    size = len(lat.sd)
    P = belief.z_covariance[:size, :size]
    held = np.array([group == "scores" for group in lat.group]) & (lat.sd > 0)
    given = P - P[:, held] @ np.linalg.pinv(P[held][:, held], rcond=1e-12) @ P[held]
    expected = lat.L @ given @ lat.L.T + ref.drift_covariance(m)
    np.testing.assert_allclose(ref.believe(m, held=("scores",)).covariance, expected, atol=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_contributions_add_up_to_the_margin(seed):
    m = read(seed)
    rivals = [None, *(offer for j, offer in enumerate(m.offers) if j != m.ours)]
    decider = m.people[-1] if seed % 2 else None
    for rival, gate in product(rivals, [None, "buy"]):
        total = sum(ref.contributions(m, decider, rival, gate).values())
        assert total == pytest.approx(ref.margin(m, decider, rival, gate), abs=1e-12)
