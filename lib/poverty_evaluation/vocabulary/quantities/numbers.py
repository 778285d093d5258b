"""Con số in sẵn: strict reading of a printed number; what is not well formed is refused with candidate readings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.vocabulary.choices import NumberFormat
from poverty_evaluation.vocabulary.quantities.malformed import Malformed
from poverty_evaluation.vocabulary.quantities.writing import group_digits

_LONGEST = 40
#: What is surely made of nothing foreign.
_ORDINARY = re.compile(r"[0-9][0-9.,]{0,38}")
_SIGNS = "+-\u2013\u2212"  # plus, hyphen-minus, en dash, minus sign
_DIGITS = frozenset("0123456789")
_SWAP = str.maketrans(".,", ",.")

# All patterns are in Vietnamese notation; international texts are compared after swapping dot and comma.
_GROUPED = re.compile(r"(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})*)(?:,[0-9]+)?")
_PADDED = re.compile(r"0[0-9]{1,2}")
_PLAIN_INTEGER = re.compile(r"[1-9][0-9]*")
_PLAIN_DECIMAL = re.compile(r"[1-9][0-9]*,[0-9]+")
_RANGE = re.compile(r"([+\-\u2013\u2212]?[0-9.,]+)\s*[-\u2013\u2014]\s*([+\-\u2013\u2212]?[0-9.,]+)")


class MalformedNumber(Malformed):
    """A text that is no number. `candidates` are what it may have meant, in Vietnamese notation, best first."""

    def __init__(self, text: str, candidates: tuple[str, ...], reason_vi: str, reason_en: str):
        super().__init__(text, reason_vi, reason_en)
        self.args = (text, candidates, reason_vi, reason_en)
        self.candidates = candidates

    def __str__(self) -> str:
        if not self.candidates:
            return super().__str__()
        vi, en = " hoặc ".join(self.candidates), " or ".join(self.candidates)
        return f"{super().__str__()} (có thể là {vi} / may be {en})"


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number and how many decimals it was printed with."""

    value: Fraction
    decimals: int


def read_number(
    text: str, number_format: NumberFormat = NumberFormat.VI, allow_plain_integer: bool = True
) -> PrintedNumber:
    """The number a text prints, read literally; MalformedNumber when the notation is not exactly right.

    Vietnamese: dots between groups of exactly three digits, a comma before decimals, so `1,234` is a decimal.
    A whole number without any dot is accepted unless `allow_plain_integer` is False (spreadsheets write it so).
    International: commas between groups of exactly three or no separators at all, a dot before decimals.
    """
    stripped = text.strip()
    if _ORDINARY.fullmatch(stripped) is None:
        _refuse_foreign_characters(text, stripped, number_format, allow_plain_integer)
    sign, body = (stripped[0], stripped[1:]) if stripped[0] in _SIGNS else ("", stripped)
    if number_format is NumberFormat.INTERNATIONAL:
        body = body.translate(_SWAP)
    if not _is_accepted(body, number_format, allow_plain_integer):
        minus = "-" if sign and sign != "+" else ""
        reason_vi, reason_en = _reason(body, number_format)
        raise MalformedNumber(text, tuple(minus + reading for reading in _candidates(body)), reason_vi, reason_en)
    whole, _, part = body.partition(",")
    value = Fraction(int(whole.replace(".", "") + part), 10 ** len(part))
    return PrintedNumber(value if sign in ("", "+") else -value, len(part))


def read_range(text: str, number_format: NumberFormat = NumberFormat.VI) -> tuple[PrintedNumber, PrintedNumber]:
    """Khoảng: two numbers with a dash between them, the first not above the second."""
    match = _RANGE.fullmatch(text.strip()) if len(text) <= 2 * _LONGEST + 10 else None
    if not match:
        raise MalformedNumber(text, (), "không phải khoảng dạng 5-7", "not a range of the form 5-7")
    first, last = (read_number(part, number_format) for part in match.groups())
    if first.value > last.value:
        raise MalformedNumber(text, (), "số đầu khoảng lớn hơn số cuối", "the range starts above its end")
    return first, last


def _is_accepted(body: str, number_format: NumberFormat, allow_plain_integer: bool) -> bool:
    if _GROUPED.fullmatch(body) or _PADDED.fullmatch(body):
        return True
    international = number_format is NumberFormat.INTERNATIONAL
    if _PLAIN_INTEGER.fullmatch(body):
        return allow_plain_integer or international
    return international and _PLAIN_DECIMAL.fullmatch(body) is not None


