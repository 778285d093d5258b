"""Xuất bản: the nbconvert exporters, called by the names that `jupyter nbconvert --to` knows."""

from __future__ import annotations

import functools
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poverty_evaluation.evaluation.blocks import DocumentKind

if TYPE_CHECKING:
    from poverty_evaluation.presentation.executed import Shown

_GROUP = "nbconvert.exporters"


def export(
    executed: Path, exporter: str, document: DocumentKind = DocumentKind.REPORT, shown: tuple[Shown, ...] = ()
) -> bytes:
    """What `jupyter nbconvert --to <exporter>` writes for an executed notebook. LookupError on an unknown name.

    document: which of the documents of the notebook; by hand `--EvaluationPDFExporter.document=working_paper`.
    shown: the blocks of the notebook where the caller has read them; otherwise they are read here.
    """
    import nbformat

    made = _exporter(exporter, document)
    if shown:
        resources = {"metadata": {"name": executed.stem, "path": str(executed.parent)}, "evaluation_shown": shown}
        content, _ = made.from_notebook_node(nbformat.v4.new_notebook(), resources)
    else:
        content, _ = made.from_filename(str(executed))
    return content.encode("utf-8") if isinstance(content, str) else bytes(content)


@functools.cache
def _exporter(name: str, document: DocumentKind) -> Any:
    """The exporter, made once in a process: it compiles its template when it is first used."""
    found = _entry_points(name)
    if not found:
        raise LookupError(f"no exporter {name!r} is installed; install the package again: pip install -e .")
    return found[0].load()(document=str(document))


@functools.cache
def _entry_points(name: str) -> tuple[EntryPoint, ...]:
    return tuple(entry_points(group=_GROUP, name=name))


def load_exporters(names: tuple[str, ...]) -> None:
    """Import what the exports will need."""
    for name in names:
        for point in _entry_points(name):
            point.load()
