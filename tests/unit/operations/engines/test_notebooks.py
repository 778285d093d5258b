"""Notebooks run in a kernel or in this process; what went wrong is told by the cell that people see."""

import json
import os
import sys

import pytest

from poverty_evaluation.operations.engines.engine import NotebookFailed, NotebookRefused, UnknownParameters
from poverty_evaluation.operations.engines.in_process import InProcessEngine
from poverty_evaluation.operations.engines.kernels import KernelEngine

ENGINES = [InProcessEngine(), KernelEngine()]


@pytest.fixture(params=ENGINES, ids=["in process", "kernel"])
def run(request, tmp_path):
    def run_one(notebook, **parameters):
        output, counted = tmp_path / "executed" / notebook.name, []
        with request.param.started() as running:
            running.execute(notebook, output, parameters, lambda done, total: counted.append((done, total)))
        return json.loads(output.read_text(encoding="utf-8")), counted

    return run_one


@pytest.fixture
def in_kernel(tmp_path):
    def run_one(notebook, **parameters):
        with KernelEngine().started() as running:
            running.execute(notebook, tmp_path / "o.ipynb", parameters, lambda done, total: None)

    return run_one


def printed(content):
    return "".join(
        "".join(output["text"])
        for cell in content["cells"]
        if cell["cell_type"] == "code"
        for output in cell["outputs"]
        if output["output_type"] == "stream"
    )


def test_parameters_arrive_and_the_interpreter_is_this_one(notebook, run):
    content, counted = run(notebook("ok.ipynb", "import sys; print(sys.executable, repr(place))"), place="2017")
    assert printed(content) == f"{sys.executable} '2017'\n"
    assert counted == [(1, 3), (2, 3), (3, 3)]


def test_kernels_of_other_environments_are_not_asked_for(notebook, run, tmp_path, monkeypatch):
    folder = tmp_path / "jupyter" / "kernels" / "python3"
    folder.mkdir(parents=True)
    (folder / "kernel.json").write_text(
        '{"argv": ["/nowhere/python", "{connection_file}"], "display_name": "x", "language": "python"}',
        encoding="utf-8",
    )
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    content, _ = run(notebook("ok.ipynb", "import sys; print(sys.executable)"))
    assert printed(content) == f"{sys.executable}\n"


def test_start_up_files_of_the_user_are_not_read(notebook, run, tmp_path, monkeypatch):
    startup = tmp_path / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00.py").write_text("print('from the user')", encoding="utf-8")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    content, _ = run(notebook("ok.ipynb", "print('alone')"))
    assert printed(content) == "alone\n"


def test_unknown_parameters_are_refused_before_anything_runs(notebook, run, tmp_path):
    with pytest.raises(UnknownParameters, match=r"ok\.ipynb declares place, period, work_dir, not plce"):
        run(notebook("ok.ipynb"), plce="x")
    assert not (tmp_path / "executed").exists()


def test_an_input_error_is_a_refusal_with_its_own_words(notebook, run):
    raising = "from poverty_evaluation.workspace.locations import open_run\nopen_run('nowhere', '20-17', data_dir='/x')"
    with pytest.raises(NotebookRefused) as caught:
        run(notebook("refuses.ipynb", raising))
    assert "Có 2 vấn đề cần sửa" in str(caught.value)
    assert "2 problems to mend" in str(caught.value)
    assert "Traceback" not in str(caught.value)


def test_a_failing_cell_is_named_as_people_count(notebook, run):
    with pytest.raises(NotebookFailed) as caught:
        run(notebook("fails.ipynb", "x = 0", "1 / x", "x"))
    error = caught.value
    assert (error.notebook, error.cell, error.source) == ("fails.ipynb", 3, "1 / x")
    assert error.error == "ZeroDivisionError: division by zero"
    assert "\x1b" not in error.traceback
    assert str(error) == "fails.ipynb, cell 3: ZeroDivisionError: division by zero"


def test_a_kernel_that_dies_is_a_failure_of_its_cell(notebook, in_kernel):
    with pytest.raises(NotebookFailed) as caught:
        in_kernel(notebook("dies.ipynb", "import os", "os._exit(1)"), place="x")
    assert (caught.value.notebook, caught.value.cell) == ("dies.ipynb", 3)
    assert "DeadKernelError" in caught.value.error


def test_an_executed_notebook_can_be_run_again_by_hand(notebook, run, tmp_path):
    path = notebook("01_ok.ipynb", "work_dir")
    run(path, place="alpha-city", period="2017", work_dir=str(tmp_path / "private"))
    executed = tmp_path / "executed" / "01_ok.ipynb"
    assert str(tmp_path) not in executed.read_text(encoding="utf-8")
    content = json.loads(executed.read_text(encoding="utf-8"))
    injected = next(cell for cell in content["cells"] if "injected-parameters" in cell["metadata"]["tags"])
    assert 'place = "alpha-city"\n' in injected["source"]
    assert 'work_dir = ""\n' in injected["source"]
    assert content["cells"][-1]["outputs"][0]["data"]["text/plain"] == ["'outputs/.work/alpha-city/2017'"]


def test_every_kernel_is_ended(notebook, run, tmp_path):
    content, _ = run(notebook("ok.ipynb", "import os; print(os.getpid())"))
    process = int(printed(content))
    if process != os.getpid():
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
