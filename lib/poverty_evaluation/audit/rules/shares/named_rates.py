"""Tỷ lệ có tên: "tỷ lệ được duyệt đạt 90%", "con số 35% quay về" and the part and whole that they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.lexicon import words as words_of
from poverty_evaluation.audit.rules.shares.bases import PercentBase, Role, is_changed_by, is_planned, lead_of
from poverty_evaluation.audit.rules.shares.said_shares import OF_WHOLE, SaidShare, comparable, may_be_part

_NAMED = re.compile(
    r"(?<!\w)(?:(?:tỷ|tỉ) (?:lệ|trọng)|con số|mức)\s+(?P<name>(?:[^\W\d_]+\s+){0,8})(?:(?:trên|gần|khoảng|hơn)\s+)?$"
)
#: Of an earlier or later level, another group, or a rate that is no share of what was counted.
_OTHERWISE = re.compile(
    r"(?<!\w)(?:xuống|còn|lên|tăng|giảm|từ|riêng|bình quân|trung bình|mục tiêu|phấn đấu|kế hoạch|chung|lãi|hộ nghèo|"
    r"cận nghèo|năm|tháng|quý|nam|nữ|ở|tại|thất nghiệp|hài lòng|dân số|sinh|tử vong|lạm phát)(?!\w)"
)
#: Names of rates that say by themselves that a part of the whole was done, reached or filled.
_OF_DOING = re.compile(
    r"(?<!\w)(?:lấp đầy|cứng hoá|cứng hóa|bê tông hoá|bê tông hóa|che phủ|bao phủ|phủ|giải ngân|hoàn thành|thực hiện|"
    r"duyệt|trúng tuyển|giải quyết|xử lý|có mặt|đạt chuẩn|sử dụng|thu hồi|tham gia)(?!\w)"
)
_EMPTY = words_of(
    "là đạt được chiếm có của số đã mới chỉ ước này đó ấy trên tới đến bằng cả các những toàn tổng lệ đây"
)
_WORD = re.compile(r"[^\W\d_]+")
#: How near a rate must come to that of the pair, where it is named by the same words and where by none of them.
_NAMED_SO, _NEAR = Fraction(2, 5), Fraction(4, 5)
_FARTHEST = 6


def rate_of_pair(reading: Reading, base: PercentBase) -> SaidShare | None:
    """The part and whole in front of a rate that is named for itself; None if it may be of something else."""
    percent = base.percent
    lead = lead_of(reading, percent)
    named = _NAMED.search(lead)
    if named is None:
        return None
    name = named["name"] if base.verb != "con số" or named["name"].strip() else base.words
    words = [word for word in _WORD.findall(name) if word not in _EMPTY]
    if not words or _OTHERWISE.search(name):
        return None
    start = percent.start - len(lead) + named.start()
    for part, whole in _pairs(reading, percent, start):
        context = set(_WORD.findall(reading.source.plain[max(0, min(part.start, whole.start) - 60) : start]))
        common = [word for word in words if word in context and word not in part.noun[:1]]
        is_same = bool(common) and all(word in context for word in words)
        if not is_same and (not _is_of_doing(name, context) or _counts_another(words, part)):
            return None
        if not _NAMED_SO <= part.known / whole.known / percent.known <= 1 / _NAMED_SO:
            return None
        if not is_same and not _NEAR <= part.known / whole.known / percent.known <= 1 / _NEAR:
            return None
        return SaidShare(replace(base, role=Role.PART, words=""), part, whole, True)
    return None


def _is_of_doing(name: str, context: set[str]) -> bool:
    """Whether a name says that something was done, and nothing of what: "tỷ lệ giải ngân", not "… vốn sự nghiệp"."""
    doing = _OF_DOING.search(name)
    if doing is None:
        return False
    rest = _WORD.findall(f"{name[: doing.start()]} {name[doing.end() :]}")
    return all(word in context or word in _EMPTY for word in rest)


def _counts_another(words: list[str], part: Figure) -> bool:
    """Whether the name of a rate begins with another thing than the part counts: "tỷ lệ cây sống"."""
    return words[0] in ("cây", "hộ", "em", "học", "trẻ", "xã", "người", "dân", "con") and words[0] != part.unit


def _pairs(reading: Reading, percent: Figure, before: int) -> Iterator[tuple[Figure, Figure]]:
    """The nearest part in front of a place, with the whole that its sentence or the one before tells: at most one."""
    block = percent.block
    figures: list[Figure] = []
    for index in range(percent.index - 1, max(-1, percent.index - 1 - _FARTHEST), -1):
        figure = reading.figures[index]
        if figure.block != block or percent.sentence - figure.sentence > 2:
            break
        if not figure.is_readable or not may_be_part(figure) or is_changed_by(figure) or is_planned(figure, reading):
            break
        if figure.end <= before and figure.known > 0:
            figures.append(figure)
    if len(figures) < 2 or percent.sentence - figures[0].sentence > 1 or not percent.known:
        return
    last, first = figures[0], figures[1]
    if not comparable(last, first) or last.sentence - first.sentence > 1:
        return
    between = reading.source.plain[first.end : last.start]
    if first.known < last.known and OF_WHOLE.search(between):
        yield first, last
    elif last.known < first.known and ";" not in between:
        yield last, first
