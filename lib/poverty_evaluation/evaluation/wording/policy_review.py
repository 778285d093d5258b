"""Câu chữ của phần rà soát, tích hợp chính sách; which sentence is said is chosen in `policy_review.py`."""

from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.reference import Benefit
from poverty_evaluation.vocabulary.choices import Flow

# --- how many, of which groups ------------------------------------------------------------------------------------

OVERVIEW = Pattern(
    vi="Qua rà soát, danh mục có {all} chính sách, hoạt động, trong đó {told} nội dung có kết quả trong kỳ: "
    "{groups}.{details}",
    en="The list holds {all} measures, {told} of them with results in the period: {groups}.{details}",
)
OVERVIEW_OF_ALL = Pattern(
    vi="Qua rà soát, danh mục có {all} chính sách, hoạt động, tất cả đều có kết quả trong kỳ: {groups}.{details}",
    en="The list holds {all} measures, all of them with results in the period: {groups}.{details}",
)
GROUP_OF_ALL = Pattern(vi="{group} ({all} nội dung)", en="{group} ({all})")
GROUP_OF_NONE = Pattern(vi="{group} ({all} nội dung, chưa có kết quả)", en="{group} (none of {all})")
GROUP = Pattern(vi="{group} ({told} trên {all} nội dung)", en="{group} ({told} of {all})")
DETAILS = Pattern(vi=" Chi tiết tại {appendix}.", en=" Details are in {appendix}.")

# --- several measures of one kind for one group -------------------------------------------------------------------

OVERLAPS = Pattern(
    vi="Các nhóm đối tượng sau được nhiều nội dung hỗ trợ cùng một hình thức, cần đối chiếu danh sách thụ hưởng khi "
    "tích hợp chính sách (kinh phí ghi theo nội dung, kể cả phần của đối tượng khác trong cùng nội dung):",
    en="Several measures support these groups in the same way; their lists of beneficiaries are to be compared when "
    "the measures are integrated (money is that of a measure, other groups under it included):",
)
OVERLAP = Pattern(
    vi="{group} được hỗ trợ {benefit} từ {count} nội dung: {items}.",
    en="{group} are supported {benefit} by {count} measures: {items}.",
)
OVERLAP_ITEM = Pattern(vi="{label} ({organisation})", en="{label} ({organisation})")
OVERLAP_ITEM_WITH_MONEY = Pattern(vi="{label} ({organisation}, {amounts})", en="{label} ({organisation}, {amounts})")
BENEFITS = {
    Benefit.CASH: Pattern(vi="bằng tiền", en="in cash"),
    Benefit.IN_KIND: Pattern(vi="bằng hiện vật", en="in kind"),
    Benefit.CREDIT: Pattern(vi="bằng tín dụng", en="with credit"),
    Benefit.SERVICE: Pattern(vi="bằng dịch vụ", en="with services"),
}

#: Money that is given has no word of its own.
LOANS = {
    Flow.LOAN_DISBURSED: Pattern(vi="cho vay {amount}", en="{amount} lent"),
    Flow.LOAN_OUTSTANDING: Pattern(vi="dư nợ {amount}", en="{amount} outstanding"),
}

# --- who gets nothing ---------------------------------------------------------------------------------------------

NOT_NAMED = Pattern(
    vi="Chưa có chính sách, hoạt động nào trong danh mục ghi đối tượng là {groups}.",
    en="No measure of the list names {groups}.",
)
GAP = Pattern(
    vi="Chưa có nội dung nào hỗ trợ {group} {benefits}.", en="No measure supports {group} {benefits}."
)  # fmt: skip
BENEFIT_OR = Pattern(vi="{others} hoặc {last}", en="{others} or {last}")
NOT_REACHED = Pattern(
    vi="Có {count} nội dung đã có kết quả nhưng chưa nêu số liệu của nhóm đối tượng được quy định: {items}.",
    en="Results without figures on a group that the measure names (number of measures: {count}): {items}.",
)
WITH_GROUPS = Pattern(vi="{measure} ({groups})", en="{measure} ({groups})")

# --- results and their measures -----------------------------------------------------------------------------------

WITHOUT_RESULTS = Pattern(
    vi="Có {count} nội dung trong danh mục chưa có kết quả trong kỳ: {items}.",
    en="Measures of the list without any result in the period (number: {count}): {items}.",
)
WITH_BASES = Pattern(vi="{measure} (theo {bases})", en="{measure} (under {bases})")
WITHOUT_BASIS = Pattern(
    vi="Có {count} nội dung đã thực hiện nhưng chưa dẫn văn bản quy định: {items}.",
    en="Measures carried out for which no document is named (number: {count}): {items}.",
)
TOLD_BY_SEVERAL = Pattern(
    vi="Có {count} kết quả do nhiều đơn vị cùng nêu, chỉ tính một lần: {items}.",
    en="Results that several offices tell and that are counted once (number: {count}): {items}.",
)
TOLD_EVENT = Pattern(
    vi="{label} ({tellers} cùng nêu; tính vào {counted})",
    en="{label} (told by the {tellers}; counted under the {counted})",
)
MONEY_WITHOUT_COUNTS = Pattern(
    vi="Có {count} nội dung có kinh phí nhưng không nêu số hộ, số người hoặc số lượt thụ hưởng: {items}.",
    en="Measures with money but without households, people or occurrences (number: {count}): {items}.",
)
COUNTS_WITHOUT_MONEY = Pattern(
    vi="Có {count} nội dung có kết quả nhưng không nêu kinh phí: {items}.",
    en="Measures with results but without money (number: {count}): {items}.",
)
AND_MORE = Pattern(vi="và {count} nội dung khác", en="and {count} more")
AND_MORE_IN = Pattern(vi="và {count} nội dung khác ({appendix})", en="and {count} more ({appendix})")
