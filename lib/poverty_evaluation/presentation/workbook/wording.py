"""Lời của tệp bảng tính: the words that tables.xlsx adds to those of the report, in its language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class WorkbookWording:
    """Names of sheets, headings of columns and the sentences of the cover."""

    # sheets
    cover: str
    contents: str
    notes: str
    indicators: str
    places: str
    findings: str
    # titles of the sheets
    contents_title: str
    notes_title: str
    indicators_title: str
    places_title: str
    findings_title: str
    # lines above a table
    one_table: str
    pointer: str
    note_mark: str
    calculation: str
    back: str
    # columns of the tables of a report
    group: str
    row_kind: str
    roles: Mapping[str, str]
    nameless_column: str
    segment: str
    no_rows: str
    money_units: Mapping[int, str]
    ratio_unit: str
    points_unit: str
    # columns of contents, notes, places, indicators, findings
    sheet: str
    about: str
    sign: str
    meaning: str
    used_in: str
    cell: str
    value_id: str
    shown_as: str
    label: str
    value: str
    place: str
    period: str
    as_of: str
    see_operands: str
    finding_id: str
    explanation: str
    # signs
    missing: str
    not_applicable: str
    suppressed: str
    in_report: str
    blank: str
    blank_meaning: str
    # cover
    cover_lead: str
    status: str
    statuses: Mapping[str, str]
    issuer: str
    audience: str
    audiences: Mapping[str, str]
    date_basis: str
    date_range: str
    what_title: str
    what: tuple[str, ...]
    what_indicators: str
    what_findings: str
    how_title: str
    how: tuple[str, ...]
    contact_title: str
    contact: str


_VI = WorkbookWording(
    cover="Trang bìa",
    contents="Mục lục",
    notes="Ghi chú",
    indicators="Chỉ tiêu",
    places="Vị trí số liệu",
    findings="Phát hiện",
    contents_title="Mục lục các trang tính",
    notes_title="Ký hiệu và ghi chú",
    indicators_title="Tất cả giá trị chỉ tiêu của báo cáo",
    places_title="Vị trí của từng số liệu trong các biểu",
    findings_title="Phát hiện về số liệu",
    one_table="Trang này có một bảng.",
    pointer="Ký hiệu, ghi chú của bảng: {marks}; giải thích tại trang Ghi chú.",
    note_mark="[ghi chú {number}]",
    calculation="Cách tính:",
    back="Về mục lục",
    group="Nhóm",
    row_kind="Loại dòng",
    roles=MappingProxyType({"body": "chi tiết", "total": "tổng số", "part": "trong đó", "group": "nhóm"}),
    nameless_column="Cột {number}",
    segment="Chuẩn nghèo, phạm vi",
    no_rows="Không có số liệu",
    money_units=MappingProxyType(
        {1: "đồng", 10**3: "nghìn đồng", 10**6: "triệu đồng", 10**9: "tỷ đồng", 10**12: "nghìn tỷ đồng"}
    ),
    ratio_unit="%",
    points_unit="điểm phần trăm",
    sheet="Trang tính",
    about="Nội dung",
    sign="Ký hiệu, số ghi chú",
    meaning="Giải thích",
    used_in="Dùng tại trang",
    cell="Ô",
    value_id="Mã giá trị",
    shown_as="Số ghi trong báo cáo",
    label="Tên chỉ tiêu",
    value="Giá trị",
    place="Mã đơn vị hành chính",
    period="Kỳ",
    as_of="Thời điểm",
    see_operands="theo nguồn của các giá trị ở cột “Tính từ”",
    finding_id="Mã phát hiện",
    explanation="Giải trình của cơ quan báo cáo",
    missing="chưa có số liệu",
    not_applicable="không áp dụng hoặc không so sánh được",
    suppressed="không công bố để bảo vệ thông tin của hộ gia đình; số tổng cộng vẫn bao gồm các hộ này",
    in_report="trong báo cáo ghi “{sign}”",
    blank="Ô để trống",
    blank_meaning="dòng đó không có nội dung ở cột này",
    cover_lead="Bảng số liệu kèm theo báo cáo",
    status="Tình trạng",
    statuses=MappingProxyType({"draft": "dự thảo", "for_signature": "trình ký", "issued": "đã ban hành"}),
    issuer="Cơ quan lập báo cáo",
    audience="Phạm vi sử dụng",
    audiences=MappingProxyType({"superior": "báo cáo cấp trên", "public": "công khai", "internal": "nội bộ cơ quan"}),
    date_basis="Thời điểm số liệu",
    date_range="từ {first} đến {last}; thời điểm của từng số liệu ghi tại trang Chỉ tiêu",
    what_title="Tệp này gồm những gì",
    what=(
        "Mỗi biểu và số liệu của mỗi hình trong báo cáo là một trang tính có một bảng, tên trang là số hiệu của biểu, "
        "của hình trong báo cáo.",
        "Mọi ô số là số đã tính xong, không phải công thức; tệp không có công thức và không có lệnh tự động (macro).",
    ),
    what_indicators="Trang Chỉ tiêu liệt kê tất cả giá trị với công thức và giá trị dùng để tính; trang Vị trí số liệu "
    "cho biết mỗi số trong các biểu là giá trị nào.",
    what_findings="Trang Phát hiện ghi các số liệu mâu thuẫn nhau, kèm kết quả tính lại và vị trí.",
    how_title="Cách đọc",
    how=(
        "Đơn vị tính ghi trong ngoặc ở tiêu đề cột. Số tiền giữ nguyên giá trị chính xác, không làm tròn; chỉ cách "
        "hiển thị được làm tròn như trong báo cáo.",
        "Tỷ lệ phần trăm được lưu là tỷ số: ô hiển thị 0,85% có giá trị 0,0085. Chênh lệch của hai tỷ lệ được lưu bằng "
        "điểm phần trăm.",
        "Dấu đứng trước số (≥, >, <, ≈) và dấu † là cách hiển thị; ô vẫn là số và vẫn cộng được.",
        "Ô vừa có chữ vừa có số là ô chữ.",
        "Thứ tự các dòng như trong báo cáo; cột Loại dòng cho biết dòng tổng số và dòng trong đó, không cộng các dòng "
        "này với dòng chi tiết.",
        "Dấu phân cách hàng nghìn và phần thập phân hiển thị theo thiết lập của máy.",
    ),
    contact_title="Liên hệ",
    contact="Câu hỏi về số liệu xin gửi {issuer}.",
)

_EN = WorkbookWording(
    cover="Cover",
    contents="Contents",
    notes="Notes",
    indicators="Indicators",
    places="Where figures stand",
    findings="Findings",
    contents_title="Contents",
    notes_title="Signs and notes",
    indicators_title="All indicator values of the report",
    places_title="Where each figure stands in the tables",
    findings_title="Findings about the figures",
    one_table="This worksheet contains one table.",
    pointer="Signs and notes of the table: {marks}; explained in the Notes worksheet.",
    note_mark="[note {number}]",
    calculation="Calculation:",
    back="Back to contents",
    group="Group",
    row_kind="Kind of row",
    roles=MappingProxyType({"body": "detail", "total": "total", "part": "of which", "group": "group"}),
    nameless_column="Column {number}",
    segment="Poverty standard, scope",
    no_rows="No data",
    money_units=MappingProxyType(
        {1: "VND", 10**3: "thousand VND", 10**6: "million VND", 10**9: "billion VND", 10**12: "trillion VND"}
    ),
    ratio_unit="%",
    points_unit="percentage points",
    sheet="Worksheet",
    about="Content",
    sign="Sign, note number",
    meaning="Meaning",
    used_in="Used in",
    cell="Cell",
    value_id="Value id",
    shown_as="As written in the report",
    label="Indicator",
    value="Value",
    place="Code of the place",
    period="Period",
    as_of="As of",
    see_operands="as the values under “Computed from”",
    finding_id="Finding id",
    explanation="Explanation of the reporting body",
    missing="no data",
    not_applicable="not applicable or not comparable",
    suppressed="not published, to protect information on households; totals include them",
    in_report="written “{sign}” in the report",
    blank="Blank cell",
    blank_meaning="the row has nothing to say in this column",
    cover_lead="Tables of the report",
    status="Status",
    statuses=MappingProxyType({"draft": "draft", "for_signature": "for signature", "issued": "issued"}),
    issuer="Issued by",
    audience="Made for",
    audiences=MappingProxyType({"superior": "the superior body", "public": "the public", "internal": "internal use"}),
    date_basis="Dates of the data",
    date_range="from {first} to {last}; the date of each figure is in the Indicators worksheet",
    what_title="What this file holds",
    what=(
        "Each table of the report and the data of each figure is a worksheet with one table, named as the report "
        "numbers it.",
        "Numbers are results, not formulas; the file has neither formulas nor macros.",
    ),
    what_indicators="The Indicators worksheet lists all values with their formulas and operands; Where figures stand "
    "tells which value each number of the tables is.",
    what_findings="The Findings worksheet lists figures that contradict each other, with the recomputation and place.",
    how_title="How to read it",
    how=(
        "Units stand in brackets in the column headings. Amounts keep their exact value; only their display is rounded "
        "as in the report.",
        "Percentages are stored as ratios: a cell that shows 0.85% holds 0.0085. Differences of two rates are stored "
        "in percentage points.",
        "Signs before a number (≥, >, <, ≈) and † are display only; the cell is a number and can be added up.",
        "A cell that mixes words and numbers is text.",
        "Rows stand in the order of the report; the column Kind of row marks totals and rows that are part of another, "
        "which must not be added to the details.",
        "Thousands and decimals are separated as the computer is set up to do.",
    ),
    contact_title="Contact",
    contact="Questions about the figures: {issuer}.",
)


def workbook_wording(language: str) -> WorkbookWording:
    """The words for `vi` or `en`. ValueError for any other language."""
    known = {"vi": _VI, "en": _EN}
    if language not in known:
        raise ValueError(f"no wording for language {language!r}; known: vi, en")
    return known[language]
