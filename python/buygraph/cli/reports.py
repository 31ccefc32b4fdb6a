"""The verb ``report``: pages to look at and to send."""

from __future__ import annotations

import argparse

from .. import _core, report
from .faults import print_faults
from .terminal import harmless, print_error
from .words import Words


def write(parsed: argparse.Namespace, words: Words) -> int:
    """A page a deal, and over several the page of all; a deal with faults is named and left out."""
    deals, code = [], 0
    for file in parsed.files:
        try:
            deals.append((file.stem, _core.load(file, parsed.catalog)))
        except _core.DealError as error:
            code = print_faults(file, error.faults, words)
        except _core.FileError as error:
            print_error(str(error))
            code = 1
    if not deals:
        return 1
    live = False if parsed.static else None
    written = report.write_reports(deals, parsed.output, language=parsed.lang, redact=parsed.redact, live=live)
    if parsed.pdf:
        written += [report.to_pdf(page) for page in written]
    for page in written:
        print(words("written").format(harmless(str(page))))
    return code
