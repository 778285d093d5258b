"""Which of the things told of our own report its findings announce, and which follow from those."""

from __future__ import annotations

from typing import Any

import pytest

from poverty_evaluation.operations.audits.self_audit import difference_of, unannounced_of
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity


def finding(quote: str, message: str = "") -> Finding:
    return Finding("f1", Severity.ERROR, FindingKind.IDENTITY, message, message, quote=quote)


def told(stated: str, computed: str, kind: str = "identity", figures: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"kind": kind, "stated": stated, "computed": computed, "figures": [{"text": text} for text in figures]}


BALANCE = finding("33 hộ … 42 hộ", "42 - 11 + 1 + 2 = 34, số cuối kỳ ghi 33 (chênh lệch 01 hộ).")
LOANS = finding("23.232", "cộng lại bằng 24.131,28 triệu đồng, vượt tổng 23.232 triệu đồng là 899,28 triệu đồng")


@pytest.mark.parametrize(
    "one",
    [
        told("33", "34"),
        told("23.232", "24.131,28", "sum"),
        told("101.521", "102.420,28", "sum"),  # the total above is off by as much
        told("", "", "sum", ("23.232", "11.586")) | {"computed": "24.131,28"},
    ],
)
def test_what_a_finding_names_is_announced(one: dict[str, Any]) -> None:
    assert unannounced_of([one], [BALANCE, LOANS]) == ()


@pytest.mark.parametrize("one", [told("33", "35"), told("34", "39", "sum"), told("95,58%", "95,13%", "share")])
def test_a_small_number_that_stands_in_some_finding_announces_nothing(one: dict[str, Any]) -> None:
    assert unannounced_of([one], [BALANCE, LOANS]) == (one,)


def test_what_follows_from_an_announced_one_is_announced() -> None:
    part, subtotal, other = told("33", "34"), told("339", "340"), told("339", "340", "sum")
    assert unannounced_of([subtotal, part, other], [BALANCE]) == (other,)
    assert unannounced_of([subtotal], [BALANCE]) == (subtotal,)


def test_a_number_that_cannot_be_read_is_announced_by_its_digits() -> None:
    assert unannounced_of([told("55, 5 triệu đồng", "", "malformed")], [finding("55, 5 triệu đồng")]) == ()
    assert unannounced_of([told("55, 5 triệu đồng", "", "malformed")], [finding("55 hộ")]) != ()


@pytest.mark.parametrize(
    ("stated", "computed", "difference"),
    [
        ("101.521", "102.420,28 triệu đồng", "89928"),
        ("33", "34", "1"),
        ("5", "", ""),
        ("7", "7", ""),
        ("90", "100", "10"),
    ],
)
def test_how_far_a_figure_is_off(stated: str, computed: str, difference: str) -> None:
    assert difference_of(told(stated, computed)) == difference
