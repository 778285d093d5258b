"""Bảo vệ thông tin của hộ gia đình: what of the forms that break a class down may be shown to the public.

Small counts of a sensitive form are hidden, and then as many others as it takes so that none can be computed back from
what is shown: every hidden count must stay undetermined by all sums that a reader knows (wards of a block, blocks of a
place, columns of a partition). What tells a hidden count otherwise goes with it: its share, its cell, findings on its
form. Totals of a class stay: the law has the lists of poor and near-poor households posted by commune.

Exact recomputation is what is prevented; that a hidden count is not negative, a reader may still use.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from poverty_evaluation.reference import TOTAL, Area, Breakdown, Grouping, Reference
from poverty_evaluation.vocabulary.choices import Audience, Qualifier, ValueStatus
from poverty_evaluation.vocabulary.findings import Finding, Severity
from poverty_evaluation.vocabulary.sources import SourceCell
from poverty_evaluation.vocabulary.values import IndicatorValue

#: The least count of households that is shown: among four or fewer in a ward, neighbours know whose poverty, illness or
#: lack of papers is told; five is the usual threshold of statistical tables.
LEAST_SHOWN = 5
#: What stands for the text of a hidden cell.
HIDDEN = "(*)"
_COUNTS, _SHARES = "breakdown_households", "breakdown_ratio"
_INDICATORS = (_COUNTS, _SHARES)
#: What the columns of a form count together: with it a hidden column could be computed from the others.
_SUMS = "deprivations"


@dataclass(frozen=True, slots=True)
class Published:
    """The values and findings of a period as one audience may see them."""

    values: tuple[IndicatorValue, ...]
    findings: tuple[Finding, ...]


def for_audience(
    values: Sequence[IndicatorValue],
    findings: Sequence[Finding],
    audience: Audience,
    place_code: str,
    reference: Reference,
) -> Published:
    """Everything for a superior body or within the office; for the public without what tells of single households."""
    if audience is not Audience.PUBLIC:
        return Published(tuple(values), tuple(findings))
    told = [value for value in values if value.indicator_id in _INDICATORS and _form_of(value, reference).sensitive]
    hidden = _hidden(told, place_code, reference)
    hidden |= {one.id for one in values if one.indicator_id == _SUMS and _form_of(one, reference).sensitive}
    cells = {source for value in told if value.id in hidden and not value.operands for source in value.sources}
    forms = {(source.file, source.sheet) for value in told for source in value.sources}
    return Published(
        tuple(_shown(value, hidden, cells) for value in values),
        tuple(_redacted(finding, forms) for finding in findings),
    )


def _form_of(value: IndicatorValue, reference: Reference) -> Breakdown:
    return reference.breakdowns[value.dimensions["breakdown"]]


def _hidden(told: Iterable[IndicatorValue], place_code: str, reference: Reference) -> set[str]:
    """The ids of the values that are not shown: counts, their shares, and whatever another vintage has replaced."""
    hidden: set[str] = set()
    tables: dict[tuple[str, str, str], list[IndicatorValue]] = {}
    for value in told:
        dimensions = value.dimensions
        if dimensions["category"] == TOTAL:
            continue
        if "vintage" in dimensions:
            hidden.add(value.id)
        elif value.indicator_id == _COUNTS:
            key = (_form_of(value, reference).of, value.as_of, dimensions.get("standard", ""))
            tables.setdefault(key, []).append(value)
    for (_, as_of, _), counts in tables.items():
        hidden |= _CrossTable.of(counts, place_code, date.fromisoformat(as_of), reference).hidden()
    return hidden | {_share_id(identity) for identity in hidden}


def _share_id(identity: str) -> str:
    return identity.replace(_COUNTS, _SHARES, 1)


# --- which counts -----------------------------------------------------------------------------------------------------

#: Where a count stands: its column, its place and, for the sum of a block, the block. Two forms that tell the same
#: column of the same class tell the same count: it is hidden in both or in none.
_Cell = tuple[str, str, str]
#: Counts of which a sum is known: +1 for a part, -1 for the sum of the others where that is shown as well.
_Line = Mapping[_Cell, int]


@dataclass(frozen=True)
class _CrossTable:
    """The counts of one class on one date, told in one form or several, and the sums among them."""

    ids: Mapping[_Cell, Sequence[str]]
    counts: Mapping[_Cell, Sequence[Fraction]]
    lines: Sequence[_Line]

    @classmethod
    def of(cls, values: Iterable[IndicatorValue], place_code: str, on: date, reference: Reference) -> _CrossTable:
        ids: dict[_Cell, list[str]] = {}
        counts: dict[_Cell, list[Fraction]] = {}
        partitions: dict[str, Breakdown] = {}
        for value in values:
            if value.value is None:
                continue
            form = _form_of(value, reference)
            cell = (value.dimensions["category"], value.place_code, value.dimensions.get("area", ""))
            ids.setdefault(cell, []).append(value.id)
            counts.setdefault(cell, []).append(value.value)
            if form.grouping is Grouping.PARTITION:
                partitions[form.id] = form
        sums = _sums_of_places(counts, place_code, on, reference)
        return cls(ids, counts, [*sums, *_sums_of_columns(counts, partitions.values())])

    def hidden(self) -> set[str]:
        """The ids of small counts and of those that protect them."""
        hidden = {cell for cell, counts in self.counts.items() if any(0 < count < LEAST_SHOWN for count in counts)}
        while exposed := determined(hidden, self.lines):
            partners = {partner for cell in exposed if (partner := self._partner(cell, hidden)) is not None}
            if not partners:
                break  # every count of the lines is hidden already
            hidden |= partners
        return {identity for cell in hidden for identity in self.ids[cell]}

    def _partner(self, exposed: _Cell, hidden: Collection[_Cell]) -> _Cell | None:
        """The count to hide beside one that could be computed: the smallest, a ward's before a sum, zero last. A sum in
        which nothing else is hidden comes first, the one of the fewest counts before all others."""
        lines = [line for line in self.lines if exposed in line]
        shown = [[cell for cell in line if cell not in hidden] for line in lines]
        alone = [cells for cells, line in zip(shown, lines, strict=True) if cells and len(line) - len(cells) == 1]
        beside = min(alone, key=len) if alone else [cell for cells in shown for cell in cells]
        return min(beside, key=self._worth, default=None)

    def _worth(self, cell: _Cell) -> tuple[bool, bool, Fraction, _Cell]:
        count = min(self.counts[cell])
        is_sum = any(times < 0 for line in self.lines if (times := line.get(cell, 0)))
        return count == 0, is_sum, count, cell


def _sums_of_places(
    counts: Collection[_Cell], place_code: str, on: date, reference: Reference
) -> Iterator[_Line]:  # fmt: skip
    """Wards add up to their block, blocks to the place; without blocks the places below add up to it."""
    for category in dict.fromkeys(cell[0] for cell in counts):
        whole = (category, place_code, "")
        below = [cell for cell in counts if cell[0] == category and cell[1] != place_code]
        tops: list[_Cell] = []
        for area in Area:
            total = (category, place_code, str(area))
            own = [cell for cell in below if reference.places.place(cell[1], on).area is area]
            if total in counts:
                yield {**dict.fromkeys(own, 1), total: -1}
                tops.append(total)
            else:
                tops += own
        tops += [cell for cell in below if reference.places.place(cell[1], on).area is None]
        if whole in counts:
            yield {**dict.fromkeys(tops, 1), whole: -1}


def _sums_of_columns(counts: Collection[_Cell], partitions: Iterable[Breakdown]) -> Iterator[_Line]:
    """The columns of a partition add up to the class, which is shown."""
    for form in partitions:
        for place_code, area in dict.fromkeys(cell[1:] for cell in counts):
            row = [(column.code, place_code, area) for column in form.columns]
            told = [cell for cell in row if cell in counts]
            if told:
                yield dict.fromkeys(told, 1)


def determined(hidden: Collection[_Cell], lines: Iterable[_Line]) -> set[_Cell]:
    """The hidden counts that the sums leave no choice for: the unknowns that a reader can solve the lines for."""
    pivots: dict[_Cell, dict[_Cell, Fraction]] = {}
    for line in lines:
        row = {cell: Fraction(times) for cell, times in line.items() if cell in hidden}
        for cell, known in pivots.items():
            _eliminate(row, cell, known)
        if not row:
            continue
        pivot = min(row)
        scale = row[pivot]
        row = {cell: times / scale for cell, times in row.items()}
        for known in pivots.values():
            _eliminate(known, pivot, row)
        pivots[pivot] = row
    return {pivot for pivot, row in pivots.items() if len(row) == 1}


def _eliminate(row: dict[_Cell, Fraction], pivot: _Cell, by: Mapping[_Cell, Fraction]) -> None:
    """Takes a multiple of one equation off another so that the pivot leaves it."""
    times = row.get(pivot)
    if times is None:
        return
    for cell, factor in by.items():
        rest = row.get(cell, Fraction(0)) - times * factor
        if rest:
            row[cell] = rest
        else:
            row.pop(cell, None)


# --- what goes with them ----------------------------------------------------------------------------------------------


def _shown(value: IndicatorValue, hidden: Collection[str], cells: Collection[SourceCell]) -> IndicatorValue:
    """A value without what is hidden of it: itself, or the texts of hidden cells among its sources."""
    sources = tuple(replace(source, text=HIDDEN) if source in cells else source for source in value.sources)
    if value.id not in hidden:
        return value if sources == value.sources else replace(value, sources=sources)
    return replace(
        value, value=None, status=ValueStatus.SUPPRESSED, qualifier=Qualifier.EXACT, as_printed="", sources=sources
    )


def _redacted(finding: Finding, forms: Collection[tuple[str, str]]) -> Finding:
    """A finding on a sensitive form says where it is and that there is one, without its figures."""
    named = any(identity.startswith(_INDICATORS) for identity in finding.indicator_ids)
    on_form = (finding.file, finding.sheet) in forms and finding.severity is not Severity.NOTE
    if not (named or on_form):
        return finding
    return replace(
        finding,
        message_vi="Biểu phân tổ có số liệu cần đơn vị kiểm tra; con số không công bố để bảo vệ thông tin của hộ gia "
        "đình.",
        message_en="A breakdown form holds figures to be checked; they are not published, to protect information on "
        "households.",
        quote="",
        stated="",
        computed="",
        explanation="Đã có giải trình; nội dung không công bố." if finding.explanation else "",
        explanation_en="Explained; the explanation is not published." if finding.explanation else "",
    )
