"""Con số trong văn bản: a figure of a text: its value, unit and hedge, what it counts, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from poverty_evaluation.relations import Stated
from poverty_evaluation.vocabulary.choices import Qualifier


class Measure(StrEnum):
    """What a figure measures. Figures of different measures are never added or compared."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"  # điểm phần trăm
    WEIGHT = "weight"
    AREA = "area"
    LENGTH = "length"
    VOLUME = "volume"
    DURATION = "duration"
    OTHER = "other"  # °C, kWh, MW, USD …: each unit its own
    COUNT = "count"


class Notation(StrEnum):
    """How a number is written, and whether it can be read."""

    PLAIN = "plain"  # digits only
    VIETNAMESE = "vietnamese"
    INTERNATIONAL = "international"
    MALFORMED = "malformed"  # no number of any convention, or not of that of the text


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading of a figure: the text that would be right and its value in the base unit."""

    text: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text.

    start, end: from the number to the end of its unit or of the head of what is counted; text: that, as printed.
    value: in the base unit (đồng, kg, m², m, a fraction of 1 for per cents and points, one for counts); None when the
    number cannot be read. half_step: half of the last printed digit in that unit, 0 for whole counts and whole đồng.
    unit: the base unit ("đồng", "%", "kg" …), for counts the head of what is counted ("hộ", "mô hình"), "" if unknown.
    noun: the words behind the number that say what is counted ("hộ", "nghèo"); label: the words in front
    of the number in its clause ("tổng số tham gia"), lower case. per: what it is for one of ("hộ" in "10 kg/hộ").
    fraction: for 5/16 the index of the other figure, with is_denominator. block, sentence, clause: indices; clauses are
    counted within their sentence. notation, decimals: how the number was written; factor: what one of it is in the base
    unit (10⁹ of "tỷ đồng"); alternatives: other readings of the digits (dot and comma changed), best first.
    """

    index: int
    start: int
    end: int
    number_end: int
    text: str
    measure: Measure
    value: Fraction | None
    half_step: Fraction
    unit: str
    noun: tuple[str, ...]
    label: str
    qualifier: Qualifier
    per: str
    block: int
    sentence: int
    clause: int
    notation: Notation
    decimals: int
    factor: Fraction
    alternatives: tuple[Alternative, ...] = ()
    fraction: int | None = None
    is_denominator: bool = False
    is_range: bool = False
    reason_vi: str = ""
    reason_en: str = ""

    @property
    def is_readable(self) -> bool:
        return self.value is not None

    @property
    def known(self) -> Fraction:
        """The value of a figure that can be read."""
        if self.value is None:
            raise ValueError(f"{self.text!r} has no value")
        return self.value

    @property
    def is_rate(self) -> bool:
        """Whether it is said per something and so neither a part nor a whole."""
        return bool(self.per)

    def stated(self) -> Stated:
        """The figure for the relations' arithmetic."""
        return Stated(str(self.index), self.known, self.half_step, self.qualifier, self.text, " ".join(self.noun))

    def same_measure(self, other: Figure) -> bool:
        """Whether the two may be added or compared at all: one measure, and for other units one unit."""
        if self.measure is not other.measure:
            return False
        return self.measure not in (Measure.OTHER, Measure.DURATION) or self.unit == other.unit
