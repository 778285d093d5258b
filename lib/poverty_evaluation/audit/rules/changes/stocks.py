"""Cân đối biến động: what there was at first, what came, what went, what is left: đầu kỳ + tăng − giảm = cuối kỳ.

A stock at the opening is taken from the first figure that says so ("đầu kỳ", "kỳ trước chuyển sang", "tồn đầu tháng"),
movements from what follows, up to the figure that closes ("còn", "cuối kỳ", "chuyển kỳ sau"): in a sentence, over the
sentences of a paragraph or the lines of a list. A movement said as a part of another ("trong đó") is not counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from poverty_evaluation.audit.documents.source import Block, BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.findings import AuditVerdict, Certainty, Claim
from poverty_evaluation.audit.rules.changes.around import same_unit
from poverty_evaluation.audit.rules.judging import claim, written
from poverty_evaluation.relations import FlowIdentity, Stated, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind


class Movement(StrEnum):
    """What a figure does to a stock."""

    OPENING = "opening"
    IN = "in"
    OUT = "out"
    TOTAL = "total"  # opening and what came together: "tổng phải giải quyết"
    CLOSING = "closing"
    NONE = "none"
    PART = "part"  # of a movement, not counted


_PERIOD = r"(?:kỳ|năm|tháng|quý|tuần|nhiệm kỳ|vụ|giai đoạn|ngày|khoá|niên độ)"
_OPENING = (
    rf"(?<!từ )(?<!tháng )(?<!nửa )đầu {_PERIOD}(?! (?:này|nay|sau|đến))|{_PERIOD} trước (?:chuyển|tồn|còn|mang|để)"
    rf"|{_PERIOD} [\divx/]{{1,7}} (?:chuyển|tồn|mang)"
    rf"|trước chuyển sang|tồn (?:đọng )?(?:cũ|đầu|từ)|(?:tồn|dư|còn lại)(?: đọng| quỹ)?(?: của)? {_PERIOD} trước"
    r"|chuyển nguồn (?:từ )?năm|ban đầu|có mặt đầu|số cũ|cũ chuyển sang|kết dư đầu|tồn quỹ (?:đầu|cũ)"
)
_CLOSING = (
    r"(?:tồn|tồn quỹ|dư|dư nợ|số dư)(?: [^\W\d_]+){0,2} (?:đến|tại)(?: ngày| thời điểm)?(?= \d)|"
    rf"cuối {_PERIOD}(?! trước)|(?:chuyển|sang|chuyển sang) {_PERIOD} sau|kết dư(?! đầu| năm trước)|còn lại|còn tồn"
    rf"|tồn (?:cuối|lại)|tồn quỹ cuối"
    r"|(?<!\w)(?:nay|hiện|hiện nay|hiện tại|đến nay)(?:,? [^\W\d_]+){0,3} (?:có|là|còn|quản lý)|tồn(?=\s*(?::|là|$))"
    r"|(?<!đang )(?<!vẫn )còn(?! (?:trẻ|nhỏ|gọi|nợ|hạn))|dư cuối|số dư|dư nợ cuối|nâng tổng số"
    r"|chưa (?:giải quyết|xử lý|giải ngân|hoàn thành)|đang (?:giải quyết|xem xét|xử lý|xác minh|thụ lý|điều trị)"
)
_IN = (
    r"tiếp nhận|nhận (?:mới|thêm|được|vào)|phát sinh|thụ lý|tái nghèo|tái|(?:nhập|vào|đến) (?:viện|trại|học|mới|đàn"
    r"|kho)"
    r"|nhập|tăng thêm|tăng|bổ sung|kết nạp|(?<!học )(?<!giáo )(?<!thí )(?<!nhân )(?<!vệ )(?<!phát )sinh(?! viên"
    r"| hoạt)|tuyển mới|tuyển|chuyển đến|mua (?:mới|vào|thêm)|mắc mới|ghi nhận (?:mới|thêm)"
    r"|thành lập mới|cho vay|thu vào|thu trong|tổng thu|thu được"
    r"|(?<!hỗ trợ )(?<!xây )(?<!làm )(?<!trồng )(?<!sửa )mới(?! được| đạt| có| đây)|giao mới|nuôi thêm|thả|đẻ|thêm"
    r"|vốn giao|giao trong|giao bổ sung"
    r"|bố trí|cấp (?:trong|bổ sung|mới|thêm)|phân bổ"
)
_OUT = (
    r"phát sinh giảm|đã giải quyết|kết thúc|xét xử|giải quyết (?:xong|được|dứt điểm)|giải quyết|xử lý (?:xong"
    r"|dứt điểm)|đã xử lý|ra khỏi"
    r"|thoát|ra (?:viện|trại|trường|quân)|xuất (?:viện|chuồng|bán|kho|khẩu|trại)|xuất|cho ra viện|tử vong"
    r"|chết|từ trần|qua đời|mất|giảm|chuyển (?:đi|viện|tuyến|cơ quan|trả|ra)|rút|bỏ học|thôi học|nghỉ học|thôi"
    r"|nghỉ hưu|nghỉ việc|xoá (?:tên|nợ)"
    r"|khai trừ|thu nợ|trả nợ|chi trong|tổng chi|đã chi|giải ngân|sử dụng|bán|thanh lý|tiêu huỷ|giải thể|khỏi bệnh"
    r"|đình chỉ"
    r"|trả lại|trả hồ sơ|hoàn thành|cấp phát|phát ra|hết"
)
_TOTAL = (
    r"tổng(?: số| cộng)?(?: \w+){0,3} phải|cộng phải|phải giải quyết|phải xử lý|tổng nguồn|tổng số (?:thụ lý|đơn"
    r"|hồ sơ|vụ|việc)"
    r"|cộng"
)
_CUE = re.compile(
    rf"(?<!\w)(?:(?P<opening>{_OPENING})|(?P<closing>{_CLOSING})|(?P<total>{_TOTAL})|(?P<out>{_OUT})|(?P<in>{_IN})"
    r"|(?P<paid>chi(?! tiết| hội| bộ| đoàn| nhánh| cục))|(?P<earned>thu(?! hút| nhập| hồi)|đóng góp|ủng hộ|vận động"
    r"|huy động|tài trợ|trích))(?!\w)"
)
_OPENING_BEHIND = re.compile(
    rf"(?:\s+[^\W\d_,;.()]+){{0,3}}?\s+(?:(?:{_PERIOD} trước\s+)?(?:chuyển sang|tồn đọng|tồn cũ)|đầu {_PERIOD}"
    rf"|từ {_PERIOD} trước)(?!\w)"
)
_CLOSING_BEHIND = re.compile(
    r"(?:\s+[^\W\d_,;.()]+){0,3}?\s+(?:còn lại|còn tồn|đang|chưa|chuyển (?:sang )?(?:kỳ|năm|tháng|quý) sau"
    r"|tồn cuối)(?!\w)"
)
_PART = re.compile(r"(?<!\w)(?:trong đó|bao gồm|gồm|riêng|chia ra|tính cả|kể cả|do|nguyên nhân|cụ thể|lý do)(?!\w)")
_NOT = re.compile(
    r"(?<!\w)(?:không có|không|chưa(?! (?:giải|xử|hoàn))|so với|kế hoạch|dự toán|chỉ tiêu|mục tiêu|bằng|chiếm"
    r"|đạt tỷ lệ|tỷ lệ|mỗi|bình quân|tốc độ|cộng (?:các|từng|\d+))(?!\w)"
)
_CLOSED_BRACKETS = re.compile(r"\([^()]{0,90}\)")
_LONGEST = 14
_REACH = 5  # sentences, or items of a list twice as many


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure with what it does to a stock; cue: the words that say so."""

    figure: Figure
    movement: Movement
    cue: str


