"""Số viết sai: numbers of no convention, broken by a space, or written otherwise than the rest of their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure, Notation
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.units import COUNTED
from poverty_evaluation.audit.findings import AuditVerdict, Claim
from poverty_evaluation.vocabulary.choices import NumberFormat
from poverty_evaluation.vocabulary.findings import FindingKind

#: What names or numbers something else than a quantity.
_NAMED = re.compile(
    r"(?<!\w)(?:mục|tiểu mục|khoản|điểm|điều|chương|phần|phụ lục|bảng|biểu|hình|sơ đồ|phiên bản|bản|version|ver|v|ip|"
    r"địa chỉ|mã|mã số|mã hiệu|mã ngành|ký hiệu|số hiệu|số|tiêu chuẩn|tcvn|qcvn|iso|công nghiệp|cách mạng|web|windows|"
    r"android|ios|tọa độ|toạ độ|kinh độ|vĩ độ|lô|thửa|tờ|tài khoản|hợp đồng|vòng|tỷ số|tỉ số|phiên|hạng mục|tiêu chí|"
    r"nội dung|dự án)(?:\s+số)?[\s:.(]*$"
)
_SCORE = re.compile(
    r"(?<!\w)(?:tỷ số|tỉ số|thắng|thua|hòa|hoà|hiệp|set|séc|chung cuộc|kết quả trận|bàn|gặp)(?!\w)[^.]{0,40}$"
)
#: Counted one by one: a fraction of one is no number of them.
_WHOLE = (
    "hộ người lượt suất xã phường thôn bản ấp lớp buổi cuộc vụ em cháu trẻ con căn ngôi chiếc cây thẻ trường cán hội "
    "đoàn lao doanh học đại thanh phụ nông giáo sinh gia nhân khẩu hồ đơn tin bài phần phiếu cử mô công tổ chi đảng "
    "tàu xe bộ cuốn"
)
_AVERAGE = re.compile(r"(?<!\w)(?:bình quân|trung bình|bq|mỗi|hệ số|tỷ suất|tỷ số|mật độ|chỉ số)(?!\w)")
_SPAN = re.compile(r"(?<!\w)(?:từ|khoảng|chừng|đạt|mỗi|có|thêm|dài|rộng|cao|giá|nặng)\s*$")
_LETTER_O_CUE = re.compile(r"[\d.,]o")
_LETTER_O = re.compile(
    r"(?<![\w.,/-])(?=\d{0,6}[.,]?\d{0,3}o)(?P<number>\d[\do.,]{1,14}[\do])(?!\w)\s(?P<next>[^\W\d_]+)"
)
_UNITS_OF_O = ("triệu", "tỷ", "tỉ", "nghìn", "đồng", "đ", "ha", "kg", "tấn", "m2", "tờ")
_REASON_SPACE = "có khoảng trắng"
_TOO_LONG = 40


def malformed_numbers(reading: Reading) -> Iterator[Claim]:
    """Every number that cannot be read as it is written, or not as the text writes its others."""
    examples = _examples(reading)
    foreign = _foreign_notation(reading)
    for figure in reading.figures:
        if figure.end - figure.start > 4 * _TOO_LONG:
            continue
        made = None
        if figure.notation is Notation.MALFORMED:
            made = _broken(reading, figure) if _REASON_SPACE in figure.reason_vi else _shapeless(reading, figure)
        elif figure.notation is foreign and figure.reason_vi:
            made = _of_other_convention(reading, figure, examples)
        elif figure.decimals == 3:
            made = _fraction_of_one(reading, figure)
        if made is not None:
            yield made
    yield from _upside_down(reading)
    yield from _with_letters(reading)


def _claim(figure: Figure, verdict: AuditVerdict, reason_vi: str, reason_en: str, readings: tuple[str, ...]) -> Claim:
    printed = figure.text
    if figure.value is not None and len(readings) == 1:
        vi = f"“{printed}” viết không đúng quy cách; nếu đúng là “{readings[0]}” thì cần viết lại như vậy."
        en = f"“{printed}” is not written as a number should be; if “{readings[0]}” is meant, write that."
    else:
        vi = f"“{printed}” viết sai nên không chắc là số nào; cần hỏi lại nơi báo số."
        en = f"“{printed}” is written so that its value is not certain ({reason_en}); ask who reported it."
    computation = f"“{printed}”: {reason_vi}"
    return Claim(FindingKind.MALFORMED, verdict, figure, (), computation, "", vi, en, readings)


def _candidates(figure: Figure) -> tuple[str, ...]:
    return tuple(one.text for one in figure.alternatives)


def _is_quantity(figure: Figure) -> bool:
    """Whether a unit or something counted stands behind the number."""
    return figure.measure is not Measure.COUNT or figure.factor != 1 or bool(figure.noun and figure.noun[0] in COUNTED)


def _is_named(reading: Reading, figure: Figure) -> bool:
    return _NAMED.search(reading.before(figure, 24)) is not None


def _broken(reading: Reading, figure: Figure) -> Claim | None:
    """208, 1 triệu đồng; 12. 500 hộ: a space inside, unless it is the end of a line."""
    written = reading.source.text[figure.start : figure.number_end]
    if "\n" in written:
        return None
    first, _, second = re.sub(r"\s", "", written).partition(",")
    verdict = AuditVerdict.CONTRADICTION
    if first.isdecimal() and second.isdecimal() and int(second) == int(first) + 1:  # "2, 3 triệu": two or three
        verdict = AuditVerdict.UNVERIFIABLE
    return _claim(figure, verdict, figure.reason_vi, figure.reason_en, _candidates(figure))


def _shapeless(reading: Reading, figure: Figure) -> Claim | None:
    """2.2.839; 12.34.567; 2697,15 where every other number has its dots."""
    token = reading.source.text[figure.start : figure.number_end]
    if figure.value is not None:
        return _ungrouped(reading, figure, token)
    parts = re.split(r"[.,]+", token.strip("+-"))
    has_thousands = any(len(part) == 3 for part in parts[1:])
    is_address = len(parts) == 4 and all(part.isdecimal() and int(part) < 256 for part in parts)
    if len(token) > _TOO_LONG or not any(map(str.isdecimal, token)):
        return None
    if not _is_quantity(figure):
        in_table = reading.block_of(figure).kind is BlockKind.CELL
        if is_address or not has_thousands or _is_named(reading, figure) or not (in_table or figure.noun):
            return None
        verdict = AuditVerdict.CONTRADICTION if figure.noun else AuditVerdict.LIKELY
        return _claim(figure, verdict, figure.reason_vi, figure.reason_en, _candidates(figure))
    if _is_named(reading, figure) and not has_thousands:
        return None
    return _claim(figure, AuditVerdict.CONTRADICTION, figure.reason_vi, figure.reason_en, _candidates(figure))


def _ungrouped(reading: Reading, figure: Figure, token: str) -> Claim | None:
    """A decimal number without its thousands' dot, where the text sets them off elsewhere."""
    whole = re.split(r"[.,]", token.lstrip("+-"))[0]
    if len(whole) < 4 or whole.startswith("0"):
        return None
    others = reading.bare_thousands
    grouped = reading.convention.grouped
    if grouped == 0 or (others > 0 and grouped < 4 * others):
        return None
    verdict = AuditVerdict.CONTRADICTION if others == 0 else AuditVerdict.LIKELY
    reason_vi = f"{figure.reason_vi}, trong khi {grouped} số khác của văn bản có dấu này"
    reason_en = f"{figure.reason_en}, while {grouped} other numbers of the text have it"
    return _claim(figure, verdict, reason_vi, reason_en, _candidates(figure))


