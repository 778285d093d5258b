"""Các bảng của một kỳ báo cáo: the received tables and the tables that ingest makes of them."""

from __future__ import annotations

from enum import StrEnum

from poverty_evaluation.vocabulary.choices import Flow, FundKind, FundSource, Parts, Realisation, TimeBasis, Vintage
from poverty_evaluation.vocabulary.tables import FieldSpec, FieldType, TableSpec

_T = FieldType


def _text(name: str, vi: str, en: str, required: bool = False, filled: bool = False) -> FieldSpec:
    return FieldSpec(name, _T.TEXT, vi, en, required=required, filled=filled)


def _code(name: str, vi: str, en: str, code_of: str, required: bool = False, filled: bool = False) -> FieldSpec:
    return FieldSpec(name, _T.CODE, vi, en, required=required, filled=filled, code_of=code_of)


def _choice(name: str, vi: str, en: str, choices: type[StrEnum], default: str = "") -> FieldSpec:
    return FieldSpec(name, _T.CHOICE, vi, en, choices=tuple(str(choice) for choice in choices), default=default)


def _money(name: str, vi: str, en: str, signed: bool = False) -> FieldSpec:
    return FieldSpec(name, _T.MONEY, vi, en, signed=signed)


def _count(name: str, vi: str, en: str, required: bool = False) -> FieldSpec:
    return FieldSpec(name, _T.COUNT, vi, en, required=required)


_NOTE = FieldSpec("note_vi", _T.NOTE, "Ghi chú", "Note")
_LINE = _count("source_line", "Dòng văn bản nguồn", "Line of the source document")

#: Diễn biến hộ cận nghèo: the form of the near-poor beside that of the poor. What passes from one class to the other
#: stands in both forms, so it has a column of each: poor_to_near_poor (part of those that escaped poverty) beside
#: near_poor_from_poor, from_near_poor beside near_poor_to_poor.
NEAR_POOR_MOVEMENTS = (
    _count(
        "poor_to_near_poor_households", "Số hộ thoát nghèo trở thành hộ cận nghèo",
        "Households that escaped poverty and became near-poor",
    ),
    _count("near_poor_opening_households", "Số hộ cận nghèo đầu kỳ", "Near-poor households at the opening"),
    _count("near_poor_escaped_households", "Số hộ thoát cận nghèo", "Households that escaped near-poverty"),
    _count(
        "near_poor_to_poor_households", "Số hộ cận nghèo giảm do trở thành hộ nghèo",
        "Households that left the near-poor for the poor",
    ),
    _count("near_poor_other_exit_households", "Cận nghèo khác giảm", "Other exits from the list of the near-poor"),
    _count(
        "near_poor_from_poor_households", "Số hộ cận nghèo tăng do từ hộ nghèo",
        "Households that came to the near-poor from the poor",
    ),
    _count("near_poor_relapsed_households", "Số hộ tái cận nghèo", "Households that fell back into near-poverty"),
    _count("newly_near_poor_households", "Số hộ cận nghèo phát sinh mới", "Newly near-poor households"),
    _count("near_poor_other_entry_households", "Cận nghèo khác tăng", "Other entries to the list of the near-poor"),
)  # fmt: skip

HOUSEHOLD_REVIEW = TableSpec(
    name="household_review",
    label_vi="Kết quả rà soát hộ nghèo, hộ cận nghèo",
    label_en="Review of poor and near-poor households",
    row_is="one place on one date under one poverty standard",
    key=("place_code", "as_of", "standard_id", "vintage"),
    fields=(
        _code("place_code", "Mã đơn vị hành chính", "Place code", "places", required=True, filled=True),
        FieldSpec("as_of", _T.DATE, "Thời điểm", "Date", required=True, filled=True),
        _text("as_of_printed", "Thời điểm như in", "Date as printed"),
        _code("standard_id", "Chuẩn nghèo", "Poverty standard", "standards", required=True, filled=True),
        _choice("vintage", "Loại số liệu", "Vintage", Vintage, default=Vintage.OFFICIAL),
        _text("approved_by", "Quyết định phê duyệt", "Approved by"),
        _count("total_households", "Tổng số hộ", "Households"),
        _count("poor_households", "Số hộ nghèo", "Poor households", required=True),
        _count("near_poor_households", "Số hộ cận nghèo", "Near-poor households"),
        _count("escaped_households", "Số hộ thoát nghèo", "Households that escaped poverty"),
        _count("relapsed_households", "Số hộ tái nghèo", "Households that fell back into poverty"),
        _count("newly_poor_households", "Số hộ nghèo phát sinh mới", "Newly poor households"),
        _count(
            "from_near_poor_households", "Số hộ cận nghèo trở thành hộ nghèo", "Near-poor households that became poor"
        ),
        _count("other_exit_households", "Khác giảm", "Other exits from the list"),
        _count("other_entry_households", "Khác tăng", "Other entries to the list"),
        _count("opening_households", "Số hộ nghèo đầu kỳ", "Poor households at the opening"),
        *NEAR_POOR_MOVEMENTS,
        FieldSpec("poverty_ratio_printed", _T.PERCENT, "Tỷ lệ hộ nghèo (%)", "Poverty rate (%)"),
        FieldSpec("near_poverty_ratio_printed", _T.PERCENT, "Tỷ lệ hộ cận nghèo (%)", "Near-poverty rate (%)"),
        _LINE,
        _text("source", "Nguồn", "Source"),
    ),
)

