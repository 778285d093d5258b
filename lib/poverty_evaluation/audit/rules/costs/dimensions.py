"""Dài, rộng, diện tích: a length times a width against the area told with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.costs.product_claims import Values
from poverty_evaluation.audit.rules.judging import Judge, claim, written
from poverty_evaluation.relations import Product, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind

_LENGTH = re.compile(r"(?:chiều\s+)?dài\s*:?\s*$")
_WIDTH = re.compile(r"^[^.;\d]{0,12}(?:chiều\s+)?rộng\s*:?\s*$|^\s*[x×]\s*$")
_AREA = re.compile(r"^[^.;\d]{0,12}(?:tổng\s+)?diện tích(?:\s+(?:là|đạt|mặt bằng|mặt sân))?\s*:?\s*$|^\s*=\s*$")


def areas(reading: Reading) -> Iterator[Claim]:
    """Every "dài …, rộng …, diện tích …" of a text."""
    for sentence in reading.sentences:
        figures = reading.figures_of(sentence) if len(sentence.figures) >= 3 else []
        for length, width, area in zip(figures, figures[1:], figures[2:], strict=False):
            is_area = area.measure is Measure.AREA and area.is_readable and length.end <= width.start
            if is_area and _are_sides(reading, length, width) and _AREA.search(reading.between(width, area)):
                yield _claim(length, width, area)


def _are_sides(reading: Reading, length: Figure, width: Figure) -> bool:
    if length.measure is not Measure.LENGTH or width.measure is not Measure.LENGTH:
        return False
    if not length.is_readable or not width.is_readable:
        return False
    return bool(_LENGTH.search(reading.before(length, 20))) and bool(_WIDTH.search(reading.between(length, width)))


def _claim(length: Figure, width: Figure, area: Figure) -> Claim:
    judge = _judge(length, width, area)
    right = written(length.known * width.known, area)
    agrees = judge(Figure.stated).agrees
    left = f"{length.text} × {width.text}"
    vi = (
        f"Chiều dài nhân chiều rộng khớp với diện tích {area.text}."
        if agrees
        else f"Chiều dài nhân chiều rộng ({left}) được {right}, văn bản ghi diện tích {area.text}; đề nghị kiểm "
        f"tra lại ba số."
    )
    en = f"Length times width ({left}) is {right}; the text says {area.text}."
    return claim(
        FindingKind.PRODUCT, judge, Certainty.SAID, area, (length, width), f"{left} = {right}; văn bản ghi {area.text}",
        vi, en, readings=() if agrees else (right,),
    )  # fmt: skip


def _judge(length: Figure, width: Figure, area: Figure) -> Judge:
    def judge(stated: Values) -> Verdict:
        return Product((stated(length), stated(width)), stated(area)).check()

    return judge
