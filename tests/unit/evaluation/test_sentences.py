"""Câu văn chọn theo quy tắc: one test for each branch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from poverty_evaluation.evaluation.blocks import Line
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.missing import no_data, no_text
from poverty_evaluation.evaluation.sentences import components_without_data, poverty_headline, poverty_sentences
from poverty_evaluation.vocabulary.choices import ValueStatus, Vintage
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity

Build = Callable[..., EvaluationContext]
Read = Callable[[Line], str]
Make = Callable[..., Any]

#: What a change of the two reviews is compared with.
BASE = " so với đầu giai đoạn (ngày 31/12/2015)"
OPENING, CLOSING = "poor_households@213/2015-12-31", "poor_households@213/2017-12-31"


def told(context: EvaluationContext, read: Read) -> str:
    return " | ".join(read(line) for line in poverty_sentences(context))


def test_fell(two_reviews: Build, read: Read) -> None:
    assert told(two_reviews((400, 20000), (300, 30000)), read) == (
        "Đến ngày 31/12/2017, số hộ nghèo của thành phố Bắc Giang giảm từ 400 hộ (2,00%) xuống còn 300 hộ (1,00%), "
        "giảm 100 hộ, tương ứng giảm 1,00 điểm phần trăm so với đầu giai đoạn (ngày 31/12/2015); bình quân mỗi năm "
        "giảm 0,500 điểm phần trăm. So với đầu kỳ, số hộ nghèo giảm 25,00%."
    )


def test_rose(two_reviews: Build, read: Read) -> None:
    assert told(two_reviews((300, 30000), (400, 20000)), read) == (
        "Đến ngày 31/12/2017, toàn thành phố Bắc Giang có 400 hộ nghèo, chiếm 2,00% tổng số hộ dân cư; tăng 100 hộ, "
        "tương ứng tăng 1,00 điểm phần trăm so với đầu giai đoạn (ngày 31/12/2015); bình quân mỗi năm tăng 0,500 điểm "
        "phần trăm. So với đầu kỳ, số hộ nghèo tăng 33,33%."
    )


def test_no_minus_stands_after_a_verb(two_reviews: Build, numbers: Make, read: Read) -> None:
    said = told(two_reviews((400, 20000), (300, 30000)), read)
    assert "-" not in said
    assert "giảm %" not in said


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((400, 20000), (410, 41000), f"tăng 10 hộ{BASE}; tỷ lệ hộ nghèo giảm 1,00 điểm phần trăm"),
        ((400, 40000), (390, 19500), f"giảm 10 hộ{BASE}; tỷ lệ hộ nghèo tăng 1,00 điểm phần trăm"),
        ((400, 40000), (401, 40100), f"tăng 01 hộ{BASE}; tỷ lệ hộ nghèo không thay đổi."),
    ],
    ids=["rate fell beside a rise", "rate rose beside a fall", "rate reads the same"],
)
def test_rate_that_goes_its_own_way(
    two_reviews: Build, read: Read, before: tuple[int, int], after: tuple[int, int], expected: str
) -> None:
    assert expected.replace("01 hộ", "1 hộ") in told(two_reviews(before, after), read)


def test_count_alone_where_no_rate_is_known(two_reviews: Build, read: Read) -> None:
    said = told(two_reviews((400, None), (300, None)), read)
    assert "giảm từ 400 hộ xuống còn 300 hộ, giảm 100 hộ so với đầu giai đoạn (ngày 31/12/2015)." in said
    assert "điểm" not in said


def test_unchanged(two_reviews: Build, read: Read) -> None:
    assert told(two_reviews((400, 40000), (400, 40000)), read) == (
        "Đến ngày 31/12/2017, số hộ nghèo của thành phố Bắc Giang là 400 hộ, không thay đổi so với đầu giai đoạn (ngày "
        "31/12/2015); tỷ lệ hộ nghèo giữ ở mức 1,00%."
    )


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (50000, "tỷ lệ hộ nghèo giảm 0,20 điểm phần trăm do tổng số hộ dân cư tăng 10.000 hộ."),
        (20000, "tỷ lệ hộ nghèo tăng 1,00 điểm phần trăm do tổng số hộ dân cư giảm 20.000 hộ."),
    ],
)
def test_unchanged_count_with_a_rate_moved_by_the_denominator(
    two_reviews: Build, read: Read, total: int, expected: str
) -> None:
    said = told(two_reviews((400, 40000), (400, total)), read)
    assert f"không thay đổi{BASE}; {expected}" in said


def test_unchanged_count_without_rates(two_reviews: Build, read: Read) -> None:
    assert told(two_reviews((400, None), (400, None)), read).endswith(f"không thay đổi{BASE}.")


def test_unchanged_count_with_published_rates_does_not_say_why(two_reviews: Build, value: Make, read: Read) -> None:
    rates = tuple(
        value("poverty_ratio", number, "ratio", when)
        for number, when in (("0.02", "2015-12-31"), ("0.01", "2017-12-31"))
    )
    points = value("poverty_ratio_change_pp", "-0.01", "pp", operands=tuple(rate.id for rate in rates))
    said = told(two_reviews((400, None), (400, None), more=(*rates, points)), read)
    assert said.endswith("tỷ lệ hộ nghèo giảm 1,00 điểm phần trăm.")


@pytest.mark.parametrize(
    ("opening", "closing", "is_told"),
    [
        ("2016-12-31", "2017-12-31", False),
        ("2017-03-01", "2017-12-31", False),
        ("2016-10-01", "2017-12-31", True),
        ("2015-12-31", "2017-12-31", True),
    ],
    ids=["one year", "less", "a year and a quarter", "two years"],
)
def test_yearly_average_only_over_more_than_a_year(
    two_reviews: Build, read: Read, opening: str, closing: str, is_told: bool
) -> None:
    said = told(two_reviews((400, 20000), (300, 30000), opening, closing), read)
    assert ("bình quân mỗi năm" in said) is is_told


@pytest.mark.parametrize(("before", "is_told"), [(19, False), (20, True)])
def test_no_relative_change_on_a_small_base(two_reviews: Build, read: Read, before: int, is_told: bool) -> None:
    assert ("So với đầu kỳ" in told(two_reviews((before, 40000), (10, 40000)), read)) is is_told


@pytest.mark.parametrize(
    ("movements", "expected"),
    [
        ({"escaped_households": 50}, "Trong kỳ có 50 hộ thoát nghèo."),
        (
            {"escaped_households": 50, "relapsed_households": 2, "newly_poor_households": 11},
            "Trong kỳ có 50 hộ thoát nghèo; 2 hộ tái nghèo, 11 hộ nghèo phát sinh mới.",
        ),
        ({"escaped_households": None}, ""),
    ],
)
def test_movements(
    two_reviews: Build, value: Make, read: Read, movements: dict[str, int | None], expected: str
) -> None:
    more = tuple(value(name, number, when="2017-12-31") for name, number in movements.items())
    said = told(two_reviews((400, 20000), (300, 30000), more=more), read)
    assert said.endswith(expected) if expected else "Trong kỳ có" not in said


def test_movements_of_the_period_before_are_not_told(two_reviews: Build, value: Make, read: Read) -> None:
    more = (value("escaped_households", 50, when="2015-12-31"),)
    assert "thoát nghèo" not in told(two_reviews((400, 20000), (300, 30000), more=more), read)


@pytest.mark.parametrize(
    ("rate", "households", "expected"),
    [
        (
            -120,
            20,
            "tỷ lệ hộ nghèo giảm làm giảm 120 hộ nghèo; tổng số hộ dân cư tăng làm tăng 20 hộ nghèo.",
        ),
        (
            120,
            -20,
            "tỷ lệ hộ nghèo tăng làm tăng 120 hộ nghèo; tổng số hộ dân cư giảm làm giảm 20 hộ nghèo.",
        ),
        (-120, 0, ""),
        (None, 20, ""),
    ],
)
def test_effects(two_reviews: Build, value: Make, read: Read, rate: int | None, households: int, expected: str) -> None:
    more = (value("poor_households_effect_rate", rate), value("poor_households_effect_denominator", households))
    said = told(two_reviews((400, 20000), (300, 30000), more=more), read)
    assert said.endswith(expected) if expected else "từng yếu tố" not in said


def test_bounds_of_the_denominator(two_reviews: Build, value: Make, read: Read) -> None:
    more = tuple(
        value(f"implied_total_households_{end}", number, when=when)
        for end, number, when in (
            ("min", 39414, "2015-12-31"), ("max", 39704, "2015-12-31"), ("min", 41638, "2017-12-31"),
            ("max", 42130, "2017-12-31"),
        )
    )  # fmt: skip
    said = told(two_reviews((538, None), (356, None), more=more), read)
    assert said.endswith(
        "tương ứng với tổng số hộ từ 39.414 đến 39.704 hộ tại ngày 31/12/2015 và từ 41.638 đến 42.130 hộ tại ngày "
        "31/12/2017."
    )


def test_bounds_of_another_place_or_by_half_are_not_told(two_reviews: Build, value: Make, read: Read) -> None:
    more = (
        value("implied_total_households_min", 1, when="2017-12-31"),
        value("implied_total_households_min", 1, when="2017-12-31", place_code="07213"),
    )
    assert "số đã công bố" not in told(two_reviews((538, None), (356, None), more=more), read)


@pytest.fixture
def one_review(context: Build, value: Make, review: Make, frame: Make) -> Build:
    def build(rate: bool = True, own: bool = True, approved_by: str = "", **profile: Any) -> EvaluationContext:
        when = "2017-12-31"
        values = [value("poor_households", 356, when=when)]
        values += [value("poverty_ratio", "0.0085", "ratio", when)] if rate else []
        name = "household_review" if own else "previous_household_review"
        tables = {name: frame(name, review(when, approved_by=approved_by))}
        return context(tuple(values), tables=tables, **profile)

    return build


def test_only_one_review(one_review: Build, read: Read) -> None:
    assert told(one_review(), read) == (
        "Đến ngày 31/12/2017, toàn thành phố Bắc Giang có 356 hộ nghèo, chiếm 0,85% tổng số hộ dân cư."
    )
    assert told(one_review(rate=False), read) == "Đến ngày 31/12/2017, toàn thành phố Bắc Giang có 356 hộ nghèo."


def test_preliminary(one_review: Build, two_reviews: Build, read: Read) -> None:
    said = told(one_review(vintage=Vintage.PRELIMINARY), read)
    assert said.startswith("Theo kết quả rà soát sơ bộ đến ngày 31/12/2017, toàn thành phố Bắc Giang có 356 hộ nghèo")
    assert said.endswith("số liệu chính thức sẽ được cập nhật sau khi cấp có thẩm quyền công nhận kết quả rà soát.")
    said = told(two_reviews((400, 20000), (300, 30000), vintage=Vintage.PRELIMINARY), read)
    assert said.startswith("Theo kết quả rà soát sơ bộ")
    assert "giảm 100 hộ" in said


def test_no_review_in_the_period_carries_the_opening_with_its_decision(one_review: Build, read: Read) -> None:
    said = told(one_review(own=False, approved_by="99/QĐ-UBND"), read)
    assert said == (
        "Trong kỳ báo cáo chưa có kết quả rà soát. Theo kết quả rà soát đến ngày 31/12/2017 (theo 99/QĐ-UBND), toàn "
        "thành phố Bắc Giang có 356 hộ nghèo, chiếm 0,85% tổng số hộ dân cư; báo cáo chưa đánh giá biến động hộ nghèo."
    )
    assert "theo 99" not in told(one_review(own=False), read)


def test_no_review_at_all(context: Build, read: Read) -> None:
    assert told(context(), read) == (
        "Đến thời điểm báo cáo, chưa có số liệu về kết quả rà soát hộ nghèo; báo cáo chưa đánh giá nội dung này."
    )


def test_change_that_could_not_be_computed(two_reviews: Build, value: Make, read: Read) -> None:
    known = two_reviews((400, None), (300, None))
    lacking = value("poor_households_change", None, operands=(OPENING, CLOSING), status=ValueStatus.MISSING)
    values = tuple(lacking if one.id == lacking.id else one for one in known.values)
    said = told(_with(known, values=values), read)
    assert said.startswith("Đến ngày 31/12/2017, toàn thành phố Bắc Giang có 300 hộ nghèo.")
    assert said.endswith("chưa có số liệu về biến động số hộ nghèo; báo cáo chưa đánh giá nội dung này.")


@pytest.fixture
def other_standard(two_reviews: Build, value: Make) -> Callable[..., EvaluationContext]:
    def build(*findings: Finding) -> EvaluationContext:
        known = two_reviews((400, 20000), (300, 30000))
        changes = {
            name: value(name, None, operands=operands, status=ValueStatus.NOT_COMPARABLE)
            for name, operands in (
                ("poor_households_change", (OPENING, CLOSING)),
                (
                    "poverty_ratio_change_pp",
                    tuple(one.replace("poor_households", "poverty_ratio") for one in (OPENING, CLOSING)),
                ),
            )
        }
        values = tuple(changes.get(one.indicator_id, one) for one in known.values)
        return _with(known, values=values, findings=findings)

    return build


def test_not_comparable_tells_the_level_and_the_reason(other_standard: Build, finding: Make, read: Read) -> None:
    reason = finding(
        severity=Severity.NOTE,
        kind=FindingKind.NOT_COMPARABLE,
        message_vi="Khác chuẩn nghèo.",
        indicator_ids=(CLOSING,),
    )
    elsewhere = finding(
        "f2", severity=Severity.NOTE, kind=FindingKind.NOT_COMPARABLE, message_vi="Nơi khác.",
        indicator_ids=("poor_households@07213/2017-12-31",),
    )  # fmt: skip
    context = other_standard(reason, elsewhere)
    assert told(context, read) == (
        "Đến ngày 31/12/2017, toàn thành phố Bắc Giang có 300 hộ nghèo, chiếm 1,00% tổng số hộ dân cư. | "
        "Khác chuẩn nghèo."
    )
    assert poverty_headline(context) == []


def test_not_comparable_without_a_reason(other_standard: Build, read: Read) -> None:
    assert told(other_standard(), read).endswith(
        "Kết quả rà soát ngày 31/12/2015 và ngày 31/12/2017 không cùng căn cứ; không so sánh trực tiếp số hộ nghèo "
        "và tỷ lệ hộ nghèo giữa hai thời điểm."
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((400, 20000), (300, 30000), "Tỷ lệ hộ nghèo giảm từ 2,00% xuống còn 1,00%."),
        ((300, 30000), (400, 20000), "Tỷ lệ hộ nghèo tăng từ 1,00% lên 2,00%."),
        ((400, 40000), (401, 40100), "Tỷ lệ hộ nghèo giữ ở mức 1,00%."),
    ],
)
def test_headline(
    two_reviews: Build, read: Read, before: tuple[int, int], after: tuple[int, int], expected: str
) -> None:
    assert [read(line) for line in poverty_headline(two_reviews(before, after))] == [expected]


def test_headline_needs_two_reviews(context: Build) -> None:
    assert poverty_headline(context()) == []


def test_what_was_not_sent(context: Build, read: Read) -> None:
    assert read(no_data(context(), "vốn", "Hội Nông dân")) == (
        "Đến thời điểm báo cáo, Hội Nông dân chưa cung cấp số liệu về vốn; báo cáo chưa đánh giá nội dung này."
    )
    assert read(no_text(context(), "nhiệm vụ")) == (
        "Đến thời điểm báo cáo, chưa có thông tin về nhiệm vụ; báo cáo chưa đề cập nội dung này."
    )


@pytest.mark.parametrize(
    ("language", "names", "end"),
    [
        ("vi", ["Dự án 1"], "về Dự án 1; báo cáo chưa đánh giá nội dung này."),
        ("vi", ["Dự án 1", "Dự án 2"], "về Dự án 1 và Dự án 2; báo cáo chưa đánh giá các nội dung này."),
        ("en", ["Component 1"], "on Component 1; the report does not evaluate it."),
        ("en", ["Component 1", "Component 2"], "on Component 1 and Component 2; the report does not evaluate them."),
    ],
)
def test_components_on_which_nothing_was_sent(
    context: Build, read: Read, language: str, names: list[str], end: str
) -> None:
    assert read(components_without_data(context(language=language), names)).endswith(end)


@pytest.mark.parametrize(
    ("before", "after"), [((400, 20000), (300, 30000)), ((300, 30000), (400, 20000)), ((400, 40000), (400, 40000))]
)
def test_english_sentences_hold_the_same_numbers(
    two_reviews: Build, numbers: Make, before: tuple[int, int], after: tuple[int, int]
) -> None:
    ids = []
    for language in ("vi", "en"):
        lines = poverty_sentences(two_reviews(before, after, language=language))
        ids.append(sorted(part.value_id for line in lines for part in line if not hasattr(part, "text")))
    assert ids[0] == ids[1]


def test_nothing_is_praised_by_rule(two_reviews: Build, read: Read) -> None:
    said = told(two_reviews((4000, 20000), (30, 30000)), read)
    assert not any(word in said for word in ("nhanh", "bền vững", "tích cực", "đáng kể", "hiệu quả"))


def _with(context: EvaluationContext, **changes: Any) -> EvaluationContext:
    fields = ("report", "reference", "language", "values", "findings", "tables", "narrative")
    return EvaluationContext(**{name: changes.get(name, getattr(context, name)) for name in fields})


# --- the English sentence of each branch ----------------------------------------------------------------------------

BASE_EN = "compared with the start of the phase (31 December 2015)"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            (400, 20000),
            (300, 30000),
            "By 31 December 2017 the number of poor households in Bắc Giang City fell from 400 (2,00%) to 300 "
            f"(1,00%), a fall of 100, or 1,00 điểm phần trăm, {BASE_EN}; on average a fall of 0,500 "
            "điểm phần trăm per year. Against the opening count the number of poor households fell by 25,00%.",
        ),
        (
            (300, 30000),
            (400, 20000),
            "On 31 December 2017 Bắc Giang City had 400 poor households, or 2,00% of all households; a rise of 100, "
            f"or 1,00 điểm phần trăm, {BASE_EN}; on average a rise of 0,500 điểm phần trăm per year. "
            "Against the opening count the number of poor households rose by 33,33%.",
        ),
        (
            (400, 40000),
            (400, 40000),
            "On 31 December 2017 Bắc Giang City had 400 poor households, unchanged from the start of the phase (31 "
            "December 2015); the poverty rate stays at 1,00%.",
        ),
        (
            (400, 40000),
            (400, 50000),
            "unchanged from the start of the phase (31 December 2015); the poverty rate fell by 0,20 điểm phần trăm "
            "because there were 10.000 more households.",
        ),
        ((400, 40000), (400, 20000), "rose by 1,00 điểm phần trăm because there were 20.000 fewer households."),
        ((400, 20000), (410, 41000), f"a rise of 10 {BASE_EN}; the poverty rate, however, fell by 1,00 điểm phần trăm"),
        ((400, 40000), (390, 19500), f"a fall of 10 {BASE_EN}; the poverty rate, however, rose by 1,00 điểm phần trăm"),
        ((400, 40000), (401, 40100), f"a rise of 1 {BASE_EN}; the poverty rate did not change."),
        ((400, None), (300, None), f"fell from 400 to 300, a fall of 100 {BASE_EN}."),
    ],
)
def test_english_of_each_change(
    two_reviews: Build, read: Read, before: tuple[int, int | None], after: tuple[int, int | None], expected: str
) -> None:
    """Numbers are bare here: the language gives them their dress when the page is made."""
    assert expected in told(two_reviews(before, after, language="en"), read)


def test_one_year_is_told_without_a_yearly_average(two_reviews: Build, read: Read) -> None:
    assert told(two_reviews((400, 20000), (300, 30000), "2016-12-31", "2017-12-31"), read) == (
        "Đến ngày 31/12/2017, số hộ nghèo của thành phố Bắc Giang giảm từ 400 hộ (2,00%) xuống còn 300 hộ (1,00%), "
        "giảm 100 hộ, tương ứng giảm 1,00 điểm phần trăm so với cuối năm trước (ngày 31/12/2016). So với đầu kỳ, số hộ "
        "nghèo giảm 25,00%."
    )


def test_a_yearly_average_that_rounds_to_nothing_is_left_out(two_reviews: Build, value: Make, read: Read) -> None:
    known = two_reviews((400, 20000), (300, 30000))
    nothing = value("poverty_ratio_change_per_year_pp", "-0.000001", "pp", decimals=3)
    values = tuple(nothing if one.id == nothing.id else one for one in known.values)
    assert "bình quân mỗi năm" not in told(_with(known, values=values), read)


# --- decisions ------------------------------------------------------------------------------------------------------


@pytest.fixture
def decided(one_review: Build, frame: Make) -> Build:
    """One review whose list was decided on by a document of the period with a subject."""

    def build(subject: str, **more: Any) -> EvaluationContext:
        known = one_review(approved_by="99/QĐ-UBND", **more)
        document = {"symbol": "99/QĐ-UBND", "type_vi": "Quyết định", "date": "2017-12-20", "subject_vi": subject}
        return _with(known, tables={**known.tables, "documents": frame("documents", document)})

    return build


@pytest.mark.parametrize(
    ("subject", "vi", "en"),
    [
        ("Phê duyệt kết quả rà soát hộ nghèo", "phê duyệt tại Quyết định số 99/QĐ-UBND", "approved by Decision 99"),
        ("Về việc công nhận hộ nghèo", "công nhận tại Quyết định số 99/QĐ-UBND", "recognised by Decision 99"),
        ("Kết quả rà soát hộ nghèo", "theo Quyết định số 99/QĐ-UBND", "under Decision 99"),
    ],
)
def test_the_verb_is_that_of_the_decision(decided: Build, read: Read, subject: str, vi: str, en: str) -> None:
    assert f"({vi})" in told(decided(subject, own=False), read)
    assert f"({en}" in told(decided(subject, own=False, language="en"), read)


@pytest.mark.parametrize(
    ("subject", "vi", "en"),
    [
        ("Phê duyệt kết quả rà soát hộ nghèo", "phê duyệt", "approved"),
        ("Về việc công nhận hộ nghèo", "công nhận", "recognised"),
        ("Kết quả rà soát hộ nghèo", "công nhận", "recognised"),
    ],
)
def test_a_preliminary_list_waits_for_what_the_last_decision_did(
    decided: Build, read: Read, subject: str, vi: str, en: str
) -> None:
    said = told(decided(subject, vintage=Vintage.PRELIMINARY), read)
    assert said.endswith(f"sau khi cấp có thẩm quyền {vi} kết quả rà soát.")
    said = told(decided(subject, vintage=Vintage.PRELIMINARY, language="en"), read)
    assert said.endswith(f"once the competent authority has {en} the review.")


# --- movements ------------------------------------------------------------------------------------------------------


def test_movements_are_told_in_full_and_what_did_not_happen_by_name(
    two_reviews: Build, value: Make, read: Read
) -> None:
    moved = {
        "escaped_households": 216,
        "other_exit_households": 16,
        "relapsed_households": 0,
        "newly_poor_households": 31,
        "from_near_poor_households": 15,
        "other_entry_households": 0,
    }
    more = tuple(value(name, number, when="2017-12-31") for name, number in moved.items())
    assert told(two_reviews((400, 20000), (300, 30000), more=more), read).endswith(
        "Trong kỳ có 216 hộ thoát nghèo, 16 hộ giảm do nguyên nhân khác; 31 hộ nghèo phát sinh mới, 15 hộ cận nghèo "
        "trở thành hộ nghèo; không có hộ tái nghèo, hộ tăng do nguyên nhân khác."
    )
    assert told(two_reviews((400, 20000), (300, 30000), more=more, language="en"), read).endswith(
        "In the period there were 216 households that escaped poverty, 16 that left the list for other reasons; 31 "
        "newly poor ones, 15 near-poor ones that became poor; there were no households that fell back into poverty or "
        "households that entered the list for other reasons."
    )


def test_no_movement_at_all(two_reviews: Build, value: Make, read: Read) -> None:
    more = tuple(value(name, 0, when="2017-12-31") for name in ("escaped_households", "relapsed_households"))
    assert told(two_reviews((400, 20000), (300, 30000), more=more), read).endswith(
        "Trong kỳ không có hộ thoát nghèo, hộ tái nghèo."
    )
