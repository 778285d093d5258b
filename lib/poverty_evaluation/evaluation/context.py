"""Những gì một bản đánh giá được dựng từ đó: the report's profile, values, findings, tables and prose of one period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from poverty_evaluation.evaluation import patterns
from poverty_evaluation.evaluation.blocks import Line, Number, NumberForm, number_of
from poverty_evaluation.evaluation.patterns import Pattern, Slot
from poverty_evaluation.reference import Between, IndicatorKind, Place, Reference
from poverty_evaluation.vocabulary.choices import ReportStatus, ValueStatus, Vintage, vintage_of
from poverty_evaluation.vocabulary.findings import Finding, Severity
from poverty_evaluation.vocabulary.periods import ReportingPeriod
from poverty_evaluation.vocabulary.quantities import write_date
from poverty_evaluation.vocabulary.report import ReportProfile
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id


@dataclass(frozen=True)
class EvaluationContext:
    """All that the blocks of one report are made of. `tables` are those of ingest, `narrative` its texts by name."""

    report: ReportProfile
    reference: Reference
    language: str
    values: tuple[IndicatorValue, ...]
    findings: tuple[Finding, ...]
    tables: Mapping[str, pd.DataFrame]
    narrative: Mapping[str, str]

    @cached_property
    def tallies(self) -> dict[str, IndicatorValue]:
        """What the document counted itself so far, by id; `tallies.tally` fills it as sentences and tables are made."""
        return {}

    @cached_property
    def by_id(self) -> Mapping[str, IndicatorValue]:
        return {value.id: value for value in self.values}

    @cached_property
    def place(self) -> Place:
        return self.reference.places.place_by_slug(self.report.place, self.report.as_of)

    @cached_property
    def place_code(self) -> str:
        return self.place.place_code

    @cached_property
    def place_name(self) -> str:
        return self.place.full_name(self.language)

    @cached_property
    def period_label(self) -> str:
        return ReportingPeriod.parse(self.report.period).label(self.language)

    @property
    def issuer_name(self) -> str:
        issuer = self.report.issuer
        return self.of_two(issuer.name_vi, issuer.name_en)

    @property
    def is_of_poverty(self) -> bool:
        """Whether the reviews count poor households, and not something of another field."""
        return self.reference.is_of_poverty

    @property
    def is_draft(self) -> bool:
        return self.report.status is ReportStatus.DRAFT

    @cached_property
    def reviews(self) -> pd.DataFrame:
        """The reviews of the reporting place, of the period before and of this one, oldest first; those that were added
        up of its wards or members among them."""
        frames = [self.tables["previous_household_review"], *self.reviews_of_period]
        rows = pd.concat([frame for frame in frames if len(frame)] or [frames[1]], ignore_index=True)
        own = rows[rows["place_code"] == self.place_code]
        added = pd.DataFrame(self._added_up(rows, own), columns=list(own.columns), dtype=object)
        both = pd.concat([own, added], ignore_index=True) if len(added) else own
        return both.sort_values("as_of", kind="stable", ignore_index=True)

    @cached_property
    def reviews_of_phase(self) -> pd.DataFrame:
        """The reviews of the reporting place with those of the period that opens the phase, oldest first."""
        start = self.tables.get("start_household_review")
        if start is None or start.empty:
            return self.reviews
        known = set(self.reviews["as_of"])
        earlier = start[(start["place_code"] == self.place_code) & ~start["as_of"].isin(known)]
        both = pd.concat([earlier, self.reviews], ignore_index=True) if len(earlier) else self.reviews
        return both.sort_values("as_of", kind="stable", ignore_index=True)

    @property
    def reviews_of_period(self) -> tuple[pd.DataFrame, ...]:
        """The reviews that this period holds: its own, then those of its members."""
        members = self.tables.get("member_household_review")
        return (self.tables["household_review"], *(() if members is None else (members,)))

    def _added_up(self, rows: pd.DataFrame, own: pd.DataFrame) -> list[dict[str, Any]]:
        """What stands for a review that the place itself did not send, where values of it were computed."""
        sent = {(row.as_of, row.standard_id) for row in rows_of(own)}
        found: dict[tuple[str, str], list[str]] = {}
        for row in rows_of(rows):
            found.setdefault((row.as_of, row.standard_id), []).append(row.vintage)
        return [
            {
                "place_code": self.place_code, "as_of": as_of, "standard_id": standard_id, "approved_by": "",
                "vintage": str(vintage_of([Vintage(one) for one in vintages], self.report.vintage)),
            }
            for (as_of, standard_id), vintages in found.items()
            if (as_of, standard_id) not in sent and self._has_values(as_of, standard_id)
        ]  # fmt: skip

    def _has_values(self, as_of: str, standard_id: str) -> bool:
        """Whether a review of the place was computed; under another standard its values say so."""
        values = [self.find("total_households", as_of), self.find("poor_households", as_of)]
        return any(values) or self.find("poor_households", as_of, standard=standard_id) is not None

    @cached_property
    def _figures_of(self) -> Mapping[str, list[Any]]:
        rows: dict[str, list[Any]] = {}
        for row in rows_of(self.tables["activity_figures"]):
            rows.setdefault(row.activity_id, []).append(row)
        return rows

    def figures_of(self, activity_id: str) -> list[Any]:
        """The rows of the figures of an activity, in the order in which they were sent."""
        return self._figures_of.get(activity_id, [])

    @cached_property
    def funds(self) -> pd.DataFrame:
        """The table of funds of the period; those of the members where the place itself was sent none."""
        own = self.tables.get("fund_disbursement", pd.DataFrame(columns=["year"]))
        return self.tables.get("member_fund_disbursement", own) if own.empty else own

    @cached_property
    def _findings_of(self) -> Mapping[str, tuple[str, ...]]:
        told: dict[str, list[str]] = {}
        for finding in self.findings:
            if finding.severity is not Severity.NOTE:
                for identity in finding.indicator_ids:
                    told.setdefault(identity, []).append(finding.id)
        return {identity: tuple(ids) for identity, ids in told.items()}

    @cached_property
    def _findings_by_id(self) -> Mapping[str, Finding]:
        return {finding.id: finding for finding in self.findings}

    # --- words ----------------------------------------------------------------------------------------------------

    def of_two(self, vi: str, en: str) -> str:
        """The one of two received texts in the report's language; the Vietnamese one where the other is empty."""
        return (en or vi) if self.language == "en" else vi

    def received(self, vi: str, en: str) -> str:
        """The same of a text that an office sent: where it was not translated the English report quotes it."""
        return f"“{vi}”" if self.language == "en" and vi and not en else self.of_two(vi, en)

    def say(self, pattern: Pattern, **texts: str) -> str:
        """A pattern of fixed wording in the report's language, its slots filled with texts."""
        return patterns.say(pattern, self.language, **texts)

    def fill(self, pattern: Pattern, **slots: Slot) -> Line:
        """A pattern in the report's language, its slots filled with numbers and texts."""
        return patterns.fill(pattern, self.language, **slots)

    def count(self, number: int) -> str:
        """A small count in running text: below ten with a leading zero in Vietnamese."""
        return f"{number:02d}" if self.language == "vi" and number < 10 else str(number)

    def day(self, day: date | str, long: bool = False) -> str:
        return write_date(date.fromisoformat(day) if isinstance(day, str) else day, self.language, long)

    # --- names ----------------------------------------------------------------------------------------------------

    def name(self, code: str) -> str:
        """The name of a measure, group, organisation, component or beneficiary group."""
        return self.of_two(*self.reference.names(code, self.report.programme_id))

    def both_names(self, code: str) -> Pattern:
        """The name of anything in both languages."""
        vi, en = self.reference.names(code, self.report.programme_id)
        return patterns.plain_names(vi, en or vi)

    def short_name(self, code: str) -> str:
        """The short name of an organisation, the name of anything else."""
        organisation = self.reference.organisations.get(code)
        if organisation is None:
            return self.name(code)
        return self.of_two(
            organisation.short_vi or organisation.label_vi, organisation.short_en or organisation.label_en
        )

    def name_of_role(self, role: str) -> str:
        found = self.reference.figure_roles[role]
        return self.of_two(found.label_vi, found.label_en)

    def name_of_unit(self, unit_code: str) -> str:
        found = next(unit for unit in self.reference.units.values() if unit.unit_code == unit_code)
        return self.of_two(found.label_vi, found.label_en)

    def label(self, row: object) -> str:
        """The label of a table row in the report's language."""
        return self.received(str(getattr(row, "label_vi", "")), str(getattr(row, "label_en", "")))

    # --- values ---------------------------------------------------------------------------------------------------

    def find(self, indicator_id: str, when: str = "", place_code: str = "", **dimensions: str) -> IndicatorValue | None:
        """A value by its parts; the report's own place and period unless told otherwise."""
        return self.by_id.get(
            value_id(indicator_id, place_code or self.place_code, when or self.report.period, dimensions)
        )

    def change_of(self, indicator_id: str) -> IndicatorValue | None:
        """The difference of an indicator between the two reviews that are compared, as its definition names it."""
        for one in self.reference.indicators:
            if (one.kind, one.of, one.between) == (IndicatorKind.DIFFERENCE, (indicator_id,), Between.REVIEWS):
                return self.find(one.id)
        return None

    def find_beside(self, indicator_id: str, value: IndicatorValue) -> IndicatorValue | None:
        """Another value of the place, date, standard and territory of a value."""
        return self.find(indicator_id, value.as_of, value.place_code, **value.dimensions)

    def restated(self, indicator_id: str, when: str) -> IndicatorValue | None:
        """A value of the reporting place on a date that was added up on the territory of today."""
        held = (one for one in self.of_indicator(indicator_id) if "boundary" in one.dimensions)
        return next((one for one in held if (one.place_code, one.as_of) == (self.place_code, when)), None)

    def of_indicator(self, indicator_id: str) -> Iterator[IndicatorValue]:
        return (value for value in self.values if value.indicator_id == indicator_id)

    def of_place(self, indicator_id: str) -> Iterator[IndicatorValue]:
        """The values of the reporting place itself, not those of its members."""
        return (value for value in self.of_indicator(indicator_id) if value.place_code == self.place_code)

    def is_replaced(self, review: Any) -> bool:
        """Whether a later vintage of a review leads: the values of this one then carry its vintage in their ids."""
        vintage, on = str(review.vintage), review.as_of
        return any(
            self.find(one.id, on, vintage=vintage)
            or self.find(one.id, on, standard=review.standard_id, vintage=vintage)
            for one in self.reference.indicators
        )

    def findings_of(self, identity: str) -> tuple[str, ...]:
        """The ids of the errors and warnings that concern a value."""
        return self._findings_of.get(identity, ())

    def is_explained(self, value: IndicatorValue) -> bool:
        """Whether offices explained every error on a value and on what it was computed from, and there was one."""
        told = [self._findings_by_id[identity] for identity in self._findings_below(value)]
        answered = [bool(one.explanation) for one in told if one.severity is Severity.ERROR]
        return bool(answered) and all(answered)

    def _findings_below(self, value: IndicatorValue) -> Iterator[str]:
        yield from self.findings_of(value.id)
        for operand in value.operands:
            yield from self._findings_below(self.by_id[operand])

    def number(self, value: IndicatorValue, form: NumberForm = NumberForm.TEXT, money_scale: int = 0) -> Number:
        """A value where it is shown, with the findings that concern it. A disputed one that was explained is on record
        as confirmed: nobody is asked about it any more."""
        shown = number_of(value, form, money_scale, self.findings_of(value.id))
        if value.status is ValueStatus.DISPUTED and self.is_explained(value):
            return replace(shown, status=ValueStatus.CORRECTED)
        return shown
