"""Đánh số mục: section and list numbers that repeat, skip or go back among their siblings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from poverty_evaluation.audit.documents.source import Block, BlockKind
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import AuditVerdict, Claim
from poverty_evaluation.audit.rules.numbering.section_marks import (
    LETTERS,
    OPTIONAL_LETTERS,
    SectionNumber,
    follows,
    is_letter,
    next_number,
    number_of,
    written_as,
)
from poverty_evaluation.vocabulary.findings import FindingKind

#: A gap wider than this is rather a line that only looks like a numbered one.
_WIDEST_GAP, _DEEPEST = 2, 20
_QUOTE_OPEN = re.compile(r"[\"“]\s?(?:điều|khoản|\d|[a-zđ][.)])", re.IGNORECASE)


@dataclass(slots=True)
class _Series:
    """Siblings counted one after the other. wanted: the number a mistaken one stands for."""

    style: str
    rank: int
    prefix: tuple[int, ...]
    members: list[tuple[SectionNumber, int]] = field(default_factory=list)
    wanted: int | None = None
    is_right: bool = True
    outer: _Series | None = None  # of the same style, still open when this one began

    @property
    def last(self) -> int:
        return self.members[-1][0].number


def section_numbers(reading: Reading) -> Iterator[Claim]:
    """Every series of numbered headings or items: its slips, or that it counts on without one."""
    open_series: list[_Series] = []
    closed: list[_Series] = []
    for index, number in _numbers(reading):
        yield from _repeated_inside(reading, number, index)
        while open_series and open_series[-1].rank > number.rank:
            closed.append(open_series.pop())
        made = _placed(reading, open_series, closed, number, index)
        if made is not None:
            yield made
        del open_series[:-_DEEPEST]
    for series in [*closed, *open_series]:
        if (made := _second_first(reading, series)) is not None:
            yield made
        elif series.is_right and len(series.members) >= 3:
            yield _holding(reading, series)


def _repeated_inside(reading: Reading, number: SectionNumber, index: int) -> Iterator[Claim]:
    """(1) …; (2) …; (2) …: the mark of an item once more within its line."""
    block = reading.source.blocks[index]
    if not number.printed.endswith(")"):
        return
    again = re.compile(rf"[;.]\s+(?P<mark>{re.escape(number.printed)})\s+(?=[^\W\d_])")
    found = again.search(reading.source.text, block.start, min(block.end, block.start + 4000))
    if found is not None:
        series = _Series(number.style, number.rank, number.prefix, [(number, index)])
        made = _claim(reading, series, number, index, AuditVerdict.LIKELY)
        yield replace(made, start=found.start("mark"), end=min(found.end() + 60, block.end), readings=(made.computed,))


def _numbers(reading: Reading) -> Iterator[tuple[int, SectionNumber]]:
    quoted_until = -1
    source = reading.source
    for index, block in enumerate(source.blocks):
        if block.kind is BlockKind.CELL:
            continue
        if index > quoted_until:
            quoted_until = _end_of_quotation(reading, index)
        if not block.marker or index <= quoted_until:
            continue
        number = number_of(block.marker)
        if number is not None:
            yield index, number


def _end_of_quotation(reading: Reading, index: int) -> int:
    """The last block of a quotation of another document that begins in a block; -1 where none does."""
    source = reading.source
    block = source.blocks[index]
    text = source.text[block.start : block.end]
    opened = _QUOTE_OPEN.search(text, 0, 4000)
    if opened is None or re.search(r"[\"”]", text[opened.end() :]):
        return -1
    for later in range(index + 1, min(index + 40, len(source.blocks))):
        span = source.blocks[later]
        if re.search(r"[\"”]", source.text[span.start : span.end]):
            return later
    return -1


def _placed(
    reading: Reading, open_series: list[_Series], closed: list[_Series], number: SectionNumber, index: int
) -> Claim | None:
    """Put a number where it counts on; a claim where it cannot."""
    alike = [
        place for place in range(len(open_series) - 1, -1, -1)
        if open_series[place].style == number.style and open_series[place].prefix == number.prefix
    ]  # fmt: skip
    for place in alike:
        series = open_series[place]
        if follows(number, series.last) or number.number == series.wanted:
            closed += open_series[place + 1 :]
            del open_series[place + 1 :]
            series.members.append((number, index))
            series.wanted = None
            return None
    if not alike or number.number == 1:
        outer = open_series[alike[0]] if alike else None
        open_series.append(_Series(number.style, number.rank, number.prefix, [(number, index)], outer=outer))
        return None
    series = open_series[alike[0]]
    outer = series.outer
    if outer in open_series and outer is not None and len(series.members) == 1 and number.number == outer.last + 2:
        return _mistaken_first(reading, open_series, number, index)
    made = _slip(reading, series, number, index)
    if made is not None:
        closed += open_series[alike[0] + 1 :]
        del open_series[alike[0] + 1 :]
        series.is_right = False
        series.wanted = next_number(number, series.last) + 1
    else:
        series = _Series(number.style, number.rank, number.prefix, is_right=False)
        open_series.append(series)
    series.members.append((number, index))
    return made


def _mistaken_first(reading: Reading, open_series: list[_Series], number: SectionNumber, index: int) -> Claim:
    """1. 2. 1. 4.: the second "1." stands for 3."""
    inner = next(
        series for series in reversed(open_series) if series.style == number.style and series.outer is not None
    )
    outer = inner.outer
    assert outer is not None
    del open_series[open_series.index(outer) + 1 :]
    first, at = inner.members[0]
    made = _claim(reading, outer, first, at, AuditVerdict.CONTRADICTION)
    outer.members += [inner.members[0], (number, index)]
    outer.is_right = False
    return made


def _second_first(reading: Reading, series: _Series) -> Claim | None:
    """1. 1. 2. 3. as headings side by side: the second "1." began the count anew without a reason."""
    outer = series.outer
    if outer is None or len(outer.members) != 1 or outer.last != 1 or len(series.members) < 2:
        return None
    blocks = reading.source.blocks
    at, index = outer.members[0][1], series.members[0][1]
    alike = blocks[at].kind is blocks[index].kind is BlockKind.HEADING and blocks[at].parent == blocks[index].parent
    between = blocks[at + 1 : index]
    parted = any(block.kind is not BlockKind.PARAGRAPH or block.marker for block in between)
    opens = reading.source.text[blocks[index - 1].start : blocks[index - 1].end].rstrip("*_ ").endswith(":")
    if not alike or not between or parted or opens:
        return None
    return _claim(reading, outer, series.members[0][0], index, AuditVerdict.LIKELY)


def _slip(reading: Reading, series: _Series, number: SectionNumber, index: int) -> Claim | None:
    """The claim that a number repeats, skips or goes back; None where the text may have been cut or misread."""
    last, at = series.last, series.members[-1][1]
    if last == 1 and number.number > 2 and len(series.members) == 1 and number.number - last > _WIDEST_GAP:
        return None
    if number.number > last:
        gap = number.number - last - 1
        if is_letter(number):
            gap = sum(letter not in OPTIONAL_LETTERS for letter in LETTERS[last : number.number - 1])
        if gap > _WIDEST_GAP - 1 or _stands_between(reading, series, number, at, index):
            return None
        verdict = AuditVerdict.CONTRADICTION if len(series.members) > 1 else AuditVerdict.LIKELY
        return _claim(reading, series, number, index, verdict)
    if number.number < last and (len(series.members) == 1 or series.members[-2][0].number > last):
        return None  # counts down
    return _claim(reading, series, number, index, AuditVerdict.CONTRADICTION)


def _stands_between(reading: Reading, series: _Series, number: SectionNumber, at: int, index: int) -> bool:
    """Whether the number that seems to be missing stands in the text in between, or something was left out there."""
    source = reading.source
    start, end = source.blocks[at].start, source.blocks[index].start
    if end - start > 200_000:
        return True
    text = source.text[start:end]
    missing = written_as(number, next_number(number, series.last))
    core = re.escape(missing.strip("(). /"))
    if re.search(rf"(?<![\w.]){core}\s?[.)/:-]", text, re.IGNORECASE) or re.search(r"(?m)^\s*(?:\.{3}|…|\[…\])", text):
        return True
    return re.search(rf"(?m)^\W*{core}\s", text, re.IGNORECASE) is not None


def _heading(reading: Reading, block: Block) -> str:
    words = " ".join(reading.source.text[block.start : min(block.end, block.start + 200)].split())
    return words if len(words) <= 60 else f"{words[:57].rsplit(' ', 1)[0]} …"


def _span(reading: Reading, index: int) -> tuple[int, int]:
    """From the printed marker to the end of the block's first words."""
    block = reading.source.blocks[index]
    start = reading.source.text.rfind(block.marker, max(0, block.start - 40), block.start)
    return (start if start >= 0 else block.start), min(block.end, block.start + 160)


