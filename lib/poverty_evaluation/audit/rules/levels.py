"""Mức và mức thay đổi: what part each figure of a sentence plays: a level, where a change starts or ends, the change."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading, Sentence
from poverty_evaluation.audit.rules.times import Side, Time, Times, end_of_noun

#: More figures in a sentence than this are a table run together; what lies behind them is not related.
MOST_FIGURES = 60


class Role(StrEnum):
    """The part of a figure in a sentence that speaks of change."""

    LEVEL = "level"
    START = "start"  # từ …
    END = "end"  # lên, xuống, còn …
    CHANGE = "change"  # tăng, giảm, nhiều hơn …
    INDEX = "index"  # bằng … % cùng kỳ
    TIMES = "times"  # gấp … lần
    OTHER = "other"  # no level: a plan, a norm, a share of a plan, a time span


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with its part. sign: 1 for a rise, -1 for a fall, 0 where the words do not say; compared: said behind
    "so với", "cùng kỳ"; yearly: for one year of several; subject: the words around it that say what it is of;
    reference: the time a change is said to be against; restated: begins with "như vậy", "mức tăng" and so sums up."""

    figure: Figure
    role: Role
    time: Time | None
    gap: str
    sign: int = 0
    compared: bool = False
    yearly: bool = False
    subject: frozenset[str] = frozenset()
    reference: Time | None = None
    bracketed: bool = False
    restated: bool = False
    carried: bool = False  # the verb stands in front of an earlier figure: "giảm 12 vụ, 03 người chết"
    breakdown: bool = False

    @property
    def is_level(self) -> bool:
        return self.role in (Role.LEVEL, Role.START, Role.END)


