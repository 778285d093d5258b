"""Vốn của tỉnh từ số liệu các thành phố: added up where the province was sent no table of its own."""

from __future__ import annotations

from fractions import Fraction

from poverty_evaluation.evaluation.tables.funds import fund_disbursement_table
from poverty_evaluation.vocabulary.choices import Qualifier

from .conftest import DAY, MADE_OF, ONE, PROVINCE, TWO, row

PROGRAMME = {"programme_id": "gnbv-2016-2020"}


def money(assigned, disbursed, component="component-3", **more):
    return {
        "component_code": component, "source": "nstw", "kind": "sn", "year": "2018", "as_of": DAY,
        "unit": "triệu đồng", "assigned": assigned, "disbursed": disbursed, **more,
    }  # fmt: skip


def send(root, place, poor, *funds):
    tables = {"household_review": [row(place, poor, 100)], **({"fund_disbursement": list(funds)} if funds else {})}
    root.send(place, tables, **PROGRAMME)


def total(told, indicator_id, **dimensions):
    parts = "".join(f";{name}={code}" for name, code in sorted({**dimensions, "year": "2018"}.items()))
    return told.values[f"{indicator_id}{parts}@{PROVINCE}/{DAY}"]


def test_the_money_of_the_members_is_that_of_the_province(root):
    send(root, ONE, 5, money("100", "80"))
    send(root, TWO, 5, money("300", "120"), money("50", "50", "component-5"))
    root.send(PROVINCE, {}, made_of=MADE_OF, **PROGRAMME)
    told = root.told(PROVINCE)
    assert total(told, "planned_vnd").value == 450 * 10**6
    assert total(told, "disbursed_vnd", component="component-3").value == 200 * 10**6
    ratio = total(told, "disbursement_ratio", component="component-3")
    assert (ratio.value, ratio.qualifier) == (Fraction(1, 2), Qualifier.EXACT)
    files = {cell.file for cell in total(told, "disbursed_vnd").sources}
    assert files == {f"periods/{slug}/2018/fund_disbursement.csv" for slug in MADE_OF}
    table = fund_disbursement_table(told.context)
    assert table is not None and len(table.rows) == 3


def test_a_member_that_has_not_sent_leaves_it_at_least(root):
    send(root, ONE, 5, money("100", "80"))
    root.send(PROVINCE, {}, made_of=MADE_OF, **PROGRAMME)
    assert total(root.told(PROVINCE), "disbursed_vnd").qualifier is Qualifier.LOWER_BOUND


def test_what_the_province_was_sent_itself_is_not_added_to(root):
    send(root, ONE, 5, money("100", "80"))
    send(root, TWO, 5, money("300", "120"))
    root.send(PROVINCE, {"fund_disbursement": [money("500", "210")]}, made_of=MADE_OF, **PROGRAMME)
    assert total(root.told(PROVINCE), "disbursed_vnd").value == 210 * 10**6
