"""Câu chữ của các biểu: titles, headings, units, notes and sources of every table."""

from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.vocabulary.choices import Flow, Realisation, Vintage

# --- what several tables share ------------------------------------------------------------------------------------

POSITION = Pattern(vi="TT", en="No.")
REMARK = Pattern(vi="Ghi chú", en="Note")
MILLION = Pattern(vi="Đơn vị tính: triệu đồng", en="In million VND")
MONEY_IN_MILLION = Pattern(vi="Đơn vị tính kinh phí: triệu đồng", en="Money in million VND")
PART = Pattern(vi="– {label}", en="– {label}")
NO_FIGURE_NOTE = Pattern(
    vi="Dấu “…”: không có số liệu trong báo cáo của đơn vị.", en="“…”: no figure in what the office reported."
)
FROM_OFFICES = Pattern(
    vi="Nguồn: số liệu các cơ quan, đơn vị gửi.", en="Source: figures sent by the offices in charge."
)
TOTALS_OF_OFFICES = Pattern(
    vi="Nguồn: tổng hợp từ số liệu các cơ quan, đơn vị gửi.", en="Source: totals of the figures sent by the offices."
)
COMPUTED_FROM_OFFICES = Pattern(
    vi="Nguồn: tính từ số liệu các cơ quan, đơn vị gửi.", en="Source: computed from the figures sent by the offices."
)

# --- poverty ------------------------------------------------------------------------------------------------------

POVERTY = Pattern(vi="Số hộ nghèo, tỷ lệ hộ nghèo qua các lần rà soát", en="Poor households and poverty rate by review")
REVIEWS = Pattern(vi="Kết quả các lần rà soát", en="Results of the reviews")
REVIEW_DATE = Pattern(vi="Thời điểm", en="Date")
TOTAL_HOUSEHOLDS = Pattern(vi="Tổng số hộ (hộ)", en="Households")
POOR_HOUSEHOLDS = Pattern(vi="Hộ nghèo (hộ)", en="Poor households")
POVERTY_RATIO = Pattern(vi="Tỷ lệ hộ nghèo (%)", en="Poverty rate (%)")
NEAR_POOR_HOUSEHOLDS = Pattern(vi="Hộ cận nghèo (hộ)", en="Near-poor households")
NEAR_POVERTY_RATIO = Pattern(vi="Tỷ lệ hộ cận nghèo (%)", en="Near-poverty rate (%)")
ESCAPED = Pattern(vi="Hộ thoát nghèo trong năm (hộ)", en="Escaped in the year")
RELAPSED = Pattern(vi="Hộ tái nghèo (hộ)", en="Fell back")
NEWLY_POOR = Pattern(vi="Hộ phát sinh mới (hộ)", en="Newly poor")
STANDARD = Pattern(vi="Chuẩn nghèo áp dụng", en="Poverty standard")
OTHER_STANDARD = Pattern(vi="Chuẩn áp dụng", en="Standard")
DECISION = Pattern(vi="Quyết định phê duyệt", en="Approved by")
VINTAGE = Pattern(vi="Loại số liệu", en="Vintage")
VINTAGES = {
    Vintage.PRELIMINARY: Pattern(vi="Sơ bộ", en="Preliminary"),
    Vintage.OFFICIAL: Pattern(vi="Chính thức", en="Official"),
    Vintage.AMENDED: Pattern(vi="Điều chỉnh", en="Amended"),
}
CHANGE = Pattern(vi="Tăng (+), giảm (-)", en="Change")
CHANGE_NOTE = Pattern(
    vi="Dòng cuối: chênh lệch số hộ; chênh lệch tỷ lệ tính bằng điểm phần trăm.",
    en="Last row: difference of the counts; difference of the rates in percentage points.",
)
AS_PUBLISHED_NOTE = Pattern(
    vi="Tỷ lệ ghi theo số đã công bố do chưa có số liệu tổng số hộ dân cư.",
    en="Rates stand as published because the number of households was not sent.",
)
CONTRADICTED_NOTE = Pattern(
    vi="Số đã công bố khác với kết quả tính lại, đang đề nghị kiểm tra: {figures}.",
    en="Published figures that the recomputation contradicts, to be checked: {figures}.",
)
CONTRADICTED_FIGURE = Pattern(vi="{label} {number}{unit}", en="{label} {number}{unit}")
FROM_REVIEWS = Pattern(vi="Nguồn: kết quả rà soát hộ nghèo.", en="Source: reviews of poor households.")
FROM_OTHER_REVIEWS = Pattern(vi="Nguồn: kết quả rà soát.", en="Source: reviews.")

# --- activities ---------------------------------------------------------------------------------------------------

