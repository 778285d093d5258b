"""Bằng số, bằng chữ: digits with the same number in words beside them, in brackets or behind "Bằng chữ:"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.number_words import run_at, run_before, values_of
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import AuditVerdict, Certainty, Claim
from poverty_evaluation.audit.lexicon import first_digit
from poverty_evaluation.audit.rules.writing.word_claims import agrees, nearest, unreadable_words, words_claim
from poverty_evaluation.audit.rules.writing.words_framed import FRAME, framed_words
from poverty_evaluation.vocabulary.findings import FindingKind

#: From a number over its unit to a bracket behind it.
_BRACKET = re.compile(r"(?P<gap>[^\d().,;:\n]{0,40})\s{0,4}[*_\"]{0,3}\((?P<inside>[^()]{1,400})(?P<close>\))?")
#: What may follow the words of a number: nothing, or the unit of money.
MONEY_TAIL = re.compile(
    r"[\s*_]*(?:(?:đồng|đ|vnđ|vnd)(?!\w))?[\s*_]*(?:việt nam(?: đồng)?)?[\s*_]*(?:chẵn|chẳn|chẵng)?[\s*_.,;/\"]*"
)
_HEDGE = re.compile(
    r"(?<!\w)(?:gần|hơn|trên|dưới|khoảng|chừng|xấp xỉ|ngót|độ|cỡ|non|quá|ít nhất|tối thiểu|tối đa|hàng)\s*$"
)
#: In front of a lone number word that is no number: "thứ ba", "cuối năm", "đầu tư", "lần hai".
_ORDINAL = re.compile(
    r"(?<!\w)(?:thứ|lần|tháng|hạng|quý|mồng|mùng|ngày|giải|loại|bậc|số|lớp|khối|cấp|tổ|đầu|cuối|giữa|trong|cả|mỗi|hằng|hàng|các|"
    r"những|từng|qua|nhiều|mấy|theo|trước|sau|đến|từ|vào|chỉ tiêu|kế hoạch|mục tiêu|riêng|về|vài|bao|có hay)\s*$"
)
_INNER = re.compile(r"(?P<unit>[^\d()]{0,30})\)")
_TAIL = re.compile(r"(?<!\w)(?P<tail>(?:đồng|vnđ|đ)(?:\s+việt nam)?(?:\s+chẵn)?|phần trăm)[\s*_\"]*$")
_FRACTION = re.compile(
    "(?P<a>"
    + first_digit(r"(?<![\d/.,])")
    + r"\d{0,3})\s?/\s?(?P<b>\d{1,4})(?![\d/.,])[^\d()\n]{0,20}\((?P<words>[^()\d]{5,60})\)"
)
_FRACTION_IN_WORDS = re.compile(
    r"(?P<words>(?:[^\W\d_]{2,6}[ ]){1,4}phần(?:[ ][^\W\d_]{2,6}){1,3})[^\d()\n]{0,20}"
    r"\((?P<a>\d{1,4})\s?/\s?(?P<b>\d{1,4})\)"
)
#: Few texts have this of it; looking for all the words takes long.
_FRACTION_CUE = re.compile(r"phần[^\d()\n]{0,41}\(\d{1,4}\s?/\s?\d{1,4}\)")
_HUNDREDS = {"trăm": Fraction(100), "nghìn": Fraction(1000), "vạn": Fraction(10000)}


def words_against_digits(reading: Reading) -> Iterator[Claim]:
    """Every number that is said in digits and in words."""
    framed: set[int] = set()
    for figure in reading.figures:
        if figure.value is None or figure.is_range or figure.fraction is not None:
            continue
        made = _words_behind(reading, figure, framed) or _words_in_front(reading, figure)
        if made is not None:
            yield made
    yield from framed_words(reading, framed)
    yield from _fractions(reading)


def _words_behind(reading: Reading, figure: Figure, framed: set[int]) -> Claim | None:
    """22.000.000 đồng (hai mươi hai triệu đồng), 05 (năm) lớp."""
    plain = reading.source.plain
    match = _BRACKET.match(plain, figure.number_end)
    if match is None:
        return None
    at, end = match.span("inside")
    if not match["close"]:  # never closed: the words reach to the end of their block at most
        end = min(end, max(reading.block_of(figure).end, at))
    frame = FRAME.search(plain, at, min(end, at + 40))
    if frame is not None:
        framed.add(frame.start())
        at = frame.end()
    while at < end and plain[at] in ' \n*_"':
        at += 1
    run, run_end = run_at(plain, at, end)
    rest = plain[run_end:end]
    if not run:
        return _no_words(reading, figure, at, end) if frame is not None else None
    quoted = " ".join(reading.source.text[at:end].split()).strip("*_ .")
    rest = _without_rate(rest, plain[figure.number_end : match.start("inside")])
    if not MONEY_TAIL.fullmatch(rest) and not _repeats_unit(rest, figure):
        if frame is None or not _is_broken_off(rest):
            return None
        return unreadable_words(figure, quoted, figure.start, match.end())
    if frame is None and not _may_repeat(run, rest, match["gap"], figure):
        return None
    value = nearest(run, figure, inside=not match["gap"].strip(" *_"))
    if value is None:
        is_meant = frame is not None or run.count(" ") >= 2
        return unreadable_words(figure, quoted, figure.start, match.end()) if is_meant else None
    return words_claim(figure, value, quoted, figure.start, match.end())


def _without_rate(rest: str, gap: str) -> str:
    """The words behind the number without the "/hộ" or "một tháng" that the digits have too."""
    if "/" not in gap and not re.search(r"(?<!\w)(?:một|mỗi)(?!\w)", gap):
        return rest
    return re.sub(r"(?<=đồng)\s*(?:/|một|mỗi|trên)\s*[^\W\d_]{1,8}(?:\s*/\s*[^\W\d_]{1,8})?(?=[\s*_.]*$)", "", rest)


def _may_repeat(run: str, rest: str, gap: str, figure: Figure) -> bool:
    """Whether words without "bằng chữ" in front can be meant to repeat the number."""
    is_adjacent = not gap.strip(" *_")
    if "đồng" in rest and figure.measure is not Measure.MONEY:
        return False
    repeats = bool(rest.strip(" *_.,")) and figure.measure not in (Measure.COUNT, Measure.MONEY)
    if " " in run or repeats:
        return True
    if run in ("triệu", "tỷ", "tỉ", "nghìn", "ngàn", "trăm", "lẻ", "linh", "mươi", "rưỡi", "phẩy"):
        return False
    if is_adjacent:
        return run != "không" or figure.value == 0
    return (
        figure.measure is Measure.COUNT and figure.decimals == 0 and figure.known <= 20 and run not in ("không", "tư")
    )


def _repeats_unit(rest: str, figure: Figure) -> bool:
    """Whether the words name the figure's own unit again: "05 lớp (năm lớp)", "10% (mười phần trăm)"."""
    said = rest.strip(' *_.,;\n"')
    if figure.measure is Measure.PERCENT:
        return said in ("phần trăm", "phần nghìn")
    return bool(said) and said in (figure.unit, " ".join(figure.noun), figure.text.split(" ", 1)[-1].lower())


