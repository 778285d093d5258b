"""Câu văn về giải ngân: what is said of the plan and its disbursement, chosen by the values."""

from __future__ import annotations

from poverty_evaluation.evaluation.blocks import Line, NumberForm
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.funds import CutOff, cut_offs, expected_cut_off, fund_years
from poverty_evaluation.evaluation.patterns import joined
from poverty_evaluation.evaluation.wording import funds as wording
from poverty_evaluation.vocabulary.quantities import round_half_up
from poverty_evaluation.vocabulary.values import IndicatorValue


def fund_sentences(context: EvaluationContext) -> list[Line]:
    """One paragraph for each year whose money was told; nothing where none was."""
    return [said for year in fund_years(context) if (said := _year(context, year))]


def _year(context: EvaluationContext, year: str) -> Line:
    done, expected = cut_offs(context, year), expected_cut_off(context, year)
    latest = done[-1] if done else expected
    if latest is None:
        return ()
    said = [_plan(context, latest), _disbursed(context, done, expected)]
    if done:
        said += [_apart(context, done[-1]), _earlier(context, done[:-1], done[-1].known("available_vnd"))]
    return joined([one for one in said if one], " ")


def _plan(context: EvaluationContext, cut_off: CutOff) -> Line:
    """The plan, and the money carried over within it where there is any."""
    plan, carried = cut_off.known("available_vnd"), cut_off.known("carried_over_vnd")
    if plan is None:
        return ()
    of_which = context.fill(wording.CARRIED_OVER, amount=context.number(carried)) if carried and carried.value else ()
    return context.fill(wording.PLAN, year=cut_off.year, amount=context.number(plan), carried=of_which)


def _disbursed(context: EvaluationContext, done: list[CutOff], expected: CutOff | None) -> Line:
    amount = done[-1].known("disbursed_vnd") if done else None
    ahead = expected.known("disbursed_vnd") if expected is not None else None
    if amount is None:
        if ahead is None or expected is None:
            return ()
        rate = _rate(context, expected)
        return context.fill(
            wording.EXPECTED_ONLY, date=context.day(expected.as_of), amount=context.number(ahead), rate=rate
        )
    return context.fill(
        wording.DISBURSED,
        date=context.day(done[-1].as_of),
        amount=context.number(amount),
        rate=_rate(context, done[-1]),
        compared=_compared(context, done[-1]),
        expected=_expected(context, expected, ahead, done[-1].known("available_vnd")),
    )


def _rate(context: EvaluationContext, cut_off: CutOff) -> Line:
    """The rate; that the plan holds money carried over is said where it does."""
    rate, carried = cut_off.known("disbursement_ratio"), cut_off.known("carried_over_vnd")
    if rate is None:
        return ()
    pattern = wording.RATE_WITH_CARRIED_OVER if carried and carried.value else wording.RATE
    return context.fill(pattern, rate=context.number(rate))


def _compared(context: EvaluationContext, cut_off: CutOff) -> Line:
    """Against the same date of the year before, where that was sent."""
    points = cut_off.known("disbursement_ratio_change_pp")
    if points is None or points.value is None:
        return ()
    if _same_as_printed(*(context.by_id[operand] for operand in points.operands)):
        return context.fill(wording.AS_YEAR_BEFORE)
    pattern = wording.ABOVE_YEAR_BEFORE if points.value > 0 else wording.BELOW_YEAR_BEFORE
    return context.fill(pattern, points=context.number(points, NumberForm.MAGNITUDE))


def _same_as_printed(before: IndicatorValue, after: IndicatorValue) -> bool:
    printed = [round_half_up(rate.value * 100, after.decimals) for rate in (before, after) if rate.value is not None]
    return len(printed) == 2 and printed[0] == printed[1]


def _expected(
    context: EvaluationContext, expected: CutOff | None, ahead: IndicatorValue | None, told: IndicatorValue | None
) -> Line:
    """What is expected; its plan is named where it is another than the one told before, so that the rate can be
    followed."""
    if expected is None or ahead is None:
        return ()
    rate, plan = expected.known("disbursement_ratio"), expected.known("available_vnd")
    if rate is None:
        share: Line = ()
    elif plan is None or (told is not None and told.value == plan.value):
        share = context.fill(wording.RATE, rate=context.number(rate))
    else:
        share = context.fill(wording.RATE_OF_ESTIMATED, rate=context.number(rate), plan=context.number(plan))
    return context.fill(wording.EXPECTED, date=context.day(expected.as_of), amount=context.number(ahead), rate=share)


def _apart(context: EvaluationContext, cut_off: CutOff) -> Line:
    """The year's money and that carried over, each with its rate, where both were told."""
    parts = []
    for amount_id, rate_id, pattern in (
        ("disbursed_of_year_vnd", "year_disbursement_ratio", wording.OF_YEAR),
        ("disbursed_carried_over_vnd", "carried_over_disbursement_ratio", wording.OF_CARRIED_OVER),
    ):
        amount, rate = cut_off.known(amount_id), cut_off.known(rate_id)
        if amount is None or rate is None:
            return ()
        parts.append(context.fill(pattern, amount=context.number(amount), rate=context.number(rate)))
    return context.fill(wording.APART, parts=joined(parts, "; "))


def _earlier(context: EvaluationContext, earlier: list[CutOff], latest: IndicatorValue | None) -> Line:
    """The cut-offs before the latest, each with its date; with its plan where it is another than the latest one."""
    told = []
    for cut_off in earlier:
        amount, rate = cut_off.known("disbursed_vnd"), cut_off.known("disbursement_ratio")
        plan = cut_off.known("available_vnd")
        if amount is None or rate is None:
            continue
        numbers = {"amount": context.number(amount), "rate": context.number(rate)}
        pattern = wording.AT_CUT_OFF
        if plan is not None and latest is not None and plan.value != latest.value:
            pattern, numbers["plan"] = wording.AT_CUT_OFF_OF_PLAN, context.number(plan)
        told.append(context.fill(pattern, date=context.day(cut_off.as_of), **numbers))
    return context.fill(wording.EARLIER, cut_offs=joined(told, "; ")) if told else ()
