"""Một dòng hoạt động: the columns of the sheet that offices fill, and the figures that stand side by side in it."""

from __future__ import annotations

from fractions import Fraction

from poverty_evaluation.samples.planting import Row
from poverty_evaluation.samples.tellings import Told
from poverty_evaluation.vocabulary.quantities import write_number

_MOST_FIGURES = 8
COLUMNS = (
    "activity_id", "event_id", "counted_under", "part_of", "parts", "measure_code", "organisation_code", "reported_by",
    "beneficiary_group", "place_code", "period_printed", "data_from", "data_to", "as_of", "time_basis", "realisation",
    "flow", "per_role", "label_vi", "label_en", "note_vi",
    *(f"{name}_{number}" for number in range(1, _MOST_FIGURES + 1) for name in ("value", "unit", "role")),
)  # fmt: skip
#: A number in the unit it is told in, and its role where the unit does not say it.
Figure = tuple[str, str, str]


def figures(*told: Figure) -> Row:
    """The figures of one row, side by side."""
    row: Row = {}
    for number, (value, unit, role) in enumerate(told, 1):
        row |= {f"value_{number}": value, f"unit_{number}": unit, f"role_{number}": role}
    return row


def count(value: int, unit: str, role: str = "") -> Figure:
    return write_number(value, 0), unit, role


def money(thousands: int, role: str = "") -> Figure:
    return write_number(Fraction(thousands, 1000), 3, trim=True), "triệu đồng", role


def when(told: Told) -> Row:
    """The days a row speaks of, and whether it was planned, done or is expected."""
    return {
        "period_printed": told.printed,
        "data_from": told.start,
        "data_to": told.end,
        "time_basis": told.basis,
        "realisation": told.realisation,
    }
