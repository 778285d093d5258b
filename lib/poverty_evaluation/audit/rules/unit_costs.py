"""Đơn giá bất thường: amounts per counted thing held against the sister lines of a list: triệu for tỷ, tấn for kg."""

from __future__ import annotations

import re
import statistics
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure, Notation
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.units import PLACES
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.judging import Judge, behind_number, claim, written
from poverty_evaluation.audit.rules.norms import is_person_or_household, norms_in, noun_of, same_things
from poverty_evaluation.audit.rules.product_claims import Values
from poverty_evaluation.audit.rules.regions import Region, regions
from poverty_evaluation.relations import Stated, UnitCost, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind
from poverty_evaluation.vocabulary.quantities import write_number

_AMOUNTS = frozenset({Measure.MONEY, Measure.WEIGHT, Measure.AREA, Measure.LENGTH, Measure.VOLUME})
_BASES = frozenset({Measure.COUNT, Measure.AREA, Measure.LENGTH, Measure.WEIGHT})
#: Words that keep an amount from being what the counted things cost or got.
_UNTIED = re.compile(
    r"(?<!\w)(?:tăng|giảm|so với|tổng số vốn|chiếm|đạt tỷ lệ|ngoài ra|trong đó|riêng|lũy kế|luỹ kế|còn lại)(?!\w)"
)
_LOAN = re.compile(r"(?<!\w)(?:vay|dư nợ|tín dụng)(?!\w)")
#: Things of which one costs about what another does.
_SMALL_GIFTS = frozenset({"suất", "phần", "túi", "chăn", "thẻ", "bộ", "cuốn", "quyển", "áo"})
_LONGEST_GAP, _MOST_LOANS = 90, 12
#: How many times dearer one of the same things may be for somebody else; and where it must be just the same.
_ALIKE, _SAME = Fraction(3), Fraction(105, 100)
#: đồng: too little for anything that is given, or lent.
_NOTHING, _NO_LOAN = 1000, 10**6
_WORDS = re.compile(r"[^\W\d_]+")
_FOR = re.compile(r"\s?(?:[^\W\d_]+\s){0,4}cho\s[^,;.:()]{0,30}")
_LABEL_CUT = re.compile(r"[,;.:()]\s|\d\S*\s|\n|(?<!\w)(?:kg|đồng|tấn|triệu|tỷ|và|đó)\s")
_NAMING = PLACES | frozenset(
    "tuyến hội đoàn quý tháng năm đợt công nhóm khối phòng liên chị anh ông bà ngân trung uỷ ubnd mttq lớp đội hợp htx hộ "
    "vụ tiểu quỹ doanh".split()
)
_SHOWN = {
    Measure.MONEY: ((10**9, "tỷ đồng"), (10**6, "triệu đồng")),
    Measure.WEIGHT: ((1000, "tấn"),),
    Measure.AREA: ((10**4, "ha"),),
    Measure.LENGTH: ((1000, "km"),),
}
_SLIP_WORDS = {
    "triệu": "tỷ", "tỷ": "triệu", "tỉ": "triệu", "nghìn": "triệu", "ngàn": "triệu", "tấn": "kg", "kg": "tấn", "km": "m",
    "m": "km",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Pair:
    """An amount and what it is spread over: "Thôn A: 42 bể, kinh phí 252 triệu đồng".

    label: the words in front of both; shape: those between them; is_named: whether the label says who, where or when.
    """

    base: Figure
    amount: Figure
    segment: tuple[int, int]
    label: str
    shape: str
    is_named: bool
    is_loan: bool

    @property
    def cost(self) -> Fraction:
        return self.amount.known / self.base.known

    def comparable(self, other: _Pair) -> bool:
        """Whether another pair tells the same of somebody else: the same things, the same words between."""
        if not self.amount.same_measure(other.amount) or self.base.measure is not other.base.measure:
            return False
        if self.shape != other.shape or self.amount.index == other.amount.index or self.base.index == other.base.index:
            return False
        return self.base.measure is not Measure.COUNT or same_things(self.base.noun, other.base.noun)


def unit_costs(reading: Reading) -> Iterator[Claim]:
    """Amounts whose unit cannot be meant, seen from what one of the same things costs beside them."""
    norms = norms_in(reading)
    told: set[int] = set()
    loans: list[_Pair] = []
    for region in regions(reading):
        pairs = list(_pairs(reading, region, norms.keys()))
        for made in _of_region(reading, pairs):
            if made.stated is not None and made.stated.index not in told:
                told.add(made.stated.index)
                yield made
        loans += [pair for pair in pairs if pair.is_loan]
    yield from _of_loans(loans, told)


def _pairs(reading: Reading, region: Region, rates: Container[int]) -> Iterator[_Pair]:
    """Each amount with the one number it goes with, where just one can be meant."""
    by_segment: dict[tuple[int, int], list[Figure]] = {}
    for figure in region.figures:
        by_segment.setdefault(region.segments[figure.index], []).append(figure)
    for segment, figures in by_segment.items():
        usable = [figure for figure in figures if figure.is_readable and figure.known > 0 and figure.index not in rates]
        for place, figure in enumerate(usable):
            if figure.measure in _AMOUNTS and not figure.is_denominator:
                base = _base(reading, usable, place)
                if base is not None:
                    yield _pair(reading, base, figure, segment)


def _pair(reading: Reading, base: Figure, amount: Figure, segment: tuple[int, int]) -> _Pair:
    first, second = sorted((base, amount), key=lambda figure: figure.start)
    between = reading.between(first, second)
    text = f"{between} {reading.after(second, 20)} {' '.join(first.noun)} {' '.join(second.noun)}"
    is_loan = amount.measure is Measure.MONEY and _LOAN.search(text) is not None and is_person_or_household(base.noun)
    label = _label(reading, first)
    return _Pair(base, amount, segment, label, " ".join(_WORDS.findall(between)), _is_name(label), is_loan)


def _label(reading: Reading, first: Figure) -> str:
    """The words in front of a figure, from the figure or mark before it on, as printed."""
    source = reading.source
    start = max(source.blocks[first.block].start, first.start - 60)
    plain = source.plain[start : first.start].rstrip(" :,(")
    cut = max(0, *(match.end() for match in _LABEL_CUT.finditer(plain)), 0)
    return source.text[start + cut : start + len(plain)].strip()


def _is_name(label: str) -> bool:
    """Whether a label says who, where or when, so that like things stand beside one another."""
    words = label.split()
    if not words:
        return False
    first = words[0].lower()
    return first in _NAMING or len(words) > 1 and all(word[0].isupper() for word in words[1:3])


def _base(reading: Reading, usable: list[Figure], place: int) -> Figure | None:
    """The number directly in front of an amount, or behind it in "15,7 tỷ đồng cho 957 hộ vay"."""
    amount = usable[place]
    before = usable[place - 1] if place else None
    after = usable[place + 1] if place + 1 < len(usable) else None
    if after is not None and (
        after.measure is not Measure.COUNT or _FOR.fullmatch(reading.between(amount, after)) is None
    ):
        after = None
    if after is not None and _LOAN.search(" ".join(after.noun)):
        return after
    return before if before is not None and _ties(reading, before, amount) else after


def _ties(reading: Reading, base: Figure, amount: Figure) -> bool:
    if base.measure not in _BASES or base.measure is amount.measure or base.is_denominator or base.fraction is not None:
        return False
    if base.measure is Measure.COUNT and not noun_of(reading, base):
        return False
    gap = reading.between(base, amount)
    if len(gap) > _LONGEST_GAP or re.search(r"[;:](?!\s*\d|\s*$)|\.\s", gap) and not re.search(r":\s*$", gap):
        return False
    return gap.count(",") + gap.count("(") <= 2 and _UNTIED.search(gap) is None


def _of_region(reading: Reading, pairs: list[_Pair]) -> Iterator[Claim]:
    for pair in pairs:
        alike = tuple(other for other in pairs if pair.comparable(other))
        made = _slip(pair, alike) or _outlier(reading, pair, pairs)
        if made is not None:
            yield made
        elif pair.is_named and len(alike) > 1 and _spread([other.cost for other in (pair, *alike)]) <= _ALIKE:
            yield _claim(pair, alike, pair.amount.known, Certainty.SAID)


def _spread(costs: list[Fraction]) -> Fraction:
    return max(costs) / min(costs)


def _slip(pair: _Pair, siblings: tuple[_Pair, ...]) -> Claim | None:
    """An amount that only another unit makes like its sisters: nearly the same where these may be other matters, or
    where there is but one of them."""
    if not siblings:
        return None
    costs = [sibling.cost for sibling in siblings]
    verdict = UnitCost(pair.amount.stated(), pair.base.stated(), tuple(costs)).check()
    are_named = pair.is_named and sum(sibling.is_named for sibling in siblings) == len(siblings)
    allowed = _ALIKE if are_named and len(siblings) > 1 else _SAME
    if verdict.reading is None or _spread(costs) > allowed:
        return None
    if _spread([verdict.reading / pair.base.known, *costs]) > allowed:
        return None
    if len(siblings) == 1 and not _is_odd_one(pair, siblings[0]):
        return None
    return _claim(pair, siblings, verdict.reading, Certainty.SAID)


def _is_odd_one(pair: _Pair, sister: _Pair) -> bool:
    """Of two either may be wrong: the dear one of what is given away, unless the other is nearly nothing."""
    nothing = _NO_LOAN if pair.is_loan else _NOTHING
    if pair.amount.measure is Measure.MONEY and min(pair.cost, sister.cost) < nothing:
        return pair.cost < sister.cost
    return pair.cost > sister.cost


def _outlier(reading: Reading, pair: _Pair, sisters: list[_Pair]) -> Claim | None:
    """A gift that costs three times each other of one whole, where one digit too many would explain it."""
    things = pair.base.noun[:2]
    if not things or things[0] not in _SMALL_GIFTS:
        return None
    whole = [
        other for other in sisters
        if other is not pair and other.base.sentence == pair.base.sentence and other.base.noun[:2] == things
        and other.amount.same_measure(pair.amount)
    ]  # fmt: skip
    if not whole:
        return None
    costs = tuple(other.cost for other in whole)
    verdict = UnitCost(pair.amount.stated(), pair.base.stated(), (), costs).check()
    if (
        verdict.agrees
        or "trong đó" not in reading.source.plain[reading.sentences[pair.base.sentence].start : pair.base.start]
    ):
        return None
    shorter = _without_first_digit(pair.amount)
    usual = statistics.median(costs)
    if shorter is None or not Fraction(1, 2) < shorter / pair.base.known / usual < 2:
        return None
    return _claim(pair, tuple(whole), shorter, Certainty.IMPLIED)


def _without_first_digit(amount: Figure) -> Fraction | None:
    digits = str(int(amount.known / amount.factor))
    if len(digits) < 2 or amount.notation is Notation.PLAIN and digits[1] == "0":
        return None
    return amount.known - int(digits[0] + "0" * (len(digits) - 1)) * amount.factor


def _of_loans(loans: list[_Pair], told: set[int]) -> Iterator[Claim]:
    """Loans of one text, wherever they stand: so much less or more per borrower that the unit must be another."""
    for place, pair in enumerate(loans):
        near = loans[max(0, place - _MOST_LOANS) : place + _MOST_LOANS]
        others = tuple(other for other in near if other is not pair and other.amount.index != pair.amount.index)
        if len(others) < 2 or pair.amount.index in told:
            continue
        costs = tuple(other.cost for other in others)
        verdict = UnitCost(pair.amount.stated(), pair.base.stated(), costs).check()
        if verdict.reading is not None:
            told.add(pair.amount.index)
            yield _claim(pair, others, verdict.reading, Certainty.SAID)


def _claim(pair: _Pair, siblings: tuple[_Pair, ...], right: Fraction, certainty: Certainty) -> Claim:
    amount, base = pair.amount, pair.base
    judge = _judge(pair, siblings, certainty)
    cost, usual = _each(pair.cost, amount), _each(statistics.median([sibling.cost for sibling in siblings]), amount)
    if right == amount.known:
        return _holding(pair, siblings, judge, cost, usual)
    readings = _readings(amount, right, certainty)
    one = " ".join(noun for noun in base.noun[:1]) or base.unit
    return claim(
        FindingKind.UNIT, judge, certainty, amount,
        (base, *dict.fromkeys(figure for sibling in siblings[:3] for figure in (sibling.base, sibling.amount))),
        f"{amount.text} / {base.text} = {cost}/{one}; các mục tương tự khoảng {usual}/{one}",
        f"Chia {amount.text} cho {base.text} được {cost} mỗi {one}, trong khi các mục tương tự khoảng {usual}; nhiều khả "
        f"năng ghi nhầm đơn vị hoặc dấu phẩy, đề nghị xem lại {amount.text} (có thể là {readings[0]}).",
        f"{amount.text} over {base.text} is {cost} each, while like items come to about {usual}; the unit or the separator "
        f"is probably wrong (perhaps {readings[0]}).",
        computed=readings[0], readings=readings,
    )  # fmt: skip


def _holding(pair: _Pair, siblings: tuple[_Pair, ...], judge: Judge, cost: str, usual: str) -> Claim:
    one = " ".join(pair.base.noun[:1]) or pair.base.unit
    return claim(
        FindingKind.UNIT, judge, Certainty.SAID, pair.amount, (pair.base,),
        f"{pair.amount.text} / {pair.base.text} = {cost}/{one}; các mục tương tự khoảng {usual}/{one}",
        f"Mức {cost} mỗi {one} tương đương các mục cùng loại.", f"{cost} each is like the items beside it.",
        computed=pair.amount.text,
    )  # fmt: skip


def _judge(pair: _Pair, siblings: tuple[_Pair, ...], certainty: Certainty) -> Judge:
    def judge(stated: Values) -> Verdict:
        def cost(other: _Pair) -> Fraction:
            return stated(other.amount).value / stated(other.base).value

        costs = tuple(cost(sibling) for sibling in siblings if stated(sibling.base).value)
        known: tuple[Stated, Stated] = stated(pair.amount), stated(pair.base)
        verdict = UnitCost(*known, costs).check() if certainty is Certainty.SAID else UnitCost(*known, (), costs).check()
        if verdict.stated is None:
            return verdict
        amount, base = known
        right = verdict.reading or statistics.median(costs) * base.value
        return replace(verdict, stated=amount.value, computed_low=None, computed_high=None, difference=amount.value - right)

    return judge


def _each(cost: Fraction, amount: Figure) -> str:
    """An amount for one, rounded to what a reader needs."""
    for size, name in _SHOWN.get(amount.measure, ()):
        if cost >= size:
            return f"{write_number(cost / size, 2, trim=True)} {name}"
    return f"{write_number(cost, 0 if amount.measure is Measure.MONEY else 2, trim=True)} {amount.unit}"


def _readings(amount: Figure, right: Fraction, certainty: Certainty) -> tuple[str, ...]:
    """The same digits with the neighbouring unit, then with the other separator."""
    found = []
    scale = behind_number(amount)
    digits = amount.text[: len(amount.text) - len(scale)].strip()
    first = scale.split()[0] if scale else ""
    if certainty is Certainty.SAID and first in _SLIP_WORDS:
        found.append(f"{digits} {scale.replace(first, _SLIP_WORDS[first], 1)}")
    for other in amount.alternatives:
        if other.value == right:
            found.append(other.text)
    return tuple(dict.fromkeys(found)) or (written(right, amount),)
