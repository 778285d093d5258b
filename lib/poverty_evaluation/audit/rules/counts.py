"""Số nêu và số kể: an announced count against the things that are then named or listed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading, Sentence
from poverty_evaluation.audit.figures.units import head_of
from poverty_evaluation.audit.findings import AuditVerdict, Certainty, Claim
from poverty_evaluation.audit.rules.enumerations import Enumeration, enumeration_at
from poverty_evaluation.audit.rules.listed_lines import lines_claims
from poverty_evaluation.relations import CountOfListed
from poverty_evaluation.relations.stated import Stated
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.findings import FindingKind

_WORDS = {
    "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11,
    "mười hai": 12,
}  # fmt: skip
PLACES = frozenset(("xã", "phường", "huyện", "tỉnh", "thôn", "bản", "ấp", "buôn", "làng", "quận", "xóm", "khóm", "sóc"))
_PLACE_PAIRS = ("thị trấn", "thị xã", "thành phố", "tổ dân phố", "khu phố", "khu dân cư", "địa phương")
_OFFICES = frozenset(
    ("sở", "phòng", "ban", "bộ", "cơ quan", "đơn vị", "hội", "đoàn thể", "trường", "tổ chức", "doanh nghiệp")
)
_ABSTRACT = frozenset(
    ("tiêu chí", "chỉ tiêu", "nội dung", "nhiệm vụ", "giải pháp", "nghề", "môn", "loại", "lĩnh vực", "mục tiêu", "nhóm")
)
_PERSONS = frozenset(
    (
        "thành viên",
        "ủy viên",
        "uỷ viên",
        "ứng viên",
        "tác giả",
        "đồng chí",
        "ông",
        "bà",
        "người",
        "em",
        "cháu",
        "cá nhân",
        "cán bộ",
        "học sinh",
        "đại biểu",
        "nạn nhân",
        "bị cáo",
        "bị can",
        "đối tượng",
        "giáo viên",
        "hộ",
        "vđv",
        "chị",
        "anh",
        "người dân",
        "sinh viên",
    )
)
_WORDED = re.compile(
    r"(?<!\w)(?P<count>mười một|mười hai|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+"
    r"(?P<noun>xã|phường|huyện|tỉnh|thôn|bản|ấp|buôn|làng|quận|xóm|thị trấn|thị xã|thành phố|đơn vị|địa phương|sở|"
    r"ngành|"
    r"cơ quan|phòng|đồng chí|cá nhân|học sinh|ủy viên|thành viên|ứng viên|nhóm|nội dung|nhiệm vụ|giải pháp|mục tiêu|"
    r"lĩnh vực|dự án|chương trình|tuyến|công trình|mô hình|"
    r"nghề|"
    r"trường|tổ chức|đoàn thể|tiêu chí|nguyên nhân|bước|loại|cụm|khu vực|hạng mục|điểm|câu lạc bộ)(?!\w)"
)
_TIME_BEFORE = re.compile(r"(?<!\w)(?:trong|cả|cuối|đầu|giữa|mỗi|hằng|hàng|các|thứ|qua|từ|đến|vài|một|thứ|lần|hôm)\s*$")
#: Words that open an enumeration; "là" needs names behind it.
_INTRO = re.compile(
    r"(?P<strong>(?:,\s*)?(?<!\w)(?:bao gồm|gồm có|gồm|đó là|cụ thể là|cụ thể|như sau|sau đây|"
    r"lần lượt là)(?!\w)\s*(?:các\s+)?:?|:)"
    r"|(?P<is>(?<!\w)là(?!\w)\s*:?)|(?P<bracket>\()"
)
_NOT_ALL = re.compile(
    r"(?<!\w)(?:như|nhất là|điển hình|tiêu biểu|trong đó|chủ yếu|đặc biệt|đáng|chẳng hạn|ví dụ|còn lại|riêng|"
    r"đứng đầu|dẫn đầu là|"
    r"thứ nhất|tập trung|ngoài ra|ngoài|trừ|kể cả|trong số|một trong|mỗi|từng|so với|nhưng|mà|hơn|bằng|thêm|"
    r"nguyên nhân|mục đích|"
    r"lý do|kết quả|tổng|kinh phí|đầu tiên|mới nhất|gần nhất|cao nhất|thấp nhất|lớn nhất|nhiều nhất|ít nhất)(?!\w)"
)
_NUMBERED = (
    tuple(f"({number})" for number in range(1, 31)),
    tuple(f"{number})" for number in range(1, 31)),
    ("một là", "hai là", "ba là", "bốn là", "năm là", "sáu là", "bảy là", "tám là", "chín là", "mười là"),
    ("thứ nhất", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "thứ tám", "thứ chín", "thứ mười"),
)
_WHERE = re.compile(r"(?<!\w)(?:tại|ở)\s+(?:các\s+)?(?=(?P<kind>xã|phường|huyện|tỉnh|thôn|bản|ấp|làng|quận|xóm)(?!\w))")
_FURTHEST, _MOST = 160, 40


@dataclass(frozen=True, slots=True)
class Announced:
    """A count as announced. figure: None for one in words; end: behind the number; noun: what is counted."""

    count: int
    start: int
    end: int
    noun: tuple[str, ...]
    printed: str
    figure: Figure | None
    sentence: Sentence

    @property
    def head(self) -> str:
        return " ".join(head_of(self.noun))

    @property
    def shown(self) -> str:
        """What is counted, as a reader expects it: two syllables where the first names nothing alone."""
        if self.figure is None or " ".join(self.noun[:2]) in _PERSONS | _OFFICES | _ABSTRACT:
            return " ".join(self.noun if self.figure is None else self.noun[:2])
        return self.head

    @property
    def is_place(self) -> bool:
        return self.head in PLACES or " ".join(self.noun[:2]) in _PLACE_PAIRS or " ".join(self.noun[:3]) in _PLACE_PAIRS


def announced_counts(reading: Reading) -> Iterator[Claim]:
    """Every announced count whose things are named behind it or listed below it."""
    for sentence in reading.sentences:
        for announced in _announced(reading, sentence):
            made = _numbered(reading, announced) or _enumerated(reading, announced)
            if made is not None and not _is_whole(reading, announced):
                yield made
    yield from lines_claims(reading)


def _is_whole(reading: Reading, announced: Announced) -> bool:
    """Whether so many of each are counted behind it: "27 cơ sở: nhắc nhở 15 cơ sở, …" is a sum and names nothing."""
    if announced.figure is None:
        return False
    behind = [one for one in reading.figures_of(announced.sentence) if one.start >= announced.figure.end]
    return sum(one.unit == announced.figure.unit for one in behind[:_MOST]) > 1


def _announced(reading: Reading, sentence: Sentence) -> Iterator[Announced]:
    plain = reading.source.plain
    for figure in reading.figures_of(sentence)[:_MOST]:
        if (
            figure.measure is not Measure.COUNT
            or figure.value is None
            or figure.value.denominator != 1
            or not figure.noun
        ):
            continue
        if figure.fraction is not None or figure.is_range or figure.is_rate or not 2 <= figure.value <= _MOST:
            continue
        if figure.qualifier is Qualifier.EXACT and figure.factor == 1:
            yield Announced(
                int(figure.value), figure.start, figure.number_end, figure.noun, figure.text, figure, sentence
            )
    for place, match in enumerate(_WORDED.finditer(plain, sentence.start, sentence.end)):
        before = plain[max(sentence.start, match.start() - 10) : match.start()]
        is_time = match["count"] == "năm" and _TIME_BEFORE.search(before) is not None
        if (
            place < _MOST
            and not is_time
            and not re.search(r"(?:mươi|mười|trăm|thứ|phần|lần|mồng|mùng|\(|,)\s*$", before)
        ):
            printed = " ".join(reading.source.text[match.start() : match.end()].split())
            noun = tuple(match["noun"].split())
            yield Announced(_WORDS[match["count"]], match.start(), match.end("count"), noun, printed, None, sentence)


def _numbered(reading: Reading, announced: Announced) -> Claim | None:
    """có 3 nhóm giải pháp: (1) …; (2) …; (3) …"""
    plain = reading.source.plain
    block = reading.source.blocks[announced.sentence.block]
    limit = min(block.end, announced.end + 20_000)
    opening = plain[announced.end : min(limit, announced.end + 120)]
    for marks in _NUMBERED:
        at = opening.find(marks[0])
        if at < 0 or _digits_in(reading, announced, at) or _NOT_ALL.search(opening, 0, at):
            continue
        if not re.search(r"(?::|là|gồm|sau|,|\.)\s*$", opening[:at].rstrip()[-8:]) or not _is_short(opening[:at]):
            return None
        listed, place = 0, announced.end + at
        for mark in marks:
            found = plain.find(mark, place, limit)
            if found < 0:
                break
            listed, place = listed + 1, found + len(mark)
        if listed < 2:
            return None
        names = tuple(f"{marks[number]}" for number in range(min(listed, 12)))
        return _claim(reading, announced, (listed, listed), names, place, Certainty.SAID)
    return None


def _is_short(words: str) -> bool:
    return len(words.split()) <= 14


def _digits_in(reading: Reading, announced: Announced, length: int) -> bool:
    """Whether another figure stands between the count and what is listed."""
    start, end = announced.end, announced.end + length
    figures = reading.figures_of(announced.sentence)
    return any(start < figure.start < end for figure in figures if figure is not announced.figure)


def _enumerated(reading: Reading, announced: Announced) -> Claim | None:
    direct = _named_at_once(reading, announced)
    if direct is not None:
        return direct
    source, end = reading.source, announced.sentence.end
    for intro in _INTRO.finditer(source.plain, announced.end, min(end, announced.end + _FURTHEST)):
        between = source.plain[announced.end : intro.start()]
        if _digits_in(reading, announced, intro.start() - announced.end) or _NOT_ALL.search(between) or ";" in between:
            return None
        if not intro["is"] and re.search(r"(?<!\w)(?:các|những|cho)(?!\w)", between):
            return None
        if intro["is"] and ("," in between or source.plain.startswith(("do", "vì", "để", "một"), intro.end())):
            continue
        named = enumeration_at(source.text, source.plain, intro.end(), end, announced.head, announced.is_place)
        if intro["bracket"] and not _fills_bracket(announced, named, between):
            continue
        if named is None:
            if intro["strong"]:
                return None
            continue
        return _judged(reading, announced, named, between, intro)
    return _one_in_each(reading, announced)


def _one_in_each(reading: Reading, announced: Announced) -> Claim | None:
    """04 mô hình tại phường A, phường B, phường C, phường D: told only where the counts are equal."""
    source, end = reading.source, announced.sentence.end
    where = _WHERE.search(source.plain, announced.end, min(end, announced.end + _FURTHEST))
    if where is None or _digits_in(reading, announced, where.start() - announced.end):
        return None
    named = enumeration_at(source.text, source.plain, where.end(), end, where["kind"], True)
    if named is None or not named.is_proper or not named.least == named.most == announced.count:
        return None
    return _claim(reading, announced, (named.least, named.most), named.names, named.end, Certainty.SAID)


def _named_at_once(reading: Reading, announced: Announced) -> Claim | None:
    """hai xã Song Mai và Dĩnh Trì; 03 xã Yên Khê, Thạch Lương và Ngọc Xá."""
    if not announced.is_place and announced.head not in _OFFICES:
        return None
    plain, text = reading.source.plain, reading.source.text
    heads = "|".join(map(re.escape, _heads(announced)))
    words = re.compile(rf"\s+(?:\([^()]{{2,20}}\)\s+)?(?:{heads})\s+(?=[^\W\d_])").match(plain, announced.end)
    if words is None or not text[words.end()].isupper():
        return None
    semicolon = plain.find(";", words.end(), announced.sentence.end)
    end = semicolon if semicolon >= 0 else announced.sentence.end
    named = enumeration_at(text, plain, words.end(), end, announced.head, announced.is_place)
    if named is None or not named.is_proper or named.least < 2:
        return None
    return _claim(reading, announced, (named.least, named.most), named.names, named.end, Certainty.SAID)


def _heads(announced: Announced) -> list[str]:
    pairs = [" ".join(announced.noun[:length]) for length in (3, 2)]
    return [*(pair for pair in pairs if pair in _PLACE_PAIRS), announced.head]


def _is_close(announced: Announced, between: str) -> bool:
    """Whether nothing but the words of what is counted stands between the count and what opens the enumeration."""
    return len(between.split()) <= len(announced.noun) and "," not in between


def _fills_bracket(announced: Announced, named: Enumeration | None, between: str) -> bool:
    """Whether a bracket names the things: 3 xã (Song Mai, Dĩnh Trì), 4 tiêu chí chưa đạt (giao thông, thu nhập)."""
    if named is None:
        return False
    return _is_close(announced, between) if named.is_proper else announced.head in _ABSTRACT


def _is_second(reading: Reading, announced: Announced) -> bool:
    """Whether another count stands in front in the same clause: "7 sản phẩm đạt 3 sao: …" lists products."""
    figure = announced.figure
    if figure is None:
        return False
    return any(
        one.clause == figure.clause and one.index < figure.index and one.measure is Measure.COUNT
        for one in reading.figures_of(announced.sentence)
    )


def _judged(
    reading: Reading, announced: Announced, named: Enumeration, between: str, intro: re.Match[str]
) -> Claim | None:
    is_close = _is_close(announced, between)
    counted = (named.least, named.most)
    is_person = bool({announced.head, " ".join(announced.noun[:2])} & _PERSONS)
    if is_person and not (named.are_names and named.is_whole and intro["strong"]):
        if not named.admits(announced.count):
            return None  # a comma may stand in front of an office held
        return _claim(reading, announced, counted, named.names, named.end, Certainty.SAID)
    if named.is_proper:
        is_same = announced.is_place or announced.head in _OFFICES or is_person or is_close
        if not is_same and (intro["is"] or _is_second(reading, announced)):
            return None
        certainty = Certainty.SAID if is_same else Certainty.IMPLIED
        if named.least == 1 and named.most < 2:
            return None
        return _claim(reading, announced, counted, named.names, named.end, certainty)
    is_near = is_close or (announced.head in _ABSTRACT and len(between.split()) <= 4 and "," not in between)
    if (intro["is"] and announced.head not in _ABSTRACT) or not is_near or _is_second(reading, announced):
        return None
    if named.by_semicolons:
        certainty = Certainty.SAID
    elif named.longest <= 5 and named.least >= 2:
        certainty = Certainty.IMPLIED
    else:
        return None
    return _claim(reading, announced, counted, named.names, named.end, certainty)


def _claim(
    reading: Reading,
    announced: Announced,
    counted: tuple[int, int],
    names: tuple[str, ...],
    end: int,
    certainty: Certainty,
) -> Claim:
    least, most = counted
    listed = min(max(announced.count, least), most)
    stated = Stated("count", Fraction(announced.count), as_printed=announced.printed)
    verdict = CountOfListed(stated, listed).check()
    found = str(most if most - least < 2 else listed)
    told = "; ".join(names[:12])
    if verdict.agrees:
        state, vi, en = (
            AuditVerdict.HOLDS,
            f"Nêu {announced.printed} và kể đủ {announced.count}.",
            f"{announced.count} are announced and named.",
        )
    else:
        state = AuditVerdict.CONTRADICTION if certainty is Certainty.SAID else AuditVerdict.LIKELY
        vi = f"Nêu {announced.printed} nhưng kể ra {found}: {told}; cần kiểm tra số lượng hoặc danh sách."
        en = f"{announced.count} are announced (“{announced.printed}”) but {found} named: {told}; check both."
    unit = " ".join((found, announced.shown))
    made = Claim(
        FindingKind.COUNT, state, announced.figure, (), f"kể ra {found} ({told}); văn bản ghi {announced.printed}",
        "" if verdict.agrees else unit, vi, en, () if verdict.agrees else (unit,),
    )  # fmt: skip
    return replace(made, start=announced.start, end=max(end, announced.end))