ACTIVITY = Pattern(vi="Nội dung", en="Activity")
BENEFICIARIES = Pattern(vi="Đối tượng", en="Beneficiaries")
RESULT = Pattern(vi="Kết quả", en="Result")
MONEY = Pattern(vi="Kinh phí", en="Money")
NATURE = Pattern(vi="Tính chất", en="Nature")
FLOWS = {
    Flow.GRANT: Pattern(vi="Hỗ trợ", en="Grant"),
    Flow.IN_KIND: Pattern(vi="Hiện vật", en="In kind"),
    Flow.MOBILISED: Pattern(vi="Huy động", en="Mobilised"),
    Flow.LOAN_DISBURSED: Pattern(vi="Cho vay", en="Loans disbursed"),
    Flow.LOAN_OUTSTANDING: Pattern(vi="Dư nợ", en="Loans outstanding"),
    Flow.NONE: Pattern(vi="", en=""),
}
FIGURE = Pattern(vi="{numbers} {unit}", en="{unit}: {numbers}")
FIGURE_WITH_ROLE = Pattern(vi="{numbers} {unit} ({role})", en="{unit} ({role}): {numbers}")
FIGURE_BY_ROLE = Pattern(vi="{role}: {numbers}", en="{role}: {numbers}")
TOTAL_SUPPORT = Pattern(vi="Tổng kinh phí hỗ trợ", en="Total support")
IN_WORDS = Pattern(vi="bằng chữ: {words}", en="in words: {words}")
SINCE_START = Pattern(vi="lũy kế", en="since the start")
YEAR_TO_DATE = Pattern(vi="lũy kế từ đầu năm", en="year to date")
IN_YEAR = Pattern(vi="năm {year}", en="{year}")
BETWEEN_DATES = Pattern(vi="{from_date} - {to_date}", en="{from_date} to {to_date}")
PERIOD_NOTE = Pattern(vi="Kỳ số liệu: {period}.", en="Period of the figures: {period}.")
REALISATIONS = {
    Realisation.PLANNED: Pattern(vi="kế hoạch", en="planned"),
    Realisation.EXPECTED: Pattern(vi="ước thực hiện", en="expected"),
}
STEP = Pattern(vi="riêng từ lần báo cáo trước: {figure} (suy ra)", en="since the report before: {figure} (derived)")
STEP_FROM_PERIOD_BEFORE = Pattern(
    vi="riêng từ kỳ báo cáo trước (thực hiện đến {date}: {done}): {figure} (suy ra)",
    en="since the period before (actual up to {date}: {done}): {figure} (derived)",
)
PERIOD_BEFORE = Pattern(vi="kỳ trước", en="the period before")
COUNTED_UNDER = Pattern(vi="tính vào {organisation}", en="counted under {organisation}")
BY_WARD_NOTE = Pattern(
    vi="Kết quả hỗ trợ nhà ở theo xã, phường ghi tại biểu riêng.", en="Houses by ward stand in a table of their own."
)
COUNTED_ELSEWHERE_NOTE = Pattern(
    vi="Nội dung ghi “tính vào …” là một việc được nêu ở hai nơi, không cộng vào tổng của biểu này.",
    en="What is “counted under” another office is reported twice and is not added here.",
)
ACTIVITIES_OF = Pattern(vi="Kết quả hoạt động của {organisation}", en="Activities of the {organisation}")
ALL_ACTIVITIES = Pattern(vi="Kết quả thực hiện các chính sách, dự án", en="Results of the policies and components")

# --- money --------------------------------------------------------------------------------------------------------

MONEY_BY_GROUP = Pattern(vi="Kinh phí hỗ trợ theo nhóm chính sách, chương trình", en="Support by group of measures")
GROUP = Pattern(vi="Nhóm chính sách, chương trình", en="Group of measures")
SUPPORT = Pattern(vi="Kinh phí hỗ trợ", en="Support")
GRAND_TOTAL = Pattern(vi="Tổng cộng", en="Total")
SUPPORT_NOTE = Pattern(
    vi="Gồm hỗ trợ không hoàn lại, hiện vật quy tiền và tiền huy động; không gồm vốn vay. Khoản “trong đó” không "
    "cộng vào tổng của chính nó; việc nêu ở hai nơi tính một lần.",
    en="Grants, aid in kind and money mobilised; loans are not included. A part is not added to its whole, and what "
    "is reported twice is counted once.",
)
MONEY_BY_ORGANISATION = Pattern(
    vi="Kinh phí hỗ trợ và vốn vay của các tổ chức", en="Support and credit of the organisations"
)
ORGANISATION = Pattern(vi="Đơn vị", en="Organisation")
LOANS_DISBURSED = Pattern(vi="Vốn cho vay", en="Loans disbursed")
LOANS_OUTSTANDING = Pattern(vi="Dư nợ", en="Loans outstanding")
LOANS_NOTE = Pattern(
    vi="Dư nợ là số tại thời điểm, không cộng với vốn cho vay; vốn nhận ủy thác là một phần vốn của ngân hàng.",
    en="Outstanding loans are a stock and are not added to loans disbursed; entrusted loans are part of the bank’s.",
)

# --- unit costs ---------------------------------------------------------------------------------------------------

