"""Câu chữ về kế hoạch và giải ngân vốn: the sentences and the two tables on the money of a programme."""

from poverty_evaluation.evaluation.patterns import Pattern

# --- sentences; which one is said is chosen in `fund_sentences.py` ------------------------------------------------

PLAN = Pattern(
    vi="Kế hoạch vốn năm {year} là {amount}{carried}.", en="The plan of funds for {year} is {amount}{carried}."
)
CARRIED_OVER = Pattern(
    vi=", trong đó vốn năm trước kéo dài sang {amount}", en=", of which {amount} carried over from the year before"
)
DISBURSED = Pattern(
    vi="Tính đến ngày {date}, đã giải ngân {amount}{rate}{compared}{expected}.",
    en="Up to {date}, {amount} was disbursed{rate}{compared}{expected}.",
)
RATE = Pattern(vi=", đạt {rate} kế hoạch vốn", en=", or {rate} of the plan")
RATE_OF_ESTIMATED = Pattern(
    vi=", đạt {rate} kế hoạch vốn của các khoản có số ước ({plan})",
    en=", or {rate} of the plan of what was estimated ({plan})",
)
RATE_WITH_CARRIED_OVER = Pattern(
    vi=", đạt {rate} kế hoạch vốn (bao gồm vốn năm trước kéo dài sang)",
    en=", or {rate} of the plan (with the money carried over from the year before)",
)
ABOVE_YEAR_BEFORE = Pattern(
    vi=", cao hơn {points} so với cùng kỳ năm trước", en=", {points} above the same date of the year before"
)
BELOW_YEAR_BEFORE = Pattern(
    vi=", thấp hơn {points} so với cùng kỳ năm trước", en=", {points} below the same date of the year before"
)
AS_YEAR_BEFORE = Pattern(vi=", bằng cùng kỳ năm trước", en=", as on the same date of the year before")
EXPECTED = Pattern(vi="; ước đến ngày {date} giải ngân {amount}{rate}", en="; {amount} is expected up to {date}{rate}")
EXPECTED_ONLY = Pattern(
    vi="Chưa có số liệu giải ngân thực hiện; ước đến ngày {date} giải ngân {amount}{rate}.",
    en="Nothing was sent on what has been disbursed; {amount} is expected up to {date}{rate}.",
)
APART = Pattern(vi="Trong đó {parts}.", en="Of this, {parts}.")
OF_YEAR = Pattern(
    vi="vốn giao trong năm giải ngân {amount}, đạt {rate}", en="{amount} of the year’s money, or {rate} of it"
)
OF_CARRIED_OVER = Pattern(
    vi="vốn kéo dài giải ngân {amount}, đạt {rate}", en="{amount} of the money carried over, or {rate} of it"
)
EARLIER = Pattern(vi="Tại các mốc trước đó: {cut_offs}.", en="At earlier dates: {cut_offs}.")
AT_CUT_OFF = Pattern(
    vi="đến ngày {date} giải ngân {amount}, đạt {rate}", en="{amount}, or {rate}, up to {date}"
)  # fmt: skip

AT_CUT_OFF_OF_PLAN = Pattern(
    vi="đến ngày {date} giải ngân {amount}, đạt {rate} kế hoạch vốn tại thời điểm đó ({plan})",
    en="{amount}, or {rate} of the plan at that date ({plan}), up to {date}",
)

# --- tables -------------------------------------------------------------------------------------------------------

TITLE = Pattern(
    vi="Kế hoạch và giải ngân vốn năm {year}, lũy kế đến ngày {date}",
    en="Plan and disbursement of funds for {year} up to {date}",
)
TITLE_OF_YEARS = Pattern(vi="Kế hoạch và giải ngân vốn các năm", en="Plan and disbursement of funds by year")
TITLE_BY_SOURCE = Pattern(vi="{title}, theo nguồn vốn", en="{title}, by source of money")
TITLE_OF_PAGE = Pattern(vi="{title} ({number}/{of})", en="{title} ({number}/{of})")
YEAR = Pattern(vi="Năm {year}, lũy kế đến ngày {date}", en="{year}, up to {date}")
COMPONENT = Pattern(vi="Dự án, tiểu dự án", en="Component")
TOTAL = Pattern(vi="Tổng số", en="Total")
PLANNED = Pattern(vi="Kế hoạch giao", en="Plan")
CARRIED = Pattern(vi="Vốn kéo dài", en="Carried over")
ALLOCATED = Pattern(vi="Phân bổ chi tiết", en="Allocated in detail")
DISBURSED_SO_FAR = Pattern(vi="Giải ngân lũy kế", en="Disbursed")
DISBURSEMENT_RATIO = Pattern(vi="Tỷ lệ giải ngân (%)", en="Disbursed (%)")
AVAILABLE_OF = Pattern(vi="Kế hoạch", en="Plan")
DISBURSED_OF = Pattern(vi="Giải ngân", en="Disbursed")
RATIO_OF = Pattern(vi="%", en="%")
EXPECTED_OF = Pattern(vi="Ước giải ngân", en="Expected")
EXPECTED_RATIO_OF = Pattern(vi="Ước (%)", en="Expected (%)")
RATIO_NOTE = Pattern(
    vi="Tỷ lệ giải ngân là số giải ngân lũy kế chia cho kế hoạch giao cộng vốn năm trước kéo dài; vốn của các năm "
    "không cộng với nhau.",
    en="The rate is what was disbursed over the plan with the money carried over; the money of different years is not "
    "added up.",
)
PLAN_NOTE = Pattern(
    vi="Kế hoạch của từng nguồn gồm vốn năm trước kéo dài.", en="The plan of a source holds the money carried over."
)
EXPECTED_NOTE = Pattern(
    vi="Ước giải ngân năm {year} tính đến ngày {date}, không cộng vào số thực hiện.",
    en="What is expected of {year} reaches up to {date} and is not added to what was done.",
)
NOT_APPLICABLE_NOTE = Pattern(vi="Dấu “x”: không thuộc đối tượng.", en="“x”: the place is not eligible.")
METHOD = Pattern(
    vi="Kế hoạch vốn là tổng số giao, bổ sung, điều chỉnh, trừ số hủy dự toán. Tỷ lệ giải ngân tính từ tổng số tiền "
    "của cùng một ngày chốt số liệu, mẫu số gồm vốn năm trước kéo dài; số ước thực hiện được nêu riêng.",
    en="The plan is what was assigned, added and adjusted, less what was cancelled. Disbursement rates come from sums "
    "at one cut-off, with the money carried over in the denominator; expected amounts are told apart.",
)
