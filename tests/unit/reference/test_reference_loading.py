"""Nạp danh mục: what is read, and what is refused with its place and its remedy."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import FrozenInstanceError

import pytest

from poverty_evaluation.reference import UnknownCodeError, load_reference
from poverty_evaluation.vocabulary.choices import FigureKind
from poverty_evaluation.vocabulary.errors import InputError


def test_small_root_loads_whole(data_root):
    reference = data_root.load()
    assert reference.places.place("90001").full_name_vi == "phường Hòa Bình"
    assert [standard.id for standard in reference.standards] == ["old"]
    assert reference.documents["1/2010/NĐ-CP"].date.isoformat() == "2010-12-31"
    assert reference.units["lượt hộ"].kind is FigureKind.OCCURRENCES
    assert reference.figure_roles["households"].label("en") == "Households"
    assert reference.organisations["office"].short("en") == "Office of Mẫu"
    assert reference.indicators == ()
    assert dict(reference.outlines) == {}


def test_ancestors_nearest_first(data_root):
    groups = data_root.load().measure_groups
    assert groups.ancestors("inner") == ("middle", "outer")
    assert groups.ancestors("outer") == ()
    with pytest.raises(UnknownCodeError, match="inner"):
        groups.ancestors("iner")


def test_names_looks_through_all_lists(data_root):
    reference = data_root.load()
    assert reference.names("road") == ("Làm đường", "Roads built")
    assert reference.names("middle") == ("Giữa", "Middle")
    assert reference.names("office") == ("Văn phòng Mẫu", "Office of Mẫu")
    assert reference.names("poor") == ("Hộ nghèo", "Poor households")
    assert reference.names("component-1", "p-one") == ("Đường", "Roads")
    assert reference.names("component-1-1", "p-one") == ("Cầu", "Bridges")
    with pytest.raises(UnknownCodeError):
        reference.names("component-1")
    with pytest.raises(UnknownCodeError, match="Có phải: road") as caught:
        reference.names("raod")
    assert "Did you mean: road" in caught.value.message_en


def test_component_of_the_programme_comes_before_a_group_of_the_same_code(data_root):
    data_root.append("measure_groups.csv", "component-1,Nhóm,Group,\n")
    reference = data_root.load()
    assert reference.names("component-1", "p-one") == ("Đường", "Roads")
    assert reference.names("component-1") == ("Nhóm", "Group")


def test_values_cannot_be_changed(data_root):
    data_root.write(
        "indicators.yml",
        "- {id: a, kind: input, table: t, column: c, where: {role: [money]}, unit: vnd, label: {vi: A, en: A}}\n",
    )
    reference = data_root.load()
    with pytest.raises(FrozenInstanceError):
        reference.places = None
    with pytest.raises(FrozenInstanceError):
        reference.standards[0].id = "new"
    with pytest.raises(TypeError):
        reference.measures["new"] = reference.measures["road"]
    with pytest.raises(TypeError):
        reference.indicators[0].where["role"] = ()


def test_byte_order_mark_and_blank_lines_are_harmless(data_root):
    text = (data_root.path / "reference" / "units.csv").read_text(encoding="utf-8")
    data_root.write("units.csv", "\ufeff" + text + "\n,,,,,\n")
    assert list(data_root.load().units) == ["lượt hộ"]


def test_decomposed_letters_are_put_together(data_root):
    data_root.replace("units.csv", "lượt hộ,household", "lu\u031bo\u031b\u0323t hộ,household")
    assert "lượt hộ" in data_root.load().units


def test_missing_files_are_all_named_at_once(tmp_path):
    with pytest.raises(InputError) as caught:
        load_reference(tmp_path)
    files = {problem.file for problem in caught.value.problems}
    assert {"reference/places.csv", "reference/standards.yml", "reference/units.csv"} <= files
    assert not files & {"reference/indicators.yml", "reference/place_names.csv"}
    assert "no such file" in str(caught.value)
    assert "không có tệp" in str(caught.value)


def test_missing_list_does_not_drag_other_problems_along(data_root, one_problem):
    data_root.remove("documents.csv")
    assert one_problem().file == "reference/documents.csv"


def test_unknown_column_names_the_nearest(data_root):
    data_root.replace("units.csv", "label_en", "lable_en")
    unknown, missing = data_root.problems()
    assert (unknown.file, unknown.row, unknown.column) == ("reference/units.csv", 1, "lable_en")
    assert "label_en" in unknown.message("vi")
    assert "Did you mean: label_en" in unknown.message("en")
    assert missing.column == "label_en"


def test_unknown_key_names_the_nearest(data_root, one_problem):
    data_root.replace("standards.yml", "  method: income\n", "  method: income\n  deprivation_cutof: 3\n")
    problem = one_problem()
    assert problem.column == "standards[old].deprivation_cutof"
    assert problem.row == 12
    assert "Did you mean: deprivation_cutoff" in problem.message("en")
    assert "Có phải: deprivation_cutoff" in problem.message("vi")


def test_key_of_a_nested_entry_is_located(data_root, one_problem):
    data_root.replace("standards.yml", "area: rural", "area: countryside")
    problem = one_problem()
    assert problem.column == "standards[old].lines[1].area"
    assert "rural, urban" in problem.expected_en
    assert "“countryside”" in problem.found_vi


def test_key_given_twice(data_root, one_problem):
    data_root.replace("standards.yml", "  method: income\n", "  method: income\n  label_en: Again\n")
    assert "the key “label_en” twice" in one_problem().found_en


def test_bare_true_is_no_text(data_root, one_problem):
    data_root.replace("standards.yml", "label_en: Old standard", "label_en: true")
    problem = one_problem()
    assert problem.column == "standards[old].label_en"
    assert "“true”" in problem.found_en


def test_yaml_that_cannot_be_read(data_root, one_problem):
    data_root.write("programmes.yml", "- id: [p-one\n  label: x\n")
    problem = one_problem()
    assert problem.file == "reference/programmes.yml"
    assert problem.row is not None


def test_yaml_entry_that_contains_itself(data_root):
    data_root.write("indicators.yml", "- &a {id: a, kind: sum, of: *a, unit: vnd, label: {vi: A, en: A}}\n")
    problem, *_ = data_root.problems()
    assert "contains itself" in problem.found_en


def test_list_expected_mapping_found(data_root, one_problem):
    data_root.write("indicators.yml", "id: a\n")
    problem = one_problem()
    assert "a list" in problem.expected_en
    assert "nested entries" in problem.found_en


def test_csv_with_an_open_quote(data_root, one_problem):
    data_root.write("figure_roles.csv", 'role,label_vi,label_en\nhouseholds,"Số hộ"x,Households\n')
    assert one_problem().file == "reference/figure_roles.csv"


def test_row_with_too_many_cells(data_root, one_problem):
    data_root.append("figure_roles.csv", "norm,Định mức, mỗi hộ,Norm\n")
    problem = one_problem()
    assert problem.row == 3
    assert problem.found_en == "4 cells"


def test_text_that_is_not_utf_8(data_root, one_problem):
    other_encoding = "role,label_vi,label_en\nhouseholds,Số hộ,Households\n".encode("utf-16")
    (data_root.path / "reference" / "figure_roles.csv").write_bytes(other_encoding)
    assert "UTF-8" in one_problem().expected_vi


def test_empty_required_cell(data_root, one_problem):
    data_root.append("figure_roles.csv", "norm,,Norm\n")
    problem = one_problem()
    assert (problem.row, problem.column) == (3, "label_vi")


def test_date_in_another_form(data_root, one_problem):
    data_root.replace("documents.csv", "2010-12-31", "31/12/2010")
    problem = one_problem()
    assert problem.column == "date"
    assert "“31/12/2010”" in problem.found_en


def test_money_with_separators(data_root, one_problem):
    data_root.replace("standards.yml", "400000", "400.000")
    assert one_problem().column == "standards[old].lines[1].vnd_per_person_month"


def test_flag_in_other_words(data_root, one_problem):
    data_root.replace("documents.csv", "bịa,true", "bịa,yes")
    assert one_problem().column == "verified"


def test_codes_keep_their_zeros_unquoted(data_root):
    data_root.replace("standards.yml", "issuer: national", "issuer: 07213")
    assert data_root.load().standards[0].issuer == "07213"


@pytest.mark.parametrize(
    ("file", "row"),
    [
        ("documents.csv", "1/2010/NĐ-CP,Nghị định,,Chính phủ,Thử,Test,,,bịa,true\n"),
        ("units.csv", "lượt hộ,other,items,x,x,\n"),
        ("figure_roles.csv", "households,x,x\n"),
        ("organisations.csv", "office,x,x,,,office,,,bịa\n"),
    ],
)
def test_code_given_twice(data_root, one_problem, file, row):
    data_root.append(file, row)
    problem = one_problem()
    assert problem.row == 3
    assert "line 2" in problem.found_en


def test_standard_and_programme_given_twice(data_root):
    data_root.append("standards.yml", data_root_text(data_root, "standards.yml").replace("national", "901"))
    data_root.append("programmes.yml", data_root_text(data_root, "programmes.yml"))
    assert [problem.column for problem in data_root.problems()] == ["standards[old].id", "programmes[p-one].id"]


def data_root_text(data_root, name: str) -> str:
    return (data_root.path / "reference" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "column", "hint"),
    [
        (",inner,p-one", ",iner,p-one", "group_code", "inner"),
        (",p-one,", ",p-two,", "programme_id", "p-one"),
        (",component-1,", ",component-2,", "component_code", "component-1"),
        (",office,", ",offices,", "organisation_code", "office"),
    ],
)
def test_measure_that_points_nowhere(data_root, one_problem, old, new, column, hint):
    data_root.replace("measures.csv", old, new)
    problem = one_problem()
    assert (problem.file, problem.row, problem.column) == ("reference/measures.csv", 2, column)
    assert hint in problem.remedy_vi
    assert hint in problem.remedy_en


def test_component_without_its_programme(data_root, one_problem):
    data_root.replace("measures.csv", ",p-one,", ",,")
    assert one_problem().column == "component_code"


def test_a_measure_names_the_table_it_is_told_in(data_root, one_problem):
    assert data_root.load().measures["road"].subject == ""
    data_root.replace("measures.csv", "source,verified", "source,verified,subject")
    data_root.replace("measures.csv", "bịa,true", "bịa,true,training")
    assert data_root.load().measures["road"].subject == "training"
    data_root.replace("measures.csv", "true,training", "true,trainings")
    problem = one_problem()
    assert (problem.row, problem.column) == (2, "subject")
    assert "training" in problem.remedy_vi


def test_document_that_nobody_listed(data_root):
    data_root.replace("standards.yml", "1/2010/NĐ-CP", "1/2011/NĐ-CP")
    data_root.replace("programmes.yml", "1/2010/NĐ-CP", "2/2010/NĐ-CP")
    problems = data_root.problems()
    assert [problem.column for problem in problems] == ["standards[old].instrument", "programmes[p-one].instrument"]
    assert all("1/2010/NĐ-CP" in problem.remedy_en for problem in problems)


def test_group_within_itself(data_root):
    data_root.replace("measure_groups.csv", "outer,Ngoài,Outer,", "outer,Ngoài,Outer,inner")
    problems = data_root.problems()
    assert {problem.column for problem in problems} == {"parent_code"}
    assert "outer → inner → middle → outer" in problems[0].found_en


def test_problems_of_several_files_come_together(data_root):
    data_root.replace("documents.csv", "2010-12-31", "31/12/2010")
    data_root.append("figure_roles.csv", "norm,,Norm\n")
    data_root.replace("measures.csv", ",office,", ",offices,")
    files = [problem.file for problem in data_root.problems()]
    assert files == ["reference/documents.csv", "reference/figure_roles.csv", "reference/measures.csv"]


def test_import_does_no_work_and_stays_light():
    code = (
        "import sys; import poverty_evaluation.reference; "
        "print(sorted(set(sys.modules) & {'pandas', 'numpy', 'pydantic', 'matplotlib', 'duckdb'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_same_contents_are_understood_once_and_a_changed_file_at_once(data_root):
    first = data_root.load()
    assert data_root.load() is first
    path = data_root.path / "reference" / "places.csv"
    stamp = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("Hòa Bình", "Hòa Bìn"), encoding="utf-8")
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert data_root.load().places.place("90001").full_name_vi == "phường Hòa Bìn"
    path.unlink()
    with pytest.raises(InputError):
        data_root.load()
