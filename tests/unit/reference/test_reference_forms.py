"""Biểu mẫu quy định: forms as data, refused where they lead nowhere."""

from __future__ import annotations

import pytest

from poverty_evaluation.reference import FormMoment, FormRows, PlaceLevel
from poverty_evaluation.reference.forms import formula_terms

INDICATORS = """
- {id: poor_households, kind: input, table: household_review, column: poor_households, unit: household, decimals: 0,
   label: {vi: Hộ nghèo, en: Poor}}
- {id: total_households, kind: input, table: household_review, column: total_households, unit: household, decimals: 0,
   label: {vi: Tổng số hộ, en: Households}}
"""
BREAKDOWNS = """
- id: poor_groups
  of: poor_households
  grouping: overlapping
  label: {vi: Hộ nghèo theo nhóm, en: Poor households by group}
  sensitive: true
  source: bịa ra để thử
  verified: false
  columns:
    - {code: minority, label: {vi: Dân tộc thiểu số, en: Ethnic minority}}
"""
FORM = """- id: form-1
  circular: 1/2010/NĐ-CP
  corner: Biểu số 1
  sheet: Biểu 1
  title: TỔNG HỢP
  unit: "Đơn vị tính: hộ"
  standards: [old]
  rows: places
  position: STT
  place: {city: Phường/Xã, province: Huyện}
  lines_heading: Phân tổ
  lines: [Hộ, Nhân khẩu]
  source: bịa ra để thử
  verified: false
  columns:
    - {heading: Số hộ, number: "1", background: true, fill: {of: total_households}}
    - heading: Hộ nghèo
      columns:
        - {heading: Đầu kỳ, number: "2", fill: {of: [poor_households, total_households], at: opening}}
        - {heading: Cuối kỳ, number: "3", fill: {of: poor_households}, or: {of: total_households}}
        - {heading: Nhóm, number: "4", formula: "3/1×100", fill: {of: poor_households, breakdown: poor_groups, category: minority}}
    - {heading: Không thu thập, number: "5"}
"""  # noqa: E501


@pytest.fixture
def forms(data_root):
    data_root.write("indicators.yml", INDICATORS)
    data_root.write("breakdowns.yml", BREAKDOWNS)
    data_root.write("forms/one.yml", FORM)
    return data_root


def test_a_form_is_read_whole(forms):
    form = forms.load().forms["form-1"]
    assert (form.corner, form.rows, form.lines) == ("Biểu số 1", FormRows.PLACES, ("Hộ", "Nhân khẩu"))
    assert [leaf.heading for leaf in form.leaves] == ["Số hộ", "Đầu kỳ", "Cuối kỳ", "Nhóm", "Không thu thập"]
    assert [leaf.printed_number for leaf in form.leaves] == ["1", "2", "3", "4=3/1×100", "5"]
    opening, closing, group, blank = form.leaves[1:]
    assert opening.fills[0].at is FormMoment.OPENING and opening.fills[0].of == ("poor_households", "total_households")
    assert [fill.of for fill in closing.fills] == [("poor_households",), ("total_households",)]
    assert dict(group.fills[0].dimensions) == {"breakdown": "poor_groups", "category": "minority"}
    assert not blank.fills and form.leaves[0].is_background
    assert form.is_for("old") and not form.is_for("new") and not form.verified


def test_the_heading_of_places_goes_by_the_level_of_the_reporting_place(forms):
    form = forms.load().forms["form-1"]
    assert form.heading_of_places(PlaceLevel.PROVINCE) == "Huyện"
    assert form.heading_of_places(PlaceLevel.DISTRICT) == "Phường/Xã"


def test_a_form_without_standards_is_for_any(forms):
    forms.write("forms/one.yml", FORM.replace("  standards: [old]\n", ""))
    assert forms.load().forms["form-1"].is_for("anything")


def test_the_folder_may_be_absent(data_root):
    assert not data_root.load().forms


@pytest.mark.parametrize(
    ("old", "new", "column", "says"),
    [
        ("{of: poor_households}, or", "{of: poor_housholds}, or", "columns[Cuối kỳ].fill.of", "poor_households"),
        ("or: {of: total_households", "or: {of: total_household", "columns[Cuối kỳ].or.of", "total_households"),
        ("breakdown: poor_groups", "breakdown: poor_group", "columns[Nhóm].fill.breakdown", "poor_groups"),
        ("category: minority", "category: minorities", "columns[Nhóm].fill.category", "minority"),
        ("at: opening", "at: openning", "columns[Đầu kỳ].fill.at", "opening"),
        ('"3/1×100"', '"3/7×100"', "columns[Nhóm].formula", "the column numbers of the form"),
        ('number: "5"', 'number: "4"', "columns[Nhóm].number", "each column number once"),
        ("standards: [old]", "standards: [olt]", "standards", "old"),
        ("circular: 1/2010/NĐ-CP", "circular: 1/2010/ND-CP", "circular", "1/2010/NĐ-CP"),
        ("rows: places", "rows: place", "rows", "places"),
        ("sheet: Biểu 1", 'sheet: "Biểu 1/2"', "sheet", "the name of a sheet"),
        ("{city: Phường/Xã", "{town: Phường/Xã", "place.town", "the levels of places"),
        ("verified: false\n  columns", "verified: maybe\n  columns", "verified", "true or false"),
        ("    - heading: Hộ nghèo\n", '    - heading: Hộ nghèo\n      number: "9"\n', "columns", "a head over others"),
    ],
)
def test_a_bad_form_is_refused_at_its_place(forms, old, new, column, says):
    forms.write("forms/one.yml", FORM.replace(old, new, 1))
    problem, *_ = forms.problems()
    assert problem.file == "reference/forms/one.yml" and problem.row is not None
    assert problem.column.startswith("one[form-1].") and problem.column.endswith(column)
    assert says in problem.message("en")


def test_two_forms_of_one_standard_never_share_a_sheet(forms):
    forms.write("forms/two.yml", FORM.replace("form-1", "form-2"))
    (problem,) = forms.problems()
    assert (problem.column, problem.file) == ("two[form-2].sheet", "reference/forms/two.yml")
    assert "form-1" in problem.message("en")


def test_a_form_without_columns(forms, one_problem):
    forms.write("forms/one.yml", FORM[: FORM.index("  columns:\n")])
    assert one_problem().column == "one[form-1].columns"


def test_the_columns_that_a_printed_formula_names():
    assert formula_terms("1-2-3-4+5") == ("1", "2", "3", "4", "5")
    assert formula_terms("3/1×100") == ("3", "1")
    assert formula_terms("1.1+1.2") == ("1.1", "1.2")