def _foreign_notation(reading: Reading) -> Notation | None:
    """The notation that is not the text's own, when the text surely has one."""
    convention = reading.convention
    if convention.number_format is NumberFormat.VI:
        return Notation.INTERNATIONAL if convention.vietnamese + convention.grouped else None
    return Notation.VIETNAMESE if convention.international + convention.grouped else None


def _of_other_convention(reading: Reading, figure: Figure, examples: Mapping[Measure, str]) -> Claim | None:
    """12.5% beside 13,1%."""
    if (
        not _is_quantity(figure)
        or figure.unit in ("độ", "lần", "điểm", "tuổi", "giờ", "phút")
        or _is_named(reading, figure)
    ):
        return None
    convention = reading.convention
    counts = (convention.vietnamese, convention.international)
    own, other = counts if convention.number_format is NumberFormat.VI else counts[::-1]
    is_foreign_text = convention.number_format is not NumberFormat.VI
    if other > own or (is_foreign_text and own < max(5, 4 * other)):
        return None
    example = examples.get(figure.measure) or next(iter(examples.values()), "")
    beside = f", khác cách viết “{example}” trong cùng văn bản" if example else ""
    beside_en = f", unlike “{example}” in the same text" if example else ""
    return _claim(
        figure, AuditVerdict.LIKELY, f"dấu phân cách theo quy ước khác{beside}",
        f"its separator is of the other convention{beside_en}", _candidates(figure),
    )  # fmt: skip


