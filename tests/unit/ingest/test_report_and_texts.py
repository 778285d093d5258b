"""report.yml, corrections.yml và lời văn: every wrong key, value, entry and digit told with its line and remedy."""

from __future__ import annotations

from typing import ClassVar

import pytest

from poverty_evaluation.ingest import ReceivedPeriod

ROW = "213,2018-12-31,qd-59-2015,300"


@pytest.fixture
def filled(period):
    period.reviews(ROW)
    return period


def changed(period, old, new):
    period.change_report(old, new)
    return period.problem()


class TestReport:
    def test_missing(self, filled):
        (filled.folder / "report.yml").unlink()
        problem = filled.problem()
        assert problem.message("vi").startswith(f"{filled.file}/report.yml: cần tệp report.yml; thấy không có tệp này.")

    def test_an_unknown_key_gets_the_nearest_name(self, filled):
        problem = changed(filled, "leading_standard", "leading_standart: x\nleading_standard")
        assert problem.found_vi == "khóa lạ “leading_standart”"
        assert (problem.row, problem.column) == (8, "leading_standart")

    def test_an_unknown_key_in_a_missing_ones_place(self, filled):
        filled.change_report("leading_standard", "leading_standart")
        messages = [problem.message("en") for problem in filled.problems()]
        assert any("Did you mean: leading_standard?" in message for message in messages)
        assert any("the required key “leading_standard”" in message for message in messages)

    def test_an_unknown_key_of_the_issuer(self, filled):
        assert changed(filled, "name_en:", "nam_en: x, name_en:").found_en == "the unknown key “issuer.nam_en”"

    @pytest.mark.parametrize(
        ("old", "new", "expected", "found"),
        [
            ('"2018"', "2018", "một dòng chữ (số thì đặt trong dấu nháy kép)", "“2018”"),
            ("2018-01-01", "2018-02-31", "một ngày dạng 2018-07-31", "“2018-02-31”"),
            ("2018-01-01", "31/12/2018", "một ngày dạng 2018-07-31", "“31/12/2018”"),
            ("kind:", "status: drafft\nkind:", "một trong: draft, for_signature, issued", "“drafft”"),
            ("kind:", "legal_bases: 1258/QĐ-TTg\nkind:", "một danh sách, ví dụ [a, b]", "“1258/QĐ-TTg”"),
            ("kind:", "title_en:\nkind:", "một dòng chữ (số thì đặt trong dấu nháy kép)", "trống"),
            ("kind:", "number_formats: {default: vn}\nkind:", "một trong: vi, international", "“vn”"),
            ("kind: annual", "kind: anual", "một giá trị đã biết của “kind”", "“anual”"),
            ("qd-59-2015", "qd-59-2014", "một giá trị đã biết của “leading_standard”", "“qd-59-2014”"),
            ("kind:", "programme_id: gnbv\nkind:", "một giá trị đã biết của “programme_id”", "“gnbv”"),
            ("people_committee", "committee", "một giá trị đã biết của “issuer.profile”", "“committee”"),
            (
                "kind:",
                'blanks: {"-": zero}\nkind:',
                "một trong: none, not_collected, not_applicable, missing",
                "“zero”",
            ),
            ("kind:", 'previous_period: "17"\nkind:', "kỳ báo cáo dạng", "“17”"),
            ("data_to: 2018", "data_to: 2017", "ngày không trước data_from (2018-01-01)", "“2017-12-31”"),
            ("kind:", "number_formats: {reviews.csv: vi}\nkind:", "tên một tệp trong thư mục của kỳ", "“reviews.csv”"),
            ("kind:", "legal_bases: [9/QĐ-X]\nkind:", "ký hiệu một văn bản trong bảng documents", "“9/QĐ-X”"),
        ],
    )
    def test_wrong_values(self, filled, old, new, expected, found):
        problem = changed(filled, old, new)
        assert problem.file == f"{filled.file}/report.yml"
        assert problem.row is not None
        assert problem.expected_vi.startswith(expected)
        assert problem.found_vi == found
        assert problem.remedy_vi
        assert problem.remedy_en

    def test_known_names_are_suggested(self, filled):
        assert "Có phải: annual" in changed(filled, "kind: annual", "kind: anual").remedy_vi

    def test_codes_are_held_against_the_lists_whatever_else_is_wrong(self, filled):
        filled.change_report("kind: annual", "status: drafft\nkind: anual")
        assert [problem.column for problem in filled.problems()] == ["status", "kind"]

    def test_a_folder_of_another_place_or_period(self, filled):
        filled.change_report("place: bac-giang-city", "place: bac-giang-citi")
        expected = [problem.expected_en for problem in filled.problems()]
        assert expected == ["a known value of “place”", "“bac-giang-city”, as the folder is named"]

    def test_a_key_told_twice(self, filled):
        problem = changed(filled, "kind: annual", "kind: annual\nkind: mid-term")
        assert (problem.found_vi, problem.row) == ("khóa “kind” hai lần", 4)

    @pytest.mark.parametrize("text", ["", "- a\n", "place: [x\n", "a: *b\n", "place: !!python/name:os.system\n"])
    def test_what_is_no_profile_at_all(self, filled, text):
        filled.write("report.yml", text)
        assert all(problem.file.endswith("report.yml") and problem.remedy_vi for problem in filled.problems())

    def test_not_utf8(self, filled):
        filled.write("report.yml", "place: Bắc".encode("utf-16"))
        assert filled.problem().expected_en == "a text file in UTF-8"

    def test_problems_of_report_tables_corrections_and_prose_together(self, filled):
        filled.change_report("kind:", "status: drafft\nkind:")
        filled.reviews("213,2018-12-31,qd-59-2015,như trên")
        filled.write("corrections.yml", "- {file: activities.csv}\n")
        filled.write("narrative/tasks.md", "Đã làm 3 việc.\n")
        files = [problem.file.rsplit("/", 1)[-1] for problem in filled.problems()]
        assert set(files) == {"report.yml", "household_review.csv", "corrections.yml", "tasks.md"}

    def test_it_survives_the_hand_over(self, filled):
        received = filled.read()
        again = ReceivedPeriod.from_parts(received.tables, received.findings, received.extras())
        assert again == received


