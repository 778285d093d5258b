"""Kế hoạch và giải ngân vốn: amounts in the unit told, marks kept apart from zero, and what contradicts is told."""

from __future__ import annotations

from decimal import Decimal

import pytest

AMOUNTS = "assigned,added,adjusted,cancelled,carried_over,allocated,disbursed,disbursed_carried_over"
HEADING = f"component_code,source,kind,year,as_of,unit,{AMOUNTS}"


@pytest.fixture
def funds(period):
    """Writes the table of funds of a period of the programme 2016-2020."""
    period.change_report("leading_standard", "programme_id: gnbv-2016-2020\nleading_standard")

    def write(*rows, heading=HEADING):
        period.write("fund_disbursement.csv", "\n".join([heading, *rows, ""]))
        return period

    return write


def amounts(as_of, cells, who="component-1,nstw,dtpt,2018", unit="triệu đồng"):
    return f"{who},{as_of},{unit},{cells}"


def told(findings):
    return [(str(finding.severity), str(finding.kind)) for finding in findings]


class TestReading:
    def test_a_mistake_elsewhere_in_the_report_leaves_its_components_known(self, funds, period):
        funds(amounts("2018-12-31", "500,120,,30,80,,560,"))
        period.change_report("leading_standard", "audiense: public\nleading_standard")
        problem = period.problem()
        assert "audiense" in problem.found_vi and problem.file.endswith("report.yml")

    @pytest.mark.parametrize(
        ("unit", "cell", "expected"),
        [
            ("triệu đồng", "500", 500_000_000),
            ("triệu đồng", '"666,204"', 666_204_000),
            ("đồng", "290000000", 290_000_000),
            ("tỷ đồng", '"1,5"', 1_500_000_000),
            ("nghìn đồng", "12.888", 12_888_000),
        ],
    )
    def test_an_amount_stands_in_the_unit_of_its_row(self, funds, unit, cell, expected):
        rows = funds(amounts("2018-12-31", f"{cell},,,,,,,", unit=unit)).read().tables["fund_disbursement"]
        assert rows["assigned"].tolist() == [Decimal(expected)]
        assert rows["added_status"].tolist() == ["missing"]
        assert rows["unit"].tolist() == [unit]

    @pytest.mark.parametrize("mark", ["x", "không thuộc đối tượng"])
    def test_not_applicable_is_not_zero(self, funds, mark):
        rows = funds(amounts("2018-12-31", f"{mark},,,,,,{mark},-")).read().tables["fund_disbursement"]
        assert rows["assigned"].tolist() == [None]
        assert rows["disbursed_status"].tolist() == ["not_applicable"]
        assert rows["disbursed_carried_over"].tolist() == [Decimal(0)]

    def test_only_an_adjustment_may_be_negative(self, funds):
        rows = funds(amounts("2018-12-31", "500,,-30,,,,,")).read().tables["fund_disbursement"]
        assert rows["adjusted"].tolist() == [Decimal(-30_000_000)]
        problem = funds(amounts("2018-12-31", "500,-30,,,,,,")).problem()
        assert problem.column == "added" and "không âm" in problem.message("vi")

    def test_vietnamese_headings(self, funds):
        heading = (
            '"Dự án, tiểu dự án",Nguồn vốn,Loại vốn,Năm kế hoạch,Lũy kế đến ngày,Đơn vị tính,Kế hoạch giao,'
            "Vốn kéo dài,Giải ngân vốn trong năm"
        )
        row = "component-1,nstw,dtpt,2018,31/12/2018,triệu đồng,500,80,560"
        rows = funds(row, heading=heading).read().tables["fund_disbursement"]
        assert rows["carried_over"].tolist() == [Decimal(80_000_000)]

    @pytest.mark.parametrize(
        ("row", "column", "says"),
        [
            ("component-1,nstw,dtpt,2018,2018-12-31,hộ,500,,,,,,,", "unit", "đơn vị tiền"),
            ("component-1,nstw,dtpt,2018,2018-12-31,triệu,500,,,,,,,", "unit", "đơn vị tính"),
            ("component-1,nstw,dtpt,2018,2018-12-31,,500,,,,,,,", "unit", "không để trống"),
            ("component-1,nstw,dtpt,18,2018-12-31,đồng,500,,,,,,,", "year", "một năm"),
            ("component-9,nstw,dtpt,2018,2018-12-31,đồng,500,,,,,,,", "component_code", "mã đã biết"),
            ("component-1,NSTW,dtpt,2018,2018-12-31,đồng,500,,,,,,,", "source", "nstw"),
            ("component-1,nstw,dtpt,2018,2018-12-31,triệu đồng,12.5.5,,,,,,,", "assigned", "con số"),
        ],
    )
    def test_what_cannot_be_read_is_refused_at_its_cell(self, funds, row, column, says):
        problem = funds(row).problem()
        assert (problem.row, problem.column) == (2, column)
        assert says in problem.message("vi")

    def test_one_row_for_each_key(self, funds):
        row = amounts("2018-12-31", "500,,,,,,,")
        assert "dòng 2 và dòng 3" in funds(row, row).problem().message("vi")
        unsplit = amounts("2018-12-31", "500,,,,,,,", "component-1,mobilised,,2018")
        assert "dòng 2 và dòng 3" in funds(unsplit, unsplit).problem().message("vi")

    def test_no_table_is_an_empty_one(self, period):
        period.reviews("213,2018-12-31,qd-59-2015,10")
        assert period.read().tables["fund_disbursement"].empty


