"""What a notebook changes in its process is put back, item by item, and the next one begins afresh."""

from __future__ import annotations

import json
import locale
import logging
import os
import random
import signal
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from matplotlib import pyplot as plt

from poverty_evaluation.operations.engines.in_process import InProcessEngine
from poverty_evaluation.operations.engines.isolation import put_back


def test_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEPT", "1")
    with put_back():
        os.environ["ADDED"] = "x"
        os.environ["KEPT"] = "2"
        del os.environ["PATH"]
    assert os.environ["KEPT"] == "1"
    assert "ADDED" not in os.environ
    assert "PATH" in os.environ


def test_the_current_folder(tmp_path: Path) -> None:
    before = Path.cwd()
    with put_back():
        os.chdir(tmp_path)
    assert Path.cwd() == before


def test_where_modules_are_looked_for() -> None:
    path, content = sys.path, list(sys.path)
    with put_back():
        sys.path.insert(0, "/somewhere")
        sys.path = ["/elsewhere"]
    assert sys.path is path
    assert sys.path == content


def test_arguments_and_limits() -> None:
    arguments, limit = list(sys.argv), sys.getrecursionlimit()
    with put_back():
        sys.argv[:] = ["x"]
        sys.setrecursionlimit(limit + 77)
    assert sys.argv == arguments
    assert sys.getrecursionlimit() == limit


def test_the_hooks_of_the_interpreter() -> None:
    hooks = sys.excepthook, sys.displayhook
    with put_back():
        sys.excepthook = sys.displayhook = print  # type: ignore[assignment]
    assert (sys.excepthook, sys.displayhook) == hooks


def test_random_numbers_as_before_and_others_inside() -> None:
    random.seed(1)
    np.random.seed(1)
    expected = random.random(), np.random.rand()
    random.seed(1)
    np.random.seed(1)
    with put_back():
        inside = random.random(), np.random.rand()
    assert inside[0] != expected[0]
    assert inside[1] != expected[1]
    assert (random.random(), np.random.rand()) == expected


def test_filters_of_warnings_and_what_was_told_once() -> None:
    registry: dict[Any, Any] = {}

    def warn() -> None:
        warnings.warn_explicit("một lần", UserWarning, "f.py", 1, registry=registry)

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("default")
        before = list(warnings.filters)
        warn()
        warn()
        with put_back():
            warnings.simplefilter("ignore")
        assert list(warnings.filters) == before
        warn()
    assert len(told) == 2


def test_logging() -> None:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    with put_back():
        assert root.handlers == []
        assert root.level == logging.WARNING
        logging.basicConfig(level=logging.DEBUG, force=True)
        logging.disable(logging.CRITICAL)
    assert root.handlers == handlers
    assert root.level == level
    assert logging.root.manager.disable == logging.NOTSET


def test_the_locale() -> None:
    before = locale.setlocale(locale.LC_ALL)
    with put_back():
        locale.setlocale(locale.LC_ALL, "C")
    assert locale.setlocale(locale.LC_ALL) == before


def test_handlers_of_signals() -> None:
    before = signal.getsignal(signal.SIGUSR1)
    with put_back():
        signal.signal(signal.SIGUSR1, lambda number, frame: None)
    assert signal.getsignal(signal.SIGUSR1) is before


def test_charts_and_their_settings() -> None:
    before = dict(mpl.rcParams)
    with put_back():
        plt.switch_backend("agg")
        mpl.rcParams["figure.figsize"] = (1, 1)
        plt.style.use("ggplot")
        plt.figure()
    assert plt.get_fignums() == []
    assert dict(mpl.rcParams) == before


def test_how_tables_are_shown() -> None:
    before = pd.get_option("display.max_rows")
    with put_back():
        pd.set_option("display.max_rows", 3)
    assert pd.get_option("display.max_rows") == before


def test_it_is_put_back_after_an_error() -> None:
    def fail() -> None:
        with put_back():
            os.environ["ADDED"] = "x"
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert "ADDED" not in os.environ


@pytest.fixture
def executed(notebook: Callable[..., Path], tmp_path: Path) -> Callable[..., list[str]]:
    """Executes notebooks one after the other in this process; what the cells of the last one show as values."""

    def run(*notebooks: tuple[str, ...]) -> list[str]:
        output = tmp_path / "executed.ipynb"
        with InProcessEngine().started() as running:
            for sources in notebooks:
                running.execute(notebook("n.ipynb", *sources), output, {}, lambda done, total: None)
        cells = json.loads(output.read_text(encoding="utf-8"))["cells"]
        return [
            "".join(shown["data"]["text/plain"])
            for cell in cells
            for shown in cell.get("outputs", ())
            if "data" in shown
        ]

    return run


def test_the_next_notebook_has_names_history_and_counts_of_its_own(executed: Callable[..., list[str]]) -> None:
    told = executed(
        ("value = 1", "value"), ("'value' in globals()", "len(Out), len(In), get_ipython().execution_count")
    )
    assert told == ["False", "(1, 4, 4)"]


def test_the_next_notebook_has_formatters_and_hooks_of_its_own(executed: Callable[..., list[str]]) -> None:
    spoil = (
        "shell = get_ipython()\n"
        "shell.display_formatter.formatters['text/plain'].for_type(int, lambda v, p, c: p.text('spoilt'))\n"
        "shell.events.register('post_execute', lambda: display('spoilt'))\n"
        "shell.register_magic_function(lambda line: line, magic_name='spoilt')"
    )
    assert executed((spoil,), ("7", "'spoilt' in get_ipython().magics_manager.magics['line']")) == ["7", "False"]


def test_the_next_notebook_draws_its_own_charts(executed: Callable[..., list[str]]) -> None:
    draw = ("import matplotlib.pyplot as plt", "plt.plot([1, 2]);", "plt.figure(figsize=(1, 1))\nplt.plot([1]);")
    once, twice = executed(draw), executed(draw, draw)
    assert twice == once
    assert once[-2:] == ["<Figure size 640x480 with 1 Axes>", "<Figure size 100x100 with 1 Axes>"]


def test_the_next_notebook_gets_other_random_numbers(executed: Callable[..., list[str]]) -> None:
    draw = ("import random", "random.random()")
    assert executed(draw) != executed(draw)
    seeded = ("import random\nrandom.seed(1)", "random.random()")
    assert executed(seeded, draw) != executed(seeded)


def test_tasks_left_over_end_with_their_notebook(executed: Callable[..., list[str]]) -> None:
    forever = "import asyncio\nasync def forever():\n    while True:\n        await asyncio.sleep(0.01)\n"
    told = executed(
        (forever + "task = asyncio.create_task(forever())",), ("import asyncio", "len(asyncio.all_tasks())")
    )
    assert told == ["1"]


def test_this_process_is_as_it_was(executed: Callable[..., list[str]]) -> None:
    main, streams = sys.modules["__main__"], (sys.stdout, sys.stderr)
    descriptors = [os.fstat(number) for number in (1, 2)]
    opened = len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0
    executed(("import os\nos.write(1, b'x')", "get_ipython()"))
    assert sys.modules["__main__"] is main
    assert (sys.stdout, sys.stderr) == streams
    assert [os.fstat(number).st_ino for number in (1, 2)] == [one.st_ino for one in descriptors]
    assert "get_ipython" not in __builtins__  # type: ignore[operator]
    if sys.platform == "linux":
        assert len(os.listdir("/proc/self/fd")) == opened