def stocks(reading: Reading) -> Iterator[Claim]:
    """Every opening stock with its movements and the stock that closes it."""
    seen: set[int] = set()
    moved: dict[int, list[Moved]] = {}  # by sentence: each stands in several runs
    for run in _runs(reading):
        for sentence in run:
            if sentence.index not in moved:
                moved[sentence.index] = _moved(reading, sentence)
        figures = [one for sentence in run for one in moved[sentence.index]]
        for place, one in enumerate(figures):
            if one.movement is Movement.OPENING and one.figure.index not in seen:
                seen.add(one.figure.index)
                yield from _balanced(figures[place : place + _LONGEST])


def _runs(reading: Reading) -> Iterator[list[Sentence]]:
    """The sentences that may tell of one stock: of a paragraph, or of the items under one head."""
    items: dict[int | None, list[Sentence]] = {}
    for index, sentences in reading.sentences_of_blocks.items():
        block: Block = reading.source.blocks[index]
        if block.kind is BlockKind.CELL or block.kind is BlockKind.HEADING:
            continue
        if block.kind is BlockKind.ITEM:
            items.setdefault(block.parent, []).extend(sentences)
            continue
        for at in range(len(sentences)):
            yield sentences[at : at + _REACH]
    for sentences in items.values():
        for at in range(len(sentences)):
            yield sentences[at : at + 2 * _REACH + 2]


