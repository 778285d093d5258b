"""Real schedulers and workers on this machine, and a small project whose reports wait where a test wants them to."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import nbformat
import pytest

from poverty_evaluation.operations.cluster.executor import DaskExecutor
from poverty_evaluation.operations.requests import RunRequest
from poverty_evaluation.operations.workers.tasks import Finished, ReportTask, Started

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120

DEFAULTS = 'place = ""\nperiod = ""\nlanguage = "vi"\ndata_dir = ""\nwork_dir = ""'
OPEN = """
from poverty_evaluation.workspace.locations import open_run
run = open_run(place, period, language, data_dir, work_dir)"""
#: Says that it has begun, and waits until the gate is open.
GATE = """
import os, time
from pathlib import Path
gates = Path(os.environ["GATES"])
(gates / f"{place}.{os.getpid()}.begun").touch()
while not (gates / "open").exists():
    time.sleep(0.05)"""
BUILT = """
with (gates / "built.txt").open("a") as file:
    file.write(place + "\\n")"""
REPORT = """
from fractions import Fraction
from poverty_evaluation.evaluation.blocks import Document, Heading, Letterhead, Paragraph, Text
from poverty_evaluation.presentation import jupyter
from poverty_evaluation.vocabulary.values import IndicatorValue
jupyter.enable(language)
head = Letterhead("", "UBND", "BC-UBND", "Alpha", "BÁO CÁO", "thử", ("Tỉnh",), "DỰ THẢO")
households = int((run.period_folder / "households.txt").read_text())
value = IndicatorValue("poor_households@1/2017", "poor_households", "Số hộ nghèo", "Poor households",
                       Fraction(households), "households")
document = Document("Thử", place, "Alpha", period, "năm 2017", language, "people_committee", "draft", "superior",
                    head, (value,), ())
