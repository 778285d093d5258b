"""Tỷ lệ bằng lời: "một nửa", "hai phần ba", "cứ 100 em thì 37 em" against the part and the whole told with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from poverty_evaluation.audit.figures.figure import Figure, Measure, Notation
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.judging import Judge, claim, written
from poverty_evaluation.audit.rules.shares.bases import is_changed_by
from poverty_evaluation.audit.rules.shares.said_shares import comparable, may_be_part
from poverty_evaluation.relations import Share, Stated, Verdict
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.findings import FindingKind
from poverty_evaluation.vocabulary.quantities import write_number

_DIGITS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_ABOVE, _BELOW = "hơn|trên|quá", "gần|ngót|chưa đến|chưa đầy|chưa tới|chưa được|không đầy|không đến|không tới|dưới"
_ABOUT, _EXACTLY = "khoảng|xấp xỉ|chừng|độ|cỡ", "đúng|tròn|vừa đúng|vừa tròn"
#: "đúng hai phần ba", "chưa tới một nửa", "quá nửa".
_FRACTION = re.compile(
    rf"(?<!\w)(?:(?P<hedge>{_ABOVE}|{_BELOW}|{_ABOUT}|{_EXACTLY})\s+)?(?:(?P<half>(?:một\s+)?nửa)"
    r"(?!\s+(?:năm|tháng|đêm|ngày|giờ|tiếng|vời|đầu|cuối|còn lại|sau|chặng|kia|trước|nhiệm|thế|đường))"
    r"|(?P<top>một|hai|ba|bốn)\s+phần\s+(?P<low>hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười))(?!\w)"
)
#: Between the part and the fraction, and between the fraction and the part.
_SAYS = "tức là|tức|chiếm|bằng|tương đương|tương ứng|ứng với|hay|đạt|nghĩa là|là|được|mới được|khoảng"
_PART_IN_FRONT = re.compile(
    rf"(?:\s+[^\W\d_]+){{0,8}}?\s*[,(–-]?\s*(?:như vậy\s+)?(?:(?<!\w)(?:{_SAYS})\s*(?:với\s*|là\s*|tới\s*|đến\s*|"
    r"chỉ\s*|mới\s*|chưa\s*)?){1,2}|\s*(?:[^\W\d_]+\s+){0,3}[,(–-]\s*"
)
_PART_BEHIND = re.compile(
    rf"(?:\s+(?:trong\s+)?(?:tổng\s+)?(?:số|của)(?:\s+[^\W\d_]+){{0,6}})?\s*[,(–-]?\s*"
    rf"(?:(?:{_SAYS})(?:\s+(?:là|với|có))?|cụ thể(?: là)?)\s+$|(?:\s+[^\W\d_]+){{0,5}}?\s*\(\s*(?:tức\s+)?$"
)
_WHOLE_BETWEEN = re.compile(r"\s+(?:trong|của)\s+(?:tổng\s+)?(?:số\s+)?$|\s+(?:tổng\s+)?(?:số\s+)?(?:trong\s+)?$")
#: "quá nửa ban chấp hành mới: 11 trong 27 ủy viên".
_SPELT_OUT = re.compile(r"(?:\s+[^\W\d_]+){0,8}?\s*[:,(–-]\s*(?:với\s+|có\s+|cụ thể\s+(?:là\s+)?|tức\s+)?")
_OF = re.compile(r"(?:\s+[^\W\d_]+){0,4}?\s*(?:trong|trên|/)(?:\s+(?:tổng\s+)?số|\s+tổng)?\s*")
_CHANGE = re.compile(r"(?<!\w)(?:tăng|giảm|bớt|còn|gấp|hơn|kém|so với|thêm|cùng kỳ|cắt|rút|năm (?:trước|ngoái))(?!\w)")
#: What a bare fraction of a speaker may be off; "đúng" by rounding only.
_LOOSE, _TIGHT = Fraction(1, 25), Fraction(1, 200)
_FARTHEST = 6
_EVERY = re.compile(r"(?<!\w)(?:cứ|trong|trung bình|bình quân)(?:\s+(?:cứ|mỗi|bình quân))?\s+$")
_THEN = re.compile(r"(?<!\w)(?:thì|lại có|có|là)\s+(?:có\s+|đã có\s+|khoảng\s+|tới\s+|đến\s+)?$")
_ROUND = frozenset({5, 10, 20, 50, 100, 1000, 10000})
_MARK = re.compile(r"[,;:.()]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A fraction in words with the part and the whole that it is said of."""

    rate: Figure
    part: Figure
    whole: Figure


