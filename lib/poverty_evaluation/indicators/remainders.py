"""Phần còn lại: what of a count of a review is left when another count of it is taken off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.propagation import computed
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.vocabulary.values import IndicatorValue

Known = Mapping[str, IndicatorValue]


def remainder(definition: IndicatorDefinition, context: PeriodTables, known: Known) -> Iterator[IndicatorValue]:
    """whole - part of each review that tells of both; nothing is taken for a count that was not sent."""
    of_all, taken_off = definition.of
    for review in context.reviews:
        whole, part = known.get(review.id_of(of_all)), known.get(review.id_of(taken_off))
        if whole is None or part is None:
            continue
        yield computed(
            definition,
            context,
            whole.value - part.value if whole.value is not None and part.value is not None else None,
            (whole, part),
            f"{of_all} - {taken_off}",
            place_code=review.place_code,
            when=review.as_of,
            as_of=review.as_of,
            dimensions=review.dimensions,
            falling=(part,),
        )
