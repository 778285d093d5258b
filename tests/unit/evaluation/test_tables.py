"""Các biểu: columns that hold nothing vanish, formulas name what is shown, rows stand in their order."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest

from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import Pattern, line
from poverty_evaluation.evaluation.tables.activities import activities_table
from poverty_evaluation.evaluation.tables.annexes import method_paragraphs, method_table, sources_table
from poverty_evaluation.evaluation.tables.dress import NO_FIGURE, CellRow, ColumnSpec, Dress, table
from poverty_evaluation.evaluation.tables.money import money_by_group_table, money_by_organisation_table
from poverty_evaluation.evaluation.tables.poverty import poverty_table
from poverty_evaluation.evaluation.tables.targets import assess, targets_table
from poverty_evaluation.evaluation.tables.unit_costs import unit_cost_table
from poverty_evaluation.evaluation.wording import tables as wording
from poverty_evaluation.vocabulary.choices import Qualifier, StyleProfile, ValueStatus
from poverty_evaluation.vocabulary.findings import Severity

Build = Callable[..., EvaluationContext]
Make = Callable[..., Any]

A, B = Pattern(vi="Một", en="One"), Pattern(vi="Hai", en="Two")
COLUMNS = (
    ColumnSpec("name", A),
    ColumnSpec("total", A, of_figures=True),
    ColumnSpec("poor", B, of_figures=True),
    ColumnSpec("rate", B, formula="{poor}/{total}×100", of_figures=True),
    ColumnSpec("remark", A),
)
DRESS = Dress("id", "Tên biểu", A, B, unit_of="rate")


def _row(**cells: str) -> CellRow:
    return CellRow({key: line(text) if text != "…" else NO_FIGURE for key, text in cells.items()})


def test_columns_are_numbered_with_their_formulas(context: Build) -> None:
    built = table(context(), DRESS, COLUMNS, [_row(name="a", total="1", poor="2", rate="3", remark="x")])
    assert [column.number for column in built.columns] == ["(A)", "(1)", "(2)", "(3)=(2)/(1)×100", "(B)"]
    assert built.unit_line == "Hai"


def test_a_column_empty_in_all_rows_is_dropped_and_no_formula_names_it(context: Build) -> None:
    rows = [_row(name="a", total="…", poor="2", rate="3"), _row(name="b", total="…", poor="4", rate="…")]
    built = table(context(), DRESS, COLUMNS, rows)
    assert [column.number for column in built.columns] == ["(A)", "(1)", "(2)"]
    assert built.notes == (line("Dấu “…”: không có số liệu trong báo cáo của đơn vị."),)


def test_the_unit_goes_with_its_column(context: Build) -> None:
    assert table(context(), DRESS, COLUMNS, [_row(name="a", poor="2")]).unit_line == ""


# --- poverty ------------------------------------------------------------------------------------------------------


def test_poverty_by_review_with_the_change_last(two_reviews: Build, read: Make) -> None:
    built = poverty_table(two_reviews((400, 20000), (300, 30000)))
    assert built is not None
    assert [column.number for column in built.columns] == ["(A)", "(1)", "(2)", "(3)=(2)/(1)×100", "(B)"]
    assert [[read(cell) for cell in row.cells] for row in built.rows] == [
        ["31/12/2015", "20.000", "400", "2,00", "59/2015/QĐ-TTg"],
        ["31/12/2017", "30.000", "300", "1,00", "59/2015/QĐ-TTg"],
        ["Tăng (+), giảm (-)", "10.000", "-100", "-1,00", ""],
    ]
    assert built.rows[-1].role == "total"


def test_poverty_without_households_has_no_formula(two_reviews: Build) -> None:
    built = poverty_table(two_reviews((400, None), (300, None)))
    assert built is not None
    assert [column.heading for column in built.columns] == ["Thời điểm", "Hộ nghèo (hộ)", "Chuẩn nghèo áp dụng"]


def test_no_change_row_where_nothing_is_subtracted(context: Build, value: Make, review: Make, frame: Make) -> None:
    change = value("poor_households_change", None, status=ValueStatus.NOT_COMPARABLE)
    tables = {"household_review": frame("household_review", review("2016-12-31"))}
    built = poverty_table(context((value("poor_households", 5, when="2016-12-31"), change), tables=tables))
    assert built is not None
    assert [row.role for row in built.rows] == ["body"]
    assert poverty_table(context()) is None


def test_preliminary_lists_and_decisions_are_told(context: Build, value: Make, review: Make, frame: Make) -> None:
    rows = [review("2016-12-31", vintage="preliminary", approved_by="9/QĐ-UBND")]
    tables = {"household_review": frame("household_review", *rows)}
    built = poverty_table(context((value("poor_households", 5, when="2016-12-31"),), tables=tables))
    assert built is not None
    headings = [column.heading for column in built.columns]
    assert headings[-3:] == ["Loại số liệu", "Chuẩn nghèo áp dụng", "Quyết định phê duyệt"]
    assert built.rows[0].cells[-3:] == (line("Sơ bộ"), line("59/2015/QĐ-TTg"), line("9/QĐ-UBND"))


def test_two_standards_on_one_date_keep_their_own_figures(
    context: Build, value: Make, review: Make, frame: Make, read: Make
) -> None:
    when, other = "2016-12-31", "qd-09-2011"
    tables = {"household_review": frame("household_review", review(when), review(when, other))}
    values = (
        value("poor_households", 120, when=when),
        value("poor_households", 310, when=when, dimensions={"standard": other}),
    )
    built = poverty_table(context(values, tables=tables))
    assert built is not None
    shown = [(read(row.cells[1]), read(row.cells[2])) for row in built.rows]
    assert shown == [("120", "59/2015/QĐ-TTg"), ("310", "09/2011/QĐ-TTg")]


def test_notes_on_published_rates_and_contradicted_figures(
    two_reviews: Build, value: Make, frame: Make, finding: Make, read: Make
) -> None:
    rate = value("poverty_ratio", "0.01", "ratio", "2017-12-31", status=ValueStatus.AS_PUBLISHED)
    told = [
        value("published_value", number, unit, dimensions={"published": name}, unit_vi="hộ")
        for name, number, unit in (("a", 952, "household"), ("b", "0.02", "ratio"), ("c", 1, "household"))
    ]
    rows = [{"published_id": name, "label_vi": f"Số {name}"} for name in "abc"]
    context = two_reviews(
        (400, None), (300, None), more=(rate, *told), tables={"published": frame("published", *rows)},
        findings=(finding(indicator_ids=(told[0].id,)), finding("f2", Severity.WARNING, indicator_ids=(told[1].id,))),
    )  # fmt: skip
    built = poverty_table(context)
    assert built is not None
    notes = [read(note) for note in built.notes]
    assert notes[1].startswith("Tỷ lệ ghi theo số đã công bố")
    assert notes[2].endswith("đang đề nghị kiểm tra: Số a 952 hộ; Số b 2,00%.")


# --- activities ---------------------------------------------------------------------------------------------------


@pytest.fixture
def activities(context: Build, value: Make, frame: Make) -> Callable[..., EvaluationContext]:
    """Activities with their figures: {activity: ({column: …}, {role: (kind, number, unit, unit_vi)})}."""

    def build(given: dict[str, Any], language: str = "vi", more: tuple[Any, ...] = ()) -> EvaluationContext:
        rows, figures, values = [], [], list(more)
        for name, (row, roles) in given.items():
            base = {"activity_id": name, "measure_code": "gift-giving", "organisation_code": "ldld", "flow": "grant"}
            rows.append(base | {"label_vi": f"Việc {name}", "label_en": f"Activity {name}"} | row)
            for role, (kind, number, unit, unit_vi) in roles.items():
                figure = f"{name}.{role}"
                figures.append(
                    {"figure_id": figure, "activity_id": name, "role": role, "kind": kind, "status": "given"}
                )
                values.append(
                    value("activity_figure", number, unit, dimensions={"figure": figure}, unit_vi=unit_vi, unit_en=unit)
                )
        tables = {"activities": frame("activities", *rows), "activity_figures": frame("activity_figures", *figures)}
        return context(tuple(values), tables=tables, language=language)

    return build


MONEY = ("money", 2_000_000, "vnd", "đồng")


def _cells(context: EvaluationContext, read: Make, total: Any = None) -> list[list[str]]:
    built = activities_table(context.tables["activities"], "id", "Tên", context, total)
    assert built is not None
    return [[column.heading for column in built.columns], *([read(cell) for cell in row.cells] for row in built.rows)]


def test_parts_stand_under_their_whole_and_the_total_last(activities: Make, value: Make, read: Make) -> None:
    context = activities(
        {
            "part": ({"part_of": "whole"}, {"money": MONEY}),
            "other": ({}, {"money": MONEY}),
            "whole": ({}, {"money": MONEY}),
        }
    )
    total = value("support_money", 4_000_000, "vnd", dimensions={"measure_group": "x"})
    assert [row[:2] for row in _cells(context, read, total)[1:]] == [
        ["1", "Việc other"], ["2", "Việc whole"], ["", "– Việc part"], ["", "Tổng kinh phí hỗ trợ"],
    ]  # fmt: skip


def test_parts_of_parts_are_shown_and_what_is_not_done_is_noted(activities: Make, value: Make, read: Make) -> None:
    context = activities(
        {
            "whole": ({}, {"money": MONEY}),
            "deep": ({"part_of": "part"}, {"money": MONEY}),
            "part": ({"part_of": "whole"}, {"money": MONEY}),
            "awaited": ({"realisation": "expected"}, {"money": MONEY}),
        }
    )
    total = value("support_money", 2_000_000, "vnd", status=ValueStatus.DISPUTED, dimensions={"measure_group": "x"})
    rows = _cells(context, read, total)[1:]
    assert [row[1] for row in rows] == [
        "Việc whole",
        "– Việc part",
        "– Việc deep",
        "Việc awaited",
        "Tổng kinh phí hỗ trợ",
    ]
    built = activities_table(context.tables["activities"], "id", "Tên", context, total)
    assert built is not None
    told = [read(note) for note in built.notes]
    assert told[0].endswith("không cộng vào tổng số.")
    assert told[1].startswith("Số tổng có dấu †")


def test_results_units_and_roles(activities: Make, read: Make) -> None:
    context = activities(
        {
            "a": (
                {},
                {
                    "numerator": ("items", 15, "branch", "chi hội"),
                    "denominator": ("items", 16, "branch", "chi hội"),
                    "norm": ("money_rate", 2_000_000, "vnd_per_family_year", "đồng/gia đình/năm"),
                    "households": ("households", 6, "household", "hộ"),
                    "helpers_per_model": ("households", 10, "household", "hộ"),
                    "cement": ("items", 20, "cement_bag", "bao xi măng"),
                    "rate": ("rate", 1, "ratio", "%"),
                },
            )
        }
    )
    (_, (_, _, result)) = _cells(context, read)
    assert result == (
        "15/16 chi hội; 2.000.000 đồng/gia đình/năm (định mức); 6 hộ; số hộ giúp trong một mô hình: 10; "
        "20 bao xi măng; 100,00%"
    )


def test_money_alone_makes_no_nature_without_it(activities: Make, read: Make) -> None:
    heading, row = _cells(activities({"a": ({}, {"items": ("items", 3, "gift", "suất")})}), read)
    assert heading == ["TT", "Nội dung", "Kết quả"]
    assert row == ["1", "Việc a", "3 suất"]


@pytest.mark.parametrize(
    ("flow", "expected"),
    [("grant", "Hỗ trợ"), ("in_kind", "Hiện vật"), ("mobilised", "Huy động"), ("loan_disbursed", "Cho vay"),
     ("loan_outstanding", "Dư nợ")],
)  # fmt: skip
def test_the_nature_of_money(activities: Make, read: Make, flow: str, expected: str) -> None:
    assert _cells(activities({"a": ({"flow": flow}, {"money": MONEY})}), read)[1][-1] == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"data_from": "2016-01-01", "data_to": "2016-12-31"}, "năm 2016"),
        ({"data_from": "2018-01-01", "data_to": "2018-06-30"}, "01/01/2018 - 30/6/2018"),
        ({"time_basis": "since_start"}, "lũy kế"),
        ({"time_basis": "year_to_date"}, "lũy kế từ đầu năm"),
        ({"event_id": "e", "counted_under": "ubnd-tp"}, "tính vào UBND thành phố"),
        ({"realisation": "expected"}, "ước thực hiện"),
        ({"time_basis": "year_to_date", "realisation": "planned"}, "kế hoạch lũy kế từ đầu năm"),
        (
            {"time_basis": "since_start", "data_from": "2016-01-01", "data_to": "2018-06-30"},
            "lũy kế từ đầu giai đoạn đến 30/6/2018",
        ),
        (
            {"time_basis": "year_to_date", "data_to": "2018-06-30", "realisation": "expected"},
            "ước thực hiện lũy kế từ đầu năm đến 30/6/2018",
        ),
        ({"time_basis": "at_date", "as_of": "2018-06-30"}, "tại ngày 30/6/2018"),
        ({"realisation": "actual"}, ""),
        ({"data_from": "2016-01-01", "data_to": "2016-12-31", "label_vi": "Tập huấn năm 2016"}, ""),
    ],
)
def test_remarks(activities: Make, read: Make, row: dict[str, str], expected: str) -> None:
    heading, first, _ = _cells(activities({"a": (row, {"money": MONEY}), "b": ({}, {"money": MONEY})}), read)
    assert (first[-1] if heading[-1] == "Ghi chú" else "") == expected


def test_amounts_in_words_stand_in_the_remark(activities: Make, numbers: Make) -> None:
    words = ("words", 2_000_000, "vnd_in_words", "đồng (bằng chữ)")
    for language, form in (("vi", "words"), ("en", "text")):
        context = activities({"a": ({}, {"money": MONEY, "money_in_words": words})}, language)
        built = activities_table(context.tables["activities"], "id", "Tên", context)
        assert [number.form for number in numbers(built) if "in_words" in number.value_id] == [form]


def test_a_period_that_all_rows_share_is_told_once(activities: Make, read: Make) -> None:
    row = {"data_from": "2018-01-01", "data_to": "2018-06-30"}
    context = activities({"a": (row, {"money": MONEY}), "b": (row, {"money": MONEY})})
    built = activities_table(context.tables["activities"], "id", "Tên", context)
    assert built is not None
    assert [column.heading for column in built.columns][-1] == "Tính chất"
    assert read(built.notes[0]) == "Kỳ số liệu: 01/01/2018 - 30/6/2018."


def test_no_activities_no_table(context: Build) -> None:
    assert activities_table(context().tables["activities"], "id", "Tên", context()) is None


# --- money, unit costs --------------------------------------------------------------------------------------------


def test_money_by_group_with_children_and_total(context: Build, value: Make, read: Make) -> None:
    values = [
        value("support_money", 1, "vnd", dimensions={"measure_group": code})
        for code in ("city_gifts", "state_policy", "city_own")
    ]
    built = money_by_group_table(context(tuple(values)))
    assert built is not None
    assert [(read(row.cells[0]), row.role) for row in built.rows] == [("1", "body"), ("", "part"), ("2", "body")]
    built = money_by_group_table(context((*values, value("support_money_total", 3, "vnd"))))
    assert built is not None
    assert read(built.rows[-1].cells[1]) == "Tổng cộng"
    assert money_by_group_table(context()) is None


def test_money_by_organisation_leaves_out_who_told_none(context: Build, value: Make, read: Make) -> None:
    values = (
        value("support_money_by_organisation", 1, "vnd", dimensions={"organisation": "ldld"}),
        value("loan_outstanding_money", 2, "vnd", dimensions={"organisation": "hoi-nd"}),
    )
    built = money_by_organisation_table(context(values), ["ldld", "hoi-ctd", "hoi-nd"])
    assert built is not None
    assert [[read(cell) for cell in row.cells[2:]] for row in built.rows] == [["1", "…"], ["…", "2"]]
    assert [column.heading for column in built.columns][2:] == ["Kinh phí hỗ trợ", "Dư nợ"]
    assert len(built.notes) == 2
    assert money_by_organisation_table(context(values), ["hoi-ctd"]) is None
    only_support = money_by_organisation_table(context(values[:1]), ["ldld"])
    assert only_support is not None
    assert only_support.notes == ()


def test_unit_costs_tell_support_and_loans_apart(activities: Make, value: Make, read: Make) -> None:
    households = ("households", 2, "household", "hộ")
    given = {
        "a": ({}, {"money": MONEY, "households": households}),
        "b": ({"flow": "loan_disbursed"}, {"money": MONEY, "households": households}),
        "c": ({"event_id": "e", "counted_under": "ubnd-tp"}, {"money": MONEY, "households": households}),
    }
    costs = tuple(
        value(
            "unit_cost", 1_000_000, "vnd", dimensions={"activity": name},
            operands=tuple(f"activity_figure;figure={name}.{role}@213/2016-2018" for role in ("money", "households")),
        )
        for name in given
    )  # fmt: skip
    built = unit_cost_table(activities(given, more=costs))
    assert built is not None
    assert [(row.role, read(row.cells[0]), read(row.cells[1])) for row in built.rows] == [
        ("group", "I", "Hỗ trợ"), ("body", "1", "Việc a"), ("group", "II", "Vốn vay"), ("body", "1", "Việc b"),
    ]  # fmt: skip
    assert built.columns[-1].number == "(3)=(1)/(2)"
    alone = unit_cost_table(activities({"a": given["a"]}, more=costs[:1]))
    assert alone is not None
    assert [row.role for row in alone.rows] == ["body"]
    assert unit_cost_table(activities({})) is None


# --- targets ------------------------------------------------------------------------------------------------------


def _target(**changes: str) -> SimpleNamespace:
    stated = {"kind": "reduction_pp", "direction": "down", "baseline": "2015", "document": "9/QĐ", "indicator_id": "x"}
    return SimpleNamespace(**(stated | changes))


@pytest.mark.parametrize(
    ("kind", "direction", "asked", "reached", "expected"),
    [
        ("reduction_pp", "down", "0.003", "-0.0051", wording.EXCEEDED),
        ("reduction_pp", "down", "0.003", "-0.003", wording.MET),
        ("reduction_pp", "down", "0.003", "-0.001", wording.NOT_YET_MET),
        ("reduction_pp", "down", "0.003", "0.001", wording.NOT_YET_MET),
        ("households", "down", "40", "-182", wording.EXCEEDED),
        ("level", "down", "0.01", "0.0085", wording.EXCEEDED),
        ("level", "up", "1", "1", wording.MET),
        ("level", "up", "1", "0.9", wording.NOT_YET_MET),
    ],
)
def test_targets(
    context: Build, value: Make, kind: str, direction: str, asked: str, reached: str, expected: Pattern
) -> None:
    numbers = (value("target_value", Fraction(asked)), value("x", Fraction(reached)))
    assert assess(context(), _target(kind=kind, direction=direction), *numbers) == expected


def test_after_the_programme_a_missed_target_is_not_met(context: Build, value: Make, reference: Any) -> None:
    end = reference.programme("gnbv-2016-2020").valid_to
    numbers = (value("target_value", "0.003"), value("x", "-0.001"))
    assert assess(context(as_of=end), _target(), *numbers) == wording.NOT_MET


@pytest.mark.parametrize("lacking", ["kind", "direction", "document", "baseline"])
def test_a_target_without_its_particulars_cannot_be_assessed(context: Build, value: Make, lacking: str) -> None:
    numbers = (value("target_value", "0.003"), value("x", "-0.0051"))
    assert assess(context(), _target(**{lacking: ""}), *numbers) == wording.NOT_ASSESSED


@pytest.mark.parametrize(
    "doubt", [{"qualifier": Qualifier.ESTIMATE}, {"status": ValueStatus.DISPUTED}, {"status": ValueStatus.UNREADABLE}]
)
def test_an_uncertain_result_decides_nothing(context: Build, value: Make, doubt: dict[str, Any]) -> None:
    numbers = (value("target_value", "0.003"), value("x", "-0.0051", **doubt))
    assert assess(context(), _target(), *numbers) == wording.NOT_ASSESSED
    assert assess(context(), _target(), numbers[0], None) == wording.NOT_ASSESSED


@pytest.mark.parametrize(
    ("direction", "hedge", "reached", "expected"),
    [
        ("down", "upper_bound", 85, wording.MET),
        ("down", "upper_bound", 100, wording.NOT_YET_MET),
        ("down", "upper_bound", 101, wording.NOT_YET_MET),
        ("down", "lower_bound", 85, wording.NOT_ASSESSED),
        ("up", "lower_bound", 100, wording.MET),
        ("up", "lower_bound", 99, wording.NOT_YET_MET),
        ("up", "upper_bound", 120, wording.NOT_ASSESSED),
    ],
)
def test_a_level_may_be_assigned_as_a_limit(
    context: Build, value: Make, direction: str, hedge: str, reached: int, expected: Any
) -> None:
    asked = value("target_value", 100, qualifier=Qualifier(hedge))
    target = _target(kind="level", direction=direction)
    assert assess(context(), target, asked, value("poor_households", reached)) == expected
    if expected != wording.NOT_ASSESSED:
        reduction = _target(kind="households", direction=direction)
        assert assess(context(), reduction, asked, value("poor_households", reached)) == wording.NOT_ASSESSED


def test_targets_table(context: Build, value: Make, frame: Make, review: Make, read: Make) -> None:
    rows = [
        {"target_id": "a", "document": "59/2015/QĐ-TTg", "indicator_id": "poverty_ratio", "kind": "level",
         "direction": "down", "label_vi": "Tỷ lệ hộ nghèo"},
        {"target_id": "b", "document": "9/QĐ", "indicator_id": "houses", "kind": "level", "direction": "up",
         "label_vi": "Nhà"},
    ]  # fmt: skip
    values = (
        value("target_value", "0.01", "ratio", dimensions={"target": "a"}),
        value("target_value", 1, "ratio", dimensions={"target": "b"}),
        value("poverty_ratio", "0.02", "ratio", "2015-12-31"),
        value("poverty_ratio", "0.0085", "ratio", "2017-12-31"),
    )
    reviews = frame("household_review", review("2015-12-31"), review("2017-12-31"))
    built = targets_table(context(values, tables={"targets": frame("targets", *rows), "household_review": reviews}))
    assert built is not None
    assert [[read(cell) for cell in row.cells[2:]] for row in built.rows] == [
        ["Quyết định số 59/2015/QĐ-TTg", "1,00%", "0,85%", "hoàn thành vượt"],
        ["9/QĐ", "100,00%", "", "chưa đủ căn cứ đánh giá"],
    ]
    assert targets_table(context()) is None


# --- method and sources -------------------------------------------------------------------------------------------


def test_method_tells_computed_indicators_in_the_language(two_reviews: Build, read: Make) -> None:
    told = {}
    for language in ("vi", "en"):
        built = method_table(two_reviews((400, 20000), (300, 30000), language=language))
        assert built is not None
        told[language] = {read(row.cells[1]): read(row.cells[2]) for row in built.rows}
    assert "Số hộ nghèo" not in told["vi"]
    assert told["en"]["Poverty rate"] == "poor households divided by households"
    assert told["en"]["Change in the poverty rate"] == "poverty rate: closing minus opening value"


def test_method_of_money_only_where_there_are_activities(context: Build, activities: Make) -> None:
    assert len(method_paragraphs(context())) == len(method_paragraphs(activities({"a": ({}, {})}))) - 1
    assert method_table(context()) is None


def test_a_report_by_the_older_rules_says_what_of_them_was_not_compared(context: Build, read: Make) -> None:
    said = [read(one.content) for one in method_paragraphs(context(style_profile=StyleProfile.CIRCULAR_01))]
    assert said[:-1] == [read(one.content) for one in method_paragraphs(context())]
    assert "01/2011/TT-BNV" in said[-1] and "chưa được đối chiếu" in said[-1]


def test_sources_name_the_files_that_were_used(context: Build, frame: Make, read: Make) -> None:
    rows = frame("targets", {"file": "a.csv"}, {"file": "a.csv"}, {"file": "b.csv"})
    built = sources_table(context(tables={"targets": rows}))
    assert built is not None
    assert [[read(cell) for cell in row.cells] for row in built.rows] == [
        ["1", "Chỉ tiêu được giao", "a.csv, b.csv", "3"]
    ]
    assert sources_table(context()) is None