class TestChecks:
    @pytest.mark.parametrize(
        ("cells", "expected"),
        [
            ("500,120,,30,80,,500,60", []),
            ("500,120,,30,80,,590,80", []),
            ("500,120,,30,80,,620,60", [("error", "sum")]),
            ("500,,,,,501,,", [("error", "sum")]),
            ("500,,,,80,580,,", []),
            ("500,,-100,,,,450,", [("error", "sum")]),
            ("500,,,,80,,400,81", [("error", "sum")]),
            ("500,,,600,,,,", [("error", "sum")]),
            ("…,,,,,,450,", []),
            ("x,x,x,x,x,x,x,x", []),
        ],
    )
    def test_no_more_than_there_is(self, funds, cells, expected):
        assert told(funds(amounts("2018-12-31", cells)).findings()) == expected

    def test_the_message_says_by_how_much(self, funds):
        finding = funds(amounts("2018-12-31", "500,120,,30,80,,620,60")).finding()
        assert finding.message_vi == (
            "Dự án 1, NSTW, ĐTPT, năm 2018: giải ngân 680 triệu đồng, vượt kế hoạch giao và vốn kéo dài (670 triệu "
            "đồng). Đề nghị đơn vị kiểm tra, xác nhận."
        )
        assert finding.message_en == (
            "Component 1, central budget, investment, 2018: VND 680 million disbursed, more than the plan and the "
            "money carried over (VND 670 million)."
        )
        assert (finding.row, finding.column, finding.computed) == (2, "disbursed", "680 triệu đồng > 670 triệu đồng")
        dimensions = "component=component-1;kind=dtpt;source=nstw;year=2018"
        assert finding.indicator_ids[0] == f"fund_disbursed;{dimensions}@213/2018-12-31"

    def test_a_later_cumulative_amount_below_an_earlier_one_names_both(self, funds):
        later = amounts("2019-01-31", "500,,,,,,298,")
        finding = funds(amounts("2018-12-31", "500,,,,,,455,"), later).finding()
        assert told([finding]) == [("error", "identity")]
        assert "298 triệu đồng, dòng 3" in finding.message_vi and "455 triệu đồng, dòng 2" in finding.message_vi
        assert finding.quote == "298 triệu đồng … 455 triệu đồng"

    def test_rows_in_any_order_and_other_money_are_no_contradiction(self, funds):
        rows = [
            amounts("2019-01-31", "500,,,,,,460,"),
            amounts("2018-12-31", "500,,,,,,455,"),
            amounts("2018-12-31", "700,,,,,,600,", "component-1,nsdp_province,dtpt,2018"),
            amounts("2019-01-31", "700,,,,,,100,", "component-1,nstw,dtpt,2019"),
        ]
        assert funds(*rows).findings() == ()

    def test_an_expected_amount_is_not_held_against_a_later_actual_one(self, funds):
        heading = HEADING + ",realisation"
        rows = [
            amounts("2018-06-30", "500,,,,,,400,") + ",expected",
            amounts("2018-12-31", "500,,,,,,350,") + ",actual",
        ]
        assert funds(*rows, heading=heading).findings() == ()

    def test_a_year_in_a_unit_a_thousand_times_its_siblings(self, funds):
        rows = [
            amounts(f"{year}-12-31", f"{cell},,,,,,,", f"component-1,nstw,dtpt,{year}")
            for year, cell in ((2016, "380"), (2017, "420"), (2018, "290000"), (2019, '"666,204"'))
        ]
        finding = funds(*rows).finding()
        assert told([finding]) == [("error", "unit")]
        assert (finding.row, finding.stated) == (4, "290000")
        assert "Nếu là 290 triệu đồng thì phù hợp" in finding.message_vi

    def test_a_much_larger_row_of_the_same_year_is_only_probably_wrong(self, funds):
        rows = [
            amounts("2018-12-31", f"{cell},,,,,,,", f"component-{number},nstw,dtpt,2018")
            for number, cell in enumerate(("380", "420", "290000"), 1)
        ]
        assert told(funds(*rows).findings()) == [("warning", "unit")]

    def test_sub_projects_above_their_component(self, funds):
        rows = [
            amounts("2018-12-31", "100,,,,,,,"),
            amounts("2018-12-31", "60,,,,,,,", "component-1-1,nstw,dtpt,2018"),
            amounts("2018-12-31", "50,,,,,,,", "component-1-2,nstw,dtpt,2018"),
        ]
        finding = funds(*rows).finding()
        assert told([finding]) == [("error", "sum")] and "110 triệu đồng, vượt" in finding.message_vi

    def test_a_reading_of_corrections_is_told(self, funds, period):
        period.write(
            "corrections.yml",
            "- {file: fund_disbursement.csv, key: {component_code: component-1}, column: disbursed, as_printed: 4.5.5, "
            "reading: '455', status: disputed, reason_vi: gõ nhầm, reason_en: slip, recorded: 2018-12-31}\n",
        )
        assert told(funds(amounts("2018-12-31", "500,,,,,,4.5.5,")).findings()) == [("error", "malformed")]


