"""Câu chữ về các biểu phân tổ: deprivations, groups, ethnicity and causes by ward."""

from poverty_evaluation.evaluation.patterns import Pattern

COUNTS_TITLE = Pattern(vi="{form} (thời điểm {date})", en="{form} ({date})")
RATES_TITLE = Pattern(vi="{form}: tỷ lệ (thời điểm {date})", en="{form}: shares ({date})")
HOUSEHOLDS = Pattern(vi="Đơn vị tính: hộ", en="Unit: households")

TOTAL_HOUSEHOLDS = Pattern(vi="Tổng số hộ", en="All households of the class")

# what stands over the columns, by the way they relate to the total
PARTITION = Pattern(vi="Chia ra", en="Divided into")
OVERLAPPING = Pattern(vi="Trong đó", en="Of these")
ANSWERS = Pattern(vi="Trong đó, số hộ nêu nguyên nhân", en="Of these, households that name the cause")
SHARES = Pattern(vi="Tỷ lệ so với tổng số hộ của biểu (%)", en="Share of the class (%)")

OVERLAPPING_NOTE = Pattern(
    vi="Một hộ có thể thuộc nhiều nhóm và được tính ở nhiều cột; cộng các cột có thể lớn hơn tổng số.",
    en="A household may belong to several groups and count in several columns; they may add up to more than the total.",
)
ANSWERS_NOTE = Pattern(
    vi="Một hộ có thể nêu nhiều nguyên nhân; cộng các cột có thể lớn hơn tổng số.",
    en="A household may name several causes; the columns may add up to more than the total.",
)
SHARE_NOTE = Pattern(
    vi="Tỷ lệ tính trên tổng số hộ của biểu, không phải trên tổng số hộ dân cư.",
    en="Shares are of the households of this class, not of all households.",
)

SOURCE = Pattern(vi="Nguồn: kết quả rà soát.", en="Source: reviews.")
SOURCE_FORM = Pattern(vi="Nguồn: kết quả rà soát ({form}).", en="Source: reviews ({form}).")
