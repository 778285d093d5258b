"""Reviews that several reports tell: each once, in pieces that can be compared, what differs side by side."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from poverty_evaluation.evaluation.across_periods.document import build_comparison
from poverty_evaluation.evaluation.across_periods.series import review_series
from poverty_evaluation.evaluation.blocks import BulletList, Chart, Findings, Number, Paragraph, Table
from poverty_evaluation.reference import load_reference
from poverty_evaluation.reference.statistics import Statistics, load_statistics
from poverty_evaluation.vocabulary.choices import ValueStatus, Vintage
from poverty_evaluation.vocabulary.headlines import Headline, HeadlineFigure, Headlines, UnreadPeriod

DATA = Path(__file__).resolve().parents[3] / "data"
OLD, NEW = "qd-09-2011", "qd-59-2015"
LABELS = {"poor_households": "Số hộ nghèo", "poverty_ratio": "Tỷ lệ hộ nghèo"}


@pytest.fixture(scope="module")
def reference():
    return load_reference(DATA)


@pytest.fixture(scope="module")
def statistics():
    return load_statistics(DATA)


def figure(as_of, value, standard=NEW, indicator="poor_households", place="24", **more):
    is_ratio = indicator.endswith("_ratio")
    known = {
        "id": f"{indicator}@{place}/{as_of}", "indicator_id": indicator, "label_vi": LABELS[indicator],
        "label_en": indicator, "place_code": place, "as_of": as_of, "standard_id": standard,
        "vintage": Vintage.OFFICIAL, "value": None if value is None else Fraction(value),
        "unit": "ratio" if is_ratio else "household", "decimals": 2 if is_ratio else 0,
    }  # fmt: skip
    return HeadlineFigure(**{**known, **more})


def report(period, *figures, **more):
    known = {
        "place": "bac-giang-province", "period": period, "kind": "annual", "audience": "superior",
        "leading_standard": NEW, "vintage": Vintage.OFFICIAL, "as_of": f"{period[:4]}-12-31", "is_invented": False,
        "figures": figures, "findings": {"error": 1, "warning": 0, "note": 0}, "file": f"p/{period}/02.ipynb",
    }  # fmt: skip
    return Headline(**{**known, **more})


def series(reference, *reports, place="24"):
    return review_series(reports, reference, place)


def days(piece):
    return [review.as_of.isoformat() for review in piece.reviews]


# --- the series -----------------------------------------------------------------------------------------------------


def test_a_review_told_by_several_reports_alike_is_one(reference):
    found = series(
        reference,
        report("2016", figure("2016-12-31", 42813)),
        report("2017-H1", figure("2016-12-31", 42813)),
        report("2017", figure("2016-12-31", 42813), figure("2017-12-31", 34168)),
    )
    (piece,) = found.pieces
    assert days(piece) == ["2016-12-31", "2017-12-31"]
    assert piece.reviews[0].periods == ("2016", "2017-H1", "2017")
    assert list(found.contradictions()) == []


def test_another_standard_ends_the_piece_on_the_day_it_begins(reference):
    found = series(
        reference,
        report("2015", figure("2014-12-31", 32772, OLD), figure("2015-12-31", 31046, OLD)),
        report("2016", figure("2016-12-31", 42813)),
    )
    assert [days(piece) for piece in found.pieces] == [["2014-12-31", "2015-12-31"], ["2016-12-31"]]
    (one,) = found.breaks
    assert (one.day.isoformat(), one.standard.id, one.made) == ("2016-01-01", NEW, None)


def test_two_standards_on_one_day_are_two_pieces_and_neither_is_lost(reference):
    found = series(
        reference,
        report("2015", figure("2014-12-31", 32772, OLD), figure("2015-12-31", 31046, OLD), figure("2015-12-31", 50000)),
        report("2016", figure("2016-12-31", 42813)),
    )
    assert [days(piece) for piece in found.pieces] == [["2014-12-31", "2015-12-31"], ["2015-12-31", "2016-12-31"]]
    assert [one.day.isoformat() for one in found.breaks] == ["2015-12-31"]
    assert list(found.contradictions()) == []


def test_a_change_of_territory_ends_the_piece(reference):
    city = [figure(day, count, place="213") for day, count in (("2023-12-31", 300), ("2025-03-31", 900))]
    found = series(reference, report("2024", *city), place="213")
    assert [days(piece) for piece in found.pieces] == [["2023-12-31"], ["2025-03-31"]]
    (one,) = found.breaks
    assert (one.day.isoformat(), one.made.instrument, one.standard) == ("2025-01-01", "1191/NQ-UBTVQH15", None)


def test_values_added_up_on_another_territory_and_those_of_other_places_are_left_out(reference):
    found = series(
        reference,
        report("2016", figure("2016-12-31", 1, is_restated=True), figure("2016-12-31", 2, place="213")),
    )
    assert found.reviews == ()


def test_reports_that_differ_stand_side_by_side_and_no_change_is_taken_from_them(reference):
    found = series(
        reference,
        report("2016", figure("2016-12-31", 42813), figure("2016-12-31", "0.0955", indicator="poverty_ratio")),
        report("2017", figure("2016-12-31", 42813), figure("2017-12-31", 34168)),
        report("2016-2018", figure("2016-12-31", 42900), figure("2016-12-31", "0.0957", indicator="poverty_ratio")),
    )
    ((review, indicator, told),) = found.contradictions()  # the rate follows its count
    assert (review.as_of.isoformat(), indicator) == ("2016-12-31", "poor_households")
    assert [(int(one.figure.value), one.periods) for one in told] == [
        (42813, ("2016", "2017")), (42900, ("2016-2018",)),
    ]  # fmt: skip
    assert found.reviews[0].agreed("poor_households") is None
    assert found.reviews[1].agreed("poor_households") is not None


def test_a_rate_as_published_agrees_with_the_computed_one_that_it_rounds(reference):
    published = figure("2016-12-31", "0.0955", indicator="poverty_ratio", status=ValueStatus.AS_PUBLISHED)
    computed = figure("2016-12-31", Fraction(42813, 448365), indicator="poverty_ratio", status=ValueStatus.COMPUTED)
    found = series(reference, report("2016", published), report("2017", computed))
    assert list(found.contradictions()) == []
    assert found.reviews[0].figure("poverty_ratio") == computed
    other = replace(published, value=Fraction(956, 10000))
    found = series(reference, report("2016", other), report("2017", computed))
    assert len(list(found.contradictions())) == 1


def test_the_latest_vintage_stands_and_what_it_replaced_is_kept(reference):
    found = series(
        reference,
        report("2016", figure("2016-12-31", 42000, vintage=Vintage.PRELIMINARY)),
        report("2017", figure("2016-12-31", 42813)),
        report("2018", figure("2016-12-31", 42813, vintage=Vintage.AMENDED)),
    )
    (review,) = found.reviews
    assert (review.vintage, int(review.figure("poor_households").value)) == (Vintage.AMENDED, 42813)
    assert [int(one.figure.value) for one in review.replaced] == [42000]
    assert list(found.contradictions()) == []


def test_a_hidden_figure_gives_way_to_one_that_is_told_and_is_never_a_zero(reference):
    hidden = figure("2016-12-31", None, status=ValueStatus.SUPPRESSED)
    assert series(reference, report("2016", hidden)).reviews[0].figure("poor_households").value is None
    found = series(reference, report("2016", hidden), report("2017", figure("2016-12-31", 42813)))
    assert int(found.reviews[0].figure("poor_households").value) == 42813
    assert list(found.contradictions()) == []


# --- the document ---------------------------------------------------------------------------------------------------

PROVINCE = (
    report("2014", figure("2014-12-31", 32772, OLD), figure("2014-12-31", "0.075", OLD, "poverty_ratio")),
    report(
        "2015",
        figure("2014-12-31", 32772, OLD),
        figure("2015-12-31", 31046, OLD), figure("2015-12-31", "0.07", OLD, "poverty_ratio"),
    ),
    report("2016", figure("2016-12-31", 42813), figure("2016-12-31", "0.0955", indicator="poverty_ratio")),
    report("2017", figure("2017-12-31", 34168), figure("2017-12-31", "0.0755", indicator="poverty_ratio")),
)  # fmt: skip


def compare(reference, statistics, *reports, unread=(), language="vi", place="bac-giang-province"):
    return build_comparison(Headlines(place, reports, tuple(unread)), reference, statistics, language)


def blocks(comparison, kind):
    chapters = (comparison.reviews, comparison.checks, comparison.statistics, comparison.reports)
    return [block for chapter in chapters for block in chapter if isinstance(block, kind)]


def words(line):
    return "".join(getattr(part, "text", "#") for part in line)


def shown(comparison, table):
    """The cells of a table with the values of their numbers."""
    (found,) = [block for block in blocks(comparison, Table) if block.id == table]
    values = {value.id: value for value in comparison.document.values}
    return [
        [
            [values[part.value_id].value if isinstance(part, Number) else part.text for part in cell]
            for cell in row.cells
        ]
        for row in found.rows
    ]


def test_changes_are_computed_within_a_piece_and_never_across_a_break(reference, statistics):
    comparison = compare(reference, statistics, *PROVINCE)
    changes = [value for value in comparison.document.values if value.indicator_id.endswith(("_change", "_change_pp"))]
    assert {value.id: value.value for value in changes} == {
        "poor_households_change;standard=qd-09-2011@24/2015-12-31": 31046 - 32772,
        "poor_households_change;standard=qd-59-2015@24/2017-12-31": 34168 - 42813,
        "poverty_ratio_change_pp;standard=qd-09-2011@24/2015-12-31": Fraction(-5, 1000),
        "poverty_ratio_change_pp;standard=qd-59-2015@24/2017-12-31": Fraction(-2, 100),
    }
    by_id = {value.id for value in comparison.document.values}
    assert all(set(value.operands) <= by_id and len(value.operands) == 2 for value in changes)
    rows = shown(comparison, "across_poor")
    assert [row[0][0] for row in rows if len(row[0]) == 1 and not row[1]] == [
        "Chuẩn nghèo giai đoạn 2011-2015 (09/2011/QĐ-TTg)",
        "Chuẩn nghèo tiếp cận đa chiều giai đoạn 2016-2020 (59/2015/QĐ-TTg)",
    ]
    assert [row[-1] for row in rows if row[1]] == [["2014, 2015"], ["2015"], ["2016"], ["2017"]]


def test_charts_are_interrupted_with_the_reason_in_words(reference, statistics):
    comparison = compare(reference, statistics, *PROVINCE)
    rate, count, official = blocks(comparison, Chart)
    for chart in (rate, count):
        assert [(one.at, one.label) for one in chart.breaks] == [("2016-01-01", "Đổi chuẩn nghèo từ 01/01/2016")]
        assert [(point.at, point.segment) for point in chart.points] == [
            ("2014-12-31", "1"), ("2015-12-31", "1"), ("2016-12-31", "2"), ("2017-12-31", "2"),
        ]  # fmt: skip
        assert "Đổi chuẩn nghèo từ 01/01/2016" in chart.alternative
    assert "31/12/2017" in rate.alternative and "7,55%" in rate.alternative
    assert official.kind == "over_time"


def test_the_statistics_office_has_a_chapter_chart_and_table_of_its_own(reference, statistics):
    comparison = compare(reference, statistics, *PROVINCE)
    official = next(block for block in comparison.statistics if isinstance(block, Chart))
    assert {point.series for point in official.points} == {
        "tỉnh Bắc Giang", "vùng Trung du và miền núi phía Bắc", "cả nước",
    }  # fmt: skip
    assert not any(
        "official" in point.number.value_id for chart in blocks(comparison, Chart)[:2] for point in chart.points
    )
    assert all(point.number.value_id.startswith("official_") for point in official.points)
    assert min(point.at for point in official.points) == "2006-07-01"
    assert [one.label for one in official.breaks] == ["Chuẩn khác từ năm 2010"]
    told = " ".join(words(block.content) for block in comparison.statistics if isinstance(block, Paragraph))
    assert "không phải kết quả rà soát" in told
    assert "không cộng, trừ, so sánh trực tiếp" in told
    rows = shown(comparison, "official_poverty_table")
    assert rows[0][:2] == [["1998"], ["…"]]
    assert rows[-1][:2] == [["2016 (sơ bộ)"], [Fraction(63, 1000)]]


def test_a_city_is_shown_the_figures_of_its_province_and_told_so(reference, statistics):
    told = [
        report("2017", figure(day, count, place="213")) for day, count in (("2016-12-31", 400), ("2017-12-31", 356))
    ]
    comparison = compare(reference, statistics, *told, place="bac-giang-city")
    said = " ".join(words(block.content) for block in comparison.statistics if isinstance(block, Paragraph))
    assert "không công bố chỉ tiêu này riêng cho thành phố Bắc Giang" in said
    assert "tỉnh Bắc Giang" in said


def test_a_data_root_without_statistics_says_so(reference):
    comparison = compare(reference, Statistics(), *PROVINCE)
    (told,) = [block for block in comparison.statistics if isinstance(block, Paragraph)]
    assert "không có số liệu của cơ quan thống kê" in words(told.content)
    assert not [block for block in comparison.statistics if isinstance(block, (Chart, Table))]


def test_what_reports_tell_differently_is_an_error_with_both_figures(reference, statistics):
    other = report("2016-2018", figure("2016-12-31", 42900))
    comparison = compare(reference, statistics, *PROVINCE, other)
    (finding,) = comparison.document.findings
    assert (finding["severity"], finding["kind"]) == ("error", "duplicate")
    assert finding["computed"] == "42.813 ≠ 42.900"
    assert "42.813 (2016); 42.900 (2016-2018)" in finding["message_vi"]
    (table,) = blocks(comparison, Findings)
    assert table.items[0].value_ids == finding["indicator_ids"]
    rows = shown(comparison, "across_poor")
    assert [42813, " ≠ ", 42900] in [cell for row in rows for cell in row]
    chart = blocks(comparison, Chart)[1]
    assert [(int(point.number.value), point.segment) for point in chart.points if point.at == "2016-12-31"] == [
        (42813, "2"), (42900, "2: 2016-2018"),
    ]  # fmt: skip
    changes = {value.id for value in comparison.document.values if value.indicator_id == "poor_households_change"}
    assert changes == {"poor_households_change;standard=qd-09-2011@24/2015-12-31"}


def test_tables_of_the_statistics_office_that_differ_are_an_error_too(reference, statistics):
    first = statistics.series("general_poverty_rate", "24")[0]
    pair = (first, replace(first, value=Fraction(2, 10), source=replace(first.source, text="20.0")))
    comparison = compare(reference, replace(statistics, contradictions=(pair,)), *PROVINCE)
    (finding,) = comparison.document.findings
    assert finding["computed"] == "19.3 ≠ 20.0"
    assert finding["severity"] == "error"


def test_periods_that_take_no_part_are_named_and_an_unknown_standard_is_not_fatal(reference, statistics):
    unread = [UnreadPeriod("2018", "chưa lập", "not built"), UnreadPeriod("2019", "chưa lập", "not built")]
    strange = report("2020", figure("2020-12-31", 1, standard="qd-99-2099"))
    comparison = compare(reference, statistics, *PROVINCE, strange, unread=unread)
    (named,) = blocks(comparison, BulletList)
    assert [words(item) for item in named.items] == [
        "Kỳ 2018, 2019: chưa lập.",
        "Kỳ 2020: báo cáo theo chuẩn nghèo qd-99-2099, không có trong standards.yml.",
    ]


def test_it_is_an_internal_paper_unless_all_it_rests_on_is_public(reference, statistics):
    assert compare(reference, statistics, *PROVINCE).document.letterhead.draft_mark == "TÀI LIỆU NỘI BỘ"
    public = [replace(one, audience="public", findings={}, is_invented=True) for one in PROVINCE]
    document = compare(reference, statistics, *public).document
    assert document.letterhead.draft_mark == ""
    assert document.audience == "public"
    assert document.letterhead.invented_mark == "Số liệu giả định"


def test_nothing_to_compare_says_what_builds_a_report(reference, statistics):
    comparison = build_comparison(Headlines("", (), ()), reference, statistics, "vi", ("bac-giang-city",))
    assert "poverty-evaluation run" in words(comparison.opening[0].content)
    assert "bac-giang-city" in words(comparison.opening[0].content)
    assert comparison.reviews == ()


def test_the_english_comparison_is_english(reference, statistics):
    comparison = compare(reference, statistics, *PROVINCE, language="en")
    assert comparison.document.title.startswith("COMPARISON OF PERIODS: ")
    chart = blocks(comparison, Chart)[0]
    assert chart.breaks[0].label.startswith("Another standard from ")
    assert "7.55%" in chart.alternative
