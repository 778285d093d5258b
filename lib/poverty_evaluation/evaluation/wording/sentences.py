"""Câu văn về hộ nghèo, hộ cận nghèo: what is said of a class and its change; `sentences.py` chooses which is said."""

from poverty_evaluation.evaluation.patterns import Pattern

# --- one review ---------------------------------------------------------------------------------------------------

LEVEL = Pattern(
    vi="Đến ngày {date}, toàn {place} có {count} {households}{share}.",
    en="On {date} {place} had {count} {households}{share}.",
)
LEVEL_PRELIMINARY = Pattern(
    vi="Theo kết quả rà soát sơ bộ đến ngày {date}, toàn {place} có {count} {households}{share}; số liệu chính thức sẽ "
    "được cập nhật sau khi cấp có thẩm quyền {approve} kết quả rà soát.",
    en="According to the preliminary review of {date}, {place} had {count} {households}{share}; official figures "
    "will follow once the competent authority has {approve} the review.",
)
OPENING_ONLY = Pattern(
    vi="Trong kỳ báo cáo chưa có kết quả rà soát. Theo kết quả rà soát đến ngày {date}{decision}, toàn {place} có "
    "{count} {households}{share}; báo cáo chưa đánh giá biến động {households}.",
    en="No review was held in the period. According to the review of {date}{decision}, {place} had {count} "
    "{households}{share}; the report does not evaluate the change.",
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
BESIDE = Pattern(
    vi="Theo chuẩn nghèo quy định tại {standard}, số {households} tại cùng thời điểm là {count} hộ{share}; hai kết quả "
    "không cộng với nhau.",
    en="Under the poverty standard of {standard} there were {count} {households} on the same day{share}; the two are "
    "not added up.",
)

#: What a decision does with a list, in the words that its subject has.
APPROVE = Pattern(vi="phê duyệt", en="approved")
RECOGNISE = Pattern(vi="công nhận", en="recognised")
DECISION = Pattern(vi=" ({approve} tại {document})", en=" ({approve} by {document})")
UNDER_DECISION = Pattern(vi=" (theo {document})", en=" (under {document})")

# --- two comparable reviews ---------------------------------------------------------------------------------------

FELL = Pattern(
    vi="Đến ngày {date}, số {households} của {place} giảm từ {before} xuống còn {after}, giảm {change} "
    "hộ{points}{per_year}.",
    en="By {date} the number of {households} in {place} fell from {before} to {after}, a fall of {change}"
    "{points}{per_year}.",
)
ROSE = Pattern(
    vi="Đến ngày {date}, toàn {place} có {count} {households}{share}; tăng {change} hộ{points}{per_year}.",
    en="On {date} {place} had {count} {households}{share}; a rise of {change}{points}{per_year}.",
)
UNCHANGED = Pattern(
    vi="Đến ngày {date}, số {households} của {place} là {count} hộ, không thay đổi so với {base}{rate}.",
    en="On {date} {place} had {count} {households}, unchanged from {base}{rate}.",
)

SINCE_START_FELL = Pattern(
    vi="Tính từ đầu giai đoạn, số hộ nghèo giảm từ {before} xuống còn {after} tại ngày {to_date}, giảm {change} "
    "hộ{points}.",
    en="Since the start of the phase the number of poor households has fallen from {before} to {after} on {to_date}, a "
    "fall of {change} households{points}.",
)
SINCE_START_ROSE = Pattern(
    vi="Tính từ đầu giai đoạn, số hộ nghèo tăng từ {before} lên {after} tại ngày {to_date}, tăng {change} hộ{points}.",
    en="Since the start of the phase the number of poor households has risen from {before} to {after} on {to_date}, a "
    "rise of {change} households{points}.",
)
SINCE_START_UNCHANGED = Pattern(
    vi="So với đầu giai đoạn (ngày {from_date}), số hộ nghèo không thay đổi, là {count} hộ.",
    en="The number of poor households is the same as at the start of the phase ({from_date}), {count}.",
)

COUNT = Pattern(vi="{count} hộ", en="{count}")
COUNT_AND_RATE = Pattern(vi="{count} hộ ({rate})", en="{count} ({rate})")

#: How the rate moved beside the count, and what both are compared with.
NO_POINTS = Pattern(vi=" so với {base}", en=" compared with {base}")
POINTS_FELL = Pattern(vi=", tương ứng giảm {points} so với {base}", en=", or {points}, compared with {base}")
POINTS_ROSE = Pattern(vi=", tương ứng tăng {points} so với {base}", en=", or {points}, compared with {base}")
POINTS_FELL_BESIDE_RISE = Pattern(
    vi=" so với {base}; {rate_name} giảm {points}",
    en=" compared with {base}; {rate_name}, however, fell by {points}",
)
POINTS_ROSE_BESIDE_FALL = Pattern(
    vi=" so với {base}; {rate_name} tăng {points}",
    en=" compared with {base}; {rate_name}, however, rose by {points}",
)
POINTS_UNCHANGED = Pattern(
    vi=" so với {base}; {rate_name} không thay đổi", en=" compared with {base}; {rate_name} did not change"
)
PER_YEAR_FELL = Pattern(vi="; bình quân mỗi năm giảm {points}", en="; on average a fall of {points} per year")
PER_YEAR_ROSE = Pattern(vi="; bình quân mỗi năm tăng {points}", en="; on average a rise of {points} per year")

RATE_STAYS = Pattern(vi="; {rate_name} giữ ở mức {rate}", en="; {rate_name} stays at {rate}")
RATE_FELL = Pattern(vi="; {rate_name} giảm {points}{why}", en="; {rate_name} fell by {points}{why}")
RATE_ROSE = Pattern(vi="; {rate_name} tăng {points}{why}", en="; {rate_name} rose by {points}{why}")
ALL_HOUSEHOLDS_ROSE = Pattern(
    vi=" do tổng số hộ dân cư tăng {change} hộ", en=" because there were {change} more households"
)
ALL_HOUSEHOLDS_FELL = Pattern(
    vi=" do tổng số hộ dân cư giảm {change} hộ", en=" because there were {change} fewer households"
)

RELATIVE_FELL = Pattern(
    vi="So với đầu kỳ, số {households} giảm {rate}.",
    en="Against the opening count the number of {households} fell by {rate}.",
)
RELATIVE_ROSE = Pattern(
    vi="So với đầu kỳ, số {households} tăng {rate}.",
    en="Against the opening count the number of {households} rose by {rate}.",
)

EFFECTS = Pattern(vi="Xét riêng từng yếu tố, {rate}; {households}.", en="Taken apart, {rate}; {households}.")
RATE_EFFECT_FELL = Pattern(
    vi="{rate_name} giảm làm giảm {count} {households}",
    en="the fall of {rate_name} accounts for {count} fewer {households}",
)
RATE_EFFECT_ROSE = Pattern(
    vi="{rate_name} tăng làm tăng {count} {households}",
    en="the rise of {rate_name} accounts for {count} more {households}",
)
HOUSEHOLDS_EFFECT_FELL = Pattern(
    vi="tổng số hộ dân cư giảm làm giảm {count} {households}",
    en="the fall in all households for {count} fewer {households}",
)
HOUSEHOLDS_EFFECT_ROSE = Pattern(
    vi="tổng số hộ dân cư tăng làm tăng {count} {households}",
    en="the rise in all households for {count} more {households}",
)

BOUNDS = Pattern(
    vi="Do chưa có số liệu tổng số hộ dân cư, {rate_name} được nêu theo số đã công bố, tương ứng với tổng số hộ "
    "{ranges}.",
    en="The number of all households was not sent, so {rate_name} stands as published; it corresponds to {ranges}.",
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
    vi="Kết quả rà soát ngày {from_date} và ngày {to_date} không cùng căn cứ; không so sánh trực tiếp số {households} "
    "và {rate_name} giữa hai thời điểm.",
    en="The reviews of {from_date} and {to_date} do not rest on the same basis; the number of "
    "{households} and {rate_name} are not compared between the two.",
)
NO_DATA = Pattern(
    vi="Đến thời điểm báo cáo, chưa có số liệu về {what}; báo cáo chưa đánh giá nội dung này.",
    en="At the time of reporting there are no figures on {what}; the report does not evaluate this.",
)
NO_DATA_FROM = Pattern(
    vi="Đến thời điểm báo cáo, {office} chưa cung cấp số liệu về {what}; báo cáo chưa đánh giá nội dung này.",
    en="At the time of reporting the {office} has sent no figures on {what}; the report does not evaluate this.",
)
NO_TEXT = Pattern(
    vi="Đến thời điểm báo cáo, chưa có thông tin về {what}; báo cáo chưa đề cập nội dung này.",
    en="At the time of reporting nothing had been sent on {what}; the report does not cover this.",
)
NOT_APPLICABLE = Pattern(
    vi="{place} không thuộc đối tượng thực hiện {components}.", en="{place} is not eligible for {components}."
)
COMPONENTS_WITHOUT_DATA = Pattern(
    vi="Đến thời điểm báo cáo, chưa có số liệu về {components}; báo cáo chưa đánh giá nội dung này.",
    en="At the time of reporting there are no figures on {components}; the report does not evaluate it.",
)
ALL_COMPONENTS_WITHOUT_DATA = Pattern(
    vi="Đến thời điểm báo cáo, chưa có số liệu về {components}; báo cáo chưa đánh giá các nội dung này.",
    en="At the time of reporting there are no figures on {components}; the report does not evaluate them.",
)
COMPONENT = Pattern(vi="{short} ({name})", en="{short} ({name})")
THE_REVIEW = Pattern(vi="kết quả rà soát {households}", en="the review of {households}")
THE_CHANGE = Pattern(vi="biến động số {households}", en="the change in {households}")
THE_ACTIVITIES = Pattern(vi="kết quả hoạt động giảm nghèo", en="its activities")
AND = Pattern(vi="{others} và {last}", en="{others} and {last}")
AND_BETWEEN = Pattern(vi=" và ", en=" and ")
