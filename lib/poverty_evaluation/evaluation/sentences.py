"""Câu văn chọn theo quy tắc: what is said of poverty and its change, chosen by the values, never by hand."""

from __future__ import annotations

from datetime import date

from poverty_evaluation.evaluation.blocks import Line, Number, NumberForm
from poverty_evaluation.evaluation.citations import citation
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.missing import no_data
from poverty_evaluation.evaluation.patterns import Pattern, enumerated, joined, line
from poverty_evaluation.evaluation.wording import sentences as wording
from poverty_evaluation.vocabulary.choices import ValueStatus, Vintage
from poverty_evaluation.vocabulary.findings import FindingKind
from poverty_evaluation.vocabulary.quantities import round_half_up
from poverty_evaluation.vocabulary.values import IndicatorValue, parse_value_id

#: No relative change is told on a base under this many households: a few moves would look like a landslide.
SMALL_BASE = 20

_MOVEMENTS = (
    ("escaped_households", wording.ESCAPED),
    ("relapsed_households", wording.RELAPSED),
    ("newly_poor_households", wording.NEWLY_POOR),
)
_MANAGED = (
    ("managed_households", wording.MANAGED),
    ("managed_near_poor_households", wording.MANAGED_NEAR_POOR),
)


def poverty_sentences(context: EvaluationContext) -> list[Line]:
    """The paragraphs on the number and the share of poor households, in the order in which they are read."""
    return [*_reviewed(context), *managed_sentences(context)]


def _reviewed(context: EvaluationContext) -> list[Line]:
    """What the reviews say, and what may be said of the change between them."""
    change = context.find("poor_households_change")
    if change is None:
        return _level_only(context)
    if change.status is ValueStatus.NOT_COMPARABLE:
        return [*_level_only(context), *why_not_comparable(context, change)]
    if change.value is None:
        return [*_level_only(context), no_data(context, context.say(wording.THE_CHANGE))]
    level = _level_only(context) if context.report.vintage is Vintage.PRELIMINARY else []
    main = joined(
        [said for said in (_changed(context, change), _relative(context, change), _movements(context)) if said], " "
    )
    said_of_territory = _restated(context, context.by_id[change.operands[0]])
    return [said for said in (*level, main, said_of_territory, _effects(context), _bounds(context)) if said]


def poverty_headline(context: EvaluationContext) -> list[Line]:
    """The change of the rate in one short sentence; nothing where two reviews cannot be compared."""
    points = context.find("poverty_ratio_change_pp")
    if points is None or points.value is None:
        return []
    before, after = (context.by_id[operand] for operand in points.operands)
    if same_as_printed(before, after):
        return [context.fill(wording.HEADLINE_UNCHANGED, after=context.number(after))]
    pattern = wording.HEADLINE_FELL if points.value < 0 else wording.HEADLINE_ROSE
    return [context.fill(pattern, before=context.number(before), after=context.number(after))]


# --- one review ---------------------------------------------------------------------------------------------------


def _level_only(context: EvaluationContext) -> list[Line]:
    """The level of one review: the latest of this period, otherwise the one the period opened with."""
    count = latest(context, "poor_households")
    if count is not None:
        preliminary = context.report.vintage is Vintage.PRELIMINARY
        pattern = wording.LEVEL_PRELIMINARY if preliminary else wording.LEVEL
        return [_level(context, pattern, count)]
    opening = latest(context, "poor_households", own_period=False)
    if opening is not None:
        return [_level(context, wording.OPENING_ONLY, opening, decision=_decision(context, opening))]
    return [no_data(context, context.say(wording.THE_REVIEW))]


def _level(context: EvaluationContext, pattern: Pattern, count: IndicatorValue, **more: Line) -> Line:
    rate = context.find_beside("poverty_ratio", count)
    share = context.fill(wording.SHARE, rate=context.number(rate)) if _known(rate) and rate else ()
    return context.fill(
        pattern,
        date=context.day(count.as_of),
        place=context.place_name,
        count=context.number(count),
        share=share,
        **more,
    )


def _decision(context: EvaluationContext, count: IndicatorValue) -> Line:
    """The decision that approved the list that is told, where the office tells it."""
    rows = context.reviews[context.reviews["as_of"] == count.as_of].itertuples(index=False)
    symbol = next((row.approved_by for row in rows if row.approved_by and not context.is_replaced(row)), "")
    return context.fill(wording.DECISION, document=citation(symbol, context) or symbol) if symbol else ()


def managed_sentences(context: EvaluationContext) -> list[Line]:
    """The households on the list since the last review, without a rate; nothing where a later review counted them."""
    review = latest(context, "poor_households")
    said = []
    for indicator_id, pattern in _MANAGED:
        found = [one for one in context.of_indicator(indicator_id) if one.place_code == context.place_code]
        last = max(found, key=lambda value: value.as_of, default=None)
        if last is None or last.value is None or (review is not None and review.as_of >= last.as_of):
            continue
        moved = [
            context.fill(words, count=context.number(amount))
            for suffix, words in (("_added", wording.ADDED), ("_removed", wording.REMOVED))
            if (amount := context.find_beside(indicator_id + suffix, last)) is not None and amount.value
        ]
        changes = context.fill(wording.MANAGED_CHANGES, changes=joined(moved, ", ")) if moved else ()
        said.append(context.fill(pattern, date=context.day(last.as_of), count=context.number(last), changes=changes))
    return said


