"""Từ báo hiệu các phần: words that announce the parts of a whole, say how many they are, or that they are not all."""

from __future__ import annotations

import re

from poverty_evaluation.audit.rules.parts.lists import Outline

_SAID = (
    r"bao gồm|gồm có|gồm|(?:được )?(?:chia|phân|xếp)(?: [^\W\d_]+){0,2} (?:ra|làm|thành|theo|loại)|chia ra|"
    r"phân bổ(?! \d)|"
    r"cơ cấu(?: [^\W\d_]+){0,4} là"
)
_AMONG = r"trong (?:tổng )?(?:số )?(?:đó|này|ấy)|trong số (?:đó|này|ấy)|ở đó"
_NAMELY = (
    r"(?:xét|tính) (?:theo|về)|cụ thể|chi tiết|"
    r"(?:từ|do) (?:các |những |hai |ba |bốn |năm )?nguồn(?: vốn| kinh phí)?"
)
CUE = re.compile(
    rf"(?<!\w)(?:(?P<said>{_SAID})|(?P<among>{_AMONG})|(?P<namely>{_NAMELY}))(?!\w)"
    r"(?P<tail>(?: là| như sau| có| các| theo)?\s*:?)"
)
_REFUSED_BEFORE = re.compile(r"(?:không|chưa|ngoài|mỗi [^\W\d_]+|từng [^\W\d_]+|thành phần|hồ sơ|nội dung)\s+$|\"$")
_REFUSED_AFTER = re.compile(r"\s*(?:cả|luôn)(?!\w)")
#: Words by which a list is not the whole.
NOT_ALL = re.compile(
    r"(?<!\w)(?:chủ yếu|phần lớn|đa số|một số|điển hình|tiêu biểu|nổi bật|đáng chú ý|ví dụ|nhất là|"
    r"(?<!giải )đặc biệt(?! (?:khó khăn|nghiêm trọng|khó))|tập trung (?:ở|tại|vào|chủ yếu|nhiều)|"
    r"nhiều nhất|cao nhất|lớn nhất|đứng đầu|dẫn đầu|v\.v|vv|và nhiều|khác nhau|như(?! (?:sau|vậy|trên)))(?!\w)|…|\.\.\."
)
#: Words by which members of several groups are counted in each.
MANY_ANSWERS = re.compile(
    r"(?<!\w)(?:nhiều phương án|nhiều lựa chọn|nhiều nguyên nhân|nhiều lỗi|nhiều hành vi|nhiều bệnh|nhiều nhóm"
    r"|nhiều chính sách|nhiều tiêu chí|cùng lúc|vừa\b[^.;]{1,60}\bvừa|thiếu cả|"
    r"(?:nhận|được|có|mắc|dùng) cả (?:hai|ba)(?= *[,.;)])|mắc hai|cả hai (?:bệnh|loại|chính sách|nhóm)|"
    r"trùng|một (?:người|hộ) có thể|chồng (?:lên )?nhau|có cả)(?!\w)"
)
_NUMBER_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
#: First syllables of what a whole is divided into.
_GROUP_NAMES = (
    "nhóm loại khu nguồn mức cụm khối khoản đợt hạng lĩnh thành bộ phần xã phường thôn bản đơn tổ địa huyện "
    "đội nội hình ngành trường cấp hệ nghề dự đối diện kênh quỹ mảng chương tiểu hợp tuyến điểm"
)
_GROUPS = frozenset(_GROUP_NAMES.split())
_GROUP_NOUN = "|".join(sorted(_GROUPS))
_COUNTED_WORDS = re.compile(
    rf"(?<!\w)(?:(?P<word>hai|ba|bốn|sáu|bảy|tám|chín|mười) (?!mươi)[^\W\d_]|(?P<five>năm) (?:{_GROUP_NOUN})(?!\w))"
)
_COUNTED_DIGITS = re.compile(rf"(?<![\w.,/])0?(?P<number>\d|1\d) (?:{_GROUP_NOUN})(?!\w)")


def is_cue(plain: str, match: re.Match[str], start: int) -> bool:
    """Whether the words announce parts here: not "chưa bao gồm", "bao gồm cả"."""
    return not _REFUSED_BEFORE.search(
        plain, max(start, match.start() - 24), match.start()
    ) and not _REFUSED_AFTER.match(plain, match.end())


def numbers_named(outline: Outline, start: int, end: int) -> set[int]:
    """The numbers of groups that a stretch names in words or as a small count."""
    found = {
        _NUMBER_WORDS[match["word"] or match["five"]] for match in _COUNTED_WORDS.finditer(outline.plain, start, end)
    }
    found |= {int(match["number"]) for match in _COUNTED_DIGITS.finditer(outline.plain, start, end)}
    return found


def is_group_noun(word: str) -> bool:
    """Whether a noun names groups into which a whole is divided: nhóm, cụm, nguồn."""
    return word in _GROUPS
