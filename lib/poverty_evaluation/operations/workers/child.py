"""Tiến trình của một báo cáo: what a process does that was started to build one report and end."""

from __future__ import annotations

import gc
import os
import random
import signal
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing.connection import Connection

from poverty_evaluation.operations.workers.processes import end_own_group, end_with_parent, lead_group
from poverty_evaluation.operations.workers.tasks import Finished, ReportTask


def main(events: Connection, task: ReportTask, environment: Mapping[str, str]) -> None:
    """Build the report, telling of it through the pipe; then this process and what it left running end."""
    lead_group()
    end_with_parent()
    _be_alone(environment)
    from poverty_evaluation.operations.workers.building import build_report

    with suppress(KeyboardInterrupt):  # stopped by the process that asked for the report, which knows
        events.send(Finished(build_report(task, events.send)))
    events.close()
    end_own_group()


def _be_alone(environment: Mapping[str, str]) -> None:
    """The environment that was given and no other, randomness of its own, nothing said on the output of results."""
    os.environ.clear()
    os.environ.update(environment)
    tempfile.tempdir = None
    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    gc.set_threshold(250_000, 50, 100)  # a short life on much that is shared: every full pass would copy pages
    sys.stdout.flush()
    os.dup2(2, 1)
