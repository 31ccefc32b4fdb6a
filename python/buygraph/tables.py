"""Result tables: named columns that become pandas, polars or Arrow, and show themselves in a notebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib import import_module
from typing import Any

from . import _core


def input_error(where: str, given: str, allowed: str) -> _core.InputError:
    """The error of an argument out of place, with its parts as data, for what is checked in Python."""
    error = _core.InputError(f"{where}: given {given}, allowed {allowed}")
    error.where, error.given, error.allowed = where, given, allowed
    return error


def library(name: str, extra: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise ImportError(f"this needs {name}: pip install 'buygraph[{extra}]'") from error


class Table:
    """Named columns of one length.

    A column is a list of texts (None where missing), numbers, whole numbers or flags. Tables are what functions return;
    they are read by any library that takes Arrow streams, without a copy through Python objects on its side.
    """

    def __init__(self, columns: Mapping[str, Sequence[Any]]) -> None:
        self._columns = {
            name: values.tolist() if hasattr(values, "tolist") else list(values) for name, values in columns.items()
        }
        lengths = {len(values) for values in self._columns.values()}
        if len(lengths) > 1:
            raise input_error("columns", " and ".join(map(str, sorted(lengths))) + " rows", "columns of one length")

    @property
    def columns(self) -> list[str]:
        """Names of the columns."""
        return list(self._columns)

    def __len__(self) -> int:
        return len(next(iter(self._columns.values()), []))

    def __getitem__(self, column: str) -> list[Any]:
        return list(self._columns[column])

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows, each a dict."""
        for values in zip(*self._columns.values(), strict=True):
            yield dict(zip(self._columns, values, strict=True))

    def to_dict(self) -> dict[str, list[Any]]:
        """Column name to list of values."""
        return {name: list(values) for name, values in self._columns.items()}

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return _core.arrow_stream(self._columns)

    def to_arrow(self) -> Any:
        """A pyarrow.Table (needs pyarrow)."""
        return library("pyarrow", "arrow").table(self)

    def to_pandas(self) -> Any:
        """A pandas.DataFrame (needs pandas)."""
        return library("pandas", "pandas").DataFrame(self._columns)

    def to_polars(self) -> Any:
        """A polars.DataFrame (needs polars)."""
        return library("polars", "polars").DataFrame(self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and self._columns == other._columns

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Table({len(self)} rows: {', '.join(self._columns)})"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self._columns)
        body = "".join("<tr>" + "".join(_cell(value) for value in row.values()) + "</tr>" for row in self.rows())
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


_MINUS = "\u2212"


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return f"<td>{'yes' if value else ''}</td>"
    if isinstance(value, int | float):
        shown = str(value) if isinstance(value, int) else f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4f}"
        return f'<td style="text-align:right">{shown.replace("-", _MINUS)}</td>'
    return f"<td><bdi>{escape('' if value is None else str(value))}</bdi></td>"


def listed(columns: dict[str, Any], names: Sequence[str]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The columns with their lists of ids as texts, and for each row the lists."""
    details = [dict(zip(names, row, strict=True)) for row in zip(*(columns[name] for name in names), strict=True)]
    texts = {name: [None if ids is None else ", ".join(ids) for ids in columns[name]] for name in names}
    return {**columns, **texts}, details


def said(sentences: Sequence[str]) -> str:
    """Sentences as paragraphs of HTML."""
    return "".join(f"<p><bdi>{escape(sentence)}</bdi></p>" for sentence in sentences)