def _restated(context: EvaluationContext, before: IndicatorValue) -> Line:
    """That the opening was added up on the territory of today, where it was."""
    if "boundary" not in before.dimensions:
        return ()
    told = [finding for finding in context.findings if before.id in finding.indicator_ids]
    return line(
        next((finding.message(context.language) for finding in told if finding.kind is FindingKind.MAPPING), "")
    )


def why_not_comparable(context: EvaluationContext, change: IndicatorValue) -> list[Line]:
    """What the analysis found on this place; a general sentence where it told no reason."""
    reasons = [
        line(finding.message(context.language))
        for finding in context.findings
        if finding.kind is FindingKind.NOT_COMPARABLE
        and any(parse_value_id(identity)[2] == context.place_code for identity in finding.indicator_ids)
    ]
    before, after = (context.by_id[operand] for operand in change.operands)
    dates = {"from_date": context.day(before.as_of), "to_date": context.day(after.as_of)}
    return reasons or [context.fill(wording.NOT_COMPARABLE, **dates)]


# --- two comparable reviews ---------------------------------------------------------------------------------------


def _changed(context: EvaluationContext, change: IndicatorValue) -> Line:
    """Rose, fell, or did not change between the two reviews."""
    before, after = (context.by_id[operand] for operand in change.operands)
    if not change.value:
        return _unchanged(context, before, after)
    return context.fill(
        wording.FELL if change.value < 0 else wording.ROSE,
        from_date=context.day(before.as_of),
        to_date=context.day(after.as_of),
        place=context.place_name,
        before=_count_and_rate(context, before),
        after=_count_and_rate(context, after),
        change=magnitude(context, change),
        points=_points(context, change, before, after),
        per_year=_per_year(context, before, after),
    )


def _count_and_rate(context: EvaluationContext, count: IndicatorValue) -> Line:
    rate = context.find_beside("poverty_ratio", count)
    if rate is None or rate.value is None:
        return context.fill(wording.COUNT, count=context.number(count))
    return context.fill(wording.COUNT_AND_RATE, count=context.number(count), rate=context.number(rate))


def _points(context: EvaluationContext, change: IndicatorValue, before: IndicatorValue, after: IndicatorValue) -> Line:
    """The change of the rate beside that of the count; said apart when the two went different ways."""
    points = context.find("poverty_ratio_change_pp")
    if points is None or points.value is None or change.value is None:
        return ()
    if _rate_unchanged(context, before, after):
        return context.fill(wording.POINTS_UNCHANGED)
    fell, same_way = points.value < 0, (points.value < 0) == (change.value < 0)
    if same_way:
        pattern = wording.POINTS_FELL if fell else wording.POINTS_ROSE
    else:
        pattern = wording.POINTS_FELL_BESIDE_RISE if fell else wording.POINTS_ROSE_BESIDE_FALL
    return context.fill(pattern, points=magnitude(context, points))


def _per_year(context: EvaluationContext, before: IndicatorValue, after: IndicatorValue) -> Line:
    """The yearly average, only where more than one year lies between the reviews."""
    per_year = context.find("poverty_ratio_change_per_year_pp")
    if per_year is None or not per_year.value or not _more_than_a_year(before, after):
        return ()
    if _rate_unchanged(context, before, after):
        return ()
    pattern = wording.PER_YEAR_FELL if per_year.value < 0 else wording.PER_YEAR_ROSE
    return context.fill(pattern, points=magnitude(context, per_year))


def _unchanged(context: EvaluationContext, before: IndicatorValue, after: IndicatorValue) -> Line:
    return context.fill(
        wording.UNCHANGED,
        from_date=context.day(before.as_of),
        to_date=context.day(after.as_of),
        place=context.place_name,
        count=context.number(after),
        rate=_rate_beside_unchanged_count(context, before, after),
    )


def _rate_beside_unchanged_count(context: EvaluationContext, before: IndicatorValue, after: IndicatorValue) -> Line:
    """With as many poor households as before the rate stays, or moves with the number of all households."""
    points, rate = context.find("poverty_ratio_change_pp"), context.find_beside("poverty_ratio", after)
    if rate is None or rate.value is None:
        return ()
    if points is None or not points.value or _rate_unchanged(context, before, after):
        return context.fill(wording.RATE_STAYS, rate=context.number(rate))
    pattern = wording.RATE_FELL if points.value < 0 else wording.RATE_ROSE
    return context.fill(pattern, points=magnitude(context, points), why=_households_moved(context, before, after))


def _households_moved(context: EvaluationContext, before: IndicatorValue, after: IndicatorValue) -> Line:
    ends = [context.find_beside("total_households", count) for count in (before, after)]
    opening, closing = ends
    if opening is None or closing is None or opening.value is None or closing.value is None:
        return ()
    pattern = wording.HOUSEHOLDS_ROSE if closing.value > opening.value else wording.HOUSEHOLDS_FELL
    return context.fill(pattern, before=context.number(opening), after=context.number(closing))


