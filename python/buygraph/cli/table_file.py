"""The rows of a file of comma-, semicolon- or tab-separated values, as spreadsheets and CRMs write them."""

from __future__ import annotations

import csv
import io
import re
from contextlib import suppress
from pathlib import Path

from .notes import Notes

MOST_BYTES = 64 * 2**20  # as of deal files

Rows = list[tuple[int, list[str]]]


def read_rows(path: Path, notes: Notes) -> Rows:
    """The rows that hold something, each with its number; runs of blanks and line breaks in a cell become one blank.

    Raises:
        OSError: the file cannot be read, in the language of the notes.
    """
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise OSError(notes.words("is larger than 64 MB", "超过 64 MB"))
    text = _decoded(data, path, notes)
    first, _, rest = text.partition("\n")
    if marked := re.fullmatch(r"\s*sep=(.)\s*", first):  # a line by which Excel tells itself
        text, delimiter = rest, marked[1]
    else:
        head = re.sub(r'"[^"]*"', "", text.lstrip("\r\n").partition("\n")[0])
        delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [(number, [" ".join(cell.split()) for cell in row]) for number, row in enumerate(reader, start=1)]
    except csv.Error as error:
        line = reader.line_num
        raise OSError(notes.words(f"line {line}: {error}", f"第 {line} 行：{error}")) from error
    return [(number, row) for number, row in rows if any(row)]


def _decoded(data: bytes, path: Path, notes: Notes) -> str:
    marked = data[:2] in (b"\xff\xfe", b"\xfe\xff")  # "Unicode text" of Excel
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        with suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            if encoding == "gb18030":
                notes.add(f"{path}: is not UTF-8; read as GB18030", f"{path}: 不是 UTF-8，按 GB18030 读取")
            return text
    wrong = "is neither UTF-8 nor GB18030: save it as UTF-8", "既不是 UTF-8 也不是 GB18030：请另存为 UTF-8"
    raise OSError(notes.words(*wrong))
