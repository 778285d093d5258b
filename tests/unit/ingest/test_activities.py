"""Bảng hoạt động: the wide sheet split in two, units and roles, and the links between rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

GIFTS = "gifts,gift-giving,ldld,Tặng quà"
THIRTEEN = (
    ("39", "hộ"), ("120", "nhân khẩu"), ("30", "lượt hộ"), ("45", "suất"), ("36.000", "kg"), ("802,8", "triệu đồng"),
    ("2.000.000", "đ/gia đình/năm"), ("150", "ngày công"), ("10", "kg/hộ"), ("100%", "%"),
    ("Hai triệu đồng", "bằng chữ"), ("16", "Hội cơ sở"), ("17", "Hội cơ sở"),
)  # fmt: skip


def figures(period):
    return period.read().tables["activity_figures"]


def one(period, value, unit, role=""):
    """The only figure of a row with this value, unit and role."""
    period.activities(f"{GIFTS},{value},{unit},{role}", columns="value_1,unit_1,role_1")
    return figures(period).iloc[0]


def test_thirteen_figures_side_by_side(period):
    roles = {12: "numerator", 13: "denominator"}
    columns = ",".join(f"value_{n},unit_{n},role_{n}" for n in range(1, 14))
    cells = ",".join(f'"{value}",{unit},{roles.get(n, "")}' for n, (value, unit) in enumerate(THIRTEEN, 1))
    period.activities(f"{GIFTS},{cells}", columns=columns)
    received = period.read()
    frame = received.tables["activity_figures"]
    assert list(frame["role"]) == [
        "households", "persons", "occurrences", "items", "weight", "money", "money_rate", "work_days", "unit_rate",
        "rate", "money_in_words", "numerator", "denominator",
    ]  # fmt: skip
    assert list(frame["value"][:6]) == [39, 120, 30, 45, 36000, 802_800_000]
    assert (frame.at[9, "value"], frame.at[10, "value"]) == (1, 2_000_000)
    assert frame.at[5, "figure_id"] == "gifts.money"
    assert frame.at[5, "half_step"] == 50_000
    assert len(received.tables["activities"]) == 1


def test_a_remark_stays_in_the_file_it_came_in(period):
    period.activities(f"{GIFTS},39,hộ,,hộ bà Nguyễn Thị Mẫu", columns="value_1,unit_1,role_1,note_vi")
    received = period.read()
    assert len(received.tables["activities"]) == 1
    told = [frame.to_csv() for frame in received.tables.values()] + [str(received.findings), str(received.extras())]
    assert not any("Nguyễn Thị Mẫu" in text for text in told)


@pytest.mark.parametrize(
    "columns",
    [
        "Số liệu 1,ĐVT 1,Vai trò 1",
        "SỐ  LIỆU 1,Đơn vị tính 1,vai trò 1",
        "value_01,unit_01,role_01",
        "Số liệu,ĐVT,Vai trò",
        "Giá trị 1,đvt.1,Vai trò 1",
    ],
)
def test_groups_under_vietnamese_headings(period, columns):
    period.activities(f"{GIFTS},57,suất,items", columns=columns)
    row = figures(period).iloc[0]
    assert (row["value"], row["unit_code"], row["role"]) == (57, "gift", "items")
    assert f'"column":"{columns.split(",")[0]}"' in row["source"]


def test_a_vietnamese_workbook_with_title_lines(period):
    heading = ("Mã hoạt động", "Chính sách, hoạt động", "Đơn vị thực hiện", "Nội dung", "Số liệu 1", "ĐVT 1")
    gifts = ("gifts", "gift-giving", "ldld", "Tặng quà", 315, "suất", 434.5, "triệu đồng")
    other = ("x", "gift-giving", "ldld", "Khác", 50 / 3, "triệu đồng")
    rows = [("KẾT QUẢ HOẠT ĐỘNG",), (), (*heading, "Số liệu 2", "ĐVT 2"), gifts, other]
    period.workbook({"Kết quả hoạt động": rows})
    frame = figures(period)
    assert list(frame["value"]) == [315, 434_500_000, 16_666_667]
    assert frame.at[1, "as_printed"] == "434,5"


@pytest.mark.parametrize(
    ("value", "unit", "read", "qualifier"),
    [
        ("trên 40", "nghìn suất", 40_000, "lower_bound"),
        ('"trên 12,1"', "tỷ đồng", 12_100_000_000, "lower_bound"),
        ("ước thực hiện 550", "triệu đồng", 550_000_000, "estimate"),
        ("01", "nhà", 1, "exact"),
        ("57 lượt", "", 57, "exact"),
        ("12 Hộ", "hộ", 12, "exact"),
        ("12", "HỘ", 12, "exact"),
    ],
)
def test_hedges_scale_words_and_units(period, value, unit, read, qualifier):
    row = one(period, value, unit)
    assert (row["value"], row["qualifier"], row["status"]) == (Decimal(read), qualifier, "given")
    assert row["unit"] in period.reference.units


def test_a_blank_figure_keeps_its_unit_and_state(period):
    period.activities(f"{GIFTS},,suất,…,triệu đồng,,", columns="value_1,unit_1,value_2,unit_2,value_3,unit_3")
    frame = figures(period)
    assert list(frame["status"]) == ["missing", "not_collected"]
    assert list(frame["value"]) == [None, None]


@pytest.mark.parametrize(
    ("cells", "column", "expected", "remedy"),
    [
        ("57,suat", "unit_1", "một đơn vị tính đã biết", "Có phải: suất"),
        ("57,", "unit_1", "một đơn vị tính đã biết", "units.csv"),
        ('"1,234",hộ', "value_1", "số liệu là số nguyên", "có thể là: 1234."),
        ('"0,5",suất', "value_1", "số liệu là số nguyên", "có thể là: 500 hoặc 50."),
        ("-5,hộ", "value_1", "một số không âm", "dấu trừ"),
        ('"1,5",đồng', "value_1", "số tiền đến đồng là nhỏ nhất", "phần lẻ"),
        ("hai triệu lẻ,bằng chữ", "value_1", "số tiền viết bằng chữ", "corrections.yml"),
        ("2.2.839,hộ", "value_1", "số liệu là một con số", "2.839 hoặc 22.839"),
        ("như trên,hộ", "value_1", "số liệu là một con số", "không viết “như trên”"),
    ],
)
def test_figures_that_cannot_be_read(period, cells, column, expected, remedy):
    period.activities(f"{GIFTS},{cells}")
    problem = period.problem()
    assert (problem.row, problem.column, problem.expected_vi) == (2, column, expected)
    assert remedy in problem.remedy_vi


def test_roles_are_known_and_once_in_a_row(period):
    period.activities(f"{GIFTS},5,hộ,housholds", columns="value_1,unit_1,role_1")
    assert "Có phải: households" in period.problem().remedy_vi
    period.activities(f"{GIFTS},5,hộ,Số hộ", columns="value_1,unit_1,role_1")
    assert "The code is: households." in period.problem().remedy_en
    period.activities(f"{GIFTS},5,hộ,6,hộ gia đình", columns="value_1,unit_1,value_2,unit_2")
    problem = period.problem()
    assert (problem.column, problem.found_vi) == ("role_2", "“households”")
    period.activities(f"{GIFTS},5,hộ,housholds", columns="value_1,unit_1,per_role")
    assert period.problem().column == "per_role"


@pytest.mark.parametrize(
    ("row", "column", "hint"),
    [
        ("a,gift-givin,ldld,x,1,hộ", "measure_code", "Có phải: gift-giving"),
        ("a,gift-giving,ldl,x,1,hộ", "organisation_code", "ldld"),
        ("a b,gift-giving,ldld,x,1,hộ", "activity_id", "Đặt mã khác"),
        ("a@b,gift-giving,ldld,x,1,hộ", "activity_id", "Đặt mã khác"),
    ],
)
def test_codes(period, row, column, hint):
    period.activities(row)
    problem = period.problem()
    assert problem.column == column
    assert hint in problem.remedy_vi


def test_a_name_in_place_of_a_code_is_answered_with_the_code(period):
    label = period.reference.organisations["ldld"].label_vi
    period.activities(f"a,gift-giving,{label},x,1,hộ")
    assert period.problem().remedy_vi.endswith("Mã là: ldld.")


def test_an_unknown_beneficiary_group(period):
    period.activities(f"{GIFTS},1,hộ,poorr", columns="value_1,unit_1,beneficiary_group")
    assert "poor" in period.problem().remedy_vi


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ("value_1,unit_1,unit_2", "chỉ có đơn vị tính hoặc vai trò của nhóm này"),
        ("value_1,unit_1,value_1", "hai cột: “value_1” và “value_1”"),
        ("value_1,unit_1,Số liệu 1", "hai cột: “value_1” và “Số liệu 1”"),
        ("value_1,unit_1,valeu_2", "“valeu_2”"),
    ],
)
def test_groups_of_columns_that_are_not_whole(period, columns, found):
    period.activities(f"{GIFTS},1,hộ,", columns=columns)
    assert period.problem().found_vi == found


def test_no_column_of_values(period):
    period.activities(GIFTS + ",1", columns="source_line")
    assert period.problem().found_vi == "không có cột số liệu nào"


def test_parts_name_their_whole_and_do_not_go_in_circles(period):
    period.activities(f"{GIFTS},1,hộ,", "part,gift-giving,ldld,x,1,hộ,gift", columns="value_1,unit_1,part_of")
    problem = period.problem()
    assert (problem.row, problem.column, problem.remedy_vi) == (3, "part_of", "Sửa cột part_of. Có phải: gifts?")
    period.activities("a,gift-giving,ldld,x,1,hộ,b", "b,gift-giving,ldld,x,1,hộ,a", columns="value_1,unit_1,part_of")
    assert [problem.expected_en for problem in period.problems()] == ["no circle of parts"] * 2


class TestEvents:
    COLUMNS = "value_1,unit_1,event_id,counted_under"

    @pytest.mark.parametrize(("one", "other"), [("ldld", ""), ("", ""), ("ldld", "hoi-nd"), ("ubnd-tp", "ubnd-tp")])
    def test_all_rows_say_under_whom_it_is_counted(self, period, one, other):
        period.activities(
            f"a,gift-giving,ldld,x,5,suất,e,{one}", f"b,gift-giving,hoi-nd,x,5,suất,e,{other}", columns=self.COLUMNS
        )
        problems = period.problems()
        assert {problem.column for problem in problems} == {"counted_under"}
        assert "là một trong: hoi-nd, ldld" in problems[0].expected_vi

    def test_rows_of_one_organisation_do_not_count_a_figure_twice(self, period):
        rows = [f"{name},gift-giving,ldld,x,5,{unit},e,ldld" for name, unit in (("a", "suất"), ("b", "suất"))]
        period.activities(*rows, columns=self.COLUMNS)
        assert "“items” đã có ở dòng “a”" in period.problem().expected_vi
        period.activities(rows[0], rows[1].replace("suất", "ngày công"), columns=self.COLUMNS)
        assert period.findings() == ()


class TestTargetsAndPublished:
    TARGET = "target_id,document,value,unit,label_vi,part_of\n"
    PUBLISHED = "published_id,indicator_id,value,unit,label_vi\n"

    def test_read_with_their_unit(self, period):
        period.write("targets.csv", f'{self.TARGET}t,549-CV/TU,"0,30",%,Giảm,\n')
        period.write("published.csv", f"{self.PUBLISHED}p,poor_households_change,952,hộ,Giảm\n")
        tables = period.read().tables
        assert tables["targets"].at[0, "value"] == Decimal("0.003")
        assert tables["published"].at[0, "value"] == 952

    def test_unknown_unit_indicator_and_whole(self, period):
        period.write("targets.csv", f"{self.TARGET}t,549-CV/TU,5,hoo,Giảm,city\n")
        period.write("published.csv", f"{self.PUBLISHED}p,poor_household_change,952,hộ,Giảm\n")
        problems = period.problems()
        assert [(problem.column, problem.found_vi) for problem in problems] == [
            ("unit", "“hoo”"), ("part_of", "“city”"), ("indicator_id", "“poor_household_change”")
        ]  # fmt: skip
        assert "poor_households_change" in problems[2].remedy_vi


def test_a_plan_is_a_row_of_the_table_that_is_planned(period):
    rows = ["plan,gift-giving,mttq,Quà,planned,,9,suất", "done,gift-giving,mttq,Quà Tết,actual,plan,3,suất"]
    columns = "realisation,of_plan,value_1,unit_1"
    period.activities(*rows, columns=columns)
    assert list(period.read().tables["activities"]["of_plan"]) == ["", "plan"]
    for named in ("done", "other"):
        period.activities(rows[0], f"done,gift-giving,mttq,Quà Tết,actual,{named},3,suất", columns=columns)
        problem = period.problem()
        assert (problem.row, problem.column, problem.expected_en) == (
            3,
            "of_plan",
            "a row of the table that is planned",
        )
    period.activities(rows[0].replace("planned,,", "planned,plan,"), columns=columns)
    assert period.problem().row == 2
