"""Sổ biểu mẫu (forms.xlsx): the prescribed forms, one sheet each, as they are printed, signed and sent.

Numbers stand in their cells as numbers, rounded as the report prints them; text is written as text, so that nothing
received can become a formula.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from poverty_evaluation.evaluation.blocks import Document, Form
from poverty_evaluation.presentation.executed import Shown
from poverty_evaluation.presentation.forms.sheet import FormSheet
from poverty_evaluation.presentation.forms.styles import Styles
from poverty_evaluation.presentation.signs import explain_signs


def forms_workbook(document: Document, shown: Sequence[Shown], moment: datetime) -> bytes:
    """The workbook of the forms that a notebook shows; the same bytes for the same blocks."""
    from xlsxwriter import Workbook

    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook: Any = Workbook(written, options)
    head = document.letterhead
    workbook.set_properties(
        {"title": document.title, "author": head.issuing_body, "created": moment.replace(tzinfo=None)}
    )
    styles = Styles(workbook)
    for form in explain_signs([item.block for item in shown if isinstance(item.block, Form)], document.language):
        FormSheet(workbook.add_worksheet(form.sheet), styles, form, document.language).write()
    workbook.close()
    return written.getvalue()
