"""Hoạt động giả định của mười hai cơ quan, tổ chức: the same work told by half-year, cumulatively or by year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from random import Random

from poverty_evaluation.samples.calendar import MID_TERM, OPENING_YEAR, YEARS, last_day
from poverty_evaluation.samples.planting import Row
from poverty_evaluation.vocabulary.quantities import write_amount_in_words, write_number


class Rhythm(StrEnum):
    """Cách báo cáo trong năm: how a year is told where it is told in parts."""

    YEAR = "year"  # one figure for whatever the period is
    HALVES = "halves"  # each half on its own: to be added
    CUMULATIVE = "cumulative"  # since January, told again each time: never to be added
    EXPECTED = "expected"  # as cumulative; by mid-year done and expected stand side by side


@dataclass(frozen=True, slots=True)
class Work:
    """Một việc lặp lại hằng năm. count and price: least and most in a year, price in thousand đồng for one (0: none);
    beside: a second figure, so many for each of the first; event: the event two organisations tell."""

    code: str
    measure: str
    organisation: str
    group: str
    flow: str
    label_vi: str
    label_en: str
    unit: str
    per_role: str
    count: tuple[int, int]
    price: tuple[int, int] = (0, 0)
    rhythm: Rhythm = Rhythm.YEAR
    beside: tuple[str, int] = ("", 0)
    event: str = ""


_R = Rhythm
WORKS = (
    Work("radio_news", "radio-news", "dai-truyen-thanh", "general_public", "none", "Tin, bài phát sóng về giảm nghèo",
         "Radio items on poverty reduction", "tin, bài", "", (90, 140), rhythm=_R.HALVES),
    Work("housing_repair", "housing-repair", "ubnd-tp", "households_dilapidated", "grant", "Sửa chữa nhà ở",
         "Housing repair", "hộ", "households", (24, 40), (18000, 24000), _R.EXPECTED),
    Work("septic_toilets", "septic-toilets", "ubnd-tp", "poor_near_poor", "grant", "Xây dựng công trình vệ sinh",
         "Toilets built", "hộ", "households", (20, 36), (9000, 12000), _R.EXPECTED),
    Work("tet_gifts", "tet-gifts", "ubnd-tp", "poor_near_poor", "in_kind", "Quà Tết Nguyên đán", "Lunar New Year gifts",
         "suất", "items", (1500, 1900), (400, 500)),
    Work("policy_loans", "preferential-credit", "nhcsxh", "poor_near_poor_newly_escaped", "loan_disbursed",
         "Doanh số cho vay ưu đãi", "Preferential loans disbursed", "hộ", "households", (260, 380), (38000, 46000),
         _R.CUMULATIVE),
    Work("health_insurance", "health-insurance", "lao-dong", "persons_poor", "none", "Thẻ bảo hiểm y tế",
         "Health insurance cards", "thẻ", "", (1700, 2100)),
    Work("tuition_support", "tuition-support", "giao-duc", "pupils_poor_near_poor", "grant",
         "Miễn, giảm học phí, hỗ trợ chi phí học tập", "Tuition waivers and study costs", "lượt học sinh",
         "occurrences", (900, 1200), (350, 450), _R.HALVES),
    Work("electricity_support", "electricity-support", "lao-dong", "poor", "grant", "Hỗ trợ tiền điện",
         "Electricity support", "lượt hộ", "occurrences", (2400, 3000), (150, 170), _R.CUMULATIVE),
    Work("poor_fund", "poor-fund", "mttq", "poor", "mobilised", "Vận động Quỹ “Vì người nghèo”", "Fund for the Poor",
         "lượt", "", (60, 90), (9000, 12000)),
    Work("solidarity_houses", "solidarity-houses", "mttq", "poor", "grant", "Xây dựng nhà Đại đoàn kết",
         "Solidarity houses", "nhà", "items", (8, 14), (45000, 55000), event="solidarity_houses"),
    Work("solidarity_houses_youth", "solidarity-houses", "doan-tn", "poor", "grant",
         "Tham gia xây dựng nhà Đại đoàn kết", "Work on the solidarity houses", "nhà", "items", (8, 14),
         (45000, 55000), beside=("ngày công", 12), event="solidarity_houses"),
    Work("labour_gifts", "gift-giving", "ldld", "workers_hardship", "in_kind", "Tặng quà đoàn viên khó khăn",
         "Gifts for workers in hardship", "suất", "items", (200, 300), (450, 550)),
    Work("women_help", "mutual-help", "hoi-lhpn", "women_members_hardship", "grant",
         "Giúp hội viên khó khăn phát triển sản xuất", "Help for members in hardship", "hộ", "households", (60, 90),
         (3000, 5000), _R.HALVES),
    Work("women_training", "technical-training", "hoi-lhpn", "women_members", "none", "Tập huấn khởi sự kinh doanh",
         "Business training", "lớp", "", (6, 12), beside=("người", 35)),
    Work("veterans_help", "mutual-help", "hoi-ccb", "veterans_poor_near_poor", "mobilised",
         "Hội viên giúp nhau phát triển kinh tế", "Mutual help among members", "hộ", "households", (30, 50),
         (4000, 6000)),
    Work("youth_gifts", "gift-giving", "doan-tn", "children_policy_poor", "in_kind", "Tặng quà thiếu nhi khó khăn",
         "Gifts for children in hardship", "suất", "items", (250, 400), (300, 400), _R.HALVES),
    Work("farmers_training", "technical-training", "hoi-nd", "farmer_members", "none", "Tập huấn kỹ thuật sản xuất",
         "Technical training", "lớp", "", (20, 34), beside=("lượt người", 40)),
    Work("red_cross_gifts", "gift-giving", "hoi-ctd", "persons_hardship", "in_kind", "Tặng quà người khó khăn",
         "Gifts for people in hardship", "suất", "items", (500, 700), (350, 450), _R.CUMULATIVE),
    Work("livelihood_model", "livelihood-model", "lao-dong", "poor_near_poor_newly_escaped", "grant",
         "Mô hình chăn nuôi bò sinh sản", "Breeding-cow model", "hộ", "households", (18, 30), (14000, 17000),
         _R.EXPECTED),
    Work("capacity_training", "capacity-training", "lao-dong", "officials", "grant", "Tập huấn cán bộ giảm nghèo",
         "Training of poverty-reduction officials", "lớp", "items", (3, 6), (15000, 20000), beside=("người", 40)),
    Work("inspection", "inspection", "lao-dong", "not_stated", "none", "Kiểm tra, giám sát tại phường, xã",
         "Inspections in wards and communes", "cuộc", "", (8, 16), rhythm=_R.HALVES),
)  # fmt: skip

#: Who lends the bank's money on, and the share of it in per cent; the four make up all of it.
ENTRUSTED = (
    ("hoi-lhpn", "women", 46),
    ("hoi-nd", "farmers", 29),
    ("hoi-ccb", "veterans", 15),
    ("doan-tn", "youth", 10),
)
_ENTRUSTED_TO = {
    "women": ("qua Hội Liên hiệp Phụ nữ", "through the Women’s Union"),
    "farmers": ("qua Hội Nông dân", "through the Farmers’ Union"),
    "veterans": ("qua Hội Cựu chiến binh", "through the Veterans’ Association"),
    "youth": ("qua Đoàn Thanh niên", "through the Youth Union"),
}

COLUMNS = (
    "activity_id", "event_id", "counted_under", "part_of", "parts", "measure_code", "organisation_code", "reported_by",
    "beneficiary_group", "period_printed", "data_from", "data_to", "as_of", "time_basis", "realisation", "flow",
    "per_role", "label_vi", "label_en", "note_vi", "value_1", "unit_1", "role_1", "value_2", "unit_2", "role_2",
    "value_3", "unit_3", "role_3",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Done:
    """Số đã làm đến một mốc: how many, and the money in thousand đồng."""

    count: int
    money: int

    def __sub__(self, other: Done) -> Done:
        return Done(self.count - other.count, self.money - other.money)

    def __add__(self, other: Done) -> Done:
        return Done(self.count + other.count, self.money + other.money)


@dataclass(frozen=True, slots=True)
class Told:
    """Một lần báo cáo: which days a row speaks of and how."""

    suffix: str
    printed: str
    start: str
    end: str
    basis: str
    done: Done
    realisation: str = "actual"


#: Milestones of a year: how much is done by then, in per cent, drawn once for each work and year.
_MILESTONES = {"05-15": (30, 38), "06-30": (45, 52), "09-30": (70, 80), "12-31": (100, 100)}
Progress = Mapping[str, Done]


def make_progress(seed: int) -> dict[tuple[str, int], Progress]:
    """What each work has reached at the milestones of each year. Tellers of one event tell the same."""
    made: dict[tuple[str, int], Progress] = {}
    for work in WORKS:
        for year in YEARS:
            random = Random(f"{seed}/{work.event or work.code}/{year}")
            whole, price = random.randint(*work.count), random.randint(*work.price)
            shares = {day: random.randint(*span) for day, span in _MILESTONES.items()}
            counts = {day: max(1, whole * share // 100) for day, share in shares.items()}
            made[work.code, year] = {day: Done(count, count * price) for day, count in counts.items()}
    return made


def activity_rows(period: str, progress: Mapping[tuple[str, int], Progress], seed: int) -> list[Row]:
    """The sheet of one period: every work as its rhythm tells it, then the bank's loans and who lends them on."""
    if period == str(OPENING_YEAR):
        return []
    rows = [_row(work, told) for work in WORKS for told in _tellings(work, period, progress)]
    return [*rows, *_loans(period, seed)]


