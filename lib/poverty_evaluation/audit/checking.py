"""Rà soát một văn bản: its figures, what every rule says of them, one finding for each thing said."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.documents.opening import read_source
from poverty_evaluation.audit.documents.source import SourceText
from poverty_evaluation.audit.explaining import common_causes, with_cause
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading, read_figures
from poverty_evaluation.audit.findings import AuditFinding, AuditResult, AuditVerdict, Claim, FindingFigure, Note
from poverty_evaluation.audit.rules.calendar.dates import impossible_dates
from poverty_evaluation.audit.rules.changes.changes import changes
from poverty_evaluation.audit.rules.changes.loose_stocks import loose_stocks
from poverty_evaluation.audit.rules.changes.points import points_printed_as_per_cent
from poverty_evaluation.audit.rules.changes.stocks import stocks
from poverty_evaluation.audit.rules.costs.conversions import conversions
from poverty_evaluation.audit.rules.costs.dimensions import areas
from poverty_evaluation.audit.rules.costs.equations import equations
from poverty_evaluation.audit.rules.costs.products import products
from poverty_evaluation.audit.rules.costs.unit_costs import unit_costs
from poverty_evaluation.audit.rules.counts.counts import announced_counts
from poverty_evaluation.audit.rules.facts.copies import copied_activities
from poverty_evaluation.audit.rules.facts.facts import facts_told_twice
from poverty_evaluation.audit.rules.facts.transposed import transposed_facts
from poverty_evaluation.audit.rules.numbering.numbering import section_numbers
from poverty_evaluation.audit.rules.parts.single_parts import parts_above_whole
from poverty_evaluation.audit.rules.parts.sums import sums
from poverty_evaluation.audit.rules.shares.implied_wholes import implied_wholes
from poverty_evaluation.audit.rules.shares.numerators import parts_over_all
from poverty_evaluation.audit.rules.shares.percent_series import parts_over_whole, percent_series
from poverty_evaluation.audit.rules.shares.shares import shares
from poverty_evaluation.audit.rules.shares.spoken_shares import spoken_shares
from poverty_evaluation.audit.rules.tables import table_relations
from poverty_evaluation.audit.rules.writing.malformed import malformed_numbers
from poverty_evaluation.audit.rules.writing.words import words_against_digits
from poverty_evaluation.vocabulary.findings import FindingKind

Rule = Callable[[Reading], Iterable[Claim]]
Noter = Callable[[Reading], Iterable[Note]]

#: Every family of relations that the audit looks for.
RULES: tuple[Rule, ...] = (
    sums,
    parts_above_whole,
    shares,
    copied_activities,
    facts_told_twice,
    transposed_facts,
    percent_series,
    parts_over_whole,
    parts_over_all,
    implied_wholes,
    spoken_shares,
    equations,
    products,
    areas,
    conversions,
    unit_costs,
    words_against_digits,
    malformed_numbers,
    impossible_dates,
    section_numbers,
    announced_counts,
    table_relations,
    changes,
    stocks,
    loose_stocks,
)
#: What is told once for the whole text.
NOTES: tuple[Noter, ...] = (points_printed_as_per_cent,)

_GRAVITY = {verdict: rank for rank, verdict in enumerate(AuditVerdict)}
_LONGEST_QUOTE = 400


def audit_text(text: str, file: str = "") -> AuditResult:
    """The audit of a plain text or Markdown."""
    started = time.perf_counter()
    return _audited(plain_source(text, file), started)


def audit_file(path: Path | str) -> AuditResult:
    """The audit of a text, Markdown, Word, PDF or HTML file; InputError when it cannot be read."""
    started = time.perf_counter()
    return _audited(read_source(Path(path)), started)


def audit_source(source: SourceText) -> AuditResult:
    """The audit of a text that was read from a file."""
    return _audited(source, time.perf_counter())


def _audited(source: SourceText, started: float) -> AuditResult:
    reading = read_figures(source)
    claims = merged(claim for rule in RULES for claim in rule(reading))
    groups: dict[int, int] = {}
    for number, cause in enumerate(common_causes(claims), 1):
        for at in cause.claims:
            groups[at] = number
            claims[at] = with_cause(claims[at], cause)
    findings = [_finding(reading, claim, groups.get(at)) for at, claim in enumerate(claims)]
    findings.sort(key=lambda finding: (finding.start, finding.end))
    notes = tuple(note for noter in NOTES for note in noter(reading))
    return AuditResult(source.file, tuple(findings), notes, len(reading.figures), time.perf_counter() - started)


def merged(claims: Iterable[Claim]) -> list[Claim]:
    """Each thing once: of claims of one kind over the same figures the gravest, the first of equals.

    "bằng 115% cùng kỳ" is a share of the earlier level and a change from it: one thing, told as the change.
    """
    kept: dict[tuple[FindingKind, frozenset[int], int | None], Claim] = {}
    for claim in claims:
        is_change = claim.kind is FindingKind.RELATIVE_CHANGE
        kind = FindingKind.SHARE if is_change else claim.kind
        key = (kind, frozenset(figure.index for figure in claim.figures), claim.start)
        known = kept.get(key)
        if known is None or _GRAVITY[claim.verdict] < _GRAVITY[known.verdict] + (is_change and known.kind is kind):
            kept[key] = claim
    pairs = _parts_of_wholes(kept.values())
    return [
        claim
        for claim in kept.values()
        if claim.kind is not FindingKind.DUPLICATE or frozenset(one.index for one in claim.figures) not in pairs
    ]


def _parts_of_wholes(claims: Iterable[Claim]) -> set[frozenset[int]]:
    """Each whole with each of the parts that make it, which is no fact told twice: "11 lớp. Hai xã này có 19 lớp"."""
    return {
        frozenset((claim.stated.index, part.index))
        for claim in claims
        if claim.kind is FindingKind.SUM and claim.verdict is AuditVerdict.HOLDS and claim.stated is not None
        and len(claim.operands) > 1 and sum(part.known for part in claim.operands) == claim.stated.known
        for part in claim.operands
    }  # fmt: skip


def _finding(reading: Reading, claim: Claim, group: int | None) -> AuditFinding:
    source = reading.source
    start, end = _quoted(claim)
    figures = tuple(_shown(source, figure) for figure in claim.figures)
    line_at = claim.stated.start if claim.stated else start
    return AuditFinding(
        verdict=claim.verdict, kind=claim.kind, line=source.line_of(line_at), page=source.page_of(line_at), start=start,
        end=end, quote=_quote(source, claim, start, end), stated=claim.stated.text if claim.stated else "",
        computed=claim.computed, computation=claim.computation, figures=figures, explanation_vi=claim.explanation_vi,
        explanation_en=claim.explanation_en, readings=claim.readings, group=group,
    )  # fmt: skip


def _quoted(claim: Claim) -> tuple[int, int]:
    if claim.start is not None and claim.end is not None:
        return claim.start, claim.end
    return min(figure.start for figure in claim.figures), max(figure.end for figure in claim.figures)


def _quote(source: SourceText, claim: Claim, start: int, end: int) -> str:
    """The stretch of the text, or its figures with gaps where it is long."""
    if end - start <= _LONGEST_QUOTE:
        return " ".join(source.text[start:end].split())
    return " … ".join(figure.text for figure in sorted(claim.figures, key=lambda figure: figure.start))


def _shown(source: SourceText, figure: Figure) -> FindingFigure:
    value = figure.value
    if value is not None and figure.measure in (Measure.PERCENT, Measure.POINTS):
        value *= 100
    plain = None if value is None else int(value) if value.denominator == 1 else float(value)
    return FindingFigure(figure.text, plain, figure.unit, source.line_of(figure.start), figure.start, figure.end)
