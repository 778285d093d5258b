"""Câu chữ của các biểu theo xã, phường và của biểu qua các năm."""

from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.reference import Area

WARDS = Pattern(
    vi="Kết quả rà soát hộ nghèo, hộ cận nghèo theo đơn vị hành chính ngày {date}",
    en="Poor and near-poor households by place on {date}",
)
MOVEMENTS_OF_POOR = Pattern(
    vi="Diễn biến hộ nghèo theo đơn vị hành chính đến ngày {date}", en="Movements of poor households by place to {date}"
)
MOVEMENTS_OF_NEAR_POOR = Pattern(
    vi="Diễn biến hộ cận nghèo theo đơn vị hành chính đến ngày {date}",
    en="Movements of near-poor households by place to {date}",
)
PLACE = Pattern(vi="Đơn vị hành chính", en="Place")
WHOLE = Pattern(vi="Tổng số", en="Total")
AREAS = {
    Area.URBAN: Pattern(vi="Khu vực thành thị", en="Urban areas"),
    Area.RURAL: Pattern(vi="Khu vực nông thôn", en="Rural areas"),
}
IN_HOUSEHOLDS = Pattern(vi="Đơn vị tính: hộ", en="In households")
ADDED_UP_NOTE = Pattern(
    vi="Dòng “Tổng số” được cộng từ các đơn vị vì không có số liệu chung của {place}.",
    en="The total is added up of the places because {place} sent none of its own.",
)
STANDARD_NOTE = Pattern(
    vi="Rà soát theo chuẩn nghèo quy định tại {standard}.", en="Reviewed under the poverty standard of {standard}."
)

# --- movements ----------------------------------------------------------------------------------------------------

OPENING = Pattern(vi="Đầu kỳ", en="Opening")
ESCAPED = Pattern(vi="Thoát nghèo", en="Escaped")
NEAR_POOR_ESCAPED = Pattern(vi="Thoát cận nghèo", en="Escaped")
TO_POOR = Pattern(vi="Trở thành hộ nghèo", en="Became poor")
OTHER_EXIT = Pattern(vi="Khác giảm", en="Other exits")
RELAPSED = Pattern(vi="Tái nghèo", en="Fell back")
NEAR_POOR_RELAPSED = Pattern(vi="Tái cận nghèo", en="Fell back")
NEW = Pattern(vi="Phát sinh mới", en="New")
FROM_NEAR_POOR = Pattern(vi="Từ hộ cận nghèo", en="From near-poor")
FROM_POOR = Pattern(vi="Từ hộ nghèo", en="From poor")
OTHER_ENTRY = Pattern(vi="Khác tăng", en="Other entries")
CLOSING = Pattern(vi="Cuối kỳ", en="Closing")

# --- years --------------------------------------------------------------------------------------------------------

BY_YEAR = Pattern(vi="Tỷ lệ hộ nghèo qua các năm", en="Poverty rate by year")
YEAR = Pattern(vi="Năm", en="Year")
CHANGE_OF_COUNT = Pattern(
    vi="Tăng (+), giảm (-) so với năm trước (hộ)", en="Change against the year before (households)"
)
CHANGE_OF_RATE = Pattern(
    vi="Tăng (+), giảm (-) so với năm trước (điểm %)", en="Change against the year before (points)"
)
NOT_COMPARED_NOTE = Pattern(
    vi="Dấu “x”: không tính chênh lệch vì hai năm áp dụng chuẩn nghèo khác nhau hoặc địa giới thay đổi.",
    en="“x”: no difference is computed, because the two years are under different standards or boundaries.",
)

# --- chart --------------------------------------------------------------------------------------------------------

RATES = Pattern(vi="Tỷ lệ hộ nghèo theo đơn vị hành chính ngày {date}", en="Poverty rate by place on {date}")
OF_PLACES = Pattern(vi="Từng đơn vị", en="Each place")
OF_WHOLE = Pattern(vi="Toàn địa phương", en="The whole")
RATE_TOLD = Pattern(vi="{place} {rate}", en="{place} {rate}")
PER_CENT = Pattern(vi="Tỷ lệ hộ nghèo (%)", en="Poverty rate (%)")
