"""Cơ cấu số liệu của một hoạt động, địa điểm, và số tiền sai đơn vị: roles of their own, places, doubted amounts."""

from __future__ import annotations

import pytest

from poverty_evaluation.vocabulary import figure_roles as roles

COLUMNS = "flow,per_role," + ",".join(f"value_{n},unit_{n},role_{n}" for n in range(1, 6))


def told(period, *figures, flow="grant"):
    """One activity with its figures (value, unit, role)."""
    cells = ",".join(f'"{value}",{unit},{role}' for value, unit, role in figures)
    period.activities(f"cow,cow-breeding-model,ubnd-tp,Mô hình bò,{flow},,{cells}", columns=COLUMNS)


def money(value, role=""):
    return value, "triệu đồng", role


def households(value, role=""):
    return value, "hộ", role


ALL_SOURCES = [money("100", "state_money"), money("30", "own_money"), money("20", "integrated_money")]


def test_sources_that_make_up_the_money_are_in_order(period):
    told(period, money("150"), *ALL_SOURCES, money("-", "mobilised_money"))
    period.change_report("kind: annual", "blanks: {'-': none}\nkind: annual")
    assert period.findings() == ()


@pytest.mark.parametrize(
    ("figures", "severity", "words"),
    [
        ([money("140"), *ALL_SOURCES], "error", "150 triệu đồng, vượt số chung 140 triệu đồng là 10 triệu đồng"),
        (
            [money("160"), *ALL_SOURCES, money("5", "mobilised_money")],
            "error",
            "155 triệu đồng, thấp hơn số chung 160 triệu đồng là 5 triệu đồng",
        ),
        ([money("160"), *ALL_SOURCES[:2]], "warning", "130 triệu đồng, thấp hơn số chung 160 triệu đồng"),
        ([households("20"), households("15", "poor_households_of"), households("9", "near_poor_households_of")],
         "error", "24 hộ, vượt số chung 20 hộ là 4 hộ"),
        ([("20", "nhà", ""), ("12", "nhà", "new_built"), ("7", "nhà", "repaired")], "error",
         "thấp hơn số chung 20 nhà"),
    ],
)  # fmt: skip
def test_figures_that_do_not_make_up_their_own_whole(period, figures, severity, words):
    told(period, *figures)
    finding = period.finding()
    assert (str(finding.severity), str(finding.kind)) == (severity, "sum")
    assert words in finding.message_vi


@pytest.mark.parametrize(
    "figures",
    [
        [money("160"), money("100", "state_money")],
        [households("35"), households("11", "poor_households_of"), households("18", "near_poor_households_of")],
        [money("160"), *ALL_SOURCES[:2], money("…", "integrated_money")],
        [households("20"), ("12", "nhà", "new_built"), ("12", "nhà", "repaired")],
    ],
)
def test_a_part_that_is_not_all_and_another_unit_say_nothing(period, figures):
    told(period, *figures)
    assert period.findings() == ()


def test_no_more_is_overdue_than_outstanding(period):
    told(period, money("500"), money("520", "overdue_money"), flow="loan_outstanding")
    assert "nợ quá hạn 520 triệu đồng lớn hơn dư nợ 500 triệu đồng" in period.finding().message_vi


def test_money_in_a_role_of_its_own_has_no_flow(period):
    told(period, money("500"), money("20", "repaid_money"), flow="loan_disbursed")
    frame = period.read().tables["activity_figures"]
    assert list(frame["flow"]) == ["loan_disbursed", "none"]


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (money("5", "poor_households_of"), "một đơn vị tính của “Trong đó hộ nghèo” (ví dụ: hộ)"),
        (households("5", "state_money"), "một đơn vị tính của “Ngân sách nhà nước” (ví dụ: đồng)"),
    ],
)
def test_a_role_with_a_unit_it_cannot_have_is_refused(period, figure, expected):
    told(period, figure)
    problem = period.problem()
    assert (problem.row, problem.column, problem.expected_vi) == (2, "unit_1", expected)


def test_every_role_of_the_computation_is_known_to_the_reference_data(period):
    assert set(roles.ADDED_ROLES) <= set(period.reference.figure_roles)


# --- places -------------------------------------------------------------------------------------------------------


def test_a_place_by_code_name_or_heading(period):
    period.workbook(
        {
            "Kết quả hoạt động": [
                ("Mã hoạt động", "Chính sách, hoạt động", "Đơn vị thực hiện", "Nội dung", "Địa điểm", "Số liệu", "ĐVT"),
                ("a", "housing-repair", "ubnd-tp", "Nhà ở", "07213", 3, "nhà"),
                ("b", "housing-repair", "ubnd-tp", "Nhà ở", "Phường Ngô Quyền", 2, "nhà"),
                ("c", "housing-repair", "ubnd-tp", "Nhà ở", None, 1, "nhà"),
            ]
        }
    )
    places = list(period.read().tables["activities"]["place_code"])
    assert (places[0], places[2]) == ("07213", "")
    assert period.reference.places.place(places[1]).full_name_vi == "phường Ngô Quyền"


def test_an_unknown_place_is_refused(period):
    period.activities("a,housing-repair,ubnd-tp,Nhà ở,Phường Không Có,3,nhà", columns="place_code,value_1,unit_1")
    assert (period.problem().row, period.problem().column) == (2, "place_code")


def test_the_same_work_in_two_wards_is_two_series(period):
    columns = "place_code,data_to,time_basis,value_1,unit_1"
    period.activities(
        "a,housing-repair,ubnd-tp,Nhà ở,07213,2018-06-30,since_start,9,nhà",
        "b,housing-repair,ubnd-tp,Nhà ở,07219,2018-12-31,since_start,4,nhà",
        columns=columns,
    )
    assert period.findings() == ()
    period.activities(
        "a,housing-repair,ubnd-tp,Nhà ở,07213,2018-06-30,since_start,9,nhà",
        "b,housing-repair,ubnd-tp,Nhà ở,07213,2018-12-31,since_start,4,nhà",
        columns=columns,
    )
    assert str(period.finding().kind) == "order"


# --- doubted amounts ----------------------------------------------------------------------------------------------


def test_an_amount_in_the_wrong_unit_is_doubted_and_not_converted(period):
    rows = ("1.000,suất,380,triệu đồng", "1.100,suất,420,triệu đồng", "800,suất,290000000,triệu đồng")
    period.activities(
        *(f"g{number},gift-giving,ldld,Quà {number},grant,items,{row}" for number, row in enumerate(rows)),
        columns="flow,per_role,value_1,unit_1,value_2,unit_2",
    )
    frame = period.read().tables["activity_figures"]
    by_id = dict(zip(frame["figure_id"], zip(frame["status"], frame["value"], strict=True), strict=True))
    assert by_id["g2.money"] == ("disputed", 290_000_000_000_000)
    assert {status for status, _ in by_id.values()} == {"given", "disputed"}
    assert by_id["g2.items"][0] == "given"