def _claim(reading: Reading, series: _Series, number: SectionNumber, index: int, verdict: AuditVerdict) -> Claim:
    told = [one.printed for one, _ in series.members[-4:]]
    wanted = written_as(number, next_number(number, series.last))
    previous, at = series.members[-1]
    words = _heading(reading, reading.source.blocks[index])
    line = reading.source.line_of(reading.source.blocks[at].start)
    what = "lặp" if number.number == previous.number else "lùi" if number.number < previous.number else "nhảy"
    start, end = _span(reading, index)
    return Claim(
        FindingKind.NUMBERING, verdict, None, (), f"… {', '.join([*told, number.printed])}: số mục {what}", wanted,
        f"“{number.printed} {words}” đứng sau “{previous.printed}” ở dòng {line}; số mục ở đây phải là “{wanted}”.",
        f"“{number.printed}” follows “{previous.printed}” of line {line}; its number should be “{wanted}”.",
        (f"{wanted} {words}",), start, end,
    )  # fmt: skip


def _holding(reading: Reading, series: _Series) -> Claim:
    told = ", ".join(one.printed for one, _ in series.members[:12])
    start, end = _span(reading, series.members[0][1])
    return Claim(
        FindingKind.NUMBERING, AuditVerdict.HOLDS, None, (), told, "", f"Các mục {told} được đánh số liên tục.",
        f"The numbers {told} count on without a gap.", (), start, end,
    )  # fmt: skip
