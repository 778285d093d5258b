"""Số nêu và các dòng kể bên dưới: "05 nhiệm vụ sau:" against the items that follow."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import AuditVerdict, Claim
from poverty_evaluation.vocabulary.findings import FindingKind

#: What offices announce and then list line by line.
_LISTED = (
    r"nhóm nhiệm vụ|nhóm giải pháp|nhiệm vụ|giải pháp|nội dung|mục tiêu|nhóm|vấn đề|chỉ tiêu|tiêu chí|bước|phần|"
    r"dự án|tiểu dự án|"
    r"chương trình|chính sách|hạng mục|khoản|loại|lĩnh vực|hạn chế|nguyên nhân|bài học|kiến nghị|đề xuất|yêu cầu|"
    r"hoạt động|"
    r"đề án|quan điểm|công trình|tuyến|nghề|mô hình|điểm|điều kiện|nguyên tắc|hình thức|biện pháp|đơn vị|xã|thôn|"
    r"phường|"
    r"huyện|sở|văn bản|nghị quyết|trường hợp|khâu đột phá|đột phá|công việc|việc|mặt|nguồn|hợp phần|tồn tại|"
    r"khó khăn|kết quả|thành tựu|ưu điểm|giai đoạn|hình thức|thủ tục|thành viên|cá nhân|tập thể|đồng chí|ông, bà|"
    r"ông bà|hộ|sản phẩm|địa chỉ|địa điểm|câu hỏi|mẫu|mức|đợt|đội|tổ|tiết mục|phương án|quy định|kịch bản|ứng viên|"
    r"người|hành vi|lỗi|lý do|thay đổi|điều|tài liệu|loại giấy tờ|giấy tờ|gói thầu|hồ sơ|phiên|cuộc họp|lớp|trường"
)
_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_COUNTS = "|".join(_WORDS)
_ANNOUNCED = re.compile(
    rf"(?<![\w.,/-])(?P<count>0?[2-9]|[12]\d|{_COUNTS})\s+(?:\([^()\d]{{2,20}}\)\s+)?(?P<noun>{_LISTED})(?!\w)"
    r"(?P<rest>(?:[^:.;\d()]|(?<=\d)[./]\d|\d){0,60})(?P<end>:|\.)?\s*[*_]*$"
)
_NOT_ALL = re.compile(
    r"(?<!\w)(?:như(?!\s+sau)|nhất là|điển hình|tiêu biểu|trong đó|chủ yếu|đặc biệt|trong số|một trong|kết quả|"
    r"một số|theo|"
    r"của|tại|ở)(?!\w)"
)
_NAMED_ONES = ("đơn vị", "xã", "thôn", "phường", "huyện", "sở", "công trình", "tuyến", "mô hình", "dự án", "trường hợp")
_PERSONS = ("thành viên", "cá nhân", "đồng chí", "ông, bà", "ông bà", "người", "ứng viên")
_HONORIFICS = {"ông", "bà", "anh", "chị", "em", "cháu", "cụ", "thầy", "cô", "đồng", "đ/c"}
_BELOW = re.compile(r"(?<!\w)(?:sau|sau đây|như sau|dưới đây)$")
_LIST_FOLLOWS = re.compile(
    r"(?<!\w)(?:sau|sau đây|như sau|gồm|bao gồm|gồm có|là|cụ thể|đó là|dưới đây|chính|chủ yếu|trọng tâm)\s*$"
)
_LONGEST_LIST = 100
_BULLETS = "-–—+*•●○▪■►➢✓"


def lines_claims(reading: Reading) -> Iterator[Claim]:
    """Every count that ends its block and announces the items below."""
    source = reading.source
    for index, block in enumerate(source.blocks):
        if block.kind is BlockKind.CELL:
            continue
        match = _ANNOUNCED.search(source.plain, max(block.start, block.end - 200), block.end)
        if match is None:
            continue
        if not _announces(match, block.kind is BlockKind.HEADING):
            continue
        made = _judged(reading, match, _listed_below(reading, index))
        if made is not None:
            yield made


def _listed_below(reading: Reading, index: int) -> list[int]:
    """The items that begin in the block behind: of the style of the first, up to what ends the list."""
    blocks = reading.source.blocks
    first = index + 1
    if first >= len(blocks) or not blocks[first].marker or blocks[first].kind is BlockKind.CELL:
        return []
    style, last = _style(blocks[first].marker), first
    above, seen = blocks[index].parent, {_style(blocks[index].marker)}
    while above is not None:
        seen.add(_style(blocks[above].marker))
        above = blocks[above].parent
    parent = blocks[first].parent
    found = [first]
    for place in range(first + 1, min(len(blocks), first + _LONGEST_LIST)):
        block = blocks[place]
        is_alike = bool(block.marker) and _style(block.marker) == style
        if block.kind is BlockKind.HEADING and not is_alike and block.level <= blocks[first].level:
            break
        if not is_alike or (style in seen and block.parent != parent):
            continue
        if block.parent != parent and style[0] in _BULLETS:
            continue
        if _opens(block.marker) and style[0] not in _BULLETS:
            break
        found.append(place)
        last = place
    return [] if style in seen and parent != index else found if last else []


def _announces(match: re.Match[str], is_heading: bool) -> bool:
    """Whether a list must follow: a colon, "sau đây", or a heading that names what it lists."""
    rest = match["rest"].strip()
    if _NOT_ALL.search(rest) or len(rest.split()) > 10:
        return False
    if match["end"] == ":" or _BELOW.search(rest):
        return True
    return is_heading and match["end"] is None and _LIST_FOLLOWS.search(rest) is not None


def _are_such(reading: Reading, noun: str, below: list[int]) -> bool:
    """Whether the items can be what is announced: of places and offices each names one."""
    if noun in _PERSONS:
        return all(_is_person(reading, place) for place in below)
    if noun not in _NAMED_ONES:
        return True
    plain = reading.source.plain
    for place in below:
        block = reading.source.blocks[place]
        words = plain[block.start : min(block.end, block.start + 80)].split()
        if len(words) > 5 and not " ".join(words).startswith(noun):
            return False
    return True


def _is_person(reading: Reading, place: int) -> bool:
    """Whether an item opens with a person: "Ông …", or two words with capitals."""
    block = reading.source.blocks[place]
    words = reading.source.text[block.start : min(block.end, block.start + 60)].strip("*_ ").split()
    return bool(words) and (
        words[0].lower() in _HONORIFICS or (len(words) > 1 and words[0].istitle() and words[1].istitle())
    )


def _judged(reading: Reading, match: re.Match[str], below: list[int]) -> Claim | None:
    if len(below) < 2 or not _are_such(reading, match["noun"], below):
        return None
    blocks = reading.source.blocks
    count = _WORDS.get(match["count"]) or int(match["count"])
    is_numbered = blocks[below[0]].marker[0] not in _BULLETS
    if is_numbered and not _opens(blocks[below[0]].marker):
        return None
    listed = len(below)
    printed = " ".join(reading.source.text[match.start() : match.end("noun")].split())
    at = bisect_left(reading.figures, match.start("count"), key=lambda one: one.start)
    nearest = reading.figures[at] if at < len(reading.figures) else None
    figure = nearest if nearest is not None and nearest.start == match.start("count") else None
    span = (match.start(), match.end("noun"))
    if listed == count:
        return Claim(
            FindingKind.COUNT, AuditVerdict.HOLDS, figure, (), f"{listed} mục; văn bản ghi {printed}", "",
            f"Nêu {printed} và liệt kê đủ {count} mục.", f"{count} are announced and listed.", (), *span,
        )  # fmt: skip
    right = f"{listed} {match['noun']}"
    verdict = AuditVerdict.CONTRADICTION if is_numbered else AuditVerdict.LIKELY
    if not is_numbered and abs(listed - count) > max(2, count // 2):
        return None
    return Claim(
        FindingKind.COUNT, verdict, figure, (), f"liệt kê {listed} mục; văn bản ghi {printed}", right,
        f"Nêu {printed} nhưng liệt kê {listed} mục bên dưới; cần kiểm tra số lượng hoặc danh sách.",
        f"{count} are announced (“{printed}”) but {listed} items follow; check the number or the list.",
        (right,), *span,
    )  # fmt: skip


def _style(marker: str) -> str:
    return re.sub(r"[ivxlIVXL]+(?=[.)])|\d+|(?<!\w)[a-zđA-ZĐ](?=[.)/])", "#", marker)


def _opens(marker: str) -> bool:
    """Whether a marker is the first of its kind: 1., a), (i), 1.1."""
    return re.search(r"(?:^|\D)1\D*$|^\W*[aAiI]\W*$", marker) is not None