jupyter.show(document, Heading(1, "I", "Kết quả"), Paragraph((Text(f"Câu của {place}."),)))
"""


class Project:
    """A project in a folder of its own: places p0, p1, … with one period each."""

    period = "2017"

    def __init__(self, root: Path, places: int) -> None:
        self.root = root
        self.places = [f"p{number}" for number in range(places)]
        self.data, self.outputs, self.gates = root / "data", root / "outputs", root / "gates"
        for folder in (self.data / "reference", root / "notebooks", self.outputs, self.gates):
            folder.mkdir(parents=True)
        (self.data / "reference" / "units.csv").write_text("unit\n", encoding="utf-8")
        for number, place in enumerate(self.places):
            folder = self.data / "periods" / place / self.period
            folder.mkdir(parents=True)
            (folder / "report.yml").write_text("leading_standard: s1\nvintage: official\n", encoding="utf-8")
            (folder / "households.txt").write_text(str(1000 + number), encoding="utf-8")
        self._write("01_ingest", OPEN, GATE)
        self._write("02_analysis", OPEN)
        self._write("03_report", OPEN, REPORT, GATE.splitlines()[3], BUILT)

    def open_gate(self) -> None:
        (self.gates / "open").touch()

    def begun(self) -> set[str]:
        """The places whose report has begun."""
        return {path.name.split(".")[0] for path in self.gates.glob("*.begun")}

    def processes(self) -> set[int]:
        """The processes of the reports that have begun."""
        return {int(path.name.split(".")[1]) for path in self.gates.glob("*.begun")}

    def built(self) -> list[str]:
        """The places whose last notebook came to its end, once for each time."""
        path = self.gates / "built.txt"
        return path.read_text().split() if path.is_file() else []

    def tasks(self, data: str = "", outputs: str = "") -> list[ReportTask]:
        return [
            ReportTask(RunRequest(place, self.period, data or str(self.data), outputs or str(self.outputs), "html"))
            for place in self.places
        ]

    def _write(self, name: str, *sources: str) -> None:
        preamble = "import os\nfrom pathlib import Path\n"
        cells = [nbformat.v4.new_code_cell(DEFAULTS, metadata={"tags": ["parameters"]})]
        cells += [nbformat.v4.new_code_cell(preamble + source) for source in sources]
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        content = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        nbformat.write(content, self.root / "notebooks" / f"{name}.ipynb")


class Machines:
    """A scheduler and workers, each a process of its own as `dask scheduler` and `dask worker` start them."""

    def __init__(self, folder: Path, project: Path) -> None:
        self._folder, self._project = folder, project
        self._logs = 0
        self.started: list[subprocess.Popen[bytes]] = []
        self.port = free_port()
        self.environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(ROOT / "lib"), *filter(None, [os.environ.get("PYTHONPATH")])]),
            "GATES": str(project / "gates"),
            "POVERTY_EVALUATION_CACHE": str(folder / "cache"),
        }

    @property
    def address(self) -> str:
        return f"tcp://127.0.0.1:{self.port}"

    def scheduler(self) -> subprocess.Popen[bytes]:
        options = ["--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard", "--no-show"]
        process = self._start("distributed.cli.dask_scheduler", *options)
        wait_until(lambda: _listens(self.port), "the scheduler listens")
        return process

    def worker(self, name: str, *options: str, **environment: str) -> subprocess.Popen[bytes]:
        """A worker that builds one report at a time."""
        own = ["--name", name, "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1"]
        own += ["--local-directory", str(self._folder / f"dask-{name}"), "--death-timeout", "60", *options]
        return self._start("distributed.cli.dask_worker", self.address, *own, **environment)

    def end(self) -> None:
        for process in self.started:
            kill(process)

    def _start(self, module: str, *options: str, **environment: str) -> subprocess.Popen[bytes]:
        self._logs += 1
        with (self._folder / f"log-{self._logs}.txt").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", module, *options],
                cwd=self._project, env={**self.environment, **environment}, stdout=log, stderr=log,
                start_new_session=True,
            )  # fmt: skip
        self.started.append(process)
        return process


class Batch:
    """A batch that is being built while the test does something to the machines."""

    def __init__(self, address: str, tasks: list[ReportTask], patience: float = PATIENCE) -> None:
        self.events = []
        self.error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, args=(DaskExecutor(address, patience), tasks), daemon=True)
        self._thread.start()

    @property
    def outcomes(self):
        return [event.outcome for event in self.events if isinstance(event, Finished)]

    def machines(self) -> set[str]:
        """Where reports were begun, by the name of the worker."""
        return {event.where.rpartition("(")[2].rstrip(")") for event in self.events if isinstance(event, Started)}

    def end(self):
        """Every outcome, by place; the error that ended the batch is raised."""
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive(), self.events
        if self.error is not None:
            raise self.error
        return {outcome.task.request.place: outcome for outcome in self.outcomes}

    def _run(self, executor: DaskExecutor, tasks: list[ReportTask]) -> None:
        try:
            for event in executor.run(tasks):
                self.events.append(event)
        except BaseException as error:
            self.error = error


@pytest.fixture(scope="session")
def cluster_kit():
    """What the tests here share: this module."""
    return sys.modules[__name__]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Four places; whoever runs is in the folder of the project."""
    made = Project(tmp_path / "project", places=4)
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture
def machines(tmp_path, project):
    """No scheduler and no worker yet; whatever the test starts is gone after it."""
    started = Machines(tmp_path, project.root)
    yield started
    started.end()


def file_server(folder: Path, port: int) -> subprocess.Popen[bytes]:
    """A server of files in a folder, started and listening."""
    program = Path(__file__).with_name("serve_files.py")
    command = [sys.executable, str(program), str(folder), str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    wait_until(lambda: _listens(port), "the file server listens")
    return server


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and all of its group at once, as a machine that loses its power."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_until(condition, what: str, seconds: float = PATIENCE) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds} s: {what}"
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0
