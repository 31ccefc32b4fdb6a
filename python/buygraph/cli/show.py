"""The verbs ``show`` and ``catalog``: what is known, as tables."""

from __future__ import annotations

import argparse
from typing import Any

from .. import _core
from .. import catalog as catalogs
from .terminal import bold, dim, print_json, table, title
from .words import Words


def show(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    content = deal.to_dict()
    standing = _core.standing_columns(deal, deal.compile(), words.language)
    called = {person["id"]: person.get("name", person["id"]) for person in content["people"]}
    called.update(zip(standing["person"], standing["name"], strict=True))

    print(dim(title(deal)))
    head = ("name", "title", "roles", "right", "lead", "stance", "sureness")
    _print_table("people", head, _people(standing, words) + _departed(content, words), words, frozenset({4}))
    if ties := _ties(content, called, words):
        print()
        _print_table("ties", ("from", "to", "kind", "strength"), ties, words)
    if seen := _evidence(content, called, words):
        print()
        _print_table("evidence", ("about", "offer", "stance", "source", "date"), seen, words)
    return 0


def _print_table(
    name: str, head: tuple[str, ...], rows: list[list[str]], words: Words, right: frozenset[int] = frozenset()
) -> None:
    print(bold(words(name)))
    print(table([words(column) for column in head], rows, right))


def _people(standing: dict[str, list[Any]], words: Words) -> list[list[str]]:
    rows = []
    for values in zip(*standing.values(), strict=True):
        person = dict(zip(standing, values, strict=True))
        decides = person["decides"]
        rights = [words("decides") + ("" if decides == 1 else f" {_core.percent(decides)}")] if decides > 0 else []
        rights += [words("veto")] if person["veto"] else []
        lead = f"{_core.signed_decimal(person['lead'], 2)} ± {person['sd']:.2f}"
        who, stance = [person["name"], person["title"], person["roles"]], f"{person['sign']} {person['stance']}"
        rows.append([*who, " ".join(rights), lead, stance, person["sureness"]])
    return rows


def _departed(content: dict[str, Any], words: Words) -> list[list[str]]:
    return [
        [person.get("name", person["id"]), person.get("title", ""), "", words("departed"), "", "", ""]
        for person in content["people"]
        if person.get("departed")
    ]


def _ties(content: dict[str, Any], called: dict[str, str], words: Words) -> list[list[str]]:
    ties = [
        [called[tie["from"]], called[tie["to"]], words(tie.get("kind", "advises")), str(tie.get("strength", ""))]
        for tie in content.get("ties", [])
    ]
    return ties + [
        [called[person["id"]], called[person["reports_to"]], words("reports"), ""]
        for person in content["people"]
        if person.get("reports_to")
    ]


def _evidence(content: dict[str, Any], called: dict[str, str], words: Words) -> list[list[str]]:
    rows = []
    for seen in content.get("evidence", []):
        stance, source = seen["stance"], seen.get("source", "")
        shown = words(stance) if isinstance(stance, str) else str(stance).replace("-", "\u2212")
        rows.append([called[seen["about"]], seen["offer"], shown, called.get(source, source), seen.get("date", "")])
    return rows


def show_catalog(parsed: argparse.Namespace, words: Words) -> int:
    roles, concerns = catalogs.roles(parsed.catalog), catalogs.concerns(parsed.catalog)
    if parsed.json:
        print_json({"roles": roles, "concerns": concerns})
        return 0

    def text(entry: dict[str, Any], field: str, otherwise: str = "") -> str:
        return str(entry.get(field, {}).get(words.language) or otherwise)

    def by_role(concern: str) -> str:
        """Who weighs it, unless everybody does."""
        weighed = {id: role.get("importance", {}).get(concern, 0) for id, role in roles.items()}
        shown = [f"{text(roles[id], 'labels', id)} {weight:g}" for id, weight in weighed.items() if weight > 2]
        return ", ".join(shown) if concern != "personal_trust" else ""

    print(bold(words("roles")))
    head = [words("role"), "id", words("susceptibility"), words("veto"), words("description")]
    rows = [
        [text(entry, "labels", id), id, f"{entry.get('susceptibility', 0.5):.2f}"]
        + [words("veto") if entry.get("veto") else "", text(entry, "descriptions")]
        for id, entry in roles.items()
    ]
    print(table(head, rows, frozenset({2}), most=100))
    print("\n" + bold(words("concerns")))
    head = [words("concern"), "id", words("kind"), words("roles"), words("description")]
    rows = [
        [text(entry, "labels", id), id, words(entry.get("kind", "organisational")), by_role(id)]
        + [text(entry, "descriptions")]
        for id, entry in concerns.items()
    ]
    print(table(head, rows, most=70))
    return 0
