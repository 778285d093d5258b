"""Chuẩn nghèo: two issuers on one date, and standards that cannot be."""

from __future__ import annotations

from datetime import date

from poverty_evaluation.reference import Area, HouseholdClass

SECOND = """
- id: provincial
  label_vi: Chuẩn của tỉnh
  label_en: Standard of the province
  issuer: "901"
  issuer_vi: HĐND tỉnh Mẫu
  issuer_en: Council of Mẫu
  instrument: 1/2010/NĐ-CP
  valid_from: 2014-01-01
  valid_to: 2016-12-31
  method: income_and_deprivation
  deprivation_cutoff: 3
  rule_vi: Thu nhập và thiếu hụt.
  rule_en: Income and deprivations.
  source: bịa ra để thử
  verified: false
  lines:
    - {household_class: poor, area: urban, vnd_per_person_month: 900000, verified: false, source: khác}
  deprivations:
    - {id: toilet, service: water, label_vi: Nhà tiêu, label_en: Toilet, threshold_vi: Không có, verified: true,
       threshold_verified: false}
"""


def test_two_standards_on_one_date_by_issuer(data_root):
    data_root.append("standards.yml", SECOND)
    reference = data_root.load()
    assert reference.standard_on(date(2015, 12, 31)).id == "old"
    assert reference.standard_on(date(2015, 12, 31), issuer="901").id == "provincial"
    assert reference.standard_on(date(2016, 12, 31)) is None


def test_source_is_inherited_unless_given(data_root):
    data_root.append("standards.yml", SECOND)
    old, provincial = data_root.load().standards
    assert old.lines[0].source == "bịa ra để thử"
    assert provincial.lines[0].source == "khác"
    assert provincial.deprivations[0].source == "bịa ra để thử"
    assert provincial.line(HouseholdClass.POOR, Area.RURAL) is None
    assert provincial.line(HouseholdClass.POOR, Area.URBAN).vnd_per_person_month == 900_000


def test_two_standards_of_one_issuer_overlap(data_root, one_problem):
    data_root.append("standards.yml", SECOND.replace('"901"', "national"))
    problem = one_problem()
    assert problem.column == "standards[provincial].valid_from"
    assert "“old”" in problem.expected_en


def test_cutoff_is_needed_where_deprivations_count(data_root, one_problem):
    data_root.append("standards.yml", SECOND.replace("  deprivation_cutoff: 3\n", ""))
    assert one_problem().column == "standards[provincial].deprivation_cutoff"


def test_line_given_twice(data_root, one_problem):
    line = "    - {household_class: poor, area: rural, vnd_per_person_month: 1, verified: true}\n"
    data_root.append("standards.yml", line)
    problem = one_problem()
    assert "poor/rural" in problem.found_en


def test_standard_that_ends_before_it_begins(data_root, one_problem):
    data_root.replace("standards.yml", "valid_to: 2015-12-31", "valid_to: 2010-12-31")
    assert one_problem().column == "standards[old].valid_to"
