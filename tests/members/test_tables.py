"""Các biểu theo xã, phường: the total first, the blocks with their sums, formulas over what is shown; rates by year."""

from __future__ import annotations

import pytest

from poverty_evaluation.evaluation.blocks import Table
from poverty_evaluation.evaluation.document import build_evaluation
from poverty_evaluation.evaluation.tables.wards import poverty_by_year_table, ward_movements_table, wards_table
from poverty_evaluation.evaluation.ward_pictures import ward_rates_chart
from poverty_evaluation.presentation.formatting import write

from .conftest import ONE, PROVINCE, TWO, WARDS, row

NEAR_POOR = {
    "near_poor_opening_households": 9, "near_poor_escaped_households": 3, "near_poor_relapsed_households": 0,
    "newly_near_poor_households": 1, "near_poor_households": 6,
}  # fmt: skip
POOR = {"opening_households": 7, "escaped_households": 3, "relapsed_households": 1, "newly_poor_households": 0}


def cells(table):
    return [
        [" ".join(write(part, "vi") if hasattr(part, "value_id") else part.text for part in cell) for cell in row.cells]
        for row in table.rows
    ]


def notes(table):
    return ["".join(getattr(part, "text", "") for part in note) for note in table.notes]


def of_wards(**more):
    return [row(ward, 5, 100, **more) for ward in WARDS[ONE]]


def test_the_total_then_each_block_with_its_sum(root):
    root.send(ONE, {"household_review": [row(ONE, 15, 300), *of_wards()]})
    table = wards_table(root.told(ONE).context)
    assert cells(table) == [
        ["", "Tổng số", "300", "15", "5,00"],
        ["I", "Khu vực thành thị", "200", "10", "5,00"],
        ["1", "Phường Làng 98101", "100", "5", "5,00"],
        ["2", "Phường Làng 98102", "100", "5", "5,00"],
        ["II", "Khu vực nông thôn", "100", "5", "5,00"],
        ["1", "Xã Làng 98103", "100", "5", "5,00"],
    ]
    assert [one.role for one in table.rows] == ["total", "total", "body", "body", "total", "body"]
    assert [column.number for column in table.columns] == ["(A)", "(B)", "(1)", "(2)", "(3)=(2)/(1)×100"]
    assert notes(table) == ["Rà soát theo chuẩn nghèo quy định tại Quyết định số 59/2015/QĐ-TTg."]


def test_a_total_that_was_added_up_says_so_and_a_ward_without_figures_is_marked(root):
    root.send(ONE, {"household_review": of_wards()[:2]})
    table = wards_table(root.told(ONE).context)
    assert cells(table)[0] == ["", "Tổng số", "≥ 200", "≥ 10", "≈ 5,00"]
    assert cells(table)[-1] == ["1", "Xã Làng 98103", "…", "…", "…"]
    assert any("được cộng từ các đơn vị vì không có số liệu chung của thành phố Phố 981" in one for one in notes(table))


def test_only_the_last_date_and_the_latest_vintage_stand(root):
    earlier = [row(ward, 9, 100, as_of="2018-06-30") for ward in WARDS[ONE]]
    amended = [row(WARDS[ONE][0], 4, 100, vintage="amended")]
    root.send(ONE, {"household_review": [*earlier, *of_wards(), *amended]})
    table = wards_table(root.told(ONE).context)
    assert table.title.endswith("ngày 31/12/2018")
    assert cells(table)[0][2:] == ["300", "14", "4,67"]


def test_movements_with_the_formula_over_the_columns_shown(root):
    root.send(ONE, {"household_review": of_wards(**POOR)})
    table = ward_movements_table(root.told(ONE).context, "poor")
    headings = ["TT", "Đơn vị hành chính", "Đầu kỳ", "Thoát nghèo", "Tái nghèo", "Phát sinh mới", "Cuối kỳ"]
    assert [column.heading for column in table.columns] == headings
    assert table.columns[-1].number == "(5)=(1)-(2)+(3)+(4)"
    assert cells(table)[0] == ["", "Tổng số", "21", "9", "3", "0", "15"]
    assert table.unit_line == "Đơn vị tính: hộ"


@pytest.mark.parametrize(
    "passed",
    [
        {"poor_to_near_poor_households": 1, "from_near_poor_households": 2},
        {"near_poor_from_poor_households": 1, "near_poor_to_poor_households": 2},
    ],
)
def test_the_form_of_the_near_poor_takes_from_either_form_who_passed(root, passed):
    root.send(ONE, {"household_review": of_wards(**NEAR_POOR, **passed)})
    told = root.told(ONE)
    assert told.kinds() == []
    table = ward_movements_table(told.context, "near_poor")
    assert cells(table)[0] == ["", "Tổng số", "27", "9", "6", "0", "3", "3", "18"]
    assert table.columns[-1].number == "(7)=(1)-(2)-(3)+(4)+(5)+(6)"


