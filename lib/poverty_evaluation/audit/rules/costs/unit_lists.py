"""Nhầm đơn vị trong danh sách: one amount or price of a list a thousand times off all its sisters."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.units import PLACES
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.costs.norms import Norm
from poverty_evaluation.audit.rules.costs.product_claims import Values
from poverty_evaluation.audit.rules.costs.regions import Region
from poverty_evaluation.audit.rules.costs.unit_pairs import is_name, label_of
from poverty_evaluation.audit.rules.judging import Judge, behind_number, claim, written
from poverty_evaluation.relations import Stated, UnitCost, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind

_SCALES = {
    Measure.MONEY: {1: "đồng", 10**3: "nghìn đồng", 10**6: "triệu đồng", 10**9: "tỷ đồng"},
    Measure.WEIGHT: {1: "kg", 10**3: "tấn"},
    Measure.LENGTH: {1: "m", 10**3: "km"},
}
#: "bình quân năm 2020 đạt 38 triệu đồng/người; năm 2021 đạt 41 triệu đồng/người": the same at another time.
_IN_TIME = re.compile(r"(?<!\w)(?:năm|tháng|quý|vụ|kỳ)\s[^,;.]{1,16}$")
_PRICE = re.compile(r"(?<!\w)(?:giá|bình quân|trung bình|thu nhập|năng suất|định mức|lương|mức)(?!\w)")
#: "69 tạ/ha, tăng 0,1 tạ/ha": the rise of a rate is no rate.
_CHANGED = re.compile(r"(?<!\w)(?:tăng|giảm|cao hơn|thấp hơn|chênh|chênh lệch)(?: thêm| khoảng| gần| trên| hơn)?$")
#: How far apart the sisters may be, and the mended one from them: of amounts, of prices, of one price alone.
_AMOUNTS, _PRICES, _ONE_PRICE = Fraction(5), Fraction(3), Fraction(3, 2)
_EQUAL = Fraction(21, 20)
_BESIDE = re.compile(r"(?:\s[^\W\d_]+){0,4}\s?(?:[,;]\s(?:và\s|còn\s)?|và\s|còn\s)[^,;.:()\d%]{2,50}")
_FEWEST = 4


def rescaled(figure: Figure, right: Fraction) -> str:
    """The digits of a figure with the unit that makes them the right value, "" where there is none."""
    name = _SCALES.get(figure.measure, {}).get(int(figure.factor * right / figure.known))
    digits = figure.text[: len(figure.text) - len(behind_number(figure))].strip()
    return f"{digits} {name}" if name and name != behind_number(figure) else ""


def slips_of_lists(reading: Reading, region: Region, norms: Mapping[int, Norm]) -> Iterator[Claim]:
    """Lines of a list with one amount each: "Xã A: 1.250 triệu đồng; xã B: 1.340 triệu đồng; xã C: 1.180 tỷ đồng"."""
    of_segment: dict[tuple[int, int], list[Figure]] = {}
    for figure in region.figures:
        of_segment.setdefault(region.segments[figure.index], []).append(figure)
    alone = [figures[0] for figures in of_segment.values() if len(figures) == 1]
    for measure in _SCALES:
        listed = [
            figure for figure in alone
            if figure.measure is measure and figure.index not in norms and figure.is_readable and figure.known > 0
        ]  # fmt: skip
        if len(listed) >= _FEWEST and all(is_name(label_of(reading, figure)) for figure in listed):
            yield from _odd_ones(listed, _AMOUNTS, Certainty.IMPLIED)


def slips_of_runs(reading: Reading, region: Region, norms: Mapping[int, Norm]) -> Iterator[Claim]:
    """Names with one amount each in a sentence: "nhà ông Páo 40 triệu đồng, nhà bà Dợ 40 triệu đồng, …"."""
    runs: list[list[Figure]] = [[]]
    for figure in region.figures:
        if figure.measure not in _SCALES or figure.index in norms or not figure.is_readable or figure.known <= 0:
            runs.append([])
            continue
        last = runs[-1][-1] if runs[-1] else None
        if last is not None and not _stands_beside(reading, last, figure):
            runs.append([])
        runs[-1].append(figure)
    for run in runs:
        labels = [label_of(reading, figure) for figure in run]
        levels = {label.split()[0].lower() if label else "" for label in labels} & PLACES
        if len(run) > 2 and len(levels) < 2 and all(_names(label) for label in labels):
            yield from _odd_ones(run, _ONE_PRICE if len(run) > 3 else _EQUAL, Certainty.IMPLIED)


def _stands_beside(reading: Reading, last: Figure, figure: Figure) -> bool:
    if last.index + 1 != figure.index or last.sentence != figure.sentence or last.measure is not figure.measure:
        return False
    return _BESIDE.fullmatch(reading.source.plain, last.end, figure.start) is not None


def _names(label: str) -> bool:
    """Whether a label says by a proper name who got an amount."""
    return any(word[0].isupper() for word in label.split()[1:])


def slips_of_rates(reading: Reading, region: Region, norms: Mapping[int, Norm]) -> Iterator[Claim]:
    """Prices and averages for one of the same: "14.500 đồng/kg, nay 17,4 triệu đồng/kg"."""
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for figure in region.figures:
        norm = norms.get(figure.index)
        if norm is None or figure.measure not in _SCALES or figure.known <= 0:
            continue
        if not (norm.measure or norm.is_average or _IN_TIME.search(reading.before(figure, 40))):
            continue
        if _CHANGED.search(figure.label):
            continue
        groups.setdefault((figure.measure, norm.of, norm.times), []).append(figure)
    for figures in groups.values():
        if len(figures) > 2:
            yield from _odd_ones(figures, _PRICES, Certainty.SAID)
        elif len(figures) == 2 and all(_PRICE.search(reading.before(one, 80)) for one in figures):
            yield from _odd_ones(figures, _ONE_PRICE, Certainty.IMPLIED)


def _odd_ones(figures: Sequence[Figure], allowed: Fraction, certainty: Certainty) -> Iterator[Claim]:
    values = [figure.known for figure in figures]
    for place, figure in enumerate(figures):
        others = (*values[:place], *values[place + 1 :])
        if max(others) > allowed * min(others):
            continue
        right = _check(figure.stated(), others).reading
        usual = statistics.median(others)
        if right is None or not usual / allowed <= right <= usual * allowed:
            continue
        if len(figures) == 2 and figure.known < others[0]:
            continue
        yield _claim(figure, [other for other in figures if other is not figure], right, certainty)


def _check(amount: Stated, others: tuple[Fraction, ...]) -> Verdict:
    return UnitCost(amount, Stated("", Fraction(1)), others).check()


def _claim(figure: Figure, sisters: list[Figure], right: Fraction, certainty: Certainty) -> Claim:
    readings = tuple(
        dict.fromkeys(
            one
            for one in (
                rescaled(figure, right),
                *(other.text for other in figure.alternatives if other.value == right),
                written(right, figure),
            )
            if one
        )
    )
    beside = ", ".join(sister.text for sister in sisters[:3])
    return claim(
        FindingKind.UNIT, _judge(figure, sisters), certainty, figure, tuple(sisters[:6]),
        f"{figure.text} bên cạnh {beside}",
        f"{figure.text} gấp hoặc kém khoảng một nghìn lần các mục bên cạnh ({beside}); nhiều khả năng ghi nhầm đơn vị "
        f"(có thể là {readings[0]}).",
        f"{figure.text} is some thousand times off the items beside it ({beside}); the unit is probably wrong "
        f"(perhaps {readings[0]}).",
        computed=readings[0], readings=readings[:2],
    )  # fmt: skip


def _judge(figure: Figure, sisters: list[Figure]) -> Judge:
    def judge(stated: Values) -> Verdict:
        return _check(stated(figure), tuple(stated(sister).value for sister in sisters))

    return judge
