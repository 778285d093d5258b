"""Cộng các phần: parts against their whole: the sum of a partition, and no part more than its whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import AuditVerdict, Certainty, Claim
from poverty_evaluation.audit.rules.judging import claim, written_sum
from poverty_evaluation.audit.rules.kinds import Kinship, are_opposites, may_overlap, scale_of, sort_of
from poverty_evaluation.audit.rules.parts.additions import additions
from poverty_evaluation.audit.rules.parts.breakdowns import within_sentence
from poverty_evaluation.audit.rules.parts.breakdowns_across import of_earlier_sentence, of_later_sentences, of_list
from poverty_evaluation.audit.rules.parts.cues import MANY_ANSWERS, NOT_ALL
from poverty_evaluation.audit.rules.parts.labelled import labelled
from poverty_evaluation.audit.rules.parts.lists import Outline
from poverty_evaluation.audit.rules.parts.misprints import is_misprint
from poverty_evaluation.audit.rules.parts.named_again import named_again
from poverty_evaluation.audit.rules.parts.parallel import opposed, out_of, steps
from poverty_evaluation.audit.rules.parts.remainders import with_remainder
from poverty_evaluation.audit.rules.parts.slips import slip_claims, slip_of
from poverty_evaluation.audit.rules.parts.totals import of_list_above, of_sentences_before
from poverty_evaluation.audit.rules.parts.unannounced import gone_through
from poverty_evaluation.audit.rules.parts.wholes import Breakdown, Strength
from poverty_evaluation.audit.rules.parts.worded import worded_sums
from poverty_evaluation.relations import AtMost, Stated, SumOfParts, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind

_PEOPLE = ("person", "household", "visit", "")
#: How far, in parts of the whole, the parts may be off it for a said and an implied breakdown to be told.
_FAR = Fraction(1, 2)
_NEAR = Fraction(1, 4)
#: A word in front of the number that names the group, and words behind it that say where or what it is.
_LABEL = re.compile(r"(?!(?:có|và|trong đó|với|cùng|gồm)$)[^\W\d_]{2,}(?: (?:là|có|được|với|:))*:?$")
_FAULT = re.compile(r"(?:thiếu|sai|vi phạm|được|chậm)(?!\w)")
_WHERE = re.compile(
    r"(?:ở|tại|thuộc|của|là|thôn|xã|khu|bản|ấp|phường|nghèo|cận|mới|nam|nữ|trong|ngoài|loại|từ|chết|bị|mất|không|"
    r"chưa|đã|dân)(?!\w)"
)
_SLIGHT = Fraction(1, 50)


def sums(reading: Reading) -> Iterator[Claim]:
    """What a text says of wholes and their parts."""
    outline = Outline(reading)
    claims = [one for found in breakdowns_of(outline) for one in judged(found)]
    yield from without_misreadings(claims)
    told = {one.stated.index for one in claims if one.stated is not None and len(one.figures) > 2}
    for sentence in outline.prose:
        for found in gone_through(outline, sentence):
            if found.whole.index not in told:
                yield from judged(found)
        yield from worded_sums(outline, sentence)


def without_misreadings(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims without those that only come of reading other, or fewer, figures as the parts of the same whole."""
    making: dict[int, set[int]] = {}
    told: dict[int, list[set[int]]] = {}
    for one in claims:
        if one.stated is not None and one.verdict is AuditVerdict.HOLDS and makes_whole(one):
            making.setdefault(one.stated.index, set()).update(parts_of(one))
        elif one.stated is not None and one.verdict in (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY):
            told.setdefault(one.stated.index, []).append(parts_of(one))
    for one in claims:
        whole = one.stated.index if one.stated is not None else -1
        if one.verdict is AuditVerdict.HOLDS:
            is_kept = makes_whole(one) or whole not in told
        else:
            is_kept = not parts_of(one) & making.get(whole, set())
            is_kept &= not any({whole, *parts_of(one)} <= beside for beside in making.values())
            is_kept &= one.kind is not FindingKind.SUM or not any(parts_of(one) < more for more in told.get(whole, ()))
        if is_kept:
            yield one


def parts_of(claim: Claim) -> set[int]:
    return {part.index for part in claim.operands}


