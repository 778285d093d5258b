"""Câu chữ của biểu tập huấn, truyền thông, kiểm tra, giám sát."""

from poverty_evaluation.evaluation.patterns import Pattern

TRAINING = Pattern(
    vi="Kết quả tập huấn, truyền thông, kiểm tra, giám sát", en="Training, communication and inspection"
)  # fmt: skip
ACTIVITY = Pattern(vi="Hoạt động", en="Activity")
QUANTITY = Pattern(vi="Số lớp, cuộc, tin bài", en="Classes, sessions, items")
PARTICIPANTS = Pattern(vi="Số người, lượt người", en="Participants")
MONEY = Pattern(vi="Kinh phí", en="Money")
TOTAL_NOTE = Pattern(
    vi="Số của từng nhóm cộng riêng theo đơn vị tính; số người và số lượt người không cộng với nhau.",
    en="The figures of a group are added up unit by unit; people and occurrences are not added to each other.",
)
