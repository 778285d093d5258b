"""Câu chữ của các biểu đồ: titles, series, units and the texts that stand for a picture."""

from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.vocabulary.choices import Qualifier

REVIEWS = Pattern(vi="{count} và {rate} của {place}", en="{count} and {rate} of {place}")
POOR_HOUSEHOLDS = Pattern(vi="Hộ nghèo", en="Poor households")
POVERTY_RATIO = Pattern(vi="Tỷ lệ hộ nghèo", en="Poverty rate")
COUNT_AND_PER_CENT = Pattern(vi="{unit}; %", en="{unit}; %")
REVIEWS_TOLD = Pattern(vi="{count} và {rate} theo thời điểm: {points}.", en="{count} and {rate} by date: {points}.")
REVIEW_TOLD = Pattern(vi="{date}: {count} {unit}, {rate}", en="{date}: {count} {unit}, {rate}")
STANDARDS_DIFFER = Pattern(
    vi="Các cột theo chuẩn nghèo khác nhau không so sánh trực tiếp được với nhau.",
    en="Bars under different poverty standards cannot be compared with one another.",
)
OTHER_STANDARDS_DIFFER = Pattern(
    vi="Các cột theo chuẩn khác nhau không so sánh trực tiếp được với nhau.",
    en="Bars under different standards cannot be compared with one another.",
)
FROM_REVIEWS = Pattern(vi="Nguồn: kết quả rà soát hộ nghèo.", en="Source: reviews of poor households.")
FROM_OTHER_REVIEWS = Pattern(vi="Nguồn: kết quả rà soát.", en="Source: reviews.")

MONEY = Pattern(vi="Kinh phí hỗ trợ theo chính sách và theo tổ chức", en="Support by measure and by organisation")
MEASURES = Pattern(vi="Chính sách, chương trình", en="Measures")
ORGANISATIONS = Pattern(vi="Các tổ chức", en="Organisations")
MILLION = Pattern(vi="Triệu đồng", en="Million VND")
TOTALS = Pattern(
    vi="Nguồn: tổng hợp từ số liệu các cơ quan, đơn vị gửi.", en="Source: totals of the figures sent by the offices."
)

BENEFICIARIES = Pattern(vi="Số hộ, số người được hỗ trợ theo đối tượng", en="Households and persons supported by group")
HOUSEHOLDS = Pattern(vi="Hộ", en="Households")
PERSONS = Pattern(vi="Người", en="Persons")
HOUSEHOLDS_AND_PERSONS = Pattern(vi="Hộ, người", en="Households, persons")
COUNTED_MORE_THAN_ONCE = Pattern(
    vi="Tổng hợp theo từng hoạt động; hộ, người được nhiều hỗ trợ tính nhiều lần. Không gồm tập huấn.",
    en="Summed by activity; whoever was helped several times counts several times. Training is not included.",
)

UNIT_COSTS = Pattern(vi="Mức hỗ trợ bình quân trên một hộ, một suất quà", en="Support per household and per gift")
UNIT_COSTS_OF_BASES = Pattern(vi="Mức hỗ trợ bình quân", en="Unit costs")
UNIT_COST_BASE = Pattern(vi="Trên một {unit}", en="Divided by {unit}")
#: The bases of unit costs that are drawn unless an outline names others.
UNIT_COST_BASES = {
    "household": Pattern(vi="Trên một hộ", en="Per household"),
    "gift": Pattern(vi="Trên một suất quà", en="Per gift"),
}
COMPUTED = Pattern(
    vi="Nguồn: tính từ số liệu các cơ quan, đơn vị gửi.", en="Source: computed from the figures sent by the offices."
)

DISBURSEMENT = Pattern(vi="Tỷ lệ giải ngân theo dự án", en="Disbursement by component")
UP_TO = Pattern(vi="{title}, lũy kế đến ngày {date}", en="{title} up to {date}")
DISBURSED_RATIO = Pattern(vi="Giải ngân so với kế hoạch vốn", en="Disbursed of the plan")
PER_CENT = Pattern(vi="%", en="%")

#: How a figure that is not exact is told in the text that stands for a picture.
HEDGES = {
    Qualifier.EXACT: Pattern(vi="{number}", en="{number}"),
    Qualifier.LOWER_BOUND: Pattern(vi="ít nhất {number}", en="at least {number}"),
    Qualifier.UPPER_BOUND: Pattern(vi="nhiều nhất {number}", en="at most {number}"),
    Qualifier.ESTIMATE: Pattern(vi="ước {number}", en="an estimated {number}"),
    Qualifier.ESTIMATED_LOWER_BOUND: Pattern(vi="ước ít nhất {number}", en="at least an estimated {number}"),
}
BARS_TOLD = Pattern(vi="{title}: {points}.", en="{title}: {points}.")
BAR_TOLD = Pattern(vi="{category} ({series}) {number}", en="{category} ({series}) {number}")