class TestTotals:
    ROWS = (amounts("2018-12-31", "60,,,,,,30,"), amounts("2018-12-31", "40,,,,,,x,", "component-2,nstw,dtpt,2018"))

    @pytest.mark.parametrize(
        ("total", "expected"),
        [
            ("Tổng số,,,2018,2018-12-31,triệu đồng,100,,,,,,30,", []),
            ("Tổng số,,,,,triệu đồng,100,,,,,,,", []),
            ('Tổng cộng,nstw,,,,tỷ đồng,"0,1",,,,,,,', []),
            ("Tổng số,,,2018,2018-12-31,triệu đồng,99,,,,,,,", [("error", "sum")]),
            ("Tổng số,,,2018,2018-12-31,,100,,,,,,,", [("note", "mapping")]),
        ],
    )
    def test_a_total_row_is_left_out_and_held_against_its_rows(self, funds, total, expected):
        received = funds(total, *self.ROWS).read()
        assert told(received.findings) == expected
        assert len(received.tables["fund_disbursement"]) == 2

    def test_sub_projects_are_not_added_to_their_component(self, funds):
        part = amounts("2018-12-31", "20,,,,,,,", "component-1-1,nstw,dtpt,2018")
        total = "Tổng số,,,2018,2018-12-31,triệu đồng,101,,,,,,,"
        finding = funds(*self.ROWS, part, total).finding()
        assert (finding.row, finding.column) == (5, "assigned")
        assert finding.computed == "100 triệu đồng ≠ 101 triệu đồng"

    def test_a_sheet_of_a_workbook(self, period):
        period.change_report("leading_standard", "programme_id: gnbv-2016-2020\nleading_standard")
        heading = ["Dự án, tiểu dự án", "Nguồn vốn", "Loại vốn", "Năm kế hoạch", "Lũy kế đến ngày", "Đơn vị tính"]
        rows = [
            ["KẾ HOẠCH VÀ GIẢI NGÂN VỐN"],
            [*heading, "Kế hoạch giao", "Giải ngân vốn trong năm"],
            ["Tổng số", "", "", 2018, "31/12/2018", "triệu đồng", 666.204, 50],
            ["component-1", "nstw", "dtpt", 2018, "31/12/2018", "triệu đồng", 666.204, 50],
        ]
        period.workbook({"Kế hoạch và giải ngân vốn": rows})
        received = period.read()
        assert received.findings == ()
        assert received.tables["fund_disbursement"]["assigned"].tolist() == [Decimal(666_204_000)]
