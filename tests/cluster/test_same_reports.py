"""What a cluster builds is what this machine builds, wherever the data lie and the report is published."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from poverty_evaluation.operations.batch.executors import executor_for
from poverty_evaluation.operations.requests import RunRequest
from poverty_evaluation.operations.workers.tasks import Finished, ReportTask, State, StepBegun

ROOT = Path(__file__).resolve().parents[2]
PLACE, PERIODS = "bac-giang-province", ("2010", "2011", "2012", "2013")
SAME = ("report.html", "indicators.csv", "findings.csv", "evaluation.json")


@pytest.fixture(scope="module")
def cluster(cluster_kit, tmp_path_factory):
    """Two workers in this project, which read and write at a file server as well."""
    folder = tmp_path_factory.mktemp("cluster")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("GATES", str(folder))
        environment.setenv("POVERTY_EVALUATION_CACHE", str(folder / "cache"))
        machines = cluster_kit.Machines(folder, ROOT)
        try:
            machines.scheduler()
            machines.worker("first", "--no-nanny")
            machines.worker("second", "--no-nanny")
            yield machines
        finally:
            machines.end()


@pytest.fixture(scope="module")
def built_here(tmp_path_factory):
    """The same reports from this machine alone."""
    outputs = tmp_path_factory.mktemp("here")
    outcomes = build(executor_for(2), tasks(str(ROOT / "data"), str(outputs)))
    assert {outcome.state for outcome in outcomes} == {State.DONE}
    return outputs


@pytest.fixture
def file_server(cluster_kit, tmp_path):
    """An FTP server of this test's own, as another process: its address and the folder behind it."""
    behind = tmp_path / "served"
    behind.mkdir()
    port = cluster_kit.free_port()
    server = cluster_kit.file_server(behind, port)
    yield f"ftp://office:matkhau@127.0.0.1:{port}", behind
    cluster_kit.kill(server)


def test_a_shared_folder(cluster, built_here, tmp_path):
    outcomes = build(executor_for(0, cluster.address), tasks(str(ROOT / "data"), str(tmp_path)))
    assert sorted(outcome.task.request.period for outcome in outcomes) == sorted(PERIODS)
    assert_same(tmp_path, built_here, PERIODS)
    for outcome in outcomes:
        assert all(Path(file).is_file() for file in outcome.files)


def test_a_file_server(cluster, built_here, file_server):
    url, behind = file_server
    copy_tree(ROOT / "data" / "reference", behind / "data" / "reference")
    for period in PERIODS:
        copy_tree(ROOT / "data" / "periods" / PLACE / period, behind / "data" / "periods" / PLACE / period)
    asked = ("2010", "2013")
    old = behind / "outputs" / PLACE / PERIODS[0]
    copy_tree(built_here / PLACE / PERIODS[1], old)  # the report of another period, say, with a file too many
    (old / "old.html").write_text("cũ", encoding="utf-8")
    outcomes = build(executor_for(0, cluster.address), tasks(f"{url}/data", f"{url}/outputs", asked))
    assert {outcome.message for outcome in outcomes} == {""}
    assert_same(behind / "outputs", built_here, asked)
    assert not (old / "old.html").exists()
    assert f"{url}/outputs/{PLACE}/{PERIODS[0]}/report.html" in {file for one in outcomes for file in one.files}
    assert not (behind / "outputs" / ".staging").exists() or not any((behind / "outputs" / ".staging").iterdir())


def test_an_address_of_a_folder(cluster, built_here, tmp_path):
    """file:// asks nothing of the folder but to keep files: no locks, no renaming."""
    outputs = f"file://{tmp_path}"
    outcomes = build(executor_for(0, cluster.address), tasks(str(ROOT / "data"), outputs, PERIODS[:1]))
    assert [outcome.state for outcome in outcomes] == [State.DONE]
    assert_same(tmp_path, built_here, PERIODS[:1])


def test_an_address_without_a_cluster(built_here, tmp_path):
    addresses = f"file://{ROOT}/data", f"file://{tmp_path}"
    wrong = ReportTask(RunRequest("bac-giang-provinc", "2010", *addresses, "html"))
    outcomes = build(executor_for(1), [wrong, *tasks(*addresses, PERIODS[:1])])
    assert {outcome.state for outcome in outcomes} == {State.REFUSED, State.DONE}
    (refused,) = [outcome for outcome in outcomes if outcome.state is State.REFUSED]
    assert PLACE in refused.message
    assert refused.task == wrong
    assert_same(tmp_path, built_here, PERIODS[:1])


def test_the_command(cluster, built_here, tmp_path, monkeypatch):
    monkeypatch.setenv("POVERTY_EVALUATION_CACHE", str(tmp_path / "cache"))
    (tmp_path / "outputs").mkdir()
    options = ["--places", PLACE, "--periods", "2010,2011", "--format", "html", "--log", "json"]
    folders = ["--data", f"file://{ROOT}/data", "--output", f"file://{tmp_path}/outputs"]
    command = [sys.executable, "-m", "poverty_evaluation.cli", "batch", *options, *folders]
    first = subprocess.run([*command, "--scheduler", cluster.address], capture_output=True, text=True, cwd=ROOT)
    assert first.returncode == 0, first.stderr
    events = [json.loads(line) for line in first.stdout.splitlines()]
    assert [event["event"] for event in events if event["event"] in ("finished", "failed")] == ["finished"] * 2
    assert all(event["where"].endswith(("(first)", "(second)")) for event in events if event["event"] == "started")
    assert_same(tmp_path / "outputs", built_here, PERIODS[:2])
    again = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert again.returncode == 0, again.stderr
    assert [json.loads(line).get("reason") for line in again.stdout.splitlines()][:2] == ["unchanged"] * 2


def test_a_batch_that_is_stopped(cluster_kit, cluster, tmp_path):
    events = executor_for(0, cluster.address).run(tasks(str(ROOT / "data"), str(tmp_path)))
    assert any(isinstance(event, StepBegun) for event in events)
    assert len(list((tmp_path / ".staging").glob(f"{PLACE}-*"))) > 0
    events.close()
    cluster_kit.wait_until(lambda: not any((tmp_path / ".staging").glob("*-*")), "what was begun is cleared away")
    assert not any(tmp_path.rglob("run.json"))


def tasks(data, outputs, periods=PERIODS):
    return [ReportTask(RunRequest(PLACE, period, data, outputs, "html")) for period in periods]


def build(executor, asked):
    return [event.outcome for event in executor.run(asked) if isinstance(event, Finished)]


def assert_same(outputs, expected, periods):
    for period in periods:
        ours, theirs = outputs / PLACE / period, expected / PLACE / period
        for name in SAME:
            assert (ours / name).read_bytes() == (theirs / name).read_bytes(), name
        assert without_times(ours) == without_times(theirs)
        assert names(ours) == names(theirs)


def without_times(folder):
    record = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    del record["times"]
    return record


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def copy_tree(source, target):
    for path in source.rglob("*"):
        if path.is_file():
            place = target / path.relative_to(source)
            os.makedirs(place.parent, exist_ok=True)
            place.write_bytes(path.read_bytes())
