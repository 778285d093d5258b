"""Sổ tay đã chạy, mang đi được: the text of an executed notebook, without the private folders of its run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4.rwbase import split_lines, strip_transient

from poverty_evaluation.vocabulary.json_text import indented

#: Where the entries of a list stand that a block holds which an output of a cell shows: each on a line.
_LISTED = 9
_INJECTED = "injected-parameters"


def portable_text(executed: NotebookNode, notebook: Path, output: Path, parameters: Mapping[str, str]) -> str:
    """What nbformat would write of an executed notebook, but so that it can be run again by hand; uses the object up.

    The work folder of a run is gone once the run has ended, its contents lie in the default place: the parameter
    becomes empty, and where outputs name the folder they name the default one. Paths of the notebook itself become
    names.
    """
    papermill = executed.metadata.papermill
    papermill.input_path = f"notebooks/{notebook.name}"
    papermill.output_path = f"executed/{output.name}"
    work_dir = parameters.get("work_dir", "")
    if work_dir:
        papermill.parameters.work_dir = ""
        for cell in executed.cells:
            if _INJECTED in cell.metadata.get("tags", ()):
                cell.source = "".join(map(_without_folder, cell.source.splitlines(keepends=True)))
    text = indented(split_lines(strip_transient(executed)), sort_keys=True, depth=_LISTED)
    if work_dir:
        default = f"outputs/.work/{parameters.get('place', '')}/{parameters.get('period', '')}"
        text = text.replace(_in_json(work_dir), _in_json(default))
    return text + "\n"


def _without_folder(line: str) -> str:
    return 'work_dir = ""\n' if line.startswith("work_dir = ") else line


def _in_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]
