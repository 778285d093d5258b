"""Phát hiện: what contradicts is told with its recomputation and severity, and nothing else is."""

from __future__ import annotations

import pytest

from poverty_evaluation.ingest.checks import check_tables
from poverty_evaluation.ingest.checks.run import CheckedPeriod
from poverty_evaluation.vocabulary.errors import InputError


def told(findings):
    return [(str(finding.severity), str(finding.kind)) for finding in findings]


class TestParts:
    def write(self, period, parts, whole, *others):
        rows = [f"w,gift-giving,ldld,Tổng,{whole},,{parts},none"]
        rows += [f"p{n},gift-giving,ldld,Phần {n},{cells},w,,none" for n, cells in enumerate(others)]
        period.activities(*rows, columns="value_1,unit_1,part_of,parts,flow")

    @pytest.mark.parametrize(
        ("parts", "whole", "others", "findings"),
        [
            ("complete", "100,hộ", ["60,hộ", "40,hộ"], []),
            ("complete", "100,hộ", ["60,hộ", "39,hộ"], [("error", "sum")]),
            ("partial", "100,hộ", ["60,hộ", "39,hộ"], []),
            ("partial", "100,hộ", ["60,hộ", "41,hộ"], [("error", "sum")]),
            ("", "100,hộ", ["60,hộ", "41,hộ"], [("error", "sum")]),
            ("complete", "trên 100,hộ", ["60,hộ", "45,hộ"], []),
            ("complete", "100,hộ", ["60,hộ", "…,hộ"], []),
            ("complete", "100,hộ", ["60,hộ", "40,suất"], []),
            ("complete", '"802,8",triệu đồng', ["400,triệu đồng", '"402,8",triệu đồng'], []),
            ("complete", '"83,2",triệu đồng', ['"41,4",tỷ đồng', '"41,8",tỷ đồng'], [("error", "unit")]),
        ],
    )
    def test_parts_against_their_whole(self, period, parts, whole, others, findings):
        self.write(period, parts, whole, *others)
        assert told(period.findings()) == findings

    def test_the_message_says_by_how_much(self, period):
        self.write(period, "partial", "100,hộ", "60,hộ", "41,hộ")
        finding = period.finding()
        assert finding.computed == "60 hộ + 41 hộ = 101 hộ ≠ 100 hộ"
        assert "vượt tổng 100 hộ là 1 hộ" in finding.message_vi
        more = "add up to 101 households, 1 household more than the stated total of 100 households."
        assert more in finding.message_en
        assert (finding.row, finding.column, finding.quote) == (2, "value_1", "100 hộ … 60 hộ … 41 hộ")
        assert finding.indicator_ids[0] == "activity_figure;figure=w.households@213/2018"


class TestUnitCosts:
    def write(self, period, *rows):
        period.activities(
            *(f"a{n},gift-giving,ldld,Quà {n},{cells},items" for n, cells in enumerate(rows)),
            columns="value_1,unit_1,value_2,unit_2,flow,part_of,per_role",
        )

    def test_a_slip_of_the_unit(self, period):
        self.write(period, "100,suất,30,triệu đồng,grant,", "100,suất,40,triệu đồng,grant,",
                   "100,suất,35,tỷ đồng,grant,")  # fmt: skip
        finding = period.finding()
        assert told([finding]) == [("error", "unit")]
        assert "bình quân 350.000.000 đồng/suất, trong khi các khoản tương tự từ 300.000 đồng đến 400.000 đồng" in (
            finding.message_vi
        )
        assert "Nếu là 35 triệu đồng thì bằng 350.000 đồng/suất." in finding.message_vi

    def test_far_from_its_sister_part(self, period):
        self.write(period, "300,suất,200,triệu đồng,grant,", "100,suất,30,triệu đồng,grant,a0",
                   "100,suất,130,triệu đồng,grant,a0")  # fmt: skip
        finding = period.finding()
        assert told([finding]) == [("warning", "unit")]
        assert "lệch 4,3 lần so với khoản tương tự (300.000 đồng)" in finding.message_vi

    def test_loans_are_not_held_against_gifts_nor_zeros_against_anything(self, period):
        self.write(period, "100,suất,30,triệu đồng,grant,", "100,suất,35,tỷ đồng,loan_disbursed,",
                   "100,suất,0,triệu đồng,grant,", "0,suất,5,triệu đồng,grant,")  # fmt: skip
        assert period.findings() == ()


