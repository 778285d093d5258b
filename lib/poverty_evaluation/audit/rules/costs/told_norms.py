"""Một định mức trong văn bản: the number, the durations and the total that are told of one norm, agreeing or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.units import PLACES
from poverty_evaluation.audit.findings import AuditVerdict, Certainty, Claim
from poverty_evaluation.audit.rules.costs.counted_things import is_person_or_household, is_place, noun_of, same_things
from poverty_evaluation.audit.rules.costs.norms import Norm, counts_one_of
from poverty_evaluation.audit.rules.costs.product_claims import (
    Term,
    agrees,
    average_agrees,
    average_claim,
    product_claim,
)
from poverty_evaluation.audit.rules.costs.product_cues import (
    cue_of,
    duration_in_words,
    in_words,
    is_apart,
    is_other,
    is_plausible,
    is_told_in_words,
)
from poverty_evaluation.audit.rules.costs.regions import Region
from poverty_evaluation.vocabulary.choices import Qualifier

_EXTREME = re.compile(r"(?<!\w)(?:cao|thấp|nhiều|lớn|nhỏ) nhất(?!\w)[^,;.()]{0,24}$")
_EXCEPT = re.compile(r"(?<!\w)(?:riêng|trừ|ngoại trừ)(?!\w)[^;.]{0,50}$")
_BESIDES = re.compile(r"^(?:\s+[^\W\d_]+){0,6}?\s*(?:và|cùng|kèm|,)\s+(?:theo\s+|một số\s+|các\s+|nhiều\s+|"
                      r"[^\W\d_]+\s+){0,3}"
                      r"(?:quà|nhu yếu phẩm|hiện vật|quần áo|bánh|sữa|chăn|mì|dầu|vật dụng|hàng hoá|hàng hóa|đồ "
                      r"dùng|lịch|thuốc)(?!\w)")  # fmt: skip
_SUBJECTS_WORDS = (
    "mức hỗ trợ vay chi số tiền giá trị tính ra suất đầu tư kinh phí vốn đó như vậy là với tương đương đạt "
    "khoảng ước sĩ thưởng trợ cấp quà mỗi cho tức diện tích năng quy mô và"
)
_SUBJECTS = frozenset(_SUBJECTS_WORDS.split())
#: Between two norms that add up for one: "… và …", "ngân sách tỉnh …, ngân sách huyện …".
_TOGETHER = re.compile(
    r"[^.;:\d]{0,40}(?:\s(?:và|cùng|kèm)|,\s(?:ngân sách|vốn|nguồn|quỹ|gia đình|nhân dân|dân|tỉnh|huyện|xã|nhà nước))\s"
    r"[^.;:\d]{0,30}"
)
_MOST_TRIED = 6
#: What a product may be of a total that is only a bound.
_NEAR = Fraction(7, 10), Fraction(5, 4)


class ToldNorm:
    """What is told of one norm in its region."""

    def __init__(self, reading: Reading, region: Region, norm: Norm, own: list[Norm], norms: dict[int, Norm]):
        self.reading, self.region, self.norm, self.norms = reading, region, norm, norms
        self.own = own
        one = norm.figure
        self.numbers = [
            figure for figure in region.figures
            if figure.index not in norms and figure.is_readable and figure.known > 0 and not figure.is_denominator
            and region.ring(one, figure) < 3 and counts_one_of(reading, norm, figure)
        ]  # fmt: skip
        if not any(region.ring(one, figure) < 2 for figure in self.numbers):
            self.numbers += in_words(reading, norm)
        self.counted = frozenset(figure.index for figure in self.numbers)
        self.totals = [figure for figure in region.figures if self._may_be_total(figure)]
        alike = [figure for figure in region.figures if self._is_total_of_one_time(figure)]
        if alike:
            self.norm, self.totals = replace(norm, times=()), alike

    def _is_total_of_one_time(self, figure: Figure) -> bool:
        """Whether a figure is the total for the one time of the norm: "684 m3/ngày" of "120 lít/người/ngày"."""
        other = self.norms.get(figure.index)
        if other is None or not self.norm.times or other.of != self.norm.times[:1] or not figure.known:
            return False
        return figure.same_measure(self.norm.figure) and self.region.ring(self.norm.figure, figure) < 2

    def _may_be_total(self, figure: Figure) -> bool:
        one = self.norm.figure
        if figure.index in self.norms or not figure.is_readable or figure.is_denominator or not figure.known:
            return False
        if not figure.same_measure(one) or self.region.ring(one, figure) == 3 or figure.index in self.counted:
            return False
        return one.measure is not Measure.COUNT or same_things(
            noun_of(self.reading, one), noun_of(self.reading, figure)
        )

    def claims(self) -> Iterator[Claim]:
        if not self.numbers or not self.totals or _EXTREME.search(self.reading.before(self.norm.figure, 40)):
            return
        if self.norm.is_average:
            yield from self.averages()
            return
        agreeing = self._agreeing()
        if agreeing is not None:
            yield product_claim(*agreeing)
            return
        yield from self._disagreeing()

    def averages(self) -> Iterator[Claim]:
        norm = self.norm
        for total in self._nearby(self.totals):
            for number in self._nearby(self.numbers):
                for constant in (1, 12) if norm.times else (1,):
                    if self._near(total) and average_agrees(norm, total, number, Fraction(constant)):
                        yield average_claim(norm, total, number, Certainty.SAID, Fraction(constant))
                        return
        totals = self.region.nearest(norm.figure, [total for total in self.totals if not is_apart(self.reading, total)])
        numbers = self.region.nearest(norm.figure, self.numbers)
        if norm.times or not self._is_of_the_same(totals) or len(totals) != 1 or len(numbers) != 1:
            return
        total, number = totals[0], numbers[0]
        if self.region.ring(norm.figure, total) and self._has_other_averages():
            return
        if not self._near(total) or not self._near(number) or abs(total.sentence - number.sentence) > 1:
            return
        ratio = total.known * norm.size / number.known / norm.figure.known
        if is_plausible(ratio) and not self._is_repeated(ratio):
            yield average_claim(norm, total, number, Certainty.SAID, Fraction(1))

    def _has_other_averages(self) -> bool:
        """Whether a total elsewhere may be that of several: "lúa 520 ha, 55 tạ/ha; ngô 120 ha, 42 tạ/ha"."""
        norm = self.norm.figure
        return any(
            other.figure is not norm and other.figure.same_measure(norm) and self._near(other.figure)
            for other in self.own
        )

    def _is_repeated(self, ratio: Fraction) -> bool:
        """Whether another figure says how often it is repeated: "mỗi năm xuất 2 lứa"."""
        return ratio > 1 and (
            any(figure.is_readable and figure.known == ratio for figure in self.region.figures)
            or is_told_in_words(self.reading, self.norm, ratio)
        )

    def _is_of_the_same(self, totals: list[Figure]) -> bool:
        """Whether an average is of nothing else than the total: its own words name no other thing, or the total's."""
        words = [word for word in self.norm.subject.split() if word not in _SUBJECTS]
        if not words:
            return True
        before = " ".join(self.reading.before(total, 60) for total in totals)
        return all(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", before) for word in words)

    def _near(self, figure: Figure) -> bool:
        return self.region.ring(self.norm.figure, figure) < 2

    def _agreeing(self) -> tuple[tuple[Term, ...], Figure, Certainty, bool] | None:
        """The reading of the text under which number, norm and total agree."""
        together = self._norms_of_the_same()
        for total in self._nearby(self.totals):
            for number in self._nearby(self.numbers):
                if number.known == 1:
                    continue
                for term in self._terms(number, together):
                    if agrees((term,), total) and not self._is_by_chance(term, total):
                        return (term,), total, Certainty.SAID, False
        return None

    def _nearby(self, figures: list[Figure]) -> list[Figure]:
        """The figures from the nearest on, no more than a reader would try."""
        return sorted(figures, key=lambda figure: self.region.distance(self.norm.figure, figure))[:_MOST_TRIED]

    def _is_by_chance(self, term: Term, total: Figure) -> bool:
        """A bound agrees with much: only what comes near it was meant, and was told near it."""
        norm = self.norm.figure
        loose = norm.qualifier is not Qualifier.EXACT or total.qualifier is not Qualifier.EXACT or norm.is_range
        return loose and not (
            _NEAR[0] <= term.value() / total.known <= _NEAR[1]
            and cue_of(self.reading, total, term.number)
            and self._near(total)
        )

    def _norms_of_the_same(self) -> list[Norm]:
        return [
            other for other in self.own
            if other.figure is not self.norm.figure and other.of == self.norm.of and other.times == self.norm.times
            and other.figure.same_measure(self.norm.figure) and self.region.ring(self.norm.figure, other.figure) == 0
            and not other.is_average
        ]  # fmt: skip

    def _terms(self, number: Figure, together: list[Norm]) -> Iterator[Term]:
        times = self._durations()
        yield from (Term(number, (self.norm,), found) for found in times)
        if not times:
            constants = {"tháng": range(1, 13), "năm": range(1, 6)}.get((*self.norm.times, "")[0], range(1, 2))
            yield from (Term(number, (self.norm,), (), Fraction(constant)) for constant in constants)
        for other in together[:2]:
            yield Term(number, (self.norm, other), times[0] if times else ())
        if not self.norm.times:
            durations = [
                figure for figure in self.region.figures
                if figure.measure is Measure.DURATION and figure.is_readable and figure.known > 1
            ]  # fmt: skip
            yield from (Term(number, (self.norm,), (duration,)) for duration in self._nearby(durations)[:3])

    def _durations(self) -> list[tuple[Figure, ...]]:
        """The figures of the durations that a norm is repeated for, () where it is not repeated."""
        if not self.norm.times:
            return [()]
        found = [
            figure for figure in self.region.figures
            if figure.index not in self.norms and figure.is_readable and figure.unit == self.norm.times[0]
            and figure.measure is Measure.DURATION and self.region.ring(self.norm.figure, figure) < 3
        ]  # fmt: skip
        if not found:
            return [(figure,) for figure in duration_in_words(self.reading, self.norm)]
        return [(figure,) for figure in self.region.nearest(self.norm.figure, found)]

    def _disagreeing(self) -> Iterator[Claim]:
        norm = self.norm
        numbers = self.region.nearest(norm.figure, self.numbers)
        durations = self._durations()
        if len(numbers) != 1 or len(durations) > 1 or self._has_rivals(numbers[0]) or self._has_exceptions():
            return
        together = self._norms_of_the_same()
        if together and not self._is_first_of_two(together):
            return
        number = numbers[0]
        totals = [
            total for total in self.totals if cue_of(self.reading, total, number) and not is_other(self.reading, total)
        ]
        totals = self.region.nearest(norm.figure, totals)
        if len(totals) != 1 or number.known == 1:
            return
        total = totals[0]
        if not durations and not self._is_of_one_time(total):
            return
        term = Term(number, (norm, *together), durations[0] if durations else ())
        ratio = total.known / term.value()
        if not is_plausible(ratio) or self._is_repeated(ratio):
            return
        is_given_to = cue_of(self.reading, total, number) == 1
        if is_given_to and "còn lại" in self.reading.after(norm.figure, 60):
            return
        is_partial = self.has_more((number,), total)
        certainty = self._certainty(number, total)
        made = product_claim((term,), total, certainty, is_partial)
        if made.verdict is AuditVerdict.HOLDS and (is_partial or self._is_by_chance(term, total)):
            return
        yield made

    def _is_of_one_time(self, total: Figure) -> bool:
        """Whether a total is told for one month or year, as the norm is: "kinh phí một năm 1.030 triệu đồng"."""
        time = re.escape(self.norm.times[0])
        pattern = rf"(?<!\w)(?:mỗi|một|hằng|hàng|01|1)\s{time}(?!\w)[^,;.]{{0,24}}$"
        return re.search(pattern, self.reading.before(total, 50)) is not None

    def _is_first_of_two(self, together: list[Norm]) -> bool:
        """Whether two make one norm ("150.000 đồng và 350.000 đồng"); other pairs may be two matters."""
        other = together[0].figure
        gap = self.reading.between(self.norm.figure, other) if other.start > self.norm.figure.end else ""
        return len(together) == 1 and _TOGETHER.fullmatch(gap) is not None

    def _certainty(self, number: Figure, total: Figure) -> Certainty:
        cue = cue_of(self.reading, total, number)
        if self.norm.figure.measure is Measure.COUNT and cue < 3 and self.norm.figure.known == 1:
            return Certainty.GUESSED
        if self.norm.figure.measure is Measure.COUNT and cue < 3:
            is_beside = cue == 1 and self.norm.figure.sentence == number.sentence == total.sentence
            return Certainty.IMPLIED if is_beside else Certainty.GUESSED
        far = self.region.ring(number, total) == 2 and self.region.ring(self.norm.figure, total) == 2
        hedged = self.norm.figure.qualifier is not Qualifier.EXACT
        if number.measure is Measure.DURATION or hedged or self._norms_of_the_same():
            return Certainty.IMPLIED
        return Certainty.SAID if cue == 3 or not far else Certainty.IMPLIED

    def _has_exceptions(self) -> bool:
        """Whether the norm is not that of all: "riêng xã An Phú 350 triệu đồng"."""
        norm = self.norm.figure
        return any(
            self._near(figure) and figure.same_measure(norm) and _EXCEPT.search(self.reading.before(figure, 60))
            for figure in self.region.figures
            if figure is not norm
        )

    def _has_rivals(self, number: Figure) -> bool:
        """Whether other norms of the measure share the total, each for its own part."""
        apart = {one.figure.index for one in self._norms_of_the_same()} | {total.index for total in self.totals}
        same = [
            other for other in self.own
            if other.figure is not self.norm.figure and other.figure.same_measure(self.norm.figure)
            and not other.is_average and self.region.ring(self.norm.figure, other.figure) < 3
            and other.figure.index not in apart
        ]  # fmt: skip
        if not same:
            return False
        total_here = [total for total in self.totals if self.region.ring(self.norm.figure, total) == 0]
        return (
            not total_here
            or self.region.ring(self.norm.figure, number) != 0
            or any(self.region.ring(self.norm.figure, other.figure) == 0 for other in same)
        )

    def _is_name(self, figure: Figure) -> bool:
        """Whether a number is the name of a place: "thôn 3 sinh hoạt thành 7 tổ"."""
        before = self.reading.before(figure, 12).split()
        return figure.decimals == 0 and bool(before) and before[-1] in PLACES and figure.unit not in before

    def has_more(self, numbers: tuple[Figure, ...], total: Figure) -> bool:
        """Whether the total may contain more than the product: other goods are named beside it."""
        norm = self.norm.figure
        if _BESIDES.search(self.reading.after(norm, 60)):
            return True
        told = (*numbers, norm, total)
        apart = self.counted | {one.index for one in told}
        start, end = min(one.start for one in told), max(one.end for one in told)
        for figure in self.region.figures:
            if figure.index in self.norms or figure.index in apart or self._is_name(figure):
                continue
            if not (start <= figure.start <= end or self.region.ring(norm, figure) == 0):
                continue
            if figure.measure is norm.measure and figure.is_readable and not is_other(self.reading, figure):
                return True
            noun = noun_of(self.reading, figure)
            if figure.measure is Measure.COUNT and noun and not (is_place(noun) or is_person_or_household(noun)):
                return True
        return False
