"""Biểu phân tổ: forms as data, refused when their class, standard or names cannot be."""

from __future__ import annotations

import pytest

from poverty_evaluation.reference import TOTAL, Grouping

FORM = """- id: poor_groups
  of: poor_households
  grouping: overlapping
  standard: old
  label: {vi: Hộ nghèo theo nhóm, en: Poor households by group}
  form: Mẫu số 8
  sensitive: true
  source: bịa ra để thử
  verified: false
  columns:
    - {code: minority, label: {vi: Dân tộc thiểu số, en: Ethnic minority}}
    - {code: merit, label: {vi: Người có công, en: People with merit}}
"""


def test_a_form_is_read_whole(data_root):
    data_root.write("breakdowns.yml", FORM)
    form = data_root.load().breakdowns["poor_groups"]
    assert (form.of, form.grouping, form.standard) == ("poor_households", Grouping.OVERLAPPING, "old")
    assert form.codes == (TOTAL, "minority", "merit")
    assert form.sensitive and not form.verified and form.form == "Mẫu số 8"
    table = form.table
    assert table.name == "poor_groups" and table.field("merit").label_vi == "Người có công"
    assert table.field("standard_id").default == "old" and not table.field("standard_id").required


def test_the_file_may_be_absent(data_root):
    assert not data_root.load().breakdowns


@pytest.mark.parametrize(
    ("old", "new", "column", "says"),
    [
        ("of: poor_households", "of: poor_housholds", "of", "poor_households"),
        ("of: poor_households", "of: source_line", "of", "the counts of the reviews"),
        ("standard: old", "standard: olt", "standard", "old"),
        ("grouping: overlapping", "grouping: groups", "grouping", "partition, overlapping, answers"),
        ("id: poor_groups", "id: activities", "id", "activities"),
        ("id: poor_groups", "id: Nhóm", "id", "small letters"),
        ("vi: Hộ nghèo theo nhóm", "vi: Danh mục văn bản", "label", "Danh mục văn bản"),
        ("code: merit", "code: minority", "columns[minority].code", "minority"),
        ("code: merit", "code: total", "columns[total].code", "total"),
        ("vi: Người có công", "vi: Tổng số", "columns[merit].label.vi", "Tổng số"),
        ("sensitive: true", "sensitive: yes", "sensitive", "true or false"),
        ("form: Mẫu số 8", "from: Biểu số 8", "from", "Did you mean: form"),
        ("source: bịa ra để thử", "source:", "source", "a value"),
    ],
)
def test_a_bad_form_is_refused_at_its_place(data_root, one_problem, old, new, column, says):
    data_root.write("breakdowns.yml", FORM.replace(old, new, 1))
    problem = one_problem()
    key = new.split(": ")[-1] if old.startswith("id") else "poor_groups"
    assert (problem.file, problem.column) == ("reference/breakdowns.yml", f"breakdowns[{key}].{column}")
    assert says in problem.message("en")
    assert problem.row is not None


def test_a_form_without_columns(data_root, one_problem):
    data_root.write("breakdowns.yml", FORM[: FORM.index("  columns:")])
    assert one_problem().column == "breakdowns[poor_groups].columns"


def test_an_id_twice_is_told_once(data_root, one_problem):
    data_root.write("breakdowns.yml", FORM + FORM)
    assert "line 1" in one_problem().found_en


def test_two_forms_whose_sheets_would_be_called_alike(data_root, one_problem):
    label = "Chỉ số thiếu hụt của các hộ cận nghèo"
    first = FORM.replace("Hộ nghèo theo nhóm", label)
    second = first.replace("poor_groups", "other").replace(label, f"{label} năm trước").replace("by group", "by class")
    data_root.write("breakdowns.yml", first + second)
    problem = one_problem()
    assert problem.column == "breakdowns[other].label"