def _no_words(reading: Reading, figure: Figure, at: int, end: int) -> Claim | None:
    """In "(Bằng chữ: Hia mươi hai triệu đồng)" no number word opens it, yet most are."""
    if not _is_broken_off(reading.source.plain[at:end]):
        return None
    quoted = " ".join(reading.source.text[at:end].split()).strip("*_ .")
    return unreadable_words(figure, quoted, figure.start, end)


def _is_broken_off(rest: str) -> bool:
    """Whether what follows is still meant as a number: most of its words are number words or "đồng"."""
    words = re.findall(r"[^\W\d_]+", rest)
    known = [
        word
        for word in words
        if values_of(word)
        or word in ("triệu", "nghìn", "ngàn", "trăm", "tỷ", "mươi", "đồng", "chẵn", "linh", "lẻ", "mốt", "lăm", "tư")
    ]
    return 2 <= len(words) <= 30 and len(known) * 2 >= len(words)


def _words_in_front(reading: Reading, figure: Figure) -> Claim | None:
    """hai mươi hai triệu đồng (22.000.000 đồng), ba (03) lớp."""
    plain = reading.source.plain
    opening = len(plain[max(0, figure.start - 4) : figure.start].rstrip(' *_"')) + max(0, figure.start - 4) - 1
    if opening < 1 or plain[opening] != "(" or plain[figure.start - 1] not in '( *_"':
        return None
    inner = _INNER.match(plain, figure.number_end)
    if inner is None:
        return None
    start = max(reading.block_of(figure).start, opening - 240)
    at = len(plain[start:opening].rstrip(' *_"\n')) + start
    tail = _TAIL.search(plain, max(start, at - 30), at)
    unit = inner["unit"].strip(' *_".')
    at, repeats = _without_unit(plain, start, at, tail, unit)
    words, begin = run_before(plain, start, at)
    if not words or "/" in unit or _HEDGE.search(plain, max(start, begin - 12), begin):
        return None
    is_money = tail is not None and tail["tail"].startswith(("đ", "v"))
    if is_money != (figure.measure is Measure.MONEY) or (unit and not repeats and not is_money and len(words) < 2):
        return None
    return _judged_in_front(reading, figure, words, begin, at, inner.end(), bool(repeats))


