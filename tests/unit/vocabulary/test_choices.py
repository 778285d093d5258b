"""The closed lists: the qualifier of a sum, and the specification of a table."""

import itertools

import pytest

from poverty_evaluation.vocabulary.choices import SUPPORT_FLOWS, Flow, Qualifier, weakest
from poverty_evaluation.vocabulary.tables import FieldSpec, FieldType, TableSpec

EXACT, LOWER, UPPER = Qualifier.EXACT, Qualifier.LOWER_BOUND, Qualifier.UPPER_BOUND
ESTIMATE, ESTIMATED_LOWER = Qualifier.ESTIMATE, Qualifier.ESTIMATED_LOWER_BOUND


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ((), EXACT),
        ((EXACT, EXACT), EXACT),
        ((EXACT, LOWER), LOWER),
        ((EXACT, UPPER), UPPER),
        ((EXACT, ESTIMATE), ESTIMATE),
        ((LOWER, ESTIMATE), ESTIMATED_LOWER),
        ((ESTIMATED_LOWER, EXACT), ESTIMATED_LOWER),
        ((LOWER, UPPER), ESTIMATE),
        ((UPPER, ESTIMATE), ESTIMATE),
        ((ESTIMATED_LOWER, UPPER), ESTIMATE),
    ],
)
def test_a_sum_is_as_weak_as_its_weakest_part(parts: tuple[Qualifier, ...], whole: Qualifier) -> None:
    assert weakest(parts) is whole


def test_the_order_of_the_parts_does_not_matter() -> None:
    for parts in itertools.product(Qualifier, repeat=2):
        assert weakest(parts) is weakest(parts[::-1])
        assert weakest((*parts, EXACT)) is weakest(parts)
    for single in Qualifier:
        assert weakest([single]) is single


def test_loans_are_not_support() -> None:
    assert set(SUPPORT_FLOWS) == {Flow.GRANT, Flow.IN_KIND, Flow.MOBILISED}


def test_a_table_knows_its_fields() -> None:
    field = FieldSpec("poor_households", FieldType.COUNT, "Số hộ nghèo", "Poor households")
    table = TableSpec("review", "Rà soát", "Review", "one place", ("place_code",), (field,))
    assert table.field("poor_households") is field
    with pytest.raises(KeyError, match="rich_households"):
        table.field("rich_households")
