"""Các mốc giải ngân: which years and cut-offs of a programme's money a report tells, what was done and what is expected
always apart."""

from __future__ import annotations

from dataclasses import dataclass

from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.vocabulary.choices import Realisation
from poverty_evaluation.vocabulary.values import IndicatorValue

#: Totals by which a cut-off is known to exist.
_TOTALS = ("available_vnd", "disbursed_vnd")
_EXPECTED = str(Realisation.EXPECTED)


@dataclass(frozen=True, slots=True)
class CutOff:
    """The money of one year up to one date, done or expected."""

    context: EvaluationContext
    year: str
    as_of: str
    is_expected: bool = False

    def find(self, indicator_id: str, **dimensions: str) -> IndicatorValue | None:
        """A value of this cut-off, the total unless codes are given."""
        told = {**dimensions, "year": self.year} | ({"realisation": _EXPECTED} if self.is_expected else {})
        return self.context.find(indicator_id, self.as_of, "", **told)

    def known(self, indicator_id: str, **dimensions: str) -> IndicatorValue | None:
        """The same where there is a number; None for what was not sent or does not apply."""
        found = self.find(indicator_id, **dimensions)
        return found if found is not None and found.value is not None else None


def fund_years(context: EvaluationContext) -> list[str]:
    """The years of the plan that this period tells of, the earliest first; those of the period before are only compared
    with."""
    own = set(context.funds["year"])
    known = {value.dimensions["year"] for name in _TOTALS for value in context.of_indicator(name)}
    return sorted(own & known)


def cut_offs(context: EvaluationContext, year: str) -> list[CutOff]:
    """What was done in a year, the earliest date first."""
    return _cut_offs(context, year, expected=False)


def expected_cut_off(context: EvaluationContext, year: str) -> CutOff | None:
    """The latest expectation that reaches beyond what was done; an overtaken one is told no more."""
    found = _cut_offs(context, year, expected=True)
    done = cut_offs(context, year)
    if not found or (done and found[-1].as_of <= done[-1].as_of):
        return None
    return found[-1]


def _cut_offs(context: EvaluationContext, year: str, *, expected: bool) -> list[CutOff]:
    days = {
        value.as_of
        for name in _TOTALS
        for value in context.of_indicator(name)
        if value.dimensions["year"] == year and ("realisation" in value.dimensions) is expected
    }
    return [CutOff(context, year, day, expected) for day in sorted(days)]
