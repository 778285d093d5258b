"""A value is followed to its cells, operand by operand."""

from fractions import Fraction

import pytest

from poverty_evaluation.exploration import provenance_tree, widest
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.vocabulary.sources import SourceCell
from poverty_evaluation.vocabulary.values import IndicatorValue


def _value(identity: str, number: int, **more: object) -> IndicatorValue:
    return IndicatorValue(
        id=identity,
        indicator_id=identity.split("@", maxsplit=1)[0],
        label_vi=f"nhãn {identity}",
        label_en=f"label {identity}",
        value=Fraction(number),
        unit="household",
        formula=f"formula of {identity}",
        **more,  # type: ignore[arg-type]
    )


OPENING = _value("a@213/2015", 538, sources=(SourceCell("review.csv", "", 2, "poor_households", "538"),))
CLOSING = _value("a@213/2017", 356, sources=(SourceCell("review.xlsx", "Rà soát", 3, "Số hộ nghèo", "356"),))
CHANGE = _value("b@213/2017", -182, operands=(OPENING.id, CLOSING.id), sources=(*OPENING.sources, *CLOSING.sources))
VALUES = (OPENING, CLOSING, CHANGE)


def test_tree_names_every_operand_and_every_cell_once() -> None:
    lines = provenance_tree(VALUES, CHANGE.id).text.splitlines()
    assert lines[0].startswith("nhãn b@213/2017 = -182")
    assert lines[1].startswith("  nhãn a@213/2015 = 538")
    assert lines[2] == "    review.csv, dòng 2, cột poor_households: “538”"
    assert lines[4] == "    review.xlsx, trang tính Rà soát, dòng 3, cột Số hộ nghèo: “356”"
    assert len(lines) == 5


def test_tree_speaks_english() -> None:
    assert "review.csv, row 2, column poor_households" in provenance_tree(VALUES, OPENING.id, "en").text


def test_hostile_labels_stay_inert() -> None:
    hostile = _value("c@213/2017", 1, sources=(SourceCell("x", "", 1, "<script>", "</ul>"),))
    assert "<script>" not in provenance_tree([hostile], hostile.id).html


def test_unknown_value_is_refused_with_the_nearest() -> None:
    with pytest.raises(InputError, match=r"b@213/2017"):
        provenance_tree(VALUES, "b@213/2016")


def test_widest_rests_on_the_most_cells() -> None:
    assert widest(VALUES) == CHANGE.id
