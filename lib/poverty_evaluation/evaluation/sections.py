"""Các mục lặp: a point for each organisation, for each component of the programme, and the notes on the data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from poverty_evaluation.evaluation.blocks import Block, BulletList, Heading, Paragraph, Table
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.missing import no_data
from poverty_evaluation.evaluation.patterns import line
from poverty_evaluation.evaluation.prose import Citations, narrative_blocks
from poverty_evaluation.evaluation.sentences import components_not_applicable, components_without_data
from poverty_evaluation.evaluation.tables.activities import activities_table
from poverty_evaluation.evaluation.tables.activity_cells import is_counted_elsewhere
from poverty_evaluation.evaluation.wording import document as wording
from poverty_evaluation.evaluation.wording import sentences as sentence_wording
from poverty_evaluation.evaluation.wording import tables as table_wording
from poverty_evaluation.reference import Component
from poverty_evaluation.vocabulary.choices import ValueStatus
from poverty_evaluation.vocabulary.rows import rows_of

#: Points below a section, in the order of the language's alphabet.
LETTERS = {"vi": "abcdđeghiklmnopqrstuvxy", "en": "abcdefghijklmnopqrstuvwxyz"}


def organisation_codes(context: EvaluationContext, kind: str) -> list[str]:
    """The organisations of a type, in the order of the reference data."""
    return [code for code, item in context.reference.organisations.items() if item.type == kind]


def activities_of_group(context: EvaluationContext, group: str) -> pd.DataFrame:
    """The activities under a group of measures or its sub-groups, told where they are counted; all for no group."""
    reference, activities = context.reference, context.tables["activities"]
    chosen = [
        not is_counted_elsewhere(row)
        and (
            group == ""
            or group
            in (own := reference.measures[row.measure_code].group_code, *reference.measure_groups.ancestors(own))
        )
        for row in rows_of(activities)
    ]
    return activities[pd.Series(chosen, index=activities.index, dtype=bool)]


def organisations(
    context: EvaluationContext, codes: Sequence[str], citations: Citations, missing: str = ""
) -> list[Block]:
    """A point for each organisation, with its prose or the sentence that it sent nothing."""
    blocks: list[Block] = []
    what = missing or context.say(sentence_wording.THE_ACTIVITIES)
    for position, code in enumerate(codes):
        name = context.name(code)
        prose = narrative_blocks(f"org_{code}", context, citations)
        silent = Paragraph(no_data(context, what, name))
        blocks += [Heading(3, _point(context, position), name), *(prose or [silent])]
    return blocks


def organisation_tables(context: EvaluationContext, codes: Sequence[str]) -> list[Table]:
    """A table of activities for each organisation that sent any."""
    activities = context.tables["activities"]
    tables = []
    for code in codes:
        title = context.say(table_wording.ACTIVITIES_OF, organisation=context.name(code))
        total = context.find("support_money_by_organisation", organisation=code)
        own = activities[activities["organisation_code"] == code]
        tables.append(activities_table(own, f"activities_{code}", title, context, total))
    return [table for table in tables if table is not None]


def components(context: EvaluationContext, citations: Citations) -> list[Block]:
    """A point for each component that has prose; the others are named, those the place has no part in apart."""
    if not context.report.programme_id:
        return []
    blocks: list[Block] = []
    silent: list[str] = []
    not_applicable: list[str] = []
    position = 0
    for component in context.reference.programme(context.report.programme_id).components:
        prose = narrative_blocks(component.code, context, citations)
        if prose:
            blocks += [Heading(3, _point(context, position), _component_title(context, component)), *prose]
            position += 1
        elif _is_not_applicable(context, component.code):
            not_applicable.append(_component_name(context, component))
        else:
            silent.append(_component_name(context, component))
    if silent:
        blocks.append(Paragraph(components_without_data(context, silent)))
    if not_applicable:
        blocks.append(Paragraph(components_not_applicable(context, not_applicable)))
    return blocks


def notes(context: EvaluationContext) -> list[Block]:
    """What a reader of the data has to know, as report.yml tells it."""
    told = context.report.notes_en if context.language == "en" else context.report.notes_vi
    if not told:
        return []
    lead = Paragraph(line(context.say(wording.NOTES), bold=True))
    return [lead, BulletList(tuple(line(note) for note in told))]


def _point(context: EvaluationContext, position: int) -> str:
    return f"{LETTERS[context.language][position]})"


def _component_title(context: EvaluationContext, component: Component) -> str:
    short = context.of_two(component.short_vi, component.short_en)
    label = context.of_two(component.label_vi, component.label_en)
    return f"{short}: {label}" if short else label


def _component_name(context: EvaluationContext, component: Component) -> str:
    short = context.of_two(component.short_vi, component.short_en)
    label = context.of_two(component.label_vi, component.label_en)
    return context.say(sentence_wording.COMPONENT, short=short, name=label) if short else label


def _is_not_applicable(context: EvaluationContext, component_code: str) -> bool:
    """Whether all that was sent on a component says that the place has no part in it."""
    statuses = _statuses_of(context, component_code)
    return bool(statuses) and set(statuses) == {ValueStatus.NOT_APPLICABLE}


def _statuses_of(context: EvaluationContext, component_code: str) -> list[ValueStatus]:
    activities, figures = context.tables["activities"], context.tables["activity_figures"]
    measures = context.reference.measures
    programme = context.reference.programme(context.report.programme_id)
    own: Iterable[str] = [
        row.activity_id
        for row in rows_of(activities)
        if component_code in programme.codes_above(measures[row.measure_code].component_code)
    ]
    told = [ValueStatus(status) for status in figures[figures["activity_id"].isin(list(own))]["status"]]
    return [*told, *_statuses_of_funds(context, component_code)]


def _statuses_of_funds(context: EvaluationContext, component_code: str) -> list[ValueStatus]:
    """What became of the plans of a component and of its sub-projects, where the table of funds was sent."""
    values = [*context.of_indicator("available_vnd"), *context.of_indicator("disbursed_vnd")]
    codes = [(value, value.dimensions.get("component", "")) for value in values]
    return [value.status for value, code in codes if code == component_code or code.startswith(f"{component_code}-")]
