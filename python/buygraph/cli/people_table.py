"""A deal from a table of people, as a CRM or a spreadsheet exports it.

What is not understood is reported and never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .. import catalog
from .notes import Notes
from .people_words import EVERYBODY, HEADERS, LEVELS, NO, ROLES, STANCES, YES
from .table_file import Rows, read_rows

Cell = dict[str, str]
Names = Mapping[Any, tuple[str, ...]]


def read(path: Path, language: str, own_catalog: Path | None = None) -> tuple[dict[str, Any] | None, list[str]]:
    """The deal of a table, and notes on everything in it that was not understood; no deal where it tells nothing."""
    notes = Notes(language)
    try:
        rows = read_rows(path, notes)
    except OSError as error:
        return None, [f"{path}: {error.strerror or error}"]

    def nothing(english: str, chinese: str) -> tuple[None, list[str]]:
        return None, [*notes.list, f"{path}: {notes.words(english, chinese)}"]

    if len(rows) < 2:
        return nothing("holds no rows below its head", "没有数据行")
    fields = _fields(rows[0][1], notes)
    if "name" not in fields.values() and "id" not in fields.values():
        return nothing("has no column of names (name or 姓名)", "缺少姓名列（姓名 或 name）")
    cells = _cells(rows[1:], len(rows[0][1]), fields, notes)
    if not cells:
        return nothing("names nobody", "没有人物")
    reader = _PersonReader(cells, _role_words(own_catalog), notes)
    people = [reader.person(number, cell) for number, cell in cells]
    _seat_of_the_decision_maker(people, notes)
    return _around(people, reader.stances, language), notes.list


def _plain(text: str) -> str:
    return re.sub(r"[\s_]+", " ", text.strip().lower())


def _understood(text: str, words: Names) -> Any:
    plain = _plain(text)
    for meaning, names in words.items():
        if plain == _plain(str(meaning)) or plain in names:
            return meaning
    return None


def _number(text: str) -> float | None:
    sound = re.fullmatch(r"[-+\u2212]?([0-9]+(\.[0-9]*)?|\.[0-9]+)", text)
    return float(text.replace("\u2212", "-")) if sound else None


def _fields(head: list[str], notes: Notes) -> dict[int, str]:
    """Column to field."""
    fields: dict[int, str] = {}
    for column, text in enumerate(head):
        field = _understood(text, HEADERS)
        at, zh_at = f'column {column + 1} "{text}"', f"第 {column + 1} 列「{text}」"
        if field is None:
            notes.add(f"{at} is not known and was left out", f"{zh_at}不认识，已略过")
        elif field in fields.values():
            notes.add(f"{at} repeats {field} and was left out", f"{zh_at}重复，已略过")
        else:
            fields[column] = field
    return fields


def _role_words(own_catalog: Path | None) -> Names:
    """Role id to what it is called: the usual CRM names, and its labels in both languages."""
    return {
        id: (*ROLES.get(id, ()), *(_plain(entry.get("labels", {}).get(language, id)) for language in ("en", "zh")))
        for id, entry in catalog.roles(own_catalog).items()
    }


class _Ids:
    """Ids in use; one that is taken gets a number behind it."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._next = dict.fromkeys(taken, 2)

    def free(self, wanted: str) -> str:
        free = wanted
        while free in self._next:
            free = f"{wanted} {self._next[wanted]}"
            self._next[wanted] += 1
        self._next[free] = 2
        return free


def _cells(rows: Rows, width: int, fields: dict[int, str], notes: Notes) -> list[tuple[int, Cell]]:
    """Field to text of each row that is about somebody, with an id of its own."""
    cells, ids = [], _Ids()
    for number, row in rows:
        cell = {field: row[column] for column, field in fields.items() if column < len(row) and row[column]}
        if any(row[width:]):
            notes.row(number, "more cells than the head; some may stand in a wrong column", "单元格多于表头，可能错位")
        if "name" not in cell and "id" not in cell:
            if not cell.keys() & {"title", "role", "vacant"}:
                notes.row(number, "names nobody and was left out", "没有姓名，已略过")
                continue
            notes.row(number, "names nobody and was kept as a vacant seat", "没有姓名，作为空席保留")
            cell["vacant"] = "yes"
        given = cell.get("id")
        wanted = given or cell.get("name") or cell.get("title") or "seat"
        cell["id"] = id = ids.free(wanted)
        if given and given != id:
            english = f'the id "{given}" is used twice; here it became "{id}"'
            notes.row(number, english, f"id「{given}」重复，此处改为「{id}」")
        elif "name" in cell and id != wanted:
            english = f'the name "{wanted}" stands twice; this one is "{id}"'
            notes.row(number, english, f"姓名「{wanted}」重复，此人为「{id}」")
        cells.append((number, cell))
    return cells


