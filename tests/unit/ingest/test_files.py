"""Tệp nhận được: what is read, what is refused, and that nothing sent is left out in silence."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import openpyxl
import pytest

ROW = "213,2018-12-31,qd-59-2015,300"
CSV = f"place_code,as_of,standard_id,poor_households\n{ROW}\n"
VI_HEADING = ("Mã đơn vị hành chính", "Thời điểm", "Chuẩn nghèo", "Số hộ nghèo")
VI_ROW = ("213", "31/12/2018", "qd-59-2015", 300)


def poor(period):
    return list(period.read().tables["household_review"]["poor_households"])


def test_a_csv_file_with_bom_and_windows_line_ends(period):
    period.write("household_review.csv", b"\xef\xbb\xbf" + CSV.replace("\n", "\r\n").encode())
    assert poor(period) == [Decimal(300)]


def test_headings_and_file_names_in_vietnamese_decomposed_and_with_odd_spaces(period):
    heading = ",".join(VI_HEADING).replace("hộ nghèo", " HỘ\u00a0nghèo (hộ)")
    text = unicodedata.normalize("NFD", f"{heading}\n{ROW}\n")
    period.write(unicodedata.normalize("NFD", "Kết quả rà soát hộ nghèo, hộ cận nghèo.csv"), text)
    assert poor(period) == [Decimal(300)]


def test_no_table_at_all(period):
    problem = period.problem()
    assert problem.file == period.file
    assert problem.message("vi").startswith(f"{period.file}: cần ít nhất một bảng số liệu (household_review.csv")
    assert "found none" in problem.message("en")


def test_a_missing_folder(period):
    period.folder = period.folder.parent / "2017"
    assert period.problem().message("en").startswith("periods/bac-giang-city/2017: expected the folder of the period")


def test_a_file_that_is_no_table_names_the_nearest(period):
    period.write("household_reviews.csv", CSV)
    problem = period.problem()
    assert problem.file.endswith("/household_reviews.csv")
    assert "Có phải: household_review" in problem.remedy_vi


@pytest.mark.parametrize("suffix", [".xls", ".ods", ".tsv"])
def test_other_spreadsheets_are_refused_not_ignored(period, suffix):
    period.reviews(ROW)
    period.write(f"activities{suffix}", b"x")
    problem = period.problem()
    assert problem.found_vi == f"tệp {suffix}"
    assert "lưu lại dạng .xlsx" in problem.remedy_vi


def test_a_misnamed_yaml_file_is_refused_not_ignored(period):
    period.reviews(ROW)
    period.write("correction.yaml", "[]")
    assert "Did you mean: corrections.yml" in period.problem().remedy_en


def test_pictures_and_notes_are_left_alone(period):
    period.reviews(ROW)
    period.write("scan.pdf", b"%PDF")
    period.write("~$so_lieu.xlsx", b"lock")
    assert poor(period) == [Decimal(300)]


def test_a_csv_file_that_is_not_utf8(period):
    period.write("household_review.csv", CSV.encode() + "Bắc".encode("utf-16-le"))
    problem = period.problem()
    assert (problem.row, problem.found_en) == (3, "the invalid byte 0xAF")
    assert "CSV UTF-8" in problem.remedy_vi


def test_a_csv_file_in_utf16(period):
    period.write("household_review.csv", CSV.encode("utf-16"))
    assert period.problem().found_vi == "tệp mã UTF-16"


@pytest.mark.parametrize(("separator", "name"), [(";", "dấu chấm phẩy"), ("\t", "dấu tab")])
def test_another_separator_is_named(period, separator, name):
    period.write("household_review.csv", CSV.replace(",", separator))
    assert period.problem().found_vi == f"các cột cách nhau bằng {name}"


def test_an_unclosed_quote(period):
    period.write("household_review.csv", CSV + '213,"2017-12-31,qd-59-2015,5\n')
    assert "double quotes" in period.problem().remedy_en


def test_a_decimal_comma_outside_quotes_is_not_cut_off(period):
    period.reviews(f"{ROW},0,85", columns="poverty_ratio_printed")
    problem = period.problem()
    assert (problem.row, problem.column, problem.found_vi) == (2, "6", "“85”")
    assert "dấu nháy kép" in problem.remedy_vi


def test_an_empty_csv_file(period):
    period.write("household_review.csv", "")
    assert period.problem().found_vi == "bảng trống"


def test_the_same_table_twice(period):
    period.reviews(ROW)
    period.workbook({"household_review": [VI_HEADING, VI_ROW]})
    problem = period.problem()
    assert "household_review.csv và" in problem.found_vi
    assert "so_lieu.xlsx / household_review" in problem.found_vi


def test_two_sheets_with_the_same_table(period):
    period.workbook({"household_review": [VI_HEADING, VI_ROW], "Review of poor and near-poor": [VI_HEADING]})
    assert period.problem().found_en == "“Review of poor and near-poor”"
    period.workbook({"household_review": [VI_HEADING], "Kết quả rà soát hộ nghèo, hộ cậ": [VI_HEADING, VI_ROW]})
    assert "a single table" in period.problem().expected_en


def test_a_vietnamese_sheet_with_title_lines_column_numbers_and_a_name_cut_off_by_excel(period):
    rows = [
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ",), ("Biểu số 01",), (), ("TT", *VI_HEADING),
        ("(A)", "(B)", "(1)", "(2)", "(3)"), (1, *VI_ROW), (),
    ]  # fmt: skip
    period.workbook({"Kết quả rà soát hộ nghèo, hộ cậ": rows})
    received = period.read()
    frame = received.tables["household_review"]
    assert list(frame["poor_households"]) == [Decimal(300)]
    assert (frame.at[0, "as_of"], frame.at[0, "row"]) == ("2018-12-31", 6)
    assert received.findings == ()


def test_a_single_sheet_may_be_named_by_its_file(period):
    period.workbook({"Sheet1": [VI_HEADING, VI_ROW]}, "household_review.xlsx")
    assert poor(period) == [Decimal(300)]


def test_a_workbook_without_a_known_sheet(period):
    period.workbook({"Sheet1": [VI_HEADING, VI_ROW]})
    assert period.problem().found_vi == "“Sheet1”"


def test_a_sheet_nobody_asked_for_is_noted(period):
    period.workbook({"household_review": [VI_HEADING, VI_ROW], "Ghi nhớ": [("x",)]})
    assert period.finding().message_vi == "Trang tính “Ghi nhớ” không mang tên bảng nào và không được sử dụng."


def test_an_empty_workbook(period):
    period.workbook({"household_review": []})
    assert period.problem().found_vi == "sổ tính trống"


@pytest.mark.parametrize("keep", [0, 200, 3000])
def test_a_damaged_workbook(period, keep):
    path = period.workbook({"household_review": [VI_HEADING, VI_ROW]})
    path.write_bytes(path.read_bytes()[:keep])
    assert period.problem().message("vi").startswith(f"{period.file}/so_lieu.xlsx: cần một sổ tính Excel đọc được")


def test_a_workbook_broken_inside(period):
    path = period.workbook({"household_review": [VI_HEADING, VI_ROW]})
    content = bytearray(path.read_bytes())
    for at in range(200, len(content) - 200, 7):
        content[at] ^= 0x55
    path.write_bytes(bytes(content))
    assert "a damaged file" in period.problem().found_en


def test_a_password_or_an_old_file_under_a_new_name(period):
    period.write("so_lieu.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "mật khẩu" in period.problem().found_vi


def test_a_stray_cell_far_away_does_not_fill_the_memory(period):
    path = period.workbook({"household_review": [VI_HEADING, VI_ROW]})
    book = openpyxl.load_workbook(path)
    book["household_review"]["XFD1048576"] = "x"
    book.save(path)
    assert period.problem().found_vi == "một ô ở XFD1048576"


def test_missing_and_misspelt_columns(period):
    period.write("household_review.csv", "place_code,as_of,standard_id,poor_housholds\n213,2018-12-31,qd-59-2015,1\n")
    missing, misspelt = period.problems()
    assert missing.expected_vi == "cột “poor_households” (Số hộ nghèo)"
    assert "the columns: place_code, as_of, standard_id, poor_housholds" in missing.found_en
    assert (misspelt.column, misspelt.remedy_en) == (
        "poor_housholds", "Rename the column. Did you mean: poor_households?"
    )  # fmt: skip


def test_a_heading_without_tone_marks_is_a_misspelling(period):
    period.reviews(f"{ROW},9", columns="Tong so ho")
    assert period.problem().remedy_vi == "Sửa tên cột. Có phải: Tổng số hộ?"


def test_a_column_of_the_office_itself_is_noted_once_and_numbers_of_rows_are_not(period):
    period.reviews(f"{ROW},9,1", columns="Số hộ dân tộc thiểu số,TT")
    finding = period.finding()
    assert (finding.severity, finding.kind, finding.column) == ("note", "mapping", "Số hộ dân tộc thiểu số")
    assert finding.id == period.finding().id


def test_one_column_under_two_headings(period):
    period.reviews(f"{ROW},301", columns="Số hộ nghèo")
    assert period.problem().found_vi == "hai cột: “poor_households” và “Số hộ nghèo”"
