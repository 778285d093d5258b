"""The process that all reports are forked from has loaded everything and holds nothing that a fork does not bear."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from poverty_evaluation.operations.workers import local

ROOT = Path(__file__).resolve().parents[4]
PROGRAM = """
import gc, os, sys
import poverty_evaluation.operations.workers.warm as warm
import matplotlib._pylab_helpers, zmq
def files():
    names = (os.path.realpath(f"/proc/self/fd/{number}") for number in os.listdir("/proc/self/fd"))
    return [name for name in names if os.path.isfile(name)]
reading, writing = os.pipe()
if os.fork() == 0:
    os.write(writing, repr(files()).encode())
    os._exit(0)
os.wait()
print(dict(
    threads=len(os.listdir("/proc/self/task")),
    files_in_child=eval(os.read(reading, 9999)),
    figures=len(matplotlib._pylab_helpers.Gcf.figs),
    context=zmq.Context._instance is not None,
    frozen=gc.get_freeze_count(),
    collects=gc.isenabled(),
    exporters=sys.modules["poverty_evaluation.operations.exporting"]._exporter.cache_info().currsize,
    missing=[name for name in warm.MODULES if name not in sys.modules],
    references=len(sys.modules["poverty_evaluation.reference.loading"]._loaded),
    shell="IPython" in sys.modules and sys.modules["IPython"].get_ipython() is not None,
))
"""


@pytest.fixture(scope="module")
def seen():
    environment = {**os.environ, **local._ONE_THREAD, **local._WHILE_LOADING, local._DATA_ROOT: str(ROOT / "data")}
    ended = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, env=environment,
                           stdin=subprocess.DEVNULL)  # fmt: skip
    assert ended.stderr == ""
    return ast.literal_eval(ended.stdout)


def test_it_has_one_thread(seen):
    """A lock that another thread holds during the fork is never released in the copy."""
    assert seen["threads"] == 1


def test_a_copy_shares_no_open_file(seen):
    """Copies that read one open file move each other's place in it."""
    assert seen["files_in_child"] == []


def test_it_has_no_figure_no_socket_no_shell(seen):
    assert (seen["figures"], seen["context"], seen["shell"]) == (0, False, False)


def test_everything_is_loaded_and_frozen(seen):
    assert seen["missing"] == []
    assert seen["references"] == 1
    assert seen["frozen"] > 100_000
    assert seen["exporters"] == 4  # both pages, the workbook, the Word file: the specimen was written to its end


def test_its_copies_collect_garbage(seen):
    assert seen["collects"]
