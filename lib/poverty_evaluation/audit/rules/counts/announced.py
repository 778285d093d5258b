"""Số nêu: the counts of a sentence that announce things, in digits or in words, with what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.figures.units import head_of
from poverty_evaluation.vocabulary.choices import Qualifier

_WORDS = {
    "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11,
    "mười hai": 12,
}  # fmt: skip
PLACES = frozenset(("xã", "phường", "huyện", "tỉnh", "thôn", "bản", "ấp", "buôn", "làng", "quận", "xóm", "khóm", "sóc"))
PLACE_PAIRS = ("dân tộc", "thị trấn", "thị xã", "thành phố", "tổ dân phố", "khu phố", "khu dân cư", "địa phương")
OFFICES = frozenset(
    ("sở", "phòng", "ban", "bộ", "cơ quan", "đơn vị", "hội", "đoàn thể", "trường", "tổ chức", "doanh nghiệp")
)
ABSTRACT = frozenset(
    ("tiêu chí", "chỉ tiêu", "nội dung", "nhiệm vụ", "giải pháp", "nghề", "môn", "loại", "lĩnh vực", "mục tiêu", "nhóm")
)
PERSONS = frozenset(
    (
        "thành viên",
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
    r"cơ quan|phòng|đồng chí|cá nhân|học sinh|uỷ viên|thành viên|ứng viên|nhóm|nội dung|nhiệm vụ|giải pháp|mục tiêu|"
    r"lĩnh vực|dự án|chương trình|tuyến|công trình|mô hình|"
    r"nghề|"
    r"trường|tổ chức|đoàn thể|tiêu chí|nguyên nhân|bước|loại|cụm|khu vực|hạng mục|điểm cầu|điểm|câu lạc bộ|đội|"
    r"dân tộc|nước|"
    r"đoàn|doanh nghiệp|công ty|hợp tác xã|tập thể|tổ|khu|bệnh viện|bị can|bị cáo|nghi phạm|nạn nhân|"
    r"đối tượng|giáo viên|đại biểu|thủ tục|"
    r"sản phẩm|tác phẩm|văn bản|cửa khẩu|bến|cảng|hồ|cầu|chợ|con sông|sông)(?!\w)"
)
_TIME_BEFORE = re.compile(r"(?<!\w)(?:trong|cả|cuối|đầu|giữa|mỗi|hằng|hàng|các|thứ|qua|từ|đến|vài|một|thứ|lần|hôm)\s*$")
_MOST = 40


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
        if self.figure is None or " ".join(self.noun[:2]) in PERSONS | OFFICES | ABSTRACT:
            return " ".join(self.noun if self.figure is None else self.noun[:2])
        return self.head

    @property
    def is_place(self) -> bool:
        return self.head in PLACES or " ".join(self.noun[:2]) in PLACE_PAIRS or " ".join(self.noun[:3]) in PLACE_PAIRS


def announced_in(reading: Reading, sentence: Sentence) -> Iterator[Announced]:
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
