"""Bảng khác biệt: what differs from a published report, as a table in both languages for the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poverty_evaluation.evaluation.blocks import number_of
from poverty_evaluation.operations.comparison import Change, Comparison, Difference
from poverty_evaluation.presentation.formatting import write
from poverty_evaluation.presentation.wording import wording
from poverty_evaluation.vocabulary.choices import ReportStatus
from poverty_evaluation.vocabulary.values import IndicatorValue

_TITLES = {
    Change.CHANGED: "Thay đổi · Changed",
    Change.ADDED: "Mới có · Added",
    Change.GONE: "Không còn · Gone",
}
_HEADINGS = ("Chỉ tiêu · Indicator", "Đã công bố · Published", "Số liệu hiện nay · Today", "Mã · Id")
_NOTHING = "–"


def comparison_table(comparison: Comparison) -> str:
    """The whole answer: what was compared, and the values that differ, those that changed first."""
    issued = comparison.status == ReportStatus.ISSUED
    told = ("Báo cáo đã ban hành", "The issued report") if issued else ("Báo cáo đã công bố", "The published report")
    lines = [f"{told[0]} · {told[1]}: {comparison.folder}"]
    if not comparison.differences:
        count = comparison.compared
        lines.append(f"Số liệu hiện nay cho đúng {count} giá trị này. · Today's data give the same {count} values.")
        return "\n".join(lines)
    rows = {change: [_row(one) for one in comparison.differences if one.change is change] for change in Change}
    every = [_HEADINGS, *(row for held in rows.values() for row in held)]
    widths = [max(map(len, column)) for column in zip(*every, strict=True)]
    for change, held in rows.items():
        if held:
            lines += ["", f"{_TITLES[change]}: {len(held)}", *_aligned([_HEADINGS, *held], widths)]
    return "\n".join(lines)


def _row(difference: Difference) -> tuple[str, ...]:
    before, now = (_written(one, difference) for one in (difference.published, difference.today))
    value = difference.value
    when = value.as_of or value.period
    label = " · ".join(dict.fromkeys([value.label_vi, value.label_en or value.label_vi]))
    return f"{label} ({when})", before, now, value.id


def _written(value: IndicatorValue | None, difference: Difference) -> str:
    """A value as its report prints it; with its status where that alone is what has changed."""
    if value is None:
        return _NOTHING
    text = write(number_of(value), "vi")
    both = [write(number_of(one), "vi") for one in (difference.published, difference.today) if one is not None]
    if len(both) > 1 and len(set(both)) == 1:
        return f"{text} ({wording('vi').statuses[value.status]})"
    return text


def _aligned(rows: Iterable[tuple[str, ...]], widths: list[int]) -> Iterator[str]:
    for row in rows:
        yield "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
