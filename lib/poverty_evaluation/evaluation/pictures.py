"""Biểu đồ: what each chart shows, with the text that stands for it where it cannot be seen."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from poverty_evaluation.evaluation.blocks import Chart, ChartPoint
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.vocabulary.choices import SUPPORT_FLOWS
from poverty_evaluation.vocabulary.quantities import write_money, write_number, write_percent
from poverty_evaluation.vocabulary.values import IndicatorValue


def poverty_chart(context: EvaluationContext) -> Chart | None:
    """Số hộ nghèo và tỷ lệ hộ nghèo qua các lần rà soát; reviews under another standard are not joined."""
    standards = _standards(context)
    points: list[ChartPoint] = []
    told: list[str] = []
    for count in _of_place(context, "poor_households"):
        rate = context.find("poverty_ratio", count.as_of)
        if count.value is None or rate is None or rate.value is None:
            continue
        segment = standards.get(count.as_of, "")
        when = context.day(count.as_of)
        points.append(ChartPoint(when, context.say("Hộ nghèo", "Poor households"), context.number(count), segment))
        points.append(ChartPoint(when, context.say("Tỷ lệ hộ nghèo", "Poverty rate"), context.number(rate), segment))
        households = write_number(count.value, 0, context.language)
        told.append(
            f"{when}: {households} {context.say('hộ', 'households')}, {write_percent(rate.value, 2, context.language)}"
        )
    if len(points) < 4:
        return None
    return Chart(
        id="poverty",
        label="",
        kind="counts_and_rate",
        title=context.say(
            f"Số hộ nghèo và tỷ lệ hộ nghèo của {context.place_name}",
            f"Poor households and poverty rate of {context.place_name}",
        ),
        value_label=context.say("Hộ; %", "Households; %"),
        points=tuple(points),
        alternative=context.say(
            "Số hộ nghèo và tỷ lệ hộ nghèo theo thời điểm: ", "Poor households and poverty rate by date: "
        )
        + "; ".join(told)
        + ".",
        source=context.say("Kết quả rà soát hộ nghèo", "Reviews of poor households"),
    )


def _standards(context: EvaluationContext) -> dict[str, str]:
    frames = (context.tables["previous_household_review"], context.tables["household_review"])
    return {row.as_of: row.standard_id for frame in frames for row in frame.itertuples(index=False)}


def _of_place(context: EvaluationContext, indicator_id: str) -> list[IndicatorValue]:
    found = [value for value in context.of_indicator(indicator_id) if value.place_code == context.place_code]
    return sorted(found, key=lambda value: value.as_of)


def money_chart(context: EvaluationContext) -> Chart | None:
    """Kinh phí hỗ trợ theo nhóm chính sách và theo tổ chức."""
    groups = context.reference.measure_groups
    organisations = context.reference.organisations
    by_group = [
        value for value in context.of_indicator("support_money")
        if not any(group.parent_code == value.dimensions["measure_group"] for group in groups.values())
        and value.dimensions["measure_group"] != "organisations"
    ]  # fmt: skip
    by_organisation = [
        value for value in context.of_indicator("support_money_by_organisation")
        if organisations[value.dimensions["organisation"]].type == "mass_organisation"
    ]  # fmt: skip
    points = _bars(context, by_group, context.say("Chính sách, chương trình", "Measures"), "measure_group")
    points += _bars(
        context, by_organisation, context.say("Tổ chức chính trị - xã hội", "Organisations"), "organisation"
    )
    return _bar_chart(
        context, "money", points, context.say("Kinh phí hỗ trợ theo chính sách và theo tổ chức", "Support by measure and by organisation"),
        context.say("Triệu đồng", "Million VND"), context.say("Tổng hợp số liệu các đơn vị báo cáo", "Figures reported by the offices"),
    )  # fmt: skip


def beneficiaries_chart(context: EvaluationContext) -> Chart | None:
    """Số hộ và số người được hỗ trợ theo đối tượng: two kinds, two series, never added."""
    points: list[ChartPoint] = []
    for indicator_id, label in (
        ("supported_households", context.say("Hộ", "Households")),
        ("supported_persons", context.say("Người", "Persons")),
    ):
        points += _bars(context, list(context.of_indicator(indicator_id)), label, "beneficiary_group")
    return _bar_chart(
        context, "beneficiaries", points, context.say("Số hộ, số người được hỗ trợ theo đối tượng", "Households and persons supported by group"),
        context.say("Hộ, người", "Households, persons"),
        context.say("Tổng hợp theo từng hoạt động; một hộ hoặc người được nhiều hỗ trợ tính nhiều lần", "Summed by activity; whoever was helped several times counts several times"),
    )  # fmt: skip


def unit_cost_chart(context: EvaluationContext) -> Chart | None:
    """Mức kinh phí bình quân, one series per unit, so that only like is compared with like."""
    points: list[ChartPoint] = []
    flows = dict(zip(context.tables["activities"]["activity_id"], context.tables["activities"]["flow"], strict=True))
    for value in context.of_indicator("unit_cost"):
        base = context.by_id[value.operands[1]]
        support = flows[value.dimensions["activity"]] in SUPPORT_FLOWS
        if support and value.value is not None and value.value > 0 and base.unit in ("household", "gift"):
            label = value.label(context.language).split(": ", 1)[1]
            points.append(
                ChartPoint(label, context.say(f"Trên một {base.unit_vi}", f"Per {base.unit_en}"), context.number(value))
            )
    return _bar_chart(
        context, "unit_costs", points, context.say("Mức kinh phí bình quân trên một hộ, một suất quà", "Unit costs per household and per gift"),
        context.say("Triệu đồng", "Million VND"), context.say("Tính từ số liệu các đơn vị báo cáo", "Computed from the figures reported"),
    )  # fmt: skip


def _bars(
    context: EvaluationContext, values: Sequence[IndicatorValue], series: str, dimension: str
) -> list[ChartPoint]:
    """Largest first."""
    known = [value for value in values if value.value]
    known.sort(key=lambda value: value.value or Fraction(0), reverse=True)
    return [
        ChartPoint(context.short_name(value.dimensions[dimension]), series, context.number(value)) for value in known
    ]


def _bar_chart(
    context: EvaluationContext, identity: str, points: list[ChartPoint], title: str, value_label: str, source: str
) -> Chart | None:
    if len(points) < 2:
        return None
    told = "; ".join(f"{point.category} ({point.series}) {_written(point, context)}" for point in points)
    return Chart(
        id=identity, label="", kind="bars", title=title, value_label=value_label, points=tuple(points),
        alternative=f"{title}: {told}.", source=source,
    )  # fmt: skip


def _written(point: ChartPoint, context: EvaluationContext) -> str:
    value = point.number.value or Fraction(0)
    return (
        write_money(value, context.language) if point.number.unit == "vnd" else write_number(value, 0, context.language)
    )
