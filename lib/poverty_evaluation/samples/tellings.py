"""Cách một năm được báo cáo: what is done by each milestone of a year, and the rows in which a period tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from poverty_evaluation.samples.calendar import MID_TERM, YEARS
from poverty_evaluation.samples.works import Rhythm

#: Milestones of a year: how much is done by then, in per cent, drawn once for each work and year.
_MILESTONES = {"05-15": (30, 38), "06-30": (45, 52), "09-30": (70, 80), "12-31": (100, 100)}


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


#: What is reached at each milestone, and under `plan` what the year was to bring.
Progress = Mapping[str, Done]
PLAN = "plan"


def reached(random: Random, count: tuple[int, int], price: tuple[int, int], is_early: bool = False) -> Progress:
    """What one work reaches at the milestones of one year; what is done early is all done at each of them."""
    whole = random.randint(*count)
    shares = {day: 100 if is_early else random.randint(*span) for day, span in _MILESTONES.items()}
    shares[PLAN] = random.choice((85, 92, 100, 110, 125))
    each = random.randint(*price)  # last: tellers of one event that tell no money draw the same counts
    counts = {day: max(1, whole * share // 100) for day, share in shares.items()}
    return {day: Done(count, count * each) for day, count in counts.items()}


def tellings(rhythm: Rhythm, is_planned: bool, period: str, by_year: Mapping[int, Progress]) -> Iterator[Told]:
    """The rows of one work in one period, the plan of the year first where it is told."""
    if period == MID_TERM:
        first, *others = (by_year[year]["12-31"] for year in YEARS)
        for done in others:
            first += done
        yield Told("", "từ đầu giai đoạn", f"{YEARS[0]}-01-01", f"{YEARS[-1]}-12-31", "since_start", first)
        return
    year = int(period[:4])
    if is_planned:
        span = f"{year}-01-01", f"{year}-12-31"
        yield Told("_plan", f"kế hoạch năm {year}", *span, "in_period", by_year[year][PLAN], "planned")
    yield from _of_year(rhythm, year, period[5:], by_year[year])


def _of_year(rhythm: Rhythm, year: int, tail: str, done: Progress) -> Iterator[Told]:
    start = f"{year}-01-01"
    if tail == "H1" and rhythm is Rhythm.EXPECTED:
        yield Told("", "đến 15/5", start, f"{year}-05-15", "year_to_date", done["05-15"])
        yield Told("_expected", "ước đến 30/6", start, f"{year}-06-30", "year_to_date", done["06-30"], "expected")
    elif tail == "H1":
        yield Told("", "6 tháng đầu năm", start, f"{year}-06-30", "in_period", done["06-30"])
    elif tail == "9M":
        yield Told("", "9 tháng đầu năm", start, f"{year}-09-30", "year_to_date", done["09-30"])
        if rhythm is Rhythm.EXPECTED:
            yield Told("_expected", "ước cả năm", start, f"{year}-12-31", "year_to_date", done["12-31"], "expected")
    elif year == 2022 and rhythm in (Rhythm.HALVES, Rhythm.CUMULATIVE):
        yield from _in_parts(rhythm, year, done)
    else:
        yield Told("", f"năm {year}", start, f"{year}-12-31", "in_period", done["12-31"])


def _in_parts(rhythm: Rhythm, year: int, done: Progress) -> Iterator[Told]:
    """The year that is told half by half, or again and again since January."""
    start = f"{year}-01-01"
    if rhythm is Rhythm.HALVES:
        rest = done["12-31"] - done["06-30"]
        yield Told("_h1", "6 tháng đầu năm", start, f"{year}-06-30", "in_period", done["06-30"])
        yield Told("_h2", "6 tháng cuối năm", f"{year}-07-01", f"{year}-12-31", "in_period", rest)
        return
    for suffix, printed, day in (("_6m", "lũy kế 6 tháng", "06-30"), ("_9m", "lũy kế 9 tháng", "09-30")):
        yield Told(suffix, printed, start, f"{year}-{day}", "year_to_date", done[day])
    yield Told("", "lũy kế cả năm", start, f"{year}-12-31", "year_to_date", done["12-31"])
