"""The prescribed forms of the sample and of the real periods: cells are values, printed formulas hold."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest
from whole_reports import DATA, SAMPLE, WholeReport

from poverty_evaluation.evaluation.blocks import Document, DocumentKind, Form, Number, block_from_plain, block_to_plain
from poverty_evaluation.evaluation.document import build_evaluation
from poverty_evaluation.vocabulary.choices import Audience, ValueStatus, Vintage

_NUMBERED = re.compile(r"([0-9.]+)=(.+)")
_TERM = re.compile(r"([-+/×]?)([0-9]+(?:\.[0-9]+)*)")


def evaluated(formula, figures):
    """`1-2+5`, `3/1×100`; None where a column of it is blank. `×100` is a number, everything else a column."""
    per_cent = formula.endswith("×100")
    total = Fraction(0)
    for sign, name in _TERM.findall(formula.removesuffix("×100")):
        figure = figures[name]
        if figure is None:
            return None
        if sign == "/":
            total /= figure
        else:
            total += -figure if sign == "-" else figure
    return total * 100 if per_cent else total


def context(place, period, root=SAMPLE):
    return WholeReport(root, place, period).context


@cache
def forms_of(place, period, root=SAMPLE):
    head, *forms = WholeReport(root, place, period).evaluation.forms
    assert isinstance(head, Document) and head.kind is DocumentKind.FORMS and not head.values and not head.findings
    assert all(isinstance(form, Form) for form in forms)
    return {form.id: form for form in forms}


def numbers(form):
    return [part for row in form.rows for cell in row.cells for part in cell if isinstance(part, Number)]


def test_the_year_has_the_forms_of_its_circular_and_its_money():
    made = forms_of("song-mau-city", "2022")
    # 11 asks of children, of whom nobody sends anything
    wanted = [f"tt-07-2021-{number:02d}" for number in (*range(1, 11), 12, 13)]
    assert list(made) == [*wanted, "funds"]
    assert all(len(row.cells) == len(form.leaves) for form in made.values() for row in form.rows)
    assert all("Số liệu giả định" in form.marks for form in made.values())


def test_half_a_year_without_a_review_has_its_money_only():
    assert list(forms_of("song-mau-city", "2022-H1")) == ["funds"]


def test_a_phase_shows_its_last_review_and_the_money_of_every_year():
    made = forms_of("song-mau-city", "2021-2023")
    assert "14/12/2023" in made["tt-07-2021-01"].subtitle or "2023" in made["tt-07-2021-01"].subtitle
    headings = [row.cells[1][0].text for row in made["funds"].rows if row.role == "group"]
    assert [text[:8] for text in headings] == ["Năm 2021", "Năm 2022", "Năm 2023"]


def test_a_province_lists_its_members_and_no_areas():
    form = forms_of("dat-mau-province", "2022")["tt-07-2021-01"]
    assert form.leaves[1].heading == "Huyện/Thành phố"
    assert [row.cells[1][0].text for row in form.rows] == ["Thành phố Sông Mẫu", "Huyện Đồi Mẫu", "Tổng cộng"]


def test_areas_units_and_the_whole():
    rows = forms_of("song-mau-city", "2022")["tt-07-2021-01"].rows
    named = [("".join(part.text for part in row.cells[0]), row.cells[1][0].text) for row in rows]
    assert named[0] == ("I", "Khu vực thành thị") and ("II", "Khu vực nông thôn") in named
    assert named[-1] == ("", "Tổng cộng") and named[1][0] == "1"
    assert sum(row.role == "total" for row in rows) == 3


@pytest.mark.parametrize(
    ("place", "period"),
    [("song-mau-city", "2022"), ("song-mau-city", "2023"), ("doi-mau-district", "2022"), ("dat-mau-province", "2022")],
)
def test_every_number_is_a_value_and_every_printed_formula_holds_or_is_a_finding(place, period):
    held, checked = context(place, period), 0
    for form in forms_of(place, period).values():
        for number in numbers(form):
            assert held.by_id[number.value_id].value == number.value
            assert not number.finding_ids
        for row in form.rows:
            shown = {
                leaf.number.partition("=")[0]: next((part for part in cell if isinstance(part, Number)), None)
                for leaf, cell in zip(form.leaves, row.cells, strict=True)
                if leaf.number
            }
            for leaf in form.leaves:
                match = _NUMBERED.fullmatch(leaf.number)
                stated = shown[match[1]] if match else None
                if match is None or stated is None or stated.value is None:
                    continue
                figures = {name: number.value if number else None for name, number in shown.items()}
                computed = evaluated(match[2], figures)
                if computed is None:
                    continue
                checked += 1
                scale = 100 if stated.unit == "ratio" else 1
                assert computed == stated.value * scale or told(held, form, row), (form.id, leaf.number, row.cells[1])
    assert checked > 10


def told(held, form, row):
    """Whether a finding names a figure of the row, or one that a sum in it was made of."""

    def below(identity):
        yield identity
        for operand in held.by_id[identity].operands:
            yield from below(operand)

    named = {identity for finding in held.findings for identity in finding.indicator_ids}
    shown = [part.value_id for cell in row.cells for part in cell if isinstance(part, Number)]
    return any(identity in named for one in shown for identity in below(one))


def test_what_nobody_collects_is_blank_and_never_zero():
    form = forms_of("song-mau-city", "2022")["tt-07-2021-02"]
    persons = [row for row in form.rows if row.cells[2][0].text == "Nhân khẩu"]
    assert persons and all(not any(row.cells[3:]) for row in persons)
    first = forms_of("song-mau-city", "2022")["tt-07-2021-01"]
    blank = [place for place, leaf in enumerate(first.leaves) if leaf.number.startswith(("2", "7", "8=", "9"))]
    assert blank and all(row.cells[place] == () for row in first.rows for place in blank)


def test_columns_that_follow_from_two_others_are_computed_by_an_indicator():
    held = context("song-mau-city", "2022")
    both = [value for value in held.of_indicator("escaped_both_households") if value.as_of == "2022-12-14"]
    assert both
    for value in both:
        whole, part = (held.by_id[operand] for operand in value.operands)
        assert value.value == whole.value - part.value and value.status is ValueStatus.COMPUTED


@pytest.mark.parametrize("form_id", ["tt-07-2021-04", "tt-07-2021-06"])
def test_deprivations_are_the_sum_of_the_twelve_indicators(form_id):
    form = forms_of("song-mau-city", "2022")[form_id]
    for row in form.rows:
        _, total, *indicators = (cell[0].value for cell in row.cells[2:])
        assert len(indicators) == 12 and total == sum(indicators)


def test_the_sums_of_money_are_those_of_their_sources():
    form = forms_of("song-mau-city", "2022")["funds"]
    (disbursed,) = [place for place, leaf in enumerate(form.leaves) if leaf.heading == "Giải ngân lũy kế"]
    whole, *rows = form.rows
    sources = []
    for row in rows:
        if row.role == "total":
            break
        sources.append(row.cells[disbursed][0].value)
    assert len(sources) > 1 and sum(sources, Fraction(0)) == whole.cells[disbursed][0].value


@pytest.mark.parametrize("year", ["2012", "2015", "2016"])
def test_real_periods_before_have_the_layout_of_the_circular_of_2012_and_say_so(year):
    made = forms_of("bac-giang-province", year, DATA)
    (form,) = made.values()
    said = " ".join(part.text for note in form.notes for part in note)
    assert "21/2012/TT-BLĐTBXH" in said and "chưa đối chiếu" in said
    assert ("không phải biểu mẫu kèm theo Thông tư số 17/2016/TT-BLĐTBXH" in said) is (year == "2016")
    assert [row.cells[1][0].text for row in form.rows] == ["Tổng cộng"]
    shown = {number.value_id.partition("@")[0] for number in numbers(form)}
    assert {"total_households", "poor_households", "poverty_ratio"} <= shown
    assert not form.marks or form.marks == ("DỰ THẢO",)


def test_an_opening_under_another_standard_is_not_the_opening_of_this_one():
    form = forms_of("bac-giang-province", "2016", DATA)["like-tt-21-2012-poor"]
    assert not any("2015" in number.value_id for number in numbers(form))
    form = forms_of("bac-giang-province", "2012", DATA)["tt-21-2012-poor"]
    assert any("2011" in number.value_id for number in numbers(form))


def test_a_review_of_two_years_before_opens_no_year():
    form = forms_of("bac-giang-city", "2016-2018", DATA)["like-tt-21-2012-poor"]
    shown = {number.value_id: number.value for number in numbers(form)}
    assert shown["poor_households@213/2017-12-31"] == 356
    assert not any("/2015-" in identity for identity in shown)


def test_no_forms_in_english_for_the_public_or_without_definitions():
    held = context("song-mau-city", "2022")
    assert build_evaluation(replace(held, language="en")).forms == ()
    assert build_evaluation(replace(held, report=replace(held.report, audience=Audience.PUBLIC))).forms == ()
    bare = replace(held.reference, forms={})
    assert build_evaluation(replace(held, reference=bare)).forms == ()


def test_a_preliminary_report_says_so():
    held = context("song-mau-city", "2022")
    made = build_evaluation(replace(held, report=replace(held.report, vintage=Vintage.PRELIMINARY))).forms
    assert made[1].subtitle.startswith("(Số liệu sơ bộ đến ngày")


def test_forms_turn_into_json_and_back():
    for form in forms_of("song-mau-city", "2022").values():
        assert block_from_plain(block_to_plain(form)) == form
