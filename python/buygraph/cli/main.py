"""Arguments, exit codes and the verbs. 0: done; 1: faults in a deal or file; 2: wrong usage."""

from __future__ import annotations

import argparse
import json
import locale
import os
import sys
from pathlib import Path
from typing import Any

from .. import _core
from .. import catalog as catalog_module
from . import people_table
from .terminal import bold, cut, dim, harmless, table
from .words import Words

Faults = list[_core.Fault]


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parsed = _parser().parse_args(arguments)
    try:
        if getattr(parsed, "catalog", None):
            parsed.current = parsed.catalog
            _core.merged_catalog(parsed.catalog)  # its own faults first and once, not with every deal
        parsed.current = ""
        return int(parsed.verb(parsed, Words(_language(parsed.lang))))
    except _core.DealError as error:
        return _print_faults(getattr(parsed, "current", ""), error.faults, parsed)
    except (_core.Error, OSError) as error:
        print(harmless(str(error)), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _language(wanted: str | None) -> str:
    if wanted:
        return wanted
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return "zh" if os.environ[variable].startswith("zh") else "en"
    return "zh" if (locale.getlocale()[0] or "").startswith(("zh", "Chinese")) else "en"


def _samples(text: str) -> int:
    value = int(text)
    if not 1 <= value <= 2**24:
        raise argparse.ArgumentTypeError("from 1 to 16777216")
    return value


def _seed(text: str) -> int:
    value = int(text)
    if not 0 <= value < 2**64:
        raise argparse.ArgumentTypeError("from 0 to 2^64 - 1")
    return value


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--lang", choices=["en", "zh"], help="language of the output; that of the locale unless given")
    parser = argparse.ArgumentParser(prog="buygraph", description="Forecasts large deals from the people who decide them.")
    parser.add_argument("--version", action="version", version=f"buygraph {_core.__version__}")
    verbs = parser.add_subparsers(required=True, metavar="VERB")

    own_catalog = argparse.ArgumentParser(add_help=False)
    own_catalog.add_argument("--catalog", type=Path, metavar="FILE", help="a catalog file of your own: roles and concerns beside the built-in ones")

    def verb(name: str, function: Any, help: str, *more: argparse.ArgumentParser) -> argparse.ArgumentParser:
        sub = verbs.add_parser(name, help=help, description=help, parents=[common, *more])
        sub.set_defaults(verb=function, json=False)
        return sub

    forecast = verb("forecast", _forecast, "How each deal will end, and why.", own_catalog)
    forecast.add_argument("files", nargs="+", type=Path, metavar="FILE")
    forecast.add_argument("--samples", type=_samples, default=4096, help="states of the world (4096)")
    forecast.add_argument("--seed", type=_seed, default=0)
    forecast.add_argument("--json", action="store_true", help="one JSON document, stable and documented in docs/cli.md")

    validate = verb("validate", _validate, "Every fault of each file.", own_catalog)
    validate.add_argument("files", nargs="+", type=Path, metavar="FILE")
    validate.add_argument("--json", action="store_true")

    show = verb("show", _show, "People, roles, ties and stances as tables.", own_catalog)
    show.add_argument("file", type=Path, metavar="FILE")

    map_ = verb("map", _map, "A picture of the account: people, ties, stances.", own_catalog)
    map_.add_argument("file", type=Path, metavar="FILE")
    map_.add_argument("-o", "--output", type=Path, required=True, metavar="out.svg")

    listing = verb("catalog", _catalog, "The roles and concerns that buygraph knows.", own_catalog)
    listing.add_argument("--json", action="store_true")

    new = verb("new", _new, "A filled example deal, or a deal from a table of people.", own_catalog)
    new.add_argument("output", type=Path, nargs="?", metavar="deal.json", help="written here; to the screen unless given")
    new.add_argument("--from", dest="table", type=Path, metavar="people.csv", help="a table of people (name, title, role, reports_to, stance …)")
    new.add_argument("--force", action="store_true", help="replace a file that is there")

    schema = verb("schema", _schema, "The JSON Schema of deal files.")
    schema.set_defaults(json=True)
    return parser


def _print_faults(file: Path | str, faults: Faults, parsed: argparse.Namespace) -> int:
    words = Words(_language(parsed.lang))
    count = f"{len(faults)} {words('fault' if len(faults) == 1 else 'faults')}"
    print(bold(f"{harmless(str(file))}: {count}" if str(file) else count), file=sys.stderr)
    for fault in faults:
        print("  " + fault.describe(words.language), file=sys.stderr)
    return 1


def _forecast(parsed: argparse.Namespace, words: Words) -> int:
    done, code = [], 0
    for file in parsed.files:
        try:
            deal = _core.load(file, parsed.catalog)
            model = deal.compile()
            done.append((file, deal, model, model.forecast(samples=parsed.samples, seed=parsed.seed)))
        except _core.DealError as error:
            code = _print_faults(file, error.faults, parsed)
        except _core.FileError as error:
            print(harmless(str(error)), file=sys.stderr)
            code = 1
    if parsed.json:
        print(json.dumps({"buygraph": _core.__version__, "forecasts": [_as_json(*entry) for entry in done]}, ensure_ascii=False, indent=2))
        return code
    if len(parsed.files) == 1 and done:
        print(_one(*done[0][1:], words))
    elif done:
        print(_many(done, words))
    return code


def _as_json(file: Path, deal: _core.Deal, model: _core.DecisionModel, forecast: _core.Forecast) -> dict[str, Any]:
    ways = forecast.no_decision
    return {
        "file": str(file),
        "name": deal.name,
        "account": deal.account,
        "win": forecast.win,
        "interval": list(forecast.interval),
        "outcomes": forecast.outcomes,
        "standard_error": forecast.standard_error,
        "intervals": {offer: list(ends) for offer, ends in forecast.intervals.items()},
        "no_decision": {"blocked": ways.blocked, "stalemate": ways.stalemate, "refused": ways.refused},
        "variance": forecast.variance,
        "samples": forecast.samples,
        "seed": forecast.seed,
        "calibrated": forecast.calibrated,
    }


def _title(deal: _core.Deal) -> str:
    return " · ".join(harmless(part) for part in (deal.account, deal.name) if part)


def _one(deal: _core.Deal, model: _core.DecisionModel, forecast: _core.Forecast, words: Words) -> str:
    language = words.language
    rows = [
        [row["name"], _core.percent(row["probability"]), _core.percent_range(row["low"], row["high"]), f"{100 * row['standard_error']:.1f}"]
        for row in _core.outcome_rows(deal, forecast, language)
    ]
    ways = forecast.no_decision
    return "\n".join(
        [
            dim(_title(deal)),
            bold(_core.headline(deal, forecast, language)),
            _core.reason(deal, model, forecast, language),
            "",
            table([words("outcome"), "P", words("range"), words("error")], rows, frozenset({1, 2, 3})),
            words("no_decision_by").format(*map(_core.percent, (ways.blocked, ways.stalemate, ways.refused))),
            "",
            _core.of_twenty(forecast, language) + (". " if language == "en" else "。") + _core.uncalibrated(language) + (". " if language == "en" else "。"),
            dim(words("what_range") + "; " + words("what_error")),
        ]
    )


def _many(done: list[tuple[Path, _core.Deal, _core.DecisionModel, _core.Forecast]], words: Words) -> str:
    language = words.language
    rows, reasons = [], []
    for _, deal, model, forecast in done:
        listed = _core.outcome_rows(deal, forecast, language)
        ours, rivals, nothing = listed[0], listed[1:-1], listed[-1]
        rival = f"{cut(rivals[0]['name'], 16)} {_core.percent(rivals[0]['probability'])}" if rivals else "—"
        worth = _core.money(deal.value, deal.currency, language) if deal.value is not None else "—"
        rows.append([_title(deal), worth, _core.percent(ours["probability"]), _core.percent_range(ours["low"], ours["high"]), rival, _core.percent(nothing["probability"])])
        reasons.append(f"{bold(_title(deal))}\n  {_core.headline(deal, forecast, language)} {_core.reason(deal, model, forecast, language)}")
    head = [words("deal"), words("worth"), words("us"), words("range"), words("rival"), words("nothing")]
    return "\n".join([table(head, rows, frozenset({1, 2, 3, 5}), most=44), "", *reasons, "", _core.uncalibrated(language), dim(words("what_range"))])


def _validate(parsed: argparse.Namespace, words: Words) -> int:
    code, report = 0, []
    for file in parsed.files:
        try:
            faults = _core.validate(file, parsed.catalog)
        except _core.FileError as error:
            print(harmless(str(error)), file=sys.stderr)
            code = 1
            continue
        report.append({"file": str(file), "faults": [{"pointer": f.pointer, "message": f.message, "given": f.given, "allowed": f.allowed, "suggestion": f.suggestion} for f in faults]})
        if faults:
            code = 1
            if not parsed.json:
                _print_faults(file, faults, parsed)
        elif not parsed.json:
            print(f"{harmless(str(file))} {words('fine')}")
    if parsed.json:
        print(json.dumps({"buygraph": _core.__version__, "files": report}, ensure_ascii=False, indent=2))
    return code


def _show(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    content = deal.to_dict()
    standing = _core.standing_columns(deal, deal.compile(), words.language)
    called = {person["id"]: person.get("name", person["id"]) for person in content["people"]}
    called.update(zip(standing["person"], standing["name"], strict=True))

    rows = []
    for i, person in enumerate(standing["person"]):
        decides = standing["decides"][i]
        rights = [words("decides") + ("" if decides == 1 else f" {_core.percent(decides)}")] if decides > 0 else []
        rights += [words("veto")] if standing["veto"][i] else []
        rows.append([called[person], standing["title"][i], standing["roles"][i], " ".join(rights),
                     f"{_core.signed_decimal(standing['lead'][i], 2)} ± {standing['sd'][i]:.2f}", f"{standing['sign'][i]} {standing['stance'][i]}", standing["sureness"][i]])
    rows += [[person.get("name", person["id"]), person.get("title", ""), "", words("departed"), "", "", ""] for person in content["people"] if person.get("departed")]
    print(dim(_title(deal)))
    print(bold(words("people")))
    print(table([words(k) for k in ("name", "title", "roles", "right", "lead", "stance", "sureness")], rows, frozenset({4})))

    ties = [[called[t["from"]], called[t["to"]], t.get("kind", "advises"), str(t.get("strength", ""))] for t in content.get("ties", [])]
    ties += [[called[p["id"]], called[p["reports_to"]], words("reports"), ""] for p in content["people"] if p.get("reports_to")]
    if ties:
        print("\n" + bold(words("ties")))
        print(table([words(k) for k in ("from", "to", "kind", "strength")], ties))
    seen = [[called[e["about"]], e["offer"], str(e["stance"]), called.get(e.get("source", ""), e.get("source", "")), e.get("date", "")] for e in content.get("evidence", [])]
    if seen:
        print("\n" + bold(words("evidence")))
        print(table([words(k) for k in ("about", "offer", "stance", "source", "date")], seen))
    return 0


def _map(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    _core.write_file(parsed.output, _core.account_map(deal, deal.compile(), words.language))
    print(f"{words('written')}: {parsed.output}")
    return 0


def _catalog(parsed: argparse.Namespace, words: Words) -> int:
    roles, concerns, language = catalog_module.roles(parsed.catalog), catalog_module.concerns(parsed.catalog), words.language
    if parsed.json:
        print(json.dumps({"roles": roles, "concerns": concerns}, ensure_ascii=False, indent=2))
        return 0
    print(bold(words("roles")))
    print(table([words("role"), "id", words("susceptibility"), words("veto"), words("description")],
                [[e["labels"][language], id, f"{e['susceptibility']:.2f}", words("veto") if e["veto"] else "", e.get("descriptions", {}).get(language, "")] for id, e in roles.items()], frozenset({2}), most=100))
    weighed = {id: ", ".join(f"{roles[r]['labels'][language]} {roles[r]['importance'][id]:g}" for r in roles if id in roles[r]["importance"] and roles[r]["importance"][id] > 2) for id in concerns}
    print("\n" + bold(words("concerns")))
    print(table([words("concern"), "id", words("kind"), words("roles"), words("description")],
                [[e["labels"][language], id, words(e["kind"]), weighed[id] if id != "personal_trust" else "", e.get("descriptions", {}).get(language, "")] for id, e in concerns.items()], most=70))
    return 0


def _new(parsed: argparse.Namespace, words: Words) -> int:
    if parsed.table:
        deal, notes = people_table.read(parsed.table, words.language, parsed.catalog)
        for note in notes:
            print(harmless(note), file=sys.stderr)
        if deal is None:
            return 1
    else:
        deal = people_table.example(words.language)
    text = _core.load(deal, parsed.catalog).to_json()
    if parsed.output is None:
        print(text, end="")
        return 0
    if parsed.output.exists() and not parsed.force:
        print(f"{harmless(str(parsed.output))}: {'已存在；用 --force 覆盖' if words.language == 'zh' else 'is there already; --force replaces it'}", file=sys.stderr)
        return 1
    _core.write_file(parsed.output, text)
    print(f"{words('written')}: {parsed.output}")
    return 0


def _schema(parsed: argparse.Namespace, words: Words) -> int:
    print(json.dumps(_core.schema(), ensure_ascii=False, indent=2))
    return 0
