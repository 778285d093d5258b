"""Đối chiếu bản đã ký: which numbers of a signed report were altered, added or dropped since our file was issued.

A Word file that still has our controls is compared number by number; any other (typed anew, PDF, text) by the words
around its numbers. What was filled in where our file left a blank, as its number and date, is told apart.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from poverty_evaluation.audit.documents.opening import read_source
from poverty_evaluation.audit.documents.source import BlockKind, SourceText
from poverty_evaluation.operations.requests import PRELIMINARY_FOLDER, RUN_RECORD, RunRequest, published_folder
from poverty_evaluation.operations.signed.controls import control_differences
from poverty_evaluation.operations.signed.differences import SignedChange, SignedDifference, difference_of, in_order
from poverty_evaluation.operations.signed.edits import with_editors
from poverty_evaluation.operations.signed.number_alignment import Token, differing_numbers, likeness, tokens
from poverty_evaluation.vocabulary.choices import ReportStatus
from poverty_evaluation.vocabulary.errors import InputError, InputProblem

#: What cannot go on until a problem is mended.
PURPOSE = ("trước khi đối chiếu được", "before the copy can be compared")
#: What we issue, in the order in which one of two that are equally like the signed copy is taken.
_ISSUED_FILES = ("report.docx", "report.en.docx", "report.pdf", "report.en.pdf")
#: How many words apart two programs may read the cells of a table that they see on a page.
_REACH = 400
_FEW, _FEW_PARTS = 6, 0.02  # with fewer differences they have read them in one order
#: The numbers of columns, which pages repeat with the heads of tables.
_COLUMN = re.compile(r"\(\d{1,2}\)")
#: A copy of which fewer words are those of a report is another document.
_LEAST_LIKENESS = 0.4


class ComparedBy(StrEnum):
    """By what the numbers of both files were found to be the same ones."""

    CONTROLS = "controls"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class SignedComparison:
    """A signed copy beside the file of ours that it is most like. numbers: what differs, then what was filled in;
    has_pages: it is a picture of pages, in which the order of a table's words is a guess."""

    file: str
    issued_file: Path
    is_issued: bool
    compared_by: ComparedBy
    same: int
    numbers: tuple[SignedDifference, ...]
    has_pages: bool = False

    @property
    def differences(self) -> tuple[SignedDifference, ...]:
        return tuple(one for one in self.numbers if one.change is not SignedChange.FILLED)

    @property
    def filled(self) -> tuple[SignedDifference, ...]:
        return tuple(one for one in self.numbers if one.change is SignedChange.FILLED)


@dataclass(frozen=True)
class ReadText:
    """A file as it reads. has_pages: it is a picture of pages, which do not say in which order cells are read."""

    path: Path
    paragraphs: tuple[str, ...]
    words: tuple[Token, ...]
    has_pages: bool

    @property
    def is_word(self) -> bool:
        return self.path.suffix.lower() == ".docx"


def issued_texts(request: RunRequest) -> tuple[ReadText, ...]:
    """What we issued for a place and period, preliminary reports too. InputError when there is nothing."""
    _, folder = published_folder(request)
    folders = (folder, folder / PRELIMINARY_FOLDER)
    paths = [held / name for name in _ISSUED_FILES for held in folders if (held / name).is_file()]
    if not paths:
        raise InputError([_nothing_issued(request, folder)], PURPOSE)
    return tuple(read_text(path) for path in paths)


def compare_signed(path: Path, issued: Sequence[ReadText]) -> SignedComparison:
    """The numbers of a signed copy beside those of the issued file it is most like. InputError when it cannot be read
    or is no copy of any of them."""
    signed = read_text(path)
    closest = max(issued, key=lambda one: likeness(one.words, signed.words))
    if likeness(closest.words, signed.words) < _LEAST_LIKENESS:
        raise InputError([_another_document(path, closest.path)], PURPOSE)
    by, found, same = _compared(signed, closest)
    if signed.is_word:
        found = with_editors(found, path)
    found.sort(key=lambda one: one.change is SignedChange.FILLED)
    is_issued = _is_issued(closest.path.parent)
    return SignedComparison(str(path), closest.path, is_issued, by, same, tuple(found), signed.has_pages)


def read_text(path: Path) -> ReadText:
    """The paragraphs of a file and their words, without the numbers of pages. InputError when it cannot be read."""
    source = read_source(path)
    paragraphs = tuple(_without_page_number(source, place) for place in range(len(source.blocks)))
    return ReadText(path, paragraphs, tuple(tokens(paragraphs)), bool(source.page_starts))


def _without_page_number(source: SourceText, place: int) -> str:
    """The text of a block; where it is the first or last of a page it may begin with the number of the page, which
    annexes count anew, and with a mark in capitals."""
    blocks = source.blocks
    text = source.text[blocks[place].start : blocks[place].end]
    page = source.page_of(blocks[place].start)
    if page is None or blocks[place].kind is BlockKind.CELL:
        return text
    beside = [blocks[other] for other in (place - 1, place + 1) if 0 <= other < len(blocks)]
    is_edge = len(beside) < 2 or any(source.page_of(block.start) != page for block in beside)
    first, _, rest = text.partition(" ")
    is_number = first == str(page) or (first.isdigit() and int(first) < page and (not rest or rest.isupper()))
    return rest if is_edge and is_number else text


def _compared(signed: ReadText, issued: ReadText) -> tuple[ComparedBy, list[SignedDifference], int]:
    """The differing numbers and how many are the same, by the controls where both files still have them."""
    if signed.is_word and issued.is_word:
        by_control = control_differences(signed.path, issued.path)
        if by_control is not None:
            return ComparedBy.CONTROLS, *by_control
    pairs, same = differing_numbers(issued.words, signed.words)
    if signed.has_pages and len(pairs) > max(_FEW, _FEW_PARTS * same):
        pairs, same = differing_numbers(_without_columns(issued), _without_columns(signed), _REACH)
    found = [difference_of(pair, issued.paragraphs, signed.paragraphs) for pair in in_order(pairs)]
    return ComparedBy.WORDS, found, same


def _without_columns(text: ReadText) -> list[Token]:
    return tokens(_COLUMN.sub(" ", paragraph) for paragraph in text.paragraphs)


def _is_issued(folder: Path) -> bool:
    record = folder / RUN_RECORD
    if not record.is_file():
        return False
    return bool(json.loads(record.read_text(encoding="utf-8")).get("report_status") == ReportStatus.ISSUED)


def _nothing_issued(request: RunRequest, folder: Path) -> InputProblem:
    command = f"poverty-evaluation run {request.place} {request.period}"
    command += f" --data {request.data}" if request.data else ""
    command += f" --output {request.output}" if request.output else ""
    return InputProblem(
        "bản báo cáo đã lập (report.docx) để đối chiếu",
        "a report that was built (report.docx) to compare with",
        f"không có trong {folder}",
        f"none in {folder}",
        f"Lập báo cáo bằng: {command}; hoặc chỉ nơi đặt kết quả bằng --issued.",
        f"Build the report with: {command}; or name the folder of the results with --issued.",
    )


def _another_document(path: Path, closest: Path) -> InputProblem:
    return InputProblem(
        f"bản đã ký của {closest}",
        f"a signed copy of {closest}",
        "một văn bản khác, rất ít câu chữ giống nhau",
        "another document, with few words in common",
        "Kiểm tra lại tệp, địa phương và kỳ báo cáo.",
        "Check the file, the place and the period.",
        file=str(path),
    )
