"""Các biểu chuyên đề: a few rows as an office sends them, read and computed, and the tables that come out."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from poverty_evaluation.evaluation.blocks import Table
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.tables.credit import credit_tables
from poverty_evaluation.evaluation.tables.documents import documents_table
from poverty_evaluation.evaluation.tables.housing import housing_table
from poverty_evaluation.evaluation.tables.models import models_table
from poverty_evaluation.evaluation.tables.money import money_by_group_table, money_by_organisation_table
from poverty_evaluation.evaluation.tables.organisations import organisations_table
from poverty_evaluation.evaluation.tables.policies import policies_table
from poverty_evaluation.evaluation.tables.training import training_table
from poverty_evaluation.indicators import PeriodTables, evaluate
from poverty_evaluation.ingest import read_period
from poverty_evaluation.reference import Reference

DATA = Path(__file__).parents[3] / "data"
REPORT = """place: bac-giang-city
period: "2018"
kind: annual
title_vi: Báo cáo thử
data_from: 2018-01-01
data_to: 2018-12-31
as_of: 2018-12-31
leading_standard: qd-59-2015
programme_id: gnbv-2016-2020
blanks: {"-": none}
issuer: {profile: people_committee, name_vi: UBND thành phố, name_en: City committee}
"""
Sent = Callable[..., EvaluationContext]
Read = Callable[..., str]

#: Units of the figures that a row of a test names by role.
_UNITS = {
    "households": "hộ", "persons": "người", "participants": "lượt người", "classes": "lớp", "new_built": "nhà",
    "repaired": "nhà", "poor_households_of": "hộ",
}  # fmt: skip


@pytest.fixture
def sent(tmp_path: Path, reference: Reference) -> Sent:
    """The context of a period with these activities: columns by name, figures by role (with a unit of its own as a
    pair); money stands in triệu đồng."""

    def build(*rows: dict[str, Any], language: str = "vi", **files: str) -> EvaluationContext:
        folder = tmp_path / "periods" / "bac-giang-city" / "2018"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "report.yml").write_text(REPORT, encoding="utf-8")
        for name, text in files.items():
            (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        if rows:
            _write(folder / "activities.csv", [_cells(dict(row)) for row in rows])
        received = read_period(folder, tmp_path, reference)
        report = received.report
        computed = evaluate(
            PeriodTables(
                received.tables, reference, "213", report.period, report.leading_standard, report.programme_id
            )
        )  # fmt: skip
        findings = (*received.findings, *computed.findings)
        return EvaluationContext(report, reference, language, computed.values, findings, received.tables, {})

    return build


def _cells(row: dict[str, Any]) -> dict[str, str]:
    figures = {role: row.pop(role) for role in list(row) if role not in _PLAIN}
    plain = {"organisation_code": "ubnd-tp", "label_vi": row["activity_id"], "flow": "grant", **row}
    for number, (role, told) in enumerate(figures.items(), 1):
        value, unit = told if isinstance(told, tuple) else (told, _UNITS.get(role, "triệu đồng"))
        plain |= {f"value_{number}": str(value), f"unit_{number}": unit, f"role_{number}": role}
    return plain


_PLAIN = (
    "activity_id", "measure_code", "organisation_code", "label_vi", "flow", "part_of", "parts", "place_code", "as_of",
    "data_from", "data_to", "time_basis", "realisation", "beneficiary_group", "event_id", "counted_under", "per_role",
)  # fmt: skip


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    heading = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as held:
        writer = csv.DictWriter(held, heading, restval="")
        writer.writeheader()
        writer.writerows(rows)


def shown(built: Table | None, read: Read) -> list[list[str]]:
    """The headings, then the rows, as they are read."""
    assert built is not None
    assert all(len(row.cells) == len(built.columns) for row in built.rows)
    headings = [": ".join(filter(None, (column.span, column.heading))) for column in built.columns]
    return [headings, *([read(cell) for cell in row.cells] for row in built.rows)]


def notes(built: Table | None, read: Read) -> str:
    assert built is not None
    return "\n".join(read(note) for note in built.notes)


def test_nothing_sent_makes_no_table(sent: Sent) -> None:
    context = sent({"activity_id": "x", "measure_code": "tet-gifts", "items": (5, "suất")})
    assert credit_tables(context) == []
    builders = (organisations_table, models_table, housing_table, training_table, documents_table)
    assert [build(context) for build in builders] == [None] * 5


# --- credit -------------------------------------------------------------------------------------------------------


def loan(activity_id: str, organisation: str = "nhcsxh", **more: Any) -> dict[str, Any]:
    base = {"activity_id": activity_id, "measure_code": "preferential-credit", "organisation_code": organisation}
    stock = {"flow": "loan_outstanding", "time_basis": "at_date", "as_of": "2018-12-31"}
    return {**base, **({} if "flow" in more else stock), **more}


BANK = [
    loan("lent", flow="loan_disbursed", money="20.000", households=400, repaid_money="9.000"),
    loan("bank", parts="complete", money="78.400", households="2.000", overdue_money=120),
    loan("women", "hoi-lhpn", part_of="bank", money="41.395", households="1.200"),
    loan("farmers", "hoi-nd", part_of="bank", money="37.005"),
]


def test_a_bank_stands_in_one_row_with_what_goes_through_associations(sent: Sent, read: Read) -> None:
    context = sent(*BANK)
    (built,) = credit_tables(context)
    assert [row[1:8] for row in shown(built, read)] == [
        ["Chương trình cho vay", "Doanh số cho vay", "Số hộ được vay (hộ)", "Doanh số thu nợ", "Dư nợ",
         "Số hộ còn dư nợ (hộ)", "Nợ quá hạn"],
        ["Cho vay vốn tín dụng ưu đãi", "20.000.000.000", "400", "9.000.000.000", "78.400.000.000", "2.000",
         "120.000.000"],
        ["– Ủy thác qua Hội LHPN", "", "", "", "41.395.000.000", "1.200", ""],
        ["– Ủy thác qua Hội Nông dân", "", "", "", "37.005.000.000", "", ""],
    ]  # fmt: skip
    assert "nằm trong số liệu của ngân hàng" in notes(built, read)
    assert "Kỳ số liệu: tại ngày 31/12/2018." in notes(built, read)
    by_organisation = shown(money_by_organisation_table(context, ["nhcsxh"]), read)
    assert by_organisation[1][-2:] == ["20.000.000.000", "78.400.000.000"]


def test_several_programmes_are_added_up_and_never_with_their_parts(sent: Sent, read: Read) -> None:
    jobs = loan("jobs", measure_code="job-loans", money="1.600", households=40)
    awaited = loan("awaited", flow="loan_disbursed", money="30.000", realisation="expected")
    (built,) = credit_tables(sent(*BANK, jobs, awaited))
    rows = shown(built, read)
    assert rows[0][1:] == [
        "Chương trình cho vay", "Doanh số cho vay", "Số hộ được vay (hộ)", "Doanh số thu nợ", "Dư nợ",
        "Số hộ còn dư nợ (hộ)", "Nợ quá hạn", "Ghi chú",
    ]  # fmt: skip
    assert rows[1][1:8] == [
        "Tổng số", "20.000.000.000", "", "9.000.000.000", "80.000.000.000", "2.040", "120.000.000",
    ]  # fmt: skip
    assert rows[-1][-1] == "ước thực hiện"
    assert "không cộng vào tổng số" in notes(built, read)


def test_what_goes_through_associations_stands_with_the_total_of_several_programmes(sent: Sent, read: Read) -> None:
    jobs = [
        loan("jobs", measure_code="job-loans", parts="complete", money="1.600"),
        loan("jobs_women", "hoi-lhpn", measure_code="job-loans", part_of="jobs", money=600, overdue_money=5),
        loan("jobs_farmers", "hoi-nd", measure_code="job-loans", part_of="jobs", money="1.000"),
    ]
    (built,) = credit_tables(sent(*BANK[1:], *jobs))
    assert [row[1:5] for row in shown(built, read)[1:]] == [
        ["Tổng số", "80.000.000.000", "2.000", "120.000.000"],
        ["– Ủy thác qua Hội LHPN", "41.995.000.000", "1.200", "5.000.000"],
        ["– Ủy thác qua Hội Nông dân", "38.005.000.000", "", ""],
        ["Cho vay vốn tín dụng ưu đãi", "78.400.000.000", "2.000", "120.000.000"],
        ["Cho vay vốn giải quyết việc làm", "1.600.000.000", "", ""],
    ]


def test_associations_without_a_bank_have_no_total(sent: Sent, read: Read) -> None:
    mixed = {"activity_id": "all", "measure_code": "entrusted-credit", "organisation_code": "hoi-lhpn", "flow": "none"}
    part = {"measure_code": "entrusted-credit", "part_of": "all"}
    (built,) = credit_tables(
        sent(
            mixed | {"parts": "complete", "money": 60},
            loan("a", "hoi-lhpn", label_vi="Vốn thứ nhất", money=40, items=(3, "tổ"), **part),
            loan("b", "hoi-lhpn", label_vi="Vốn thứ hai", flow="loan_disbursed", money=20, **part),
            loan("c", "hoi-nd", label_vi="Quỹ hỗ trợ", money=7),
        )
    )
    rows = shown(built, read)
    assert [row[1:4] for row in rows] == [
        ["Đơn vị, nguồn vốn", "Doanh số cho vay", "Dư nợ"],
        ["Hội Liên hiệp Phụ nữ thành phố Bắc Giang", "20.000.000", "40.000.000"],
        ["– Vốn thứ nhất", "", "40.000.000"],
        ["– Vốn thứ hai", "20.000.000", ""],
        ["Hội Nông dân thành phố Bắc Giang: Quỹ hỗ trợ", "", "7.000.000"],
    ]
    assert rows[1][-1] == "tổng số đơn vị báo cáo: 60.000.000"
    assert rows[2][-1] == "3 tổ; tại ngày 31/12/2018"
    assert "không có tổng số" in notes(built, read)


def test_an_association_keeps_apart_what_it_lends_for_the_bank(sent: Sent, read: Read) -> None:
    own = loan("own", "hoi-lhpn", measure_code="farmers-fund", money=7, label_vi="Quỹ của hội")
    more = loan("more", "hoi-lhpn", measure_code="job-loans", money=5, label_vi="Quỹ khác")
    _, built = credit_tables(sent(*BANK, own, more))
    assert [row[1:3] for row in shown(built, read)[1:]] == [
        ["Hội Liên hiệp Phụ nữ thành phố Bắc Giang", "12.000.000"],
        ["– Quỹ của hội", "7.000.000"],
        ["– Quỹ khác", "5.000.000"],
    ]


# --- policies -----------------------------------------------------------------------------------------------------


def test_policies_by_group_with_units_apart_and_the_whole_phase_beside(sent: Sent, read: Read) -> None:
    built = policies_table(
        sent(
            {"activity_id": "a", "measure_code": "housing-repair", "households": 10, "money": 200},
            {"activity_id": "so_far", "measure_code": "housing-repair", "households": 39, "money": "802,8",
             "time_basis": "since_start", "data_to": "2018-12-31"},
            {"activity_id": "awaited", "label_vi": "Nhà ở cuối năm", "measure_code": "housing-repair", "households": 5,
             "money": 99, "realisation": "expected"},
            {"activity_id": "rice", "measure_code": "monthly-rice", "flow": "in_kind", "households": 7,
             "persons": (20, "nhân khẩu"), "money": 50},
            {"activity_id": "cards", "measure_code": "health-insurance", "flow": "none", "items": (90, "thẻ")},
            {"activity_id": "lent", "measure_code": "preferential-credit", "organisation_code": "nhcsxh",
             "flow": "loan_disbursed", "households": 3, "money": 60},
        )
    )  # fmt: skip
    rows = shown(built, read)
    assert rows[0] == [
        "TT", "Chính sách", "Văn bản quy định", "ĐVT", "Trong kỳ: Số hộ, số người, số lượt", "Trong kỳ: Kinh phí",
        "Trong kỳ: Vốn cho vay", "Lũy kế từ đầu giai đoạn: Số hộ, số người, số lượt",
        "Lũy kế từ đầu giai đoạn: Kinh phí", "Cơ quan chủ trì", "Ghi chú",
    ]  # fmt: skip
    assert [[*row[:2], *row[3:9]] for row in rows[1:]] == [
        ["", "Tổng số", "", "", "250.000.000", "", "", "802.800.000"],
        ["I", "Hỗ trợ đặc thù của thành phố", "", "", "250.000.000", "", "", "802.800.000"],
        ["1", "Hỗ trợ sửa chữa, nâng cấp nhà ở", "hộ", "10", "200.000.000", "", "39", "802.800.000"],
        ["", "– Nhà ở cuối năm", "", "", "99.000.000", "", "", ""],
        ["2", "Hỗ trợ gạo hằng tháng cho hộ nghèo", "hộ", "7", "50.000.000", "", "", ""],
        ["", "", "nhân khẩu", "20", "", "", "", ""],
        ["II", "Chính sách giảm nghèo của Nhà nước", "", "", "", "", "", ""],
        ["3", "Cho vay vốn tín dụng ưu đãi", "hộ", "3", "", "60.000.000", "", ""],
        ["4", "Cấp thẻ bảo hiểm y tế", "thẻ", "90", "", "", "", ""],
    ]
    assert rows[4][-1] == "ước thực hiện: 5 hộ"
    assert "không gồm vốn vay" in notes(built, read)
    assert "không cộng với số trong kỳ" in notes(built, read)


# --- organisations ------------------------------------------------------------------------------------------------


def test_organisations_with_their_sums_loans_and_second_tellings(sent: Sent, read: Read) -> None:
    house = {"measure_code": "shelter-houses", "event_id": "house", "counted_under": "hoi-lhpn", "items": (2, "nhà")}
    gifts = {"activity_id": "gifts", "organisation_code": "ldld", "measure_code": "gift-giving"}
    built = organisations_table(
        sent(
            gifts | {"flow": "in_kind", "items": (10, "suất"), "money": 5},
            {"activity_id": "own", "organisation_code": "hoi-lhpn", "money": 100, **house},
            {"activity_id": "again", "organisation_code": "doan-tn", "money": 100, **house},
            loan("lent", "hoi-nd", money=700),
            {"activity_id": "sold", "organisation_code": "doan-tn", "measure_code": "scrap-collection", "flow": "none",
             "money": 3},
            {"activity_id": "city", "measure_code": "tet-gifts", "money": 1000},
        )
    )  # fmt: skip
    rows = shown(built, read)
    assert rows[0] == ["TT", "Đơn vị, nội dung", "Số lượng", "Kinh phí", "Vốn vay", "Nguồn, tính chất", "Ghi chú"]
    assert [[row[0], row[3], row[4], row[6]] for row in rows[1:]] == [
        ["", "105.000.000", "", ""],
        ["I", "5.000.000", "", ""],
        ["1", "5.000.000", "", ""],
        ["II", "100.000.000", "", ""],
        ["1", "100.000.000", "", ""],
        ["III", "", "", ""],
        ["1", "100.000.000", "", "tính vào Hội LHPN"],
        ["2", "3.000.000", "", ""],
        ["IV", "", "", ""],
        ["1", "", "700.000.000", "tại ngày 31/12/2018"],
    ]
    assert [row.role for row in built.rows if row.role != "body"] == ["total", "total", "total", "group", "group"]
    assert "không ghi tính chất" in notes(built, read)


def test_sources_of_money_are_told(sent: Sent, read: Read) -> None:
    built = organisations_table(
        sent({"activity_id": "a", "organisation_code": "mttq", "measure_code": "poor-fund-appeal", "money": 30,
              "state_money": 10, "own_money": 20, "integrated_money": "-", "mobilised_money": "-"})
    )  # fmt: skip
    assert shown(built, read)[2][-1].startswith("Hỗ trợ; ngân sách 10.000.000; đối ứng 20.000.000")


# --- models -------------------------------------------------------------------------------------------------------


def test_models_with_the_classes_of_their_households(sent: Sent, read: Read) -> None:
    cow = {"measure_code": "cow-breeding-model"}
    part = cow | {"part_of": "cows"}
    built = models_table(
        sent(
            cow | {"activity_id": "cows", "parts": "complete", "households": 35, "money": 290},
            part | {"activity_id": "poor", "beneficiary_group": "poor", "households": 11, "money": 110},
            part | {"activity_id": "near", "beneficiary_group": "near_poor", "households": 24, "money": 180},
            cow | {"activity_id": "hens", "place_code": "07213", "households": 8, "poor_households_of": 5, "money": 60,
                   "state_money": 40, "own_money": 20, "items": (2, "mô hình")},
            cow | {"activity_id": "next", "households": 9, "money": 70, "realisation": "planned"},
        )
    )  # fmt: skip
    rows = shown(built, read)
    assert rows[0] == [
        "TT", "Mô hình, dự án", "Địa điểm", "Quy mô", "Số hộ tham gia (hộ): Tổng số",
        "Số hộ tham gia (hộ): Hộ nghèo", "Số hộ tham gia (hộ): Hộ cận nghèo", "Kinh phí: Tổng số",
        "Kinh phí: Ngân sách nhà nước", "Kinh phí: Đối ứng của dân", "Ghi chú",
    ]  # fmt: skip
    assert [row[2:10] for row in rows[1:]] == [
        ["", "", "43", "", "", "350.000.000", "40.000.000", "20.000.000"],
        ["", "", "35", "11", "24", "290.000.000", "", ""],
        ["", "", "11", "", "", "110.000.000", "", ""],
        ["", "", "24", "", "", "180.000.000", "", ""],
        ["Phường Trần Phú", "2 mô hình", "8", "5", "", "60.000.000", "40.000.000", "20.000.000"],
        ["", "", "9", "", "", "70.000.000", "", ""],
    ]
    assert rows[-1][-1] == "kế hoạch"
    assert built is not None
    assert [column.number for column in built.columns][4:7] == ["(1)", "(2)", "(3)"]


# --- housing ------------------------------------------------------------------------------------------------------

REPAIR = {"measure_code": "housing-repair"}
WARDS = [
    REPAIR | {"activity_id": "all", "parts": "partial", "items": (9, "nhà"), "new_built": 3, "repaired": 6,
              "money": 900},
    REPAIR | {"activity_id": "one", "part_of": "all", "place_code": "07213", "new_built": 2, "repaired": 1,
              "money": 400},
    REPAIR | {"activity_id": "two", "part_of": "all", "place_code": "07219", "repaired": 4, "money": 300},
]  # fmt: skip


def test_houses_by_ward_with_the_total_first_and_the_rest_last(sent: Sent, read: Read) -> None:
    awaited = REPAIR | {"activity_id": "more", "label_vi": "Đợt cuối năm", "new_built": 4, "realisation": "expected"}
    built = housing_table(sent(*WARDS, awaited))
    assert [row[:6] for row in shown(built, read)] == [
        [
            "TT",
            "Xã, phường",
            "Số nhà (nhà): Tổng số",
            "Số nhà (nhà): Xây mới",
            "Số nhà (nhà): Sửa chữa",
            "Tổng kinh phí",
        ],
        ["", "Tổng số", "9", "3", "6", "900.000.000"],
        ["1", "Phường Trần Phú", "", "2", "1", "400.000.000"],
        ["2", "Phường Lê Lợi", "", "", "4", "300.000.000"],
        ["", "Chưa chia theo xã, phường", "9", "1", "1", "200.000.000"],
        ["", "Đợt cuối năm", "", "4", "", ""],
    ]
    assert shown(built, read)[-1][-1] == "ước thực hiện"
    assert built is not None
    assert built.unit_line == "Đơn vị tính kinh phí: triệu đồng"


def test_houses_without_a_place_by_what_was_done(sent: Sent, read: Read) -> None:
    rows = [
        REPAIR | {"activity_id": "a", "label_vi": "Sửa nhà", "households": 39, "money": 800},
        {"activity_id": "b", "label_vi": "Mái ấm", "measure_code": "shelter-houses", "organisation_code": "hoi-lhpn",
         "items": (6, "nhà"), "money": 129},
    ]  # fmt: skip
    assert [row[1:] for row in shown(housing_table(sent(*rows)), read)] == [
        ["Nội dung hỗ trợ", "Đơn vị thực hiện", "Tổng số nhà (nhà)", "Số hộ (hộ)", "Tổng kinh phí"],
        ["Tổng số", "", "6", "39", "929.000.000"],
        ["Sửa nhà", "UBND thành phố", "", "39", "800.000.000"],
        ["Mái ấm", "Hội LHPN", "6", "", "129.000.000"],
    ]


def test_a_doubted_amount_makes_its_total_doubted(sent: Sent, read: Read) -> None:
    repairs = [
        REPAIR | {"activity_id": f"r{number}", "households": 10, "money": money, "per_role": "households"}
        for number, money in enumerate((200, 210, "190000000"))
    ]
    built = housing_table(sent(*repairs))
    assert built is not None
    assert [cell[0].status for cell in (built.rows[0].cells[-1], built.rows[-1].cells[-1])] == ["disputed"] * 2
    assert "số tổng có thể thay đổi" in notes(built, read)


# --- training -----------------------------------------------------------------------------------------------------


def test_training_communication_and_inspection_in_groups(sent: Sent, read: Read) -> None:
    class_ = {"measure_code": "technical-training"}
    built = training_table(
        sent(
            class_ | {"activity_id": "a", "organisation_code": "hoi-nd", "classes": 11, "participants": 840},
            class_ | {"activity_id": "b", "classes": 2, "persons": 60, "money": 22},
            {"activity_id": "c", "measure_code": "policy-communication", "flow": "none", "occurrences": (57, "lượt")},
            {"activity_id": "d", "measure_code": "monitoring-inspection", "items": (6, "cuộc"), "money": 10},
        )
    )
    assert [[*row[:2], *row[3:]] for row in shown(built, read)] == [
        ["TT", "Hoạt động", "Số lớp, cuộc, tin bài", "Số người, lượt người", "Kinh phí"],
        ["I", "Tập huấn", "13 lớp", "840 lượt người; 60 người", "22.000.000"],
        ["1", "a", "11 lớp", "840 lượt người", ""],
        ["2", "b", "2 lớp", "60 người", "22.000.000"],
        ["II", "Thông tin, truyền thông", "57 lượt", "", ""],
        ["1", "c", "57 lượt", "", ""],
        ["III", "Kiểm tra, giám sát, đánh giá", "6 cuộc", "", "10.000.000"],
        ["1", "d", "6 cuộc", "", "10.000.000"],
    ]


# --- documents ----------------------------------------------------------------------------------------------------


def test_documents_by_section_and_day(sent: Sent, read: Read) -> None:
    listed = (
        "symbol,type_vi,date,issuer_code,issuer_vi,subject_vi,section\n"
        "9/KH-UBND,Kế hoạch,2018-03-05,ubnd-tp,UBND,Giảm nghèo năm 2018,people_committee\n"
        "8/QĐ-UBND,Quyết định,2018-02-01,,UBND thành phố,(ghi chú riêng),people_committee\n"
        "7-CV/TU,Công văn,2018-04-01,thanh-uy,Thành ủy,Xóa nhà dột nát,party_committee\n"
        "1/NQ-CP,Nghị quyết,2011-05-19,chinh-phu,Chính phủ,Định hướng giảm nghèo,cited\n"
    )
    context = sent(documents=listed)
    assert shown(documents_table(context), read) == [
        ["TT", "Loại văn bản, số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu"],
        ["I", "Văn bản của cấp ủy", "", "", ""],
        ["1", "Công văn số 7-CV/TU", "01/4/2018", "Thành ủy Bắc Giang", "Xóa nhà dột nát"],
        ["II", "Văn bản của Ủy ban nhân dân", "", "", ""],
        ["2", "Quyết định số 8/QĐ-UBND", "01/02/2018", "UBND thành phố", ""],
        ["3", "Kế hoạch số 9/KH-UBND", "05/3/2018", "Ủy ban nhân dân thành phố Bắc Giang", "Giảm nghèo năm 2018"],
    ]
    (only,) = shown(documents_table(context, ["cited"]), read)[1:]
    assert only[:2] == ["1", "Nghị quyết số 1/NQ-CP"]


def test_sums_of_a_doubted_amount_are_noted_and_outstanding_loans_are_no_policy(sent: Sent, read: Read) -> None:
    gifts = {"measure_code": "tet-gifts", "per_role": "items"}
    context = sent(
        gifts | {"activity_id": "a", "items": ("1.000", "suất"), "money": 380},
        gifts | {"activity_id": "b", "items": ("1.100", "suất"), "money": 420},
        gifts | {"activity_id": "c", "items": (800, "suất"), "money": "290000000"},
        loan("owed", money=500, households=9),
    )
    rows = shown(policies_table(context), read)
    assert [row[1:5] for row in rows[1:]] == [
        ["Tổng số", "", "", "290.000.800.000.000"],
        ["Quà Tết Nguyên đán", "suất", "2.900", "290.000.800.000.000"],
    ]
    for built in (policies_table(context), money_by_group_table(context)):
        assert "Số tổng có dấu †" in notes(built, read)


def test_without_the_indicators_the_tables_have_no_totals(sent: Sent, read: Read) -> None:
    context = sent(
        REPAIR | {"activity_id": "a", "households": 39, "money": 800},
        REPAIR | {"activity_id": "b", "households": 2, "money": 10, "realisation": "planned"},
        REPAIR | {"activity_id": "c", "households": 3, "money": 20},
    )
    figures = tuple(value for value in context.values if value.indicator_id == "activity_figure")
    bare = replace(context, values=figures)
    assert [row[1] for row in shown(housing_table(bare), read)[1:]] == ["a", "b", "c"]
    assert [row[1] for row in shown(policies_table(bare), read)[1:]] == ["Hỗ trợ sửa chữa, nâng cấp nhà ở", "– b"]
