"""Một mức tăng, giảm giữa hai mức duy nhất: a paragraph with one change and just two levels of its kind, however said.

"Khóa trước phải có 20,25 điểm. Khóa này mức 21,75. Ngưỡng đã nhích lên 1,25 điểm": no word joins the change to its
levels, but there are no others, they are of two times, and what they come to is near what is stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.findings import Certainty
from poverty_evaluation.audit.rules.changes.around import Context, Pair, comparable, fits
from poverty_evaluation.audit.rules.changes.change_words import AGAINST_PLAN, MORE
from poverty_evaluation.audit.rules.changes.levels import Role, Told, in_unit_of
from poverty_evaluation.audit.rules.changes.same_thing import differ
from poverty_evaluation.audit.rules.times import Side

_BEFORE, _BEHIND = 3, 2
_MOST = 24
#: How far what is stated may lie from what the levels come to, for a misprint.
_LEAST_RATIO, _MOST_RATIO = Fraction(2, 5), Fraction(5, 2)
_ANAPHORA = re.compile(
    r"(?<!\w)(?:con số (?:này|đó|ấy|trên|tương ứng)|(?:số|mức|chỉ số|tỷ lệ|chỉ tiêu|tổng số|nơi|giá) (?:này|đó|ấy)"
    r"|trước khi|vốn)"
    r"(?!\w)"
)
_IN_TURN = re.compile(
    r"(?<!\w)(?:trước khi|trước điều chỉnh|từ khi|sau khi|trước đó|trước đây|sau đó|thay vì"
    r"|trong khi|lúc|giờ|nay|này|vốn|khi ấy|hồi|đến)(?!\w)"
)
#: Verbs by which newspapers say a rise or a fall; too loose to mean one wherever they stand.
_LOOSELY = re.compile(
    r"(?<!\w)(?:(?P<up>thêm|bổ sung thuần|thăng|tăng|nới|phình|leo|nhảy|nhích|dâng|nở|dôi|dôi ra|tiến|bồi thêm)"
    r"|(?P<down>đỡ|bớt|cắt|teo|sụt|hụt|hao|vơi|tụt|rớt|lùi|co|giảm|bay|đã xoá|xoá|tinh giản|tinh gọn|kéo giảm)"
    r"|(?P<any>vượt|thiếu|hơn|kém|cách biệt|cách nhau|bỏ xa|chênh|lệch|tiết kiệm|rẻ hơn|đắt hơn|sớm hơn|muộn hơn"
    r"|nhanh hơn|chậm hơn|lãi|lỗ))(?!\w)"
    r"(?:\s+(?:được|đi|ra|mất|thêm|tới|đến|những|nhau|lại|bớt|chừng|là|hẳn|luôn|khoảng|gần|hơn)){0,3}[\s,:]*$"
)
#: Against a plan: the plan is one of the two levels.
_SHORT_OF = re.compile(r"(?<!\w)(?:vượt|hụt|thiếu|còn thiếu|thấp hơn|cao hơn|hơn|kém|dôi)(?!\w)[^,;]{0,20}$")
_ALONE = re.compile(r"(?<!\w)riêng(?!\w)[^;.]*$")
#: "100% số tổ đã …": all of them, no level of a rate.
_ALL = re.compile(r"100\s?%")
#: "21 người chết và 38 người bị thương": two counts of one time.
_SISTERS = re.compile(r"(?:\s*[^\W\d_‹›]+){0,5}?\s*(?<!\w)và\s*")
_PARTED = re.compile(r"(?<!\w)(?:trong đó|bao gồm|chia ra|trong số|phấn đấu|dự kiến)(?!\w)")
_LISTED = re.compile(r"(?<!\w)(?:cụ thể|riêng|kế hoạch|mục tiêu|chỉ tiêu giao|do)(?!\w)")
_PLACE = re.compile(
    r"(?<!\w)(?i:huyện|xã|phường|thị xã|thị trấn|thành phố|tỉnh|thôn|bản|quận|trạm|trường|chợ)\s+"
    r"(?=[A-ZĐÀ-Ỹ])([^\W\d_]+(?: (?=[A-ZĐÀ-Ỹ])[^\W\d_]+){0,3})"
)


def lone_pair(context: Context, sentence: Sentence, change: Told) -> tuple[Told, Pair] | None:
    """The change, read anew, with the only two levels around it; None where there are more or they may not be its."""
    around = _around(context, sentence)
    if not around or len(around) > _MOST or change.yearly or change.elsewhere or change.breakdown or change.carried:
        return None
    moved = _as_change(change)
    if moved is None or AGAINST_PLAN.match(context.reading.source.plain, change.figure.end):
        return None
    levels = _levels(context, around, moved)
    is_planned = len(levels) != 2 and _SHORT_OF.search(moved.gap) is not None
    if is_planned:
        levels = _against_plan(context.told(sentence), moved)
    if len(levels) != 2 or any(_is_like(one, moved) for one in around):
        return None
    if levels[1].figure.index == levels[0].figure.index + 1 and _SISTERS.fullmatch(levels[1].gap[:60]):
        return None
    pair = _by_verb(moved, *levels) if is_planned else _ordered(context, moved, *levels)
    if pair is None or not _is_of_change(context, moved, pair, is_planned) or not _is_misprint(moved, pair):
        return None
    return moved, pair


def _around(context: Context, sentence: Sentence) -> list[Told]:
    """What is told in a sentence and its neighbours of one paragraph, or in its own item of a list."""
    own = context.reading.sentences_of_blocks[sentence.block]
    if context.reading.source.blocks[sentence.block].kind in (BlockKind.CELL, BlockKind.HEADING):
        return []
    place = sentence.index - own[0].index
    near = own[max(0, place - _BEFORE) : place + _BEHIND + 1]
    return [told for one in near for told in context.told(one)]


def _as_change(told: Told) -> Told | None:
    """The figure as a change: also "phát triển thêm được 173", "nhích lên 1,25 điểm", "kéo xuống 1,37 điểm"."""
    if told.role is Role.CHANGE or told.figure.value is None or told.figure.is_range:
        return told if told.role is Role.CHANGE else None
    if told.figure.measure is Measure.POINTS and (way := re.search(r"(?<!\w)(lên|xuống)(?!\w)[^,;]{0,20}$", told.gap)):
        return replace(told, role=Role.CHANGE, sign=1 if way[1] == "lên" else -1, loose=True)
    if told.role is Role.END and (way := re.search(r"(?<!\w)(lên|xuống)(?!\w)[^,;]{0,20}$", told.gap)):
        return replace(told, role=Role.CHANGE, sign=1 if way[1] == "lên" else -1, loose=True)
    if told.role not in (Role.LEVEL, Role.OTHER, Role.END):
        return None
    if told.role is Role.LEVEL and MORE.search(told.gap):
        return replace(told, role=Role.CHANGE, sign=1, loose=True)
    loose = _LOOSELY.search(told.gap[-60:])
    if loose is None or told.figure.is_denominator:
        return None
    return replace(
        told, role=Role.CHANGE, sign=1 if loose["up"] else -1 if loose["down"] else 0, compared=False, loose=True
    )


def _levels(context: Context, around: list[Told], change: Told) -> list[Told]:
    """The figures around a change that may be its levels, a bare number in the unit of the others."""
    others = [one for one in around if one.figure.index != change.figure.index and not _is_alone(context, one)]
    if change.figure.measure is Measure.PERCENT:
        return _of_one_kind(others) or _of_rates(others, change)
    found: list[Told] = []
    for one in others:
        bare = one.figure.measure is Measure.COUNT and not one.figure.unit and one.role is not Role.OTHER
        is_other = one.figure.measure is not change.figure.measure
        if bare and is_other and change.figure.measure is not Measure.POINTS and _says_unit_again(one):
            one = replace(one, figure=in_unit_of(one.figure, change.figure))
        if fits(one, change):
            found.append(one)
        elif one.role is Role.OTHER and one.figure.value is not None and one.figure.same_measure(change.figure):
            found.append(one)  # a plan or a norm beside: not plain which is meant
    return found if all(one.is_level for one in found) else []


def _is_alone(context: Context, one: Told) -> bool:
    """Whether a figure is told apart: "riêng kỳ hạn 1 tháng giữ ở 3,2%"."""
    start = max(context.reading.sentences[one.figure.sentence].start, one.figure.start - 90)
    return _ALONE.search(context.reading.source.plain[start : one.figure.start]) is not None


def _against_plan(told: list[Told], change: Told) -> list[Told]:
    """The plan and the result of a sentence: "kế hoạch 3.400, kết quả 3.615 - vượt 315 người"."""
    levels: list[Told] = []
    for one in told:
        is_open = one.role in (Role.LEVEL, Role.END, Role.OTHER) and one.figure.value is not None
        if not is_open or one.figure.index == change.figure.index or one.figure.is_range or one.figure.is_denominator:
            continue
        if comparable(one.figure, change.figure):
            levels.append(replace(one, role=Role.LEVEL))
    return levels if len(levels) == 2 and any(one.role is Role.OTHER for one in told) else []


def _says_unit_again(one: Told) -> bool:
    return bool(re.search(r"(?<!\w)(?:mức|con số|số|là|đạt|còn|được|chỉ)(?:\s+[^\W\d_]+){0,2}\s*$", one.gap))


def _of_one_kind(others: list[Told]) -> list[Told]:
    """For a relative change the only two levels that are no per cents, of one unit."""
    levels = [one for one in others if one.figure.value is not None and one.figure.measure not in _RATES]
    levels = [one for one in levels if one.figure.unit != "tuổi"]
    pairs = [pair for pair in combinations(levels[:12], 2) if comparable(pair[0].figure, pair[1].figure)]
    return list(pairs[0]) if len(pairs) == 1 and all(one.is_level for one in pairs[0]) else []


def _of_rates(others: list[Told], change: Told) -> list[Told]:
    """The only two per cents of a sentence: "21,7‰ của năm 2015: năm 2023 là 16,9‰, hạ 5,8 phần nghìn"."""
    rates = [one for one in others if one.figure.measure is Measure.PERCENT and one.figure.value is not None]
    is_near = all(one.is_level and one.figure.sentence == change.figure.sentence for one in rates)
    is_near = is_near and not any(_ALL.fullmatch(one.figure.text) for one in rates)
    return rates if len(rates) == 2 and is_near else []


_RATES = (Measure.PERCENT, Measure.POINTS, Measure.DURATION)


def _is_like(one: Told, change: Told) -> bool:
    """Whether another figure is a change of the same measure, so that one of them is of other levels."""
    if one.figure.index == change.figure.index or one.role not in (Role.CHANGE, Role.INDEX, Role.TIMES):
        return False
    return one.figure.same_measure(change.figure)


def _ordered(context: Context, change: Told, first: Told, second: Told) -> Pair | None:
    """The two levels in the order of their times, else in that of the verb where they are told in turn."""
    if not comparable(first.figure, second.figure) or first.figure.known == second.figure.known:
        return None
    said = context.earlier(first, second)
    if said is None:
        return _by_verb(change, first, second) if _is_told_of_two(context, change, first, second) else None
    pair = (first, second) if said else (second, first)
    is_reversed = change.sign * (pair[1].figure.known - pair[0].figure.known) < 0
    return None if is_reversed else Pair(*pair, Certainty.IMPLIED)


def _by_verb(change: Told, first: Told, second: Told) -> Pair:
    """Two levels in the order in which they move as the verb says."""
    is_turned = change.sign * (second.figure.known - first.figure.known) < 0
    return Pair(second, first, Certainty.IMPLIED) if is_turned else Pair(first, second, Certainty.IMPLIED)


def _is_told_of_two(context: Context, change: Told, first: Told, second: Told) -> bool:
    """Whether the text says that the two levels are of two times, though not which is earlier."""
    if _ANAPHORA.search(f"{first.gap} {second.gap}") or _IN_TURN.search(second.gap):
        return True
    is_last = change.figure.start > max(first.figure.start, second.figure.start)
    if is_last and change.reference is not None and change.reference.side is Side.PAST:
        return True
    start = context.reading.sentences[first.figure.sentence].start
    end = context.reading.sentences[second.figure.sentence].end
    keys = {time.key for time in context.times.between(start, end) if time.side is not Side.PLAN}
    return len(keys) > 1 or _are_of_two_times(context, first, second)


def _are_of_two_times(context: Context, first: Told, second: Told) -> bool:
    times = context.topic(first), context.topic(second)
    return times[0] is not None and times[1] is not None and times[0].key != times[1].key


def _is_of_change(context: Context, change: Told, pair: Pair, is_planned: bool) -> bool:
    """Whether nothing tells the two levels or the change apart: parts, plans, places, contrasts, other years."""
    told = sorted((pair.before.figure, pair.after.figure, change.figure), key=lambda figure: figure.start)
    start = max(context.reading.sentences[told[0].sentence].start, told[0].start - 120)
    stretch = context.reading.source.text[start : told[-1].start]
    places = {match[1].lower() for match in _PLACE.finditer(stretch)}
    is_first = told[0] is change.figure
    if len(places) > 1 or differ(pair.before, pair.after) or _PARTED.search(stretch.lower()):
        return False
    if not (is_planned or is_first) and _LISTED.search(stretch.lower()):
        return False
    reference, before = change.reference, context.topic(pair.before)
    if reference is None or before is None:
        return True
    if reference.year and before.year:
        return reference.year == before.last_year
    if reference.side is before.side is Side.PAST:
        return reference.words == before.words or before.words.startswith(reference.words)
    return True


def _is_misprint(change: Told, pair: Pair) -> bool:
    """Whether the stated change is what the levels come to but for a slip."""
    before, after, by = pair.before.figure, pair.after.figure, abs(change.figure.known)
    moved = abs(after.known - before.known)
    if change.figure.measure is Measure.PERCENT and after.measure is not Measure.PERCENT:
        if before.known == 0:
            return False
        moved = moved / before.known
    if moved == 0 or by == 0:
        return False
    if change.loose and change.figure.same_measure(after) and by > min(before.known, after.known):
        return False  # as well a level itself
    return _LEAST_RATIO <= by / moved <= _MOST_RATIO or _swapped(change.figure, moved)


def _swapped(figure: Figure, moved: Fraction) -> bool:
    """Whether a printed number has the digits of another in another order."""
    scaled = moved / figure.factor * 10**figure.decimals
    digits = [char for char in figure.text[: figure.number_end - figure.start] if char.isdecimal()]
    return scaled.denominator == 1 and sorted(str(scaled.numerator)) == sorted(digits)


def lone_pairs(context: Context, sentence: Sentence, done: set[int]) -> Iterator[tuple[Told, Pair]]:
    """The changes of a sentence of which nothing has been told, with the only two levels around each."""
    for told in context.told(sentence):
        if told.figure.index not in done:
            found = lone_pair(context, sentence, told)
            if found is not None:
                yield found
