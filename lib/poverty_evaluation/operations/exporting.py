"""Xuất bản: the nbconvert exporters, called by the names that `jupyter nbconvert --to` knows."""

from __future__ import annotations

import functools
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from poverty_evaluation.evaluation.blocks import DocumentKind

if TYPE_CHECKING:
    from nbformat import NotebookNode

_GROUP = "nbconvert.exporters"


def export(executed: Path, exporter: str, document: DocumentKind = DocumentKind.REPORT) -> bytes:
    """What `jupyter nbconvert --to <exporter>` writes for an executed notebook. LookupError on an unknown name.

    document: which of the documents of the notebook; by hand `--EvaluationPDFExporter.document=working_paper`.
    """
    found = entry_points(group=_GROUP, name=exporter)
    if not found:
        raise LookupError(f"no exporter {exporter!r} is installed; install the package again: pip install -e .")
    notebook = _read(executed, executed.stat().st_mtime_ns)
    resources = {"metadata": {"name": executed.stem, "path": str(executed.parent)}}
    content, _ = next(iter(found)).load()(document=str(document)).from_notebook_node(notebook, resources)
    return content.encode("utf-8") if isinstance(content, str) else bytes(content)


@functools.lru_cache(maxsize=1)
def _read(executed: Path, changed: int) -> NotebookNode:
    """The notebook, read once for all of its exports; that of a large period takes a second."""
    from nbformat import v4

    return v4.reads(executed.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def load_exporters(names: tuple[str, ...]) -> None:
    """Import what the exports will need."""
    for name in names:
        for point in entry_points(group=_GROUP, name=name):
            point.load()
