"""The kernel on every instruction set that runs here, and in single precision."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import buygraph as bg
from buygraph import _core

SCRIPT = """
import json, sys
import buygraph as bg
from buygraph import _core
threads = int(sys.argv[2])
deal = bg.load(sys.argv[1])
forecast = deal.forecast(samples=1024, threads=threads)
slopes = deal.sensitivities(samples=512, threads=threads)
print(json.dumps([_core.kernel_level(), forecast.outcomes, forecast.standard_error, list(forecast.interval),
                  sorted(row["derivative"] for row in slopes.rows())]))
"""


def numbers(deal, level, threads=1):
    environment = {**os.environ, "BUYGRAPH_LEVEL": level}
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(deal), str(threads)], env=environment, capture_output=True, check=True
    )
    used, outcomes, errors, interval, derivatives = json.loads(run.stdout)
    return used, [*outcomes.values(), *errors.values(), *interval, *derivatives]


@pytest.fixture(scope="module")
def deal():
    return Path(__file__).parents[2] / "examples" / "deals" / "08-lyophilisation-line.zh.json"


def test_instruction_sets_agree_to_a_millionth_and_threads_to_the_bit(deal):
    widest, expected = numbers(deal, "")
    assert widest == _core.kernel_level()
    compared = set()
    for level in ("portable", "v2", "v3", "v4"):
        used, found = numbers(deal, level)
        if used != level:
            continue  # this machine does not have it, or the package was built without
        compared.add(level)
        assert max(abs(one - other) for one, other in zip(found, expected, strict=True)) < 1e-6
        assert numbers(deal, level, threads=2)[1] == found
    assert widest == "native" or compared >= {"portable", widest}


def test_single_precision_agrees_within_its_standard_error(deal):
    model = bg.load(deal).compile()
    double, single = model.forecast(), model.forecast(precision="single")
    for offer, chance in double.outcomes.items():
        assert abs(single.outcomes[offer] - chance) < min(1e-5, 3 * double.standard_error[offer])
    with pytest.raises(bg.InputError) as caught:
        model.forecast(precision="half")
    assert (caught.value.where, caught.value.given) == ("precision", "half")
