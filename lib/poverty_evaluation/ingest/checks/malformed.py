"""Số viết sai dạng: every cell that was read through corrections.yml, with the reading and its certainty."""

from __future__ import annotations

from collections.abc import Iterable

from poverty_evaluation.ingest.checks.amounts import amount
from poverty_evaluation.ingest.checks.figures import Figure, make_finding, weaker
from poverty_evaluation.vocabulary.choices import ValueStatus
from poverty_evaluation.vocabulary.findings import Finding, FindingKind

_REREAD = (ValueStatus.CORRECTED, ValueStatus.DISPUTED, ValueStatus.UNREADABLE)


def check_malformed(figures: Iterable[Figure]) -> list[Finding]:
    """One finding per malformed number. A number that is well formed but re-read in another unit is not malformed;
    the relations of parts and unit costs tell of it."""
    return [_finding(figure) for figure in figures if figure.status in _REREAD and figure.literal is None]


def _finding(figure: Figure) -> Finding:
    if figure.value is None:
        readings = figure.candidates or "—"
        return make_finding(
            FindingKind.MALFORMED,
            [figure],
            f"“{figure.quote}” ({figure.label_vi}) không phải là một con số viết đúng quy cách và không xác định được "
            f"chắc chắn cách đọc; các cách đọc có thể: {readings}. Số liệu để trống, đề nghị đơn vị xác nhận.",
            f"“{figure.quote}” ({figure.label_en}) is no well-formed number and no reading is certain; possible "
            f"readings: {readings}. The figure stays empty until the office confirms it.",
            figure.as_printed,
            readings,
        )
    adopted = amount(figure.value, figure)
    finding = make_finding(
        FindingKind.MALFORMED,
        [figure],
        f"“{figure.quote}” ({figure.label_vi}) viết sai quy cách; đọc là {adopted}"
        + ("." if figure.status is ValueStatus.CORRECTED else ", đề nghị đơn vị xác nhận."),
        f"“{figure.quote}” ({figure.label_en}) is malformed; read as {adopted}"
        + ("." if figure.status is ValueStatus.CORRECTED else ", to be confirmed by the office."),
        figure.as_printed,
        adopted,
    )
    return weaker(finding) if figure.status is ValueStatus.CORRECTED else finding
