"""Ai được hưởng, theo văn bản nào: groups and documents that a measure names, and groups that take in others."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from poverty_evaluation.reference import load_reference

DATA = Path(__file__).resolve().parents[3] / "data"
HEADING = (
    "measure_code,label_vi,label_en,group_code,programme_id,component_code,level,legal_basis,"
    "organisation_code,benefit,source,verified,beneficiary_groups\n"
)
ROW = "road,Làm đường,Roads built,inner,p-one,component-1,programme,{bases},office,service,bịa,true,{groups}\n"


@pytest.fixture
def measure(data_root):
    def write(bases: str = "", groups: str = "") -> None:
        data_root.write("measures.csv", HEADING + ROW.format(bases=bases, groups=groups))

    return write


def test_columns_that_were_left_out_name_nobody(data_root):
    reference = data_root.load()
    assert reference.measures["road"].beneficiary_groups == ()
    assert reference.measures["road"].legal_basis == ()
    assert reference.beneficiary_groups["poor"].covers == ()


def test_several_groups_and_documents_of_one_measure(data_root, measure):
    data_root.append("documents.csv", "5/QĐ-UBND,Quyết định,2017-08-23,UBND,Thử,Test,,,bịa,false\n")
    data_root.append("beneficiary_groups.csv", "near_poor,Hộ cận nghèo,Near-poor households,near_poor\n")
    measure("1/2010/NĐ-CP; 5/QĐ-UBND", "poor;near_poor")
    road = data_root.load().measures["road"]
    assert road.legal_basis == ("1/2010/NĐ-CP", "5/QĐ-UBND")
    assert road.beneficiary_groups == ("poor", "near_poor")


def test_document_of_no_list_is_refused_with_its_row(measure, one_problem):
    measure("1/2010/NĐ-CP;1/2011/NĐ-CP", "poor")
    problem = one_problem()
    assert (problem.file, problem.row, problem.column) == ("reference/measures.csv", 2, "legal_basis")
    assert "1/2011/NĐ-CP" in problem.found_vi
    assert "1/2010/NĐ-CP" in problem.remedy_vi


def test_group_of_no_list_is_refused_with_its_row(measure, one_problem):
    measure("", "por")
    problem = one_problem()
    assert (problem.file, problem.row, problem.column) == ("reference/measures.csv", 2, "beneficiary_groups")
    assert "poor" in problem.remedy_en


def test_covered_group_of_no_list_is_refused_with_its_row(data_root, one_problem):
    data_root.write(
        "beneficiary_groups.csv",
        "group_code,label_vi,label_en,is_poverty_class,covers\n"
        "poor,Hộ nghèo,Poor households,poor,\nall,Tất cả,All,mixed,poor;rich\n",
    )
    problem = one_problem()
    assert (problem.file, problem.row, problem.column) == ("reference/beneficiary_groups.csv", 3, "covers")
    assert "rich" in problem.found_en


def test_what_the_city_entitles_whom_to_by_which_documents():
    measures = load_reference(DATA).measures
    cows = measures["cow-breeding-model"]
    assert cows.beneficiary_groups == ("poor", "near_poor", "newly_escaped")
    assert cows.legal_basis == ("1722/QĐ-TTg", "18/2017/TT-BNNPTNT", "1455/QĐ-UBND", "4078/QĐ-UBND")
    assert measures["septic-toilets"].legal_basis == ("18/2016/NQ-HĐND",)
    assert measures["study-costs"].legal_basis == ("113-TB/TU", "2874/UBND-LĐTB", "1355/QĐ-UBND")
    assert measures["tet-gifts"].legal_basis == ()


def test_local_documents_tell_what_the_list_of_the_period_tells():
    """A document that both lists hold has one type, date and issuer."""
    period = DATA / "periods" / "bac-giang-city" / "2016-2018" / "documents.csv"
    known = load_reference(DATA).documents
    with period.open(encoding="utf-8", newline="") as file:
        both = [row for row in csv.DictReader(file) if row["symbol"] in known]
    assert len(both) == 8
    for row in both:
        listed = known[row["symbol"]]
        told = (listed.type_vi, str(listed.date), listed.issuer_vi)
        assert told == (row["type_vi"], row["date"], row["issuer_vi"])


def test_mixed_groups_take_in_the_classes_of_the_programme():
    groups = load_reference(DATA).beneficiary_groups
    assert groups["poor_near_poor_all_escaped"].covers == ("poor", "near_poor", "newly_escaped")
    assert all(group.covers for group in groups.values() if group.poverty_class == "mixed")