def test_words_against_digits(period):
    columns = "value_1,unit_1,value_2,unit_2,flow"
    row = "t,gift-giving,ldld,Tập huấn"
    period.activities(f"{row},13.000.000,đ,Mười ba triệu đồng chẵn,bằng chữ,grant", columns=columns)
    assert period.findings() == ()
    period.activities(f"{row},13.000.000,đ,Hai mươi hai triệu đồng chẵn,bằng chữ,grant", columns=columns)
    finding = period.finding()
    assert told([finding]) == [("error", "words")]
    assert finding.computed == "22 triệu đồng ≠ 13 triệu đồng (chênh lệch 9 triệu đồng)"


class TestCumulative:
    COLUMNS = "value_1,unit_1,data_to,time_basis"

    def write(self, period, *rows, basis="year_to_date"):
        lines = [f"a{n},gift-giving,ldld,Quà,{cells},{basis}" for n, cells in enumerate(rows)]
        period.activities(*lines, columns=self.COLUMNS)

    def test_a_later_figure_below_an_earlier_one_is_an_error_that_names_both_cells(self, period):
        self.write(period, "298,suất,2018-09-30", "120,suất,2018-03-31", "310,suất,2018-06-30")
        finding = period.finding()
        assert told([finding]) == [("error", "order")]
        assert (finding.row, finding.column, finding.computed) == (2, "value_1", "298 suất < 310 suất")
        assert "30/9/2018 (298 suất, dòng 2) nhỏ hơn lũy kế đến ngày 30/6/2018 (310 suất, dòng 4)" in (
            finding.message_vi
        )

    @pytest.mark.parametrize(
        ("rows", "basis"),
        [
            (("310,suất,2018-06-30", "310,suất,2018-09-30"), "year_to_date"),
            (("310,suất,2017-12-31", "120,suất,2018-03-31"), "year_to_date"),
            (("310,suất,2018-06-30", "298,hộ,2018-09-30"), "year_to_date"),
            (("310,suất,2018-06-30", "ít nhất 298,suất,2018-09-30"), "since_start"),
            (("310,suất,", "298,suất,2018-09-30"), "since_start"),
            (("310,suất,2018-06-30", "298,suất,2018-09-30"), "in_period"),
        ],
    )
    def test_what_is_no_fall_of_one_series(self, period, rows, basis):
        self.write(period, *rows, basis=basis)
        assert period.findings() == ()


