"""Báo cáo của tỉnh từ số liệu các thành phố: what the members sent is added up, held against what the province was
sent, and followed down to their files."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.workspace.frames import read_frame, write_frame

from .conftest import DAY, MADE_OF, ONE, PROVINCE, TWO, WARDS, row

POOR = f"poor_households@{PROVINCE}/{DAY}"
RATE = f"poverty_ratio@{PROVINCE}/{DAY}"
MONEY = "support_money;measure_group=organisations@{}/2018"


def activity(name, money, households, measure="gift-giving"):
    return {
        "activity_id": name, "measure_code": measure, "organisation_code": "ldld", "beneficiary_group": "poor",
        "flow": "grant", "label_vi": name, "value_1": money, "unit_1": "triệu đồng", "value_2": households,
        "unit_2": "hộ",
    }  # fmt: skip


def send_cities(root, one=(10, 1000), two=(30, 2000)):
    root.send(ONE, {"household_review": [row(ONE, *one)]})
    root.send(TWO, {"household_review": [row(TWO, *two)]})


def test_the_cities_make_up_the_province(root):
    send_cities(root)
    root.send(PROVINCE, {}, made_of=MADE_OF)
    told = root.told(PROVINCE)
    assert (told.values[POOR].value, told.values[POOR].status) == (40, ValueStatus.COMPUTED)
    assert told.values[POOR].operands == (f"poor_households@{ONE}/{DAY}", f"poor_households@{TWO}/{DAY}")
    assert [cell.file for cell in told.values[POOR].sources] == [
        "periods/mot-city/2018/household_review.csv",
        "periods/hai-city/2018/household_review.csv",
    ]
    assert told.values[RATE].value == Fraction(40, 3000)
    assert told.kinds() == []
    assert "toàn tỉnh Tỉnh Thử có 40 hộ nghèo, chiếm 1,33%" in told.text
    assert "Kết quả rà soát của các đơn vị trực thuộc" in told.text


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(counts=st.lists(st.tuples(st.integers(0, 50), st.integers(51, 900)), min_size=6, max_size=6))
def test_built_of_its_members_a_province_is_the_sum_of_all_wards(new_root, counts):
    """Cities that sent their wards alone, or their own row: the same sums, and the ratio of sums."""
    wards = [ward for city in (ONE, TWO) for ward in WARDS[city]]
    rows = [row(ward, *count) for ward, count in zip(wards, counts, strict=True)]
    of_two = [sum(count[place] for count in counts[3:]) for place in (0, 1)]
    root = new_root(str(hash(tuple(counts))))
    root.send(ONE, {"household_review": rows[:3]})
    root.send(TWO, {"household_review": [row(TWO, *of_two), *rows[3:]]})
    root.send(PROVINCE, {}, made_of=MADE_OF)
    values = root.told(PROVINCE).values
    poor, total = (sum(count[place] for count in counts) for place in (0, 1))
    assert (values[POOR].value, values[POOR].qualifier) == (poor, Qualifier.EXACT)
    assert values[RATE].value == Fraction(poor, total)
    assert values[f"poor_households@{ONE}/{DAY}"].operands == tuple(f"poor_households@{w}/{DAY}" for w in WARDS[ONE])


def test_a_member_that_sent_nothing_is_named_and_the_sums_are_at_least(root):
    root.send(ONE, {"household_review": [row(ONE, 10, 1000)], "activities": [activity("a", 5, 1)]})
    root.send(PROVINCE, {"activities": [activity("a", 7, 2)]}, made_of=MADE_OF)
    told = root.told(PROVINCE)
    assert (told.values[POOR].value, told.values[POOR].qualifier) == (10, Qualifier.LOWER_BOUND)
    money = told.values[MONEY.format(PROVINCE)]
    assert (money.value, money.qualifier) == (12_000_000, Qualifier.LOWER_BOUND)
    assert told.kinds() == [("warning", "missing"), ("note", "missing")]
    assert all("thành phố Phố 982" in finding.message_vi for finding in told.findings)


def test_a_member_of_another_vintage_is_named_and_not_added(root):
    root.send(ONE, {"household_review": [row(ONE, 10, 1000)]})
    root.send(TWO, {"household_review": [row(TWO, 30, 2000, vintage="preliminary")]})
    root.send(PROVINCE, {"activities": [activity("a", 7, 2)]}, made_of=MADE_OF)
    told = root.told(PROVINCE)
    assert (told.values[POOR].value, told.values[POOR].qualifier) == (10, Qualifier.LOWER_BOUND)
    assert told.kinds() == [("note", "missing")]
    assert "mới có số liệu sơ bộ, không cộng: thành phố Phố 982" in told.findings[0].message_vi


def test_what_the_province_was_sent_stands_and_is_held_against_its_members(root):
    send_cities(root)
    sent = [row(PROVINCE, 41, 3000), row(TWO, 29, 2000)]
    root.send(PROVINCE, {"household_review": sent}, made_of=MADE_OF)
    told = root.told(PROVINCE)
    assert (told.values[POOR].value, told.values[POOR].status) == (41, ValueStatus.GIVEN)
    assert told.values[f"poor_households@{TWO}/{DAY}"].value == 29
    assert told.kinds() == [("error", "sum"), ("error", "duplicate")]
    whole, member = told.findings
    assert "ghi “41 hộ”, cộng 02 đơn vị trực thuộc được 39 (chênh lệch 02)" in whole.message_vi
    assert "periods/mot-city/2018/household_review.csv" in whole.message_vi
    assert "số gửi lên ghi “29 hộ”, số của chính đơn vị ghi “30 hộ”" in member.message_vi
    assert member.file.startswith("periods/tinh-thu") and "periods/hai-city/2018" in member.message_vi


def test_money_and_households_of_the_members_are_added_to_those_of_the_province(root):
    root.send(ONE, {"household_review": [row(ONE, 10)], "activities": [activity("a", 5, 1), activity("b", 3, 2)]})
    root.send(TWO, {"household_review": [row(TWO, 30)], "activities": [activity("a", 11, 4)]})
    root.send(PROVINCE, {"activities": [activity("a", 7, 8)]}, made_of=MADE_OF)
    told = root.told(PROVINCE)
    money = told.values[MONEY.format(PROVINCE)]
    assert (money.value, money.qualifier) == (26_000_000, Qualifier.EXACT)
    assert money.operands == (
        f"activity_figure;figure=a.money@{PROVINCE}/2018", MONEY.format(ONE), MONEY.format(TWO),
    )  # fmt: skip
    assert told.values[MONEY.format(ONE)].value == 8_000_000
    assert f"activity_figure;figure=b.money@{ONE}/2018" in told.values
    assert {cell.file.split("/")[1] for cell in money.sources} == {"tinh-thu", "mot-city", "hai-city"}
    assert told.values[f"supported_households;beneficiary_group=poor@{PROVINCE}/2018"].value == 15
    organisations = [v for v in told.values.values() if v.indicator_id == "support_money_by_organisation"]
    assert [(value.place_code, value.value) for value in organisations] == [(PROVINCE, 7_000_000)]


def test_every_operand_is_a_value_and_every_figure_has_its_cell(root):
    root.send(ONE, {"household_review": [row(w, 1, 9) for w in WARDS[ONE]], "activities": [activity("a", 5, 1)]})
    root.send(TWO, {"household_review": [row(TWO, 30, 99)]})
    root.send(PROVINCE, {"activities": [activity("a", 7, 8)]}, made_of=MADE_OF)
    values = root.told(PROVINCE).values
    assert all(operand in values for value in values.values() for operand in value.operands)
    assert all(value.sources for value in values.values() if value.value is not None)


def test_tables_of_members_are_handed_over_as_they_are(root, tmp_path):
    send_cities(root)
    root.send(PROVINCE, {"activities": [activity("a", 7, 8)]}, made_of=MADE_OF)
    tables = root.told(PROVINCE).received.tables
    for name in ("members", "member_household_review", "member_activities", "member_activity_figures"):
        write_frame(tables[name], tmp_path / "frame.parquet")
        back = read_frame(tmp_path / "frame.parquet")
        assert list(back.columns) == list(tables[name].columns)
        assert back.astype(str).values.tolist() == tables[name].astype(str).values.tolist()


@pytest.mark.parametrize("made_of", [MADE_OF, []])
def test_the_cities_stand_in_the_table_of_places(root, made_of):
    send_cities(root)
    own = [row(ONE, 10, 1000), row(TWO, 30, 2000)]
    sent = {"activities": [activity("a", 7, 8)]} if made_of else {"household_review": own}
    root.send(PROVINCE, sent, made_of=made_of)
    text = root.told(PROVINCE).text
    assert "| Tổng số | 3.000 | 40 | 1,33" in text
    assert "1 | Thành phố Phố 981 | 1.000 | 10 | 1,00" in text
