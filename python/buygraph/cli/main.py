"""Arguments, exit codes and the verbs. 0: done; 1: faults in a deal or file; 2: wrong usage."""

from __future__ import annotations

import argparse
import locale
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from .. import _core
from . import people_table, plan, portfolio, reports, why
from .example import example
from .faults import print_faults, validate
from .forecasts import forecast
from .show import show, show_catalog
from .terminal import harmless, harmless_json, print_error, print_json
from .words import Words


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            code = _run(_parser().parse_args(arguments))
        except SystemExit as end:  # argparse has printed its help or its complaint
            if sys.stdout:
                sys.stdout.flush()
            raise end
        if sys.stdout:
            sys.stdout.flush()  # a full disk is noticed here and not when the interpreter ends
        return code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader has seen enough
        _to_nowhere()
        return 0
    except OSError as error:
        print_error(str(error))
        _to_nowhere()
        return 1


def _run(parsed: argparse.Namespace) -> int:
    words = Words(_language(parsed.lang))
    current = getattr(parsed, "catalog", None)
    try:
        if current:
            _core.merged_catalog(current)  # its own faults first and once, not with every deal
        current = getattr(parsed, "file", None) or getattr(parsed, "table", None)
        return int(parsed.verb(parsed, words))
    except _core.DealError as error:
        return print_faults(current or "", error.faults, words)
    except _core.Error as error:
        print_error(str(error))
        return 1


