"""Số và chữ: the claim that digits and words say one number, and the words that say none."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.number_words import values_of
from poverty_evaluation.audit.findings import AuditVerdict, Certainty, Claim
from poverty_evaluation.audit.rules.judging import claim
from poverty_evaluation.relations import Stated, WordsAgainstDigits
from poverty_evaluation.vocabulary.findings import FindingKind
from poverty_evaluation.vocabulary.quantities import write_amount_in_words, write_number, write_words

_LARGEST = 10**17


def nearest(words: str, figure: Figure, inside: bool = False) -> Fraction | None:
    """The value the words say in the figure's base unit, the nearest of several meant; None where they say none.

    inside: the words stand between the number and its scale: "22 (hai mươi hai) triệu".
    """
    said = values_of(words)
    scaled = {value * figure.factor for value in said}
    if inside or figure.measure not in (Measure.MONEY, Measure.COUNT):
        meant = scaled
    else:
        meant = said | scaled if figure.factor < 1 or min(said, default=0) < 1000 else said
    return min(meant, key=lambda value: (abs(value - figure.known), value), default=None)


def agrees(value: Fraction, figure: Figure) -> bool:
    """Whether the figure, as precisely as it is printed, says this value."""
    return figure.stated().printed.low is not None and abs(value - figure.known) <= figure.half_step


def words_claim(
    figure: Figure, value: Fraction, quoted: str, start: int, end: int, certainty: Certainty = Certainty.SAID
) -> Claim:
    """The claim that words say the figure. quoted: the words as printed; start, end: of the quote."""
    in_words = Stated("words", value, as_printed=quoted)
    digits = _printed(figure.known, figure)
    by_words = _printed(value, figure)
    made = claim(
        FindingKind.WORDS, lambda stated: WordsAgainstDigits(in_words, stated(figure)).check(), certainty, figure, (),
        f"chữ “{quoted}” đọc là {by_words}; số ghi {digits}",
        f"Số ghi {digits} nhưng chữ đọc là {by_words}; cần đối chiếu chứng từ để biết số nào đúng.",
        f"The digits say {digits} and the words {by_words}; the document behind them says which is right.",
        computed=by_words,
    )  # fmt: skip
    if made.verdict is AuditVerdict.HOLDS:
        return replace(
            made, start=start, end=end, explanation_vi=f"Số {digits} và chữ “{quoted}” khớp nhau.",
            explanation_en=f"The digits {digits} and the words “{quoted}” say the same.",
        )  # fmt: skip
    return replace(made, readings=(by_words, _in_words(figure)), start=start, end=end)


def unreadable_words(figure: Figure | None, quoted: str, start: int, end: int) -> Claim:
    """The claim that what stands for a number in words is none."""
    reading = () if figure is None or figure.value is None else (_in_words(figure),)
    return Claim(
        FindingKind.WORDS, AuditVerdict.LIKELY, figure, (), f"“{quoted}” không đọc được thành một số", "",
        f"Phần viết bằng chữ “{quoted}” không phải cách đọc của số nào; cần viết lại cho khớp với số.",
        f"The words “{quoted}” are no reading of any number; they must be written anew to fit the digits.",
        reading, start, end,
    )  # fmt: skip


def _in_words(figure: Figure) -> str:
    if figure.known.denominator != 1 or not 0 <= figure.known < _LARGEST:
        return _printed(figure.known, figure)
    whole = int(figure.known)
    return write_amount_in_words(whole) if figure.measure is Measure.MONEY else write_words(whole)


def _printed(value: Fraction, like: Figure) -> str:
    """A value with the figure's unit, without the words that repeat it in brackets."""
    unit = re.sub(r"^[\d.,+/ -]*(?:\([^)]*\))?\s*", "", like.text)
    number = value / like.factor
    decimals = 0 if number.denominator == 1 and not like.decimals else max(like.decimals, 3)
    joint = "" if not unit or unit[0] in "%‰" else " "
    return f"{write_number(number, decimals, trim=decimals > like.decimals)}{joint}{unit}"
