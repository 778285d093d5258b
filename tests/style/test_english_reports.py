"""Báo cáo tiếng Anh: every text of whole reports is English in words and format, and tells what the Vietnamese tells.

Names of places are known from the reference data; what stands between “ and ” is a quotation, given as it was printed.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from whole_reports import DATA, SAMPLE, WholeReport, reference_of

from poverty_evaluation.evaluation.blocks import Block, Chart, Document, Number, Text
from poverty_evaluation.evaluation.document import Evaluation
from poverty_evaluation.presentation.charts import draw
from poverty_evaluation.presentation.formatting import write
from poverty_evaluation.presentation.signs import explain_signs
from poverty_evaluation.vocabulary.vietnamese import DOCUMENT_SYMBOL, is_vietnamese_word

REPORTS = [
    (DATA, "bac-giang-city", "2016-2018"),
    (DATA, "bac-giang-province", "2012"),
    (DATA, "bac-giang-province", "2016"),
    *((SAMPLE, "song-mau-city", period) for period in ("2022", "2022-H1", "2021-2023")),
    (SAMPLE, "dat-mau-province", "2022"),
]
every_report = pytest.mark.parametrize("report", REPORTS, ids=["-".join(report[1:]) for report in REPORTS])

_QUOTED = re.compile("“[^“”]*(“[^“”]*”[^“”]*)*”")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
#: Words without a letter that English lacks, which Vietnamese administrative prose cannot do without.
_UNACCENTED = re.compile(
    r"(?<![\w/-])(cho|theo|trong|trung|giao|khi|tham gia|nhau|huy|giai|khai|trang|chung|xem|thanh|lao|quan|chi|"
    r"kinh doanh|sau|thu|qua|ra)(?![\w/-])"
)
#: 1.358.082; and 12.888 where it is no amount in millions or points, which have three decimals in English as well.
_DOTS = re.compile(
    r"(?<![\w.,/-])(?:\d{1,3}(?:\.\d{3}){2,}|(?<!VND )\d{1,3}\.\d{3}(?! (?:percentage points)))(?![\w.])"
)
#: 0,85 and 2697,15: in English three digits stand after a comma, or a space.
_COMMAS = re.compile(r"\d+,\d{1,2}(?!\d)|\d+,\d{4,}")
_DATES = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}/\d{4}(?![\d/])")
#: Fields of blocks that name something for machines.
_NO_TEXT = {
    "id", "style", "role", "align", "kind", "severity", "segment", "place_slug", "period", "language", "status",
    "style_profile", "audience", "values", "tallies", "findings", "value_ids", "finding_ids", "finding_id",
}  # fmt: skip


# --- what is Vietnamese of an English text ----------------------------------------------------------------------------


@cache
def _names(root: Path) -> re.Pattern[str]:
    names = sorted({place.name_vi for place in reference_of(root).places}, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")


def _vietnamese_in(text: str, root: Path = DATA) -> list[str]:
    """The words of Vietnamese outside names of places, document symbols and quotations."""
    told = _names(root).sub("", DOCUMENT_SYMBOL.sub("", _QUOTED.sub("", text)))
    return [*(word for word in _WORD.findall(told) if is_vietnamese_word(word)), *_UNACCENTED.findall(told)]


def _vietnamese_format_in(text: str, is_written: bool = False) -> list[str]:
    """Numbers and dates in Vietnamese format; a number that a renderer wrote may have three decimals."""
    told = DOCUMENT_SYMBOL.sub("", _QUOTED.sub("", text))
    return [*([] if is_written else _DOTS.findall(told)), *_COMMAS.findall(told), *_DATES.findall(told)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 31 December 2017 Bắc Giang City had 356 poor households, by Decision 59/2015/QĐ-TTg.", []),
        ("“83,020 triệu đồng” is smaller than “một phần” of it.", []),
        ("356 poor hộ", ["hộ"]),
        ("Hội Nông dân of Bắc Giang City", ["Hội", "Nông", "dân"]),
        ("the Giang of Lai Châu", ["Châu"]),
        ("phong trào thi đua", ["trào", "đua"]),
        ("households trong ky", ["trong"]),
        ("theo Plan 77/KH-UBND", ["theo"]),
    ],
)
def test_vietnamese_words_are_seen(text: str, found: list[str]) -> None:
    assert _vietnamese_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("VND 83,151.3 million; 1,358,082; 0.85%; 0.227 percentage points; VND 666.204 million; 1, 2 and 3", []),
        ("as printed “12.888 triệu đồng” on “31/12/2017”", []),
        ("12.888 households", ["12.888"]),
        ("1.358.082 gifts", ["1.358.082"]),
        ("a rate of 0,85%", ["0,85"]),
        ("read as 2697,15", ["2697,15"]),
        ("on 31/12/2017", ["31/12/2017"]),
    ],
)
def test_vietnamese_formats_are_seen(text: str, found: list[str]) -> None:
    assert _vietnamese_format_in(text) == found


# --- whole reports ----------------------------------------------------------------------------------------------------


def _built(report: tuple[Path, str, str], language: str) -> Evaluation:
    return WholeReport(*report, language).evaluation


def _blocks(report: tuple[Path, str, str], language: str) -> list[Block]:
    built = _built(report, language)
    parts = (built.document, *built.opening, *built.chapters, *built.closing, *built.appendices, *built.working_paper)
    return explain_signs(list(parts), language)


def _texts(part: Any) -> Iterator[tuple[str, bool]]:
    """Every text of a block, and whether it is a number as it is written."""
    if isinstance(part, Number):
        yield write(part, "en"), True
    elif isinstance(part, str):
        yield part, False
    elif isinstance(part, (tuple, list)):
        yield from _line(part) if any(isinstance(one, Text) for one in part) else _each(part)
    elif dataclasses.is_dataclass(part):
        yield from _each(getattr(part, one.name) for one in dataclasses.fields(part) if one.name not in _NO_TEXT)


def _each(parts: Any) -> Iterator[tuple[str, bool]]:
    for one in parts:
        yield from _texts(one)


def _line(line: Any) -> Iterator[tuple[str, bool]]:
    """A line as a whole, so that a quotation is seen from its first to its last mark; its numbers one by one."""
    yield "".join(part.text if isinstance(part, Text) else "#" for part in line), False
    yield from _each(part for part in line if isinstance(part, Number))


def _all_texts(report: tuple[Path, str, str]) -> list[tuple[str, bool]]:
    return [found for block in _blocks(report, "en") for found in _texts(block)]


@every_report
def test_every_text_is_english(report: tuple[Path, str, str]) -> None:
    texts = _all_texts(report)
    assert len(texts) > 100
    found = {text: words for text, _ in texts if (words := _vietnamese_in(text, report[0]))}
    assert found == {}


@every_report
def test_every_number_and_date_is_in_english_format(report: tuple[Path, str, str]) -> None:
    found = {text: told for text, written in _all_texts(report) if (told := _vietnamese_format_in(text, written))}
    assert found == {}


@pytest.mark.parametrize("report", [REPORTS[0], REPORTS[4]], ids=["city", "sample"])
def test_every_picture_is_english(report: tuple[Path, str, str]) -> None:
    charts = [block for block in _blocks(report, "en") if isinstance(block, Chart)]
    assert charts
    for chart in charts:
        texts = ["".join(one.itertext()) for one in ElementTree.fromstring(draw(chart, "en")).iter() if _is_text(one)]
        assert texts
        for text in texts:
            assert _vietnamese_in(text, report[0]) == []
            assert _vietnamese_format_in(text, is_written=True) == []


def _is_text(element: ElementTree.Element) -> bool:
    return element.tag.rpartition("}")[2] == "text"


# --- the same content -------------------------------------------------------------------------------------------------


def _shown(part: Any) -> Iterator[str]:
    """The ids of the values that a part shows."""
    if isinstance(part, Number):
        yield part.value_id
    elif isinstance(part, (tuple, list)):
        for one in part:
            yield from _shown(one)
    elif dataclasses.is_dataclass(part) and not isinstance(part, Document):
        for field in dataclasses.fields(part):
            yield from _shown(getattr(part, field.name))


@every_report
def test_both_languages_show_the_same_figures_chapter_by_chapter(report: tuple[Path, str, str]) -> None:
    """Without exception: what a passage tells that was not translated is told beneath its note."""
    for part in ("opening", "chapters", "closing", "appendices", "working_paper"):
        in_vietnamese, in_english = (
            _by_heading(getattr(_built(report, language), part)) for language in ("vi", "en")
        )  # fmt: skip
        assert in_english == in_vietnamese


def _by_heading(blocks: Any) -> list[set[str]]:
    """The ids shown under each heading, one after another."""
    shown: list[set[str]] = [set()]
    for block in blocks:
        if type(block).__name__ in ("Heading", "Appendix"):
            shown.append(set())
        shown[-1].update(_shown(block))
    return shown
