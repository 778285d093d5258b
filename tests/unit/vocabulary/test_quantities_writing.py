"""Writing exact numbers for readers of both languages."""

from fractions import Fraction

import pytest

from poverty_evaluation.vocabulary.quantities import (
    round_half_up,
    write_money,
    write_number,
    write_percent,
    write_points,
)


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        (Fraction(5, 2), 0, 3),
        (Fraction(-5, 2), 0, -3),
        (Fraction(1005, 1000), 2, Fraction(101, 100)),
        (Fraction(2675, 1000), 2, Fraction(268, 100)),
        (Fraction(1, 3), 2, Fraction(33, 100)),
        (Fraction(-182, 538), 4, Fraction(-3383, 10000)),
        (Fraction(1250), -2, 1300),
        (Fraction(0), 2, 0),
    ],
)
def test_a_half_is_rounded_away_from_zero(value: Fraction, decimals: int, rounded: Fraction) -> None:
    assert round_half_up(value, decimals) == rounded


@pytest.mark.parametrize(
    ("value", "decimals", "options", "text"),
    [
        (Fraction(2469, 2), 2, {}, "1.234,50"),
        (Fraction(2469, 2), 2, {"trim": True}, "1.234,5"),
        (Fraction(1234), 2, {"trim": True}, "1.234"),
        (Fraction(2469, 2), 2, {"language": "en"}, "1,234.50"),
        (538, 0, {}, "538"),
        (36000, 0, {}, "36.000"),
        (1234567, 0, {}, "1.234.567"),
        (1000, 0, {"trim": True}, "1.000"),
        (-182, 0, {}, "-182"),
        (-182, 0, {"signed": True}, "-182"),
        (182, 0, {"signed": True}, "+182"),
        (0, 2, {"signed": True}, "0,00"),
        (Fraction(-1, 1000), 2, {}, "0,00"),
        (Fraction(1, 1000), 2, {"signed": True}, "0,00"),
        (Fraction(5, 1000), 2, {}, "0,01"),
    ],
)
def test_numbers(value: Fraction, decimals: int, options: dict[str, object], text: str) -> None:
    assert write_number(value, decimals, **options) == text  # type: ignore[arg-type]


def test_floats_and_negative_decimals_are_refused() -> None:
    with pytest.raises(TypeError, match=r"not from the float 0.5"):
        write_number(0.5, 1)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="decimals must not be negative: -1"):
        write_number(5, -1)


def test_rates_and_points() -> None:
    assert write_percent(Fraction(136, 10000), 2) == "1,36%"
    assert write_percent(Fraction(136, 10000), 2, "en") == "1.36%"
    assert write_percent(Fraction(-182, 538), 2) == "-33,83%"
    assert write_percent(Fraction(1), 0) == "100%"
    assert write_points(Fraction(51, 10000), 2, "vi") == "0,51 điểm phần trăm"
    assert write_points(Fraction(51, 10000), 2, "en") == "0.51 percentage points"
    assert write_points(Fraction(-51, 10000), 2, "vi") == "-0,51 điểm phần trăm"


@pytest.mark.parametrize(
    ("vnd", "options", "text"),
    [
        (802_800_000, {}, "802,8 triệu đồng"),
        (2_697_150_000, {}, "2.697,15 triệu đồng"),
        (666_204_000, {}, "666,204 triệu đồng"),
        (38_750_000, {}, "38,75 triệu đồng"),
        (380_000_000, {}, "380 triệu đồng"),
        (1_000_000, {}, "1 triệu đồng"),
        (300_000, {}, "300.000 đồng"),
        (-300_000, {}, "-300.000 đồng"),
        (Fraction(616_909, 2), {}, "308.455 đồng"),
        (0, {}, "0 đồng"),
        (1_234_567_890, {}, "1.234,568 triệu đồng"),
        (1_234_567_500, {}, "1.234,568 triệu đồng"),
        (1_234_567_890, {"max_decimals": 1}, "1.234,6 triệu đồng"),
        (13_000_000, {"scale": 1}, "13.000.000 đồng"),
        (13_000_000, {"scale": 1000}, "13.000 nghìn đồng"),
        (300_000, {"scale": 1000}, "300 nghìn đồng"),
        (83_151_300_000, {"scale": 10**9}, "83,151 tỷ đồng"),
        (300_000, {"scale": 10**9}, "0 tỷ đồng"),
        (2 * 10**12, {"scale": 10**12}, "2 nghìn tỷ đồng"),
        (802_800_000, {"unit": False}, "802,8"),
        (300_000, {"unit": False}, "0,3"),
        (802_800_000, {"language": "en"}, "VND 802.8 million"),
        (300_000, {"language": "en"}, "VND 300,000"),
        (2_700_000_000, {"language": "en", "scale": 10**9}, "VND 2.7 billion"),
        (300_000, {"language": "en", "scale": 1000}, "VND 300 thousand"),
        (2 * 10**12, {"language": "en", "scale": 10**12}, "VND 2 trillion"),
        (2_697_150_000, {"language": "en", "unit": False}, "2,697.15"),
    ],
)
def test_money(vnd: Fraction, options: dict[str, object], text: str) -> None:
    assert write_money(vnd, **options) == text  # type: ignore[arg-type]


def test_a_scale_without_a_name_is_refused() -> None:
    with pytest.raises(ValueError, match="no name for the scale 100; known: 1, 1000, 1000000"):
        write_money(5, scale=100)
