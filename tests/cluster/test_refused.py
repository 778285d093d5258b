"""What a cluster refuses: another version of the program, folders that a machine does not see, a package not there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from poverty_evaluation.operations.cluster.executor import DaskExecutor
from poverty_evaluation.operations.cluster.node import inspect_machine
from poverty_evaluation.operations.cluster.receipts import open_receipts
from poverty_evaluation.vocabulary.errors import InputError

ROOT = Path(__file__).resolve().parents[2]


def test_another_version_on_a_machine(cluster_kit, machines, project, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(ROOT / "lib", other, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    with (other / "poverty_evaluation" / "__init__.py").open("a", encoding="utf-8") as file:
        file.write("# one line more\n")
    machines.scheduler()
    rest = machines.environment["PYTHONPATH"].replace(str(ROOT / "lib"), str(other))
    machines.worker("old-office-pc", "--no-nanny", PYTHONPATH=rest)
    batch = cluster_kit.Batch(machines.address, project.tasks())
    with pytest.raises(InputError) as refused:
        batch.end()
    message = refused.value.message()
    assert "old-office-pc" in message
    assert "cùng một phiên bản chương trình" in message
    assert "the same version of the program" in message
    assert "poverty-evaluation" in message
    assert batch.events == []
    assert not any(project.outputs.rglob("run.json"))


def test_no_scheduler(cluster_kit, project, monkeypatch):
    monkeypatch.setattr("poverty_evaluation.operations.cluster.connection._FIRST_SECONDS", 0.5)
    address = f"tcp://127.0.0.1:{cluster_kit.free_port()}"
    with pytest.raises(InputError) as refused:
        next(DaskExecutor(address).run(project.tasks()))
    assert address in refused.value.message()
    assert "dask scheduler" in refused.value.message()


@pytest.mark.parametrize("address", ["192.168.1.10", "nothing://192.168.1.10:8786", "tls://127.0.0.1:8786"])
def test_what_is_no_address(project, address):
    with pytest.raises(InputError) as refused:
        next(DaskExecutor(address).run(project.tasks()))
    assert address in refused.value.message()


@pytest.mark.parametrize(("busy", "reason"), [(1, "ConnectionRefusedError"), (2, "too busy")])
def test_a_client_that_does_not_begin_in_time_is_begun_once_more(project, monkeypatch, busy, reason):
    begun = []

    def client(*given, **more):
        begun.append(given)
        if len(begun) <= busy:
            raise AssertionError  # as distributed does
        raise ConnectionRefusedError("ConnectionRefusedError")

    monkeypatch.setattr("distributed.Client", client)
    with pytest.raises(InputError) as refused:
        next(DaskExecutor("tcp://127.0.0.1:8786").run(project.tasks()))
    assert reason in refused.value.message()
    assert len(begun) == 2


def test_a_machine_that_does_not_see_the_folders(project, tmp_path):
    data, outputs, elsewhere = str(project.data), str(project.outputs), str(tmp_path / "elsewhere")
    open_receipts(outputs, "batch")
    assert inspect_machine("batch", ((data, outputs),))[1] == []
    assert inspect_machine("batch", ((elsewhere, outputs),))[1] == [elsewhere]
    assert inspect_machine("batch", ((data, elsewhere),))[1] == [elsewhere]
    assert inspect_machine("another batch", ((data, outputs),))[1] == [outputs]


def test_without_the_package_it_is_said_how_to_install_it(tmp_path):
    program = (
        "import sys; sys.modules['distributed'] = None\n"
        "from poverty_evaluation.cli import main\n"
        "sys.argv[1:] = 'batch --places bac-giang-province --periods 2010 --scheduler tcp://127.0.0.1:8786'.split()\n"
        f"sys.argv += ['--output', {str(tmp_path)!r}]\n"
        "main()\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT)
    assert ended.returncode == 2
    assert ended.stderr.count('pip install "poverty-evaluation[cluster]"') == 2
    assert "chưa được cài" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_without_a_scheduler_the_package_is_not_looked_for():
    program = (
        "import sys\nfrom poverty_evaluation.operations.batch.executors import executor_for\n"
        "executor_for(1)\nprint([name for name in ('distributed', 'dask', 'fsspec') if name in sys.modules])\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"
