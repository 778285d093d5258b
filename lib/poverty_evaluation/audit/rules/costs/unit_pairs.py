"""Số tiền và số lượng đi cùng: amounts with what they are spread over: "Thôn A: 42 bể, 252 triệu đồng"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.units import PLACES
from poverty_evaluation.audit.rules.costs.counted_things import is_person_or_household, noun_of, same_things
from poverty_evaluation.audit.rules.costs.regions import Region

_AMOUNTS = frozenset({Measure.MONEY, Measure.WEIGHT, Measure.AREA, Measure.LENGTH, Measure.VOLUME})
_BASES = frozenset({Measure.COUNT, Measure.AREA, Measure.LENGTH, Measure.WEIGHT})
#: Words that keep an amount from being what the counted things cost or got.
_UNTIED = re.compile(
    r"(?<!\w)(?:tăng|giảm|so với|tổng số vốn|chiếm|đạt tỷ lệ|ngoài ra|trong đó|riêng|lũy kế|luỹ kế|còn lại)(?!\w)"
)
_LOAN = re.compile(r"(?<!\w)(?:vay|dư nợ|tín dụng)(?!\w)")
_LONGEST_GAP = 90
#: Units of other measures that something is spread over.
_OTHER_BASES = frozenset({"kwh", "sào", "mẫu"})
_AT = frozenset({"ở", "tại", "của", "thuộc"})
_WORDS = re.compile(r"[^\W\d_]+")
_FOR = re.compile(r"\s?(?:[^\W\d_]+\s){0,4}cho\s[^,;.:()]{0,30}")
_LABEL_CUT = re.compile(r"[,;.:()]\s|\d\S*\s|\n|(?<!\w)(?:kg|đồng|tấn|triệu|tỷ|và|đó)\s")
_NAMING_WORDS = (
    "tuyến hội đoàn quý tháng năm đợt công nhóm khối phòng liên chị anh ông bà ngân trung uỷ ubnd mttq lớp đội "
    "hợp htx hộ vụ tiểu quỹ doanh"
)
_NAMING = PLACES | frozenset(_NAMING_WORDS.split())


@dataclass(frozen=True, slots=True)
class Pair:
    """An amount and what it is spread over: "Thôn A: 42 bể, kinh phí 252 triệu đồng".

    label: the words in front of both; shape: those between them; is_named: whether the label says who, where or when.
    """

    base: Figure
    amount: Figure
    segment: tuple[int, int]
    label: str
    shape: str
    is_named: bool
    is_loan: bool

    @property
    def cost(self) -> Fraction:
        return self.amount.known / self.base.known

    def comparable(self, other: Pair) -> bool:
        """Whether another pair tells the same of somebody else: the same things, the same words between."""
        if not self.amount.same_measure(other.amount):
            return False
        if self.amount.index == other.amount.index or self.base.index == other.base.index:
            return False
        if not _same_words(self.shape, other.shape) or not self.base.same_measure(other.base):
            return False
        return self.base.measure is not Measure.COUNT or same_things(self.base.noun, other.base.noun)


def _same_words(first: str, second: str) -> bool:
    """Whether the words between base and amount say the same, one with more of them: "lúa thu" and "thu"."""
    one, other = first.split(), second.split()
    if not one or not other:
        return one == other
    return one[-1] == other[-1] and (set(one) <= set(other) or set(other) <= set(one))


def pairs_in(reading: Reading, region: Region, rates: Container[int]) -> Iterator[Pair]:
    """Each amount with the one number it goes with, where just one can be meant."""
    by_segment: dict[tuple[int, int], list[Figure]] = {}
    for figure in region.figures:
        by_segment.setdefault(region.segments[figure.index], []).append(figure)
    for segment, figures in by_segment.items():
        usable = [figure for figure in figures if figure.is_readable and figure.known > 0 and figure.index not in rates]
        for place, figure in enumerate(usable):
            if figure.measure in _AMOUNTS and not figure.is_denominator:
                base = _base(reading, usable, place)
                if base is not None:
                    yield _pair(reading, base, figure, segment)


def _pair(reading: Reading, base: Figure, amount: Figure, segment: tuple[int, int]) -> Pair:
    first, second = sorted((base, amount), key=lambda figure: figure.start)
    between = reading.between(first, second)
    text = f"{between} {reading.after(second, 20)} {' '.join(first.noun)} {' '.join(second.noun)}"
    is_loan = amount.measure is Measure.MONEY and _LOAN.search(text) is not None and is_person_or_household(base.noun)
    label = label_of(reading, first)
    shape, has_name = _shape(reading, first, second)
    return Pair(base, amount, segment, label, shape, has_name or is_name(label), is_loan)


def _shape(reading: Reading, first: Figure, second: Figure) -> tuple[str, bool]:
    """The words between two figures but the names of places, and whether there are any: "ở Vĩnh Hải" is a name."""
    found = _WORDS.findall(reading.source.text[first.end : second.start])
    names = [word for word in found if word[0].isupper()]
    kept = [word for word in found if not word[0].isupper()]
    if names:
        kept = [word for word in kept if word not in _AT and word not in PLACES]
    return " ".join(kept), bool(names)


def label_of(reading: Reading, first: Figure) -> str:
    """The words in front of a figure, from the figure or mark before it on, as printed."""
    source = reading.source
    start = max(source.blocks[first.block].start, first.start - 60)
    plain = source.plain[start : first.start].rstrip(" :,(")
    cut = max(0, *(match.end() for match in _LABEL_CUT.finditer(plain)), 0)
    return source.text[start + cut : start + len(plain)].strip()


def is_name(label: str) -> bool:
    """Whether a label says who, where or when, so that like things stand beside one another."""
    words = label.split()
    if not words:
        return False
    first = words[0].lower()
    return first in _NAMING or (len(words) > 1 and all(word[0].isupper() for word in words[1:3]))


def _base(reading: Reading, usable: list[Figure], place: int) -> Figure | None:
    """The number directly in front of an amount, or behind it in "15,7 tỷ đồng cho 957 hộ vay"."""
    amount = usable[place]
    before = usable[place - 1] if place else None
    after = usable[place + 1] if place + 1 < len(usable) else None
    if after is not None and _is_bracketed(reading, amount, after) and noun_of(reading, after):
        return after
    if after is not None and (
        (after.measure is not Measure.COUNT and after.unit not in _OTHER_BASES)
        or _FOR.fullmatch(reading.between(amount, after)) is None
    ):
        after = None
    if after is not None and (
        before is None or _LOAN.search(" ".join(after.noun)) or _is_apart(reading, before, amount)
    ):
        return after
    return before if before is not None and _ties(reading, before, amount) else after


def _is_apart(reading: Reading, before: Figure, amount: Figure) -> bool:
    """Whether the number in front belongs to the item before: "… cho 90 hộ, Nà Lếch 320 kg cho 64 hộ"."""
    gap = reading.between(before, amount)
    return "," in gap or " và " in gap


def _is_bracketed(reading: Reading, amount: Figure, after: Figure) -> bool:
    """Whether a number stands in brackets right behind an amount: "252 triệu đồng (42 bể)"."""
    if after.measure is not Measure.COUNT or reading.between(amount, after).strip() != "(":
        return False
    return re.match(r"[^()\d,;]{0,40}\)", reading.after(after, 50)) is not None


def _ties(reading: Reading, base: Figure, amount: Figure) -> bool:
    if base.measure not in _BASES and base.unit not in _OTHER_BASES:
        return False
    if base.measure is amount.measure or base.is_denominator or base.fraction is not None:
        return False
    if base.measure is Measure.COUNT and not noun_of(reading, base):
        return False
    gap = reading.between(base, amount)
    if len(gap) > _LONGEST_GAP or (re.search(r"[;:](?!\s*\d|\s*$)|\.\s", gap) and not re.search(r":\s*$", gap)):
        return False
    return gap.count(",") + gap.count("(") <= 2 and _UNTIED.search(gap) is None