#: The sheet an office fills: one row per activity, its figures side by side in groups value_k, unit_k, role_k.
ACTIVITIES = TableSpec(
    name="activities",
    label_vi="Kết quả hoạt động",
    label_en="Activities",
    row_is="one thing done or told",
    key=("activity_id",),
    fields=(
        _text("activity_id", "Mã hoạt động", "Activity", required=True, filled=True),
        _text("event_id", "Mã sự kiện", "Event"),
        _code("counted_under", "Tính vào đơn vị", "Counted under", "organisations"),
        _text("part_of", "Thuộc hoạt động", "Part of"),
        _choice("parts", "Các dòng trong đó", "Parts", Parts),
        _code("measure_code", "Chính sách, hoạt động", "Measure", "measures", required=True, filled=True),
        _code("organisation_code", "Đơn vị thực hiện", "Organisation", "organisations", required=True, filled=True),
        _code("reported_by", "Đơn vị báo cáo", "Reported by", "organisations"),
        _code("beneficiary_group", "Đối tượng", "Beneficiary group", "beneficiary_groups"),
        _code("place_code", "Địa điểm", "Place", "places"),
        _text("period_printed", "Kỳ số liệu như in", "Period as printed"),
        FieldSpec("data_from", _T.DATE, "Từ ngày", "From"),
        FieldSpec("data_to", _T.DATE, "Đến ngày", "To"),
        FieldSpec("as_of", _T.DATE, "Tại thời điểm", "As of"),
        _choice("time_basis", "Tính chất thời gian", "Time basis", TimeBasis, default=TimeBasis.NOT_STATED),
        _choice("realisation", "Kế hoạch, thực hiện, ước", "Realisation", Realisation, default=Realisation.ACTUAL),
        _text("of_plan", "Theo kế hoạch của", "Of the plan of"),
        _choice("flow", "Dòng tiền", "Flow", Flow, default=Flow.NONE),
        _text("per_role", "Đơn giá tính trên", "Unit cost per"),
        _text("label_vi", "Nội dung", "Label (Vietnamese)", required=True, filled=True),
        _text("label_en", "Nội dung (tiếng Anh)", "Label (English)"),
        _LINE,
        _NOTE,
    ),
)

TARGETS = TableSpec(
    name="targets",
    label_vi="Chỉ tiêu được giao",
    label_en="Targets",
    row_is="one target of a document",
    key=("target_id",),
    fields=(
        _text("target_id", "Mã chỉ tiêu", "Target", required=True, filled=True),
        _text("document", "Văn bản giao", "Document", required=True),
        _code("assigned_by", "Cơ quan giao", "Assigned by", "organisations"),
        _text("indicator_id", "Chỉ số", "Indicator"),
        FieldSpec("kind", _T.CHOICE, "Loại", "Kind", choices=("level", "reduction_pp", "households", "relative")),
        FieldSpec("direction", _T.CHOICE, "Chiều", "Direction", choices=("down", "up")),
        _code("beneficiary_group", "Đối tượng", "Beneficiary group", "beneficiary_groups"),
        _text("baseline", "Mốc so sánh", "Baseline"),
        FieldSpec("value", _T.QUANTITY, "Mức giao", "Value", required=True),
        _text("unit", "Đơn vị tính", "Unit", required=True),
        _text("part_of", "Thuộc chỉ tiêu", "Part of"),
        FieldSpec("due", _T.DATE, "Thời hạn", "Due"),
        _text("label_vi", "Nội dung", "Label (Vietnamese)", required=True, filled=True),
        _text("label_en", "Nội dung (tiếng Anh)", "Label (English)"),
        _LINE,
    ),
)

DOCUMENTS = TableSpec(
    name="documents",
    label_vi="Danh mục văn bản",
    label_en="Documents",
    row_is="one cited document",
    key=("symbol",),
    fields=(
        _text("symbol", "Số, ký hiệu", "Symbol", required=True, filled=True),
        _text("type_vi", "Loại văn bản", "Type", required=True, filled=True),
        FieldSpec("date", _T.DATE, "Ngày ban hành", "Date", required=True, filled=True),
        _code("issuer_code", "Mã cơ quan ban hành", "Issuer code", "organisations"),
        _text("issuer_vi", "Cơ quan ban hành", "Issuer", required=True),
        _text("subject_vi", "Trích yếu", "Subject (Vietnamese)", required=True, filled=True),
        _text("subject_en", "Trích yếu (tiếng Anh)", "Subject (English)"),
        _text("section", "Mục", "Section"),
        _text("as_printed", "Như in", "As printed"),
        _LINE,
        _NOTE,
    ),
)