def spoken_shares(reading: Reading) -> Iterator[Claim]:
    """Every share in words whose part and whole stand beside it."""
    for sentence in reading.sentences:
        if not sentence.figures:
            continue
        matches = list(_FRACTION.finditer(reading.source.plain, sentence.start, sentence.end))
        figures = [one for one in reading.figures_of(sentence)[:60] if may_be_part(one)] if matches else []
        for match in matches if figures else ():
            spoken = _told(reading, match, figures)
            if spoken is not None:
                yield _claim(spoken)
    yield from _of_every(reading)


def _told(reading: Reading, match: re.Match[str], figures: list[Figure]) -> _Spoken | None:
    plain = reading.source.plain
    fronts = [one for one in figures if one.end <= match.start()]
    behind = [one for one in figures if one.start >= match.end()]
    if fronts:
        part = fronts[-1]
        gap = plain[part.end : match.start()]
        if _PART_IN_FRONT.fullmatch(gap) and not _CHANGE.search(gap) and not is_changed_by(part):
            whole = _whole(reading, part, fronts[:-1]) or _whole_behind(plain, match, part, behind)
            if whole is not None:
                return _Spoken(_rate(reading, match, part), part, whole)
    return _with_part_behind(reading, match, fronts, behind)


def _with_part_behind(
    reading: Reading, match: re.Match[str], fronts: list[Figure], behind: list[Figure]
) -> _Spoken | None:
    """The part behind the fraction: "đúng hai phần ba, tức 96 người", "một phần ba trong số 270 hộ, tức 110 hộ"."""
    plain = reading.source.plain
    if not behind:
        return None
    first = behind[0]
    if _PART_BEHIND.fullmatch(plain, match.end(), first.start):
        whole = _whole(reading, first, fronts)
        return _Spoken(_rate(reading, match, first), first, whole) if whole is not None else None
    if len(behind) > 1 and _SPELT_OUT.fullmatch(plain, match.end(), first.start):
        whole = behind[1]
        is_whole = first.fraction == whole.index or _OF.fullmatch(plain, first.end, whole.start) is not None
        if is_whole and comparable(first, whole) and first.known <= whole.known:
            return _Spoken(_rate(reading, match, first), first, whole)
    if len(behind) > 1 and _WHOLE_BETWEEN.fullmatch(plain, match.end(), first.start):
        part = behind[1]
        gap = plain[first.end : part.start]
        is_said = re.fullmatch(rf"(?:\s+[^\W\d_]+){{0,8}}\s*[,(–-]\s*(?:{_SAYS})\s+", gap) is not None
        if is_said and comparable(part, first) and part.known <= first.known:
            return _Spoken(_rate(reading, match, part), part, first)
    return None


def _whole_behind(plain: str, match: re.Match[str], part: Figure, behind: list[Figure]) -> Figure | None:
    """The whole behind the fraction: "110 hộ, tức một phần ba trong số 270 hộ"."""
    if behind and comparable(part, behind[0]) and behind[0].known >= part.known:
        gap = plain[match.end() : behind[0].start]
        if len(gap) < 40 and re.search(r"(?<!\w)(?:trong|của|trên)(?!\w)", gap) and not re.search(r"[,;.]", gap):
            return behind[0]
    return None


def _whole(reading: Reading, part: Figure, fronts: list[Figure]) -> Figure | None:
    """The nearest figure in front that the part may be one of: of its sentence, or the one of the sentence before."""
    found = [one for one in fronts if comparable(part, one) and one.known >= part.known and not is_changed_by(one)]
    if found:
        return found[-1] if len({one.known for one in found}) == 1 else None
    sentence = reading.sentences[part.sentence]
    if not sentence.index or fronts:
        return None
    before = reading.sentences[sentence.index - 1]
    if before.block != sentence.block:
        return None
    wholes = [
        one for one in reading.figures_of(before)[:_FARTHEST]
        if may_be_part(one) and comparable(part, one) and one.known >= part.known and not is_changed_by(one)
    ]  # fmt: skip
    return wholes[0] if len({one.known for one in wholes}) == 1 else None


