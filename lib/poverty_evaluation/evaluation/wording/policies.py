"""Câu chữ của biểu kết quả thực hiện chính sách."""

from poverty_evaluation.evaluation.patterns import Pattern

POLICIES = Pattern(vi="Kết quả thực hiện các chính sách giảm nghèo", en="Results of the poverty-reduction policies")
POLICY = Pattern(vi="Chính sách", en="Policy")
LEGAL_BASIS = Pattern(vi="Văn bản quy định", en="Legal basis")
UNIT = Pattern(vi="ĐVT", en="Unit")
QUANTITY = Pattern(vi="Số hộ, số người, số lượt trong kỳ", en="Reached in the period")
MONEY = Pattern(vi="Kinh phí trong kỳ", en="Support in the period")
LOANS = Pattern(vi="Vốn cho vay trong kỳ", en="Loans disbursed in the period")
QUANTITY_SINCE_START = Pattern(vi="Số lượng lũy kế từ đầu giai đoạn", en="Reached since the start of the phase")
MONEY_SINCE_START = Pattern(vi="Kinh phí lũy kế từ đầu giai đoạn", en="Support since the start of the phase")
LOANS_SINCE_START = Pattern(vi="Vốn cho vay lũy kế từ đầu giai đoạn", en="Loans since the start of the phase")
PERIOD_HEAD = Pattern(vi="Trong kỳ", en="In the period")
SINCE_START_HEAD = Pattern(vi="Lũy kế từ đầu giai đoạn", en="Since the start of the phase")
QUANTITY_SHORT = Pattern(vi="Số hộ, số người, số lượt", en="Reached")
MONEY_SHORT = Pattern(vi="Kinh phí", en="Support")
LOANS_SHORT = Pattern(vi="Vốn cho vay", en="Loans disbursed")
AGENCY = Pattern(vi="Cơ quan chủ trì", en="In charge")
TOTAL_NOTE = Pattern(
    vi="Tổng số là kinh phí hỗ trợ, không gồm vốn vay. Số hộ, số người, số lượt không cộng giữa các chính sách vì một "
    "đối tượng có thể được hưởng nhiều chính sách.",
    en="Totals are support without loans. Households, people and occurrences are not added over policies, since one "
    "may have several of them.",
)
SINCE_START_NOTE = Pattern(
    vi="Số liệu ghi ở cột lũy kế là số đơn vị báo cáo cộng dồn từ đầu giai đoạn, không cộng với số trong kỳ.",
    en="Figures told since the start of the phase are not added to those of the period.",
)
