"""Đọc lại bản PDF: the text of each page with its fonts, sizes and places, and the rules, read from its content."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import Any

import pikepdf

MM = 72 / 25.4
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Run:
    """Text in one font on one line: in millimetres from the left and the upper edge of the page, the size in points."""

    text: str
    font: str
    size: float
    left: float
    right: float
    baseline: float

    @property
    def style(self) -> str:
        return {"LiberationSerif": "regular"}.get(self.font, self.font.removeprefix("LiberationSerif-"))

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Rule:
    """A horizontal line, in millimetres."""

    left: float
    right: float
    top: float

    @property
    def length(self) -> float:
        return self.right - self.left


@dataclass(frozen=True)
class Page:
    """A page: its size and margins in millimetres, its runs from top to bottom and left to right, and its rules."""

    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...]

    @property
    def lines(self) -> list[Run]:
        """The runs that stand on one line and belong together as one, in the font of the longest."""
        joined: list[Run] = []
        for run in self.runs:
            last = joined[-1] if joined else None
            if last and abs(last.baseline - run.baseline) < 0.2 and -0.5 <= run.left - last.right < 2.5:
                longer = last if len(last.text) >= len(run.text) else run
                gap = " " if run.left - last.right > 0.5 and not last.text.endswith(" ") else ""
                joined[-1] = replace(
                    longer,
                    text=last.text + gap + run.text,
                    left=last.left,
                    right=max(last.right, run.right),
                    baseline=last.baseline,
                )
            else:
                joined.append(run)
        return joined

    def find(self, text: str) -> Run:
        """The first line that has this text."""
        found = [line for line in self.lines if text in line.text]
        assert found, f"{text!r} is on no line of the page"
        return found[0]

    def rule_under(self, line: Run, within: float = 4.0) -> Rule:
        """The first rule close under a line and below its middle."""
        under = [
            rule for rule in self.rules
            if 0 < rule.top - line.baseline < within and rule.left <= line.centre <= rule.right
        ]  # fmt: skip
        assert under, f"no rule under {line.text!r}"
        return min(under, key=lambda rule: rule.top)

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def read_pages(content: bytes) -> list[Page]:
    """Every page of a PDF."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return [_page(page) for page in document.pages]


def structure(content: bytes) -> Iterator[Any]:
    """Every element of the tree of tags, from the first to the last, as a tuple of its name and its entries."""
    with pikepdf.open(io.BytesIO(content)) as document:
        pending: list[Any] = [document.Root.StructTreeRoot.K]
        while pending:
            node = pending.pop()
            if isinstance(node, pikepdf.Array):
                pending += reversed(list(node))
            elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
                yield str(node.S).lstrip("/"), node
                if "/K" in node:
                    pending.append(node.K)


# --- the content of a page -------------------------------------------------------------------------------------------


class _Reader:
    """Follows the operators of a page as far as text and lines need it."""

    def __init__(self, page: Any, height: float):
        self._height = height
        self._fonts = {name: _Font(font) for name, font in _resources(page, "/Font")}
        self._forms = dict(_resources(page, "/XObject"))
        self.runs: list[Run] = []
        self.rules: list[Rule] = []

    def follow(self, source: Any, matrix: Matrix) -> None:
        stack: list[Matrix] = []
        text, font, size = matrix, None, 0.0
        path: list[tuple[float, float]] = []
        for operands, operator in pikepdf.parse_content_stream(source):
            match str(operator):
                case "q":
                    stack.append(matrix)
                case "Q":
                    matrix = stack.pop()
                case "cm":
                    matrix = _times(_numbers(operands), matrix)
                case "Tf":
                    font, size = self._fonts[str(operands[0])], float(operands[1])
                case "Tm":
                    text = _times(_numbers(operands), matrix)
                case "TJ" | "Tj":
                    assert font is not None
                    self.runs += self._run(font, size, operands[0], text)
                case "m":
                    path = [_at(matrix, operands)]
                case "l":
                    path.append(_at(matrix, operands))
                case "S" | "f" | "s" | "n" | "f*" | "B":
                    self.rules += self._rule(path)
                    path = []
                case "re" | "c":
                    path = []

    def _run(self, font: _Font, size: float, pieces: Any, matrix: Matrix) -> Iterator[Run]:
        written, width, inked = [], 0.0, 0.0
        for piece in pieces if isinstance(pieces, pikepdf.Array) else [pieces]:
            if isinstance(piece, (int, float, Decimal)):
                width -= float(piece) / 1000 * size
                continue
            for code in font.codes(bytes(piece)):
                written.append(font.letters.get(code, ""))
                width += font.widths.get(code, 0.0) / 1000 * size
                inked = width if written[-1].strip() else inked
        if not any(letter.strip() for letter in written):
            return
        scale = abs(matrix[3])
        left, baseline = matrix[4] / MM, (self._height - matrix[5]) / MM
        yield Run("".join(written), font.name, round(size * scale, 2), left, left + inked * matrix[0] / MM, baseline)

    def _rule(self, path: Sequence[tuple[float, float]]) -> Iterator[Rule]:
        if len(path) in (2, 4):
            across, down = [x for x, _ in path], [y for _, y in path]
            if max(down) - min(down) < 1.5 and max(across) - min(across) > 5:
                yield Rule(min(across) / MM, max(across) / MM, (self._height - max(down)) / MM)


class _Font:
    """The letters and widths of a font by their codes."""

    def __init__(self, font: Any):
        self.name = str(font.BaseFont).split("+")[-1]
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        self.name = self.name.removesuffix("-Identity-H")
        self.widths = _widths(inner)
        self.letters = _letters(font.ToUnicode.read_bytes().decode())

    @staticmethod
    def codes(text: bytes) -> list[int]:
        return [int.from_bytes(text[place : place + 2], "big") for place in range(0, len(text), 2)]


def _widths(font: Any) -> dict[int, float]:
    found: dict[int, float] = {}
    pieces = list(font.W)
    while pieces:
        first, second = int(pieces.pop(0)), pieces.pop(0)
        if isinstance(second, pikepdf.Array):
            found |= {first + place: float(width) for place, width in enumerate(second)}
        else:
            found |= dict.fromkeys(range(first, int(second) + 1), float(pieces.pop(0)))
    return found


def _letters(table: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, letters in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", part):
            found[int(code, 16)] = bytes.fromhex(letters).decode("utf-16-be")
    for part in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, letters in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", part):
            start = int(letters, 16)
            found |= {code: chr(start + place) for place, code in enumerate(range(int(first, 16), int(last, 16) + 1))}
    return found


def _page(page: Any) -> Page:
    width, height = float(page.mediabox[2]), float(page.mediabox[3])
    reader = _Reader(page, height)
    reader.follow(page, (1, 0, 0, 1, 0, 0))
    ordered = sorted(reader.runs, key=lambda run: (round(run.baseline, 1), run.left))
    rows = [
        sorted(row, key=lambda run: run.left) for _, row in groupby(ordered, key=lambda run: round(run.baseline, 1))
    ]
    return Page(width / MM, height / MM, tuple(run for row in rows for run in row), tuple(reader.rules))


def _resources(page: Any, kind: str) -> Iterator[tuple[str, Any]]:
    if kind in page.Resources:
        yield from page.Resources[kind].items()


def _numbers(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands)
    return (a, b, c, d, e, f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, l = outer  # noqa: E741 (the letters of a matrix)
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l)


def _at(matrix: Matrix, operands: Any) -> tuple[float, float]:
    x, y = (float(operand) for operand in operands)
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
