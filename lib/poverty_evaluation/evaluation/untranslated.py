"""Lời văn chưa dịch: a passage is marked as not translated, and its figures are told all the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from poverty_evaluation.evaluation.blocks import BulletList, Line, Number, NumberForm, Paragraph, Text
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import joined, line
from poverty_evaluation.evaluation.tables.activity_cells import results
from poverty_evaluation.evaluation.wording import document as wording
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import IndicatorValue

#: So many subjects stand in one sentence; more are a list.
_IN_A_SENTENCE = 3


@dataclass(frozen=True, slots=True)
class _Subject:
    """What some figures of a passage are of, and the figures in words."""

    name: str
    figures: Line


def untranslated(
    passage: Sequence[Paragraph | BulletList], documents: Sequence[str], context: EvaluationContext
) -> list[Paragraph | BulletList]:
    """What stands for a passage without a translation: a note, its figures by subject, the documents it cites."""
    subjects = _subjects(passage, context)
    cited = context.fill(wording.NOT_TRANSLATED_DOCUMENTS, documents="; ".join(documents)) if documents else ()
    if not subjects:
        return [_note(context.fill(wording.NOT_TRANSLATED, documents=cited))]
    if len(subjects) <= _IN_A_SENTENCE:
        told = joined([context.fill(wording.FIGURES_IN_BRACKETS, **_slots(one)) for one in subjects], "; ")
        return [_note(context.fill(wording.NOT_TRANSLATED_FIGURES, figures=told, documents=cited))]
    points = [context.fill(wording.FIGURES_OF_SUBJECT, **_slots(one)) for one in subjects]
    ends = [*[";"] * (len(points) - 1), "."]
    listed = BulletList(tuple((*point, Text(end)) for point, end in zip(points, ends, strict=True)))
    return [_note(context.fill(wording.NOT_TRANSLATED_LIST, documents=cited)), listed]


def _slots(subject: _Subject) -> dict[str, Line]:
    return {"subject": line(subject.name), "figures": subject.figures}


def _note(told: Line) -> Paragraph:
    return Paragraph(tuple(replace(part, italic=True) if isinstance(part, Text) else part for part in told), "note")


def _subjects(passage: Sequence[Paragraph | BulletList], context: EvaluationContext) -> list[_Subject]:
    """The figures in the order in which the passage tells them, those of one activity together."""
    activities = {row.figure_id: row for row in rows_of(context.tables["activity_figures"])}
    labels = {row.activity_id: context.label(row) for row in rows_of(context.tables["activities"])}
    told: dict[str, dict[str, IndicatorValue]] = {}
    subjects: dict[str, _Subject] = {}
    for number in _numbers(passage):
        value = context.by_id[number.value_id]
        figure = activities.get(value.dimensions.get("figure", "")) if value.indicator_id == "activity_figure" else None
        if figure is None:
            subjects[value.id] = _Subject(_name(value, context), (number,))
            continue
        of_activity = told.setdefault(figure.activity_id, {})
        of_activity[figure.role] = value
        figures = tuple(_in_words(part) for part in results(context, of_activity))
        subjects[figure.activity_id] = _Subject(labels[figure.activity_id], figures)
    return list(subjects.values())


def _numbers(passage: Sequence[Paragraph | BulletList]) -> list[Number]:
    lines = [told for block in passage for told in (block.items if isinstance(block, BulletList) else (block.content,))]
    return [part for told in lines for part in told if isinstance(part, Number)]


def _name(value: IndicatorValue, context: EvaluationContext) -> str:
    """The label of a value, with its date where it is of one."""
    label = value.label(context.language)
    return context.say(wording.ON_DATE, label=label, date=context.day(value.as_of)) if value.as_of else label


def _in_words(part: Text | Number) -> Text | Number:
    """A figure of a table cell in running text: "over 40,000", not "> 40,000". A rate keeps its sign apart."""
    if isinstance(part, Text) or part.unit == "ratio":
        return part
    return replace(part, form=NumberForm.TEXT)
