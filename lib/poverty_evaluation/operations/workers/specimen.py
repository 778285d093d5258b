"""Báo cáo mẫu để làm nóng: the smallest notebook with a heading, a number, a table and a chart, and its exports.

Nothing of it is kept. Writing it once loads templates, fonts and styles, which a process forked afterwards then has.
"""

from __future__ import annotations

from fractions import Fraction

import nbformat

from poverty_evaluation.evaluation.blocks import (
    Chart,
    ChartPoint,
    Column,
    Document,
    Heading,
    Letterhead,
    Line,
    Number,
    Paragraph,
    Row,
    Table,
    Text,
)
from poverty_evaluation.presentation import exporters, jupyter
from poverty_evaluation.vocabulary.choices import Audience, Language, ReportStatus
from poverty_evaluation.vocabulary.values import IndicatorValue


def write_specimen() -> None:
    """Show the blocks as a notebook does, and export them.

    Nothing is typeset: Typst works with threads, and a process forked afterwards would wait for them for ever. Hence
    no PDF, and no Word file of the chart, whose picture Typst draws.
    """
    outputs = [nbformat.v4.new_output("display_data", jupyter.mime_bundle(block, Language.VI)) for block in _blocks()]
    whole = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(outputs=outputs)])
    without_chart = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(outputs=outputs[:-1])])
    nbformat.validate(whole)
    exporters.EvaluationHTMLExporter().from_notebook_node(whole)
    exporters.EvaluationXLSXExporter().from_notebook_node(without_chart)
    exporters.EvaluationDOCXExporter().from_notebook_node(without_chart)


def _blocks() -> tuple[Document | Heading | Paragraph | Table | Chart, ...]:
    value = IndicatorValue("mau@mau/2017", "mau", "Mẫu", "Specimen", Fraction(1), "household")
    number = Number(value.id, value.value, value.unit, 0)
    line: Line = (Text("Mẫu "), number)
    head = Letterhead("", "Mẫu", "BC-MAU", "Mẫu", "BÁO CÁO", "Mẫu", ("Mẫu",), "DỰ THẢO")
    document = Document(
        "Mẫu", "mau", "Mẫu", "2017", "năm 2017", Language.VI, "people_committee", ReportStatus.DRAFT,
        Audience.SUPERIOR, head, (value,), (),
    )  # fmt: skip
    columns = (Column("Mẫu"), Column("Mẫu", "right"))
    table = Table("mau", "Biểu số 01", "Mẫu", "", columns, (Row(((Text("Mẫu"),), (number,))),), "Mẫu")
    points = (ChartPoint("Mẫu", "Một", number), ChartPoint("Mẫu", "Hai", number))
    chart = Chart("mau", "Hình 1", "bars", "Mẫu", "Hộ", points, "Hình mẫu có hai cột bằng nhau.", "Mẫu")
    return document, Heading(1, "I", "Mẫu"), Paragraph(line), table, chart