_HEDGES = (
    r"không dưới|ít nhất|tối thiểu|trên|hơn|không quá|tối đa|gần|dưới|ngót|chưa đến|khoảng|xấp xỉ|ước thực hiện|ước tính"
    r"|ước đạt|ước|chừng|cỡ|trên dưới|đúng"
)
_MARKS = r"[\s:*_\"'~≈]*"
#: Words that change nothing between a verb of change and its figure.
_FILL = (
    rf"thêm|được|đi|bớt|ròng|thực tế|là|đạt|bình quân|trung bình|mỗi|năm|hàng năm|hằng năm|hàng tháng|trưởng|nhẹ|mạnh"
    rf"|nhanh|khá|cao|lần lượt|ngay|chỉ|tương ứng|tương đương|tổng cộng|số tiền|mất|tiếp|vọt|đột biến|đều|tuyệt đối"
    rf"|tương đối|mức|cả thảy|tới|được là|trong|kỳ|tháng|quý|nhiệm|giai đoạn|qua|này|một|hộ nghèo|bằng|ở|với|chung|đến|"
    rf"tất cả|‹t›|{_HEDGES}"
)
_UP = r"tăng|gia tăng|cao hơn|nhiều hơn|lớn hơn|đông hơn|dài hơn|nhỉnh hơn|rộng hơn|dâng|nâng thêm|nhích|cộng thêm|dôi dư|dôi|tăng trưởng|tăng thêm"
_DOWN = r"giảm|sụt giảm|sụt|hụt|ít hơn|thấp hơn|kém hơn|nhỏ hơn|ngắn hơn|hẹp hơn|rút ngắn|rút|hạ|tụt|thu hẹp|cắt giảm|tiết giảm"
_NO_CHANGE = r"(?!\s+(?:cường|huyết|ca\b|lương|tốc|gia\b|nghèo bền|nghèo cho|thiểu|tải|phát thải|trừ|giá trị gia))"
_OF_OTHER = r"(?!\s(?:với|gồm|có|cho|trong|nhờ|do|đạt|thu|tại|đã|được|từ|ở)\s)"
_COMPARISON = rf"(?:(?:hơn\s+)?so(?:\s+với)?|hơn|với)\s+(?:{_OF_OTHER}[^,;:()‹›%]){{0,50}}(?:‹t›(?:{_OF_OTHER}[^,;:()‹›%]){{0,20}})?"
_CHANGE = re.compile(
    rf"(?<!\w)(?<!miễn )(?<!tinh )(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<any>chênh lệch|chênh|biến động)){_NO_CHANGE}(?!\w)"
    rf"(?P<between>(?:\s+(?:{_FILL})){{0,6}}|\s+(?:tỷ lệ|tỉ lệ|số|tổng số|mức)(?:\s+[^\W\d_]+){{1,6}}"
    rf"|(?:\s+(?:{_FILL})){{0,2}}\s+{_COMPARISON}(?:\s+(?:là|{_HEDGES})){{0,2}}){_MARKS}\(?$"
)
_MORE = re.compile(rf"(?<!\w)(?:thêm|thêm được|bổ sung thêm|nhiều thêm)(?:\s+(?:{_HEDGES})){{0,2}}{_MARKS}$")
#: "nghĩa là nước đã lên 1,85m": a rise though it reads like a level.
_SUMMED_UP = re.compile(
    r"(?<!\w)(?:nghĩa là|tức là|tức|như vậy|như thế|tính ra|thành ra)(?!\w)[^;]{0,80}?(?<!\w)(?P<way>lên|xuống)(?:\s+(?:tới|thêm))?"
    + _MARKS + "$"
)  # fmt: skip
#: "nghĩa là đã có 54 hộ vươn lên thoát nghèo": so many fewer.
_AWAY = re.compile(r"(?:\s+[^\W\d_,;.()]+){0,4}?\s+(?:thoát|ra khỏi|được xoá|bị mất|nghỉ|rời)(?!\w)")
_COUNTED = re.compile(rf"(?<!\w)(?:có|đã có|thêm)(?:\s+(?:{_HEDGES}))?{_MARKS}$")
_RESTATED = re.compile(
    r"(?<!\w)(?:nghĩa là|tức là|tức|như vậy|như thế|tính ra|tính chung|so sánh|đối chiếu|đồng nghĩa|vậy là|suy ra|mức (?:tăng|giảm)|số(?: [^\W\d_]+){0,3} (?:tăng|giảm)|tốc độ (?:tăng|giảm)"
    r"|tỷ lệ (?:tăng|giảm)|con số (?:tăng|giảm)|kết quả (?:tăng|giảm)|tương ứng|tương đương|hay)(?!\w)"
)
_TO = rf"còn|đến|tới|mức|chỉ|là|đạt|con số|thành|số|nay|đã|có|tổng|tổng số|‹t›|đây|nữa|{_HEDGES}"
_START = re.compile(
    rf"(?<!\w)từ(?:\s+(?:mức|chỗ|con số|chỉ|có|mới|ban đầu|số|là|trung bình|bình quân|đạt|‹t›|còn|{_HEDGES})){{0,4}}{_MARKS}$"
)
_END = re.compile(rf"(?<!\w)(?P<way>lên|xuống|còn|thành)(?:\s+(?:{_TO})){{0,5}}{_MARKS}$")
_UNTIL = re.compile(rf"(?<!\w)đến(?:\s+(?:{_TO})){{0,4}}{_MARKS}$")
_COMPARED = re.compile(
    rf"(?<!\w)so(?:\s+với)?(?:\s+(?:mức|con số|số|của|‹t›|là|đạt|chỉ có|có|chỉ|cả|{_HEDGES})){{0,5}}{_MARKS}\(?\s*$"
    r"|(?<!\w)(?:so với|hơn) [^,;:.()]{1,50}\(\s*$|\(\s*‹t›\s*(?:(?:là|có|đạt|chỉ|mới)\s*)?:?\s*$"
)
_INDEX = re.compile(rf"(?<!\w)(?:bằng|đạt|tương đương|chỉ bằng)(?:\s+(?:tỷ lệ|‹t›|{_HEDGES})){{0,2}}{_MARKS}\(?$")
_INDEX_BEHIND = re.compile(
    r"\s*\)?\s*(?:(?:so|so với|so sánh với|của|với|mức|con số|số|số liệu|thực hiện|kết quả|tổng số)\s+){0,3}$"
)
_PLAN = re.compile(
    r"(?<!\w)(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|định mức|phấn đấu|yêu cầu|quy định|kh|giao|nghị quyết)(?!\w)"
)
_PLANNED = re.compile(r"\s*(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|kh)(?!\w)")
_YEARLY = re.compile(
    r"(?<!\w)(?:bình quân|trung bình|mỗi|hàng|hằng|một)\s+(?:mỗi\s+|hàng\s+|hằng\s+|một\s+)?năm(?!\w)|(?<!\w)(?:bình quân|trung bình)\s+(?:tăng|giảm)|(?<!\w)(?:tăng|giảm)(?:\s+[^\W\d_]+)?\s+(?:bình quân|trung bình)(?! đầu)"
)
_YEARLY_BEHIND = re.compile(
    r"\s*(?:/\s*năm|mỗi năm|một năm|hàng năm|hằng năm|bình quân (?:mỗi |hàng |hằng )?năm)(?!\w)"
)
_BREAKDOWN = re.compile(r"(?<!\w)(?:trong đó|cụ thể|bao gồm|gồm|riêng|chủ yếu|nguyên nhân|do|ngoài ra)(?!\w)")
_REFERENCE = re.compile(r"[^,;:.()‹]{0,40}?(?:so|hơn|bằng)(?: sánh)?(?: với| mức| cả)?[^,;:.()‹]{0,30}?$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_EMPTY = frozenset(
    "có là được đã đạt chiếm tăng giảm so bằng với trong tại ở từ đến tới cho để do bị và hoặc hay theo tổng mỗi còn "
    "tương gồm như nhưng mà thì nên sẽ phải đang vẫn cũng này đó khi vào về qua sau trước năm cùng kỳ nay số người xảy ra "
    "toàn tỉnh huyện xã thành phố của các những ứng lên xuống chỉ thêm làm con vụ hộ ước khoảng gần hơn trên tỷ lệ cả "
    "nghèo trường hợp thực hiện kết quả tính hiện cuối đầu tháng quý mức trường đơn vị ra được".split()
)  # fmt: skip


