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


@dataclass(frozen=True)
class Tag:
    """An element of the tree of tags: its name, its attributes, what is in it, and the pages on which it stands."""

    name: str
    attributes: dict[str, Any]
    children: tuple[Tag, ...]
    pages: tuple[int, ...]

    def all(self, *names: str) -> Iterator[Tag]:
        """The elements of these names in it, from the first to the last."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.all(*names)


def read_tags(content: bytes) -> Tag:
    """The element of the whole document."""
    with pikepdf.open(io.BytesIO(content)) as document:
        places = {page.obj.objgen: place for place, page in enumerate(document.pages)}
        (root,) = _tags(document.Root.StructTreeRoot.K, places)
        return root


def _tags(node: Any, places: dict[Any, int]) -> list[Tag]:
    if isinstance(node, pikepdf.Array):
        return [tag for child in node for tag in _tags(child, places)]
    if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
        return []
    children = tuple(_tags(node.K, places)) if "/K" in node else ()
    own = [places[node.Pg.objgen]] if "/Pg" in node else []
    own += [places[part.Pg.objgen] for part in _parts(node) if "/Pg" in part]
    pages = sorted({*own, *(page for child in children for page in child.pages)})
    owned = node.get("/A", pikepdf.Dictionary())
    attributes = {
        key.lstrip("/"): str(value).lstrip("/")
        for one in (owned if isinstance(owned, pikepdf.Array) else [owned])
        for key, value in one.items()
    }
    attributes |= {"Alt": str(node.Alt)} if "/Alt" in node else {}
    return [Tag(str(node.S).lstrip("/"), attributes, children, tuple(pages))]


def _parts(node: Any) -> list[Any]:
    """The pieces of content of an element that say themselves on which page they stand."""
    held = node.get("/K", pikepdf.Array())
    parts = list(held) if isinstance(held, pikepdf.Array) else [held]
    return [part for part in parts if isinstance(part, pikepdf.Dictionary) and "/S" not in part]


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
                case "BT":
                    text = matrix
                case "Td":
                    text = _times((1, 0, 0, 1, *_numbers_of_two(operands)), text)
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
        self._bytes = 2 if "/DescendantFonts" in font else 1  # of a code
        self.widths = _widths(inner) if self._bytes == 2 else _simple_widths(font)
        self.letters = _letters(font.ToUnicode.read_bytes().decode())

    def codes(self, text: bytes) -> list[int]:
        step = self._bytes
        return [int.from_bytes(text[place : place + step], "big") for place in range(0, len(text), step)]


def _simple_widths(font: Any) -> dict[int, float]:
    return {int(font.FirstChar) + place: float(width) for place, width in enumerate(font.Widths)}


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


def _numbers_of_two(operands: Any) -> tuple[float, float]:
    across, up = (float(operand) for operand in operands)
    return across, up


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, l = outer  # noqa: E741 (the letters of a matrix)
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l)


def _at(matrix: Matrix, operands: Any) -> tuple[float, float]:
    x, y = (float(operand) for operand in operands)
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
