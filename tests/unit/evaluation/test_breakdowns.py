"""Biểu phân tổ: the whole first, urban and rural units below it, nothing made of what was not sent."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType

import pytest

from poverty_evaluation.evaluation.asked import AskedBlock
from poverty_evaluation.evaluation.tables.breakdowns import breakdown_table, breakdown_tables
from poverty_evaluation.presentation.jupyter import plain_text
from poverty_evaluation.reference import OutlineBlock
from poverty_evaluation.vocabulary.errors import InputError

DAY = "2018-12-31"


@pytest.fixture
def told(value):
    """Values of one form: {place or area: {category: count}}."""

    def build(form, counts):
        found = []
        for where, row in counts.items():
            place, area = ("213", {"area": where}) if where in ("urban", "rural") else (where, {})
            for category, number in row.items():
                names = {"breakdown": form, "category": category, **area}
                found.append(value("breakdown_households", number, when=DAY, place_code=place, dimensions=names))
                if category != "total":
                    share = Fraction(number, row["total"])
                    found.append(value("breakdown_ratio", share, "ratio", when=DAY, place_code=place, dimensions=names))
        return tuple(found)

    return build


ETHNICITY = {
    "213": {"total": 31, "kinh": 28, "dtts": 3},
    "urban": {"total": 22, "kinh": 20, "dtts": 2},
    "rural": {"total": 9, "kinh": 8, "dtts": 1},
    "07210": {"total": 22, "kinh": 20, "dtts": 2},
    "07441": {"total": 9, "kinh": 8, "dtts": 1},
}


class TestCounts:
    def test_rows_and_columns(self, context, told, reference):
        made = breakdown_table(context(told("poor_ethnicity", ETHNICITY)), reference.breakdowns["poor_ethnicity"])
        assert made.title == "Hộ nghèo theo dân tộc (thời điểm 31/12/2018)"
        assert [(one.number, one.span, one.heading) for one in made.columns] == [
            ("(A)", "", "TT"), ("(B)", "", "Đơn vị hành chính"), ("(1)=(2)+(3)", "", "Tổng số hộ"),
            ("(2)", "Chia ra", "Hộ dân tộc Kinh"), ("(3)", "Chia ra", "Hộ dân tộc thiểu số"),
        ]  # fmt: skip
        text = plain_text(made, "vi").splitlines()
        assert text[2] == " | Tổng số | 31 | 28 | 3"
        assert text[3] == "I | Khu vực thành thị | 22 | 20 | 2"
        assert any(line.endswith("| 22 | 20 | 2") and "Phường" in line for line in text[4:])
        assert text[text.index("II | Khu vực nông thôn | 9 | 8 | 1") + 1].startswith("1 | Xã")
        assert made.rows[0].role == "total" and made.rows[1].role == "total"

    def test_a_ward_that_sent_nothing_is_marked(self, context, told, reference):
        made = breakdown_table(context(told("poor_ethnicity", ETHNICITY)), reference.breakdowns["poor_ethnicity"])
        assert any(" … | … | …" in line for line in plain_text(made, "vi").splitlines())

    def test_groups_overlap_and_have_no_rest(self, context, told, reference):
        counts = {"213": {"total": 356, "dtts": 20, "social_protection": 190, "female_headed": 180}}
        made = breakdown_table(context(told("poor_groups", counts)), reference.breakdowns["poor_groups"])
        assert [one.heading for one in made.columns][2:] == [
            "Hộ dân tộc thiểu số", "Hộ có đối tượng bảo trợ xã hội", "Hộ có chủ hộ là nữ",
        ]  # fmt: skip
        assert made.columns[1].number == "(1)"
        assert "Một hộ có thể thuộc nhiều nhóm" in made.notes[0][0].text
        assert len(made.rows) == 1

    def test_nothing_was_sent(self, context, reference):
        assert breakdown_table(context(), reference.breakdowns["poor_groups"]) is None


class TestRates:
    def test_shares_of_the_class_beside_its_count(self, context, told, reference):
        form = reference.breakdowns["poor_ethnicity"]
        made = breakdown_table(context(told("poor_ethnicity", ETHNICITY)), form, "rates")
        assert plain_text(made, "vi").splitlines()[2] == " | Tổng số | 31 | 90,32 | 9,68"
        assert {one.span for one in made.columns} == {"", "Tỷ lệ so với tổng số hộ của biểu (%)"}
        assert made.columns[2].number == "(1)" and made.unit_line == ""


class TestOptions:
    def asked(self, context, **options):
        return AskedBlock(
            context, OutlineBlock("table", "breakdown", MappingProxyType(options)), "chapters[1].blocks[1]"
        )

    def test_all_forms_that_were_sent_or_those_named(self, context, told):
        given = context((*told("poor_ethnicity", ETHNICITY), *told("poor_causes", {"213": {"total": 9, "land": 4}})))
        assert [one.id for one in breakdown_tables(self.asked(given))] == [
            "breakdown_poor_ethnicity", "breakdown_poor_causes",
        ]  # fmt: skip
        (only,) = breakdown_tables(self.asked(given, breakdown="poor_causes", show="rates"))
        assert only.id == "breakdown_poor_causes_rates"

    def test_an_unknown_form_is_named_with_its_place(self, context):
        with pytest.raises(InputError) as refused:
            breakdown_tables(self.asked(context(), breakdown="poor_cause"))
        (problem,) = refused.value.problems
        assert problem.column == "chapters[1].blocks[1].options.breakdown" and "poor_causes" in problem.remedy_en
