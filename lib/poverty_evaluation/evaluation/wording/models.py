"""Câu chữ của biểu mô hình, dự án sinh kế."""

from poverty_evaluation.evaluation.patterns import Pattern

MODELS = Pattern(vi="Kết quả thực hiện mô hình, dự án sinh kế", en="Livelihood models and projects")
MODEL = Pattern(vi="Mô hình, dự án", en="Model")
PLACE = Pattern(vi="Địa điểm", en="Place")
QUANTITY = Pattern(vi="Quy mô", en="Size")
HOUSEHOLDS = Pattern(vi="Số hộ tham gia (hộ)", en="Households")
POOR = Pattern(vi="Trong đó hộ nghèo", en="Of which poor")
NEAR_POOR = Pattern(vi="Trong đó hộ cận nghèo", en="Of which near-poor")
NEWLY_ESCAPED = Pattern(vi="Trong đó hộ mới thoát nghèo", en="Of which newly escaped")
HOUSEHOLDS_HEAD = Pattern(vi="Số hộ tham gia (hộ)", en="Households")
POOR_SHORT = Pattern(vi="Hộ nghèo", en="Poor")
NEAR_POOR_SHORT = Pattern(vi="Hộ cận nghèo", en="Near-poor")
NEWLY_ESCAPED_SHORT = Pattern(vi="Hộ mới thoát nghèo", en="Newly escaped")
TOTAL_NOTE = Pattern(
    vi="Tổng số không cộng khoản “trong đó”; một hộ tham gia nhiều mô hình được tính nhiều lần.",
    en="Parts are not added to the total; a household in several models counts several times.",
)
