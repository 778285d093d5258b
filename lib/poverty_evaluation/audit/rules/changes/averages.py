"""Bình quân mỗi năm: a yearly change held against the levels of the first and the last year, in amounts or in per "
"cent."""

from __future__ import annotations

import re
from collections.abc import Callable

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.changes.around import Context, comparable, fits
from poverty_evaluation.audit.rules.changes.change_words import NUMERALS
from poverty_evaluation.audit.rules.changes.levels import Role, Told
from poverty_evaluation.audit.rules.changes.pairs import is_from_to
from poverty_evaluation.audit.rules.judging import claim, written
from poverty_evaluation.relations import AverageDifference, AverageGrowth, Stated, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind

_YEARS = re.compile(rf"(?<!\w)(?:sau|trong|qua|giai đoạn|cả)\s+(?P<years>\d{{1,2}}|{'|'.join(NUMERALS)})\s+năm(?!\w)")
_MOST_YEARS = 30


def average_claim(context: Context, sentence: Sentence, change: Told) -> Claim | None:
    """The claim of a yearly change over the first and the last level in front of it, None where years are not said."""
    found = _levels(context, sentence, change)
    if found is None:
        return None
    before, after, is_sure = found
    years = _years(context, sentence, before, after)
    if not years or years[0] > _MOST_YEARS:
        return None
    tests = _tests(change, before.figure, after.figure, years)

    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        verdicts = [test(stated) for test in tests]
        return next((verdict for verdict in verdicts if verdict.agrees), verdicts[0])

    verdict = judge(Figure.stated)
    if not verdict.agrees and (not is_sure or change.breakdown):
        return None
    amount = "" if verdict.computed is None else written(abs(verdict.computed), change.figure)
    first, last, said = before.figure.text, after.figure.text, change.figure.text
    kind = verdict.kind if verdict.agrees else _kind(change, before)
    computation = f"({last} − {first}) : {years[0]} năm = {amount}/năm; văn bản ghi {said}"
    if kind is FindingKind.RELATIVE_CHANGE:
        computation = f"({last} : {first})^(1/{years[0]}) − 1 = {amount}/năm; văn bản ghi {said}"
    state = "khớp" if verdict.agrees else "không khớp; cần xem lại mức bình quân hoặc hai con số đầu, cuối"
    english = "agrees" if verdict.agrees else "disagrees; check the average or the first and last figure"
    return claim(
        kind, judge, Certainty.SAID, change.figure, (before.figure, after.figure), computation,
        f"Từ {first} đến {last} qua {years[0]} năm, bình quân mỗi năm {amount}, văn bản ghi {said}: {state}.",
        f"From {first} to {last} in {years[0]} years is {amount} a year on average, the text says {said}: {english}.",
        computed=amount, readings=() if verdict.agrees or not amount else (amount,),
    )  # fmt: skip


def _levels(context: Context, sentence: Sentence, change: Told) -> tuple[Told, Told, bool] | None:
    """The first and the last level, and whether the text surely means these."""
    told = context.told(sentence)
    around = [one for one in [*context.before(sentence), *told] if fits(one, change)]
    left = [one for one in around if one.figure.start < change.figure.start]
    for place in range(len(left) - 1, 0, -1):
        if is_from_to(context, told, left[place - 1], left[place]):
            return left[place - 1], left[place], place == len(left) - 1
    right = [one for one in around if one.figure.start > change.figure.start]
    if len(right) > 1 and is_from_to(context, told, right[0], right[1]) and ";" not in context.text(change, right[0]):
        return right[0], right[1], True
    if not left:
        return None
    alike = [one for one in left if comparable(one.figure, left[-1].figure) and _year(context, one) is not None]
    if len(alike) < 2:
        return None
    ordered = sorted(alike, key=lambda one: _year(context, one) or 0)
    years = [_year(context, one) for one in ordered]
    is_sure = len(set(years)) == len(years) and len({one.figure.unit for one in alike}) == 1
    return ordered[0], ordered[-1], is_sure and alike[-1].figure.sentence == sentence.index


def _year(context: Context, told: Told) -> int | None:
    time = context.topic(told)
    return time.last_year if time is not None else None


def _years(context: Context, sentence: Sentence, before: Told, after: Told) -> list[int]:
    """The lengths that the years between two levels may be meant to have, likeliest first."""
    found: list[int] = []
    first, last = _year(context, before), _year(context, after)
    if first is not None and last is not None and last > first:
        found += [last - first, last - first + 1]
    for match in _YEARS.finditer(context.reading.source.plain, sentence.start, sentence.end):
        found.append(NUMERALS.get(match["years"]) or int(match["years"]))
    return [years for years in dict.fromkeys(found) if years > 0]


def _kind(change: Told, before: Told) -> FindingKind:
    is_relative = change.figure.measure is Measure.PERCENT and before.figure.measure is not Measure.PERCENT
    return FindingKind.RELATIVE_CHANGE if is_relative else FindingKind.DIFFERENCE


def _tests(
    change: Told, before: Figure, after: Figure, years: list[int]
) -> list[Callable[[Callable[[Figure], Stated]], Verdict]]:
    is_fall = change.sign < 0 or (change.sign == 0 and after.known < before.known)
    is_per_cent = change.figure.measure is Measure.PERCENT
    found: list[Callable[[Callable[[Figure], Stated]], Verdict]] = []

    def signed(stated: Callable[[Figure], Stated]) -> Stated:
        known = stated(change.figure)
        return known.as_fall() if is_fall else known

    for count in years:
        if (is_per_cent and before.measure is not Measure.PERCENT) or change.role is not Role.CHANGE:
            for compound in (True, False):
                found.append(
                    lambda stated, count=count, compound=compound: AverageGrowth(  # type: ignore[misc]
                        stated(before), stated(after), count, signed(stated), compound
                    ).check()
                )
        else:
            found.append(
                lambda stated, count=count: AverageDifference(  # type: ignore[misc]
                    stated(before), stated(after), count, signed(stated)
                ).check()
            )
            if is_per_cent:
                found.append(
                    lambda stated, count=count: AverageGrowth(  # type: ignore[misc]
                        stated(before), stated(after), count, signed(stated)
                    ).check()
                )
    return found