def _to_nowhere() -> None:
    """What is still to be written can go nowhere: without this Python would complain of it once more at its end."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _language(wanted: str | None) -> str:
    if wanted:
        return wanted
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return "zh" if os.environ[variable].startswith("zh") else "en"
    return "zh" if (locale.getlocale()[0] or "").startswith(("zh", "Chinese")) else "en"


def _whole(least: int, greatest: int, words: str) -> Callable[[str], int]:
    def whole(text: str) -> int:
        if not (text.isascii() and text.isdecimal()) or len(text) > 20 or not least <= int(text) <= greatest:
            raise argparse.ArgumentTypeError(f"a whole number from {words}")
        return int(text)

    return whole


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--lang", choices=["en", "zh"], help="language of the output; that of the locale unless given")
    about = "Forecasts large deals from the people who decide them."
    parser = argparse.ArgumentParser(prog="buygraph", description=about)
    parser.add_argument("--version", action="version", version=f"buygraph {_core.__version__}")
    verbs = parser.add_subparsers(required=True, metavar="VERB")

    own_catalog = argparse.ArgumentParser(add_help=False)
    own = "a catalog file of your own: roles and concerns beside the built-in ones"
    own_catalog.add_argument("--catalog", type=Path, metavar="FILE", help=own)

    def verb(name: str, function: Any, help: str, *more: argparse.ArgumentParser) -> argparse.ArgumentParser:
        sub = verbs.add_parser(name, help=help, description=help, parents=[common, *more])
        sub.set_defaults(verb=function, json=False)
        return sub

    sub = verb("forecast", forecast, "How each deal will end, and why.", own_catalog)
    sub.add_argument("files", nargs="+", type=Path, metavar="FILE")
    samples, seed = _whole(1, 2**24, "1 to 16777216"), _whole(0, 2**64 - 1, "0 to 2^64 - 1")
    sub.add_argument("--samples", type=samples, default=4096, help="states of the world (4096)")
    sub.add_argument("--seed", type=seed, default=0)
    sub.add_argument("--json", action="store_true", help="one JSON document, stable and documented in docs/cli.md")

    sub = verb("validate", validate, "Every fault of each file.", own_catalog)
    sub.add_argument("files", nargs="+", type=Path, metavar="FILE")
    sub.add_argument("--json", action="store_true")

    sub = verb("show", show, "People, roles, ties and stances as tables.", own_catalog)
    sub.add_argument("file", type=Path, metavar="FILE")

    def about_one(name: str, function: Any, help: str) -> argparse.ArgumentParser:
        sub = verb(name, function, help, own_catalog)
        sub.add_argument("file", type=Path, metavar="FILE")
        sub.add_argument("--json", action="store_true")
        return sub

    sub = about_one("explain", why.explain, "Why ours and not theirs: people, concerns, chains, ties.")
    sub.add_argument("--decider", metavar="PERSON", help="through whose eyes; those who decide unless given")
    sub.add_argument("--rival", metavar="OFFER", help="the likeliest competitor unless given")
    sub.add_argument("--gate", choices=["buy", "vendor"])

    sub = about_one("power", why.power, "Who has which power: by right, in fact, by votes, by place.")
    sub.add_argument("--attenuation", type=float, help="of Bonacich's measure")

    about_one("structure", why.structure, "How we get to those who decide, and who keeps the gate.")
    about_one("blind-spots", why.blind_spots, "What we do not see, what it may cost, and what to do.")
    about_one("coverage", why.coverage, "How much the evidence has told us, by role.")
    about_one("qualification", why.qualification, "The qualification card MEDDPICC, filled from the deal.")

    sub = about_one("move", why.move, "The forecast after moves made now, after the evidence.")
    sub.add_argument("--moves", metavar="JSON", help="a list of moves; the deal's own unless given")

    sub = about_one("what-if", why.what_if, "The forecast of the deal with edits, read again with its evidence.")
    sub.add_argument("edits", nargs="+", metavar="PATH=VALUE", help="people/chen/susceptibility=0.3; null removes")

    sub = about_one("seen-by", why.seen_by, "The forecast with a competitor's offer as ours.")
    sub.add_argument("rival", metavar="OFFER", help="id of a competitor's offer")

    about_one("messages", plan.messages, "What to say to each, and one thing to all.")

    sub = verb("zipper", plan.zipper, "Who of ours looks after whom, over one deal or several.", own_catalog)
    sub.add_argument("files", nargs="+", type=Path, metavar="FILE")
    pair: dict[str, Any] = {"nargs": 2, "action": "append", "default": [], "metavar": ("MEMBER", "PERSON")}
    sub.add_argument("--fixed", **pair, help="a pair that is agreed")
    sub.add_argument("--forbidden", **pair, help="a pair that must not be")
    sub.add_argument("--json", action="store_true")

    sub = about_one("plan", plan.plan, "What to do in the next weeks, within hours and budget.")
    sub.add_argument("--weeks", type=float, default=4, help="for which the team's weekly hours count (4)")
    sub.add_argument("--budget", type=float, help="money for all actions, in the deal's currency")
    sub.add_argument("--objective", choices=["win", "margin"], default="win", help="what is to be greatest (win)")
    sub.add_argument("--quantile", type=float, help="of P(ours) in place of its mean: 0.2 is a careful choice")
    sub.add_argument("--all-actions", action="store_true", help="those of the catalog beside the deal's own")

    sub = about_one("questions", plan.questions, "What to ask whom, and what the answer is worth.")
    sub.add_argument("--most", type=_whole(1, 10**6, "1 to 1000000"), default=10, help="how many (10)")
    sub.add_argument("--all-informants", action="store_true", help="a line for each who could be asked")

    sub = about_one("answer", plan.answer, "What an answer moves; with -o the deal with the answer in it.")
    sub.add_argument("kind", choices=["stance", "rating", "listens", "decider", "seat"])
    sub.add_argument("about", metavar="PERSON")
    sub.add_argument("value", type=float, nargs="?", help="stance -1 to 1, rating 0 to 10, strength 0 to 1")
    sub.add_argument("--informant", default="", metavar="WHO", help="id of a person, or any text")
    sub.add_argument("--offer", default="", help="of a stance; ours unless given")
    sub.add_argument("--concern", default="", help="of a rating")
    sub.add_argument("--to", default="", metavar="PERSON", help="of listens: to whom")
    sub.add_argument("--name", default="", help="of a seat: who sits there")
    sub.add_argument("--reliability", type=float, help="of the informant at first hand (0.7)")
    sub.add_argument("-o", "--output", type=Path, metavar="deal.json")

    sub = about_one("rival-plan", plan.rival_plan, "What a competitor may try next, and our cheapest answer.")
    sub.add_argument("rival", metavar="OFFER", help="id of a competitor's offer")
    sub.add_argument("--most", type=_whole(1, 1000, "1 to 1000"), default=3, help="of his steps (3)")

    sub = about_one("negotiate", plan.negotiate, "Price and terms: what is good for all three.")
    sub.add_argument("--prices", type=float, nargs="+", metavar="PRICE", help="of the curve")

    sub = about_one("brief", plan.brief, "One page for tomorrow's meeting with somebody.")
    sub.add_argument("person", metavar="PERSON")
    sub.add_argument("-o", "--output", type=Path, metavar="brief.md")

    sub = verb("compare", why.compare, "What changed between two versions, and what each edit explains.", own_catalog)
    sub.add_argument("old", type=Path, metavar="OLD")
    sub.add_argument("new", type=Path, metavar="NEW")
    sub.add_argument("--json", action="store_true")

    many = "Many deals at once: forecasts into a file, the revenue to come."
    sub = verb("portfolio", portfolio.portfolio, many, own_catalog)
    sub.add_argument("source", type=Path, metavar="DEALS", help="a folder, NDJSON, Parquet or Arrow file")
    to = "the rows, as .parquet or .ndjson (with --sql .csv too)"
    sub.add_argument("-o", "--output", type=Path, metavar="out.parquet", help=to)
    sub.add_argument("--sql", metavar="QUERY", help="over the tables deals and forecasts, by DuckDB")
    sub.add_argument("--by", choices=["quarter", "month", "year", "owner", "account"], help="groups of the revenue")
    sub.add_argument("--shock", type=float, default=0.0, help="what all deals share, 0 to 1 (0)")
    sub.add_argument("--samples", type=samples, default=4096, help="states of the world of each deal (4096)")
    sub.add_argument("--seed", type=seed, default=0)
    sub.add_argument("--threads", type=_whole(1, 4096, "1 to 4096"), help="all that the machine has unless given")
    sub.add_argument("--precision", choices=["double", "single"], default="double")
    sub.add_argument("--movers", action="store_true", help="the top mover of each deal, too")
    sub.add_argument("--blind-spots", action="store_true", help="its blind spots, too: dear")
    sub.add_argument("--steps", action="store_true", help="its next steps, too: dear")
    sub.add_argument("--json", action="store_true")

    sub = verb("simulate", portfolio.simulate, "Believable deals that do not exist, for tests and demonstrations.")
    sub.add_argument("output", type=Path, metavar="DEALS", help="a folder that is there, or a .parquet or .ndjson file")
    sub.add_argument("--deals", type=_whole(0, 10**9, "0 to 1000000000"), default=100, help="how many (100)")
    sub.add_argument("--seed", type=seed, default=0)
    sub.add_argument("--truth", type=Path, metavar="truth.csv", help="what nobody could know of them")

    sub = verb("map", _map, "A picture of the account: people, ties, stances.", own_catalog)
    sub.add_argument("file", type=Path, metavar="FILE")
    sub.add_argument("-o", "--output", type=Path, required=True, metavar="out.svg")
    layouts = ["hierarchy", "influence", "power_stance", "zipper"]
    sub.add_argument("--layout", choices=layouts, default="hierarchy", help="what gives people places (hierarchy)")
    scales = ["lead", "stance_to_us", "pull_to_buy"]
    sub.add_argument("--scale", choices=scales, default="lead", help="what needles and colours show (lead)")

    sub = verb("report", reports.write, "Pages to look at and to send: one file a deal, one over all.", own_catalog)
    sub.add_argument("files", nargs="+", type=Path, metavar="FILE")
    sub.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    redact = "roles and numbers in place of names; no notes, no sources"
    sub.add_argument("--redact", action="store_true", help=redact)
    sub.add_argument("--static", action="store_true", help="without script: no what-ifs in the pages")
    pdf = "a PDF beside each page, printed by a Chromium that is installed"
    sub.add_argument("--pdf", action="store_true", help=pdf)

    sub = verb("catalog", show_catalog, "The roles and concerns that buygraph knows.", own_catalog)
    sub.add_argument("--json", action="store_true")

    sub = verb("new", _new, "A filled example deal, or a deal from a table of people.", own_catalog)
    to, source = "written here; to the screen unless given", "a table of people (name, title, role, reports_to, …)"
    sub.add_argument("output", type=Path, nargs="?", metavar="deal.json", help=to)
    sub.add_argument("--from", dest="table", type=Path, metavar="people.csv", help=source)
    sub.add_argument("--force", action="store_true", help="replace a file that is there")

    verb("schema", _schema, "The JSON Schema of deal files.")
    return parser


def _map(parsed: argparse.Namespace, words: Words) -> int:
    deal = _core.load(parsed.file, parsed.catalog)
    _core.write_file(parsed.output, deal.map(parsed.layout, words.language, scale=parsed.scale))
    print(words("written").format(harmless(str(parsed.output))))
    return 0


def _new(parsed: argparse.Namespace, words: Words) -> int:
    if parsed.table:
        content, notes = people_table.read(parsed.table, words.language, parsed.catalog)
        for note in notes:
            print_error(note)
        if content is None:
            return 1
    else:
        content = example(words.language)
    text = _core.load(content, parsed.catalog).to_json()
    if parsed.output is None:
        print(harmless_json(text), end="")
        return 0
    if os.path.lexists(parsed.output) and not parsed.force:
        print_error(f"{parsed.output}: {words('exists')}")
        return 1
    _core.write_file(parsed.output, text)
    print(words("written").format(harmless(str(parsed.output))))
    return 0


def _schema(parsed: argparse.Namespace, words: Words) -> int:
    print_json(_core.schema())
    return 0
