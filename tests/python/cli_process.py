"""The command line in a process of its own."""

import os
import subprocess
import sys


def run(*arguments, environment=(), **more):
    """In a process of its own, with no locale but the one given."""
    clean = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("LC_", "LANG")) and key not in ("NO_COLOR", "TERM")
    }
    return subprocess.run(
        [sys.executable, "-m", "buygraph", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env={**clean, **dict(environment)},
        **more,
    )
