"""Sai đơn vị giữa tổng và phần: a whole and its parts a thousand times apart: triệu for tỷ, a comma for a dot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.judging import behind_number, claim, written, written_sum
from poverty_evaluation.audit.rules.kinds import Kinship
from poverty_evaluation.audit.rules.parts.wholes import Breakdown, Strength
from poverty_evaluation.relations import AtMost, Stated, SumOfParts, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind

_THOUSAND = Fraction(1000)
#: How many times a part must exceed its whole, or the whole its parts, before a slip is supposed.
_FAR = 20
_NEAR = Fraction(1, 4)
_MOST_PARTS = 12
_NEXT_SCALE = {
    "nghìn": "triệu",
    "ngàn": "triệu",
    "triệu": "tỷ",
    "tỷ": "nghìn tỷ",
    "tỉ": "nghìn tỷ",
    "kg": "tấn",
    "m2": "ha",
}
_PREVIOUS_SCALE = {"triệu": "nghìn", "tỷ": "triệu", "tỉ": "triệu", "tấn": "kg"}


@dataclass(frozen=True, slots=True)
class Slip:
    """Figures that would have to be so many times what is printed for the parts to fit the whole."""

    parts: tuple[Figure, ...]
    factors: Mapping[int, Fraction]
    off: Fraction


def slip_of(found: Breakdown) -> Slip | None:
    """The slip that explains parts and whole far apart; None where they are not, or nothing explains them."""
    whole = found.whole
    if found.kinship is not Kinship.SURE or whole.measure in (Measure.PERCENT, Measure.POINTS):
        return None
    ways = [way for way in (found.parts, *found.others) if 1 < len(way) <= _MOST_PARTS]
    candidates = []
    for way in ways:
        if not _is_far(whole, way, found.strength):
            continue
        for factors in _explanations(whole, way):
            total = sum((part.known * factors.get(part.index, Fraction(1)) for part in way), Fraction(0))
            needed = whole.known * factors.get(whole.index, Fraction(1))
            off = abs(total - needed) / needed
            if off <= _NEAR:
                candidates.append(Slip(way, factors, off))
    return min(candidates, key=lambda slip: (round(slip.off * 50), len(slip.factors), slip.off), default=None)


def _is_far(whole: Figure, parts: Sequence[Figure], strength: Strength) -> bool:
    largest, total = max(part.known for part in parts), sum((part.known for part in parts), Fraction(0))
    return largest > _FAR * whole.known or (strength > Strength.AMONG and whole.known > 10 * _FAR * total)


def _explanations(whole: Figure, parts: Sequence[Figure]) -> Iterator[Mapping[int, Fraction]]:
    """The whole, one part, or the whole and some parts of its scale, a thousand times more or less."""
    alike = [part for part in parts if part.factor == whole.factor]
    for times in (_THOUSAND, 1 / _THOUSAND):
        yield {whole.index: times}
        for part in parts:
            yield {part.index: times}
        for part in alike:
            yield {whole.index: times, part.index: times}
        if len(alike) > 2:
            yield {figure.index: times for figure in (whole, *alike)}


def slip_claims(found: Breakdown, slip: Slip) -> Iterator[Claim]:
    """That the unit cannot be right; and that even with the mended one the parts do not make the whole."""
    whole, parts = found.whole, slip.parts
    wrong = whole if whole.index in slip.factors else next(part for part in parts if part.index in slip.factors)
    largest = max(parts, key=lambda part: part.known)
    is_small = largest.known > whole.known

    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        if is_small:
            return AtMost(stated(largest), stated(whole), FindingKind.UNIT).check()
        return SumOfParts(stated(whole), tuple(stated(part) for part in parts), True).check()

    others = tuple(figure for figure in (whole, *parts) if figure is not wrong)
    sign = "<" if is_small else ">"
    against = largest if is_small else parts[0]
    yield claim(
        FindingKind.UNIT, judge, Certainty.SAID if is_small else Certainty.IMPLIED, wrong, others,
        f"tổng {whole.text} {sign} phần {against.text}; nếu {wrong.text} là {_mended(wrong, slip)} thì các số cùng cỡ",
        f"Tổng ({whole.text}) và các phần của nó lệch nhau hàng nghìn lần; cần xem lại đơn vị hoặc dấu phẩy, dấu chấm "
        f"của {wrong.text}.",
        f"The whole ({whole.text}) and its parts are a thousand times apart; check the unit or the comma of "
        f"{wrong.text}.",
        _mended(wrong, slip), readings(wrong, slip.factors[wrong.index]),
    )  # fmt: skip
    yield from _mended_sum(found, slip)


def _mended_sum(found: Breakdown, slip: Slip) -> Iterator[Claim]:
    whole, parts, complete = found.whole, slip.parts, found.strength is not Strength.AMONG

    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        def mended(figure: Figure) -> Stated:
            times, known = slip.factors.get(figure.index, Fraction(1)), stated(figure)
            return replace(known, value=known.value * times, half_step=known.half_step * times)

        return SumOfParts(mended(whole), tuple(mended(part) for part in parts), complete).check()

    if judge(Figure.stated).agrees:
        return
    total = sum((part.known * slip.factors.get(part.index, Fraction(1)) for part in parts), Fraction(0))
    line = " + ".join(_mended(part, slip) for part in parts)
    times = slip.factors.get(whole.index, Fraction(1))
    said = written_sum(total, replace(whole, factor=whole.factor * times, text=_mended(whole, slip)))
    told = claim(
        FindingKind.SUM, judge, Certainty.SAID, whole, parts,
        f"{line} = {said}; tổng đọc là {_mended(whole, slip)}",
        f"Dù hiểu theo cách hợp lý nhất, các phần cộng lại được {said}, không khớp với tổng {_mended(whole, slip)}; "
        "cần xem lại số tổng và từng phần.",
        f"Even read in the way that fits best, the parts add up to {said}, not to the whole {_mended(whole, slip)}; "
        "check the whole and each part.",
        said,
    )  # fmt: skip
    yield replace(told, judge=None)  # its figures are read otherwise than printed, so no other value is tried on them


def _mended(figure: Figure, slip: Slip) -> str:
    times = slip.factors.get(figure.index)
    return figure.text if times is None else readings(figure, times)[0]


def readings(figure: Figure, times: Fraction) -> tuple[str, ...]:
    """How a figure a thousand times more or less would be written: in the next scale, or with the other separator."""
    number = figure.text[: figure.number_end - figure.start].strip()
    unit = behind_number(figure)
    word, _, rest = unit.partition(" ")
    scale = (_NEXT_SCALE if times > 1 else _PREVIOUS_SCALE).get(word.lower())
    found = [f"{number} {scale} {rest}".strip()] if scale and number else []
    found += [other.text for other in figure.alternatives if other.value == figure.known * times]
    return tuple(found) or (written(figure.known * times, figure),)