def test_without_an_opening_there_are_no_movements(root):
    root.send(ONE, {"household_review": of_wards(escaped_households=3)})
    context = root.told(ONE).context
    assert ward_movements_table(context, "poor") is None
    assert ward_movements_table(context, "near_poor") is None


def test_a_city_alone_has_no_table_of_wards(root):
    root.send(ONE, {"household_review": [row(ONE, 15, 300)]})
    assert wards_table(root.told(ONE).context) is None


def test_rates_by_year_and_no_difference_across_standards(root):
    days = {"2015-12-31": ("qd-09-2011", 40), "2016-12-31": ("qd-59-2015", 60), "2017-12-31": ("qd-59-2015", 50)}
    rows = [row(ONE, poor, 1000, as_of=day, standard_id=one) for day, (one, poor) in days.items()]
    root.send(ONE, {"household_review": [*rows, row(ONE, 45, 1000)]})
    table = poverty_by_year_table(root.told(ONE).context)
    assert cells(table) == [
        ["2015", "1.000", "40", "4,00", "", "", "09/2011/QĐ-TTg"],
        ["2016", "1.000", "60", "6,00", "x", "x", "59/2015/QĐ-TTg"],
        ["2017", "1.000", "50", "5,00", "-10", "-1,00", "59/2015/QĐ-TTg"],
        ["2018", "1.000", "45", "4,50", "-5", "-0,50", "59/2015/QĐ-TTg"],
    ]
    assert "không tính chênh lệch" in notes(table)[0]


def test_a_year_that_its_wards_make_up_is_compared_too(root):
    earlier = [row(ONE, 20, 290, as_of="2017-12-31")]
    root.send(ONE, {"household_review": [*earlier, *of_wards()]})
    assert [line[2:6] for line in map(list, cells(poverty_by_year_table(root.told(ONE).context)))] == [
        ["20", "6,90", "", ""],
        ["15", "5,00", "-5", "-1,90"],
    ]


def test_the_year_that_opens_the_phase_stands_first(root):
    root.send(
        ONE, {"household_review": [row(ONE, 40, 900, as_of="2016-12-31", standard_id="qd-09-2011")]}, period="2016"
    )
    root.send(ONE, {"household_review": [row(ONE, 60, 1000, as_of="2017-12-31")]}, period="2017")
    root.send(ONE, {"household_review": [row(ONE, 45, 1000)]}, start_period="2016")
    assert [line[:5] for line in cells(poverty_by_year_table(root.told(ONE).context))] == [
        ["2016", "900", "40", "4,44", ""],
        ["2017", "1.000", "60", "6,00", "x"],
        ["2018", "1.000", "45", "4,50", "-15"],
    ]


def test_an_outline_asks_for_them_by_name(root):
    root.send(ONE, {"household_review": of_wards(**POOR, **NEAR_POOR)})
    root.send(TWO, {"household_review": [row(TWO, 15, 300)]})
    root.send(PROVINCE, {}, made_of=["mot-city", "hai-city"])
    blocks = build_evaluation(root.told(ONE).context).chapters
    named = [block.id for block in blocks if isinstance(block, Table)]
    assert named == ["poverty", "wards", "ward_movements_poor", "ward_movements_near_poor"]
    of_province = build_evaluation(root.told(PROVINCE).context).chapters
    assert "wards" in [block.id for block in of_province if isinstance(block, Table)]


def test_the_rates_are_drawn_from_the_highest_with_the_whole_among_them(root):
    rows = [row(ward, poor, 100) for ward, poor in zip(WARDS[ONE], (2, 9, 4), strict=True)]
    root.send(ONE, {"household_review": rows})
    chart = ward_rates_chart(root.told(ONE).context)
    assert [(point.category, write(point.number, "vi")) for point in chart.points] == [
        ("Phường Làng 98102", "9,00%"),
        ("Thành phố Phố 981", "5,00%"),
        ("Xã Làng 98103", "4,00%"),
        ("Phường Làng 98101", "2,00%"),
    ]
    assert "phường Làng 98102 9,00%" in chart.alternative
    assert [point.series for point in chart.points].count("Toàn địa phương") == 1


def test_one_rate_is_not_drawn(root):
    root.send(ONE, {"household_review": [row(WARDS[ONE][0], 2, 100), row(WARDS[ONE][1], 2)]})
    assert ward_rates_chart(root.told(ONE).context) is None
