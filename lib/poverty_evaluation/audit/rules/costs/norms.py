"""Định mức, đơn giá, mức bình quân: the figures that say how much one gets, one of what, and which counts are meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.units import PLACES, UNITS
from poverty_evaluation.audit.rules.costs.counted_things import is_person_or_household, is_place, noun_of, same_things

_TIMES = frozenset({"tháng", "ngày", "năm", "tuần", "quý", "giờ", "buổi", "kỳ", "đợt", "lần", "vụ", "lứa"})
#: What one can also count, not only repeat: "mỗi buổi", "mỗi đợt" may be the base itself.
_COUNTED_TIMES = frozenset({"buổi", "kỳ", "đợt", "vụ", "lứa", "giờ", "lần", "ngày", "tuần", "tháng", "quý"})
_WORD = r"[^\W\d_]+(?:[23²³])?"
_BEHIND = re.compile(
    rf"(?P<own>(?:\s+{_WORD}){{0,4}}?)\s*(?P<joint>/\s*(?:(?:0?1|một|mỗi)\s+)?|\s(?:cho\s+|trên\s+)?mỗi\s+|"
    rf"\s(?:trên\s+)?một\s+|\strên\s+1\s+)"
    rf"(?P<per>{_WORD}(?:\s{_WORD}){{0,2}})(?P<more>(?:\s*/\s*{_WORD}(?:\s{_WORD})?){{0,2}})"
)
_EACH = re.compile(
    rf"(?<!\w)(?P<each>mỗi(?:\s+một)?|từng|bình quân|trung bình|bq)\s+(?:(?:cứ|là|ra|cho|trên|"
    rf"tính)\s+)*(?:(?:mỗi|một)\s+)?(?P<per>{_WORD}(?:\s{_WORD}){{0,2}})"
)
#: "tổ nào cũng 16 hội viên", "suất nào cũng có 300.000 đồng".
_EVERY = re.compile(
    rf"(?<!\w)(?P<per>(?:{_WORD}\s)?{_WORD}) nào cũng(?:\s(?:có|được|gồm|là|đủ|đúng|nhận|trị giá|góp|nộp)){{0,3}}\s*$"
)
_AVERAGE = re.compile(r"(?<!\w)(?:bình quân|trung bình|bq|tính ra mỗi|tb|năng suất|mật độ(?: dân số)?)(?!\w)")
_BARE = re.compile(
    r"(?<!\w)(?:đơn giá|đồng giá|định mức|mức (?:hỗ trợ|chi|trợ cấp|khoán|vay|thưởng|quà|giá)?\s?|với giá|"
    r"giá)(?:\s+[^\W\d_]+){0,3}\s*:?\s*$"
)
_GIVEN = "thưởng|hỗ trợ|chi|trợ cấp|tặng|vay|quà|thu|khoán|bồi thường|đóng góp|học bổng|đền bù|bồi dưỡng"
_NAMED = re.compile(
    rf"(?<!\w)mức(?:\s+(?:{_GIVEN}))?\s+(?:cho\s+|đối với\s+)?(?P<of>{_WORD}(?:\s{_WORD}){{0,2}}?)\s*(?:là|:)?\s*$"
)
_NEXT_NAMED = re.compile(
    rf"\s*[,;]?\s*(?:và\s+|còn\s+)?(?:đối với\s+)?(?P<of>{_WORD}(?:\s{_WORD}){{0,2}}?)\s*(?:là|:)?\s*"
)
_UNIT_PRICE = re.compile(r"(?<!\w)(?:đơn giá|đồng giá)(?:\s+[^\W\d_]+){0,3}\s*:?\s*$")
#: Words that end what a norm is for one of.
_ENDS_WORDS = (
    "dùng bình trung xuất đăng điều chế chạy ăn lắp dựng cử "
    "được là có đạt trị nhận hỗ trợ gồm với khoảng trên gần ước hơn tối ít không cho và mức từ theo để tại trong "
    "do thu chi nuôi trồng vay cấp tặng lãi đã sẽ thì chỉ còn phải bao số tiền giá kinh của so tăng giảm tổng "
    "hay hoặc nếu đi chia cần xấp tương ở khi hiện năm tháng ngày một mỗi huy thực sản bán góp đóng xây làm về"
)
_ENDS = frozenset(_ENDS_WORDS.split())  # fmt: skip
_TOTAL = re.compile(r"(?<!\w)(?:tổng|cộng|thành tiền|tương ứng|tương đương|hết|tức|như vậy|kinh phí|cho \d)")

#: Between a norm and another for one of the same: "(trị giá …", "… và …", "… gạo trị giá …".
_CONTINUED = (
    re.compile(r"[^()\d;.]{0,40}\((?:[^()\d;.]{0,30}\s)?"),
    re.compile(r"[^();.\d]{0,40}(?:\svà\s|\skèm(?: theo)?\s|\scùng\s|\s?\+\s?)[^();.,\d]{0,40}"),
    re.compile(r"[^();.,\d]{0,30}\s(?:trị giá|tương đương)\s"),
)


@dataclass(frozen=True, slots=True)
class Norm:
    """A figure for one of something.

    of: the words of what it is for one of, () where only the unit of the quantity can be meant ("đơn giá 15.000đ");
    times: what it is repeated for ("tháng" in "đồng/học sinh/tháng"); size, measure: of a unit it is for one of
    ("/ha", "/tấn"); is_average: "bình quân"; subject: what the average is of, as the words in front of it say;
    is_named: said by the name alone of what gets it ("mức thưởng tập thể 2.000.000 đồng, cá nhân 800.000 đồng").
    """

    figure: Figure
    of: tuple[str, ...]
    times: tuple[str, ...]
    size: Fraction
    measure: Measure | None
    is_average: bool
    subject: str
    is_named: bool = False

    @property
    def one(self) -> str:
        return " ".join((*self.of, *self.times)) or "đơn vị"


def norms_in(reading: Reading) -> dict[int, Norm]:
    """Every norm of a text, by the index of its figure."""
    found: dict[int, Norm] = {}
    for sentence in reading.sentences:
        previous: Figure | None = None
        for figure in reading.figures_of(sentence):
            if figure.is_readable and figure.measure is not Measure.PERCENT and not figure.is_denominator:
                norm = _norm(reading, figure, previous, found)
                if norm is not None:
                    found[figure.index] = norm
            previous = figure
    return found


def _norm(reading: Reading, figure: Figure, previous: Figure | None, found: dict[int, Norm]) -> Norm | None:
    clause = _clause_before(reading, figure, previous)
    average = _last(_AVERAGE, clause) if clause else None
    subject = clause[: average.start()].strip() if average else ""
    parts, in_front = _behind(reading, figure), _in_front(clause) if clause else None
    if parts is None:
        parts = in_front
    elif in_front is not None and all(part.split()[0] in _TIMES for part in parts):
        parts = [*in_front, *parts]
    if parts is None:
        return (
            _continued(reading, figure, previous, found)
            or _named(reading, figure, clause, previous, found)
            or _bare(reading, figure, average is not None)
        )
    return _made(figure, parts, average is not None, subject)


def _made(figure: Figure, parts: list[str], is_average: bool, subject: str) -> Norm | None:
    of: tuple[str, ...] = ()
    times: list[str] = []
    size, measure = Fraction(1), None
    for part in parts:
        words = tuple(part.split())
        if (words[0] in _TIMES and len(words) == 1) or words[0] in ("năm", "tháng", "ngày"):
            times.append(words[0])
        elif not of:
            of = words
            unit = UNITS.get(" ".join(words[:2])) or UNITS.get(words[0])
            if unit is not None and unit.measure is not Measure.MONEY:
                of = words[:2] if " ".join(words[:2]) in UNITS else words[:1]
                size, measure = unit.size, unit.measure
    if not of and times and times[0] in _COUNTED_TIMES:
        of, times = (times[0],), times[1:]
    if not of:
        return None
    return Norm(figure, of, tuple(times), size, measure, is_average, subject)


def _behind(reading: Reading, figure: Figure) -> list[str] | None:
    """Behind a figure: "/hộ", "/học sinh/tháng", "một khẩu", "mỗi nhà"."""
    match = _BEHIND.match(reading.source.plain, figure.end, min(len(reading.source.plain), figure.end + 80))
    if match is None:
        return None
    joint, per = match["joint"], _cut(match["per"])
    if not per or _is_pair_of_places(figure, per) or "\n" in match[0].strip("\n"):
        return None
    if "/" not in joint and figure.measure is Measure.COUNT and "mỗi" not in joint:
        return None
    if match["own"] and figure.measure is Measure.COUNT and " cho " in match["own"]:
        return None
    more = [_cut(part) for part in match["more"].split("/") if part.strip()]
    if "/" not in joint and (
        following := re.match(rf"\s+(?:một|mỗi)\s+(?P<per>{_WORD})", reading.source.plain[match.end() :][:40])
    ):
        more.append(following["per"])
    return [per, *(part for part in more if part)]


def _is_pair_of_places(figure: Figure, per: str) -> bool:
    """Whether two places are named side by side: "12 xã/phường" counts both."""
    return figure.measure is Measure.COUNT and figure.unit.split(" ")[0] in PLACES and per.split()[0] in PLACES


def _cut(words: str) -> str:
    kept: list[str] = []
    for word in words.split():
        if (
            word in _ENDS
            and [*kept[-1:], word] != ["cây", "số"]
            and (kept or word not in ("năm", "tháng", "ngày", "chi"))
        ):
            break
        kept.append(word)
    return " ".join(kept)


def _in_front(clause: str) -> list[str] | None:
    """In front of a figure of the same clause: "mỗi hộ", "bình quân một mô hình"."""
    every = _EVERY.search(clause)
    if every is not None:
        of = _cut(every["per"]) or _cut(every["per"].split()[-1])
        return [of] if of else None
    each = _last(_EACH, clause)
    if each is None or _TOTAL.search(clause, each.end()):
        return None
    per = _cut(each["per"])
    if not per or per.split()[0] in ("đầu",):
        return ["người"] if per == "đầu người" else None
    more = re.match(rf"\s*/\s*(?P<more>{_WORD})", clause[each.end() :])
    return [per, *([more["more"]] if more else [])]


def _continued(reading: Reading, figure: Figure, previous: Figure | None, found: dict[int, Norm]) -> Norm | None:
    """Behind a norm, for one of the same: "(trị giá 150.000 đồng)", "và 500.000 đồng"."""
    if previous is None or previous.index not in found or previous.sentence != figure.sentence:
        return None
    norm = found[previous.index]
    if figure.measure is Measure.COUNT and same_things(norm.of, figure.noun):
        return None
    gap = reading.between(previous, figure)
    if _TOTAL.search(gap) or "/" in gap or not any(form.fullmatch(gap) for form in _CONTINUED):
        return None
    return Norm(figure, norm.of, norm.times, norm.size, norm.measure, norm.is_average, norm.subject)


def _named(
    reading: Reading, figure: Figure, clause: str, previous: Figure | None, found: dict[int, Norm]
) -> Norm | None:
    """A norm said by the name of what gets it, where so many of these are told: "mức thưởng tập thể 2.000.000 đồng"."""
    if figure.measure is not Measure.MONEY:
        return None
    named = _NAMED.search(clause)
    if named is None and previous is not None and previous.index in found and found[previous.index].is_named:
        named = _NEXT_NAMED.fullmatch(reading.between(previous, figure))
    if named is None:
        return None
    of = tuple(named["of"].split())
    told = (one for one in reading.figures_of(reading.sentences[figure.sentence]) if one.start < figure.start)
    return (
        Norm(figure, of, (), Fraction(1), None, False, "", is_named=True)
        if any(_begins(one, of) for one in told)
        else None
    )


def _begins(figure: Figure, of: tuple[str, ...]) -> bool:
    return figure.measure is Measure.COUNT and figure.noun[: len(of)] == of


def _bare(reading: Reading, figure: Figure, is_average: bool) -> Norm | None:
    if figure.measure is not Measure.MONEY or is_average or _BARE.search(reading.before(figure, 50)) is None:
        return None
    is_price = _UNIT_PRICE.search(reading.before(figure, 50)) is not None
    return Norm(figure, (), (), Fraction(1), None, False, "", is_price) if is_price else None


def _clause_before(reading: Reading, figure: Figure, previous: Figure | None) -> str:
    """The text in front of a figure in its clause: from the last comma, bracket, colon or figure on."""
    plain = reading.source.plain
    start = max(reading.source.blocks[figure.block].start, figure.start - 120)
    start = max(start, reading.sentences[figure.sentence].start)
    if previous is not None and previous.end > start and previous.end <= figure.start:
        own = _BEHIND.match(plain, previous.end, figure.start)
        start = own.end("per") if own is not None and "mỗi" in own["joint"] else previous.end
    text = plain[start : figure.start]
    cut = max(text.rfind(mark) for mark in ",;()")
    return text[cut + 1 :]


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)


def counts_one_of(reading: Reading, norm: Norm, figure: Figure) -> bool:
    """Whether a figure counts what a norm is for one of."""
    if norm.measure is not None:
        return figure.measure is norm.measure
    if not norm.of:
        return figure.measure in (Measure.COUNT, Measure.WEIGHT, Measure.AREA, Measure.VOLUME, Measure.LENGTH)
    if figure.measure is Measure.DURATION:
        return figure.unit == norm.of[0]
    if norm.is_named:
        return _begins(figure, norm.of)
    noun = noun_of(reading, figure)
    if norm.of[0] in ("chiếc", "cái") and noun and not is_place(noun) and not is_person_or_household(noun):
        return figure.measure is Measure.COUNT
    return figure.measure is Measure.COUNT and same_things(norm.of, noun)