def _rate(reading: Reading, match: re.Match[str], like: Figure) -> Figure:
    """The words of a fraction as a figure, as exact as its hedge makes it."""
    value = Fraction(1, 2) if match["half"] else Fraction(_DIGITS[match["top"]], _DIGITS[match["low"]])
    hedge = match["hedge"] or ""
    half_step, qualifier = _LOOSE, Qualifier.EXACT
    if hedge and re.fullmatch(_ABOVE, hedge):
        qualifier = Qualifier.LOWER_BOUND
    elif hedge and re.fullmatch(_BELOW, hedge):
        qualifier = Qualifier.UPPER_BOUND
    elif hedge and re.fullmatch(_ABOUT, hedge):
        qualifier = Qualifier.ESTIMATE
    elif hedge:
        half_step = _TIGHT
    start = match.start("half") if match["half"] else match.start("top")
    return replace(
        like, index=-1 - match.start(), start=start, end=match.end(), number_end=match.end(),
        text=reading.source.text[start : match.end()], measure=Measure.PERCENT, value=value, half_step=half_step,
        unit="%", noun=(), label=hedge, qualifier=qualifier, per="", notation=Notation.PLAIN, decimals=0,
        factor=Fraction(1, 100), alternatives=(), fraction=None, is_denominator=False, is_range=False,
    )  # fmt: skip


def _of_every(reading: Reading) -> Iterator[Claim]:
    """Cứ 100 em ra trường thì 37 em vào đại học: trường có 420 em, 189 em vào đại học."""
    for first, second in zip(reading.figures, reading.figures[1:], strict=False):
        if first.sentence != second.sentence or not may_be_part(first) or not may_be_part(second):
            continue
        if first.known not in _ROUND or not comparable(second, first) or not second.known < first.known:
            continue
        if not _EVERY.search(reading.before(first, 30)) or not _THEN.search(reading.between(first, second)):
            continue
        pair = _same_pair(reading, first, second)
        if pair is not None:
            rate = replace(
                second, measure=Measure.PERCENT, value=second.known / first.known, unit="%", factor=Fraction(1, 100),
                half_step=1 / (2 * first.known), noun=(), text=f"{second.text} trên {first.text}", decimals=0,
            )  # fmt: skip
            yield _claim(_Spoken(rate, *pair))


def _same_pair(reading: Reading, first: Figure, second: Figure) -> tuple[Figure, Figure] | None:
    """The part and the whole behind "cứ W thì a" that tell the same with the same words."""
    told = _said_of(reading, second)
    following = reading.figures[second.index + 1 : second.index + 4]
    for whole, part in pairwise(following):
        if whole.sentence - second.sentence > 1 or part.sentence != whole.sentence:
            return None
        if not may_be_part(whole) or not may_be_part(part) or not comparable(part, whole) or part.known > whole.known:
            continue
        if not comparable(whole, first):
            continue
        if len(told & _said_of(reading, part)) > 1:
            return part, whole
    return None


def _said_of(reading: Reading, figure: Figure) -> set[str]:
    """The words right behind a figure: what is said of those that it counts."""
    return set(_WORD.findall(_MARK.split(reading.after(figure, 40), maxsplit=1)[0])[:6])


def _claim(spoken: _Spoken) -> Claim:
    part, whole, rate = spoken.part, spoken.whole, spoken.rate
    judge = _judge(spoken)
    share = written(part.known / whole.known, replace(rate, text="%", decimals=1))
    said = f"{rate.label} {rate.text}".strip() if rate.label in _HEDGES else rate.text
    agrees = judge(Figure.stated).agrees
    vi = (
        f"{part.text} trên tổng số {whole.text} đúng là {said}."
        if agrees
        else f"{part.text} trên tổng số {whole.text} là {share}, văn bản nói {said}: xem lại lời nói hoặc hai số."
    )
    en = f"{part.text} out of {whole.text} is {share}; the text says {said}."
    right = rate.known * whole.known
    return claim(
        FindingKind.SHARE, judge, Certainty.SAID, rate, (part, whole),
        f"{part.text} / {whole.text} = {share}; văn bản nói {said}", vi, en, share,
        () if agrees else (share, *([f"{write_number(right, 0)} {part.unit}"] if right.denominator == 1 else [])),
    )  # fmt: skip


_HEDGES = frozenset(f"{_ABOVE}|{_BELOW}|{_ABOUT}|{_EXACTLY}".split("|"))


def _judge(spoken: _Spoken) -> Judge:
    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        return Share(stated(spoken.part), stated(spoken.whole), stated(spoken.rate)).check()

    return judge
