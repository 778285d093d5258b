"""Biểu mẫu quy định của báo cáo: the prescribed forms filled with values, a document of its own beside the report.

They are prescribed in Vietnamese, for the superior: no other language and no public report has them. A cell is a value
that was computed or received, never a sum made here; what nobody collects stays blank.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from poverty_evaluation.evaluation.blocks import (
    Block,
    Document,
    DocumentKind,
    Form,
    FormHead,
    Line,
    Number,
    Signature,
)
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.form_rows import FilledRows, component_rows, place_rows
from poverty_evaluation.evaluation.patterns import line
from poverty_evaluation.evaluation.wording import document as document_wording
from poverty_evaluation.evaluation.wording import forms as wording
from poverty_evaluation.reference import FormColumn, FormRows, FormText, PrescribedForm
from poverty_evaluation.vocabulary.choices import Audience


def prescribed_forms(context: EvaluationContext, report: Document, signature: Signature) -> tuple[Block, ...]:
    """The forms of the leading standard for which there are figures, under a head of their own; nothing for none."""
    if context.language != "vi" or context.report.audience is Audience.PUBLIC:
        return ()
    standard = context.report.leading_standard
    asked = (form for form in context.reference.forms.values() if form.is_for(standard))
    made = [form for one in asked if (form := _filled(context, one, report, signature)) is not None]
    return (_head(context, report), *made) if made else ()


def _head(context: EvaluationContext, report: Document) -> Document:
    letterhead = replace(report.letterhead, type_name=context.say(wording.TYPE_NAME), addressees=(), is_numbered=False)
    title = context.say(wording.TITLE, title=report.title)
    return replace(
        report, title=title, letterhead=letterhead, values=(), findings=(), kind=DocumentKind.FORMS
    )  # fmt: skip


def _filled(
    context: EvaluationContext, form: PrescribedForm, report: Document, signature: Signature
) -> Form | None:  # fmt: skip
    """A form with its rows; None where it would hold no figure that it is sent for."""
    rows_of = component_rows if form.rows is FormRows.COMPONENTS else place_rows
    filled = rows_of(context, form)
    if filled is None or not _is_worth_sending(form, filled):
        return None
    letterhead = report.letterhead
    dated = context.say(wording.PLACE_AND_DATE, locality=letterhead.locality or "…")
    attached = context.say(document_wording.ATTACHED_TO, symbol=letterhead.symbol, issuer=letterhead.issuing_body)
    return Form(
        id=form.id,
        sheet=form.sheet,
        issuer=letterhead.issuing_body.upper(),
        corner=(form.corner, *_circular(context, form)),
        title=form.title,
        subtitle=filled.subtitle,
        attached_to=attached,
        unit_line=form.unit,
        columns=tuple(_columns(context, form)),
        rows=filled.rows,
        place_and_date=dated,
        preparer=(context.say(wording.PREPARER), context.say(wording.SIGNED)),
        signature=replace(signature, recipients_label="", recipients=()),
        marks=tuple(mark for mark in (letterhead.invented_mark, letterhead.draft_mark) if mark),
        notes=_notes(context, form),
    )


def _is_worth_sending(form: PrescribedForm, filled: FilledRows) -> bool:
    """Whether some cell that is not mere background holds a number."""
    first = filled.text_columns
    wanted = [first + place for place, leaf in enumerate(form.leaves) if leaf.fills and not leaf.is_background]
    return any(_holds_number(row.cells[place]) for row in filled.rows for place in wanted if place < len(row.cells))


def _holds_number(content: Line) -> bool:
    return any(isinstance(part, Number) and part.value is not None for part in content)


def _circular(context: EvaluationContext, form: PrescribedForm) -> Sequence[str]:
    if not form.circular:
        return ()
    document = context.reference.documents[form.circular]
    return (context.say(wording.UNDER_CIRCULAR, type=document.type_vi, symbol=document.symbol),)


def _columns(context: EvaluationContext, form: PrescribedForm) -> Sequence[FormHead]:
    """The columns that name a row, then those of the form."""
    is_numbered = any(leaf.number for leaf in form.leaves)
    names = [form.position, form.heading_of_places(context.place.level), *([form.lines_heading] if form.lines else [])]
    letters = ("A", "B", "C") if is_numbered else ("", "", "")
    named = [FormHead(name, letter, is_text=True) for name, letter in zip(names, letters, strict=False)]
    return [*named, *(_head_of(column) for column in form.columns)]


def _head_of(column: FormColumn) -> FormHead:
    below = tuple(_head_of(one) for one in column.columns)
    return FormHead(column.heading, column.printed_number, below, column.text is not FormText.NOTHING)


def _notes(context: EvaluationContext, form: PrescribedForm) -> tuple[Line, ...]:
    told = [*form.notes, *([] if form.verified else [context.say(wording.UNVERIFIED)])]
    return tuple(line(note) for note in told)
