"""Sai sót cài sẵn của một xã: in some communes one cell contradicts the others, as offices' figures do."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from poverty_evaluation.samples.planting import Row
from poverty_evaluation.vocabulary.findings import FindingKind
from poverty_evaluation.vocabulary.quantities import write_percent

Tables = Mapping[str, list[Row]]
#: Every so many communes; the first and the second of them have a slip of their own kind each.
_EVERY = 6


def slip(number: int, tables: Tables) -> str:
    """Spoils one cell where it is the commune's turn; the kind of the finding that must come of it, or nothing."""
    if number % _EVERY == 1:
        return _wrong_unit(tables["activities"])
    return _wrong_rate(tables["household_review"]) if number % _EVERY == 4 else ""


def _wrong_rate(rows: list[Row]) -> str:
    """The printed rate has two digits in the wrong order of size: ten times too small."""
    row = rows[-1]
    poor, total = (int(row[name].replace(".", "")) for name in ("poor_households", "total_households"))
    row["poverty_ratio_printed"] = write_percent(Fraction(poor, total * 10), 2)
    return str(FindingKind.SHARE)


def _wrong_unit(rows: list[Row]) -> str:
    """Billion instead of million."""
    (row,) = (row for row in rows if row["activity_id"] == "women_help")
    row["unit_2"] = "tỷ đồng"
    return str(FindingKind.UNIT)
