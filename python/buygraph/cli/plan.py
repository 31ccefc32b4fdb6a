"""The verbs that say what next, from ``messages`` to ``brief``: each prints what a method of a deal answers."""

from __future__ import annotations

import argparse
from typing import Any

from .. import _core, _plan
from .terminal import bold, dim, harmless, print_json, table, title
from .words import Words


def _print_json(**fields: Any) -> int:
    print_json({"buygraph": _core.__version__, **fields})
    return 0


def _lines(sentences: list[str], numbered: bool = False) -> None:
    for number, sentence in enumerate(sentences, 1):
        print(harmless(f"{number}. {sentence}" if numbered else sentence))


def _names(deal: _core.Deal, words: Words) -> dict[str, str]:
    standing = _core.standing_columns(deal, deal.compile(), words.language)
    return dict(zip(standing["person"], standing["name"], strict=True))


def messages(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    found = deal.messages(words.language)
    if parsed.json:
        return _print_json(
            rival=found.rival,
            frame=list(found.frame.rows()),
            plans=list(found.plans.rows()),
            advice=list(found.rows()),
            sentences=found.sentences,
        )
    print(dim(title(deal)))
    _lines(found.sentences)
    names, person = _names(deal, words), None
    for row in found.rows():
        if row["person"] != person:
            person = row["person"]
            print(f"\n{bold(harmless(names.get(person, person)))}")
        print(f"  {words('advice_' + row['kind'])}  {harmless(row['sentence'])}")
        print(dim(f"        {harmless(row['reason'])}"))
    return 0


def zipper(parsed: argparse.Namespace, words: Words) -> int:
    deals = [_core.load(file, parsed.catalog) for file in parsed.files]
    found = _plan.zipper(deals, language=words.language)
    if parsed.json:
        return _print_json(
            files=list(map(str, parsed.files)),
            pairs=list(found.rows()),
            without=list(found.without.rows()),
            members=list(found.members.rows()),
            value=found.value,
        )
    for number, deal in enumerate(deals):
        print(dim(title(deal)))
        _lines([row["sentence"] for row in found.rows() if row["deal"] == number])
        _lines([row["sentence"] for row in found.without.rows() if row["deal"] == number])
    return 0


def plan(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    found = deal.plan(
        parsed.weeks, parsed.budget, parsed.objective, parsed.quantile, parsed.all_actions, words.language
    )
    if parsed.json:
        return _print_json(
            steps=[{**row, **detail} for row, detail in zip(found.rows(), found.details, strict=True)],
            before=found.before,
            after=found.after,
            gain=found.gain,
            gain_error=found.gain_error,
            conflict=list(found.conflict),
            quantile=list(found.quantile),
            hours=list(found.hours.rows()),
            cost=found.cost,
            margin=found.margin,
            margin_is_value=found.margin_is_value,
            candidates=found.candidates,
            sentences=found.sentences,
        )
    print(dim(title(deal)))
    _lines(found.sentences)
    _lines(found["sentence"], numbered=True)
    if len(found.hours):
        print()
        hours = [
            [row["member"], f"{row['used']:g}", "—" if row["available"] is None else f"{row['available']:g}"]
            for row in found.hours.rows()
        ]
        print(table([words(name) for name in ("member", "hours_used", "hours_available")], hours, frozenset({1, 2})))
    if found.margin_is_value:
        print(dim(words("margin_is_value")))
    return 0


def questions(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    found = deal.questions(parsed.most, parsed.all_informants, words.language)
    if parsed.json:
        rows = [{**row, **detail} for row, detail in zip(found.rows(), found.details, strict=True)]
        return _print_json(questions=rows, variance=found.variance, perfect=found.perfect)
    print(dim(title(deal)))
    _lines(found["sentence"], numbered=True)
    if not len(found):
        print(words("nobody_to_ask"))
    return 0


def rival_plan(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    found = deal.rival_plan(parsed.rival, parsed.most, words.language)
    if parsed.json:
        return _print_json(steps=[{**row, **detail} for row, detail in zip(found.rows(), found.details, strict=True)])
    print(dim(title(deal)))
    _lines(found["sentence"], numbered=True)
    return 0


def answer(parsed: argparse.Namespace, words: Words) -> int:
    from .why import print_change

    deal = _core.load(parsed.file, parsed.catalog)
    found = deal.answer(
        parsed.kind,
        parsed.about,
        parsed.value,
        informant=parsed.informant,
        offer=parsed.offer,
        concern=parsed.concern,
        to=parsed.to,
        name=parsed.name,
        reliability=parsed.reliability,
    )
    if parsed.output:
        found.deal.save(parsed.output)
    return print_change(deal, found.change, parsed, words)


def negotiate(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    found = deal.negotiate(parsed.prices, language=words.language)
    if parsed.json:
        return _print_json(
            customer=found.customer,
            seller=found.seller,
            parties=found.parties,
            curve=list(found.rows()),
            zone=found.zone and list(found.zone),
            limits=found.limits,
            openings=list(found.openings.rows()),
            nash=found.nash,
            best=found.best,
            best_at_end=found.best_at_end,
            staged=list(found.staged.rows()),
            staged_cost=found.staged_cost,
            trades=list(found.trades.rows()),
            effects=list(found.effects.rows()),
            missing=found.missing,
            sentences=found.sentences,
        )
    print(dim(title(deal)))
    _lines(found.sentences)
    if not len(found):
        return 0

    def shown(value: float | None, digits: int) -> str:
        return "—" if value is None else f"{value:.{digits}f}"

    rows = [
        [f"{row['price']:.0f}", f"{100 * row['win']:.1f}", shown(row["expected_margin"], 0)]
        + [shown(row[party], 2) for party in ("purchaser", "supplier", "company")]
        for row in found.rows()
    ]
    head = ("price", "win_percent", "expected_margin", "purchaser", "supplier", "company")
    print()
    print(table([words(name) for name in head], rows, frozenset(range(6))))
    return 0


def brief(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    found = deal.brief(parsed.person, words.language)
    if parsed.output:
        _core.write_file(parsed.output, found.markdown)
        return 0
    if parsed.json:
        return _print_json(**found.to_dict())
    print(harmless_lines(found.markdown), end="")
    return 0


def harmless_lines(text: str) -> str:
    """Line by line, so that line breaks stay."""
    return "\n".join(map(harmless, text.split("\n")))


__all__ = ["answer", "brief", "messages", "negotiate", "plan", "questions", "rival_plan", "zipper"]
