"""Đơn giá bất thường: amounts per counted thing against the sister lines of a list: triệu for tỷ, tấn for kg."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure, Notation
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.costs.norms import norms_in
from poverty_evaluation.audit.rules.costs.product_claims import Values
from poverty_evaluation.audit.rules.costs.regions import regions
from poverty_evaluation.audit.rules.costs.unit_lists import rescaled, slips_of_lists, slips_of_rates, slips_of_runs
from poverty_evaluation.audit.rules.costs.unit_pairs import Pair, pairs_in
from poverty_evaluation.audit.rules.judging import Judge, behind_number, claim, written
from poverty_evaluation.relations import Stated, UnitCost, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind
from poverty_evaluation.vocabulary.quantities import write_number

#: Things of which one costs about what another does.
_SMALL_GIFTS = frozenset({"suất", "phần", "túi", "chăn", "thẻ", "bộ", "cuốn", "quyển", "áo"})
_MOST_LOANS = 6
#: How many times dearer one of the same things may be for somebody else; and where it must be just the same.
_ALIKE, _SAME = Fraction(3), Fraction(105, 100)
#: đồng: too little for anything that is given, or lent.
_NOTHING, _NO_LOAN = 1000, 10**6
_SHOWN = {
    Measure.MONEY: ((10**9, "tỷ đồng"), (10**6, "triệu đồng")),
    Measure.WEIGHT: ((1000, "tấn"),),
    Measure.AREA: ((10**4, "ha"),),
    Measure.LENGTH: ((1000, "km"),),
}


def unit_costs(reading: Reading) -> Iterator[Claim]:
    """Amounts whose unit cannot be meant, seen from what one of the same things costs beside them."""
    norms = reading.once(norms_in)
    told: set[int] = set()
    loans: list[Pair] = []
    for region in regions(reading):
        pairs = list(pairs_in(reading, region, norms.keys()))
        for made in _of_region(reading, pairs):
            if made.stated is not None and made.stated.index not in told:
                told.add(made.stated.index)
                yield made
        loans += [pair for pair in pairs if pair.is_loan]
        lists = (slips_of_lists, slips_of_rates, slips_of_runs)
        for made in (one for slips in lists for one in slips(reading, region, norms)):
            if made.stated is not None and made.stated.index not in told:
                told.add(made.stated.index)
                yield made
    yield from _of_loans(loans, told)


def _of_region(reading: Reading, pairs: list[Pair]) -> Iterator[Claim]:
    for pair in pairs:
        alike = tuple(other for other in pairs if pair.comparable(other))
        made = _slip(pair, alike) or _outlier(reading, pair, pairs)
        if made is not None:
            yield made
        elif pair.is_named and len(alike) > 1 and _spread([other.cost for other in (pair, *alike)]) <= _ALIKE:
            yield _claim(pair, alike, pair.amount.known, Certainty.SAID)


def _spread(costs: list[Fraction]) -> Fraction:
    return max(costs) / min(costs)


def _slip(pair: Pair, siblings: tuple[Pair, ...]) -> Claim | None:
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


def _is_odd_one(pair: Pair, sister: Pair) -> bool:
    """Of two either may be wrong: the dear one of what is given away, unless the other is nearly nothing."""
    nothing = _NO_LOAN if pair.is_loan else _NOTHING
    if pair.amount.measure is Measure.MONEY and min(pair.cost, sister.cost) < nothing:
        return pair.cost < sister.cost
    return pair.cost > sister.cost


def _outlier(reading: Reading, pair: Pair, sisters: list[Pair]) -> Claim | None:
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
    if len(digits) < 2 or (amount.notation is Notation.PLAIN and digits[1] == "0"):
        return None
    return amount.known - int(digits[0] + "0" * (len(digits) - 1)) * amount.factor


def _of_loans(loans: list[Pair], told: set[int]) -> Iterator[Claim]:
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


def _claim(pair: Pair, siblings: tuple[Pair, ...], right: Fraction, certainty: Certainty) -> Claim:
    amount, base = pair.amount, pair.base
    judge = _judge(pair, siblings, certainty)
    size = base.factor if base.measure is not Measure.COUNT else Fraction(1)
    usual = _each(statistics.median([sibling.cost for sibling in siblings]) * size, amount)
    cost = _each(pair.cost * size, amount)
    if right == amount.known:
        return _holding(pair, judge, cost, usual)
    readings = _readings(amount, right, certainty)
    one = _one(base)
    return claim(
        FindingKind.UNIT, judge, certainty, amount,
        (base, *dict.fromkeys(figure for sibling in siblings[:3] for figure in (sibling.base, sibling.amount))),
        f"{amount.text} / {base.text} = {cost}/{one}; các mục tương tự khoảng {usual}/{one}",
        f"Chia {amount.text} cho {base.text} được {cost} mỗi {one}, trong khi các mục tương tự khoảng {usual}; "
        f"nhiều khả "
        f"năng ghi nhầm đơn vị hoặc dấu phẩy, đề nghị xem lại {amount.text} (có thể là {readings[0]}).",
        f"{amount.text} over {base.text} is {cost} each, while like items come to about {usual}; the unit or "
        f"the separator "
        f"is probably wrong (perhaps {readings[0]}).",
        computed=readings[0], readings=readings,
    )  # fmt: skip


def _one(base: Figure) -> str:
    """What an amount is spread over one of: "hộ", "km", "ha" as printed."""
    if base.measure is not Measure.COUNT:
        return behind_number(base)
    return base.noun[0] if base.noun else base.unit


def _holding(pair: Pair, judge: Judge, cost: str, usual: str) -> Claim:
    one = _one(pair.base)
    return claim(
        FindingKind.UNIT, judge, Certainty.SAID, pair.amount, (pair.base,),
        f"{pair.amount.text} / {pair.base.text} = {cost}/{one}; các mục tương tự khoảng {usual}/{one}",
        f"Mức {cost} mỗi {one} tương đương các mục cùng loại.", f"{cost} each is like the items beside it.",
        computed=pair.amount.text,
    )  # fmt: skip


def _judge(pair: Pair, siblings: tuple[Pair, ...], certainty: Certainty) -> Judge:
    def judge(stated: Values) -> Verdict:
        def cost(other: Pair) -> Fraction:
            return stated(other.amount).value / stated(other.base).value

        costs = tuple(cost(sibling) for sibling in siblings if stated(sibling.base).value)
        known: tuple[Stated, Stated] = stated(pair.amount), stated(pair.base)
        verdict = (
            UnitCost(*known, costs).check() if certainty is Certainty.SAID else UnitCost(*known, (), costs).check()
        )
        if verdict.stated is None:
            return verdict
        amount, base = known
        right = verdict.reading or statistics.median(costs) * base.value
        return replace(
            verdict, stated=amount.value, computed_low=None, computed_high=None, difference=amount.value - right
        )

    return judge


def _each(cost: Fraction, amount: Figure) -> str:
    """An amount for one, rounded to what a reader needs."""
    for size, name in _SHOWN.get(amount.measure, ()):
        if cost >= size:
            return f"{write_number(cost / size, 2, trim=True)} {name}"
    return f"{write_number(cost, 0 if amount.measure is Measure.MONEY else 2, trim=True)} {amount.unit}"


def _readings(amount: Figure, right: Fraction, certainty: Certainty) -> tuple[str, ...]:
    """The same digits with another unit, then with the other separator; else the amount as it would be written."""
    found = [rescaled(amount, right)] if certainty is Certainty.SAID else []
    found += [other.text for other in amount.alternatives if other.value == right]
    return tuple(dict.fromkeys(one for one in found if one)) or (written(right, amount),)
