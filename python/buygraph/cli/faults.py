"""Faults in front of people, and the verb ``validate``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from .. import _core
from .terminal import bold, harmless, print_error, print_json
from .words import Words


def print_faults(file: Path | str, faults: list[_core.Fault], words: Words) -> int:
    """Names every fault of a file on the error stream; the exit code."""
    count = f"{len(faults)} {words('fault' if len(faults) == 1 else 'faults')}"
    print(bold(f"{harmless(str(file))}: {count}" if str(file) else count, sys.stderr), file=sys.stderr)
    for fault in faults:
        print_error("  " + fault.describe(words.language))
    return 1


def validate(parsed: argparse.Namespace, words: Words) -> int:
    code, report = 0, []
    for file in parsed.files:
        try:
            faults = _core.validate(file, parsed.catalog)
        except _core.FileError as error:
            print_error(str(error))
            code = 1
            continue
        report.append({"file": str(file), "faults": [_as_json(fault) for fault in faults]})
        if faults:
            code = 1
            if not parsed.json:
                print_faults(file, faults, words)
        elif not parsed.json:
            print(f"{harmless(str(file))} {words('fine')}")
    if parsed.json:
        print_json({"buygraph": _core.__version__, "files": report})
    return code


def _as_json(fault: _core.Fault) -> dict[str, Any]:
    return {
        "pointer": fault.pointer,
        "message": fault.message,
        "given": fault.given,
        "allowed": fault.allowed,
        "suggestion": fault.suggestion,
    }