def makes_whole(claim: Claim) -> bool:
    """Whether the parts of a claim make its whole, and are not merely less."""
    if claim.stated is None:
        return False
    return SumOfParts(claim.stated.stated(), _stated(claim.operands), True).check().agrees


def breakdowns_of(outline: Outline) -> Iterator[Breakdown]:
    """Every whole of a text with its parts, in whatever way the text says so."""
    for sentence in outline.prose:
        yield from within_sentence(outline, sentence)
        yield from of_earlier_sentence(outline, sentence)
        yield from of_later_sentences(outline, sentence)
        yield from of_sentences_before(outline, sentence)
        yield from with_remainder(outline, sentence)
        yield from out_of(outline, sentence)
        yield from opposed(outline, sentence)
        yield from steps(outline, sentence)
        yield from additions(outline, sentence)
        yield from labelled(outline, sentence)
        yield from named_again(outline, sentence)
    for block, one in enumerate(outline.blocks):
        if one.kind is not BlockKind.CELL:  # nothing stands under a cell, and it adds up no list
            yield from of_list(outline, block)
            yield from of_list_above(outline, block)


def judged(found: Breakdown) -> Iterator[Claim]:
    """The claims of a whole and its parts."""
    if found.whole.measure is Measure.PERCENT and found.strength is Strength.AMONG:
        return
    best = _holding(found)
    if best is not None:
        yield _claim(found.whole, best, True, Certainty.SAID)
        return
    slip = slip_of(found)
    if slip is not None:
        yield from slip_claims(found, slip)
        return
    if _overlaps(found):
        yield from _each_within(found)
        return
    certainty, complete = _certainty(found)
    if certainty is not None:
        yield _claim(found.whole, found.parts, complete, certainty)


def _holding(found: Breakdown) -> tuple[Figure, ...] | None:
    """The parts, of all ways to read them, that make the whole exactly: all of them, else a run from the first."""
    readings = [found.parts, *found.others]
    for parts in readings:
        if SumOfParts(found.whole.stated(), _stated(parts), True).check().agrees:
            return parts
    for parts in readings if found.whole.start < found.parts[0].start else ():
        for last in range(len(parts) - 1, 1, -1):
            if SumOfParts(found.whole.stated(), _stated(parts[:last]), True).check().agrees:
                return parts[:last]
    return None


def _overlaps(found: Breakdown) -> bool:
    if len(found.groups) == 2 and are_opposites(*found.groups):
        return False
    if MANY_ANSWERS.search(found.context):
        return True
    return sort_of(found.whole) in _PEOPLE and found.whole.measure is Measure.COUNT and may_overlap(found.groups)


def _certainty(found: Breakdown) -> tuple[Certainty | None, bool]:
    """How surely a disagreement is one, and whether the parts are all; None where it says nothing."""
    total = sum((part.known for part in found.parts), Fraction(0))
    off = abs(total - found.whole.known) / found.whole.known
    exceeds = total > found.whole.known
    opposed = len(found.groups) == 2 and are_opposites(*found.groups)
    strength = found.strength
    if NOT_ALL.search(found.context):
        strength = Strength.AMONG
    elif opposed:
        strength = Strength.SAID
    if found.kinship is Kinship.LOOSE:
        return (Certainty.IMPLIED, True) if off <= _NEAR and strength > Strength.AMONG else (None, True)
    if strength is Strength.AMONG:
        if not exceeds:
            return Certainty.SAID, False
        if off > _SLIGHT and may_do_both(found):
            return Certainty.GUESSED, False
        if found.whole.measure is not Measure.COUNT or off <= _NEAR:
            return (Certainty.SAID if off <= _NEAR and found.is_sole else Certainty.IMPLIED), False
        return Certainty.GUESSED, False
    if strength is Strength.IMPLIED:
        sure = Certainty.SAID if exceeds and found.is_sole else Certainty.IMPLIED
        return (sure, True) if off <= _NEAR else (None, True)
    if off <= _FAR:
        return (Certainty.SAID if found.is_sole else Certainty.IMPLIED), True
    return Certainty.GUESSED, True