def _refuse_foreign_characters(
    text: str, stripped: str, number_format: NumberFormat, allow_plain_integer: bool
) -> None:
    """Refuse what is too long, empty or holds anything but digits, separators and one sign in front."""
    if len(stripped) > _LONGEST:
        raise MalformedNumber(
            text, (), f"dài quá {_LONGEST} ký tự, không phải con số", f"longer than {_LONGEST} characters, no number"
        )
    if not stripped:
        raise MalformedNumber(text, (), "ô trống, không có con số", "empty, there is no number")
    if any(char.isdecimal() and char not in _DIGITS for char in stripped):
        plain = "".join(str(int(char)) if char.isdecimal() else char for char in stripped)
        raise MalformedNumber(
            text,
            _readings_of(plain, number_format, allow_plain_integer),
            "chữ số không phải 0-9 thông thường (ví dụ chữ số toàn khổ)",
            "digits other than the ordinary 0-9 (fullwidth digits, for example)",
        )
    if any(char.isspace() for char in stripped):
        raise MalformedNumber(
            text,
            _readings_of("".join(stripped.split()), number_format, allow_plain_integer),
            "có khoảng trắng bên trong con số",
            "there is a space inside the number",
        )
    for at, char in enumerate(stripped):
        if char in _DIGITS or char in ".," or (at == 0 and char in _SIGNS):
            continue
        if char.isalpha():
            raise MalformedNumber(text, (), f"có chữ cái “{char}”", f"there is a letter, “{char}”")
        if char in _SIGNS and char != "+":
            raise MalformedNumber(
                text,
                (),
                f"dấu “{char}” nằm giữa: đây là một khoảng, không phải một con số",
                f"“{char}” in the middle: a range, not one number",
            )
        name = char if char.isprintable() else f"U+{ord(char):04X}"
        raise MalformedNumber(text, (), f"ký tự “{name}” không thuộc con số", f"“{name}” does not belong in a number")
    if not any(char in _DIGITS for char in stripped):
        raise MalformedNumber(text, (), "không có chữ số nào", "there is no digit")


def _readings_of(text: str, number_format: NumberFormat, allow_plain_integer: bool) -> tuple[str, ...]:
    """What a tidied text reads as, in Vietnamese notation: its one reading, or else its candidates."""
    try:
        number = read_number(text, number_format, allow_plain_integer)
    except MalformedNumber as error:
        return error.candidates
    digits = str(abs(number.value) * 10**number.decimals).rjust(number.decimals + 1, "0")
    whole, part = digits[: len(digits) - number.decimals], digits[len(digits) - number.decimals :]
    return (("-" if number.value < 0 else "") + _join(whole, part),)


def _reason(body: str, number_format: NumberFormat) -> tuple[str, str]:
    """Why a text of digits, dots and commas is refused (vi, en), naming the separators of its own convention."""
    dot, comma = ("dấu chấm", "a dot"), ("dấu phẩy", "a comma")
    group, point = (dot, comma) if number_format is NumberFormat.VI else (comma, dot)
    whole, _, part = body.partition(",")
    if not part.isdecimal() and part:
        return (
            f"sau {point[0]} thập phân còn dấu phân cách khác",
            f"another separator follows {point[1]} that starts the decimals",
        )
    groups = whole.split(".")
    if "" in groups or body.endswith(","):
        return "thiếu chữ số trước hoặc sau dấu phân cách", "a digit is missing before or after a separator"
    if len(groups) > 1 and (
        any(len(digits) != 3 for digits in groups[1:]) or len(groups[0]) > 3 or not groups[0].strip("0")
    ):
        return (
            f"{group[0]} phải chia phần nguyên thành các nhóm đúng ba chữ số; phần thập phân dùng {point[0]}",
            f"groups of exactly three digits are set off by {group[1]}; decimals follow {point[1]}",
        )
    if whole.startswith("0"):
        return "thừa chữ số 0 ở đầu", "there is a needless zero in front"
    return f"thiếu {group[0]} giữa các nhóm ba chữ số", f"{group[1]} is missing between the groups of three digits"


def _candidates(body: str) -> tuple[str, ...]:
    """What a refused text of digits, dots and commas (Vietnamese notation) may have meant; well-formed ones only."""
    found = [reading for reading in _guesses(body) if _GROUPED.fullmatch(reading)]
    return tuple(dict.fromkeys(found))


def _guesses(body: str) -> Iterator[str]:
    commas = body.count(",")
    if commas > 1 or (commas == 1 and "." in body.partition(",")[2]):
        swapped = body.translate(_SWAP)
        if swapped.count(",") <= 1 and "." not in swapped.partition(",")[2]:
            yield swapped if _GROUPED.fullmatch(swapped) else ""
            yield from _whole_guesses(swapped)
        return
    if body[0] in ".,":
        yield f"0,{body[1:]}"
    elif body[-1] in ".,":
        yield _join(body[:-1].replace(".", ""), "") if "," not in body[:-1] else ""
    elif commas == 0 and body.count(".") == 1:
        yield from _one_dot_guesses(*body.split("."))
    else:
        yield from _whole_guesses(body)


def _one_dot_guesses(whole: str, part: str) -> Iterator[str]:
    """A single dot: a decimal point of the other convention, or a group that lost its last zero or gained a zero."""
    if len(part) == 3 and len(whole) <= 3 and whole.strip("0"):
        yield _join(whole + part, "")
        return
    yield _join(whole, part)
    if len(part) == 2 and len(whole) <= 3:
        yield f"{whole}.{part}0"
    if len(part) == 3 and len(whole) > 3:
        yield _join(whole + part, "")


def _whole_guesses(body: str) -> Iterator[str]:
    """Faulty groups before the decimals: the last dot is a comma, one group is stray, or one dot is stray."""
    whole, comma, part = body.partition(",")
    groups = whole.split(".")
    faulty = [at for at, digits in enumerate(groups) if (len(digits) != 3 if at else len(digits) > 3)]
    if len(faulty) > 1:
        return
    if not comma and faulty == [len(groups) - 1] and len(groups) > 1:
        yield _join("".join(groups[:-1]), groups[-1])
    if faulty and faulty[0] < len(groups) - 1 and len(groups) > 2:
        yield ".".join(groups[: faulty[0]] + groups[faulty[0] + 1 :]) + comma + part
    yield _join("".join(groups), part)


def _join(whole: str, part: str) -> str:
    return group_digits(whole.lstrip("0") or "0", ".") + (f",{part}" if part else "")
