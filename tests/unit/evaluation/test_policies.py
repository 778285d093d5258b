"""Rà soát, tích hợp chính sách: a test for each rule of the review in both languages, the matrix, and the real city."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from poverty_evaluation.evaluation.blocks import BulletList, Paragraph, Table, Text
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.document import build_evaluation
from poverty_evaluation.evaluation.measure_results import measure_results
from poverty_evaluation.evaluation.overlaps import overlaps
from poverty_evaluation.evaluation.policy_review import policy_review
from poverty_evaluation.evaluation.tables.policies_matrix import policy_matrix_table
from poverty_evaluation.reference import (
    Benefit,
    BilingualText,
    Measure,
    MeasureLevel,
    OutlineBlock,
    OutlineNode,
    Reference,
    Registry,
)
from poverty_evaluation.vocabulary.findings import Severity

_ACTIVITY = [
    "activity_id",
    "event_id",
    "counted_under",
    "part_of",
    "place_code",
    "parts",
    "measure_code",
    "organisation_code",
    "beneficiary_group",
    "place_code",
    "data_from",
    "data_to",
    "as_of",
    "time_basis",
    "realisation",
    "flow",
    "label_vi",
    "label_en",
    "file",
]
_UNITS = {"households": "household", "persons": "person", "items": "gift", "occurrences": "occurrence", "money": "vnd"}

Row = dict[str, Any]
Build = Callable[..., EvaluationContext]


def measure(
    code: str, benefit: Benefit = Benefit.CASH, level: MeasureLevel = MeasureLevel.CITY, **more: Any
) -> Measure:
    label_vi, label_en = f"Chính sách {code}", f"Measure {code}"
    given = {
        "group_code": "city_own", "programme_id": "", "component_code": "", "legal_basis": ("18/2016/NQ-HĐND",),
        "organisation_code": "ubnd-tp", "source": "thử", "verified": True, "beneficiary_groups": ("poor",),
    } | more  # fmt: skip
    return Measure(measure_code=code, label_vi=label_vi, label_en=label_en, benefit=benefit, level=level, **given)


def row(
    identity: str,
    of: str,
    who: str = "ubnd-tp",
    group: str = "poor",
    figures: Mapping[str, int] | None = None,
    **more: str,
) -> Row:
    given = {
        "activity_id": identity, "measure_code": of, "organisation_code": who, "beneficiary_group": group,
        "realisation": "actual", "time_basis": "not_stated", "flow": "grant", "label_vi": f"Việc {identity}",
        "label_en": f"Deed {identity}",
    }  # fmt: skip
    return given | more | {"figures": {"households": 5, "money": 10**6} if figures is None else figures}


@pytest.fixture
def told(context: Build, value: Callable[..., Any], reference: Reference) -> Build:
    """A context with a list of measures and the rows told under them."""

    def build(measures: Iterable[Measure], *rows: Row, language: str = "vi", **more: Any) -> EvaluationContext:
        figures = [(one["activity_id"], role, number) for one in rows for role, number in one["figures"].items()]
        values = [
            value("activity_figure", number, _UNITS[role], dimensions={"figure": f"{identity}.{role}"}, unit_vi=role,
                  unit_en=role)
            for identity, role, number in figures
        ]  # fmt: skip
        activities = pd.DataFrame([{name: one.get(name, "") for name in _ACTIVITY} for one in rows], columns=_ACTIVITY)
        figure_rows = pd.DataFrame(
            [(f"{identity}.{role}", identity, role, role, "", "given") for identity, role, _ in figures],
            columns=["figure_id", "activity_id", "role", "kind", "unit_code", "status"],
        )
        known = more.pop("known", reference)
        known = replace(known, measures=Registry({one.measure_code: one for one in measures}))
        tables = {"activities": activities, "activity_figures": figure_rows}
        held = (*values, *more.pop("values", ()))
        return context(held, language=language, tables=tables, known=known, **more)

    return build


def said(context: EvaluationContext, read: Callable[[Any], str], appendix: str = "") -> list[str]:
    lines = []
    for block in policy_review(context, appendix):
        lines += [block.content] if isinstance(block, Paragraph) else list(getattr(block, "items", ()))
    return [read(one, context.language) for one in lines]


def one_of(lines: list[str], opening: str) -> str:
    (found,) = (text for text in lines if text.startswith(opening))
    return found


# --- overview -----------------------------------------------------------------------------------------------------


def test_nothing_is_said_and_shown_where_nothing_was_told(told):
    empty = told([measure("a")])
    assert policy_review(empty) == []
    assert policy_matrix_table(empty) is None


def test_a_row_that_is_planned_or_tells_no_figure_is_no_result(told):
    rows = row("a1", "a", realisation="planned"), row("a2", "a", figures={})
    assert policy_review(told([measure("a")], *rows)) == []


def test_how_many_measures_have_results(told, read):
    measures = [measure("a"), measure("b"), measure("c", group_code="organisations")]
    rows = row("a1", "a"), row("c1", "c")
    vi, *_ = said(told(measures, *rows), read, "Phụ lục II")
    assert vi == (
        "Qua rà soát, danh mục có 03 chính sách, hoạt động, trong đó 02 nội dung có kết quả trong kỳ: "
        "Cơ chế, chính sách riêng của thành phố (01 trên 02 nội dung); Hoạt động của Mặt trận Tổ quốc và các tổ chức "
        "(01 nội dung). Chi tiết tại Phụ lục II."
    )
    en, *_ = said(told(measures, *rows, language="en"), read)
    assert en == (
        "The list holds 3 measures, 2 of them with results in the period: Measures of the city (1 of 2); Activities "
        "of the Fatherland Front and the organisations (1)."
    )


def test_a_group_without_any_result(told, read):
    measures = [measure("a"), measure("b", group_code="organisations")]
    vi, *_ = said(told(measures, row("a1", "a")), read)
    assert vi.endswith("Hoạt động của Mặt trận Tổ quốc và các tổ chức (01 nội dung, chưa có kết quả).")
    en, *_ = said(told(measures, row("a1", "a"), language="en"), read)
    assert en.endswith("Activities of the Fatherland Front and the organisations (none of 1).")


def test_all_measures_have_results(told, read):
    assert "tất cả đều có kết quả" in said(told([measure("a")], row("a1", "a")), read)[0]
    assert "all of them with results" in said(told([measure("a")], row("a1", "a"), language="en"), read)[0]


def test_measures_of_another_programme_are_not_asked_for(told):
    other = measure("x", level=MeasureLevel.PROGRAMME, programme_id="gnbv-2021-2025", component_code="component-1")
    own = measure("y", level=MeasureLevel.PROGRAMME, programme_id="gnbv-2016-2020", component_code="component-3")
    found = measure_results(told([measure("a"), other, own], row("a1", "a")))
    assert [result.code for result in found] == ["a", "y"]


def test_measures_of_a_city_are_not_asked_of_a_province(told):
    measures = [measure("a", level=MeasureLevel.STATE), measure("b")]
    found = measure_results(told(measures, row("a1", "a"), place="bac-giang-province"))
    assert [result.code for result in found] == ["a"]


# --- overlaps -----------------------------------------------------------------------------------------------------


def test_a_group_that_two_organisations_support_in_one_way(told, read):
    measures = [measure("gift", Benefit.IN_KIND), measure("rice", Benefit.IN_KIND), measure("card", Benefit.SERVICE)]
    rows = (
        row("g1", "gift", "hoi-lhpn", "women_poor_near_poor_hardship", {"items": 3, "money": 2 * 10**6}),
        row("g2", "gift", "hoi-ccb", figures={"items": 4}),
        row("r1", "rice", group="poor_near_poor", figures={"households": 7, "money": 5 * 10**6}),
        row("c1", "card"),
    )
    vi = said(told(measures, *rows), read)
    assert (
        "Hộ nghèo được hỗ trợ bằng hiện vật từ 03 nội dung: Việc g1 (Hội LHPN, 2.000.000); Việc g2 (Hội Cựu chiến "
        in (one_of(vi, "Hộ nghèo"))
    )
    assert one_of(vi, "Hộ cận nghèo").endswith(
        "từ 02 nội dung: Việc g1 (Hội LHPN, 2.000.000); Việc r1 (UBND thành phố, 5.000.000)."
    )
    en = said(told(measures, *rows, language="en"), read)
    assert one_of(en, "Near-poor households") == (
        "Near-poor households are supported in kind by 2 measures: Deed g1 (Women’s Union, 2.000.000); Deed r1 (City "
        "People’s Committee, 5.000.000)."
    )


def test_one_measure_of_one_organisation_is_no_overlap(told, read):
    rows = row("a1", "a", as_of="2017-12-31"), row("a2", "a", as_of="2016-12-31")
    assert not overlaps(told([measure("a")], *rows), measure_results(told([measure("a")], *rows)))


def test_training_is_not_held_together(told):
    measures = [measure("a", Benefit.TRAINING), measure("b", Benefit.TRAINING)]
    context = told(measures, row("a1", "a"), row("b1", "b"))
    assert overlaps(context, measure_results(context)) == []


@pytest.mark.parametrize(
    ("parts", "group", "listed"),
    [
        ("complete", "poor_near_poor", ["p"]),  # the parts tell the class apart and make up the whole
        ("partial", "poor_near_poor", ["w"]),  # they are only some of it
        ("partial", "gift_recipients", ["p"]),  # the whole is for others
        ("complete", "poor", ["w"]),  # parts by ward: the whole says all
    ],
)
def test_of_a_whole_and_its_parts_one_is_listed(told, parts, group, listed):
    whole = row("w", "a", group=group, parts=parts)
    context = told([measure("a"), measure("b")], whole, row("p", "a", part_of="w"), row("b1", "b"))
    first, _ = overlaps(context, measure_results(context))[0].supports
    assert [one.row.activity_id for one in first.tellings] == listed


def test_of_a_cumulative_figure_only_the_latest_is_listed(told):
    rows = [
        row(f"a{month}", "a", time_basis="year_to_date", data_to=f"2018-{month}-30", label_vi="Quà", label_en="Gifts")
        for month in ("03", "06")
    ]
    context = told([measure("a"), measure("b")], *rows, row("b1", "b"))
    first, _ = overlaps(context, measure_results(context))[0].supports
    assert [one.row.activity_id for one in first.tellings] == ["a06"]


def test_rows_of_several_years_are_named_by_their_measure_with_each_amount(told, read):
    rows = [
        row(f"a{year}", "a", time_basis="in_period", data_to=f"{year}-12-31", figures={"money": year * 10**6})
        for year in (2016, 2017)
    ]
    lines = said(told([measure("a"), measure("b")], *rows, row("b1", "b")), read)
    assert "Chính sách a (UBND thành phố, 2.016.000.000 và 2.017.000.000); Việc b1" in one_of(lines, "Hộ nghèo")


def test_a_loan_says_whether_it_was_lent_or_is_outstanding(told, read):
    measures = [measure("a", Benefit.CREDIT), measure("b", Benefit.CREDIT)]
    rows = (
        row("a1", "a", "nhcsxh", flow="loan_disbursed", figures={"money": 3 * 10**6}),
        row("a2", "a", "nhcsxh", flow="loan_outstanding", figures={"money": 9 * 10**6}),
        row("b1", "b", "hoi-nd", flow="loan_outstanding", figures={"money": 2 * 10**6}),
    )
    assert one_of(said(told(measures, *rows), read), "Hộ nghèo").endswith(
        "Chính sách a (NHCSXH, cho vay 3.000.000 và dư nợ 9.000.000); Việc b1 (Hội Nông dân, dư nợ 2.000.000)."
    )
    assert one_of(said(told(measures, *rows, language="en"), read), "Poor").endswith(
        "Measure a (Bank for Social Policies, 3.000.000 lent and 9.000.000 outstanding); Deed b1 (Farmers’ Union, "
        "2.000.000 outstanding)."
    )


def test_what_an_association_passes_on_for_the_bank_is_no_support_of_its_own(told):
    measures = [measure("bank", Benefit.CREDIT), measure("entrusted", Benefit.CREDIT)]
    rows = row("b", "bank", "nhcsxh"), row("e", "entrusted", "hoi-lhpn", part_of="b")
    context = told(measures, *rows)
    assert overlaps(context, measure_results(context)) == []


def test_a_long_list_is_cut_and_says_where_the_rest_is(told, read):
    measures = [measure(f"m{number:02d}") for number in range(11)]
    rows = [row(f"a{number:02d}", f"m{number:02d}") for number in range(11)]
    vi = one_of(said(told(measures, *rows), read, "Phụ lục II"), "Hộ nghèo")
    assert "từ 11 nội dung" in vi
    assert vi.count("Việc") == 8
    assert vi.endswith("và 03 nội dung khác (Phụ lục II).")
    assert one_of(said(told(measures, *rows, language="en"), read), "Poor").endswith(" and 3 more.")


# --- gaps ---------------------------------------------------------------------------------------------------------


def test_a_class_that_no_measure_names(told, read):
    measures = [measure("a", beneficiary_groups=("poor",))]
    vi = one_of(said(told(measures, row("a1", "a")), read), "Chưa có chính sách")
    assert vi == "Chưa có chính sách, hoạt động nào trong danh mục ghi đối tượng là hộ cận nghèo và hộ mới thoát nghèo."
    en = one_of(said(told(measures, row("a1", "a"), language="en"), read), "No measure")
    assert en == "No measure of the list names near-poor households and households newly out of poverty."


def test_kinds_of_benefit_that_a_class_does_not_get(told, read):
    measures = [
        measure("a", beneficiary_groups=("poor_near_poor_newly_escaped",)),
        measure("b", Benefit.CREDIT, beneficiary_groups=("poor_near_poor",)),
        measure("c", Benefit.SERVICE, beneficiary_groups=("persons_poor", "persons_near_poor")),
    ]
    vi = one_of(said(told(measures, row("a1", "a")), read), "Chưa có")
    assert vi == "Chưa có nội dung nào hỗ trợ hộ mới thoát nghèo bằng tín dụng hoặc bằng dịch vụ."
    en = one_of(said(told(measures, row("a1", "a"), language="en"), read), "No measure")
    assert en == "No measure supports households newly out of poverty with credit or with services."


def test_no_gap_is_claimed_where_a_mixed_group_does_not_say_whom_it_takes_in(told, read, reference):
    groups = {code: replace(group, covers=()) for code, group in reference.beneficiary_groups.items()}
    known = replace(reference, beneficiary_groups=Registry(groups))
    measures = [measure("a", beneficiary_groups=("poor_near_poor",))]
    lines = said(told(measures, row("a1", "a"), known=known), read)
    assert not [text for text in lines if text.startswith("Chưa có")]


def test_a_named_group_of_whom_the_results_tell_nothing(told, read):
    measures = [measure("a", beneficiary_groups=("poor", "near_poor")), measure("b", beneficiary_groups=("veterans",))]
    rows = row("a1", "a", group="persons_poor"), row("b1", "b", group="veterans")
    vi = one_of(said(told(measures, *rows), read), "Có 01 nội dung đã có kết quả")
    assert vi.endswith("chưa nêu số liệu của nhóm đối tượng được quy định: Chính sách a (Hộ cận nghèo).")
    en = one_of(said(told(measures, *rows, language="en"), read), "Results without figures")
    assert en.endswith("(number of measures: 1): Measure a (Near-poor households).")


# --- results and their measures -----------------------------------------------------------------------------------


def test_measures_without_results(told, read):
    measures = [measure("a"), measure("b"), measure("c", legal_basis=())]
    vi = one_of(said(told(measures, row("a1", "a")), read), "Có 02 nội dung trong danh mục")
    assert vi.endswith("chưa có kết quả trong kỳ: Chính sách b (theo 18/2016/NQ-HĐND); Chính sách c.")
    en = one_of(said(told(measures, row("a1", "a"), language="en"), read), "Measures of the list")
    assert en.endswith("(number: 2): Measure b (under 18/2016/NQ-HĐND); Measure c.")


def test_results_of_which_no_document_is_named(told, read):
    of_programme = {"level": MeasureLevel.PROGRAMME, "programme_id": "gnbv-2016-2020", "component_code": "component-3"}
    measures = [
        measure("a", legal_basis=()),
        measure("b", legal_basis=(), level=MeasureLevel.ORGANISATION),  # needs none
        measure("c", legal_basis=(), **of_programme),  # rests on the decision that approved the programme
        measure("d"),
    ]
    rows = [row(f"{code}1", code) for code in "abcd"]
    vi = one_of(said(told(measures, *rows), read), "Có 01 nội dung đã thực hiện")
    assert vi == "Có 01 nội dung đã thực hiện nhưng chưa dẫn văn bản quy định: Chính sách a."
    en = one_of(said(told(measures, *rows, language="en"), read), "Measures carried out")
    assert en == "Measures carried out for which no document is named (number: 1): Measure a."


def test_an_event_that_two_tell(told, read):
    event = {"event_id": "e", "counted_under": "ubnd-tp"}
    rows = row("a1", "a", "hoi-ctd", **event), row("a2", "a", "ubnd-tp", **event)
    vi = one_of(said(told([measure("a")], *rows), read), "Có 01 kết quả do nhiều")
    assert vi.endswith("Việc a2 (Hội Chữ thập đỏ và UBND thành phố cùng nêu; tính vào UBND thành phố).")
    en = one_of(said(told([measure("a")], *rows, language="en"), read), "Results that several")
    assert en.endswith("Deed a2 (told by the Red Cross and City People’s Committee; counted under the City People’s "
                       "Committee).")  # fmt: skip
    assert [len(result.counted) for result in measure_results(told([measure("a")], *rows))] == [1]


def test_money_without_people_and_people_without_money(told, read):
    measures = [
        measure("a"), measure("b"), measure("c"), measure("d", Benefit.TRAINING), measure("e", beneficiary_groups=()),
    ]  # fmt: skip
    rows = (
        row("a1", "a", figures={"items": 3, "money": 10**6}),
        row("b1", "b", figures={"households": 3}),
        row("c1", "c"),
        row("d1", "d", figures={"persons": 3}),  # training costs no one a gift
        row("e1", "e", group="not_stated", figures={"money": 10**6}),  # nobody is meant to get anything
    )
    lines = said(told(measures, *rows), read)
    assert one_of(lines, "Có 01 nội dung có kinh phí").endswith("số lượt thụ hưởng: Chính sách a.")
    assert one_of(lines, "Có 01 nội dung có kết quả").endswith("không nêu kinh phí: Chính sách b.")
    english = said(told(measures, *rows, language="en"), read)
    assert one_of(english, "Measures with money").endswith("(number: 1): Measure a.")
    assert one_of(english, "Measures with results").endswith("(number: 1): Measure b.")


def test_no_paragraph_without_something_to_say(told, read):
    everyone = measure("a", beneficiary_groups=("poor", "near_poor", "newly_escaped"))
    lines = said(told([everyone], row("a1", "a", group="poor_near_poor_newly_escaped")), read)
    assert len(lines) == 1


# --- matrix -------------------------------------------------------------------------------------------------------


def cells(table: Table, context_read: Callable[[Any], str]) -> list[list[str]]:
    return [[context_read(cell) for cell in one.cells] for one in table.rows]


def test_matrix_of_one_measure(told, value, read):
    sums = [
        value("support_money", 9 * 10**6, "vnd", dimensions={"measure_group": "city_own"}),
        value("support_money_by_measure", 9 * 10**6, "vnd", dimensions={"measure": "a"}),
        value("households_by_measure", 5, dimensions={"measure": "a"}),
        value("persons_by_measure", 12, "person", dimensions={"measure": "a"}),
        value("loan_disbursed_money_by_measure", 4 * 10**6, "vnd", dimensions={"measure": "b"}),
        value("occurrences_by_measure", 30, "occurrence", dimensions={"measure": "a"}),
    ]
    measures = [measure("a"), measure("b", Benefit.CREDIT, organisation_code="nhcsxh"), measure("c")]
    rows = row("a1", "a", "hoi-ctd"), row("b1", "b", figures={"money": 4 * 10**6})
    table = policy_matrix_table(told(measures, *rows, values=sums))
    assert [column.heading for column in table.columns] == [
        "TT", "Chính sách, hoạt động", "Đối tượng", "Hình thức hỗ trợ", "Văn bản quy định",
        "Cơ quan chủ trì, thực hiện", "Số hộ", "Số người", "Kinh phí", "Ghi chú",
    ]  # fmt: skip
    assert table.unit_line == "Đơn vị tính kinh phí: triệu đồng"
    document, office, both = "18/2016/NQ-HĐND", "UBND thành phố", "UBND thành phố; Hội Chữ thập đỏ"
    assert cells(table, read) == [
        ["I", "Cơ chế, chính sách riêng của thành phố", "", "", "", "", "", "", "9.000.000", ""],
        ["1", "Chính sách a", "Hộ nghèo", "Tiền", document, both, "5", "12", "9.000.000", "30 lượt"],
        ["2", "Chính sách b", "Hộ nghèo", "Tín dụng", document, f"NHCSXH; {office}", "…", "…", "", "cho vay 4.000.000"],
        ["3", "Chính sách c", "Hộ nghèo", "Tiền", document, office, "…", "…", "…", "chưa có kết quả trong kỳ"],
    ]  # fmt: skip


def test_matrix_tells_results_that_no_column_holds(told, value, read):
    rows = [row(f"a{number}", "a", figures={"items": number}) for number in range(1, 6)]
    money = value("support_money_by_measure", 1, "vnd", dimensions={"measure": "a"})
    vi = policy_matrix_table(told([measure("a")], *rows, values=[money]))
    assert cells(vi, read)[1][-1] == "1 items; 2 items; 3 items; và nội dung khác"
    en = policy_matrix_table(told([measure("a")], *rows, values=[money], language="en"))
    assert cells(en, read)[1][-1] == "items: 1; items: 2; items: 3; and others"


def test_matrix_of_a_data_root_without_the_sums_claims_no_missing_figure(told, read, reference):
    known = replace(reference, indicators=tuple(one for one in reference.indicators if one.by != ("measure",)))
    table = policy_matrix_table(told([measure("a")], row("a1", "a"), known=known))
    assert [column.heading for column in table.columns][-2:] == ["Cơ quan chủ trì, thực hiện", "Ghi chú"]
    assert cells(table, read)[1][-1] == "5 households"
    assert table.notes == ()


# --- the real city ------------------------------------------------------------------------------------------------


def _in_an_outline(context: EvaluationContext) -> EvaluationContext:
    """The review as the only chapter, the matrix as the only appendix."""
    review = OutlineNode(BilingualText("RÀ SOÁT", "REVIEW"), (OutlineBlock("policy_review", "", {}),), ())
    matrix = OutlineNode(BilingualText("MA TRẬN", "MATRIX"), (OutlineBlock("table", "policy_matrix", {}),), ())
    known = context.reference
    outline = replace(known.outlines["mid-term"], chapters=(review,), appendices=(matrix,))
    return replace(context, reference=replace(known, outlines=Registry({"mid-term": outline})))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_review_and_matrix_of_the_city_stand_in_an_outline(real, language):
    context = _in_an_outline(real("bac-giang-city", "2016-2018", language=language))
    evaluation = build_evaluation(context)
    matrix = next(block for block in evaluation.appendices if isinstance(block, Table))
    assert matrix.id == "policy_matrix"
    assert len(matrix.columns) == 10
    assert len(matrix.rows) == 37 + 5
    said_here = "".join(
        part.text
        for block in evaluation.chapters
        if isinstance(block, Paragraph)
        for part in block.content
        if isinstance(part, Text)
    )
    assert ("Phụ lục I." if language == "vi" else "Appendix I.") in said_here


def test_what_the_review_of_the_city_says(real, read):
    lines = said(real("bac-giang-city", "2016-2018"), read)
    assert lines[0].startswith("Qua rà soát, danh mục có 37 chính sách, hoạt động, trong đó 34 nội dung")
    gifts = next(text for text in lines if text.startswith("Hộ nghèo được hỗ trợ bằng hiện vật"))
    for teller in ("UBND thành phố", "Hội LHPN", "Hội Cựu chiến binh", "Đoàn Thanh niên"):
        assert teller in gifts
    assert "Quà Tết cho hộ nghèo (UBND thành phố, 2.697.150.000)" in gifts
    silent = one_of(lines, "Có 03 nội dung trong danh mục")
    assert "Mua thẻ bảo hiểm y tế cho người làm vệ sinh môi trường, người nhiễm HIV/AIDS (theo 52-TB/TU)" in silent
    assert "UBND thành phố và Hội Chữ thập đỏ cùng nêu" in one_of(lines, "Có 01 kết quả do nhiều")


def test_every_digit_of_the_review_is_a_count_a_value_or_a_symbol(real):
    """Outside values only counts of measures, document symbols and the name of one model hold digits."""
    context = real("bac-giang-city", "2016-2018")
    texts = [
        part.text
        for block in policy_review(context)
        for one in (block.items if isinstance(block, BulletList) else [block.content])
        for part in one
        if isinstance(part, Text)
    ]
    known = {*context.reference.documents, "10+1"}
    for symbol in known:
        texts = [text.replace(symbol, "") for text in texts]
    numbers = {found for text in texts for found in re.findall(r"\d+", text)}
    assert all(int(number) <= len(context.reference.measures) for number in numbers)


def test_the_city_keeps_its_errors_and_warnings(real):
    findings = real("bac-giang-city", "2016-2018").findings
    assert sum(one.severity is Severity.ERROR for one in findings) == 7
    assert sum(one.severity is Severity.WARNING for one in findings) == 4
