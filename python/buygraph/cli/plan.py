"""The verbs that say what next, from ``messages`` to ``brief``: each prints what a method of a deal answers."""

from __future__ import annotations

import argparse

from .. import _core, _plan
from .answers import answer_json, names, print_sentences, row_dicts
from .terminal import bold, dim, harmless, table, title
from .why import print_change
from .words import Words


def messages(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    found = deal.messages(words.language)
    if parsed.json:
        return answer_json(
            rival=found.rival,
            frame=row_dicts(found.frame),
            plans=row_dicts(found.plans),
            advice=row_dicts(found),
            sentences=found.sentences,
        )
    print(dim(title(deal)))
    print_sentences(found.sentences)
    called, person = names(deal, words), None
    for row in found.rows():
        if row["person"] != person:
            person = row["person"]
            print(f"\n{bold(harmless(called(person)))}")
        print(f"  {words('advice_' + row['kind'])}  {harmless(row['sentence'])}")
        print(dim(f"        {harmless(row['reason'])}"))
    return 0


def zipper(parsed: argparse.Namespace, words: Words) -> int:
    deals = [_core.load(file, parsed.catalog) for file in parsed.files]

    def wish(pair: list[str]) -> tuple[int, str, str]:
        """Of the first deal that has the person; the core says so where none has."""
        member, person = pair
        has = (number for number, deal in enumerate(deals) if person in deal.compile().people)
        return next(has, 0), member, person

    fixed, forbidden = [wish(pair) for pair in parsed.fixed], [wish(pair) for pair in parsed.forbidden]
    found = _plan.zipper(deals, fixed=fixed, forbidden=forbidden, language=words.language)
    if parsed.json:
        return answer_json(
            files=list(map(str, parsed.files)),
            pairs=row_dicts(found),
            without=row_dicts(found.without),
            unmet=row_dicts(found.unmet),
            members=row_dicts(found.members),
            value=found.value,
        )
    for number, deal in enumerate(deals):
        print(dim(title(deal)))
        print_sentences([row["sentence"] for row in found.rows() if row["deal"] == number])
        print_sentences([row["sentence"] for row in found.without.rows() if row["deal"] == number])
    for row in found.unmet.rows():
        pair = f"{row['member']} – {row['person']}"
        print(harmless(words("unmet").format(pair, row["sentence"])))
    return 0


def plan(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    found = deal.plan(
        parsed.weeks, parsed.budget, parsed.objective, parsed.quantile, parsed.all_actions, words.language
    )
    if parsed.json:
        return answer_json(
            steps=row_dicts(found, found.details),
            before=found.before,
            after=found.after,
            gain=found.gain,
            gain_error=found.gain_error,
            conflict=list(found.conflict),
            quantile=list(found.quantile),
            hours=row_dicts(found.hours),
            cost=found.cost,
            margin=found.margin,
            margin_is_value=found.margin_is_value,
            candidates=found.candidates,
            sentences=found.sentences,
        )
    print(dim(title(deal)))
    print_sentences(found.sentences)
    print_sentences(found["sentence"], numbered=True)
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
        asked = row_dicts(found, found.details)
        return answer_json(
            questions=asked, variance=found.variance, perfect=found.perfect, summary=found.summary
        )
    print(dim(title(deal)))
    if found.summary:
        print(harmless(found.summary))
    print_sentences(found["sentence"], numbered=True)
    if not len(found):
        print(words("nobody_to_ask"))
    return 0


def rival_plan(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    found = deal.rival_plan(parsed.rival, parsed.most, words.language)
    if parsed.json:
        return answer_json(steps=row_dicts(found, found.details))
    print(dim(title(deal)))
    print_sentences(found["sentence"], numbered=True)
    return 0


def answer(parsed: argparse.Namespace, words: Words) -> int:
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
        return answer_json(
            customer=found.customer,
            seller=found.seller,
            parties=found.parties,
            curve=row_dicts(found),
            zone=found.zone and list(found.zone),
            limits=found.limits,
            openings=row_dicts(found.openings),
            nash=found.nash,
            best=found.best,
            best_at_end=found.best_at_end,
            staged=row_dicts(found.staged),
            staged_cost=found.staged_cost,
            trades=row_dicts(found.trades),
            effects=row_dicts(found.effects),
            missing=found.missing,
            sentences=found.sentences,
        )
    print(dim(title(deal)))
    print_sentences(found.sentences)
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
        return answer_json(**found.to_dict())
    print(harmlessprint_sentences(found.markdown), end="")
    return 0


def harmlessprint_sentences(text: str) -> str:
    """Line by line, so that line breaks stay."""
    return "\n".join(map(harmless, text.split("\n")))


__all__ = ["answer", "brief", "messages", "negotiate", "plan", "questions", "rival_plan", "zipper"]
