"""Câu chữ về hai loại hộ: what poor and near-poor households are called, and how they enter and leave the list."""

from poverty_evaluation.evaluation.patterns import Pattern

POOR = Pattern(vi="hộ nghèo", en="poor households")
NEAR_POOR = Pattern(vi="hộ cận nghèo", en="near-poor households")
POVERTY_RATE = Pattern(vi="tỷ lệ hộ nghèo", en="the poverty rate")
NEAR_POVERTY_RATE = Pattern(vi="tỷ lệ hộ cận nghèo", en="the near-poverty rate")

# --- movements: each as it is counted, and as it is named where there was none -------------------------------------

MOVEMENTS = Pattern(vi="Trong kỳ có {movements}{none}.", en="In the period there were {movements}{none}.")
NO_MOVEMENTS = Pattern(vi="Trong kỳ không có {names}.", en="In the period there were no {names}.")
NONE = Pattern(vi="; không có {names}", en="; there were no {names}")
OR = Pattern(vi="{others}, {last}", en="{others} or {last}")

ESCAPED = Pattern(vi="{count} hộ thoát nghèo", en="{count} households that escaped poverty")
ESCAPED_NONE = Pattern(vi="hộ thoát nghèo", en="households that escaped poverty")
RELAPSED = Pattern(vi="{count} hộ tái nghèo", en="{count} that fell back into poverty")
RELAPSED_NONE = Pattern(vi="hộ tái nghèo", en="households that fell back into poverty")
NEWLY_POOR = Pattern(vi="{count} hộ nghèo phát sinh mới", en="{count} newly poor ones")
NEWLY_POOR_NONE = Pattern(vi="hộ nghèo phát sinh mới", en="newly poor households")
FROM_NEAR_POOR = Pattern(vi="{count} hộ cận nghèo trở thành hộ nghèo", en="{count} near-poor ones that became poor")
FROM_NEAR_POOR_NONE = Pattern(
    vi="hộ cận nghèo trở thành hộ nghèo", en="near-poor households that became poor"
)  # fmt: skip
OTHER_EXIT = Pattern(vi="{count} hộ giảm do nguyên nhân khác", en="{count} that left the list for other reasons")
OTHER_EXIT_NONE = Pattern(
    vi="hộ giảm do nguyên nhân khác", en="households that left the list for other reasons"
)  # fmt: skip
OTHER_ENTRY = Pattern(vi="{count} hộ tăng do nguyên nhân khác", en="{count} that entered the list for other reasons")
OTHER_ENTRY_NONE = Pattern(
    vi="hộ tăng do nguyên nhân khác", en="households that entered the list for other reasons"
)  # fmt: skip

NEAR_ESCAPED = Pattern(vi="{count} hộ thoát cận nghèo", en="{count} households that escaped near-poverty")
NEAR_ESCAPED_NONE = Pattern(vi="hộ thoát cận nghèo", en="households that escaped near-poverty")
NEAR_RELAPSED = Pattern(vi="{count} hộ tái cận nghèo", en="{count} that fell back into near-poverty")
NEAR_RELAPSED_NONE = Pattern(vi="hộ tái cận nghèo", en="households that fell back into near-poverty")
NEWLY_NEAR_POOR = Pattern(vi="{count} hộ cận nghèo phát sinh mới", en="{count} newly near-poor ones")
NEWLY_NEAR_POOR_NONE = Pattern(vi="hộ cận nghèo phát sinh mới", en="newly near-poor households")
BECAME_POOR = Pattern(vi="{count} hộ trở thành hộ nghèo", en="{count} that became poor")
BECAME_POOR_NONE = Pattern(vi="hộ trở thành hộ nghèo", en="households that became poor")
FROM_POOR = Pattern(vi="{count} hộ nghèo trở thành hộ cận nghèo", en="{count} poor ones that became near-poor")
FROM_POOR_NONE = Pattern(vi="hộ nghèo trở thành hộ cận nghèo", en="poor households that became near-poor")