class TestCorrections:
    ENTRY: ClassVar = {
        "file": "household_review.csv", "key": '{place_code: "213"}', "column": "poor_households",
        "as_printed": '"10.98"', "reading": '"10980"', "status": "disputed", "reason_vi": "a", "reason_en": "b",
    }  # fmt: skip

    def write(self, period, **changes):
        entry = {**self.ENTRY, **changes}
        period.write("corrections.yml", "- " + "\n  ".join(f"{key}: {value}" for key, value in entry.items()) + "\n")

    @pytest.mark.parametrize(("status", "kept"), [("disputed", "disputed"), ("accepted", "corrected")])
    def test_a_reading_is_used_and_told(self, period, status, kept):
        period.reviews("213,2018-12-31,qd-59-2015,10.98")
        self.write(period, status=status)
        received = period.read()
        row = received.tables["household_review"].iloc[0]
        assert (row["poor_households"], row["poor_households_status"]) == (10980, kept)
        assert row["poor_households_as_printed"] == "10.98"
        (finding,) = received.findings
        assert (finding.kind, finding.severity) == ("malformed", "error" if status == "disputed" else "warning")
        assert "“10.98 hộ” (Số hộ nghèo) viết sai quy cách; theo tệp đính chính đọc là 10.980 hộ" in finding.message_vi

    def test_an_unreadable_number_has_no_value(self, period):
        period.reviews("213,2018-12-31,qd-59-2015,10.98")
        self.write(period, status="unreadable", reading="null", candidates='["1098", "10980"]')
        received = period.read()
        row = received.tables["household_review"].iloc[0]
        assert (row["poor_households"], row["poor_households_status"]) == (None, "unreadable")
        assert "không phải là một con số" in received.findings[0].message_vi

    def test_a_well_formed_number_is_never_changed_in_silence(self, period):
        period.reviews("213,2018-12-31,qd-59-2015,361")
        self.write(period, as_printed='"361"', reading='"316"')
        assert period.finding().message_vi.endswith("đọc là 316 hộ, đề nghị đơn vị xác nhận.")

    def test_a_spreadsheet_cell_and_a_vietnamese_heading(self, period):
        heading = ("Mã đơn vị hành chính", "Thời điểm", "Chuẩn nghèo", "Số hộ nghèo")
        period.workbook({"household_review": [heading, ("213", "31/12/2018", "qd-59-2015", 10.98)]})
        for column in ("poor_households", "Số hộ nghèo"):
            for printed in ('"10.98"', '"10,98"'):
                self.write(period, file="so_lieu.xlsx", column=column, as_printed=printed)
                assert period.read().tables["household_review"].at[0, "poor_households"] == 10980

    def test_a_source_that_has_changed(self, period):
        period.reviews("213,2018-12-31,qd-59-2015,1.098")
        self.write(period)
        problem = period.problem()
        assert (problem.row, problem.expected_vi) == (2, "“10.98” như đã ghi trong corrections.yml")
        assert "Số liệu nguồn đã thay đổi" in problem.remedy_vi

    def test_an_entry_that_meets_no_cell(self, period):
        period.reviews(ROW)
        self.write(period, column="total_households")
        problem = period.problem()
        assert problem.file.endswith("corrections.yml")
        assert "mục số 1: household_review.csv, place_code=213, cột total_households" in problem.expected_vi
        self.write(period, key='{place_code: "24"}')
        assert "none" in period.problem().found_en

    def test_an_entry_that_meets_two_rows(self, period):
        period.reviews("213,2018-12-31,qd-59-2015,10.98", "213,2017-12-31,qd-59-2015,10.98")
        self.write(period)
        assert period.problem().found_vi == "2 ô"

    def test_an_entry_about_no_file(self, period):
        period.reviews(ROW)
        self.write(period, file="household_reviews.csv")
        assert "Có phải: household_review.csv" in period.problem().remedy_vi

    def test_an_empty_cell_gets_no_reading(self, period):
        period.reviews("213,2018-12-31,qd-59-2015,")
        self.write(period, as_printed='""')
        assert "Không ghi số thay cho một ô trống" in period.problem().remedy_vi

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"status": "unreadable"}, "no reading where the status is unreadable"),
            ({"reading": "null"}, "a reading where the status is disputed"),
            ({"key": "{}"}, "the key of the row"),
            ({"status": "maybe"}, "one of: accepted, disputed, unreadable"),
            ({"key": "{place_code: 213}"}, "a text (a number goes into double quotes)"),
            ({"readings": "x"}, "known keys only"),
            ({"reading": "abc"}, "a well-formed reading in corrections.yml"),
        ],
    )
    def test_entries_that_contradict_themselves(self, period, changes, expected):
        period.reviews("213,2018-12-31,qd-59-2015,10.98")
        self.write(period, **changes)
        assert any(problem.expected_en.startswith(expected) for problem in period.problems())

    def test_a_mapping_instead_of_a_list(self, period):
        period.reviews(ROW)
        period.write("corrections.yml", "file: x\n")
        assert "một danh sách" in period.problem().expected_vi


