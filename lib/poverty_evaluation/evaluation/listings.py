"""Biểu số liệu: the tables of the evaluation, built from values and activities; numbers stay exact in their cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from poverty_evaluation.evaluation.blocks import BulletList, Column, Inline, Line, NumberForm, Row, Table, Text
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.vocabulary.choices import FigureKind
from poverty_evaluation.vocabulary.quantities import write_date
from poverty_evaluation.vocabulary.values import IndicatorValue

#: Money in tables stands in million đồng.
MILLION = 10**6


def text(content: str, bold: bool = False) -> Line:
    return (Text(content, bold=bold),)


def documents_list(sections: Sequence[str], context: EvaluationContext) -> BulletList | None:
    """The documents of some sections by date: type, symbol, date, issuer and subject, as a first citation gives them."""
    rows = context.tables["documents"]
    chosen = rows[rows["section"].isin(sections)].sort_values(["date", "symbol"], kind="stable")
    if chosen.empty:
        return None
    return BulletList(tuple(_citation(row, context) for row in chosen.itertuples(index=False)))


def _citation(row: Any, context: EvaluationContext) -> Line:
    day = write_date(pd.Timestamp(row.date).date(), context.language)
    if context.language == "en":
        return text(f"{row.symbol} of {day} ({row.issuer_vi}): {row.subject_en or row.subject_vi}")
    return text(f"{cited(row, day)};")


def cited(row: Any, day: str) -> str:
    """A first citation in Vietnamese. A subject in brackets is a remark of ours, not a title, and is left out."""
    subject = "" if row.subject_vi.startswith("(") else f" về việc {lower_first(row.subject_vi)}"
    return f"{row.type_vi} số {row.symbol} ngày {day} của {row.issuer_vi}{subject}"


def lower_first(content: str) -> str:
    """A title inside a sentence."""
    return content[:1].lower() + content[1:]


def poverty_table(context: EvaluationContext) -> Table | None:
    """Tỷ lệ hộ nghèo qua các lần rà soát của đơn vị báo cáo."""
    reviews = pd.concat(
        [
            frame
            for frame in (context.tables["previous_household_review"], context.tables["household_review"])
            if len(frame)
        ]
        or [context.tables["household_review"]]
    )
    reviews = reviews[reviews["place_code"] == context.place_code].sort_values("as_of")
    if reviews.empty:
        return None
    rows = []
    for review in reviews.itertuples(index=False):
        cells = [
            _cell(context, context.find(name, review.as_of))
            for name in (
                "total_households",
                "poor_households",
                "poverty_ratio",
                "near_poor_households",
                "near_poverty_ratio",
            )
        ]
        standard = context.reference.standard(review.standard_id).instrument
        rows.append(Row((text(context.day(review.as_of)), *cells, text(standard))))
    if len(rows) > 1:
        rows.append(_change_row(context))
    return Table(
        id="poverty",
        label="",
        title=context.say(
            "Số hộ nghèo, tỷ lệ hộ nghèo qua các lần rà soát", "Poor households and poverty rate by review"
        ),
        unit_line="",
        columns=(
            Column(context.say("Thời điểm", "Date"), "center", "(A)", 1.3),
            Column(context.say("Tổng số hộ (hộ)", "Households"), "right", "(1)", 1.2),
            Column(context.say("Hộ nghèo (hộ)", "Poor households"), "right", "(2)", 1.1),
            Column(context.say("Tỷ lệ hộ nghèo (%)", "Poverty rate (%)"), "right", "(3)=(2)/(1)×100", 1.3),
            Column(context.say("Hộ cận nghèo (hộ)", "Near-poor households"), "right", "(4)", 1.2),
            Column(context.say("Tỷ lệ hộ cận nghèo (%)", "Near-poverty rate (%)"), "right", "(5)=(4)/(1)×100", 1.3),
            Column(context.say("Chuẩn áp dụng", "Standard"), "left", "(B)", 1.9),
        ),
        rows=tuple(rows),
        source=context.say(
            "Kết quả rà soát hộ nghèo của đơn vị báo cáo", "Reviews of poor households by the reporting office"
        ),
        notes=_published_notes(context),
    )


def _change_row(context: EvaluationContext) -> Row:
    change, points = context.find("poor_households_change"), context.find("poverty_ratio_change_pp")
    label = context.say("Tăng (+), giảm (-)", "Change")
    return Row(
        (
            text(label),
            (),
            _cell(context, change),
            _cell(context, points),
            (),
            (),
            text(context.say("hộ; điểm phần trăm", "households; points")),
        ),
        "total",
    )


def _published_notes(context: EvaluationContext) -> tuple[Line, ...]:
    """Rates carried as published; and what the office printed that its own levels contradict."""
    notes: list[Line] = []
    if any(value.status == "as_published" for value in context.of_indicator("poverty_ratio")):
        notes.append(
            text(
                context.say(
                    "Tỷ lệ giữ nguyên như đã công bố vì tổng số hộ không được gửi kèm.",
                    "Rates stand as published because the number of households was not sent.",
                )
            )
        )
    for value in context.of_indicator("published_value"):
        notes.append(
            (
                Text(f"{value.label(context.language)}: "),
                context.number(value),
                Text(context.say("; xem kết quả rà soát số liệu tại phụ lục.", "; see the findings in the appendix.")),
            )
        )
    return tuple(notes)


def activities_table(
    activities: pd.DataFrame, identity: str, title: str, context: EvaluationContext, total: IndicatorValue | None = None
) -> Table | None:
    """Kết quả thực hiện: one row per activity, parts under their whole, the total of support last."""
    if activities.empty:
        return None
    rows: list[Row] = []
    position = 0
    inside = set(activities["activity_id"])
    for activity in _parts_after_wholes(activities):
        part = activity.part_of in inside
        position += 0 if part else 1
        rows.append(_activity_row(activity, "" if part else str(position), part, context))
    if total is not None and len(rows) > 1:
        label = context.say("Tổng kinh phí hỗ trợ", "Total support")
        cells = ((), text(label), (), (), _cell(context, total, MILLION), ())
        rows.append(Row(cells, "total"))
    return Table(
        id=identity,
        label="",
        title=title,
        unit_line=context.say("Đơn vị tính kinh phí: triệu đồng", "Money in million VND"),
        columns=(
            Column("TT", "center", "(A)", 0.5),
            Column(context.say("Nội dung", "Activity"), "left", "(B)", 3.0),
            Column(context.say("Đối tượng", "Beneficiaries"), "left", "(C)", 2.0),
            Column(context.say("Kết quả", "Result"), "left", "(1)", 2.2),
            Column(context.say("Kinh phí", "Money"), "right", "(2)", 1.1),
            Column(context.say("Tính chất", "Nature"), "left", "(D)", 1.2),
        ),
        rows=tuple(rows),
        source=context.say("Số liệu do các đơn vị thực hiện báo cáo", "Figures reported by the offices in charge"),
        notes=_event_notes(activities, context),
    )


def _parts_after_wholes(activities: pd.DataFrame) -> Iterable[Any]:
    inside = set(activities["activity_id"])
    rows = list(activities.itertuples(index=False))
    for row in rows:
        if row.part_of not in inside:
            yield row
            yield from (part for part in rows if part.part_of == row.activity_id)


def _activity_row(activity: Any, position: str, part: bool, context: EvaluationContext) -> Row:
    figures = context.tables["activity_figures"]
    own = figures[figures["activity_id"] == activity.activity_id]
    money: Line = ()
    results: list[Inline] = []
    for figure in own.itertuples(index=False):
        value = context.find("activity_figure", figure=figure.figure_id)
        if value is None or figure.role == "money_in_words":
            continue
        if figure.role == FigureKind.MONEY:
            money = (context.number(value, NumberForm.CELL, MILLION),)
            continue
        results += [*_joint(results, figure.role), context.number(value), *_unit_and_role(figure, value, context)]
    group = context.name(activity.beneficiary_group) if activity.beneficiary_group not in ("", "not_stated") else ""
    nature = context.flow_name(activity.flow) if money and activity.flow != "none" else ""
    label = context.label(activity)
    cells = (text(position), text(f"– {label}" if part else label), text(group), tuple(results), money, text(nature))
    return Row(cells, "part" if part else "body")


def _joint(before: Sequence[Inline], role: str) -> list[Inline]:
    """What stands between two figures: a stroke in front of a denominator, a semicolon elsewhere."""
    return [Text("/" if role == "denominator" else "; ")] if before else []


def _unit_and_role(figure: Any, value: IndicatorValue, context: EvaluationContext) -> list[Inline]:
    """The unit behind a figure, and in brackets its role where the unit does not already say it."""
    unit = context.say(value.unit_vi, value.unit_en)
    if figure.role == "numerator" or figure.unit_code == "ratio":
        return []
    if figure.kind in (FigureKind.MONEY, FigureKind.MONEY_RATE):
        unit = unit.removeprefix(context.say("đồng", "VND"))
        return [Text(unit)] if unit else []
    role = context.name_of_role(figure.role).lower()
    told = figure.role in (figure.kind, "denominator") or unit.lower() in role or role in unit.lower()
    return [Text(f" {unit}" if told else f" {unit} ({role})")]


def _event_notes(activities: pd.DataFrame, context: EvaluationContext) -> tuple[Line, ...]:
    """Events that are told here but counted elsewhere."""
    notes = []
    for activity in activities.itertuples(index=False):
        if activity.counted_under and activity.counted_under != activity.organisation_code:
            notes.append(
                text(
                    context.say(
                        f"“{context.label(activity)}”: số liệu đã tính vào {context.name(activity.counted_under)}, "
                        "không cộng vào tổng của đơn vị.",
                        f"“{context.label(activity)}”: counted under {context.name(activity.counted_under)}, not in this total.",
                    )
                )
            )
    return tuple(notes)


def money_by_group_table(context: EvaluationContext) -> Table | None:
    """Kinh phí hỗ trợ theo nhóm chính sách, with the groups under their parents."""
    groups = context.reference.measure_groups
    values = {value.dimensions["measure_group"]: value for value in context.of_indicator("support_money")}
    if not values:
        return None
    rows: list[Row] = []
    for position, code in enumerate(
        [code for code, group in groups.items() if not group.parent_code and code in values], 1
    ):
        rows.append(
            Row((text(str(position)), text(context.name(code), bold=True), _cell(context, values[code], MILLION)))
        )
        for child in [child for child, group in groups.items() if group.parent_code == code and child in values]:
            rows.append(Row(((), text(f"– {context.name(child)}"), _cell(context, values[child], MILLION)), "part"))
    return Table(
        id="money_by_group",
        label="",
        title=context.say("Kinh phí hỗ trợ theo nhóm chính sách, chương trình", "Support by group of measures"),
        unit_line=context.say("Đơn vị tính: triệu đồng", "In million VND"),
        columns=(
            Column("TT", "center", "(A)", 0.6),
            Column(context.say("Nhóm chính sách, chương trình", "Group of measures"), "left", "(B)", 5.0),
            Column(context.say("Kinh phí hỗ trợ", "Support"), "right", "(1)", 1.6),
        ),
        rows=tuple(rows),
        source=context.say("Tổng hợp từ số liệu các đơn vị báo cáo", "Totals of the figures reported"),
        notes=(
            text(
                context.say(
                    "Gồm hỗ trợ không hoàn lại, hiện vật quy tiền và tiền huy động; không gồm vốn vay. Khoản “trong đó” không cộng vào tổng "
                    "của chính nó, việc nêu ở hai nơi tính một lần.",
                    "Grants, aid in kind and money mobilised; loans are not included. A part is not added to its whole, and what is told "
                    "twice is counted once.",
                )
            ),
        ),
    )


def money_by_organisation_table(context: EvaluationContext, codes: Sequence[str]) -> Table | None:
    """Kết quả về tiền của các tổ chức: support, loans disbursed and loans outstanding, never added to one another."""
    kinds = ("support_money_by_organisation", "loan_disbursed_money", "loan_outstanding_money")
    rows = []
    for code in codes:
        values = [context.find(kind, organisation=code) for kind in kinds]
        if any(value is not None for value in values):
            cells = [_cell(context, value, MILLION) if value is not None else text("-") for value in values]
            rows.append(Row((text(str(len(rows) + 1)), text(context.name(code)), *cells)))
    if not rows:
        return None
    return Table(
        id="money_by_organisation",
        label="",
        title=context.say("Kinh phí hỗ trợ và vốn vay của các tổ chức", "Support and credit of the organisations"),
        unit_line=context.say("Đơn vị tính: triệu đồng", "In million VND"),
        columns=(
            Column("TT", "center", "(A)", 0.5),
            Column(context.say("Đơn vị", "Organisation"), "left", "(B)", 4.2),
            Column(context.say("Kinh phí hỗ trợ", "Support"), "right", "(1)", 1.3),
            Column(context.say("Vốn cho vay", "Loans disbursed"), "right", "(2)", 1.3),
            Column(context.say("Dư nợ", "Loans outstanding"), "right", "(3)", 1.3),
        ),
        rows=tuple(rows),
        source=context.say("Tổng hợp từ số liệu các đơn vị báo cáo", "Totals of the figures reported"),
        notes=(
            text(
                context.say(
                    "Dư nợ là số tại thời điểm, không cộng với vốn cho vay; vốn nhận ủy thác là một phần vốn của ngân hàng.",
                    "Outstanding loans are a stock and are not added to loans disbursed; entrusted loans are part of the bank's.",
                )
            ),
        ),
    )


def unit_cost_table(context: EvaluationContext) -> Table | None:
    """Mức hỗ trợ bình quân: money, what it is divided by, and the result, per activity."""
    rows = []
    for value in context.of_indicator("unit_cost"):
        money, base = (context.by_id[operand] for operand in value.operands)
        if value.value is None:
            continue
        unit = context.say(base.unit_vi, base.unit_en)
        label = value.label(context.language).split(": ", 1)[1]
        rows.append(
            Row(
                (
                    text(str(len(rows) + 1)),
                    text(label),
                    _cell(context, money, MILLION),
                    (context.number(base, NumberForm.CELL), Text(f" {unit}")),
                    _cell(context, value, 1),
                )
            )
        )
    if not rows:
        return None
    return Table(
        id="unit_costs",
        label="",
        title=context.say("Mức kinh phí bình quân của các hoạt động", "Unit costs of the activities"),
        unit_line="",
        columns=(
            Column("TT", "center", "(A)", 0.5),
            Column(context.say("Hoạt động", "Activity"), "left", "(B)", 3.8),
            Column(context.say("Kinh phí (triệu đồng)", "Money (million VND)"), "right", "(1)", 1.4),
            Column(context.say("Tính trên", "Per"), "right", "(2)", 1.6),
            Column(context.say("Bình quân (đồng)", "Unit cost (VND)"), "right", "(3)=(1)/(2)", 1.5),
        ),
        rows=tuple(rows),
        source=context.say("Tính từ số liệu các đơn vị báo cáo", "Computed from the figures reported"),
    )


def sources_table(context: EvaluationContext) -> Table:
    """Nguồn số liệu: the received tables the report rests on."""
    rows = []
    for name, label_vi, label_en in SOURCE_TABLES:
        frame = context.tables.get(name)
        if frame is None or frame.empty:
            continue
        files = ", ".join(dict.fromkeys(frame["file"]))
        rows.append(
            Row((text(str(len(rows) + 1)), text(context.say(label_vi, label_en)), text(files), text(str(len(frame)))))
        )
    return Table(
        id="sources",
        label="",
        title=context.say("Các bảng số liệu đã sử dụng", "Tables used"),
        unit_line="",
        columns=(
            Column("TT", "center", "", 0.5),
            Column(context.say("Bảng", "Table"), "left", "", 3.0),
            Column(context.say("Tệp", "File"), "left", "", 4.0),
            Column(context.say("Số dòng", "Rows"), "right", "", 0.9),
        ),
        rows=tuple(rows),
        source=context.say("Thư mục số liệu của kỳ báo cáo", "The period's data folder"),
    )


SOURCE_TABLES = (
    ("household_review", "Kết quả rà soát hộ nghèo, hộ cận nghèo", "Review of poor and near-poor households"),
    ("previous_household_review", "Kết quả rà soát của kỳ trước", "Review of the period before"),
    ("activities", "Kết quả hoạt động", "Activities"),
    ("targets", "Chỉ tiêu được giao", "Targets"),
    ("documents", "Danh mục văn bản", "Documents"),
    ("published", "Số liệu đơn vị đã công bố", "Figures as published"),
)


def method_table(context: EvaluationContext) -> Table:
    """Phương pháp: how each indicator that the report holds is computed, from its definition."""
    used = {value.indicator_id for value in context.values}
    rows = []
    for definition in context.reference.indicators:
        if any(identity == definition.id or identity.startswith(f"{definition.id}_") for identity in used):
            label = definition.label[context.language]
            rows.append(Row((text(str(len(rows) + 1)), text(label), text(definition.source))))
    return Table(
        id="method",
        label="",
        title=context.say("Cách tính các chỉ tiêu", "How the indicators are computed"),
        unit_line="",
        columns=(
            Column("TT", "center", "", 0.5),
            Column(context.say("Chỉ tiêu", "Indicator"), "left", "", 2.6),
            Column(context.say("Cách tính, nguồn", "Method and source"), "left", "", 5.2),
        ),
        rows=tuple(rows),
        source=context.say("Danh mục định nghĩa chỉ tiêu", "Indicator definitions"),
    )


def _cell(context: EvaluationContext, value: IndicatorValue | None, money_scale: int = 0) -> Line:
    """A number in a cell; what was not sent is shown as not collected, never as nothing."""
    return text("…") if value is None else (context.number(value, NumberForm.CELL, money_scale),)
