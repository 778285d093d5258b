"""Closed lists of the field: what kind a figure is, how its money flows, how certain it is, what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


class Language(StrEnum):
    VI = "vi"
    EN = "en"


class FigureKind(StrEnum):
    """Loại số liệu: what a figure counts or measures. Kinds are never added to one another."""

    HOUSEHOLDS = "households"  # hộ
    PERSONS = "persons"  # người, nhân khẩu
    OCCURRENCES = "occurrences"  # lượt: never added to households or persons
    ITEMS = "items"  # suất, thẻ, nhà, mô hình, buổi, tổ …
    WEIGHT = "weight"  # kg
    MONEY = "money"  # đồng
    MONEY_RATE = "money_rate"  # đồng per something: a norm, never summed
    WORK_DAYS = "work_days"  # ngày công
    UNIT_RATE = "unit_rate"  # e.g. kg per household: a norm, never summed
    RATE = "rate"  # %
    WORDS = "words"  # an amount of money written in words: a second telling, never summed


#: Norms and second tellings: neither planned nor compared over time.
NORMS = (FigureKind.MONEY_RATE, FigureKind.UNIT_RATE, FigureKind.WORDS)


class Flow(StrEnum):
    """Dòng tiền: what happens to the money of a figure. Different flows are never added, except support."""

    GRANT = "grant"  # hỗ trợ không hoàn lại
    IN_KIND = "in_kind"  # hiện vật quy tiền
    MOBILISED = "mobilised"  # huy động
    LOAN_DISBURSED = "loan_disbursed"  # doanh số cho vay
    LOAN_OUTSTANDING = "loan_outstanding"  # dư nợ: a stock
    NONE = "none"


SUPPORT_FLOWS = (Flow.GRANT, Flow.IN_KIND, Flow.MOBILISED)


class Qualifier(StrEnum):
    """Mức độ chắc chắn in ở trước con số: exact, "trên/hơn/ít nhất", "dưới", "ước/khoảng", "ước trên"."""

    EXACT = "exact"
    LOWER_BOUND = "lower_bound"
    UPPER_BOUND = "upper_bound"
    ESTIMATE = "estimate"
    ESTIMATED_LOWER_BOUND = "lower_bound;estimate"


def weakest(qualifiers: tuple[Qualifier, ...] | list[Qualifier]) -> Qualifier:
    """The qualifier of a sum: as weak as its weakest operand; "at least" plus "at most" is only an estimate."""
    present = set(qualifiers)
    estimated = bool(present & {Qualifier.ESTIMATE, Qualifier.ESTIMATED_LOWER_BOUND})
    lower = bool(present & {Qualifier.LOWER_BOUND, Qualifier.ESTIMATED_LOWER_BOUND})
    upper = Qualifier.UPPER_BOUND in present
    if lower and upper:
        return Qualifier.ESTIMATE
    if lower:
        return Qualifier.ESTIMATED_LOWER_BOUND if estimated else Qualifier.LOWER_BOUND
    if upper:
        return Qualifier.ESTIMATE if estimated else Qualifier.UPPER_BOUND
    return Qualifier.ESTIMATE if estimated else Qualifier.EXACT


class ValueStatus(StrEnum):
    """Tình trạng của một giá trị: where it comes from, or why it is absent."""

    GIVEN = "given"  # as received
    CORRECTED = "corrected"  # malformed as received, one reading only, recorded in corrections.yml
    DISPUTED = "disputed"  # a reading is used for checks, the office has to confirm it
    COMPUTED = "computed"
    AS_PUBLISHED = "as_published"  # a rate whose counts were not all sent
    UNREADABLE = "unreadable"
    MISSING = "missing"
    NOT_COLLECTED = "not_collected"
    NOT_APPLICABLE = "not_applicable"
    NOT_COMPARABLE = "not_comparable"
    UNDEFINED = "undefined"  # e.g. division by zero
    SUPPRESSED = "suppressed"


class TimeBasis(StrEnum):
    IN_PERIOD = "in_period"  # trong kỳ
    YEAR_TO_DATE = "year_to_date"  # lũy kế từ đầu năm
    SINCE_START = "since_start"  # lũy kế từ đầu giai đoạn
    AT_DATE = "at_date"  # tại thời điểm
    NOT_STATED = "not_stated"


class Realisation(StrEnum):
    PLANNED = "planned"  # kế hoạch
    ACTUAL = "actual"  # thực hiện
    EXPECTED = "expected"  # ước thực hiện


class FundSource(StrEnum):
    """Nguồn vốn: who pays; the three levels of local budgets are told apart."""

    NSTW = "nstw"  # ngân sách trung ương
    NSDP_PROVINCE = "nsdp_province"  # ngân sách tỉnh
    NSDP_DISTRICT = "nsdp_district"  # ngân sách huyện
    NSDP_COMMUNE = "nsdp_commune"  # ngân sách xã
    MOBILISED = "mobilised"  # huy động


class FundKind(StrEnum):
    """Loại vốn."""

    DTPT = "dtpt"  # đầu tư phát triển
    SN = "sn"  # sự nghiệp


class Vintage(StrEnum):
    PRELIMINARY = "preliminary"  # sơ bộ
    OFFICIAL = "official"  # chính thức
    AMENDED = "amended"  # điều chỉnh


def vintage_of(vintages: Sequence[Vintage], asked: Vintage | None = None) -> Vintage:
    """The vintage of what adds up others. What is preliminary is not added to what is approved, unless that was asked
    for; what holds something amended is amended."""
    approved = [one for one in vintages if one is not Vintage.PRELIMINARY]
    if not approved or (asked is Vintage.PRELIMINARY and len(approved) < len(vintages)):
        return Vintage.PRELIMINARY
    return max(approved, key=list(Vintage).index)


class ReportStatus(StrEnum):
    DRAFT = "draft"
    FOR_SIGNATURE = "for_signature"
    ISSUED = "issued"


class Audience(StrEnum):
    SUPERIOR = "superior"  # cấp trên
    PUBLIC = "public"  # công khai
    INTERNAL = "internal"  # nội bộ


class StyleProfile(StrEnum):
    """Thể thức văn bản: the rules by which a report is laid out."""

    DECREE_30 = "nd-30-2020"  # Nghị định 30/2020/NĐ-CP
    CIRCULAR_01 = "tt-01-2011"  # Thông tư 01/2011/TT-BNV, which the decree replaced


class NumberFormat(StrEnum):
    """Quy ước viết số của một tệp: 1.234,5 (vi) or 1,234.5 (international)."""

    VI = "vi"
    INTERNATIONAL = "international"


class Parts(StrEnum):
    """Các dòng "trong đó" của một tổng: they make up all of it, only some of it, or there are none."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    NONE = ""
