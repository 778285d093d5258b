"""Cách viết số trong phát hiện: each message in the format of its language, and the office that is asked by name."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from poverty_evaluation.ingest.checks.amounts import amount, count, dong, in_english, in_text, per_one, told
from poverty_evaluation.ingest.checks.figures import Figure
from poverty_evaluation.vocabulary.choices import FigureKind, Qualifier, ValueStatus
from poverty_evaluation.vocabulary.sources import SourceCell


def figure(value: str | None, unit: str = "hộ", code: str = "household", **more: Any) -> Figure:
    number = None if value is None else Fraction(value)
    names = {"household": "households", "pupil_occurrence": "pupil occurrences"}
    return Figure(
        value_id="v", key="v", value=number, half_step=Fraction(0), qualifier=more.pop("qualifier", Qualifier.EXACT),
        status=ValueStatus.GIVEN, as_printed=more.pop("as_printed", str(value)), unit=unit, unit_name=unit,
        unit_name_en=names.get(code, ""), unit_code=code, source=SourceCell("a.csv", "", 2, "value_1", ""),
        label_vi="", label_en="", **more,
    )  # fmt: skip


MONEY = figure("1234500000", "triệu đồng", "vnd", kind=FigureKind.MONEY, as_printed="1.234,5")


@pytest.mark.parametrize(
    ("value", "like", "vi", "en"),
    [
        ("1234500000", MONEY, "1.234,5 triệu đồng", "VND 1,234.5 million"),
        ("290000", MONEY, "290.000 đồng", "VND 290,000"),
        ("0.0085", figure("0.0085", "%", "ratio"), "0,85%", "0.85%"),
        ("0.5", figure("0.5", "%", "x", kind=FigureKind.RATE), "50,00%", "50.00%"),
        ("2275", figure("2275"), "2.275 hộ", "2,275 households"),
        ("1", figure("1"), "1 hộ", "1 household"),
        ("1", figure("1", "lượt học sinh", "pupil_occurrence"), "1 lượt học sinh", "1 pupil occurrence"),
        ("2.5", figure("2.5"), "2,5 hộ", "2.5 households"),
    ],
)
def test_an_amount_in_each_language(value: str, like: Figure, vi: str, en: str) -> None:
    assert amount(Fraction(value), like) == vi
    assert amount(Fraction(value), like, "en") == en


@pytest.mark.parametrize(
    ("qualifier", "en"),
    [
        (Qualifier.EXACT, "VND 1,234.5 million"),
        (Qualifier.LOWER_BOUND, "over VND 1,234.5 million"),
        (Qualifier.UPPER_BOUND, "under VND 1,234.5 million"),
        (Qualifier.ESTIMATE, "an estimated VND 1,234.5 million"),
        (Qualifier.ESTIMATED_LOWER_BOUND, "over an estimated VND 1,234.5 million"),
    ],
)
def test_a_figure_as_read_with_its_hedge(qualifier: Qualifier, en: str) -> None:
    hedged = figure("1234500000", "triệu đồng", "vnd", kind=FigureKind.MONEY, qualifier=qualifier, as_printed="1.234,5")
    assert told(hedged) == "1.234,5 triệu đồng"
    assert told(hedged, "en") == en


def test_a_figure_that_was_not_read_is_quoted() -> None:
    assert told(figure(None, "chị", "person", as_printed="2.2.839 chị"), "en") == "“2.2.839 chị”"


def test_small_writings() -> None:
    assert (count(Fraction(1234)), count(Fraction(1234), "en")) == ("1.234", "1,234")
    assert (dong(Fraction(18196)), dong(Fraction(18196), "en")) == ("18.196 đồng", "VND 18,196")
    base = figure("2275")
    assert (per_one(Fraction(18196), base), per_one(Fraction(18196), base, "en")) == (
        "18.196 đồng/hộ",
        "VND 18,196 per household",
    )
    assert in_english("2.839; 22.839") == "2,839; 22,839"
    assert in_english("1,5") == "1.5"


@pytest.mark.parametrize(
    ("value", "text"), [(1, "01"), (9, "09"), (10, "10"), (0, "0"), (1234, "1.234"), (Fraction(5, 2), "2,5")]
)
def test_a_small_count_in_running_text_has_a_leading_zero(value: Fraction | int, text: str) -> None:
    assert in_text(value) == text


# --- who is asked -----------------------------------------------------------------------------------------------------


def written(period: Any, who: str, reported_by: str = "") -> Any:
    rows = (
        f"w,gift-giving,{who},Tổng,100,hộ,,partial,none,{reported_by}",
        f"p0,gift-giving,{who},Phần,60,hộ,w,,none,{reported_by}",
        f"p1,gift-giving,{who},Phần,41,hộ,w,,none,{reported_by}",
    )
    period.activities(*rows, columns="value_1,unit_1,part_of,parts,flow,reported_by")
    return period.finding()


@pytest.mark.parametrize(
    ("who", "reported_by", "vi", "en"),
    [
        ("ldld", "", "Liên đoàn Lao động thành phố Bắc Giang", "the Federation of Labour of Bắc Giang City"),
        ("ldld", "hoi-nd", "Hội Nông dân thành phố Bắc Giang", "the Farmers’ Union of Bắc Giang City"),
        ("ubnd-tp", "", "đơn vị", "the office"),
    ],
    ids=["who did it", "who reported it", "the committee itself"],
)
def test_who_told_a_figure_is_asked_to_confirm_it(period: Any, who: str, reported_by: str, vi: str, en: str) -> None:
    finding = written(period, who, reported_by)
    assert finding.message_vi.endswith(f"Đề nghị {vi} kiểm tra, xác nhận.")
    assert finding.message_en.endswith(f"To be confirmed by {en}.")