PUBLISHED = TableSpec(
    name="published",
    label_vi="Số liệu cơ quan đã công bố",
    label_en="Figures as the office printed them",
    row_is="one figure that the office printed as a result of its own",
    key=("published_id",),
    fields=(
        _text("published_id", "Mã", "Published figure", required=True, filled=True),
        _text("indicator_id", "Chỉ số đối chiếu", "Indicator", required=True, filled=True),
        FieldSpec("value", _T.QUANTITY, "Giá trị", "Value", required=True),
        _text("unit", "Đơn vị tính", "Unit", required=True),
        FieldSpec("direction", _T.CHOICE, "Chiều", "Direction", choices=("down", "up")),
        FieldSpec("from_as_of", _T.DATE, "Từ thời điểm", "From"),
        FieldSpec("to_as_of", _T.DATE, "Đến thời điểm", "To"),
        _code("place_code", "Mã đơn vị hành chính", "Place code", "places"),
        _text("label_vi", "Nội dung", "Label (Vietnamese)", required=True, filled=True),
        _text("label_en", "Nội dung (tiếng Anh)", "Label (English)"),
        _LINE,
        _NOTE,
    ),
)

#: Money of a programme. Every amount stands in the unit of its row; amounts of one row are those up to its date.
FUND_DISBURSEMENT = TableSpec(
    name="fund_disbursement",
    label_vi="Kế hoạch và giải ngân vốn",
    label_en="Plan and disbursement of funds",
    row_is="the money of one component from one source and of one kind, for one year, up to one date",
    key=("component_code", "source", "kind", "year", "as_of", "realisation"),
    fields=(
        _code("component_code", "Dự án, tiểu dự án", "Component", "components", required=True, filled=True),
        FieldSpec(
            "source", _T.CHOICE, "Nguồn vốn", "Source of money", True, True, choices=tuple(map(str, FundSource))
        ),
        _choice("kind", "Loại vốn", "Kind of money", FundKind),
        _text("year", "Năm kế hoạch", "Budget year", required=True, filled=True),
        FieldSpec("as_of", _T.DATE, "Lũy kế đến ngày", "Up to", required=True, filled=True),
        FieldSpec(
            "realisation", _T.CHOICE, "Thực hiện, ước", "Actual or expected",
            choices=(str(Realisation.ACTUAL), str(Realisation.EXPECTED)), default=str(Realisation.ACTUAL),
        ),
        _text("unit", "Đơn vị tính", "Unit", required=True, filled=True),
        _money("assigned", "Kế hoạch giao", "Assigned"),
        _money("added", "Bổ sung", "Added"),
        _money("adjusted", "Điều chỉnh", "Adjusted", signed=True),
        _money("cancelled", "Hủy dự toán", "Cancelled"),
        _money("carried_over", "Vốn kéo dài", "Carried over"),
        _money("allocated", "Phân bổ chi tiết", "Allocated in detail"),
        _money("disbursed", "Giải ngân vốn trong năm", "Disbursed of the year’s money"),
        _money("disbursed_carried_over", "Giải ngân vốn kéo dài", "Disbursed of the money carried over"),
        _LINE,
        _text("note", "Ghi chú", "Note"),
    ),
)  # fmt: skip

#: Between two reviews households are still added to the list and taken off it, by decisions of their own.
HOUSEHOLD_CHANGES = TableSpec(
    name="household_changes",
    label_vi="Bổ sung, đưa ra khỏi danh sách hộ nghèo, hộ cận nghèo",
    label_en="Households added to and taken off the list",
    row_is="what was approved for one place on one date between two reviews",
    key=("place_code", "as_of"),
    fields=(
        _code("place_code", "Mã đơn vị hành chính", "Place code", "places", required=True, filled=True),
        FieldSpec("as_of", _T.DATE, "Thời điểm", "Date", required=True, filled=True),
        _count("added_households", "Số hộ nghèo bổ sung", "Poor households added"),
        _count("removed_households", "Số hộ nghèo đưa ra khỏi danh sách", "Poor households taken off"),
        _count("near_poor_added_households", "Số hộ cận nghèo bổ sung", "Near-poor households added"),
        _count(
            "near_poor_removed_households", "Số hộ cận nghèo đưa ra khỏi danh sách", "Near-poor households taken off"
        ),
        _text("approved_by", "Quyết định phê duyệt", "Approved by"),
        _LINE,
        _text("source", "Nguồn", "Source"),
    ),
)

PERIOD_TABLES: tuple[TableSpec, ...] = (
    HOUSEHOLD_REVIEW,
    HOUSEHOLD_CHANGES,
    ACTIVITIES,
    FUND_DISBURSEMENT,
    TARGETS,
    DOCUMENTS,
    PUBLISHED,
)

#: What ingest adds to every column that holds a number: how it was printed, what became of it, where it stands.
FIGURE_SUFFIXES = ("_status", "_qualifier", "_decimals", "_as_printed", "_source")
