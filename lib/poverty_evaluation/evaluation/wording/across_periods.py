"""Câu chữ của bản so sánh qua các kỳ: titles, headings, notes and findings."""

from poverty_evaluation.evaluation.patterns import Pattern

TYPE_NAME = Pattern(vi="SO SÁNH QUA CÁC KỲ", en="COMPARISON OF PERIODS")
SUBJECT = Pattern(
    vi="Kết quả rà soát hộ nghèo, hộ cận nghèo của {place} theo các báo cáo đã lập",
    en="Results of the reviews of poor and near-poor households of {place} in the finished reports",
)
SUBJECT_OF_NOTHING = Pattern(vi="Chưa có báo cáo để so sánh", en="No report to compare yet")
NOTHING = Pattern(
    vi="Chưa có báo cáo nào được lập. Lập từng kỳ bằng lệnh poverty-evaluation run, rồi mở lại sổ tay này hoặc chạy "
    "lệnh poverty-evaluation compare. Các địa phương có số liệu: {places}.",
    en="No report has been built yet. Build the periods one by one with poverty-evaluation run, then open this "
    "notebook again or run poverty-evaluation compare. Places that have data: {places}.",
)

OPENING = Pattern(
    vi="Bản so sánh lấy số liệu chính của các báo cáo đã lập của {place}. Mỗi kết quả rà soát được nêu một lần, theo "
    "thời điểm của kết quả, dù nhiều báo cáo cùng nêu; báo cáo của kỳ không có rà soát chỉ nêu lại kết quả mở đầu kỳ.",
    en="This comparison takes the headline figures of the finished reports of {place}. Each review is told once, on "
    "its own date, however many reports tell it; a report on a period without a review only tells the result that "
    "opened it.",
)

# --- reviews ------------------------------------------------------------------------------------------------------

REVIEWS = Pattern(vi="KẾT QUẢ RÀ SOÁT THEO THỜI ĐIỂM", en="RESULTS OF THE REVIEWS BY DATE")
NO_REVIEWS = Pattern(
    vi="Các báo cáo đã lập không nêu kết quả rà soát nào của {place}.",
    en="The finished reports tell no result of a review of {place}.",
)
POOR_TABLE = Pattern(vi="Hộ nghèo qua các lần rà soát", en="Poor households by review")
NEAR_POOR_TABLE = Pattern(vi="Hộ cận nghèo qua các lần rà soát", en="Near-poor households by review")
TOLD_BY = Pattern(vi="Kỳ báo cáo nêu", en="Told by")
RATE_CHANGE = Pattern(vi="Tăng, giảm (điểm %)", en="Change (points)")
COUNT_CHANGE = Pattern(vi="Tăng, giảm (hộ)", en="Change")
STANDARD = Pattern(vi="{label} ({instrument})", en="{label} ({instrument})")
STANDARD_ON_TERRITORY = Pattern(
    vi="{label} ({instrument}), theo địa giới từ ngày {date}", en="{label} ({instrument}), territory since {date}"
)
DATE_OF_VINTAGE = Pattern(vi="{date} ({vintage})", en="{date} ({vintage})")
FROM_REPORTS = Pattern(
    vi="Nguồn: số liệu chính của các báo cáo đã lập.", en="Source: headline figures of the finished reports."
)
CHANGE_NOTE = Pattern(
    vi="Tăng, giảm: chênh lệch của chỉ tiêu ở cột liền trước so với lần rà soát liền trước có trong biểu, cùng chuẩn "
    "nghèo và cùng địa giới.",
    en="Changes are those of the column before, since the review before it in the table, under the same standard and "
    "on the same territory.",
)
DIFFER_NOTE = Pattern(
    vi="Dấu “≠”: các báo cáo nêu khác nhau, xem phần II; không tính tăng, giảm từ các số liệu đó.",
    en="“≠”: told differently by the reports, see chapter II; no change is computed from such figures.",
)
BREAK_STANDARD = Pattern(
    vi="Từ ngày {date} áp dụng chuẩn nghèo khác ({label}, {instrument}): số liệu trước và sau không so sánh được với "
    "nhau, không tính mức tăng, giảm.",
    en="From {date} another poverty standard applies ({label}, {instrument}): figures before and after it cannot be "
    "compared, and no change is computed.",
)
BREAK_BOUNDARY = Pattern(
    vi="Từ ngày {date} địa giới thay đổi ({instrument}): số liệu trước và sau không so sánh được với nhau, không tính "
    "mức tăng, giảm.",
    en="From {date} the territory is another one ({instrument}): figures before and after it cannot be compared, and "
    "no change is computed.",
)
BREAK_BOUNDARY_UNNAMED = Pattern(
    vi="Từ ngày {date} địa giới thay đổi: số liệu trước và sau không so sánh được với nhau, không tính mức tăng, giảm.",
    en="From {date} the territory is another one: figures before and after it cannot be compared, and no change is "
    "computed.",
)
BREAK_STANDARD_SHORT = Pattern(vi="Đổi chuẩn nghèo từ {date}", en="Another standard from {date}")
BREAK_BOUNDARY_SHORT = Pattern(vi="Đổi địa giới từ {date}", en="Another territory from {date}")

