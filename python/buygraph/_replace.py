"""Files that are replaced as a whole, written by somebody else's code: beside their place first, then moved there."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from . import _core


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[Path]:
    """A path beside `path` to write to; moved there at the end, or removed when something goes wrong or Ctrl-C comes.

    Permissions stay; a symbolic link stays and what it points to is replaced.

    Raises:
        FileError: the place cannot be written.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f"{target.name}.writing-{secrets.token_hex(4)}")
    try:
        if target.is_dir():
            raise IsADirectoryError(f"{path} is a folder")
        beside.touch(exist_ok=False)
        yield beside
        if target.exists():
            os.chmod(beside, target.stat().st_mode)
        os.replace(beside, target)
    except OSError as error:
        if isinstance(error, _core.FileError):
            raise
        raised = _core.FileError(f"{path}: {error.strerror or error}")
        raised.path = os.fspath(path)
        raise raised from error
    finally:
        with suppress(OSError):
            beside.unlink()