UNIT_COSTS = Pattern(vi="Mức kinh phí bình quân của các hoạt động", en="Unit costs of the activities")
UNIT_COST_ACTIVITY = Pattern(vi="Hoạt động", en="Activity")
UNIT_COST_MONEY = Pattern(vi="Kinh phí (triệu đồng)", en="Money (million VND)")
UNIT_COST_BASE = Pattern(vi="Tính trên", en="Divided by")
UNIT_COST = Pattern(vi="Bình quân (đồng)", en="Unit cost (VND)")
UNIT_COST_SUPPORT = Pattern(vi="Hỗ trợ", en="Support")
UNIT_COST_LOANS = Pattern(vi="Vốn vay", en="Loans")
UNIT_COST_OTHER = Pattern(vi="Khác", en="Other")

# --- targets ------------------------------------------------------------------------------------------------------

TARGETS = Pattern(vi="Thực hiện chỉ tiêu được giao", en="Targets")
TARGET = Pattern(vi="Chỉ tiêu", en="Target")
TARGET_DOCUMENT = Pattern(vi="Văn bản giao", en="Document")
TARGET_VALUE = Pattern(vi="Mức giao", en="Target value")
TARGET_RESULT = Pattern(vi="Thực hiện", en="Result")
COMPLETION = Pattern(vi="Tỷ lệ hoàn thành (%)", en="Completion (%)")
ASSESSMENT = Pattern(vi="Đánh giá", en="Assessment")
EXCEEDED = Pattern(vi="hoàn thành vượt", en="exceeded")
MET = Pattern(vi="hoàn thành", en="met")
NOT_YET_MET = Pattern(vi="chưa hoàn thành", en="not yet met")
NOT_MET = Pattern(vi="không hoàn thành", en="not met")
NOT_ASSESSED = Pattern(vi="chưa đủ căn cứ đánh giá", en="cannot be assessed")
FROM_TARGET_DOCUMENTS = Pattern(vi="Nguồn: văn bản giao chỉ tiêu.", en="Source: the documents that set the targets.")

# --- sources and method -------------------------------------------------------------------------------------------

SOURCES = Pattern(vi="Các bảng số liệu đã sử dụng", en="Tables used")
SOURCE_TABLE = Pattern(vi="Bảng", en="Table")
SOURCE_FILE = Pattern(vi="Tệp", en="File")
SOURCE_ROWS = Pattern(vi="Số dòng", en="Rows")
FROM_FOLDER = Pattern(vi="Nguồn: thư mục số liệu của kỳ báo cáo.", en="Source: the period’s data folder.")
TABLE_NAMES = {
    "household_review": Pattern(
        vi="Kết quả rà soát hộ nghèo, hộ cận nghèo", en="Review of poor and near-poor households"
    ),
    "previous_household_review": Pattern(vi="Kết quả rà soát của kỳ trước", en="Review of the period before"),
    "member_household_review": Pattern(vi="Kết quả rà soát của các đơn vị trực thuộc", en="Reviews of the members"),
    "household_changes": Pattern(
        vi="Bổ sung, đưa ra khỏi danh sách hộ nghèo, hộ cận nghèo", en="Households added to and taken off the list"
    ),
    "activities": Pattern(vi="Kết quả hoạt động", en="Activities"),
    "member_activities": Pattern(vi="Kết quả hoạt động của các đơn vị trực thuộc", en="Activities of the members"),
    "fund_disbursement": Pattern(vi="Kế hoạch và giải ngân vốn", en="Plan and disbursement of funds"),
    "member_fund_disbursement": Pattern(
        vi="Kế hoạch và giải ngân vốn của các đơn vị trực thuộc", en="Plan and disbursement of the members"
    ),
    "previous_fund_disbursement": Pattern(
        vi="Kế hoạch và giải ngân vốn của kỳ trước", en="Plan and disbursement of the period before"
    ),
    "start_household_review": Pattern(vi="Kết quả rà soát đầu giai đoạn", en="Review that opens the phase"),
    "year_before_activities": Pattern(
        vi="Kết quả hoạt động cùng kỳ năm trước", en="Activities of the same period a year before"
    ),
    "year_before_fund_disbursement": Pattern(
        vi="Kế hoạch và giải ngân vốn cùng kỳ năm trước", en="Plan and disbursement of the same period a year before"
    ),
    "targets": Pattern(vi="Chỉ tiêu được giao", en="Targets"),
    "documents": Pattern(vi="Danh mục văn bản", en="Documents"),
    "published": Pattern(vi="Số liệu đơn vị đã công bố", en="Figures as published"),
}
OTHER_REVIEWS = Pattern(vi="Kết quả rà soát", en="Reviews")

METHOD = Pattern(vi="Cách tính các chỉ tiêu", en="How the indicators are computed")
INDICATOR = Pattern(vi="Chỉ tiêu", en="Indicator")
COMPUTATION = Pattern(vi="Cách tính", en="Method")
FROM_DEFINITIONS = Pattern(vi="Nguồn: danh mục định nghĩa chỉ tiêu.", en="Source: the indicator definitions.")
