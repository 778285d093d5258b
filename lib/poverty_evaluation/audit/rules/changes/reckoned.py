"""Mức tăng kèm tỷ lệ: "đạt 412,6 tỷ đồng, tăng 25,4 tỷ đồng, tốc độ tăng 6,6%": the per cent from level and change.

The level before is not printed but follows: 412,6 − 25,4. For counts the per cent may be the points of some rate
("giảm 182 hộ, tương ứng giảm 0,51%"), so that only its agreement is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.findings import AuditVerdict, Certainty, Claim
from poverty_evaluation.audit.rules.changes.around import Context, fits
from poverty_evaluation.audit.rules.changes.levels import Role, Told
from poverty_evaluation.audit.rules.judging import claim, written
from poverty_evaluation.relations import Stated, Verdict
from poverty_evaluation.relations.verdicts import Computed, judge_equal
from poverty_evaluation.vocabulary.findings import FindingKind

_JOINT = re.compile(
    r"[^,;.]{0,40}?[\s,(]*(?:hay|tức|tức là|tương đương|tương ứng|bằng|với|đạt|tốc độ|tỷ lệ|và|hoặc)?[^,;.]{0,30}$"
)


def reckoned_claim(context: Context, sentence: Sentence, amount: Told, rate: Told) -> Claim | None:
    """The claim of a relative change that stands behind the change in amounts, None where the level is not there."""
    is_pair = amount.role is Role.CHANGE and rate.role is Role.CHANGE and rate.figure.measure is Measure.PERCENT
    if (
        not is_pair
        or amount.figure.measure in (Measure.PERCENT, Measure.POINTS)
        or amount.sign != rate.sign
        or not rate.sign
    ):
        return None
    if amount.reference is not None and rate.reference is not None and amount.reference.key != rate.reference.key:
        return None
    joint = context.text(amount, rate)
    if _JOINT.match(joint) is None or amount.yearly or amount.breakdown:
        return None
    left = [one for one in context.told(sentence) if fits(one, amount) and one.figure.start < amount.figure.start]
    above = context.earlier_sentences(sentence)[:1]
    left = left or [one for before in above for one in context.told(before) if fits(one, amount)]
    if not left or left[-1].compared or left[-1].role is Role.START:
        return None
    found = [_claim(level.figure, amount, rate) for level in left if not level.compared]
    agreeing = next((one for one in found if one is not None and one.verdict is AuditVerdict.HOLDS), None)
    of_other = amount.subject and left[-1].subject and not amount.subject & left[-1].subject
    if agreeing is not None or (len(found) == 1 and not of_other):
        return agreeing or found[0]
    shared = [len(level.subject & amount.subject) for level in left if not level.compared]
    is_plain = shared.count(max(shared)) == 1 and max(shared) > 0
    return found[shared.index(max(shared))] if is_plain else None


def is_cut_short(rate: Figure, computed: Fraction) -> bool:
    """Whether a per cent agrees when the decimals behind are cut off and not rounded."""
    return 0 <= abs(computed) - abs(rate.known) < 2 * rate.half_step


def is_of_same_size(rate: Figure, computed: Fraction, level: Figure) -> bool:
    """Whether a per cent beside a changed count can be its relative change at all, and no points of some rate."""
    if level.measure is not Measure.COUNT:
        return True
    return computed != 0 and Fraction(1, 2) <= abs(rate.known / computed) <= 2


def _claim(level: Figure, amount: Told, rate: Told) -> Claim | None:
    sign = rate.sign
    if level.known - sign * amount.figure.known <= 0:
        return None

    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        by = Computed.of(stated(amount.figure))
        before = Computed.of(stated(level)) - (by if sign > 0 else -by)
        known = stated(rate.figure)
        return judge_equal(replace(known, value=abs(known.value)), by.over(before), FindingKind.RELATIVE_CHANGE, "")

    verdict = judge(Figure.stated)
    if verdict.computed is None or (not verdict.agrees and not is_of_same_size(rate.figure, verdict.computed, level)):
        return None
    if not verdict.agrees and is_cut_short(rate.figure, verdict.computed):
        return None
    computed, of = written(verdict.computed, rate.figure), amount.figure.text
    opposite = "−" if sign > 0 else "+"
    said = f"{'tăng' if sign > 0 else 'giảm'} {rate.figure.text.lstrip('+-−–')}"
    end = "khớp" if verdict.agrees else "không khớp; cần xem lại tỷ lệ, mức thay đổi hoặc kết quả"
    end_en = "agrees" if verdict.agrees else "disagrees; check the per cent, the change or the result"
    return claim(
        FindingKind.RELATIVE_CHANGE, judge, Certainty.SAID, rate.figure, (level, amount.figure),
        f"{of} : ({level.text} {opposite} {of}) = {computed}; văn bản ghi {said}",
        f"Kết quả {level.text} với mức thay đổi {of} là {computed}, văn bản ghi {said}: {end}.",
        f"{level.text} with a change of {of} is {computed}, the text says {rate.figure.text}: {end_en}.",
        computed=computed, readings=() if verdict.agrees else (computed,),
    )  # fmt: skip
