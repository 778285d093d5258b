"""Sổ tay đã chạy, mang đi được: an executed notebook without the private folders of the run that executed it."""

from __future__ import annotations

import json
from pathlib import Path

from poverty_evaluation.vocabulary.json_text import indented
from poverty_evaluation.workspace.atomic import write_text

_INJECTED = "injected-parameters"


def make_portable(executed: Path, notebook: str, work_dir: Path, default_work_dir: str) -> None:
    """Take the private folders of the run out of an executed notebook, so that it can be run again by hand.

    The work folder of a run is gone once the run has ended, its contents lie in the default place: the parameter
    becomes empty, and where outputs name the folder they name the default one. Paths of the notebook itself become
    names.
    """
    content = json.loads(executed.read_text(encoding="utf-8"))
    papermill = content["metadata"]["papermill"]
    papermill["input_path"] = f"notebooks/{notebook}"
    papermill["output_path"] = f"executed/{executed.name}"
    papermill["parameters"]["work_dir"] = ""
    for cell in content["cells"]:
        if _INJECTED in cell["metadata"].get("tags", ()):
            lines = "".join(cell["source"]).splitlines(keepends=True)
            cell["source"] = ['work_dir = ""\n' if line.startswith("work_dir = ") else line for line in lines]
    text = indented(content).replace(_in_json(str(work_dir)), _in_json(default_work_dir))
    write_text(executed, text + "\n")


def _in_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]
