"""Trình bày đối chiếu bản đã ký: the numbers that differ as a table of the terminal, JSON, CSV, a workbook, a page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from poverty_evaluation.audit.showing.words import whole
from poverty_evaluation.operations.signed.differences import Editor, SignedChange, SignedDifference
from poverty_evaluation.operations.signed.signed_copy import ComparedBy, SignedComparison

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_SIGNS = {SignedChange.CHANGED: "≠", SignedChange.ADDED: "+", SignedChange.DROPPED: "−", SignedChange.FILLED: "…"}
_STYLES = {SignedChange.CHANGED: "bold red", SignedChange.ADDED: "bold yellow", SignedChange.DROPPED: "bold yellow"}
_NOTHING = "–"
_AROUND = 90  # characters of a paragraph shown on each side of a number

_WORDS: dict[str, dict[str, str]] = {
    "vi": {
        "title": "Đối chiếu bản đã ký",
        "changed": "ĐÃ SỬA", "added": "THÊM", "dropped": "BỎ", "filled": "ĐIỀN VÀO CHỖ TRỐNG",
        "change": "Khác biệt", "issued": "Bản phát hành", "signed": "Bản đã ký", "paragraph": "Đoạn văn",
        "label": "Chỉ tiêu", "editors": "Người sửa, lúc sửa", "file": "Tệp", "number": "Số",
        "of_issued": "Báo cáo đã ban hành", "of_draft": "Báo cáo đã lập (chưa ban hành)",
        "controls": "theo ô số liệu của Word", "words": "theo câu chữ quanh con số",
        "counts": "{changed} số đã sửa, {added} số thêm, {dropped} số bỏ; {same} số giữ nguyên, {filled} số điền vào "
                  "chỗ để trống.",
        "pages": "Bản PDF không cho biết thứ tự đọc của các ô trong bảng: khác biệt trong bảng cần xem lại bằng mắt.",
        "nothing": "Mọi con số giữ nguyên như bản phát hành.",
        "differences": "Khác biệt",
    },
    "en": {
        "title": "The signed copy beside the issued file",
        "changed": "CHANGED", "added": "ADDED", "dropped": "DROPPED", "filled": "FILLED IN",
        "change": "Difference", "issued": "Issued", "signed": "Signed", "paragraph": "Paragraph",
        "label": "Indicator", "editors": "Changed by, at", "file": "File", "number": "No.",
        "of_issued": "Issued report", "of_draft": "Report as built (not issued yet)",
        "controls": "by the controls in Word", "words": "by the words around the numbers",
        "counts": "{changed} changed, {added} added, {dropped} dropped; {same} the same, {filled} filled into blanks.",
        "pages": "A PDF does not say in which order the cells of a table are read: look at differences in tables.",
        "nothing": "Every number is as it was issued.",
        "differences": "Differences",
    },
}  # fmt: skip
_COLUMNS = ("file", "number", "change", "issued", "signed", "paragraph", "label", "editors")
_WIDTHS = (30, 6, 18, 16, 16, 70, 40, 30)


def signed_line(comparison: SignedComparison) -> str:
    """One line of JSON, for other scripts."""
    return json.dumps(
        {
            "file": comparison.file,
            "issued_file": str(comparison.issued_file),
            "is_issued": comparison.is_issued,
            "compared_by": str(comparison.compared_by),
            "has_pages": comparison.has_pages,
            "same": comparison.same,
            "differences": [_plain(one) for one in comparison.differences],
            "filled": [_plain(one) for one in comparison.filled],
        },
        ensure_ascii=False,
    )


def signed_csv(comparisons: Sequence[SignedComparison], language: str) -> str:
    """CSV that Excel opens, one row per number."""
    from poverty_evaluation.audit.showing.tables import csv_text

    return csv_text([_headings(language), *_rows(comparisons, language)])


def signed_workbook(comparisons: Sequence[SignedComparison], language: str) -> bytes:
    from poverty_evaluation.audit.showing.workbook import workbook

    sheet = (_WORDS[language]["differences"], _headings(language), list(_rows(comparisons, language)), _WIDTHS)
    return workbook([sheet])


def signed_page(comparison: SignedComparison, language: str) -> str:
    """A page that opens anywhere, with a table of the numbers that differ."""
    from poverty_evaluation.audit.showing.page import named, render

    told = _WORDS[language]
    return render(
        "signed.html.j2",
        language=language,
        **named(told["title"], told["file"], comparison.file),
        lines=(_compared(comparison, language), _counts(comparison, language)),
        headings=[told[name] for name in _COLUMNS[1:]],
        rows=[
            (one, _kind(one, language), marked(one), _editors(one.editors), number)
            for number, one in enumerate(comparison.numbers, 1)
        ],
        nothing="" if comparison.numbers else told["nothing"],
    )


def show_signed(console: Console, comparison: SignedComparison, language: str = "vi", is_quiet: bool = False) -> None:
    """The numbers that differ, those that were filled in last, and the counts; quiet leaves the counts out."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    told = _WORDS[language]
    if is_quiet and not comparison.differences:
        return
    console.print(Text(comparison.file, style="bold"))
    if not is_quiet:
        console.print(Text(_compared(comparison, language)))
    shown = [*comparison.differences, *([] if is_quiet else comparison.filled)]
    if shown:
        table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True, padding=(0, 1, 1, 0))
        table.add_column(Text(told["change"]), width=16)
        table.add_column(Text(f"{told['issued']} → {told['signed']}"), ratio=2)
        table.add_column(Text(told["paragraph"]), ratio=5)
        for number, one in enumerate(shown, 1):
            kind = Text(f"{number}. {_kind(one, language)}", style=_STYLES.get(one.change, ""))
            table.add_row(kind, _change(one), _paragraph(one, console.is_terminal))
        console.print(table)
    if not is_quiet:
        console.print(Text(_counts(comparison, language) if shown else told["nothing"]))


