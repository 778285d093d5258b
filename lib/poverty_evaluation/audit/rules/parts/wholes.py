"""Tổng và các phần của nó: a whole with its parts as a text gives them, and which figures of a list may be parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.rules.kinds import Kinship, kinship
from poverty_evaluation.audit.rules.parts.lists import (
    MOST_FIGURES,
    Outline,
    Placed,
    Segment,
    is_amount,
    is_compared,
    stated_fate,
)

_LONGEST_MEMBER = 160
#: "60 trong tổng số 410 tuyến": what the part is taken out of.
_OUT_OF = re.compile(r"(?<!\w)(?:trong|trên) (?:tổng )?số(?: là)?$")


class Strength(IntEnum):
    """How the text says that the parts make the whole."""

    AMONG = 0  # trong đó: the parts are of the whole, perhaps not all of it
    IMPLIED = 1  # brackets, a colon, cụ thể
    SAID = 2  # gồm, chia ra, còn lại, the number of parts


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A whole and its parts. others: other ways to read the parts; groups: the words of each part;
    is_sole: no other figure could be the whole; context: the stretch of text from which it was read."""

    whole: Figure
    parts: tuple[Figure, ...]
    strength: Strength
    groups: tuple[str, ...]
    others: tuple[tuple[Figure, ...], ...] = ()
    kinship: Kinship = Kinship.SURE
    is_sole: bool = True
    context: str = ""


def breakdown(
    outline: Outline, whole: Figure, segments: Sequence[Segment], depth: int, strength: Strength, context: str
) -> Breakdown | None:
    """The parts of a whole among the members of a list; None where fewer than two are."""
    fine = chosen(outline, whole, segments, depth) or _without_unit(outline, whole, segments, depth)
    coarse = _first_of_groups(fine, segments)
    parts = _until_next_whole(whole, coarse if coarse is not None else fine, segments)
    if len(parts) < 2 or len(parts) > MOST_FIGURES:
        return None
    figures = tuple(figure for figure, _ in parts)
    others = (tuple(figure for figure, _ in fine),) if coarse is not None and len(coarse) < len(fine) else ()
    closeness = closeness_of(whole, figures)
    return Breakdown(whole, figures, strength, tuple(words for _, words in parts), others, closeness, True, context)


def chosen(outline: Outline, whole: Figure, segments: Sequence[Segment], depth: int) -> list[tuple[Figure, str]]:
    """Of each member of a list the first figure that may be a part of the whole, with its words."""
    found: list[tuple[Figure, str, Kinship]] = []
    for segment in segments:
        part = part_in(whole, segment.figures, depth)
        if part is None:
            continue
        if not found and any(
            is_compared(one.figure) and kinship(whole, one.figure) for one in segment.figures if one.depth == depth
        ):
            return []
        words = outline.plain[segment.start : min(segment.end, segment.start + _LONGEST_MEMBER)]
        found.append((part, " ".join(words.split()), kinship(whole, part)))
    fates = stated_fate(outline, whole) if whole.measure is Measure.COUNT else frozenset()
    if fates:
        found = [one for one in found if not (own := stated_fate(outline, one[0])) or own & fates]
    bare = [one for one in found if one[2] is Kinship.SURE or not one[0].unit]
    if any(one[2] is Kinship.SURE for one in found):
        found = bare
    return [(figure, words) for figure, words, _ in found]


def _without_unit(outline: Outline, whole: Figure, segments: Sequence[Segment], depth: int) -> list[tuple[Figure, str]]:
    """Numbers without any unit that come near to a measured whole: in its unit, "486,2 triệu USD (FDI: 351,7; …)"."""
    if whole.measure is Measure.COUNT or whole.measure is Measure.PERCENT:
        return []
    found = []
    for segment in segments:
        figure = next((one.figure for one in segment.figures if one.depth == depth), None)
        if figure is None:
            continue
        if figure.measure is not Measure.COUNT or figure.unit or not is_amount(figure) or figure.factor != 1:
            return []
        step = Fraction(1, 2 * 10**figure.decimals) * whole.factor
        adopted = replace(
            figure, measure=whole.measure, value=figure.known * whole.factor, half_step=step, unit=whole.unit,
            factor=whole.factor,
        )  # fmt: skip
        found.append((adopted, " ".join(outline.plain[segment.start : figure.start].split())))
    total = sum((figure.known for figure, _ in found), Fraction(0))
    return found if abs(total - whole.known) * 10 <= whole.known else []


def part_in(whole: Figure, figures: Sequence[Placed], depth: int) -> Figure | None:
    """The first figure of a member that may be a part, those of the noun of the whole and outside of brackets first."""
    possible = [one.figure for one in figures if one.depth <= depth + 1 and _may_be_part(whole, one.figure)]
    sure = [figure for figure in possible if kinship(whole, figure) is Kinship.SURE]
    return next(iter(sure or possible), None)


def _may_be_part(whole: Figure, figure: Figure) -> bool:
    if not is_amount(figure) or figure.is_denominator or is_compared(figure) or figure.index == whole.index:
        return False
    return kinship(whole, figure) is not Kinship.NONE and _OUT_OF.search(figure.label) is None


def closeness_of(whole: Figure, parts: Sequence[Figure]) -> Kinship:
    """How surely the parts are of the whole: numbers without a noun among those of its noun count with them."""
    kin = [(kinship(whole, part), bool(part.unit)) for part in parts]
    if any(one is Kinship.SURE for one, _ in kin) and all(one is Kinship.SURE or not noun for one, noun in kin):
        return Kinship.SURE
    return min(one for one, _ in kin)


def _until_next_whole(
    whole: Figure, parts: list[tuple[Figure, str]], segments: Sequence[Segment]
) -> list[tuple[Figure, str]]:
    """The parts in front of a figure behind a semicolon that exceeds the whole: with it something else begins."""
    group_of = {one.figure.index: segment.group for segment in segments for one in segment.figures}
    for place, (part, _) in enumerate(parts):
        if place and part.known > whole.known and group_of[part.index] != group_of[parts[0][0].index]:
            is_slip = part.known > 20 * whole.known
            return parts if is_slip else parts[:place]
    return parts


def _first_of_groups(
    fine: Sequence[tuple[Figure, str]], segments: Sequence[Segment]
) -> list[tuple[Figure, str]] | None:
    """Where semicolons part the list and some member has several parts: the first of each."""
    group_of = {one.figure.index: segment.group for segment in segments for one in segment.figures}
    groups = [group_of[figure.index] for figure, _ in fine]
    if len(set(groups)) == 2 and groups.count(groups[0]) > 2 and groups.count(groups[-1]) == 1:
        return list(fine[:-1])  # "…: A 310 tấn, B 250 tấn, C 140 tấn; đồng thời cấp 20 tấn …"
    if len(set(groups)) < 2 or len(set(groups)) == len(groups):
        return None
    return [part for place, part in enumerate(fine) if groups[place] not in groups[:place]]
