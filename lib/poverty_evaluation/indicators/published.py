"""Đối chiếu số liệu đã công bố: what the office printed as its result, held against what its own data give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from poverty_evaluation.indicators.cells import exact
from poverty_evaluation.indicators.pairs import pair_of, review_pairs
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.reviews import Review
from poverty_evaluation.reference import IndicatorDefinition, IndicatorKind
from poverty_evaluation.relations import Difference, RelativeChange, SameFact, State, Stated, Verdict
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.findings import SEVERITY_OF_KIND, Finding, FindingKind, Severity, finding_id
from poverty_evaluation.vocabulary.quantities import split_unit, write_money, write_number, write_percent
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.sources import source_from_json
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id

Known = Mapping[str, IndicatorValue]

#: What a published figure that disagrees is, by the kind of indicator it claims; the others are an identity.
_FINDING_KINDS = {
    IndicatorKind.DIFFERENCE: FindingKind.DIFFERENCE,
    IndicatorKind.RELATIVE_CHANGE: FindingKind.RELATIVE_CHANGE,
    IndicatorKind.ANNUALISED: FindingKind.DIFFERENCE,
    IndicatorKind.SUM: FindingKind.SUM,
    IndicatorKind.RATIO: FindingKind.SHARE,
    IndicatorKind.SHARE: FindingKind.SHARE,
}
_BETWEEN_LEVELS = (IndicatorKind.DIFFERENCE, IndicatorKind.RELATIVE_CHANGE)


def reconcile(context: PeriodTables, known: Known) -> Iterator[Finding]:
    """A finding for each published figure that the data of the period contradict, a note for each that they cannot
    be held against."""
    definitions = {definition.id: definition for definition in context.reference.indicators}
    for row in rows_of(context.tables["published"]):
        definition = definitions.get(row.indicator_id)
        claim = _claim(row, definition, context, known) if definition is not None else None
        if claim is None:
            yield _unchecked(row, definition, context)
            continue
        verdict = claim.verdict()
        if verdict.state in (State.CONTRADICTION, State.LIKELY):
            yield _contradicted(claim, verdict, context)


@dataclass(frozen=True, slots=True)
class _Claim:
    """A published figure and the values it is held against: two levels of a change, or one value. computed_ids: the
    change between these two levels, where it is a value of its own."""

    row: Any
    definition: IndicatorDefinition
    stated: Stated
    against: tuple[IndicatorValue, ...]
    computed_ids: tuple[str, ...]

    @property
    def falls(self) -> bool:
        return bool(self.row.direction == "down")

    def verdict(self) -> Verdict:
        figures = [_level(value) for value in self.against]
        if len(figures) == 1:
            return SameFact(figures[0], self.stated).check()
        relation = Difference if self.definition.kind is IndicatorKind.DIFFERENCE else RelativeChange
        return relation(figures[0], figures[1], self.stated).check()


def _claim(row: Any, definition: IndicatorDefinition, context: PeriodTables, known: Known) -> _Claim | None:
    """None where the figure was not printed readably, or the period has nothing to hold it against."""
    value = exact(row.value)
    against = _against(row, definition, context, known)
    if value is None or not against or any(one.value is None for one in against):
        return None
    stated = Stated(
        row.published_id, value, _half_step(row, context), Qualifier(row.value_qualifier), row.value_as_printed
    )
    change = known.get(value_id(definition.id, row.place_code or context.place_code, context.period))
    of_these = change is not None and change.operands == tuple(one.id for one in against)
    computed_ids = (change.id,) if change is not None and of_these else ()
    return _Claim(row, definition, stated.as_fall() if row.direction == "down" else stated, against, computed_ids)


def _against(
    row: Any, definition: IndicatorDefinition, context: PeriodTables, known: Known
) -> tuple[IndicatorValue, ...]:
    place_code = row.place_code or context.place_code
    if definition.kind in _BETWEEN_LEVELS:
        ends = _ends(row, definition, place_code, context)
        levels = [known.get(review.id_of(definition.of[0])) for review in ends]
        return tuple(level for level in levels if level is not None) if None not in levels else ()
    when = row.to_as_of or context.period
    found = known.get(value_id(definition.id, place_code, when)) or known.get(
        value_id(definition.id, place_code, context.period)
    )
    return () if found is None else (found,)


def _ends(row: Any, definition: IndicatorDefinition, place_code: str, context: PeriodTables) -> tuple[Review, ...]:
    """The two reviews that a published change lies between: those it names, else the period's own opening and
    closing; none where they are not comparable."""
    opening, closing = (context.review(place_code, day) if day else None for day in (row.from_as_of, row.to_as_of))
    for pair in review_pairs(context, definition.between):
        if pair.place_code == place_code and not pair.dimensions:
            opening = opening if row.from_as_of else pair.opening
            closing = closing if row.to_as_of else pair.closing
    if opening is None or closing is None:
        return ()
    pair = pair_of(opening, closing, context.reference.places)
    return (opening, closing) if pair.may_compare(definition) else ()


def _half_step(row: Any, context: PeriodTables) -> Fraction:
    """Half of the last printed digit; nothing for a whole number that no scale word multiplies."""
    scale, _ = split_unit(row.unit)
    decimals: int = row.value_decimals
    if decimals == 0 and scale == 1 and context.unit_of(row).unit_code != "ratio":
        return Fraction(0)
    return scale * Fraction(1, 2 * 10**decimals)


def _level(value: IndicatorValue) -> Stated:
    """A computed value as a relation takes it: exact, or in the precision in which a rate was published."""
    assert value.value is not None
    published = value.status is ValueStatus.AS_PUBLISHED
    half_step = Fraction(1, 2 * 10 ** (value.decimals + 2)) if published else Fraction(0)
    return Stated(value.id, value.value, half_step, value.qualifier, value.as_printed)


def _contradicted(claim: _Claim, verdict: Verdict, context: PeriodTables) -> Finding:
    row, kind = claim.row, _FINDING_KINDS.get(claim.definition.kind, FindingKind.IDENTITY)
    printed = row.value_as_printed if row.value_as_printed.endswith(row.unit) else f"{row.value_as_printed} {row.unit}"
    printed_en = _printed_in_english(claim, context)
    stated_vi, stated_en = (f"giảm {printed}", f"a fall of {printed_en}") if claim.falls else (printed, printed_en)
    working, result_vi, result_en = _recomputed(claim, verdict, context)
    source = source_from_json(row.value_source)
    published = _published_value_id(row, context)
    return Finding(
        id=finding_id(kind, [*(value.id for value in claim.against), published]),
        severity=SEVERITY_OF_KIND[kind] if verdict.state is State.CONTRADICTION else Severity.WARNING,
        kind=kind,
        message_vi=f"“{row.label_vi}”: báo cáo ghi “{stated_vi}”; tính lại từ số liệu chi tiết là {result_vi}. Đề nghị "
        "cơ quan báo cáo kiểm tra, xác nhận.",
        message_en=f"“{row.label_en or row.label_vi}”: the report says {stated_en}; recomputed from the detailed "
        f"figures it is {result_en}.",
        file=source.file,
        sheet=source.sheet,
        row=source.row,
        column=source.column,
        quote=" … ".join([*(value.as_printed for value in claim.against if value.as_printed), stated_vi]),
        stated=printed,
        computed=working,
        indicator_ids=(*(value.id for value in claim.against), published, *claim.computed_ids),
    )


def _printed_in_english(claim: _Claim, context: PeriodTables) -> str:
    """The published figure as it was printed, in its own unit and decimals."""
    row, unit = claim.row, context.unit_of(claim.row)
    value = exact(row.value)
    assert value is not None
    decimals: int = row.value_decimals
    return _written(value, unit.unit_code, decimals, unit.label_en, "en")


def _recomputed(claim: _Claim, verdict: Verdict, context: PeriodTables) -> tuple[str, str, str]:
    """The working in Vietnamese format, and its result in words (vi, en): "538 - 356 = 182 hộ", "giảm 182 hộ"."""
    definition, value = claim.definition, verdict.computed
    assert value is not None
    names = context.unit_names(definition.unit)
    decimals = definition.decimals
    if len(claim.against) == 1:
        vi, en = (_written(value, definition.unit, decimals, name, language) for language, name in _languages(names))
        return f"{claim.against[0].formula} = {vi}", vi, en
    before, after = claim.against
    size = [_written(abs(value), definition.unit, decimals, name, language) for language, name in _languages(names)]
    moved_vi, moved_en = ("giảm", "a fall of") if value < 0 else ("tăng", "a rise of")
    first, second = _bare(before), _bare(after)
    if definition.kind is IndicatorKind.RELATIVE_CHANGE:
        working = f"{second} / {first} - 1 = {_written(value, definition.unit, decimals, names[0], 'vi')}"
    elif value < 0:
        working = f"{first} - {second} = {size[0]}"
    else:
        working = f"{second} - {first} = {size[0]}"
    return working, f"{moved_vi} {size[0]}", f"{moved_en} {size[1]}"


def _languages(names: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return ("vi", names[0]), ("en", names[1])


def _written(value: Fraction, unit: str, decimals: int, name: str, language: str) -> str:
    if unit == "vnd":
        return write_money(value, language)
    if unit == "ratio":
        return write_percent(value, decimals, language)
    return f"{write_number(value * 100 if unit == 'pp' else value, decimals, language)} {name}".strip()


def _bare(level: IndicatorValue) -> str:
    """One of the two levels, as it stands in the working."""
    assert level.value is not None
    return write_number(level.value * 100 if level.unit == "ratio" else level.value, level.decimals)


def _unchecked(row: Any, definition: IndicatorDefinition | None, context: PeriodTables) -> Finding:
    source = source_from_json(row.value_source)
    name_vi, name_en = row.indicator_id, row.indicator_id
    if definition is not None:
        name_vi, name_en = definition.label["vi"], definition.label["en"]
    published = _published_value_id(row, context)
    kind = FindingKind.MISSING
    return Finding(
        id=finding_id(kind, [published, row.indicator_id]),
        severity=SEVERITY_OF_KIND[kind],
        kind=kind,
        message_vi=f"“{row.label_vi}”: chưa đối chiếu được với chỉ tiêu “{name_vi}” vì kỳ báo cáo không có số liệu "
        "tương ứng.",
        message_en=f"“{row.label_en or row.label_vi}”: cannot be held against the indicator “{name_en}”; the period "
        "has no figures for it.",
        file=source.file,
        sheet=source.sheet,
        row=source.row,
        column=source.column,
        quote=row.value_as_printed,
        stated=row.value_as_printed,
        indicator_ids=(published,),
    )


def _published_value_id(row: Any, context: PeriodTables) -> str:
    return value_id("published_value", context.place_code, context.period, {"published": row.published_id})
