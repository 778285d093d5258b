"""Việc phải làm: what of each report of a batch has to be built, judged from files alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from poverty_evaluation.operations.requests import Plan, RunRequest, planned
from poverty_evaluation.operations.stages.fingerprints import ALL_STAGES, Tools, stages_of
from poverty_evaluation.operations.stages.records import read_published
from poverty_evaluation.operations.stages.reuse import Judgement, Why, changed_inputs, judge
from poverty_evaluation.operations.workers.tasks import ReportTask
from poverty_evaluation.vocabulary.choices import ReportStatus
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.workspace.hashing import reference_files


class Course(StrEnum):
    """Cách xử lý một báo cáo."""

    BUILD = "build"  # something of it has to be made
    UNCHANGED = "unchanged"  # all of it holds
    ISSUED = "issued"  # it has been issued, and is not built again
    REFUSED = "refused"  # what was asked for cannot be planned


#: No stage was judged.
NOTHING = Judgement({}, ())


@dataclass(frozen=True, slots=True)
class PlannedReport:
    """Một báo cáo trong kế hoạch.

    judged: its stages, empty where none were judged. inputs: the data files that changed since it was published.
    standing: error findings that stand, or disagreements found when it was read back, in the publication as it is.
    message: why it is refused.
    """

    task: ReportTask
    course: Course
    judged: Judgement = NOTHING
    inputs: tuple[str, ...] = ()
    standing: bool = False
    message: str = ""

    @property
    def name(self) -> str:
        return self.task.name


def plan_reports(
    requests: Iterable[RunRequest], used: Tools, forced: bool = False, time_limit: float | None = None
) -> Iterator[PlannedReport]:
    """What to do about each report, one after another as they are asked for. forced: whatever holds is made again."""
    references: dict[Path, Mapping[str, str]] = {}
    for request in requests:
        task = ReportTask(_with_whole_paths(request), time_limit=time_limit)
        try:
            plan = planned(task.request)
        except InputError as error:
            yield PlannedReport(task, Course.REFUSED, message=str(error))
            continue
        try:
            root = plan.run.data_root
            if root not in references:
                references[root] = reference_files(root)
            yield _planned(plan, task, used, references[root], forced)
        except OSError:  # a file that cannot be read: building the report tells of it, with a log
            yield PlannedReport(task, Course.BUILD)


def _planned(plan: Plan, task: ReportTask, used: Tools, reference: Mapping[str, str], forced: bool) -> PlannedReport:
    published = read_published(plan.target, plan.run.language)
    if published.record.get("report_status") == ReportStatus.ISSUED:
        return PlannedReport(task, Course.ISSUED)
    stages = stages_of(plan, used, reference)
    judged = judge(plan, stages, published, ALL_STAGES if forced else ())
    if not judged.runs:
        return PlannedReport(task, Course.UNCHANGED, judged, standing=_stands(published.record))
    touched = any(reason.why is Why.CHANGED and "inputs" in reason.names for reason in judged.runs.values())
    inputs = changed_inputs(stages, published) if touched else ()
    return PlannedReport(replace(task, reused=judged.reused), Course.BUILD, judged, inputs)


def _stands(record: Any) -> bool:
    audit = record.get("audit") or {}
    return bool(record.get("standing_errors") or audit.get("unannounced"))


def _with_whole_paths(request: RunRequest) -> RunRequest:
    data, output = (
        str(Path(folder).expanduser().resolve()) if folder else "" for folder in (request.data, request.output)
    )
    return replace(request, data=data, output=output)