def told_in(reading: Reading, times: Times, sentence: Sentence) -> list[Told]:
    """The figures of a sentence with their parts, in its order."""
    figures = reading.figures_of(sentence)[:MOST_FIGURES]
    plain = reading.source.plain
    found: list[Told] = []
    at = sentence.start
    for place, figure in enumerate(figures):
        behind = figures[place + 1].start if place + 1 < len(figures) else sentence.end
        gap = with_times(plain, times, max(at, figure.start - 160), figure.start)
        if found and found[-1].bracketed and gap.lstrip().startswith(")"):  # "cao hơn cùng kỳ (46,5%) là 6,5 điểm"
            gap = found[-1].gap.rpartition("(")[0] + gap.lstrip()[1:]
        found.append(_told(plain, times, figure, gap, behind, sentence))
        at = figure.end
    for place in range(1, len(found)):
        found[place] = _carried(plain, found[: place - 1], found[place - 1], found[place])
        found[place] = _beside(plain, found[place - 1], found[place])
    for place in range(len(found) - 1):  # "53,5/52ha": done and planned, or last year's: no levels
        if plain[found[place].figure.end : found[place + 1].figure.start].strip() == "/":
            found[place : place + 2] = [replace(one, role=Role.OTHER) for one in found[place : place + 2]]
    return [_with_unit_of_next(found, place) for place in range(len(found))]


_CARRIED = re.compile(rf"(?:\s+[^\W\d_]+){{0,3}}\s*(?:,|và|,\s*và)(?:\s+(?:{_HEDGES}))?\s*$")


def _carried(plain: str, earlier: list[Told], last: Told, one: Told) -> Told:
    """A count behind a changed count with nothing but a comma between: changed like that."""
    is_alike = last.role is Role.CHANGE and one.role is Role.LEVEL and not last.yearly and last.sign != 0
    if not is_alike or one.figure.measure in (Measure.PERCENT, Measure.DURATION) or not one.figure.unit:
        return one
    if last.figure.measure is Measure.PERCENT or not any(
        level.is_level and level.figure.same_measure(one.figure) and level.figure.unit == one.figure.unit
        for level in earlier
    ):
        return one
    if _CARRIED.match(plain[end_of_noun(plain, last.figure) : one.figure.start]) is None:
        return one
    return replace(
        one, role=Role.CHANGE, sign=last.sign, carried=True, compared=False, reference=last.reference, restated=last.restated,
        breakdown=last.breakdown,
    )  # fmt: skip


