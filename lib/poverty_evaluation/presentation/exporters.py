"""Xuất bản: nbconvert exporters that turn an executed notebook, and nothing else, into the page, the PDF or the Word
file.

`jupyter nbconvert --to evaluation-html`, `evaluation-pdf` and `evaluation-docx` take any notebook. One that shows
blocks of a report becomes that report; any other becomes a page of its text, code, tables and pictures.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import io
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import Exporter, HTMLExporter
from nbformat import NotebookNode
from traitlets import Enum, default

from poverty_evaluation.evaluation.blocks import BLOCK_MIME, Document, DocumentKind
from poverty_evaluation.presentation import executed
from poverty_evaluation.presentation.forms import workbook as form_workbook
from poverty_evaluation.presentation.html import report as html
from poverty_evaluation.presentation.html.provenance import json_for_script
from poverty_evaluation.presentation.ordinary import pdf as ordinary_typst
from poverty_evaluation.presentation.ordinary import pieces as ordinary
from poverty_evaluation.presentation.ordinary import word as ordinary_word
from poverty_evaluation.presentation.pdf import report as typst
from poverty_evaluation.presentation.pdf import typesetting
from poverty_evaluation.presentation.word import report as word
from poverty_evaluation.presentation.wording import Wording, wording
from poverty_evaluation.presentation.workbook import report as workbook
from poverty_evaluation.vocabulary.periods import PeriodError, ReportingPeriod

_TEMPLATES = Path(__file__).parent / "templates"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WHICH = "Which document of the notebook to write: the report, or the working paper on its data."
_SCRIPT_WORDS = (
    "close", "back", "unit", "status", "qualifier", "as_printed", "formula", "operands", "sources", "no_sources",
    "findings", "sheet", "row", "column", "cell_text", "line", "computed", "show_source", "findings_title",
    "many_sources", "finding_entry", "finding_numbers", "back_to_findings", "findings_button", "findings_shown", "all",
    "filter", "sort", "sorted_up", "sorted_down", "sorted_back",
)  # fmt: skip


class _ReportReader(Exporter):
    """What all exporters share: of the file of a report they read the blocks only, not every output as a node."""

    def from_file(self, file_stream: Any, resources: dict[str, Any] | None = None, **kw: Any) -> Any:
        text = file_stream.read()
        shown = executed.shown_in(text) if BLOCK_MIME in text else ()
        if not shown:
            return super().from_file(io.StringIO(text), resources, **kw)
        return self.from_notebook_node(nbformat.v4.new_notebook(), {**(resources or {}), "evaluation_shown": shown})


class EvaluationHTMLExporter(_ReportReader, HTMLExporter):
    """One HTML file that fetches nothing: the report with the provenance of its numbers, or any other notebook."""

    export_from_notebook = "Báo cáo đánh giá (HTML)"
    document = Enum([str(kind) for kind in DocumentKind], str(DocumentKind.REPORT), help=_WHICH).tag(config=True)

    @default("template_name")
    def _template_name_default(self) -> str:
        return "evaluation"

    @default("extra_template_basedirs")
    def _default_extra_template_basedirs(self) -> list[str]:
        return [str(_TEMPLATES), *super()._default_extra_template_basedirs()]

    def default_filters(self) -> Iterable[tuple[str, Any]]:
        yield from super().default_filters()
        yield "ordinary_body", ordinary.html_of

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        resources = dict(resources or {})
        shown = _chosen(nb, self.document, resources)
        if shown:
            page = html.page(executed.document_of(shown), shown)
            nb = nbformat.v4.new_notebook()  # the blocks are the report: no cell of the notebook is shown beside them
        else:
            language = ordinary.language_of(nb)
            title = ordinary.title_of(nb, str(resources.get("metadata", {}).get("name", "")))
            page = html.Page(language=language, title=title, is_report=False)
        words = wording(page.language)
        style, script = _asset("report.css") + page.style, _script()
        resources |= {
            "evaluation_page": page,
            "evaluation_words": {"skip": words.skip, "contents": words.contents},
            "evaluation_style": style,
            "evaluation_script": script,
            "evaluation_script_words": _script_words(words),
            "evaluation_policy": _policy(style, script),
        }
        # past HTMLExporter, which would parse the finished page again and put placeholders for missing alternatives
        written, resources = super(HTMLExporter, self).from_notebook_node(nb, resources, **kw)
        return written, {name: value for name, value in resources.items() if not name.startswith("evaluation_")}


class _FileExporter(_ReportReader):
    """What the exporters share that write a file of bytes: the same ones for the same notebook."""

    document = Enum([str(kind) for kind in DocumentKind], str(DocumentKind.REPORT), help=_WHICH).tag(config=True)

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[bytes, dict[str, Any]]:
        resources = dict(resources or {})
        shown = _chosen(nb, self.document, resources)
        if shown:
            document = executed.document_of(shown)
            return self.report(document, shown, _moment(document)), self._init_resources(resources)
        name = str(resources.get("metadata", {}).get("name", ""))
        notebook, resources = super().from_notebook_node(nb, resources, **kw)
        language = ordinary.language_of(notebook)
        title = ordinary.title_of(notebook, name)
        return self.ordinary(list(ordinary.pieces(notebook, language, title)), language, title), resources

    def report(self, document: Document, shown: tuple[executed.Shown, ...], moment: datetime) -> bytes:
        """The file of the blocks of a document; `moment` is written into it as its date."""
        raise NotImplementedError

    def ordinary(self, pieces: list[ordinary.Piece], language: str, title: str) -> bytes:
        """The file of a notebook that is no report. UnreadableBlock where there is nothing to write of one."""
        raise executed.UnreadableBlock("the notebook shows no report, so there is nothing to write")


class EvaluationPDFExporter(_FileExporter):
    """A tagged PDF/A document."""

    export_from_notebook = "Báo cáo đánh giá (PDF)"
    output_mimetype = "application/pdf"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".pdf"

    def report(self, document: Document, shown: tuple[executed.Shown, ...], moment: datetime) -> bytes:
        return typst.report_pdf(document, shown, moment)

    def ordinary(self, pieces: list[ordinary.Piece], language: str, title: str) -> bytes:
        return ordinary_typst.ordinary_pdf(pieces, language, title)


class EvaluationDOCXExporter(_FileExporter):
    """A Word document in which every number is a content control."""

    export_from_notebook = "Báo cáo đánh giá (Word)"
    output_mimetype = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".docx"

    def report(self, document: Document, shown: tuple[executed.Shown, ...], moment: datetime) -> bytes:
        return word.report_docx(document, shown, moment)

    def ordinary(self, pieces: list[ordinary.Piece], language: str, title: str) -> bytes:
        return ordinary_word.ordinary_docx(pieces, language, title)


class EvaluationXLSXExporter(_FileExporter):
    """The tables of a report as an accessible workbook."""

    export_from_notebook = "Bảng số liệu của báo cáo (Excel)"
    output_mimetype = _WORKBOOK

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".xlsx"

    def report(self, document: Document, shown: tuple[executed.Shown, ...], moment: datetime) -> bytes:
        return workbook.tables_workbook(document, shown, moment)


class EvaluationFormsExporter(_FileExporter):
    """The prescribed statistical forms as a workbook, one sheet each; for a notebook that shows them only."""

    export_from_notebook = "Biểu mẫu quy định (Excel)"
    document = Enum([str(kind) for kind in DocumentKind], str(DocumentKind.FORMS), help=_WHICH).tag(config=True)
    output_mimetype = _WORKBOOK

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".forms.xlsx"  # beside the tables of the same notebook, not over them

    def report(self, document: Document, shown: tuple[executed.Shown, ...], moment: datetime) -> bytes:
        return form_workbook.forms_workbook(document, shown, moment)


def _chosen(notebook: NotebookNode, name: str, resources: dict[str, Any]) -> tuple[executed.Shown, ...]:
    """The blocks of the document that is asked for; none for a notebook that is no report. Whoever has read them for
    several documents and formats gives all of them as the resource `evaluation_shown`, which is taken away here."""
    shown = resources.pop("evaluation_shown", ()) or executed.shown_blocks(notebook)
    if not shown:
        return ()
    executed.document_of(shown)
    chosen = executed.blocks_of(shown, DocumentKind(name))
    if not chosen:
        raise executed.UnreadableBlock(
            f"the notebook shows a report but no {name}: its data, its audience or its language give none, or "
            "not all of its cells were run"
        )
    return chosen


def _moment(document: Document) -> datetime:
    """The end of the period: a file that is dated by it never changes by itself."""
    try:
        end = ReportingPeriod.parse(document.period).end
    except PeriodError:
        return typesetting.NO_DATE
    return datetime(end.year, end.month, end.day, tzinfo=UTC)


@functools.cache
def _asset(name: str) -> str:
    return "\n" + (_TEMPLATES / "evaluation" / name).read_text(encoding="utf-8")


@functools.cache
def _script() -> str:
    """The parts of the script, one subject each, in the order of their names and in a scope of their own."""
    parts = sorted((_TEMPLATES / "evaluation" / "script").glob("*.js"))
    return "\n".join(["", '"use strict";', "{", *(part.read_text(encoding="utf-8") for part in parts), "}", ""])


@functools.cache
def _policy(style: str, script: str) -> str:
    """Only this style and this script; nothing from anywhere else."""
    return (
        f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _script_words(words: Wording) -> str:
    told = {name: getattr(words, name) for name in _SCRIPT_WORDS}
    severities = {str(severity): word for severity, word in words.severities.items()}
    statuses = {str(status): word for status, word in words.statuses.items()}
    return json_for_script({**told, "severities": severities, "statuses": statuses})
