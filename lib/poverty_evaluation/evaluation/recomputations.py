"""Số tính lại: the computation beside a finding is recorded in Vietnamese format; here it is told in the language of
the report. Its words are few, so it is rewritten piece by piece; what cannot be rewritten stands as a quotation."""

from __future__ import annotations

import re
from collections.abc import Mapping

from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.reference import Unit
from poverty_evaluation.vocabulary.findings import Finding
from poverty_evaluation.vocabulary.vietnamese import has_vietnamese_words

_NUMBER = r"(?<![\d.,/])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\d/]|[.,]\d)"
_OTHER_SEPARATORS = str.maketrans(",.", ".,")
_SCALES = {"": "", "nghìn ": " thousand", "triệu ": " million", "tỷ ": " billion", "nghìn tỷ ": " trillion"}
_MONEY = re.compile(rf"({_NUMBER}) (nghìn tỷ |nghìn |triệu |tỷ |)(?:đồng|đ)\b")
_POINTS = re.compile(rf"({_NUMBER}) điểm phần trăm")
_BARE = re.compile(_NUMBER)
#: What else the checks write, longest first.
_PHRASES = (
    (re.compile(r"Nếu cộng cả (\d+) lần:"), r"If all \1 are added up:"),
    (re.compile(r"(\d+)/(\d+) khoản trong đó lớn hơn tổng "), r"\1 of \2 parts exceed the total of "),
    (re.compile(r"chênh lệch "), "a difference of "),
    (re.compile(r"ước(?: thực hiện| đạt| tính| trị giá)? "), "an estimated "),
    (re.compile(r"(?:ít nhất|tối thiểu|không dưới) "), "at least "),
    (re.compile(r"(?:trên|hơn) "), "over "),
    (re.compile(r"dưới "), "under "),
    (re.compile(r"khoảng "), "about "),
)


def recomputed(finding: Finding, context: EvaluationContext) -> str:
    """The recomputation of a finding as the report shows it."""
    if context.language != "en":
        return finding.computed
    return in_english(finding.computed, context.reference.units)


def quoted(finding: Finding, context: EvaluationContext) -> str:
    """The figures as printed: in another language than that of the office they stand between quotation marks."""
    return finding.quote if context.language != "en" or not finding.quote else f"“{finding.quote}”"


def in_english(computed: str, units: Mapping[str, Unit]) -> str:
    """A recomputation in Vietnamese format, in English words and format."""
    told = _MONEY.sub(lambda found: f"VND {found[1].translate(_OTHER_SEPARATORS)}{_SCALES[found[2]]}", computed)
    told = _POINTS.sub(lambda found: f"{found[1].translate(_OTHER_SEPARATORS)} percentage points", told)
    for phrase, english in _PHRASES:
        told = phrase.sub(english, told)
    # amounts that were rewritten are not read again: every other number is
    pieces = re.split(r"(VND [\d.,]+|[\d.,]+ percentage points)", told)
    pieces[::2] = [_with_units(_BARE.sub(_number, piece), units) for piece in pieces[::2]]
    told = "".join(pieces)
    return f"“{computed}”" if has_vietnamese_words(told) else told


def _number(found: re.Match[str]) -> str:
    return found[0].translate(_OTHER_SEPARATORS)


def _with_units(piece: str, units: Mapping[str, Unit]) -> str:
    """The units of counts: "42 hộ" as "42 households", "/hộ" as "per household"."""
    for name in sorted(units, key=len, reverse=True):
        one = units[name].unit_code.replace("_", " ")
        piece = re.sub(rf"/{re.escape(name)}(?!\w)", f" per {one}", piece)
        piece = re.sub(rf"(?<![\w.,])1 {re.escape(name)}(?!\w)", f"1 {one}", piece)
        piece = re.sub(rf"(?<=\d) {re.escape(name)}(?!\w)", f" {units[name].label_en}", piece)
    return piece
