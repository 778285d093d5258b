"""Đọc ô: numbers strictly, blanks with their meaning, spreadsheet cells by their format, dates, codes, places."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

HEADING = ("place_code", "as_of", "standard_id", "poor_households", "total_households", "poverty_ratio_printed")


def sheet_row(poor=300, total=None, rate=None, place="213", as_of="31/12/2018"):
    return (place, as_of, "qd-59-2015", poor, total, rate)


def from_sheet(period, *rows, formats=None):
    """The frame of a workbook with these rows under the usual headings; formats by cell."""
    told = {("household_review", cell): text for cell, text in (formats or {}).items()}
    period.workbook({"household_review": [HEADING, *rows]}, formats=told)
    return period.read().tables["household_review"]


def csv_row(period, text, columns="", row="213,2018-12-31,qd-59-2015"):
    period.reviews(f"{row},{text}", columns=columns)


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("", None, "missing"),
        ("-", 0, "given"),
        ("–", 0, "given"),
        ("KPS", 0, "given"),
        ("không phát sinh", 0, "given"),
        ("…", None, "not_collected"),
        ("x", None, "not_applicable"),
        ("X", None, "not_applicable"),
        ("Không thuộc đối tượng", None, "not_applicable"),
        ("0", 0, "given"),
        ("12.888", 12888, "given"),
        ("412204", 412204, "given"),
        ("356 hộ", 356, "given"),
    ],
)
def test_counts_and_the_marks_that_stand_for_none(period, text, value, status):
    csv_row(period, text)
    row = period.read().tables["household_review"].iloc[0]
    assert row["poor_households"] == (None if value is None else Decimal(value))
    assert (row["poor_households_status"], row["poor_households_as_printed"]) == (status, text)


def test_a_file_may_say_what_a_mark_means(period):
    period.change_report("leading_standard", 'blanks: {"-": missing, "n/a": not_collected}\nleading_standard')
    csv_row(period, "-,n/a", columns="total_households")
    row = period.read().tables["household_review"].iloc[0]
    assert (row["poor_households_status"], row["total_households_status"]) == ("missing", "not_collected")


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ('"1,234"', "có thể là: 1234."),
        ('"12,888"', "có thể là: 12888."),
        ("10.98", "Có thể là: 10,98 hoặc 10.980."),
        ("2.2.839", "Có thể là: 2.839 hoặc 22.839."),
        ('"0,12345"', "Số đếm không có phần lẻ."),
        ("-5", "dấu trừ"),
        ("năm mươi", "Không thấy con số trước"),
        ("như trên", "không viết “như trên”"),
        ("nt", "không viết “như trên”"),
        ("356 người", "không khớp với đơn vị “hộ”"),
        ("356%", "không khớp"),
        ("12-15", "khoảng"),
        ("9" * 30, "Kiểm tra lại ô này."),
    ],
)
def test_what_is_no_count_is_refused_with_its_place_and_remedy(period, text, remedy):
    csv_row(period, text)
    problem = period.problem()
    assert (problem.file, problem.row, problem.column) == (f"{period.file}/household_review.csv", 2, "poor_households")
    assert remedy in problem.remedy_vi
    assert "corrections.yml" in problem.remedy_vi or "ô này" in problem.remedy_vi
    assert text.strip('"') in problem.found_en


def test_candidates_are_written_as_the_file_writes_numbers(period):
    period.change_report("leading_standard", "number_formats: {household_review.csv: international}\nleading_standard")
    csv_row(period, '"2697,15"')
    assert "It may be: 2,697.15." in period.problem().remedy_en
    csv_row(period, "412204.00")
    assert period.read().tables["household_review"].at[0, "poor_households"] == 412204


def test_all_problems_at_once(period):
    period.reviews("999,32/12/2018,qd-59-2016,abc", "213,2018-12-31,qd-59-2015,1.5")
    problems = period.problems()
    assert [(problem.row, problem.column) for problem in problems] == [
        (2, "place_code"), (2, "as_of"), (2, "standard_id"), (2, "poor_households"), (3, "poor_households")
    ]  # fmt: skip
    assert "Có phải: qd-59-2015" in problems[2].remedy_vi
    assert all(problem.message("vi") and problem.message("en") for problem in problems)


def test_numbers_of_a_spreadsheet_are_taken_literally(period):
    row = from_sheet(period, sheet_row(412204.0, 412204)).iloc[0]
    assert (row["poor_households"], row["poor_households_as_printed"]) == (Decimal(412204), "412204")


def test_a_spreadsheet_number_that_lost_its_separator(period):
    period.workbook({"household_review": [HEADING, sheet_row(12.888)]})
    problem = period.problem()
    assert (problem.sheet, problem.row, problem.found_vi) == ("household_review", 2, "“12,888”")
    assert "có thể là: 12888." in problem.remedy_vi


@pytest.mark.parametrize(
    ("cell", "number_format", "printed"),
    [(0.85, "0.00", "0,85"), (0.0085, "0.00%", "0,85%"), ("0,85%", "@", "0,85%"), ("0,85", "@", "0,85")],
)
def test_per_cent_cells_are_read_by_their_format(period, cell, number_format, printed):
    row = from_sheet(period, sheet_row(rate=cell), formats={"F2": number_format}).iloc[0]
    assert row["poverty_ratio_printed"] == Decimal("0.0085")
    assert (row["poverty_ratio_printed_decimals"], row["poverty_ratio_printed_as_printed"]) == (2, printed)


def test_a_literal_per_cent_sign_in_a_number_format_scales_nothing(period):
    row = from_sheet(period, sheet_row(rate=15.4), formats={"F2": '0.00"%"'}).iloc[0]
    assert row["poverty_ratio_printed"] == Decimal("0.154")


@pytest.mark.parametrize(("cell", "number_format"), [(85, "0.00%"), ("120%", "@"), (-1, "0")])
def test_a_rate_outside_its_range_is_refused(period, cell, number_format):
    period.workbook(
        {"household_review": [HEADING, sheet_row(rate=cell)]}, formats={("household_review", "F2"): number_format}
    )
    assert period.problem().expected_vi == "tỷ lệ hộ nghèo (%) từ 0 đến 100"


def test_a_count_shown_per_cent_is_refused(period):
    period.workbook({"household_review": [HEADING, sheet_row(3)]}, formats={("household_review", "D2"): "0%"})
    problem = period.problem()
    assert problem.found_vi == "“300%”"
    assert "định dạng phần trăm" in problem.remedy_vi


def test_a_number_that_excel_made_a_date(period):
    period.workbook({"household_review": [HEADING, sheet_row(date(2018, 5, 12))]})
    problem = period.problem()
    assert problem.found_en == "“2018-05-12”"
    assert "Excel may have turned a number such as 12.5 into one" in problem.remedy_en


@pytest.mark.parametrize("formula", ["=1/0", "#N/A"])
def test_failed_and_uncomputed_formulas_are_not_blanks(period, formula):
    period.workbook({"household_review": [HEADING, sheet_row(300, formula)]})
    problem = period.problem()
    assert problem.column == "total_households"
    assert "ông thức ở ô này" in problem.remedy_vi


def test_what_a_binary_fraction_adds_is_not_printed(period):
    row = from_sheet(period, sheet_row(rate=0.1 + 0.2)).iloc[0]
    assert row["poverty_ratio_printed_as_printed"] == "0,3"


@pytest.mark.parametrize("day", [date(2018, 12, 31), datetime(2018, 12, 31, 9, 30), "31/12/2018", "2018-12-31"])
def test_dates_of_spreadsheets(period, day):
    assert from_sheet(period, sheet_row(as_of=day)).at[0, "as_of"] == "2018-12-31"


@pytest.mark.parametrize("text", ["31/02/2018", "2018", "43100", "cuối năm"])
def test_what_is_no_date(period, text):
    csv_row(period, "300", row=f"213,{text},qd-59-2015")
    problem = period.problem()
    assert (problem.column, problem.found_vi) == ("as_of", f"“{text}”")
    assert "Sửa ngày ở nguồn." in problem.remedy_vi


def test_required_cells_are_filled(period):
    csv_row(period, "300", row="213,,")
    assert [problem.message("en").split(": ", 1)[1] for problem in period.problems()] == [
        "expected “Date” filled; found an empty cell. Fill this cell.",
        "expected “Poverty standard” filled; found an empty cell. Fill this cell.",
    ]


def test_a_choice_is_one_of_its_names(period):
    csv_row(period, "300,oficial", columns="vintage")
    problem = period.problem()
    assert problem.expected_vi == "một trong: preliminary, official, amended"
    assert "official" in problem.remedy_vi
    assert "data/reference" not in problem.remedy_vi


def test_a_line_of_the_source_is_one_number(period):
    csv_row(period, "300,65-67", columns="source_line")
    assert period.problem().expected_en == "the number of a line, such as 65"


class TestPlaces:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("07207", "07207"),
            ("P. Ngô Quyền", "07207"),
            ("Xã Dĩnh  Trì ", "07441"),
            ("Bắc Giang", "213"),
            ("Thành phố Bắc Giang", "213"),
        ],
    )
    def test_codes_and_names(self, period, text, code):
        csv_row(period, "3", row=f"{text},2018-12-31,qd-59-2015")
        received = period.read()
        assert received.tables["household_review"].at[0, "place_code"] == code
        assert received.findings == ()

    def test_two_candidates_are_listed(self, period):
        period.change_report("place: bac-giang-city", "place: bac-giang-province")
        csv_row(period, "3", row="Bắc Giang,2018-12-31,qd-59-2015")
        problem = period.problems()[-1]
        assert problem.expected_vi == "một đơn vị hành chính duy nhất"
        assert "213 thành phố Bắc Giang; 24 tỉnh Bắc Giang" in problem.remedy_vi

    def test_an_unknown_name_gets_the_nearest(self, period):
        csv_row(period, "3", row="Phường Ngô Quyên,2018-12-31,qd-59-2015")
        assert "Có phải: phường Ngô Quyền?" in period.problem().remedy_vi

    def test_a_code_that_lost_its_zero_in_a_spreadsheet(self, period):
        period.workbook({"household_review": [HEADING, sheet_row(place=7207)]})
        assert "Did you mean: 07207 (phường Ngô Quyền)?" in period.problem().remedy_en

    def test_the_wrong_type_of_unit_on_that_date_is_a_warning(self, period):
        csv_row(period, "3", row="Phường Dĩnh Trì,2018-12-31,qd-59-2015")
        finding = period.finding()
        assert (finding.severity, finding.kind, finding.row, finding.column) == ("warning", "mapping", 2, "place_code")
        assert finding.message_vi == "“Phường Dĩnh Trì” tại thời điểm này là xã Dĩnh Trì (07441)."

    def test_a_place_outside_the_report_is_a_warning(self, period):
        csv_row(period, "3", row="24,2018-12-31,qd-59-2015")
        assert "không thuộc địa bàn của báo cáo" in period.finding().message_vi

    def test_a_place_that_was_not_there_is_a_warning(self, period):
        csv_row(period, "3", row="213,2026-12-31,qd-59-2015")
        assert "no administrative unit on that date" in period.finding().message_en


class TestRows:
    def test_a_key_told_twice(self, period):
        period.reviews("213,2018-12-31,qd-59-2015,300", "TP Bắc Giang,31/12/2018,qd-59-2015,310")
        problem = period.problem()
        assert problem.found_vi == "“213, 2018-12-31, qd-59-2015, official” ở cả dòng 2 và dòng 3"

    def test_one_review_told_under_two_years_is_one(self, period):
        period.reviews("213,2018-12-31,qd-59-2015,356,cuối năm", "213,2018-12-31,qd-59-2015,356,áp dụng năm 2019",
                       columns="as_of_printed")  # fmt: skip
        received = period.read()
        assert len(received.tables["household_review"]) == 1
        assert [finding.message_vi for finding in received.findings] == [
            "Dòng 3 lặp lại kết quả rà soát của dòng 2; chỉ tính một lần."
        ]

    def test_two_vintages_and_two_standards_are_no_repetition(self, period):
        period.reviews("213,2018-12-31,qd-59-2015,361,preliminary", "213,2018-12-31,qd-59-2015,356,official",
                       "213,2018-12-31,qd-09-2011,120,official", columns="vintage")  # fmt: skip
        assert len(period.read().tables["household_review"]) == 3

    def test_blank_rows_are_left_out_and_lines_counted_as_in_the_file(self, period):
        period.reviews("213,2018-12-31,qd-59-2015,300", ",,,", "07207,2018-12-31,qd-59-2015,3")
        frame = period.read().tables["household_review"]
        assert list(frame["row"]) == [2, 4]
        assert '"row":4' in frame.at[1, "poor_households_source"]


class TestTotals:
    ROWS = ("07207,2018-12-31,qd-59-2015,60,1000", "07441,2018-12-31,qd-59-2015,39,900")

    def read(self, period, *totals):
        period.reviews(*self.ROWS, *totals, columns="total_households")
        return period.read()

    @pytest.mark.parametrize("name", ["Tổng cộng", "CỘNG", "Tổng số"])
    def test_a_right_total_is_no_place(self, period, name):
        received = self.read(period, f"{name},,,99,1.900")
        assert list(received.tables["household_review"]["place_code"]) == ["07207", "07441"]
        assert received.findings == ()

    def test_a_wrong_total_is_an_error_at_its_cell(self, period):
        (finding,) = self.read(period, "TỔNG CỘNG,,,100,1900").findings
        assert (finding.severity, finding.kind, finding.row, finding.column) == ("error", "sum", 4, "poor_households")
        assert finding.computed == "60 + 39 = 99 ≠ 100"
        assert finding.message_vi.startswith("Số hộ nghèo: dòng tổng ghi 100, cộng các dòng 2–3 được 99.")

    def test_the_word_may_stand_in_another_column(self, period):
        period.reviews(*(f"{row},Ngô Quyền" for row in self.ROWS), ",,,99,1900,Tổng cộng",
                       columns="total_households,Tên đơn vị")  # fmt: skip
        assert [finding.kind for finding in period.findings()] == ["mapping"]

    def test_it_is_held_against_the_rows_of_its_date_and_not_against_wholes(self, period):
        received = self.read(period, "213,2017-12-31,qd-59-2015,356,", "Tổng cộng,31/12/2018,,98,1900")
        assert [finding.computed for finding in received.findings] == ["60 + 39 = 99 ≠ 98"]
        received = self.read(period, "213,2018-12-31,qd-59-2015,99,1900", "Tổng cộng,,,99,1900")
        assert received.findings == ()

    def test_a_missing_part_makes_the_sum_at_least(self, period):
        period.reviews("07207,2018-12-31,qd-59-2015,60", "07441,2018-12-31,qd-59-2015,…", "Cộng,,,50")
        assert [finding.kind for finding in period.findings()] == ["sum"]
        period.reviews("07207,2018-12-31,qd-59-2015,60", "07441,2018-12-31,qd-59-2015,…", "Cộng,,,70")
        assert period.findings() == ()

    def test_rows_of_several_dates_leave_it_unclear(self, period):
        received = self.read(period, "213,2017-12-31,qd-59-2015,356,", "Tổng cộng,,,98,1900")
        assert [finding.severity for finding in received.findings] == ["note"]

    BLOCKS = ("Thành thị,,,,", "07207,2018-12-31,qd-59-2015,60,", "Cộng I,,,60,", "Khu vực  nông thôn,,,,",
              "07441,2018-12-31,qd-59-2015,39,", "Cộng II,,,40,", "Tổng cộng,,,99,")  # fmt: skip

    def test_blocks_are_no_places_and_their_sums_are_held_against_their_rows(self, period):
        period.reviews(*self.BLOCKS, columns="total_households")
        received = period.read()
        assert list(received.tables["household_review"]["place_code"]) == ["07207", "07441"]
        assert [(finding.row, finding.computed) for finding in received.findings] == [(7, "39 = 39 ≠ 40")]

    def test_a_heading_may_hold_the_sum_of_its_block(self, period):
        period.reviews("Thành thị,,,61,", *self.BLOCKS[1:2], "Nông thôn,,,39,", *self.BLOCKS[4:5],
                       columns="total_households")  # fmt: skip
        assert [(finding.row, finding.computed) for finding in period.findings()] == [(2, "60 = 60 ≠ 61")]

    def test_a_total_that_is_no_number_is_refused(self, period):
        period.reviews(*self.ROWS, "Tổng cộng,,,abc,1900", columns="total_households")
        assert period.problem().found_vi == "“abc”"