def _tellings(work: Work, period: str, progress: Mapping[tuple[str, int], Progress]) -> Iterator[Told]:
    if period == MID_TERM:
        done = [progress[work.code, year]["12-31"] for year in YEARS]
        yield Told("", "từ đầu giai đoạn", "2021-01-01", "2023-12-31", "since_start", done[0] + done[1] + done[2])
        return
    year = int(period[:4])
    reached, tail = progress[work.code, year], period[5:]
    start = f"{year}-01-01"
    half = Told("_h1", "6 tháng đầu năm", start, f"{year}-06-30", "in_period", reached["06-30"])
    if tail == "H1":
        if work.rhythm is Rhythm.EXPECTED:
            yield Told("", "đến 15/5", start, f"{year}-05-15", "year_to_date", reached["05-15"])
            yield Told(
                "_expected", "ước đến 30/6", start, f"{year}-06-30", "year_to_date", reached["06-30"], "expected"
            )
        else:
            yield _named("", half)
    elif tail == "9M":
        yield Told("", "9 tháng đầu năm", start, f"{year}-09-30", "year_to_date", reached["09-30"])
    elif year == 2022 and work.rhythm is Rhythm.HALVES:
        yield half
        rest = reached["12-31"] - reached["06-30"]
        yield Told("_h2", "6 tháng cuối năm", f"{year}-07-01", f"{year}-12-31", "in_period", rest)
    elif year == 2022 and work.rhythm is Rhythm.CUMULATIVE:
        for suffix, printed, day in (("_6m", "lũy kế 6 tháng", "06-30"), ("_9m", "lũy kế 9 tháng", "09-30")):
            yield Told(suffix, printed, start, f"{year}-{day}", "year_to_date", reached[day])
        yield Told("", "lũy kế cả năm", start, f"{year}-12-31", "year_to_date", reached["12-31"])
    else:
        yield Told("", f"năm {year}", start, f"{year}-12-31", "in_period", reached["12-31"])


