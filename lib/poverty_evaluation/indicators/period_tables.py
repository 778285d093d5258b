"""Số liệu của một kỳ để tính chỉ tiêu: the tables of one period, what they belong to, and their rows once read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from poverty_evaluation.indicators.composition import Composition
from poverty_evaluation.indicators.reviews import Review, read_reviews
from poverty_evaluation.indicators.territory import merged_reviews
from poverty_evaluation.reference import Reference, Unit
from poverty_evaluation.vocabulary.choices import Vintage
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean
from poverty_evaluation.vocabulary.quantities import split_unit
from poverty_evaluation.vocabulary.rows import rows_of

#: Shown names of the units that only computed values have.
_COMPUTED_UNITS = {"ratio": ("%", "%"), "pp": ("điểm phần trăm", "percentage points")}


@dataclass(frozen=True)
class PeriodTables:
    """What the evaluator computes on. vintage: the one a run asks for; None stands for the latest of each review."""

    tables: Mapping[str, pd.DataFrame]
    reference: Reference
    place_code: str
    period: str
    leading_standard: str
    programme_id: str = ""
    vintage: Vintage | None = None

    @cached_property
    def reviews(self) -> tuple[Review, ...]:
        own, previous = self._own_reviews, self.tables["previous_household_review"]
        start = self.tables.get("start_household_review")
        received = read_reviews(own, previous, self.leading_standard, self.vintage, start)
        places = self.reference.places
        composed = Composition(
            received, places, self.place_code, self.leading_standard, self.members, self.vintage
        ).reviews()
        return (*received, *merged_reviews(received, places), *composed)

    @property
    def _own_reviews(self) -> pd.DataFrame:
        """The reviews of this period; what members tell of a review stands where the place was not sent it itself."""
        own, told = self.tables["household_review"], self.tables.get("member_household_review")
        if told is None or told.empty:
            return own
        key = ["place_code", "as_of", "standard_id"]
        sent = set(own[key].itertuples(index=False, name=None))
        more = told[[row not in sent for row in told[key].itertuples(index=False, name=None)]].drop(columns="member")
        return pd.concat([own, more], ignore_index=True) if len(own) else more.reset_index(drop=True)

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The codes of the places that report.yml says make up the reporting one."""
        told = self.tables.get("members")
        return () if told is None else tuple(told["place_code"])

    @cached_property
    def activities(self) -> Mapping[str, Any]:
        """The rows of the activities, by id, in the order received."""
        return {row.activity_id: row for row in rows_of(self.tables["activities"])}

    @cached_property
    def figures(self) -> tuple[Any, ...]:
        """The rows of the figures of the activities, in the order received."""
        return tuple(rows_of(self.tables["activity_figures"]))

    def beside(self, which: str) -> Mapping[str, Any]:
        """The rows of the activities of a neighbouring period (`previous`, `year_before`), by id."""
        return {row.activity_id: row for row in self._rows(f"{which}_activities")}

    def figures_beside(self, which: str) -> tuple[Any, ...]:
        """The rows of the figures of the activities of a neighbouring period."""
        return self._rows(f"{which}_activity_figures")

    def _rows(self, name: str) -> tuple[Any, ...]:
        frame = self.tables.get(name)
        return () if frame is None else tuple(rows_of(frame))

    @cached_property
    def _parts(self) -> Mapping[str, tuple[str, ...]]:
        parts: dict[str, tuple[str, ...]] = {}
        for activity_id, activity in self.activities.items():
            if activity.part_of:
                parts[activity.part_of] = (*parts.get(activity.part_of, ()), activity_id)
        return parts

    def parts_of(self, activity_id: str) -> tuple[str, ...]:
        """The activities that are parts of this one."""
        return self._parts.get(activity_id, ())

    def wholes_of(self, activity_id: str) -> Iterator[str]:
        """The activities this one is a part of, nearest first."""
        whole = self.activities[activity_id].part_of
        while whole:
            yield whole
            whole = self.activities[whole].part_of

    def told_also(self, row: Any) -> list[Any]:
        """The figures of the same event, role, unit and flow that others tell."""
        event = self.activities[row.activity_id].event_id
        return [
            other
            for other in (self.figures if event else ())
            if other.activity_id != row.activity_id
            and self.activities[other.activity_id].event_id == event
            and self._fact_of(other) == self._fact_of(row)
        ]

    def _fact_of(self, row: Any) -> tuple[str, str, str]:
        return row.role, self.reference.units[row.unit].unit_code, row.flow

    def review(self, place_code: str, as_of: str) -> Review | None:
        """The review of a place on a date that its plain ids stand for."""
        found = (one for one in self.reviews if (one.place_code, one.as_of) == (place_code, as_of))
        return next((one for one in found if not one.dimensions), None)

    def unit_names(self, unit_code: str) -> tuple[str, str]:
        """What a unit is called where a computed value is shown; empty for values that bring their own."""
        return self._unit_names.get(unit_code, ("", ""))

    @cached_property
    def _unit_names(self) -> Mapping[str, tuple[str, str]]:
        names = dict(_COMPUTED_UNITS)
        for unit in self.reference.units.values():
            names.setdefault(unit.unit_code, (unit.label_vi, unit.label_en))
        return names

    @property
    def unit_codes(self) -> tuple[str, ...]:
        return tuple(self._unit_names)

    def unit_of(self, row: Any) -> Unit:
        """The unit of a target or a published figure; InputError at its cell when it is not known."""
        units, bare = self.reference.units, split_unit(row.unit)[1]
        unit = units.get(bare) or units.get(bare.casefold())
        if unit is not None:
            return unit
        hint_vi, hint_en = did_you_mean(bare, units)
        problem = InputProblem(
            "một đơn vị tính đã biết",
            "a known unit",
            f"“{row.unit}”",
            f"“{row.unit}”",
            f"Sửa đơn vị tính, hoặc bổ sung vào data/reference/units.csv. {hint_vi}".strip(),
            f"Mend the unit, or add it to data/reference/units.csv. {hint_en}".strip(),
            file=row.file,
            sheet=row.sheet,
            row=row.row,
            column="unit",
        )
        raise InputError([problem])