_BESIDE = re.compile(
    r"[^,;.()]{0,40}?[\s,]*\(?\s*(?:(?:tương ứng|tương đương|tức|hay|bằng|đạt|ứng)\s*(?:với|là|khoảng|tỷ lệ|tăng|giảm)?)?\s*"
)


def _beside(plain: str, last: Told, one: Told) -> Told:
    """A per cent beside a change in amounts: "tăng 4,4 tỷ đồng, tương ứng 12,7%", "giảm 150 em (9,4%)"."""
    is_alike = last.role is Role.CHANGE and one.role in (Role.LEVEL, Role.OTHER) and not last.yearly and last.sign != 0
    if not is_alike or one.figure.measure is not Measure.PERCENT or one.figure.value is None:
        return one
    joint = plain[end_of_noun(plain, last.figure) : one.figure.start]
    if last.figure.measure in (Measure.PERCENT, Measure.POINTS) or not re.search(r"[(]|tương|tức|hay|bằng|ứng", joint):
        return one
    if _BESIDE.fullmatch(joint) is None or _PLANNED.match(plain, one.figure.end):
        return one
    return replace(one, role=Role.CHANGE, sign=last.sign, carried=True, compared=False, reference=last.reference)


def with_times(plain: str, times: Times, start: int, end: int) -> str:
    """A stretch of the text with each time in it as ‹t›."""
    parts, at = [], start
    for time in times.between(start, end):
        if time.end <= end and time.side is not Side.PLAN:
            parts += [plain[at : time.start], "‹t›"]
            at = time.end
    return "".join([*parts, plain[at:end]])


def _told(plain: str, times: Times, figure: Figure, gap: str, behind: int, sentence: Sentence) -> Told:
    time = times.of(figure)
    tail = plain[figure.end : min(behind, figure.end + 60)]
    role, sign = _role(plain, times, figure, gap, behind)
    is_change = role in (Role.CHANGE, Role.TIMES, Role.INDEX)
    clause = re.split(r"[;.]", gap)[-1]
    return Told(
        figure,
        role,
        time,
        gap,
        sign,
        compared=not is_change and _is_compared(time, gap),
        yearly=bool(is_change and (_YEARLY.search(clause[-60:]) or _YEARLY_BEHIND.match(tail) or figure.per == "năm")),
        subject=_subject(gap, plain, figure, behind),
        reference=_reference(plain, times, figure, behind, sentence, role) if is_change else None,
        bracketed=_is_in_brackets(plain[max(sentence.start, figure.start - 200) : figure.start]),
        restated=bool(is_change and _RESTATED.search(clause)),
        breakdown=bool(is_change and _BREAKDOWN.search(clause)),
    )


def _role(plain: str, times: Times, figure: Figure, gap: str, behind: int) -> tuple[Role, int]:
    if figure.value is None or figure.is_range or figure.is_denominator:
        return Role.OTHER, 0
    if (times.of(figure) or _NO_TIME).side is Side.PLAN:
        return Role.OTHER, 0
    change = _CHANGE.search(gap)
    to = _END.search(gap)
    if figure.measure is Measure.OTHER and figure.unit == "lần":
        return (Role.TIMES, 1) if re.search(r"(?<!\w)(?:gấp|tăng|bằng)(?!\w)[^,;.]{0,20}$", gap) else (Role.OTHER, 0)
    if (
        change is not None
        and (to is None or to.start() < change.start())
        and not _is_level_after(plain, times, figure, change)
    ):
        return Role.CHANGE, 1 if change["up"] else -1 if change["down"] else 0
    summed = _SUMMED_UP.search(gap)
    if summed is not None:
        return Role.CHANGE, 1 if summed["way"] == "lên" else -1
    away = _AWAY.match(plain, figure.end) if _RESTATED.search(gap) and _COUNTED.search(gap) else None
    if away is not None:
        return Role.CHANGE, -1
    more = _MORE.search(gap) if to is None else None
    if more is not None and (_RESTATED.search(gap) or not _WORD.search(re.split(r"[,;:(]", gap[: more.start()])[-1])):
        return Role.CHANGE, 1
    if figure.measure is Measure.POINTS:
        return Role.OTHER, 0
    if figure.measure is Measure.PERCENT and _INDEX.search(gap):
        said = times.between(figure.end, min(behind, figure.end + 60))
        if said and _INDEX_BEHIND.match(plain[figure.end : said[0].start]):
            return (Role.OTHER if said[0].side is Side.PLAN else Role.INDEX), 0
        if _PLANNED.match(plain, figure.end):
            return Role.OTHER, 0
        if re.fullmatch(rf"\s*(?:so với|so)(?:\s+(?:mức|con số|số|{_HEDGES})){{0,2}}\s*", plain[figure.end : behind]):
            return Role.INDEX, 0
    if _PLANNED.match(plain, figure.end) or _PLAN.search(gap[-30:]):
        return Role.OTHER, 0
    if _START.search(gap):
        return Role.START, 0
    if to is not None:
        return Role.END, {"lên": 1, "xuống": -1}.get(to["way"], 0)
    return Role.LEVEL, 0