class TestEvents:
    COLUMNS = "value_1,unit_1,value_2,unit_2,event_id,counted_under,flow"

    def write(self, period, *rows):
        lines = [f"a{n},gift-giving,{who},Nhà,{cells},e,ldld,{flow}" for n, (who, cells, flow) in enumerate(rows)]
        period.activities(*lines, columns=self.COLUMNS)

    def test_equal_tellings_are_one_warning(self, period):
        self.write(period, *((who, "20,nhà,1.000,triệu đồng", "grant") for who in ("ldld", "hoi-nd", "hoi-lhpn")))
        finding = period.finding()
        assert told([finding]) == [("warning", "duplicate")]
        assert finding.quote == "20 nhà; 1.000 triệu đồng"
        assert "được nêu 03 lần" in finding.message_vi
        assert finding.computed.startswith("Nếu cộng cả 3 lần: 20 nhà + 20 nhà + 20 nhà = 60 nhà; ")
        assert f"chỉ tính một lần, vào {period.reference.organisations['ldld'].label_vi}." in finding.message_vi

    def test_unequal_amounts_are_an_error_that_shows_both(self, period):
        self.write(period, ("ldld", "20,nhà,1.000,triệu đồng", "grant"), ("hoi-nd", "20,nhà,1.020,triệu đồng", "grant"))
        findings = period.findings()
        assert told(findings) == [("error", "duplicate"), ("warning", "duplicate")]
        assert findings[0].computed == "1.000 triệu đồng ≠ 1.020 triệu đồng"
        assert findings[0].message_vi.endswith(
            "Đề nghị Liên đoàn Lao động thành phố Bắc Giang và Hội Nông dân thành phố Bắc Giang thống nhất số liệu."
        )
        assert "different figures: VND 1,000 million and VND 1,020 million." in findings[0].message_en
        assert findings[1].quote == "20 nhà"
        assert len({finding.id for finding in findings}) == 2

    def test_other_kinds_and_other_flows_are_other_facts(self, period):
        self.write(period, ("ldld", "20,nhà,1.000,triệu đồng", "grant"), ("hoi-nd", "150,ngày công,,", "none"),
                   ("hoi-lhpn", ",,50,triệu đồng", "in_kind"))  # fmt: skip
        assert period.findings() == ()


class TestTargets:
    HEADING = "target_id,document,kind,direction,part_of,value,unit,label_vi"

    def findings(self, period, *parts, kind="households", unit="hộ"):
        rows = [("whole", "", "40"), *((f"part{n}", "whole", value) for n, value in enumerate(parts))]
        lines = [f"{name},1/QĐ,{kind},down,{whole},{value},{unit},{name}" for name, whole, value in rows]
        period.write("targets.csv", "\n".join([self.HEADING, *lines, ""]))
        return period.findings()

    def test_parts_below_the_whole_are_a_warning(self, period):
        (finding,) = self.findings(period, "20", "16")
        assert told([finding]) == [("warning", "sum")]
        assert (finding.row, finding.computed) == (2, "20 hộ + 16 hộ = 36 hộ < 40 hộ")
        assert finding.indicator_ids[0] == "target_value;target=whole@213/2018"

    @pytest.mark.parametrize("parts", [("20", "20"), ("20", "30"), ("20", "…"), ()])
    def test_parts_that_reach_it_or_are_not_all_known_are_not(self, period, parts):
        assert self.findings(period, *parts) == ()

    def test_relative_targets_do_not_add_up(self, period):
        assert self.findings(period, "20", "16", kind="relative", unit="%") == ()