def _without_unit(plain: str, start: int, at: int, tail: re.Match[str] | None, unit: str) -> tuple[int, bool]:
    """Where the words of the number end, and whether the unit in the bracket stands behind them too."""
    if tail is not None:
        return len(plain[start : tail.start()].rstrip()) + start, True
    if unit and plain.endswith(f" {unit}", start, at):
        return at - len(unit) - 1, True
    return at, False


def _judged_in_front(
    reading: Reading, figure: Figure, words: list[str], begin: int, at: int, end: int, repeats: bool
) -> Claim | None:
    plain = reading.source.plain
    inside = not (repeats and figure.measure is Measure.MONEY)
    meant = [
        (place, value)
        for place in range(len(words))
        if (value := nearest(" ".join(words[place:]), figure, inside)) is not None
    ]
    if not meant:
        return None
    place, value = next((one for one in meant if agrees(one[1], figure)), meant[0])
    begin = _start_of(plain, begin, at, place)
    is_said = agrees(value, figure)
    if (
        not is_said
        and len(words) - place == 1
        and not _is_lone_number(plain, words[place], begin, end, figure, repeats)
    ):
        return None
    quoted = " ".join(reading.source.text[begin:at].split())
    certainty = Certainty.IMPLIED if repeats and figure.measure is Measure.COUNT else Certainty.SAID
    return words_claim(figure, value, quoted, begin, end, certainty)


def _is_lone_number(plain: str, word: str, begin: int, end: int, figure: Figure, repeats: bool) -> bool:
    """Whether one word in front of a number in brackets is that number: "ba (03) lớp", no "thứ ba (12 hộ)"."""
    if word in ("không", "tư", "năm") and plain[figure.start : figure.start + 1] != "0":
        return False
    if _ORDINAL.search(plain, max(0, begin - 16), begin) or figure.known > 20 or figure.decimals:
        return False
    return repeats or re.match(r"\s+[^\W\d_]", plain[end : end + 3]) is not None


def _start_of(plain: str, begin: int, at: int, skipped: int) -> int:
    """Where the run begins when its first words are left out."""
    for _ in range(skipped):
        space = re.compile(r"\s+").search(plain, begin, at)
        begin = space.end() if space else begin
    return begin


def _fractions(reading: Reading) -> Iterator[Claim]:
    """2/3 (hai phần ba), hai phần ba (2/3)."""
    plain = reading.source.plain
    by_start = {figure.start: figure for figure in reading.figures}
    for pattern in (_FRACTION, _FRACTION_IN_WORDS) if _FRACTION_CUE.search(plain) else (_FRACTION,):
        for match in pattern.finditer(plain):
            said = _fraction_of(match["words"])
            if said is None:
                continue
            upper, lower = Fraction(match["a"]), Fraction(match["b"])
            yield _fraction_claim(reading, match, (upper, lower), said, by_start.get(match.start("a")))


def _fraction_of(words: str) -> tuple[Fraction, Fraction] | None:
    upper, _, lower = re.sub(r"\s+(?:phần|trên)\s+", " phần ", words.strip(" *_"), count=1).partition(" phần ")
    upper_words = upper.split()
    below = _HUNDREDS.get(lower.strip()) or min(values_of(lower.strip().replace("tư", "bốn")), default=None)
    for place in range(len(upper_words)):
        above = values_of(" ".join(upper_words[place:]))
        if above and below is not None:
            return min(above), below
    return None


def _fraction_claim(
    reading: Reading, match: re.Match[str], digits: tuple[Fraction, Fraction], said: tuple[Fraction, Fraction],
    figure: Figure | None,
) -> Claim:  # fmt: skip
    holds = digits == said
    quoted = " ".join(reading.source.text[match.start("words") : match.end("words")].split())
    by_digits, by_words = f"{digits[0]}/{digits[1]}", f"{said[0]}/{said[1]}"
    made = Claim(
        FindingKind.WORDS, AuditVerdict.HOLDS if holds else AuditVerdict.CONTRADICTION, figure, (),
        f"chữ “{quoted}” đọc là {by_words}; số ghi {by_digits}", by_words,
        f"Phân số ghi {by_digits} nhưng chữ đọc là {by_words}; cần sửa cho thống nhất.",
        f"The fraction is {by_digits} in digits and {by_words} in words; one of the two must be mended.",
        () if holds else (by_words, by_digits),
    )  # fmt: skip
    return replace(made, start=match.start(), end=match.end())
