"""The verb ``forecast``: one deal in full, several as a table, or JSON."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import _core
from .faults import print_faults
from .terminal import bold, cut, dim, harmless, print_error, print_json, table, title
from .words import Words


@dataclass(frozen=True)
class Done:
    """A deal that could be forecast."""

    file: Path
    deal: _core.Deal
    model: _core.DecisionModel
    forecast: _core.Forecast

    def headline(self, language: str) -> str:
        return harmless(_core.headline(self.deal, self.forecast, language))

    def reason(self, language: str) -> str:
        return harmless(_core.reason(self.deal, self.model, self.forecast, language))


def forecast(parsed: argparse.Namespace, words: Words) -> int:
    done, code = [], 0
    for file in parsed.files:
        try:
            deal = _core.load(file, parsed.catalog)
            model = deal.compile()
            done.append(Done(file, deal, model, model.forecast(samples=parsed.samples, seed=parsed.seed)))
        except _core.DealError as error:
            code = print_faults(file, error.faults, words)
        except _core.FileError as error:
            print_error(str(error))
            code = 1
    print_forecast(done, parsed.json, words, several=len(parsed.files) > 1)
    return code


def print_forecast(done: list[Done], as_json: bool, words: Words, several: bool = False) -> int:
    """One deal in full, several as a table, or all as JSON."""
    if as_json:
        print_json({"buygraph": _core.__version__, "forecasts": [_as_json(entry) for entry in done]})
    elif done:
        print(_many(done, words) if several else _one(done[0], words))
    return 0


def _as_json(done: Done) -> dict[str, Any]:
    forecast, ways = done.forecast, done.forecast.no_decision
    return {
        "file": str(done.file),
        "name": done.deal.name,
        "account": done.deal.account,
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


def _range(row: dict[str, Any]) -> str:
    return _core.percent_range(row["low"], row["high"])


def _one(done: Done, words: Words) -> str:
    language, forecast, ways = words.language, done.forecast, done.forecast.no_decision
    rows = [
        [row["name"], _core.percent(row["probability"]), _range(row), f"{100 * row['standard_error']:.1f}"]
        for row in _core.outcome_rows(done.deal, forecast, language)
    ]
    stop = ". " if language == "en" else "。"
    return "\n".join(
        [
            dim(title(done.deal)),
            bold(done.headline(language)),
            done.reason(language),
            "",
            table([words("outcome"), "P", words("range"), words("error")], rows, frozenset({1, 2, 3})),
            words("no_decision_by").format(*map(_core.percent, (ways.blocked, ways.stalemate, ways.refused))),
            "",
            (_core.of_twenty(forecast, language) + stop + _core.uncalibrated(language) + stop).rstrip(),
            dim(words("what_range") + ("; " if language == "en" else "；") + words("what_error")),
        ]
    )


def _many(done: list[Done], words: Words) -> str:
    language = words.language
    rows, reasons = [], []
    for entry in done:
        deal = entry.deal
        ours, *rivals, nothing = _core.outcome_rows(deal, entry.forecast, language)
        rival = f"{cut(rivals[0]['name'], 16)} {_core.percent(rivals[0]['probability'])}" if rivals else "—"
        worth = _core.money(deal.value, deal.currency, language) if deal.value is not None else "—"
        chances = [_core.percent(ours["probability"]), _range(ours), rival, _core.percent(nothing["probability"])]
        rows.append([title(deal), worth, *chances])
        why = f"{entry.headline(language)} {entry.reason(language)}".rstrip()
        reasons.append(f"{bold(title(deal))}\n  {why}")
    head = [words("deal"), words("worth"), words("us"), words("range"), words("rival"), words("nothing")]
    shown = table(head, rows, frozenset({1, 2, 3, 5}), most=44)
    return "\n".join([shown, "", *reasons, "", _core.uncalibrated(language), dim(words("what_range"))])