CHART = Pattern(vi="{label} của {place} qua các lần rà soát", en="{label} of {place} by review")
CHART_TOLD = Pattern(vi="{title}: {points}. {breaks}", en="{title}: {points}. {breaks}")
POINT_TOLD = Pattern(vi="{date} ({standard}) {number}", en="{date} ({standard}) {number}")
NO_BREAK = Pattern(vi="Chuỗi không bị ngắt.", en="The series is unbroken.")
SINGLE = Pattern(
    vi="Chỉ có một thời điểm có số liệu nên không vẽ biểu đồ.", en="There is one date with figures: no chart is drawn."
)

# --- what is to be checked ------------------------------------------------------------------------------------------

CHECKS = Pattern(vi="SỐ LIỆU CẦN XÁC MINH", en="FIGURES TO BE CHECKED")
AGREE = Pattern(
    vi="Các báo cáo cùng nêu một kết quả rà soát đều nêu số liệu như nhau.",
    en="Reports that tell the same review tell the same figures.",
)
DIFFER = Pattern(
    vi="{label} ngày {date} được các báo cáo nêu khác nhau: {told}. Đề nghị xác minh.",
    en="{label} on {date} is told differently by the reports: {told}. To be checked.",
)
TOLD_IN = Pattern(vi="{number} ({periods})", en="{number} ({periods})")
NOT_EQUAL = " ≠ "
REPLACED = Pattern(
    vi="Ngày {date}, dùng số {vintage}; số công bố trước đó đã được thay thế và không vẽ: {told}.",
    en="On {date} the {vintage} figures stand; what was published before is replaced and not drawn: {told}.",
)
REPLACED_FIGURE = Pattern(vi="{label} {number} ({vintage})", en="{label} {number} ({vintage})")

# --- the statistics office -----------------------------------------------------------------------------------------

