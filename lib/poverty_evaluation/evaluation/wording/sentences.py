"""Câu văn về hộ nghèo: what is said of poverty and its change. Which sentence is said is chosen in `sentences.py`."""

from poverty_evaluation.evaluation.patterns import Pattern

# --- one review ---------------------------------------------------------------------------------------------------

LEVEL = Pattern(
    vi="Đến ngày {date}, toàn {place} có {count} hộ nghèo{share}.",
    en="On {date} {place} had {count} poor households{share}.",
)
LEVEL_PRELIMINARY = Pattern(
    vi="Theo kết quả rà soát sơ bộ đến ngày {date}, toàn {place} có {count} hộ nghèo{share}; số liệu chính thức sẽ "
    "được cập nhật sau khi cấp có thẩm quyền công nhận kết quả rà soát.",
    en="According to the preliminary review of {date}, {place} had {count} poor households{share}; official figures "
    "will follow once the competent authority has recognised the review.",
)
OPENING_ONLY = Pattern(
    vi="Trong kỳ báo cáo chưa có kết quả rà soát. Theo kết quả rà soát đến ngày {date}{decision}, toàn {place} có "
    "{count} hộ nghèo{share}; báo cáo chưa đánh giá biến động hộ nghèo.",
    en="No review was held in the period. According to the review of {date}{decision}, {place} had {count} poor "
    "households{share}; the report does not evaluate the change.",
)
MANAGED = Pattern(
    vi="Tính đến ngày {date}, số hộ nghèo đang quản lý là {count} hộ{changes}.",
    en="On {date} there were {count} poor households on the list{changes}.",
)
MANAGED_NEAR_POOR = Pattern(
    vi="Tính đến ngày {date}, số hộ cận nghèo đang quản lý là {count} hộ{changes}.",
    en="On {date} there were {count} near-poor households on the list{changes}.",
)
MANAGED_CHANGES = Pattern(vi=" (sau khi {changes} kể từ lần rà soát trước)", en=" (since the last review {changes})")
ADDED = Pattern(vi="bổ sung {count} hộ", en="{count} were added")
REMOVED = Pattern(vi="đưa ra khỏi danh sách {count} hộ", en="{count} were taken off")
SHARE = Pattern(vi=", chiếm {rate} tổng số hộ dân cư", en=", or {rate} of all households")
DECISION = Pattern(vi=" (phê duyệt tại {document})", en=" (approved by {document})")

# --- two comparable reviews ---------------------------------------------------------------------------------------

FELL = Pattern(
    vi="Từ ngày {from_date} đến ngày {to_date}, số hộ nghèo của {place} giảm từ {before} xuống còn {after}, giảm "
    "{change} hộ{points}{per_year}.",
    en="From {from_date} to {to_date} the number of poor households in {place} fell from {before} to {after}, a fall "
    "of {change} households{points}{per_year}.",
)
ROSE = Pattern(
    vi="Từ ngày {from_date} đến ngày {to_date}, số hộ nghèo của {place} tăng từ {before} lên {after}, tăng {change} "
    "hộ{points}{per_year}.",
    en="From {from_date} to {to_date} the number of poor households in {place} rose from {before} to {after}, a rise "
    "of {change} households{points}{per_year}.",
)
UNCHANGED = Pattern(
    vi="Đến ngày {to_date}, số hộ nghèo của {place} là {count} hộ, không thay đổi so với ngày {from_date}{rate}.",
    en="On {to_date} {place} had {count} poor households, as many as on {from_date}{rate}.",
)

COUNT = Pattern(vi="{count} hộ", en="{count}")
COUNT_AND_RATE = Pattern(vi="{count} hộ ({rate})", en="{count} ({rate})")

POINTS_FELL = Pattern(vi=", tương ứng giảm {points}", en=", equal to a fall of {points}")
POINTS_ROSE = Pattern(vi=", tương ứng tăng {points}", en=", equal to a rise of {points}")
POINTS_FELL_BESIDE_RISE = Pattern(
    vi="; tỷ lệ hộ nghèo giảm {points}", en="; the poverty rate, however, fell by {points}"
)
POINTS_ROSE_BESIDE_FALL = Pattern(
    vi="; tỷ lệ hộ nghèo tăng {points}", en="; the poverty rate, however, rose by {points}"
)
POINTS_UNCHANGED = Pattern(vi="; tỷ lệ hộ nghèo không thay đổi", en="; the poverty rate did not change")
PER_YEAR_FELL = Pattern(vi="; bình quân mỗi năm giảm {points}", en="; on average a fall of {points} per year")
PER_YEAR_ROSE = Pattern(vi="; bình quân mỗi năm tăng {points}", en="; on average a rise of {points} per year")

RATE_STAYS = Pattern(vi="; tỷ lệ hộ nghèo giữ ở mức {rate}", en="; the poverty rate stays at {rate}")
RATE_FELL = Pattern(vi="; tỷ lệ hộ nghèo giảm {points}{why}", en="; the poverty rate fell by {points}{why}")
RATE_ROSE = Pattern(vi="; tỷ lệ hộ nghèo tăng {points}{why}", en="; the poverty rate rose by {points}{why}")
HOUSEHOLDS_ROSE = Pattern(
    vi=" do tổng số hộ dân cư tăng từ {before} hộ lên {after} hộ",
    en=" because the number of households rose from {before} to {after}",
)
HOUSEHOLDS_FELL = Pattern(
    vi=" do tổng số hộ dân cư giảm từ {before} hộ xuống còn {after} hộ",
    en=" because the number of households fell from {before} to {after}",
)