class TestNarrative:
    def test_references_hold_digits_and_prose_does_not(self, filled):
        filled.write("narrative/tasks.md", "\ufeffTheo {doc:549-CV/TU}, đến {date:2018-12-31}.\n")
        filled.write("narrative/en/tasks.md", "By {doc:549-CV/TU}.\n")
        assert set(filled.read().narrative) == {"tasks", "en/tasks"}

    @pytest.mark.parametrize("text", ["có 39 hộ", "diện tích m²", "½ số hộ", "３ hộ"])
    def test_a_digit(self, filled, text):
        filled.write("narrative/tasks.md", f"Đoạn đầu.\n\n{text}\n")
        problem = filled.problem()
        assert (problem.file, problem.row) == (f"{filled.file}/narrative/tasks.md", 3)
        assert "lời văn không có chữ số" in problem.expected_vi

    @pytest.mark.parametrize("text", ["{doc:549", "a} b", "{a{b}"])
    def test_broken_braces(self, filled, text):
        filled.write("narrative/tasks.md", text)
        assert filled.problem().expected_en == "braces opened and closed on one line"

    def test_not_utf8(self, filled):
        filled.write("narrative/tasks.md", "Bắc Giang".encode("utf-16"))
        assert filled.problem().remedy_vi == "Lưu lại tệp bằng mã UTF-8."


def test_a_text_file_in_another_encoding_is_not_half_read(filled):
    filled.write("corrections.yml", "- file: Bắc".encode("cp1258", errors="replace") + b"\xff")
    assert filled.problem().expected_vi == "tệp văn bản mã UTF-8"
