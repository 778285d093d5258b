"""Số đọc theo đính chính: every cell that was read through corrections.yml, with the reading and its certainty."""

from __future__ import annotations

from collections.abc import Iterable

from poverty_evaluation.ingest.checks.amounts import amount, in_english
from poverty_evaluation.ingest.checks.figures import Figure, make_finding, weaker
from poverty_evaluation.vocabulary.choices import ValueStatus
from poverty_evaluation.vocabulary.findings import Finding, FindingKind

_REREAD = (ValueStatus.CORRECTED, ValueStatus.DISPUTED, ValueStatus.UNREADABLE)


def check_malformed(figures: Iterable[Figure], told: Iterable[Finding]) -> list[Finding]:
    """One finding per number that is not read as it stands.

    told: the findings of the other checks. A well-formed number that is read in another unit is left to them where
    they name its unit as wrong.
    """
    named = {identity for finding in told if finding.kind is FindingKind.UNIT for identity in finding.indicator_ids}
    return [
        _finding(figure)
        for figure in figures
        if figure.status in _REREAD and not (figure.is_reread and figure.value_id in named)
    ]


def _finding(figure: Figure) -> Finding:
    if figure.value is None:
        return _unreadable(figure)
    adopted, adopted_en = (amount(figure.value, figure, language) for language in ("vi", "en"))
    certain = figure.status is ValueStatus.CORRECTED
    why_vi = "không được dùng như in" if figure.literal is not None else "viết sai quy cách"
    why_en = "is not used as it stands" if figure.literal is not None else "is malformed"
    finding = make_finding(
        FindingKind.MALFORMED,
        [figure],
        (
            f"“{figure.quote}” ({figure.label_vi}) {why_vi}; theo tệp đính chính đọc là {adopted}"
            f"{'' if certain else f', đề nghị {figure.asked_vi} xác nhận'}.",
            f"“{figure.quote}” ({figure.label_en}) {why_en}; corrections.yml reads it as {adopted_en}"
            f"{'' if certain else f', to be confirmed by {figure.asked_en}'}.",
        ),
        figure.as_printed,
        adopted,
    )
    return weaker(finding) if certain else finding


def _unreadable(figure: Figure) -> Finding:
    readings_vi = f"các cách đọc có thể: {figure.candidates}" if figure.candidates else "chưa rõ cách đọc"
    readings_en = f"possible readings: {in_english(figure.candidates)}" if figure.candidates else "no reading is known"
    return make_finding(
        FindingKind.MALFORMED,
        [figure],
        (
            f"“{figure.quote}” ({figure.label_vi}) không phải là một con số viết đúng quy cách và không xác định được "
            f"chắc chắn; {readings_vi}. Số liệu để trống, đề nghị {figure.asked_vi} xác nhận.",
            f"“{figure.quote}” ({figure.label_en}) is no well-formed number and none is certain; {readings_en}. The "
            f"figure stays empty until {figure.asked_en} confirms it.",
        ),
        figure.as_printed,
        figure.candidates,
    )
