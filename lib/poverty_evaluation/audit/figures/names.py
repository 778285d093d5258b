"""Không phải đại lượng: digits that name or number something: documents, telephones, articles, roads, models."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poverty_evaluation.audit.lexicon import begun, first_digit

_KINDS_OF_DOCUMENTS = (
    r"nghị quyết|quyết định|thông tư liên tịch|thông tư|nghị định|chỉ thị|công văn|văn bản|kế hoạch|luật|hướng dẫn|"
    r"tờ trình|thông báo|kết luận|báo cáo|công điện|hợp đồng|biên bản|giấy chứng nhận|giấy phép|hồ sơ"
)
#: Words in front of a whole number that make it a name or an ordinal unless something counted follows.
_NAMED = (
    r"dự án|hợp phần|nội dung|chương trình|đề án|quốc lộ|tỉnh lộ|hương lộ|đường|khu phố|khu vực|khu|"
    r"tổ dân phố|tổ|thôn|ấp|bản|buôn|khóm|đội|cụm|phường|quận|lô|gói thầu|giai đoạn|đợt|lần thứ|"
    r"kỳ họp thứ|lần|kỳ|tuần|khoá|khóa|hạng|"
    r"cấp độ|cấp|lớp|khối|loại|nhóm|bước|vòng|tầng|phòng|bão số|cơn bão số|tờ|thửa|tuyến|mức độ|bậc|tiêu chí|vùng|"
    r"điểm cầu|top|thứ|mũi|số nhà|đại hội|phiên|biểu số|biểu|mẫu số|mẫu|bảng|hình|sơ đồ|biểu đồ|phụ lục|trang|câu|cột|"
    r"dòng|"
    r"nghị quyết|quyết định|thông tư|nghị định|chỉ thị|công văn|kế hoạch|luật|tờ trình|kết luận|chương|phần|mục|tiết|"
    r"điều|khoản|phiếu|cửa khẩu|km|ngõ|ngách|hẻm|kiệt|xóm|căn hộ|toà|tòa|block|ca|hiệp|lứa|số"
)
_SERIES = r"qđ|nq|nđ|tt|ttlt|kh|cv|ct|bc|tb|kl|hd|ubnd|hđnd|cp|ttg"
_END = r"(?![\w%‰]|[.,]\d)"
_ACCOUNTS = (
    r"đt|điện thoại|tel|hotline|sđt|fax|đường dây nóng|số máy|tài khoản|stk|cccd|cmnd|mã số thuế|mst|mã số|mã hồ sơ|"
    r"biển số|số tài khoản"
)
#: Second syllables of words that name nothing: "nông thôn 232", "bộ đội 120", "trung cấp 35".
_NOT_NAMED = (
    r"(?<!nông )(?<!bộ )(?<!quân )(?<!nhật )(?<!cơ )(?<!văn )(?<!dự )(?<!trung )(?<!sơ )(?<!cao )(?<!trợ )(?<!các )"
    r"(?<!phân )(?<!liên )(?!(?<=trong )(?!tuần))(?<!tổng )"
)
#: What they number may follow at once: "Biểu số 17 Hộ nghèo theo dân tộc".
_ALWAYS_NAMES = frozenset(("biểu số", "mẫu số", "phụ lục", "biểu đồ", "sơ đồ"))
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,300}|[\w.+-]{1,64}@[\w.-]{1,100}")
#: The first digit of what is no part of a number or word.
_FIRST = first_digit(r"(?<![\w.,])")
_PATTERNS = (
    re.compile(
        rf"{_FIRST}\d{{0,5}}[a-zđ]?(?:/\d{{4}})?(?:\s?[/-]\s?(?:{_SERIES})(?!\w)|[/-][a-zđ]{{2,12}})"
        r"(?:[/&-][\w&.-]{1,24})*(?<![\d.-])"
    ),
    re.compile(rf"{begun(_KINDS_OF_DOCUMENTS)}\s+số\s*:?\s*\d{{1,6}}[a-zđ]?(?:[/-]\w{{1,24}}){{0,3}}{_END}"),
    re.compile(rf"{begun(_KINDS_OF_DOCUMENTS)}\s+\d{{1,6}}[a-zđ]?(?:[/-]\w{{1,24}}){{1,3}}{_END}"),
    re.compile(rf"{begun(_ACCOUNTS)}[^\d\n]{{0,16}}\+?[\d(][\d. ()-]{{5,24}}\d"),
    re.compile(
        r"(?<![\w.,/])(?:0\d{2,3}[. ]\d{3}[. ]\d{3,4}|0\d{8,10}"
        rf"|\+84[\d. ]{{8,13}}|1[89]00[. ]?\d{{4}}|\d{{12}}){_END}"
    ),
    re.compile(rf"{_FIRST}\d{{0,2}}\s?\+\s?\d{{1,3}}(?!\w|[.,]\d)"),
    re.compile(rf"{begun('km')}\s?\d{{1,4}}\s?\+\s?\d{{1,4}}"),
    re.compile(rf"{_FIRST}\d{{0,2}}[a-fi-jn-z](?!\w)"),
    re.compile(rf"{begun('tỷ lệ')}\s+1\s?[/:]\s?\d[\d.]{{0,9}}"),
)  # fmt: skip
_NAMED_NUMBER = re.compile(
    rf"(?<!\w)(?=(?:{_NAMED})\s+(?:số\s+|thứ\s+)?\d)(?<!số ){_NOT_NAMED}(?P<what>{_NAMED})\s+(?:số\s+|thứ\s+)?"
    r"(?P<number>\d{1,4}(?:[.-]\d{1,2}){0,3}[a-zđ]?)(?![\w%‰]|[.,/]\d)(?P<next>\s*[^\W\d_]*)"
)
#: "mỗi kỳ 8 trang" counts pages.
_EACH = re.compile(r"(?<!\w)(?:mỗi|từng|một)\s+$")
#: "quyết định 512, công văn 983, báo cáo 174": so many of each.
_COUNTED_DOCUMENTS = re.compile(
    rf"(?<!\w)(?:(?:{_KINDS_OF_DOCUMENTS})\s+\d[\d.]{{0,6}}\s*[,;]\s*){{2,12}}(?:{_KINDS_OF_DOCUMENTS})\s+\d[\d.]{{0,6}}(?![\w/-])"
)
_MORE_NAMED = re.compile(r"(?:\s*,\s*|\s+và\s+|\s*;\s*)(?P<number>\d{1,3})(?![\w%‰]|[.,/]\d)(?P<next>\s*[^\W\d_]*)")
_LETTERED = re.compile(r"(?<!\w)[^\W\d_]{1,12}+[.-]?\d{1,4}(?:[.,]\d+)?[a-zđ]?(?!\w)")


def names_in(plain: str, is_counted: frozenset[str], cells: frozenset[int] = frozenset()) -> Iterator[tuple[int, int]]:
    """The stretches of a text (lower case) whose digits are no quantities.

    is_counted: first words of counted things and units; "tổ 5 hộ" counts households, "tổ 5" names a group. cells: where
    the cells of tables begin; the word of one cell never names the number of the next ("Đội | 12").
    """
    has_address = "@" in plain or "://" in plain or "www." in plain  # few texts have one; looking takes long
    for pattern in (_ADDRESS, *_PATTERNS) if has_address else _PATTERNS:
        for match in pattern.finditer(plain):
            yield match.span()
    counted = bytearray(len(plain))
    for match in _COUNTED_DOCUMENTS.finditer(plain):
        counted[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    for match in _NAMED_NUMBER.finditer(plain):
        if counted[match.start()] or match.start("number") in cells:
            continue
        is_counted_here = match["next"].strip() in is_counted and match["what"] not in _ALWAYS_NAMES
        if is_counted_here or _EACH.search(plain, max(0, match.start() - 8), match.start()):
            continue
        yield match.span("number")
        at = match.end("number")
        while (more := _MORE_NAMED.match(plain, at)) is not None and more["next"].strip() not in is_counted:
            yield more.span("number")
            at = more.end("number")
    for match in _LETTERED.finditer(plain):
        yield match.span()