_NO_TIME = Time(0, 0, Side.NOW, "")
_OF_TIME = re.compile(r"\s*(?:của|trong|ở|vào|hồi)?\s*$")


def _is_level_after(plain: str, times: Times, figure: Figure, change: re.Match[str]) -> bool:
    """Whether a comparative is followed by what it compares with: "thấp hơn mức 21,8% của 5 năm trước"."""
    between = change["between"].split()
    if between and between[-1] == "mức" and not re.search(r"tăng|giảm", change[0]):
        return True
    if "hơn" not in change[0]:
        return False
    said = times.between(figure.end, figure.end + 40)
    return bool(said) and _OF_TIME.match(plain[end_of_noun(plain, figure) : said[0].start]) is not None


def _is_compared(time: Time | None, gap: str) -> bool:
    if _COMPARED.search(gap):
        return True
    return time is not None and (time.compared or time.side is Side.PAST and time.at is None)


def _is_in_brackets(before: str) -> bool:
    return before.rfind("(") > before.rfind(")")


def _reference(plain: str, times: Times, figure: Figure, behind: int, sentence: Sentence, role: Role) -> Time | None:
    """The time a change is against: "giảm 12 vụ so với năm 2016", "so với năm 2016 giảm 12 vụ"."""
    if role is Role.INDEX:
        return next(iter(times.between(figure.end, behind)), None)
    end = min(sentence.end, figure.end + 90)
    for time in times.between(figure.end, end):
        lead = plain[figure.end : time.start]
        if time.side is not Side.PLAN and _REFERENCE.match(lead) and not re.search(r"\d", lead):
            return time
    said = [time for time in times.between(max(sentence.start, figure.start - 90), figure.start) if time.compared]
    if said and not re.search(r"[;.]", plain[said[-1].end : figure.start]):
        return said[-1]
    return None


def _subject(gap: str, plain: str, figure: Figure, behind: int) -> frozenset[str]:
    clause = re.split(r"[,;:.()]", gap)[-1]
    after = re.split(r"[,;:.()]", plain[figure.number_end : min(behind, figure.number_end + 60)])[0]
    after = re.split(r"(?<!\w)(?:so với|so|và|làm|giảm|tăng|đến|của)(?!\w)", after)[0]
    words = [*_WORD.findall(clause)[-6:], *_WORD.findall(after)[:6]]
    return frozenset(word for word in words if word not in _EMPTY)


def _with_unit_of_next(told: list[Told], place: int) -> Told:
    """ "từ 3 lên 8 xã", "từ 5,2 xuống 4,1%": where a change starts, in the unit of where it ends."""
    one = told[place]
    if one.role is not Role.START or place + 1 == len(told):
        return one
    following = told[place + 1]
    figure, like = one.figure, following.figure
    if figure.unit or figure.measure is not Measure.COUNT or following.role is Role.CHANGE or figure.factor != 1:
        return one
    if like.measure is Measure.COUNT and like.factor == 1:
        return replace(one, figure=replace(figure, unit=like.unit, noun=like.noun))
    return replace(one, figure=in_unit_of(figure, like))


def in_unit_of(figure: Figure, like: Figure) -> Figure:
    """A bare number read in the unit and scale of another figure."""
    half = Fraction(0)
    if figure.decimals or like.factor not in (1, 1000):
        half = like.factor * Fraction(1, 2 * 10**figure.decimals)
    return replace(
        figure, measure=like.measure, unit=like.unit, value=figure.known * like.factor, factor=like.factor, half_step=half,
        per=like.per,
    )  # fmt: skip
