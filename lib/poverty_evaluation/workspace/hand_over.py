"""Bàn giao giữa các bước: what each notebook leaves for the next one, and the refusal of what is absent or stale.

Below the work folder lie `ingest/` and `analysis/`: tables as Parquet, the rest as JSON. `hand_over.json` of a
stage is taken away first and written last, so a stage that was interrupted counts as not run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pandas as pd

from poverty_evaluation.vocabulary.errors import InputError, InputProblem
from poverty_evaluation.vocabulary.findings import Finding, finding_from_plain, finding_to_plain
from poverty_evaluation.vocabulary.values import IndicatorValue, value_from_plain, value_to_plain
from poverty_evaluation.workspace.atomic import write_json
from poverty_evaluation.workspace.frames import read_frame, write_frame
from poverty_evaluation.workspace.hashing import input_hash
from poverty_evaluation.workspace.locations import Run

SCHEMA_VERSION = 1
_MANIFEST = "hand_over.json"
_INGEST, _ANALYSIS = "ingest", "analysis"
_NOTEBOOKS = {_INGEST: "notebooks/01_ingest.ipynb", _ANALYSIS: "notebooks/02_analysis.ipynb"}


@dataclass(frozen=True, slots=True)
class IngestHandOver:
    """What 01 leaves: the checked tables, the findings so far, and whatever else later stages need as plain data."""

    tables: dict[str, pd.DataFrame]
    findings: tuple[Finding, ...]
    extras: dict[str, Any]
    input_hash: str


@dataclass(frozen=True, slots=True)
class AnalysisHandOver:
    """What 02 leaves: every indicator value and every finding."""

    values: tuple[IndicatorValue, ...]
    findings: tuple[Finding, ...]
    extras: dict[str, Any]
    input_hash: str


def save_ingest(
    run: Run,
    tables: Mapping[str, pd.DataFrame],
    findings: Iterable[Finding],
    extras: Mapping[str, Any],
    input_hash: str,
) -> None:
    """Leave the result of 01 for the later stages. `input_hash` is that of the files as they were read."""
    folder = _open_stage(run, _INGEST)
    for name, frame in tables.items():
        write_frame(frame, folder / f"{name}.parquet")
    _close_stage(folder, findings, extras, input_hash, {"tables": list(tables)})


def load_ingest(run: Run) -> IngestHandOver:
    """What 01 left; InputError naming the notebook to run when there is nothing or the inputs have changed since."""
    folder, manifest = _load_stage(run, _INGEST)
    return IngestHandOver(
        tables={name: read_frame(folder / f"{name}.parquet") for name in manifest["tables"]},
        findings=_findings(folder),
        extras=_read_json(folder / "extras.json"),
        input_hash=manifest["input_hash"],
    )


def save_analysis(
    run: Run,
    values: Iterable[IndicatorValue],
    findings: Iterable[Finding],
    extras: Mapping[str, Any],
    input_hash: str,
) -> None:
    """Leave the result of 02 for the report."""
    folder = _open_stage(run, _ANALYSIS)
    write_json(folder / "values.json", [value_to_plain(value) for value in values], depth=1)
    _close_stage(folder, findings, extras, input_hash, {})


def load_analysis(run: Run) -> AnalysisHandOver:
    """What 02 left; InputError naming the notebook to run when there is nothing or the inputs have changed since."""
    folder, manifest = _load_stage(run, _ANALYSIS)
    return AnalysisHandOver(
        values=tuple(value_from_plain(plain) for plain in _read_json(folder / "values.json")),
        findings=_findings(folder),
        extras=_read_json(folder / "extras.json"),
        input_hash=manifest["input_hash"],
    )


def _open_stage(run: Run, stage: str) -> Path:
    folder = run.work_dir / stage
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MANIFEST).unlink(missing_ok=True)
    return folder


def _close_stage(
    folder: Path, findings: Iterable[Finding], extras: Mapping[str, Any], input_hash: str, more: dict[str, Any]
) -> None:
    write_json(folder / "findings.json", [finding_to_plain(finding) for finding in findings], depth=1)
    write_json(folder / "extras.json", dict(extras))
    write_json(folder / _MANIFEST, {"schema_version": SCHEMA_VERSION, "input_hash": input_hash, **more})


def _load_stage(run: Run, stage: str) -> tuple[Path, dict[str, Any]]:
    folder = run.work_dir / stage
    if not (folder / _MANIFEST).is_file():
        raise _must_run(run, stage, "chưa có", "none")
    manifest = _read_json(folder / _MANIFEST)
    if manifest["schema_version"] != SCHEMA_VERSION:
        raise _must_run(run, stage, "kết quả của một phiên bản khác", "those of another version")
    if manifest["input_hash"] != input_hash(run):
        raise _must_run(
            run,
            stage,
            "kết quả cũ: số liệu hoặc chương trình đã thay đổi từ đó",
            "stale ones: data or program have changed since",
        )
    return folder, manifest


def _must_run(run: Run, stage: str, found_vi: str, found_en: str) -> InputError:
    notebook = _NOTEBOOKS[stage]
    return InputError(
        [
            InputProblem(
                f"kết quả của {notebook} cho {run.place}, kỳ {run.period}",
                f"the results of {notebook} for {run.place}, {run.period}",
                found_vi,
                found_en,
                f"Chạy {notebook} với cùng tham số, rồi chạy lại bước này.",
                f"Run {notebook} with the same parameters, then this step again.",
                file=f"{run.work_dir.name}/{stage}",
            )
        ]
    )


def _findings(folder: Path) -> tuple[Finding, ...]:
    return tuple(finding_from_plain(plain) for plain in _read_json(folder / "findings.json"))


def _read_json(path: Path) -> Any:
    return orjson.loads(path.read_bytes())
