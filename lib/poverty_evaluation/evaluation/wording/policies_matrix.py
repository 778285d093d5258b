"""Câu chữ của ma trận chính sách: headings and remarks of the table of measures."""

from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.reference import Benefit

TITLE = Pattern(
    vi="Ma trận chính sách, hoạt động theo đối tượng và hình thức hỗ trợ",
    en="Measures by beneficiary group and kind of benefit",
)
MEASURE = Pattern(vi="Chính sách, hoạt động", en="Measure")
ENTITLED = Pattern(vi="Đối tượng", en="Beneficiaries")
BENEFIT = Pattern(vi="Hình thức hỗ trợ", en="Kind of benefit")
LEGAL_BASIS = Pattern(vi="Văn bản quy định", en="Legal basis")
ORGANISATIONS = Pattern(vi="Cơ quan chủ trì, thực hiện", en="Organisations")
HOUSEHOLDS = Pattern(vi="Số hộ", en="Households")
PERSONS = Pattern(vi="Số người", en="People")
SUPPORT = Pattern(vi="Kinh phí", en="Support")

BENEFITS = {
    Benefit.CASH: Pattern(vi="Tiền", en="Cash"),
    Benefit.IN_KIND: Pattern(vi="Hiện vật", en="In kind"),
    Benefit.CREDIT: Pattern(vi="Tín dụng", en="Credit"),
    Benefit.SERVICE: Pattern(vi="Dịch vụ", en="Service"),
    Benefit.TRAINING: Pattern(vi="Tập huấn", en="Training"),
    Benefit.INFORMATION: Pattern(vi="Thông tin", en="Information"),
}

NO_RESULT = Pattern(vi="chưa có kết quả trong kỳ", en="no result told in the period")
OCCURRENCES = Pattern(vi="{count} lượt", en="occurrences: {count}")
AND_OTHERS = Pattern(vi="và nội dung khác", en="and others")
COUNTS_NOTE = Pattern(
    vi="Số hộ, số người cộng từ những hoạt động có nêu; một hộ, một người được nhiều hỗ trợ tính nhiều lần.",
    en="Households and people are added up from the activities that tell them; who is supported twice counts twice.",
)
MONEY_NOTE = Pattern(
    vi="Kinh phí gồm hỗ trợ không hoàn lại, hiện vật quy tiền và tiền huy động; vốn vay nêu tại cột ghi chú, không "
    "cộng vào tổng.",
    en="Support is grants, aid in kind and money mobilised; loans stand in the last column and are not added.",
)
FROM_LISTS = Pattern(
    vi="Nguồn: danh mục chính sách; tổng hợp từ số liệu các cơ quan, đơn vị gửi.",
    en="Source: the list of measures; totals of the figures sent by the offices.",
)
