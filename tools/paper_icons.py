"""Turn Lucide's SVG icons into the line lists that papers draw.

Run it once after changing ``ICONS``::

    python tools/paper_icons.py LUCIDE_STATIC/icons

where the folder comes from the npm package ``lucide-static`` (ISC licence). The answer, one string of
absolute M, L, C and Z commands an icon on a grid of 24, goes to ``imt_desktop/reports/paper``.
"""

from __future__ import annotations

import json
import math
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parents[1] / "imt_desktop" / "reports" / "paper"

ICONS = [
    "arrow-down-to-line",
    "arrow-up-from-line",
    "badge-check",
    "banknote",
    "banknote-x",
    "blend",
    "book-lock",
    "book-open",
    "briefcase",
    "building-2",
    "calendar-check",
    "calendar-days",
    "calendar-x",
    "circle-alert",
    "circle-check",
    "circle-question-mark",
    "clock",
    "coins",
    "cooking-pot",
    "crown",
    "droplet",
    "droplet-off",
    "droplets",
    "fast-forward",
    "faucet",
    "file-badge",
    "flask-conical",
    "fuel",
    "gavel",
    "gift",
    "hand-coins",
    "hand-heart",
    "handshake",
    "hard-hat",
    "heart-handshake",
    "hourglass",
    "house",
    "inbox",
    "key-round",
    "landmark",
    "list-checks",
    "map-pin",
    "megaphone",
    "megaphone-off",
    "message-circle",
    "message-square-warning",
    "package",
    "percent",
    "phone",
    "piggy-bank",
    "plug-zap",
    "printer",
    "receipt",
    "receipt-text",
    "rotate-ccw",
    "scissors",
    "scroll-text",
    "shapes",
    "smartphone",
    "stamp",
    "store",
    "timer",
    "toolbox",
    "trending-up",
    "truck",
    "undo-2",
    "user",
    "user-x",
    "users",
    "vault",
    "venus",
    "vote",
    "wallet",
    "wrench",
    "zap",
]

OWN = {
    "jerrican": (
        "M5 11L9.5 6.5H18a2 2 0 0 1 2 2V19.5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2Z"
        "M12.7 6.5V5a1.7 1.7 0 0 1 1.7-1.7h2.5a1.7 1.7 0 0 1 1.7 1.7V6.7"
        "M3.7 8.7L6.9 5.4M5.3 7.1L7 8.9M9.3 11.4l6.4 6.4M15.7 11.4l-6.4 6.4"
    ),
}
"""Our own drawings on the same grid."""

_TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)")

Command = tuple[str, tuple[float, ...]]


def main(folder: Path) -> None:
    """Write the icons and their licence."""
    icons = {name: shapes(folder / f"{name}.svg") for name in ICONS}
    icons |= {name: written(absolute(path)) for name, path in OWN.items()}
    lines = json.dumps(dict(sorted(icons.items())), indent=0)
    (HERE / "icons.json").write_text(lines + "\n", encoding="utf-8", newline="\n")
    licence = (folder.parent / "LICENSE").read_text(encoding="utf-8")
    (HERE / "icons-LICENSE.txt").write_text(licence, encoding="utf-8", newline="\n")


def shapes(file: Path) -> str:
    """Read one SVG file."""
    found = []
    for element in ET.parse(file).getroot().iter():
        tag = element.tag.rpartition("}")[2]
        value = dict(element.attrib.items())
        if tag == "path":
            found.append(value["d"])
        elif tag == "circle":
            found.append(_ellipse(*(float(value[k]) for k in ("cx", "cy", "r", "r"))))
        elif tag == "ellipse":
            found.append(_ellipse(*(float(value[k]) for k in ("cx", "cy", "rx", "ry"))))
        elif tag == "rect":
            x, y, w, h = (float(value.get(k, 0)) for k in ("x", "y", "width", "height"))
            found.append(_rect(x, y, w, h, float(value.get("rx", value.get("ry", 0)))))
        elif tag == "line":
            found.append("M{x1} {y1}L{x2} {y2}".format(**value))
        elif tag in ("polyline", "polygon"):
            found.append(f"M{value['points']}{'Z' if tag == 'polygon' else ''}")
    return written(command for path in found for command in absolute(path))


def written(commands: Iterator[Command]) -> str:
    """Write commands as one string, three decimals."""
    return "".join(
        letter + " ".join(f"{round(number, 3):g}" for number in numbers)
        for letter, numbers in commands
    )


