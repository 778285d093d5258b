"""Tệp kết quả: what is written beside the rendered report, all of it read from the executed notebook alone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from poverty_evaluation.evaluation.blocks import Document, DocumentKind
from poverty_evaluation.operations.requests import RUN_RECORD, Plan, file_name
from poverty_evaluation.operations.stages.records import carried_sections, listing, section_of
from poverty_evaluation.operations.stages.taking_over import Course
from poverty_evaluation.operations.versions import versions
from poverty_evaluation.presentation.executed import Shown, blocks_of, document_of, shown_in
from poverty_evaluation.presentation.records import evaluation_json, findings_csv, indicators_csv
from poverty_evaluation.vocabulary.choices import Vintage
from poverty_evaluation.vocabulary.findings import Finding, Severity, finding_from_plain
from poverty_evaluation.workspace.atomic import write_json, write_text
from poverty_evaluation.workspace.hashing import file_hash, input_files, package_hash
from poverty_evaluation.workspace.locations import Run
from poverty_evaluation.workspace.profile import peek

SCHEMA_VERSION = 1
#: The tables that belong to every language.
INDICATORS_FILE, FINDINGS_FILE = "indicators.csv", "findings.csv"
SHARED_FILES = (FINDINGS_FILE, INDICATORS_FILE)


@dataclass(frozen=True, slots=True)
class Built:
    """What an executed 03 shows: the report, and the working paper on its data where there is one.

    shown: all of its blocks; documents: the kinds of document that the notebook holds. The findings are those of the
    working paper; a report that is to be signed carries none.
    """

    shown: tuple[Shown, ...]
    document: Document
    report: tuple[Shown, ...]
    working_paper: tuple[Shown, ...]
    documents: frozenset[DocumentKind]

    @property
    def findings(self) -> tuple[Finding, ...]:
        holder = document_of(self.working_paper) if self.working_paper else self.document
        return tuple(finding_from_plain(plain) for plain in holder.findings)

    @property
    def standing_errors(self) -> int:
        """How many error findings stand without an explanation."""
        return sum(one.severity is Severity.ERROR and not one.explanation for one in self.findings)


def read_report(executed: Path) -> Built:
    """The documents of an executed 03."""
    shown = shown_in(executed.read_bytes())
    return Built(
        shown=shown,
        document=document_of(shown),
        report=blocks_of(shown, DocumentKind.REPORT),
        working_paper=blocks_of(shown, DocumentKind.WORKING_PAPER),
        documents=frozenset(item.block.kind for item in shown if isinstance(item.block, Document)),
    )


def write_tables(plan: Plan, folder: Path, built: Built) -> list[str]:
    """indicators.csv, findings.csv and evaluation.json; the names of those that belong to this language alone."""
    values = (*built.document.values, *built.document.tallies)
    write_text(folder / INDICATORS_FILE, indicators_csv(values))
    write_text(folder / FINDINGS_FILE, findings_csv(built.findings))
    blocks = evaluation_json(item.plain for item in built.report)
    name = file_name("evaluation", "json", plan.run.language)
    write_text(folder / name, blocks)
    return [name]


def write_record(
    plan: Plan,
    folder: Path,
    built: Built,
    input_hash: str,
    exit_status: int,
    carried: Sequence[dict[str, str]],
    times: dict[str, Any],
    audit: dict[str, Any] | None,
    course: Course,
) -> None:
    """run.json: what was built from what, by what; only `times` differs between two runs on the same inputs."""
    profile = peek(plan.run.period_folder)
    section = section_of(course.stages, course.results, folder)
    shared = [listing(folder, name) for name in SHARED_FILES]
    severities = Counter(finding.severity for finding in built.findings)
    record = {
        "schema_version": SCHEMA_VERSION,
        "place": plan.run.place,
        "period": str(plan.run.period),
        "language": str(plan.run.language),
        "formats": list(course.formats),
        "standard": profile.get("leading_standard", ""),
        "vintage": str(plan.vintage or profile.get("vintage") or Vintage.OFFICIAL),
        "report_status": built.document.status,
        "audience": built.document.audience,
        "read_beside": _read_beside(plan.run),
        "input_hash": input_hash,
        "inputs": input_files(plan.run),
        "package_sha256": package_hash(),
        "versions": dict(versions()),
        "findings": {str(severity): severities[severity] for severity in Severity},
        "standing_errors": built.standing_errors,
        "audit": audit,
        "outputs": _outputs(folder, {entry["file"] for entry in carried}, (section, shared)),
        "carried_over": list(carried),
        "stages": {
            **carried_sections(course.published.record, plan.run.language, [entry["file"] for entry in carried]),
            str(plan.run.language): section,
            "shared": shared,
        },
        "exit_status": exit_status,
        "exit_state": "done" if exit_status == 0 else "done, error findings stand",
        "times": times,
    }
    write_json(folder / RUN_RECORD, record)


def _read_beside(run: Run) -> dict[str, Any]:
    """The other periods and places whose received files were read, by place and period."""
    beside = run.neighbours
    folders = {"previous": beside.previous, "year_before": beside.year_before, "start": beside.start}
    return {
        **{key: f"{folder.parent.name}/{folder.name}" for key, folder in folders.items() if folder is not None},
        "members": [f"{folder.parent.name}/{folder.name}" for folder in beside.members],
    }


def recorded_audience(target: Path) -> str:
    """For whom the publication was made; empty when none is recorded."""
    path = target / RUN_RECORD
    return str(json.loads(path.read_text(encoding="utf-8")).get("audience", "")) if path.is_file() else ""


def recorded_hash(target: Path, name: str) -> str:
    """The input hash of a published file, which may itself have been carried over; empty when none is recorded."""
    path = target / RUN_RECORD
    if not path.is_file():
        return ""
    record = json.loads(path.read_text(encoding="utf-8"))
    carried = {entry["file"]: entry["input_hash"] for entry in record.get("carried_over", ())}
    return str(carried.get(name, record.get("input_hash", "")))


def _outputs(
    folder: Path, carried: set[str], listed: tuple[dict[str, Any], list[dict[str, Any]]]
) -> list[dict[str, str]]:
    """The built files with their sha256, as their stages list them; executed notebooks hold times and are left out."""
    section, shared = listed
    entries = [*shared, *(entry for stage in section["built"].values() for entry in stage["results"])]
    known = {entry["file"]: entry["sha256"] for entry in entries if "sha256" in entry}
    names = sorted(path.name for path in folder.iterdir() if path.is_file() and path.name not in carried)
    return [{"file": name, "sha256": known.get(name) or file_hash(folder / name)} for name in names]
