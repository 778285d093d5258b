"""Sổ ghi giá trị: every number of the comparison as a value that can be followed to the report or table it is from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from poverty_evaluation.evaluation import patterns
from poverty_evaluation.evaluation.across_periods.series import Review, Telling
from poverty_evaluation.evaluation.blocks import Line, Number, NumberForm, number_of
from poverty_evaluation.evaluation.patterns import Pattern, Slot
from poverty_evaluation.reference import Place, Reference
from poverty_evaluation.reference.statistics import OfficialFigure, Statistics
from poverty_evaluation.vocabulary.choices import ValueStatus
from poverty_evaluation.vocabulary.findings import Finding
from poverty_evaluation.vocabulary.headlines import HeadlineFigure
from poverty_evaluation.vocabulary.quantities import write_date
from poverty_evaluation.vocabulary.sources import SourceCell
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id


@dataclass(frozen=True)
class Ledger:
    """What the blocks of one comparison share: its language, its data, the values and findings noted so far."""

    language: str
    reference: Reference
    statistics: Statistics
    place: Place
    values: dict[str, IndicatorValue] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def place_name(self) -> str:
        return self.place.full_name(self.language)

    def say(self, pattern: Pattern, **texts: str) -> str:
        return patterns.say(pattern, self.language, **texts)

    def fill(self, pattern: Pattern, **slots: Slot) -> Line:
        return patterns.fill(pattern, self.language, **slots)

    def day(self, day: date) -> str:
        return write_date(day, self.language)

    def label(self, indicator_id: str) -> str:
        return self.reference.indicator(indicator_id).label[self.language]

    def number(self, value: IndicatorValue, form: NumberForm = NumberForm.CELL, money_scale: int = 0) -> Number:
        """A value where it is shown; it is noted once, with the findings on it."""
        noted = self.values.setdefault(value.id, value)
        told = tuple(one.id for one in self.findings if value.id in one.indicator_ids)
        return number_of(noted, form, money_scale, told)

    # --- values ---------------------------------------------------------------------------------------------------

    def review_value(self, review: Review, indicator_id: str, position: int = 0) -> IndicatorValue | None:
        """The figure of a review in the series; by position those that other reports tell instead."""
        told = review.tellings.get(indicator_id, ())
        if position >= len(told):
            return None
        dimensions = {"standard": review.standard.id}
        if position:
            dimensions["told_in"] = told[position].periods[0]
        return self._told_value(told[position], dimensions)

    def replaced_value(self, review: Review, telling: Telling) -> IndicatorValue:
        """A figure of an earlier vintage of a review."""
        return self._told_value(telling, {"standard": review.standard.id, "vintage": str(telling.figure.vintage)})

    def _told_value(self, telling: Telling, dimensions: dict[str, str]) -> IndicatorValue:
        figure = telling.figure
        sources = tuple(SourceCell(one.file, "", 0, figure.id, _exact(figure)) for one in telling.headlines)
        unit_vi, unit_en = self._unit(figure.unit)
        return IndicatorValue(
            id=value_id(figure.indicator_id, figure.place_code, figure.as_of, dimensions),
            indicator_id=figure.indicator_id,
            label_vi=figure.label_vi,
            label_en=figure.label_en,
            value=figure.value,
            unit=figure.unit,
            unit_vi=unit_vi,
            unit_en=unit_en,
            decimals=figure.decimals,
            qualifier=figure.qualifier,
            status=figure.status,
            as_printed=figure.as_printed,
            place_code=figure.place_code,
            as_of=figure.as_of,
            sources=sources,
        )

    def change(self, earlier: Review, later: Review, indicator_id: str) -> IndicatorValue | None:
        """What changed between two reviews of one piece; none where one of them is not told, or told differently."""
        if earlier.agreed(indicator_id) is None or later.agreed(indicator_id) is None:
            return None
        before, after = (self.review_value(one, indicator_id) for one in (earlier, later))
        if before is None or after is None or before.value is None or after.value is None:
            return None
        is_rate = after.unit == "ratio"
        identity = f"{indicator_id}_change_pp" if is_rate else f"{indicator_id}_change"
        self.values.setdefault(before.id, before)
        self.values.setdefault(after.id, after)
        return replace(
            after,
            id=value_id(identity, after.place_code, after.as_of, after.dimensions),
            indicator_id=identity,
            label_vi=f"{after.label_vi}: tăng, giảm từ {write_date(earlier.as_of, 'vi')}",
            label_en=f"{after.label_en}: change since {write_date(earlier.as_of, 'en')}",
            value=after.value - before.value,
            unit="pp" if is_rate else after.unit,
            unit_vi="điểm phần trăm" if is_rate else after.unit_vi,
            unit_en="percentage points" if is_rate else after.unit_en,
            status=ValueStatus.COMPUTED,
            as_printed="",
            formula=f"{after.id} - {before.id}",
            operands=(after.id, before.id),
            sources=tuple(dict.fromkeys((*after.sources, *before.sources))),
        )

    def official_value(self, figure: OfficialFigure, position: int = 0) -> IndicatorValue:
        """A figure of the statistics office. position: of several tables that tell it differently."""
        measure = self.statistics.measures[figure.measure]
        dimensions = {"item": figure.item} | ({"told_in": str(position)} if position else {})
        identity = f"official_{figure.measure}"
        unit_vi, unit_en = self._unit(measure.unit)
        return IndicatorValue(
            id=value_id(identity, figure.place.code, str(figure.year), dimensions),
            indicator_id=identity,
            label_vi=f"{measure.label.vi}, {figure.place.name.vi} (cơ quan thống kê)",
            label_en=f"{measure.label.en}, {figure.place.name.en} (statistics office)",
            value=figure.value,
            unit=measure.unit,
            unit_vi=unit_vi,
            unit_en=unit_en,
            decimals=measure.decimals,
            status=figure.status,
            as_printed=figure.source.text,
            place_code=figure.place.code,
            period=str(figure.year),
            sources=(figure.source,),
        )

    def _unit(self, unit: str) -> tuple[str, str]:
        found = next((one for one in self.reference.units.values() if one.unit_code == unit), None)
        return (found.label_vi, found.label_en) if found is not None else _UNITS.get(unit, ("", ""))


_UNITS = {"ratio": ("tỷ lệ", "ratio"), "vnd": ("đồng", "VND"), "person": ("người", "persons"), "index": ("", "")}


def _exact(figure: HeadlineFigure) -> str:
    return figure.as_printed or ("" if figure.value is None else _plain(figure.value))


def _plain(value: Fraction) -> str:
    return str(value)


def texts(parts: Sequence[str], between: str = ", ") -> str:
    """Names set one after another, what is empty left out."""
    return between.join(part for part in parts if part)