def absolute(path: str) -> Iterator[Command]:
    """Turn SVG path data into absolute M, L, C and Z."""
    x = y = start_x = start_y = 0.0
    control: tuple[float, float] | None = None
    for letter, numbers in _pieces(path):
        upper, relative = letter.upper(), letter.islower()
        ox, oy = (x, y) if relative else (0.0, 0.0)
        previous, control = control, None
        if upper == "Z":
            yield "Z", ()
            x, y = start_x, start_y
        elif upper == "M":
            x, y = start_x, start_y = ox + numbers[0], oy + numbers[1]
            yield "M", (x, y)
        elif upper in "LHV":
            x = ox + numbers[0] if upper in "LH" else x
            y = oy + numbers[-1] if upper in "LV" else y
            yield "L", (x, y)
        elif upper in "CS":
            ends = [n + (ox, oy)[i % 2] for i, n in enumerate(numbers)]
            if upper == "S":
                px, py = previous or (x, y)
                ends = [2 * x - px, 2 * y - py, *ends]
            yield "C", tuple(ends)
            control, (x, y) = (ends[2], ends[3]), ends[4:]
        elif upper == "A":
            rx, ry, turn, large, sweep, ex, ey = numbers
            ex, ey = ox + ex, oy + ey
            for curve in _arc(x, y, rx, ry, turn, bool(large), bool(sweep), ex, ey):
                yield "C", curve
            x, y = ex, ey
        else:
            raise ValueError(f"{letter} is not drawn yet")


def _pieces(path: str) -> Iterator[tuple[str, list[float]]]:
    counts = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7, "Z": 0}
    for letter, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", path):
        numbers = _arc_numbers(rest) if letter in "Aa" else _numbers(rest)
        each = counts[letter.upper()]
        if not each:
            yield letter, []
        drawn = letter
        for at in range(0, len(numbers), each or 1):
            yield drawn, numbers[at : at + each]
            drawn = {"M": "L", "m": "l"}.get(letter, letter)


def _numbers(text: str) -> list[float]:
    return [float(found[1]) for found in _TOKEN.findall(text)]


def _arc_numbers(text: str) -> list[float]:
    """Read arc numbers, whose two flags may stand without spaces: ``2 2 0 10.001 3.8``."""
    numbers: list[float] = []
    number = re.compile(r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)")
    flag = re.compile(r"[\s,]*([01])")
    at = 0
    while text[at:].strip(" ,\n"):
        found = (flag if len(numbers) % 7 in (3, 4) else number).match(text, at)
        if not found:
            raise ValueError(text)
        numbers.append(float(found[1]))
        at = found.end()
    return numbers


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> str:
    return f"M{cx - rx} {cy}A{rx} {ry} 0 1 1 {cx + rx} {cy}A{rx} {ry} 0 1 1 {cx - rx} {cy}Z"


def _rect(x: float, y: float, w: float, h: float, r: float) -> str:
    if not r:
        return f"M{x} {y}h{w}v{h}h{-w}Z"
    corner = f"a{r} {r} 0 0 1 "
    return (
        f"M{x + r} {y}h{w - 2 * r}{corner}{r} {r}v{h - 2 * r}{corner}{-r} {r}"
        f"h{2 * r - w}{corner}{-r} {-r}v{2 * r - h}{corner}{r} {-r}Z"
    )


def _arc(
    x: float,
    y: float,
    rx: float,
    ry: float,
    turn: float,
    large: bool,
    sweep: bool,
    ex: float,
    ey: float,
) -> Iterator[tuple[float, ...]]:
    """Cut an arc into cubics (SVG 1.1, appendix F.6)."""
    if (x, y) == (ex, ey):
        return
    phi = math.radians(turn)
    cos, sin = math.cos(phi), math.sin(phi)
    dx, dy = (x - ex) / 2, (y - ey) / 2
    px, py = cos * dx + sin * dy, cos * dy - sin * dx
    grow = math.sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    under = rx**2 * py**2 + ry**2 * px**2
    root = math.sqrt(max(0.0, (rx**2 * ry**2 - under) / under)) * (-1 if large == sweep else 1)
    qx, qy = root * rx * py / ry, -root * ry * px / rx
    cx, cy = cos * qx - sin * qy + (x + ex) / 2, sin * qx + cos * qy + (y + ey) / 2
    first = math.atan2((py - qy) / ry, (px - qx) / rx)
    sweep_by = math.atan2((-py - qy) / ry, (-px - qx) / rx) - first
    if sweep and sweep_by < 0:
        sweep_by += 2 * math.pi
    elif not sweep and sweep_by > 0:
        sweep_by -= 2 * math.pi
    parts = max(1, math.ceil(abs(sweep_by) / (math.pi / 2) - 1e-9))
    step = sweep_by / parts
    reach = 4 / 3 * math.tan(step / 4)

    def at(a: float, b: float) -> tuple[float, float]:
        return cx + rx * cos * a - ry * sin * b, cy + rx * sin * a + ry * cos * b

    for n in range(parts):
        a, b = first + n * step, first + (n + 1) * step
        yield (
            *at(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
            *at(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
            *at(math.cos(b), math.sin(b)),
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
