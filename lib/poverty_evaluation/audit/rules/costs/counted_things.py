"""Cùng một loại: whether two nouns of a text may name the same things, persons, households or places.

Narrower than `rules.kinds`: pupils and teachers add up as persons there, but a sum per pupil is none per teacher.
"""

from __future__ import annotations

import re

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.units import PLACES

_SYNONYMS = (
    frozenset({"hộ", "gia đình", "hộ gia", "hộ gia đình", "hộ dân"}),
    frozenset({"nhà", "căn", "ngôi", "căn nhà", "ngôi nhà", "mái ấm", "mái nhà", "nhà ở", "hộ nhà"}),
    frozenset({"suất", "suất quà", "phần", "phần quà", "quà", "túi quà", "gói quà", "túi", "gói"}),
    frozenset({"clb", "câu lạc bộ", "câu", "câu lạc"}),
    frozenset(
        {"con", "con bò", "bò", "con trâu", "trâu", "con lợn", "lợn", "con dê", "dê", "con gà", "gà", "heo", "con heo"}
    ),
    frozenset({"lớp", "lớp học"}),
    frozenset({"thôn", "bản", "ấp", "khu dân", "khu dân cư", "tổ dân", "tổ dân phố"}),
    frozenset({"doanh nghiệp", "dn"}),
    frozenset({"công", "ngày công", "ngày"}),
    frozenset({"hợp tác", "hợp tác xã", "htx"}),
)
_GENERIC_PERSONS = frozenset(
    {"người", "khẩu", "nhân khẩu", "em", "cháu", "đối tượng", "cụ", "trẻ", "đầu người", "bạn", "đồng chí", "vị"}
)
_PERSONS_WORDS = (
    "học sinh|học viên|sinh viên|hội viên|đoàn viên|thành viên|đại biểu|lao động|trẻ em|cán bộ|giáo viên|bệnh "
    "nhân|hv|hs|xã viên|công nhân|phụ nữ|thanh niên|vđv|chiến sĩ|người dân|nạn nhân|thí sinh|nông dân|vận động|"
    "học trò|cựu chiến|người có|người bệnh|người cao|người khuyết|giảng viên|viên chức|công chức|tình nguyện|"
    "thương binh|diễn viên|chị|anh|ông|bà|mẹ|thầy|cô|chị em|đảng viên|chủ hộ|dân|bệnh binh|tân binh|hướng dẫn|"
    "công an|dân quân"
)
_PERSONS = _GENERIC_PERSONS | frozenset(_PERSONS_WORDS.split("|"))


def noun_of(reading: Reading, figure: Figure) -> tuple[str, ...]:
    """What a figure counts; what stands in quotes behind a number without a noun."""
    if figure.noun or figure.measure is not Measure.COUNT:
        return figure.noun
    match = re.match(r"\s*[\"'«(]\s*(?P<words>[^\W\d_]+(?:\s[^\W\d_]+){0,2})", reading.after(figure, 40))
    return tuple(match["words"].split()) if match else ()


def is_place(noun: tuple[str, ...]) -> bool:
    return bool(noun) and noun[0] in PLACES


def is_person_or_household(noun: tuple[str, ...]) -> bool:
    return bool(_phrases(noun) & (_PERSONS | _SYNONYMS[0]))


def same_things(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two nouns may name the same things: "khẩu" and "nhân khẩu", "nhà" and "căn nhà", "em" and "học sinh"."""
    first, second = _without_turns(first, second), _without_turns(second, first)
    if not first or not second:
        return False
    one, other = _phrases(first), _phrases(second)
    if any(one & kind and other & kind for kind in _SYNONYMS):
        return True
    if one & _PERSONS and other & _PERSONS:
        return bool(one & _GENERIC_PERSONS or other & _GENERIC_PERSONS or one & other & _PERSONS)
    if first[0] != second[0]:
        return False
    return len(first) == 1 or len(second) == 1 or first[1] == second[1]


def _phrases(noun: tuple[str, ...]) -> frozenset[str]:
    return frozenset(" ".join(noun[:length]) for length in (1, 2, 3) if len(noun) >= length)


def _without_turns(noun: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """A noun without "lượt": "lượt hộ" counts households unless the other counts turns too."""
    return noun[1:] if len(noun) > 1 and noun[0] == "lượt" and other[:1] != ("lượt",) else noun