def _relative(context: EvaluationContext, change: IndicatorValue) -> Line:
    relative = context.find("poor_households_relative_change")
    before = context.by_id[change.operands[0]]
    if relative is None or not relative.value or before.value is None or before.value < SMALL_BASE:
        return ()
    pattern = wording.RELATIVE_FELL if relative.value < 0 else wording.RELATIVE_ROSE
    return context.fill(pattern, rate=magnitude(context, relative))


def _movements(context: EvaluationContext) -> Line:
    """How many households left poverty and came into it, as far as the office tells."""
    told = [
        context.fill(pattern, count=context.number(value))
        for indicator, pattern in _MOVEMENTS
        if (value := latest(context, indicator)) is not None and value.value is not None
    ]
    return context.fill(wording.MOVEMENTS, movements=joined(told, ", ")) if told else ()


def _effects(context: EvaluationContext) -> Line:
    """What the rate and what the number of households did to the count."""
    rate, households = context.find("poor_households_effect_rate"), context.find("poor_households_effect_denominator")
    if rate is None or households is None or not _shown(rate) or not _shown(households):
        return ()
    return context.fill(
        wording.EFFECTS,
        rate=_effect(context, rate, wording.RATE_EFFECT_FELL, wording.RATE_EFFECT_ROSE),
        households=_effect(context, households, wording.HOUSEHOLDS_EFFECT_FELL, wording.HOUSEHOLDS_EFFECT_ROSE),
    )


def _effect(context: EvaluationContext, effect: IndicatorValue, fell: Pattern, rose: Pattern) -> Line:
    pattern = fell if effect.value is not None and effect.value < 0 else rose
    return context.fill(pattern, count=magnitude(context, effect))


def _bounds(context: EvaluationContext) -> Line:
    """The range of households that each rate carried as published allows."""
    ranges = []
    for low in context.of_indicator("implied_total_households_min"):
        high = context.find("implied_total_households_max", low.as_of, low.place_code)
        if high is None or low.place_code != context.place_code or low.value is None or high.value is None:
            continue
        ends = {"low": context.number(low), "high": context.number(high)}
        ranges.append(context.fill(wording.BOUND, date=context.day(low.as_of), **ends))
    return context.fill(wording.BOUNDS, ranges=joined(ranges, context.say(wording.AND_BETWEEN))) if ranges else ()


# --- what is not eligible, or was not told ------------------------------------------------------------------------


def components_not_applicable(context: EvaluationContext, names: list[str]) -> Line:
    """The components of a programme that the place does not take part in."""
    place = context.place_name[:1].upper() + context.place_name[1:]
    listed = enumerated(names, wording.AND, context.language)
    return context.fill(wording.NOT_APPLICABLE, place=place, components=listed)


def components_without_data(context: EvaluationContext, names: list[str]) -> Line:
    """The components of a programme on which nothing was sent."""
    listed = enumerated(names, wording.AND, context.language)
    return context.fill(wording.COMPONENTS_WITHOUT_DATA, components=listed)


# --- judging values -----------------------------------------------------------------------------------------------


def latest(context: EvaluationContext, indicator_id: str, own_period: bool = True) -> IndicatorValue | None:
    """The latest value of the report's own place, within the reviews of this period or of the one before."""
    rows = context.tables["household_review" if own_period else "previous_household_review"]
    dates = set(rows["as_of"])
    found = [
        value
        for value in context.of_indicator(indicator_id)
        if value.place_code == context.place_code and value.as_of in dates and not value.dimensions
    ]
    return max(found, key=lambda value: value.as_of) if found else None


def magnitude(context: EvaluationContext, value: IndicatorValue) -> Number:
    return context.number(value, NumberForm.MAGNITUDE)


def _known(value: IndicatorValue | None) -> bool:
    return value is not None and value.value is not None


def _shown(value: IndicatorValue) -> bool:
    """Whether anything is left of a value when it is rounded for display."""
    return value.value is not None and round_half_up(value.value, value.decimals) != 0


def _rate_unchanged(context: EvaluationContext, before: IndicatorValue, after: IndicatorValue) -> bool:
    rates = [context.find_beside("poverty_ratio", count) for count in (before, after)]
    opening, closing = rates
    return opening is not None and closing is not None and same_as_printed(opening, closing)


def same_as_printed(before: IndicatorValue, after: IndicatorValue) -> bool:
    """Two rates that read the same at the decimals they are printed with."""
    if before.value is None or after.value is None:
        return False
    ends = [round_half_up(rate.value * 100, after.decimals) for rate in (before, after) if rate.value is not None]
    return ends[0] == ends[1]


def _more_than_a_year(before: IndicatorValue, after: IndicatorValue) -> bool:
    start, end = date.fromisoformat(before.as_of), date.fromisoformat(after.as_of)
    return (end.year - start.year, end.month, end.day) > (1, start.month, start.day)
