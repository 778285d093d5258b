"""Kể lần lượt: a whole and, in the words behind it, as many figures of its kind as make it or very nearly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.rules.kinds import Kinship, kinship
from poverty_evaluation.audit.rules.parts.cues import numbers_named
from poverty_evaluation.audit.rules.parts.lists import Outline, Placed, is_amount, is_compared
from poverty_evaluation.audit.rules.parts.misprints import is_one_slip
from poverty_evaluation.audit.rules.parts.wholes import Breakdown, Strength

#: People who come, go or change from one group to another are no parts of those who are there.
FLOW = re.compile(
    r"(?<!\w)(?:thoát|tái(?! (?:định|thiết|chế))|phát sinh|trở thành|chuyển (?:sang|đến|kỳ|viện|tuyến)"
    r"|giảm|tăng|đầu (?:kỳ|năm|tháng|quý)"
    r"|cuối (?:kỳ|năm|tháng|quý)|tồn|"
    r"nhập mới|xuất(?! (?:trình|khẩu|hiện|bản|phát|sắc|thân))|ra viện|vào viện|mức|lãi|giá)(?!\w)"
)
_PRICES = ("mức", "lãi", "giá")
_MOST_SENTENCES = 3
_FEWEST, _MOST = 3, 12
#: How near, in parts of the whole, with and without a word that says that these are all.
#: "Đoàn đến 18 cơ sở": no figure stands in front from which it would be reckoned.
_VISITED = re.compile(r"(?<!\w)(?:đến|tới)$")
_NEAR_OTHERS = Fraction(1, 4)
_NEAR_SAID = Fraction(1, 12)
_NEAR = Fraction(3, 50)
_ALL = re.compile(
    r"(?<!\w)(?:còn lại|còn (?:xã|huyện|phường|thôn|bản|đội|nhà|đơn vị|khu|dây)|còn(?= \d)|lần lượt|cuối cùng "
    r"là|khác(?= (?:chia|là|có|được|do|gồm|chưa|không|đã|thì|đang|còn|nhận|về|phải))|(?:không|chẳng) (?:còn|có) "
    r"(?:[^\W\d_]+ ){1,3}nào(?: khác)?)(?!\w)"
)
_OTHER_SUBJECT = re.compile(
    r"(?<!\w)(?:tổng|cả nước|toàn (?:tỉnh|huyện|xã|quốc|ngành)|năm trước|cùng kỳ|ngoài ra|"
    r"bên cạnh đó)(?!\w)"
)


def gone_through(outline: Outline, sentence: Sentence) -> Iterator[Breakdown]:
    """The wholes of a sentence whose parts are told one after another, with nothing that announces them."""
    if not sentence.figures:
        return
    for place, placed in enumerate(outline.placed(sentence)[:_MOST]):
        whole = placed.figure
        if placed.depth or not _is_whole(whole, place == 0):
            continue
        parts = _behind(outline, sentence, place, whole)
        found = _nearly(outline, sentence, whole, parts)
        if found is not None:
            yield found


def _is_whole(whole: Figure, is_first: bool) -> bool:
    is_visited = is_first and _VISITED.search(whole.label) is not None
    if not is_amount(whole) or whole.is_denominator or (is_compared(whole) and not is_visited) or _digits(whole) < 10:
        return False
    return whole.measure not in (Measure.PERCENT, Measure.POINTS) and (
        whole.measure is not Measure.COUNT or bool(whole.unit)
    )


def _digits(whole: Figure) -> Fraction:
    """The number of a figure without its comma: one of few digits tells little by coming near to it."""
    if whole.factor == 1 and not whole.decimals:
        return whole.known
    shift: int = 10**whole.decimals
    return whole.known / whole.factor * shift


def _is_other(figure: Figure) -> bool:
    """Whether a part is said to be others than those before: "14 nơi khác"."""
    return "khác" in figure.noun[1:4]


def _behind(outline: Outline, sentence: Sentence, place: int, whole: Figure) -> list[Figure]:
    """The figures of the kind of a whole that follow it, until something else begins."""
    found: list[Figure] = []
    own = outline.sentences(sentence.block)
    at = sentence.index - own[0].index
    for later in own[at : at + _MOST_SENTENCES]:
        start = whole.end if later is sentence else later.start
        placed = outline.placed(later)
        candidates = placed[place + 1 :] if later is sentence else placed
        for position, one in enumerate(candidates):
            figure = one.figure
            if one.depth or not is_amount(figure) or figure.is_denominator or is_compared(figure):
                continue
            if _OTHER_SUBJECT.search(outline.plain, start, figure.start) or len(found) > _MOST:
                return found
            start = figure.end
            if figure.known >= whole.known and kinship(whole, figure):
                return found
            if _is_part(whole, figure, candidates, position):
                found.append(figure)
    return found


def _is_part(whole: Figure, figure: Figure, candidates: Sequence[Placed], position: int) -> bool:
    if kinship(whole, figure) is Kinship.SURE:
        return True
    if figure.measure is not Measure.COUNT or figure.unit or whole.measure is not Measure.COUNT:
        return False
    following = candidates[position + 1].figure if position + 1 < len(candidates) else None  # "31 và 21 nhà"
    return following is not None and kinship(whole, following) is Kinship.SURE and following.start - figure.end < 6


def _nearly(outline: Outline, sentence: Sentence, whole: Figure, parts: list[Figure]) -> Breakdown | None:
    """The parts, where they are as many as the text says or at least three, and miss the whole by a misprint."""
    end = outline.reading.sentences[parts[-1].sentence].end if parts else sentence.end
    numbers = numbers_named(outline, sentence.start, end)
    for count in range(len(parts), 1, -1):
        run = tuple(parts[:count])
        total = sum((part.known for part in run), Fraction(0))
        groups = tuple(f"{part.label} {' '.join(part.noun)}" for part in run)
        context = outline.plain[whole.end : outline.reading.sentences[run[-1].sentence].end]
        if total == whole.known and (count >= _FEWEST or count in numbers):
            return Breakdown(whole, run, Strength.IMPLIED, groups, (), Kinship.SURE, False, context)
        if count < len(parts):
            continue
        says_all = count in numbers or _ALL.search(context) is not None or _is_other(run[-1])
        if count < _FEWEST and not (says_all and (count in numbers or _is_other(run[-1]))):
            continue
        off = abs(total - whole.known) / whole.known
        flow = FLOW.search(context)
        if flow is not None and (flow[0] not in _PRICES or whole.measure is not Measure.COUNT):
            return None
        if not _ALL.search(context) and _are_members(outline, whole, run):
            return None
        near = _NEAR_OTHERS if total > whole.known and _is_other(run[-1]) else _NEAR_SAID if says_all else _NEAR
        if 0 < off <= near and is_one_slip(whole, run, total):
            return Breakdown(
                whole, run, Strength.IMPLIED, groups, (), Kinship.SURE, False, "" if says_all else context
            )  # fmt: skip
    return None


def _are_members(outline: Outline, whole: Figure, run: Sequence[Figure]) -> bool:
    """Whether semicolons part the figures, the whole like the others: members of one list, none the whole of others."""
    return all(";" in outline.plain[one.end : other.start] for one, other in pairwise((whole, *run)))