class TestReviews:
    def write(self, period, columns, *rows):
        period.reviews(*rows, columns=columns)

    @pytest.mark.parametrize(
        ("total", "poor", "rate", "findings"),
        [
            ("41.870", "356", '"0,85%"', []),
            ("41.870", "356", '"0,86%"', [("error", "share")]),
            ("412.204", "63.379", '"15,40"', [("warning", "share")]),
            ("412.204", "63.379", '"15,4"', []),
            ("423.400", "44.541", '"10,44"', [("error", "share")]),
            ("", "356", '"0,85"', []),
            ("0", "0", '"0,85"', []),
        ],
    )
    def test_rates_to_their_printed_precision(self, period, total, poor, rate, findings):
        self.write(period, "total_households,poverty_ratio_printed", f"213,2018-12-31,qd-59-2015,{poor},{total},{rate}")
        found = period.findings()
        assert told(found) == findings
        assert not any("%%" in finding.message_vi for finding in found)

    def test_the_share_says_what_the_counts_give(self, period):
        self.write(period, "total_households,poverty_ratio_printed", '213,2018-12-31,qd-59-2015,44.541,423.400,"10,44"')
        finding = period.finding()
        assert finding.message_vi == (
            "Tỷ lệ hộ nghèo ghi 10,44%, tính lại từ số hộ là 10,52%. Đề nghị kiểm tra, xác nhận."
        )
        assert finding.computed == "44.541 / 423.400 = 10,52%"
        assert finding.indicator_ids[0] == "poverty_ratio@213/2018-12-31"

    @pytest.mark.parametrize(
        ("poor", "near", "findings"),
        [("60", "40", []), ("60", "41", [("error", "sum")]), ("101", "", [("error", "sum")])],
    )
    def test_classes_do_not_exceed_all_households(self, period, poor, near, findings):
        self.write(period, "total_households,near_poor_households", f"213,2018-12-31,qd-59-2015,{poor},100,{near}")
        assert told(period.findings()) == findings

    @pytest.mark.parametrize(
        ("closing", "relapsed", "findings"), [("32", "1", []), ("30", "1", [("error", "identity")]), ("30", "", [])]
    )
    def test_movements_balance(self, period, closing, relapsed, findings):
        columns = "opening_households,escaped_households,relapsed_households,newly_poor_households"
        self.write(period, columns, f"213,2018-12-31,qd-59-2015,{closing},40,12,{relapsed},3")
        found = period.findings()
        assert told(found) == findings
        if found:
            assert found[0].computed == "40 hộ - 12 hộ + 1 hộ + 3 hộ = 32 ≠ 30"
            assert "chênh lệch 02 hộ" in found[0].message_vi

    @pytest.mark.parametrize(
        ("vintage", "standard", "value_id"),
        [
            ("official", "qd-09-2011", "poverty_ratio;standard=qd-09-2011@213/2018-12-31"),
            ("preliminary", "qd-59-2015", "poverty_ratio@213/2018-12-31"),
        ],
    )
    def test_two_rows_of_one_date_have_findings_of_their_own(self, period, vintage, standard, value_id):
        columns = "vintage,total_households,poverty_ratio_printed"
        self.write(period, columns, "213,2018-12-31,qd-59-2015,300,official,1.000,20",
                   f"213,2018-12-31,{standard},300,{vintage},1.000,20")  # fmt: skip
        first, second = period.findings()
        assert first.id != second.id
        assert second.indicator_ids[0] == value_id


