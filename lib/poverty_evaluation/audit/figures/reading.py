"""Đọc các con số của văn bản: sentences, figures and what they count, dates, and what is no quantity."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import TypeVar, cast

from poverty_evaluation.audit.documents.source import Block, SourceText
from poverty_evaluation.audit.figures.cells import counts_like_years
from poverty_evaluation.audit.figures.dates import DateMention, dates_in
from poverty_evaluation.audit.figures.figure import Figure, Measure, Notation
from poverty_evaluation.audit.figures.names import names_in
from poverty_evaluation.audit.figures.notation import Convention, Written, alternatives_in, convention_of, read_written
from poverty_evaluation.audit.figures.number_words import values_of
from poverty_evaluation.audit.figures.units import COUNTED, PER, PERSONS, PLACES, SCALE, UNIT, UNITS, head_of, scale_of
from poverty_evaluation.audit.lexicon import words
from poverty_evaluation.vocabulary.choices import Qualifier, weakest

_Made = TypeVar("_Made")

_LONGEST_NUMBER = 40
_NUMBER = re.compile(r"(?<![\w.,])[+-]?\d[\d.,]{0,60}(?<=\d)|(?<=[.,])\d[\d.,]{0,60}(?<=\d)")
#: A space inside a number: "208, 1 triệu", "12. 500 hộ", "12 888 hộ"; a unit must follow for the first two.
_BROKEN = re.compile(
    r"(?<![\w.,])(?P<a>\d{1,3}(?:\.\d{3})*)(?P<gap>,\s+|\s+,\s?)(?P<b>\d{1,2})"
    r"(?=\s*(?:[%‰]|(?:triệu|tỷ|tỉ|nghìn|trđ|ha|tấn|tạ|kg|km|km2|m2|m²|m3|m³|mm|cm|mét|lít|usd|phần trăm|"
    r"điểm phần trăm)(?!\w)))"
)
_BROKEN_DOT = re.compile(
    r"(?<![\w.,])(?P<a>\d{1,3}(?:\.\d{3})*)(?P<gap>\.\s+|\s+\.\s?)(?P<b>\d{3}(?:\.\d{3})*(?:,\d+)?)"
    r"(?![\w.,]\d)(?=\s+[^\W\d_])"
)
_SPACED = re.compile(r"(?<![\w.,])(?<!\d )\d{1,3}(?: \d{3}){1,4}(?:,\d{1,3})?(?![\w.,]\d| ?\d|/)")
_SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_SENTENCE_END = re.compile(rf"[.!?…](?=[\s\"')\]*_]{{1,6}}[^\W_{_SMALL}])|[.!?…](?=\s*$)")
_ABBREVIATED = re.compile(r"(?<!\w)(?:tp|ts|ths|gs|pgs|tx|tt|p|q|h|x|kt|tm|tl|tr|st|dr|mr|bs|ks|cn|v\.v|nxb|số|tr\.đ)$")
_CLAUSE_END = re.compile(r"[,;:()\[\]]|\s-\s|\s\+\s")
_HEDGES: tuple[tuple[str, Qualifier], ...] = (
    (r"không dưới|ít nhất|tối thiểu|trên|hơn", Qualifier.LOWER_BOUND),
    (r"không quá|tối đa|gần|dưới|ngót|chưa đến|chưa tới|chưa đầy|không đầy", Qualifier.UPPER_BOUND),
    (
        r"trên dưới|khoảng|xấp xỉ|ước thực hiện|ước tính|ước đạt|ước khoảng|ước trị giá|ước|chừng|cỡ|"
        r"(?<!mầm )(?<!nước )(?<!búp )non|độ chừng",
        Qualifier.ESTIMATE,
    ),
)
_HEDGE = re.compile(
    r"(?<!\w)(?:(?P<lower>" + _HEDGES[0][0] + r")|(?P<upper>" + _HEDGES[1][0] + r")|(?P<about>" + _HEDGES[2][0] + r"))"
    r"(?:\s+(?:đạt|là|có))?\s*:?\s*$"
)
_COMPARATIVE = re.compile(
    r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm|sớm|muộn|dài|ngắn|tăng|kém|đông|vượt|xa|sâu|rộng|nặng)\s+$"
)
_OPEN_END = re.compile(r"\s*(?:trở lên|trở xuống)(?!\w)")
_EACH = re.compile(
    r"(?<!\w)(?:(?P<each>mỗi|từng|một)|(?:bình quân|trung bình|bq)(?!\s+(?:mỗi|từng|một)(?!\w)))(?!\w)"
    r"(?:\s+(?P<what>[^\W\d_]+(?:\s+[^\W\d_]+)?))?"
)
_EACH_WITHIN = 160
#: "2 triệu đồng/01 hộ": the one belongs to the rate.
_FOR_ONE = re.compile(r"[^\W\d_]\s?/\s?$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: Words that end what is counted.
_NOUN_ENDS = words(
    """
    có là được đã đạt chiếm tăng giảm so bằng với trong tại ở từ đến tới cho để do bị và hoặc hay theo kinh tổng
    trị mỗi còn tương gồm như nhưng mà thì nên sẽ phải đang vẫn cũng này đó khi vào nhằm về qua sau trước gấp
    thấp cao vượt ước giao nhận cùng đều mới đưa nâng lên xuống tức trên dưới hơn gần khoảng bình cả mức giá ứng x
    """
)
_NOUN_WORDS = 10
#: Counted all the same, though they begin like a verb.
_PERSONS = re.compile(r"bị (?:can|cáo|hại|đơn)(?!\w)")
#: "04 (bốn) đại biểu": the words repeat the number and the unit follows them.
_REPEATED = re.compile(r"\s*\((?P<words>[^\W\d_]+(?: [^\W\d_]+){0,30})\)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or the text of a heading, item or cell: text[start:end] and the indices of its figures."""

    index: int
    start: int
    end: int
    block: int
    figures: tuple[int, ...]


