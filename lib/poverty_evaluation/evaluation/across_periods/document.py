"""Bản so sánh qua các kỳ: the blocks of the comparison, chapter by chapter, made of headlines and statistics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from poverty_evaluation.evaluation import patterns
from poverty_evaluation.evaluation.across_periods.checks import checks, note_contradictions
from poverty_evaluation.evaluation.across_periods.ledger import Ledger
from poverty_evaluation.evaluation.across_periods.official import official_blocks
from poverty_evaluation.evaluation.across_periods.reviews import review_charts, review_tables
from poverty_evaluation.evaluation.across_periods.series import ReviewSeries, review_series
from poverty_evaluation.evaluation.blocks import (
    Block,
    BulletList,
    Column,
    Document,
    Heading,
    Letterhead,
    Line,
    Paragraph,
    Row,
    Table,
)
from poverty_evaluation.evaluation.patterns import Pattern, line
from poverty_evaluation.evaluation.wording import across_periods as wording
from poverty_evaluation.evaluation.wording import document as document_wording
from poverty_evaluation.evaluation.wording import tables as table_wording
from poverty_evaluation.evaluation.wording import working_paper as paper_wording
from poverty_evaluation.reference import Reference, UnknownCodeError
from poverty_evaluation.reference.statistics import Statistics
from poverty_evaluation.vocabulary.choices import Audience, StyleProfile, Vintage
from poverty_evaluation.vocabulary.findings import Severity, finding_to_plain
from poverty_evaluation.vocabulary.headlines import Headline, Headlines, UnreadPeriod
from poverty_evaluation.vocabulary.periods import ReportingPeriod


@dataclass(frozen=True, slots=True)
class PeriodComparison:
    """The comparison as a notebook shows it."""

    document: Document
    opening: tuple[Block, ...]
    reviews: tuple[Block, ...]
    checks: tuple[Block, ...]
    statistics: tuple[Block, ...]
    reports: tuple[Block, ...]


def build_comparison(
    headlines: Headlines, reference: Reference, statistics: Statistics, language: str, places: Sequence[str] = ()
) -> PeriodComparison:
    """The comparison of a place; where no place has a report, the sentence that says how to build one for `places`."""
    if not headlines.place:
        return _nothing(language, places)
    readable, unread = _readable(headlines, reference, language)
    place = reference.places.place_by_slug(headlines.place)
    series = review_series(readable, reference, place.place_code)
    if series.reviews:
        last = series.reviews[-1].as_of
        place = reference.places.place_by_slug(headlines.place, last)
    ledger = Ledger(language, reference, statistics, place)
    note_contradictions(series, ledger)
    province = reference.places.province_of(place.place_code, series.reviews[-1].as_of if series.reviews else None)
    chapters = (
        (wording.REVIEWS, _reviews(series, ledger)),
        (wording.CHECKS, checks(series, ledger)),
        (wording.STATISTICS, official_blocks(province, ledger)),
        (wording.REPORTS, _reports(readable, unread, ledger)),
    )
    reviews, found, official, reports = (
        (Heading(1, f"{number}.", ledger.say(title)), *blocks)
        for number, (title, blocks) in zip(("I", "II", "III", "IV"), chapters, strict=True)
    )
    opening = (Paragraph(ledger.fill(wording.OPENING, place=ledger.place_name)),)
    return PeriodComparison(_document(readable, ledger), opening, reviews, found, official, reports)


def _readable(headlines: Headlines, reference: Reference, language: str) -> tuple[list[Headline], list[UnreadPeriod]]:
    """The headlines whose standards are known; the others are named beside those that could not be read."""
    readable: list[Headline] = []
    unread = list(headlines.unread)
    for headline in headlines.found:
        try:
            for figure in headline.figures:
                reference.standard(figure.standard_id)
            readable.append(headline)
        except UnknownCodeError:
            names = {"standard": figure.standard_id}
            unread.append(
                UnreadPeriod(
                    headline.period,
                    patterns.say(wording.UNKNOWN_STANDARD, "vi", **names),
                    patterns.say(wording.UNKNOWN_STANDARD, "en", **names),
                )
            )
    return readable, unread


def _reviews(series: ReviewSeries, ledger: Ledger) -> list[Block]:
    if not series.reviews:
        return [Paragraph(ledger.fill(wording.NO_REVIEWS, place=ledger.place_name))]
    return [*review_tables(series, ledger), *review_charts(series, ledger)]


# --- the reports that were read -----------------------------------------------------------------------------------


def _reports(readable: Sequence[Headline], unread: Sequence[UnreadPeriod], ledger: Ledger) -> list[Block]:
    blocks: list[Block] = [_reports_table(readable, ledger)] if readable else []
    if unread:
        blocks.append(Paragraph(ledger.fill(wording.UNREAD)))
        periods: dict[str, list[str]] = {}
        for one in unread:
            periods.setdefault(one.reason(ledger.language), []).append(one.period)
        items = [
            line(ledger.say(wording.UNREAD_PERIOD, period=", ".join(held), reason=reason))
            for reason, held in periods.items()
        ]
        blocks.append(BulletList(tuple(items)))
    return blocks


def _reports_table(readable: Sequence[Headline], ledger: Ledger) -> Table:
    headings = (wording.PERIOD, wording.CLOSED, wording.LEADING, wording.ERRORS, wording.WARNINGS)
    aligned = ("left", "center", "left", "right", "right")
    widths = (2.2, 1.4, 1.6, 1.0, 1.0)
    is_public = any(one.audience == Audience.PUBLIC for one in readable)
    return Table(
        id="across_reports",
        label="",
        title=ledger.say(wording.REPORTS_TABLE, place=ledger.place_name),
        unit_line="",
        columns=tuple(
            Column(ledger.say(heading), align, width=width)
            for heading, align, width in zip(headings, aligned, widths, strict=True)
        ),
        rows=tuple(Row(_report_cells(one, ledger)) for one in readable),
        source=ledger.say(wording.FROM_REPORTS),
        notes=(ledger.fill(wording.PUBLIC_NOTE),) if is_public else (),
    )


def _report_cells(headline: Headline, ledger: Ledger) -> tuple[Line, ...]:
    period = ReportingPeriod.parse(headline.period).label(ledger.language)
    if headline.audience == Audience.PUBLIC:
        period = ledger.say(wording.PERIOD_OF_KIND, period=period, kind=ledger.say(wording.PUBLIC))
    if headline.vintage is Vintage.PRELIMINARY:
        vintage = ledger.say(table_wording.VINTAGES[headline.vintage]).lower()
        period = ledger.say(wording.PERIOD_OF_KIND, period=period, kind=vintage)
    return (
        line(period[:1].upper() + period[1:]),
        line(_day(headline.as_of, ledger)),
        line(_instrument(headline.leading_standard, ledger)),
        line(_count(headline, Severity.ERROR)),
        line(_count(headline, Severity.WARNING)),
    )


def _count(headline: Headline, severity: Severity) -> str:
    return str(headline.findings[str(severity)]) if str(severity) in headline.findings else "x"


def _day(text: str, ledger: Ledger) -> str:
    return ledger.day(date.fromisoformat(text))


def _instrument(standard_id: str, ledger: Ledger) -> str:
    try:
        return ledger.reference.standard(standard_id).instrument
    except UnknownCodeError:
        return standard_id


# --- the document ---------------------------------------------------------------------------------------------------


def _document(readable: Sequence[Headline], ledger: Ledger) -> Document:
    """Nobody issues it and nobody signs it; it is an internal paper unless all it rests on is public."""
    is_public = all(one.audience == Audience.PUBLIC for one in readable)
    is_invented = any(one.is_invented for one in readable)
    type_name = ledger.say(wording.TYPE_NAME)
    subject = ledger.say(wording.SUBJECT, place=ledger.place_name)
    return Document(
        title=f"{type_name}: {subject}",
        place_slug=ledger.place.slug,
        place_name=ledger.place_name,
        period="",
        period_label="",
        language=ledger.language,
        style_profile=str(StyleProfile.DECREE_30),
        status="",
        audience=str(Audience.PUBLIC if is_public else Audience.INTERNAL),
        letterhead=_letterhead(
            type_name,
            subject,
            "" if is_public else ledger.say(paper_wording.MARK),
            ledger.say(document_wording.INVENTED) if is_invented else "",
        ),
        values=tuple(ledger.values.values()),
        findings=tuple({**finding_to_plain(one), "indicator_ids": one.indicator_ids} for one in ledger.findings),
    )


def _nothing(language: str, places: Sequence[str]) -> PeriodComparison:
    def say(pattern: Pattern) -> str:
        return patterns.say(pattern, language)

    type_name, subject = say(wording.TYPE_NAME), say(wording.SUBJECT_OF_NOTHING)
    document = Document(
        title=f"{type_name}: {subject}",
        place_slug="",
        place_name="",
        period="",
        period_label="",
        language=language,
        style_profile=str(StyleProfile.DECREE_30),
        status="",
        audience="",
        letterhead=_letterhead(type_name, subject, "", ""),
        values=(),
        findings=(),
    )
    told = Paragraph(patterns.fill(wording.NOTHING, language, places=", ".join(places) or "…"))
    return PeriodComparison(document, (told,), (), (), (), ())


def _letterhead(type_name: str, subject: str, draft_mark: str, invented_mark: str) -> Letterhead:
    return Letterhead("", "", "", "", type_name, subject, (), draft_mark, invented_mark, is_numbered=False)
