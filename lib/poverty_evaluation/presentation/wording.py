"""Lời của khuôn mẫu: the words a renderer adds itself, in the language of the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.findings import Severity


@dataclass(frozen=True, slots=True)
class Wording:
    """Everything that is printed without coming from a block."""

    language: str
    region: str
    # letterhead
    country: str
    motto: str
    symbol_prefix: str
    date_blank: str
    addressed_to: str
    # what a number is when it is not a number
    unreadable: str
    absent: Mapping[ValueStatus, str]
    hedges_given: Mapping[Qualifier, str]
    hedges_computed: Mapping[Qualifier, str]
    # notes that explain signs
    signs: str
    sign_disputed: str
    sign_missing: str
    sign_not_applicable: str
    sign_suppressed: str
    sign_unreadable: str
    sign_at_least: str
    sign_more_than: str
    sign_less_than: str
    sign_estimate: str
    # page furniture
    contents: str
    skip: str
    data_of_chart: str
    series: str
    category: str
    value: str
    no_findings: str
    number: str
    severity: str
    kind: str
    message: str
    quote: str
    computed: str
    where: str
    close: str
    unit: str
    formula: str
    operands: str
    sources: str
    no_sources: str
    file: str
    sheet: str
    row: str
    column: str
    cell_text: str
    line: str
    qualifier: str
    status: str
    as_printed: str
    findings: str
    show_source: str
    back: str
    findings_title: str
    severities: Mapping[Severity, str]
    statuses: Mapping[ValueStatus, str]
    qualifiers: Mapping[Qualifier, str]
    attachment_values: str
    attachment_findings: str
    picture_of_cell: str
    code: str
    output: str
    # panels and buttons of the page
    many_sources: str
    finding_entry: str
    finding_numbers: str
    back_to_findings: str
    findings_button: str
    findings_shown: str
    all: str
    filter: str
    sort: str
    sorted_up: str
    sorted_down: str
    sorted_back: str


_VI = Wording(
    language="vi",
    region="VN",
    country="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto="Độc lập - Tự do - Hạnh phúc",
    symbol_prefix="Số:",
    date_blank="ngày ….. tháng ….. năm ……..",
    addressed_to="Kính gửi:",
    unreadable="chưa đọc được",
    absent=MappingProxyType(
        {
            ValueStatus.NOT_APPLICABLE: "không áp dụng",
            ValueStatus.NOT_COMPARABLE: "không so sánh được",
            ValueStatus.UNDEFINED: "không xác định",
            ValueStatus.SUPPRESSED: "(*)",
        }
    ),
    hedges_given=MappingProxyType(
        {
            Qualifier.LOWER_BOUND: "trên",
            Qualifier.UPPER_BOUND: "dưới",
            Qualifier.ESTIMATE: "ước",
            Qualifier.ESTIMATED_LOWER_BOUND: "ước trên",
        }
    ),
    hedges_computed=MappingProxyType(
        {
            Qualifier.LOWER_BOUND: "ít nhất",
            Qualifier.UPPER_BOUND: "dưới",
            Qualifier.ESTIMATE: "ước",
            Qualifier.ESTIMATED_LOWER_BOUND: "ước trên",
        }
    ),
    signs="Ký hiệu:",
    sign_disputed="† số liệu đang đề nghị cơ quan báo cáo kiểm tra, xác nhận",
    sign_missing="… chưa có số liệu",
    sign_not_applicable="x không áp dụng hoặc không so sánh được",
    sign_suppressed=(
        "(*) số liệu không công bố để bảo vệ thông tin của hộ gia đình; số tổng cộng vẫn bao gồm các hộ này"
    ),
    sign_unreadable="số trong ngoặc kép được ghi đúng như văn bản gốc, chưa đọc được",
    sign_at_least="≥ ít nhất",
    sign_more_than="> trên",
    sign_less_than="< dưới",
    sign_estimate="≈ ước",
    contents="Mục lục",
    skip="Đến nội dung báo cáo",
    data_of_chart="Bảng số liệu của hình",
    series="Chỉ tiêu",
    category="Nội dung",
    value="Giá trị",
    no_findings="Không có phát hiện.",
    number="TT",
    severity="Mức độ",
    kind="Loại",
    message="Nội dung",
    quote="Số đã ghi",
    computed="Số tính lại",
    where="Vị trí",
    close="Đóng",
    unit="Đơn vị",
    formula="Công thức",
    operands="Tính từ",
    sources="Nguồn số liệu",
    no_sources="Không có ô nguồn nào được ghi nhận.",
    file="Tệp",
    sheet="Trang tính",
    row="Dòng",
    column="Cột",
    cell_text="Nội dung ô",
    line="Dòng trong văn bản gốc",
    qualifier="Mức độ chắc chắn",
    status="Tình trạng",
    as_printed="Ghi trong văn bản gốc",
    findings="Phát hiện liên quan",
    show_source="Xem nguồn của số liệu",
    back="Quay lại",
    findings_title="Phát hiện về số liệu",
    severities=MappingProxyType({Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.NOTE: "Lưu ý"}),
    statuses=MappingProxyType(
        {
            ValueStatus.GIVEN: "số liệu nhận được",
            ValueStatus.CORRECTED: "đã sửa lỗi ghi, có biên bản",
            ValueStatus.DISPUTED: "đang đề nghị kiểm tra, xác nhận",
            ValueStatus.COMPUTED: "tính toán",
            ValueStatus.AS_PUBLISHED: "theo số đã công bố",
            ValueStatus.UNREADABLE: "chưa đọc được",
            ValueStatus.MISSING: "chưa có số liệu",
            ValueStatus.NOT_COLLECTED: "không thu thập",
            ValueStatus.NOT_APPLICABLE: "không áp dụng",
            ValueStatus.NOT_COMPARABLE: "không so sánh được",
            ValueStatus.UNDEFINED: "không xác định",
            ValueStatus.SUPPRESSED: "không công bố để bảo vệ thông tin của hộ gia đình",
        }
    ),
    qualifiers=MappingProxyType(
        {
            Qualifier.EXACT: "chính xác",
            Qualifier.LOWER_BOUND: "cận dưới (trên, ít nhất)",
            Qualifier.UPPER_BOUND: "cận trên (dưới)",
            Qualifier.ESTIMATE: "ước tính",
            Qualifier.ESTIMATED_LOWER_BOUND: "ước tính, cận dưới",
        }
    ),
    attachment_values="Các giá trị chỉ tiêu của báo cáo, kèm công thức và ô nguồn",
    attachment_findings="Các phát hiện về số liệu",
    picture_of_cell="Hình do ô lệnh số {number} vẽ ra, mục “{heading}”",
    code="Lệnh",
    output="Kết quả",
    many_sources="{count} ô; mở từng số ở mục “Tính từ” để xem",
    finding_entry="Xem trong danh sách phát hiện",
    finding_numbers="Số liệu liên quan",
    back_to_findings="Về các phát hiện",
    findings_button="Phát hiện ({count})",
    findings_shown="Đang hiện {count} phát hiện",
    all="Tất cả",
    filter="Lọc theo mức độ",
    sort="Sắp xếp theo cột này",
    sorted_up="Đã sắp xếp theo cột “{column}”, tăng dần",
    sorted_down="Đã sắp xếp theo cột “{column}”, giảm dần",
    sorted_back="Đã trả lại thứ tự ban đầu",
)

_EN = Wording(
    language="en",
    region="GB",
    country="SOCIALIST REPUBLIC OF VIET NAM",
    motto="Independence - Freedom - Happiness",
    symbol_prefix="No.:",
    date_blank="…………………..",
    addressed_to="To:",
    unreadable="unreadable",
    absent=MappingProxyType(
        {
            ValueStatus.NOT_APPLICABLE: "not applicable",
            ValueStatus.NOT_COMPARABLE: "not comparable",
            ValueStatus.UNDEFINED: "undefined",
            ValueStatus.SUPPRESSED: "(*)",
        }
    ),
    hedges_given=MappingProxyType(
        {
            Qualifier.LOWER_BOUND: "over",
            Qualifier.UPPER_BOUND: "under",
            Qualifier.ESTIMATE: "an estimated",
            Qualifier.ESTIMATED_LOWER_BOUND: "over an estimated",
        }
    ),
    hedges_computed=MappingProxyType(
        {
            Qualifier.LOWER_BOUND: "at least",
            Qualifier.UPPER_BOUND: "under",
            Qualifier.ESTIMATE: "an estimated",
            Qualifier.ESTIMATED_LOWER_BOUND: "at least an estimated",
        }
    ),
    signs="Signs:",
    sign_disputed="† the reporting body has been asked to check and confirm this figure",
    sign_missing="… no data",
    sign_not_applicable="x not applicable or not comparable",
    sign_suppressed="(*) not published, to protect information on households; totals include them",
    sign_unreadable="figures in quotation marks are given as printed in the original and could not be read",
    sign_at_least="≥ at least",
    sign_more_than="> over",
    sign_less_than="< under",
    sign_estimate="≈ estimated",
    contents="Contents",
    skip="Skip to the report",
    data_of_chart="Data of the figure",
    series="Indicator",
    category="Item",
    value="Value",
    no_findings="No findings.",
    number="No.",
    severity="Severity",
    kind="Kind",
    message="Finding",
    quote="As printed",
    computed="Recomputed",
    where="Place",
    close="Close",
    unit="Unit",
    formula="Formula",
    operands="Computed from",
    sources="Sources",
    no_sources="No source cell is recorded.",
    file="File",
    sheet="Sheet",
    row="Row",
    column="Column",
    cell_text="Cell text",
    line="Line of the original document",
    qualifier="Certainty",
    status="Status",
    as_printed="As printed in the original",
    findings="Findings",
    show_source="Show where the figure comes from",
    back="Back",
    findings_title="Findings about the figures",
    severities=MappingProxyType({Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}),
    statuses=MappingProxyType(
        {
            ValueStatus.GIVEN: "as received",
            ValueStatus.CORRECTED: "corrected, on record",
            ValueStatus.DISPUTED: "to be confirmed by the reporting body",
            ValueStatus.COMPUTED: "computed",
            ValueStatus.AS_PUBLISHED: "as published",
            ValueStatus.UNREADABLE: "unreadable",
            ValueStatus.MISSING: "missing",
            ValueStatus.NOT_COLLECTED: "not collected",
            ValueStatus.NOT_APPLICABLE: "not applicable",
            ValueStatus.NOT_COMPARABLE: "not comparable",
            ValueStatus.UNDEFINED: "undefined",
            ValueStatus.SUPPRESSED: "not published, to protect information on households",
        }
    ),
    qualifiers=MappingProxyType(
        {
            Qualifier.EXACT: "exact",
            Qualifier.LOWER_BOUND: "lower bound (over, at least)",
            Qualifier.UPPER_BOUND: "upper bound (under)",
            Qualifier.ESTIMATE: "estimate",
            Qualifier.ESTIMATED_LOWER_BOUND: "estimate, lower bound",
        }
    ),
    attachment_values="The indicator values of the report with formulas and source cells",
    attachment_findings="Findings about the figures",
    picture_of_cell="Picture drawn by code cell {number}, under “{heading}”",
    code="Code",
    output="Output",
    many_sources="{count} cells; open the figures under “Computed from” to see them",
    finding_entry="See it in the list of findings",
    finding_numbers="Figures concerned",
    back_to_findings="Back to the findings",
    findings_button="Findings ({count})",
    findings_shown="{count} findings shown",
    all="All",
    filter="Filter by severity",
    sort="Sort by this column",
    sorted_up="Sorted by “{column}”, ascending",
    sorted_down="Sorted by “{column}”, descending",
    sorted_back="Original order restored",
)


def wording(language: str) -> Wording:
    """The words for `vi` or `en`. ValueError for any other language."""
    if language == "vi":
        return _VI
    if language == "en":
        return _EN
    raise ValueError(f"no wording for language {language!r}; known: vi, en")
