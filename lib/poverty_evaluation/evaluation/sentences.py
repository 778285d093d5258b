"""Câu văn chọn theo quy tắc: what is said of poverty and its change, chosen by the values, never by hand."""

from __future__ import annotations

from poverty_evaluation.evaluation.blocks import Inline, Line, NumberForm, Text
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.vocabulary.choices import ValueStatus, Vintage
from poverty_evaluation.vocabulary.findings import FindingKind
from poverty_evaluation.vocabulary.values import IndicatorValue

#: No relative change is told on a base under this many households: a few moves would look like a landslide.
_SMALL_BASE = 20


def poverty_sentences(context: EvaluationContext) -> list[Line]:
    """The paragraphs on the number and the share of poor households, in the order in which they are read."""
    change = context.find("poor_households_change")
    if change is None:
        return _level_only(context)
    if change.status is ValueStatus.NOT_COMPARABLE:
        return _not_comparable(context, change)
    return [_changed(context, change), *_further(context, change)]


def _level_only(context: EvaluationContext) -> list[Line]:
    """Only one review: its level, as preliminary where it is."""
    count = _latest(context, "poor_households")
    if count is None:
        return [no_data(context, context.say("kết quả rà soát hộ nghèo", "the review of poor households"))]
    line: list[Inline] = []
    if context.report.vintage is Vintage.PRELIMINARY:
        line.append(
            Text(context.say("Theo kết quả rà soát sơ bộ đến ngày ", "According to the preliminary review of "))
        )
    else:
        line.append(Text(context.say("Đến ngày ", "On ")))
    line += [
        Text(
            f"{context.day(count.as_of)}, {context.say('toàn', 'the whole of')} {context.place_name} {context.say('có', 'had')} "
        ),
        context.number(count),
        Text(context.say(" hộ nghèo", " poor households")),
        *_share(context, count.as_of),
        Text("."),
    ]
    if context.report.vintage is Vintage.PRELIMINARY:
        line.append(
            Text(
                context.say(
                    " Số liệu chính thức sẽ được cập nhật sau khi cấp có thẩm quyền công nhận kết quả rà soát.",
                    " Official figures will follow once the competent authority has recognised the review.",
                )
            )
        )
    return [tuple(line)]


def _share(context: EvaluationContext, as_of: str) -> list[Inline]:
    rate = context.find("poverty_ratio", as_of)
    if rate is None or rate.value is None:
        return []
    return [
        Text(context.say(", chiếm ", ", or ")),
        context.number(rate),
        Text(context.say(" tổng số hộ dân cư", " of all households")),
    ]


def _changed(context: EvaluationContext, change: IndicatorValue) -> Line:
    """Rose, fell, or did not change between the two reviews."""
    before, after = (context.by_id[operand] for operand in change.operands)
    if change.value is None:
        return no_data(context, context.say("biến động số hộ nghèo", "the change in poor households"))
    if change.value == 0:
        return _unchanged(context, before, after)
    fell = change.value < 0
    rates = [context.find("poverty_ratio", end.as_of) for end in (before, after)]
    points = context.find("poverty_ratio_change_pp")
    line: list[Inline] = [
        Text(context.say(f"Từ ngày {context.day(before.as_of)} đến ngày {context.day(after.as_of)}, số hộ nghèo của {context.place_name} ",
                         f"From {context.day(before.as_of)} to {context.day(after.as_of)} the number of poor households in {context.place_name} ")),
        Text(context.say("giảm từ " if fell else "tăng từ ", "fell from " if fell else "rose from ")),
        *_level(context, before, rates[0]),
        Text(context.say(" xuống còn " if fell else " lên ", " to ")),
        *_level(context, after, rates[1]),
        Text(context.say(", giảm " if fell else ", tăng ", ", a fall of " if fell else ", a rise of ")),
        context.number(change, NumberForm.MAGNITUDE),
        Text(context.say(" hộ", " households")),
    ]  # fmt: skip
    if points is not None and points.value is not None:
        line += _points(context, points)
    per_year = context.find("poverty_ratio_change_per_year_pp")
    if per_year is not None and per_year.value and _years_apart(before, after) > 1:
        line += [
            Text(
                context.say(
                    f"; bình quân mỗi năm {_verb(context, per_year)} ", f"; on average {_verb(context, per_year)} of "
                )
            ),
            context.number(per_year, NumberForm.MAGNITUDE),
            Text(context.say("", " per year")),
        ]
    return (*line, Text("."))


def _level(context: EvaluationContext, count: IndicatorValue, rate: IndicatorValue | None) -> list[Inline]:
    level: list[Inline] = [context.number(count), Text(context.say(" hộ", ""))]
    if rate is not None and rate.value is not None:
        level += [Text(" ("), context.number(rate), Text(")")]
    return level


def _points(context: EvaluationContext, points: IndicatorValue) -> list[Inline]:
    if not points.value:
        return [Text(context.say("; tỷ lệ hộ nghèo không thay đổi", "; the poverty rate did not change"))]
    return [
        Text(context.say(f", tương ứng {_verb(context, points)} ", f", equal to {_verb(context, points)} of ")),
        context.number(points, NumberForm.MAGNITUDE),
    ]


def _verb(context: EvaluationContext, change: IndicatorValue) -> str:
    fell = change.value is not None and change.value < 0
    return context.say("giảm" if fell else "tăng", "a fall" if fell else "a rise")


