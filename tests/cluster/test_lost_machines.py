"""Machines that stop, come and go while a batch is built: every report is published, once."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from poverty_evaluation.operations.cluster.connection import ClusterLost
from poverty_evaluation.operations.workers.tasks import State


def test_a_machine_stops_and_another_comes(cluster_kit, machines, project):
    machines.scheduler()
    first = machines.worker("first")
    second = machines.worker("second", "--no-nanny")
    batch = cluster_kit.Batch(machines.address, project.tasks())
    cluster_kit.wait_until(lambda: len(project.begun()) == 2, "two reports have begun")
    cluster_kit.kill(second)
    machines.worker("third")
    cluster_kit.wait_until(lambda: len(project.begun()) == 3 or "third" in batch.machines(), "the third has begun")
    on_second = [event for event in batch.events if "second" in getattr(event, "where", "")]
    project.open_gate()
    outcomes = batch.end()
    assert first.poll() is None
    assert {"first", "second", "third"} <= batch.machines()
    assert len(on_second) == 1
    assert len(batch.outcomes) == len(project.places)
    assert_published_once(project, outcomes)
    assert not any(map(cluster_kit.is_alive, project.processes()))


def test_the_scheduler_stops_and_comes_back(cluster_kit, machines, project, capfd):
    scheduler = machines.scheduler()
    workers = [machines.worker("first", "--no-nanny"), machines.worker("second", "--no-nanny")]
    batch = cluster_kit.Batch(machines.address, project.tasks())
    cluster_kit.wait_until(lambda: len(project.begun()) == 2, "two reports have begun")
    cluster_kit.kill(scheduler)
    project.open_gate()  # the two are published, and nobody is told
    for worker in workers:
        worker.wait(cluster_kit.PATIENCE)  # a Dask worker ends when its scheduler does; a service starts it again
    assert batch.outcomes == []
    machines.scheduler()
    machines.worker("first", "--no-nanny")
    machines.worker("second", "--no-nanny")
    assert_published_once(project, batch.end())
    told = capfd.readouterr().err
    assert "Mất liên lạc với bộ điều phối" in told
    assert "unfinished reports are resent" in told


def test_a_scheduler_that_does_not_come_back_ends_the_batch(cluster_kit, machines, project):
    scheduler = machines.scheduler()
    machines.worker("first")
    project.open_gate()
    cluster_kit.Batch(machines.address, project.tasks()[:1]).end()  # the machine is there, and warm
    batch = cluster_kit.Batch(machines.address, project.tasks()[1:], patience=1)
    cluster_kit.wait_until(lambda: batch.outcomes or batch.error, "a report is done")
    cluster_kit.kill(scheduler)
    with pytest.raises(ClusterLost) as lost:
        batch.end()
    assert "chạy lại lệnh" in str(lost.value)
    assert "run the command again" in str(lost.value)
    published = [outcome.task.request.place for outcome in batch.outcomes]
    assert all((project.outputs / place / project.period / "run.json").is_file() for place in published)
    assert 0 < len(published) < len(project.places) - 1


def assert_published_once(project, outcomes):
    assert {place: outcome.state for place, outcome in outcomes.items()} == dict.fromkeys(project.places, State.DONE)
    assert Counter(project.built()) == Counter(project.places)
    for number, place in enumerate(project.places):
        folder = project.outputs / place / project.period
        assert json.loads((folder / "run.json").read_text(encoding="utf-8"))["place"] == place
        assert f"Câu của {place}." in (folder / "report.html").read_text(encoding="utf-8")
        assert f"{1000 + number}" in (folder / "indicators.csv").read_text(encoding="utf-8")
    left = [path.name for path in (project.outputs / ".staging").iterdir()]
    assert left == ["publish.lock"]
