"""Tỷ lệ: a count or amount, the whole it is of and the per cent printed beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.judging import Judge
from poverty_evaluation.audit.rules.shares.bases import Role
from poverty_evaluation.audit.rules.shares.said_shares import SaidShare
from poverty_evaluation.audit.rules.shares.share_claims import of_no_whole, share_claim
from poverty_evaluation.audit.rules.shares.share_parts import shares_of
from poverty_evaluation.audit.rules.shares.share_wholes import Whole, introduces, wholes_of
from poverty_evaluation.relations import Share, Stated, Verdict
from poverty_evaluation.vocabulary.choices import Qualifier

#: A whole that gives a share farther off than this is another whole: one that the words name, and any other …
_NEAR_NAMED = Fraction(2, 5)
_NEAR = Fraction(3, 5)
#: … unless the share is off by powers of ten, as by a lost comma.
_SLIPS = (10, 100)
_PROVISIONAL = re.compile(r"(?<!\w)ước(?:\s+(?:thực hiện|đạt|có|là|trị giá))?$")
#: "gần 25%" of what is 20% is not nearly so.
_NEARLY = re.compile(r"(?<!\w)(?:gần|ngót)$")
_NEARLY_IS = Fraction(9, 10)
_SERIES = 12  # shares of one list looked at on either side


@dataclass(frozen=True, slots=True)
class _Tried:
    """A share with its possible wholes, and those of them that give the printed per cent."""

    share: SaidShare
    wholes: list[Whole]
    holding: list[Figure]


def shares(reading: Reading) -> Iterator[Claim]:
    """Every per cent that is said of a figure, held against the whole that is named or stands in front."""
    tried = [_tried(reading, share) for share in reading.once(shares_of)]
    for place in range(len(tried)):
        yield from _judged(reading, tried, place)


def _tried(reading: Reading, share: SaidShare) -> _Tried:
    wholes = _meant(share, wholes_of(reading, share))
    held = [one.figure for one in wholes if judge_of(share, one.figure)(Figure.stated).agrees]
    return _Tried(share, wholes, held)


def _meant(share: SaidShare, wholes: list[Whole]) -> list[Whole]:
    """Where the sentence or the words behind the per cent say the whole, what stands farther off is none."""
    words = share.base.words
    if wholes and wholes[0].tier == 0 and (wholes[0].is_named or not words):
        return [one for one in wholes if one.tier < 2]
    if any(one.is_named and one.tier < 3 for one in wholes):
        return [one for one in wholes if one.is_named or one.tier < 2]
    return wholes


def judge_of(share: SaidShare, whole: Figure) -> Judge:
    """The relation of a share: the per cent above or below a plan counts from 100."""
    part, percent, role = share.part, share.percent, share.role

    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        rate = stated(percent)
        if role is Role.ABOVE:
            rate = replace(rate, value=1 + rate.value)
        elif role is Role.BELOW:
            rate = replace(rate.as_fall(), value=1 - rate.value)
        of_part = _printed(part, whole, stated(part))
        of_whole = _printed(whole, part, stated(whole), share.is_fixed)
        verdict = Share(of_part, of_whole, rate).check()
        if (
            verdict.agrees
            and _NEARLY.search(percent.label)
            and of_part.value < of_whole.value * rate.value * _NEARLY_IS
        ):
            return Share(of_part, of_whole, replace(rate, qualifier=Qualifier.ESTIMATE)).check()
        return verdict

    return judge


def _printed(figure: Figure, other: Figure, stated: Stated, of_part: bool = False) -> Stated:
    """A figure as a share of another was computed from it.

    "ước đạt 38,4 triệu đồng" is a provisional result, and the share is one of that number. "2 tỷ đồng" beside "1,8 tỷ
    đồng" is exact to the same decimal, or it would be printed so. "5.146 phiếu trên 6.731 phiếu" says of how many
    (of_part), not that there were more.
    """
    if _PROVISIONAL.search(figure.label) or (of_part and figure.label.endswith("trên")):
        stated = replace(stated, qualifier=Qualifier.EXACT)
    if figure.factor == other.factor and figure.decimals < other.decimals and not figure.is_range:
        return replace(stated, half_step=min(stated.half_step, other.factor / (2 * 10**other.decimals)))
    return stated


def _judged(reading: Reading, tried: list[_Tried], place: int) -> Iterator[Claim]:
    share, held = tried[place].share, tried[place].holding
    if held:
        yield share_claim(share, held[0], judge_of(share, held[0]), Certainty.SAID)
        return
    chosen = _chosen(reading, tried, place)
    if chosen is not None and not _shares_outer_whole(tried, place, chosen[0]):
        whole, certainty = chosen
        yield share_claim(share, whole, judge_of(share, whole), certainty)
        return
    unknown = of_no_whole(share)
    if unknown is not None:
        yield unknown


def _shares_outer_whole(tried: list[_Tried], place: int, whole: Figure) -> bool:
    """Whether a share is of the unprinted whole of the figure it stands under: "8 xã (50%), trong đó 1 xã (6,25%)"."""
    share = tried[place].share
    stated, step = share.percent.known, share.percent.half_step
    for other in tried[max(0, place - _SERIES) : place]:
        if other.share.part.index != whole.index or other.share.is_fixed or not whole.known:
            continue
        outer, outer_step = other.share.percent.known, other.share.percent.half_step
        times = share.part.known / whole.known
        if (outer - outer_step) * times <= stated + step and stated - step <= (outer + outer_step) * times:
            return True
    return False


def _chosen(reading: Reading, tried: list[_Tried], place: int) -> tuple[Figure, Certainty] | None:
    """The whole that the text means where none gives the printed share, and how surely; None if it cannot be told."""
    share, wholes = tried[place].share, tried[place].wholes
    if not wholes:
        return None
    first = wholes[0]
    if first.tier == 0 and (share.is_fixed or first.is_named or not share.base.words):
        return first.figure, Certainty.SAID
    supported = _supported(tried, place)
    if supported is not None:
        return supported, Certainty.SAID
    named = [whole for whole in wholes if whole.is_named]
    if named:
        return _named(share, named)
    if share.base.words or share.role is not Role.PART:
        return None
    parallel = {one.share.part.index for one in tried[max(0, place - _SERIES) : place]}
    return _unnamed(reading, share, wholes, parallel)


def _named(share: SaidShare, named: list[Whole]) -> tuple[Figure, Certainty] | None:
    """The nearest whole that the words behind the per cent name."""
    nearest = [whole for whole in named if whole.tier == named[0].tier]
    near = [whole for whole in nearest if _is_near(share, whole.figure, _NEAR_NAMED)]
    if not near or nearest[0].tier > 2:
        return None
    is_single = len({one.figure.known for one in nearest}) == 1
    return near[0].figure, Certainty.SAID if is_single else Certainty.IMPLIED


def _unnamed(
    reading: Reading, share: SaidShare, wholes: list[Whole], parallel: set[int]
) -> tuple[Figure, Certainty] | None:
    """The single whole of the same kind in front of a share that names none.

    parallel: the parts of the shares before it; they stand beside this one ("cao nhất 47.705 phiếu, đạt 97%; thấp nhất
    27.108 phiếu, đạt 64%") unless the text goes from one into the other.
    """
    near = [one for one in wholes if one.tier < 3 and _may_hold_it(reading, share, one.figure, parallel)]
    if not near or len({whole.figure.known for whole in near}) > 1 or not _is_near(share, near[0].figure):
        return None
    whole = near[0]
    return whole.figure, Certainty.SAID if introduces(reading, whole.figure, share.part) else Certainty.IMPLIED


def _may_hold_it(reading: Reading, share: SaidShare, whole: Figure, parallel: set[int]) -> bool:
    return whole.index not in parallel or introduces(reading, whole, share.part)


def _supported(tried: list[_Tried], place: int) -> Figure | None:
    """The whole of which the neighbours of a share in its list are the shares that they say."""
    share = tried[place].share
    if share.base.words:
        return None
    end = share.percent.start
    own = {one.figure.index: one.figure for one in tried[place].wholes if one.figure.start < end or one.tier < 3}
    counted: dict[int, int] = {}
    for other in tried[max(0, place - _SERIES) : place + _SERIES + 1]:
        neighbour = other.share
        if neighbour is share or neighbour.base.words or neighbour.is_fixed or neighbour.role is not share.role:
            continue
        if abs(neighbour.percent.block - share.percent.block) > _SERIES or neighbour.base.verb != share.base.verb:
            continue
        for whole in other.holding:
            if whole.index in own:
                counted[whole.index] = counted.get(whole.index, 0) + 1
    if not counted:
        return None
    best = max(counted, key=lambda index: (_is_near(share, own[index]), counted[index]))
    return own[best] if counted[best] > 1 or _is_near(share, own[best]) else None


def _is_near(share: SaidShare, whole: Figure, nearness: Fraction = _NEAR) -> bool:
    """Whether a whole gives a share of about the printed size, or one that a lost comma explains."""
    stated = share.percent.known
    if whole.known <= 0 or stated <= 0:
        return False
    computed = share.part.known / whole.known
    if share.role is Role.ABOVE:
        stated = 1 + stated
    elif share.role is Role.BELOW:
        stated = 1 - stated
    for slip in (1, *_SLIPS):
        for times in (Fraction(slip), Fraction(1, slip)):
            limit = nearness if slip == 1 else Fraction(49, 50)
            if limit <= computed * times / stated <= 1 / limit:
                return True
    return False
