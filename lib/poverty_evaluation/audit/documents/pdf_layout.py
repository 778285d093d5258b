"""PDF không có cấu trúc: lines, paragraphs and tables of pages, rebuilt from where the words stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from poverty_evaluation.audit.documents.lines import Hint
from poverty_evaluation.audit.documents.markers import opening_of
from poverty_evaluation.audit.documents.pdf_items import PageTable, Paragraph, is_bold, joined
from poverty_evaluation.audit.documents.pdf_pages import Page, Word
from poverty_evaluation.audit.documents.pdf_rows import TextLine, lines_of_page
from poverty_evaluation.audit.documents.pdf_tables import AROUND, tables_of

_NUMBER_OF_PAGE = re.compile(
    r"[-–—\s]{0,3}(?:trang|page)?\s{0,2}\d{1,4}(?:\s{0,2}/\s{0,2}\d{1,4})?[-–—\s]{0,3}", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
#: So many lines at the top and bottom of a page may be a header or footer.
_EDGE = 3
#: The head of a table stands no further above its rows, in heights of letters; its cells are so far apart.
_NEAR, _APART = 2.0, 0.8
_ENDED = (".", ":", ";", "!", "?", "…")


def laid_out_items(pages: Sequence[Page]) -> list[list[Paragraph | PageTable]]:
    """What each page holds from top to bottom, without headers, footers and numbers of pages."""
    lines = [lines_of_page(page.words) for page in pages]
    _drop_repeated(lines, pages)
    return [_items(of_page) for of_page in lines]


def _drop_repeated(lines: list[list[TextLine]], pages: Sequence[Page]) -> None:
    """Take out what stands at the top or bottom of most pages, and numbers of pages."""
    if len(pages) < 2:
        return
    seen: Counter[str] = Counter()
    for of_page in lines:
        seen.update({_signature(of_page, at) for at in _edges(of_page)})
    often = max(2, 0.4 * len(pages))
    for of_page in lines:
        signatures = {at: _signature(of_page, at) for at in _edges(of_page)}
        for at in sorted(signatures, reverse=True):
            repeated = seen[signatures[at]] >= often and not _heads_table(of_page, at)
            outer = at == 0 or at == len(of_page) - 1
            if repeated or (outer and _NUMBER_OF_PAGE.fullmatch(of_page[at].text)):
                del of_page[at]


def _heads_table(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line is the head of a table that is printed again on each page."""
    if at + 1 >= len(lines) or len(lines[at].parted(_APART)) < 2 or len(lines[at + 1].parted(_APART)) < 2:
        return False
    return lines[at].baseline - lines[at + 1].baseline < _NEAR * lines[at].size


def _edges(lines: Sequence[TextLine]) -> set[int]:
    return {*range(min(_EDGE, len(lines))), *range(max(0, len(lines) - _EDGE), len(lines))}


def _signature(lines: Sequence[TextLine], at: int) -> str:
    """The words of a line; of one that stands apart and holds one number, without the number."""
    text = lines[at].text
    above = lines[at - 1].baseline - lines[at].baseline if at else float("inf")
    below = lines[at].baseline - lines[at + 1].baseline if at + 1 < len(lines) else float("inf")
    apart = min(above, below) > _NEAR * lines[at].size
    return _DIGITS.sub("#", text) if apart and len(_DIGITS.findall(text)) == 1 else text


def _items(lines: list[TextLine]) -> list[Paragraph | PageTable]:
    items: list[Paragraph | PageTable] = []
    at, tables = 0, list(tables_of(lines))
    in_tables = {place for first, behind, _ in tables for place in range(first, behind)}
    free = [line for place, line in enumerate(lines) if place not in in_tables]
    margins = _margins(free) if free else (0.0, 0.0)
    for first, behind, table in tables:
        items += [*_paragraphs(lines[at:first], *margins), table]
        at = behind
    return items + _paragraphs(lines[at:], *margins)


def _paragraphs(lines: Sequence[TextLine], left: float, right: float) -> list[Paragraph | PageTable]:
    """Lines joined into paragraphs by the space between them, their indentation and how full they are."""
    if not lines:
        return []
    gaps = sorted(gap for above, below in pairwise(lines) if (gap := above.baseline - below.baseline) > 0)
    leading = gaps[len(gaps) // 4] if gaps else 0.0
    groups: list[list[TextLine]] = [[lines[0]]]
    for above, below in pairwise(lines):
        if _begins(above, below, leading, left, right):
            groups.append([below])
        else:
            groups[-1].append(below)
    return [_paragraph(group, left, right) for group in groups]


def _margins(lines: Sequence[TextLine]) -> tuple[float, float]:
    """Where most lines begin, and where the full ones end."""
    lefts = Counter(round(line.left) for line in lines)
    rights = sorted(line.right for line in lines)
    return float(min(lefts, key=lambda left: (-lefts[left], left))), rights[int(0.9 * (len(rights) - 1))]


def _begins(above: TextLine, below: TextLine, leading: float, left: float, right: float) -> bool:
    """Whether a paragraph begins with a line."""
    size, gap = below.size, above.baseline - below.baseline
    ended = above.text.rstrip("\"”') ").endswith(_ENDED)
    full = above.right + 0.25 * size + below.words[0].right - below.words[0].left > right - 0.5 * size
    if gap > 1.6 * max(leading, size) or gap < 0 or abs(above.size - size) > 0.2 * size:
        return True
    if ended and AROUND.match(below.text):
        return True
    if opening_of(below.text[:80]).marker is not None and (ended or not full or not below.text[2:3].isdigit()):
        return True
    if is_bold(above.words) != is_bold(below.words) and (not full or is_bold(above.words)):
        return True
    centred = abs((above.left + above.right) - (below.left + below.right)) < size and above.left > left + 2 * size
    if centred:
        return is_bold(above.words) != is_bold(below.words) or (below.text.isupper() != above.text.isupper())
    if not full:
        return not (below.text[0].islower() and not ended)
    return ended and below.left > left + 0.8 * size and below.left > above.left + 0.5 * size


def _paragraph(group: Sequence[TextLine], left: float, right: float) -> Paragraph:
    words: list[Word] = [word for line in group for word in line.words]
    last = group[-1]
    indent = max(0, round((group[0].left - left) / (0.5 * group[0].size)))
    return Paragraph(joined(words), Hint(bold=is_bold(words), indent=indent), last.right > right - 6 * last.size)
