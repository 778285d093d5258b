"""Phụ lục phương pháp: how awkward data are treated, printed from the very cases that test it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poverty_evaluation.evaluation import patterns
from poverty_evaluation.evaluation.blocks import (
    Block,
    BulletList,
    Column,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Row,
    Table,
    Text,
)
from poverty_evaluation.evaluation.patterns import line
from poverty_evaluation.evaluation.wording import findings as finding_wording
from poverty_evaluation.evaluation.wording import situations as wording
from poverty_evaluation.evaluation.wording.tables import TABLE_NAMES
from poverty_evaluation.reference import Reference
from poverty_evaluation.reference.situations import Outcome, OutcomeKind, SentTable, Situation, SituationCase
from poverty_evaluation.vocabulary.choices import StyleProfile
from poverty_evaluation.vocabulary.findings import Severity
from poverty_evaluation.vocabulary.values import parse_value_id


def method_document(language: str) -> Document:
    """The annex as a document of its own, which nobody issues and nobody signs."""
    type_name, subject = (patterns.say(one, language) for one in (wording.TYPE_NAME, wording.SUBJECT))
    return Document(
        title=f"{type_name}: {subject}",
        place_slug="",
        place_name="",
        period="",
        period_label="",
        language=language,
        style_profile=str(StyleProfile.DECREE_30),
        status="",
        audience="",
        letterhead=Letterhead("", "", "", "", type_name, subject, (), "", is_numbered=False),
        values=(),
        findings=(),
    )


def situation_blocks(situations: Iterable[Situation], reference: Reference, language: str) -> list[Block]:
    """A section for each situation: the rule in words, then its cases with the cells sent and what came out."""
    blocks: list[Block] = [Paragraph(patterns.fill(wording.INTRODUCTION, language))]
    for number, situation in enumerate(situations, 1):
        blocks += [Heading(1, f"{number}.", situation.title), Paragraph(line(situation.text))]
        for place, case in enumerate(situation.cases, 1):
            blocks += _case(case, f"situation_{number}_{place}", reference, language)
    return blocks


def _case(case: SituationCase, identity: str, reference: Reference, language: str) -> Iterator[Block]:
    if not case.sent:
        yield Paragraph(line(patterns.say(wording.CASE, language, name=case.name), bold=True))
    for number, sent in enumerate(case.sent, 1):
        yield _table(sent, f"{identity}_{number}", case.name, language)
    items = tuple(line(_told(outcome, reference, language)) for outcome in case.outcomes)
    if items:
        yield BulletList(items)


def _table(sent: SentTable, identity: str, case: str, language: str) -> Table:
    heading, *rows = sent.rows
    pattern = wording.SENT[sent.told_in]
    known = TABLE_NAMES.get(sent.name)
    name = known.text(language) if known else sent.name
    return Table(
        id=identity,
        label="",
        title=patterns.say(pattern, language, table=name, name=case),
        unit_line="",
        columns=tuple(Column(cell) for cell in heading),
        rows=tuple(Row(tuple((Text(cell),) if cell else () for cell in row)) for row in rows),
        source=patterns.say(wording.SOURCE, language),
    )


def _told(outcome: Outcome, reference: Reference, language: str) -> str:
    what = outcome.what
    if outcome.kind is OutcomeKind.VALUE:
        what = _value_name(outcome.what, reference, language)
    elif outcome.kind is OutcomeKind.FINDING:
        what = finding_wording.SEVERITIES[Severity(outcome.what)].text(language).lower()
    pattern = wording.OUTCOMES[outcome.kind]
    slots = {"what": what, "words": outcome.words}
    return patterns.say(pattern, language, **{name: slots[name] for name in pattern.slots(language)})


def _value_name(identity: str, reference: Reference, language: str) -> str:
    """What a value is called: the label of its indicator, then its dimensions, place and date as the id has them."""
    indicator_id, dimensions, place_code, when = parse_value_id(identity)
    labels = {one.id: one.label[language] for one in reference.indicators}
    told = [*dimensions.values(), f"{place_code}/{when}"]
    return f"{labels.get(indicator_id, indicator_id)} ({'; '.join(told)})"
