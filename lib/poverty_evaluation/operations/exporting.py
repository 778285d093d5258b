"""Xuất bản: the nbconvert exporters, called by the names that `jupyter nbconvert --to` knows."""

from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import Path

from poverty_evaluation.evaluation.blocks import DocumentKind

_GROUP = "nbconvert.exporters"


def export(executed: Path, exporter: str, document: DocumentKind = DocumentKind.REPORT) -> bytes:
    """What `jupyter nbconvert --to <exporter>` writes for an executed notebook. LookupError on an unknown name.

    document: which of the documents of the notebook; by hand `--EvaluationPDFExporter.document=working_paper`.
    """
    found = entry_points(group=_GROUP, name=exporter)
    if not found:
        raise LookupError(f"no exporter {exporter!r} is installed; install the package again: pip install -e .")
    content, _ = next(iter(found)).load()(document=str(document)).from_filename(str(executed))
    return content.encode("utf-8") if isinstance(content, str) else bytes(content)


def load_exporters(names: tuple[str, ...]) -> None:
    """Import what the exports will need."""
    for name in names:
        for point in entry_points(group=_GROUP, name=name):
            point.load()
