"""Câu chữ so sánh: with the plan, with the same period a year before, with the target."""

from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.vocabulary.choices import Realisation

# --- beside an activity -------------------------------------------------------------------------------------------

OF_PLAN = {
    Realisation.ACTUAL: Pattern(vi="đạt {ratio} kế hoạch", en="{ratio} of the plan"),
    Realisation.EXPECTED: Pattern(vi="ước đạt {ratio} kế hoạch", en="expected: {ratio} of the plan"),
}
OF_YEAR_BEFORE = {
    Realisation.ACTUAL: Pattern(vi="bằng {ratio} cùng kỳ năm trước", en="{ratio} of the same period a year before"),
    Realisation.EXPECTED: Pattern(
        vi="ước bằng {ratio} cùng kỳ năm trước", en="expected: {ratio} of the same period a year before"
    ),
}
BY_ROLE = Pattern(vi="{role}: {said}", en="{role}: {said}")

# --- in sentences -------------------------------------------------------------------------------------------------

THING = Pattern(vi="{name}: {told}.", en="{name}: {told}.")
DONE = Pattern(vi="thực hiện {figure}{compared}", en="{figure} done{compared}")
DONE_UP_TO = Pattern(vi="đến ngày {date} thực hiện {figure}{compared}", en="{figure} done up to {date}{compared}")
AHEAD = Pattern(vi="ước thực hiện {figure}{compared}", en="{figure} expected{compared}")
AHEAD_UP_TO = Pattern(
    vi="ước đến ngày {date} thực hiện {figure}{compared}", en="{figure} expected up to {date}{compared}"
)
SHARE_OF_PLAN = Pattern(vi=", đạt {ratio} kế hoạch", en=", {ratio} of the plan")
SHARE_OF_YEAR_BEFORE = Pattern(
    vi=", bằng {ratio} so với cùng kỳ năm trước", en=", {ratio} of the same period a year before"
)

# --- the table ----------------------------------------------------------------------------------------------------

TITLE = Pattern(
    vi="Kết quả thực hiện các mục tiêu, chỉ tiêu", en="Results against targets, plans and the same period a year before"
)
LABEL = Pattern(vi="Chỉ tiêu", en="Indicator")
UNIT = Pattern(vi="ĐVT", en="Unit")
ASKED = Pattern(vi="Chỉ tiêu giao", en="Target or plan")
YEAR_BEFORE = Pattern(vi="Thực hiện cùng kỳ năm trước", en="Same period a year before")
REACHED = Pattern(vi="Thực hiện kỳ báo cáo", en="This period")
EXPECTED = Pattern(vi="Ước thực hiện", en="Expected")
EXPECTED_OF_YEAR = Pattern(vi="Ước cả năm", en="Expected for the year")
AGAINST_PLAN = Pattern(vi="So với kế hoạch (%)", en="Against the plan (%)")
EXPECTED_AGAINST_PLAN = Pattern(vi="Ước so với kế hoạch (%)", en="Expected against the plan (%)")
AGAINST_YEAR_BEFORE = Pattern(vi="So với cùng kỳ (%)", en="Against the year before (%)")
TARGETS = Pattern(vi="Chỉ tiêu được giao", en="Targets")
ACTIVITIES = Pattern(vi="Hoạt động có kế hoạch hoặc có số cùng kỳ", en="Activities with a plan or a year before")
MILLION = Pattern(vi="triệu đồng", en="million VND")
ACTUAL_UP_TO = Pattern(vi="thực hiện đến {date}", en="actual up to {date}")
EXPECTED_UP_TO = Pattern(vi="ước đến {date}", en="expected up to {date}")
NOT_COMPARED = Pattern(
    vi="không so sánh với cùng kỳ (khác thời gian)", en="not compared with the year before (another time)"
)
EXPECTED_COMPARED = Pattern(vi="so với cùng kỳ tính theo số ước", en="expected figure against the year before")
NOTE = Pattern(
    vi="Số ước thực hiện không dùng để đánh giá mức độ hoàn thành chỉ tiêu. Chỉ tiêu giảm được ghi bằng mức giảm.",
    en="What is expected does not decide whether a target is met. A reduction is told by its size.",
)