def _unchanged(context: EvaluationContext, before: IndicatorValue, after: IndicatorValue) -> Line:
    points = context.find("poverty_ratio_change_pp")
    line: list[Inline] = [
        Text(context.say("Số hộ nghèo là ", "The number of poor households is ")),
        context.number(after),
        Text(context.say(f" hộ, không thay đổi so với ngày {context.day(before.as_of)}", f", unchanged since {context.day(before.as_of)}")),
    ]  # fmt: skip
    rate = context.find("poverty_ratio", after.as_of)
    if points is not None and points.value:
        line += [
            Text(
                context.say(
                    f"; tỷ lệ hộ nghèo {_verb(context, points)} ",
                    f"; the poverty rate shows {_verb(context, points)} of ",
                )
            ),
            context.number(points, NumberForm.MAGNITUDE),
            Text(context.say(" do tổng số hộ dân cư thay đổi", " because the number of households changed")),
        ]
    elif rate is not None and rate.value is not None:
        line += [Text(context.say("; tỷ lệ hộ nghèo giữ ở mức ", "; the poverty rate stays at ")), context.number(rate)]
    return (*line, Text("."))


def _further(context: EvaluationContext, change: IndicatorValue) -> list[Line]:
    return [
        line for line in (_relative(context, change), _movements(context), _effects(context), *_bounds(context)) if line
    ]


def _relative(context: EvaluationContext, change: IndicatorValue) -> Line:
    relative = context.find("poor_households_relative_change")
    before = context.by_id[change.operands[0]]
    if relative is None or not relative.value or before.value is None or before.value < _SMALL_BASE:
        return ()
    return (
        Text(context.say(f"So với đầu kỳ, số hộ nghèo {_verb(context, relative)} ", f"Against the opening count this is {_verb(context, relative)} of ")),
        context.number(relative, NumberForm.MAGNITUDE),
        Text("."),
    )  # fmt: skip


def _movements(context: EvaluationContext) -> Line:
    """How many households escaped, where the office tells it."""
    escaped = _latest(context, "escaped_households")
    if escaped is None or escaped.value is None:
        return ()
    return (
        Text(context.say("Trong kỳ có ", "In the period ")),
        context.number(escaped),
        Text(context.say(" hộ thoát nghèo.", " households escaped poverty.")),
    )


def _effects(context: EvaluationContext) -> Line:
    """What the rate and what the number of households did to the count."""
    rate, households = context.find("poor_households_effect_rate"), context.find("poor_households_effect_denominator")
    if rate is None or households is None or rate.value is None or households.value is None:
        return ()
    return (
        Text(context.say(f"Phân tích biến động cho thấy thay đổi tỷ lệ hộ nghèo làm {_verb(context, rate)} ",
                         f"Of this, the change in the poverty rate accounts for {_verb(context, rate)} of ")),
        context.number(rate, NumberForm.MAGNITUDE),
        Text(context.say(f" hộ, thay đổi tổng số hộ dân cư làm {_verb(context, households)} ",
                         f" households and the change in the number of households for {_verb(context, households)} of ")),
        context.number(households, NumberForm.MAGNITUDE),
        Text(context.say(" hộ.", " households.")),
    )  # fmt: skip


def _bounds(context: EvaluationContext) -> list[Line]:
    """The range of households that each rate carried as published allows."""
    lines: list[Line] = []
    for low in context.of_indicator("implied_total_households_min"):
        high = context.find("implied_total_households_max", low.as_of, low.place_code)
        if high is None or low.place_code != context.place_code:
            continue
        lines.append(
            (
                Text(context.say(f"Tổng số hộ dân cư tại ngày {context.day(low.as_of)} không được gửi kèm; tỷ lệ giữ nguyên như đã công bố, "
                                 "tương ứng với tổng số hộ trong khoảng từ ",
                                 f"The number of households on {context.day(low.as_of)} was not sent; the rate stands as published and allows from ")),
                context.number(low),
                Text(context.say(" đến ", " to ")),
                context.number(high),
                Text(context.say(" hộ.", " households.")),
            )
        )  # fmt: skip
    return lines


def _not_comparable(context: EvaluationContext, change: IndicatorValue) -> list[Line]:
    """The level of this period and why nothing is subtracted from the one before."""
    reasons = [finding for finding in context.findings if finding.kind is FindingKind.NOT_COMPARABLE]
    return [*_level_only(context), *((Text(finding.message(context.language)),) for finding in reasons)]


def no_data(context: EvaluationContext, what: str, who: str = "") -> Line:
    """No figures were sent on something."""
    office = who or context.say("đơn vị báo cáo", "the reporting office")
    return (
        Text(
            context.say(
                f"Đến thời điểm báo cáo, {office} chưa cung cấp số liệu về {what}; báo cáo chưa đánh giá nội dung này.",
                f"At the time of reporting {office} has sent no figures on {what}; the report does not evaluate it.",
            )
        ),
    )


def _latest(context: EvaluationContext, indicator_id: str) -> IndicatorValue | None:
    """The latest value of the report's own place that lies within its own reviews."""
    own = set(context.tables["household_review"]["as_of"])
    found = [
        value
        for value in context.of_indicator(indicator_id)
        if value.place_code == context.place_code and value.as_of in own
    ]
    return max(found, key=lambda value: value.as_of) if found else None


def _years_apart(before: IndicatorValue, after: IndicatorValue) -> int:
    return int(after.as_of[:4]) - int(before.as_of[:4])
