"""Câu chữ chung của các biểu lập từ hoạt động: periods, remarks and notes that these tables share."""

from collections.abc import Mapping
from dataclasses import dataclass

from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.evaluation.wording import tables
from poverty_evaluation.vocabulary.choices import TimeBasis


@dataclass(frozen=True, slots=True)
class CumulativeWording:
    """How a cumulative figure is told, with the day up to which it adds up and without."""

    until: Pattern
    undated: Pattern


CUMULATIVE: Mapping[str, CumulativeWording] = {
    TimeBasis.SINCE_START: CumulativeWording(
        Pattern(vi="lũy kế từ đầu giai đoạn đến {date}", en="since the start of the phase, to {date}"),
        tables.SINCE_START,
    ),
    TimeBasis.YEAR_TO_DATE: CumulativeWording(
        Pattern(vi="lũy kế từ đầu năm đến {date}", en="year to date, to {date}"), tables.YEAR_TO_DATE
    ),
}
WITH_UNIT = Pattern(vi="{number} {unit}", en="{number} {unit}")
AT_DATE = Pattern(vi="tại ngày {date}", en="on {date}")

NOT_DONE_NOTE = Pattern(
    vi="Số kế hoạch, số ước thực hiện được ghi rõ tại cột ghi chú và không cộng vào tổng số.",
    en="Planned and expected figures are marked in the notes column and are not in the totals.",
)
DOUBTED_TOTAL_NOTE = Pattern(
    vi="Số tổng có dấu † gồm khoản đang đề nghị đơn vị kiểm tra, xác nhận; số tổng có thể thay đổi sau khi xác nhận.",
    en="A total marked † holds an amount that the office has been asked to confirm; it may change.",
)

# --- headings that several of these tables share ------------------------------------------------------------------

CARRIED_OUT_BY = Pattern(vi="Đơn vị thực hiện", en="Carried out by")
HOUSEHOLDS = Pattern(vi="Số hộ (hộ)", en="Households")
ALL_MONEY = Pattern(vi="Tổng kinh phí", en="Money")
STATE_MONEY = Pattern(vi="Ngân sách nhà nước", en="State budget")
OWN_MONEY = Pattern(vi="Đối ứng của dân", en="Own contribution")
INTEGRATED_MONEY = Pattern(vi="Vốn lồng ghép", en="Integrated")
MOBILISED_MONEY = Pattern(vi="Vốn huy động", en="Mobilised")
TOTAL = Pattern(vi="Tổng số", en="Total")
MONEY_HEAD = Pattern(vi="Kinh phí", en="Money")
ALL = Pattern(vi="Tổng số", en="All")