def _examples(reading: Reading) -> dict[Measure, str]:
    """A number with decimals in the text's own convention, of each measure that has one."""
    point = "," if reading.convention.number_format is NumberFormat.VI else "."
    found: dict[Measure, str] = {}
    for figure in reading.figures:
        if figure.decimals and not figure.reason_vi and point in figure.text:
            found.setdefault(figure.measure, figure.text)
    return found


def _fraction_of_one(reading: Reading, figure: Figure) -> Claim | None:
    """1,250 hộ: three decimals of what is counted one by one, where the text writes thousands with dots."""
    if figure.factor != 1 or figure.per:
        return None
    is_counted = figure.measure is Measure.COUNT and bool(figure.noun) and figure.noun[0] in _WHOLE.split()
    if not (is_counted or figure.measure is Measure.MONEY) or figure.known < 1 or figure.is_range:
        return None
    if reading.convention.number_format is not NumberFormat.VI or reading.convention.grouped < 1:
        return None
    if _AVERAGE.search(reading.before(figure)) or "/" in reading.after(figure, 2):
        return None
    reason = "số đếm và số đồng không có phần thập phân, dấu phẩy ở đây có lẽ là dấu phân cách hàng nghìn"
    return _claim(
        figure, AuditVerdict.LIKELY, reason,
        "counts and đồng have no decimals; the comma was probably meant for thousands",
        _candidates(figure) or (figure.text.replace(",", "."),),
    )  # fmt: skip


def _with_letters(reading: Reading) -> Iterator[Claim]:
    """5.OOO tờ, 2O0 triệu: the letter O where a nought belongs."""
    source = reading.source
    for match in _LETTER_O.finditer(source.plain) if _LETTER_O_CUE.search(source.plain) else ():
        printed, following = match["number"], match["next"]
        if following not in COUNTED and following not in _UNITS_OF_O:
            continue
        right = f"{printed.replace('o', '0')} {following}"
        shown = source.text[match.start("number") : match.end("number")]
        yield Claim(
            FindingKind.MALFORMED, AuditVerdict.CONTRADICTION, None, (), f"“{shown}”: có chữ O trong con số", "",
            f"“{shown} {following}” có chữ O ở chỗ của số 0; cần gõ lại con số.",
            f"“{shown} {following}” has the letter O where a nought belongs; type the number anew.",
            (right,), match.start("number"), match.end("next"),
        )  # fmt: skip


def _upside_down(reading: Reading) -> Iterator[Claim]:
    """15-10 triệu đồng: a range whose first end is the greater."""
    for first, second in zip(reading.figures, reading.figures[1:], strict=False):
        if first.sentence != second.sentence or first.value is None or second.value is None or first.unit or first.noun:
            continue
        joint = reading.source.plain[first.number_end : second.start]
        if joint not in ("-", " - ") or not _is_quantity(second) or second.is_range or first.is_range:
            continue
        low, high = first.known * second.factor, second.known
        if not low > high > 0 or high * Fraction(4) < low or second.fraction is not None:
            continue
        before = reading.before(first, 60)
        if not _SPAN.search(before) or _SCORE.search(before):
            continue
        start = reading.source.text[first.start : first.number_end]
        end = reading.source.text[second.start : second.number_end]
        printed = f"{start}-{second.text}"
        unit = reading.source.text[second.number_end : second.end]
        yield Claim(
            FindingKind.MALFORMED, AuditVerdict.LIKELY, second, (first,), f"“{printed}”: {start} > {end}", "",
            f"Khoảng “{printed}” có số đầu lớn hơn số cuối; cần kiểm tra hai số.",
            f"The range “{printed}” begins with its greater number; check the two.",
            (f"{end}-{start}{unit}",),
        )  # fmt: skip
