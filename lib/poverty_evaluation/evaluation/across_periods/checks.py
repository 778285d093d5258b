"""Số liệu cần xác minh: what reports or tables tell differently of one fact, and the vintages that were replaced."""

from __future__ import annotations

from collections.abc import Sequence

from poverty_evaluation.evaluation.across_periods.ledger import Ledger, texts
from poverty_evaluation.evaluation.across_periods.reviews import written
from poverty_evaluation.evaluation.across_periods.series import Review, ReviewSeries, Telling
from poverty_evaluation.evaluation.blocks import Block, FindingItem, Findings, Paragraph, number_of
from poverty_evaluation.evaluation.patterns import Pattern, say
from poverty_evaluation.evaluation.wording import across_periods as wording
from poverty_evaluation.evaluation.wording import findings as finding_wording
from poverty_evaluation.evaluation.wording import tables as table_wording
from poverty_evaluation.reference.statistics import OfficialFigure
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity, finding_id
from poverty_evaluation.vocabulary.headlines import HeadlineFigure
from poverty_evaluation.vocabulary.quantities import write_date, write_number, write_percent


def note_contradictions(series: ReviewSeries | None, ledger: Ledger) -> None:
    """Put what is told differently among the findings of the comparison; an error, as when two periods of one place
    send one review differently."""
    for review, indicator_id, told in series.contradictions() if series is not None else ():
        ledger.findings.append(_of_reports(review, indicator_id, told, ledger))
    for pair in ledger.statistics.contradictions:
        ledger.findings.append(_of_tables(pair, ledger))


def checks(series: ReviewSeries, ledger: Ledger) -> list[Block]:
    """The findings, or the sentence that there are none; then what was replaced by a later vintage."""
    blocks: list[Block] = []
    if ledger.findings:
        headings = tuple(ledger.say(finding_wording.HEADINGS).split("|"))
        blocks.append(Findings(tuple(_item(one, ledger) for one in ledger.findings), headings))
    else:
        blocks.append(Paragraph(ledger.fill(wording.AGREE)))
    blocks += [
        Paragraph(ledger.fill(wording.REPLACED, **_replaced(one, ledger))) for one in series.reviews if one.replaced
    ]
    return blocks


def _replaced(review: Review, ledger: Ledger) -> dict[str, str]:
    told = [
        ledger.say(
            wording.REPLACED_FIGURE,
            label=_lower(ledger.label(one.figure.indicator_id)),
            number=written(number_of(ledger.replaced_value(review, one)), ledger),
            vintage=ledger.say(table_wording.VINTAGES[one.figure.vintage]).lower(),
        )
        for one in review.replaced
    ]
    vintage = ledger.say(table_wording.VINTAGES[review.vintage]).lower()
    return {"date": ledger.day(review.as_of), "vintage": vintage, "told": "; ".join(told)}


def _of_reports(review: Review, indicator_id: str, told: Sequence[Telling], ledger: Ledger) -> Finding:
    identities = []
    for position in range(len(told)):
        value = ledger.review_value(review, indicator_id, position)
        assert value is not None
        identities.append(ledger.values.setdefault(value.id, value).id)
    label = ledger.reference.indicator(indicator_id).label
    vi, en = (
        say(
            wording.DIFFER, language,
            label=label[language], date=write_date(review.as_of, language),
            told="; ".join(_told(one, language) for one in told),
        )
        for language in ("vi", "en")
    )  # fmt: skip
    quoted = [_number(one.figure, "vi") for one in told]
    return Finding(
        id=finding_id(FindingKind.DUPLICATE, identities),
        severity=Severity.ERROR,
        kind=FindingKind.DUPLICATE,
        message_vi=vi,
        message_en=en,
        file=told[0].headlines[0].file,
        quote="; ".join(quoted),
        stated=quoted[0],
        computed=wording.NOT_EQUAL.join(quoted),
        computed_en=wording.NOT_EQUAL.join(_number(one.figure, "en") for one in told),
        indicator_ids=tuple(identities),
    )


def _told(telling: Telling, language: str) -> str:
    return say(
        wording.TOLD_IN, language, number=_number(telling.figure, language), periods=texts(telling.periods)
    )  # fmt: skip


def _number(figure: HeadlineFigure, language: str) -> str:
    if figure.value is None:
        return "…"
    if figure.unit == "ratio":
        return write_percent(figure.value, figure.decimals, language)
    return write_number(figure.value, figure.decimals, language=language)


def _of_tables(pair: tuple[OfficialFigure, OfficialFigure], ledger: Ledger) -> Finding:
    first, second = pair
    measure = ledger.statistics.measures[first.measure]
    values = [ledger.official_value(first), ledger.official_value(second, position=1)]
    identities = tuple(ledger.values.setdefault(one.id, one).id for one in values)
    quoted = [first.source.text, second.source.text]
    vi, en = (
        say(
            wording.STATISTICS_DIFFER, language,
            label=measure.label[language], place=first.place.name[language], year=str(first.year),
            told="; ".join(f"{one.source.text} ({one.source.file.rsplit('/', 1)[-1]})" for one in pair),
        )
        for language in ("vi", "en")
    )  # fmt: skip
    return Finding(
        id=finding_id(FindingKind.DUPLICATE, identities),
        severity=Severity.ERROR,
        kind=FindingKind.DUPLICATE,
        message_vi=vi,
        message_en=en,
        file=second.source.file,
        row=second.source.row,
        column=second.source.column,
        quote="; ".join(quoted),
        stated=quoted[1],
        computed=wording.NOT_EQUAL.join(quoted),
        computed_en=wording.NOT_EQUAL.join(quoted),
        indicator_ids=identities,
    )


def _item(finding: Finding, ledger: Ledger) -> FindingItem:
    def told(pattern: Pattern) -> str:
        return ledger.say(pattern)

    return FindingItem(
        id=finding.id,
        severity=str(finding.severity),
        severity_label=told(finding_wording.SEVERITIES[finding.severity]),
        kind_label=told(finding_wording.KINDS[finding.kind]),
        message=finding.message(ledger.language),
        quote=finding.quote,
        computed=finding.computed_en if ledger.language == "en" else finding.computed,
        where=finding.file,
        value_ids=finding.indicator_ids,
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