def may_do_both(found: Breakdown) -> bool:
    """Whether people are told apart only by what they do: "120 người trồng cây, 95 người phát tờ rơi"."""
    if found.whole.measure is not Measure.COUNT:
        return False
    if any(_FAULT.match(" ".join(part.noun[len(part.unit.split()) :])) for part in found.parts):
        return True
    if sort_of(found.whole) not in _PEOPLE[:2]:
        return False
    if len({scale_of(group) for group in found.groups} - {""}) == 1 or len({part.unit for part in found.parts}) > 1:
        return False
    return not all(
        _LABEL.search(part.label) or _WHERE.match(" ".join(part.noun[1:])) or not part.noun[1:] for part in found.parts
    )


def _each_within(found: Breakdown) -> Iterator[Claim]:
    """Groups that may overlap: none may exceed the whole."""
    largest = max(found.parts, key=lambda part: part.known)
    yield order_claim(found.whole, largest, Certainty.SAID if found.kinship is Kinship.SURE else Certainty.GUESSED)


def order_claim(whole: Figure, part: Figure, certainty: Certainty) -> Claim:
    """A part against the whole it may not exceed."""

    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        return AtMost(stated(part), stated(whole)).check()

    sign = "≤" if part.known <= whole.known else ">"
    return claim(
        FindingKind.SUM, judge, certainty, whole, (part,), f"{part.text} {sign} {whole.text}",
        f"Một phần ({part.text}) không thể lớn hơn tổng ({whole.text}); cần xem lại hai số này.",
        f"A part ({part.text}) cannot be more than its whole ({whole.text}); check both figures.",
        computed="",
    )  # fmt: skip


def _stated(parts: Sequence[Figure]) -> tuple[Stated, ...]:
    return tuple(part.stated() for part in parts)


def _claim(whole: Figure, parts: tuple[Figure, ...], complete: bool, certainty: Certainty) -> Claim:
    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        return SumOfParts(stated(whole), tuple(stated(part) for part in parts), complete).check()

    total = sum((part.known for part in parts), Fraction(0))
    said = written_sum(total, whole)
    line = f"{_addition(whole, parts)} = {said}"
    verdict = judge(Figure.stated)
    if verdict.agrees:
        vi, en = _agreeing(whole, said, complete)
        return claim(FindingKind.SUM, judge, certainty, whole, parts, line, vi, en, said)
    relation_vi = "vượt quá tổng" if not complete and total > whole.known else "khác tổng"
    return claim(
        FindingKind.SUM, judge, certainty, whole, parts, f"{line}; văn bản ghi {whole.text}",
        f"Các phần cộng lại được {said}, {relation_vi} {whole.text}; cần xem lại số tổng và từng phần.",
        f"The parts add up to {said}, which is {'more than' if not complete else 'not'} the stated whole {whole.text}; "
        f"check the whole and each part.",
        said, _readings(whole, parts, total),
    )  # fmt: skip


def _agreeing(whole: Figure, said: str, complete: bool) -> tuple[str, str]:
    if complete and said == written_sum(whole.known, whole):
        return f"Các phần cộng lại bằng tổng {whole.text}.", f"The parts add up to the whole, {whole.text}."
    if complete:
        return (
            f"Các phần cộng lại được {said}, phù hợp với tổng {whole.text} (số làm tròn hoặc ước lượng).",
            f"The parts add up to {said}, which fits the whole {whole.text} as it is rounded or hedged.",
        )
    return (
        f"Các phần cộng lại được {said}, không vượt tổng {whole.text}.",
        f"The parts add up to {said}, no more than the whole {whole.text}.",
    )


def _addition(whole: Figure, parts: Sequence[Figure]) -> str:
    alike = all(part.factor == whole.factor for part in parts)
    shown = [part.text[: part.number_end - part.start].strip() if alike else part.text for part in parts]
    return " + ".join(shown)


def _readings(whole: Figure, parts: Sequence[Figure], total: Fraction) -> tuple[str, ...]:
    """The whole that would fit, and each part that would make it fit, those first that differ by one misprint."""
    found = [(not is_misprint(whole, total), 0, written_sum(total, whole))]
    for place, part in enumerate(parts, 1):
        needed = whole.known - total + part.known
        if needed > 0 and is_misprint(part, needed):
            found.append((False, place, f"{part.text} → {written_sum(needed, part)}"))
    return tuple(text for _, _, text in sorted(found))[:4]
