"""Các tình huống: each case of a situation is written as an office would send it, run to the end, and held to what
must come out. The cases are the `.yml` files beside this one; `README.md` says how one is written."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from poverty_evaluation.evaluation.blocks import Findings
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.document import build_evaluation
from poverty_evaluation.indicators import PeriodTables, evaluate, for_audience
from poverty_evaluation.ingest import read_period
from poverty_evaluation.presentation.formatting import write
from poverty_evaluation.presentation.jupyter import plain_text, written_value
from poverty_evaluation.reference import load_reference
from poverty_evaluation.reference.situations import cells_of
from poverty_evaluation.vocabulary.errors import InputError, InputProblem
from poverty_evaluation.vocabulary.findings import Finding
from poverty_evaluation.vocabulary.neighbours import Neighbours
from poverty_evaluation.vocabulary.values import IndicatorValue

HERE = Path(__file__).parent
REFERENCE = HERE.parents[1] / "data" / "reference"

#: What a report says of itself where a case does not say otherwise.
_REPORT: Mapping[str, Any] = {
    "place": "bac-giang-city",
    "kind": "annual",
    "title_vi": "Báo cáo của tình huống",
    "leading_standard": "qd-59-2015",
    "issuer": {"profile": "people_committee", "name_vi": "UBND thành phố", "name_en": "City committee"},
    "invented": True,
}
_SENT = {"report", "tables", "workbook", "texts", "corrections"}
_CASE = {"name", "sent", "period_before", "year_before", "reference", "comes_out"}
_OUTCOME = {"values", "no_value", "findings", "says", "never_says", "keeps_nothing_of", "refused"}
#: A cell that a spreadsheet holds as a number, with its number format: `=0.0085 [0.00%]`.
_NUMBER = re.compile(r"=(?P<number>-?[\d.]+)( \[(?P<format>.+)\])?")

#: A cell of a workbook that is merged with the one on its left or above it.
_MERGED = ("<", "^")


@dataclass(frozen=True)
class Outcome:
    """What became of a case: a refusal, or values, findings and the text of the report."""

    problems: tuple[InputProblem, ...] = ()
    values: tuple[IndicatorValue, ...] = ()
    findings: tuple[Finding, ...] = ()
    text: str = ""
    everything: str = ""


def _cases() -> list[Any]:
    found = []
    for path in sorted(HERE.glob("*.yml")):
        situation = yaml.safe_load(path.read_text(encoding="utf-8"))
        for case in situation["cases"]:
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}"))
    return found


@pytest.mark.parametrize("case", _cases())
def test_a_situation_comes_out_right(case: dict[str, Any], tmp_path: Path) -> None:
    _only(case, _CASE)
    expected = case["comes_out"]
    _only(expected, _OUTCOME)
    outcome = _run(case, tmp_path)
    _check_refusal(outcome.problems, expected.get("refused", []))
    if outcome.problems:
        return
    _check_values(outcome.values, expected)
    _check_findings(outcome.findings, expected.get("findings", []))
    for words in expected.get("says", []):
        assert words in outcome.text, f"“{words}” is not said in:\n{outcome.text}"
    for words in expected.get("never_says", []):
        assert words not in outcome.text, f"“{words}” is said in:\n{outcome.text}"
    for words in expected.get("keeps_nothing_of", []):
        assert words not in outcome.everything


# --- what was sent ------------------------------------------------------------------------------------------------


def _run(case: Mapping[str, Any], data_root: Path) -> Outcome:
    """The case through reading, computing and writing, as a run of one period does it."""
    _write_reference(data_root, case.get("reference", {}))
    folder = _write_period(data_root, case["sent"])
    before, year_before = (
        _write_period(data_root, case[name]) if name in case else None for name in ("period_before", "year_before")
    )
    try:
        reference = load_reference(data_root)
        received = read_period(folder, data_root, reference, Neighbours(before, year_before))
        report = received.report
        computed = evaluate(
            PeriodTables(
                received.tables, reference, received.place_code, report.period, report.leading_standard,
                report.programme_id,
            )
        )  # fmt: skip
        told = for_audience(
            computed.values, (*received.findings, *computed.findings), report.audience, received.place_code, reference
        )
        values, findings = told.values, told.findings
        context = EvaluationContext(report, reference, "vi", values, findings, received.tables, received.narrative)
        built = build_evaluation(context)
    except InputError as error:
        return Outcome(problems=error.problems)
    shown = (*built.opening, *built.chapters, *built.closing, *built.appendices)
    text = "\n".join(_text(block) for block in shown if not isinstance(block, Findings))
    tables = "\n".join(frame.to_csv() for frame in received.tables.values())
    return Outcome((), values, findings, text, f"{tables}\n{built}\n{findings}\n{received.extras()}")


def _text(block: Any) -> str:
    """A block as it is read, the notes under a table included."""
    notes = ("".join(write(part, "vi") if hasattr(part, "value_id") else part.text for part in note)
             for note in getattr(block, "notes", ()))  # fmt: skip
    return "\n".join([plain_text(block, "vi"), *notes])


def _write_reference(data_root: Path, added: Mapping[str, str]) -> None:
    """The reference data of the project, and the rows that a case adds to its tables."""
    shutil.copytree(REFERENCE, data_root / "reference")
    for name, rows in added.items():
        path = data_root / "reference" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as held:
            heading = next(csv.reader(held))
        with path.open("a", encoding="utf-8", newline="") as held:
            writer = csv.DictWriter(held, heading, restval="")
            writer.writerows(dict(zip(*pair, strict=True)) for pair in _records(rows))


def _records(text: str) -> list[tuple[list[str], list[str]]]:
    heading, *rows = cells_of(text)
    return [(heading, row) for row in rows]


def _write_period(data_root: Path, sent: Mapping[str, Any]) -> Path:
    _only(sent, _SENT)
    report = {**_REPORT, **sent["report"]}
    folder = data_root / "periods" / report["place"] / report["period"]
    folder.mkdir(parents=True)
    (folder / "report.yml").write_text(yaml.safe_dump(report, allow_unicode=True), encoding="utf-8")
    for name, text in sent.get("tables", {}).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as held:
            csv.writer(held).writerows(cells_of(text))
    if "workbook" in sent:
        _write_workbook(folder / "so-lieu.xlsx", sent["workbook"])
    for name, text in sent.get("texts", {}).items():
        (folder / "narrative").mkdir(exist_ok=True)
        (folder / "narrative" / f"{name}.md").write_text(text, encoding="utf-8")
    if "corrections" in sent:
        (folder / "corrections.yml").write_text(yaml.safe_dump(sent["corrections"]), encoding="utf-8")
    return folder


def _write_workbook(path: Path, sheets: Mapping[str, str]) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, text in sheets.items():
        sheet = book.create_sheet(title)
        for row, cells in enumerate(cells_of(text), 1):
            for column, told in enumerate(cells, 1):
                cell = sheet.cell(row, column)
                if told in _MERGED:
                    continue
                number = _NUMBER.fullmatch(told)
                cell.value = float(number["number"]) if number else told or None
                if number and number["format"]:
                    cell.number_format = number["format"]
        _merge(sheet, cells_of(text))
    book.save(path)


def _merge(sheet: Any, rows: list[list[str]]) -> None:
    """Cells that hold only < belong to the one on their left, those that hold only ^ to the one above them."""
    for row, cells in enumerate(rows, 1):
        for column, told in enumerate(cells, 1):
            if told in _MERGED:
                continue
            right = next((n for n in range(column, len(cells)) if cells[n] != "<"), len(cells))
            below = [one[column - 1] if column <= len(one) else "" for one in rows[row:]]
            down = row + next((n for n, one in enumerate(below) if one != "^"), len(below))
            if (right, down) != (column, row):
                sheet.merge_cells(start_row=row, start_column=column, end_row=down, end_column=right)


# --- what came out ------------------------------------------------------------------------------------------------


def _check_refusal(problems: tuple[InputProblem, ...], expected: list[dict[str, Any]]) -> None:
    """Each problem with its place and the words in it, none more and none less."""
    told = "\n".join(problem.message("vi") for problem in problems)
    assert len(problems) == len(expected), told or "it was not refused"
    for problem, wanted in zip(problems, expected, strict=True):
        _only(wanted, {"file", "row", "column", "words"})
        assert problem.file.rsplit("/", 1)[-1] == wanted["file"], told
        assert (problem.row, problem.column) == (wanted.get("row"), wanted.get("column", "")), told
        _says(problem.message("vi"), wanted["words"])


def _check_values(values: tuple[IndicatorValue, ...], expected: Mapping[str, Any]) -> None:
    """Values as a reader sees them, by id."""
    by_id = {value.id: value for value in values}
    for wanted in expected.get("values", []):
        _only(wanted, {"id", "reads", "status"})
        assert wanted["id"] in by_id, f"no value {wanted['id']}; there are:\n" + "\n".join(by_id)
        value = by_id[wanted["id"]]
        if "reads" in wanted:
            assert written_value(value) == wanted["reads"], value.id
        if "status" in wanted:
            assert str(value.status) == wanted["status"], value.id
    for beginning in expected.get("no_value", []):
        assert not [identity for identity in by_id if identity.startswith(beginning)]


def _check_findings(findings: tuple[Finding, ...], expected: list[dict[str, Any]]) -> None:
    """Each finding of the case is expected, each expected one is there once."""
    told = "\n".join(f"{finding.severity} {finding.kind}: {finding.message_vi}" for finding in findings)
    left = list(findings)
    for wanted in expected:
        _only(wanted, {"severity", "kind", "words", "row", "column"})
        fitting = [finding for finding in left if _fits(finding, wanted)]
        assert fitting, f"no such finding: {wanted}; there are:\n{told}"
        left.remove(fitting[0])
    assert not left, f"findings that nobody expects:\n{told}"


def _fits(finding: Finding, wanted: Mapping[str, Any]) -> bool:
    words = [wanted["words"]] if isinstance(wanted["words"], str) else wanted["words"]
    placed = all(getattr(finding, name) == wanted[name] for name in ("row", "column") if name in wanted)
    return (
        placed
        and (str(finding.severity), str(finding.kind)) == (wanted["severity"], wanted["kind"])
        and all(word in finding.message_vi for word in words)
    )


def _says(text: str, words: str | list[str]) -> None:
    for word in [words] if isinstance(words, str) else words:
        assert word in text, f"“{word}” is not said in: {text}"


def _only(given: Mapping[str, Any], known: set[str]) -> None:
    """A misspelt key would test nothing."""
    assert not set(given) - known, f"unknown keys: {', '.join(sorted(set(given) - known))}"
