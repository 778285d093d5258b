"""Công cụ đo: what the benchmark of many reports calls whole, the same, and measured."""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
TASKS = [("xa-mau-70001", "2022"), ("xa-mau-70002", "2022")]


@pytest.fixture
def load(monkeypatch):
    """Imports a module of the benchmarks, which are no package."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    known = set(sys.modules)
    yield importlib.import_module
    for name in set(sys.modules) - known:
        if name.split(".")[0] in {"batch_parts", "measuring"}:
            del sys.modules[name]


@pytest.fixture
def root(tmp_path):
    lines = ["place,period,place_code,name_vi,name_en,reached,as_written,finding"]
    lines += [f"xa-mau-7000{n},2022,7000{n},xã Số {n},Commune {n},1000{n},10.00{n}," for n in (1, 2)]
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "planted.csv").write_text("\n".join(lines), encoding="utf-8")
    return folder


def published(outputs: Path, place: str, text: str, finished: str = "1") -> Path:
    folder = outputs / place / "2022"
    (folder / "executed").mkdir(parents=True)
    (folder / "executed" / "03_report.ipynb").write_text(
        json.dumps({"cells": [{"source": "x"}], "metadata": {"papermill": {"duration": finished}}}), encoding="utf-8"
    )
    (folder / "report.html").write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    record = {"place": place, "period": "2022", "outputs": [{"file": "report.html", "sha256": digest}]}
    (folder / "run.json").write_text(json.dumps({**record, "times": {"finished": finished}}), encoding="utf-8")
    return folder


def test_a_whole_folder_is_whole_and_an_absent_one_is_no_fault(load, root, tmp_path):
    checker = load("batch_parts.wholeness").Checker(root, TASKS)
    published(tmp_path / "outputs", "xa-mau-70001", "xã Số 1: 10.001 người")
    assert checker(tmp_path / "outputs") == (1, [])


@pytest.mark.parametrize(
    ("text", "fault"),
    [("xã Số 1: 10.001, 10.002 người", "10.002"), ("10.001 xã Số 2", "xã Số 2"), ("nothing", "its own")],
)
def test_what_is_another_s_or_not_its_own_is_told(load, root, tmp_path, text, fault):
    checker = load("batch_parts.wholeness").Checker(root, TASKS)
    published(tmp_path / "outputs", "xa-mau-70001", text)
    _, (found,) = checker(tmp_path / "outputs")
    assert fault in found


@pytest.mark.parametrize("spoil", ["report.html", "run.json", "executed/03_report.ipynb"])
def test_half_a_file_is_told(load, root, tmp_path, spoil):
    checker = load("batch_parts.wholeness").Checker(root, TASKS)
    folder = published(tmp_path / "outputs", "xa-mau-70001", "xã Số 1: 10.001 người")
    content = (folder / spoil).read_bytes()
    (folder / spoil).write_bytes(content[: len(content) // 2])
    assert checker(tmp_path / "outputs")[1]


def test_two_batches_may_differ_in_times_only(load, root, tmp_path):
    difference = load("batch_parts.wholeness").difference
    for batch, finished in (("one", "1"), ("other", "2")):
        published(tmp_path / batch, "xa-mau-70001", "10.001", finished)
    assert difference(tmp_path / "one", tmp_path / "other", TASKS[:1]) == []
    (tmp_path / "other" / "xa-mau-70001" / "2022" / "report.html").write_text("10.002", encoding="utf-8")
    (tmp_path / "other" / "xa-mau-70001" / "2022" / "more.txt").write_text("", encoding="utf-8")
    assert len(difference(tmp_path / "one", tmp_path / "other", TASKS[:1])) == 2


def measured(tmp_path: Path, command: str, options: str = "") -> dict[str, Any]:
    """What `measuring.run` says of a Python command; in a process of its own, for it waits for all its children."""
    (tmp_path / "command.py").write_text(command, encoding="utf-8")
    asked = (
        "import json, os, sys, measuring\n"
        f"spent = measuring.run([sys.executable, 'command.py'], {options})\n"
        "left = measuring.children_of(os.getpid())\n"
        "print(json.dumps({'cpu': spent.cpu, 'failure': spent.failure, 'told': spent.told, 'left': left}))"
    )
    environment = {**os.environ, "PYTHONPATH": str(BENCHMARKS)}
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_command_is_counted_with_what_outlives_it(tmp_path):
    busy = "import time; until = time.process_time() + 0.3\nwhile time.process_time() < until: pass"
    starts = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {busy!r}], start_new_session=True)"
    spent = measured(tmp_path, starts)
    assert spent["failure"] == ""
    assert spent["cpu"] > 0.3
    assert spent["left"] == []


@pytest.mark.parametrize(
    ("command", "options", "failure"),
    [
        ("import time; time.sleep(60)", "limit=0.2", "more than"),
        ("import sys; print('x', file=sys.stderr); sys.exit(3)", "", "3: x"),
        ("import sys; sys.exit(3)", "accepted=(0, 3)", ""),
    ],
)
def test_a_command_over_its_limit_or_with_an_error_is_a_failure(tmp_path, command, options, failure):
    found = measured(tmp_path, command, options)["failure"]
    assert failure in found and bool(failure) == bool(found)


def test_ratios_are_taken_round_by_round_and_failures_are_told(load):
    table = load("batch_parts.table").table
    round_of = {
        "stock": {"wall": 20.0, "cpu": 20.0},
        "batch": {"wall": 0.5, "cpu": 1.0, "cpu_of_children": 0.9, "built": 4},
        "cold": {"failure": "out of luck"},
        "plain": {kind: {"core": 0.5, "displayed": 0.6, "published": 0.8} for kind in ("wall", "cpu")},
    }
    entry = {"measured": "2026-01-01T00:00:00", "load": 0.1, "commit": "abc", "complete": True}
    entry["result"] = {"reports": 4, "workers": 2, "rounds": [round_of], "jupyterlab_in_ours": False}
    told = table({"parts": {"batch": entry}})
    assert "| stock without JupyterLab / batch, wall | 40.00 | at least 20 |" in told
    assert "| batch / plain with all, processors | 1.25 | at most 1.25 |" in told
    assert "| and tables, audit, publication | 0.40 | 0.80 |" in told  # two at a time
    assert "| stock with JupyterLab / batch, wall | – | at least 60 |" in told
    assert "out of luck" in told


def test_a_round_takes_a_place_with_all_its_years_and_tells_the_seconds_of_one(load, monkeypatch):
    rounds, periods = load("batch_parts.rounds"), load("batch_parts.setting").PERIODS
    seconds = dict(zip(periods, (10.0, 4.0), strict=True))
    asked = []

    def alone(*given):
        task = next(one for one in given if isinstance(one, tuple))
        asked.append(task)
        return {"wall": seconds[task[1]], "cpu": 2 * seconds[task[1]]}

    monkeypatch.setattr(rounds, "stock_report", alone)
    monkeypatch.setattr(rounds, "cold", lambda *given: {"failure": "ended"})
    monkeypatch.setattr(rounds, "batched", lambda *given: {})
    monkeypatch.setattr(rounds, "plain", lambda *given: {})
    tasks = [(place, period) for place in ("xa-mau-70001", "xa-mau-70002") for period in periods]
    told = rounds._round(None, BENCHMARKS, tasks[:3], None, 1)
    assert asked == tasks[2:]
    assert told["stock"] == {"wall": 7.0, "cpu": 14.0}
    assert told["cold"] == {"failure": "ended"}