STATISTICS = Pattern(
    vi="SỐ LIỆU CỦA CƠ QUAN THỐNG KÊ (CHỈ TIÊU KHÁC)", en="FIGURES OF THE STATISTICS OFFICE (ANOTHER MEASURE)"
)
ANOTHER_MEASURE = Pattern(
    vi="Số liệu dưới đây không phải kết quả rà soát. {definition} Vì vậy không cộng, trừ, so sánh trực tiếp với tỷ lệ "
    "hộ nghèo nêu ở phần trên.",
    en="What follows is no result of a review. {definition} It is therefore never added to, subtracted from or set "
    "against the poverty rate above.",
)
OF_PROVINCE = Pattern(
    vi="Cơ quan thống kê không công bố chỉ tiêu này riêng cho {place}; số liệu nêu là của {province}, của "
    "vùng và cả nước.",
    en="The statistics office publishes no such figure for {place} alone; those of {province}, its region and the "
    "country are shown.",
)
NO_STATISTICS = Pattern(
    vi="Gốc số liệu không có số liệu của cơ quan thống kê cho {place}.",
    en="The data root holds no figures of the statistics office for {place}.",
)
REGION = Pattern(vi="vùng {name}", en="{name}")
YEAR = Pattern(vi="Năm", en="Year")
PRELIMINARY_YEAR = Pattern(vi="{year} (sơ bộ)", en="{year} (preliminary)")
STATISTICS_CHART = Pattern(
    vi="{label} của {places}, theo điều tra của cơ quan thống kê",
    en="{label} of {places}, by the statistics office’s survey",
)
STATISTICS_TABLE = Pattern(vi="{label} theo năm, số liệu của cơ quan thống kê", en="{label} by year, statistics office")
OTHER_STATISTICS = Pattern(
    vi="Dân số, thu nhập và bất bình đẳng thu nhập theo năm, số liệu của cơ quan thống kê",
    en="Population, income and income inequality by year, statistics office",
)
FROM_STATISTICS = Pattern(
    vi="Nguồn: Tổng cục Thống kê, bảng số liệu lấy ngày {date}.",
    en="Source: General Statistics Office of Viet Nam, tables taken on {date}.",
)
SERIES_BREAK = Pattern(
    vi="{note}; không tính mức tăng, giảm qua năm đó.", en="{note}; no change is computed across that year."
)
UNVERIFIED = Pattern(
    vi="{note} (chưa đối chiếu với văn bản của cơ quan thống kê); không tính mức tăng, giảm qua năm đó.",
    en="{note} (not compared with a text of the statistics office); no change is computed across that year.",
)
PRELIMINARY_NOTE = Pattern(
    vi="“Sơ bộ”: cơ quan thống kê công bố là số sơ bộ.", en="“Preliminary”: so published by the statistics office."
)
NO_FIGURE_NOTE = Pattern(vi="Dấu “…”: không có số liệu.", en="“…”: no figure.")
YEAR_TOLD = Pattern(vi="{year} {number}", en="{year} {number}")
SERIES_TOLD = Pattern(vi="{series}: {points}", en="{series}: {points}")
PEOPLE = Pattern(vi="Dân số trung bình {place} (người)", en="Average population, {place}")
INCOME = Pattern(
    vi="Thu nhập bình quân đầu người một tháng {place}, giá hiện hành (nghìn đồng)",
    en="Monthly income per person, {place}, current prices (thousand VND)",
)
GINI = Pattern(vi="Hệ số GINI {place}", en="GINI index, {place}")
PER_CENT = Pattern(vi="%", en="%")
IN_PER_CENT = Pattern(vi="Đơn vị tính: %", en="In per cent")
STATISTICS_DIFFER = Pattern(
    vi="{label} của {place} năm {year} được hai bảng nêu khác nhau: {told}. Đề nghị xác minh.",
    en="{label} of {place} in {year} is told differently by two tables: {told}. To be checked.",
)

# --- the reports ----------------------------------------------------------------------------------------------------

REPORTS = Pattern(vi="CÁC BÁO CÁO ĐÃ ĐỌC", en="THE REPORTS THAT WERE READ")
REPORTS_TABLE = Pattern(vi="Báo cáo đã lập của {place}", en="Finished reports of {place}")
PERIOD = Pattern(vi="Kỳ báo cáo", en="Period")
CLOSED = Pattern(vi="Ngày chốt số liệu", en="Data closed on")
LEADING = Pattern(vi="Chuẩn nghèo chính", en="Leading standard")
ERRORS = Pattern(vi="Lỗi số liệu", en="Errors")
WARNINGS = Pattern(vi="Cảnh báo", en="Warnings")
PUBLIC = Pattern(vi="công khai", en="public")
PUBLIC_NOTE = Pattern(
    vi="Báo cáo công khai không nêu số lỗi, số cảnh báo.", en="A public report tells no number of findings."
)
PERIOD_OF_KIND = Pattern(vi="{period} ({kind})", en="{period} ({kind})")
UNREAD = Pattern(vi="Các kỳ sau không có trong bản so sánh:", en="These periods take no part in the comparison:")
UNREAD_PERIOD = Pattern(vi="Kỳ {period}: {reason}.", en="Period {period}: {reason}.")
UNKNOWN_STANDARD = Pattern(
    vi="báo cáo theo chuẩn nghèo {standard}, không có trong standards.yml",
    en="its report is under the standard {standard}, which standards.yml does not hold",
)