def marked(one: SignedDifference) -> tuple[str, str, str]:
    """The paragraph before, of and behind the number, shortened."""
    number = one.signed or one.issued
    at = _place(one.paragraph, number)
    if at < 0:
        return one.paragraph[: 2 * _AROUND] + ("…" if len(one.paragraph) > 2 * _AROUND else ""), "", ""
    before, behind = one.paragraph[:at], one.paragraph[at + len(number) :]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].split(" ", 1)[-1]
    if len(behind) > _AROUND:
        behind = behind[:_AROUND].rsplit(" ", 1)[0] + " …"
    return before, number, behind


def _place(paragraph: str, number: str) -> int:
    """Where a number stands by itself, not within another one."""
    at = paragraph.find(number)
    while at >= 0:
        around = paragraph[max(at - 1, 0) : at] + paragraph[at + len(number) : at + len(number) + 1]
        if not any(char.isdigit() for char in around):
            return at
        at = paragraph.find(number, at + 1)
    return -1


def _change(one: SignedDifference) -> Text:
    from rich.text import Text

    text = Text(f"{one.issued or _NOTHING} → {one.signed or _NOTHING}", style="bold")
    if one.label:
        text.append(f"\n{one.label}", style="not bold")
    if one.editors:
        text.append(f"\n{_editors(one.editors)}", style="italic not bold")
    return text


def _paragraph(one: SignedDifference, is_terminal: bool) -> Text:
    from rich.text import Text

    before, number, behind = marked(one)
    text = Text(before)
    if number:
        text.append(number if is_terminal else f"«{number}»", style="bold underline")
    text.append(behind)
    return text


def _kind(one: SignedDifference, language: str) -> str:
    return f"{_SIGNS[one.change]} {_WORDS[language][one.change]}"


def _editors(editors: Iterable[Editor]) -> str:
    return "; ".join(", ".join(part for part in (one.author, written_time(one.date)) if part) for one in editors)


def written_time(date: str) -> str:
    """2018-12-31T08:30:00Z as 31/12/2018 08:30; what is no such time as it is."""
    day, _, time = date.partition("T")
    parts = day.split("-")
    if len(parts) != 3:
        return date
    return f"{'/'.join(reversed(parts))} {time[:5]}".strip()


def _compared(comparison: SignedComparison, language: str) -> str:
    told = _WORDS[language]
    which = told["of_issued"] if comparison.is_issued else told["of_draft"]
    by = told["controls"] if comparison.compared_by is ComparedBy.CONTROLS else told["words"]
    note = f" {told['pages']}" if comparison.has_pages and comparison.differences else ""
    return f"{which}: {comparison.issued_file} ({by}).{note}"


def _counts(comparison: SignedComparison, language: str) -> str:
    number = {str(change): sum(one.change is change for one in comparison.numbers) for change in SignedChange}
    written = {name: whole(count, language) for name, count in (number | {"same": comparison.same}).items()}
    return _WORDS[language]["counts"].format(**written)


def _headings(language: str) -> list[str]:
    return [_WORDS[language][name] for name in _COLUMNS]


def _rows(comparisons: Iterable[SignedComparison], language: str) -> Iterable[tuple[str | int, ...]]:
    for comparison in comparisons:
        for number, one in enumerate(comparison.numbers, 1):
            yield (
                comparison.file, number, _WORDS[language][one.change], one.issued, one.signed, one.paragraph, one.label,
                _editors(one.editors),
            )  # fmt: skip


def _plain(one: SignedDifference) -> dict[str, Any]:
    return {
        "change": str(one.change),
        "issued": one.issued,
        "signed": one.signed,
        "paragraph": one.paragraph,
        "label": one.label,
        "value_id": one.value_id,
        "editors": [{"author": editor.author, "date": editor.date} for editor in one.editors],
    }
