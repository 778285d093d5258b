"""Câu văn chọn theo quy tắc: what is said of poor and near-poor households, chosen by the values, never by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from poverty_evaluation.evaluation.blocks import Line, Number, NumberForm
from poverty_evaluation.evaluation.citations import citation, subject_of
from poverty_evaluation.evaluation.comparison_bases import comparison_base
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.findings import message_line
from poverty_evaluation.evaluation.household_classes import NEAR_POOR, POOR, HouseholdClass, Movement
from poverty_evaluation.evaluation.missing import no_data
from poverty_evaluation.evaluation.patterns import Pattern, Slot, enumerated, joined
from poverty_evaluation.evaluation.standards_beside import standards_beside
from poverty_evaluation.evaluation.wording import comparison_bases as base_wording
from poverty_evaluation.evaluation.wording import household_classes as class_wording
from poverty_evaluation.evaluation.wording import sentences as wording
from poverty_evaluation.vocabulary.choices import ValueStatus, Vintage
from poverty_evaluation.vocabulary.findings import FindingKind
from poverty_evaluation.vocabulary.quantities import round_half_up
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import IndicatorValue

#: No relative change is told on a base under this many households: a few moves would look like a landslide.
SMALL_BASE = 20

_MANAGED = (
    ("managed_households", wording.MANAGED),
    ("managed_near_poor_households", wording.MANAGED_NEAR_POOR),
)


def poverty_sentences(context: EvaluationContext) -> list[Line]:
    """The paragraphs on the number and the share of poor households, in the order in which they are read; then what
    another standard counts, the change since the phase began, and how many are on the list since the last review."""
    told = [*_sentences(context, POOR), *_beside(context, POOR), *_since_start(context)]
    return [*told, *managed_sentences(context)]


def near_poverty_sentences(context: EvaluationContext) -> list[Line]:
    """The same on near-poor households, as the reviews count them."""
    return [*_sentences(context, NEAR_POOR), *_beside(context, NEAR_POOR)]


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


def _beside(context: EvaluationContext, of: HouseholdClass) -> list[Line]:
    told = latest(context, of.count) or latest(context, of.count, own_period=False)
    return standards_beside(context, of, told)


def _sentences(context: EvaluationContext, of: HouseholdClass) -> list[Line]:
    change = context.find(of.change)
    if change is None:
        return _level_only(context, of)
    if change.status is ValueStatus.NOT_COMPARABLE:
        return [*_level_only(context, of), *_why_not_comparable(context, of, change)]
    if change.value is None:
        return [*_level_only(context, of), no_data(context, context.say(wording.THE_CHANGE, **_names(context, of)))]
    level = _level_only(context, of) if context.report.vintage is Vintage.PRELIMINARY else []
    main = joined(
        [said for said in (_changed(context, of, change), _relative(context, of), _movements(context, of)) if said],
        " ",
    )
    territory = _restated(context, context.by_id[change.operands[0]]) if of.is_leading else ()
    return [said for said in (*level, main, territory, _effects(context, of), _bounds(context, of)) if said]


def _names(context: EvaluationContext, of: HouseholdClass) -> dict[str, str]:
    return {"households": context.say(of.households)}


def _rate_name(context: EvaluationContext, of: HouseholdClass) -> dict[str, str]:
    return {"rate_name": context.say(of.rate_name)}


# --- one review ---------------------------------------------------------------------------------------------------


def _level_only(context: EvaluationContext, of: HouseholdClass) -> list[Line]:
    """The level of one review: the latest of this period, otherwise the one the period opened with."""
    count = latest(context, of.count)
    if count is not None and count.value is not None:
        if context.report.vintage is Vintage.PRELIMINARY:
            return [_level(context, of, wording.LEVEL_PRELIMINARY, count, approve=_approval_ahead(context))]
        return [_level(context, of, wording.LEVEL, count)]
    opening = latest(context, of.count, own_period=False)
    if opening is not None and opening.value is not None:
        return [_level(context, of, wording.OPENING_ONLY, opening, decision=_decision(context, opening))]
    return [no_data(context, context.say(wording.THE_REVIEW, **_names(context, of)))]


def _level(
    context: EvaluationContext, of: HouseholdClass, pattern: Pattern, count: IndicatorValue, **more: Line | str
) -> Line:
    return context.fill(
        pattern,
        date=context.day(count.as_of),
        place=context.place_name,
        count=context.number(count),
        share=_share(context, of, count),
        **_names(context, of),
        **more,
    )


def _share(context: EvaluationContext, of: HouseholdClass, count: IndicatorValue) -> Line:
    rate = context.find_beside(of.rate, count)
    if rate is None or rate.value is None:
        return ()
    return context.fill(wording.SHARE, rate=context.number(rate))


def _decision(context: EvaluationContext, count: IndicatorValue) -> Line:
    """The decision on the list that is told, where the office tells it, in the words of the decision."""
    symbol = next(iter(_decisions(context, count.as_of)), "")
    if not symbol:
        return ()
    document, verb = citation(symbol, context) or symbol, _verb(context, symbol)
    if verb is None:
        return context.fill(wording.UNDER_DECISION, document=document)
    return context.fill(wording.DECISION, approve=context.say(verb), document=document)


def _decisions(context: EvaluationContext, as_of: str = "") -> list[str]:
    """The decisions on the lists of the place, the latest date first; those of one date where it is named."""
    rows = [row for row in rows_of(context.reviews) if row.approved_by and not context.is_replaced(row)]
    return [row.approved_by for row in reversed(rows) if as_of in ("", row.as_of)]


def _verb(context: EvaluationContext, symbol: str) -> Pattern | None:
    """Approved or recognised, as the subject of the decision says; None where it says neither."""
    subject = subject_of(symbol, context).casefold()
    return next((verb for verb in (wording.RECOGNISE, wording.APPROVE) if verb.vi in subject), None)


def _approval_ahead(context: EvaluationContext) -> str:
    """What will be done with a preliminary list: what the last decision did, recognised where none says it."""
    verbs = (_verb(context, symbol) for symbol in _decisions(context))
    return context.say(next((verb for verb in verbs if verb is not None), wording.RECOGNISE))


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
    return next((message_line(context, finding) for finding in told if finding.kind is FindingKind.MAPPING), ())


def _why_not_comparable(context: EvaluationContext, of: HouseholdClass, change: IndicatorValue) -> list[Line]:
    """What the analysis found on these two reviews; a general sentence where it told no reason."""
    reasons = [
        message_line(context, finding)
        for finding in context.findings
        if finding.kind is FindingKind.NOT_COMPARABLE and set(change.operands) & set(finding.indicator_ids)
    ]
    if of.is_leading and reasons:
        return reasons
    before, after = (context.by_id[operand] for operand in change.operands)
    dates = {"from_date": context.day(before.as_of), "to_date": context.day(after.as_of)}
    return [context.fill(wording.NOT_COMPARABLE, **dates, **_names(context, of), **_rate_name(context, of))]


# --- two comparable reviews ---------------------------------------------------------------------------------------


def _changed(context: EvaluationContext, of: HouseholdClass, change: IndicatorValue) -> Line:
    """Rose, fell, or did not change between the two reviews."""
    before, after = (context.by_id[operand] for operand in change.operands)
    told: dict[str, Slot] = {"date": context.day(after.as_of), "place": context.place_name, **_names(context, of)}
    if not change.value:
        base = comparison_base(context, before.as_of, after.as_of)
        rate = _rate_beside_unchanged_count(context, of, before, after)
        return context.fill(wording.UNCHANGED, count=context.number(after), base=base, rate=rate, **told)
    moved: dict[str, Slot] = {
        "change": magnitude(context, change),
        "points": _points(context, of, change, before, after),
        "per_year": _per_year(context, of, before, after),
    }
    if change.value > 0:
        share = _share(context, of, after)
        return context.fill(wording.ROSE, count=context.number(after), share=share, **moved, **told)
    ends = {"before": _count_and_rate(context, of, before), "after": _count_and_rate(context, of, after)}
    return context.fill(wording.FELL, **ends, **moved, **told)


def _count_and_rate(context: EvaluationContext, of: HouseholdClass, count: IndicatorValue) -> Line:
    rate = context.find_beside(of.rate, count)
    if rate is None or rate.value is None:
        return context.fill(wording.COUNT, count=context.number(count))
    return context.fill(wording.COUNT_AND_RATE, count=context.number(count), rate=context.number(rate))


def _since_start(context: EvaluationContext) -> list[Line]:
    """The change since the review that opens the phase, where that is not the change told already."""
    change, told = context.find("poor_households_change_since_start"), context.find("poor_households_change")
    if change is None or (told is not None and told.operands == change.operands):
        return []
    before, after = (context.by_id[operand] for operand in change.operands)
    start, end = context.day(before.as_of), context.day(after.as_of)
    if change.status is ValueStatus.NOT_COMPARABLE:
        names = {**_names(context, POOR), **_rate_name(context, POOR)}
        return [context.fill(wording.NOT_COMPARABLE, from_date=start, to_date=end, **names)]
    if change.value is None:
        return []
    if not change.value:
        return [context.fill(wording.SINCE_START_UNCHANGED, from_date=start, count=context.number(after))]
    base = context.say(base_wording.DATE, date=start)
    points = context.find("poverty_ratio_change_since_start_pp")
    return [
        context.fill(
            wording.SINCE_START_FELL if change.value < 0 else wording.SINCE_START_ROSE,
            to_date=end,
            before=_count_and_rate(context, POOR, before),
            after=_count_and_rate(context, POOR, after),
            change=magnitude(context, change),
            points=_points_beside(context, POOR, (change, before, after), points, base),
        )
    ]


def _points(
    context: EvaluationContext,
    of: HouseholdClass,
    change: IndicatorValue,
    before: IndicatorValue,
    after: IndicatorValue,
) -> Line:
    """The change of the rate beside that of the count, with what both are compared with."""
    base = comparison_base(context, before.as_of, after.as_of)
    return _points_beside(context, of, (change, before, after), context.find(of.points), base)


def _points_beside(
    context: EvaluationContext,
    of: HouseholdClass,
    told: tuple[IndicatorValue, IndicatorValue, IndicatorValue],
    points: IndicatorValue | None,
    base: str,
) -> Line:
    """The same for any two reviews; said apart when count and rate went different ways. told: the change of the count,
    and the counts."""
    change, before, after = told
    if points is None or points.value is None or change.value is None:
        return context.fill(wording.NO_POINTS, base=base)
    if _rate_unchanged(context, of, before, after):
        return context.fill(wording.POINTS_UNCHANGED, base=base, **_rate_name(context, of))
    fell = points.value < 0
    moved: dict[str, Slot] = {"points": magnitude(context, points), "base": base}
    if fell == (change.value < 0):
        return context.fill(wording.POINTS_FELL if fell else wording.POINTS_ROSE, **moved)
    apart = wording.POINTS_FELL_BESIDE_RISE if fell else wording.POINTS_ROSE_BESIDE_FALL
    return context.fill(apart, **moved, **_rate_name(context, of))


def _per_year(context: EvaluationContext, of: HouseholdClass, before: IndicatorValue, after: IndicatorValue) -> Line:
    """The yearly average, only where more than one year lies between the reviews and anything is left of it."""
    per_year = context.find(of.points_per_year)
    if per_year is None or not _more_than_a_year(before, after) or _rate_unchanged(context, of, before, after):
        return ()
    if per_year.value is None or not round_half_up(per_year.value * 100, per_year.decimals):
        return ()
    pattern = wording.PER_YEAR_FELL if per_year.value < 0 else wording.PER_YEAR_ROSE
    return context.fill(pattern, points=magnitude(context, per_year))


def _rate_beside_unchanged_count(
    context: EvaluationContext, of: HouseholdClass, before: IndicatorValue, after: IndicatorValue
) -> Line:
    """With as many households as before the rate stays, or moves with the number of all households."""
    points, rate = context.find(of.points), context.find_beside(of.rate, after)
    if rate is None or rate.value is None:
        return ()
    if points is None or not points.value or _rate_unchanged(context, of, before, after):
        return context.fill(wording.RATE_STAYS, rate=context.number(rate), **_rate_name(context, of))
    pattern = wording.RATE_FELL if points.value < 0 else wording.RATE_ROSE
    why = _all_households_moved(context)
    return context.fill(pattern, points=magnitude(context, points), why=why, **_rate_name(context, of))


def _all_households_moved(context: EvaluationContext) -> Line:
    change = context.find("total_households_change")
    if change is None or not change.value:
        return ()
    pattern = wording.ALL_HOUSEHOLDS_ROSE if change.value > 0 else wording.ALL_HOUSEHOLDS_FELL
    return context.fill(pattern, change=magnitude(context, change))


def _relative(context: EvaluationContext, of: HouseholdClass) -> Line:
    relative = context.find(of.relative_change)
    if relative is None or not relative.value:
        return ()
    before = context.by_id[relative.operands[0]]
    if before.value is None or before.value < SMALL_BASE:
        return ()
    pattern = wording.RELATIVE_FELL if relative.value < 0 else wording.RELATIVE_ROSE
    return context.fill(pattern, rate=magnitude(context, relative), **_names(context, of))


def _movements(context: EvaluationContext, of: HouseholdClass) -> Line:
    """How many households left the list and came onto it, as far as the office tells; what did not happen is named."""
    left, came = (_counted(context, movements) for movements in (of.exits, of.entries))
    names = [
        context.say(one.none)
        for one in (*of.exits, *of.entries)
        if (value := latest(context, one.indicator_id)) is not None and value.value == 0
    ]
    listed = enumerated(names, class_wording.OR, context.language)
    counted = [joined(lines, ", ") for lines in (left, came) if lines]
    if not counted:
        return context.fill(class_wording.NO_MOVEMENTS, names=listed) if names else ()
    none = context.fill(class_wording.NONE, names=listed) if names else ()
    return context.fill(class_wording.MOVEMENTS, movements=joined(counted, "; "), none=none)


def _counted(context: EvaluationContext, movements: Iterable[Movement]) -> list[Line]:
    return [
        context.fill(one.counted, count=context.number(value))
        for one in movements
        if (value := latest(context, one.indicator_id)) is not None and value.value
    ]


def _effects(context: EvaluationContext, of: HouseholdClass) -> Line:
    """What the rate and what the number of households did to the count."""
    rate, households = (context.find(f"{of.effects}_{part}") for part in ("rate", "denominator"))
    if not of.effects or rate is None or households is None or not _shown(rate) or not _shown(households):
        return ()
    names = _names(context, of)
    from_rate = wording.RATE_EFFECT_FELL if _falls(rate) else wording.RATE_EFFECT_ROSE
    from_households = wording.HOUSEHOLDS_EFFECT_FELL if _falls(households) else wording.HOUSEHOLDS_EFFECT_ROSE
    return context.fill(
        wording.EFFECTS,
        rate=context.fill(from_rate, count=magnitude(context, rate), **names, **_rate_name(context, of)),
        households=context.fill(from_households, count=magnitude(context, households), **names),
    )


def _falls(value: IndicatorValue) -> bool:
    return value.value is not None and value.value < 0


def _bounds(context: EvaluationContext, of: HouseholdClass) -> Line:
    """The range of households that each rate carried as published allows."""
    ranges, dates = [], set(context.reviews["as_of"])
    for low in context.of_indicator(f"{of.bounds}_min") if of.bounds else ():
        high = context.find(f"{of.bounds}_max", low.as_of, low.place_code)
        if high is None or low.place_code != context.place_code or low.value is None or high.value is None:
            continue
        if low.as_of not in dates:
            continue
        ends = {"low": context.number(low), "high": context.number(high)}
        ranges.append(context.fill(wording.BOUND, date=context.day(low.as_of), **ends))
    if not ranges:
        return ()
    listed = joined(ranges, context.say(wording.AND_BETWEEN))
    return context.fill(wording.BOUNDS, ranges=listed, **_rate_name(context, of))


# --- what is not eligible, or was not told ------------------------------------------------------------------------


def components_not_applicable(context: EvaluationContext, names: list[str]) -> Line:
    """The components of a programme that the place does not take part in."""
    place = context.place_name[:1].upper() + context.place_name[1:]
    listed = enumerated(names, wording.AND, context.language)
    return context.fill(wording.NOT_APPLICABLE, place=place, components=listed)


def components_without_data(context: EvaluationContext, names: list[str]) -> Line:
    """The components of a programme on which nothing was sent."""
    listed = enumerated(names, wording.AND, context.language)
    pattern = wording.ALL_COMPONENTS_WITHOUT_DATA if len(names) > 1 else wording.COMPONENTS_WITHOUT_DATA
    return context.fill(pattern, components=listed)


# --- judging values -----------------------------------------------------------------------------------------------


def latest(context: EvaluationContext, indicator_id: str, own_period: bool = True) -> IndicatorValue | None:
    """The latest value of the report's own place, within the reviews of this period or of the one before."""
    tables = context.reviews_of_period if own_period else (context.tables["previous_household_review"],)
    dates = {as_of for rows in tables for as_of in rows["as_of"]}
    found = [
        value
        for value in context.of_indicator(indicator_id)
        if value.place_code == context.place_code and value.as_of in dates and not value.dimensions
    ]
    return max(found, key=lambda value: value.as_of) if found else None


def magnitude(context: EvaluationContext, value: IndicatorValue) -> Number:
    return context.number(value, NumberForm.MAGNITUDE)


def _shown(value: IndicatorValue) -> bool:
    """Whether anything is left of a value when it is rounded for display."""
    return value.value is not None and round_half_up(value.value, value.decimals) != 0


def _rate_unchanged(
    context: EvaluationContext, of: HouseholdClass, before: IndicatorValue, after: IndicatorValue
) -> bool:
    rates = [context.find_beside(of.rate, count) for count in (before, after)]
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
