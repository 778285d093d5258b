"""Dùng lại hay làm lại: which stages of a report still hold, and why the others have to run.

What decides is content: fingerprints of what goes in, and the recorded sha256 of what came out. What the notebooks
hand over to each other is wanted only where a later notebook has to run; a report that is whole stays as it is without.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from poverty_evaluation.operations.requests import FORMATS, Plan
from poverty_evaluation.operations.stages.fingerprints import (
    ALL_STAGES,
    ANALYSIS,
    HAND_OVER_FOLDERS,
    INGEST,
    NOTEBOOK_STAGES,
    PUBLISH,
    READS,
    Stages,
)
from poverty_evaluation.operations.stages.records import Published, damaged, hands_over


class Why(StrEnum):
    """Vì sao một bước phải chạy."""

    NEW = "new"  # nothing is recorded of it
    CHANGED = "changed"  # a part of its fingerprint is another one
    LOST = "lost"  # a published file of it is gone or no longer what it was
    NEEDED = "needed"  # a later stage reads what it handed over, and that is gone
    ASKED = "asked"  # it was to run in any case
    FOLLOWS = "follows"  # what is published together is published anew


@dataclass(frozen=True, slots=True)
class Reason:
    """names: the changed parts, the lost files, or the stage that needs it."""

    why: Why
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Kết luận cho một báo cáo: the stages that have to run, with the reason, and those that are taken over."""

    runs: Mapping[str, Reason]
    reused: tuple[str, ...]


def judge(plan: Plan, stages: Stages, published: Published, forced: Collection[str] = ()) -> Judgement:
    """Which stages of a report have to run. Formats that were not asked for are kept as long as they hold."""
    runs: dict[str, Reason] = {}
    others: list[str] = []
    for name in ALL_STAGES:
        reason = Reason(Why.ASKED) if name in forced else _own_reason(plan, stages, published, name)
        if name in FORMATS and name not in plan.formats:
            others += [] if reason else [name]
        elif reason:
            runs[name] = reason
    for name in (ANALYSIS, INGEST):
        reader = next((one for one in NOTEBOOK_STAGES if name in READS[one] and one in runs), None)
        if name not in runs and reader and not hands_over(plan, stages, name):
            runs[name] = Reason(Why.NEEDED, (reader,))
    if runs and PUBLISH not in runs:
        runs[PUBLISH] = Reason(Why.FOLLOWS)
    ordered = {name: runs[name] for name in ALL_STAGES if name in runs}
    kept = (*NOTEBOOK_STAGES, *plan.formats, *others, PUBLISH)
    return Judgement(ordered, tuple(name for name in ALL_STAGES if name in kept and name not in runs))


def handed_over(plan: Plan, stages: Stages, reused: Collection[str]) -> tuple[str, ...]:
    """The reused notebooks whose hand-over can be taken over too."""
    return tuple(name for name in HAND_OVER_FOLDERS if name in reused and hands_over(plan, stages, name))


def _own_reason(plan: Plan, stages: Stages, published: Published, name: str) -> Reason | None:
    recorded = published.stages.get(name)
    if recorded is None:
        return Reason(Why.NEW)
    stage = stages[name]
    if recorded.fingerprint != stage.fingerprint:
        changed = [part for part in stage.parts if stage.parts[part] != recorded.parts.get(part)]
        return Reason(Why.CHANGED, tuple(changed))
    shared = published.shared if name == PUBLISH else ()
    lost = damaged(plan.target, (*recorded.results, *shared))
    return Reason(Why.LOST, lost) if lost else None


def changed_inputs(stages: Stages, published: Published) -> tuple[str, ...]:
    """The data files that are new, gone or other ones than those the publication was made from."""
    names = {*stages.inputs, *published.inputs}
    return tuple(sorted(name for name in names if stages.inputs.get(name) != published.inputs.get(name)))