class TestThePeriodBefore:
    def findings(self, new_period, before, now, columns="opening_households,escaped_households"):
        previous, period = new_period("2017"), new_period("2018")
        previous.reviews(*before, columns="vintage,approved_by")
        period.reviews(*now, columns=columns)
        return period.findings(previous)

    BEFORE = "213,2017-12-31,qd-59-2015,358,official,"

    @pytest.mark.parametrize(
        ("now", "found"),
        [
            ("300,358,60", []),
            ("300,356,60", [("error", "identity")]),
            ("300,358,57", [("warning", "identity")]),
            ("300,,", []),
            ("360,358,0", []),
        ],
    )
    def test_opening_and_net_fall(self, new_period, now, found):
        assert told(self.findings(new_period, [self.BEFORE], [f"213,2018-12-31,qd-59-2015,{now}"])) == found

    def test_the_net_fall_says_its_sum(self, new_period):
        (finding,) = self.findings(new_period, [self.BEFORE], ["213,2018-12-31,qd-59-2015,300,,50"])
        assert finding.computed == "358 - 300 = 58 > 50"
        assert "giảm 58 hộ, nhiều hơn số hộ thoát nghèo (50)" in finding.message_vi

    def test_an_opening_before_the_amendment_is_a_warning_that_cites_it(self, new_period):
        before = ["213,2017-12-31,qd-59-2015,356,official,", "213,2017-12-31,qd-59-2015,358,amended,12/QĐ-UBND",
                  "213,2017-12-31,qd-59-2015,361,preliminary,"]  # fmt: skip
        (finding,) = self.findings(new_period, before, ["213,2018-12-31,qd-59-2015,300,356,70"])
        assert told([finding]) == [("warning", "identity")]
        assert finding.computed == "358 ≠ 356"
        assert "trước khi điều chỉnh (12/QĐ-UBND)" in finding.message_vi
        assert (finding.file.split("/")[2], finding.column) == ("2018", "opening_households")

    def test_nothing_is_carried_across_a_change_of_standard(self, new_period):
        before = ["213,2017-12-31,qd-09-2011,100,official,"]
        assert self.findings(new_period, before, ["213,2018-12-31,qd-59-2015,300,356,70"]) == ()

    @pytest.mark.parametrize(
        ("now", "found"),
        [
            ("356,official", [("note", "duplicate")]),
            ("365,official", [("error", "duplicate")]),
            ("365,amended", []),
        ],
    )
    def test_a_review_that_both_periods_hold(self, new_period, now, found):
        previous, period = new_period("2017"), new_period("2018")
        previous.reviews("213,2017-12-31,qd-59-2015,356,official", columns="vintage")
        period.reviews(f"213,2017-12-31,qd-59-2015,{now}", columns="vintage")
        assert told(period.findings(previous)) == found

    def test_a_period_without_a_review_carries_the_last_count_and_says_so(self, new_period):
        previous, period = new_period("2017"), new_period("2018-H1")
        rows = ("213,361,preliminary,", "07213,8,official,", "213,356,official,12/QĐ-UBND")
        previous.reviews(*(row.replace(",", ",2017-12-31,qd-59-2015,", 1) for row in rows),
                         columns="vintage,approved_by")  # fmt: skip
        period.activities("a,gift-giving,ldld,Quà,3,suất")
        (finding,) = period.findings(previous)
        assert told([finding]) == [("note", "missing")]
        assert finding.quote == "356 hộ"
        assert "ngày 31/12/2017 (356 hộ theo 12/QĐ-UBND)" in finding.message_vi
        period.reviews("07213,2018-06-30,qd-59-2015,7")
        assert told(period.findings(previous)) == [("note", "missing")]
        period.reviews("213,2018-06-30,qd-59-2015,350")
        assert period.findings(previous) == ()

    def test_nor_across_a_change_of_boundary(self, new_period):
        previous, period = new_period("2024"), new_period("2025-H1")
        for one, day, rest in ((previous, "2024-12-31", "8,"), (period, "2025-06-30", "15,19")):
            one.reviews(f"07213,{day},qd-59-2015,{rest}", columns="opening_households")
        assert period.findings(previous) == ()

    def test_problems_of_both_folders_are_told_together(self, new_period):
        previous, period = new_period("2017"), new_period("2018")
        previous.reviews("213,2017-12-31,qd-59-2015,abc")
        period.reviews("213,2018-12-31,qd-59-2015,abc")
        with pytest.raises(InputError) as caught:
            period.read(previous)
        assert [problem.file.split("/")[2] for problem in caught.value.problems] == ["2018", "2017"]


def test_findings_are_stable_in_order_and_leave_the_tables_as_they_were(period):
    period.reviews('213,2018-12-31,qd-59-2015,300,1.000,"20"', columns="total_households,poverty_ratio_printed")
    period.activities("w,gift-giving,ldld,T,100,hộ,", "p,gift-giving,ldld,P,101,hộ,w", columns="value_1,unit_1,part_of")
    received = period.read()
    assert received.findings == period.read().findings
    assert [finding.kind for finding in received.findings] == ["sum", "share"]
    before = {name: frame.copy(deep=True) for name, frame in received.tables.items()}
    checked = CheckedPeriod(received.tables, period.reference, received.place_code, "2018", "qd-59-2015")
    assert check_tables(checked) == received.findings
    for name, frame in received.tables.items():
        assert frame.equals(before[name]), name


def test_reading_changes_no_received_file(period):
    period.reviews("213,2018-12-31,qd-59-2015,300")
    heading = ("activity_id", "measure_code", "organisation_code", "label_vi", "value_1", "unit_1")
    period.workbook({"activities": [heading, ("a", "gift-giving", "ldld", "x", 1, "hộ")]})
    before = {path: path.read_bytes() for path in period.folder.rglob("*") if path.is_file()}
    period.read()
    assert {path: path.read_bytes() for path in period.folder.rglob("*") if path.is_file()} == before
