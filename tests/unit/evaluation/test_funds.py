"""Kế hoạch và giải ngân vốn: a test for each branch of the sentences, the two tables, and where they stand."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from poverty_evaluation.evaluation.blocks import Appendix, Line, Paragraph, Table, Text
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.document import build_evaluation
from poverty_evaluation.evaluation.fund_sentences import fund_sentences
from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.evaluation.tables.annexes import method_paragraphs, sources_table
from poverty_evaluation.evaluation.tables.funds import fund_disbursement_by_source_tables, fund_disbursement_table
from poverty_evaluation.evaluation.wording import funds as wording
from poverty_evaluation.indicators import PeriodTables, evaluate
from poverty_evaluation.ingest import read_period
from poverty_evaluation.presentation.formatting import write
from poverty_evaluation.reference import Reference
from poverty_evaluation.vocabulary.neighbours import Neighbours

DATA = Path(__file__).parents[3] / "data"
REPORT = """place: bac-giang-city
period: "2018"
kind: {kind}
title_vi: Báo cáo thử
title_en: A report for tests
data_from: 2018-01-01
data_to: 2018-12-31
as_of: 2019-01-31
programme_id: gnbv-2016-2020
leading_standard: qd-59-2015
issuer: {{profile: people_committee, name_vi: UBND thành phố, name_en: City committee}}
"""
HEADING = (
    "component_code,source,kind,year,as_of,realisation,unit,assigned,added,cancelled,carried_over,allocated,"
    "disbursed,disbursed_carried_over"
)
SITUATION = ("500,120,30,80,,490,70", "500,120,30,80,,530,80")

Build = Callable[..., EvaluationContext]
Read = Callable[[Line], str]


def row(
    amounts: str, as_of: str = "2018-12-31", who: str = "component-1,nstw,dtpt", realisation: str = "", year: str = ""
) -> str:
    return f"{who},{year or as_of[:4]},{as_of},{realisation},triệu đồng,{amounts}"


@pytest.fixture
def funds(tmp_path: Path, reference: Reference) -> Build:
    """The context of an annual report whose folder holds a table of funds and nothing else."""
    root = tmp_path / "data"
    shutil.copytree(DATA / "reference", root / "reference")
    folder = root / "periods" / "bac-giang-city" / "2018"
    folder.mkdir(parents=True)

    def build(*rows: str, kind: str = "annual", language: str = "vi", previous: Sequence[str] = ()) -> Any:
        (folder / "report.yml").write_text(REPORT.format(kind=kind), encoding="utf-8")
        (folder / "fund_disbursement.csv").write_text("\n".join([HEADING, *rows, ""]), encoding="utf-8")
        before = folder.parent / "2017" if previous else None
        if before is not None:
            before.mkdir()
            (before / "report.yml").write_text(REPORT.format(kind=kind).replace('"2018"', '"2017"'), encoding="utf-8")
            (before / "fund_disbursement.csv").write_text("\n".join([HEADING, *previous, ""]), encoding="utf-8")
        received = read_period(folder, root, reference, Neighbours(before))
        report = received.report
        tables = PeriodTables(
            received.tables, reference, received.place_code, report.period, report.leading_standard, report.programme_id
        )
        evaluated = evaluate(tables)
        findings = (*received.findings, *evaluated.findings)
        return EvaluationContext(
            report, reference, language, evaluated.values, findings, received.tables, received.narrative
        )

    return build


@pytest.fixture
def amounts(read: Read) -> Read:
    """A line as text, its amounts in triệu đồng."""

    def text(line: Line) -> str:
        return re.sub(r"\b([0-9.]+)\.000\.000\b", r"\1 triệu đồng", read(line))

    return text


def told(context: EvaluationContext, amounts: Read) -> list[str]:
    return [amounts(line) for line in fund_sentences(context)]


# --- sentences ----------------------------------------------------------------------------------------------------


def test_two_cut_offs_with_money_carried_over(funds: Build, amounts: Read) -> None:
    """Giao 500, bổ sung 120, kéo dài 80, hủy 30; 560 đến 31/12, 610 đến 31/01."""
    context = funds(row(SITUATION[0]), row(SITUATION[1], "2019-01-31", year="2018"))
    assert told(context, amounts) == [
        "Kế hoạch vốn năm 2018 là 670 triệu đồng, trong đó vốn năm trước kéo dài sang 80 triệu đồng. Tính đến ngày "
        "31/01/2019, đã giải ngân 610 triệu đồng, đạt 91,04% kế hoạch vốn (bao gồm vốn năm trước kéo dài sang). Trong "
        "đó vốn giao trong năm giải ngân 530 triệu đồng, đạt 89,83%; vốn kéo dài giải ngân 80 triệu đồng, đạt 100,00%. "
        "Tại các mốc trước đó: đến ngày 31/12/2018 giải ngân 560 triệu đồng, đạt 83,58%."
    ]


def test_without_money_carried_over(funds: Build, amounts: Read) -> None:
    assert told(funds(row("500,,,,,400,")), amounts) == [
        "Kế hoạch vốn năm 2018 là 500 triệu đồng. Tính đến ngày 31/12/2018, đã giải ngân 400 triệu đồng, đạt 80,00% kế "
        "hoạch vốn."
    ]
    assert "kéo dài" not in told(funds(row("500,,,-,,400,-")), amounts)[0]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("500,,,,,350,", ", cao hơn 10,00 điểm phần trăm so với cùng kỳ năm trước."),
        ("500,,,,,450,", ", thấp hơn 10,00 điểm phần trăm so với cùng kỳ năm trước."),
        ("500,,,,,400,", ", bằng cùng kỳ năm trước."),
        ('"50000",,,,,"40001",', ", bằng cùng kỳ năm trước."),
    ],
)
def test_against_the_same_date_of_the_year_before(funds: Build, amounts: Read, before: str, said: str) -> None:
    earlier, own = told(funds(row(before, "2017-12-31"), row("500,,,,,400,")), amounts)
    assert own.endswith(f"đạt 80,00% kế hoạch vốn{said}")
    assert "cùng kỳ" not in earlier


def test_another_date_of_the_year_before_is_not_the_same_period(funds: Build, amounts: Read) -> None:
    assert "cùng kỳ" not in "".join(told(funds(row("500,,,,,350,", "2017-11-30"), row("500,,,,,400,")), amounts))


def test_the_year_before_is_read_from_its_own_folder(funds: Build, amounts: Read) -> None:
    context = funds(row("500,,,,,400,"), previous=[row("500,,,,,350,", "2017-12-31")])
    (own,) = told(context, amounts)
    assert own.startswith("Kế hoạch vốn năm 2018") and "cao hơn 10,00 điểm phần trăm so với cùng kỳ" in own
    built = fund_disbursement_table(context)
    assert built is not None and [one.role for one in built.rows] == ["total", "body"]
    change = next(context.of_indicator("disbursement_ratio_change_pp"))
    assert {source.file.split("/")[-2] for source in change.sources} == {"2017", "2018"}


def test_expected_beside_actual(funds: Build, amounts: Read) -> None:
    context = funds(row("4200,,,,,1240,", "2018-05-15"), row("4200,,,,,2100,", "2018-06-30", realisation="expected"))
    assert told(context, amounts) == [
        "Kế hoạch vốn năm 2018 là 4.200 triệu đồng. Tính đến ngày 15/5/2018, đã giải ngân 1.240 triệu đồng, đạt "
        "29,52% kế hoạch vốn; ước đến ngày 30/6/2018 giải ngân 2.100 triệu đồng, đạt 50,00% kế hoạch vốn."
    ]


def test_expected_alone_is_not_told_as_done(funds: Build, amounts: Read) -> None:
    context = funds(row("4200,,,,,2100,", "2018-06-30", realisation="expected"))
    assert told(context, amounts) == [
        "Kế hoạch vốn năm 2018 là 4.200 triệu đồng. Chưa có số liệu giải ngân thực hiện; ước đến ngày 30/6/2018 giải "
        "ngân 2.100 triệu đồng, đạt 50,00% kế hoạch vốn."
    ]
    assert fund_disbursement_table(context) is None


def test_an_expectation_that_was_overtaken_is_told_no_more(funds: Build, amounts: Read) -> None:
    context = funds(row("4200,,,,,2100,", "2018-06-30", realisation="expected"), row("4200,,,,,3000,", "2018-09-30"))
    assert "ước" not in told(context, amounts)[0]


def test_a_plan_without_disbursement_and_disbursement_without_a_plan(funds: Build, amounts: Read) -> None:
    assert told(funds(row("500,,,,,,")), amounts) == ["Kế hoạch vốn năm 2018 là 500 triệu đồng."]
    assert told(funds(row(",,,,,400,")), amounts) == ["Tính đến ngày 31/12/2018, đã giải ngân 400 triệu đồng."]


def test_money_not_told_apart_is_not_told_apart(funds: Build, amounts: Read) -> None:
    said = told(funds(row("500,,,80,,560,")), amounts)[0]
    assert said.endswith("đạt 96,55% kế hoạch vốn (bao gồm vốn năm trước kéo dài sang).")


def test_what_does_not_apply_is_said_of_the_component_and_gives_no_rate(funds: Build, read: Read) -> None:
    context = funds(row("x,x,x,x,x,x,x"), kind="mid-term")
    assert fund_sentences(context) == []
    said = [read(block.content) for block in build_evaluation(context).chapters if isinstance(block, Paragraph)]
    assert "Thành phố Bắc Giang không thuộc đối tượng thực hiện Dự án 1 (Chương trình 30a)." in said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row(SITUATION[0]), row(SITUATION[1], "2019-01-31", year="2018")],
         "The plan of funds for 2018 is VND 670 million, of which VND 80 million carried over from the year before. Up "
         "to 31 January 2019, VND 610 million was disbursed, or 91.04% of the plan (with the money carried over from "
         "the year before). Of this, VND 530 million of the year’s money, or 89.83% of it; VND 80 million of the money "
         "carried over, or 100.00% of it. At earlier dates: VND 560 million, or 83.58%, up to 31 December 2018."),
        ([row("500,,,,,350,", "2017-12-31"), row("500,,,,,400,")],
         "The plan of funds for 2018 is VND 500 million. Up to 31 December 2018, VND 400 million was disbursed, or "
         "80.00% of the plan, 10.00 percentage points above the same date of the year before."),
        ([row("500,,,,,450,", "2017-12-31"), row("500,,,,,400,")],
         "The plan of funds for 2018 is VND 500 million. Up to 31 December 2018, VND 400 million was disbursed, or "
         "80.00% of the plan, 10.00 percentage points below the same date of the year before."),
        ([row("500,,,,,400,", "2017-12-31"), row("500,,,,,400,")],
         "The plan of funds for 2018 is VND 500 million. Up to 31 December 2018, VND 400 million was disbursed, or "
         "80.00% of the plan, as on the same date of the year before."),
        ([row("4200,,,,,1240,", "2018-05-15"), row("4200,,,,,2100,", "2018-06-30", realisation="expected")],
         "The plan of funds for 2018 is VND 4,200 million. Up to 15 May 2018, VND 1,240 million was disbursed, or "
         "29.52% of the plan; VND 2,100 million is expected up to 30 June 2018, or 50.00% of the plan."),
        ([row("4200,,,,,2100,", "2018-06-30", realisation="expected")],
         "The plan of funds for 2018 is VND 4,200 million. Nothing was sent on what has been disbursed; VND 2,100 "
         "million is expected up to 30 June 2018, or 50.00% of the plan."),
        ([row("500,,,,,,")], "The plan of funds for 2018 is VND 500 million."),
        ([row(",,,,,400,")], "Up to 31 December 2018, VND 400 million was disbursed."),
    ],
)  # fmt: skip
def test_each_branch_in_english(funds: Build, rows: list[str], said: str) -> None:
    lines = fund_sentences(funds(*rows, language="en"))
    assert "".join(part.text if isinstance(part, Text) else write(part, "en") for part in lines[-1]) == said


def test_no_digit_stands_in_a_pattern() -> None:
    patterns = [value for value in vars(wording).values() if isinstance(value, Pattern)]
    assert len(patterns) > 20
    for pattern in patterns:
        assert not re.search(r"[0-9]", pattern.vi + pattern.en)
        assert pattern.slots("vi") == pattern.slots("en")


# --- tables -------------------------------------------------------------------------------------------------------


def cells(table: Table | None, amounts: Read) -> list[list[str]]:
    assert table is not None
    return [[amounts(cell) for cell in row.cells] for row in table.rows]


def test_total_first_then_components_and_sub_projects(funds: Build, amounts: Read) -> None:
    context = funds(
        row("200,,,50,,125,"),
        row("300,,,30,,300,15", who="component-2-1,nsdp_province,sn"),
        row("x,x,x,x,x,x,x", who="component-4,nstw,sn"),
    )
    built = fund_disbursement_table(context)
    assert cells(built, amounts) == [
        ["", "Tổng số", "500 triệu đồng", "80 triệu đồng", "440 triệu đồng", "75,86"],
        ["I", "Chương trình 30a", "200 triệu đồng", "50 triệu đồng", "125 triệu đồng", "50,00"],
        ["II", "Chương trình 135", "300 triệu đồng", "30 triệu đồng", "315 triệu đồng", "95,45"],
        ["1", "Hỗ trợ đầu tư cơ sở hạ tầng", "300 triệu đồng", "30 triệu đồng", "315 triệu đồng", "95,45"],
        ["III", "Truyền thông và giảm nghèo về thông tin", *["«not_applicable»"] * 4],
    ]
    assert built is not None
    assert built.title == "Kế hoạch và giải ngân vốn năm 2018, lũy kế đến ngày 31/12/2018"
    assert built.unit_line == "Đơn vị tính: triệu đồng"
    assert [column.number for column in built.columns] == ["(A)", "(B)", "(1)", "(2)", "(3)", "(4)=(3)/((1)+(2))×100"]
    assert [one.role for one in built.rows] == ["total", "body", "body", "part", "body"]
    assert all(part.bold for part in built.rows[0].cells[1])
    assert "Dấu “x”: không thuộc đối tượng." in [amounts(note) for note in built.notes]


def test_without_money_carried_over_neither_column_nor_formula(funds: Build, amounts: Read) -> None:
    built = fund_disbursement_table(funds(row("500,,,,450,400,")))
    assert built is not None
    assert [column.heading for column in built.columns] == [
        "TT", "Dự án, tiểu dự án", "Kế hoạch giao", "Phân bổ chi tiết", "Giải ngân lũy kế", "Tỷ lệ giải ngân (%)",
    ]  # fmt: skip
    assert built.columns[-1].number == "(4)=(3)/(1)×100"
    assert not any("x" in amounts(note) for note in built.notes)


def test_only_the_latest_cut_off_of_each_year_and_no_sum_over_years(funds: Build, amounts: Read) -> None:
    context = funds(
        row("100,,,,,70,", "2017-12-31"),
        row("100,,,,,90,", "2018-01-31", year="2017"),
        row("200,,,,,50,", "2018-12-31"),
    )
    built = fund_disbursement_table(context)
    assert [line[1:] for line in cells(built, amounts)] == [
        ["Năm 2017, lũy kế đến ngày 31/01/2018", "", "", ""],
        ["Tổng số", "100 triệu đồng", "90 triệu đồng", "90,00"],
        ["Chương trình 30a", "100 triệu đồng", "90 triệu đồng", "90,00"],
        ["Năm 2018, lũy kế đến ngày 31/12/2018", "", "", ""],
        ["Tổng số", "200 triệu đồng", "50 triệu đồng", "25,00"],
        ["Chương trình 30a", "200 triệu đồng", "50 triệu đồng", "25,00"],
    ]


def test_a_finding_on_an_amount_stands_at_every_sum_of_it(funds: Build, numbers: Callable[..., Any]) -> None:
    context = funds(row("100,,,,,150,"), row("100,,,,,50,", who="component-2,nstw,dtpt"))
    (finding,) = context.findings
    built = fund_disbursement_table(context)
    assert built is not None
    marked = [[bool(part.finding_ids) for cell in one.cells[-2:] for part in cell if hasattr(part, "finding_ids")]
              for one in built.rows]  # fmt: skip
    assert marked == [[True, True], [True, True], [False, False]]
    assert {identity for number in numbers(built) for identity in number.finding_ids} == {finding.id}


def test_by_source_with_the_kinds_of_the_central_budget(funds: Build, amounts: Read) -> None:
    context = funds(
        row("100,,,,,50,"),
        row("200,,,,,100,", who="component-1,nstw,sn"),
        row("300,,,,,30,", who="component-2,nsdp_district,sn"),
        row("50,,,,,50,", who="component-2,mobilised,"),
    )
    central, local = fund_disbursement_by_source_tables(context)
    assert [column.span for column in central.columns[2::3]] == ["Tổng số", "NSTW ĐTPT", "NSTW SN"]
    assert [column.span for column in local.columns[2::3]] == ["NSĐP huyện", "Huy động"]
    assert [column.heading for column in local.columns[2:5]] == ["Kế hoạch", "Giải ngân", "%"]
    assert central.columns[-1].number == "(9)=(8)/(7)×100"
    assert (central.title[-6:], local.title[-6:]) == (" (1/2)", " (2/2)")
    total, first, second = cells(central, amounts)
    assert [one[1] for one in (total, first, second)] == ["Tổng số", "Dự án 1", "Dự án 2"]
    assert total[2:8] == ["650 triệu đồng", "230 triệu đồng", "35,38", "100 triệu đồng", "50 triệu đồng", "50,00"]
    assert first[8:] == ["200 triệu đồng", "100 triệu đồng", "50,00"]
    assert second[2:8] == ["350 triệu đồng", "80 triệu đồng", "22,86", "", "", ""]
    assert cells(local, amounts)[2][2:] == [
        "300 triệu đồng",
        "30 triệu đồng",
        "10,00",
        "50 triệu đồng",
        "50 triệu đồng",
        "100,00",
    ]


def test_one_source_needs_no_second_table_unless_something_is_expected(funds: Build, amounts: Read) -> None:
    assert fund_disbursement_by_source_tables(funds(row("100,,,,,50,"))) == []
    context = funds(row("100,,,,,50,"), row("100,,,,,80,", "2019-01-31", realisation="expected", year="2018"))
    (built,) = fund_disbursement_by_source_tables(context)
    assert [(column.span, column.heading) for column in built.columns[-2:]] == [
        ("Tổng số", "Ước giải ngân"), ("Tổng số", "Ước (%)"),
    ]  # fmt: skip
    assert cells(built, amounts)[0][2:] == ["100 triệu đồng", "50 triệu đồng", "50,00", "80 triệu đồng", "80,00"]
    assert any("ngày 31/01/2019" in amounts(note) for note in built.notes)


# --- where they stand ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["annual", "mid-term"])
def test_in_its_chapter_and_wide_in_an_appendix(funds: Build, kind: str, read: Read) -> None:
    context = funds(row(SITUATION[0]), row("300,,,,,30,-", who="component-2,nsdp_district,sn"), kind=kind)
    evaluation = build_evaluation(context)
    assert [block.id for block in evaluation.chapters if isinstance(block, Table)] == ["fund_disbursement"]
    said = [read(block.content) for block in evaluation.chapters if isinstance(block, Paragraph)]
    assert any(text.startswith("Kế hoạch vốn năm 2018") for text in said)
    assert not any("chưa có số liệu về kết quả thực hiện chính sách, dự án và nguồn vốn" in text for text in said)
    heads = [block for block in evaluation.appendices if isinstance(block, Appendix)]
    wide = next(head for head in heads if head.title == "KẾ HOẠCH VÀ GIẢI NGÂN VỐN THEO NGUỒN")
    assert wide.landscape


def test_nothing_is_said_where_no_table_was_sent(funds: Build, real: Build) -> None:
    for context in (real("bac-giang-city", "2016-2018"), real("bac-giang-province", "2012")):
        assert fund_sentences(context) == []
        assert fund_disbursement_table(context) is None and fund_disbursement_by_source_tables(context) == []
        evaluation = build_evaluation(context)
        assert not [one for one in (*evaluation.chapters, *evaluation.appendices) if "fund" in getattr(one, "id", "")]


def test_method_and_sources_name_the_table(funds: Build, amounts: Read) -> None:
    context = funds(row("500,,,,,400,"))
    assert any("số hủy dự toán" in amounts(one.content) for one in method_paragraphs(context))
    assert cells(sources_table(context), amounts)[0][1:] == [
        "Kế hoạch và giải ngân vốn", "periods/bac-giang-city/2018/fund_disbursement.csv", "1",
    ]  # fmt: skip