@dataclass(frozen=True)
class Reading:
    """A text with its figures and dates."""

    source: SourceText
    convention: Convention
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    names: tuple[tuple[int, int], ...] = field(default=())
    _made: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    def once(self, make: Callable[[Reading], _Made]) -> _Made:
        """What a function makes of the whole text, made once however many rules ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("_Made", self._made[make])

    def figures_of(self, sentence: Sentence) -> list[Figure]:
        return [self.figures[index] for index in sentence.figures]

    def between(self, first: Figure, second: Figure) -> str:
        """The plain text behind one figure and in front of a later one."""
        return self.source.plain[first.end : second.start]

    def before(self, figure: Figure, length: int = 80) -> str:
        """The plain text of the same block in front of a figure, at most `length` characters."""
        start = self.source.blocks[figure.block].start
        return self.source.plain[max(start, figure.start - length) : figure.start]

    def after(self, figure: Figure, length: int = 80) -> str:
        """The plain text of the same block behind a figure, at most `length` characters."""
        end = self.source.blocks[figure.block].end
        return self.source.plain[figure.end : min(end, figure.end + length)]

    def block_of(self, figure: Figure) -> Block:
        return self.source.blocks[figure.block]

    @cached_property
    def bare_thousands(self) -> int:
        """How many whole numbers of four digits and more have no separator and are not what might be a year."""
        return sum(_is_bare_thousand(figure) for figure in self.figures)

    @cached_property
    def sentences_of_blocks(self) -> dict[int, list[Sentence]]:
        found: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.block, []).append(sentence)
        return found

    def skeleton(self, sentence: Sentence) -> str:
        """The plain text of a sentence with each figure as ‹c12›: a letter for its measure, its index.

        c count, m money, p per cent, q points, w weight, o anything else; dates stay as they are.
        """
        parts, at = [], sentence.start
        for figure in self.figures_of(sentence):
            parts += [self.source.plain[at : figure.start], f"‹{_LETTER.get(figure.measure, 'o')}{figure.index}›"]
            at = max(figure.end, at)
        return "".join([*parts, self.source.plain[at : sentence.end]])


_LETTER = {
    Measure.COUNT: "c",
    Measure.MONEY: "m",
    Measure.PERCENT: "p",
    Measure.POINTS: "q",
    Measure.WEIGHT: "w",
}


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    written: str  # the digits with their separators, a broken number as it is
    joined: str  # without the space of a broken number
    is_broken: bool = False
    is_spaced: bool = False


def read_figures(source: SourceText) -> Reading:
    """The figures of a text. Time and memory grow with its length; a run of more digits than any number has is none."""
    plain = source.plain
    counts = counts_like_years(source)
    dates = [date for date in dates_in(plain, COUNTED | _UNIT_WORDS) if date.start not in counts]
    names = sorted(names_in(plain, COUNTED | _UNIT_WORDS))
    taken = bytearray(len(plain))
    for start, end in (*((date.start, date.end) for date in dates), *names):
        taken[start:end] = b"\x01" * (end - start)
    tokens = list(_tokens(plain, taken))
    convention = convention_of(
        (token.written.lstrip("+-"), _is_measured(plain, token.end)) for token in tokens if not token.is_broken
    )
    inside = {at for token in tokens if token.is_broken for at in range(token.start, token.end)}
    sentences = _sentences(source, inside)
    figures = _figures(source, tokens, convention, sentences)
    of_sentence: dict[int, list[int]] = {}
    for figure in figures:
        of_sentence.setdefault(figure.sentence, []).append(figure.index)
    placed = tuple(replace(one, figures=tuple(of_sentence.get(one.index, ()))) for one in sentences)
    return Reading(source, convention, placed, tuple(figures), tuple(dates), tuple(names))


_UNIT_WORDS = frozenset(name.split()[0] for name in UNITS if len(name) > 1 and name not in ("năm", "độ")) | {"m", "đ"}


def _is_measured(plain: str, at: int) -> bool:
    at = _past_space(plain, at, len(plain))
    return SCALE.match(plain, at) is not None or UNIT.match(plain, at) is not None


def _tokens(plain: str, taken: bytearray) -> Iterator[_Token]:
    """The numbers of a text that are no part of a date or a name, in order."""
    found: dict[int, _Token] = {}
    covered = bytearray(len(plain))
    for pattern in (_BROKEN, _BROKEN_DOT, _SPACED):
        for match in pattern.finditer(plain):
            start, end = match.span()
            if any(taken[start:end]) or any(covered[start:end]) or not _is_one_number(plain, match):
                continue
            covered[start:end] = b"\x01" * (end - start)
            joined = "".join(match[0].split())
            spaced = pattern is _SPACED
            found[start] = _Token(start, end, match[0], joined.replace(" ", ""), not spaced, spaced)
    for match in _NUMBER.finditer(plain):
        start, end = match.span()
        if any(taken[start:end]) or any(covered[start:end]) or end - start > _LONGEST_NUMBER:
            continue
        if start and plain[start - 1] in ".," and start > 1 and plain[start - 2].isdecimal():
            continue
        if match[0] in ("1", "01") and _FOR_ONE.search(plain, max(0, start - 8), start):
            continue
        if plain[start] in "+-" and not _is_sign(plain, start):
            start += 1
        found[start] = _Token(start, end, plain[start:end], plain[start:end])
    yield from (found[start] for start in sorted(found))


def _is_one_number(plain: str, match: re.Match[str]) -> bool:
    """Whether digits with a space between them are one number and no list ("các tổ 2, 3 và 5", "năm 2018 120 hộ")."""
    before = plain[max(0, match.start() - 12) : match.start()]
    if re.search(r"\d\s*[,;]\s*$|\d\s*$", before):
        return False
    if "gap" in match.re.groupindex:
        behind = plain[match.end() : match.end() + 3]
        return not behind.startswith(" và")
    following = plain[match.end() : match.end() + 1]
    word = _WORD.match(plain, match.end() + 1) if following == " " else None
    return following in "%" if word is None else word[0] in COUNTED or word[0] in _UNIT_WORDS


def _is_sign(plain: str, at: int) -> bool:
    """Whether a plus or minus in front of digits is a sign: it follows a space or bracket and no number."""
    before = plain[max(0, at - 3) : at].rstrip()
    return (at == 0 or plain[at - 1] in " (:\n") and not before[-1:].isdecimal() and before[-1:] not in "%)"


def _sentences(source: SourceText, inside: set[int]) -> list[Sentence]:
    """The sentences of every block; a dot inside a broken number ("12. 500 hộ") ends none."""
    found: list[Sentence] = []
    for index, block in enumerate(source.blocks):
        text, plain = source.text[block.start : block.end], source.plain[block.start : block.end]
        start = 0
        for match in _SENTENCE_END.finditer(text):
            if match[0] == "." and _ABBREVIATED.search(plain, max(0, match.start() - 8), match.start()):
                continue
            if block.start + match.start() in inside:
                continue
            if match.end() > start:
                found.append(Sentence(len(found), block.start + start, block.start + match.end(), index, ()))
                start = match.end()
        if text[start:].strip() or start == 0:
            found.append(Sentence(len(found), block.start + start, block.end, index, ()))
    return found


def _figures(
    source: SourceText, tokens: list[_Token], convention: Convention, sentences: list[Sentence]
) -> list[Figure]:
    found: list[Figure] = []
    at = 0
    for sentence in sentences:
        while at < len(tokens) and tokens[at].start < sentence.start:
            at += 1
        last = at
        while last < len(tokens) and tokens[last].start < sentence.end:
            last += 1
        if last > at:
            _figures_of_sentence(source, tokens[at:last], convention, sentence, found)
        at = last
    return found


def _figures_of_sentence(
    source: SourceText, tokens: list[_Token], convention: Convention, sentence: Sentence, found: list[Figure]
) -> None:
    plain = source.plain
    clause_at, clause, previous_end = sentence.start, 0, sentence.start
    skip = -1
    for place, token in enumerate(tokens):
        if place == skip:
            continue
        for end in _CLAUSE_END.finditer(plain, previous_end, token.start):
            clause, clause_at = clause + 1, end.end()
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        limit = following.start if following else sentence.end
        label_start = max(clause_at, previous_end)
        label = " ".join(plain[label_start : token.start].split())
        joint = plain[token.end : following.start] if following else ""
        if following and re.fullmatch(r"\s?-\s?", joint):
            after = tokens[place + 2].start if place + 2 < len(tokens) else sentence.end
            made = _range(source, token, following, convention, after, sentence, clause, label, len(found), clause_at)
            if made is not None:
                found.append(made)
                previous_end, skip = made.end, place + 1
                continue
        if following and re.fullmatch(r"\s?/\s?", joint) and not token.is_broken:
            after = tokens[place + 2].start if place + 2 < len(tokens) else sentence.end
            lower = _figure(source, following, convention, after, sentence, clause, label, len(found) + 1, clause_at)
            upper = _figure(source, token, convention, token.end, sentence, clause, label, len(found), clause_at)
            if lower.measure not in (Measure.PERCENT, Measure.POINTS):
                found += _fraction(upper, lower)
                previous_end, skip = lower.end, place + 1
                continue
        figure = _figure(source, token, convention, limit, sentence, clause, label, len(found), clause_at)
        if following and _goes_on(plain, figure, following):
            after = tokens[place + 2].start if place + 2 < len(tokens) else sentence.end
            rest = _figure(source, following, convention, after, sentence, clause, label, len(found), clause_at)
            joined = _joined(source, figure, rest)
            if joined is not None:
                figure, skip = joined, place + 1
        found.append(figure)
        previous_end = figure.end


def _goes_on(plain: str, figure: Figure, following: _Token) -> bool:
    """Whether nothing but a scale word stands between a number and the next: 16 tỷ 434 triệu đồng."""
    between = plain[figure.number_end : following.start].strip()
    return SCALE.fullmatch(between) is not None


def _joined(source: SourceText, high: Figure, low: Figure) -> Figure | None:
    """16 tỷ 434 triệu đồng, 1 nghìn 200 chị: one figure; None when the second is no smaller part of it."""
    scale = scale_of(source.plain[high.number_end : low.start].strip()) if high.value is not None else Fraction(0)
    if low.value is None or low.value >= scale or low.measure not in (Measure.MONEY, Measure.COUNT):
        return None
    if low.factor == 1 and low.value * 10 < scale:
        return None
    number = Fraction(high.known / high.factor) * scale
    text = " ".join(source.text[high.start : low.end].split())
    return replace(
        low, start=high.start, text=text, value=number + low.value, qualifier=high.qualifier, label=high.label,
        alternatives=(),
    )  # fmt: skip


def _fraction(upper: Figure, lower: Figure) -> tuple[Figure, Figure]:
    """5/16 xã, 115/116 ha: the unit behind the second number is that of both."""
    upper = replace(
        upper, measure=lower.measure, unit=lower.unit, noun=lower.noun, factor=lower.factor, fraction=lower.index,
        value=None if upper.value is None else upper.value * lower.factor,
        half_step=upper.half_step * lower.factor if upper.decimals or lower.factor == 1 else lower.factor / 2,
    )  # fmt: skip
    return upper, replace(lower, fraction=upper.index, is_denominator=True, qualifier=Qualifier.EXACT)


def _figure(
    source: SourceText, token: _Token, convention: Convention, limit: int, sentence: Sentence, clause: int, label: str,
    index: int, clause_at: int,
) -> Figure:  # fmt: skip
    plain = source.plain
    written = _read_token(token, convention)
    at, scale, scale_text = _scale(plain, _past_repetition(plain, token.end, limit), limit)
    unit, at = _unit(plain, at, limit, bool(scale_text))
    noun, noun_end = _noun(plain, at, limit)
    measure, base, size, end = _measured(unit, scale_text, noun, at, noun_end)
    per = _per_of_count(plain, at, limit, unit, noun) or _per(plain, at, limit, clause_at, token.start)
    factor = scale * size
    number = written.number
    text = " ".join(source.text[token.start : end].split())
    unit_text = source.text[token.end : end]
    lowest = Fraction(0)
    if number is not None and (number.decimals or factor != 1):
        lowest = factor * Fraction(1, 2 * 10**number.decimals)
    return Figure(
        index=index, start=token.start, end=end, number_end=token.end, text=text, measure=measure,
        value=None if number is None else number.value * factor, half_step=lowest, unit=base, noun=noun, label=label,
        qualifier=_hedge(plain, clause_at, token.start, end, limit), per=per, block=sentence.block,
        sentence=sentence.index, clause=clause, notation=written.notation,
        decimals=number.decimals if number else 0, factor=factor,
        alternatives=alternatives_in(written, factor, unit_text, convention),
        reason_vi=written.reason_vi, reason_en=written.reason_en,
    )  # fmt: skip


def _read_token(token: _Token, convention: Convention) -> Written:
    if token.is_spaced:
        return read_written(token.joined, convention)
    written = read_written(token.joined.lstrip("+"), convention)
    if not token.is_broken:
        return written
    return Written(
        written.number, Notation.MALFORMED, (token.joined,), "có khoảng trắng bên trong con số",
        "there is a space inside the number",
    )  # fmt: skip


def _scale(plain: str, at: int, limit: int) -> tuple[int, Fraction, str]:
    match = SCALE.match(plain, _past_space(plain, at, limit), limit)
    if match is None:
        return at, Fraction(1), ""
    if match["short"]:
        return match.end(), Fraction(10**6), "triệu đồng"
    return match.end(), scale_of(match["scale"]), match["scale"]


def _unit(plain: str, at: int, limit: int, is_scaled: bool) -> tuple[str, int]:
    match = UNIT.match(plain, _past_space(plain, at, limit), limit)
    if match is None:
        return "", at
    name = match["sign"] or " ".join(match["unit"].split())
    return name, match.end()


def _measured(
    unit: str, scale_text: str, noun: tuple[str, ...], at: int, noun_end: int
) -> tuple[Measure, str, Fraction, int]:
    if unit:
        known = UNITS[unit]
        return known.measure, known.base, known.size, at
    if scale_text == "triệu đồng" or (
        scale_text in ("triệu", "tỷ", "tỉ", "nghìn tỷ", "nghìn tỉ", "ngàn tỷ") and not noun
    ):
        return Measure.MONEY, "đồng", Fraction(1), at
    return Measure.COUNT, " ".join(head_of(noun)), Fraction(1), noun_end


def _noun(plain: str, at: int, limit: int) -> tuple[tuple[str, ...], int]:
    """The words that say what is counted, and the end of those that name it."""
    found: list[str] = []
    ends: list[int] = []
    place = at
    while len(found) < _NOUN_WORDS:
        gap = _past_space(plain, place, limit)
        if gap == place and place != at:
            break
        match = _WORD.match(plain, gap, limit)
        if (
            match is None
            or (match[0] in _NOUN_ENDS and not _PERSONS.match(plain, match.start()))
            or plain.startswith("bao gồm", match.start())
        ):
            break
        found.append(match[0])
        place = match.end()
        ends.append(place)
    noun = tuple(found)
    return noun, ends[len(head_of(noun)) - 1] if noun else at


def _per_of_count(plain: str, at: int, limit: int, unit: str, noun: tuple[str, ...]) -> str:
    """What a count is for one of: "48 người/CLB", "2,5 lượt sách/lượt bạn đọc"; "12 xã/phường" counts both."""
    if unit or not noun:
        return ""
    for word in noun:
        at = plain.find(word, at, limit) + len(word)
    match = PER.match(plain, at, limit)
    if match is None:
        return ""
    per = head_of(tuple(match["per"].split()))
    both = {per[0], noun[0]}
    return "" if per[0] in _NOUN_ENDS or both <= PLACES or both <= PERSONS else " ".join(per)


def _per(plain: str, at: int, limit: int, clause_at: int, start: int) -> str:
    match = PER.match(plain, at, limit)
    if match is not None:
        per = head_of(tuple(match["per"].split()))
        return " ".join(per) + (f"/{match['more']}" if match["more"] else "")
    each = None
    for found in _EACH.finditer(plain, max(clause_at, start - _EACH_WITHIN), start):
        each = found
    if each is None:
        return ""
    if each[0].startswith("một") and not re.match(
        r"\s*(?:mỗi|trên)", plain[max(clause_at, each.start() - 6) : each.start()]
    ):
        return ""
    return " ".join(head_of(tuple((each["what"] or each[0]).split())))


def _hedge(plain: str, clause_at: int, start: int, end: int, limit: int) -> Qualifier:
    found: list[Qualifier] = []
    at = start
    for _ in range(2):
        window = max(clause_at - 2, at - 24, 0)
        match = _HEDGE.search(plain, window, at)
        if match is None or _COMPARATIVE.search(plain, max(0, match.start() - 10), match.start()):
            break
        found.append(
            Qualifier.LOWER_BOUND if match["lower"] else Qualifier.UPPER_BOUND if match["upper"] else Qualifier.ESTIMATE
        )
        at = match.start()
    after = _OPEN_END.match(plain, end, limit)
    if after is not None:
        found.append(Qualifier.LOWER_BOUND if after[0].endswith("lên") else Qualifier.UPPER_BOUND)
    return weakest(found) if found else Qualifier.EXACT


def _range(
    source: SourceText, first: _Token, second: _Token, convention: Convention, limit: int, sentence: Sentence,
    clause: int, label: str, index: int, clause_at: int,
) -> Figure | None:  # fmt: skip
    """5-7 hộ, 10 - 15%: one figure whose value is the middle and whose half step reaches both ends."""
    high = _figure(source, second, convention, limit, sentence, clause, label, index, clause_at)
    low = _read_token(first, convention).number
    if high.value is None or low is None or high.notation is Notation.MALFORMED:
        return None
    low_value = low.value * high.factor
    if not 0 <= low_value < high.value or low_value * 20 < high.value:
        return None
    middle, half = (low_value + high.value) / 2, (high.value - low_value) / 2
    return replace(
        high, start=first.start, value=middle, half_step=half + high.half_step, is_range=True,
        text=" ".join(source.text[first.start : high.end].split()), alternatives=(),
        qualifier=_hedge(source.plain, clause_at, first.start, high.end, limit),
    )  # fmt: skip


def _past_repetition(plain: str, at: int, limit: int) -> int:
    """The end of a repetition of the number in words, in brackets between it and its unit."""
    match = _REPEATED.match(plain, at, limit)
    if match is None:
        return at
    return match.end() if values_of(match["words"]) else at


def _past_space(plain: str, at: int, limit: int) -> int:
    while at < limit and plain[at] in " \n":
        at += 1
    return at


def _is_bare_thousand(figure: Figure) -> bool:
    if figure.notation is not Notation.PLAIN or figure.value is None:
        return False
    number = figure.value / figure.factor
    return number >= 1000 and not 1900 <= number < 2100