RELATIVE_FELL = Pattern(
    vi="So với đầu kỳ, số hộ nghèo giảm {rate}.", en="Against the opening count this is a fall of {rate}."
)
RELATIVE_ROSE = Pattern(
    vi="So với đầu kỳ, số hộ nghèo tăng {rate}.", en="Against the opening count this is a rise of {rate}."
)

MOVEMENTS = Pattern(vi="Trong kỳ có {movements}.", en="In the period there were {movements}.")
ESCAPED = Pattern(vi="{count} hộ thoát nghèo", en="{count} households that escaped poverty")
RELAPSED = Pattern(vi="{count} hộ tái nghèo", en="{count} that fell back into poverty")
NEWLY_POOR = Pattern(vi="{count} hộ nghèo phát sinh mới", en="{count} newly poor ones")

EFFECTS = Pattern(vi="Xét riêng từng yếu tố, {rate}; {households}.", en="Taken apart, {rate}; {households}.")
RATE_EFFECT_FELL = Pattern(
    vi="tỷ lệ hộ nghèo giảm làm số hộ nghèo giảm {count} hộ",
    en="the lower poverty rate accounts for a fall of {count} households",
)
RATE_EFFECT_ROSE = Pattern(
    vi="tỷ lệ hộ nghèo tăng làm số hộ nghèo tăng {count} hộ",
    en="the higher poverty rate accounts for a rise of {count} households",
)
HOUSEHOLDS_EFFECT_FELL = Pattern(
    vi="tổng số hộ dân cư giảm làm số hộ nghèo giảm {count} hộ",
    en="the smaller number of households for a fall of {count}",
)
HOUSEHOLDS_EFFECT_ROSE = Pattern(
    vi="tổng số hộ dân cư tăng làm số hộ nghèo tăng {count} hộ",
    en="the larger number of households for a rise of {count}",
)

BOUNDS = Pattern(
    vi="Tổng số hộ dân cư không được gửi kèm nên tỷ lệ hộ nghèo giữ nguyên như đã công bố, tương ứng với "
    "tổng số hộ {ranges}.",
    en="The number of all households was not sent, so the poverty rate stands as published; it corresponds to "
    "{ranges}.",
)
BOUND = Pattern(vi="từ {low} đến {high} hộ tại ngày {date}", en="between {low} and {high} households on {date}")

# --- the shortest telling, for the chapter that sums up -----------------------------------------------------------

HEADLINE_FELL = Pattern(
    vi="Tỷ lệ hộ nghèo giảm từ {before} xuống còn {after}.", en="The poverty rate fell from {before} to {after}."
)
HEADLINE_ROSE = Pattern(
    vi="Tỷ lệ hộ nghèo tăng từ {before} lên {after}.", en="The poverty rate rose from {before} to {after}."
)
HEADLINE_UNCHANGED = Pattern(vi="Tỷ lệ hộ nghèo giữ ở mức {after}.", en="The poverty rate stays at {after}.")

# --- what cannot be said ------------------------------------------------------------------------------------------

NOT_COMPARABLE = Pattern(
    vi="Kết quả rà soát ngày {from_date} và ngày {to_date} không cùng căn cứ; không so sánh trực tiếp số hộ nghèo và "
    "tỷ lệ hộ nghèo giữa hai thời điểm.",
    en="The reviews of {from_date} and {to_date} do not rest on the same basis; poor households and rates of the two "
    "are not compared.",
)
NO_DATA = Pattern(
    vi="Đến thời điểm báo cáo, chưa có số liệu về {what}; báo cáo chưa đánh giá nội dung này.",
    en="At the time of reporting there are no figures on {what}; the report does not evaluate it.",
)
NO_DATA_FROM = Pattern(
    vi="Đến thời điểm báo cáo, {office} chưa cung cấp số liệu về {what}; báo cáo chưa đánh giá nội dung này.",
    en="At the time of reporting the {office} has sent no figures on {what}; the report does not evaluate it.",
)
NO_TEXT = Pattern(
    vi="Đến thời điểm báo cáo, chưa có thông tin về {what}; báo cáo chưa đề cập nội dung này.",
    en="At the time of reporting nothing was sent on {what}; the report does not cover it.",
)
NOT_APPLICABLE = Pattern(
    vi="{place} không thuộc đối tượng thực hiện {components}.", en="{place} is not eligible for {components}."
)
COMPONENTS_WITHOUT_DATA = Pattern(
    vi="Đến thời điểm báo cáo, chưa có số liệu về {components}; báo cáo chưa đánh giá nội dung này.",
    en="At the time of reporting there are no figures on {components}; the report does not evaluate it.",
)
COMPONENT = Pattern(vi="{short} ({name})", en="{short} ({name})")
THE_REVIEW = Pattern(vi="kết quả rà soát hộ nghèo", en="the review of poor households")
THE_CHANGE = Pattern(vi="biến động số hộ nghèo", en="the change in poor households")
THE_ACTIVITIES = Pattern(vi="kết quả hoạt động giảm nghèo", en="its activities")
AND = Pattern(vi="{others} và {last}", en="{others} and {last}")
AND_BETWEEN = Pattern(vi=" và ", en=" and ")
