"""The forecast as a user would write it in plain Python, numpy, numba and JAX; what forecast.py times ours beside."""

from __future__ import annotations

import math
import os
import random
import sys
from pathlib import Path

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[threads] = "1"
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
os.environ["JAX_PLATFORMS"] = "cpu"

import jax  # noqa: E402
import jax.numpy as jnp  # noqa: E402
import numba  # noqa: E402
import numpy as np  # noqa: E402

import buygraph as bg  # noqa: E402

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "python"))
import reference  # noqa: E402

ROLES = ("decision_maker", "technical", "user", "purchaser", "finance", "user")
RATED = ("function", "reliability", "cost", "risk", "fairness", "convenience")
SEED = 7


def deal_of(people: int, offers: int) -> dict:
    """A believable account: a chain of command, advice, friends and an opponent, one technical veto, rated offers."""
    draw = random.Random(f"{people} {offers}")
    ids = [f"p{i}" for i in range(people)]
    deal = {
        "buygraph": 1,
        "name": f"{people} people, {offers} offers",
        "as_of": "2026-01-01",
        "people": [
            {"id": person, "name": person, "roles": [ROLES[i % len(ROLES)]], "veto": i == 1}
            for i, person in enumerate(ids)
        ],
        "ties": [],
        "offers": [],
        "decision": {"decider": "p0", "date": "2026-04-01"},
        "evidence": [
            {"about": ids[i], "offer": "us", "stance": draw.uniform(-0.5, 0.6), "source": "p2", "date": "2025-12-01"}
            for i in range(0, people, 2)
        ],
    }
    for i in range(1, people):
        deal["people"][i]["reports_to"] = ids[(i - 1) // 2]
    for kind in ("advises", "works_with", "friend", "opposes"):
        for _ in range(people // 4):
            source, target = draw.sample(ids, 2)
            deal["ties"].append({"from": source, "to": target, "kind": kind})
    kinds = ["ours", *["competitor"] * (offers - 2), "status_quo"]
    for j, kind in enumerate(kinds):
        ratings = {concern: draw.uniform(4, 8) for concern in RATED}
        offer = "us" if j == 0 else f"offer{j}"
        deal["offers"].append({"id": offer, "name": offer, "kind": kind, "ratings": ratings})
    return deal


class Arrays:
    """What a peer starts from."""

    def __init__(self, deal: dict) -> None:
        m = reference.read(deal)
        model = bg.load(deal).compile()
        self.model, self.reference = model, m
        self.n, self.m = len(m.people), len(m.offers)
        self.mean = np.concatenate([np.asarray(model.attitudes(gate)).ravel() for gate in ("buy", "vendor")])
        values, vectors = np.linalg.eigh(np.asarray(model.covariance()))
        keep = values > 1e-12 * values.max()
        self.root = vectors[:, keep] * np.sqrt(values[keep])
        ties = [tie for tie in m.ties if tie[2] != 0]
        self.target, self.source = np.array([t[0] for t in ties]), np.array([t[1] for t in ties])
        self.strength, self.sd = np.array([t[2] for t in ties], float), np.array([t[3] for t in ties], float)
        self.places = np.zeros((len(ties), self.n * self.n))  # where each tie stands in the matrix of ties
        self.places[np.arange(len(ties)), self.target * self.n + self.source] = 1
        self.susceptibility, self.voice = np.asarray(m.susceptibility, float), np.asarray(m.omega, float)
        self.decider, self.vetoes = int(np.argmax(m.decider)), np.flatnonzero(m.veto)
        self.rule = m.decision
        self.ours = m.ours
        self.dimensions = self.root.shape[1] + len(ties)


# ---------------------------------------------------------------- numpy, a batch of samples at once


def numpy_outcomes(a: Arrays, z: np.ndarray, dtype) -> np.ndarray:
    """P of every offer (0: no decision) in every sample."""
    n, m, rank, count = a.n, a.m, a.root.shape[1], len(z)
    attitude = a.mean.astype(dtype) + z[:, :rank] @ a.root.T.astype(dtype)
    sd = a.sd.astype(dtype)
    strength = a.strength.astype(dtype) * np.exp(sd * z[:, rank:] - sd**2 / 2)
    raw = (strength @ a.places.astype(dtype)).reshape(count, n, n)
    attention = np.abs(raw).sum(axis=2)
    weights = raw / np.maximum(1, attention)[:, :, None]
    weights[:, np.arange(n), np.arange(n)] = np.maximum(0, 1 - attention)
    susceptibility = a.susceptibility.astype(dtype)
    system = np.eye(n, dtype=dtype) - susceptibility[:, None] * weights
    both = attitude.reshape(count, 2, n, m).transpose(0, 2, 1, 3).reshape(count, n, 2 * m)
    final = np.linalg.solve(system, (1 - susceptibility)[:, None] * both).reshape(count, n, 2, m)
    return numpy_rule(a, final[:, :, 0], final[:, :, 1], np)


def numpy_rule(a: Arrays, buy, vendor, np):
    """Vetoes, the choice of the decider, whether he buys: for numpy and JAX alike."""
    rule = a.rule
    pull = buy[:, :, 1:] - buy[:, :, :1]
    voice = np.asarray(a.voice, dtype=buy.dtype)[:, None]
    mean = (voice * pull).sum(axis=1)
    spread = np.maximum((voice * pull**2).sum(axis=1) - mean**2, 0)
    conflict = np.sqrt(spread + 1e-4) - 1e-2
    margin = pull[:, a.decider] - rule["indecision"] - rule["conflict"] * conflict
    yes = 1 / (1 + np.exp(-margin / rule["temperature"]))
    passes = 1 / (1 + np.exp(-(buy[:, a.vetoes, 1:] - rule["veto_line"]) / rule["veto_temperature"]))
    available = passes.prod(axis=1)
    prefer = np.exp((vendor[:, a.decider, 1:] - vendor[:, a.decider, 1:].max(axis=1)[:, None]) / rule["temperature"])
    won = 0
    for subset in range(1, 1 << (a.m - 1)):
        inside = np.asarray([(subset >> j) & 1 for j in range(a.m - 1)], dtype=buy.dtype)
        chance = (inside * available + (1 - inside) * (1 - available)).prod(axis=1)
        weight = inside * prefer
        won = won + (chance / weight.sum(axis=1))[:, None] * weight * yes
    return np.concatenate([1 - won.sum(axis=1, keepdims=True), won], axis=1)


# ---------------------------------------------------------------- JAX, the same compiled


def jax_run(a: Arrays, count: int):
    n, m, rank = a.n, a.m, a.root.shape[1]
    mean, root, sd, strength = (jnp.asarray(x, jnp.float32) for x in (a.mean, a.root, a.sd, a.strength))
    susceptibility, places = jnp.asarray(a.susceptibility, jnp.float32), jnp.asarray(a.places, jnp.float32)

    @jax.jit
    def run(key):
        z = jax.random.normal(key, (count, a.dimensions), jnp.float32)
        attitude = mean + z[:, :rank] @ root.T
        raw = (strength * jnp.exp(sd * z[:, rank:] - sd**2 / 2) @ places).reshape(count, n, n)
        attention = jnp.abs(raw).sum(axis=2)
        weights = raw / jnp.maximum(1, attention)[:, :, None]
        weights = weights.at[:, jnp.arange(n), jnp.arange(n)].set(jnp.maximum(0, 1 - attention))
        system = jnp.eye(n, dtype=jnp.float32) - susceptibility[:, None] * weights
        both = attitude.reshape(count, 2, n, m).transpose(0, 2, 1, 3).reshape(count, n, 2 * m)
        final = jnp.linalg.solve(system, (1 - susceptibility)[:, None] * both).reshape(count, n, 2, m)
        return numpy_rule(a, final[:, :, 0], final[:, :, 1], jnp)

    return run


# ---------------------------------------------------------------- one sample after the other: numba, and plain Python


def loop(
    count, mean, root, source, target, strength, sd, susceptibility, voice, decider, vetoes, numbers, normal, n, m
):
    """The sum of P(offer) and of P(offer)² over samples. Plain enough for numba and for Python without it."""
    temperature, indecision, resists, veto_line, veto_temperature = numbers
    rank = len(root[0])
    total, square = [0.0] * m, [0.0] * m
    z = [0.0] * rank
    for _ in range(count):
        for c in range(rank):
            z[c] = normal(0.0, 1.0)
        attitude = [0.0] * (2 * n * m)
        for row in range(2 * n * m):
            value = mean[row]
            for c in range(rank):
                value += root[row][c] * z[c]
            attitude[row] = value
        raw = [[0.0] * n for _ in range(n)]
        for t in range(len(source)):
            raw[target[t]][source[t]] += strength[t] * math.exp(sd[t] * normal(0.0, 1.0) - sd[t] * sd[t] / 2)
        system = [[0.0] * (n + 2 * m) for _ in range(n)]
        for i in range(n):
            attention = 0.0
            for k in range(n):
                attention += abs(raw[i][k])
            for k in range(n):
                system[i][k] = -susceptibility[i] * raw[i][k] / max(1.0, attention)
            system[i][i] = 1 - susceptibility[i] * max(0.0, 1 - attention)
            for g in range(2):
                for j in range(m):
                    system[i][n + g * m + j] = (1 - susceptibility[i]) * attitude[(g * n + i) * m + j]
        for pivot in range(n):
            for row in range(pivot + 1, n):
                factor = system[row][pivot] / system[pivot][pivot]
                for column in range(pivot + 1, n + 2 * m):
                    system[row][column] -= factor * system[pivot][column]
        for row in range(n - 1, -1, -1):
            for column in range(n, n + 2 * m):
                value = system[row][column]
                for k in range(row + 1, n):
                    value -= system[row][k] * system[k][column]
                system[row][column] = value / system[row][row]
        yes, available, prefer = [0.0] * m, [1.0] * m, [0.0] * m
        for j in range(1, m):
            average, spread = 0.0, 0.0
            for i in range(n):
                pull = system[i][n + j] - system[i][n]
                average += voice[i] * pull
                spread += voice[i] * pull * pull
            conflict = math.sqrt(max(0.0, spread - average * average) + 1e-4) - 1e-2
            margin = system[decider][n + j] - system[decider][n] - indecision - resists * conflict
            yes[j] = 1 / (1 + math.exp(-margin / temperature))
            for i in vetoes:
                available[j] *= 1 / (1 + math.exp(-(system[i][n + j] - veto_line) / veto_temperature))
            prefer[j] = math.exp((system[decider][n + m + j] - system[decider][n + m + 1]) / temperature)
        won = [0.0] * m
        for subset in range(1, 1 << (m - 1)):
            chance, weight = 1.0, 0.0
            for j in range(1, m):
                if (subset >> (j - 1)) & 1:
                    chance *= available[j]
                    weight += prefer[j]
                else:
                    chance *= 1 - available[j]
            for j in range(1, m):
                if (subset >> (j - 1)) & 1:
                    won[j] += chance * prefer[j] / weight * yes[j]
        for j in range(1, m):
            total[j] += won[j]
            square[j] += won[j] * won[j]
    return total, square


def loop_arguments(a: Arrays):
    rule = a.rule
    numbers = tuple(rule[k] for k in ("temperature", "indecision", "conflict", "veto_line", "veto_temperature"))
    ties = (a.source, a.target, a.strength, a.sd)
    return (a.mean, a.root, *ties, a.susceptibility, a.voice, a.decider, a.vetoes, numbers)


def listed(values):
    """As plain Python has them."""
    return [one.tolist() if hasattr(one, "tolist") else one for one in values]


def numba_loop():
    normal = numba.njit(lambda mean, sd: np.random.normal(mean, sd))
    inner = numba.njit(loop, error_model="numpy")
    numba.njit(lambda seed: np.random.seed(seed))(SEED)
    return lambda a, count: inner(count, *loop_arguments(a), normal, a.n, a.m)
