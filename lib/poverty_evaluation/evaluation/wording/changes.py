"""Câu văn về một chỉ tiêu bất kỳ: what is said of an indicator and its change. `changes.py` chooses the sentence."""

from poverty_evaluation.evaluation.patterns import Pattern

LEVEL = Pattern(
    vi="Đến ngày {date}, {name} của {place} là {value}.",
    en="{place}, {date}: {name} {value}.",
)
LEVEL_NOT_COMPARABLE = Pattern(
    vi="Đến ngày {date}, {name} của {place} là {value}; không so sánh với lần rà soát trước vì không cùng căn cứ.",
    en="{place}, {date}: {name} {value}; not compared with the review before, which rests on another basis.",
)
FELL = Pattern(
    vi="Từ ngày {from_date} đến ngày {to_date}, {name} của {place} giảm từ {before} xuống còn {after}, giảm {change}.",
    en="{place}, {from_date} to {to_date}: {name} fell from {before} to {after}, a fall of {change}.",
)
ROSE = Pattern(
    vi="Từ ngày {from_date} đến ngày {to_date}, {name} của {place} tăng từ {before} lên {after}, tăng {change}.",
    en="{place}, {from_date} to {to_date}: {name} rose from {before} to {after}, a rise of {change}.",
)
UNCHANGED = Pattern(
    vi="Đến ngày {to_date}, {name} của {place} là {value}, không thay đổi so với ngày {from_date}.",
    en="{place}, {to_date}: {name} {value}, as on {from_date}.",
)
VALUE = Pattern(vi="{number}{unit}", en="{number}{unit}")