def _moved(reading: Reading, sentence: Sentence) -> list[Moved]:
    found: list[Moved] = []
    plain = reading.source.plain
    figures = reading.figures_of(sentence)[:40]
    for place, figure in enumerate(figures):
        alike = [one.figure.end for one in found if _is_of(figure, one.figure)]
        at = max(alike[-1] if alike else sentence.start, figure.start - 90)
        gap = _CLOSED_BRACKETS.sub(" ", plain[at : figure.start])
        limit = figures[place + 1].start if place + 1 < len(figures) else sentence.end
        behind = _END_BEHIND.split(plain[figure.end : min(limit, figure.end + 50)], maxsplit=1)[0]
        moved = _movement(figure, gap, behind, found[-1] if found else None)
        found.append(moved)
        outer = _outer(reading, sentence, found)
        if outer is not None and outer.movement in (Movement.IN, Movement.OUT, Movement.CLOSING, Movement.OPENING):
            found[-1] = Moved(figure, Movement.PART, "")
    return found


def _outer(reading: Reading, sentence: Sentence, moved: list[Moved]) -> Moved | None:
    """What stands in front of the brackets around the last figure, None outside brackets or where they open a stock."""
    last = moved[-1].figure
    low = max(sentence.start, last.start - 160)
    before = reading.source.plain[low : last.start]
    opens = before.rfind("(")
    if opens <= before.rfind(")") or moved[-1].movement is Movement.OPENING:
        return None
    outside = [one for one in moved if one.figure.start < low + opens]
    inside = [one for one in moved if one.figure.start > low + opens]
    if not outside or any(one.movement is Movement.OPENING for one in inside):
        return None
    return outside[-1] if _is_of(outside[-1].figure, last) else None


_END_BEHIND = re.compile(r"[,;.()]|(?<!\w)(?:nên|vì vậy|do đó|để|còn(?! lại| tồn)|và(?= còn))(?!\w)")
_CLAUSES, _PHRASES, _AND = (re.compile(mark) for mark in (r"[;.]", r"[,(]|(?<!\w)và(?!\w)", r"(?<!\w)và(?!\w)"))


def _movement(figure: Figure, gap: str, behind: str, last: Moved | None) -> Moved:
    is_counted = figure.measure not in (Measure.PERCENT, Measure.POINTS, Measure.DURATION)
    if not is_counted or figure.value is None or figure.is_range or figure.per or figure.is_denominator:
        return Moved(figure, Movement.NONE, "")
    clause = _CLAUSES.split(gap)[-1]
    words = _PHRASES.split(clause)[-1] if last is not None else clause
    matches = list(_CUE.finditer(words))
    is_closing = any(match["closing"] for match in matches)
    opening = _OPENING_BEHIND.match(behind)
    if opening is not None and (not is_closing or "trước" in opening[0]):
        return Moved(figure, Movement.OPENING, behind)
    goes_on = last is not None and last.movement is Movement.PART and not re.search(r"[;.)]", gap)
    if not is_closing and (goes_on or _PART.search(clause)):
        return Moved(figure, Movement.PART, "")
    if not is_closing and _CLOSING_BEHIND.match(behind):
        return Moved(figure, Movement.CLOSING, behind)
    if not matches:
        matches = list(_CUE.finditer(_AND.split(behind, maxsplit=1)[0]))
    if not matches or _NOT.search(words):
        return Moved(figure, Movement.NONE, "")
    return Moved(figure, _kind(figure, [str(match.lastgroup) for match in matches]), words)


