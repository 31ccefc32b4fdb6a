"""Path data of SVG as paths of matplotlib."""

from __future__ import annotations

import re
from math import atan2, cos, hypot, pi, radians, sin, sqrt, tan

from matplotlib.path import Path

TOKEN = re.compile(r"([MLHVCSQTAZ])|([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)", re.I)
NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
MOVE, CLOSE = int(Path.MOVETO), int(Path.CLOSEPOLY)
CODES = {"L": [int(Path.LINETO)], "Q": [int(Path.CURVE3)] * 2, "C": [int(Path.CURVE4)] * 3}

Point = tuple[float, float]


def path_of(data: str) -> Path:
    """The path of SVG's path data, every command of SVG 1.1; arcs become cubic curves, off by less than 0.03 %.

    Raises:
        ValueError: a command without all its numbers.
    """
    places: list[Point] = []
    codes: list[int] = []
    at = start = bend = (0.0, 0.0)
    last = ""
    for command, given in _commands(data):
        letter, relative = command.upper(), command.islower()
        x, y = at if relative else (0.0, 0.0)
        if letter == "Z":
            places.append(start)
            codes.append(CLOSE)
            at, last = start, letter
            continue
        if letter == "A":
            end = (x + given[5], y + given[6])
            curves = _arc(at, end, given[0], given[1], given[2], given[3] != 0, given[4] != 0)
            for curve in curves:
                places += curve
                codes += CODES["C"]
            at = bend = end
        elif letter == "M":
            at = start = bend = (x + given[0], y + given[1])
            places.append(at)
            codes.append(MOVE)
        else:
            if letter == "H":
                found = [(x + given[0], at[1])]
            elif letter == "V":
                found = [(at[0], y + given[0])]
            else:
                found = [(x + given[i], y + given[i + 1]) for i in range(0, len(given), 2)]
            if letter in "ST":  # the bend before, mirrored, where there was one of its kind
                mirrored = last in ("CS" if letter == "S" else "QT")
                found.insert(0, (2 * at[0] - bend[0], 2 * at[1] - bend[1]) if mirrored else at)
            places += found
            codes += CODES[{"S": "C", "T": "Q", "H": "L", "V": "L"}.get(letter, letter)]
            bend = found[-2] if len(found) > 1 else found[-1]
            at = found[-1]
        last = letter
    return Path(places, codes)


def _commands(data: str) -> list[tuple[str, list[float]]]:
    """Each command with its numbers; one that is left out is the one before, a line after a move."""
    found: list[tuple[str, list[float]]] = []
    command = ""
    numbers: list[float] = []
    for letter, number in TOKEN.findall(data):
        if letter:
            if numbers:
                raise ValueError(f"path data: {command} with {len(numbers)} numbers")
            command = letter
        else:
            numbers.append(float(number))
        if command and len(numbers) == NUMBERS[command.upper()] and (number or command in "Zz"):
            found.append((command, numbers))
            command, numbers = {"M": "L", "m": "l"}.get(command, command), []
    if numbers or not data.strip().startswith(("M", "m")):
        raise ValueError(f"path data: {command or 'nothing'} with {len(numbers)} numbers")
    return found


def _arc(start: Point, end: Point, rx: float, ry: float, turn: float, large: bool, sweep: bool) -> list[list[Point]]:
    """Cubic curves of an elliptical arc; SVG 1.1, appendix F.6, and a quarter at most each."""
    rx, ry = abs(rx), abs(ry)
    if start == end:
        return []
    if not rx or not ry:
        return [[start, end, end]]
    c, s = cos(radians(turn)), sin(radians(turn))
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    px, py = c * dx + s * dy, c * dy - s * dx
    scale = hypot(px / rx, py / ry)
    if scale > 1:
        rx, ry = rx * scale, ry * scale
    rest = (rx * ry) ** 2 / ((rx * py) ** 2 + (ry * px) ** 2) - 1
    share = (1 if large != sweep else -1) * sqrt(max(0.0, rest))
    qx, qy = share * rx * py / ry, -share * ry * px / rx
    mx = c * qx - s * qy + (start[0] + end[0]) / 2
    my = s * qx + c * qy + (start[1] + end[1]) / 2
    first = atan2((py - qy) / ry, (px - qx) / rx)
    span = atan2((-py - qy) / ry, (-px - qx) / rx) - first
    span += 2 * pi * ((sweep and span < 0) - (not sweep and span > 0))
    parts = max(1, int(abs(span) / (pi / 2) + 0.999999))
    reach = 4 / 3 * tan(span / parts / 4)

    def on(angle: float, along: float) -> Point:
        u, v = rx * (cos(angle) - along * sin(angle)), ry * (sin(angle) + along * cos(angle))
        return c * u - s * v + mx, s * u + c * v + my

    curves = []
    for part in range(parts):
        a, b = first + span * part / parts, first + span * (part + 1) / parts
        curves.append([on(a, reach), on(b, -reach), end if part + 1 == parts else on(b, 0)])
    return curves
