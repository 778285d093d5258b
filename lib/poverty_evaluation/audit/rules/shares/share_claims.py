"""Lời về tỷ lệ: what a reader is told of a share that holds, does not, or cannot be checked."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.judging import Judge, behind_number, claim, judged_with, written
from poverty_evaluation.audit.rules.shares.bases import Role
from poverty_evaluation.audit.rules.shares.said_shares import SaidShare
from poverty_evaluation.relations import Share, Stated, Verdict, denominator_bounds
from poverty_evaluation.vocabulary.findings import FindingKind
from poverty_evaluation.vocabulary.quantities import write_number

_BASE_VI = {Role.PLAN: "kế hoạch", Role.ABOVE: "kế hoạch", Role.BELOW: "kế hoạch", Role.INDEX: "kỳ so sánh"}
_BASE_EN = {Role.PLAN: "plan", Role.ABOVE: "plan", Role.BELOW: "plan", Role.INDEX: "earlier level"}
_SAYS_VI = {Role.ABOVE: "vượt ", Role.BELOW: "thấp hơn "}
_SAYS_EN = {Role.ABOVE: "above it by ", Role.BELOW: "below it by "}


def share_claim(share: SaidShare, whole: Figure, judge: Judge, certainty: Certainty) -> Claim:
    """The claim that a part, of this whole, is the printed per cent."""
    part, percent, says = share.part, share.percent, _SAYS_VI.get(share.role, "")
    holds = judge(Figure.stated).agrees
    rate = part.known / whole.known if whole.known else None
    if rate is None:
        certainty = Certainty.GUESSED
    elif not holds:
        certainty = min(certainty, _by_rounding(share, rate))
    computed = "" if rate is None else written(_as_said(share.role, rate), percent)
    vi, en = _told(share, whole, computed, holds, certainty)
    shown = "?" if rate is None else written(rate, percent)
    readings = () if holds else (*_other_readings(share, whole, judge), *([computed] if computed else ()))
    return claim(
        FindingKind.SHARE, judge, certainty, percent, (part, whole),
        f"{part.text} / {whole.text} = {shown}; văn bản ghi {says}{percent.text}", vi, en, computed, readings,
    )  # fmt: skip


def _told(share: SaidShare, whole: Figure, computed: str, holds: bool, certainty: Certainty) -> tuple[str, str]:
    part, percent, role = share.part.text, share.percent.text, share.role
    says_vi, says_en = _SAYS_VI.get(role, ""), _SAYS_EN.get(role, "")
    of_vi = f"{part} so với {_BASE_VI[role]} {whole.text}" if role in _BASE_VI else f"{part} trên tổng số {whole.text}"
    of_en = (
        f"{part} against the {_BASE_EN[role]} of {whole.text}" if role in _BASE_EN else f"{part} out of {whole.text}"
    )
    if holds:
        return f"{of_vi} đúng là {says_vi}{percent}.", f"{of_en} is {says_en}{percent} as stated."
    if certainty is Certainty.GUESSED:
        return (
            f"{of_vi} là {says_vi}{computed}; {percent} chỉ lệch ở chữ số cuối, do cắt bớt hoặc làm tròn.",
            f"{of_en} is {says_en}{computed}; {percent} differs in the last digit only, cut off or rounded.",
        )
    return (
        f"{of_vi} là {says_vi}{computed}, văn bản ghi {says_vi}{percent}: xem lại tỷ lệ hoặc hai số tạo ra nó.",
        f"{of_en} is {says_en}{computed}, the text says {percent}: check the share or the two figures behind it.",
    )


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
    if percent.known <= 0 or part.known <= 0:
        return None
    low, high = _bounds(part, percent)
    unit = behind_number(part)
    name, name_en = _BASE_VI.get(share.role, "tổng số"), _BASE_EN.get(share.role, "whole")
    of_vi = f"từ {low} đến {high} {unit}" if high else f"khoảng {low}"
    of_en = f"from {low} to {high} {unit}" if high else f"about {low}"

    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        return Share(stated(part), None, stated(percent)).check()

    return claim(
        FindingKind.SHARE, judge, Certainty.SAID, percent, (part,), f"{part.text} / {percent.text} → {of_vi}",
        f"Văn bản không ghi {name} của tỷ lệ {percent.text}; {part.text} ứng với {name} {of_vi}.",
        f"The {name_en} behind {percent.text} is not printed; {part.text} allows one {of_en}.",
    )  # fmt: skip


def _bounds(part: Figure, percent: Figure) -> tuple[str, str]:
    """The smallest and the largest whole that give the printed share; only about what it is for amounts."""
    is_counted = part.measure is Measure.COUNT and part.half_step == 0 and part.known.denominator == 1
    if is_counted:
        decimals = percent.decimals if percent.factor == Fraction(1, 100) else percent.decimals + 1
        try:
            low, high = denominator_bounds(int(part.known), percent.known, decimals)
        except ValueError:
            return f"{write_number(part.known / percent.known, 0)} {behind_number(part)}".strip(), ""
        return write_number(Fraction(low), 0), write_number(Fraction(high), 0)
    return written(part.known / percent.known, part), ""
