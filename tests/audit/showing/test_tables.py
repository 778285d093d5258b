"""JSON for scripts, CSV and workbooks for people, frames for analysts: the same findings in each."""

import csv
import io
import json

import openpyxl
import pytest

from poverty_evaluation.audit.findings import AuditResult, AuditVerdict
from poverty_evaluation.audit.showing.plain import json_line
from poverty_evaluation.audit.showing.shown import Show
from poverty_evaluation.audit.showing.tables import FRAME_COLUMNS, findings_csv, results_frame
from poverty_evaluation.audit.showing.workbook import findings_workbook
from poverty_evaluation.vocabulary.findings import FindingKind


def test_json_keeps_its_contract(result):
    line = json_line(result, Show.ALL)
    assert "\n" not in line
    plain = json.loads(line)
    assert {"file", "findings", "figures_read", "seconds"} <= set(plain)
    assert (plain["file"], plain["figures_read"], len(plain["findings"])) == (result.file, 1234, 6)
    for finding in plain["findings"]:
        assert {
            "verdict", "kind", "line", "start", "end", "quote", "stated", "computed", "figures", "explanation_vi",
            "explanation_en", "readings",
        } <= set(finding)  # fmt: skip
        for figure in finding["figures"]:
            assert {"text", "value", "unit", "line"} <= set(figure)
    assert plain["counts"] == {"contradiction": 3, "likely": 1, "unverifiable": 1, "holds": 1}
    assert len(json.loads(json_line(result))["findings"]) == 4


def test_csv_opens_in_excel_with_one_row_per_finding(result):
    text = findings_csv([result, result], Show.CONTRADICTIONS, "vi")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == 8
    assert rows[1]["Kết luận"] == "MÂU THUẪN" and rows[1]["Dòng"] == "3" and rows[1]["Số tính lại"] == "182 hộ"
    assert rows[1]["Các con số"] == "952 hộ (dòng 3); 538 hộ (dòng 3); 356 hộ (dòng 3)"


@pytest.mark.parametrize("begin", ["=1+1", "+84", "-5 hộ", "@x"])
def test_no_cell_of_csv_is_a_formula(finder, source, begin):
    finding = finder.finding(
        AuditVerdict.CONTRADICTION, FindingKind.SUM, finder.figure("35 hộ"), computation=begin, explanation_vi=begin
    )
    text = findings_csv([AuditResult(begin, (finding,), (), 1, 0)], Show.ALL, "vi")
    row = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))[1]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
    assert f"'{begin}" in row


def test_the_workbook_has_findings_and_figures_and_no_formulas(result):
    book = openpyxl.load_workbook(io.BytesIO(findings_workbook([result], Show.ALL)))
    assert book.sheetnames == ["Phát hiện", "Con số"]
    findings, figures = book["Phát hiện"], book["Con số"]
    assert findings.freeze_panes == "A2" and findings.auto_filter.ref == "A1:M7"
    assert [cell.value for cell in findings[1]][:4] == ["Tệp", "Số", "Kết luận", "Nội dung kiểm tra"]
    assert findings["C3"].value == "MÂU THUẪN" and findings["E3"].value == 3
    assert findings["G3"].alignment.wrap_text and findings.column_dimensions["G"].width > 40
    values = {row[3].value: row[4].value for row in figures.iter_rows(min_row=2)}
    assert values["952 hộ"] == 952 and values["35 hộ"] == 35
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)
    assert openpyxl.load_workbook(io.BytesIO(findings_workbook([], language="en"))).sheetnames == [
        "Findings",
        "Figures",
    ]


def test_a_frame_has_a_row_per_finding(result):
    frame = results_frame([result, result])
    assert tuple(frame.columns) == FRAME_COLUMNS and len(frame) == 12
    row = frame[frame["kind"] == "difference"].iloc[0]
    assert (row["verdict"], row["line"], row["page"]) == ("contradiction", 3, 2)
    assert row["figures"] == "952 hộ; 538 hộ; 356 hộ" and row["computation"] == "538 − 356 = 182 hộ"
    assert list(results_frame([]).columns) == list(FRAME_COLUMNS)
