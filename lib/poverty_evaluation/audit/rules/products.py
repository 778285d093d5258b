"""Tích và bình quân: "N hộ, mỗi hộ q kg, tổng T", "định mức v đồng/người/tháng", "bình quân v/hộ", năng suất × diện tích."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from poverty_evaluation.audit.figures.figure import Figure, Measure, Notation
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import AuditVerdict, Certainty, Claim
from poverty_evaluation.audit.rules.norms import (
    Norm,
    counts_one_of,
    is_person_or_household,
    is_place,
    norms_in,
    noun_of,
    same_things,
)
from poverty_evaluation.audit.rules.product_claims import (
    Term,
    agrees,
    average_agrees,
    average_claim,
    product_claim,
)
from poverty_evaluation.audit.rules.regions import Region, regions
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.quantities import read_words

_STRONG = re.compile(
    r"(?<!\w)(?:tổng|cộng|thành tiền|tương đương|tương ứng|tức|như vậy|tính ra|hết|sản lượng|cần|thành)(?!\w)[^.;]{0,60}$|(?:=|=>|→)\s*$"
)
_WEAK = re.compile(
    r"(?<!\w)(?:kinh phí|số tiền|trị giá|giá trị|số vốn|nguồn vốn|dự toán|chi phí|số lượng|khối lượng|vốn|tiền|quy ra)"
    r"(?:\s+[^\W\d_]+){0,8}\s*:?\s*$"
)
_OTHER_THING = re.compile(
    r"(?<!\w)(?:còn lại|còn thiếu|đối ứng|trong đó|riêng|tăng|giảm|so với|lãi|cao nhất|thấp nhất|nhiều nhất|ít nhất|tối đa|"
    r"đã giải ngân|doanh thu|thu nhập|dư nợ|tiết kiệm|lương|kế hoạch|chỉ tiêu|thêm|bình quân|trung bình|mới đạt|cùng kỳ|xã hội hoá|"
    r"xã hội hóa|phần)(?!\w)[^,;.]{0,40}$"
)
_TAKEN = re.compile(r"(?<!\w)(?:thu|nộp|chi|trả|thưởng|góp)(?:\s+(?:được|về|cho dân))?\s*$")
_REACHED = re.compile(r"\s*[,;(]?\s*(?:đạt|bằng|mới)(?!\w)")
_APART = re.compile(r"(?<!\w)(?:còn lại|tăng|giảm|so với|thu nhập|trong đó|riêng|lãi|cao nhất|thấp nhất|kế hoạch)(?!\w)[^,;.]{0,40}$")
_EXCEPT = re.compile(r"(?<!\w)(?:riêng|trừ|ngoại trừ)(?!\w)[^;.]{0,50}$")
_GIVEN_TO = re.compile(
    r"\s(?:[^\W\d_]+\s){0,8}?(?:cho|đến|tới|giúp|phân bổ|tặng|trao|hỗ trợ|cấp|phát|mua|xây|làm|sửa)(?:\s[^,;.:]{0,40})?\s?"
)
_BESIDES = re.compile(r"^(?:\s+[^\W\d_]+){0,6}?\s*(?:và|cùng|kèm|,)\s+(?:theo\s+|một số\s+|các\s+|nhiều\s+|[^\W\d_]+\s+){0,3}"
                      r"(?:quà|nhu yếu phẩm|hiện vật|quần áo|bánh|sữa|chăn|mì|dầu|vật dụng|hàng hoá|hàng hóa|đồ dùng|lịch|thuốc)(?!\w)")  # fmt: skip
_SUBJECTS = frozenset(
    "mức hỗ trợ vay chi số tiền giá trị tính ra suất đầu tư kinh phí vốn đó như vậy là với tương đương đạt khoảng ước sĩ "
    "thưởng trợ cấp quà mỗi cho tức diện tích năng quy mô và".split()
)
_SMALL_NUMBER = re.compile(
    r"(?<!\w)(?<!thứ )(?<!mươi )(?P<number>hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?P<noun>[^\W\d_]+(?: [^\W\d_]+)?)"
)
_MOST_NORMS, _MOST_TRIED, _MOST_TERMS = 40, 6, 12
#: What a product may be of a total that is only a bound.
_NEAR = Fraction(7, 10), Fraction(5, 4)


def products(reading: Reading) -> Iterator[Claim]:
    """What the text says of numbers, norms, totals and averages."""
    norms = norms_in(reading)
    if not norms:
        return
    written_out = _written_out(reading, norms)
    for region in regions(reading):
        own = [norms[figure.index] for figure in region.figures if figure.index in norms]
        together = list(_sums_of_products(reading, region, own, norms))
        yield from together
        settled = {figure.index for made in together for figure in made.figures} | written_out
        for norm in own[:_MOST_NORMS]:
            if norm.figure.index not in settled:
                yield from _Told(reading, region, norm, own, norms).claims()


def _written_out(reading: Reading, norms: dict[int, Norm]) -> frozenset[int]:
    """Norms that stand in a calculation: they are judged there."""
    found = set()
    for index, norm in norms.items():
        figure = norm.figure
        if re.search(r"[x×*]\s*\(?$", reading.before(figure, 6)) or re.match(
            r"[^,;.=\d]{0,40}\s[x×*]\s*\(?\d", reading.after(figure, 60)
        ):
            found.add(index)
    return frozenset(found)


class _Told:
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
            self.numbers += _in_words(reading, norm)
        self.totals = [figure for figure in region.figures if self._may_be_total(figure)]

    def _may_be_total(self, figure: Figure) -> bool:
        one = self.norm.figure
        if figure.index in self.norms or not figure.is_readable or figure.is_denominator or not figure.known:
            return False
        if not figure.same_measure(one) or self.region.ring(one, figure) == 3 or figure in self.numbers:
            return False
        return one.measure is not Measure.COUNT or same_things(
            noun_of(self.reading, one), noun_of(self.reading, figure)
        )

    def claims(self) -> Iterator[Claim]:
        if not self.numbers or not self.totals:
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
        totals = self.region.nearest(norm.figure, [total for total in self.totals if not self._is_apart(total)])
        numbers = self.region.nearest(norm.figure, self.numbers)
        if norm.times or not self._is_of_the_same(totals) or len(totals) != 1 or len(numbers) != 1:
            return
        total, number = totals[0], numbers[0]
        if not self._near(total) or not self._near(number) or abs(total.sentence - number.sentence) > 1:
            return
        ratio = total.known * norm.size / number.known / norm.figure.known
        if _is_plausible(ratio):
            yield average_claim(norm, total, number, Certainty.SAID, Fraction(1))

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
            _NEAR[0] <= term.value() / total.known <= _NEAR[1] and self._cue(total, term.number) and self._near(total)
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
        return [(figure,) for figure in self.region.nearest(self.norm.figure, found)]

    def _disagreeing(self) -> Iterator[Claim]:
        norm = self.norm
        numbers = self.region.nearest(norm.figure, self.numbers)
        durations = self._durations()
        if len(numbers) != 1 or len(durations) != 1 or self._has_rivals(numbers[0]) or self._has_exceptions():
            return
        together = self._norms_of_the_same()
        if together and not self._is_first_of_two(together):
            return
        number = numbers[0]
        totals = [total for total in self.totals if self._cue(total, number) and not self._is_other(total)]
        totals = self.region.nearest(norm.figure, totals)
        if len(totals) != 1 or number.known == 1:
            return
        total = totals[0]
        term = Term(number, (norm, *together), durations[0])
        if not _is_plausible(total.known / term.value()):
            return
        is_partial = self._has_more(number, total)
        certainty = self._certainty(number, total)
        made = product_claim((term,), total, certainty, is_partial)
        if made.verdict is AuditVerdict.HOLDS and (is_partial or self._is_by_chance(term, total)):
            return
        yield made

    def _is_first_of_two(self, together: list[Norm]) -> bool:
        """ "150.000 đồng và 350.000 đồng" for one make one norm; other pairs may be two matters."""
        other = together[0].figure
        gap = self.reading.between(self.norm.figure, other) if other.start > self.norm.figure.end else ""
        return len(together) == 1 and re.fullmatch(r"[^.;:\d]{0,40}\s(?:và|cùng|kèm)\s[^.;:\d]{0,30}", gap) is not None

    def _certainty(self, number: Figure, total: Figure) -> Certainty:
        cue = self._cue(total, number)
        if self.norm.figure.measure is Measure.COUNT and cue < 3:
            is_beside = cue == 1 and self.norm.figure.sentence == number.sentence == total.sentence
            return Certainty.IMPLIED if is_beside else Certainty.GUESSED
        far = self.region.ring(number, total) == 2 and self.region.ring(self.norm.figure, total) == 2
        hedged = self.norm.figure.qualifier is not Qualifier.EXACT
        if number.measure is Measure.DURATION or hedged or self._norms_of_the_same():
            return Certainty.IMPLIED
        return Certainty.SAID if cue == 3 or not far else Certainty.IMPLIED

    def _cue(self, total: Figure, number: Figure) -> int:
        """How surely a figure is told as the total: 3 "tổng …", 2 "kinh phí …", 1 "T cho N hộ", 0 not at all."""
        before = self.reading.before(total, 80)
        clause = re.split(r"[,;.]\s|\(", before)[-1]
        if _STRONG.search(clause):
            return 3
        if _WEAK.search(clause):
            return 2
        if _TAKEN.search(clause) and not _REACHED.match(self.reading.after(total, 20)):
            return 1
        if total.block == number.block and total.sentence == number.sentence and total.end < number.start:
            return int(_GIVEN_TO.fullmatch(self.reading.between(total, number)) is not None)
        if total.block == number.block and number.sentence == total.sentence and number.end <= total.start:
            return int(re.fullmatch(r"\s[^,;.:()\d]{1,40}", self.reading.between(number, total)) is not None)
        return 0

    def _is_other(self, total: Figure) -> bool:
        clause = re.split(r"[,;.:(]\s?", self.reading.before(total, 60))[-1]
        return _OTHER_THING.search(clause) is not None and _STRONG.search(clause) is None

    def _is_apart(self, total: Figure) -> bool:
        clause = re.split(r"[,;.:(]\s?", self.reading.before(total, 60))[-1]
        return _APART.search(clause) is not None

    def _has_exceptions(self) -> bool:
        """ "riêng xã An Phú 350 triệu đồng": the norm is not that of all."""
        norm = self.norm.figure
        return any(
            self._near(figure) and figure.same_measure(norm) and _EXCEPT.search(self.reading.before(figure, 60))
            for figure in self.region.figures
            if figure is not norm
        )

    def _has_rivals(self, number: Figure) -> bool:
        """Whether other norms of the measure share the total, each for its own part."""
        same = [
            other for other in self.own
            if other.figure is not self.norm.figure and other.figure.same_measure(self.norm.figure)
            and not other.is_average and self.region.ring(self.norm.figure, other.figure) < 3
            and other not in self._norms_of_the_same()
        ]  # fmt: skip
        if not same:
            return False
        total_here = [total for total in self.totals if self.region.ring(self.norm.figure, total) == 0]
        return (
            not total_here
            or self.region.ring(self.norm.figure, number) != 0
            or any(self.region.ring(self.norm.figure, other.figure) == 0 for other in same)
        )

    def _has_more(self, number: Figure, total: Figure) -> bool:
        """Whether the total may contain more than the product: other goods are named beside it."""
        norm = self.norm.figure
        if _BESIDES.search(self.reading.after(norm, 60)):
            return True
        start, end = min(number.start, norm.start, total.start), max(number.end, norm.end, total.end)
        for figure in self.region.figures:
            if figure.index in self.norms or figure in (number, norm, total) or figure in self.numbers:
                continue
            if not (start <= figure.start <= end or self.region.ring(norm, figure) == 0):
                continue
            if figure.measure is norm.measure and figure.is_readable and not self._is_other(figure):
                return True
            noun = noun_of(self.reading, figure)
            if figure.measure is Measure.COUNT and noun and not (is_place(noun) or is_person_or_household(noun)):
                return True
        return False


def _in_words(reading: Reading, norm: Norm) -> list[Figure]:
    """A number of what a norm is for one of that is told by a word: "cho bốn xã, mỗi xã 800 kg"."""
    if not norm.of or norm.measure is not None or norm.of[0] in ("học", "người", "em"):
        return []
    one = norm.figure
    block = reading.block_of(one)
    start = max(block.start, one.start - 160)
    found = []
    for match in _SMALL_NUMBER.finditer(reading.source.plain, start, min(block.end, one.end + 80)):
        words = tuple(match["noun"].split())
        if same_things(norm.of, words):
            value = Fraction(read_words(match["number"]))
            text = " ".join(reading.source.text[match.start() : match.end("noun")].split()[: 1 + len(norm.of)])
            found.append(
                replace(
                    one, index=-1 - match.start(), start=match.start(), end=match.end("number"), text=text, value=value,
                    number_end=match.end("number"), measure=Measure.COUNT, unit=words[0], noun=words, factor=Fraction(1),
                    half_step=Fraction(0), qualifier=Qualifier.EXACT, per="", decimals=0, alternatives=(),
                    is_range=False, notation=Notation.PLAIN, label="",
                )
            )  # fmt: skip
    return found if len(found) == 1 else []


def _is_plausible(ratio: Fraction) -> bool:
    """Whether a stated total is so near the product that it can be meant: three times, or a slip of the unit."""
    if Fraction(1, 3) < ratio < 3:
        return True
    return any(
        abs(ratio * slip - 1) < Fraction(1, 100) for slip in (10**3, 10**6, Fraction(1, 10**3), Fraction(1, 10**6))
    ) or any(ratio == slip for slip in (10, 100, Fraction(1, 10), Fraction(1, 100)))


def _sums_of_products(reading: Reading, region: Region, own: list[Norm], norms: dict[int, Norm]) -> Iterator[Claim]:
    """Several groups with their norms and one total: "hộ nghèo 500.000 đồng/hộ (640 hộ), hộ cận nghèo …"."""
    terms: list[Term] = []
    for norm in own[: _MOST_TERMS + 1]:
        if norm.is_average or norm.times or (own and not norm.figure.same_measure(own[0].figure)):
            return
        told = _Told(reading, region, norm, own, norms)
        numbers = [number for number in told.numbers if not any(term.number is number for term in terms)]
        gaps = {
            number.index: _gap(reading, norm, number) for number in numbers if region.ring(norm.figure, number) == 0
        }
        near = [number for number in numbers if gaps.get(number.index) is not None]
        if not near:
            return
        terms.append(Term(min(near, key=lambda number: gaps[number.index] or 0), (norm,)))
    if not 2 <= len(terms) <= _MOST_TERMS:
        return
    told = _Told(reading, region, own[0], own, norms)
    first = min(figure.start for figure in terms[0].figures)
    totals = [
        total for total in told.totals
        if not told._is_other(total)
        and (told._cue(total, terms[0].number) >= 2 or total.end < first and ":" in reading.source.plain[total.end : first])
    ]  # fmt: skip
    totals = [total for total in totals if not any(agrees((term,), total) for term in terms)]
    for total in totals:
        if agrees(tuple(terms), total):
            yield product_claim(tuple(terms), total, Certainty.SAID)
            return
    if len(totals) == 1 and not _any_subset(terms, totals[0]):
        value = sum((term.value() for term in terms), Fraction(0))
        if _is_plausible(totals[0].known / value) and not any(told._has_more(term.number, totals[0]) for term in terms):
            yield product_claim(tuple(terms), totals[0], Certainty.IMPLIED)


def _any_subset(terms: list[Term], total: Figure) -> bool:
    return len(terms) <= 6 and any(
        agrees(chosen, total) for size in range(1, len(terms)) for chosen in combinations(terms, size)
    )


def _gap(reading: Reading, norm: Norm, number: Figure) -> int | None:
    """How far a number stands from its norm: "45 nhà với mức 60 triệu đồng/nhà", "500.000 đồng/hộ (640 hộ)"."""
    first, second = sorted((norm.figure, number), key=lambda figure: figure.start)
    gap = reading.between(first, second)
    return None if len(gap) >= 60 or re.search(r"[;.]|\d", gap) else len(gap)
