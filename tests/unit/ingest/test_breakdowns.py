"""Biểu phân tổ: forms by ward in their own headings become one long frame; totals inside them are held to rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from poverty_evaluation.ingest.breakdowns import BREAKDOWN_COLUMNS

HEADING = "place_code,as_of,standard_id,total,kinh,dtts"


def rows_of(period):
    return period.read().tables["breakdowns"]


class TestReading:
    def test_nothing_sent_is_an_empty_frame(self, period):
        period.reviews("213,2018-12-31,qd-59-2015,356")
        frame = rows_of(period)
        assert frame.empty and tuple(frame.columns) == BREAKDOWN_COLUMNS

    def test_one_row_for_each_category_of_each_place(self, period):
        period.write("poor_ethnicity.csv", f"{HEADING}\n07213,2018-12-31,qd-59-2015,20,18,2\n")
        frame = rows_of(period)
        assert frame["category"].tolist() == ["total", "kinh", "dtts"]
        assert frame["value"].tolist() == [Decimal(20), Decimal(18), Decimal(2)]
        assert set(frame["breakdown_id"]) == {"poor_ethnicity"} and set(frame["vintage"]) == {"official"}
        assert set(frame["place_code"]) == {"07213"} and frame["row"].tolist() == [2, 2, 2]
        assert '"column":"dtts"' in frame["source"].iloc[2]

    def test_a_sheet_with_vietnamese_headings_and_column_numbers(self, period):
        period.workbook(
            {
                "Hộ nghèo theo nguyên nhân nghèo": [
                    ["BIỂU SỐ 10"],
                    ["STT", "Mã đơn vị hành chính", "Thời điểm", "Chuẩn nghèo", "Tổng số (hộ)",
                     "Không có đất sản xuất", "Không có vốn sản xuất, kinh doanh", "Ghi chú"],
                    ["(A)", "(B)", "(C)", "(D)", "(1)", "(2)", "(3)", "(4)"],
                    [1, "07213", "31/12/2018", "qd-59-2015", 20, 12, 15, "hộ bà A, CCCD 0123"],
                ]
            }
        )  # fmt: skip
        frame = rows_of(period)
        told = dict(zip(frame["category"], frame["value"], strict=True))
        assert told["total"] == 20 and told["land"] == 12 and told["capital"] == 15
        status = dict(zip(frame["category"], frame["status"], strict=True))
        assert status["illness"] == "missing"
        assert "CCCD" not in frame.to_csv()

    def test_the_standard_of_a_form_needs_no_column(self, period):
        period.write("poor_deprivations_2016.csv", "place_code,as_of,total,toilet\n07213,2018-12-31,20,-\n")
        frame = rows_of(period)
        assert set(frame["standard_id"]) == {"qd-59-2015"}
        assert frame.loc[frame["category"] == "toilet", "value"].tolist() == [Decimal(0)]

    def test_another_standard_is_refused(self, period):
        period.write(
            "poor_deprivations_2016.csv",
            "place_code,as_of,standard_id,total,toilet\n07213,2018-12-31,nd-07-2021,20,3\n",
        )
        problem = period.problem()
        assert (problem.row, problem.column) == (2, "standard_id") and "qd-59-2015" in problem.message("vi")

    @pytest.mark.parametrize("cell", ["1.5", "-3", "như trên"])
    def test_a_cell_that_is_no_count_is_refused(self, period, cell):
        period.write("poor_ethnicity.csv", f"{HEADING}\n07213,2018-12-31,qd-59-2015,20,18,{cell}\n")
        assert period.problem().column == "dtts"

    def test_a_place_twice_is_refused(self, period):
        row = "07213,2018-12-31,qd-59-2015,20,18,2\n"
        period.write("poor_ethnicity.csv", f"{HEADING}\n{row}{row}")
        assert period.problem().row == 3


class TestTotals:
    def test_a_total_row_and_blocks_are_left_out_and_compared(self, period):
        period.write(
            "poor_ethnicity.csv",
            f"{HEADING}\nThành thị,,,,,\n07213,2018-12-31,qd-59-2015,20,18,2\n07210,2018-12-31,qd-59-2015,10,9,1\n"
            "Cộng I,,,30,27,3\nTổng cộng,,,30,27,4\n",
        )
        received = period.read()
        assert set(received.tables["breakdowns"]["place_code"]) == {"07213", "07210"}
        sums = [finding for finding in received.findings if finding.kind == "sum"]
        assert [(one.row, one.column, one.severity) for one in sums] == [(6, "dtts", "error")]
        assert sums[0].computed == "2 + 1 = 3 ≠ 4"


class TestChecks:
    @pytest.fixture
    def form(self, period):
        """Writes a form of a heading and rows beside a review of 20 poor households in a ward."""
        period.reviews("07213,2018-12-31,qd-59-2015,20")

        def write(name, columns, *rows):
            heading = f"place_code,as_of,standard_id,{columns}"
            period.write(
                f"{name}.csv", "\n".join([heading, *(f"07213,2018-12-31,qd-59-2015,{row}" for row in rows), ""])
            )
            return [one for one in period.findings() if one.kind == "sum"]

        return write

    def test_a_total_that_is_not_the_count_of_the_review(self, form):
        (finding,) = form("poor_ethnicity", "total,kinh,dtts", "21,19,2")
        assert (finding.severity, finding.row, finding.column, finding.quote) == ("error", 2, "total", "21 hộ … 20 hộ")
        assert "household_review.csv, dòng 2, cột poor_households" in finding.message_vi
        assert finding.indicator_ids == (
            "breakdown_households;breakdown=poor_ethnicity;category=total@07213/2018-12-31",
            "poor_households@07213/2018-12-31",
        )

    def test_another_standard_or_vintage_is_another_review(self, period, form):
        period.reviews("07213,2018-12-31,qd-59-2015,20,preliminary", columns="vintage")
        period.write("poor_ethnicity.csv", f"{HEADING}\n07213,2018-12-31,qd-59-2015,21,19,2\n")
        assert not [one for one in period.findings() if one.kind == "sum"]

    def test_a_partition_adds_up(self, form):
        assert not form("poor_ethnicity", "total,kinh,dtts", "20,18,2")
        (finding,) = form("poor_ethnicity", "total,kinh,dtts", "20,18,1")
        assert (finding.severity, finding.computed) == ("error", "18 + 1 = 19 ≠ 20")

    def test_a_partition_with_a_column_missing_is_left_open(self, form):
        assert not form("poor_ethnicity", "total,kinh,dtts", "20,18,")
        assert form("poor_ethnicity", "total,kinh,dtts", "20,21,")

    def test_groups_overlap(self, form):
        assert not form("poor_groups", "total,dtts,social_protection,female_headed", "20,2,19,18")
        (finding,) = form("poor_groups", "total,dtts,social_protection,female_headed", "20,2,21,18")
        assert (finding.column, finding.computed) == ("social_protection", "21 > 20")

    def test_several_causes_may_be_given(self, form):
        assert not form("poor_causes", "total,land,capital,illness", "20,12,15,19")


class TestPlaces:
    @pytest.fixture
    def city(self, period, reference):
        """Writes the form of every ward of the city, one poor household in each, and a row of the city itself."""
        wards = [place.place_code for place in reference.places.children("213", date(2018, 12, 31))]

        def write(total, left_out=0):
            rows = [f"{code},2018-12-31,qd-59-2015,1,1,0" for code in wards[left_out:]]
            rows.append(f"213,2018-12-31,qd-59-2015,{total},{total},0")
            period.write("poor_ethnicity.csv", "\n".join([HEADING, *rows, ""]))
            return [one for one in period.findings() if one.kind == "sum"]

        write.wards = len(wards)
        return write

    def test_wards_that_are_all_there_add_up_to_the_city(self, city):
        assert not city(city.wards)
        assert sorted(one.column for one in city(city.wards + 1)) == ["kinh", "total"]

    def test_where_a_ward_is_lacking_they_may_only_not_exceed(self, city):
        assert not city(city.wards + 5, left_out=1)
        assert len(city(city.wards - 2, left_out=1)) == 2
