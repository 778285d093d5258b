"""Dấu vết của từng bước: from what each stage of a report is made, as digests of named parts.

A report is made in stages: the three notebooks, each export format, and the publication with its tables. A stage whose
fingerprint is the recorded one gives the recorded results. The language of a report is no part: a record is kept for
each language, and what the notebooks hand over to each other is the same in all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from poverty_evaluation.operations.requests import FORMATS, Plan
from poverty_evaluation.operations.versions import versions
from poverty_evaluation.workspace.hashing import digest_of, file_hash, package_hash, received_files, reference_files
from poverty_evaluation.workspace.locations import project_root

INGEST, ANALYSIS, REPORT, PUBLISH = "01_ingest", "02_analysis", "03_report", "publish"
NOTEBOOK_STAGES = (INGEST, ANALYSIS, REPORT)
ALL_STAGES = (*NOTEBOOK_STAGES, *FORMATS, PUBLISH)
#: Which stages' results a notebook reads; exports and the publication read the executed report.
READS: dict[str, tuple[str, ...]] = {INGEST: (), ANALYSIS: (INGEST,), REPORT: (INGEST, ANALYSIS)}
#: The folder below the work folder in which a notebook leaves what later ones read.
HAND_OVER_FOLDERS = {INGEST: "ingest", ANALYSIS: "analysis"}

_LOCK = "requirements/run.txt"
_DIGITS = 24


@dataclass(frozen=True, slots=True)
class Tools:
    """Công cụ: what all reports of a process are made with, the same for each of them.

    lock: the locked requirements, Python and the libraries as they are installed.
    """

    package: str
    lock: str
    notebooks: Mapping[str, str]


def tools() -> Tools:
    """The tools as they are now."""
    root = project_root()
    lock = root / _LOCK
    installed = {**versions(), _LOCK: file_hash(lock) if lock.is_file() else ""}
    notebooks = {name: root / "notebooks" / f"{name}.ipynb" for name in NOTEBOOK_STAGES}
    return Tools(
        package=package_hash()[:_DIGITS],
        lock=digest_of(installed)[:_DIGITS],
        notebooks={name: file_hash(path)[:_DIGITS] for name, path in notebooks.items() if path.is_file()},
    )


@dataclass(frozen=True, slots=True)
class Stage:
    """Một bước: its parts by name, each a digest (empty: nothing)."""

    name: str
    parts: Mapping[str, str]

    @property
    def fingerprint(self) -> str:
        return digest_of({"stage": self.name, **self.parts})


@dataclass(frozen=True, slots=True)
class Stages:
    """Mọi bước của một báo cáo. inputs: the data files they rest on, with their digests."""

    by_name: Mapping[str, Stage]
    inputs: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Stage:
        return self.by_name[name]


def stages_of(plan: Plan, used: Tools, reference: Mapping[str, str] | None = None) -> Stages:
    """The stages of a planned report, all formats included, as its inputs are now.

    reference: the files of the reference data, where they are known already.
    """
    if reference is None:
        reference = reference_files(plan.run.data_root)
    inputs = {**received_files(plan.run), **reference}
    asked = {"place": plan.run.place, "period": str(plan.run.period), "vintage": str(plan.vintage or "")}
    common = {"package": used.package, "lock": used.lock}
    notebooks = {
        "inputs": digest_of(inputs)[:_DIGITS],
        "parameters": digest_of(asked)[:_DIGITS],
        **common,
    }
    found: dict[str, Stage] = {}
    for name in NOTEBOOK_STAGES:
        before = digest_of({read: found[read].fingerprint for read in READS[name]})[:_DIGITS] if READS[name] else ""
        parts = {**notebooks, "notebook": used.notebooks.get(name, ""), "before": before}
        found[name] = Stage(name, parts)
    for name in (*FORMATS, PUBLISH):
        found[name] = Stage(name, {**common, "before": found[REPORT].fingerprint[:_DIGITS]})
    return Stages(found, {name: sha[:_DIGITS] for name, sha in inputs.items()})