def _kind(figure: Figure, kinds: list[str]) -> Movement:
    """What the words say, the places of a stock before its movements; "thu", "chi" move money only."""
    for kind in ("opening", "closing", "total"):
        if kind in kinds:
            return Movement(kind)
    money = {"paid": "out", "earned": "in"} if figure.measure is Measure.MONEY else {"paid": "none", "earned": "none"}
    return Movement(money.get(kinds[0], kinds[0]))


def _balanced(figures: list[Moved]) -> Iterator[Claim]:
    """The claim of an opening with what follows it up to its closing."""
    opening = figures[0].figure
    entries: list[Figure] = []
    exits: list[Figure] = []
    open_movements = False
    for one in figures[1:]:
        if not _is_of(opening, one.figure):
            continue
        if one.movement is Movement.IN:
            entries.append(one.figure)
        elif one.movement is Movement.OUT:
            exits.append(one.figure)
        elif one.movement is Movement.TOTAL:
            yield stock_claim(opening, entries, exits, one.figure, Certainty.IMPLIED)
        elif one.movement is Movement.CLOSING:
            if entries or exits:
                is_near = (entries and exits) or one.figure.sentence == opening.sentence
                certainty = Certainty.SAID if entries and exits else Certainty.IMPLIED
                if open_movements or not is_near:
                    certainty = Certainty.GUESSED
                found = stock_claim(opening, entries, exits, one.figure, certainty)
                if certainty is not Certainty.GUESSED or found.verdict is AuditVerdict.HOLDS:
                    yield found
            return
        elif one.movement is Movement.OPENING:
            return
        elif one.movement is Movement.NONE:
            open_movements = True


def _is_of(opening: Figure, other: Figure) -> bool:
    if not opening.same_measure(other):
        return False
    return opening.measure is not Measure.COUNT or same_unit(opening, other)


def stock_claim(
    opening: Figure, entries: list[Figure], exits: list[Figure], closing: Figure, certainty: Certainty
) -> Claim:
    """The claim that an opening stock with what came and went leaves the closing one."""
    came, went = tuple(entries), tuple(exits)

    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        return FlowIdentity(
            stated(opening), tuple(stated(one) for one in went), tuple(stated(one) for one in came), stated(closing)
        ).check()

    verdict = judge(Figure.stated)
    sides = [(figure, "+") for figure in came] + [(figure, "−") for figure in went]
    moved = "".join(f" {sign} {figure.text}" for figure, sign in sorted(sides, key=lambda side: side[0].start))
    computed = "" if verdict.computed is None else written(verdict.computed, closing)
    computation = f"{opening.text}{moved} = {computed}; văn bản ghi {closing.text}"
    if verdict.agrees:
        vi = f"Số đầu kỳ cộng phần tăng, trừ phần giảm khớp số còn lại {closing.text}."
        en = f"The opening stock with what came and went gives the {closing.text} that are left, as stated."
    else:
        vi = f"Số đầu kỳ {opening.text}{moved} là {computed}, văn bản ghi còn {closing.text}; cần xem lại từng con số."
        en = f"{opening.text}{moved} leaves {computed}, the text says {closing.text}; check each of these figures."
    readings = () if verdict.agrees or not computed else (computed,)
    return claim(
        FindingKind.IDENTITY, judge, certainty, closing, (opening, *came, *went), computation, vi, en,
        computed=computed, readings=readings,
    )  # fmt: skip
