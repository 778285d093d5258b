"""Câu văn về chỉ tiêu được giao: met, exceeded, missed or not to be judged; `target_sentences.py` chooses which."""

from poverty_evaluation.evaluation.patterns import Pattern

#: What was reached, of a target that is told as a change, and of one that is told as a level.
FELL = Pattern(vi="{name} giảm {reached}", en="{name} fell by {reached}")
ROSE = Pattern(vi="{name} tăng {reached}", en="{name} rose by {reached}")
UNCHANGED = Pattern(vi="{name} không thay đổi", en="{name} did not change")
FIGURE = Pattern(vi="{name}: thực hiện {reached}", en="{name}: {reached}")
LEVEL = Pattern(vi="{name} là {reached}", en="{name} stands at {reached}")

#: How much of the target that is; the share is told only where it says something of a result in the right direction.
ASKED = Pattern(
    vi=", so với chỉ tiêu giao tại {document} ({target})", en=", against the target of {document} ({target})"
)
OF_TARGET = Pattern(
    vi=", đạt {completion} kế hoạch giao tại {document} ({target})",
    en=", or {completion} of the target of {document} ({target})",
)
GAP = Pattern(vi=", thấp hơn chỉ tiêu được giao {gap}", en=", {gap} short of the target")
ABOVE_LIMIT = Pattern(vi=", cao hơn mức được giao {gap}", en=", {gap} above the level assigned")

EXCEEDED = Pattern(vi="{told}, hoàn thành vượt chỉ tiêu.", en="{told}; the target is exceeded.")
MET = Pattern(vi="{told}, hoàn thành chỉ tiêu.", en="{told}; the target is met.")
NOT_YET_MET = Pattern(vi="{told}; chưa hoàn thành chỉ tiêu.", en="{told}; the target is not yet met.")
NOT_MET = Pattern(vi="{told}; không hoàn thành chỉ tiêu.", en="{told}; the target was not met.")
NOT_ASSESSED = Pattern(
    vi="Chưa đủ căn cứ đánh giá chỉ tiêu “{label}” giao tại {document} ({target}).",
    en="The target “{label}” of {document} ({target}) cannot be assessed on what was sent.",
)
NOT_ASSESSED_WITHOUT_DOCUMENT = Pattern(
    vi="Chưa đủ căn cứ đánh giá chỉ tiêu “{label}” ({target}): chưa rõ văn bản giao.",
    en="The target “{label}” ({target}) cannot be assessed: no document that sets it was named.",
)
WITH_UNIT = Pattern(vi="{number}{unit}", en="{number}{unit}")