class _PersonReader:
    """Makes people of cells; stances go into evidence, by person."""

    def __init__(self, cells: list[tuple[int, Cell]], role_words: Names, notes: Notes) -> None:
        self._role_words, self._notes = role_words, notes
        self._ids: dict[str, set[str]] = {}  # by id and by name
        for _, cell in cells:
            for key in (cell["id"], cell.get("name", cell["id"])):
                self._ids.setdefault(key, set()).add(cell["id"])
        self.stances: dict[str, str | float] = {}

    def person(self, number: int, cell: Cell) -> dict[str, Any]:
        person: dict[str, Any] = {key: cell[key] for key in ("id", "name", "title", "department") if key in cell}
        odd: list[tuple[str, str]] = []
        roles = self._roles(cell, odd)
        if roles:
            person["roles"] = roles
        else:
            who = cell.get("name", cell["id"])
            what = f"{who} has no known role and weighs only what everybody does"
            self._notes.row(number, what, f"{who} 没有已知角色，只按人人看重的诉求计")
            person["concerns"] = dict(EVERYBODY)
        found = {
            "level": lambda text: _understood(text, LEVELS) or (int(text) if re.fullmatch("[1-4]", text) else None),
            "reports_to": lambda text: self._boss(text, cell["id"]),
            "votes": lambda text: int(text) if re.fullmatch("[0-9]{1,5}", text) and int(text) <= 10000 else None,
            "veto": _flag,
            "departed": _flag,
            "vacant": _flag,
            "susceptibility": lambda text: _between(0, _number(text), 1) if _number(text) != 1 else None,
            "stance": _stance,
        }
        for field, understand in found.items():
            if field not in cell:
                continue
            value = understand(cell[field])
            if value is None:
                odd.append((field, cell[field]))
            elif field == "stance":
                self.stances[cell["id"]] = value
            else:
                person[field] = value
        for field, text in odd:
            what = f'{field} "{text}" is not understood and was not used'
            self._notes.row(number, what, f"{field}「{text}」不认识，未采用")
        return person

    def _roles(self, cell: Cell, odd: list[tuple[str, str]]) -> list[str]:
        roles: list[str] = []
        for part in (piece.strip() for piece in re.split(r"[,;，；、/+]", cell.get("role", ""))):
            role = _understood(part, self._role_words) if part else None
            if role and role not in roles:
                roles.append(role)
            elif part and not role:
                odd.append(("role", part))
        return roles

    def _boss(self, text: str, own: str) -> str | None:
        """The one person of that id or name; nobody where two have it, or where it is himself."""
        found = self._ids.get(text, set())
        return next(iter(found)) if len(found) == 1 and own not in found else None


def _flag(text: str) -> bool | None:
    return True if _plain(text) in YES else False if _plain(text) in NO else None


def _between(least: float, value: float | None, greatest: float) -> float | None:
    return value if value is not None and least <= value <= greatest else None


def _stance(text: str) -> str | float | None:
    word: str | None = _understood(text, STANCES)
    return word or _between(-1, _number(text), 1)


def _seat_of_the_decision_maker(people: list[dict[str, Any]], notes: Notes) -> None:
    if any("decision_maker" in person.get("roles", []) and not person.get("departed") for person in people):
        return
    english = "nobody is marked as decision maker: a vacant seat was added, to be filled"
    notes.add(english, "没有人被标为决策者：已加一个空席，请补上")
    seat = _Ids(person["id"] for person in people).free("decision_maker_seat")
    people.append({"id": seat, "roles": ["decision_maker"], "vacant": True})


def _around(people: list[dict[str, Any]], stances: dict[str, str | float], language: str) -> dict[str, Any]:
    zh = language == "zh"
    source = "人物表" if zh else "people table"
    evidence = [{"about": id, "offer": "us", "stance": stance, "source": source} for id, stance in stances.items()]
    return {
        "buygraph": 1,
        "name": "新商机" if zh else "New deal",
        "language": language,
        "offers": [{"id": "us", "name": "我方方案" if zh else "Our offer", "kind": "ours"}],
        "people": people,
        "evidence": evidence,
    }
