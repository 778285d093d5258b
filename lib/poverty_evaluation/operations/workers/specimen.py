"""Báo cáo mẫu để làm nóng: the smallest notebook with a heading, a number, a table and a chart, and its exports.

Nothing of it is kept. Writing it once loads templates, fonts and styles, which a process forked afterwards then has.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import nbformat

from poverty_evaluation.audit import audit_text
from poverty_evaluation.evaluation.blocks import (
    Chart,
    ChartPoint,
    Column,
    Document,
    DocumentKind,
    Heading,
    Letterhead,
    Line,
    Number,
    Paragraph,
    Row,
    Table,
    Text,
)
from poverty_evaluation.operations.exporting import export
from poverty_evaluation.operations.requests import FORMATS
from poverty_evaluation.presentation import jupyter
from poverty_evaluation.presentation.executed import shown_blocks
from poverty_evaluation.vocabulary.choices import Audience, Language, ReportStatus
from poverty_evaluation.vocabulary.values import IndicatorValue

#: The exporters are given the blocks, and read no file.
_NOWHERE = Path("mau.ipynb")


def write_specimen() -> None:
    """Show the blocks as a notebook does, export them in the way of a report, and audit their words.

    The exporters stay, with their templates compiled. Nothing is typeset: Typst works with threads, and a process
    forked afterwards would wait for them for ever. Hence no PDF, and no Word file of the chart, whose picture Typst
    draws.
    """
    report, paper = _blocks(DocumentKind.REPORT), _blocks(DocumentKind.WORKING_PAPER)
    outputs = [
        nbformat.v4.new_output("display_data", jupyter.mime_bundle(block, Language.VI)) for block in (*report, *paper)
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(outputs=outputs)])
    nbformat.validate(notebook)
    whole = shown_blocks(notebook)
    without_chart = tuple(item for item in whole if not isinstance(item.block, Chart))
    for made in FORMATS["html"]:
        export(_NOWHERE, made.exporter, made.document, whole)
    export(_NOWHERE, "evaluation-xlsx", shown=without_chart)
    export(_NOWHERE, "evaluation-docx", shown=without_chart)
    audit_text("Năm 2021 có 12 hộ nghèo; năm 2022 còn 10 hộ nghèo, giảm 2 hộ.\n")


def _blocks(kind: DocumentKind) -> tuple[Document | Heading | Paragraph | Table | Chart, ...]:
    value = IndicatorValue("mau@mau/2017", "mau", "Mẫu", "Specimen", Fraction(1), "household")
    number = Number(value.id, value.value, value.unit, 0)
    line: Line = (Text("Mẫu "), number)
    head = Letterhead("", "Mẫu", "BC-MAU", "Mẫu", "BÁO CÁO", "Mẫu", ("Mẫu",), "DỰ THẢO")
    document = Document(
        "Mẫu", "mau", "Mẫu", "2017", "năm 2017", Language.VI, "people_committee", ReportStatus.DRAFT,
        Audience.SUPERIOR, head, (value,), (), kind,
    )  # fmt: skip
    columns = (Column("Mẫu"), Column("Mẫu", "right"))
    table = Table("mau", "Biểu số 01", "Mẫu", "", columns, (Row(((Text("Mẫu"),), (number,))),), "Mẫu")
    points = (ChartPoint("Mẫu", "Một", number), ChartPoint("Mẫu", "Hai", number))
    chart = Chart("mau", "Hình 1", "bars", "Mẫu", "Hộ", points, "Hình mẫu có hai cột bằng nhau.", "Mẫu")
    return document, Heading(1, "I", "Mẫu"), Paragraph(line), table, chart
