"""Lời về tỷ lệ: what a reader is told of a share that holds, does not, or cannot be checked."""

from __future__ import annotations

from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.bases import Role
from poverty_evaluation.audit.rules.judging import Judge, behind_number, claim, judged_with, written
from poverty_evaluation.audit.rules.share_parts import SaidShare
from poverty_evaluation.relations import Share, denominator_bounds
from poverty_evaluation.vocabulary.findings import FindingKind
from poverty_evaluation.vocabulary.quantities import write_number

_BASE_VI = {Role.PLAN: "kế hoạch", Role.ABOVE: "kế hoạch", Role.BELOW: "kế hoạch", Role.INDEX: "kỳ so sánh"}
_BASE_EN = {Role.PLAN: "plan", Role.ABOVE: "plan", Role.BELOW: "plan", Role.INDEX: "earlier level"}
_SAYS_VI = {Role.ABOVE: "vượt ", Role.BELOW: "thấp hơn "}
_SAYS_EN = {Role.ABOVE: "more than the plan by ", Role.BELOW: "less than the plan by "}


def share_claim(share: SaidShare, whole: Figure, judge: Judge, certainty: Certainty) -> Claim:
    """The claim that a part, of this whole, is the printed per cent."""
    part, percent, role = share.part, share.percent, share.role
    verdict = judge(Figure.stated)
    rate = part.known / whole.known if whole.known else None
    if rate is None:
        certainty = Certainty.GUESSED
    elif not verdict.agrees:
        certainty = min(certainty, _by_rounding(share, rate))
    computed = "" if rate is None else written(_as_said(role, rate), percent)
    shown = f"{part.text} / {whole.text} = {'?' if rate is None else written(rate, percent)}"
    if verdict.agrees:
        vi = f"{part.text} trên {_BASE_VI.get(role, 'tổng số')} {whole.text} đúng là {_SAYS_VI.get(role, '')}{percent.text}."
        en = f"{part.text} of the {_BASE_EN.get(role, 'whole')} of {whole.text} is {_SAYS_EN.get(role, '')}{percent.text} as stated."
    elif certainty is Certainty.GUESSED and rate is not None:
        vi = f"{part.text} trên {whole.text} là {written(rate, percent)}; {percent.text} chỉ lệch ở chữ số cuối, do cắt bớt hoặc làm tròn."
        en = f"{part.text} of {whole.text} is {written(rate, percent)}; {percent.text} differs in the last digit only, cut off or rounded."
    else:
        vi = (
            f"{part.text} trên {_BASE_VI.get(role, 'tổng số')} {whole.text} là {_SAYS_VI.get(role, '')}{computed}, "
            f"văn bản ghi {_SAYS_VI.get(role, '')}{percent.text}: xem lại tỷ lệ hoặc hai số tạo ra nó."
        )
        en = (
            f"{part.text} of the {_BASE_EN.get(role, 'whole')} of {whole.text} is {_SAYS_EN.get(role, '')}{computed}, "
            f"the text says {percent.text}: check the share or the two figures behind it."
        )
    readings = () if verdict.agrees else (*_other_readings(share, whole, judge), computed)
    return claim(
        FindingKind.SHARE, judge, certainty, percent, (part, whole),
        f"{shown}; văn bản ghi {_SAYS_VI.get(role, '')}{percent.text}", vi, en, computed, tuple(one for one in readings if one),
    )  # fmt: skip


def _as_said(role: Role, rate: Fraction) -> Fraction:
    return rate - 1 if role is Role.ABOVE else 1 - rate if role is Role.BELOW else rate


def _by_rounding(share: SaidShare, rate: Fraction) -> Certainty:
    """A share that is off by less than its last digit was cut off, or mended so that the shares add up."""
    stated, step = share.percent.known, 2 * share.percent.half_step
    off = stated - _as_said(share.role, rate)
    if abs(off) >= step:
        return Certainty.SAID
    return Certainty.GUESSED if off < 0 or share.percent.decimals else Certainty.IMPLIED


def _other_readings(share: SaidShare, whole: Figure, judge: Judge) -> tuple[str, ...]:
    """Other readings of the digits of the part or the whole with which the share would hold."""
    return tuple(
        other.text
        for figure in (share.part, whole)
        for other in figure.alternatives
        if judged_with(judge, {figure.index: other.value}).agrees
    )


def of_no_whole(share: SaidShare) -> Claim | None:
    """A share whose whole is not printed: the totals that it allows."""
    part, percent = share.part, share.percent
    if share.role in (Role.ABOVE, Role.BELOW, Role.LEVEL) or part.is_rate:
        return None
    if percent.known <= 0 or part.known <= 0 or percent.measure is not Measure.PERCENT:
        return None
    bounds = _bounds(part, percent)
    name = _BASE_VI.get(share.role, "tổng số")
    name_en = _BASE_EN.get(share.role, "whole")
    vi = f"Văn bản không ghi {name} của tỷ lệ {percent.text}; {part.text} ứng với {name} {bounds}."
    en = f"The {name_en} behind {percent.text} is not printed; {part.text} allows {bounds.replace('từ', 'from').replace('đến', 'to')}."

    def judge(stated):  # type: ignore[no-untyped-def]
        return Share(stated(part), None, stated(percent)).check()

    return claim(
        FindingKind.SHARE, judge, Certainty.SAID, percent, (part,), f"{part.text} / {percent.text} → {bounds}", vi, en
    )


def _bounds(part: Figure, percent: Figure) -> str:
    unit = behind_number(part)
    if part.measure is Measure.COUNT and part.half_step == 0 and part.known.denominator == 1:
        decimals = percent.decimals if percent.factor == Fraction(1, 100) else percent.decimals + 1
        try:
            low, high = denominator_bounds(int(part.known), percent.known, decimals)
        except ValueError:
            return f"khoảng {write_number(part.known / percent.known, 0)} {unit}".strip()
        return f"từ {write_number(Fraction(low), 0)} đến {write_number(Fraction(high), 0)} {unit}".strip()
    return f"khoảng {written(part.known / percent.known, part)}"
