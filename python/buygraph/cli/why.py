"""The verbs that say why, from ``explain`` to ``compare``: each prints what a method of a deal answers."""

from __future__ import annotations

import argparse
import json
from typing import Any

from .. import _compare, _core
from .. import catalog as catalogs
from ..tables import input_error
from .answers import answer_json, concerns, names, offers, print_sentences, row_dicts
from .forecasts import Done, print_forecast
from .terminal import bold, dim, harmless, table, title
from .words import Words


def explain(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    model = deal.compile()
    found = deal.explain(parsed.decider, parsed.rival, parsed.gate)
    said = _core.explanation_sentences(deal, model, parsed.decider, parsed.rival, parsed.gate, words.language)
    if parsed.json:
        return answer_json(
            margin=found.margin,
            rival=found.rival,
            gate=found.gate,
            contributions=row_dicts(found),
            people=row_dicts(found.people),
            concerns=row_dicts(found.concerns),
            ties=row_dicts(found.ties),
            chains=[{**row, "people": path} for row, path in zip(found.chains.rows(), found.paths, strict=True)],
            sentences=said,
        )
    person, concern = names(deal, words), concerns(deal, words)
    print(dim(title(deal)))
    print(bold(harmless(said[0])))
    print_sentences(said[1:])
    parts = sorted(row_dicts(found), key=lambda row: -abs(row["contribution"]))[:12]
    rows = [
        [person(row["person"]), concern(row["concern"]) if row["concern"] else words(row["kind"])]
        + [_core.signed_decimal(row["contribution"], 3)]
        for row in parts
    ]
    print()
    print(table([words("name"), words("concern"), words("contribution")], rows, frozenset({2})))
    return 0


def power(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    found = deal.power(attenuation=parsed.attenuation, language=words.language)
    if parsed.json:
        return answer_json(
            people=row_dicts(found),
            relations=row_dicts(found.relations),
            attenuation=found.attenuation,
            sentences=found.sentences,
        )
    person = names(deal, words)
    print(dim(title(deal)))
    print_sentences(found.sentences)
    print()
    rows = []
    for row in found.rows():
        rights = [f"{words('decides')} {_core.percent(row['decides'])}"] if row["decides"] > 0 else []
        rights += [f"{row['votes']:g} {words('vote' if row['votes'] == 1 else 'votes')}"] if row["votes"] > 0 else []
        rights += [words("veto")] if row["veto"] else []
        influence = f"{_core.signed_decimal(row['decision_influence'], 2)} ± {row['standard_error']:.2f}"
        measures = ("total_effects", "shapley_shubik", "banzhaf", "betweenness", "pagerank")
        shown = [f"{row[name]:.2f}" for name in measures]
        rows.append([person(row["person"]), " ".join(rights), f"{row['control']:.2f}", influence, *shown])
    head = [words(name) for name in ("name", "right", "control", "decision_influence", "total_effects")]
    print(table([*head, "Shapley–Shubik", "Banzhaf", words("betweenness"), "PageRank"], rows, frozenset(range(2, 9))))
    return 0


def structure(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    found = deal.structure(words.language)
    if parsed.json:
        return answer_json(
            contacts=found.contacts,
            ways=row_dicts(found, found.details),
            articulation_people=found.articulation_people,
            bridges=[list(pair) for pair in found.bridges],
            centre=found.centre,
            sentences=found.sentences,
        )
    print(dim(title(deal)))
    print_sentences(found.sentences)
    return 0


def blind_spots(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    found = deal.blind_spots(words.language)
    if parsed.json:
        return answer_json(blind_spots=row_dicts(found, found.details))
    print(dim(title(deal)))
    for row in found.rows():
        print(f"{_core.signed_decimal(100 * row['size'], 1):>6}  {harmless(row['sentence'])}")
        print(dim(f"        {harmless(row['counter_move'])}"))
    return 0


def coverage(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    found = deal.coverage()
    if parsed.json:
        return answer_json(
            overall=found.overall, rival=found.rival, roles=row_dicts(found), people=row_dicts(found.people)
        )
    known = {**catalogs.roles(), **deal.to_dict().get("catalog", {}).get("roles", {})}
    print(dim(title(deal)))
    called = offers(deal)
    print(bold(words("coverage_is").format(_core.percent(found.overall), harmless(called(found.rival)))))
    stances = [name for name in found.columns if name.startswith("on_")]
    numbers = ["coverage", *stances, "weights", "sways", "freshness"]
    rows = [
        [str(known.get(row["role"], {}).get("labels", {}).get(words.language) or row["role"]), f"{row['people']:.1f}"]
        + [_core.percent(row[name]) for name in numbers]
        for row in found.rows()
    ]
    head = [words("role"), words("people"), words("coverage")]
    head += [called(name.removeprefix("on_")) for name in stances]
    head += [words(name) for name in ("weights", "sways", "freshness")]
    print(table(head, rows, frozenset(range(1, len(head)))))
    return 0


def qualification(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    found = deal.qualification(words.language)
    if parsed.json:
        return answer_json(
            fields=row_dicts(found),
            contradictions=row_dicts(found.contradictions),
            map_status=found.map_status,
            map_sentence=found.map_sentence,
            key_people=found.key_people,
            supporters=found.supporters,
        )
    print(dim(title(deal)))
    rows = [[row["label"], row["words"], row["sentence"]] for row in found.rows()]
    print(table([words("field"), words("status"), ""], rows, most=100))
    print()
    print_sentences(found.contradictions["sentence"])
    print_sentences([found.map_sentence])
    return 0


def print_change(deal: _core.Deal, changed: Any, parsed: argparse.Namespace, words: Words) -> int:
    before = changed.before
    if parsed.json:
        return answer_json(
            before=before.outcomes,
            after=changed.outcomes,
            difference=changed.difference,
            difference_error=changed.difference_error,
            samples=changed.samples,
            seed=changed.seed,
        )
    print(dim(title(deal)))
    rows = []
    for row in _core.outcome_rows(deal, before, words.language):
        id = row["offer"]
        points = f"{_core.signed_decimal(100 * changed.difference[id], 1)} ± {100 * changed.difference_error[id]:.1f}"
        rows.append([row["name"], _core.percent(before.outcomes[id]), _core.percent(changed.outcomes[id]), points])
    print(table([words(name) for name in ("outcome", "before", "after", "difference")], rows, frozenset({1, 2, 3})))
    return 0


def move(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    moves = None
    if parsed.moves is not None:
        try:
            moves = json.loads(parsed.moves)
        except ValueError as error:
            raise input_error("--moves", f"{parsed.moves[:40]} ({error})", "a list of moves in JSON") from None
    elif not deal.to_dict().get("moves"):
        raise input_error("--moves", "none, and the deal holds none", "a list of moves in JSON")
    return print_change(deal, deal.move(moves), parsed, words)


def _edit(text: str) -> tuple[str, Any]:
    path, equals, value = text.partition("=")
    if not equals or not path:
        raise input_error("edits", text[:60], "PATH=VALUE, as in people/chen/susceptibility=0.3")
    try:
        return path, json.loads(value)
    except ValueError:
        return path, value  # a word needs no quotes


def what_if(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    return print_change(deal, deal.what_if(dict(map(_edit, parsed.edits))), parsed, words)


def seen_by(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog).seen_by(parsed.rival)
    model = deal.compile()
    if not parsed.json:
        print(bold(words("seen_by").format(harmless(offers(deal)(parsed.rival)))))
    return print_forecast([Done(parsed.file, deal, model, model.forecast())], parsed.json, words)


def compare(parsed: argparse.Namespace, words: Words) -> int:
    old, new = (_core.load(file, parsed.catalog) for file in (parsed.old, parsed.new))
    found = _compare.compare(old, new, language=words.language)
    if parsed.json:
        return answer_json(
            before=found.before,
            after=found.after,
            change=found.change,
            standard_error=found.standard_error,
            exact=found.exact,
            headline=found.headline,
            edits=[{**row, "details": detail} for row, detail in zip(found.rows(), found.details, strict=True)],
        )
    print(dim(title(new)))
    print(bold(harmless(found.headline)))
    print_sentences(found["sentence"])
    return 0
