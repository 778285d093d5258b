"""Chạy sổ tay: a notebook executed as a function through papermill, and what went wrong told in plain words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from poverty_evaluation.operations.engines.engine import NotebookFailed, NotebookRefused, UnknownParameters
from poverty_evaluation.operations.progress import CellCounter
from poverty_evaluation.workspace.atomic import write_text
from poverty_evaluation.workspace.start_up import skip_slow_import_of_jsonschema

skip_slow_import_of_jsonschema()

from nbclient.exceptions import DeadKernelError  # noqa: E402
from nbformat import NotebookNode  # noqa: E402
from papermill import inspect_notebook  # noqa: E402
from papermill.engines import papermill_engines  # noqa: E402
from papermill.exceptions import PapermillExecutionError, strip_color  # noqa: E402
from papermill.execute import (  # noqa: E402
    prepare_notebook_metadata,
    raise_for_execution_errors,
    remove_error_markers,
)
from papermill.iorw import load_notebook_node  # noqa: E402
from papermill.parameterize import parameterize_notebook  # noqa: E402

from poverty_evaluation.operations.engines.portable import portable_text  # noqa: E402

_KERNEL = "python3"
_INJECTED = "injected-parameters"
#: The class name under which a notebook refuses its input.
_INPUT_ERROR = "InputError"


def execute(
    notebook: Path,
    output: Path,
    parameters: Mapping[str, str],
    count: CellCounter,
    engine: str | None,
    **settings: Any,
) -> None:
    """Execute a notebook with parameters and save it, executed, at `output`; by an engine that papermill knows.

    Parameters are checked by name first (UnknownParameters). NotebookRefused when a cell raised InputError,
    NotebookFailed when one failed otherwise; the notebook is saved as far as it got.
    """
    declared = inspect_notebook(str(notebook))
    unknown = sorted(set(parameters) - set(declared))
    if unknown:
        raise UnknownParameters(f"{notebook.name} declares {', '.join(declared) or 'none'}, not {', '.join(unknown)}")
    output.parent.mkdir(parents=True, exist_ok=True)
    cells = _code_cells(_read(notebook))
    total = len(cells) + bool(parameters)  # papermill adds a cell with the parameters
    begun = 0

    def on_cell_execute(cell: Any, cell_index: int) -> None:
        nonlocal begun
        begun += 1
        count(begun, total)

    try:
        executed = _executed(
            notebook,
            output,
            parameters,
            engine_name=engine,
            autosave_cell_every=0,
            on_cell_execute=on_cell_execute,
            **settings,
        )
    except DeadKernelError:
        raise kernel_died(notebook, begun, parameters) from None
    except PapermillExecutionError as error:
        if error.ename == _INPUT_ERROR:
            raise NotebookRefused(strip_color(error.evalue)) from None
        raise NotebookFailed(
            notebook=notebook.name,
            cell=_number_in_source(error, output),
            source=error.source,
            error=f"{error.ename}: {strip_color(error.evalue)}",
            traceback=strip_color("\n".join(error.traceback)),
        ) from None
    write_text(output, portable_text(executed, notebook, output, parameters))


def _executed(notebook: Path, output: Path, parameters: Mapping[str, str], **settings: Any) -> NotebookNode:
    """What `papermill.execute_notebook` does, without saving what has succeeded: that is done once, by who asked."""
    content = load_notebook_node(str(notebook))
    if parameters:
        engine = settings["engine_name"]
        content = parameterize_notebook(content, dict(parameters), kernel_name=_KERNEL, engine_name=engine)
    content = remove_error_markers(prepare_notebook_metadata(content, str(notebook), str(output), report_mode=False))
    executed: NotebookNode = papermill_engines.execute_notebook_with_engine(
        nb=content, output_path=None, kernel_name=_KERNEL, progress_bar=False, **settings
    )
    raise_for_execution_errors(executed, str(output))  # saves it as far as it got, and raises
    return executed


def kernel_died(notebook: Path, begun: int, parameters: Mapping[str, str]) -> NotebookFailed:
    """The process of a notebook ended by itself, so many of its cells having begun."""
    return NotebookFailed(
        notebook=notebook.name,
        cell=max(begun - bool(parameters), 1),
        source="",
        error="DeadKernelError: Kernel died (out of memory?)",
        traceback="The process of the notebook ended by itself; nothing of it was saved.",
    )


def _number_in_source(error: PapermillExecutionError, output: Path) -> int:
    """papermill's cell numbers count the cells it adds; people count the code cells of the file they open."""
    cells = _code_cells(_read(output))
    number = 0
    for cell in cells:
        number += _INJECTED not in cell["metadata"].get("tags", ())
        if cell.get("execution_count") == error.exec_count:
            break
    return number


def _code_cells(notebook: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content