def _named(suffix: str, told: Told) -> Told:
    return Told(suffix, told.printed, told.start, told.end, told.basis, told.done, told.realisation)


def _row(work: Work, told: Told) -> Row:
    row = {
        "activity_id": f"{work.code}{told.suffix}",
        "event_id": work.event,
        "counted_under": "mttq" if work.event else "",
        "measure_code": work.measure,
        "organisation_code": work.organisation,
        "reported_by": work.organisation,
        "beneficiary_group": work.group,
        "period_printed": told.printed,
        "data_from": told.start,
        "data_to": told.end,
        "time_basis": told.basis,
        "realisation": told.realisation,
        "flow": work.flow,
        "per_role": work.per_role,
        "label_vi": work.label_vi,
        "label_en": work.label_en,
        "value_1": write_number(told.done.count, 0),
        "unit_1": work.unit,
    }
    if told.done.money:
        row |= {"value_2": _millions(told.done.money), "unit_2": "triệu đồng"}
    if work.code == "poor_fund":
        row |= _in_words(told.done.money)
    unit, each = work.beside
    if unit:
        place = "3" if told.done.money else "2"
        row |= {f"value_{place}": write_number(told.done.count * each, 0), f"unit_{place}": unit}
    return row


def _in_words(thousands: int) -> Row:
    return {"value_3": write_amount_in_words(thousands * 1000), "unit_3": "bằng chữ", "role_3": "money_in_words"}


def _millions(thousands: int) -> str:
    return write_number(Fraction(thousands, 1000), 3, trim=True)


def _loans(period: str, seed: int) -> list[Row]:
    """Dư nợ at the end of the period, and the parts of it that four organisations look after."""
    day = last_day(period)
    random = Random(f"{seed}/loans")
    growth = (int(day[:4]) - YEARS[0]) * 12 + int(day[5:7])
    borrowers = random.randint(1500, 1700) * (95 + growth) // 100
    each = random.randint(42000, 45000)
    shares = [borrowers * share // 100 for _, _, share in ENTRUSTED]
    shares[0] += borrowers - sum(shares)
    whole = _loan_row(day, "policy_credit", "nhcsxh", ("Dư nợ tín dụng ưu đãi", "Preferential loans outstanding"))
    whole |= {"parts": "complete", "value_1": write_number(borrowers, 0), "value_2": _millions(borrowers * each)}
    rows = [whole]
    for (organisation, name, _), count in zip(ENTRUSTED, shares, strict=True):
        through = _ENTRUSTED_TO[name]
        labels = f"Dư nợ ủy thác {through[0]}", f"Loans outstanding {through[1]}"
        row = _loan_row(day, f"policy_credit_{name}", organisation, labels)
        row |= {"part_of": "policy_credit", "measure_code": "entrusted-credit"}
        row |= {"value_1": write_number(count, 0), "value_2": _millions(count * each)}
        rows.append(row)
    return rows


def _loan_row(day: str, code: str, organisation: str, labels: tuple[str, str]) -> Row:
    return {
        "activity_id": code,
        "measure_code": "preferential-credit",
        "organisation_code": organisation,
        "reported_by": "nhcsxh",
        "beneficiary_group": "poor_near_poor_newly_escaped",
        "as_of": day,
        "time_basis": "at_date",
        "realisation": "actual",
        "flow": "loan_outstanding",
        "per_role": "households",
        "label_vi": labels[0],
        "label_en": labels[1],
        "unit_1": "hộ",
        "unit_2": "triệu đồng",
    }
