"""Evaluation of definitions on rows that are written in the test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from poverty_evaluation.indicators import Evaluated, PeriodTables, evaluate
from poverty_evaluation.reference import IndicatorDefinition, Reference, load_reference
from poverty_evaluation.vocabulary.choices import Vintage
from poverty_evaluation.vocabulary.period_tables import (
    FUND_DISBURSEMENT,
    HOUSEHOLD_CHANGES,
    HOUSEHOLD_REVIEW,
    PUBLISHED,
    TARGETS,
)
from poverty_evaluation.vocabulary.values import IndicatorValue

from .rows import CITY, FIGURES, NEW, REVIEW_INPUTS, Row, activity_tables, table

DATA = Path(__file__).parents[3] / "data"


@dataclass(frozen=True)
class Outcome:
    """What came of an evaluation; values by id, the numbers alone by id."""

    evaluated: Evaluated
    context: PeriodTables

    @property
    def values(self) -> Mapping[str, IndicatorValue]:
        return {value.id: value for value in self.evaluated.values}

    def __getitem__(self, identity: str) -> IndicatorValue:
        return self.values[identity]

    def numbers(self, indicator_id: str) -> dict[str, Any]:
        """Values of one indicator by the rest of their ids; the report's own place and period are left out."""
        return {
            value.id.removeprefix(indicator_id).removesuffix("@213/2016-2018").lstrip(";"): value.value
            for value in self.evaluated.values
            if value.indicator_id == indicator_id
        }


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference(DATA)


Evaluate = Callable[..., Outcome]


@pytest.fixture
def evaluated(reference: Reference) -> Evaluate:
    """Evaluates definitions on rows; the inputs they need are added to them."""

    def run(
        *definitions: IndicatorDefinition,
        reviews: Iterable[Row] = (),
        previous: Iterable[Row] = (),
        activities: Iterable[Row] = (),
        targets: Iterable[Row] = (),
        published: Iterable[Row] = (),
        funds: Iterable[Row] = (),
        changes: Iterable[Row] = (),
        start: Iterable[Row] = (),
        previous_activities: Iterable[Row] = (),
        year_before: Iterable[Row] = (),
        year_before_funds: Iterable[Row] = (),
        vintage: Vintage | None = None,
        programme_id: str = "",
    ) -> Outcome:
        tables = {
            "household_review": table(HOUSEHOLD_REVIEW, reviews),
            "previous_household_review": table(HOUSEHOLD_REVIEW, previous, "previous.csv"),
            "targets": table(TARGETS, targets),
            "published": table(PUBLISHED, published),
            "fund_disbursement": table(FUND_DISBURSEMENT, funds),
            "year_before_fund_disbursement": table(FUND_DISBURSEMENT, year_before_funds, "year_before.csv"),
            "household_changes": table(HOUSEHOLD_CHANGES, changes),
            "start_household_review": table(HOUSEHOLD_REVIEW, start, "start.csv"),
            **activity_tables(activities),
            **{f"previous_{name}": frame for name, frame in activity_tables(previous_activities).items()},
            **{f"year_before_{name}": frame for name, frame in activity_tables(year_before).items()},
        }
        before = {name: frame.copy(deep=True) for name, frame in tables.items()}
        inputs = [one for one in (*REVIEW_INPUTS, FIGURES) if one.id not in {own.id for own in definitions}]
        with_these = replace(reference, indicators=(*inputs, *definitions))
        context = PeriodTables(tables, with_these, CITY, "2016-2018", NEW, programme_id, vintage)
        outcome = Outcome(evaluate(context), context)
        for name, frame in tables.items():
            pd.testing.assert_frame_equal(frame, before[name])
        return outcome

    return run
