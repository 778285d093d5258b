"""Bảo vệ thông tin của hộ gia đình: small counts are hidden from the public and cannot be computed back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import numpy
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poverty_evaluation.indicators.suppression import HIDDEN, LEAST_SHOWN, Published, determined, for_audience
from poverty_evaluation.vocabulary.choices import Audience, ValueStatus
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity
from poverty_evaluation.vocabulary.sources import SourceCell
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id

from .rows import CITY

DAY = "2018-12-31"
AREAS = ("urban", "rural")
WARDS = ("07201", "07204", "07207", "07441", "07687")


def value(form, category, count, place, area="", more=None):
    """A count of a form with its cell; sums of an area and of the city rest on the cells of their wards."""
    dimensions = {"breakdown": form, "category": category, **({"area": area} if area else {}), **(more or {})}
    own = SourceCell(f"{form}.csv", "", 2 + WARDS.index(place), category, str(count)) if place in WARDS else None
    cells = [own] if own else [SourceCell(f"{form}.csv", "", 2 + n, category, "?") for n in range(len(WARDS))]
    operands = () if own else ("x",)
    return IndicatorValue(
        id=value_id("breakdown_households", place, DAY, dimensions), indicator_id="breakdown_households",
        label_vi="", label_en="", value=Fraction(count), unit="household", as_printed=str(count), place_code=place,
        as_of=DAY, operands=operands, sources=tuple(cells),
    )  # fmt: skip


def share(of):
    identity = of.id.replace("breakdown_households", "breakdown_ratio")
    return replace(of, id=identity, indicator_id="breakdown_ratio", value=Fraction(1, 7), operands=(of.id,))


@pytest.fixture(scope="module")
def areas(reference):
    found = {code: reference.places.place(code, date(2018, 12, 31)).area for code in WARDS}
    assert set(found.values()) == set(AREAS)
    return found


@pytest.fixture(scope="module")
def table(areas):
    """All values of a form: counts by ward and category, their sums by area and for the city, and the totals."""

    def build(form, rows):
        categories = list(next(iter(rows.values())))
        found = []
        for category in [*categories, "total"]:
            counts = {ward: sum(row.values()) if category == "total" else row[category] for ward, row in rows.items()}
            found += [value(form, category, count, ward) for ward, count in counts.items()]
            for area in AREAS:
                found.append(value(form, category, sum(n for w, n in counts.items() if areas[w] == area), CITY, area))
            found.append(value(form, category, sum(counts.values()), CITY))
        return [*found, *(share(one) for one in found if one.dimensions["category"] != "total")]

    return build


@pytest.fixture(scope="module")
def published(reference):
    def run(values, findings=(), audience=Audience.PUBLIC):
        return for_audience(values, findings, audience, CITY, reference)

    return run


def hidden(result):
    """(category, place, area) of the counts that are not shown."""
    return {
        (one.dimensions["category"], one.place_code, one.dimensions.get("area", ""))
        for one in result.values
        if one.indicator_id == "breakdown_households" and one.status is ValueStatus.SUPPRESSED
    }


def ethnicity(*minorities, size=40):
    return {ward: {"kinh": size - count, "dtts": count} for ward, count in zip(WARDS, minorities, strict=True)}


class TestWhatIsHidden:
    def test_a_small_count_is_hidden_with_those_that_would_tell_it(self, table, published):
        found = hidden(published(table("poor_ethnicity", ethnicity(2, 9, 20, 8, 7))))
        assert ("dtts", WARDS[0], "") in found and ("kinh", WARDS[0], "") in found
        assert ("dtts", WARDS[1], "") in found  # the smallest beside it among the urban wards
        assert not any(category == "total" for category, _, _ in found)

    @pytest.mark.parametrize(("count", "is_hidden"), [(0, False), (1, True), (4, True), (LEAST_SHOWN, False)])
    def test_the_threshold(self, table, published, count, is_hidden):
        found = hidden(published(table("poor_ethnicity", ethnicity(count, 9, 20, 8, 7))))
        assert (("dtts", WARDS[0], "") in found) is is_hidden

    def test_zero_is_hidden_only_where_nothing_else_can_be(self, table, published):
        rows = {ward: {"kinh": 40, "dtts": 0} for ward in WARDS} | {WARDS[0]: {"kinh": 0, "dtts": 3}}
        found = hidden(published(table("poor_ethnicity", rows)))
        assert ("kinh", WARDS[0], "") in found  # the only other column of its row
        assert ("dtts", WARDS[1], "") not in found  # the sum of the area is as small and hidden itself

    def test_the_sum_of_the_columns_is_never_shown_to_the_public(self, table, published):
        told = table("poor_ethnicity", ethnicity(9, 9, 20, 8, 7))
        identity = value_id("deprivations", WARDS[0], DAY, {"breakdown": "poor_deprivations"})
        total = replace(told[0], id=identity, indicator_id="deprivations")
        (shown,) = [one for one in published([*told, total]).values if one.id == identity]
        assert (shown.value, shown.status) == (None, ValueStatus.SUPPRESSED)

    def test_overlapping_columns_are_no_sum(self, table, published):
        rows = {ward: {"dtts": 10, "merit": 12} for ward in WARDS} | {WARDS[0]: {"dtts": 3, "merit": 12}}
        found = hidden(published(table("poor_groups", rows)))
        assert {category for category, _, _ in found} == {"dtts"}
        assert len(found) == 2

    def test_two_forms_that_tell_the_same_column_hide_the_same(self, table, published):
        one = table("poor_ethnicity", ethnicity(2, 9, 20, 8, 7))
        other = table("poor_groups", {ward: {"dtts": row["dtts"]} for ward, row in ethnicity(2, 9, 20, 8, 7).items()})
        result = published([*one, *other])
        of_one, of_other = (
            {key for key in hidden(Published(tuple(v for v in result.values if form in v.id), ())) if key[0] == "dtts"}
            for form in ("poor_ethnicity", "poor_groups")
        )
        assert of_one == of_other != set()

    def test_a_vintage_that_was_replaced_is_not_shown(self, published):
        old = value("poor_ethnicity", "dtts", 30, WARDS[0], more={"vintage": "preliminary"})
        assert hidden(published([old])) == {("dtts", WARDS[0], "")}

    @pytest.mark.parametrize("audience", [Audience.SUPERIOR, Audience.INTERNAL])
    def test_others_see_everything(self, table, published, audience):
        values = table("poor_ethnicity", ethnicity(2, 9, 20, 8, 7))
        assert published(values, audience=audience).values == tuple(values)


class TestNothingTellsIt:
    def test_value_share_text_and_hedge_go(self, table, published):
        result = published(table("poor_ethnicity", ethnicity(2, 9, 20, 8, 7)))
        by_id = {one.id: one for one in result.values}
        count = by_id[value("poor_ethnicity", "dtts", 2, WARDS[0]).id]
        assert (count.value, count.as_printed, count.status) == (None, "", ValueStatus.SUPPRESSED)
        assert [cell.text for cell in count.sources] == [HIDDEN]
        rate = by_id[count.id.replace("households", "ratio", 1)]
        assert rate.value is None and rate.status is ValueStatus.SUPPRESSED

    def test_the_text_of_a_hidden_cell_goes_from_every_value(self, published):
        small = value("poor_ethnicity", "dtts", 3, WARDS[0])
        other = value("poor_groups", "female_headed", 30, CITY)
        other = replace(other, sources=small.sources)
        result = published([small, other])
        assert {cell.text for one in result.values for cell in one.sources} == {HIDDEN}
        assert result.values[1].value == 30

    def test_findings_on_a_form_keep_their_place_and_lose_their_figures(self, table, published):
        told = Finding(
            "f", Severity.ERROR, FindingKind.SUM, "ghi 2", "says 2", file="poor_ethnicity.csv", row=2, quote="2",
            stated="2", computed="2 ≠ 3",
        )  # fmt: skip
        elsewhere = Finding("g", Severity.ERROR, FindingKind.SUM, "ghi 2", "says 2", file="activities.csv", quote="2")
        by_id = Finding(
            "h", Severity.NOTE, FindingKind.SUM, "ghi 2", "says 2", file="published.csv", quote="2",
            indicator_ids=("breakdown_ratio;breakdown=poor_ethnicity;category=dtts@07201/2018-12-31",),
        )  # fmt: skip
        values = table("poor_ethnicity", ethnicity(2, 9, 20, 8, 7))
        one, other, third = published(values, [told, elsewhere, by_id]).findings
        for redacted in (one, third):
            text = f"{redacted.message_vi}{redacted.message_en}{redacted.quote}{redacted.stated}{redacted.computed}"
            assert "2" not in text and "không công bố" in text
        assert (one.file, one.row, one.severity) == ("poor_ethnicity.csv", 2, Severity.ERROR)
        assert other == elsewhere


counts_of_wards = st.lists(
    st.tuples(*[st.integers(0, 12)] * 2), min_size=len(WARDS), max_size=len(WARDS)
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(counts=counts_of_wards)
def test_no_hidden_count_can_be_solved_for(counts, table, published, areas):
    """The sums a reader knows leave every hidden count open: adding it to the equations raises their rank."""
    rows = {ward: dict(zip(("kinh", "dtts"), row, strict=True)) for ward, row in zip(WARDS, counts, strict=True)}
    unknown = sorted(hidden(published(table("poor_ethnicity", rows))))
    small = {(c, w, "") for w, row in rows.items() for c, n in row.items() if 0 < n < LEAST_SHOWN}
    assert small <= set(unknown)
    if not unknown:
        return
    equations = []
    for category in ("kinh", "dtts"):
        for area in AREAS:
            own = [(category, ward, "") for ward in WARDS if areas[ward] == area]
            equations.append({**dict.fromkeys(own, 1), (category, CITY, area): -1})
        sums = {(category, CITY, area): 1 for area in AREAS}
        equations.append({**sums, (category, CITY, ""): -1})
    for place, area in [*((ward, "") for ward in WARDS), *((CITY, area) for area in AREAS), (CITY, "")]:
        equations.append({("kinh", place, area): 1, ("dtts", place, area): 1})
    matrix = numpy.array([[line.get(cell, 0) for cell in unknown] for line in equations], dtype=float)
    rank = numpy.linalg.matrix_rank(matrix)
    for place, cell in enumerate(unknown):
        alone = numpy.zeros((1, len(unknown)))
        alone[0, place] = 1
        assert numpy.linalg.matrix_rank(numpy.vstack([matrix, alone])) == rank + 1, cell


def test_two_hidden_in_every_line_may_still_be_solved():
    """Two squares joined by one count: each line has two unknowns, yet the joining one follows from them."""
    a, b, c, d, e, f, g, h, bridge = ((name, "", "") for name in "abcdefghx")
    lines = [
        dict.fromkeys((a, b, bridge), 1), dict.fromkeys((c, d), 1), dict.fromkeys((a, c), 1), dict.fromkeys((b, d), 1),
        dict.fromkeys((e, f), 1), dict.fromkeys((g, h), 1), dict.fromkeys((e, g, bridge), 1), dict.fromkeys((f, h), 1),
    ]  # fmt: skip
    assert determined({a, b, c, d, e, f, g, h, bridge}, lines) == {bridge}
