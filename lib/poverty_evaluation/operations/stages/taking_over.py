"""Lấy lại kết quả đã có: what an earlier run left of the stages that hold, copied into the folder of this run."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from poverty_evaluation.operations.requests import FORMATS, Plan
from poverty_evaluation.operations.stages.fingerprints import (
    ALL_STAGES,
    HAND_OVER_FOLDERS,
    NOTEBOOK_STAGES,
    PUBLISH,
    Stages,
    stages_of,
    tools,
)
from poverty_evaluation.operations.stages.records import Published, read_published
from poverty_evaluation.operations.stages.reuse import Judgement, handed_over, judge


@dataclass(frozen=True, slots=True)
class Course:
    """Diễn biến của một lần lập: which stages this run goes through, which it takes over, and the files of each so far.

    results: by stage, the names of its files below the folder that is published. handed: the notebooks whose hand-over
    is in the work folder.
    """

    stages: Stages
    published: Published
    judged: Judgement
    results: dict[str, list[str]] = field(default_factory=dict)
    handed: list[str] = field(default_factory=list)

    def runs(self, name: str) -> bool:
        return name in self.judged.runs

    @property
    def runs_notebooks(self) -> bool:
        return any(self.runs(name) for name in NOTEBOOK_STAGES)

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats of the report as it is published: those that are made, and those taken over."""
        return tuple(name for name in FORMATS if self.runs(name) or name in self.judged.reused)


def course_of(plan: Plan, reused: Collection[str]) -> Course:
    """What a run has to do. `reused` names the stages that may be taken over; those that do not hold run as well."""
    stages = stages_of(plan, tools())
    published = read_published(plan.target, plan.run.language)
    forced = {name for name in ALL_STAGES if name not in reused} | {PUBLISH}
    return Course(stages, published, judge(plan, stages, published, forced))


def take_over(plan: Plan, course: Course, ready: Path, work: Path) -> None:
    """Copy the files of the stages that are taken over, and what they handed over where a notebook runs after them."""
    for name in course.judged.reused:
        files = [str(one["file"]) for one in _recorded(course, name)]
        for file in files:
            (ready / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(plan.target / file, ready / file)
        course.results[name] = files
    if course.runs_notebooks:
        for name in handed_over(plan, course.stages, course.judged.reused):
            folder = plan.work / HAND_OVER_FOLDERS[name]
            if folder.is_dir():
                shutil.copytree(folder, work / folder.name)
            course.handed.append(name)


def _recorded(course: Course, name: str) -> tuple[Mapping[str, object], ...]:
    return course.published.stages[name].results
