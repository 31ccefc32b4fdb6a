"""Pages on paper, by a browser that is on the machine."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .._core import Error
from .._replace import replacing
from ._packed import unpacked

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


def to_pdf(page: str | os.PathLike[str], pdf: str | os.PathLike[str] | None = None, browser: str | None = None) -> Path:
    """Prints a report's page to a PDF, with a Chromium that is installed; nothing leaves the machine.

    Args:
        page: an HTML file that a report has written.
        pdf: beside the page unless given; replaced as a whole or not at all.
        browser: path of the browser; a Chromium on the path unless given.

    Raises:
        Error: there is no browser, or it does not print.
    """
    source = Path(page).resolve()
    target = Path(pdf) if pdf is not None else source.with_suffix(".pdf")
    program = browser or next((found for found in map(shutil.which, BROWSERS) if found), None)
    if program is None:
        raise Error("no browser to print with; install Chromium, or open the page and print it")
    with replacing(target) as printed, tempfile.TemporaryDirectory() as profile:
        command = [program, "--headless", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={profile}"]
        command += ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        with _whole(source) as shown:
            command += [f"--print-to-pdf={printed}", shown.as_uri()]
            done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        if printed.stat().st_size == 0:
            last = (done.stderr.strip().splitlines() or ["no PDF"])[-1]
            raise Error(f"{program} does not print {source.name}: {last}")
    return target


@contextmanager
def _whole(page: Path) -> Iterator[Path]:
    """The page, or where some of it is packed a copy beside it that has everything, as long as it is needed."""
    held = page.read_bytes()
    text = held.decode("utf-8", errors="replace")
    if (whole := unpacked(text)) == text:
        yield page
        return
    # Beside it, so that links lead where they did.
    copy = page.with_name(f"{page.stem}.printing-{secrets.token_hex(4)}.html")
    try:
        copy.write_text(whole, encoding="utf-8")
        yield copy
    finally:
        copy.unlink(missing_ok=True)
